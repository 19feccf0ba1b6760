"""A book's contents as exact values by column, and the computing of every formula column from the inputs."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import Any

from templates.declare import Column, FundBook, Size, Table
from templates.expressions import Expr, expr
from templates.kinds import EPOCH, Exact, Kind
from templates.layout import lay_out
from templates.lookups import add
from templates.numbers import only_whole
from templates.stamp import stamp_of


@dataclass
class Rows:
    """A table's values by column, one a sheet row; a form has length 1."""

    table: Table
    length: int
    columns: dict[str, list[Exact]] = field(default_factory=dict)
    typed: dict[str, set[int]] = field(default_factory=dict)
    """Of columns with a waiting formula: the rows where something else was typed."""

    @property
    def name(self) -> str:
        return self.table.name

    def column(self, name: str) -> Sequence[Exact]:
        return self.columns[name]

    def total(self, name: str) -> Exact:
        """Give what the total above the heading shows."""
        return add(self.columns[name])


Filled = dict[str, Rows]
Inputs = Mapping[str, Sequence[Mapping[str, Any]]]
STEP = 10
"""A book that is too small is tried a tenth larger, and again."""


def fill(book: FundBook, size: Size, inputs: Inputs) -> Filled:
    """Compute a whole book from what was typed: for each table its rows, for a form one row.

    Raises ValueError for a table or a field the book does not have, and for more rows than prepared.
    """
    layout = lay_out(book, size)
    filled = {name: Rows(placed.table, placed.rows) for name, placed in layout.items()}
    for name in inputs:
        if name not in filled:
            raise ValueError(f"{book.id} has no table {name}")
    stamped: Inputs = {**inputs, "stamp": [stamp_of(book, size)]}
    for rows in filled.values():
        _type_in(rows, stamped.get(rows.name, rows.table.initial))
    for table, column in order(book):
        rows = filled[table]
        rows.columns[column] = evaluate(filled, rows, book.tables[table].columns[column])
    return filled


def roomy(declared: Callable[[Size], FundBook], size: Size, inputs: Inputs) -> Size:
    """Give the size, or a larger one in which all that was typed has its rows: of 150 members with 1,447 receipts one by one in the cash book, the book of 329."""
    tables, twice = declared(size).tables, replace(size, members=2 * size.members)
    growing = [(tables[name], len(given)) for name, given in inputs.items() if tables[name].room(twice) > tables[name].room(size)]
    while any(rows > table.room(size) for table, rows in growing):
        size = replace(size, members=size.members + size.members // STEP + 1)
    return size


def _type_in(rows: Rows, records: Sequence[Mapping[str, Any]]) -> None:
    if len(records) > rows.length:
        raise ValueError(f"{rows.name} has room for {rows.length} rows, not for {len(records)}")
    for record in records:
        if unknown := record.keys() - {column.name for column in rows.table.inputs}:
            raise ValueError(f"{rows.name} has no place to type {', '.join(sorted(unknown))}")
    for column in rows.table.inputs:
        typed = [record.get(column.name) for record in records]
        rows.columns[column.name] = typed + [None] * (rows.length - len(typed))
        rows.typed[column.name] = {index for index, value in enumerate(typed) if value is not None}


def evaluate(filled: Mapping[str, Rows], rows: Rows, column: Column) -> list[Exact]:
    """Give the values a column's formulas have, from the other columns as they stand; of an input with a default, what was typed stays."""
    if column.fixed:
        lines = [expr(row.get(column.name, "")) for row in rows.table.fixed_rows]
        return [settled(line.values(filled, Rows(rows.table, 1))[0], column.kind) for line in lines]
    formula = rows.table.expression(column)
    assert formula is not None  # noqa: S101 - only columns with formulas are asked for
    values = formula.values(filled, rows)
    if column.kind is Kind.DATE or not only_whole(values):
        values = [settled(value, column.kind) for value in values]
    typed = rows.columns.get(column.name) if column.default is not None else None
    return values if typed is None else [given if given is not None else value for given, value in zip(typed, values, strict=True)]


def settled(value: Exact, kind: Kind) -> Exact:
    """Give a formula's value as its column holds it: an empty text is blank, and the number of a day is a date."""
    if value is None or (isinstance(value, str) and value == ""):
        return None
    return EPOCH + dt.timedelta(days=int(value)) if kind is Kind.DATE and isinstance(value, (int, Fraction)) else value


def order(book: FundBook) -> list[tuple[str, str]]:
    """Give every computed column after all it needs. Raises graphlib.CycleError when a book needs itself."""
    graph: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for table in book.tables.values():
        for column in table.columns.values():
            if (needs := needs_of(table, column)) is not None:
                graph[table.name, column.name] = set(needs)
    return [node for node in TopologicalSorter(graph).static_order() if node in graph]


def needs_of(table: Table, column: Column) -> frozenset[tuple[str, str]] | None:
    """Give what a computed column looks at, or None for a column that is only typed."""
    if column.fixed:
        lines: list[Expr] = [expr(row.get(column.name, "")) for row in table.fixed_rows]
        return frozenset[tuple[str, str]]().union(*(line.needs(table.name) for line in lines))
    formula = table.expression(column)
    return None if formula is None else formula.needs(table.name) - {(table.name, column.name)}
