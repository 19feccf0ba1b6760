"""Invented target households, and what was lent to them before the year. Nobody real is meant."""

import datetime as dt
from dataclasses import replace
from random import Random

from addin.udfs import add_months
from workshop.people import Namer, citizen_id
from workshop.revolving.facts import Contract, EarlierLoss, Household, Plan

BAHT = 100
OCCUPATIONS = ("ทอเสื่อกก", "เลี้ยงปลาดุก", "ค้าขายของชำ", "เลี้ยงวัว", "ทำนา", "ปลูกผัก", "เลี้ยงไก่ไข่", "ทอผ้าไหม", "เพาะเห็ด", "เลี้ยงหมู", "ทำขนม", "รับจ้างเย็บผ้า")
STEP = 100 * BAHT
MONTHS = (6, 12)
FEW_YEARS = 5


def households(rng: Random, count: int, first_day: dt.date, *, new: int) -> list[Household]:
    """Make the target households in the order the village drew up, the last ``new`` of them entered in the year."""
    namer, made = Namer(rng), list[Household]()
    digits = max(2, len(str(count + new)))
    for order in range(1, count + new + 1):
        title, first, last = namer.name()
        joined = first_day - dt.timedelta(days=rng.randint(200, 6_000)) if order <= count else add_months(first_day, rng.randint(1, 10))
        before = rng.randint(12, 30) * 1_000 * BAHT
        incomes = tuple(before * rng.randint(100, 150 + 20 * year) // 100 // STEP * STEP if rng.random() < 1 - 0.3 * year else None for year in range(4))
        made.append(
            Household(
                f"คร-{order:0{digits}d}", order, title, first, last, f"{rng.randint(1, 250)}", rng.randint(1, 8), rng.choice(OCCUPATIONS),
                (incomes[0], incomes[1], incomes[2], incomes[3]), joined,
            )
        )  # fmt: skip
    return _one_name(rng, made)


def _one_name(rng: Random, made: list[Household]) -> list[Household]:
    """Let a son have his father's name and his own house; their citizen ids tell them apart, and some others have theirs entered."""
    son, father = rng.sample(range(len(made)), 2)
    made[son] = replace(made[son], title="นาย", first=made[father].first, last=made[father].last, house=f"{made[father].house}/1")
    made[father] = replace(made[father], title="นาย")
    given: set[str] = set()
    for place, each in enumerate(made):
        if place in (son, father) or rng.random() < 0.2:  # noqa: PLR2004 (a fifth)
            number = citizen_id(rng, given)
            given.add(number)
            made[place] = replace(each, citizen_id=number)
    return made


def plan(rng: Random, date: dt.date, principal: int) -> tuple[dt.date | None, Plan]:
    """Agree on when it is returned: on one day, or in up to six instalments by the half-year or the year; now and then on no day at all."""
    if rng.random() < 0.04:  # noqa: PLR2004 (one in twenty-five)
        return None, ()
    if rng.random() < 0.3:  # noqa: PLR2004 (three in ten)
        return add_months(date, rng.choice((12, 18, 24, 36, 60))), ()
    every, count = rng.choice(MONTHS), rng.randint(2, 6)
    while every * count > 12 * FEW_YEARS:
        count -= 1
    part = max(STEP, principal // count // STEP * STEP)
    covered = count if rng.random() < 0.9 else count - 1  # noqa: PLR2004 (one in ten leaves the rest to the last day)
    amounts = [part] * (count - 1) + [principal - part * (count - 1)]
    days = [add_months(date, every * turn) for turn in range(1, count + 1)]
    return (days[-1] if covered < count else None), tuple(zip(days[:covered], amounts[:covered], strict=True))


def carried(rng: Random, people: list[Household], first_day: dt.date, money: int) -> list[Contract]:
    """Give the contracts of earlier years that are still open, together no more than ``money``."""
    made: list[Contract] = []
    borrowers = [each for each in people if each.joined < first_day - dt.timedelta(days=150)]
    for each in rng.sample(borrowers, min(len(borrowers), max(3, len(people) * 3 // 10))):
        date = first_day - dt.timedelta(days=rng.randint(30, 1_400))
        contract = _contract(rng, each, date, first_day, 1 + sum(other.date.year == date.year for other in made))
        if contract.principal - contract.repaid_before <= money:
            money -= contract.principal - contract.repaid_before
            made.append(contract)
    return sorted(made, key=lambda contract: contract.date)


def _contract(rng: Random, each: Household, date: dt.date, first_day: dt.date, turn: int) -> Contract:
    principal = rng.randint(4, 20) * 1_000 * BAHT
    due, agreed = plan(rng, date, principal)
    fallen = sum(amount for day, amount in agreed if day < first_day)
    repaid = rng.choice((fallen, fallen, fallen, fallen // 2 // STEP * STEP, 0, min(principal - STEP, fallen + rng.randint(0, 10) * STEP)))
    repaid = min(repaid, principal - STEP)
    year = date.year + 543
    contract = Contract(
        f"{turn}/{year}", each.id, rng.randint(1, 3), date, principal, each.occupation, f"{rng.randint(1, 12)}/{year}", due, agreed, repaid,
    )  # fmt: skip
    return _acknowledge(rng, contract, first_day) if fallen > repaid and rng.random() < 0.3 else contract  # noqa: PLR2004 (three in ten)


def _acknowledge(rng: Random, contract: Contract, first_day: dt.date) -> Contract:
    """Agree anew: what was returned stands as the first instalment, the rest is spread over what comes."""
    day = first_day - dt.timedelta(days=rng.randint(5, 90))
    rest = contract.principal - contract.repaid_before
    count = min(rng.randint(1, 4), max(1, rest // STEP))
    part = max(STEP, rest // count // STEP * STEP)
    amounts = [part] * (count - 1) + [rest - part * (count - 1)]
    past = ((day, contract.repaid_before),) if contract.repaid_before else ()
    coming = tuple((add_months(day, 6 * turn), amount) for turn, amount in enumerate(amounts, 1) if amount > 0)
    return replace(contract, due=None, plan=past + coming, acknowledged=day)


def losses(rng: Random, people: list[Household], first_day: dt.date) -> list[EarlierLoss]:
    """Give losses proved in earlier years: of households still in the register, or of people long gone."""
    told: list[EarlierLoss] = []
    for turn in range(rng.choice((0, 0, 1, 2))):
        who = rng.choice(people)
        known = rng.random() < 0.6  # noqa: PLR2004 (three in five)
        year = first_day.year + 543 - rng.randint(1, 9)
        name = who.name if known else f"ผู้ยืมเดิมรายที่ {turn + 1}"
        if all(each.who != name for each in told):
            told.append(EarlierLoss(name, who.id if known else "", rng.randint(5, 80) * STEP, f"{rng.randint(1, 9)}/{year}", f"บันทึกอำเภอ {year}"))
    return told
