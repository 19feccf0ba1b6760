"""The fine, the split of a payment, the age class and the allowance, row by row."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from addin.udfs import CalculationError, Split, ageing, allowance, penalty, split_payment
from addin.udfs.arrears import FINE, INTEREST, PRINCIPAL
from addin.udfs.errors import BadEdges, BadOrder, BadUnit, NegativeAmount, NegativePeriod, NegativeRate, UnknownRounding
from addin.udfs.rounding import DOWN, HALF_UP, UP
from tests.money import baht

R = Decimal("0.01")


@pytest.mark.parametrize(
    ("overdue", "rate", "cap", "expected"),
    [
        pytest.param("3,150.00", "0.0025", None, "7.00", id="golden-1/045"),
        pytest.param("1,050.00", "0.0025", None, "2.00", id="golden-1/051"),
        pytest.param("20,000.00", "0.01", None, "200.00", id="C3-a-day"),
        pytest.param("7,300,000.00", "0.01", None, "73,000.00", id="C3-365-days"),
        pytest.param("36,500,000.00", "0.01", None, "365,000.00", id="C3-five-years"),
        pytest.param("7,300,000.00", "0.01", "500.00", "500.00", id="C3-held-by-a-cap"),
        ("7,300,000.00", "0.01", "0.00", "0.00"),
        ("20,000.00", "0.01", "200.00", "200.00"),
        ("20,000.00", "0.01", "199.99", "199.99"),
        ("20,000.00", "0.01", "1,000.00", "200.00"),
        ("0.00", "0.01", None, "0.00"),
        ("20,000.00", "0", None, "0.00"),
        ("99.99", "0.01", None, "0.00"),
        ("100.00", "0.01", None, "1.00"),
        ("0.01", "1", None, "0.00"),
        ("10,000,000.00", "0.0125", None, "125,000.00"),
    ],
)
def test_penalty_drops_satang_and_stops_at_the_cap(overdue: str, rate: str, cap: str | None, expected: str) -> None:
    assert penalty(baht(overdue), Decimal(rate), None if cap is None else baht(cap)) == baht(expected)


@pytest.mark.parametrize(
    ("unit", "direction", "expected"),
    [("0.01", DOWN, "7.87"), ("0.01", HALF_UP, "7.88"), ("0.25", DOWN, "7.75"), ("0.25", HALF_UP, "8.00"), ("1.00", UP, "8.00"), ("5.00", DOWN, "5.00")],
)
def test_the_golden_fine_of_7_875_rounds_as_the_by_law_says(unit: str, direction: str, expected: str) -> None:
    assert penalty(baht("3,150.00"), Decimal("0.0025"), None, baht(unit), direction) == baht(expected)


@pytest.mark.parametrize(
    ("paid", "fine", "interest", "principal", "expected"),
    [
        ("1,500.00", "0.00", "240.00", "9,000.00", ("0.00", "240.00", "1,260.00", "0.00")),
        pytest.param("2,326.00", "7.00", "219.00", "3,150.00", ("7.00", "219.00", "2,100.00", "0.00"), id="golden-1/045"),
        ("0.00", "7.00", "219.00", "2,100.00", ("0.00", "0.00", "0.00", "0.00")),
        ("0.01", "7.00", "219.00", "2,100.00", ("0.01", "0.00", "0.00", "0.00")),
        ("7.00", "7.00", "219.00", "2,100.00", ("7.00", "0.00", "0.00", "0.00")),
        ("7.01", "7.00", "219.00", "2,100.00", ("7.00", "0.01", "0.00", "0.00")),
        ("226.00", "7.00", "219.00", "2,100.00", ("7.00", "219.00", "0.00", "0.00")),
        ("226.01", "7.00", "219.00", "2,100.00", ("7.00", "219.00", "0.01", "0.00")),
        ("2,326.00", "7.00", "219.00", "2,100.00", ("7.00", "219.00", "2,100.00", "0.00")),
        ("2,326.01", "7.00", "219.00", "2,100.00", ("7.00", "219.00", "2,100.00", "0.01")),
        ("10,000.00", "7.00", "219.00", "2,100.00", ("7.00", "219.00", "2,100.00", "7,674.00")),
        ("100.00", "0.00", "0.00", "0.00", ("0.00", "0.00", "0.00", "100.00")),
        ("10,000,000.00", "0.00", "0.00", "10,000,000.00", ("0.00", "0.00", "10,000,000.00", "0.00")),
    ],
)
def test_a_payment_goes_to_fine_then_interest_then_principal(paid: str, fine: str, interest: str, principal: str, expected: tuple[str, ...]) -> None:
    assert split_payment(baht(paid), baht(fine), baht(interest), baht(principal)) == Split(*map(baht, expected))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ((FINE, INTEREST, PRINCIPAL), ("10.00", "240.00", "1,250.00", "0.00")),
        ((INTEREST, FINE, PRINCIPAL), ("10.00", "240.00", "1,250.00", "0.00")),
        ((FINE, PRINCIPAL, INTEREST), ("10.00", "90.00", "1,400.00", "0.00")),
        ((INTEREST, PRINCIPAL, FINE), ("0.00", "240.00", "1,260.00", "0.00")),
        ((PRINCIPAL, FINE, INTEREST), ("10.00", "90.00", "1,400.00", "0.00")),
        ([PRINCIPAL, INTEREST, FINE], ("0.00", "100.00", "1,400.00", "0.00")),
    ],
)
def test_the_by_law_sets_the_order(order: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert split_payment(baht("1,500.00"), baht("10.00"), baht("240.00"), baht("1,400.00"), order) == Split(*map(baht, expected))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(56, "31–90", id="golden-section-6"),
        (0, "0"),
        (1, "1–30"),
        (30, "1–30"),
        (31, "31–90"),
        (90, "31–90"),
        (91, "91–180"),
        (180, "91–180"),
        (181, "181–365"),
        (365, "181–365"),
        (366, "เกิน 365"),
        (3653, "เกิน 365"),
    ],
)
def test_ageing(days: int, expected: str) -> None:
    assert ageing(days) == expected


@pytest.mark.parametrize(
    ("days", "edges", "expected"),
    [
        (0, [7], "0"),
        (1, [7], "1–7"),
        (7, [7], "1–7"),
        (8, [7], "เกิน 7"),
        (60, (30, 60, 90), "31–60"),
        (61, (30, 60, 90), "61–90"),
        (91, (30, 60, 90), "เกิน 90"),
    ],
)
def test_ageing_by_the_edges_of_a_by_law(days: int, edges: list[int], expected: str) -> None:
    assert ageing(days, edges) == expected


@pytest.mark.parametrize(
    ("outstanding", "rate", "unit", "expected"),
    [
        ("3,150.00", "0.35", "0.01", "1,102.50"),
        ("3,150.00", "0", "0.01", "0.00"),
        ("3,150.00", "1", "0.01", "3,150.00"),
        ("3,150.00", "0.35", "1.00", "1,103.00"),
        ("3,150.00", "0.35", "0.25", "1,102.50"),
        ("0.00", "0.35", "0.01", "0.00"),
        ("0.01", "0.50", "0.01", "0.01"),
        ("0.01", "0.49", "0.01", "0.00"),
        ("0.03", "0.50", "0.01", "0.02"),
        ("1,234.56", "0.05", "0.01", "61.73"),
        ("8,333.33", "0.35", "0.01", "2,916.67"),
        ("10,000,000.00", "0.20", "0.01", "2,000,000.00"),
    ],
)
def test_allowance_is_half_up(outstanding: str, rate: str, unit: str, expected: str) -> None:
    assert allowance(baht(outstanding), Decimal(rate), baht(unit)) == baht(expected)


@pytest.mark.parametrize(
    ("call", "arguments", "error"),
    [
        (penalty, (-1, R), NegativeAmount),
        (penalty, (1, R, -1), NegativeAmount),
        (penalty, (1, -R), NegativeRate),
        (penalty, (1, R, None, 0), BadUnit),
        (penalty, (1, R, 0, -1), BadUnit),
        (penalty, (1, R, None, 1, "down"), UnknownRounding),
        (split_payment, (-1, 0, 0, 0), NegativeAmount),
        (split_payment, (0, -1, 0, 0), NegativeAmount),
        (split_payment, (0, 0, -1, 0), NegativeAmount),
        (split_payment, (0, 0, 0, -1), NegativeAmount),
        (split_payment, (1, 1, 1, 1, ()), BadOrder),
        (split_payment, (1, 1, 1, 1, (FINE, INTEREST)), BadOrder),
        (split_payment, (1, 1, 1, 1, (FINE, INTEREST, INTEREST)), BadOrder),
        (split_payment, (1, 1, 1, 1, (FINE, INTEREST, PRINCIPAL, FINE)), BadOrder),
        (split_payment, (1, 1, 1, 1, (FINE, INTEREST, "เงินสัจจะ")), BadOrder),
        (ageing, (-1,), NegativePeriod),
        (ageing, (1, ()), BadEdges),
        (ageing, (1, (0, 30)), BadEdges),
        (ageing, (1, (-30, 30)), BadEdges),
        (ageing, (0, (30, 30)), BadEdges),
        (ageing, (1, (90, 30)), BadEdges),
        (allowance, (-1, R), NegativeAmount),
        (allowance, (1, -R), NegativeRate),
        (allowance, (1, R, 0), BadUnit),
    ],
)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., object], arguments: tuple[object, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
