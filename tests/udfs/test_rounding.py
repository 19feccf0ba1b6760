"""The one rounding: directions, units, halves, and the figures others published rounded half up."""

from decimal import Decimal
from fractions import Fraction

import pytest

from addin.udfs import CalculationError, round_money
from addin.udfs.errors import BadUnit, NegativeAmount, UnknownRounding
from addin.udfs.rounding import DIRECTIONS, DOWN, HALF_UP, UP
from tests.money import baht, bahts


def satang(text: str) -> Fraction:
    """Read baht that may hold part of a satang, exactly."""
    return Fraction(text.replace(",", "")) * 100


@pytest.mark.parametrize(
    ("amount", "unit", "direction", "expected"),
    [
        pytest.param("926.0575", "0.01", HALF_UP, "926.06", id="A3-average-return-as-printed"),
        pytest.param("595.068493", "0.01", HALF_UP, "595.07", id="C6"),
        pytest.param("7.875", "1.00", DOWN, "7.00", id="golden-fine"),
        pytest.param("424.355", "0.01", DOWN, "424.35", id="golden-dividend-pot"),
        pytest.param("149.7706", "0.25", DOWN, "149.75", id="golden-dividend-in-quarters"),
        ("424.355", "0.01", HALF_UP, "424.36"),
        ("424.355", "0.01", UP, "424.36"),
        ("0.00", "1.00", UP, "0.00"),
        ("0.005", "0.01", HALF_UP, "0.01"),
        ("0.0049999", "0.01", HALF_UP, "0.00"),
        ("0.015", "0.01", HALF_UP, "0.02"),
        ("0.025", "0.01", HALF_UP, "0.03"),
        ("0.0000001", "0.01", UP, "0.01"),
        ("0.0099999", "0.01", DOWN, "0.00"),
        ("0.50", "1.00", HALF_UP, "1.00"),
        ("2.50", "1.00", HALF_UP, "3.00"),
        ("2.49", "1.00", HALF_UP, "2.00"),
        ("0.125", "0.25", HALF_UP, "0.25"),
        ("0.12", "0.25", HALF_UP, "0.00"),
        ("0.375", "0.25", HALF_UP, "0.50"),
        ("0.01", "0.25", UP, "0.25"),
        ("0.25", "0.25", UP, "0.25"),
        ("0.24", "0.25", DOWN, "0.00"),
        ("1.05", "0.10", HALF_UP, "1.10"),
        ("15.00", "10.00", HALF_UP, "20.00"),
        ("10,000,000.00", "0.01", DOWN, "10,000,000.00"),
        ("9,999,999.999", "0.01", HALF_UP, "10,000,000.00"),
        ("9,999,999.99", "1.00", DOWN, "9,999,999.00"),
    ],
)
def test_round_money(amount: str, unit: str, direction: str, expected: str) -> None:
    assert round_money(satang(amount), baht(unit), direction) == baht(expected)


@pytest.mark.parametrize("amount", [12345, Decimal(12345), Fraction(12345), Decimal("12344.5"), Fraction(24690, 2)])
def test_any_exact_number_rounds_to_a_plain_int(amount: Decimal | Fraction | int) -> None:
    found = round_money(amount)
    assert found == 12345
    assert type(found) is int


@pytest.mark.parametrize(
    ("weight", "printed"),
    list(enumerate(reversed(["32.08", "29.17", "26.25", "23.33", "20.42", "17.50", "14.58", "11.67", "8.75", "5.83", "2.92", "0.00"]))),
)
def test_the_dividends_of_a3_are_half_up(weight: int, printed: str) -> None:
    assert round_money(Fraction(baht("500.00") * 7 * weight, 1200)) == baht(printed)


B2 = {
    "31,629,107.08": (
        "3,273,026.27 30,000.00 22,408,612.28 3,705,868.53 900,000.00 10,000.00 1,120,000.00 149,100.00 32,500.00",
        "10.35 0.09 70.85 11.72 2.85 0.03 3.54 0.47 0.10",
    ),
    "36,556,275.21": (
        "3,951,707.27 30,000.00 25,036,560.03 5,225,207.91 900,000.00 10,000.00 1,250,000.00 97,200.00 55,600.00",
        "10.81 0.08 68.49 14.29 2.46 0.03 3.42 0.27 0.15",
    ),
}


@pytest.mark.parametrize("profit", B2)
def test_the_percentages_of_b2_come_from_the_amounts(profit: str) -> None:
    amounts, percents = map(bahts, B2[profit])
    assert sum(amounts) == baht(profit)
    assert [round_money(Fraction(amount * 10000, baht(profit))) for amount in amounts] == percents
    assert sum(percents) == 100_00


@pytest.mark.parametrize(
    ("amount", "unit", "direction", "error"),
    [
        (1, 0, DOWN, BadUnit),
        (1, -25, DOWN, BadUnit),
        (-1, 1, DOWN, NegativeAmount),
        (Fraction(-1, 10**9), 1, HALF_UP, NegativeAmount),
        (1, 1, "", UnknownRounding),
        (0, 1, "ROUND_DOWN", UnknownRounding),
    ],
)
def test_a_wrong_argument_has_its_own_error(amount: Fraction | int, unit: int, direction: str, error: type[CalculationError]) -> None:
    with pytest.raises(error):
        round_money(amount, unit, direction)


def test_an_unknown_direction_is_told_the_known_ones() -> None:
    with pytest.raises(UnknownRounding, match=", ".join(DIRECTIONS)):
        round_money(1, 1, "ปัดทิ้ง")
