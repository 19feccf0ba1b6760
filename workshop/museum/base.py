"""The sound book that every slip is made in, and what a slip is."""

import datetime as dt
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from templates.books import BOOKS
from templates.books.revolving_fund import ID as REVOLVING_FUND
from templates.books.savings_group import ID as SAVINGS_GROUP
from templates.books.village_fund import ID as VILLAGE_FUND
from templates.books.welfare_club import ID as WELFARE_CLUB
from templates.books.words import CLOSING
from templates.declare import FundBook, Size
from templates.filled import Filled, Rows, evaluate, fill, order
from templates.kinds import EPOCH, Kind
from templates.layout import Layout, lay_out
from workshop.keep import Typed, closing_entries
from workshop.mistakes.base import Posted, income_and_expense, prove, satang
from workshop.mistakes.difference import Cells, difference

SIZE = Size(members=3)
"""Room for thirteen: the museum's books are small."""
SOUND = {
    SAVINGS_GROUP: (Path(__file__).with_name("sound.yaml"), SIZE),
    VILLAGE_FUND: (Path(__file__).with_name("sound-village.yaml"), SIZE),
    REVOLVING_FUND: (Path(__file__).with_name("sound-revolving.yaml"), SIZE),
    WELFARE_CLUB: (Path(__file__).with_name("sound-club.yaml"), Size(members=12, banks=2)),
}
"""What the treasurer of each fund type's sound year typed, and for what size the book is."""
BAHT = 100

__all__ = ["REVOLVING_FUND", "SAVINGS_GROUP", "SIZE", "VILLAGE_FUND", "WELFARE_CLUB", "Base", "Cells", "Mode", "Slip", "posted", "typed"]


class Mode(StrEnum):
    """Which books a slip makes."""

    BOTH = "both"
    """A live one, calculated by LibreOffice, and the same with its formulas pasted as values."""
    LIVE = "live"
    VALUES = "values"
    """Only one of values, in which the cells stand as they were typed."""
    STORED = "stored"
    """A live one whose file was changed beside its formulas: nobody calculated it since."""


class Base:
    """The sound book of a fund type: a year that stands still, so that labels could be worked out from its rows by hand."""

    def __init__(self, fund: str = SAVINGS_GROUP) -> None:
        _, self.size = SOUND[fund]
        self.book = BOOKS[fund](self.size)
        self.layout: Layout = lay_out(self.book, self.size)
        self.typed = _sound_year(self.book)
        self.filled = self.fill(self.typed)

    # What stands in it, and where.

    def value(self, table: str, column: str, index: int = 0) -> Any:
        return self.filled[table].columns[column][index]

    def money(self, table: str, column: str, index: int = 0) -> int:
        """Give an amount in satang, a blank as nothing."""
        return satang(self.value(table, column, index))

    def baht(self, table: str, column: str, index: int = 0) -> float:
        return self.money(table, column, index) / BAHT

    def rows(self, table: str, **wanted: Any) -> list[int]:
        """Give the rows that are there, or those of them with these values."""
        columns = self.filled[table].columns
        there = (index for index, value in enumerate(columns[self.book.tables[table].guard]) if value is not None)
        return [index for index in there if all(columns[name][index] == value for name, value in wanted.items())]

    def row_of(self, table: str, **wanted: Any) -> int:
        """Give the first row with these values."""
        return self.rows(table, **wanted)[0]

    def free(self, table: str) -> int:
        """Give the first row nobody has used."""
        return len(self.typed[table])

    def at(self, table: str, column: str, index: int) -> tuple[str, str]:
        """Give where a field stands: sheet and address."""
        place = self.layout[table]
        return place.sheet, place.address(column, index)

    def edits(self, *changes: tuple[str, str, int, Any]) -> Cells:
        """Put (table, column, index, content) as cells."""
        cells: Cells = {}
        for table, column, index, content in changes:
            sheet, address = self.at(table, column, index)
            cells.setdefault(sheet, {})[address] = (content - EPOCH).days if isinstance(content, dt.date) else content
        return cells

    def copied(self, table: str, source: int, target: int, **other: Any) -> Cells:
        """Copy what was typed in a row to another row, with some fields different."""
        record = self.typed[table][source] | other
        columns = self.book.tables[table].columns
        shown = {name: value / BAHT if columns[name].kind is Kind.MONEY else value for name, value in record.items() if value is not None}
        return self.edits(*((table, name, target, value) for name, value in shown.items()))

    # What it comes to when something was typed or posted otherwise.

    def retype(self) -> Typed:
        """Give what was typed, to be changed: a record a row, of the tables the template fills in too."""
        initial = {table.name: [dict(record) for record in table.initial] for table in self.book.tables.values() if table.initial}
        return initial | deepcopy(self.typed)

    def fill(self, written: Typed) -> Filled:
        return fill(self.book, self.size, written)

    def kept(self, written: Typed, *, proofs: bool = False) -> Filled:
        """Fill the book of a treasurer who closes income and expense as the trial balance then gives them.

        With ``proofs`` the money really moved so: the cash counted and the bank's certificate are what the book says.
        """
        general = [line for line in written["journal"] if line.get("kind") != CLOSING]
        written["journal"] = [*general, *closing_entries(income_and_expense(self.fill(written)), self.value("rules", "last_day"))]
        if proofs:
            prove(self.fill(written), written)
        return self.fill(written)

    def posted(self, cells: Posted) -> Filled:
        """Give the book kept by hand in which some cells stand otherwise, and everything reckoned from them follows."""
        after = {name: Rows(rows.table, rows.length, dict(rows.columns), rows.typed) for name, rows in self.filled.items()}
        computed = order(self.book)
        for table, column in (*(node for node in cells if node not in computed), *computed):
            rows = after[table]
            values = evaluate(after, rows, self.book.tables[table].columns[column]) if (table, column) in computed else rows.columns[column]
            rows.columns[column] = [cells.get((table, column), {}).get(index, value) for index, value in enumerate(values)]
        return after


def _sound_year(book: FundBook) -> Typed:
    """Read what the treasurer of the sound year typed."""
    tables: Typed = yaml.safe_load(SOUND[book.id][0].read_text(encoding="utf-8"))
    for name, records in tables.items():
        rates = [column.name for column in book.tables[name].columns.values() if column.kind is Kind.RATE]
        for record in records:
            record |= {rate: Decimal(record[rate]) for rate in rates if rate in record}
    return tables


@dataclass(frozen=True)
class Slip:
    """A mistake: what it leaves in the cells of a fund type's sound book."""

    cells: Callable[[Base], Cells]
    mode: Mode = Mode.BOTH
    fund: str = SAVINGS_GROUP


def typed(change: Callable[[Base], Filled], mode: Mode = Mode.BOTH, fund: str = SAVINGS_GROUP) -> Slip:
    """Make a slip in what is typed: everything calculated follows."""
    return Slip(lambda base: difference(base.book.face, base.layout, base.filled, change(base), live=True), mode, fund)


def posted(change: Callable[[Base], Filled], fund: str = SAVINGS_GROUP) -> Slip:
    """Make a slip in posting a book that is kept by hand: what is reckoned from the wrong figure follows it."""
    return Slip(lambda base: difference(base.book.face, base.layout, base.filled, change(base), live=False), Mode.VALUES, fund)
