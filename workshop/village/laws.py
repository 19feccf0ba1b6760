"""What the members of a village fund agreed on, and what differs from fund to fund."""

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any

from addin.udfs.rounding import DIRECTIONS, HALF_UP
from workshop.facts import Bylaws

from .habits import VillageHabits

BY_INSTALMENT, BY_DAY = "ต่อเดือนของเงินต้นงวดที่ค้าง", "ต่อปีของเงินต้นที่เกินกำหนด นับเป็นวัน"
ALLOCATION = (
    ("34100", "ทุนสำรอง", Decimal("0.15")), ("34520", "ทุนประกันความเสี่ยง", Decimal("0.05")), ("23041", "เงินปันผล", Decimal("0.30")),
    ("23042", "เงินเฉลี่ยคืน", Decimal("0.20")), ("34500", "ค่าตอบแทนกรรมการ", Decimal("0.10")), ("34530", "ทุนสวัสดิการ", Decimal("0.10")),
    ("34510", "สาธารณประโยชน์", Decimal("0.10")),
)  # fmt: skip
DAYS = (5, 5, 10, 15, 20)
LATE_DAYS = (29, 30, 31)


@dataclass(frozen=True, slots=True)
class VillageBylaws(Bylaws):
    """The rules of a village fund. Money in satang; the rates of fines and late interest are a year's, by the day, unless the fine is by the month."""

    share_value: int = 10_000
    savings_least: int = 3_000
    entry_fee: int = 5_000
    loan_rate: Decimal = Decimal("0.06")
    loan_most: int = 2_000_000
    interest_method: str = "รายปี"
    interest_unit: int = 1
    interest_direction: str = HALF_UP
    fine_rate: Decimal = Decimal("0.03")
    fine_unit: int = 1
    fine_direction: str = HALF_UP
    dividend_unit: int = 100
    average_return_cap: Decimal | None = None
    allocation: tuple[tuple[str, str, Decimal], ...] = ALLOCATION
    first_weight: int = 0
    new_rate: Decimal = Decimal("0.05")
    new_most: int = 3_000_000
    doubtful: tuple[Decimal, ...] = (Decimal(0), Decimal("0.05"), Decimal("0.10"), Decimal("0.20"), Decimal(1))
    fine_by: str = BY_DAY
    late_interest_rate: Decimal | None = Decimal("0.06")
    meeting_most: int = 5_000_000
    """What the members' meeting may approve; the committee approves up to ``loan_most``."""
    emergency_most: int | None = 500_000
    guarantors_least: int = 2
    guarantees_most: int | None = 3
    months_most: int = 12
    loan_fee: int = 2_000
    """For each contract; 0 where there is none."""
    yearly_savings: bool = False
    """Whether savings are brought once a year."""


OTHERS: dict[str, tuple[Any, ...]] = {
    "share_value": (5_000, 10_000), "interest_unit": (1, 25, 100), "interest_direction": DIRECTIONS, "fine_unit": (1, 25, 100),
    "fine_direction": DIRECTIONS, "fine_cap": (None, 50_000), "dividend_unit": (25, 100), "average_return_cap": (None, Decimal("0.15")),
    "late_interest_rate": (None, Decimal("0.03"), Decimal("0.06")), "emergency_most": (None, 500_000), "guarantees_most": (None, 2, 3), "loan_fee": (0, 2_000),
    "withdrawal_from": ("นับถึงเดือนที่ถอน", "นับถึงเดือนก่อนถอน", "ไม่นับทั้งปี"), "leaver_dividend": ("ไม่ได้รับ", "ได้รับ"), "months_most": (12, 24),
}  # fmt: skip
"""What by-laws may say instead."""
BY_MONTH: dict[str, Any] = {"fine_by": BY_INSTALMENT, "fine_rate": Decimal("0.0025"), "late_interest_rate": None}


def village_bylaws(rng: Random, habits: VillageHabits) -> VillageBylaws:
    """Draw a fund's by-laws."""
    rules = VillageBylaws(operating_day=rng.choice(DAYS), savings_least=rng.choice((1_000, 3_000, 3_000, 5_000)))
    if rng.random() < habits.by_year:
        rules = replace(rules, yearly_savings=True, savings_most=12 * rules.savings_most)
    if rng.random() < habits.month_end:
        rules = replace(rules, operating_day=rng.choice(LATE_DAYS))
    if rng.random() < habits.bylaws:
        rules = replace(rules, **{name: rng.choice(choices) for name, choices in OTHERS.items()})
        rules = replace(rules, **BY_MONTH) if rng.random() < 0.3 else rules  # noqa: PLR2004 (some keep to whole months)
    return rules
