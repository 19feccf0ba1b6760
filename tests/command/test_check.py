"""``satja check``: what it writes, prints and leaves with; the books are never touched."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from satja.command import COULD_NOT, ERRORS, OK, satja
from tests.command.calling import SAMPLES, contents, run
from tests.validator.building import Bench
from workbook.edit import drop_cached

WRITTEN = "satja-out"


def check(runner: CliRunner, *arguments: str | Path) -> Result:
    """Check, and give what came of it; an exception of our own would be a bug."""
    ran = runner.invoke(satja, ["check", *map(str, arguments)], standalone_mode=False)
    if ran.exception is not None:
        raise ran.exception
    return ran


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["ดี.xlsx"], OK),
        (["ถาม.xlsx"], OK),
        (["ต่าง.xlsx"], ERRORS),
        (["ดี.xlsx", "ถาม.xlsx"], OK),
        (["ดี.xlsx", "ต่าง.xlsx"], ERRORS),
        (["ต่าง.xlsx", "ไม่มี.xlsx"], COULD_NOT),
        (["ไม่มี.xlsx", "ดี.xlsx"], COULD_NOT),
    ],
)
def test_it_leaves_with_what_it_found(names: list[str], code: int, books: Path, runner: CliRunner) -> None:
    ran = check(runner, *(books / name for name in names))
    assert ran.return_value == code
    assert [book["file"] for book in json.loads(Path(WRITTEN, "report.json").read_text(encoding="utf-8"))] == names
    assert {path.name for path in Path(WRITTEN).iterdir()} == {"report.json", *(Path(name).with_suffix(".html").name for name in names)}


def test_the_books_and_their_folder_stay_as_they_are(books: Path, runner: CliRunner) -> None:
    before, times = contents(books), [path.stat().st_mtime_ns for path in sorted(books.iterdir())]
    check(runner, *sorted(books.iterdir()))
    assert contents(books) == before
    assert [path.stat().st_mtime_ns for path in sorted(books.iterdir())] == times


def test_two_books_of_one_name_have_two_notes(books: Path, runner: CliRunner, tmp_path: Path) -> None:
    other = tmp_path / "other" / "ดี.xlsx"
    other.parent.mkdir()
    other.write_bytes((books / "ต่าง.xlsx").read_bytes())
    check(runner, books / "ดี.xlsx", other, "--format", "html")
    assert {path.name for path in Path(WRITTEN).iterdir()} == {"ดี.html", "ดี-2.html"}


def test_a_folder_and_a_format_can_be_chosen(books: Path, runner: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "ผล" / "ปี 2567"
    check(runner, books / "ต่าง.xlsx", "--out", out, "--format", "html", "--lang", "en")
    assert [path.name for path in out.iterdir()] == ["ต่าง.html"]
    assert '<html lang="en">' in (out / "ต่าง.html").read_text(encoding="utf-8")
    assert list(Path().iterdir()) == []
    check(runner, books / "ต่าง.xlsx", "--out", out, "--format", " json ")
    assert {path.name for path in out.iterdir()} == {"ต่าง.html", "report.json"}


@pytest.mark.parametrize("chosen", [[], ["--format", "json"]])
def test_json_is_printed_alone(chosen: list[str], books: Path, runner: CliRunner) -> None:
    ran = check(runner, books / "ดี.xlsx", books / "ต่าง.xlsx", "--out", "-", *chosen)
    assert [book["decision"] for book in json.loads(ran.stdout)] == ["no contradiction", "not yet"]
    assert ran.stderr == ""
    assert list(Path().iterdir()) == []


def test_html_is_printed(books: Path, runner: CliRunner) -> None:
    ran = check(runner, books / "ดี.xlsx", "--out", "-", "--format", "html")
    assert ran.stdout.startswith("<!doctype html>")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("arguments", [["--out", "-", "--format", "json,html"], ["--format", "pdf"], ["--format", ""], ["--format", "html,docx"]])
def test_a_format_that_is_not_there_is_refused_in_thai(arguments: list[str], books: Path) -> None:
    ran = run("check", books / "ดี.xlsx", *arguments, cwd=books)
    assert ran.code == COULD_NOT
    assert "รูปแบบ" in ran.err
    assert "Traceback" not in ran.err
    assert not (books / WRITTEN).exists()


def test_the_terminal_shows_the_decision_and_where_to_look(books: Path, runner: CliRunner) -> None:
    told = " ".join(check(runner, books / "ต่าง.xlsx").stdout.split())
    assert "ยังไม่ควรจ่ายปันผล ชวนดูข้อด้านล่างด้วยกันก่อน" in told
    assert "CELL-09 สูตรถูกพิมพ์ทับ" in told
    assert "22,300.00" in told
    assert "SAV-01" not in told
    assert f"บันทึกอยู่ที่ {WRITTEN}/ต่าง.html" in told
    assert "Not yet time to pay" in check(runner, books / "ต่าง.xlsx", "--lang", "en").stdout


def test_many_findings_are_cut_short_with_their_number(bench: Bench, runner: CliRunner) -> None:
    cells = {f"รับเงินวันทำการ!L{row}": "50" for row in range(6, 21)}
    told = check(runner, bench.book({"cells": cells})).stdout
    assert told.count("CELL-02") == 12
    assert "และอีก 3 ข้อในบันทึก" in told


def test_what_was_not_looked_at_is_said_with_its_reason(bench: Bench, runner: CliRunner, tmp_path: Path) -> None:
    never = tmp_path / "never.xlsx"
    drop_cached(bench.sound(), never)
    told = " ".join(check(runner, never).stdout.split())
    assert re.search(r"ยังไม่ได้ดู [A-Z0-9, -]*CELL-09, CELL-10, [A-Z0-9, -]*SAV-01, [A-Z0-9, -]*: ไฟล์นี้ยังไม่ได้คำนวณ", told)
    assert "Not looked at" in check(runner, never, "--lang", "en").stdout


def test_progress_is_silent_where_nobody_looks(books: Path) -> None:
    ran = run("check", "ดี.xlsx", "ต่าง.xlsx", cwd=books)
    assert (ran.code, ran.err) == (ERRORS, "")
    assert "\x1b" not in ran.out


def test_the_output_is_the_same_twice(books: Path, runner: CliRunner) -> None:
    check(runner, books / "ต่าง.xlsx", "--out", "one")
    check(runner, books / "ต่าง.xlsx", "--out", "two")
    assert contents(Path("one")) == contents(Path("two"))


def test_the_console_of_a_windows_machine_need_not_know_thai(books: Path) -> None:
    ran = run("check", books / "ต่าง.xlsx", cwd=books, console="cp874")
    assert (ran.code, ran.err) == (ERRORS, "")
    assert "สูตรถูกพิมพ์ทับ" in ran.out


def test_a_name_in_an_older_thai_encoding_is_no_reason_to_stop(books: Path, runner: CliRunner) -> None:
    there = Path(os.fsdecode(os.fsencode(books) + b"/\xca\xc1\xd8\xb4.xlsx"))
    there.write_bytes((books / "ดี.xlsx").read_bytes())
    ran = check(runner, there)
    assert ran.return_value == OK
    assert json.loads(Path(WRITTEN, "report.json").read_text(encoding="utf-8"))[0]["file"] == "\ufffd\ufffd\u0634.xlsx"


def test_a_folder_that_cannot_be_written_is_said_in_thai(books: Path) -> None:
    ran = run("check", "ดี.xlsx", "--out", "ต่าง.xlsx", cwd=books)
    assert ran.code == COULD_NOT
    assert ran.err.startswith("เขียนไฟล์ไม่ได้")
    assert "Traceback" not in ran.err


def test_no_file_is_a_wrong_call(tmp_path: Path) -> None:
    ran = run("check", cwd=tmp_path)
    assert ran.code == COULD_NOT
    assert ran.err.startswith("คำสั่งนี้ยังเรียกไม่ถูก")


def test_a_locked_sample_is_said_to_be_locked(runner: CliRunner) -> None:
    ran = check(runner, SAMPLES / "mistakes" / "FILE-02.xlsx")
    assert ran.return_value == COULD_NOT
    assert "ล็อกรหัส" in ran.stdout
