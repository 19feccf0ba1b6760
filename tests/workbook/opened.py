"""A workbook as Excel shows it through xlwings, made from a file by openpyxl: nothing of our own reading is in it."""

import datetime as dt
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import absolute_coordinate
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.formula import ArrayFormula


@dataclass
class Range:
    """Cells from a row and a column to another, counted from 1."""

    sheet: "Sheet"
    row: int
    column: int
    last_row: int
    last_column: int
    errors_as_text: bool = False
    dimensions: int = 0

    @property
    def shape(self) -> tuple[int, int]:
        return self.last_row - self.row + 1, self.last_column - self.column + 1

    @property
    def address(self) -> str:
        corners = ((self.row, self.column), (self.last_row, self.last_column))
        return absolute_coordinate(":".join(self.sheet.values.cell(*corner).coordinate for corner in corners))

    def options(self, *, ndim: int, err_to_str: bool = False) -> "Range":
        return Range(self.sheet, self.row, self.column, self.last_row, self.last_column, err_to_str, ndim)

    def cells(self, grid: Any) -> list[list[Any]]:
        return [[cell.value for cell in row] for row in grid.iter_rows(self.row, self.last_row, self.column, self.last_column)]

    @property
    def value(self) -> list[list[Any]]:
        assert self.dimensions == 2, "of one row or column xlwings gives a plain list"
        return [[self.shown(cell) for cell in row] for row in self.cells(self.sheet.values)]

    def shown(self, cell: Any) -> Any:
        """Give a value as xlwings does: numbers as floats, days as datetimes, an empty text as nothing."""
        if isinstance(cell, str) and cell.startswith("#") and not self.errors_as_text:
            return None
        if isinstance(cell, int) and not isinstance(cell, bool):
            return float(cell)
        if isinstance(cell, dt.date) and not isinstance(cell, dt.datetime):
            return dt.datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - as xlwings gives it
        return None if cell == "" else cell

    @property
    def formula(self) -> Any:
        rows = tuple(tuple(self.written(cell) for cell in row) for row in self.cells(self.sheet.formulas))
        return rows[0][0] if self.shape == (1, 1) else rows

    def written(self, cell: Any) -> str:
        """Give what Excel's Formula gives: the formula, or what was typed, as text."""
        text = cell.text if isinstance(cell, ArrayFormula) else cell
        return "" if text is None else str(text)

    async def get_formula(self) -> Any:
        assert self.dimensions == 2
        return [list(row) for row in (self.formula if isinstance(self.formula, tuple) else ((self.formula,),))]


@dataclass
class Table:
    """A table of a sheet."""

    sheet: "Sheet"
    name: str
    ref: str

    @property
    def range(self) -> Range:
        place = CellRange(self.ref)
        return Range(self.sheet, place.min_row, place.min_col, place.max_row, place.max_col)

    @property
    def header_row_range(self) -> Range:
        whole = self.range
        return Range(self.sheet, whole.row, whole.column, whole.row, whole.last_column)


@dataclass
class Name:
    """A defined name."""

    name: str
    refers_to: str


@dataclass
class Sheet:
    """A sheet, its values and its formulas as openpyxl reads them."""

    values: Any
    formulas: Any

    @property
    def name(self) -> str:
        return str(self.values.title)

    @property
    def visible(self) -> int:
        return {"visible": -1, "hidden": 0, "veryHidden": 2}[self.values.sheet_state]

    @property
    def used_range(self) -> Range:
        return Range(self, self.values.min_row, self.values.min_column, self.values.max_row, self.values.max_column)

    def range(self, start: tuple[int, int], end: tuple[int, int]) -> Range:
        return Range(self, *start, *end)

    @property
    def tables(self) -> list[Table]:
        return [Table(self, each.name, each.ref) for each in self.formulas.tables.values()]


class Book:
    """An open workbook."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def sheets(self) -> list[Sheet]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells what it would lose in saving, which it never does here
            values, self._formulas = load_workbook(self.path, data_only=True), load_workbook(self.path)
        return [Sheet(values[name], self._formulas[name]) for name in values.sheetnames]

    @property
    def names(self) -> Iterator[Name]:
        assert self.sheets
        for name, each in self._formulas.defined_names.items():
            yield Name(name, f"={each.attr_text}")
        for sheet in self._formulas:
            for name, each in sheet.defined_names.items():
                yield Name(f"'{sheet.title}'!{name}", f"={each.attr_text}")
