"""CASH-03 and CASH-04: cash counted and a bank's certificate that say otherwise than the book.

Where the book's side is wrong and only the proof can tell, both sides of the proof are where it is seen.
"""

from collections.abc import Callable
from random import Random
from typing import Any

from templates.books import words
from workshop.mistakes.amounts import BAHT, Change, left_out, satang_dropped, ten_times, transposed
from workshop.mistakes.base import BaseBook
from workshop.mistakes.cash import expenses
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, changed, follows, kind, one_of

HUNDRED_NOTES = 3
AFTER = ("CASH-02", "CASH-06", "CASH-07", "SAV-05", "REPAY-03", "REPAY-07", "LEDG-07", "SIGN-01")

follows("CASH-03", *AFTER, "LEDG-02", "LEDG-03")
follows("CASH-04", *AFTER, "CASH-03", "CASH-05", "CASH-09", "LEDG-02", "LEDG-03")


def counted(base: BaseBook) -> frozenset[str]:
    """Give both sides of the count."""
    names = ("counted", "at_year_end", "book", "difference")
    return frozenset[str]().union(*(base.cell("count", name) for name in names))


def _pieces(name: str, change: Callable[[BaseBook, list[dict[str, Any]], Random], tuple[list[int], int] | None], cause: Cause) -> None:
    """Register pieces typed otherwise: ``change`` changes the lines, and tells which and by how much."""

    def make(base: BaseBook, rng: Random) -> Slip:
        typed = base.retype()
        done = change(base, typed["denominations"], rng)
        if done is None:
            raise NoPlaceError
        return Slip(base.kept(typed), base.row("denominations", *done[0]) | counted(base), done[1])

    kind("CASH-03", name, Mode.EITHER, cause)(make)


def _notes_less(base: BaseBook, lines: list[dict[str, Any]], _: Random) -> tuple[list[int], int] | None:
    """Make the catalogue's: three notes of a hundred less, or of the largest there are three of."""
    worth = base.column("denominations", "value")
    for row in sorted(range(len(lines)), key=lambda row: worth[row] != 100 * BAHT):
        if (lines[row]["pieces"] or 0) >= HUNDRED_NOTES:
            lines[row]["pieces"] -= HUNDRED_NOTES
            return [row], -HUNDRED_NOTES * base.money("denominations", "value", row)
    return None


def _line(change: Change) -> Callable[[BaseBook, list[dict[str, Any]], Random], tuple[list[int], int]]:
    """Write the pieces of one line otherwise."""

    def make(base: BaseBook, lines: list[dict[str, Any]], rng: Random) -> tuple[list[int], int]:
        there = [(row, line["pieces"] * BAHT) for row, line in enumerate(lines) if line["pieces"]]
        row, pieces, written = changed(rng, there, change)
        lines[row]["pieces"] = written // BAHT or None
        return [row], (written - pieces) // BAHT * base.money("denominations", "value", row)

    return make


def _next_line(base: BaseBook, lines: list[dict[str, Any]], rng: Random) -> tuple[list[int], int]:
    """Write the pieces of one line on the next, which had none."""
    row = one_of(rng, [row for row in range(len(lines) - 1) if lines[row]["pieces"] and not lines[row + 1]["pieces"]])
    pieces = lines[row]["pieces"]
    lines[row]["pieces"], lines[row + 1]["pieces"] = None, pieces
    return [row, row + 1], pieces * (base.money("denominations", "value", row + 1) - base.money("denominations", "value", row))


def _exchanged(base: BaseBook, lines: list[dict[str, Any]], rng: Random) -> tuple[list[int], int]:
    """Count a thousand in hundreds, which is sound, and exchange the digits of the hundreds."""
    worth = base.column("denominations", "value")
    thousand, hundred = worth.index(1000 * BAHT), worth.index(100 * BAHT)
    if not lines[thousand]["pieces"]:
        raise NoPlaceError
    lines[thousand]["pieces"] -= 1
    lines[hundred]["pieces"] = (lines[hundred]["pieces"] or 0) + 10
    _, pieces, written = changed(rng, [(None, lines[hundred]["pieces"] * BAHT)], transposed)
    lines[hundred]["pieces"] = written // BAHT
    return [hundred], (written - pieces) * 100


_pieces("notes-less", _notes_less, Cause.NONE)
_pieces("pieces-transposed", _exchanged, Cause.TRANSPOSED)
_pieces("pieces-ten-times", _line(ten_times), Cause.TEN_TIMES)
_pieces("line-left-out", _line(left_out), Cause.MISSING)
_pieces("pieces-on-the-next-line", _next_line, Cause.NONE)


def _expense(name: str, change: Change, cause: Cause) -> None:
    """Register an expense written otherwise than it was paid."""

    def make(base: BaseBook, rng: Random) -> Slip:
        place, amount, written = changed(rng, [(place, base.money("cash", "cash_out", place)) for place in expenses(base)], change)
        typed = base.retype()
        typed["cash"][place]["cash_out"] = written
        return Slip(base.kept(typed), base.row("cash", place) | counted(base), written - amount)

    kind("CASH-03", name, Mode.EITHER, cause)(make)


_expense("expense-transposed", transposed, Cause.TRANSPOSED)


@kind("CASH-03", "expense-not-written", Mode.EITHER, Cause.MISSING)
def expense_not_written(base: BaseBook, rng: Random) -> Slip:
    """Make an expense paid, and not in the book."""
    place = one_of(rng, expenses(base))
    typed = base.retype()
    amount = typed["cash"].pop(place)["cash_out"]
    return Slip(base.kept(typed), base.row("cash", place) | counted(base), -amount)


@kind("CASH-03", "expense-as-received", Mode.EITHER, Cause.WRONG_SIDE)
def expense_as_received(base: BaseBook, rng: Random) -> Slip:
    """Make an expense written in the column of what came in."""
    place = one_of(rng, expenses(base))
    typed = base.retype()
    amount = typed["cash"][place]["cash_out"]
    typed["cash"][place] |= {"kind": words.RECEIVE, "cash_in": amount, "cash_out": None}
    return Slip(base.kept(typed), base.row("cash", place) | counted(base), 2 * amount)


def _receipt(name: str, change: Change, cause: Cause) -> None:
    """Register a receipt of savings typed otherwise than received: register, cash book and ledger all follow it."""

    def make(base: BaseBook, rng: Random) -> Slip:
        rows = base.receipts(item=base.item(words.SAVINGS), way=words.CASH)
        row, amount, written = changed(rng, [(row, base.money("receipts", "amount", row)) for row in rows], change)
        typed = base.retype()
        typed["receipts"][row]["amount"] = written
        return Slip(base.kept(typed), base.row("receipts", row) | counted(base), written - amount)

    kind("CASH-03", name, Mode.EITHER, cause)(make)


_receipt("receipt-transposed", transposed, Cause.TRANSPOSED)
_receipt("receipt-ten-times", ten_times, Cause.TEN_TIMES)


# CASH-04: the certificate.


def certified(base: BaseBook) -> frozenset[str]:
    """Give both sides of the first bank's proof."""
    return base.row("bank_proof", 0)


@kind("CASH-04", "certificate-transposed", Mode.EITHER, Cause.TRANSPOSED)
def certificate_transposed(base: BaseBook, rng: Random) -> Slip:
    """Make the digits of the certificate exchanged."""
    _, amount, written = changed(rng, [(None, base.money("bank_proof", "certificate"))], transposed)
    typed = base.retype()
    typed["bank_proof"][0]["certificate"] = written
    return Slip(base.kept(typed), certified(base), written - amount)


@kind("CASH-04", "in-transit-though-certified", Mode.EITHER)
def in_transit_though_certified(base: BaseBook, rng: Random) -> Slip:
    """Make a deposit the bank's certificate counts already, written as in transit."""
    banked = [index for index in base.find("cash", kind=words.MOVE) if base.money("cash", "bank1_in", index)]
    amount = base.money("cash", "bank1_in", one_of(rng, banked))
    typed = base.retype()
    typed["bank_proof"][0]["in_transit"] = (typed["bank_proof"][0].get("in_transit") or 0) + amount
    return Slip(base.kept(typed), certified(base), amount)


def bank_interest(base: BaseBook) -> list[int]:
    """Give the rows of the interest the bank paid."""
    return [index for index in base.find("cash", kind=words.RECEIVE) if base.money("cash", "bank1_in", index)]


@kind("CASH-04", "interest-not-written", Mode.EITHER, Cause.MISSING)
def interest_not_written(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: the bank's interest is not in the book."""
    place = one_of(rng, bank_interest(base))
    typed = base.retype()
    amount = typed["cash"].pop(place)["bank1_in"]
    return Slip(base.kept(typed), base.row("cash", place) | certified(base), -amount)


def _interest(name: str, change: Change, cause: Cause) -> None:
    """Register the bank's interest written otherwise than in the passbook."""

    def make(base: BaseBook, rng: Random) -> Slip:
        place, amount, written = changed(rng, [(place, base.money("cash", "bank1_in", place)) for place in bank_interest(base)], change)
        typed = base.retype()
        typed["cash"][place]["bank1_in"] = written
        return Slip(base.kept(typed), base.row("cash", place) | certified(base), written - amount)

    kind("CASH-04", name, Mode.EITHER, cause)(make)


_interest("interest-transposed", transposed, Cause.TRANSPOSED)
_interest("interest-without-satang", satang_dropped, Cause.ROUNDING)


@kind("CASH-04", "interest-as-drawn", Mode.EITHER, Cause.WRONG_SIDE)
def interest_as_drawn(base: BaseBook, rng: Random) -> Slip:
    """Make the bank's interest written in the column of what was drawn."""
    place = one_of(rng, bank_interest(base))
    typed = base.retype()
    amount = typed["cash"][place]["bank1_in"]
    typed["cash"][place] |= {"kind": words.PAY, "bank1_in": None, "bank1_out": amount}
    return Slip(base.kept(typed), base.row("cash", place) | certified(base), -2 * amount)


@kind("CASH-04", "fee-not-written", Mode.EITHER, Cause.MISSING)
def fee_not_written(base: BaseBook, rng: Random) -> Slip:
    """Make a fee the bank took, and not in the book."""
    fee = rng.choice((10, 15, 20, 25, 50)) * BAHT
    typed = base.retype()
    typed["bank_proof"][0]["certificate"] -= fee
    return Slip(base.kept(typed), certified(base), fee)
