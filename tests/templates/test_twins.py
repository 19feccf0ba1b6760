"""A cell is the same with the functions and without: every function and its plain formula, on simulated years and odd books."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from addin.udfs import UDFS
from templates.books.savings_group import savings_group
from templates.filled import fill
from templates.kinds import Exact
from tests.templates.golden import SIZE as GOLDEN_SIZE
from tests.templates.golden import golden_book
from tests.templates.odd_books import SIZE, Typed, small_book, sound_books, unsound_books
from tests.templates.twins import disagreements, pairs, same, shown
from tests.templates.years import JANUARY, kept
from workbook.cells import ErrorValue

pytestmark = pytest.mark.long

JULY, MARCH, APRIL = dt.date(2024, 7, 1), dt.date(2023, 3, 1), dt.date(2027, 4, 1)
YEARS = (
    (1, 12, JANUARY), (2, 12, JULY), (3, 15, MARCH), (4, 30, JULY), (5, 30, JANUARY), (6, 20, APRIL), (7, 30, MARCH), (8, 40, JANUARY),
    (9, 45, JULY), (10, 50, APRIL), (11, 60, JANUARY), (12, 60, JULY),
)  # fmt: skip
MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(("seed", "members", "first_day"), YEARS)
def test_on_simulated_years(seed: int, members: int, first_day: dt.date) -> None:
    book, _, filled = kept(seed, members, first_day)
    found = pairs(book)
    assert disagreements(found, filled) == []
    assert sum(len(shown(pair, filled)) for pair in found) > 5 * members


def test_on_the_golden_year() -> None:
    assert disagreements(pairs(savings_group(GOLDEN_SIZE)), golden_book()) == []


def test_every_function_cell_is_found() -> None:
    found = [(pair.table, pair.column) for pair in pairs(small_book())]
    assert sorted(found) == [
        ("ageing", "allowance"), ("ageing", "bucket"), ("ageing", "days"), ("ageing", "fallen"), ("ageing", "overdue_instalments"),
        ("ageing", "unpaid_interest"), ("allocation", "rounded"), ("cards", "fine_due"), ("cards", "interest_due"), ("cards", "late"),
        ("shares", "average_return"), ("shares", "dividend"), ("shares", "share_months"),
    ]  # fmt: skip
    assert {pair.udf.function.__name__.upper() for pair in pairs(small_book())} <= UDFS.keys()
    assert len(pairs(savings_group(SIZE))) == len(found)


def test_a_twin_that_is_one_satang_off_is_found_in_every_function_cell() -> None:
    """The comparison itself: wherever a number is shown, a plain formula of one more is a disagreement."""
    filled = golden_book()
    for pair in pairs(savings_group(GOLDEN_SIZE)):
        wrong = replace(pair, udf=replace(pair.udf, plain=pair.udf.plain + 1))
        assert len(disagreements([wrong], filled)) == len(shown(pair, filled)) > 0, pair.column


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        (5, 5, True),
        (ErrorValue("#N/A"), ErrorValue("#VALUE!"), True),
        (ErrorValue("#N/A"), 0, False),
        (0, None, False),
        (None, None, True),
        ("0", 0, False),
        ("31–90", "31–90", True),
    ],
)
def test_what_counts_as_the_same(one: Exact, two: Exact, alike: bool) -> None:
    assert same(one, two) is alike


@MANY
@given(sound_books())
def test_on_sound_books_of_every_method_plan_and_rounding(typed: Typed) -> None:
    assert disagreements(pairs(small_book()), fill(small_book(), SIZE, typed)) == []


@MANY
@given(unsound_books())
def test_a_wrong_argument_is_an_error_in_both(typed: Typed) -> None:
    assert disagreements(pairs(small_book()), fill(small_book(), SIZE, typed)) == []
