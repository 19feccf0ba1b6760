"""What is replaced is replaced, and nothing else moves."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
import xlsxwriter

from tests.workbook.making import MAIN, OFFICE, one_sheet, relations, sheet_xml, workbook_xml, zipped
from workbook import edit
from workbook.cells import ErrorValue
from workbook.edit import Cached, Formula, drop_cached, replace_cells
from workbook.unreadable import Reason, Unreadable
from workbook.xlsx import read_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from workbook.cells import Sheet


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as made:
        money = made.add_format({"num_format": "#,##0.00", "bold": True})
        sheet = made.add_worksheet("เงินสด")
        sheet.write("A1", "รับ")
        sheet.write("C6", 100.25, money)
        sheet.write_formula("D6", "=C6*2", money, 200.5)
        sheet.write("F6", "end")
        other = made.add_worksheet("อื่น")
        other.write("A1", 1)
        other.insert_textbox("B2", "a shape that openpyxl would lose")
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(source: Path, cells: Mapping[str, object], sheet: str = "S") -> Sheet:
    target = source.with_name("edited.xlsx")
    replace_cells(source, target, {sheet: cells})
    return read_workbook(target).sheets[sheet]


def test_every_kind_comes_back(book: Path) -> None:
    read = edited(
        book,
        {
            "C6": 7,
            "A1": "ใหม่ & <b> ",
            "B1": True,
            "$C$1": -0.1,
            "D1": ErrorValue("#N/A"),
            "E1": Formula("SUM(C1:C6)", 3.5),
            "F1": Formula("A1"),
            "G1": "_x0041_",
        },
        "เงินสด",
    )
    assert read.values[0] == ["ใหม่ & <b> ", True, -0.1, ErrorValue("#N/A"), 3.5, None, "_x0041_"]
    assert [read.formula(0, column) for column in (4, 5)] == ["SUM(C1:C6)", "A1"]
    assert read.uncalculated == {(0, 5)}
    assert (read.value(5, 2), read.value(5, 3), read.formula(5, 3)) == (7, 200.5, "C6*2")


def test_openpyxl_reads_the_same_with_the_style_kept(book: Path, tmp_path: Path) -> None:
    replace_cells(book, tmp_path / "t.xlsx", {"เงินสด": {"C6": 99.75, "D6": "แทน", "Z9": 5, "B6": None}})
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["เงินสด"]
    assert (sheet["C6"].value, sheet["D6"].value, sheet["Z9"].value) == (99.75, "แทน", 5)
    assert sheet["C6"].number_format == sheet["D6"].number_format == "#,##0.00"
    assert sheet["C6"].font.bold


def test_every_other_part_is_the_same_to_the_byte(book: Path, tmp_path: Path) -> None:
    replace_cells(book, tmp_path / "t.xlsx", {"เงินสด": {"C6": 99.75}})
    before, after = parts_of(book), parts_of(tmp_path / "t.xlsx")
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    assert (tmp_path / "t.xlsx").stat().st_mode == book.stat().st_mode


def test_new_cells_stand_in_order(book: Path) -> None:
    read = edited(book, {"E6": 1, "B6": 2, "A3": 3, "AA6": 4, "A9": 5}, "เงินสด")
    assert [value for row in read.values for value in row if value is not None] == ["รับ", 3, 2, 100.25, 200.5, 1, "end", 4, 5]
    part = parts_of(book.with_name("edited.xlsx"))["xl/worksheets/sheet1.xml"].decode()
    places = [part.index(f'r="{cell}"') for cell in ("A1", "A3", "B6", "C6", "D6", "E6", "F6", "AA6", "A9")]
    assert places == sorted(places)
    assert "<dimension" not in part


def test_none_empties_a_cell_and_keeps_its_style(book: Path, tmp_path: Path) -> None:
    replace_cells(book, tmp_path / "t.xlsx", {"เงินสด": {"C6": None, "D6": None, "Q99": None}})
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["เงินสด"]
    assert (sheet["C6"].value, sheet["D6"].value, sheet["C6"].number_format) == (None, None, "#,##0.00")
    assert sheet.max_row == 6


@pytest.mark.parametrize(("value", "shown"), [(1.5, 1.5), ("", ""), ("ค", "ค"), (False, False), (ErrorValue("#REF!"), ErrorValue("#REF!")), (None, None)])
def test_only_the_shown_value_is_replaced(book: Path, value: object, shown: object) -> None:
    read = edited(book, {"D6": Cached(value)}, "เงินสด")  # type: ignore[arg-type]
    assert (read.value(5, 3), read.formula(5, 3)) == (shown, "C6*2")
    assert read.uncalculated == ({(5, 3)} if value is None else set())


def test_a_shown_value_needs_a_formula(book: Path, tmp_path: Path) -> None:
    for cell in ("C6", "Q99"):
        with pytest.raises(ValueError, match=f"{cell} holds no formula"):
            replace_cells(book, tmp_path / "t.xlsx", {"เงินสด": {cell: Cached(1)}})
    assert not (tmp_path / "t.xlsx").exists()


@pytest.mark.parametrize("value", [object(), float("inf"), float("nan")])
def test_what_no_cell_can_hold(book: Path, value: object) -> None:
    with pytest.raises(TypeError, match="no cell can hold"):
        edited(book, {"C6": value}, "เงินสด")


def test_a_sheet_that_is_not_there(book: Path) -> None:
    with pytest.raises(KeyError):
        edited(book, {"A1": 1}, "ไม่มี")


def test_a_shared_master_that_goes_leaves_its_followers_their_text(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c><c r="C1"><f t="shared" si="1" ref="C1">A9</f></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><v>1</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0">A3*3</f><v>6</v></c></row>'
    )
    source = zipped(tmp_path / "s.xlsx", one_sheet(sheet_xml(rows)))
    read = edited(source, {"B1": 2})
    assert read.formulas[1, 1] == "A2*2"
    assert (read.formula(0, 1), read.formula(2, 1), read.formula(0, 2)) == (None, "A3*3", "A9")
    kept = edited(source, {"B2": 4})
    assert (kept.formula(0, 1), kept.formula(1, 1)) == ("A1*2", None)


def test_places_that_the_file_leaves_out(tmp_path: Path) -> None:
    source = zipped(
        tmp_path / "s.xlsx", one_sheet(sheet_xml('<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row/><row><c><v>5</v></c></row>'))
    )
    assert edited(source, {"B1": 2, "A2": 9, "D1": 8}).values == [[1, 2, 3, 8], [9, None, None, None], [5, None, None, None]]


def with_chain(tmp_path: Path, *, types: bool = True) -> Path:
    formula = '<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1"><v>1</v></c></row>'
    parts = one_sheet(sheet_xml(formula)) | {
        "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "calcChain", "calcChain.xml")),
        "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="A1" i="1"/></calcChain>',
    }
    if types:
        kinds = '<Default Extension="xml" ContentType="a"/><Override PartName="/xl/calcChain.xml" ContentType="b"/>'
        parts["[Content_Types].xml"] = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{kinds}</Types>'
    return zipped(tmp_path / "chain.xlsx", parts)


@pytest.mark.parametrize("cells", [{"A1": 1}, {"B1": Formula("2")}])
def test_a_formula_that_comes_or_goes_takes_the_calculation_chain_along(tmp_path: Path, cells: dict[str, object]) -> None:
    replace_cells(with_chain(tmp_path), tmp_path / "t.xlsx", {"S": cells})
    after = parts_of(tmp_path / "t.xlsx")
    assert "xl/calcChain.xml" not in after
    assert not any(b"calcChain" in part for part in after.values())
    assert b"worksheets/sheet1.xml" in after["xl/_rels/workbook.xml.rels"]


def test_a_chain_without_content_types_goes_too(tmp_path: Path) -> None:
    replace_cells(with_chain(tmp_path, types=False), tmp_path / "t.xlsx", {"S": {"A1": 1}})
    assert "xl/calcChain.xml" not in parts_of(tmp_path / "t.xlsx")


def test_the_chain_stays_while_the_formulas_do(tmp_path: Path) -> None:
    replace_cells(with_chain(tmp_path), tmp_path / "t.xlsx", {"S": {"B1": 2, "A1": Cached(2)}})
    assert "xl/calcChain.xml" in parts_of(tmp_path / "t.xlsx")


def test_a_file_that_no_program_has_calculated(book: Path, tmp_path: Path) -> None:
    drop_cached(book, tmp_path / "t.xlsx")
    read = read_workbook(tmp_path / "t.xlsx").sheets["เงินสด"]
    assert (read.uncalculated, read.value(5, 3), read.value(5, 2), read.formula(5, 3)) == ({(5, 3)}, None, 100.25, "C6*2")


def test_prefixes_stay_as_they_were(tmp_path: Path) -> None:
    part = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    assert edited(zipped(tmp_path / "s.xlsx", one_sheet(part)), {"A1": "ก", "B1": 2}).values == [["ก", 2]]
    assert b"<x:t" in parts_of(tmp_path / "edited.xlsx")["xl/worksheets/sheet1.xml"]


def test_folders_and_backslashes_in_the_zip(tmp_path: Path) -> None:
    parts = {name.replace("xl/worksheets/", "xl\\worksheets\\"): content for name, content in one_sheet(sheet_xml("")).items()}
    source = zipped(tmp_path / "s.xlsx", {"xl/": b"", **parts})
    assert edited(source, {"A1": 1}).values == [[1]]
    assert list(parts_of(tmp_path / "edited.xlsx")) == list(parts_of(source))


def test_a_sheet_without_a_place_for_cells(tmp_path: Path) -> None:
    source = zipped(tmp_path / "s.xlsx", one_sheet(f'<worksheet xmlns="{MAIN}"/>'))
    with pytest.raises(ValueError, match="without sheetData"):
        edited(source, {"A1": 1})


def test_a_file_is_never_edited_in_its_place(book: Path) -> None:
    with pytest.raises(ValueError, match="never edited in its place"):
        replace_cells(book, book.parent / "." / book.name, {})
    with pytest.raises(ValueError, match="never edited in its place"):
        drop_cached(book, book)


def test_nothing_half_written_stays(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(edit, "_like", fail)
    with pytest.raises(OSError, match="No space"):
        replace_cells(book, tmp_path / "t.xlsx", {})
    assert [path.name for path in tmp_path.iterdir()] == [book.name]


def test_what_cannot_be_read_cannot_be_edited(tmp_path: Path) -> None:
    (tmp_path / "s.xlsx").write_text("a,b")
    with pytest.raises(Unreadable) as caught:
        replace_cells(tmp_path / "s.xlsx", tmp_path / "t.xlsx", {})
    assert caught.value.reason is Reason.TEXT


def test_a_workbook_in_the_root_of_the_package(tmp_path: Path) -> None:
    parts = {
        "_rels/.rels": relations(("r1", "officeDocument", "workbook.xml")),
        "workbook.xml": workbook_xml(),
        "_rels/workbook.xml.rels": relations(("r1", "worksheet", "sheet1.xml"), ("r2", "calcChain", "calcChain.xml")),
        "sheet1.xml": sheet_xml('<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>'),
        "calcChain.xml": "<calcChain/>",
    }
    source = zipped(tmp_path / "s.xlsx", parts)
    replace_cells(source, tmp_path / "t.xlsx", {"S": {"A1": 1}})
    assert "calcChain.xml" not in parts_of(tmp_path / "t.xlsx")
    assert f"{OFFICE}/calcChain".encode() not in parts_of(tmp_path / "t.xlsx")["_rels/workbook.xml.rels"]
