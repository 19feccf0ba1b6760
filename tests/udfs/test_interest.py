"""Interest by each method, row by row: published numbers, the golden year, and the edges."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from addin.udfs import interest, interest_daily, interest_due, interest_flat, interest_tiered, interest_yearly
from addin.udfs.errors import (
    BadUnit,
    CalculationError,
    NegativeAmount,
    NegativePeriod,
    NegativeRate,
    NotExact,
    UnknownMethod,
    UnknownRounding,
)  # fmt: skip
from addin.udfs.interest import DAILY, DECLINING, FLAT, TIERED, YEARLY
from addin.udfs.rounding import DOWN, HALF_UP, UP
from tests.money import baht

R = Decimal("0.12")


@pytest.mark.parametrize(
    ("balance", "rate", "months", "expected"),
    [
        pytest.param("15,000.00", "0.12", 1, "150.00", id="C1-15000"),
        pytest.param("12,345.00", "0.12", 1, "123.00", id="C1-12345"),
        pytest.param("9,999.00", "0.12", 1, "99.00", id="C1-9999"),
        pytest.param("8,333.33", "0.12", 1, "83.00", id="C1-8333.33"),
        pytest.param("50,000.00", "0.12", 1, "500.00", id="C1-50000"),
        pytest.param("12,345.00", "0.06", 1, "61.00", id="C1-at-6-percent"),
        pytest.param("12,345.00", "0.12", 3, "369.00", id="C1-three-floors-not-370"),
        # the fifteen repayments of golden example 1, section 5, and the interest owing of section 6
        ("10,000.00", "0.12", 1, "100.00"),
        ("9,160.00", "0.12", 1, "91.00"),
        ("8,320.00", "0.12", 1, "83.00"),
        ("9,450.00", "0.12", 1, "94.00"),
        ("7,480.00", "0.12", 1, "74.00"),
        ("8,400.00", "0.12", 1, "84.00"),
        ("6,640.00", "0.12", 1, "66.00"),
        ("5,800.00", "0.12", 1, "58.00"),
        ("4,960.00", "0.12", 1, "49.00"),
        ("7,350.00", "0.12", 3, "219.00"),
        ("4,120.00", "0.12", 1, "41.00"),
        ("5,250.00", "0.12", 1, "52.00"),
        ("3,280.00", "0.12", 1, "32.00"),
        ("4,200.00", "0.12", 1, "42.00"),
        ("2,440.00", "0.12", 1, "24.00"),
        ("3,150.00", "0.12", 1, "31.00"),
        # edges
        ("0.00", "0.12", 12, "0.00"),
        ("12,345.00", "0", 12, "0.00"),
        ("12,345.00", "0.12", 0, "0.00"),
        ("0.01", "0.12", 12, "0.00"),
        ("99.99", "0.12", 12, "0.00"),
        ("100.00", "0.12", 12, "12.00"),
        ("10,000,000.00", "0.15", 1, "125,000.00"),
    ],
)
def test_interest_drops_satang_every_month(balance: str, rate: str, months: int, expected: str) -> None:
    assert interest(baht(balance), Decimal(rate), months) == baht(expected)


@pytest.mark.parametrize(
    ("balance", "rate", "months", "unit", "direction", "expected"),
    [
        ("12,345.00", "0.12", 1, "0.01", DOWN, "123.45"),
        ("12,345.00", "0.12", 1, "0.25", DOWN, "123.25"),
        ("12,345.00", "0.12", 1, "0.25", HALF_UP, "123.50"),
        ("12,345.00", "0.12", 1, "1.00", HALF_UP, "123.00"),
        ("12,345.00", "0.12", 1, "1.00", UP, "124.00"),
        ("12,345.00", "0.12", 3, "1.00", UP, "372.00"),
        ("12,345.00", "0.12", 1, "10.00", DOWN, "120.00"),
        ("12,350.00", "0.12", 1, "1.00", HALF_UP, "124.00"),
        ("12,350.00", "0.12", 1, "1.00", DOWN, "123.00"),
        # half a satang: 0.50 × 1 % is 0.005
        ("0.50", "0.12", 1, "0.01", HALF_UP, "0.01"),
        ("0.50", "0.12", 1, "0.01", DOWN, "0.00"),
        ("0.50", "0.12", 1, "0.01", UP, "0.01"),
        ("0.49", "0.12", 1, "0.01", HALF_UP, "0.00"),
        ("1.50", "0.12", 1, "0.01", HALF_UP, "0.02"),
        ("2.50", "0.12", 1, "0.01", HALF_UP, "0.03"),
        ("1,000.00", "0.07", 1, "0.01", HALF_UP, "5.83"),
        ("1,000.00", "0.07", 1, "0.01", UP, "5.84"),
    ],
)
def test_interest_rounds_as_the_by_law_says(balance: str, rate: str, months: int, unit: str, direction: str, expected: str) -> None:
    assert interest(baht(balance), Decimal(rate), months, baht(unit), direction) == baht(expected)


@pytest.mark.parametrize(
    ("principal", "rate", "months", "expected"),
    [
        pytest.param("10,000.00", "0.12", 1, "100.00", id="C2-a-month"),
        pytest.param("10,000.00", "0.12", 12, "1,200.00", id="C2-the-year"),
        ("12,345.00", "0.12", 3, "369.00"),
        ("10,000.00", "0.15", 1, "125.00"),
        ("10,000.00", "0.07", 12, "696.00"),
        ("20,000.00", "0.05", 12, "996.00"),
        ("5,000.00", "0.06", 10, "250.00"),
        ("833.33", "0.12", 12, "96.00"),
        ("99.99", "0.12", 1, "0.00"),
        ("0.01", "0.12", 1, "0.00"),
        ("0.00", "0.12", 1, "0.00"),
        ("10,000.00", "0.12", 0, "0.00"),
        ("10,000,000.00", "0.15", 12, "1,500,000.00"),
    ],
)
def test_flat_interest_looks_at_the_first_principal(principal: str, rate: str, months: int, expected: str) -> None:
    assert interest_flat(baht(principal), Decimal(rate), months) == baht(expected)


@pytest.mark.parametrize(
    ("balance", "rate", "months", "expected"),
    [
        pytest.param("20,000.00", "0.06", 12, "1,200.00", id="C6-a-year"),
        pytest.param("1,200,000.00", "0.05", 12, "60,000.00", id="C4-low"),
        pytest.param("1,260,000.00", "0.05", 12, "63,000.00", id="C4-high"),
        pytest.param("10,000.00", "0.04", 12, "400.00", id="A8-four-percent-of-the-balance"),
        pytest.param("1,000.00", "0.065", 11, "59.58", id="A4"),
        ("20,000.00", "0.06", 1, "100.00"),
        ("12,345.00", "0.12", 3, "370.35"),
        ("10,000.00", "0.07", 1, "58.33"),
        ("10,000.00", "0.07", 5, "291.67"),
        ("0.01", "0.50", 12, "0.01"),
        ("0.01", "0.49", 12, "0.00"),
        ("0.00", "0.06", 12, "0.00"),
        ("20,000.00", "0", 12, "0.00"),
        ("20,000.00", "0.06", 0, "0.00"),
        ("10,000,000.00", "0.15", 12, "1,500,000.00"),
    ],
)
def test_yearly_interest_rounds_once(balance: str, rate: str, months: int, expected: str) -> None:
    assert interest_yearly(baht(balance), Decimal(rate), months) == baht(expected)


@pytest.mark.parametrize(
    ("balance", "rate", "days", "expected"),
    [
        pytest.param("20,000.00", "0.06", 181, "595.07", id="C6-181-days"),
        pytest.param("20,000.00", "0.06", 365, "1,200.00", id="C6-a-year"),
        pytest.param("20,000.00", "0.05", 365, "1,000.00", id="C6-silent-contract"),
        pytest.param("20,000.00", "0.06", 366, "1,203.29", id="a-leap-year-is-a-day-more"),
        ("20,000.00", "0.06", 1, "3.29"),
        ("20,000.00", "0.06", 0, "0.00"),
        ("10,000.00", "0.15", 29, "119.18"),
        ("5,000.00", "0.075", 90, "92.47"),
        ("8,333.33", "0.12", 31, "84.93"),
        ("365.00", "0.005", 1, "0.01"),
        ("365.00", "0.00499", 1, "0.00"),
        ("36,500.00", "0.0001", 1, "0.01"),
        ("0.01", "0.50", 365, "0.01"),
        ("0.01", "0.49", 365, "0.00"),
        ("0.00", "0.06", 365, "0.00"),
        ("10,000,000.00", "0.15", 1, "4,109.59"),
        ("10,000,000.00", "0.15", 365, "1,500,000.00"),
    ],
)
def test_daily_interest_divides_by_365(balance: str, rate: str, days: int, expected: str) -> None:
    assert interest_daily(baht(balance), Decimal(rate), days) == baht(expected)


@pytest.mark.parametrize(
    ("unit", "direction", "expected"),
    [("1.00", DOWN, "595.00"), ("1.00", UP, "596.00"), ("0.25", DOWN, "595.00"), ("0.25", UP, "595.25"), ("0.01", DOWN, "595.06"), ("0.01", UP, "595.07")],
)
def test_daily_interest_of_595_068_rounds_as_the_by_law_says(unit: str, direction: str, expected: str) -> None:
    assert interest_daily(baht("20,000.00"), Decimal("0.06"), 181, baht(unit), direction) == baht(expected)


@pytest.mark.parametrize("inverted", [pytest.param("2,419.89", id="C7-anomaly-divided-by-days-times-365")])
def test_daily_interest_is_not_inverted(inverted: str) -> None:
    # the page prints (balance × rate) ÷ days × 365: fewer days would cost more
    found = interest_daily(baht("20,000.00"), Decimal("0.06"), 181)
    assert found == baht("595.07")
    assert found != baht(inverted)


@pytest.mark.parametrize(
    ("balance", "limit", "rate", "rate_above", "months", "expected"),
    [
        ("50,000.00", "20,000.00", "0", "0.07", 1, "175.00"),
        ("50,000.00", "20,000.00", "0", "0.07", 12, "2,100.00"),
        ("20,000.00", "20,000.00", "0", "0.07", 12, "0.00"),
        ("20,000.01", "20,000.00", "0", "0.07", 12, "0.00"),
        ("30,000.00", "20,000.00", "0.06", "0.12", 1, "200.00"),
        ("30,000.00", "20,000.00", "0.05", "0.07", 1, "141.00"),
        ("30,000.00", "20,000.00", "0.05", "0.07", 12, "1,692.00"),
        ("40,000.00", "20,000.00", "0.06", "0", 2, "200.00"),
        ("12,345.00", "20,000.00", "0.12", "0.50", 1, "123.00"),
        ("12,345.00", "0.00", "0.50", "0.12", 1, "123.00"),
        ("0.00", "20,000.00", "0.06", "0.12", 1, "0.00"),
        ("50,000.00", "20,000.00", "0", "0.07", 0, "0.00"),
        ("10,000,000.00", "20,000.00", "0", "0.07", 1, "58,216.00"),
    ],
)
def test_tiered_interest(balance: str, limit: str, rate: str, rate_above: str, months: int, expected: str) -> None:
    assert interest_tiered(baht(balance), baht(limit), Decimal(rate), Decimal(rate_above), months) == baht(expected)


DUE: dict[str, Any] = dict(
    principal="10,000.00", balance="9,160.00", rate="0.12", months=1, days=31, unit="1.00", direction=DOWN, tier_limit="0.00", tier_rate="0"
)


@pytest.mark.parametrize(
    ("method", "terms", "expected"),
    [
        (DECLINING, {}, "91.00"),
        (DECLINING, {"balance": "12,345.00", "months": 3}, "369.00"),
        (DECLINING, {"balance": "0.00"}, "0.00"),
        (DECLINING, {"unit": "0.01"}, "91.60"),
        (FLAT, {}, "100.00"),
        (FLAT, {"balance": "0.00", "months": 2}, "200.00"),
        (YEARLY, {"months": 12}, "1,099.00"),
        (YEARLY, {"balance": "12,345.00", "months": 3}, "370.00"),
        (YEARLY, {"balance": "12,345.00", "months": 3, "unit": "0.01"}, "370.35"),
        (DAILY, {"balance": "20,000.00", "rate": "0.06", "days": 181}, "595.00"),
        (DAILY, {"balance": "20,000.00", "rate": "0.06", "days": 181, "unit": "0.01", "direction": HALF_UP}, "595.07"),
        (DAILY, {"days": 0}, "0.00"),
        (DAILY, {"months": 0, "days": 366}, "1,102.00"),
        (TIERED, {"balance": "50,000.00", "rate": "0", "tier_limit": "20,000.00", "tier_rate": "0.07"}, "175.00"),
        (TIERED, {"balance": "30,000.00", "rate": "0.05", "tier_limit": "20,000.00", "tier_rate": "0.07", "direction": UP}, "142.00"),
        (TIERED, {"balance": "12,345.00", "tier_rate": "0.12", "rate": "0.5"}, "123.00"),
    ],
)
def test_interest_due_goes_by_the_method_of_the_contract(method: str, terms: dict[str, Any], expected: str) -> None:
    said = DUE | terms
    said |= {name: baht(said[name]) for name in ("principal", "balance", "unit", "tier_limit")}
    said |= {name: Decimal(said[name]) for name in ("rate", "tier_rate")}
    assert interest_due(method, **said) == baht(expected)


@pytest.mark.parametrize(
    ("call", "arguments", "error"),
    [
        (interest, (-1, R, 1), NegativeAmount),
        (interest, (1, -R, 1), NegativeRate),
        (interest, (1, R, -1), NegativePeriod),
        (interest, (1, R, 1, 0), BadUnit),
        (interest, (1, R, 1, -100), BadUnit),
        (interest, (1, R, 1, 100, "ปัดทิ้ง"), UnknownRounding),
        (interest, (1.0, R, 1), NotExact),
        (interest, (1, 0.12, 1), NotExact),
        (interest, (1, R, 1.0), NotExact),
        (interest, (None, R, 1), NotExact),
        (interest, (1, Decimal("NaN"), 1), NotExact),
        (interest_flat, (-1, R, 1), NegativeAmount),
        (interest_flat, (1, -R, 1), NegativeRate),
        (interest_flat, (1, R, -1), NegativePeriod),
        (interest_flat, (1, R, 1, 0), BadUnit),
        (interest_flat, (1, R, 1, 1, ""), UnknownRounding),
        (interest_yearly, (-1, R, 1), NegativeAmount),
        (interest_yearly, (1, -R, 1), NegativeRate),
        (interest_yearly, (1, R, -1), NegativePeriod),
        (interest_yearly, (1, R, 1, 0), BadUnit),
        (interest_yearly, (1, R, 1, 1, "down"), UnknownRounding),
        (interest_daily, (-1, R, 1), NegativeAmount),
        (interest_daily, (1, -R, 1), NegativeRate),
        (interest_daily, (1, R, -1), NegativePeriod),
        (interest_daily, (1, R, 1, 0), BadUnit),
        (interest_daily, (1, R, 1, 1, "down"), UnknownRounding),
        (interest_tiered, (-1, 0, R, R, 1), NegativeAmount),
        (interest_tiered, (1, -1, R, R, 1), NegativeAmount),
        (interest_tiered, (1, 0, -R, R, 1), NegativeRate),
        (interest_tiered, (1, 0, R, -R, 1), NegativeRate),
        (interest_tiered, (1, 0, R, R, -1), NegativePeriod),
        (interest_tiered, (1, 0, R, R, 1, 0), BadUnit),
        (interest_tiered, (1, 0, R, R, 1, 1, "down"), UnknownRounding),
        (interest_due, ("ดอกลอย", 1, 1, R, 1, 1), UnknownMethod),
        (interest_due, (FLAT, 1, -1, R, 1, 1), NegativeAmount),
        (interest_due, (DECLINING, -1, 1, R, 1, 1), NegativeAmount),
        (interest_due, (DAILY, 1, 1, R, 1, 1, 1, DOWN, -1), NegativeAmount),
        (interest_due, (DECLINING, 1, 1, -R, 1, 1), NegativeRate),
        (interest_due, (DECLINING, 1, 1, R, 1, 1, 1, DOWN, 0, -R), NegativeRate),
        (interest_due, (DAILY, 1, 1, R, -1, 1), NegativePeriod),
        (interest_due, (DECLINING, 1, 1, R, 1, -1), NegativePeriod),
        (interest_due, (DECLINING, 1, 1, R, 1, 1, 0), BadUnit),
        (interest_due, (DECLINING, 1, 1, R, 1, 1, 1, "down"), UnknownRounding),
    ],
)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., object], arguments: tuple[object, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
