"""The funeral club: what a death calls for, what may be advanced, and where what is collected goes, in the by-law's order."""

import re
from decimal import Decimal
from operator import add
from typing import List, NamedTuple, Sequence, Tuple

from .errors import BadCount, BadOrder, OverCollected
from .guards import exact, no_negative
from .registry import udf
from .rounding import DOWN, round_money

FEE, ADVANCE, DEBTS, FAMILY = "ค่าดำเนินการ", "สำรองจ่าย", "หนี้กองทุน", "ครอบครัว"
ORDER = f"{FEE} {ADVANCE} {DEBTS}"

_CASE = {
    "called": ("money", "เรียกเก็บ"),
    "collections": ("amounts", "เงินที่เก็บได้แต่ละครั้ง"),
    "fee_rate": ("rate", "อัตราค่าดำเนินการ"),
    "advance": ("money", "สำรองจ่ายวันแรก"),
    "debts": ("amounts", "หนี้กองทุน ต้นและดอกเบี้ย"),
    "order": ("text", "ลำดับการหัก"),
    "unit": ("money", "ปัดค่าดำเนินการเป็นหน่วย"),
    "direction": ("text", "ทิศการปัด"),
}


class Payout(NamedTuple):
    """Where one collection went, in satang; the debts as they were given."""

    fee: int
    advance: int
    debts: Tuple[int, ...]
    family: int


class DeathBenefit(NamedTuple):
    """Where all that was collected for a death went, in satang, and each collection by itself.

    ``owing`` is what members have not paid yet; ``shortfall`` is what fee, advance and debts still lack.
    """

    called: int
    collected: int
    owing: int
    fee: int
    advance: int
    debts: Tuple[int, ...]
    family: int
    shortfall: int
    payouts: List[Payout]


@udf("เงินสงเคราะห์ที่เรียกเก็บต่อราย", gives="money", members=("whole", "จำนวนสมาชิกวันนั้น"), exempt=("whole", "จำนวนที่ไม่ต้องจ่าย"), each=("money", "คนละ"))
def levy(members: int, exempt: int, each: int) -> int:
    """Call for a death: the members of the day less those who do not pay, times so much each.

    Satang.
    ``exempt`` is 1 where the dead member is counted but does not pay: (1,235 − 1) × 50.00 = 61,700.00, and 61,750.00 where
    all pay (oracle E1). Raises NotExact, NegativePeriod, NegativeAmount, BadCount.

    >>> levy(1235, 1, 5000)
    6170000
    """
    no_negative(periods=(members, exempt), money=(each,))
    if exempt > members:
        raise BadCount(f"{exempt} exempt of {members}")
    return (members - exempt) * each


@udf(
    "สำรองจ่ายวันแรกได้ไม่เกิน", gives="money", called=_CASE["called"], fee_rate=_CASE["fee_rate"], debts=_CASE["debts"], most=("money", "เพดานตามระเบียบ"),
    unit=_CASE["unit"], direction=_CASE["direction"],
)  # fmt: skip
def advance_limit(called: int, fee_rate: Decimal, debts: Sequence[int], most: int, unit: int = 100, direction: str = DOWN) -> int:
    """Tell how much may be advanced on the first day: what is expected after fee and debts, at most the by-law's ceiling.

    Satang, never below 0. Second death of golden example 3: 5,000.00 − 175.00 − 3,090.00 leaves 1,735.00, and 1,000.00 was
    advanced. Raises NotExact, NegativeAmount, NegativeRate, BadUnit, UnknownRounding.

    >>> advance_limit(500000, Decimal("0.035"), [300000, 9000], 2000000)
    173500
    """
    no_negative(money=(called, most, *debts), rates=(fee_rate,))
    return max(0, min(most, called - round_money(exact(called) * exact(fee_rate), unit, direction) - sum(debts)))


@udf("เงินสงเคราะห์ที่ครอบครัวได้รับหลังหัก", gives="money", **_CASE)
def death_benefit(
    called: int, collections: Sequence[int], fee_rate: Decimal, advance: int = 0, debts: Sequence[int] = (), order: str = ORDER,
    unit: int = 100, direction: str = DOWN,
) -> int:  # fmt: skip
    """Tell what the family receives of what was collected, the first-day advance not counted.

    Satang, never below 0.
    As ``death_waterfall``. Golden example 3: 2,825.00 in two payments, and 253.00. Raises as ``death_waterfall``.

    >>> death_benefit(500000, [450000, 50000], Decimal("0.035"), 200000)
    282500
    """
    return death_waterfall(called, collections, fee_rate, advance, debts, order, unit, direction).family


@udf("ส่วนที่เก็บได้ไม่พอหัก", gives="money", **_CASE)
def death_shortfall(
    called: int, collections: Sequence[int], fee_rate: Decimal, advance: int = 0, debts: Sequence[int] = (), order: str = ORDER,
    unit: int = 100, direction: str = DOWN,
) -> int:  # fmt: skip
    """Tell what fee, advance and debts still lack when all that was collected is gone.

    Satang.
    As ``death_waterfall``. 1,000.00 collected, 35.00 fee, 2,000.00 advanced: 1,035.00 is lacking. Raises as ``death_waterfall``.

    >>> death_shortfall(500000, [100000], Decimal("0.035"), 200000)
    103500
    """
    return death_waterfall(called, collections, fee_rate, advance, debts, order, unit, direction).shortfall


def death_waterfall(
    called: int, collections: Sequence[int], fee_rate: Decimal, advance: int = 0, debts: Sequence[int] = (), order: str = ORDER,
    unit: int = 100, direction: str = DOWN,
) -> DeathBenefit:  # fmt: skip
    """Lead what was collected for a death to fee, advance and debts in the by-law's order, and the rest to the family.

    Money in satang. The fee is the rate of all collected so far, rounded (satang dropped where nothing else is said), less
    what was taken already; the advance and each debt are owed once; what comes late goes the same way and is a payment of its
    own. Each payout adds up to its collection; the family never pays anything back. ``order`` names the three parts, as a
    by-law cell has it: "ค่าดำเนินการ สำรองจ่าย หนี้กองทุน", arrows and a last ครอบครัว allowed.
    First death of golden example 3: 4,500.00 then 500.00; fee 157.00 and 18.00, family 2,343.00 and 482.00.
    Raises NotExact, NegativeAmount, NegativeRate, BadOrder, OverCollected, BadUnit, UnknownRounding.

    >>> [payout.family for payout in death_waterfall(500000, [450000, 50000], Decimal("0.035"), 200000).payouts]
    [234300, 48200]
    """
    no_negative(money=(called, advance, *collections, *debts), rates=(fee_rate,))
    if sum(collections) > called:
        raise OverCollected(f"{sum(collections)} satang collected of {called} called")
    claims = _claims(order, len(debts))
    owed, paid = [0, advance, *debts], [0] * (2 + len(debts))
    payouts, collected = [], 0
    owed[0] = round_money(0, unit, direction)
    for amount in collections:
        collected += amount
        owed[0] = round_money(exact(collected) * exact(fee_rate), unit, direction)
        step, left = [0] * len(paid), amount
        for claim in claims:
            step[claim] = min(left, owed[claim] - paid[claim])
            left -= step[claim]
        paid = list(map(add, paid, step))
        payouts.append(Payout(step[0], step[1], tuple(step[2:]), left))
    family = sum(payout.family for payout in payouts)
    return DeathBenefit(called, collected, called - collected, paid[0], paid[1], tuple(paid[2:]), family, sum(owed) - sum(paid), payouts)


def _claims(order: str, debts: int) -> List[int]:
    """Turn the by-law's order into places: 0 the fee, 1 the advance, from 2 on the debts. Raises BadOrder."""
    words = re.findall(r"[^\s,→>]+", order) if isinstance(order, str) else []
    if words[-1:] == [FAMILY]:
        words.pop()
    if sorted(words) != sorted((FEE, ADVANCE, DEBTS)):
        raise BadOrder(f"order {order!r}: name each of {FEE}, {ADVANCE}, {DEBTS} once")
    places = {FEE: [0], ADVANCE: [1], DEBTS: list(range(2, 2 + debts))}
    return [place for word in words for place in places[word]]
