"""The fine, the split of a payment, age classes and allowances, row by row."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from addin.udfs import CalculationError, Split, ageing, allowance, charge_room, penalty, provision, split_payment, yearly_charge
from addin.udfs.arrears import FINE, INTEREST, PRINCIPAL
from addin.udfs.errors import (
    BadBase,
    BadEdges,
    BadOrder,
    BadRates,
    BadUnit,
    NegativeAmount,
    NegativePeriod,
    NegativeRate,
    NotExact,
    UnknownRounding,
)  # fmt: skip
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
    ("principal", "days", "charged", "ceiling", "expected"),
    [
        pytest.param("20,000.00", 365, "0.00", "0.15", "3,000.00", id="C6-a-year-at-15-percent"),
        pytest.param("20,000.00", 365, "1,200.00", "0.15", "1,800.00", id="C6-beside-six-percent-interest"),
        pytest.param("20,000.00", 365, "73,000.00", "0.15", "0.00", id="C3-a-fine-of-one-percent-a-day"),
        pytest.param("20,000.00", 181, "0.00", "0.06", "595.06", id="C6-595.068-is-not-passed"),
        ("20,000.00", 366, "0.00", "0.15", "3,008.21"),
        ("20,000.00", 0, "0.00", "0.15", "0.00"),
        ("20,000.00", 0, "1.00", "0.15", "0.00"),
        ("20,000.00", 365, "3,000.00", "0.15", "0.00"),
        ("20,000.00", 365, "2,999.99", "0.15", "0.01"),
        ("20,000.00", 365, "3,000.01", "0.15", "0.00"),
        ("20,000.00", 365, "0.00", "0", "0.00"),
        ("0.01", 365, "0.00", "0.99", "0.00"),
        ("0.00", 365, "0.00", "0.15", "0.00"),
        ("10,000,000.00", 365, "0.00", "0.15", "1,500,000.00"),
    ],
)
def test_what_a_ceiling_leaves_room_for(principal: str, days: int, charged: str, ceiling: str, expected: str) -> None:
    assert charge_room(baht(principal), days, baht(charged), Decimal(ceiling)) == baht(expected)


def test_a_fine_is_held_by_the_room_a_ceiling_leaves() -> None:
    room = charge_room(baht("20,000.00"), 365, baht("1,200.00"), Decimal("0.15"))
    assert penalty(baht("7,300,000.00"), R, room) == baht("1,800.00")


@pytest.mark.parametrize(
    ("charged", "principal", "days", "expected"),
    [
        pytest.param("73,000.00", "20,000.00", 365, "3.65", id="C3-one-percent-a-day"),
        pytest.param("365,000.00", "20,000.00", 1825, "3.65", id="C3-five-years"),
        pytest.param("1,200.00", "20,000.00", 365, "0.06", id="C6"),
        pytest.param("60,000.00", "1,200,000.00", 365, "0.05", id="C4-low"),
        ("3,000.00", "20,000.00", 365, "0.15"),
        ("200.00", "20,000.00", 1, "3.65"),
        ("100.00", "10,000.00", 73, "0.05"),
        ("1,203.00", "20,000.00", 366, "439095/7320000"),
        ("0.00", "20,000.00", 365, "0"),
        ("0.01", "0.01", 365, "1"),
        ("0.01", "10,000,000.00", 365, "1/1000000000"),
    ],
)
def test_what_was_charged_as_a_yearly_rate(charged: str, principal: str, days: int, expected: str) -> None:
    assert yearly_charge(baht(charged), baht(principal), days) == Fraction(expected)


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
    ("outstanding", "days", "unit", "expected"),
    [
        pytest.param("3,150.00", 56, "0.01", "157.50", id="golden-1-at-five-percent"),
        ("3,150.00", 0, "0.01", "0.00"),
        ("3,150.00", 1, "0.01", "31.50"),
        ("3,150.00", 30, "0.01", "31.50"),
        ("3,150.00", 31, "0.01", "157.50"),
        ("3,150.00", 90, "0.01", "157.50"),
        ("3,150.00", 91, "0.01", "630.00"),
        ("3,150.00", 180, "1.00", "630.00"),
        ("3,150.00", 365, "0.01", "1,575.00"),
        ("3,150.00", 366, "0.01", "3,150.00"),
        ("0.00", 366, "0.01", "0.00"),
        pytest.param("0.50", 1, "0.01", "0.01", id="half-a-satang-rounds-up"),
        ("0.49", 1, "0.01", "0.00"),
        ("150.00", 1, "1.00", "2.00"),
        ("10,000,000.00", 200, "0.01", "5,000,000.00"),
    ],
)
def test_provision_takes_the_rate_of_the_age_class(outstanding: str, days: int, unit: str, expected: str) -> None:
    rates = [Decimal(percent) / 100 for percent in (0, 1, 5, 20, 50, 100)]
    assert provision(baht(outstanding), days, rates, unit=baht(unit)) == baht(expected)


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
        (charge_room, (-1, 1, 1, R), NegativeAmount),
        (charge_room, (1, -1, 1, R), NegativePeriod),
        (charge_room, (1, 1, -1, R), NegativeAmount),
        (charge_room, (1, 1, 1, -R), NegativeRate),
        (yearly_charge, (-1, 1, 1), NegativeAmount),
        (yearly_charge, (1, -1, 1), NegativeAmount),
        (yearly_charge, (1, 1, -1), NegativePeriod),
        (yearly_charge, (1, 0, 1), BadBase),
        (yearly_charge, (1, 1, 0), BadBase),
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
        (ageing, (1, (30.0, 90)), BadEdges),
        (ageing, (1.0,), NotExact),
        (provision, (-1, 0, [R] * 6), NegativeAmount),
        (provision, (1, -1, [R] * 6), NegativePeriod),
        (provision, (1, 0, [-R] * 6), NegativeRate),
        (provision, (1, 0, [0.01] * 6), NotExact),
        (provision, (1, 0, [R] * 5), BadRates),
        (provision, (1, 0, []), BadRates),
        (provision, (1, 0, [R] * 5 + [Decimal("1.01")]), BadRates),
        (provision, (1, 0, [R] * 6, (30, 30, 90, 180)), BadEdges),
        (provision, (1, 0, [R] * 6, (30, 90, 180, 365), 0), BadUnit),
        (penalty, (1.5, R), NotExact),
        (penalty, (1, 0.01), NotExact),
        (penalty, (1, R, 0.0), NotExact),
        (penalty, (1, R, None, 1.0), BadUnit),
        (allowance, (-1, R), NegativeAmount),
        (allowance, (1, -R), NegativeRate),
        (allowance, (1, R, 0), BadUnit),
    ],
)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., object], arguments: tuple[object, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
