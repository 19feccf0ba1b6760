"""Rows of years of many kinds, their books, and what stands in them: what test_years.py reads."""

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import Filled, fill
from tests.workshop.test_keep import by_key
from workshop.events import Year
from workshop.habits import EVERY_ODDITY, USUAL, Habits
from workshop.keep import Typed, keep
from workshop.years import years_in_a_row

JANUARY, JULY, OCTOBER, APRIL = dt.date(2024, 1, 1), dt.date(2024, 7, 1), dt.date(2023, 10, 1), dt.date(2025, 4, 1)
LEAVERS = replace(
    EVERY_ODDITY, bylaws=1, leavers=0.1, deaths=4, next_year=0.3, overpaid=0.5, amended=0.5, handed_over=0.5, equipment=0, unclaimed=0.3, claims=0.02
)
ROWS: dict[str, tuple[int, int, dt.date, Habits]] = {
    "12 usual": (1, 12, JANUARY, USUAL), "30 usual": (2, 30, JULY, USUAL), "60 usual": (3, 60, OCTOBER, USUAL), "120 usual": (4, 120, APRIL, USUAL),
    "24 odd": (5, 24, APRIL, EVERY_ODDITY), "48 odd": (6, 48, JANUARY, EVERY_ODDITY), "90 odd": (7, 90, JULY, EVERY_ODDITY),
    "first year": (8, 40, OCTOBER, replace(EVERY_ODDITY, first_year=True)), "losses": (9, 40, JANUARY, replace(EVERY_ODDITY, loss=True)),
    "short of money": (99, 30, JANUARY, Habits(deaths=30, carried=0, lent=5, skipped=0.9, never=0.8, loss=True)),
    "after a loss": (10, 40, JULY, replace(EVERY_ODDITY, after_loss=True)),
    **{f"leavers {seed}": (seed, 60, JANUARY, LEAVERS) for seed in range(11, 19)},
}  # fmt: skip
PAIRS = [(name, number) for name in ROWS for number in (1, 2)]
of_each = pytest.mark.parametrize(("name", "number"), PAIRS, ids=[f"{name}, year {number + 1}" for name, number in PAIRS])


@cache
def row(name: str) -> list[Year]:
    seed, members, first_day, habits = ROWS[name]
    return years_in_a_row(seed, members, first_day, 3, habits=habits)


def book_of(year: Year, typed: Typed) -> Filled:
    size = Size(len(year.people), year.banks)
    return fill(savings_group(size), size, typed)


def typed_in(year: Year) -> Typed:
    """Give all that is typed in a year's book, its by-laws with the template's presets."""
    return keep(year, savings_group(Size(len(year.people), year.banks)).tables["rules"].initial[0])


@cache
def kept(name: str, number: int) -> Filled:
    """Give a year's book, years counted from 0."""
    year = row(name)[number]
    return book_of(year, typed_in(year))


def typed_by(rows: list[dict[str, Any]], key: str, *values: str) -> dict[str, int]:
    """Give what rows say by their key, above zero or below; of nothing nothing."""
    amounts = {str(each[key]): sum(each.get(value) or 0 for value in values) for each in rows}
    return {name: amount for name, amount in amounts.items() if amount}


def shown(filled: Filled, table: str, key: str, value: str) -> dict[str, int]:
    return {name: amount for name, amount in by_key(filled, table, key, value).items() if amount}
