"""A sound book of any club's year gives no finding; saved as values it gives one advice; saved by LibreOffice it stays sound."""

import datetime as dt
from pathlib import Path

import pytest

from templates.declare import Size
from templates.recognise import recognise
from templates.write import write_book
from tests.validator.test_cases import read_aloud
from tests.validator.test_clean_years import ONE_ADVICE, found
from tests.workshop.club_years import kept_club
from validator.outcome import Result
from validator.run import NO_CONTRADICTION, check_file
from workbook.edit import drop_formulas
from workbook.xlsx import read_workbook
from workshop.recalculate import recalculate

pytestmark = pytest.mark.long

JANUARY, JULY, OCTOBER, APRIL = dt.date(2024, 1, 1), dt.date(2024, 7, 1), dt.date(2023, 10, 1), dt.date(2025, 4, 1)
YEARS = (
    (501, 12, JANUARY), (502, 30, JULY), (503, 40, OCTOBER), (504, 60, APRIL), (505, 100, JANUARY), (506, 150, JULY), (507, 200, OCTOBER), (508, 300, APRIL),
)  # fmt: skip
LENDING = {"SAV", "LOAN", "REPAY", "ARRS", "RULE"}
"""Families of checks that a fund without savings and loans has nothing for, but for the money of its days."""


def written(seed: int, members: int, first_day: dt.date, target: Path) -> Path:
    """Write the book of a simulated club's year."""
    _, book, filled = kept_club(seed, members, first_day)
    write_book(book, Size(members, 2), filled, target)
    return target


@pytest.mark.parametrize(("seed", "members", "first_day"), YEARS)
def test_a_sound_year_has_no_finding(seed: int, members: int, first_day: dt.date, tmp_path: Path) -> None:
    live = written(seed, members, first_day, tmp_path / "live.xlsx")
    report = check_file(live)
    assert found(report) == []
    assert report.decision == NO_CONTRADICTION
    drop_formulas(live, tmp_path / "values.xlsx")
    assert found(check_file(tmp_path / "values.xlsx")) == ONE_ADVICE


def test_every_check_that_applies_has_looked(tmp_path: Path) -> None:
    """What a club does not keep is not applicable, with a sentence; nothing is left undone."""
    report = check_file(written(505, 100, JANUARY, tmp_path / "live.xlsx"))
    read_aloud(report)
    results = {outcome.check: outcome.result for outcome in report.outcomes}
    assert {check for check, result in results.items() if result is Result.NOT_RUN} == set()
    passed_over = {check for check, result in results.items() if result is Result.NOT_APPLICABLE}
    assert {check.partition("-")[0] for check in passed_over - {"LEDG-08"}} <= {*LENDING, "YEND", "REVO"}
    looked = ("WELF-01", "WELF-02", "WELF-03", "WELF-09", "WELF-10", "MEMB-05", "REPAY-01", *(f"LEDG-0{number}" for number in range(1, 7)), "YEND-09")
    assert all(results[check] is Result.OK for check in looked)


def test_a_book_that_lost_its_stamp_is_known_by_its_sheets(tmp_path: Path) -> None:
    """It has most of its sheets in common with a savings group's book, and all with a club's."""
    source = read_workbook(written(502, 30, JULY, tmp_path / "live.xlsx"))
    del source.sheets["_satja"]
    known = recognise(source)
    assert known is not None
    assert (known[0].id, known[2]) == ("welfare-club", False)


@pytest.mark.xdist_group("libreoffice")
def test_a_sound_year_that_libreoffice_saved_has_no_finding(tmp_path: Path) -> None:
    books = [written(*year, tmp_path / f"{year[0]}.xlsx") for year in (YEARS[1], YEARS[4])]
    for saved in recalculate(books, tmp_path / "saved"):
        report = check_file(saved)
        assert found(report) == []
        assert report.mode == "live"
