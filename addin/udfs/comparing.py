"""What members ask before they borrow or leave: a flat rate told as a declining one, land redeemed, savings against a debt."""

from decimal import Decimal
from typing import NamedTuple

from .errors import BadSchedule, TooMany
from .guards import exact, no_negative
from .interest import interest, interest_yearly
from .registry import udf
from .rounding import DOWN

_MICRO = 1_000_000
MOST_MONTHS = 1_200
"""A hundred years: what is more is a date in the cell of a number."""

_LAND = {
    "principal": ("money", "เงินที่ไถ่ถอน"),
    "outside_rate": ("rate", "อัตรานอกกลุ่มต่อปี"),
    "rate": ("rate", "อัตราของกลุ่มต่อปี"),
    "instalment": ("money", "งวดละ"),
    "instalments": ("whole", "จำนวนงวดรายเดือน"),
    "costs": ("money", "ค่าธรรมเนียมไถ่ถอน"),
    "unit": ("money", "ปัดเป็นหน่วย"),
    "direction": ("text", "ทิศการปัด"),
}
_DEBT = {
    "savings": ("money", "เงินสัจจะ"),
    "principal": ("money", "เงินต้นคงเหลือ"),
    "interest_due": ("money", "ดอกเบี้ยค้าง"),
    "fine": ("money", "ค่าปรับค้าง"),
}


class Refinance(NamedTuple):
    """What land costs outside and in the fund, in satang: interest outside, interest inside, costs, and what is saved."""

    outside: int
    inside: int
    costs: int
    saving: int


class Offset(NamedTuple):
    """A debt against savings, in satang: what is taken (all of the debt or nothing), savings left, and what is lacking."""

    taken: int
    savings_left: int
    lacking: int


@udf("อัตราคงที่เทียบเป็นลดต้นลดดอก ต่อปี", gives="rate", rate=("rate", "อัตราคงที่ต่อปี"), months=("whole", "จำนวนงวดรายเดือน"))
def effective_rate(rate: Decimal, months: int) -> Decimal:
    """Turn a yearly flat rate into the declining-balance rate of the same monthly payments, a year, to six places.

    What RATE of a spreadsheet gives, times 12: found exactly, half up, without floats. 12 % flat over twelve months is
    0.214572, about 21.5 % (specification RULE-01); information, not a breach: the law's ceiling looks at the rate as written.
    Raises NotExact, NegativeRate, NegativePeriod, BadSchedule (no month), TooMany.

    >>> effective_rate(Decimal("0.12"), 12)
    Decimal('0.214572')
    """
    no_negative(rates=(rate,), periods=(months,))
    if not months:
        raise BadSchedule("a loan of no months has no rate")
    if months > MOST_MONTHS:
        raise TooMany(f"{months} months: a loan has at most {MOST_MONTHS}")
    value = months / (1 + exact(rate) * months / 12)  # of one baht a month, where it repays the loan
    low, high = 0, 2 * int(exact(rate) * _MICRO) + 2  # never twice the flat rate
    while low < high:
        middle = (low + high + 1) // 2
        step, base = 2 * middle - 1, 24 * _MICRO  # half a millionth below, a month
        grown = (base + step) ** months
        if (grown - base**months) * base * value.denominator >= value.numerator * step * grown:
            low = middle
        else:
            high = middle - 1
    return Decimal(f"{low}E-6")


@udf("ประหยัดดอกเบี้ยเมื่อไถ่ถอนที่ดินจำนอง", gives="money", **_LAND)
def refinance_mortgage(
    principal: int, outside_rate: Decimal, rate: Decimal, instalment: int, instalments: int, costs: int = 0, unit: int = 100, direction: str = DOWN
) -> int:
    """Tell what a fund's loan saves who redeems land mortgaged outside the village.

    Satang; below 0 it costs more.
    As ``compare_mortgage``. 12,000.00 at 24 % outside, 12 % in the fund, 1,000.00 a month, 150.00 for the redemption:
    2,880.00 − 780.00 − 150.00 = 1,950.00 saved. Raises as ``compare_mortgage``.

    >>> refinance_mortgage(1200000, Decimal("0.24"), Decimal("0.12"), 100000, 12, 15000)
    195000
    """
    return compare_mortgage(principal, outside_rate, rate, instalment, instalments, costs, unit, direction).saving


def compare_mortgage(
    principal: int, outside_rate: Decimal, rate: Decimal, instalment: int, instalments: int, costs: int = 0, unit: int = 100, direction: str = DOWN
) -> Refinance:
    """Set a mortgage outside the village beside the fund's loan that redeems it, over the months the fund's loan runs.

    Outside, the principal usually stands until the land is redeemed: interest on the whole of it for those months, to the
    satang half up, and the principal is still owed at the end. In the fund it is repaid by the month, the last instalment
    taking what is left, with interest as ``interest`` gives it. Costs of the redemption are added to the fund's side.
    Raises NotExact, NegativeAmount, NegativeRate, NegativePeriod, BadSchedule, TooMany, BadUnit, UnknownRounding.

    >>> compare_mortgage(1200000, Decimal("0.24"), Decimal("0.12"), 100000, 12, 15000)
    Refinance(outside=288000, inside=78000, costs=15000, saving=195000)
    """
    no_negative(money=(principal, instalment, costs), rates=(outside_rate, rate), periods=(instalments,))
    if not instalment or not instalments:
        raise BadSchedule(f"{instalments} instalments of {instalment} satang")
    if instalments > MOST_MONTHS:
        raise TooMany(f"{instalments} instalments: a loan has at most {MOST_MONTHS}")
    balances = [left for month in range(instalments) if (left := principal - month * instalment) > 0]
    outside = interest_yearly(principal, outside_rate, len(balances))
    inside = sum(interest(balance, rate, 1, unit, direction) for balance in balances)
    return Refinance(outside, inside, costs, outside - inside - costs)


@udf("เงินที่ยังขาดเมื่อหักกลบลบหนี้ด้วยเงินสัจจะ", gives="money", **_DEBT)
def offset_savings(savings: int, principal: int, interest_due: int = 0, fine: int = 0) -> int:
    """Tell what savings lack to clear a whole debt; 0 when they clear it.

    Satang.
    As ``settle_by_savings``. 5,000.00 saved against 6,000.00 and 60.00 interest: 1,060.00 is lacking. Raises NotExact, NegativeAmount.

    >>> offset_savings(500000, 600000, 6000)
    106000
    """
    return settle_by_savings(savings, principal, interest_due, fine).lacking


def settle_by_savings(savings: int, principal: int, interest_due: int = 0, fine: int = 0) -> Offset:
    """Set a member's savings against a debt: it is cleared as a whole, or nothing is taken and what is lacking is said.

    หักกลบลบหนี้ as a working savings group does it: the whole balance or not at all (its program refuses a part). 7,200.00
    saved against 6,000.00, 60.00 interest and 5.00 fine: 6,065.00 taken, 1,135.00 left. Raises NotExact, NegativeAmount.

    >>> settle_by_savings(720000, 600000, 6000, 500)
    Offset(taken=606500, savings_left=113500, lacking=0)
    """
    no_negative(money=(savings, principal, interest_due, fine))
    debt = principal + interest_due + fine
    return Offset(debt, savings - debt, 0) if savings >= debt else Offset(0, savings, debt - savings)
