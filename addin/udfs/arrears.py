"""What lateness costs and how it is shown: the fine, the split of a payment, age classes of one debt and of all, the allowance."""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import Dict, List, NamedTuple, Optional, Sequence

from .errors import BadBase, BadEdges, BadOrder, BadRates, UnknownClass
from .guards import Number, exact, no_negative, real_dates, side_by_side
from .interest import YEAR_DAYS, interest_daily
from .registry import udf
from .rounding import DOWN, HALF_UP, round_money

EDGES = (30, 90, 180, 365)
FINE, INTEREST, PRINCIPAL = "ค่าปรับ", "ดอกเบี้ย", "เงินต้น"
ORDER = (FINE, INTEREST, PRINCIPAL)
_EDGES = ("wholes", "ขอบกลุ่ม (วัน)")
_OWED, _DAYS = ("money", "เงินต้น"), ("whole", "จำนวนวัน")


class Split(NamedTuple):
    """A payment taken apart, in satang; ``rest`` is what is left when everything due is paid."""

    fine: int
    interest: int
    principal: int
    rest: int


class AgeClass(NamedTuple):
    """All that is outstanding in one age class: its label, how many contracts, satang."""

    label: str
    contracts: int
    outstanding: int


@udf(
    "ค่าปรับล่าช้า มีเพดาน", gives="money", overdue=("money", "เงินต้นล่าช้า × จำนวนงวด"), rate=("rate", "อัตราต่องวด"),
    cap=("money", "เพดานต่อครั้ง (ว่าง = ไม่มี)"), unit=("money", "ปัดเป็นหน่วย"), direction=("text", "ทิศการปัด"),
)  # fmt: skip
def penalty(overdue: int, rate: Decimal, cap: Optional[int] = None, unit: int = 100, direction: str = DOWN) -> int:
    """Fine late principal: overdue × rate, rounded once, never above the cap.

    ``overdue`` is satang × periods late, ``rate`` a period, ``cap`` satang or None for no cap; a cap of 0 means no fine.
    3,150.00 baht-months at 0.25 % is 7.875, so 7.00 with satang dropped (golden example 1). A fine of 1 % a day on
    20,000.00 is 73,000.00 a year, 3.65 times the debt (oracle C3): a cap is there for people.
    Raises NotExact, NegativeAmount, NegativeRate, BadUnit, UnknownRounding.

    >>> penalty(315000, Decimal("0.0025"))
    700
    """
    no_negative(money=(overdue,) if cap is None else (overdue, cap), rates=(rate,))
    fine = round_money(exact(overdue) * exact(rate), unit, direction)
    return fine if cap is None else min(fine, cap)


@udf(
    "ดอกเบี้ยและค่าปรับที่ยังคิดได้ไม่เกินเพดาน", gives="money", principal=_OWED, days=_DAYS, charged=("money", "ดอกเบี้ยและค่าปรับที่คิดไปแล้ว"),
    ceiling=("rate", "เพดานต่อปี"),
)  # fmt: skip
def charge_room(principal: int, days: int, charged: int, ceiling: Decimal) -> int:
    """Tell how much more interest and fine a yearly ceiling leaves room for: what PENALTY takes as its cap.

    Satang.
    principal × ceiling × days ÷ 365, satang dropped so that the ceiling is not passed, less what was charged, never below 0.
    The Civil and Commercial Code holds interest at 15 % a year (s.654, to be confirmed, so an argument and no constant); whether
    fines of a village fund count with it is not settled: a help for the meeting, not a verdict. 20,000.00 for a year at
    15 % is 3,000.00; with 1,200.00 of interest 1,800.00 is left. Raises NotExact, NegativeAmount, NegativePeriod, NegativeRate.

    >>> charge_room(2000000, 365, 120000, Decimal("0.15"))
    180000
    """
    no_negative(money=(charged,))
    return max(0, interest_daily(principal, ceiling, days, 1, DOWN) - charged)


@udf("ดอกเบี้ยและค่าปรับเทียบเป็นอัตราต่อปี", gives="number", charged=("money", "ดอกเบี้ยและค่าปรับ"), principal=_OWED, days=_DAYS)
def yearly_charge(charged: int, principal: int, days: int) -> Fraction:
    """Tell what was charged as a yearly rate of the principal: charged × 365 ÷ (principal × days), not rounded.

    A fine of 1 % a day on 20,000.00 is 73,000.00 a year: 365 %, 24 times a ceiling of 15 % (oracle C3).
    Raises NotExact, NegativeAmount, NegativePeriod, BadBase (no principal or no days).

    >>> yearly_charge(7300000, 2000000, 365)
    Fraction(73, 20)
    """
    no_negative(money=(charged, principal), periods=(days,))
    if not principal or not days:
        raise BadBase(f"{principal} satang for {days} days")
    return Fraction(charged * YEAR_DAYS, principal * days)


def split_payment(paid: int, fine: int, interest: int, principal: int, order: Sequence[str] = ORDER) -> Split:
    """Take a payment apart in the by-law's order; what is over is left as rest.

    All in satang. By the Civil and Commercial Code costs come first, then interest, then principal (s.329, to be
    confirmed). 1,500.00 with 0 fine, 240.00 interest and 9,000.00 principal due: 1,260.00 goes to principal.
    Raises NotExact, NegativeAmount, BadOrder.

    >>> split_payment(150000, 0, 24000, 900000)
    Split(fine=0, interest=24000, principal=126000, rest=0)
    """
    no_negative(money=(paid, fine, interest, principal))
    if sorted(order) != sorted(ORDER):
        raise BadOrder(f"order {', '.join(order)}: name each of {', '.join(ORDER)} once")
    due = {FINE: fine, INTEREST: interest, PRINCIPAL: principal}
    taken = {}
    for part in order:
        taken[part] = min(paid, due[part])
        paid -= taken[part]
    return Split(taken[FINE], taken[INTEREST], taken[PRINCIPAL], paid)


@udf("กลุ่มอายุหนี้", gives="text", days=("whole", "วันค้าง"), edges=_EDGES)
def ageing(days: int, edges: Sequence[int] = EDGES) -> str:
    """Name the age class of a debt so many days overdue: 0, 1–30, 31–90 and so on.

    The last class is เกิน 365: a label that began with ">" would be an operator in SUMIFS. No official grid was found; the
    edges are a by-law. 56 days: 31–90 (golden example 1). Raises NotExact, NegativePeriod, BadEdges.

    >>> ageing(56)
    '31–90'
    """
    no_negative(periods=(days,))
    return _labels(edges)[_place(days, edges)]


def ageing_table(outstanding: Sequence[int], oldest_due: Sequence[Optional[dt.date]], on: dt.date, edges: Sequence[int] = EDGES) -> List[AgeClass]:
    """Add up what is outstanding by age class, over whole columns: every class in order, also those of nothing.

    ``outstanding`` in satang, ``oldest_due`` the due date of each contract's oldest unpaid instalment, None where nothing is
    overdue. The classes add up to all that is outstanding; a row of nothing is no contract. Golden example 1, section 6:
    1,600.00 not overdue, 3,150.00 since 5 November, 56 days. Raises NotExact, NegativeAmount, BadDate, BadEdges, UnevenColumns.

    >>> [one.outstanding for one in ageing_table([160000, 315000], [None, dt.date(2024, 11, 5)], dt.date(2024, 12, 31))]
    [160000, 0, 315000, 0, 0, 0]
    """
    labels = _labels(edges)
    no_negative(money=outstanding)
    money: Dict[Optional[dt.date], int] = defaultdict(int)  # by due date first: many contracts fall due on one day
    contracts: Dict[Optional[dt.date], int] = defaultdict(int)
    for amount, due in side_by_side(outstanding, oldest_due):
        money[due] += amount
        contracts[due] += amount > 0
    real_dates(on, *(due for due in money if due is not None))
    totals = [[0, 0] for _ in labels]
    for due, amount in money.items():
        total = totals[_place(0 if due is None else (on - due).days, edges)]
        total[0] += contracts[due]
        total[1] += amount
    return [AgeClass(label, count, amount) for label, (count, amount) in side_by_side(labels, totals)]


@udf(
    "ยอดคงเหลือของกลุ่มอายุหนี้", gives="money", outstanding=("amounts", "เงินต้นคงเหลือ"), oldest_due=("dates", "งวดค้างเก่าสุด"), on=("date", "ณ วันที่"),
    label=("text", "กลุ่มอายุ"), edges=_EDGES,
)  # fmt: skip
def ageing_balance(outstanding: Sequence[int], oldest_due: Sequence[Optional[dt.date]], on: dt.date, label: str, edges: Sequence[int] = EDGES) -> int:
    """Add up what is outstanding in one age class.

    Satang.
    As ``ageing_table``; ``label`` is what ``ageing`` calls the class. Raises UnknownClass besides what ``ageing_table`` raises.

    >>> ageing_balance([160000, 315000], [None, dt.date(2024, 11, 5)], dt.date(2024, 12, 31), "31–90")
    315000
    """
    for one in ageing_table(outstanding, oldest_due, on, edges):
        if one.label == label:
            return one.outstanding
    raise UnknownClass(f"age class {label!r}: use one of {', '.join(_labels(edges))}")


@udf("ค่าเผื่อหนี้สงสัยจะสูญ", gives="money", outstanding=("money", "เงินต้นคงเหลือ"), rate=("rate", "อัตราของกลุ่มอายุ"), unit=("money", "ปัดเป็นหน่วย"))
def allowance(outstanding: int, rate: Number, unit: int = 1) -> int:
    """Set aside for a doubtful loan: what is outstanding × the rate of its age class, half up.

    Satang.
    35 % of 3,150.00 is 1,102.50. Raises NotExact, NegativeAmount, NegativeRate, BadUnit.

    >>> allowance(315000, Decimal("0.35"))
    110250
    """
    no_negative(money=(outstanding,), rates=(rate,))
    return round_money(exact(outstanding) * exact(rate), unit, HALF_UP)


@udf(
    "ค่าเผื่อหนี้สงสัยจะสูญตามกลุ่มอายุ", gives="money", outstanding=("money", "เงินต้นคงเหลือ"), days=("whole", "วันค้าง"), rates=("rates", "อัตราของแต่ละกลุ่ม"),
    edges=_EDGES, unit=("money", "ปัดเป็นหน่วย"),
)  # fmt: skip
def provision(outstanding: int, days: int, rates: Sequence[Number], edges: Sequence[int] = EDGES, unit: int = 1) -> int:
    """Set aside for a doubtful loan at the rate of its age class, half up.

    Satang.
    ``rates`` has one for each class in order, the first for what is not overdue: with the usual edges six. No official rates
    were found; they are a by-law. 3,150.00 overdue 56 days at 0, 1, 5, 20, 50 and 100 %: 157.50.
    Raises NotExact, NegativeAmount, NegativePeriod, NegativeRate, BadRates (as many as there are classes, none above 1), BadEdges, BadUnit.

    >>> provision(315000, 56, [Decimal(rate) / 100 for rate in (0, 1, 5, 20, 50, 100)])
    15750
    """
    no_negative(periods=(days,), rates=rates)
    if len(rates) != len(_labels(edges)) or max(map(exact, rates)) > 1:
        raise BadRates(f"{len(rates)} rates up to {max(rates, default=0)} for the classes {', '.join(_labels(edges))}")
    return allowance(outstanding, rates[_place(days, edges)], unit)


def _labels(edges: Sequence[int]) -> List[str]:
    """Name the classes that edges make. Raises BadEdges."""
    if not edges or any(type(edge) is not int for edge in edges) or list(edges) != sorted(set(edges)) or edges[0] < 1:
        raise BadEdges(f"edges {', '.join(map(str, edges)) or 'of no class'} do not rise")
    return ["0", *(f"{low + 1}–{high}" for low, high in side_by_side([0, *edges[:-1]], edges)), f"เกิน {edges[-1]}"]


def _place(days: int, edges: Sequence[int]) -> int:
    """Tell which class so many days overdue belong to; a due date still to come is not overdue."""
    return bisect_left(edges, days) + 1 if days > 0 else 0
