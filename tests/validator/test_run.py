"""The run as a whole: what cannot be looked at, what is empty, the decision line, and one mistake as one item."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import fill
from templates.write import write_book
from tests.validator.building import Bench
from tests.validator.packages import without_sheet
from validator.outcome import Outcome, Result
from validator.run import AFTER_ANSWERS, MID_YEAR, NO_CONTRADICTION, NOT_YET, Report, check_file
from workbook.edit import drop_formulas

TYPED_OVER = {"เงินสัจจะ!R8": 22300.0}


def outcome(report: Report, check: str) -> Outcome:
    return next(each for each in report.outcomes if each.check == check)


@pytest.fixture(scope="module")
def new_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the book that nobody has filled in."""
    size, target = Size(12), tmp_path_factory.mktemp("new") / "new.xlsx"
    book = savings_group(size)
    write_book(book, size, fill(book, size, {}), target)
    return target


def test_a_new_book_only_asks_for_the_by_laws(new_book: Path, tmp_path: Path) -> None:
    drop_formulas(new_book, tmp_path / "values.xlsx")
    for book in (new_book, tmp_path / "values.xlsx"):
        report = check_file(book)
        assert [(finding.check, finding.cells) for finding in report.findings] == [("STRUCT-06", ("ระเบียบ!B6", "ระเบียบ!B12"))]
        assert outcome(report, "STRUCT-07").result is Result.NOT_APPLICABLE
        assert outcome(report, "MEMB-05").result is Result.NOT_RUN
        assert report.decision == MID_YEAR


@pytest.mark.parametrize(
    ("sheet", "silent"),
    [
        ("สมาชิก", {"MEMB-01", "MEMB-05"}),
        ("ระเบียบ", {"STRUCT-06", "SAV-02"}),
        ("รับเงินวันทำการ", {"SAV-01", "SAV-03"}),
        ("งบทดลอง", {"SAV-02"}),
        ("ยอดยกมา", {"MEMB-05", "SAV-01", "SAV-03"}),
    ],
)
def test_what_needs_a_missing_sheet_is_not_run_and_says_so(sheet: str, silent: set[str], bench: Bench, tmp_path: Path) -> None:
    without_sheet(sheet)(bench.base, bench.sound(), tmp_path / "book.xlsx")
    report = check_file(tmp_path / "book.xlsx")
    assert [finding.key for finding in outcome(report, "STRUCT-02").findings] == [f"STRUCT-02:{sheet}"]
    for check in silent:
        assert outcome(report, check).result is Result.NOT_RUN
        assert outcome(report, check).reason == f"ไม่พบแผ่น '{sheet}'"
    assert report.decision == NOT_YET
    assert [finding.check for finding in report.roots] == ["STRUCT-02"]


def test_a_stamp_from_another_book_is_asked_about(bench: Bench) -> None:
    report = check_file(bench.book({"cells": {"{stamp.fingerprint}": "0123456789abcdef"}}))
    (finding,) = report.findings
    own = bench.base.filled["stamp"].columns["fingerprint"][0]
    assert (finding.check, finding.found, finding.expected) == ("STRUCT-01", "0123456789abcdef", own)


@pytest.mark.parametrize(
    ("case", "decision"),
    [
        ({}, NO_CONTRADICTION),
        ({"book": "values"}, NO_CONTRADICTION),
        ({"typed": {"bank_proof": {6: {"certificate": None}}}}, AFTER_ANSWERS),
        ({"typed": {"rules": {"report_date": dt.date(2024, 10, 31)}}}, MID_YEAR),
        ({"typed": {"rules": {"loan_rate": None}}}, NO_CONTRADICTION),
        ({"cells": TYPED_OVER}, NOT_YET),
        ({"cells": TYPED_OVER, "typed": {"rules": {"report_date": dt.date(2024, 10, 31)}}}, NOT_YET),
    ],
)
def test_the_decision_line(case: dict[str, Any], decision: str, bench: Bench) -> None:
    assert check_file(bench.book(case)).decision == decision


def test_one_mistake_is_one_item_and_two_are_two(bench: Bench) -> None:
    one = check_file(bench.book({"cells": TYPED_OVER}))
    assert [finding.check for finding in one.roots] == ["CELL-09"]
    assert {finding.check for finding in one.findings} >= {"CELL-09", "SAV-01", "SAV-02"}
    two = check_file(bench.book({"cells": {**TYPED_OVER, "เงินสัจจะ!R10": {"shows": 10100.0}}}))
    assert [finding.key for finding in two.roots] == ["CELL-09:savings.closing:ส-003", "CELL-14:savings.closing:ส-005"]


def test_two_texts_in_one_member_s_amounts_are_two_items(bench: Bench) -> None:
    report = check_file(bench.book({"typed": {"receipts": {10: {"amount": {"text": "150"}}, 28: {"amount": {"text": "150"}}}}}))
    assert [finding.cells for finding in report.roots] == [("รับเงินวันทำการ!L10",), ("รับเงินวันทำการ!L28",)]


def test_a_mistake_about_one_member_does_not_explain_another_s(bench: Bench) -> None:
    report = check_file(bench.book({"typed": {"receipts": {6: {"month": 13}, 8: {"amount": {"text": "100"}}}}}))
    assert [(finding.check, finding.about) for finding in report.roots] == [("CELL-02", frozenset({"ส-011"})), ("SAV-01", frozenset({"ส-007"}))]


def test_the_same_file_gives_the_same_report(bench: Bench) -> None:
    book = bench.book({"cells": TYPED_OVER})
    assert check_file(book).outcomes == check_file(book).outcomes


def test_the_names_of_findings_do_not_depend_on_where_the_book_lies(bench: Bench, tmp_path: Path) -> None:
    there = tmp_path / "สมุด ปี ๒๕๖๗.xlsx"
    there.write_bytes(bench.book({"cells": TYPED_OVER}).read_bytes())
    report = check_file(there)
    assert report.file == there.name
    assert str(tmp_path) not in repr(report.outcomes)
