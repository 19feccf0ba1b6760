"""A book as .xlsm for Excel on Windows: the same book, its calls spelt as macros are, opened and calculated by LibreOffice."""

import datetime as dt
import re
import zipfile
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
from workbook.macros import MACRO_ENABLED, RIBBON_PART
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
        ("MYSATJA.INTEREST(1)", "MYSATJA.INTEREST(1)"),
        ("SATJA_INTEREST(1)", "SATJA_INTEREST(1)"),
    ],
)
def test_calls_are_spelt_as_macros_are(formula: str, expected: str) -> None:
    assert spelt(formula) == expected


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
