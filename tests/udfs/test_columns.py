"""Whole columns at once: interest of a month, dividends of a year, age classes of all debts."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from addin.udfs import AgeClass, Allocation, CalculationError, ageing_balance, ageing_table, dividends, interests
from addin.udfs.errors import BadDate, BadEdges, BadUnit, NegativeAmount, NegativePeriod, NegativeRate, NotExact, UnevenColumns, UnknownClass, UnknownRounding
from addin.udfs.rounding import DOWN, HALF_UP, UP
from tests.money import baht, bahts

R = Decimal("0.12")
YEAR_END = date(2024, 12, 31)


@pytest.mark.parametrize(
    ("balances", "rate", "months", "unit", "direction", "expected"),
    [
        pytest.param("15,000.00 12,345.00 9,999.00 8,333.33 50,000.00", "0.12", [1] * 5, "1.00", DOWN, "150.00 123.00 99.00 83.00 500.00", id="C1"),
        pytest.param("4,960.00 7,350.00", "0.12", [1, 3], "1.00", DOWN, "49.00 219.00", id="golden-1-September"),
        ("12,345.00 12,345.00 12,345.00", "0.12", [0, 1, 3], "1.00", DOWN, "0.00 123.00 369.00"),
        ("12,345.00 12,350.00", "0.12", [1, 1], "1.00", HALF_UP, "123.00 124.00"),
        ("12,345.00 12,300.00", "0.12", [1, 1], "1.00", UP, "124.00 123.00"),
        ("12,345.00 12,345.00", "0.12", [1, 2], "0.25", HALF_UP, "123.50 247.00"),
        ("0.50 0.49 1.50 2.50", "0.12", [1] * 4, "0.01", HALF_UP, "0.01 0.00 0.02 0.03"),
        ("0.01 0.00 99.99", "0.12", [12] * 3, "1.00", DOWN, "0.00 0.00 0.00"),
        ("0.01 0.00", "0.12", [1, 1], "1.00", UP, "1.00 0.00"),
        ("12,345.00", "0", [12], "1.00", UP, "0.00"),
        ("", "0.12", [], "1.00", DOWN, ""),
        ("10,000,000.00 10,000,000.00", "0.15", [1, 12], "0.01", DOWN, "125,000.00 1,500,000.00"),
    ],
)
def test_interest_of_a_whole_column(balances: str, rate: str, months: list[int], unit: str, direction: str, expected: str) -> None:
    assert interests(bahts(balances), Decimal(rate), months, baht(unit), direction) == bahts(expected)


@pytest.mark.parametrize(
    ("own", "pot", "unit", "amounts", "leftover"),
    [
        pytest.param("1572 1284 930 638 0 30", "424.35", "0.25", "149.75 122.25 88.50 60.75 0.00 2.75", "0.35", id="golden-section-11"),
        pytest.param("1266000 11394000", "60,135.00", "0.01", "6,013.50 54,121.50", "0.00", id="A1-beside-nine-times-as-much"),
        ("1 1 1", "100.00", "0.01", "33.33 33.33 33.33", "0.01"),
        ("33/2 33/2", "1.01", "0.01", "0.50 0.50", "0.01"),
        ("1/3 1/2 1/6", "10.00", "0.01", "3.33 5.00 1.66", "0.01"),
        ("1 1/2", "0.02", "0.01", "0.01 0.00", "0.01"),
        ("1 7", "1.00", "0.01", "0.12 0.87", "0.01"),
        ("1", "424.35", "1.00", "424.00", "0.35"),
        ("0 0", "424.35", "0.01", "0.00 0.00", "424.35"),
        ("", "424.35", "0.01", "", "424.35"),
        ("5 5", "0.00", "0.01", "0.00 0.00", "0.00"),
        ("1 1", "0.01", "0.01", "0.00 0.00", "0.01"),
        ("1 6", "10,000,000.00", "0.01", "1,428,571.42 8,571,428.57", "0.01"),
    ],
)
def test_dividends_of_all_members_at_once(own: str, pot: str, unit: str, amounts: str, leftover: str) -> None:
    held = [Fraction(one) for one in own.split()]
    assert dividends(held, baht(pot), baht(unit)) == Allocation(bahts(amounts), baht(leftover))
    if all(one.denominator == 1 for one in held):
        assert dividends([int(one) for one in held], baht(pot), baht(unit)) == Allocation(bahts(amounts), baht(leftover))


@pytest.mark.parametrize(
    ("outstanding", "days", "expected"),
    [
        pytest.param("1,600.00 3,150.00", [None, 56], "1,600.00 0.00 3,150.00 0.00 0.00 0.00", id="golden-1-section-6"),
        pytest.param("24,000.00 25,000.00 40,000.00 50,000.00", [None, None, None, 184], "89,000.00 0.00 0.00 0.00 50,000.00 0.00", id="golden-4"),
        pytest.param("12,000.00 25,000.00 18,000.00 30,000.00", [None, 20, 45, None], "42,000.00 25,000.00 18,000.00 0.00 0.00 0.00", id="D2"),
        ("", [], "0.00 0.00 0.00 0.00 0.00 0.00"),
        ("1.00 2.00 4.00", [0, -1, None], "7.00 0.00 0.00 0.00 0.00 0.00"),
        ("1.00 2.00 4.00 8.00", [1, 30, 31, 90], "0.00 3.00 12.00 0.00 0.00 0.00"),
        ("1.00 2.00 4.00 8.00", [91, 180, 181, 365], "0.00 0.00 0.00 3.00 12.00 0.00"),
        ("1.00 2.00", [366, 3653], "0.00 0.00 0.00 0.00 0.00 3.00"),
        ("0.00 0.00", [None, 56], "0.00 0.00 0.00 0.00 0.00 0.00"),
        ("0.01 0.01 0.01", [56, 56, 56], "0.00 0.00 0.03 0.00 0.00 0.00"),
        ("10,000,000.00 10,000,000.00", [366, 366], "0.00 0.00 0.00 0.00 0.00 20,000,000.00"),
    ],
)
def test_ageing_of_whole_columns(outstanding: str, days: list[int | None], expected: str) -> None:
    due = [None if late is None else YEAR_END - timedelta(late) for late in days]
    found = ageing_table(bahts(outstanding), due, YEAR_END)
    assert [one.label for one in found] == ["0", "1–30", "31–90", "91–180", "181–365", "เกิน 365"]
    assert [one.outstanding for one in found] == bahts(expected)
    assert [ageing_balance(bahts(outstanding), due, YEAR_END, one.label) for one in found] == bahts(expected)
    assert sum(one.contracts for one in found) == sum(amount > 0 for amount in bahts(outstanding))


def test_ageing_counts_contracts_and_goes_by_the_edges_of_a_by_law() -> None:
    due = [date(2024, 2, 29), date(2024, 2, 29), None, date(2024, 3, 1)]
    found = ageing_table(bahts("5.00 0.00 7.00 9.00"), due, date(2024, 3, 8), [7])
    assert found == [AgeClass("0", 1, 700), AgeClass("1–7", 1, 900), AgeClass("เกิน 7", 1, 500)]


@pytest.mark.parametrize(
    ("call", "arguments", "error"),
    [
        (interests, ([1, -1], R, [1, 1]), NegativeAmount),
        (interests, ([1], -R, [1]), NegativeRate),
        (interests, ([1], R, [-1]), NegativePeriod),
        (interests, ([1], R, [1, 1]), UnevenColumns),
        (interests, ([1.0], R, [1]), NotExact),
        (interests, ([1], R, [None]), NotExact),
        (interests, ([], R, [], 0), BadUnit),
        (interests, ([], R, [], 1, "down"), UnknownRounding),
        (dividends, ([1, -1, 1], 1), NegativeAmount),
        (dividends, ([1], -1), NegativeAmount),
        (dividends, ([0.5], 1), NotExact),
        (dividends, ([None], 1), NotExact),
        (dividends, ([1], 1.0), NotExact),
        (dividends, ([1], 1, 0), BadUnit),
        (dividends, ([], 1, 0), BadUnit),
        (ageing_table, ([1], [], YEAR_END), UnevenColumns),
        (ageing_table, ([-1], [None], YEAR_END), NegativeAmount),
        (ageing_table, ([1.0], [None], YEAR_END), NotExact),
        (ageing_table, ([None], [None], YEAR_END), NotExact),
        (ageing_table, ([1], [2567], YEAR_END), BadDate),
        (ageing_table, ([1], ["5/11/67"], YEAR_END), BadDate),
        (ageing_table, ([1], [None], None), BadDate),
        (ageing_table, ([1], [None], YEAR_END, (90, 30)), BadEdges),
        (ageing_balance, ([1], [None], YEAR_END, "1-30"), UnknownClass),
        (ageing_balance, ([1], [None], YEAR_END, ""), UnknownClass),
    ],
)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., Any], arguments: tuple[Any, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
