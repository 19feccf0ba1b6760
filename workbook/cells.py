"""A workbook as cells, whoever wrote it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from workbook.formulas import Formulas, SharedFormula
from workbook.translate import translate

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell that shows an error, as the spreadsheet spells it: #REF!, #N/A."""

    code: str


Value: TypeAlias = float | int | str | bool | dt.datetime | dt.date | dt.time | dt.timedelta | ErrorValue | None
"""What a cell holds; None is blank. An empty text is only ever the answer of a formula."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table as the workbook declares it: its name, its place as text, and its headings from left to right."""

    name: str
    ref: str
    headings: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """One worksheet: dense rows of values from A1, the formulas among them, and its tables.

    state is visible, hidden or veryHidden. Places are 0-based (row, column). A formula has no equals sign, and is empty where
    the file says that there is one but not which. uncalculated holds the formula cells that were stored without any value.
    """

    name: str
    state: str = "visible"
    values: list[list[Value]] = field(default_factory=list)
    formulas: Formulas = field(default_factory=Formulas)
    uncalculated: set[tuple[int, int]] = field(default_factory=set)
    tables: list[TablePart] = field(default_factory=list)

    def value(self, row: int, column: int) -> Value:
        """Return the value at a place; beyond the edge everything is blank."""
        if row < 0 or column < 0 or row >= len(self.values) or column >= len(self.values[row]):
            return None
        return self.values[row][column]

    def formula(self, row: int, column: int) -> str | None:
        """Return the text of the formula at a place as it reads there, or None when there is none."""
        try:
            found = self.formulas[row, column]
        except KeyError:
            return None
        if isinstance(found, SharedFormula):
            return translate(found.text, row - found.row, column - found.column)
        return found


class Source(Protocol):
    """What the books are read from: a file, or a workbook that is open in a spreadsheet.

    sheets are in the order of the workbook. names are the defined names without the equals sign, those of one sheet under
    "Sheet!name". producer is the application that saved the file, or nothing.
    """

    @property
    def sheets(self) -> Mapping[str, Sheet]:
        """The worksheets by name."""

    @property
    def names(self) -> Mapping[str, str]:
        """The defined names."""

    @property
    def date1904(self) -> bool:
        """Whether days are counted from 1904."""

    @property
    def producer(self) -> str:
        """The application that saved the workbook."""


@dataclass(slots=True)
class Workbook:
    """A workbook held in memory: a Source that was read once and does not change with its file."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    date1904: bool = False
    producer: str = ""
