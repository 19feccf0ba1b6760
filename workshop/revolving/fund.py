"""The fund as it stands on a day of the year: who has money of it, what is to come, who gets something back."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from workshop.revolving.box import Box
from workshop.revolving.facts import OVER, RETURNED, Contract, EarlierLoss, Household, Item
from workshop.revolving.returning import STEP, Loan, intended


@dataclass
class Fund:
    """The fund as it stands on a day of the year."""

    rng: Random
    first_day: dt.date
    last_day: dt.date
    people: list[Household]
    box: Box
    capital: int
    added: int
    lost_before: list[EarlierLoss]
    missing: int
    loans: dict[str, Loan] = field(default_factory=dict)
    """Open contracts by number."""
    coming: dict[dt.date, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    """Day → what is brought on which contract."""
    rounds: dict[str, int] = field(default_factory=dict)
    over: list[tuple[dt.date, str, int]] = field(default_factory=list)
    """When who gets back what was brought too much."""
    minutes: list[tuple[str, dt.date, str]] = field(default_factory=list)
    once: dict[dt.date, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What happens once in a year, by its day."""
    meetings: set[dt.date] = field(default_factory=set)
    made: int = 0

    def borrowers(self) -> set[str]:
        """Households with an open contract."""
        return {loan.contract.household for loan in self.loans.values()}

    def payer(self, household: str) -> str:
        """Who brings the money: mostly the household itself, now and then a neighbour or an heir."""
        return self.rng.choice(self.people).name if self.rng.random() < 0.1 else household  # noqa: PLR2004 (one in ten)


def take_on(fund: Fund, contract: Contract, start: dt.date) -> None:
    """Enter a contract, and what its household means to bring from a day on."""
    fund.loans[contract.number] = Loan(contract)
    fund.rounds[contract.household] = contract.round
    for day, amount in intended(fund.rng, contract, start, fund.last_day):
        fund.coming[day].append((contract.number, amount))


def bring(fund: Fund, day: dt.date, number: str, amount: int) -> None:
    """Take a return, no more than is owed; now and then somebody brings a hundred too much, which is theirs."""
    loan = fund.loans.get(number)
    if loan is None:
        return
    taken = min(amount, loan.balance)
    items = [Item(RETURNED, taken, number)]
    if taken == loan.balance and fund.rng.random() < 0.1:  # noqa: PLR2004 (one in ten)
        items.append(Item(OVER, fund.rng.randint(1, 5) * STEP))
        fund.over.append((day + dt.timedelta(days=fund.rng.choice((1, 30, 400))), loan.contract.household, items[-1].amount))
    bank = fund.rng.choice(sorted(fund.box.money)[1:]) if fund.rng.random() < 0.08 else 0  # noqa: PLR2004 (eight in a hundred)
    fund.box.receive(day, loan.contract.household, fund.payer(loan.contract.household), tuple(items), bank)
    loan.returned += taken
    if not loan.balance:
        del fund.loans[number]
