"""YEND: the proposal, what each member gets, and what the meeting reads."""

from collections.abc import Mapping
from decimal import Decimal

from templates.filled import Filled
from workshop.museum.base import Base, Slip, posted, typed

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


SLIPS: Mapping[str, Slip] = {
    "YEND-01": typed(_percent_more),
    "YEND-01-line-values": posted(_line_exchanged),
    "YEND-03-values": _two_members("dividend", 2, 7),
    "YEND-04-values": posted(_larger_pot),
    "YEND-05-values": _two_members("average_return", 5, 3),
    "YEND-06-values": posted(_left_out),
    "YEND-09-values": posted(_read_otherwise),
}
