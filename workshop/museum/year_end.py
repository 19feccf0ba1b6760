"""YEND: the proposal, what each member gets, and what the meeting reads."""

from collections.abc import Mapping
from decimal import Decimal

from templates.filled import Filled
from workshop.museum.base import Base, Mode, Slip, posted, typed

TEN = 1_000


def _percent_more(base: Base) -> Filled:
    """Propose 51 % for the dividend, and leave the other lines."""
    written = base.retype()
    written["allocation"][1]["percent"] = Decimal("0.51")
    return base.fill(written)


def _line_exchanged(base: Base) -> Filled:
    """Write 19.93 for 91.93 in the line of public benefit."""
    return base.posted({("allocation", "allocated"): {5: 1_993}})


def _two_members(column: str, more: int, less: int) -> Slip:
    """Give one member ten baht too much and another ten too little."""

    def change(base: Base) -> Filled:
        amounts = {more: base.money("shares", column, more) + TEN, less: base.money("shares", column, less) - TEN}
        return base.posted({("shares", column): amounts})

    return posted(change)


def _larger_pot(base: Base) -> Filled:
    """Propose 100 baht more of dividends and less of reserve after the members' dividends were worked out."""
    lines = {0: base.money("allocation", "allocated", 0) - 10_000, 1: base.money("allocation", "allocated", 1) + 10_000}
    return base.posted({("allocation", "allocated"): lines, ("year_end", "dividend_pot"): {0: base.money("year_end", "dividend_pot")}})


def _left_out(base: Base) -> Filled:
    """Give one member no dividend: it is among what is left over."""
    return base.posted({("shares", "dividend"): {6: 0}})


def _read_otherwise(base: Base) -> Filled:
    """Read out savings of 260,550 for 206,550."""
    return base.posted({("figures", "savings"): {0: 26_055_000}})


LAST_LINE, THIRD = 6, 2
"""Of the voucher that posts last year's resolution, and of the members."""


def _another_fund(base: Base) -> Filled:
    """Post what was resolved for public benefit to the education fund."""
    written = base.retype()
    written["journal"][LAST_LINE]["account"] = "34540"
    return base.kept(written)


def _not_in_list(base: Base) -> Filled:
    """Leave one member out of the list of last year's dividends; the money was paid."""
    written = base.retype()
    written["last_dividends"][THIRD] = {}
    return base.kept(written)


def _not_ticked_off(base: Base) -> Filled:
    """Pay a member's dividend and not write in the list that they came."""
    written = base.retype()
    written["last_dividends"][THIRD] = {"dividend": written["last_dividends"][THIRD]["dividend"]}
    return base.kept(written)


def _above_the_by_law(base: Base) -> Filled:
    """Propose 10 % for the committee where the by-laws say 8 % at the most."""
    written = base.retype()
    written["bounds"] = [{"account": "34500", "most": Decimal("0.08"), "clause": "ข้อ 21"}]
    return base.fill(written)


SLIPS: Mapping[str, Slip] = {
    "RULE-06": typed(_above_the_by_law),
    "YEND-01": typed(_percent_more),
    "YEND-01-line-values": posted(_line_exchanged),
    "YEND-03-values": _two_members("dividend", 2, 7),
    "YEND-04-values": posted(_larger_pot),
    "YEND-05-values": _two_members("average_return", 5, 3),
    "YEND-06-values": posted(_left_out),
    "YEND-09-values": posted(_read_otherwise),
    "YEND-10": typed(_another_fund),
    "YEND-10-members": typed(_not_in_list, Mode.LIVE),
    "YEND-10-waiting": typed(_not_ticked_off, Mode.LIVE),
}
