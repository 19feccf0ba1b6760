"""Every call of ours in a book, made in Python with what LibreOffice says its arguments are.

An argument that is an expression, and every condition that decides whether the call is reached, is written into a spare cell
of the same row, for LibreOffice to work out: nothing of the spreadsheet's own language is understood here but IF and IFERROR.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from addin.udfs import UDFS, CalculationError
from templates.kinds import EPOCH, Kind
from tests.libreoffice.books import read
from tests.libreoffice.comparing import Wanted, agrees
from tests.libreoffice.formulas import OURS, Call, Range, calls_of_ours, outermost, reference
from workbook.addresses import address
from workbook.cells import ErrorValue, Workbook
from workbook.edit import Formula, replace_cells
from workbook.xlsx import read_workbook

SPARE = 200
"""The first column, from 0, that no sheet of ours reaches."""
LISTS = {"amounts": "money", "wholes": "whole"}
DUST = Decimal("0.0001")


@dataclass
class Called:
    """What came of the calls of one book, by function."""

    written: Counter[str] = field(default_factory=Counter)
    """All that stand in the formulas, prepared rows too."""
    reached: Counter[str] = field(default_factory=Counter)
    """Those that give their cell its value."""
    telling: Counter[str] = field(default_factory=Counter)
    """Those of them that gave something else than nothing."""
    differences: list[str] = field(default_factory=list)


def with_spare_cells(source: Path, target: Path) -> None:
    """Write a copy with every argument and condition that is an expression in a spare cell of its row."""
    cells: dict[str, dict[str, Formula]] = {}
    for (name, row, text), column in _Spare(read_workbook(source)).places.items():
        cells.setdefault(name, {})[address(row, column)] = Formula(text)
    replace_cells(source, target, cells)


def call_all(written: Path, recalculated: Path) -> Called:
    """Call every function as the written book does, with the values of the recalculated one, and hold the answers against its cells."""
    called, book = Called(), read_workbook(written)
    values = _Values(read(recalculated), _Spare(book))
    for name, row, column, text in formulas_of_ours(book):
        called.written.update(call.name for call in calls_of_ours(text))
        call = values.reached(name, row, text)
        if call is None:
            continue
        answer, kind = values.answer(name, row, call), Kind(UDFS[call.name].gives)
        called.reached[call.name] += 1
        called.telling[call.name] += answer not in (None, 0, "0")
        shown = values.book.sheets[name].value(row, column)
        if not (isinstance(shown, ErrorValue) if answer is None else agrees(Wanted(answer, kind, call.name), shown)):
            called.differences.append(f"{recalculated.name} {name}!{address(row, column)}: {call.name} gives {answer!r}, the cell shows {shown!r}")
    return called


def reached(written: Path, recalculated: Path) -> list[tuple[str, int, int]]:
    """Give the cells whose value comes from a call, of a book that went in with spare cells."""
    book = read_workbook(written)
    values = _Values(read(recalculated), _Spare(book))
    return [(name, row, column) for name, row, column, text in formulas_of_ours(book) if values.reached(name, row, text)]


def formulas_of_ours(book: Workbook) -> Iterator[tuple[str, int, int, str]]:
    """Give sheet, row, column and text of each formula in which a function of ours is called, in the order of the cells."""
    for name, sheet in book.sheets.items():
        for row, column in sorted(sheet.formulas):
            text = sheet.formula(row, column) or ""
            if OURS in text:
                yield name, row, column, text


class _Spare:
    """Which spare cell holds which expression of a row."""

    def __init__(self, book: Workbook) -> None:
        self.places: dict[tuple[str, int, str], int] = {}
        used: Counter[tuple[str, int]] = Counter()
        for name, row, _, text in formulas_of_ours(book):
            for expression in _expressions(text, book.names.keys()):
                if (name, row, expression) not in self.places:
                    self.places[name, row, expression] = SPARE + used[name, row]
                    used[name, row] += 1


def _expressions(text: str, names: Any) -> Iterator[str]:
    """Give the conditions on the way to a call of ours, and those arguments that are more than a reference."""
    call = outermost(text)
    if call and call.name == "IF":
        yield call.arguments[0]
        for branch in call.arguments[1:]:
            yield from _expressions(branch, names)
    elif ours := _guarded(call):
        yield from (argument for argument in ours.arguments if argument not in names and not reference(argument))


def _guarded(call: Call | None) -> Call | None:
    """Give the call of ours in IFERROR(SATJA.X(…),…)."""
    if call is None or call.name != "IFERROR":
        return None
    inner = outermost(call.arguments[0])
    return Call(inner.name.removeprefix(OURS), inner.arguments) if inner and inner.name.startswith(OURS) else None


class _Values:
    """The cells of the recalculated book, as arguments."""

    def __init__(self, book: Workbook, spare: _Spare) -> None:
        self.book, self.spare = book, spare

    def reached(self, name: str, row: int, text: str) -> Call | None:
        """Give the call that a cell's value comes from, following its conditions, or None when it comes from none."""
        call = outermost(text)
        while call and call.name == "IF":
            holds = self._cells(name, row, call.arguments[0])
            call = outermost(call.arguments[1 if holds else 2])
        return _guarded(call)

    def answer(self, name: str, row: int, call: Call) -> Any:
        """Call the function; None when it refuses its arguments."""
        arguments = []
        for (_, kind, _), text in zip(UDFS[call.name].arguments, call.arguments, strict=True):
            value = self._cells(name, row, text)
            arguments.append([_argument(LISTS[kind], each) for each in value] if kind in LISTS else _argument(kind, value))
        try:
            return UDFS[call.name].call(*arguments)
        except CalculationError:
            return None

    def _cells(self, name: str, row: int, text: str) -> Any:
        """Give what an expression holds: one value, or of a range the list."""
        spare = self.spare.places.get((name, row, text))
        found = Range(name, (row, spare), (row, spare)) if spare is not None else reference(self.book.names.get(text, text))
        assert found, text
        sheet = self.book.sheets[found.sheet or name]
        values = [sheet.value(*place) for place in found.places()]
        return values[0] if found.is_cell else values


def _argument(kind: str, value: Any) -> Any:
    """Bring a cell's value to what a function takes; a blank is nothing, or no text."""
    if kind == "text":
        return value or ""
    number = Decimal(repr(value or 0))
    if kind == "date":
        return EPOCH + dt.timedelta(days=int(number))
    if kind == "rate":
        return number
    if kind == "number":
        return Fraction(number)
    whole = (number * 100 if kind == "money" else number).to_integral_value()
    assert abs((number * 100 if kind == "money" else number) - whole) < DUST, value
    return int(whole)
