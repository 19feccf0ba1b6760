"""What lateness costs and how it is shown: the fine, the split of a payment, the age class, the allowance."""

from decimal import Decimal
from typing import NamedTuple, Optional, Sequence

from .errors import BadEdges, BadOrder
from .registry import udf
from .rounding import DOWN, HALF_UP, exact, no_negative, round_money

EDGES = (30, 90, 180, 365)
FINE, INTEREST, PRINCIPAL = "ค่าปรับ", "ดอกเบี้ย", "เงินต้น"
ORDER = (FINE, INTEREST, PRINCIPAL)


class Split(NamedTuple):
    """A payment taken apart, in satang; ``rest`` is what is left when everything due is paid."""

    fine: int
    interest: int
    principal: int
    rest: int


@udf(
    "ค่าปรับล่าช้า มีเพดาน", gives="money", overdue=("money", "เงินต้นล่าช้า × จำนวนงวด"), rate=("rate", "อัตราต่องวด"),
    cap=("money", "เพดานต่อครั้ง (ว่าง = ไม่มี)"), unit=("money", "ปัดเป็นหน่วย"), direction=("text", "ทิศการปัด"),
)  # fmt: skip
def penalty(overdue: int, rate: Decimal, cap: Optional[int] = None, unit: int = 100, direction: str = DOWN) -> int:
    """Fine late principal: overdue × rate, rounded once, never above the cap.

    ``overdue`` is satang × periods late, ``rate`` a period, ``cap`` satang or None for no cap; a cap of 0 means no fine.
    3,150.00 baht-months at 0.25 % is 7.875, so 7.00 with satang dropped (golden example 1). A fine of 1 % a day on
    20,000.00 is 73,000.00 a year, 3.65 times the debt (oracle C3): a cap is there for people.
    Raises NegativeAmount, NegativeRate, BadUnit, UnknownRounding.

    >>> penalty(315000, Decimal("0.0025"))
    700
    """
    no_negative(money=(overdue, cap or 0), rates=(rate,))
    fine = round_money(exact(overdue) * exact(rate), unit, direction)
    return fine if cap is None else min(fine, cap)


def split_payment(paid: int, fine: int, interest: int, principal: int, order: Sequence[str] = ORDER) -> Split:
    """Take a payment apart in the by-law's order; what is over is left as rest.

    All in satang. By the Civil and Commercial Code costs come first, then interest, then principal (s.329, to be
    confirmed). 1,500.00 with 0 fine, 240.00 interest and 9,000.00 principal due: 1,260.00 goes to principal.
    Raises NegativeAmount, BadOrder.

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


@udf("กลุ่มอายุหนี้", gives="text", days=("whole", "วันค้าง"), edges=("wholes", "ขอบกลุ่ม (วัน)"))
def ageing(days: int, edges: Sequence[int] = EDGES) -> str:
    """Name the age class of a debt so many days overdue: 0, 1–30, 31–90 and so on.

    The last class is เกิน 365: a label that began with ">" would be an operator in SUMIFS. No official grid was found; the
    edges are a by-law. 56 days: 31–90 (golden example 1). Raises NegativePeriod, BadEdges.

    >>> ageing(56)
    '31–90'
    """
    no_negative(periods=(days,))
    if not edges or list(edges) != sorted(set(edges)) or edges[0] < 1:
        raise BadEdges(f"edges {', '.join(map(str, edges)) or 'of no class'} do not rise")
    if days == 0:
        return "0"
    low = 1
    for edge in edges:
        if days <= edge:
            return f"{low}–{edge}"
        low = edge + 1
    return f"เกิน {edges[-1]}"


@udf("ค่าเผื่อหนี้สงสัยจะสูญ", gives="money", outstanding=("money", "เงินต้นคงเหลือ"), rate=("rate", "อัตราของกลุ่มอายุ"), unit=("money", "ปัดเป็นหน่วย"))
def allowance(outstanding: int, rate: Decimal, unit: int = 1) -> int:
    """Set aside for a doubtful loan: what is outstanding × the rate of its age class, half up. Satang.

    35 % of 3,150.00 is 1,102.50. Raises NegativeAmount, NegativeRate, BadUnit.

    >>> allowance(315000, Decimal("0.35"))
    110250
    """
    no_negative(money=(outstanding,), rates=(rate,))
    return round_money(exact(outstanding) * exact(rate), unit, HALF_UP)
