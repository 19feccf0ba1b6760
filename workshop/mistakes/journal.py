"""LEDG-01 and LEDG-02: vouchers whose sides differ, and a trial balance that is not what was posted."""

from collections.abc import Callable
from random import Random

from templates.books import words
from workshop.keep import Typed
from workshop.mistakes.amounts import BAHT, Change, ten_times, transposed
from workshop.mistakes.base import BaseBook, Record
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, amounts_of, figure, follows, kind, one_of, shuffled
from workshop.mistakes.vouchers import ACCUMULATED, DEPRECIATION, Line, voucher

STATEMENTS = ("LEDG-03", "LEDG-04", "LEDG-05")
follows("LEDG-01", "LEDG-02", *STATEMENTS, "YEND-10", "SAV-02", "LOAN-02", "YEND-02")
follows("LEDG-02", *STATEMENTS, "SAV-02", "LOAN-02", "LEDG-07", "LEDG-09", "CASH-03", "CASH-04", "YEND-02", "YEND-10", "YEND-01", "YEND-09", "RULE-08")

Lines = list[Record]


def side(line: Record) -> str:
    """Tell on which side a line's amount stands."""
    return "debit" if line.get("debit") else "credit"


def _with_depreciation(base: BaseBook, rng: Random) -> tuple[Typed, list[int]]:
    """Give what was typed with an ordinary voucher more, and the rows of that voucher."""
    typed = base.retype()
    amount = rng.randint(12, 480) * 5 * BAHT
    return typed, voucher(base, rng, typed, [Line(DEPRECIATION, amount), Line(ACCUMULATED, -amount)])


def _line(name: str, change: Callable[[Lines, int, Random], int | None], cause: Cause) -> None:
    """Register a line of a voucher written otherwise; what is wrong in satang comes back, None where it changed nothing."""

    def make(base: BaseBook, rng: Random) -> Slip:
        typed, rows = _with_depreciation(base, rng)
        if rng.random() < 0.5:  # noqa: PLR2004 (as often in a voucher of the year's)
            typed, rows = base.retype(), list(range(len(base.typed["journal"])))
        for row in shuffled(rng, rows):
            voucher_number = typed["journal"][row]["voucher"]
            amount = change(typed["journal"], row, rng)
            if amount:
                there = [index for index, line in enumerate(typed["journal"]) if line["voucher"] == voucher_number]
                after = base.fill(typed) if typed["journal"][there[0]].get("kind") == words.CLOSING else base.kept(typed)
                return Slip(after, base.row("journal", *there), amount)
        raise NoPlaceError

    kind("LEDG-01", name, Mode.EITHER, cause)(make)


def _amount(change: Change) -> Callable[[Lines, int, Random], int | None]:
    def write(lines: Lines, row: int, rng: Random) -> int | None:
        line = lines[row]
        written = change(line[side(line)], rng)
        if written is None or written == line[side(line)]:
            return None
        gap = written - int(line[side(line)])
        line[side(line)] = written
        return gap

    return write


def _left_out(lines: Lines, row: int, _: Random) -> int:
    line = lines.pop(row)
    return -int(line[side(line)])


def _again(lines: Lines, row: int, _: Random) -> int:
    lines.insert(row + 1, lines[row] | {"description": f"{lines[row]['description']} (ต่อ)"})
    return int(lines[row][side(lines[row])])


def _other_side(lines: Lines, row: int, _: Random) -> int:
    line = lines[row]
    amount = int(line.get("debit") or line.get("credit") or 0)
    line["debit"], line["credit"] = line.get("credit"), line.get("debit")
    return -2 * amount


_line("transposed", _amount(transposed), Cause.TRANSPOSED)
_line("ten-times", _amount(ten_times), Cause.TEN_TIMES)
_line("line-left-out", _left_out, Cause.MISSING)
_line("line-written-twice", _again, Cause.TWICE)
_line("other-side", _other_side, Cause.WRONG_SIDE)


# LEDG-02: the trial balance of a book kept by hand.

totals_posted = amounts_of("trial_balance", "debit", "credit")
figure("LEDG-02", "total-transposed", totals_posted, transposed, Cause.TRANSPOSED)
figure("LEDG-02", "total-ten-times", totals_posted, ten_times, Cause.TEN_TIMES)
figure("LEDG-02", "balance-transposed", amounts_of("trial_balance", "balance"), transposed, Cause.TRANSPOSED)


@kind("LEDG-02", "two-lines", Mode.VALUES)
def two_lines(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: two lines typed over, 450 more and 450 less, so that the whole still balances."""
    lines = [index for index in base.used("trial_balance") if abs(base.money("trial_balance", "balance", index)) > 1000 * BAHT]
    one, other, *_ = shuffled(rng, lines)
    cells = {one: base.money("trial_balance", "balance", one) + 450 * BAHT, other: base.money("trial_balance", "balance", other) - 450 * BAHT}
    return Slip(base.posted({("trial_balance", "balance"): dict(cells)}), base.row("trial_balance", one, other), 450 * BAHT)


@kind("LEDG-02", "other-side", Mode.VALUES, Cause.WRONG_SIDE)
def other_side(base: BaseBook, rng: Random) -> Slip:
    """Make a balance carried to the other side of the trial balance."""
    _, _, line = one_of(rng, amounts_of("trial_balance", "balance")(base))
    balance = base.money("trial_balance", "balance", line)
    return Slip(base.posted({("trial_balance", "balance"): {line: -balance}}), base.row("trial_balance", line), -2 * balance)


def _voucher_lines(base: BaseBook) -> list[tuple[int, int]]:
    """Give the general journal's lines and the trial balance's lines they belong to."""
    general = [row for row in base.used("journal") if base.value("journal", "kind", row) != words.CLOSING]
    return [(row, base.where("trial_balance", code=base.value("journal", "account", row))) for row in general]


def _posting(name: str, times: int, cause: Cause) -> None:
    """Register a voucher's line posted so many times more into the trial balance."""

    def make(base: BaseBook, rng: Random) -> Slip:
        row, line = one_of(rng, _voucher_lines(base))
        column = "debit" if base.money("journal", "debit", row) else "credit"
        amount = times * base.money("journal", column, row)
        after = base.posted({("trial_balance", column): {line: base.money("trial_balance", column, line) + amount}})
        return Slip(after, base.row("trial_balance", line) | base.row("journal", row), amount)

    kind("LEDG-02", name, Mode.VALUES, cause)(make)


_posting("voucher-not-posted", -1, Cause.MISSING)
_posting("voucher-posted-twice", 1, Cause.TWICE)
