"""The conformance table in a real LibreOffice: every call a formula, its arguments cells and ranges of another sheet."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.utility import xl_range

from addin.hosts.calc.arguments import gives_text
from addin.hosts.cells import call
from addin.hosts.reading import ErrorCell
from addin.udfs import UDFS
from tests.hosts.table import VALUE, Row, is_range, table
from tests.libreoffice.extension import built
from workbook.cells import ErrorValue, Sheet
from workbook.xlsx import read_workbook
from workshop.basic import run_macro
from workshop.recalculate import recalculate

pytestmark = pytest.mark.xdist_group("extension")

CALLS, CELLS = "calls", "cells"
ERROR_FORMULAS = {"#N/A": "NA()", "#DIV/0!": "1/0", "#REF!": 'INDIRECT("nowhere")', "#VALUE!": '"x"+1'}
SHOWN = 10


@dataclass
class Written:
    """The book of calls: where each row's answer stands."""

    path: Path
    places: dict[Row, list[tuple[int, int]]] = field(default_factory=dict)


def write(rows: Iterable[Row], path: Path) -> Written:
    """Write a line for each row: its arguments among the cells, its formula among the calls, over as many cells as it answers."""
    written, line = Written(path), 0
    with xlsxwriter.Workbook(path) as book:
        calls, cells = book.add_worksheet(CALLS), book.add_worksheet(CELLS)
        for row in rows:
            column, names, height = 0, [], 1
            for value in row.arguments:
                lines = value if is_range(value) else ((value,),)
                for down, each in enumerate(lines):
                    for right, cell in enumerate(each):
                        put(cells, line + down, column + right, cell)
                names.append(f"{CELLS}!{xl_range(line, column, line + len(lines) - 1, column + len(lines[0]) - 1)}")
                column, height = column + len(lines[0]), max(height, len(lines))
            written.places[row] = answer(calls, line, f"SATJA.{row.name}({','.join(names)})", row.shows)
            line += height
    return written


def put(sheet: Any, row: int, column: int, cell: Any) -> None:
    if isinstance(cell, ErrorCell):
        sheet.write_formula(row, column, f"={ERROR_FORMULAS[cell.code]}", None, cell.code)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write(row, column, cell)


def answer(sheet: Any, line: int, formula: str, shows: Any) -> list[tuple[int, int]]:
    if not is_range(shows):
        sheet.write_formula(line, 0, f"={formula}", None, -1)
        return [(line, 0)]
    width = len(shows[0])
    sheet.write_array_formula(line, 0, line + len(shows) - 1, width - 1, f"{{={formula}}}", None, -1)
    return [(line + down, right) for down in range(len(shows)) for right in range(width)]


def in_calc(row: Row) -> list[Any]:
    """Give what Calc must show, cell by cell, which is what the table says but for three ways of its own.

    A function of texts is called for each cell; a range with an error is an error; a single blank is 0 where a number belongs.
    """
    kinds = [kind for _, kind, _ in UDFS[row.name].arguments]
    shows = [cell for line in row.shows for cell in line] if is_range(row.shows) else [row.shows]
    if is_range(row.shows) and gives_text(UDFS[row.name]):
        return [VALUE] * len(shows)
    if any(is_range(value) and any(isinstance(cell, ErrorCell) for line in value for cell in line) for value in row.arguments):
        return [VALUE] * len(shows)
    if any(value is None and kind != "text" for kind, value in zip(kinds, row.arguments, strict=False)):
        return [call(row.name, [0.0 if value is None and kind != "text" else value for kind, value in zip(kinds, row.arguments, strict=False)])]
    return shows


def agrees(wanted: Any, seen: Any) -> bool:
    if isinstance(seen, ErrorValue):
        return bool(seen.code == wanted)
    if isinstance(wanted, str):
        return bool((seen or "") == wanted)
    return isinstance(seen, float | int) and math.isclose(float(wanted), float(seen), rel_tol=1e-12, abs_tol=1e-12)


@pytest.fixture(scope="module")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, Sheet]:
    folder = tmp_path_factory.mktemp("conformance")
    written = write(table(), folder / "table.xlsx")
    (back,) = recalculate([written.path], folder / "back", extension=built(folder))
    return written, read_workbook(back).sheets[CALLS]


@pytest.mark.parametrize("name", UDFS)
def test_libreoffice_shows_what_the_table_says(calculated: tuple[Written, Sheet], name: str) -> None:
    written, sheet = calculated
    differences = {}
    for row, places in written.places.items():
        seen = [sheet.value(*place) for place in places]
        if row.name == name and not all(map(agrees, in_calc(row), seen)):
            differences[str(row)] = (in_calc(row), seen)
    assert dict(list(differences.items())[:SHOWN]) == {}


WIZARD = """
Sub Main
    On Error Resume Next
    opened = StarDesktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, Array())
    Open "«written»" For Output As #1
    every = createUnoService("com.sun.star.sheet.FunctionDescriptions")
    For number = 0 To every.Count - 1
        name = "" : about = "" : arguments = ""
        For Each property In every.getByIndex(number)
            If property.Name = "Name" Then name = property.Value
            If property.Name = "Description" Then about = property.Value
            If property.Name = "Arguments" Then
                For Each argument In property.Value : arguments = arguments & argument.Name & "," : Next
            End If
        Next
        If Left(name, 6) = "SATJA." Then Print #1, name & "|" & arguments & "|" & about
    Next number
    Close #1
    opened.close(True)
End Sub
"""


def test_the_function_wizard_lists_every_function_with_its_words(tmp_path: Path) -> None:
    """In English, the language of LibreOffice here; the Thai words stand beside them in the configuration."""
    listed = {line.split("|", 1)[0]: line.split("|", 1)[1] for line in run_macro(WIZARD, extension=built(tmp_path))}
    wanted = {f"SATJA.{name}": f"{','.join(argument.replace('_', ' ') for argument, _, _ in entry.arguments)},|{entry.english}" for name, entry in UDFS.items()}
    assert {name: said for name, said in listed.items() if name in wanted} == wanted
    assert listed.keys() - wanted.keys() == {"SATJA.REASON"}
