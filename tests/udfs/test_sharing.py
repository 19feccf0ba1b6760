"""Share-months, dividends, average returns and allocations: published figures, the golden year, and the edges."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from addin.udfs import (
    Allocation,
    CalculationError,
    allocate,
    allocation_line,
    average_return,
    average_return_rate,
    dividend,
    largest_remainder,
    share_months,
)  # fmt: skip
from addin.udfs.errors import BadShare, BadUnit, NegativeAmount, NegativePeriod, NegativeRate, NotExact
from tests.money import baht, bahts
from tests.udfs.test_rounding import B2

R = Decimal("0.1")


@pytest.mark.parametrize(
    ("opening", "deposits", "share", "expected"),
    [
        pytest.param("6,000.00", "100.00 " * 12, "50.00", "1572", id="golden-1"),
        pytest.param("4,800.00", "100.00 " * 12, "50.00", "1284", id="golden-2"),
        pytest.param("3,600.00", "50.00 " * 12, "50.00", "930", id="golden-3"),
        pytest.param("2,400.00", "50.00 " * 7 + "0.00 50.00 50.00 50.00 0.00", "50.00", "638", id="golden-4-missed-two-months"),
        pytest.param("1,200.00", "50.00 " * 10, "50.00", "353", id="golden-5-the-leaver-if-counted"),
        pytest.param("0.00", "0.00 " * 6 + "100.00 " * 6, "50.00", "30", id="golden-6-joined-in-July"),
        pytest.param("100,000.00", "1,000.00 " * 12, "1.00", "1266000", id="A1"),
        pytest.param("50,000.00", "500.00 " * 12, "1.00", "633000", id="A3"),
        pytest.param("0.00", "30.00 " * 12, "10.00", "198", id="C4-thirty-baht-a-month"),
        ("0.00", "75.00", "50.00", "33/2"),
        ("0.00", "0.01", "0.01", "11"),
        ("0.00", "0.00 " * 11 + "100.00", "50.00", "0"),
        ("0.00", "", "50.00", "0"),
        ("10,000,000.00", "", "50.00", "2400000"),
    ],
)
def test_share_months(opening: str, deposits: str, share: str, expected: str) -> None:
    assert share_months(baht(opening), bahts(deposits), 0, baht(share)) == Fraction(expected)


@pytest.mark.parametrize(
    ("withdrawn_months", "expected"),
    [("0.00", "353"), ("3,000.00", "293"), ("17,650.00", "0"), ("17,650.01", "0"), ("10,000,000.00", "0")],
)
def test_a_withdrawal_takes_months_away_but_never_below_none(withdrawn_months: str, expected: str) -> None:
    assert share_months(baht("1,200.00"), bahts("50.00 " * 10), baht(withdrawn_months), baht("50.00")) == Fraction(expected)


def test_an_eleven_month_year_begins_with_weight_ten() -> None:
    # oracle A5: 5.10 % by elevenths; the first month's 1,000.00 earns 1,000 × 5.1 % × 10 ÷ 11 = 46.3636
    assert share_months(baht("100,000.00"), bahts("1,000.00 " * 11), opening_weight=11, first_weight=10) == 1_155_000
    assert share_months(0, bahts("1,000.00 " * 13), first_weight=10) == 55_000, "a twelfth deposit weighs nothing, not less"
    first = share_months(0, [baht("1,000.00")], opening_weight=11, first_weight=10)
    assert dividend(first, 11_000, baht("51.00")) == baht("46.36")


@pytest.mark.parametrize("printed", [pytest.param("5,600.00", id="A3-anomaly-total-of-shares-lost-a-zero")])
def test_the_shares_of_a3_add_up(printed: str) -> None:
    held = share_months(baht("50,000.00"), [], opening_weight=1) + 12 * share_months(0, [baht("500.00")], first_weight=1)
    assert held == 56_000
    assert held * 100 != baht(printed)


@pytest.mark.parametrize("printed", [pytest.param("60.00", id="A6-anomaly-weight-grows-for-later-months")])
def test_a_later_deposit_never_weighs_more(printed: str) -> None:
    # as printed the second month's 1,000.00 would earn 5.5 % × 12 ÷ 11 = 60.00; with k = 12 … 1 it earns 11 twelfths
    weights = [share_months(0, [0] * month + [100], first_weight=12) for month in range(12)]
    assert weights == list(range(12, 0, -1))
    second = share_months(0, [0, baht("1,000.00")], first_weight=12)
    assert dividend(second, 12_000, baht("55.00")) == baht("50.41") != baht(printed)


@pytest.mark.parametrize(
    ("own", "total", "pot", "unit", "expected"),
    [
        pytest.param("1572", "4454", "424.35", "0.25", "149.75", id="golden-1"),
        pytest.param("1284", "4454", "424.35", "0.25", "122.25", id="golden-2"),
        pytest.param("930", "4454", "424.35", "0.25", "88.50", id="golden-3"),
        pytest.param("638", "4454", "424.35", "0.25", "60.75", id="golden-4"),
        pytest.param("0", "4454", "424.35", "0.25", "0.00", id="golden-5"),
        pytest.param("30", "4454", "424.35", "0.25", "2.75", id="golden-6"),
        # a published rate is a pot of rate × total ÷ 12: here the fund has ten times the member's share-months
        pytest.param("1266000", "12660000", "60,135.00", "0.01", "6,013.50", id="A1-5.70-percent"),
        pytest.param("633000", "6330000", "36,925.00", "0.01", "3,692.50", id="A3-7-percent"),
        pytest.param("11000", "12000", "65.00", "0.01", "59.58", id="A4-6.5-percent"),
        ("1", "3", "100.00", "0.01", "33.33"),
        ("1", "1", "424.35", "0.01", "424.35"),
        ("1", "1", "424.35", "1.00", "424.00"),
        ("33/2", "33", "1.01", "0.01", "0.50"),
        ("1", "8", "1.00", "0.01", "0.12"),
        ("1", "2", "0.01", "0.01", "0.00"),
        ("0", "0", "424.35", "0.01", "0.00"),
        ("5", "5", "0.00", "0.01", "0.00"),
        ("1", "7", "10,000,000.00", "0.01", "1,428,571.42"),
    ],
)
def test_dividend(own: str, total: str, pot: str, unit: str, expected: str) -> None:
    assert dividend(Fraction(own), Fraction(total), baht(pot), baht(unit)) == baht(expected)


@pytest.mark.parametrize(
    ("weight", "printed"),
    list(enumerate(reversed(bahts("52.25 47.50 42.75 38.00 33.25 28.50 23.75 19.00 14.25 9.50 4.75 0.00")))),
)
def test_the_monthly_rows_of_a1(weight: int, printed: int) -> None:
    own = share_months(0, [baht("1,000.00")], first_weight=weight)
    assert dividend(own, 12_000, baht("57.00")) == printed


@pytest.mark.parametrize(
    ("paid", "rate", "unit", "expected"),
    [
        pytest.param("50,000.00", "0.13", "0.01", "6,500.00", id="A1"),
        pytest.param("618.00", "0.20", "0.25", "123.50", id="golden-2"),
        pytest.param("18,521.15", "0.05", "0.01", "926.05", id="A3-printed-926.06-half-up-but-we-round-down"),
        pytest.param("10,000.00", "0.04", "0.01", "400.00", id="A8"),
        pytest.param("12,345.67", "0.0595", "0.01", "734.56", id="A7-rate-of-2561"),
        ("618.00", "0.20", "0.01", "123.60"),
        ("618.00", "0.20", "1.00", "123.00"),
        ("491.00", "0.20", "0.25", "98.00"),
        ("100.00", "1/3", "0.01", "33.33"),
        ("0.00", "0.20", "0.25", "0.00"),
        ("618.00", "0", "0.25", "0.00"),
        ("0.01", "0.99", "0.01", "0.00"),
        ("0.01", "1", "0.01", "0.01"),
        ("10,000,000.00", "0.0595", "0.01", "595,000.00"),
    ],
)
def test_average_return(paid: str, rate: str, unit: str, expected: str) -> None:
    assert average_return(baht(paid), Fraction(rate), baht(unit)) == baht(expected)


@pytest.mark.parametrize(
    ("pot", "eligible", "cap", "expected"),
    [
        pytest.param("127.30", "618.00", "0.20", "1/5", id="golden-held-at-the-cap"),
        pytest.param("6,500.00", "50,000.00", None, "13/100", id="A1"),
        ("127.30", "618.00", None, "1273/6180"),
        ("127.30", "618.00", "0.25", "1273/6180"),
        ("127.30", "618.00", "0", "0"),
        ("127.30", "0.00", None, "0"),
        ("127.30", "0.00", "0.20", "0"),
        ("0.00", "618.00", None, "0"),
        ("0.01", "0.03", None, "1/3"),
        ("2.00", "1.00", None, "2"),
        ("618.00", "618.00", "1", "1"),
        ("10,000,000.00", "30,000,000.00", "0.34", "1/3"),
    ],
)
def test_average_return_rate_is_not_rounded(pot: str, eligible: str, cap: str | None, expected: str) -> None:
    assert average_return_rate(baht(pot), baht(eligible), None if cap is None else Decimal(cap)) == Fraction(expected)


@pytest.mark.parametrize(
    ("pot", "percent", "unit", "expected"),
    [
        pytest.param("848.71", "0.10", "0.01", "84.87", id="golden-reserve"),
        pytest.param("848.71", "0.50", "0.01", "424.35", id="golden-dividend"),
        pytest.param("848.71", "0.15", "0.01", "127.30", id="golden-average-return"),
        pytest.param("848.71", "0.05", "0.01", "42.43", id="golden-public"),
        pytest.param("31,629,107.08", "0.1035", "0.01", "3,273,612.58", id="B2-the-printed-percent-does-not-give-3,273,026.27"),
        ("848.71", "0.10", "1.00", "84.00"),
        ("848.71", "0.10", "0.25", "84.75"),
        ("848.71", "1", "0.01", "848.71"),
        ("848.71", "0", "0.01", "0.00"),
        ("0.00", "0.10", "0.01", "0.00"),
        ("0.01", "0.99", "0.01", "0.00"),
        ("1,194.21", "0.3333", "0.01", "398.03"),
        ("10,000,000.00", "0.1234", "0.01", "1,234,000.00"),
    ],
)
def test_allocation_line(pot: str, percent: str, unit: str, expected: str) -> None:
    assert allocation_line(baht(pot), Decimal(percent), baht(unit)) == baht(expected)


@pytest.mark.parametrize(
    ("pot", "percents", "unit", "amounts", "leftover"),
    [
        pytest.param("100,000.00", "25 10 30 15 20", "0.01", "25,000.00 10,000.00 30,000.00 15,000.00 20,000.00", "0.00", id="B1"),
        pytest.param("848.71", "10 50 15 10 10 5", "0.01", "84.87 424.35 127.30 84.87 84.87 42.43", "0.02", id="golden-section-10"),
        pytest.param("100.01", "20 20 20 20 20", "0.01", "20.00 20.00 20.00 20.00 20.00", "0.01", id="B6-anomaly-one-satang-lost"),
        pytest.param("0.05", "50 50", "0.01", "0.02 0.02", "0.01", id="B6-anomaly-0.03-and-0.03-are-0.01-too-much"),
        ("1.00", "33.33 33.33 33.34", "0.01", "0.33 0.33 0.33", "0.01"),
        ("100.00", "33.33 33.33 33.34", "0.01", "33.33 33.33 33.34", "0.00"),
        ("848.71", "50 50", "1.00", "424.00 424.00", "0.71"),
        ("848.71", "50 50", "0.25", "424.25 424.25", "0.21"),
        ("848.71", "100", "0.01", "848.71", "0.00"),
        ("848.71", "100 0", "0.01", "848.71 0.00", "0.00"),
        ("0.01", "50 50", "0.01", "0.00 0.00", "0.01"),
        ("0.00", "50 50", "0.01", "0.00 0.00", "0.00"),
        ("10,000,000.00", "99.99 0.01", "0.01", "9,999,000.00 1,000.00", "0.00"),
    ],
)
def test_allocate(pot: str, percents: str, unit: str, amounts: str, leftover: str) -> None:
    shares = [Decimal(percent) / 100 for percent in percents.split()]
    assert allocate(baht(pot), shares, baht(unit)) == Allocation(bahts(amounts), baht(leftover))


@pytest.mark.parametrize(
    ("percents", "said"),
    [
        pytest.param("0.70 0.15 0.10 0.30 0.23", "148", id="B5-anomaly-148-percent"),
        pytest.param("0.3333 0.3333 0.3333", "9999/100", id="B6-anomaly-99.99-percent-hung-on-a-float"),
        pytest.param("0.5 0.5 0.0000000000000001", "100", id="a-hair-above"),
        pytest.param("", "0", id="none"),
    ],
)
def test_percentages_that_are_not_100_are_refused(percents: str, said: str) -> None:
    with pytest.raises(BadShare, match=said):
        allocate(baht("100.00"), list(map(Decimal, percents.split())))


@pytest.mark.parametrize(
    ("pot", "weights", "unit", "expected"),
    [
        ("1.00", "1 1 1", "0.01", "0.34 0.33 0.33"),
        ("1.00", "1 1 1", "0.25", "0.50 0.25 0.25"),
        pytest.param("848.71", "10 50 15 10 10 5", "0.01", "84.87 424.35 127.31 84.87 84.87 42.44", id="golden-allocation"),
        pytest.param("424.35", "1572 1284 930 638 0 30", "0.01", "149.77 122.33 88.60 60.79 0.00 2.86", id="golden-dividends"),
        pytest.param("100.01", "20 20 20 20 20", "0.01", "20.01 20.00 20.00 20.00 20.00", id="B6-100.01"),
        pytest.param("0.05", "50 50", "0.01", "0.03 0.02", id="B6-0.05"),
        ("0.01", "1 1", "0.01", "0.01 0.00"),
        ("0.01", "1 2", "0.01", "0.00 0.01"),
        ("5.00", "0 1", "0.01", "0.00 5.00"),
        ("5.00", "1/2 1/3 1/6", "0.01", "2.50 1.67 0.83"),
        ("0.00", "1 2 3", "0.01", "0.00 0.00 0.00"),
        ("848.71", "7", "0.01", "848.71"),
        ("10,000,000.00", "1 2 4", "0.01", "1,428,571.43 2,857,142.86 5,714,285.71"),
    ],
)
def test_largest_remainder(pot: str, weights: str, unit: str, expected: str) -> None:
    assert largest_remainder(baht(pot), list(map(Fraction, weights.split())), baht(unit)) == bahts(expected)


@pytest.mark.parametrize("profit", B2)
def test_the_amounts_of_b2_are_found_again_from_themselves(profit: str) -> None:
    amounts = bahts(B2[profit][0])
    assert largest_remainder(baht(profit), amounts) == amounts


@pytest.mark.parametrize(
    ("call", "arguments", "error"),
    [
        (share_months, (-1, []), NegativeAmount),
        (share_months, (0, [1, -1]), NegativeAmount),
        (share_months, (0, [], -1), NegativeAmount),
        (share_months, (0, [], 0, 0), BadShare),
        (share_months, (0, [], 0, -5000), BadShare),
        (share_months, (0, [], 0, 1, -1), NegativePeriod),
        (share_months, (0, [], 0, 1, 1, -1), NegativePeriod),
        (dividend, (-1, 1, 1), NegativeAmount),
        (dividend, (0, -1, 1), NegativeAmount),
        (dividend, (1, 1, -1), NegativeAmount),
        (dividend, (2, 1, 1), BadShare),
        (dividend, (1, 0, 1), BadShare),
        (dividend, (1, 1, 1, 0), BadUnit),
        (dividend, (0, 0, 1, 0), BadUnit),
        (dividend, (1, 1, 1.0), NotExact),
        (dividend, (0.5, 1, 1), NotExact),
        (average_return, (-1, R), NegativeAmount),
        (average_return, (1, -R), NegativeRate),
        (average_return, (1, R, 0), BadUnit),
        (average_return_rate, (-1, 1), NegativeAmount),
        (average_return_rate, (1, -1), NegativeAmount),
        (average_return_rate, (1, 1, -R), NegativeRate),
        (allocation_line, (-1, R), NegativeAmount),
        (allocation_line, (1, -R), NegativeRate),
        (allocation_line, (1, R, 0), BadUnit),
        (allocate, (-1, [Decimal(1)]), NegativeAmount),
        (allocate, (1, [Decimal(2), Decimal(-1)]), NegativeRate),
        (allocate, (1, [Decimal(1)], 0), BadUnit),
        (largest_remainder, (-1, [1]), NegativeAmount),
        (largest_remainder, (1, [2, -1]), NegativeAmount),
        (largest_remainder, (1, [0, 0]), BadShare),
        (largest_remainder, (1, []), BadShare),
        (largest_remainder, (101, [1], 25), BadShare),
        (largest_remainder, (1, [1], 0), BadUnit),
        (largest_remainder, (1, [1], -1), BadUnit),
    ],
)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., Any], arguments: tuple[object, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
