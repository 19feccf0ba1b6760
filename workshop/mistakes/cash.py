"""CASH-01 and CASH-02: a balance that does not run on, and more cash paid out than was there."""

import datetime as dt
from collections.abc import Callable
from random import Random

from templates.books import words
from templates.filled import Filled
from workshop.mistakes.amounts import BAHT, transposed
from workshop.mistakes.base import BaseBook, in_date_order, satang
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, figure, follows, kind, one_of, shuffled

SOME_DAYS = 3
Row = tuple[str, int]
"""A place with a balance (the cash, or a bank), and a row of the book."""

follows("CASH-01", "CASH-02", "YEND-09")
follows("CASH-02", "CASH-01", "CASH-03", "CASH-04", "CASH-06", "CASH-07", "CASH-08", "REPAY-03", "REPAY-07", "ARRS-01", "SIGN-01", "YEND-07", "LEDG-07")


def balances(base: BaseBook) -> list[Row]:
    """Give every balance that a movement of its own changed."""
    rows = base.used("cash")
    return [(place, row) for place in ("cash", "bank1") for row in rows if base.money("cash", f"{place}_in", row) or base.money("cash", f"{place}_out", row)]


def _from_here(name: str, gap: Callable[..., int | None], cause: Cause) -> None:
    """Register a balance reckoned otherwise, by the gap its balance, what came in and what went out give; later rows run on from it."""

    def make(base: BaseBook, rng: Random) -> Slip:
        for place, index in shuffled(rng, balances(base)):
            column = f"{place}_balance"
            amounts = (base.money("cash", name_, index) for name_ in (column, f"{place}_in", f"{place}_out"))
            more = gap(*amounts, rng)
            if more:
                later = {row: base.money("cash", column, row) + more for row in base.used("cash") if row >= index}
                return Slip(base.posted({("cash", column): later}), base.row("cash", index), more)
        raise NoPlaceError

    kind("CASH-01", name, Mode.VALUES, cause)(make)


def _exchanged(balance: int, _in: int, _out: int, rng: Random) -> int | None:
    written = transposed(balance, rng)
    return None if written is None else written - balance


_from_here("written-over", lambda _balance, _in, _out, _rng: 270 * BAHT, Cause.NONE)
_from_here("transposed", _exchanged, Cause.TRANSPOSED)
_from_here("movement-left-out", lambda _balance, came, went, _rng: went - came, Cause.MISSING)
_from_here("movement-counted-twice", lambda _balance, came, went, _rng: came - went, Cause.TWICE)
_from_here("movement-on-the-other-side", lambda _balance, came, went, _rng: 2 * (went - came), Cause.WRONG_SIDE)
_from_here("movement-ten-times", lambda _balance, came, went, _rng: 9 * (came - went), Cause.TEN_TIMES)
figure("CASH-01", "one-row-alone", lambda base: [("cash", f"{place}_balance", index) for place, index in balances(base)], transposed, Cause.TRANSPOSED)


# CASH-02: the box below nothing at the end of a day.


def ends(filled: Filled) -> list[int]:
    """Give the last row of each day."""
    dates = filled["cash"].columns["date"]
    return list({date: row for row, date in enumerate(dates) if date is not None}.values())


def falls(base: BaseBook, place: int, less: int) -> bool:
    """Tell whether so much less in the box from a row on leaves it below nothing at the end of some day."""
    return any(base.money("cash", "cash_balance", row) < less for row in ends(base.filled) if row >= place)


def dips(base: BaseBook, after: Filled, cells: frozenset[str], amount: int | None = None) -> Slip:
    """Give the slip where cash does go below nothing: the row where it first does is where it is seen."""
    left = after["cash"].columns["cash_balance"]
    rows = [row for row in ends(after) if satang(left[row]) < 0]
    if not rows:
        raise NoPlaceError
    return Slip(after, cells | base.row("cash", rows[0]), amount)


@kind("CASH-02", "day-moved-later", Mode.EITHER)
def day_moved_later(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a whole day's receipts dated some days later, after what was paid out of them."""
    for place in shuffled(rng, base.find("cash", kind=words.OPERATING_DAY)):
        date = base.value("cash", "date", place)
        later = date + dt.timedelta(days=SOME_DAYS)
        if later.month != date.month or base.find("receipts", date=later) or not falls(base, place, base.money("cash", "cash_in", place)):
            continue
        typed = base.retype()
        for record in typed["receipts"]:
            record["date"] = later if record["date"] == date else record["date"]
        there = in_date_order(typed["cash"], typed["cash"].pop(place) | {"date": later})
        try:
            return dips(base, base.kept(typed), base.row("cash", there))
        except NoPlaceError:
            continue
    raise NoPlaceError


def payments(base: BaseBook) -> list[int]:
    """Give the rows of cash paid out."""
    return [index for index in base.find("cash", kind=words.PAY) if base.money("cash", "cash_out", index)]


def expenses(base: BaseBook) -> list[int]:
    """Give the payments of expenses: nothing else in the book knows their amount."""
    return [index for index in payments(base) if base.value("cash", "account", index)[:1] == "5"]


def drawn(base: BaseBook) -> list[int]:
    """Give the rows of money drawn from the bank."""
    return [index for index in base.find("cash", kind=words.MOVE) if base.money("cash", "bank1_out", index) and base.money("cash", "cash_in", index)]


@kind("CASH-02", "expense-ten-times", Mode.EITHER, Cause.TEN_TIMES)
def expense_ten_times(base: BaseBook, rng: Random) -> Slip:
    """Make a nought too many in an expense; the cash counted is what there is."""
    amounts = [(place, base.money("cash", "cash_out", place)) for place in expenses(base)]
    place, amount = one_of(rng, [(place, amount) for place, amount in amounts if falls(base, place, 9 * amount)])
    typed = base.retype()
    typed["cash"][place]["cash_out"] = 10 * amount
    return dips(base, base.kept(typed), base.row("cash", place), 9 * amount)


@kind("CASH-02", "drawing-on-the-other-side", Mode.EITHER, Cause.WRONG_SIDE)
def drawing_on_the_other_side(base: BaseBook, rng: Random) -> Slip:
    """Money drawn from the bank, written as taken there; the cash counted and the certificate are what there is."""
    amounts = [(place, base.money("cash", "cash_in", place)) for place in drawn(base)]
    place, amount = one_of(rng, [(place, amount) for place, amount in amounts if falls(base, place, 2 * amount)])
    typed = base.retype()
    typed["cash"][place] |= {"cash_in": None, "bank1_out": None, "cash_out": amount, "bank1_in": amount}
    return dips(base, base.kept(typed), base.row("cash", place), -2 * amount)


@kind("CASH-02", "drawing-not-written", Mode.EITHER, Cause.MISSING)
def drawing_not_written(base: BaseBook, rng: Random) -> Slip:
    """Money drawn from the bank, and the row is not in the book; the cash counted and the certificate are what there is."""
    amounts = [(place, base.money("cash", "cash_in", place)) for place in drawn(base)]
    place, amount = one_of(rng, [(place, amount) for place, amount in amounts if falls(base, place, amount)])
    typed = base.retype()
    del typed["cash"][place]
    return dips(base, base.kept(typed), base.row("cash", place), -amount)


@kind("CASH-02", "paid-a-month-early", Mode.EITHER)
def paid_a_month_early(base: BaseBook, rng: Random) -> Slip:
    """Make a payment dated four weeks before the day it was paid."""
    owed = (words.LENDING, words.WITHDRAWAL)
    for place in shuffled(rng, [place for place in payments(base) if base.value("cash", "register", place) not in owed]):
        day = base.value("cash", "date", place) - dt.timedelta(days=28)
        earlier = next(row for row in base.used("cash") if base.value("cash", "date", row) >= day)
        if day >= base.rule("first_day") and falls(base, max(earlier - 1, 0), base.money("cash", "cash_out", place)):
            typed = base.retype()
            there = in_date_order(typed["cash"], typed["cash"].pop(place) | {"date": day})
            try:
                return dips(base, base.kept(typed), base.row("cash", there))
            except NoPlaceError:
                continue
    raise NoPlaceError
