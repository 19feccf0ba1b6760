"""Every part is read whole: what calamine would pass over, or never sees, is broken all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbook.making import one_sheet, refused_parts, relations, sheet_xml, workbook_xml, zipped
from workbook.package import open_package
from workbook.unreadable import Reason
from workbook.xlsx import read_workbook

if TYPE_CHECKING:
    from pathlib import Path

ONE = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')


@pytest.mark.parametrize("text", [b"A&B", b"&nope;", b"&#0;", b"A]]>B", b"\x01", b"\xff", b"\xed\xa0\x80", b"\xef\xbf\xbf"])
@pytest.mark.parametrize("cell", [b'<c r="A1"><f>%s</f><v>1</v></c>', b'<c r="A1" t="str"><f>%s</f><v></v></c>', b'<c r="A1" t="str"><v>%s</v></c>'])
def test_a_part_that_is_broken_inside_a_text_only(tmp_path: Path, cell: bytes, text: bytes) -> None:
    part = sheet_xml('<row r="1">CELL</row>').encode().replace(b"CELL", cell % text)
    assert refused_parts(tmp_path, one_sheet(part)) == (Reason.DAMAGED, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("tail", ["<x>", "<x a='1' a='2'/>", "&nope;", "</sheetData>"])
def test_a_part_that_is_broken_after_its_cells(tmp_path: Path, tail: str) -> None:
    assert refused_parts(tmp_path, one_sheet(ONE.replace("</worksheet>", f"{tail}</worksheet>"))) == (Reason.DAMAGED, "xl/worksheets/sheet1.xml")


def test_two_sheets_of_one_part_are_both_read(tmp_path: Path) -> None:
    sheets = workbook_xml('<sheets><sheet name="ก" sheetId="1" r:id="r1"/><sheet name="ข" sheetId="2" r:id="r2"/></sheets>')
    both = relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/SHEET1.xml"))
    read = read_workbook(zipped(tmp_path / "s.xlsx", one_sheet(ONE) | {"xl/workbook.xml": sheets, "xl/_rels/workbook.xml.rels": both}))
    assert [sheet.values for sheet in read.sheets.values()] == [[[1]], [[1]]]


def test_a_part_that_was_taken_is_let_go(tmp_path: Path) -> None:
    opened = open_package(zipped(tmp_path / "s.xlsx", one_sheet(ONE)))
    assert opened.take("XL/worksheets/sheet1.xml") == ONE.encode()
    assert opened.xml("xl/worksheets/sheet1.xml") == b""
