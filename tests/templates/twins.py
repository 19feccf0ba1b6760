"""Every function cell of a book beside its plain twin, row by row."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from templates.arithmetic import Udf
from templates.choices import If
from templates.declare import FundBook
from templates.expressions import Expr
from templates.filled import Filled, Rows
from templates.kinds import Exact
from templates.numbers import Number, number
from workbook.cells import ErrorValue


@dataclass(frozen=True)
class Pair:
    """A function cell: where it stands, and the conditions under which the cell shows it."""

    table: str
    column: str
    udf: Udf
    conditions: tuple[tuple[Expr, bool], ...]


@dataclass(frozen=True)
class Disagreement:
    """A row where a cell would show one thing with the functions and another without."""

    where: str
    function: str
    arguments: list[Exact]
    with_functions: Exact
    without: Exact


def pairs(book: FundBook) -> list[Pair]:
    return [
        Pair(table.name, column.name, udf, conditions)
        for table in book.tables.values()
        for column in table.columns.values()
        if (formula := column.formula or column.default) is not None
        for udf, conditions in _walk(formula, ())
    ]


def _walk(node: Expr, conditions: tuple[tuple[Expr, bool], ...]) -> Iterator[tuple[Udf, tuple[tuple[Expr, bool], ...]]]:
    if isinstance(node, Udf):
        yield node, conditions
    if isinstance(node, If):
        yield from _walk(node.condition, conditions)
        yield from _walk(node.then, (*conditions, (node.condition, True)))
        yield from _walk(node.other, (*conditions, (node.condition, False)))
        return
    for part in node.parts():
        yield from _walk(part, conditions)


def disagreements(found: Iterable[Pair], filled: Filled) -> list[Disagreement]:
    return [wrong for pair in found for wrong in _compare(pair, filled)]


def _compare(pair: Pair, filled: Filled) -> Iterator[Disagreement]:
    rows = filled[pair.table]
    one, two = pair.udf.values(filled, rows), pair.udf.plain.values(filled, rows)
    arguments = [part.values(filled, rows) for part in pair.udf.arguments]
    for index in shown(pair, filled):
        if not same(one[index], two[index]):
            told = [values[index] for values in arguments]
            yield Disagreement(f"{pair.table}.{pair.column}[{index}]", pair.udf.function.__name__, told, one[index], two[index])


def shown(pair: Pair, filled: Filled) -> list[int]:
    """Give the rows whose cell shows the function: the row is there, and no choice stands in the way."""
    rows = filled[pair.table]
    conditions = [(condition.values(filled, rows), wanted) for condition, wanted in pair.conditions]
    return [index for index in _there(rows) if all(bool(values[index]) is wanted for values, wanted in conditions)]


def _there(rows: Rows) -> Iterator[int]:
    guard = rows.columns[rows.table.guard] if rows.table.guard else [True] * rows.length
    return (index for index, value in enumerate(guard) if value is not None)


def same(one: Exact, two: Exact) -> bool:
    """Tell whether two answers are one: any error is an error, numbers are compared exactly, a blank is no number."""
    if isinstance(one, ErrorValue) or isinstance(two, ErrorValue):
        return isinstance(one, ErrorValue) and isinstance(two, ErrorValue)
    if one is None or two is None or isinstance(one, str | dt.date) or isinstance(two, str | dt.date):
        return type(one) is type(two) and one == two
    known: list[Number | ErrorValue] = [number(one), number(two)]
    return known[0] == known[1]
