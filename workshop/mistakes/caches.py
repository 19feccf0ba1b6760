"""CELL-14: a value shown that its formula does not give, changed inside the file and not recalculated."""

from collections.abc import Iterable
from random import Random

from workbook.edit import Cached
from workshop.mistakes.amounts import BAHT, Change, transposed
from workshop.mistakes.base import BaseBook, satang
from workshop.mistakes.kinds import Mode, Places, Slip, amounts_of, changed, follows, kind

TIES = ("SAV-01", "SAV-02", "LOAN-01", "LOAN-02", "CASH-01", "LEDG-02", "LEDG-03", "LEDG-04", "LEDG-05", "YEND-01", "YEND-03", "YEND-04", "YEND-05", "YEND-09")
follows("CELL-14", *TIES, "CASH-03", "CASH-04", "ARRS-01", "ARRS-02", "YEND-06", "LEDG-07", "LEDG-08")


def _cell(name: str, places: Places, change: Change) -> None:
    def make(base: BaseBook, rng: Random) -> Slip:
        (table, column, index), amount, written = changed(rng, ((place, base.money(*place)) for place in places(base)), change)
        (at,) = base.cell(table, column, index)
        return _edited(base, at, amount, written)

    kind("CELL-14", name, Mode.LIVE)(make)


def _edited(base: BaseBook, at: str, amount: int, written: int) -> Slip:
    sheet, _, address = at.partition("!")
    return Slip(base.filled, frozenset({at}), written - amount, {sheet: {address: Cached(written / BAHT)}})


def _more(amount: int, rng: Random) -> int:
    return amount + rng.choice((-500, 100, 500, 1000)) * BAHT


_cell("member-s-closing", amounts_of("savings", "closing"), _more)
_cell("contract-s-balance", amounts_of("loans", "balance"), transposed)
_cell("trial-balance", amounts_of("trial_balance", "balance"), _more)
_cell("statement", amounts_of("position_result", "assets", "capital"), _more)
_cell("dividend", amounts_of("shares", "dividend"), transposed)


@kind("CELL-14", "total", Mode.LIVE)
def total(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a total above a heading."""
    places = [("savings", "closing"), ("loans", "balance"), ("receipts", "amount"), ("cash", "cash_in"), ("shares", "dividend"), ("trial_balance", "debit")]
    totals: Iterable[tuple[tuple[str, str], int]] = [(place, satang(base.filled[place[0]].total(place[1]))) for place in places]
    (table, column), amount, written = changed(rng, totals, _more)
    (at,) = base.total(table, column)
    return _edited(base, at, amount, written)
