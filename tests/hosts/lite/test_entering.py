"""Formulas entered again in an open workbook: exactly ours, and a sheet that refuses is named while the others go on."""

import asyncio
from typing import Any

import pytest

from addin.hosts.lite.entering import use_the_functions
from tests.hosts.lite.fakes import PROTECTED, Book, Sheet
from workbook.live import ROWS_AT_ONCE

OURS = '=IF($A6="","",IFERROR(SATJA.LEVY($C6,$D6),$C6*$D6))'


def entered(sheets: dict[str, Sheet]) -> tuple[Book, str]:
    book = Book(sheets)
    return book, asyncio.run(use_the_functions(book))


def test_exactly_our_formulas_are_entered_again() -> None:
    cells: list[list[Any]] = [["ชื่อ", "=SUM(A1:A2)", OURS], ["SATJA.LEVY(1)", 12.0, OURS], ["", "'=SATJA.LEVY(1)", "=satja.levy(A1)"], [OURS, True, None]]
    before = [list(row) for row in cells]
    book, said = entered({"ทะเบียน": Sheet(cells)})
    assert sorted(book.written) == [("ทะเบียน", 1, 3), ("ทะเบียน", 2, 3), ("ทะเบียน", 3, 3), ("ทะเบียน", 4, 1)]
    assert cells == before
    assert said == "ป้อนสูตรใหม่แล้ว 4 ช่อง ช่องอื่นไม่ถูกแตะ · Entered 4 formulas again; no other cell was touched."


def test_a_name_in_the_spelling_of_a_file_becomes_ours_again() -> None:
    cells = [['=IFERROR(_xldudf_SATJA_LEVY(A1,B1),"")', "=_xldudf_OTHER_LEVY(A1)", "=MYSATJA.LEVY(A1)"]]
    book, _ = entered({"ก": Sheet(cells)})
    assert cells == [['=IFERROR(SATJA.LEVY(A1,B1),"")', "=_xldudf_OTHER_LEVY(A1)", "=MYSATJA.LEVY(A1)"]]
    assert book.written == [("ก", 1, 1)]


def test_a_protected_sheet_is_named_and_the_others_go_on() -> None:
    book, said = entered({"ล็อก": Sheet([[OURS]], protected=True), "ล็อกแต่ไม่มีสูตร": Sheet([["ก"]], protected=True), "เปิด": Sheet([[OURS]])})
    assert book.written == [("เปิด", 1, 1)]
    first, second = said.splitlines()
    assert first.startswith("ป้อนสูตรใหม่แล้ว 1 ช่อง")
    assert second.startswith("แผ่น 'ล็อก' ยังป้อนสูตรไม่ได้ แผ่นน่าจะล็อกอยู่")
    assert PROTECTED in second


def test_where_every_sheet_refuses_nothing_is_said_to_be_done() -> None:
    _, said = entered({"ล็อก": Sheet([[OURS]], protected=True)})
    assert said.startswith("แผ่น 'ล็อก'")


def test_a_book_without_our_formulas_is_not_written_to() -> None:
    book, said = entered({"ว่าง": Sheet([[None]]), "อื่น": Sheet([["=SUM(A1)", "SATJA"]])})
    assert (book.written, book.flushes) == ([], 0)
    assert said == "สมุดนี้ไม่มีสูตร SATJA · This workbook has no formula of SATJA."


@pytest.mark.parametrize("rows", [ROWS_AT_ONCE - 1, ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 2 * ROWS_AT_ONCE])
def test_a_long_sheet_goes_in_parts_and_no_row_is_left_out(rows: int) -> None:
    book, said = entered({"ยาว": Sheet([[row, OURS, f"=SATJA.LEVY(A{row + 1})"] for row in range(rows)])})
    assert sorted(book.written) == [("ยาว", row + 1, column) for row in range(rows) for column in (2, 3)]
    assert book.flushes == -(-rows // ROWS_AT_ONCE)
    assert f"{2 * rows:,} ช่อง" in said


def test_a_used_range_that_begins_elsewhere_keeps_its_places() -> None:
    cells: list[list[Any]] = [[None] * 4 for _ in range(5)]
    cells[3][2], cells[4][3] = OURS, "=SUM(C4)"
    book, _ = entered({"ข": Sheet(cells, first=(3, 2))})
    assert book.written == [("ข", 4, 3)]
