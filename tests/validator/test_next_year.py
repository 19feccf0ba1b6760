"""Next year's book of each kind of fund: it checks clean beside the old one, and nobody's arrears, savings or dues are lost."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from templates.filled import Rows, fill
from templates.next_year import NextYear, next_year
from templates.read import ReadBook, read_book
from templates.write import write_book
from validator.outcome import Result
from validator.run import check_file
from workbook.xlsx import read_workbook
from workshop.funds import kept_year

CASES = (
    ("savings-group", 3, 60, dt.date(2024, 4, 1)), ("savings-group", 7, 30, dt.date(2024, 1, 1)), ("village-fund", 4, 60, dt.date(2024, 1, 1)),
    ("village-fund", 8, 40, dt.date(2023, 10, 1)), ("revolving-fund", 2, 40, dt.date(2024, 1, 1)), ("revolving-fund", 3, 60, dt.date(2024, 10, 1)),
    ("welfare-club", 1, 60, dt.date(2024, 4, 1)), ("welfare-club", 4, 150, dt.date(2024, 1, 1)),
)  # fmt: skip
KEPT = {
    "ageing": ("contract", ("balance", "overdue", "days")), "loans": ("number", ("balance",)), "savings": ("member", ("closing",)),
    "capital": ("member", ("closing",)), "dues": ("member", ("owing", "prepaid")), "standing": ("member", ("outstanding", "overdue")),
    "deaths": ("number", ("owing", "to_pay", "payable")), "collection": ("number", ("held",)), "purses": ("number", ("found", "misplaced", "difference")),
    "last_dividends": ("member", ("unpaid",)), "money_found": (None, ("bank", "cash", "outstanding", "lost", "total", "not_found")),
    "money_source": (None, ("total",)),
}  # fmt: skip
"""Registers, by whose rows, and the figures that must stand on the first day as they stood on the last."""


LEAST_FIGURES = 30


@dataclass(frozen=True)
class Turned:
    """An old book as a file and as it was read, and the next one made from it."""

    old_path: Path
    old: ReadBook
    new: NextYear


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def turned(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Turned:
    fund, seed, members, first_day = request.param
    book, size, typed = kept_year(fund, seed, members, first_day)
    path = tmp_path_factory.mktemp(fund) / "old.xlsx"
    write_book(book, size, fill(book, size, typed), path)
    old = read(path)
    return Turned(path, old, next_year(old))


def read(path: Path) -> ReadBook:
    old = read_book(read_workbook(path))
    assert old is not None
    return old


def filled(new: NextYear, **rules: Any) -> dict[str, Rows]:
    return fill(new.book, new.size, new.typed | {"rules": [new.typed["rules"][0] | rules]})


def figures(tables: Mapping[str, Rows]) -> dict[tuple[str, object, str], object]:
    """Give the figures of registers that are not nothing, by table, row and column."""
    found: dict[tuple[str, object, str], object] = {}
    for table, (key, columns) in KEPT.items():
        rows = tables.get(table)
        for column in columns if rows is not None else ():
            for index, value in enumerate(rows.columns.get(column, []) if rows is not None else []):
                if rows is not None and value not in (None, 0, ""):
                    found[table, rows.columns[key][index] if key else index, column] = value
    return found


def test_the_new_book_checks_clean_beside_the_old_one(turned: Turned, tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    write_book(turned.new.book, turned.new.size, filled(turned.new), path)
    report = check_file(path, turned.old_path)
    assert report.findings == []
    assert [outcome.result for outcome in report.outcomes if outcome.check == "LEDG-06"] == [Result.OK]
    assert turned.new.still_open == ()


def test_what_was_open_on_the_last_day_is_open_on_the_first(turned: Turned) -> None:
    """Arrears, days overdue, savings, dues, unpaid dividends and the money proof, each to the satang; seen on the old book's last day."""
    before = figures(turned.old.tables)
    after = figures(filled(turned.new, report_date=turned.old.rule("last_day")))
    assert len(before) > LEAST_FIGURES
    assert after == before


def test_a_year_in_which_nothing_happened_is_carried_as_it_was(turned: Turned, tmp_path: Path) -> None:
    path = tmp_path / "idle.xlsx"
    write_book(turned.new.book, turned.new.size, filled(turned.new), path)
    again = next_year(read(path))
    first, second = dict(turned.new.typed), dict(again.typed)
    begun = second["rules"][0].pop("first_day")
    assert begun == turned.new.typed["rules"][0]["first_day"].replace(year=begun.year)
    first["rules"] = [{name: value for name, value in first["rules"][0].items() if name != "first_day"}]
    assert second == first
