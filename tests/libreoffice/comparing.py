"""What every formula cell of a book should show, exactly, and where it shows something else."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from templates.declare import Column
from templates.expressions import Const, expr
from templates.filled import Rows
from templates.kinds import Exact, Kind, to_cell
from templates.layout import HEADING_ROW, Placed, lay_out
from tests.libreoffice.books import Made, read
from workbook.addresses import address, parse_address
from workbook.cells import ErrorValue, Sheet

SATANG_DUST, RELATIVE = 1e-6, 1e-9
Place: TypeAlias = tuple[str, int, int]
"""Sheet, row and column from 0."""


class Wanted(NamedTuple):
    """The exact value of a formula cell, and what it belongs to: a column, a total, or what stands around the tables."""

    value: Any
    kind: Kind | None
    of: str


@dataclass
class Compared:
    """The outcome for one book: how many cells of each sort, and the differences in words."""

    cells: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)


def wanted(made: Made) -> dict[Place, Wanted]:
    """Give the exact value of every formula cell: of tables and totals from ``fill``, of captions and tiles as the writer worked them out."""
    found: dict[Place, Wanted] = {}
    for name, placed in lay_out(made.book, made.size).items():
        for column in placed.table.columns.values():
            for cell, value, of in _cells(placed, made.filled[name], column):
                found[placed.sheet, *parse_address(cell)] = Wanted(value, column.kind, of)
    for name, sheet in read(made.written).sheets.items():
        for row, column_index in sheet.formulas.keys() - {(row, column) for where, row, column in found if where == name}:
            found[name, row, column_index] = Wanted(sheet.value(row, column_index), None, "around")
    return found


def _cells(placed: Placed, rows: Rows, column: Column) -> Iterator[tuple[str, Exact, str]]:
    """Give each formula cell of a column: those of fixed rows that are not constants, those nobody typed over, and the total."""
    values, typed = rows.columns[column.name], rows.typed.get(column.name, ())
    if column.fixed:
        lines = [expr(row.get(column.name, "")) for row in placed.table.fixed_rows]
        written = [index for index, line in enumerate(lines) if not isinstance(line, Const)]
    else:
        written = [index for index in range(rows.length) if index not in typed] if placed.table.expression(column) else []
    yield from ((placed.address(column.name, index), values[index], "cells") for index in written)
    if column.total and not placed.table.form:
        yield f"{placed.letters[column.name]}{HEADING_ROW - 1}", rows.total(column.name), "totals"


def compare(wants: dict[Place, Wanted], path: Path) -> Compared:
    """Hold a file against what every formula cell should show."""
    compared = Compared()
    sheets = read(path).sheets
    for (name, row, column), want in wants.items():
        compared.cells[want.of] += 1
        shown = sheets[name].value(row, column)
        if not agrees(want, shown):
            said = f"{want.value!r} ({want.kind or want.of}) but {shown!r} from ={_text(sheets[name], row, column)}"
            compared.differences.append(f"{path.name} {name}!{address(row, column)}: {said}")
        elif (row, column) not in sheets[name].formulas:
            compared.differences.append(f"{path.name} {name}!{address(row, column)} is no formula")
    return compared


def _text(sheet: Sheet, row: int, column: int) -> str:
    return (sheet.formula(row, column) or "")[:400]


def agrees(want: Wanted, shown: Any) -> bool:
    """Tell whether a cell shows an exact value: money to the satang, other numbers to nine places, texts and errors as they are."""
    value = want.value if want.kind is None else to_cell(want.value, want.kind)
    if isinstance(want.value, ErrorValue):
        return bool(shown == want.value)
    if value in ("", None) or isinstance(value, str):
        return not isinstance(shown, (int, float)) and bool((shown or "") == (value or ""))
    if isinstance(shown, (str, ErrorValue)) or shown is None:
        return False
    if want.kind is Kind.MONEY and isinstance(want.value, int):
        return bool(round(shown * 100) == want.value and abs(shown - value) < SATANG_DUST)
    return math.isclose(shown, value, rel_tol=RELATIVE, abs_tol=RELATIVE)
