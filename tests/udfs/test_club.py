"""The funeral club: the golden year to the satang, published deductions, and what happens when money is short or late."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from addin.udfs import Payout, advance_limit, death_benefit, death_shortfall, death_waterfall, levy
from addin.udfs.club import ADVANCE, DEBTS, FAMILY, FEE
from addin.udfs.errors import (
    BadCount,
    BadOrder,
    BadUnit,
    CalculationError,
    NegativeAmount,
    NegativePeriod,
    NegativeRate,
    NotExact,
    OverCollected,
    UnknownRounding,
)
from addin.udfs.rounding import DOWN, HALF_UP, UP
from tests.money import baht, bahts

GOLDEN = json.loads((Path(__file__).parent.parent / "data" / "golden-3-funeral-club.json").read_text(encoding="utf-8"))
DEATHS = GOLDEN["registers"]["deaths"]
RATE = Decimal("0.035")

every_death = pytest.mark.parametrize("death", DEATHS, ids=lambda death: f"golden-3-death-{death['case']}")


def collections_of(death: dict[str, Any]) -> list[int]:
    """Give what was remitted for a death by the first payment, and what came later."""
    case = f"ศพที่ {death['case']}"
    rows = [row for row in GOLDEN["registers"]["collections"] if row["case"] == case]
    first = death["payments"][0]["date"]
    early = sum(row["amount"] for row in rows if row["remitted"] <= first)
    late = sum(row["amount"] for row in rows) - early
    return [early, late] if late else [early]


def debts_of(death: dict[str, Any]) -> list[int]:
    return [part for debt in death["debts"] for part in (debt["principal"], debt["interest"])]


@every_death
def test_the_golden_year_to_the_satang(death: dict[str, Any]) -> None:
    found = death_waterfall(death["called"], collections_of(death), RATE, death["advance"], debts_of(death))
    assert (found.called, found.collected, found.owing) == (death["called"], death["collected"], death["owing"])
    assert (found.fee, found.advance, list(found.debts)) == (death["fee"], death["advance"], debts_of(death))
    assert (found.family, found.shortfall) == (death["net_to_family"], 0)
    assert [payout.family for payout in found.payouts] == [payment["amount"] for payment in death["payments"]]
    fees = [each["amount"] for each in GOLDEN["expected"]["transfers_A_to_B"] if f"ศพที่ {death['case']}" in each["text"]]
    assert [payout.fee for payout in found.payouts] == fees


@every_death
def test_what_the_golden_families_received(death: dict[str, Any]) -> None:
    net = death_benefit(death["called"], collections_of(death), RATE, death["advance"], debts_of(death))
    assert net + death["advance"] + death["own_prepaid_returned"] == death["family_total"]


@every_death
def test_what_the_golden_deaths_called_for(death: dict[str, Any]) -> None:
    assert levy(death["headcount"], death["headcount"] - death["payers"], death["rate"]) == death["called"]


@every_death
def test_the_golden_advances_were_within_what_was_expected(death: dict[str, Any]) -> None:
    assert death["advance"] <= advance_limit(death["called"], RATE, debts_of(death), baht("20,000.00"))


@pytest.mark.parametrize(
    ("members", "exempt", "each", "expected"),
    [
        pytest.param(1235, 1, "50.00", "61,700.00", id="E1-the-dead-member-does-not-pay"),
        pytest.param(1235, 0, "50.00", "61,750.00", id="E1-all-on-the-list-pay"),
        pytest.param(836, 1, "50.00", "41,750.00", id="E1-founders"),
        pytest.param(836, 0, "50.00", "41,800.00", id="E1-founders-all"),
        pytest.param(51, 1, "100.00", "5,000.00", id="E2"),
        pytest.param(4, 1, "9.00", "27.00", id="E3"),
        pytest.param(11, 1, "500.00", "5,000.00", id="golden-3"),
        (1, 1, "50.00", "0.00"),
        (0, 0, "50.00", "0.00"),
        (10, 3, "0.00", "0.00"),
        (2, 1, "0.01", "0.01"),
        (20_000, 0, "500.00", "10,000,000.00"),
    ],
)
def test_levy(members: int, exempt: int, each: str, expected: str) -> None:
    assert levy(members, exempt, baht(each)) == baht(expected)


@pytest.mark.parametrize(
    ("called", "rate", "debts", "most", "expected"),
    [
        pytest.param("5,000.00", "0.035", "3,000.00 90.00", "20,000.00", "1,735.00", id="golden-3-second-death"),
        pytest.param("5,000.00", "0.035", "", "2,000.00", "2,000.00", id="golden-3-first-death"),
        pytest.param("61,700.00", "0", "18,000.00 540.00", "20,000.00", "20,000.00", id="E1-seed"),
        pytest.param("61,700.00", "0", "18,000.00 540.00", "30,000.00", "30,000.00", id="E1-seed-thirty-thousand"),
        ("41,750.00", "0", "18,000.00 540.00", "30,000.00", "23,210.00"),
        ("5,000.00", "0.035", "4,825.00", "20,000.00", "0.00"),
        ("5,000.00", "0.035", "4,824.99", "20,000.00", "0.01"),
        ("5,000.00", "0.035", "9,000.00", "20,000.00", "0.00"),
        ("5,000.00", "0.035", "", "0.00", "0.00"),
        ("0.00", "0.035", "", "20,000.00", "0.00"),
        ("10,000,000.00", "0.09", "", "10,000,000.00", "9,100,000.00"),
    ],
)
def test_an_advance_stays_within_what_the_family_will_have(called: str, rate: str, debts: str, most: str, expected: str) -> None:
    assert advance_limit(baht(called), Decimal(rate), bahts(debts), baht(most)) == baht(expected)


@pytest.mark.parametrize(
    ("collected", "rate", "advance", "debts", "family", "shortfall"),
    [
        pytest.param("61,700.00", "0", "20,000.00", "18,000.00 540.00", "23,160.00", "0.00", id="E1-seed"),
        pytest.param("5,000.00", "0.10", "0.00", "", "4,500.00", "0.00", id="E2-ten-percent"),
        pytest.param("27.00", "0.04", "0.00", "", "26.00", "0.00", id="E3-fee-1.08-floored-to-1.00"),
        pytest.param("4,500.00", "0.035", "1,000.00", "3,000.00 90.00", "253.00", "0.00", id="golden-3-second-death"),
        pytest.param("4,500.00 500.00", "0.035", "2,000.00", "", "2,825.00", "0.00", id="golden-3-first-death"),
        pytest.param("4,500.00 500.00", "0.035", "1,000.00", "3,000.00 90.00", "735.00", "0.00", id="golden-3-second-death-were-it-all-paid"),
        ("", "0.035", "2,000.00", "3,000.00", "0.00", "5,000.00"),
        ("0.00", "0.035", "2,000.00", "3,000.00", "0.00", "5,000.00"),
        ("1,000.00", "0.035", "2,000.00", "", "0.00", "1,035.00"),
        ("5,000.00", "0.035", "4,825.00", "", "0.00", "0.00"),
        ("5,000.00", "0.035", "4,825.01", "", "0.00", "0.01"),
        ("5,000.00", "0.035", "4,824.99", "", "0.01", "0.00"),
        ("0.01", "0.035", "0.00", "", "0.01", "0.00"),
        ("28.57", "0.035", "0.00", "", "28.57", "0.00"),
        ("28.58", "0.035", "0.00", "", "27.58", "0.00"),
        pytest.param("28.57 0.01", "0.035", "0.00", "", "28.57", "0.99", id="a-fee-that-jumps-a-baht-is-not-taken-back-from-the-family"),
        ("28.57 0.01 1.00", "0.035", "0.00", "", "28.58", "0.00"),
        ("10,000,000.00", "0.09", "30,000.00", "20,000.00 1,234.56", "9,048,765.44", "0.00"),
    ],
)  # fmt: skip
def test_what_the_family_receives_and_what_is_lacking(collected: str, rate: str, advance: str, debts: str, family: str, shortfall: str) -> None:
    case = (baht("10,000,000.00"), bahts(collected), Decimal(rate), baht(advance), bahts(debts))
    assert (death_benefit(*case), death_shortfall(*case)) == (baht(family), baht(shortfall))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (f"{FEE} {ADVANCE} {DEBTS}", ("105.00", "2,000.00", "895.00 0.00", "0.00")),
        (f"{FEE} {DEBTS} {ADVANCE}", ("105.00", "0.00", "2,895.00 0.00", "0.00")),
        (f"{DEBTS} {ADVANCE} {FEE}", ("0.00", "0.00", "3,000.00 0.00", "0.00")),
        (f"{ADVANCE} {FEE} {DEBTS}", ("105.00", "2,000.00", "895.00 0.00", "0.00")),
        (f"{ADVANCE} {DEBTS} {FEE}", ("0.00", "2,000.00", "1,000.00 0.00", "0.00")),
        (f"{FEE} → {DEBTS} → {ADVANCE} → {FAMILY}", ("105.00", "0.00", "2,895.00 0.00", "0.00")),
        (f" {FEE},{ADVANCE}, {DEBTS}", ("105.00", "2,000.00", "895.00 0.00", "0.00")),
    ],
)
def test_the_by_law_sets_the_order(order: str, expected: tuple[str, str, str, str]) -> None:
    found = death_waterfall(baht("5,000.00"), [baht("3,000.00")], RATE, baht("2,000.00"), bahts("3,000.00 90.00"), order)
    fee, advance, debts, family = expected
    assert (found.fee, found.advance, list(found.debts), found.family) == (baht(fee), baht(advance), bahts(debts), baht(family))
    assert found.shortfall == baht("105.00") + baht("2,000.00") + baht("3,090.00") - baht("3,000.00")


def test_late_money_is_a_payment_of_its_own() -> None:
    found = death_waterfall(baht("5,000.00"), bahts("1,000.00 2,500.00 500.00"), RATE, baht("2,000.00"), bahts("1,200.00"))
    assert found.payouts == [
        Payout(baht("35.00"), baht("965.00"), (0,), 0),
        Payout(baht("87.00"), baht("1,035.00"), (baht("1,200.00"),), baht("178.00")),
        Payout(baht("18.00"), 0, (0,), baht("482.00")),
    ]
    assert found.owing == baht("1,000.00")


@pytest.mark.parametrize(
    ("unit", "direction", "expected"),
    [
        ("1.00", DOWN, "157.00"),
        ("0.01", DOWN, "157.50"),
        ("1.00", HALF_UP, "158.00"),
        ("1.00", UP, "158.00"),
        ("0.25", DOWN, "157.50"),
        ("10.00", DOWN, "150.00"),
    ],
)
def test_the_golden_fee_of_157_50_rounds_as_the_by_law_says(unit: str, direction: str, expected: str) -> None:
    assert death_waterfall(baht("5,000.00"), bahts("4,500.00"), RATE, unit=baht(unit), direction=direction).fee == baht(expected)


CASES: list[tuple[Callable[..., Any], tuple[Any, ...], type[CalculationError]]] = [
    (levy, (-1, 0, 1), NegativePeriod),
    (levy, (1, -1, 1), NegativePeriod),
    (levy, (1, 1, -1), NegativeAmount),
    (levy, (1, 2, 1), BadCount),
    (levy, (1, 0, 0.5), NotExact),
    (advance_limit, (-1, RATE, [], 1), NegativeAmount),
    (advance_limit, (1, -RATE, [], 1), NegativeRate),
    (advance_limit, (1, RATE, [-1], 1), NegativeAmount),
    (advance_limit, (1, RATE, [], -1), NegativeAmount),
    (advance_limit, (1, RATE, [], 1, 0), BadUnit),
    (advance_limit, (1, RATE, [], 1, 1, "down"), UnknownRounding),
]
for _call in (death_benefit, death_shortfall, death_waterfall):
    CASES += [
        (_call, (-1, [], RATE), NegativeAmount),
        (_call, (5, [-1], RATE), NegativeAmount),
        (_call, (5, [1], -RATE), NegativeRate),
        (_call, (5, [1], 0.035), NotExact),
        (_call, (5, [1], RATE, -1), NegativeAmount),
        (_call, (5, [1], RATE, 0, [-1]), NegativeAmount),
        (_call, (5, [1], RATE, 0, [], FEE), BadOrder),
        (_call, (5, [1], RATE, 0, [], f"{FEE} {FEE} {ADVANCE} {DEBTS}"), BadOrder),
        (_call, (5, [1], RATE, 0, [], f"{FAMILY} {FEE} {ADVANCE} {DEBTS}"), BadOrder),
        (_call, (5, [1], RATE, 0, [], ""), BadOrder),
        (_call, (5, [1], RATE, 0, [], None), BadOrder),
        (_call, (5, [3, 3], RATE), OverCollected),
        (_call, (5, [], RATE, 0, [], f"{FEE} {ADVANCE} {DEBTS}", 0), BadUnit),
        (_call, (5, [], RATE, 0, [], f"{FEE} {ADVANCE} {DEBTS}", 1, "down"), UnknownRounding),
    ]


@pytest.mark.parametrize(("call", "arguments", "error"), CASES)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., Any], arguments: tuple[Any, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
