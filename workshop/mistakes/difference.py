"""The cells in which two filled books of one layout differ: put into the one's file, they make it the other's."""

from collections.abc import Iterator
from typing import Any

from templates.declare import Column
from templates.face import Face
from templates.filled import Filled, Rows
from templates.kinds import Exact, to_cell
from templates.layout import Layout, Placed, spelling
from workbook.cells import ErrorValue
from workbook.edit import Cached, Formula
from workshop.mistakes.home import HOME, first_sheet

Cells = dict[str, dict[str, Any]]
"""What a file's cells are replaced by: by sheet and address."""


def difference(face: Face, layout: Layout, before: Filled, after: Filled, *, live: bool) -> Cells:
    """Give the cells in which two filled books differ, as they stand in a live book or in one of values.

    Nothing is given where they do not differ. In a live book a formula stays and shows another value; where what was typed
    over it is gone, the waiting formula is back.
    """
    cells: Cells = {}
    for name, rows in after.items():
        place = layout[name]
        for where, content in _changes(layout, place, before[name], rows, live=live):
            cells.setdefault(place.sheet, {})[where] = content
    if cells:
        old, new = first_sheet(face, layout, before), first_sheet(face, layout, after)
        faces = {where: Cached(value) if live else value for where, value in new.items() if old[where] != value}
        cells |= {HOME: faces} if faces else {}
    return cells


def _changes(layout: Layout, place: Placed, before: Rows, rows: Rows, *, live: bool) -> Iterator[tuple[str, Any]]:
    """Give the cells of one table that differ, and the totals above them."""
    for column in place.table.columns.values():
        old, new = before.columns[column.name], rows.columns[column.name]
        for index in range(rows.length):
            retyped = live and calculated(rows, column, index) != calculated(before, column, index)
            if old[index] == new[index] and not retyped:
                continue
            content = shown(new[index], column, live=live and calculated(rows, column, index))
            if retyped and isinstance(content, Cached):
                content = Formula(_waiting(layout, place, column, index), content.value)
            yield place.address(column.name, index), content
        if column.total and before.total(column.name) != rows.total(column.name):
            yield f"{place.letters[column.name]}{place.first - 2}", shown(rows.total(column.name), column, live=live)


def calculated(rows: Rows, column: Column, index: int) -> bool:
    """Tell whether a cell of a live book holds a formula: where it waits in an input cell, unless something was typed."""
    return not column.is_input or (column.default is not None and index not in rows.typed[column.name])


def shown(value: Exact, column: Column, *, live: bool) -> Any:
    """Give the content of a cell that holds a value: of a live formula, what it shows."""
    content = value if isinstance(value, ErrorValue) else to_cell(value, column.kind)
    return Cached(content) if live else (None if content == "" else content)


def _waiting(layout: Layout, place: Placed, column: Column, index: int) -> str:
    formula = place.table.expression(column)
    assert formula is not None  # noqa: S101 - only a column with a waiting formula is typed over
    row = place.lines[column.name] if place.table.form else place.first + index
    return spelling(formula, layout, place.table.name)(row)
