"""What members ask: flat rates told as declining ones, land redeemed, savings against a debt."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from addin.udfs import Offset, Refinance, compare_mortgage, effective_rate, offset_savings, refinance_mortgage, settle_by_savings
from addin.udfs.errors import BadSchedule, BadUnit, CalculationError, NegativeAmount, NegativePeriod, NegativeRate, NotExact, UnknownRounding
from addin.udfs.rounding import DOWN, HALF_UP, UP
from tests.money import baht

R = Decimal("0.12")


@pytest.mark.parametrize(
    ("rate", "months", "expected"),
    [
        # all but the named ones are RATE(months, −payment, 1) × 12 of LibreOffice 7.4, rounded to six places
        pytest.param("0.12", 12, "0.214572", id="RULE-01-one-percent-a-month-flat-is-about-21.5"),
        pytest.param("0.12", 1, "0.120000", id="one-month-is-the-same-either-way"),
        pytest.param("0", 12, "0.000000", id="no-interest"),
        ("0.12", 2, "0.159648"),
        ("0.12", 24, "0.215712"),
        ("0.12", 36, "0.211999"),
        ("0.12", 120, "0.184872"),
        ("0.03", 24, "0.056580"),
        ("0.03", 48, "0.056685"),
        ("0.0295", 48, "0.055772"),
        ("0.05", 12, "0.091046"),
        ("0.06", 10, "0.107649"),
        ("0.15", 12, "0.266226"),
        ("0.01", 60, "0.019365"),
        ("0.0335", 72, "0.062276"),
        ("0.28", 48, "0.433512"),
        pytest.param("3.65", 12, "4.551952", id="C3-one-percent-a-day"),
        ("0.000001", 1, "0.000001"),
        ("0.0000004", 1, "0.000000"),
        pytest.param("0.0000005", 1, "0.000001", id="half-a-millionth-rounds-up"),
    ],
)
def test_effective_rate(rate: str, months: int, expected: str) -> None:
    found = effective_rate(Decimal(rate), months)
    assert str(found.quantize(Decimal("0.000001"))) == expected
    assert found == Decimal(expected)


@pytest.mark.parametrize("halves", [pytest.param("0.240000", id="anomaly-the-rule-of-thumb-of-twice-the-flat-rate")])
def test_twice_the_flat_rate_is_too_much(halves: str) -> None:
    assert effective_rate(R, 12) < Decimal(halves)


@pytest.mark.parametrize(
    ("principal", "outside", "rate", "instalment", "instalments", "costs", "expected"),
    [
        ("12,000.00", "0.24", "0.12", "1,000.00", 12, "150.00", ("2,880.00", "780.00", "150.00", "1,950.00")),
        ("12,000.00", "0.24", "0.12", "1,000.00", 24, "150.00", ("2,880.00", "780.00", "150.00", "1,950.00")),
        ("12,000.00", "0.24", "0.12", "1,000.00", 6, "0.00", ("1,440.00", "570.00", "0.00", "870.00")),
        ("12,000.00", "0.12", "0.12", "12,000.00", 1, "0.00", ("120.00", "120.00", "0.00", "0.00")),
        ("12,000.00", "0.12", "0.12", "12,000.00", 1, "150.00", ("120.00", "120.00", "150.00", "-150.00")),
        ("12,000.00", "0.12", "0.12", "1,000.00", 12, "0.00", ("1,440.00", "780.00", "0.00", "660.00")),
        ("12,000.00", "0", "0.12", "1,000.00", 12, "0.00", ("0.00", "780.00", "0.00", "-780.00")),
        ("12,000.00", "0.24", "0", "1,000.00", 12, "0.00", ("2,880.00", "0.00", "0.00", "2,880.00")),
        ("0.00", "0.24", "0.12", "1,000.00", 12, "150.00", ("0.00", "0.00", "150.00", "-150.00")),
        ("99.99", "0.24", "0.12", "50.00", 2, "0.00", ("4.00", "0.00", "0.00", "4.00")),
        ("0.01", "0.24", "0.12", "0.01", 12, "0.00", ("0.00", "0.00", "0.00", "0.00")),
        ("100,000.00", "0.36", "0.12", "5,000.00", 20, "1,000.00", ("60,000.00", "10,500.00", "1,000.00", "48,500.00")),
        ("10,000,000.00", "0.15", "0.12", "5,000,000.00", 2, "0.00", ("250,000.00", "150,000.00", "0.00", "100,000.00")),
    ],
)
def test_land_redeemed(principal: str, outside: str, rate: str, instalment: str, instalments: int, costs: str, expected: tuple[str, str, str, str]) -> None:
    said = (baht(principal), Decimal(outside), Decimal(rate), baht(instalment), instalments, baht(costs))
    assert compare_mortgage(*said) == Refinance(*map(baht, expected))
    assert refinance_mortgage(*said) == baht(expected[3])


@pytest.mark.parametrize(
    ("unit", "direction", "inside"),
    [("1.00", DOWN, "10.00"), ("1.00", HALF_UP, "11.00"), ("1.00", UP, "11.00"), ("0.01", HALF_UP, "10.50"), ("0.25", DOWN, "10.50")],
)
def test_the_interest_of_the_fund_rounds_as_its_by_law_says(unit: str, direction: str, inside: str) -> None:
    assert compare_mortgage(baht("1,050.00"), R, R, baht("1,050.00"), 1, 0, baht(unit), direction).inside == baht(inside)


@pytest.mark.parametrize(
    ("savings", "principal", "interest", "fine", "expected"),
    [
        ("7,200.00", "6,000.00", "60.00", "5.00", ("6,065.00", "1,135.00", "0.00")),
        ("5,000.00", "6,000.00", "60.00", "0.00", ("0.00", "5,000.00", "1,060.00")),
        pytest.param("2,900.00", "3,150.00", "31.00", "0.00", ("0.00", "2,900.00", "281.00"), id="golden-1-member-4"),
        pytest.param("6,000.00", "1,600.00", "0.00", "0.00", ("1,600.00", "4,400.00", "0.00"), id="golden-1-member-2"),
        ("6,065.00", "6,000.00", "60.00", "5.00", ("6,065.00", "0.00", "0.00")),
        ("6,064.99", "6,000.00", "60.00", "5.00", ("0.00", "6,064.99", "0.01")),
        ("6,065.01", "6,000.00", "60.00", "5.00", ("6,065.00", "0.01", "0.00")),
        ("0.00", "0.00", "0.00", "0.00", ("0.00", "0.00", "0.00")),
        ("100.00", "0.00", "0.00", "0.00", ("0.00", "100.00", "0.00")),
        ("0.00", "6,000.00", "0.00", "0.00", ("0.00", "0.00", "6,000.00")),
        ("0.01", "0.01", "0.00", "0.00", ("0.01", "0.00", "0.00")),
        ("10,000,000.00", "9,999,999.99", "0.00", "0.01", ("10,000,000.00", "0.00", "0.00")),
    ],
)
def test_savings_clear_the_whole_debt_or_nothing(savings: str, principal: str, interest: str, fine: str, expected: tuple[str, str, str]) -> None:
    said = (baht(savings), baht(principal), baht(interest), baht(fine))
    assert settle_by_savings(*said) == Offset(*map(baht, expected))
    assert offset_savings(*said) == baht(expected[2])


CASES: list[tuple[Callable[..., Any], tuple[Any, ...], type[CalculationError]]] = [
    (effective_rate, (-R, 12), NegativeRate),
    (effective_rate, (0.12, 12), NotExact),
    (effective_rate, (Decimal("Infinity"), 12), NotExact),
    (effective_rate, (R, -1), NegativePeriod),
    (effective_rate, (R, 12.0), NotExact),
    (effective_rate, (R, 0), BadSchedule),
]
for _call in (refinance_mortgage, compare_mortgage):
    CASES += [
        (_call, (-1, R, R, 1, 1), NegativeAmount),
        (_call, (1, -R, R, 1, 1), NegativeRate),
        (_call, (1, R, -R, 1, 1), NegativeRate),
        (_call, (1, R, R, -1, 1), NegativeAmount),
        (_call, (1, R, R, 0, 1), BadSchedule),
        (_call, (1, R, R, 1, -1), NegativePeriod),
        (_call, (1, R, R, 1, 0), BadSchedule),
        (_call, (1, R, R, 1, 1, -1), NegativeAmount),
        (_call, (1, R, R, 1, 1, 0, 0), BadUnit),
        (_call, (1, R, R, 1, 1, 0, 1, "down"), UnknownRounding),
    ]
for _settle in (offset_savings, settle_by_savings):
    CASES += [
        (_settle, (-1, 1, 1, 1), NegativeAmount),
        (_settle, (1, -1, 1, 1), NegativeAmount),
        (_settle, (1, 1, -1, 1), NegativeAmount),
        (_settle, (1, 1, 1, -1), NegativeAmount),
        (_settle, (1.0, 1, 1, 1), NotExact),
    ]


@pytest.mark.parametrize(("call", "arguments", "error"), CASES)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., Any], arguments: tuple[Any, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
