"""Three sound years of one fund: no finding in any beside the year before, and next year's book begins as the next year began."""

import datetime as dt
from pathlib import Path

import pytest

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import fill
from templates.next_year import next_year
from templates.read import ReadBook, read_book
from templates.write import write_book
from validator.outcome import Result
from validator.run import check_file
from workbook.xlsx import read_workbook
from workshop.habits import EVERY_ODDITY, USUAL, Habits
from workshop.keep import Record, keep
from workshop.typed.opening import carried_into
from workshop.years import years_in_a_row

pytestmark = pytest.mark.long

ROWS = (
    (201, 30, dt.date(2024, 1, 1), USUAL), (202, 60, dt.date(2023, 7, 1), USUAL), (203, 24, dt.date(2024, 4, 1), EVERY_ODDITY),
    (204, 50, dt.date(2023, 10, 1), EVERY_ODDITY),
)  # fmt: skip
CARRIED = ("committee", "dated_rules", "members", "opening", "opening_facts", "opening_members", "loans")


@pytest.mark.parametrize(("seed", "members", "first_day", "habits"), ROWS)
def test_three_sound_years_in_a_row_have_no_finding_and_lose_nothing(seed: int, members: int, first_day: dt.date, habits: Habits, tmp_path: Path) -> None:
    years = years_in_a_row(seed, members, first_day, 3, habits=habits)
    size = Size(max(len(year.people) for year in years), years[0].banks)
    book, before, carried = savings_group(size), None, None
    for year in years:
        if carried is not None:
            assert carried == {name: [told(row) for row in rows] for name, rows in carried_into(year).items()}
        path = tmp_path / f"{year.first_day}.xlsx"
        write_book(book, size, fill(book, size, keep(year, book.tables["rules"].initial[0])), path)
        report = check_file(path, before)
        assert report.findings == []
        assert (report.last_year is None) == (before is None)
        assert [outcome.result for outcome in report.outcomes if outcome.check == "LEDG-06"] == [Result.OK]
        turned = next_year(read(path))
        carried = {name: turned.typed.get(name, []) for name in CARRIED}
        before = path


def told(row: Record) -> Record:
    return {name: value for name, value in row.items() if value is not None}


def read(path: Path) -> ReadBook:
    book = read_book(read_workbook(path))
    assert book is not None
    return book
