"""What is read from files of several writers, kind by kind."""

from __future__ import annotations

import datetime as dt
import gc
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook.defined_name import DefinedName

from tests.workbook.making import MAIN, OFFICE, RELATIONS, STRICT_MAIN, STRICT_OFFICE, one_sheet, relations, sheet_xml, workbook_xml, zipped
from workbook import xlsx
from workbook.cells import ErrorValue, TablePart
from workbook.plainscan import NotPlain
from workbook.unreadable import Unreadable
from workbook.xlsx import read_workbook

if TYPE_CHECKING:
    from workbook.cells import Sheet
    from workbook.scan import Scan


def read_rows(tmp_path: Path, rows: str) -> Sheet:
    return read_workbook(zipped(tmp_path / "s.xlsx", one_sheet(sheet_xml(rows)))).sheets["S"]


def test_values_by_xlsxwriter(tmp_path: Path) -> None:
    path = tmp_path / "v.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("เงินสด")
        sheet.write_row(0, 0, [1, 2.5, "ข้อความ", True])
        sheet.write_datetime(1, 0, dt.datetime(2024, 6, 15), book.add_format({"num_format": "[$-107041E]d mmm yyyy"}))  # noqa: DTZ001
        sheet.write_datetime(1, 1, dt.datetime(2024, 6, 15, 8, 30), book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))  # noqa: DTZ001
        sheet.write_number(1, 2, 0.25, book.add_format({"num_format": "hh:mm"}))
        sheet.write_number(1, 3, 1.5, book.add_format({"num_format": "[h]:mm"}))
        sheet.write_blank(2, 0, None, book.add_format({"bold": True}))
    sheet_read = read_workbook(path).sheets["เงินสด"]
    assert sheet_read.values[0] == [1, 2.5, "ข้อความ", True]
    assert sheet_read.values[1] == [dt.date(2024, 6, 15), dt.datetime(2024, 6, 15, 8, 30), dt.time(6, 0), dt.timedelta(days=1, hours=12)]  # noqa: DTZ001
    assert sheet_read.value(2, 0) is None
    assert (dict(sheet_read.formulas), sheet_read.uncalculated, sheet_read.state) == ({}, set(), "visible")


def test_formulas_by_xlsxwriter(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.write_formula(0, 0, '=IF(B1<"ก"&1,"","x")', None, "")
        sheet.write_formula(0, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(0, 2, "=A1=B1", None, True)
        sheet.write_formula(0, 3, "=1+1", None, 2)
        sheet.write_array_formula(0, 4, 1, 4, "{=A1:A2*2}", None, 3)
    read = read_workbook(path).sheets["S"]
    assert read.values[0] == [None, ErrorValue("#DIV/0!"), True, 2, 3]
    assert [read.formula(0, column) for column in range(5)] == ['IF(B1<"ก"&1,"","x")', "1/0", "A1=B1", "1+1", "A1:A2*2"]
    assert read.formula(1, 4) is None
    # xlsxwriter means "calculate me" by an empty value: it leaves out the type that would make it an empty text.
    assert read.uncalculated == {(0, 0)}


def test_openpyxl_saves_formulas_without_values(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["B2"] = "=1+1"
    sheet["C2"] = "typed"
    book.save(tmp_path / "o.xlsx")
    read = read_workbook(tmp_path / "o.xlsx").sheets["Sheet"]
    assert read.uncalculated == {(1, 1)}
    assert (read.value(1, 1), read.value(1, 2), read.formula(1, 1)) == (None, "typed", "1+1")


def test_sheets_keep_their_order_and_state_and_charts_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "h.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("ข").write("A1", 1)
        book.add_chartsheet("chart").set_chart(chart := book.add_chart({"type": "bar"}))
        chart.add_series({"values": "=ข!$A$1"})
        book.add_worksheet("ก").hide()
        book.add_worksheet("ค & 'ง' จ").very_hidden()
    read = read_workbook(path)
    assert [(sheet.name, sheet.state) for sheet in read.sheets.values()] == [("ข", "visible"), ("ก", "hidden"), ("ค & 'ง' จ", "veryHidden")]
    assert list(read.sheets) == ["ข", "ก", "ค & 'ง' จ"]


def test_names_and_tables_and_the_producer(tmp_path: Path) -> None:
    path = tmp_path / "n.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_chartsheet("chart").set_chart(chart := book.add_chart({"type": "bar"}))
        sheet = book.add_worksheet("สมาชิก")
        chart.add_series({"values": "=สมาชิก!$A$2"})
        sheet.add_table("B3:C5", {"name": "tMembers", "columns": [{"header": "ชื่อ"}, {"header": "สอง\nบรรทัด"}]})
        book.define_name("rule_rate", "=สมาชิก!$A$1")
        book.define_name("สมาชิก!own", "=สมาชิก!$A$2")
    read = read_workbook(path)
    assert read.names == {"rule_rate": "สมาชิก!$A$1", "สมาชิก!own": "สมาชิก!$A$2"}
    assert read.sheets["สมาชิก"].tables == [TablePart("tMembers", "B3:C5", ("ชื่อ", "สอง\nบรรทัด"))]
    assert read.producer == "Microsoft Excel"
    assert not read.date1904


def test_a_name_of_a_sheet_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.defined_names["all"] = DefinedName("all", attr_text="Sheet!$A$1")
    book.save(tmp_path / "o.xlsx")
    inside = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="lost" localSheetId="7">1</definedName></definedNames>'
    path = zipped(tmp_path / "s.xlsx", one_sheet(sheet_xml("")) | {"xl/workbook.xml": workbook_xml(inside)})
    assert read_workbook(path).names == {}
    assert read_workbook(tmp_path / "o.xlsx").names == {"all": "Sheet!$A$1"}


def test_days_from_1904(tmp_path: Path) -> None:
    path = tmp_path / "d.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        book.add_worksheet("S").write_datetime(0, 0, dt.datetime(2024, 6, 15), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001
    read = read_workbook(path)
    assert read.date1904
    assert read.sheets["S"].value(0, 0) == dt.date(2024, 6, 15)


def test_shared_formulas_whose_followers_come_first(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path,
        '<row r="1"><c r="B1"><f t="shared" si="0"/><v>1</v></c><c r="C1"><f t="shared" si="9"/><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" ref="B1:B3" si="0">$A2+LOG10(A2)</f><v>2</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c><c r="C3"><f t="shared" si="0">A9</f><v>4</v></c></row>'
        '<row r="4"><c r="B4"><f t="shared" ref="B4:B5" si="0">A4</f><v>3</v></c></row><row r="5"><c r="B5"><f t="shared" si="0"/><v>4</v></c></row>',
    )
    assert [read.formula(row, 1) for row in range(5)] == ["$A1+LOG10(A1)", "$A2+LOG10(A2)", "$A3+LOG10(A3)", "A4", "A5"]
    assert read.formula(2, 2) == "A9"
    assert read.formula(0, 2) == ""


def test_cells_without_places_follow_each_other(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path,
        '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><f>1+2</f><v>3</v></c></row><row r="4"><c t="e"><v>#N/A</v></c></row><row><c><v>5</v></c></row>',
    )
    assert read.values[0] == [1, None, 2, 3]
    assert read.formula(0, 3) == "1+2"
    assert [read.value(row, 0) for row in (3, 4)] == [ErrorValue("#N/A"), 5]


@pytest.mark.parametrize("prefix", ["x:", ""])
@pytest.mark.parametrize("comment", ["", "<!-- odd -->"])
def test_every_kind_in_every_spelling(tmp_path: Path, prefix: str, comment: str) -> None:
    rows = (
        '<row r="1"><c r="A1" s="0" t="str"><f>""</f><v></v></c><c r="B1"><f>1</f></c><c r="C1" t="e"><f>1&lt;0</f><v>#REF!</v></c>'
        '<c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="inlineStr"><is><t>in &amp; line</t></is></c><c r="F1" t="b"><v>1</v></c><c r="G1" s="0"/>'
        '<c r="H1" t="str"><f>"a"</f><v>a</v></c><c r="I1"><f>2</f><v/></c><c r="J1" t="str"><v></v></c><c r="K1"><f/><v>7</v></c>'
        '<c r="L1" t="inlineStr"><is><r><rPr><family val="2"/></rPr><t>rich</t></r></is></c></row>'
    )
    for name in ("row", "c", "f", "v", "is", "t", "r", "rPr", "family"):
        rows = rows.replace(f"<{name}>", f"<{prefix}{name}>").replace(f"<{name} ", f"<{prefix}{name} ").replace(f"</{name}>", f"</{prefix}{name}>")
        rows = rows.replace(f"<{name}/>", f"<{prefix}{name}/>")
    declared = f'xmlns:x="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    part = f"<{prefix}worksheet {declared}>{comment}<{prefix}sheetData>{rows}</{prefix}sheetData></{prefix}worksheet>"
    read = read_workbook(zipped(tmp_path / "s.xlsx", one_sheet(part))).sheets["S"]
    assert read.values == [["", None, ErrorValue("#REF!"), ErrorValue("#N/A"), "in & line", True, None, "a", None, None, 7, "rich"]]
    assert dict(read.formulas) == {(0, 0): '""', (0, 1): "1", (0, 2): "1<0", (0, 7): '"a"', (0, 8): "2"}
    assert read.uncalculated == {(0, 1), (0, 8)}


def test_an_empty_answer_beyond_calamines_grid_is_still_an_answer(tmp_path: Path) -> None:
    read = read_rows(tmp_path, '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3" t="str"><f>""</f><v></v></c></row>')
    assert read.values == [[1, None], [None, None], [None, ""]]


def test_errors_beyond_calamines_grid_are_there_too(tmp_path: Path) -> None:
    read = read_rows(tmp_path, '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2" t="e"><v>#N/A</v></c></row>')
    assert read.values == [[1, None, None], [None, None, ErrorValue("#N/A")]]


@pytest.mark.parametrize("name", ["savings-group-30.xlsx", "savings-group-30-libreoffice.xlsx"])
def test_a_whole_book_reads_alike_whichever_way_its_sheets_are_scanned(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(__file__).parents[2] / "samples" / name
    quick = read_workbook(path)
    monkeypatch.setattr(xlsx, "scan_plain", never_plain)
    assert read_workbook(path) == quick
    assert any(sheet.formulas for sheet in quick.sheets.values())


def never_plain(_: bytes) -> Scan:
    raise NotPlain


@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_goes_on_as_it_was(tmp_path: Path, *, collecting: bool) -> None:
    good, bad = zipped(tmp_path / "g.xlsx", one_sheet(sheet_xml(""))), zipped(tmp_path / "b.xlsx", one_sheet("<worksheet"))
    was = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        read_workbook(good)
        after_good = gc.isenabled()
        with pytest.raises(Unreadable):
            read_workbook(bad)
        assert (after_good, gc.isenabled()) == (collecting, collecting)
    finally:
        (gc.enable if was else gc.disable)()


def test_a_strict_package_with_parts_in_unusual_places(tmp_path: Path) -> None:
    office = relations(("a", "officeDocument", "/Book/The.XML"), ("b", "extendedProperties", "app.xml")).replace(OFFICE, STRICT_OFFICE)
    inside = '<workbookPr date1904="true"/><sheets><sheet name="S" sheetId="1" r:id="z"/></sheets>'
    parts: dict[str, str | bytes] = {
        "_rels/.rels": office.replace("<Relationships xmlns=", "<p:Relationships xmlns:p=").replace("<Relationship ", "<p:Relationship ").replace("</", "</p:"),
        "app.xml": "<Properties><Application>LibreOffice</Application></Properties>",
        "book/the.xml": workbook_xml(inside, main=STRICT_MAIN, office=STRICT_OFFICE),
        "book/_rels/the.xml.rels": relations(("z", "worksheet", "..\\cells%20here.xml"), ("s", "sharedStrings", "/strings.xml")).replace(OFFICE, STRICT_OFFICE),
        "cells here.xml": sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', main=STRICT_MAIN),
        "strings.xml": f'<sst xmlns="{STRICT_MAIN}"><si><t>ถูก</t></si></sst>',
    }
    read = read_workbook(zipped(tmp_path / "s.xlsx", parts))
    assert read.sheets["S"].values == [["ถูก"]]
    assert (read.date1904, read.producer) == (True, "LibreOffice")


def test_utf16_is_read_like_any_other(tmp_path: Path) -> None:
    part = sheet_xml('<row r="1"><c r="A1" t="inlineStr"><is><t>ไทย</t></is></c></row>').replace("UTF-8", "UTF-16")
    assert read_workbook(zipped(tmp_path / "s.xlsx", one_sheet(part.encode("utf-16")))).sheets["S"].values == [["ไทย"]]


def test_properties_that_cannot_be_read_leave_the_producer_unknown(tmp_path: Path) -> None:
    rels = f'<Relationships xmlns="{RELATIONS}"><Relationship Id="p" Type="{OFFICE}/extended-properties" Target="app.xml"/>'
    rels += f'<Relationship Id="w" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    path = zipped(tmp_path / "s.xlsx", one_sheet(sheet_xml("")) | {"_rels/.rels": rels, "app.xml": "<broken"})
    assert read_workbook(path).producer == ""


def test_a_sheet_with_nothing_on_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "s.xlsx", one_sheet(f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'))
    assert read_workbook(path).sheets["S"].values == []
