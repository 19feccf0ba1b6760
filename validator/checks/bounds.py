"""RULE-06: the proposal against the percentages the by-laws want."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from templates.kinds import Exact, Kind
from templates.read import ReadBook
from validator.evidence import shown
from validator.outcome import Finding, NotApplicable, Severity, Spot
from validator.registry import READING, check


@check(
    "RULE-06", Severity.WARNING, needs=("bounds.account", "bounds.least", "bounds.most", "allocation.account", "allocation.percent"),
    masked_by=(*READING, "YEND-01"), over="bounds",
)  # fmt: skip
def allocation_bounds(book: ReadBook) -> Iterator[Finding]:
    """Each line of the proposal is between the percentages the by-laws give it.

    Why: the assembly decided it. 20 % for the committee where the by-laws say at most 15 %; a minute may change it for a year.
    """
    bounds, lines = book.tables["bounds"], book.tables["allocation"]
    if not bounds.used:
        raise NotApplicable("ระเบียบยังไม่ได้กำหนดสัดส่วนจัดสรร")
    if not any(lines.columns["percent"][index] is not None for index in lines.used):
        raise NotApplicable("ยังไม่มีข้อเสนอจัดสรรกำไร")
    for index in bounds.complete("account"):
        account = bounds.columns["account"][index]
        places = [place for place in lines.used if lines.columns["account"][place] == account]
        share = sum((_rate(lines.columns["percent"][place]) for place in places), Fraction(0))
        for name, beyond in (("least", share < _rate(bounds.columns["least"][index])), ("most", share > _rate(bounds.columns["most"][index]))):
            if beyond and bounds.columns[name][index] is not None:
                limit = shown(bounds.columns[name][index], Kind.RATE)
                cells = (*(lines.where("percent", place) for place in places), bounds.where(name, index))
                told = {"account": account, "name": bounds.columns["name"][index] or "", "share": shown(share, Kind.RATE), "limit": limit}
                spots, found = (Spot("allocation", "percent"),), told["share"]
                yield Finding(f"{account} {name}", cells, spots, found=str(found), expected=limit, variant=name, told=tuple(told.items()))


def _rate(value: Exact) -> Fraction:
    return Fraction(value) if isinstance(value, (int, Decimal, Fraction)) else Fraction(0)
