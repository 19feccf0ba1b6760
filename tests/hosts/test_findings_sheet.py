"""*Check this book* inside an open workbook: the findings of its file on a sheet of its own, each with a link to its cell."""

import asyncio
import datetime as dt
import re
from pathlib import Path

import pytest

from addin.hosts.findings_sheet import HEADINGS, MARK, NAME, check_this_book, check_this_book_in_lite, link, page_of
from tests.hosts.writing import NewSheet, OpenForWriting
from tests.workbook.opened import Book
from validator.note.items import Item, asked
from validator.run import check_file

SAMPLES = Path(__file__).parents[2] / "samples"
TEN, SOUND, REVOLVING = SAMPLES / "mistakes" / "SAV-02.xlsx", SAMPLES / "village-fund-60.xlsx", SAMPLES / "mistakes" / "REVO-01.xlsx"
DAY = dt.date(2026, 11, 22)


def texts(sheet: NewSheet) -> list[str]:
    return [str(cell) for cell in sheet.cells.values() if cell]


def links(sheet: NewSheet) -> list[str]:
    return [text for text in texts(sheet) if text.startswith("=HYPERLINK(")]


@pytest.mark.parametrize("path", [TEN, REVOLVING], ids=lambda path: path.stem)
def test_every_item_of_the_note_is_there_with_a_link_to_its_cell(path: Path) -> None:
    book, wanted = OpenForWriting(Book(path)), asked(check_file(path), 99, "th")
    said = check_this_book(book)
    (sheet,) = book.added
    items = [item for groups in (wanted.errors, wanted.warnings, wanted.advice) for group in groups for item in group.items if item.cell]
    assert items
    assert links(sheet) == [link(item) for item in items]
    assert said.startswith(f"ทวนแล้ว มี {len(items)} ข้อ")
    assert sheet.active


def test_a_link_leads_to_a_cell_that_is_there() -> None:
    book = OpenForWriting(Book(TEN))
    check_this_book(book)
    names = {sheet.name for sheet in book.sheets}
    for text in links(book.added[0]):
        found = re.fullmatch(r"""=HYPERLINK\("#'(.+)'![A-Z]+\d+",".+"\)""", text)
        assert found
        assert found[1] in names


def test_a_sheet_with_quotes_in_its_name_is_spelt_as_excel_does() -> None:
    item = Item(1, "SAV-02", "", "", 'แผ่น a"b', "it's!B2", "", "", "", "", "", ())
    assert link(item) == """=HYPERLINK("#'it''s'!B2","แผ่น a""b")"""


def test_a_sound_book_says_so_and_what_was_not_looked_at() -> None:
    book = OpenForWriting(Book(SOUND))
    assert "0 items" in check_this_book(book)
    shown = texts(book.added[0])
    assert "ไม่มีข้อที่ต้องถาม" in shown
    assert "ใบเสร็จและต้นขั้วตัวจริง เทียบกับในไฟล์" in shown


def test_it_stands_last_and_no_other_sheet_is_touched() -> None:
    book = OpenForWriting(Book(TEN))
    before = list(book.sheets)
    check_this_book(book)
    assert [sheet.name for sheet in book.sheets] == [*(sheet.name for sheet in before), NAME]


def test_it_is_made_anew_each_time() -> None:
    book = OpenForWriting(Book(TEN))
    first = check_this_book(book)
    book.added[0].cells[200, 1] = "left from last time"
    assert check_this_book(book) == first
    (sheet,) = book.added
    assert (200, 1) not in sheet.cells


def test_a_sheet_of_the_same_name_that_people_made_is_left_alone() -> None:
    book = OpenForWriting(Book(SOUND))
    theirs = NewSheet(NAME, {(1, 1): "ผลการทวนของเรา"})
    book.sheets.all.append(theirs)
    check_this_book(book)
    assert theirs.cells == {(1, 1): "ผลการทวนของเรา"}
    assert book.added[-1].name == f"{NAME} 2"


def test_what_people_typed_never_becomes_a_formula() -> None:
    book = OpenForWriting(Book(TEN))
    check_this_book(book)
    (sheet,) = book.added
    formulas = {place for place, cell in sheet.cells.items() if str(cell).startswith(("=", "+", "-", "@"))}
    assert {column for _, column in formulas} == {3}
    assert {sheet.formats[place] for place in formulas} == {"General"}
    assert {sheet.formats[place] for place in sheet.cells.keys() - formulas} == {"@"}


def test_a_workbook_that_takes_no_sheet_is_said() -> None:
    assert check_this_book(OpenForWriting(Book(TEN), locked=True)).startswith("ทวนแล้ว แต่เพิ่มแผ่นผลการทวนไม่ได้")


def test_a_workbook_of_others_is_said_and_gets_no_sheet() -> None:
    book = OpenForWriting(Book(TEN))
    book.sheets.all = [sheet for sheet in book.sheets if sheet.name == "หน้าแรก"]
    assert check_this_book(book).startswith("สมุดที่เปิดอยู่ยังไม่ใช่สมุดของสัจจะ")
    assert book.added == []


def test_in_lite_it_is_the_same() -> None:
    here, there = OpenForWriting(Book(TEN)), OpenForWriting(Book(TEN))
    assert asyncio.run(check_this_book_in_lite(there)) == check_this_book(here)
    assert there.added[0].cells == here.added[0].cells


def test_no_name_is_on_the_page() -> None:
    report = check_file(TEN)
    assert report.book
    names = {str(name) for name in report.book.tables["members"].columns["name"] if name}
    page = page_of(report, DAY)
    assert names
    assert not [name for name in names for row in page.rows for text in row if name in text]
    assert page.rows[0][0] == MARK
    assert HEADINGS in page.rows
