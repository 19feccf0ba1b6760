"""Expressions over a whole column: totals, conditional sums, what another table says, running figures."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import TypeAlias

from templates.expressions import ORDERS, Expr, Operand, counted, expr
from templates.kinds import Exact
from templates.numbers import Number, number, tidy
from templates.protocols import Book, Columns, Needs, Place
from workbook.cells import ErrorValue

Criteria: TypeAlias = "tuple[tuple[str, str, Expr], ...]"
_MEETS = {"<>": operator.ne, **ORDERS}


@dataclass(frozen=True, eq=False)
class Total(Expr):
    """The sum of a column."""

    table: str
    column: str

    def text(self, place: Place) -> str:
        return f"SUM({place.range(self.table, self.column)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return [add(book[self.table].column(self.column))] * table.length

    def needs(self, table: str) -> Needs:
        return frozenset({(self.table, self.column)})


def add(values: Iterable[Exact]) -> Exact:
    """Add what a cell range adds: numbers only; an error is the answer."""
    total: Number = 0
    for value in values:
        if isinstance(value, ErrorValue):
            return value
        counted_value = number(value)
        if not isinstance(counted_value, ErrorValue):
            total += counted_value
    return tidy(total)


@dataclass(frozen=True, eq=False)
class Picked(Expr):
    """A sum or a count over the rows of a table that meet criteria; each is (column, sign, what)."""

    word: str
    table: str
    column: str
    criteria: Criteria

    def parts(self) -> Iterable[Expr]:
        return [what for _, _, what in self.criteria]

    def needs(self, table: str) -> Needs:
        own = {(self.table, column) for column, _, _ in self.criteria} | {(self.table, self.column)}
        return super().needs(table) | own

    def text(self, place: Place) -> str:
        pairs = [f"{place.range(self.table, column)},{_criterion(sign, what, place)}" for column, sign, what in self.criteria]
        if self.word == "SUMIFS":
            pairs.insert(0, place.range(self.table, self.column))
        return f"{self.word}({','.join(pairs)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        source = book[self.table]
        equal = [(source.column(column), what.values(book, table)) for column, sign, what in self.criteria if sign == "="]
        bounds = [(source.column(column), sign, what.values(book, table)) for column, sign, what in self.criteria if sign != "="]
        groups = _by_key([cells for cells, _ in equal], source.length)
        compared = [(_compared(cells, sign), _MEETS[sign]) for cells, sign, _ in bounds]
        limits = [_compared(wanted, sign, blank=0) for _, sign, wanted in bounds]
        amounts = source.column(self.column)

        @cache  # rows that ask the same, as all the prepared empty ones do, are answered once
        def pick(*asked: Exact) -> Exact:
            rows = groups.get(asked[: len(equal)], [])
            for (cells, meets), limit in zip(compared, asked[len(equal) :], strict=True):
                rows = [row for row in rows if cells[row] is not None and meets(cells[row], limit)] if limit is not None else []
            return len(rows) if self.word == "COUNTIFS" else add(amounts[row] for row in rows)

        return list(map(pick, *(wanted for _, wanted in equal), *limits))


def _criterion(sign: str, what: Expr, place: Place) -> str:
    return what.text(place) if sign == "=" else f'"{sign}"&{counted(what, place)}'


def _by_key(columns: list[Sequence[Exact]], length: int) -> Mapping[tuple[Exact, ...], list[int]]:
    """Give the rows of each combination of some columns' values; of no column, all rows of the one empty combination."""
    groups: defaultdict[tuple[Exact, ...], list[int]] = defaultdict(list)
    for row, key in enumerate(zip(*columns, strict=True) if columns else repeat((), length)):
        groups[key].append(row)
    return groups


def _compared(values: Iterable[Exact], sign: str, blank: Exact = None) -> list[Exact]:
    """Give what a bound compares, once for a column: by <> the cells themselves, else their numbers; None is met by nothing and meets nothing."""
    if sign == "<>":
        return ["" if value is None else value for value in values]
    numbers = (blank if value is None or value == "" else number(value) for value in values)
    return [None if isinstance(value, ErrorValue) else value for value in numbers]


def _criteria(criteria: Mapping[str, Operand | tuple[str, Operand]]) -> Criteria:
    pairs = ((column.rstrip("_"), what if isinstance(what, tuple) else ("=", what)) for column, what in criteria.items())
    return tuple((column, sign, expr(what)) for column, (sign, what) in pairs)


def sum_of(table: str, column: str, **criteria: Operand | tuple[str, Operand]) -> Expr:
    """SUMIFS: ``sum_of("receipts", "amount", member=f.id, date=("<=", day))``; a trailing _ allows a column twice."""
    return Picked("SUMIFS", table, column, _criteria(criteria))


def count_of(table: str, **criteria: Operand | tuple[str, Operand]) -> Expr:
    """COUNTIFS, as ``sum_of``."""
    pairs = _criteria(criteria)
    return Picked("COUNTIFS", table, pairs[0][0], pairs)


@dataclass(frozen=True, eq=False)
class Look(Expr):
    """The column of the row of another table whose key is mine; blank where there is none (STRUCT-07 names the orphan)."""

    key: Expr
    table: str
    wanted: str
    by: str

    def parts(self) -> Iterable[Expr]:
        return (self.key,)

    def needs(self, table: str) -> Needs:
        return super().needs(table) | {(self.table, self.wanted), (self.table, self.by)}

    def text(self, place: Place) -> str:
        return f'IFERROR({self._index(place)},"")'

    def _index(self, place: Place) -> str:
        return f"INDEX({place.range(self.table, self.wanted)},MATCH({self.key.text(place)},{place.range(self.table, self.by)},0))"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        source = book[self.table]
        index: dict[Exact, Exact] = {}
        for key, value in zip(source.column(self.by), source.column(self.wanted), strict=True):
            index.setdefault(key, value)
        return [None if key is None else _found(index.get(key)) for key in self.key.values(book, table)]


@dataclass(frozen=True, eq=False)
class LookText(Look):
    """A lookup of a text: an empty cell gives an empty text, where a plain INDEX shows 0 in LibreOffice."""

    def text(self, place: Place) -> str:
        return f'IFERROR({self._index(place)}&"","")'


def _found(value: Exact) -> Exact:
    return None if isinstance(value, ErrorValue) else value


@dataclass(frozen=True, eq=False)
class Same(Expr):
    """The same-numbered row of another table: how a register follows the list of members or contracts."""

    table: str
    column: str

    def needs(self, table: str) -> Needs:
        return frozenset({(self.table, self.column)})

    def text(self, place: Place) -> str:
        cell = place.same_row(self.table, self.column)
        return f'IF({cell}="","",{cell})'

    def values(self, book: Book, table: Columns) -> list[Exact]:
        column = list(book[self.table].column(self.column)[: table.length])
        return column + [None] * (table.length - len(column))


@dataclass(frozen=True, eq=False)
class Beside(Same):
    """The same-numbered row's cell as it stands, for arithmetic beside a register whose key is already shown."""

    is_reference = True

    def text(self, place: Place) -> str:
        return place.same_row(self.table, self.column)


@dataclass(frozen=True, eq=False)
class Nth(Expr):
    """The first row of another table where a numbering column reaches my number: how a list leaves out the rest."""

    position: Expr
    table: str
    numbering: str
    wanted: str

    def parts(self) -> Iterable[Expr]:
        return (self.position,)

    def needs(self, table: str) -> Needs:
        return super().needs(table) | {(self.table, self.numbering), (self.table, self.wanted)}

    def text(self, place: Place) -> str:
        return f'IFERROR(INDEX({place.range(self.table, self.wanted)},MATCH({self.position.text(place)},{place.range(self.table, self.numbering)},0)),"")'

    def values(self, book: Book, table: Columns) -> list[Exact]:
        source = book[self.table]
        first: dict[Exact, int] = {}
        for index, value in enumerate(source.column(self.numbering)):
            first.setdefault(value, index)
        wanted = source.column(self.wanted)
        return [_found(wanted[first[value]]) if value in first else None for value in self.position.values(book, table)]
