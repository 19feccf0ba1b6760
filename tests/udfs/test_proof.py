"""Where the money of a revolving fund is: the golden year, real villages, and the formula that hides losses."""

import json
from pathlib import Path
from typing import Any

import pytest

from addin.udfs import MoneyProof, money_proof, prove_money
from addin.udfs.errors import NegativeAmount, NotExact
from tests.money import baht

GOLDEN = json.loads((Path(__file__).parent.parent / "data" / "golden-4-revolving-fund.json").read_text(encoding="utf-8"))
ASSETS = {each["name"]: each["amount"] for each in GOLDEN["expected"]["balance_sheet"]["assets"]}
CAPITAL, BANK_INTEREST = (each["amount"] for each in GOLDEN["expected"]["balance_sheet"]["capital"])
PLACES = [ASSETS[name] for name in ("เงินฝากธนาคาร", "เงินสดในมือ", "ลูกหนี้เงินยืม", "เงินทุนสูญเสียที่พิสูจน์แล้ว")]


def test_the_golden_year() -> None:
    found = prove_money(CAPITAL, 0, BANK_INTEREST, *PLACES)
    assert found == MoneyProof(baht("283,681.35"), baht("267,181.35"), baht("15,000.00"), baht("1,500.00"), baht("16,500.00"))
    assert money_proof(CAPITAL, 0, BANK_INTEREST, *PLACES) == ASSETS["เงินทุนที่ยังหาไม่พบ"] == baht("1,500.00")


@pytest.mark.parametrize("published", [pytest.param("12,818.65", id="golden-4-anomaly-bank-interest-hides-losses")])
def test_the_formula_without_bank_interest_hides_losses(published: str) -> None:
    assert CAPITAL - sum(PLACES[:3]) == baht(published)
    assert prove_money(CAPITAL, 0, BANK_INTEREST, *PLACES).missing == baht(published) + BANK_INTEREST == baht("16,500.00")


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        pytest.param("280,000.00 0.00 1,156.19 1,156.19 0.00 280,000.00 0.00", "0.00", id="D3-all-is-there"),
        pytest.param("280,000.00 0.00 0.00 1,156.19 0.00 280,000.00 0.00", "-1,156.19", id="D3-bank-interest-forgotten-looks-like-too-much"),
        pytest.param("280,000.00 0.00 0.00 195,000.00 0.00 85,000.00 0.00", "0.00", id="D2-the-rest-in-the-bank"),
        pytest.param("280,000.00 0.00 0.00 150,000.00 0.00 85,000.00 0.00", "45,000.00", id="D2-45,000-not-found"),
        pytest.param("280,000.00 0.00 3,420.55 56,920.55 0.00 225,000.00 0.00", "1,500.00", id="golden-4-the-year-before"),
        ("280,000.00 20,000.00 0.00 100,000.00 0.00 200,000.00 0.00", "0.00"),
        ("280,000.00 0.00 0.00 0.00 0.00 0.00 280,000.00", "0.00"),
        ("280,000.00 0.00 0.00 0.00 0.00 0.00 0.00", "280,000.00"),
        ("280,000.00 0.00 0.00 0.00 8,000.00 272,000.01 0.00", "-0.01"),
        ("280,000.00 0.00 0.01 0.00 8,000.00 272,000.00 0.00", "0.01"),
        ("0.00 0.00 0.00 0.00 0.00 0.00 0.00", "0.00"),
        ("10,000,000.00 0.00 12,345.67 12,345.67 0.00 9,999,999.99 0.01", "0.00"),
    ],
)
def test_money_proof(sides: str, expected: str) -> None:
    assert money_proof(*map(baht, sides.split())) == baht(expected)


def test_losses_may_be_left_out() -> None:
    assert money_proof(28_000_000, 0, 0, 0, 0, 28_000_000) == 0


@pytest.mark.parametrize("place", range(7))
@pytest.mark.parametrize(("wrong", "error"), [(-1, NegativeAmount), (1.0, NotExact), (None, NotExact)])
def test_a_wrong_argument_has_its_own_error(place: int, wrong: Any, error: type[Exception]) -> None:
    sides: list[Any] = [1] * 7
    sides[place] = wrong
    for call in (money_proof, prove_money):
        with pytest.raises(error):
            call(*sides)
