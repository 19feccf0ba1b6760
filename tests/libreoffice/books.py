"""The books that are calculated anew: simulated years, and a few that no year fills."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from templates.books import BOOKS
from templates.declare import FundBook, Size
from templates.filled import Filled, fill
from templates.kinds import EPOCH
from templates.write import write_book
from tests.libreoffice.laws import other_laws
from tests.libreoffice.planting import plant
from workbook.cells import Workbook
from workbook.xlsx import read_workbook
from workshop.funds import kept_year
from workshop.keep import keep
from workshop.year import simulate

Typed = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True)
class Case:
    """A book to make: a simulated year, or with seed 0 an empty template."""

    seed: int
    members: int
    first_day: dt.date | None
    banks: int = 1
    laws: int = 0
    """The seed of other by-laws than those of the year."""
    fund: str = "savings-group"

    @property
    def name(self) -> str:
        return f"{self.fund}-seed{self.seed}-{self.members}-{self.first_day or 'no-day'}-banks{self.banks}-laws{self.laws}"


@dataclass(frozen=True)
class Made:
    """A book as it was written, and the copy with wrong values that LibreOffice is given."""

    case: Case
    book: FundBook
    size: Size
    filled: Filled
    written: Path
    planted: Path
    count: int
    """How many wrong values were planted."""


def make(case: Case, folder: Path) -> Made:
    """Fill and write a book, and plant the wrong values."""
    book, size, typed = _kept(case)
    filled = fill(book, size, typed)
    written, planted = folder / f"{case.name}.xlsx", folder / "planted" / f"{case.name}.xlsx"
    planted.parent.mkdir(exist_ok=True)
    write_book(book, size, filled, written)
    return Made(case, book, size, filled, written, planted, plant(written, planted))


def _kept(case: Case) -> tuple[FundBook, Size, Typed]:
    """Give the book of a case, and what is typed in it: the year of its seed, an empty book for seed 0."""
    size = Size(case.members, case.banks)
    if not case.seed:
        book = BOOKS[case.fund](size)
        return book, size, {"rules": [{**book.tables["rules"].initial[0], "first_day": case.first_day}]}
    if case.fund != "savings-group":
        return kept_year(case.fund, case.seed, case.members, case.first_day or dt.date(2024, 1, 1))
    book = BOOKS[case.fund](size)
    return book, size, _savings(case, book)


def _savings(case: Case, book: FundBook) -> Typed:
    presets = book.tables["rules"].initial[0]
    year = simulate(case.seed, case.members, case.first_day or dt.date(2024, 1, 1))
    typed: dict[str, Any] = keep(year, presets)
    if case.first_day is None:
        typed["rules"] = [{**typed["rules"][0], "first_day": None}]
    if case.banks > 1:
        typed["cash"] = [_other_bank(row, place % case.banks + 1) for place, row in enumerate(typed["cash"])]
    return other_laws(case.laws, typed) if case.laws else typed


def _other_bank(row: Mapping[str, Any], bank: int) -> dict[str, Any]:
    """Spread what moved through the one bank of the year over all of the book's."""
    return {name.replace("bank1_", f"bank{bank}_"): value for name, value in row.items()}


def read(path: Path) -> Workbook:
    """Read a book as cells, dates as the numbers of their days."""
    found = read_workbook(path)
    for sheet in found.sheets.values():
        sheet.values = [[_plain(value) for value in row] for row in sheet.values]
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return float((dt.date(value.year, value.month, value.day) - EPOCH).days)
    return value
