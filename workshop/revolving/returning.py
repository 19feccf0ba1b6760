"""Who returns what and when: on the day, late, in part, early, little by little, or not at all."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from addin.udfs import add_months
from workshop.revolving.facts import Contract

BAHT = 100
STEP = 100 * BAHT
HABITS = ("on time",) * 9 + ("late",) * 3 + ("in part", "in part", "never", "early", "little by little")


@dataclass
class Loan:
    """A live contract."""

    contract: Contract
    returned: int = field(init=False)

    def __post_init__(self) -> None:
        self.returned = self.contract.repaid_before

    @property
    def balance(self) -> int:
        """What is still out."""
        return self.contract.principal - self.returned


def asked(contract: Contract) -> list[tuple[dt.date, int]]:
    """Give every day on which something falls due, and how much: what no instalment covers on the last day."""
    rest = contract.principal - sum(amount for _, amount in contract.plan)
    last = ((contract.due, rest),) if contract.due and rest else ()
    return [*contract.plan, *last]


def intended(rng: Random, contract: Contract, start: dt.date, end: dt.date) -> list[tuple[dt.date, int]]:
    """Give what a household means to bring from one day to another; the box takes no more than is owed."""
    habit = rng.choice(HABITS)
    if habit == "never":
        return []
    if habit == "early":
        return [(start + dt.timedelta(days=rng.randint(20, 200)), contract.principal)]
    if habit == "little by little":
        return [(add_months(start, month) + dt.timedelta(days=rng.randint(0, 20)), rng.randint(2, 10) * STEP) for month in range(1, 12)]
    return [(day, amount) for day, amount in _by_plan(rng, contract, habit, start) if start <= day <= end]


def _by_plan(rng: Random, contract: Contract, habit: str, start: dt.date) -> Iterator[tuple[dt.date, int]]:
    paid = contract.repaid_before
    for due, amount in asked(contract):
        missing, paid = max(0, amount - paid), max(0, paid - amount)
        if not missing:
            continue
        day = due - dt.timedelta(days=rng.randint(0, 12)) if due >= start else start + dt.timedelta(days=rng.randint(10, 150))
        if habit == "late":
            day += dt.timedelta(days=rng.randint(15, 120))
        yield max(day, start), max(STEP // 2, missing // 2 // STEP * STEP) if habit == "in part" else missing
