"""``satja new``, ``satja fields``: the empty book, and where everything in it stands."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from satja.command import COULD_NOT, satja
from templates.declare import Size
from templates.read import ReadBook, read_book
from tests.command.calling import run
from workbook.addresses import column_index
from workbook.cells import Workbook
from workbook.xlsx import read_workbook

KINDS = {"money", "rate", "number", "whole", "date", "text"}


def new(runner: CliRunner, *arguments: str | Path) -> None:
    ran = runner.invoke(satja, ["new", "savings-group", *map(str, arguments)], standalone_mode=False)
    if ran.exception is not None:
        raise ran.exception


def read(path: Path) -> ReadBook:
    book = read_book(read_workbook(path))
    assert book is not None
    return book


@pytest.mark.parametrize("day", ["2024-07-01", "1/7/2567", "1/7/2024", "2567-07-01", "01/07/2567"])
def test_the_first_day_in_either_era(day: str, runner: CliRunner) -> None:
    new(runner, "--members", "12", "--first-day", day)
    book = read(Path("savings-group.xlsx"))
    assert book.rule("first_day") == dt.date(2024, 7, 1)
    assert book.rule("last_day") == dt.date(2025, 6, 30)


def test_the_size_is_as_asked_and_the_by_laws_wait(runner: CliRunner) -> None:
    new(runner, "--members", "40", "--banks", "3", "-o", "สมุด.xlsx")
    book = read(Path("สมุด.xlsx"))
    assert (book.size, book.stamped, book.is_empty, book.values_mode) == (Size(40, 3), True, True, False)
    assert book.rule("first_day") is None
    assert book.tables["members"].length >= 40
    assert "bank3_in" in book.tables["cash"].columns
    assert [path.name for path in Path().iterdir()] == ["สมุด.xlsx"]


def test_a_book_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "savings-group.xlsx").write_text("สมุดของปีก่อน", encoding="utf-8")
    ran = run("new", "savings-group", cwd=tmp_path)
    assert ran.code == COULD_NOT
    assert ran.err.startswith("มีไฟล์ savings-group.xlsx อยู่แล้ว")
    assert (tmp_path / "savings-group.xlsx").read_text(encoding="utf-8") == "สมุดของปีก่อน"


@pytest.mark.parametrize("day", ["1/13/2567", "30/2/2567", "เมื่อวาน", "2567", "1-7-2567", "", "29/2/2568"])
def test_a_day_that_is_none_is_said_in_thai(day: str, tmp_path: Path) -> None:
    ran = run("new", "savings-group", "--first-day", day, cwd=tmp_path)
    assert ran.code == COULD_NOT
    assert "อ่านไม่ได้" in ran.err
    assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["savings-club"], [], ["savings-group", "--members", "0"], ["savings-group", "--banks", "7"], ["savings-group", "-o"]])
def test_a_wrong_call_is_answered_in_thai(arguments: list[str], tmp_path: Path) -> None:
    ran = run("new", *arguments, cwd=tmp_path)
    assert ran.code == COULD_NOT
    assert ran.err.startswith("คำสั่งนี้ยังเรียกไม่ถูก")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_in_thai(tmp_path: Path) -> None:
    ran = run("new", "savings-group", "-o", "ไม่มี/สมุด.xlsx", cwd=tmp_path)
    assert ran.code == COULD_NOT
    assert ran.err.startswith("เขียนไฟล์ไม่ได้")
    assert list(tmp_path.iterdir()) == []


def test_stopping_leaves_nothing_half_written(runner: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("templates.write._Writer.write", stopped)
    ran = runner.invoke(satja, ["new", "savings-group", "--members", "12"])
    assert ran.exit_code != 0
    assert list(Path().iterdir()) == []


def test_stopping_a_check_leaves_no_note_half_written(runner: CliRunner, books: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", stopped)
    assert runner.invoke(satja, ["check", str(books / "ดี.xlsx")]).exit_code != 0
    assert list(Path("satja-out").iterdir()) == []


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, Any]], Workbook]:
    """Give what ``fields`` says of a book, and the book."""
    target = tmp_path_factory.mktemp("fields") / "book.xlsx"
    size = ["--members", "12", "--banks", "2"]
    new(CliRunner(), *size, "-o", target)
    said = CliRunner().invoke(satja, ["fields", "savings-group", "--format", "json", *size])
    return json.loads(said.stdout), read_workbook(target)


def test_a_heading_stands_right_above_the_first_row(told: tuple[list[dict[str, Any]], Workbook]) -> None:
    tables, book = told
    seen = 0
    for table in tables:
        sheet = book.sheets[table["sheet"]]
        for column in table["columns"]:
            letters = column_index(column["letter"])
            row = column.get("row")
            label = sheet.value(table["first_row"] - 2, letters) if row is None else sheet.value(row - 1, letters - 1)
            assert label == column["heading"], (table["table"], column)
            seen += 1
    assert seen > 300
    assert len({table["table"] for table in tables}) == len(tables) > 40


def test_the_contract_of_the_fields(told: tuple[list[dict[str, Any]], Workbook]) -> None:
    tables, book = told
    for table in tables:
        assert list(table) == ["table", "sheet", "first_row", "last_row", "columns"]
        assert 1 <= table["first_row"] <= table["last_row"]
        for column in table["columns"]:
            assert list(column) in (["field", "heading", "letter", "kind", "input"], ["field", "heading", "letter", "kind", "input", "row"])
            assert column["kind"] in KINDS
            assert isinstance(column["input"], bool)
    receipts = next(table for table in tables if table["table"] == "receipts")
    amount = next(column for column in receipts["columns"] if column["field"] == "amount")
    computed = next(column for column in receipts["columns"] if column["field"] == "receipt")
    assert (amount["heading"], amount["kind"], amount["input"]) == ("จำนวนเงิน", "money", True)
    assert not computed["input"]
    sheet, letters = book.sheets[receipts["sheet"]], column_index(computed["letter"])
    assert sheet.formula(receipts["last_row"] - 1, letters) is not None
    assert sheet.formula(receipts["last_row"], letters) is None


def test_the_fields_as_text(runner: CliRunner) -> None:
    said = runner.invoke(satja, ["fields", "savings-group"]).stdout
    assert "receipts  แผ่น รับเงินวันทำการ  แถว 6–" in said
    assert "จำนวนเงิน (money, พิมพ์)" in said
    assert "ใบเสร็จ (text)" in said


def test_the_book_of_a_revolving_fund_is_made_and_asks_for_its_by_laws_alone(runner: CliRunner) -> None:
    ran = runner.invoke(satja, ["new", "revolving-fund", "--members", "12", "--banks", "2"], standalone_mode=False)
    assert ran.exception is None
    book = read(Path("revolving-fund.xlsx"))
    assert (book.book.id, book.size, book.is_empty) == ("revolving-fund", Size(12, 2), True)
    assert book.rule("capital") == 28_000_000
    checked = runner.invoke(satja, ["check", "revolving-fund.xlsx", "--out", "-", "--format", "json"], standalone_mode=False)
    assert [finding["check"] for finding in json.loads(checked.output)[0]["findings"]] == ["STRUCT-06"]


def test_a_welfare_club_s_book_has_a_bank_for_each_of_its_two_books(runner: CliRunner) -> None:
    runner.invoke(
        satja, ["new", "welfare-club", "--members", "40", "--first-day", "1/1/2567", "-o", "ชมรม.xlsx"], standalone_mode=False, catch_exceptions=False
    )
    book = read(Path("ชมรม.xlsx"))
    assert (book.book.id, book.size, book.stamped, book.is_empty) == ("welfare-club", Size(40, 1), True, True)
    assert {"bank1_in", "bank2_in"} <= set(book.tables["cash"].columns)
    assert (book.rule("account_bank1"), book.rule("account_bank2")) == ("1A120", "1B120")
