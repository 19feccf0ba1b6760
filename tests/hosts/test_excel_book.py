"""A book as .xlsm for Excel on Windows: the same book, its calls spelt as macros are, opened and calculated by LibreOffice."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from addin.hosts.excel_book import convert, spelt
from addin.hosts.excel_macros import ribbon
from satja.command import satja
from tests.libreoffice.books import Case, make
from tests.libreoffice.calling import formulas_of_ours
from tests.libreoffice.comparing import compare, wanted
from validator.run import check_file
from workbook.macros import MACRO_ENABLED, RIBBON_PART, HasRibbon
from workbook.unreadable import Unreadable
from workbook.xlsx import read_workbook
from workshop.recalculate import recalculate

SAMPLES = Path(__file__).parents[2] / "samples"
BOOKS = ("savings-group-30", "savings-group-30-libreoffice", "savings-group-30-values", "village-fund-60", "revolving-fund-40", "welfare-club-60")
CASES = (
    Case(2, 20, dt.date(2024, 7, 1)),
    Case(30, 12, dt.date(2024, 4, 1), fund="village-fund"),
    Case(370, 12, dt.date(2024, 4, 1), fund="revolving-fund"),
    Case(25, 12, dt.date(2024, 4, 1), fund="welfare-club"),
)


@pytest.mark.parametrize("name", BOOKS)
def test_the_converted_book_is_the_same_book(name: str, tmp_path: Path) -> None:
    source, target = SAMPLES / f"{name}.xlsx", tmp_path / f"{name}.xlsm"
    before = source.read_bytes()
    number = convert(source, target)
    assert source.read_bytes() == before
    assert check_file(target).outcomes == check_file(source).outcomes
    old, new = read_workbook(source), read_workbook(target)
    assert {name: sheet.values for name, sheet in new.sheets.items()} == {name: sheet.values for name, sheet in old.sheets.items()}
    calls = [text for sheet in new.sheets.values() for place in sheet.formulas if "SATJA_" in (text := sheet.formula(*place) or "")]
    assert not list(formulas_of_ours(new))
    assert (number > 0) == bool(calls)


def test_every_other_part_is_there_to_the_byte(tmp_path: Path) -> None:
    source, target = SAMPLES / "savings-group-30.xlsx", tmp_path / "book.xlsm"
    convert(source, target)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target) as new:
        assert set(new.namelist()) == {*old.namelist(), RIBBON_PART}
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert {re.sub(r"\d+", "", name) for name in changed} == {"[Content_Types].xml", "_rels/.rels", "xl/worksheets/sheet.xml"}
        assert MACRO_ENABLED in new.read("[Content_Types].xml").decode()
        assert new.read(RIBBON_PART).decode() == ribbon()


def test_converted_twice_it_stays_the_same(tmp_path: Path) -> None:
    convert(SAMPLES / "revolving-fund-40.xlsx", tmp_path / "one.xlsm")
    assert convert(tmp_path / "one.xlsm", tmp_path / "two.xlsm") == 0
    with zipfile.ZipFile(tmp_path / "one.xlsm") as one, zipfile.ZipFile(tmp_path / "two.xlsm") as two:
        assert {name: one.read(name) for name in one.namelist()} == {name: two.read(name) for name in two.namelist()}


@pytest.mark.xdist_group("extension")
def test_libreoffice_opens_it_and_calculates_the_same(tmp_path: Path) -> None:
    """The macros are not there, so that each cell shows what its plain formula gives."""
    made = [make(case, tmp_path) for case in CASES]
    for each in made:
        convert(each.planted, tmp_path / f"{each.planted.stem}.xlsm")
    back = recalculate([tmp_path / f"{each.planted.stem}.xlsm" for each in made], tmp_path / "back")
    for each, path in zip(made, back, strict=True):
        assert compare(wanted(each), path).differences[:5] == []


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SATJA.INTEREST(A1,12%,3)", "SATJA_INTEREST(A1,12%,3)"),
        ("IFERROR(satja.add_months($A1,1),0)", "IFERROR(SATJA_ADD_MONTHS($A1,1),0)"),
        ("SATJA.DIVIDEND(1,2,SATJA.INTEREST(A1,1,1))", "SATJA_DIVIDEND(1,2,SATJA_INTEREST(A1,1,1))"),
        ('"SATJA.NOTE"', '"SATJA.NOTE"'),
        ('"ดู SATJA.INTEREST(1)"&amp;SATJA.BAHT_TEXT(1)', '"ดู SATJA.INTEREST(1)"&amp;SATJA_BAHT_TEXT(1)'),
        ("&quot;SATJA.LEVY(1)&quot;&amp;SATJA.LEVY(1,2,3)", "&quot;SATJA.LEVY(1)&quot;&amp;SATJA_LEVY(1,2,3)"),
        ('"a""SATJA.LEVY(1)"', '"a""SATJA.LEVY(1)"'),
        ("_xldudf_SATJA_LEVY(1,2,3)+SATJA.LEVY (1,2,3)", "SATJA_LEVY(1,2,3)+SATJA_LEVY (1,2,3)"),
        ("MYSATJA.INTEREST(1)", "MYSATJA.INTEREST(1)"),
        ("SATJA_INTEREST(1)", "SATJA_INTEREST(1)"),
    ],
)
def test_calls_are_spelt_as_macros_are(formula: str, expected: str) -> None:
    assert spelt(formula) == expected


def repacked(source: Path, target: Path, change: Callable[[str, bytes], bytes | None], **added: str) -> Path:
    """Write a copy of a package with parts changed, left out or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
        for name, text in added.items():
            new.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return target


def test_a_workbook_whose_kind_is_the_default_of_its_parts_is_declared_all_the_same(tmp_path: Path) -> None:
    def by_default(name: str, data: bytes) -> bytes:
        if name != "[Content_Types].xml":
            return data
        return re.sub(rb'<Override PartName="/xl/workbook.xml"[^>]*/>', b"", data).replace(b'ContentType="application/xml"', b'ContentType="' + KIND + b'"')

    book = repacked(SAMPLES / "revolving-fund-40.xlsx", tmp_path / "default.xlsx", by_default)
    convert(book, tmp_path / "default.xlsm")
    with zipfile.ZipFile(tmp_path / "default.xlsm") as made:
        types = made.read("[Content_Types].xml").decode()
    assert re.search(rf'PartName="/xl/workbook.xml" ContentType="{re.escape(MACRO_ENABLED)}"', types)


KIND = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OWN = '<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"/>'


def with_ribbon(name: str, data: bytes) -> bytes:
    relation = b'<Relationship Id="r9" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" Target="CustomUI/own.xml"/>'
    return data.replace(b"</Relationships>", relation + b"</Relationships>") if name == "_rels/.rels" else data


def test_a_book_with_a_ribbon_of_its_own_is_left_as_it_is(tmp_path: Path) -> None:
    book = repacked(SAMPLES / "revolving-fund-40.xlsx", tmp_path / "own.xlsx", with_ribbon, CustomUI__own_xml=OWN)
    with pytest.raises(HasRibbon):
        convert(book, tmp_path / "own.xlsm")
    ran = CliRunner().invoke(satja, ["addin", "excel", "convert", str(book)])
    assert (ran.exit_code, "แท็บของตัวเอง" in ran.output, list(tmp_path.iterdir())) == (1, True, [book])


@pytest.mark.parametrize(
    ("part", "damage"),
    [
        ("[Content_Types].xml", b"<Types"),
        ("_rels/.rels", b"<Relationships"),
        ("[Content_Types].xml", b"<Types>\xff\xfe</Types>"),
        ("xl/worksheets/sheet3.xml", b"<worksheet><c><f>SATJA.LEVY(\xff)</f></c></worksheet>"),
    ],
)
def test_a_damaged_package_is_said_and_nothing_is_left(part: str, damage: bytes, tmp_path: Path) -> None:
    book = repacked(SAMPLES / "revolving-fund-40.xlsx", tmp_path / "bad.xlsx", lambda name, data: damage if name == part else data)
    ran = CliRunner().invoke(satja, ["addin", "excel", "convert", str(book)])
    assert (ran.exit_code, "ยังเปิด" in ran.output, list(tmp_path.iterdir())) == (1, True, [book])


@pytest.mark.parametrize(("output", "said"), [("book.xlsx", "ต้องลงท้ายด้วย .xlsm"), ("no/book.xlsm", "ไม่มีโฟลเดอร์")])
def test_a_name_that_excel_would_refuse_is_said(output: str, said: str, tmp_path: Path) -> None:
    ran = CliRunner().invoke(satja, ["addin", "excel", "convert", str(SAMPLES / "revolving-fund-40.xlsx"), "-o", str(tmp_path / output)])
    assert (ran.exit_code, said in ran.output, list(tmp_path.iterdir())) == (1, True, [])


def test_the_command_says_what_it_wrote_and_overwrites_nothing(tmp_path: Path) -> None:
    book, target = SAMPLES / "revolving-fund-40.xlsx", tmp_path / "เล่ม.xlsm"
    ran = CliRunner().invoke(satja, ["addin", "excel", "convert", str(book), "-o", str(target)])
    assert (ran.exit_code, "สูตรเรียก SATJA_X" in ran.output) == (0, True)
    before = target.read_bytes()
    again = CliRunner().invoke(satja, ["addin", "excel", "convert", str(book), "-o", str(target)])
    assert (again.exit_code, "ไม่เขียนทับ" in again.output) == (1, True)
    assert target.read_bytes() == before


def test_what_is_no_workbook_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "note.xlsx").write_text("no zip")
    with pytest.raises(Unreadable):
        convert(tmp_path / "note.xlsx", tmp_path / "note.xlsm")
    ran = CliRunner().invoke(satja, ["addin", "excel", "convert", str(tmp_path / "note.xlsx")])
    assert (ran.exit_code, "ยังเปิด" in ran.output) == (1, True)
    assert list(tmp_path.iterdir()) == [tmp_path / "note.xlsx"]
