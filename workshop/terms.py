"""Loans on other terms than the usual ones: every way to reckon interest, instalments by the season, by the year, or all at once."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from addin.udfs import add_months
from addin.udfs.interest import METHODS

from .facts import EMERGENCY, LAND, Contract
from .habits import Habits
from .lending import TENS

TIERS = (2_000_000, Decimal("0.08"))
"""Of tiered interest: the limit in satang, and the rate on what is above it."""
SEASONS, YEARS, MONTHS = (2, 3, 4, 6), (1, 1, 2, 3), (3, 6, 8, 10, 12)
EMERGENCY_MONTHS, EMERGENCY_STEP = (1, 2, 3), 50_000


def vary(odd: Random, contract: Contract, habits: Habits) -> Contract:
    """Give a loan another method of interest, other instalments, another purpose, or leave it as it is."""
    if odd.random() < habits.methods:
        contract = replace(contract, method=odd.choice(METHODS))
    if odd.random() < habits.terms:
        contract = odd.choice(PLANS)(odd, contract)
    return redeem(odd, contract) if odd.random() < habits.land else contract


def redeem(odd: Random, contract: Contract) -> Contract:
    """Let it redeem land mortgaged outside the village: the deed is held beside the guarantors."""
    return replace(contract, kind=LAND, purpose="ไถ่ถอนที่ดินที่จำนองไว้นอกหมู่บ้าน", collateral=f"โฉนดที่ดิน {odd.randint(1, 30)} ไร่")


def seasonal(odd: Random, contract: Contract) -> Contract:
    """Let it be repaid every three months."""
    return _spread(contract, 3, odd.choice(SEASONS))


def yearly(odd: Random, contract: Contract) -> Contract:
    """Let it be repaid every year, as in many village funds."""
    return _spread(contract, 12, odd.choice(YEARS))


def at_once(odd: Random, contract: Contract) -> Contract:
    """Let it be repaid in one sum, in up to a year."""
    return replace(contract, every=1, instalment=contract.principal, instalments=1, first_due=add_months(contract.date, odd.choice(MONTHS)))


PLANS: tuple[Callable[[Random, Contract], Contract], ...] = (seasonal, yearly, at_once)


def emergency(odd: Random, contract: Contract) -> Contract:
    """Make it a small loan for an emergency: without interest, repaid in one sum within three months."""
    principal = odd.randint(2, 6) * EMERGENCY_STEP
    due = add_months(contract.date, odd.choice(EMERGENCY_MONTHS))
    return replace(contract, kind=EMERGENCY, rate=Decimal(0), principal=principal, every=1, instalment=principal, instalments=1, first_due=due)


def _spread(contract: Contract, every: int, count: int) -> Contract:
    instalment = -(-contract.principal // count // TENS) * TENS
    instalments = -(-contract.principal // instalment)
    return replace(contract, every=every, instalment=instalment, instalments=instalments, first_due=add_months(contract.date, every))
