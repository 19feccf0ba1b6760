"""A sound book of any year gives no finding; saved as values it gives one advice; saved by LibreOffice it stays sound."""

import datetime as dt
from pathlib import Path

import pytest

from tests.validator.building import village_book, year_book
from tests.validator.test_cases import line
from validator.run import Report, check_file
from workbook.edit import drop_formulas
from workshop.recalculate import recalculate

pytestmark = pytest.mark.long

JANUARY, JULY, OCTOBER, APRIL = dt.date(2024, 1, 1), dt.date(2024, 7, 1), dt.date(2023, 10, 1), dt.date(2025, 4, 1)
YEARS = (
    (101, 30, JANUARY), (102, 30, JULY), (103, 40, OCTOBER), (104, 45, APRIL), (105, 50, JANUARY), (106, 60, JULY), (107, 70, OCTOBER), (108, 80, APRIL),
    (109, 90, JANUARY), (110, 100, JULY), (111, 120, OCTOBER), (112, 150, JANUARY),
)  # fmt: skip
VILLAGES = (
    ("usual", 201, 8, JANUARY), ("usual", 202, 40, JULY), ("usual", 203, 120, JANUARY), ("every oddity", 204, 8, OCTOBER), ("every oddity", 205, 30, APRIL),
    ("every oddity", 206, 60, JANUARY), ("other by-laws", 207, 45, JULY), ("a row a receipt", 208, 25, APRIL), ("savings by the year", 209, 50, JANUARY),
    ("loss", 210, 35, OCTOBER), ("after a loss", 211, 40, JULY), ("a bank's money", 212, 55, JANUARY),
)  # fmt: skip
ONE_ADVICE = ["ADVICE –: ค่า → สูตร"]


def found(report: Report) -> list[str]:
    return [line(finding) for finding in report.findings]


@pytest.mark.parametrize(("seed", "members", "first_day"), YEARS)
def test_a_sound_year_has_no_finding(seed: int, members: int, first_day: dt.date, tmp_path: Path) -> None:
    live = year_book(seed, members, first_day, tmp_path / "live.xlsx")
    assert found(check_file(live)) == []
    drop_formulas(live, tmp_path / "values.xlsx")
    assert found(check_file(tmp_path / "values.xlsx")) == ONE_ADVICE


@pytest.mark.parametrize(("kind", "seed", "members", "first_day"), VILLAGES)
def test_a_sound_year_of_a_village_fund_has_no_finding(kind: str, seed: int, members: int, first_day: dt.date, tmp_path: Path) -> None:
    live = village_book(seed, members, first_day, kind, tmp_path / "live.xlsx")
    assert found(check_file(live)) == []
    drop_formulas(live, tmp_path / "values.xlsx")
    assert found(check_file(tmp_path / "values.xlsx")) == ONE_ADVICE


@pytest.mark.xdist_group("libreoffice")
def test_a_sound_year_that_libreoffice_saved_has_no_finding(tmp_path: Path) -> None:
    chosen = (YEARS[0], YEARS[2], YEARS[5])
    books = [year_book(seed, members, first_day, tmp_path / f"{seed}.xlsx", banks) for banks, (seed, members, first_day) in enumerate(chosen, 1)]
    kind, seed, members, first_day = VILLAGES[3]
    books.append(village_book(seed, members, first_day, kind, tmp_path / f"{seed}.xlsx"))
    for saved in recalculate(books, tmp_path / "saved"):
        report = check_file(saved)
        assert found(report) == []
        assert report.mode == "live"
