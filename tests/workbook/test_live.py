"""An open workbook as cells: what xlwings shows becomes what a file holds."""

import asyncio
import datetime as dt
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from workbook.cells import ErrorValue
from workbook.live import ROWS_AT_ONCE, formula_blocks, read_open


class Cells:
    """A range: rows of values and of formulas, from a row and a column."""

    def __init__(self, values: list[list[Any]], formulas: Any, row: int = 1, column: int = 1) -> None:
        self.value, self.formula, self.row, self.column = values, formulas, row, column
        self.shape = len(values), len(values[0])

    def options(self, **told: Any) -> "Cells":
        assert told["ndim"] == 2
        return self


def opened(cells: Cells, visible: Any = -1, names: tuple[tuple[str, str | None], ...] = ()) -> Any:
    sheet = SimpleNamespace(name="ก", visible=visible, used_range=cells, tables=())
    return SimpleNamespace(sheets=[sheet], names=[SimpleNamespace(name=name, refers_to=target) for name, target in names])


@pytest.mark.parametrize(
    ("value", "formula", "expected"),
    [
        (None, "", None),
        (None, '=IF(A1="","",1)', ""),
        (12.0, "12", 12.0),
        (12, "12", 12.0),
        (Decimal("12.50"), "12.5", 12.5),
        ("#N/A", "=NA()", ErrorValue("#N/A")),
        ("#SPILL!", "=X()", ErrorValue("#SPILL!")),
        (True, "TRUE", True),
        (dt.datetime(2024, 2, 29), "45351", dt.date(2024, 2, 29)),  # noqa: DTZ001 - as xlwings gives it
        (dt.datetime(2024, 2, 29, 13), "45351.54", dt.datetime(2024, 2, 29, 13)),  # noqa: DTZ001 - the same
        ("=SUM(A1)", "=SUM(A1)", "=SUM(A1)"),
    ],
)
def test_a_cell_becomes_what_a_file_holds(value: Any, formula: str, expected: Any) -> None:
    sheet = read_open(opened(Cells([[value]], formula))).sheets["ก"]
    assert sheet.value(0, 0) == expected
    assert type(sheet.value(0, 0)) is type(expected)
    assert sheet.formula(0, 0) == (formula[1:] if formula.startswith("=") and formula != value else None)


def test_what_lies_before_the_used_range_is_blank() -> None:
    sheet = read_open(opened(Cells([[1.0, 2.0]], (("1", "=A1"),), 3, 2))).sheets["ก"]
    assert [sheet.value(0, 0), sheet.value(2, 0), sheet.value(2, 1), sheet.value(2, 2)] == [None, None, 1.0, 2.0]
    assert sheet.formula(2, 2) == "A1"


@pytest.mark.parametrize(("visible", "state"), [(-1, "visible"), (True, "visible"), (0, "hidden"), (2, "hidden"), (False, "hidden")])
def test_whether_a_sheet_is_seen(visible: Any, state: str) -> None:
    assert read_open(opened(Cells([[None]], ""), visible)).sheets["ก"].state == state


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("rule_rate", "rule_rate"),
        ("'งบทดลอง'!Print_Area", "งบทดลอง!_xlnm.Print_Area"),
        ("Sheet1!_FilterDatabase", "Sheet1!_xlnm._FilterDatabase"),
        ("'it''s'!own", "it's!own"),
    ],
)
def test_names_are_spelt_as_a_file_spells_them(shown: str, name: str) -> None:
    book = opened(Cells([[None]], ""), names=((shown, "=ก!$A$1"), ("nothing", None)))
    assert read_open(book).names == {name: "ก!$A$1"}


def test_in_lite_formulas_come_in_blocks() -> None:
    height = 2 * ROWS_AT_ONCE + 1
    asked = []

    class Lite(Cells):
        async def get_formula(self) -> list[list[str]]:
            return self.formula  # type: ignore[no-any-return]

    def part(first: tuple[int, int], last: tuple[int, int]) -> Lite:
        asked.append((first, last))
        rows = [["" for _ in range(2)] for _ in range(last[0] - first[0] + 1)]
        return Lite(rows, rows)

    sheet: Any = SimpleNamespace(used_range=Cells([["", ""]] * height, "", 5, 2), range=part)

    async def all_blocks() -> list[tuple[int, int]]:
        return [(first, len(rows)) async for first, rows in formula_blocks(sheet)]

    assert asyncio.run(all_blocks()) == [(5, ROWS_AT_ONCE), (5 + ROWS_AT_ONCE, ROWS_AT_ONCE), (5 + 2 * ROWS_AT_ONCE, 1)]
    assert asked[-1] == ((5 + 2 * ROWS_AT_ONCE, 2), (5 + 2 * ROWS_AT_ONCE, 3))
