"""What was typed in the old book, as rows that can be typed into the new one."""

from collections.abc import Iterable
from typing import Any

from templates.declare import Column
from templates.kinds import Exact
from templates.read import ReadBook, ReadRows
from workbook.cells import ErrorValue

Record = dict[str, Any]
Typed = dict[str, list[Record]]


def record(rows: ReadRows, index: int) -> Record:
    """Give what was typed in a row; a form has one."""
    given = {column.name: _given(rows, index, column) for column in rows.table.inputs if column.name in rows.place.letters}
    return {name: value for name, value in given.items() if value is not None}


def records(rows: ReadRows, wanted: Iterable[int] | None = None) -> list[Record]:
    """Give what was typed in the used rows, or in those wanted."""
    return [record(rows, index) for index in (rows.used if wanted is None else wanted)]


def used(old: ReadBook, table: str) -> list[int]:
    """Give the rows of a table that are there; none of a table this kind of fund does not keep."""
    return old.tables[table].used if table in old.tables else []


def _given(rows: ReadRows, index: int, column: Column) -> Exact:
    """Give what was typed in a cell; nothing for a waiting formula or what could not be read."""
    waits = column.default is not None and index in rows.formulas.get(column.name, ())
    value = None if waits else rows.columns[column.name][index]
    return None if isinstance(value, ErrorValue) else value
