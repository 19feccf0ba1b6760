"""The legal odd things, each by name: the habits that bring it, and how one sees in a year that it happened."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from workshop.events import Lent, StatusChanged, Year
from workshop.facts import Contract
from workshop.receipts import Saved

Kind = TypeVar("Kind")
JANUARY = dt.date(2024, 1, 1)


@dataclass(frozen=True)
class Oddity:
    """Habits that bring an odd thing, and how it is seen."""

    habits: dict[str, Any]
    seen: Callable[[Year], bool]
    first_day: dt.date


ODDITIES: dict[str, Oddity] = {}


def oddity(first_day: dt.date = JANUARY, **habits: Any) -> Callable[[Callable[[Year], bool]], Callable[[Year], bool]]:
    """Enter an oddity under its function's name."""

    def enter(seen: Callable[[Year], bool]) -> Callable[[Year], bool]:
        ODDITIES[seen.__name__] = Oddity(habits, seen, first_day)
        return seen

    return enter


def of(year: Year, kind: type[Kind]) -> list[Kind]:
    return [event for event in year.events if isinstance(event, kind)]


def agreed(year: Year) -> dict[str, Contract]:
    return {contract.number: contract for contract in [*year.contracts, *(event.contract for event in of(year, Lent))]}


def died(year: Year) -> dict[str, dt.date]:
    return {event.member: event.date for event in of(year, StatusChanged) if event.status == "เสียชีวิต"}


def operating_days(year: Year) -> list[dt.date]:
    return sorted({event.date for event in of(year, Saved)})
