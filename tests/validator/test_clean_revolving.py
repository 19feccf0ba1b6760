"""A sound year of a revolving fund gives no finding: live, saved as values, and saved by LibreOffice; what such a fund does not keep is not asked for."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from templates.books.revolving_fund import revolving_fund
from templates.declare import Size
from templates.filled import fill
from templates.write import write_book
from tests.validator.packages import without_sheet
from tests.validator.test_cases import line, read_aloud
from tests.validator.test_clean_years import ONE_ADVICE
from validator.outcome import Result
from validator.run import NO_CONTRADICTION, Report, check_file
from workbook.edit import drop_formulas
from workshop.museum import REVOLVING_FUND, SIZE, Base
from workshop.recalculate import recalculate
from workshop.revolving.keep import keep
from workshop.revolving.year import simulate

pytestmark = pytest.mark.long

YEARS = [(seed, 12 + seed % 5 * 9, dt.date(2023 + seed % 3, 1 + seed * 5 % 12, 1), seed % 10 == 7) for seed in range(201, 209)]
FOREIGN = (
    "SAV",
    "WELF",
    "LEDG-08",
    "LOAN-06",
    "LOAN-09",
    "RULE-06",
    "YEND-10",
    "YEND-01",
    "YEND-03",
    "YEND-04",
    "YEND-05",
    "YEND-06",
    "RULE-01",
    "REPAY-02",
    "REPAY-03",
)
"""What needs savings, guarantors, a dividend or interest, money apart, or a club."""


def year_book(seed: int, members: int, first_day: dt.date, first_year: bool, target: Path) -> Path:
    year = simulate(seed, members, first_day, first_year=first_year)
    size = Size(members, year.banks)
    book = revolving_fund(size)
    write_book(book, size, fill(book, size, keep(year, book.tables["rules"].initial[0])), target)
    return target


def found(report: Report) -> list[str]:
    return [line(finding) for finding in report.findings]


def holds(report: Report) -> None:
    """Nothing but what a fund without savings and interest has not is left out, but for a limit nobody resolved on."""
    assert report.decision == NO_CONTRADICTION
    left_out = {outcome.check for outcome in report.outcomes if outcome.result is Result.NOT_APPLICABLE}
    assert {check for check in left_out if not check.startswith(FOREIGN)} <= {"LEDG-06", "LOAN-05", "RULE-02", "ARRS-01", "ARRS-02"}
    assert {outcome.check for outcome in report.outcomes if outcome.result is Result.NOT_RUN} <= {"RULE-02"}
    read_aloud(report)


@pytest.mark.parametrize(("seed", "members", "first_day", "first_year"), YEARS)
def test_a_sound_year_has_no_finding(seed: int, members: int, first_day: dt.date, first_year: bool, tmp_path: Path) -> None:
    live = year_book(seed, members, first_day, first_year, tmp_path / "live.xlsx")
    report = check_file(live)
    assert found(report) == []
    holds(report)
    drop_formulas(live, tmp_path / "values.xlsx")
    assert found(check_file(tmp_path / "values.xlsx")) == ONE_ADVICE


@pytest.mark.xdist_group("libreoffice")
def test_the_golden_year_and_a_sound_one_that_libreoffice_saved_have_no_finding(tmp_path: Path) -> None:
    base = Base(REVOLVING_FUND)
    write_book(base.book, SIZE, base.filled, tmp_path / "golden.xlsx")
    books = [tmp_path / "golden.xlsx", year_book(*YEARS[1], tmp_path / "year.xlsx")]
    for saved in recalculate(books, tmp_path / "saved"):
        report = check_file(saved)
        assert found(report) == []
        assert report.mode == "live"


@pytest.mark.parametrize("members", [3, 40, 300])
def test_a_book_without_its_stamp_is_known_by_its_sheets(members: int, tmp_path: Path) -> None:
    """Half of its sheets have names of their own: it is not taken for a savings group's, and there is room for all of its rows."""
    base, size = Base(REVOLVING_FUND), Size(members)
    book = revolving_fund(size)
    write_book(book, size, fill(book, size, base.typed), tmp_path / "book.xlsx")
    without_sheet("_satja")(base, tmp_path / "book.xlsx", tmp_path / "bare.xlsx")
    report = check_file(tmp_path / "bare.xlsx")
    assert report.book is not None
    assert (report.book_type, report.book.stamped) == ("revolving-fund", False)
    assert report.book.size.members >= members
    assert {finding.check for finding in report.findings} <= {"STRUCT-01"}


def year_before(base: Base, target: Path, **other: Any) -> Path:
    """Write the book of the year before, in which nothing moved: it closes with what the golden year opens."""
    moved = ("receipts", "cash", "journal", "write_offs", "minutes", "receipt_books", "denominations")
    typed = base.retype() | {name: [] for name in moved}
    day = dt.date(2022, 12, 31)
    typed["loans"] = [{**loan, "date": day} for loan in typed["loans"] if loan["date"] < dt.date(2024, 1, 1)]
    typed["rules"][0]["first_day"] = dt.date(2023, 1, 1)
    typed["bank_proof"] = [{"certificate": 5692055, "document": "ธ.1", "certified_on": dt.date(2023, 12, 31)}]
    typed["count"][0]["counted_on"] = dt.date(2023, 12, 31)
    write_book(base.book, SIZE, base.fill(typed | other), target)
    return target


def test_what_is_brought_forward_is_what_last_year_closed_with(tmp_path: Path) -> None:
    """Also the losses, and what nobody had found: 1,500.00 may not grow or vanish between two books."""
    base = Base(REVOLVING_FUND)
    write_book(base.book, SIZE, base.filled, tmp_path / "book.xlsx")
    report = check_file(tmp_path / "book.xlsx", year_before(base, tmp_path / "before.xlsx"))
    assert report.last_year is not None
    assert (found(report.last_year), found(report)) == ([], [])
    opening = [dict(line) for line in base.typed["opening"]]
    opening[2]["debit"], opening[4]["credit"] = 100000, 292055
    report = check_file(tmp_path / "book.xlsx", year_before(base, tmp_path / "before.xlsx", opening=opening))
    assert found(report) == [
        "ERROR ยอดยกมา!I8: 1,500.00 → 1,000.00 (500.00)",
        "ERROR ยอดยกมา!J10: 3,420.55 → 2,920.55 (500.00)",
    ]
