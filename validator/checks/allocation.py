"""YEND-01 and YEND-04: the surplus shared out in lines, and each pot shared out among members."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from templates.read import ReadBook, ReadRows
from validator.causes import of_figure
from validator.checks.shares import ALL_OF_IT, SHARES, due_from
from validator.evidence import baht, caused, paired, tie
from validator.outcome import Finding, NotApplicable, Severity, Spot
from validator.parts import typed_over
from validator.recompute import recomputed
from validator.registry import check, upstream

ALLOCATION = ("allocation.label", "allocation.account", "allocation.percent", "allocation.allocated", "year_end.surplus", "year_end.base")


@check("YEND-01", Severity.ERROR, needs=ALLOCATION, masked_by=upstream("YEND-01"), over="allocation")
def allocation_sums(book: ReadBook) -> Iterator[Finding]:
    """The proposal shares out the surplus, neither more nor less: the percentages are 100 and the lines add up to it.

    Why: paying out more than was earned eats members' savings. The lines add to 101 %, 412.00 too much.
    """
    rows, year_end = book.tables["allocation"], book.tables["year_end"]
    pool = year_end.money("surplus", 0) - year_end.money("earlier_loss", 0)
    allocated, percent = sum(rows.money("allocated", index) for index in rows.used), _percent(rows)
    if not any(rows.money("fixed", index) for index in rows.used) and not percent and not allocated:
        raise NotApplicable("ยังไม่มีข้อเสนอจัดสรรกำไร")
    if pool <= 0 and not allocated:
        raise NotApplicable("ปีนี้ไม่มีกำไรให้จัดสรร")
    percents = [rows.where("percent", index) for index in rows.used if rows.columns["percent"][index] is not None]
    if percent not in (0, 1):
        over = int(year_end.money("base", 0) * (percent - 1))
        told = {"percent": f"{float(percent) * 100:g}%"}
        cells = [rows.where_total("percent"), rows.where_total("allocated"), *percents]
        base = year_end.money("base", 0)
        yield tie("percent", base + over, base, cells, (Spot("allocation", "percent"),), told=told, variant="percent")
    lines = list(_lines(book, rows))
    yield from paired(lines, "")
    if not lines and year_end.money("surplus", 0) == book.tables["result"].money("surplus", 0):
        yield from typed_over(book, "year_end", "fixed_lines", "base", "percent", "line_leftover")
    gap = allocated - pool
    if gap and gap != sum(line.difference or 0 for line in lines):
        cells = [rows.where_total("allocated"), year_end.where("surplus"), *(rows.where("allocated", index) for index in rows.used)]
        yield tie("total", allocated, pool, cells, (Spot("allocation", "allocated"), Spot("year_end", "surplus")))


def _percent(rows: ReadRows) -> Fraction:
    percents = (rows.columns["percent"][index] for index in rows.used)
    return sum((Fraction(percent) for percent in percents if isinstance(percent, (int, Decimal, Fraction))), Fraction(0))


def _lines(book: ReadBook, rows: ReadRows) -> Iterator[Finding]:
    """Hold each line against its percentage; what rounding leaves over is in the reserve's."""
    base = book.tables["year_end"].money("base", 0)
    rounded = [int(value) if isinstance(value, (int, Fraction)) else 0 for value in recomputed(book, "allocation", "rounded")]
    left = base - sum(rounded) if _percent(rows) else 0
    for index in rows.used:
        to_reserve = left if rows.columns["account"][index] == book.rule("account_reserve") else 0
        found, right = rows.money("allocated", index), rows.money("fixed", index) + rounded[index] + to_reserve
        other = ["rounded"] if rows.money("rounded", index) != rounded[index] else []
        if found != right or other:
            label = str(rows.columns["label"][index] or rows.columns["account"][index] or index + 1)
            cells = [rows.where(name, index) for name in (*other, "allocated", "percent")]
            told, spots = {"label": label, "who": label}, (Spot("allocation", "allocated"),)
            shown, due = (found, right) if found != right else (rows.money("rounded", index), rounded[index])
            finding = tie(f"line {label}", shown, due, cells, spots, told=told, variant="line")
            yield caused(finding, of_figure(shown, due))


class Pot(NamedTuple):
    """A pot that is shared out: its account in the by-laws, its column, and its fields on the year-end sheet."""

    rule: str
    column: str
    paid: str
    pot: str
    leftover: str


ON_THE_WAY = ("share_months", "dividend_rate", "eligible_interest", "return_rate")
"""Figures between a pot and what each member gets."""
POTS = (
    Pot("account_dividend", "dividend", "dividend_paid", "dividend_pot", "dividend_leftover"),
    Pot("account_return", "average_return", "return_paid", "return_pot", "return_leftover"),
)


@check(
    "YEND-04", Severity.ERROR, needs=(*ALLOCATION, *SHARES, "year_end.dividend_leftover", "year_end.return_leftover", "rules.payout_unit"),
    masked_by=upstream("YEND-04"), over="shares",
)  # fmt: skip
def dividend_total_tie(book: ReadBook) -> Iterator[Finding]:
    """What members get and what is left over are the pot exactly, and what is left over is less than a unit a member.

    Why: money left over must have a home. Members get 16,480.00 of 16,500.00; where are the 20.00?
    """
    apart = [finding for pot in POTS for finding in _shared_out(book, pot)]
    yield from apart
    year_end, rows = book.tables["year_end"], book.tables["allocation"]
    to_reserve = sum(rows.money("allocated", index) for index in rows.used if rows.columns["account"][index] == book.rule("account_reserve"))
    expected = to_reserve + sum(year_end.money(pot.leftover, 0) for pot in POTS)
    if year_end.money("reserve", 0) != expected:
        cells = [year_end.where("reserve"), rows.where_total("allocated")]
        told = {"what": year_end.table.columns["reserve"].th}
        if not apart:  # else the leftover that is off is in the reserve too
            yield tie("reserve", year_end.money("reserve", 0), expected, cells, (Spot("year_end", "reserve"),), told=told, variant="part")
    elif not apart:
        yield from typed_over(book, "year_end", *ON_THE_WAY)


def _shared_out(book: ReadBook, pot: Pot) -> Iterator[Finding]:
    rows, shares, year_end = book.tables["allocation"], book.tables["shares"], book.tables["year_end"]
    lines = [index for index in rows.used if rows.columns["account"][index] == book.rule(pot.rule)]
    given, paid = sum(rows.money("allocated", index) for index in lines), sum(shares.money(pot.column, index) for index in shares.used)
    leftover, what = year_end.money(pot.leftover, 0), shares.table.columns[pot.column].th
    cells = [shares.where_total(pot.column), *(year_end.where(name) for name in (pot.leftover, pot.pot, pot.paid))]
    cells += [rows.where("allocated", index) for index in lines]
    spots = (Spot("shares", pot.column), Spot("year_end", pot.leftover), Spot("allocation", "allocated"))
    told = {"what": what, "paid": baht(paid), "leftover": baht(leftover), "pot": baht(given)}
    if paid + leftover != given:
        yield tie(pot.column, paid + leftover, given, cells, spots, told=told)
        return
    counted = shares.columns["share_months" if pot.column == "dividend" else "interest"]
    unit, served = book.rule("payout_unit") or 1, sum(bool(counted[index]) for index in shares.used)
    if leftover < 0 or (served and leftover >= served * unit and not _capped(book, pot, given)):
        right, variant = given - sum(due_from(book, pot.column, given)), "leftover" if leftover >= 0 else "beyond"
        yield tie(pot.column, leftover, right, cells, spots, told=told | {"most": baht(served * unit)}, variant=variant)
        return
    for name, amount in ((pot.paid, paid), (pot.pot, given)):
        if year_end.money(name, 0) != amount:
            told = {"what": year_end.table.columns[name].th}
            yield tie(name, year_end.money(name, 0), amount, [year_end.where(name), cells[0]], spots, told=told, variant="part")


def _capped(book: ReadBook, pot: Pot, given: int) -> bool:
    """Tell whether the by-law's cap keeps part of the pot back: then what is left over may be any amount."""
    if pot.column == "dividend":
        return False
    cap, shares = book.rule("return_cap"), book.tables["shares"]
    right = recomputed(book, "shares", "average_return")
    interest = sum(shares.money("interest", index) for index in shares.used if right[index])
    return not interest or given > interest * (ALL_OF_IT if cap is None else cap)
