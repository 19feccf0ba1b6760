"""A file as a declared book: typed rows with addresses, what could not be read, and what stands outside the tables."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from templates.declare import Column, FundBook, Size, Table
from templates.filled import Rows
from templates.find import FoundBook, HeadingProblem, find_tables
from templates.kinds import Exact, Kind, Unreadable, from_cell
from templates.layout import Layout, Placed, lay_out
from templates.recognise import recognise
from workbook.addresses import column_index
from workbook.cells import ErrorValue, Source, Value

DASHES = ("-", "–", "—")
BELOW = ("รวม", "ลงชื่อ", "หมายเหตุ", "ผู้", "ประธาน", "เหรัญญิก", "เลขานุการ", "กรรมการ", "จำนวน", "ทั้งหมด", "(")
"""How lines begin that people write under a table and that are no record of it."""
_UNMISTAKABLE = {float, str, dt.date, type(None)}
"""Equal values of these types are the same, so each need be read only once in a column; True, 1 and 1.0 are equal and not the same."""


@dataclass(frozen=True)
class Problem:
    """A cell that holds something else than its column does, or nothing where something is required."""

    table: str
    column: str
    index: int
    value: Value
    why: str


@dataclass(frozen=True)
class Stray:
    """A filled row below a table's prepared rows, where no formula sees it."""

    table: str
    row: int
    cells: Mapping[str, Value]


class NotThere(LookupError):  # noqa: N818 - of a file, not of the program
    """A table or a column a book should have is not in the file: ``need`` is table, or table.column."""

    def __init__(self, need: str) -> None:
        super().__init__(need)
        self.need = need


class Tables(dict[str, "ReadRows"]):
    """The tables that were found; asked for another, it says which."""

    def __missing__(self, name: str) -> "ReadRows":
        raise NotThere(name)


@dataclass
class ReadRows(Rows):
    """A table's values as read, aligned to its sheet rows; ``used`` are the rows that are there."""

    place: Placed = field(kw_only=True)
    used: list[int] = field(default_factory=list)
    incomplete: dict[int, str] = field(default_factory=dict)
    unread: dict[int, set[str]] = field(default_factory=dict)
    """Of rows that are there: the columns that could not be read, or are blank and must not be."""
    formulas: dict[str, set[int]] = field(default_factory=dict)
    """Of each computed column: the rows whose cell holds a formula."""
    uncalculated: set[str] = field(default_factory=set)
    """Columns with a formula that was stored without any value."""
    totals: dict[str, Value] = field(default_factory=dict)
    """What the totals above the headings show."""

    def complete(self, *columns: str) -> Iterator[int]:
        """Give the rows of which everything could be read, or all of some columns: a note in another cell does not take a row away."""
        wanted = set(columns)
        return (index for index in self.used if index not in self.incomplete or (wanted and not wanted & self.unread[index]))

    def where(self, column: str, index: int = 0) -> str:
        """Give the address of a field: Sheet!A1. Raises NotThere for a column that was not found."""
        self._must_have(column)
        return f"{self.place.sheet}!{self.place.address(column, index)}"

    def _must_have(self, column: str) -> None:
        if column not in self.place.letters:
            raise NotThere(f"{self.name}.{column}")

    def where_total(self, column: str) -> str:
        self._must_have(column)
        return f"{self.place.sheet}!{self.place.letters[column]}{self.place.first - 2}"

    def money(self, column: str, index: int) -> int:
        """Give an amount, a blank as nothing; only of rows that are complete."""
        value = self.columns[column][index]
        return int(value) if isinstance(value, (int, Fraction)) else 0


@dataclass(eq=False)
class ReadBook:
    """A fund book as found in a file."""

    book: FundBook
    size: Size
    source: Source
    tables: Tables
    found: FoundBook
    problems: list[Problem]
    strays: list[Stray]
    stamped: bool
    last_year: "ReadBook | str | None" = None
    """The book of the year before, where it was given too; a sentence where it could not be read."""

    @property
    def layout(self) -> Layout:
        return self.found.layout

    @property
    def headings(self) -> list[HeadingProblem]:
        return self.found.headings

    def rule(self, name: str) -> Any:
        """Give a by-law's value; None where it is blank or cannot be read."""
        value = self.tables["rules"].columns.get(name, [None])[0] if "rules" in self.tables else None
        return None if isinstance(value, ErrorValue) else value

    @property
    def values_mode(self) -> bool:
        """Whether no declared formula is left: the book was saved or pasted as values."""
        return not any(rows for table in self.tables.values() for rows in table.formulas.values())

    @property
    def is_empty(self) -> bool:
        return not any(self.tables[name].used for name in ("members", "receipts", "cash", "loans") if name in self.tables)


def read_book(source: Source) -> ReadBook | None:
    """Read a workbook as the declared book it is; None when it is none. A user's mistake becomes a problem, never an exception."""
    known = recognise(source)
    if known is None:
        return None
    book, size, stamped = known
    found = find_tables(book, lay_out(book, size), source)
    read = ReadBook(book, size, source, Tables(), found, [], [], stamped)
    for place in found.layout.values():
        read.tables[place.table.name] = _read_table(read, place)
    return read


def _read_table(read: ReadBook, place: Placed) -> ReadRows:
    cells = read.source.sheets[place.sheet]
    rows = ReadRows(place.table, place.rows, place=place)
    raw = {name: _raw(rows, read, name) for name in place.letters}
    rows.used = _used(place.table, rows, raw)
    for name, values in raw.items():
        rows.columns[name] = _typed(read, rows, place.table.columns[name], values)
    for name, column in place.table.columns.items():
        rows.columns.setdefault(name, [None] * rows.length)
        if column.total and name in place.letters:
            rows.totals[name] = cells.value(place.first - 3, column_index(place.letters[name]))
    _requirements(read, rows)
    if not place.table.form and not place.table.fixed_rows:
        read.strays += _strays(read, rows)
    return rows


def _raw(rows: ReadRows, read: ReadBook, name: str) -> list[Value]:
    """Take a column's cells, and note which hold formulas and which were never calculated."""
    place, cells = rows.place, read.source.sheets[rows.place.sheet]
    column, first = column_index(place.letters[name]), (place.lines[name] if place.table.form else place.first) - 1
    values = [row[column] if column < len(row) else None for row in cells.values[first : first + rows.length]]
    values += [None] * (rows.length - len(values))
    if place.table.expression(place.table.columns[name]) is not None or place.table.columns[name].fixed:
        rows.formulas[name] = set(cells.formulas.down(column, first, rows.length))
        if cells.uncalculated and any((first + index, column) in cells.uncalculated for index in range(rows.length)):
            rows.uncalculated.add(name)
    return values


def _used(table: Table, rows: ReadRows, raw: Mapping[str, list[Value]]) -> list[int]:
    """Find the rows that are there: something was typed, or the register it follows has one."""
    if table.form or table.fixed_rows:
        return list(range(rows.length))
    inputs = [column.name for column in table.inputs if column.name in raw]
    if not inputs or table.follows:
        guard = raw.get(table.guard, [])
        return [index for index, value in enumerate(guard) if value not in (None, "")]
    waiting = {name: rows.formulas.get(name, set()) for name in inputs}
    lists = [(raw[name], waiting[name]) for name in inputs]
    return [index for index in range(rows.length) if any(values[index] not in (None, "") and index not in skip for values, skip in lists)]


def _typed(read: ReadBook, rows: ReadRows, column: Column, values: list[Value]) -> list[Exact]:
    if set(map(type, values)) <= _UNMISTAKABLE:
        with suppress(Unreadable):
            exact = {value: _exact(value, rows, column) for value in set(values)}
            return [exact[value] for value in values]
    return list(_one_by_one(read, rows, column, values))


def _one_by_one(read: ReadBook, rows: ReadRows, column: Column, values: list[Value]) -> Iterator[Exact]:
    """Give the typed values of a column and make a problem of each that cannot be read."""
    for index, value in enumerate(values):
        try:
            yield _exact(value, rows, column)
        except Unreadable as reason:
            yield None
            if index not in rows.formulas.get(column.name, ()):  # what a formula gives follows from what was typed elsewhere
                read.problems.append(Problem(rows.name, column.name, index, value, str(reason)))
            if not rows.table.form:
                rows.incomplete[index] = str(reason)
                rows.unread.setdefault(index, set()).add(column.name)


def _exact(value: Value, rows: ReadRows, column: Column) -> Exact:
    return _dash(column) if _is_dash(value, rows, column) else from_cell(value, column.kind)


def _is_dash(value: Value, rows: ReadRows, column: Column) -> bool:
    """Tell whether a cell of a table holds the dash people write for nothing; in the by-laws nothing and zero are told apart."""
    return value in DASHES and column.kind is not Kind.TEXT and not rows.table.form


def _dash(column: Column) -> Exact:
    """Give what a dash stands for: zero baht where an amount must be, else a blank."""
    return 0 if column.required and column.kind is Kind.MONEY else None


def _requirements(read: ReadBook, rows: ReadRows) -> None:
    """Note required inputs that are blank in rows that are there; by-laws are STRUCT-06's."""
    if rows.table.form or rows.table.fixed_rows:
        return
    for column in rows.table.inputs:
        if not column.required or column.name not in rows.place.letters:
            continue
        values = rows.columns[column.name]
        for index in rows.used:
            if values[index] is None and column.name not in rows.unread.get(index, ()):
                rows.unread.setdefault(index, set()).add(column.name)
            if values[index] is None and index not in rows.incomplete:
                rows.incomplete[index] = "blank"
                read.problems.append(Problem(rows.name, column.name, index, None, "blank"))


def _strays(read: ReadBook, rows: ReadRows) -> Iterator[Stray]:
    place, cells = rows.place, read.source.sheets[rows.place.sheet]
    inputs = {column.name: column_index(place.letters[column.name]) for column in rows.table.inputs if column.name in place.letters}
    money = [name for name in inputs if rows.table.columns[name].kind is Kind.MONEY and rows.table.columns[name].total]
    for row in range(place.last, len(cells.values)):
        filled = {name: cells.value(row, index) for name, index in inputs.items() if cells.value(row, index) not in (None, "")}
        guard = filled.get(rows.table.guard)
        whole = any(name in filled for name in money) if money else len(filled) > 1  # a day and a name alone are whose signature it is
        if guard is not None and whole and _fits(guard, rows.table.columns[rows.table.guard]):
            yield Stray(rows.name, row + 1, filled)


def _fits(value: Value, column: Column) -> bool:
    try:
        from_cell(value, column.kind)
    except Unreadable:
        return False
    return not (column.kind is Kind.TEXT and isinstance(value, str) and value.strip().startswith(BELOW))
