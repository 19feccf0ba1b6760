"""Interest on loans: the five methods funds use, each rounded by the by-law's unit and direction."""

from decimal import Decimal
from typing import List, Sequence

from .errors import UnknownMethod
from .guards import Number, exact, no_negative, side_by_side
from .registry import column_of, udf
from .rounding import DOWN, HALF_UP, round_column, round_money

DECLINING, FLAT, YEARLY, DAILY, TIERED = "ลดต้นลดดอก", "คงที่", "รายปี", "รายวัน", "ขั้นบันได"
METHODS = (DECLINING, FLAT, YEARLY, DAILY, TIERED)
YEAR_DAYS = 365

_BALANCE = ("money", "เงินต้นคงเหลือก่อนชำระ")
_RATE = ("rate", "อัตราต่อปี")
_MONTHS = ("whole", "จำนวนเดือน")
_UNIT = ("money", "ปัดเป็นหน่วย")
_DIRECTION = ("text", "ทิศการปัด")


@udf("ดอกเบี้ยลดต้นลดดอก ปัดทุกเดือน", gives="money", balance=_BALANCE, rate=_RATE, months=_MONTHS, unit=_UNIT, direction=_DIRECTION)
def interest(balance: int, rate: Decimal, months: int, unit: int = 100, direction: str = DOWN) -> int:
    """Declining-balance interest: each month on the balance before payment, rounded, times whole months.

    ``balance`` and ``unit`` in satang, ``rate`` a year. Rule of a working savings group (oracle C1):
    12,345.00 at 12 % is 123.00 a month, and three months at once are 369.00, not 370.00.
    Raises NotExact, NegativeAmount, NegativeRate, NegativePeriod, BadUnit, UnknownRounding.

    >>> interest(1234500, Decimal("0.12"), 3)
    36900
    """
    no_negative(money=(balance,), rates=(rate,), periods=(months,))
    return round_money(exact(balance) * exact(rate) / 12, unit, direction) * months


@column_of("INTEREST", "balance", "months")
def interests(balances: Sequence[int], rate: Number, months: Sequence[int], unit: int = 100, direction: str = DOWN) -> List[int]:
    """Declining-balance interest of a whole column, each as ``interest`` gives it: the closing of a month for all contracts.

    Balances and months side by side, one rate. Raises UnevenColumns besides what ``interest`` raises.

    >>> interests([1234500, 999900], Decimal("0.12"), [3, 1])
    [36900, 9900]
    """
    no_negative(rates=(rate,), periods=months)
    return [month * count for month, count in side_by_side(round_column(balances, exact(rate) / 12, unit, direction), months)]


@udf("ดอกเบี้ยคงที่จากเงินต้นเดิม ปัดทุกเดือน", gives="money", principal=("money", "เงินต้นตามสัญญา"), rate=_RATE, months=_MONTHS, unit=_UNIT, direction=_DIRECTION)
def interest_flat(principal: int, rate: Decimal, months: int, unit: int = 100, direction: str = DOWN) -> int:
    """Flat interest: each month on the original principal, rounded, times whole months.

    Oracle C2: 10,000.00 at 12 % is 100.00 a month whatever was repaid. Raises as ``interest``.

    >>> interest_flat(1000000, Decimal("0.12"), 12)
    120000
    """
    return interest(principal, rate, months, unit, direction)


@udf("ดอกเบี้ยรายปี คิดรวมครั้งเดียว", gives="money", balance=_BALANCE, rate=_RATE, months=_MONTHS, unit=_UNIT, direction=_DIRECTION)
def interest_yearly(balance: int, rate: Decimal, months: int = 12, unit: int = 1, direction: str = HALF_UP) -> int:
    """Lump-sum interest: balance × rate × months ÷ 12, rounded once.

    A village fund's yearly contract pays twelve months at once: 20,000.00 at 6 % is 1,200.00. Raises as ``interest``.

    >>> interest_yearly(2000000, Decimal("0.06"))
    120000
    """
    no_negative(money=(balance,), rates=(rate,), periods=(months,))
    return round_money(exact(balance) * exact(rate) * months / 12, unit, direction)


@udf("ดอกเบี้ยรายวัน ยอดคงเหลือ × วัน ÷ 365", gives="money", balance=_BALANCE, rate=_RATE, days=("whole", "จำนวนวัน"), unit=_UNIT, direction=_DIRECTION)
def interest_daily(balance: int, rate: Decimal, days: int, unit: int = 1, direction: str = HALF_UP) -> int:
    """Daily interest: balance × rate × days ÷ 365, rounded once; a leap year has 366 days of the same 365th.

    Oracle C6: 20,000.00 at 6 % for 181 days is 595.07. Raises as ``interest``.

    >>> interest_daily(2000000, Decimal("0.06"), 181)
    59507
    """
    no_negative(money=(balance,), rates=(rate,), periods=(days,))
    return round_money(exact(balance) * exact(rate) * days / YEAR_DAYS, unit, direction)


@udf(
    "ดอกเบี้ยขั้นบันได สองอัตรา ปัดทุกเดือน", gives="money", balance=_BALANCE, limit=("money", "ยอดขั้นแรก"), rate=("rate", "อัตราขั้นแรกต่อปี"),
    rate_above=("rate", "อัตราส่วนที่เกินต่อปี"), months=_MONTHS, unit=_UNIT, direction=_DIRECTION,
)  # fmt: skip
def interest_tiered(balance: int, limit: int, rate: Decimal, rate_above: Decimal, months: int, unit: int = 100, direction: str = DOWN) -> int:
    """Tiered interest: one rate on the balance up to the limit, another on what is above, rounded each month.

    As reported of village funds: nothing up to 20,000.00, then 7 %; 50,000.00 is 175.00 a month. Raises as ``interest``.

    >>> interest_tiered(5000000, 2000000, Decimal(0), Decimal("0.07"), 1)
    17500
    """
    no_negative(money=(balance, limit), rates=(rate, rate_above), periods=(months,))
    yearly = exact(min(balance, limit)) * exact(rate) + exact(max(0, balance - limit)) * exact(rate_above)
    return round_money(yearly / 12, unit, direction) * months


@udf(
    "ดอกเบี้ยตามระเบียบและวิธีของสัญญา", gives="money", method=("text", "วิธีคิดดอกเบี้ย"), principal=("money", "เงินต้นตามสัญญา"), balance=_BALANCE,
    rate=_RATE, months=_MONTHS, days=("whole", "จำนวนวัน"), unit=_UNIT, direction=_DIRECTION,
    tier_limit=("money", "ยอดขั้นแรก"), tier_rate=("rate", "อัตราส่วนที่เกินต่อปี"),
)  # fmt: skip
def interest_due(
    method: str, principal: int, balance: int, rate: Decimal, months: int, days: int,
    unit: int = 100, direction: str = DOWN, tier_limit: int = 0, tier_rate: Decimal = Decimal(0),
) -> int:  # fmt: skip
    """Tell the interest a contract owes, by the method written in it (one of METHODS).

    Only what the method uses is looked at, but every argument must make sense.
    Raises UnknownMethod besides what ``interest`` raises.

    >>> interest_due("ลดต้นลดดอก", 1000000, 916000, Decimal("0.12"), 1, 31)
    9100
    """
    no_negative(money=(principal, balance, tier_limit), rates=(rate, tier_rate), periods=(months, days))
    if method == DECLINING:
        return interest(balance, rate, months, unit, direction)
    if method == FLAT:
        return interest_flat(principal, rate, months, unit, direction)
    if method == YEARLY:
        return interest_yearly(balance, rate, months, unit, direction)
    if method == DAILY:
        return interest_daily(balance, rate, days, unit, direction)
    if method == TIERED:
        return interest_tiered(balance, tier_limit, rate, tier_rate, months, unit, direction)
    raise UnknownMethod(f"method of interest {method!r}: use one of {', '.join(METHODS)}")
