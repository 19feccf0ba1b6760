"""A workbook that is open in a spreadsheet, read as cells: what xlwings shows of it, in Excel on a computer and in xlwings Lite.

Only reading: nothing of the workbook is changed. What is held is what stood there when it was read, saved or not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

from workbook.cells import ErrorValue, Sheet, TablePart, Value, Workbook
from workbook.formulas import Formulas

ROWS_AT_ONCE = 100
"""Excel on the web gives five megabytes at a time."""
ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#BUSY!", "#FIELD!", "#CONNECT!", "#GETTING_DATA"})
OWN_PREFIX, OWN_NAMES = "_xlnm.", frozenset({"Print_Area", "Print_Titles", "_FilterDatabase", "Criteria", "Extract"})
"""Names that Excel itself defines, and what a file puts before them."""
AS_TEXT = {"ndim": 2, "err_to_str": True}
"""Two dimensions whatever the range, and errors by their names."""

Rows = Sequence[Sequence[Any]]


class OpenRange(Protocol):
    """Cells of an open sheet; row and column count from 1."""

    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def shape(self) -> tuple[int, int]: ...
    @property
    def address(self) -> str: ...
    @property
    def value(self) -> Any: ...
    @property
    def formula(self) -> Any: ...
    def options(self, **options: Any) -> OpenRange: ...
    async def get_formula(self) -> Any: ...


class OpenTable(Protocol):
    """A table of an open sheet."""

    @property
    def name(self) -> str: ...
    @property
    def range(self) -> OpenRange: ...
    @property
    def header_row_range(self) -> OpenRange | None: ...


class OpenSheet(Protocol):
    """A sheet of an open workbook."""

    @property
    def name(self) -> str: ...
    @property
    def visible(self) -> Any: ...
    @property
    def used_range(self) -> OpenRange: ...
    @property
    def tables(self) -> Iterable[OpenTable]: ...
    def range(self, start: tuple[int, int], end: tuple[int, int]) -> OpenRange: ...


class OpenName(Protocol):
    """A defined name of an open workbook."""

    @property
    def name(self) -> str: ...
    @property
    def refers_to(self) -> str | None: ...


class OpenBook(Protocol):
    """An open workbook, as ``xlwings.Book`` shows it."""

    @property
    def sheets(self) -> Iterable[Any]: ...
    @property
    def names(self) -> Iterable[OpenName]: ...


def read_open(book: OpenBook) -> Workbook:
    """Return an open workbook as cells, in Excel on this computer."""
    return _workbook(book, {sheet.name: _as_rows(sheet.used_range.formula) for sheet in book.sheets})


async def read_open_in_lite(book: OpenBook) -> Workbook:
    """Return an open workbook as cells in xlwings Lite, where formulas have to be waited for."""
    formulas: dict[str, list[Sequence[Any]]] = {}
    for sheet in book.sheets:
        formulas[sheet.name] = [row async for _, rows in formula_blocks(sheet) for row in rows]
    return _workbook(book, formulas)


async def formula_blocks(sheet: OpenSheet) -> AsyncIterator[tuple[int, Rows]]:
    """Give the formulas of a sheet in xlwings Lite, some rows at a time: the number of the first row, and the rows."""
    used = sheet.used_range
    (height, width), top, left = used.shape, used.row, used.column
    for first in range(top, top + height, ROWS_AT_ONCE):
        last = min(first + ROWS_AT_ONCE, top + height) - 1
        yield first, await sheet.range((first, left), (last, left + width - 1)).options(ndim=2).get_formula()


def _workbook(book: OpenBook, formulas: Mapping[str, Rows]) -> Workbook:
    names = {_name(each.name): each.refers_to.removeprefix("=") for each in book.names if each.refers_to}
    return Workbook(sheets={sheet.name: _sheet(sheet, formulas[sheet.name]) for sheet in book.sheets}, names=names)


def _name(shown: str) -> str:
    """Give a name as a file holds it: of a sheet without quotes, Excel's own names with its prefix.

    >>> _name("'ปันผล ''67'!Print_Area")
    "ปันผล '67!_xlnm.Print_Area"
    """
    sheet, mark, name = shown.rpartition("!")
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return f"{sheet}{mark}{OWN_PREFIX if name in OWN_NAMES else ''}{name}"


def _sheet(sheet: OpenSheet, formulas: Rows) -> Sheet:
    used = sheet.used_range
    top, left, values = used.row - 1, used.column - 1, used.options(**AS_TEXT).value
    found: dict[tuple[int, int], str] = {}
    grid: list[list[Value]] = [[] for _ in range(top)]
    for down, (line, texts) in enumerate(zip(values, formulas, strict=True)):
        row: list[Value] = [None] * left
        for across, (value, text) in enumerate(zip(line, texts, strict=True)):
            is_formula = isinstance(text, str) and text.startswith("=") and text != value
            if is_formula:
                found[top + down, left + across] = text[1:]
            row.append(_value(value, is_formula=is_formula))
        grid.append(row)
    state = "visible" if sheet.visible in (True, -1) else "hidden"
    return Sheet(sheet.name, state, grid, Formulas(found), tables=[_table(each) for each in sheet.tables])


def _value(value: Any, *, is_formula: bool) -> Value:
    """Give a value as a file holds it: an empty text is a formula's only, an amount shown as currency is a number, a day has no midnight."""
    if value is None or value == "":
        return "" if is_formula else None
    if isinstance(value, str):
        return ErrorValue(value) if value in ERRORS else value
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date()
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return float(value)
    return value  # type: ignore[no-any-return]


def _table(table: OpenTable) -> TablePart:
    heading = table.header_row_range
    headings = heading.options(ndim=2).value[0] if heading is not None else ()
    return TablePart(table.name, table.range.address.replace("$", ""), tuple(str(each) for each in headings))


def _as_rows(formulas: Any) -> Rows:
    """Give formulas as rows: of a single cell Excel gives the text alone."""
    return formulas if isinstance(formulas, list | tuple) else ((formulas,),)
