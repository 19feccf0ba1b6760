"""Every legal odd thing of a village fund happens in some simulated year."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TypeVar

import pytest

from tests.workshop.test_village import agreed
from workshop.events import (
    Adjusted,
    Advanced,
    Banked,
    Funded,
    Granted,
    Helped,
    Lent,
    Moved,
    PaidShare,
    Remitted,
    Resolved,
    SharesBack,
    StatusChanged,
    Withdrew,
    WroteOff,
)  # fmt: skip
from workshop.receipts import Bought, Cancelled, Charged, Joined, Prepaid, Recourse, Repaid, Reversed, Saved
from workshop.village.habits import EVERY_ODDITY
from workshop.village.year import VillageYear, simulate_village

pytestmark = pytest.mark.long

Kind = TypeVar("Kind")
WEEK = dt.timedelta(days=7)
SEEDS, MEMBERS = range(80), (10, 24, 40, 60)


@cache
def years() -> tuple[VillageYear, ...]:
    return tuple(simulate_village(seed, MEMBERS[seed % 4], dt.date(2024, 1 + seed % 12, 1), habits=EVERY_ODDITY) for seed in SEEDS)


def of(year: VillageYear, kind: type[Kind]) -> list[Kind]:
    return [event for event in year.events if isinstance(event, kind)]


def repaid(year: VillageYear, *, months: bool = False) -> Iterator[Repaid]:
    """Give the repayments of debts repaid at once, or month by month."""
    contracts = agreed(year)
    return (event for event in of(year, Repaid) if (contracts[event.contract].instalments > 1) == months)


def late(year: VillageYear, event: Repaid) -> bool:
    return event.date > agreed(year)[event.contract].first_due


def _saving_days(year: VillageYear) -> set[dt.date]:
    return {event.date for event in of(year, Saved)}


def _banked(year: VillageYear, bank: int) -> set[dt.date]:
    return {event.date for event in of(year, Banked) if event.bank == bank}


SEEN: dict[str, Callable[[VillageYear], bool]] = {
    "joined with a share": lambda year: any(event.member in {each.member for each in of(year, Bought)} for event in of(year, Joined)),
    "left with savings and shares": lambda year: {each.voucher for each in of(year, SharesBack)} & {each.voucher for each in of(year, Withdrew)} != set(),
    "died": lambda year: any(event.status == "เสียชีวิต" for event in of(year, StatusChanged)),
    "an heir repays": lambda year: any(event.payer not in {person.id for person in year.people} for event in of(year, Repaid)),
    "came back": lambda year: len({person.name for person in year.people}) < len(year.people) - 2,
    "a year's interest at once": lambda year: any(event.months == 12 for event in repaid(year)),
    "before time": lambda year: any(event.months and event.date + 3 * WEEK < agreed(year)[event.contract].first_due for event in repaid(year)),
    "month by month": lambda year: any(event.months == 1 and not event.fine for event in repaid(year, months=True)),
    "fined by the month": lambda year: any(event.fine for event in repaid(year, months=True)),
    "an emergency and its interest": lambda year: any(event.purse == 2 and event.interest for event in of(year, Repaid)),
    "late in parts": lambda year: any(event.fine and not event.months and event.principal for event in repaid(year) if late(year, event)),
    "interest alone": lambda year: any(not event.principal and event.months == 12 and not event.fine for event in repaid(year)),
    "overdue since last year in part": lambda year: any(each.repaid_before and each.first_due < year.first_day for each in year.contracts),
    "a guarantor paid": lambda year: bool(of(year, Recourse)),
    "renewed the same week": lambda year: any(
        event.contract.continues == each.contract and each.date <= event.date <= each.date + WEEK for event in of(year, Lent) for each in of(year, Repaid)
    ),
    "by the meeting": lambda year: any(event.contract.approver == "ที่ประชุมสมาชิก" for event in of(year, Lent)),
    "one voucher for several": lambda year: len({event.voucher for event in of(year, Lent)}) < len(of(year, Lent)),
    "out of the bank": lambda year: any(event.bank == 1 for event in of(year, Lent)),
    "a fee for the contract": lambda year: bool(of(year, Charged)),
    "savings by the year": lambda year: 0 < len(_saving_days(year)) < 3,
    "savings of coming months": lambda year: len(_saving_days(year)) > 3 and any(event.month > event.date.month for event in of(year, Saved)),
    "money for next year": lambda year: bool(of(year, Prepaid)),
    "two banks in a day": lambda year: bool(_banked(year, 1) & _banked(year, 2)),
    "interest moved": lambda year: any(event.source == 1 for event in of(year, Moved)),
    "interest not moved": lambda year: any(each.lies_in == 1 for each in year.misplaced),
    "principal not banked": lambda year: any(each.belongs_to == 1 for each in year.misplaced),
    "principal through bank 2": lambda year: any(event.channel == "โอน" and event.purse == 1 and event.principal for event in of(year, Repaid)),
    "more of the state's money": lambda year: any(event.kind == "รัฐเพิ่มทุน" for event in of(year, Funded)),
    "a bank's money lent on": lambda year: any(event.contract.purse == 3 for event in of(year, Lent)) and bool(of(year, Remitted)),
    "an allowance": lambda year: any(event.debit == "55050" for event in of(year, Adjusted)),
    "depreciation": lambda year: any(event.debit == "57010" for event in of(year, Adjusted)),
    "a dividend not collected": lambda year: any(
        len(event.dividends) > len(each.dividends) for event in of(year, Resolved) for each in of(year, PaidShare) if event.date == each.date
    ),
    "a dividend collected later": lambda year: len(of(year, PaidShare)) > 1,
    "written off and made whole": lambda year: {event.amount for event in of(year, WroteOff)} & {each.amount for each in of(year, Moved)} != set(),
    "a receipt taken back": lambda year: bool(of(year, Reversed)),
    "a late repayment taken back": lambda year: any(isinstance(fact, Repaid) and fact.fine for event in of(year, Reversed) for fact in event.facts),
    "a receipt spoiled": lambda year: bool(of(year, Cancelled)),
    "by-laws changed": lambda year: bool(year.amendments),
    "a grant, welfare and an advance": lambda year: bool(of(year, Granted) and of(year, Helped) and of(year, Advanced)),
    "a leap day": lambda year: any(event.date == dt.date(2024, 2, 29) for event in year.events),
}  # fmt: skip
"""By name: how one sees in a year that it happened."""


@pytest.mark.parametrize("name", SEEN)
def test_it_happens(name: str) -> None:
    assert any(SEEN[name](year) for year in years()), f"{name} never happens"
    nothing = replace(years()[0], events=[], contracts=[], people=[], misplaced=(), amendments=())
    assert not SEEN[name](nothing)
