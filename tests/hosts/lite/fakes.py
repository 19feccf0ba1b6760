"""As much of xlwings as main.py and its scripts use: decorators that remember what they were told, and an open workbook as Lite offers it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

Cell = tuple[str, int, int]
PROTECTED = "AccessDenied: You can't perform the requested operation."


class Book:
    """A workbook as xlwings Lite offers it: formulas are read by awaiting, and what is written waits for a flush."""

    def __init__(self, sheets: "dict[str, Sheet]") -> None:
        self.sheets = [each.of(self, name) for name, each in sheets.items()]
        self.written: list[Cell] = []
        self.flushes = 0
        self._waiting: list[tuple[Sheet, int, int, Any]] = []

    async def flush(self) -> None:
        """Write what waits; a protected sheet refuses all of it, and what waited is gone."""
        waiting, self._waiting = self._waiting, []
        self.flushes += 1
        for sheet, row, column, text in waiting:
            if sheet.protected:
                raise RuntimeError(PROTECTED)
            sheet.cells[row - 1][column - 1] = text
            self.written.append((sheet.name, row, column))

    def later(self, sheet: "Sheet", row: int, column: int, text: Any) -> None:
        self._waiting.append((sheet, row, column, text))


@dataclass
class Sheet:
    """A sheet: its cells from A1 on, formulas and values; what lies before ``first`` is empty and not in the used range."""

    cells: list[list[Any]]
    first: tuple[int, int] = (1, 1)
    protected: bool = False
    name: str = ""
    book: Any = None

    def of(self, book: Book, name: str) -> "Sheet":
        self.book, self.name = book, name
        return self

    @property
    def used_range(self) -> "Range":
        return Range(self, *self.first, len(self.cells), len(self.cells[0]))

    def range(self, start: tuple[int, int], end: tuple[int, int]) -> "Range":
        return Range(self, *start, *end)


@dataclass
class Range:
    """Cells from a row and column to another."""

    sheet: Sheet
    row: int
    column: int
    last_row: int
    last_column: int
    two_dimensional: bool = field(default=False)

    @property
    def shape(self) -> tuple[int, int]:
        return self.last_row - self.row + 1, self.last_column - self.column + 1

    def options(self, *, ndim: int) -> "Range":
        self.two_dimensional = ndim == 2
        return self

    async def get_formula(self) -> list[list[Any]]:
        assert self.two_dimensional, "of one row or column xlwings gives a plain list unless it is asked for two dimensions"
        return [row[self.column - 1 : self.last_column] for row in self.sheet.cells[self.row - 1 : self.last_row]]

    @property
    def formula(self) -> Any:
        raise NotImplementedError("Lite does not read a formula without awaiting it")

    @formula.setter
    def formula(self, rows: Sequence[Sequence[Any]]) -> None:
        assert (len(rows), len(rows[0])) == self.shape
        for down, row in enumerate(rows):
            for across, text in enumerate(row):
                self.sheet.book.later(self.sheet, self.row + down, self.column + across, text)


@contextmanager
def xlwings_that_remembers() -> Iterator[None]:
    """Put a stand-in for xlwings in place: what func, arg and script were told stays on the function as ``told``."""
    fake = ModuleType("xlwings")
    vars(fake).update({"Book": Book, **{name: _remembering(name) for name in ("func", "arg", "script")}})
    before = sys.modules.get("xlwings")
    sys.modules["xlwings"] = fake
    try:
        yield
    finally:
        del sys.modules["xlwings"]
        if before is not None:
            sys.modules["xlwings"] = before


def _remembering(decorator: str) -> Callable[..., Any]:
    def told(*given: Any, **options: Any) -> Callable[[Any], Any]:
        def remember(function: Any) -> Any:
            vars(function).setdefault("told", []).insert(0, (decorator, given, options))
            return function

        return remember

    return told
