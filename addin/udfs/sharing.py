"""Profit shared out: share-months, dividend, average return, allocation. What is shared out adds up to the pot."""

from decimal import Decimal
from fractions import Fraction
from functools import reduce
from math import gcd
from typing import List, NamedTuple, Optional, Sequence

from .errors import BadShare, BadUnit
from .guards import Number, exact, no_negative
from .registry import udf
from .rounding import DOWN, round_column, round_money


class Allocation(NamedTuple):
    """Money shared out in satang, and the leftover that goes on its own line; together they are the pot."""

    amounts: List[int]
    leftover: int


@udf(
    "หุ้น-เดือนของสมาชิก", gives="number", opening=("money", "เงินสัจจะยกมา"), deposits=("amounts", "ฝากรายเดือน 12 ช่อง"),
    withdrawn_months=("money", "เงินที่ถอน × เดือนที่ขาด"), share_value=("money", "มูลค่าหุ้น"), opening_weight=("whole", "น้ำหนักยอดยกมา"),
    first_weight=("whole", "น้ำหนักเดือนแรก"),
)  # fmt: skip
def share_months(
    opening: int, deposits: Sequence[int], withdrawn_months: int = 0, share_value: int = 100, opening_weight: int = 12, first_weight: int = 11
) -> Fraction:
    """Shares × months held: opening × its weight, each month's deposits × one less, less what was withdrawn.

    Money in satang; ``withdrawn_months`` is satang × months missing; never below 0. 6,000.00 brought forward and 100.00
    each month in shares of 50.00: 120 × 12 + 2 × 66 = 1,572 (golden example 1). An eleven-month year begins with weight
    10 (oracle A5). Raises NotExact, NegativeAmount, NegativePeriod, BadShare.

    >>> share_months(600000, [10000] * 12, 0, 5000)
    Fraction(1572, 1)
    """
    no_negative(money=(opening, withdrawn_months, *deposits), periods=(opening_weight, first_weight))
    if type(share_value) is not int or share_value <= 0:
        raise BadShare(f"share value {share_value} satang")
    months = sum(amount * max(0, first_weight - index) for index, amount in enumerate(deposits))
    return Fraction(max(0, opening * opening_weight + months - withdrawn_months), share_value)


@udf(
    "เงินปันผลของสมาชิก", gives="money", own=("number", "หุ้น-เดือนของตน"), total=("number", "หุ้น-เดือนรวม"), pot=("money", "เงินปันผลทั้งหมด"),
    unit=("money", "หน่วยที่จ่าย"),
)  # fmt: skip
def dividend(own: Number, total: Number, pot: int, unit: int = 1) -> int:
    """Give a member's dividend: pot × own share-months ÷ all, rounded down to the unit paid.

    ``own`` and ``total`` in share-months, ``pot`` and ``unit`` in satang. Equal shares get equal money and the leftover
    has its own line; where nobody has share-months nobody gets any. 424.35 × 1,572 ÷ 4,454 = 149.7706, paid 149.75 (golden example 1).
    Raises NotExact, NegativeAmount, BadShare (own above all), BadUnit.

    >>> dividend(1572, 4454, 42435, 25)
    14975
    """
    no_negative(money=(pot,), numbers=(own, total))
    if own > total:
        raise BadShare(f"{own} share-months of {total}")
    return round_money(exact(pot) * exact(own) / (exact(total) or 1), unit, DOWN)


def dividends(own: Sequence[Number], pot: int, unit: int = 1) -> Allocation:
    """Give every member's dividend at once, each as ``dividend`` gives it, and the leftover of the pot on its own line.

    Golden example 1: 424.35 by 1,572, 1,284, 930, 638 and 30 share-months in quarters is 424.00, and 0.35 left.
    Raises NotExact, NegativeAmount, BadUnit.

    >>> dividends([1572, 1284, 930, 638, 0, 30], 42435, 25)
    Allocation(amounts=[14975, 12225, 8850, 6075, 0, 275], leftover=35)
    """
    no_negative(money=(pot,))
    shares = _whole_shares(own)
    amounts = round_column(shares, Fraction(pot, sum(shares) or 1), unit, DOWN)
    return Allocation(amounts, pot - sum(amounts))


@udf("เงินเฉลี่ยคืนของสมาชิก", gives="money", paid=("money", "ดอกเบี้ยที่ชำระ"), rate=("rate", "อัตราเฉลี่ยคืน"), unit=("money", "หน่วยที่จ่าย"))
def average_return(paid: int, rate: Number, unit: int = 1) -> int:
    """Give a borrower's average return: interest paid in the year × the common rate, rounded down to the unit paid.

    50,000.00 × 13 % = 6,500.00 (oracle A1); 618.00 × 20 % = 123.60, paid 123.50 in quarters (golden example 1).
    Raises NotExact, NegativeAmount, NegativeRate, BadUnit.

    >>> average_return(61800, Decimal("0.2"), 25)
    12350
    """
    no_negative(money=(paid,), rates=(rate,))
    return round_money(exact(paid) * exact(rate), unit, DOWN)


def average_return_rate(pot: int, eligible: int, cap: Optional[Decimal] = None) -> Fraction:
    """Set the common rate of average return: pot ÷ interest of those with a right, at most the by-law's cap; 0 with no one.

    127.30 ÷ 618.00 = 20.6 %, held at 20 % by the by-law (golden example 1). Raises NotExact, NegativeAmount, NegativeRate.

    >>> average_return_rate(12730, 61800, Decimal("0.2"))
    Fraction(1, 5)
    """
    no_negative(money=(pot, eligible), rates=() if cap is None else (cap,))
    rate = Fraction(pot, eligible) if eligible else Fraction(0)
    return rate if cap is None else min(rate, exact(cap))


@udf("เงินจัดสรรตามร้อยละ ปัดลง", gives="money", pot=("money", "กำไรที่จัดสรร"), percent=("rate", "ร้อยละ"), unit=("money", "ปัดเป็นหน่วย"))
def allocation_line(pot: int, percent: Decimal, unit: int = 1) -> int:
    """One line of an allocation: pot × percent (0.10 for 10 %), rounded down.

    Satang.
    848.71 × 10 % = 84.871, so 84.87 (golden example 1). Raises NotExact, NegativeAmount, NegativeRate, BadUnit.

    >>> allocation_line(84871, Decimal("0.1"))
    8487
    """
    no_negative(money=(pot,), rates=(percent,))
    return round_money(exact(pot) * exact(percent), unit, DOWN)


def allocate(pot: int, percents: Sequence[Decimal], unit: int = 1) -> Allocation:
    """Share a pot by percentages that add up to exactly 1; each rounded down, the leftover on its own line.

    100.01 by five times 20 %: 20.00 each and 0.01 left, which a working program loses (oracle B6).
    Raises BadShare when they add up to anything else: a published set of 148 % (oracle B5) is refused.

    >>> allocate(10001, [Decimal("0.2")] * 5)
    Allocation(amounts=[2000, 2000, 2000, 2000, 2000], leftover=1)
    """
    if sum(map(exact, percents)) != 1:
        raise BadShare(f"the percentages add up to {sum(map(exact, percents)) * 100} and not to 100")
    amounts = [allocation_line(pot, percent, unit) for percent in percents]
    return Allocation(amounts, pot - sum(amounts))


def largest_remainder(pot: int, weights: Sequence[Number], unit: int = 1) -> List[int]:
    """Share a whole pot by weights: round down, then give the leftover units to the largest remainders, first come first.

    An option beside the default; equal weights may then differ by one unit. The pot must be whole units.
    Raises NotExact, NegativeAmount, BadShare, BadUnit.

    >>> largest_remainder(100, [1, 1, 1])
    [34, 33, 33]
    """
    no_negative(money=(pot,), numbers=weights)
    if type(unit) is not int or unit <= 0:
        raise BadUnit(f"rounding unit {unit}")
    total = sum(map(exact, weights))
    if not total or pot % unit:
        raise BadShare("nothing to share by, or a pot that is not whole units")
    parts = [exact(pot // unit) * exact(weight) / total for weight in weights]
    units = [int(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda index: (units[index] - parts[index], index))
    for index in order[: pot // unit - sum(units)]:
        units[index] += 1
    return [count * unit for count in units]


def _whole_shares(own: Sequence[Number]) -> Sequence[int]:
    """Bring share-months to whole numbers in the same proportion; whole ones are left as they are."""
    if set(map(type, own)) <= {int}:
        return own  # type: ignore[return-value] # the line above has just looked
    held = [exact(one) for one in own]
    common = reduce(lambda one, other: one * other // gcd(one, other), (one.denominator for one in held), 1)
    return [one.numerator * (common // one.denominator) for one in held]
