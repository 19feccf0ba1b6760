"""REPAY: days whose receipts are not what the cash book says, payments split otherwise, interest that is not the by-laws'."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from templates.books import words
from workshop.mistakes.amounts import BAHT, Change, doubled, left_out, ten_times, transposed
from workshop.mistakes.base import BaseBook, in_date_order
from workshop.mistakes.kinds import Cause, Mode, Slip, changed, follows, kind, one_of
from workshop.mistakes.vouchers import OTHER_INCOME_ITEM

ONE_DAY = dt.timedelta(days=1)

follows("REPAY-01", "CASH-01", "CASH-02", "CASH-03", "CASH-04", "CASH-06", "CASH-07", "LEDG-02", "LEDG-03", "SIGN-01")
follows("REPAY-02", "REPAY-03", "REPAY-07", "REPAY-08", "ARRS-01", "LEDG-07")
follows("REPAY-03", "REPAY-02", "CASH-03", "CASH-04", "LEDG-07", "YEND-05", "YEND-09")


@dataclass(frozen=True)
class Paid:
    """A repayment as receipted: its receipt, its contract, and the rows of its items."""

    date: dt.date
    receipt: tuple[int, int]
    contract: str
    rows: dict[str, int]
    """By register."""


def repaid(base: BaseBook) -> list[Paid]:
    """Give the year's repayments in money, in their order."""
    found: dict[tuple[int, int, str], Paid] = {}
    for index in base.receipts():
        contract, register = base.value("receipts", "contract", index), base.value("receipts", "register", index)
        if contract and base.value("receipts", "way", index) in (words.CASH, words.TRANSFER):
            receipt = base.slip(index)
            paid = found.setdefault((*receipt, contract), Paid(base.value("receipts", "date", index), receipt, contract, {}))
            paid.rows[register] = index
    return list(found.values())


def with_interest(base: BaseBook) -> list[Paid]:
    """Give the repayments with a row of principal and one of interest."""
    there = [paid for paid in repaid(base) if paid.rows.keys() >= {words.PRINCIPAL, words.INTEREST}]
    return [paid for paid in there if base.money("receipts", "amount", paid.rows[words.INTEREST])]


def whole(base: BaseBook, paid: Paid) -> frozenset[str]:
    """Give where a repayment is read: its receipt rows and its row on the card."""
    cards = base.find("cards", contract=paid.contract, receipt=base.value("receipts", "receipt", next(iter(paid.rows.values()))))
    return base.row("receipts", *paid.rows.values()) | base.row("cards", *cards)


# REPAY-01: the day's receipts and the day's money.


@dataclass(frozen=True)
class Day:
    """A row of the cash book that takes its money from receipts, and the slips in cash with a repayment behind it."""

    place: int
    total: int
    slips: tuple[tuple[int, ...], ...]
    """The receipt rows of each."""


def days(base: BaseBook) -> list[Day]:
    """Give the rows of the cash book whose cash comes from receipts that repay a loan."""
    found = []
    for place in base.used("cash"):
        kind_, date, total = base.value("cash", "kind", place), base.value("cash", "date", place), base.money("cash", "cash_in", place)
        if kind_ not in (words.OPERATING_DAY, words.ONE_RECEIPT) or not total:
            continue
        rows = base.receipts(date=date, way=words.CASH)
        if kind_ == words.ONE_RECEIPT:
            rows = [index for index in rows if base.value("receipts", "receipt", index) == base.value("cash", "reference", place)]
        slips: dict[str, list[int]] = {}
        for index in rows:
            slips.setdefault(base.value("receipts", "receipt", index), []).append(index)
        repaying = [tuple(slip) for slip in slips.values() if any(base.value("receipts", "contract", index) for index in slip)]
        found += [Day(place, total, tuple(repaying))] if repaying else []
    return found


def receipted(base: BaseBook, day: Day) -> frozenset[str]:
    """Give the receipts a row of the cash book takes its money from: the day's, or the one it names."""
    if base.value("cash", "kind", day.place) == words.ONE_RECEIPT:
        return base.row("receipts", *(index for slip in day.slips for index in slip))
    return base.row("receipts", *base.find("receipts", date=base.value("cash", "date", day.place)))


def _carried(name: str, change: Change, cause: Cause, *, of_day: bool = False) -> None:
    """Register a day carried otherwise to the cash book: its total, or one receipt in it."""

    def make(base: BaseBook, rng: Random) -> Slip:
        candidates = [((day, slip), _sum(base, slip)) for day in days(base) for slip in day.slips]
        if of_day:
            candidates = [((day, day.slips[0]), day.total) for day in days(base)]
        (day, slip), amount, written = changed(rng, candidates, change)
        after = base.posted({("cash", "cash_in"): {day.place: day.total + written - amount}})
        cells = base.row("cash", day.place) | (frozenset() if of_day else base.row("receipts", *slip))
        return Slip(after, cells, written - amount)

    kind("REPAY-01", name, Mode.VALUES, cause)(make)


def _sum(base: BaseBook, slip: tuple[int, ...]) -> int:
    return sum(base.money("receipts", "amount", index) for index in slip)


_carried("day-transposed", transposed, Cause.TRANSPOSED, of_day=True)
_carried("day-ten-times", ten_times, Cause.TEN_TIMES, of_day=True)
_carried("receipt-left-out", left_out, Cause.MISSING)
_carried("receipt-counted-twice", doubled, Cause.TWICE)
_carried("receipt-transposed", transposed, Cause.TRANSPOSED)


@kind("REPAY-01", "less-here-more-there", Mode.VALUES)
def less_here_more_there(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: 500 less of a day's receipts, and 500 more of other income the same day."""
    day, amount = one_of(rng, [day for day in days(base) if day.total > 1000 * BAHT]), 500 * BAHT
    typed = base.retype()
    typed["cash"][day.place]["cash_in"] = day.total - amount
    date = typed["cash"][day.place]["date"]
    typed["cash"].insert(day.place + 1, {"date": date, "kind": words.RECEIVE, "voucher": "รับ 1", "item": OTHER_INCOME_ITEM, "cash_in": amount})
    return Slip(base.kept(typed), base.row("cash", day.place, day.place + 1), -amount)


@kind("REPAY-01", "day-among-the-payments", Mode.VALUES, Cause.WRONG_SIDE)
def day_among_the_payments(base: BaseBook, rng: Random) -> Slip:
    """Make a day's receipts written in the column of payments."""
    day = one_of(rng, days(base))
    after = base.posted({("cash", "cash_in"): {day.place: None}, ("cash", "cash_out"): {day.place: day.total}})
    return Slip(after, base.row("cash", day.place), -2 * day.total)


@kind("REPAY-01", "day-not-written", Mode.EITHER, Cause.MISSING)
def day_not_written(base: BaseBook, rng: Random) -> Slip:
    """Make an operating day's receipts have no row in the cash book; the cash counted is what there is."""
    day = one_of(rng, days(base))
    typed = base.retype()
    del typed["cash"][day.place]
    neighbours = base.row("cash", day.place) if day.place < len(typed["cash"]) else frozenset()
    return Slip(base.kept(typed), neighbours | receipted(base, day), -day.total)


@kind("REPAY-01", "day-written-twice", Mode.EITHER, Cause.TWICE, also=("CELL-08",))
def day_written_twice(base: BaseBook, rng: Random) -> Slip:
    """Make an operating day have two rows in the cash book, in other words, and each take the whole day's receipts."""
    day = one_of(rng, days(base))
    typed = base.retype()
    typed["cash"].insert(day.place + 1, typed["cash"][day.place] | {"description": "รับเงินวันทำการ (ต่อ)"})
    return Slip(base.kept(typed), base.row("cash", day.place, day.place + 1), day.total)


@kind("REPAY-01", "day-late", Mode.VALUES, Cause.DAY_LATE)
def day_late(base: BaseBook, rng: Random) -> Slip:
    """Make a day's total written under the next day's date."""
    day = one_of(rng, [day for day in days(base) if base.value("cash", "date", day.place) < base.rule("last_day")])
    date = base.value("cash", "date", day.place)
    after = base.posted({("cash", "date"): {day.place: date + ONE_DAY}})
    return Slip(after, base.row("cash", day.place) | receipted(base, day))


@kind("REPAY-01", "day-late-live", Mode.LIVE, Cause.DAY_LATE)
def day_late_live(base: BaseBook, rng: Random) -> Slip:
    """Make an operating day's row dated a day late: it finds no receipts of that day, and shows nothing."""
    candidates = [(day, base.value("cash", "date", day.place)) for day in days(base)]
    free = [(day, date) for day, date in candidates if date < base.rule("last_day") and not base.find("receipts", date=date + ONE_DAY)]
    day, date = one_of(rng, free)
    typed = base.retype()
    there = in_date_order(typed["cash"], typed["cash"].pop(day.place) | {"date": date + ONE_DAY})
    return Slip(base.kept(typed), base.row("cash", there) | receipted(base, day), -day.total)
