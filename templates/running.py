"""Expressions that run down a table: a row's number, a running count, sums so far, what stood last."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from templates.expressions import Expr
from templates.kinds import Exact
from templates.numbers import Number, number, tidy
from templates.protocols import Book, Columns, Needs, Place
from workbook.cells import ErrorValue


@dataclass(frozen=True, eq=False)
class Position(Expr):
    """The row's own number in its table, from 1."""

    def text(self, place: Place) -> str:
        return f"(ROW()-{place.first_row() - 1})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return list(range(1, table.length + 1))


@dataclass(frozen=True, eq=False)
class FirstMatch(Expr):
    """The number of the first row of this table that holds this row's value of a column."""

    column: str

    def needs(self, table: str) -> Needs:
        return frozenset({(table, self.column)})

    def text(self, place: Place) -> str:
        return f"MATCH({place.cell(self.column)},{place.range('', self.column)},0)"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        first: dict[Exact, int] = {}
        for index, value in enumerate(table.column(self.column), 1):
            first.setdefault(value, index)
        return [first[value] for value in table.column(self.column)]


@dataclass(frozen=True, eq=False)
class CountUp(Expr):
    """A running count down the table: the row above and one more where a condition holds."""

    own: str
    condition: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.condition,)

    def text(self, place: Place) -> str:
        return f"N({place.above(self.own)})+IF({self.condition.text(place)},1,0)"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return list(itertools.accumulate(1 if value is True else 0 for value in self.condition.values(book, table)))


@dataclass(frozen=True, eq=False)
class SoFar(Expr):
    """A running sum down this table by a key, of the rows above only or with this row."""

    column: str
    by: str
    inclusive: bool = True

    def needs(self, table: str) -> Needs:
        return frozenset({(table, self.column), (table, self.by)})

    def text(self, place: Place) -> str:
        column, by = (place.so_far(name, inclusive=self.inclusive) for name in (self.column, self.by))
        return f"SUMIFS({column},{by},{place.cell(self.by)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        totals: dict[Exact, Number] = {}
        answers: list[Exact] = []
        for key, value in zip(table.column(self.by), table.column(self.column), strict=True):
            before = totals.get(key, 0)
            amount = number(value)
            totals[key] = before + (0 if isinstance(amount, ErrorValue) else amount)
            answers.append(tidy(totals[key] if self.inclusive else before))
        return answers


@dataclass(frozen=True, eq=False)
class Running(Expr):
    """A running sum of a whole column, this row included."""

    column: str

    def needs(self, table: str) -> Needs:
        return frozenset({(table, self.column)})

    def text(self, place: Place) -> str:
        return f"SUM({place.so_far(self.column, inclusive=True)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        amounts = (number(value) for value in table.column(self.column))
        running = itertools.accumulate(0 if isinstance(amount, ErrorValue) else amount for amount in amounts)
        return [tidy(total) for total in running]


@dataclass(frozen=True, eq=False)
class LastBefore(Expr):
    """A column's value in the nearest row above with this row's key, or another value where there is none."""

    column: str
    by: str
    other: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.other,)

    def needs(self, table: str) -> Needs:
        return super().needs(table) | {(table, self.column), (table, self.by)}

    def text(self, place: Place) -> str:
        column, by = (place.so_far(name, inclusive=False) for name in (self.column, self.by))
        return f"IFERROR(LOOKUP(2,1/({by}={place.cell(self.by)}),{column}),{self.other.text(place)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        last: dict[Exact, Exact] = {}
        answers: list[Exact] = []
        for key, value, other in zip(table.column(self.by), table.column(self.column), self.other.values(book, table), strict=True):
            answers.append(last.get(key, other))
            last[key] = value
        return answers


@dataclass(frozen=True, eq=False)
class LastOf(Expr):
    """A column's value in the last row of another table whose key is this, or another value where there is none."""

    table: str
    column: str
    by: str
    key: Expr
    other: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.key, self.other)

    def needs(self, table: str) -> Needs:
        return super().needs(table) | {(self.table, self.column), (self.table, self.by)}

    def text(self, place: Place) -> str:
        column, by = (place.range(self.table, name) for name in (self.column, self.by))
        return f"IFERROR(LOOKUP(2,1/({by}={self.key.text(place)}),{column}),{self.other.text(place)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        there = book[self.table]
        last = dict(zip(there.column(self.by), there.column(self.column), strict=True))
        return [last.get(key, other) for key, other in zip(self.key.values(book, table), self.other.values(book, table), strict=True)]
