"""YEND: the proposal, the shares of each member, and the summary the meeting reads."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

from addin.udfs import average_return
from templates.books import words
from templates.filled import Filled
from workshop.mistakes.amounts import BAHT, Change, ten_times, transposed
from workshop.mistakes.base import BaseBook, rows_without, satang
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, amounts_of, figure, follows, kind, one_of, shuffled

RECKONED = ("dividend", "average_return", "total")
"""What is reckoned from a row of the table of dividends and the whole of it."""
SHARES = ("YEND-03", "YEND-04", "YEND-05", "YEND-06")
follows("YEND-01", *SHARES, "RULE-06", "YEND-12")
follows("YEND-03", *SHARES)
follows("YEND-04", *SHARES, "YEND-01")
follows("YEND-05", *SHARES)
follows("YEND-06", *SHARES)
follows("YEND-09")
Cells = dict[tuple[str, str], dict[int, Any]]


# YEND-01: the lines of the proposal.


def shared(base: BaseBook) -> list[int]:
    """Give the lines of the proposal shared out by per cent; none where there is nothing to share."""
    if base.money("year_end", "base") <= 0:
        return []
    return [row for row in base.used("allocation") if base.value("allocation", "percent", row)]


def whole(base: BaseBook) -> frozenset[str]:
    """Give where the percentages come together."""
    return base.cell("year_end", "percent") | base.total("allocation", "percent")


def _percent(name: str, other: Callable[[int, Random], int | None], cause: Cause) -> None:
    """Register a percentage typed otherwise, in whole per cents."""

    def make(base: BaseBook, rng: Random) -> Slip:
        for row in shuffled(rng, shared(base)):
            share = base.value("allocation", "percent", row)
            written = other(int(share * 100), rng)
            if written is not None:
                typed = base.retype()
                typed["allocation"][row]["percent"] = type(share)(written) / 100
                return Slip(base.kept(typed), base.row("allocation", row) | whole(base))
        raise NoPlaceError

    kind("YEND-01", name, Mode.EITHER, cause)(make)


def _digits(share: int, rng: Random) -> int | None:
    written = transposed(share * BAHT, rng)
    return None if written is None else written // BAHT


_percent("a-point-more", lambda share, _: share + 1, Cause.NONE)
_percent("percent-transposed", _digits, Cause.TRANSPOSED)
_percent("percent-ten-times-less", lambda share, _: share // 10 if share % 10 == 0 else None, Cause.TEN_TIMES)


@kind("YEND-01", "line-left-out", Mode.EITHER, Cause.MISSING)
def line_left_out(base: BaseBook, rng: Random) -> Slip:
    """Make a line missing from the proposal."""
    reserve = base.rule("account_reserve")
    row = one_of(rng, [row for row in shared(base) if base.value("allocation", "account", row) != reserve])
    typed = base.retype()
    del typed["allocation"][row]
    return Slip(base.kept(typed), base.row("allocation", row) | whole(base))


figure("YEND-01", "amount-transposed", amounts_of("allocation", "allocated"), transposed, Cause.TRANSPOSED)
figure("YEND-01", "amount-ten-times", amounts_of("allocation", "allocated"), ten_times, Cause.TEN_TIMES)


# YEND-03 and YEND-05: what each member gets.


def two_members(check: str, name: str, column: str, other: Callable[[int, int], tuple[int, int] | None], cause: Cause) -> None:
    """Register amounts of two members written otherwise, the whole as it was."""

    def make(base: BaseBook, rng: Random) -> Slip:
        rows = shuffled(rng, [row for row in base.used("shares") if base.money("shares", column, row) > 10 * BAHT])
        for one, two in pairwise(rows):
            amounts = base.money("shares", column, one), base.money("shares", column, two)
            if (written := other(*amounts)) and written != amounts:
                after = base.posted({("shares", column): {one: written[0], two: written[1]}})
                return Slip(after, base.row("shares", one, two), written[0] - amounts[0])
        raise NoPlaceError

    kind(check, name, Mode.VALUES, cause)(make)


def rounded_up(check: str, column: str) -> None:
    """Register one member's amount rounded up to the unit of payment."""

    def make(base: BaseBook, rng: Random) -> Slip:
        unit = base.rule("payout_unit")
        row = one_of(rng, [row for row in base.used("shares") if base.money("shares", column, row) and _exactly(base, column, row).denominator > 1])
        written = base.money("shares", column, row) + unit
        return Slip(base.posted({("shares", column): {row: written}}), base.row("shares", row), unit)

    kind(check, "rounded-up", Mode.VALUES, Cause.ROUNDING)(make)


def _exactly(base: BaseBook, column: str, row: int) -> Fraction:
    """Give a member's amount before rounding, in units of payment."""
    if column == "dividend":
        pot, months = base.money("year_end", "dividend_pot"), Fraction(base.value("year_end", "share_months"))
        amount = Fraction(base.value("shares", "share_months", row)) * pot / months
    else:
        amount = Fraction(base.value("year_end", "return_rate")) * base.money("shares", "interest", row)
    return amount / int(base.rule("payout_unit"))


for _check, _column in (("YEND-03", "dividend"), ("YEND-05", "average_return")):
    two_members(_check, "ten-of-another", _column, lambda one, two: (one + 10 * BAHT, two - 10 * BAHT), Cause.OTHER_MEMBER)
    two_members(_check, "exchanged", _column, lambda one, two: (two, one), Cause.OTHER_MEMBER)
    figure(_check, "transposed", amounts_of("shares", _column), transposed, Cause.TRANSPOSED)
    figure(_check, "ten-times", amounts_of("shares", _column), ten_times, Cause.TEN_TIMES)
    rounded_up(_check, _column)


@kind("YEND-03", "a-month-too-many", Mode.VALUES)
def a_month_too_many(base: BaseBook, rng: Random) -> Slip:
    """Make a member's savings brought forward counted for a month more; everybody's dividend is then shared by more."""
    row = one_of(rng, [row for row in base.used("shares") if base.value("shares", "share_months", row) and base.money("savings", "opening", row)])
    more = Fraction(base.money("savings", "opening", row), base.rule("share_value"))
    months = Fraction(base.value("shares", "share_months", row)) + more
    return Slip(base.posted({("shares", "share_months"): {row: months}}), base.row("shares", row))


@kind("YEND-05", "interest-not-paid-counted", Mode.VALUES)
def interest_not_paid_counted(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: one member's return reckoned with a month of interest not paid, another's less by as much."""
    rows = shuffled(rng, [row for row in base.used("shares") if base.money("shares", "average_return", row)])
    for one, two in pairwise(rows):
        month = base.money("shares", "interest", one) // 11 // BAHT * BAHT
        returned = average_return(base.money("shares", "interest", one) + month, base.value("year_end", "return_rate"), base.rule("payout_unit"))
        more = returned - base.money("shares", "average_return", one)
        if 0 < more < base.money("shares", "average_return", two):
            written = {one: returned, two: base.money("shares", "average_return", two) - more}
            return Slip(base.posted({("shares", "average_return"): dict(written)}), base.row("shares", one, two), more)
    raise NoPlaceError


# YEND-04: the members' dividends together.


def pot(base: BaseBook) -> frozenset[str]:
    """Give where the dividends come together."""
    names = ("dividend_pot", "dividend_paid", "dividend_leftover")
    return frozenset[str]().union(*(base.cell("year_end", name) for name in names)) | base.total("shares", "dividend")


@kind("YEND-04", "more-in-the-proposal", Mode.VALUES)
def more_in_the_proposal(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: so much more on the line of dividends and less on the reserve, after the dividends were reckoned."""
    more = rng.choice((200, 500, 1000)) * BAHT
    dividends, reserve = (base.find("allocation", account=base.rule(f"account_{name}"))[0] for name in ("dividend", "reserve"))
    amounts = {row: base.money("allocation", "allocated", row) for row in (dividends, reserve)}
    held = {("year_end", name): {0: base.value("year_end", name)} for name in ("dividend_rate", "dividend_paid", "dividend_leftover")}
    cells: Cells = {**held, ("shares", "dividend"): dict(enumerate(base.column("shares", "dividend")))}
    cells["allocation", "allocated"] = {dividends: amounts[dividends] + more, reserve: amounts[reserve] - more}
    return Slip(base.posted(cells), base.row("allocation", dividends, reserve) | pot(base), more)


figure("YEND-04", "sum-transposed", amounts_of("year_end", "dividend_paid"), transposed, Cause.TRANSPOSED)
figure("YEND-04", "leftover-ten-times", amounts_of("year_end", "dividend_leftover"), ten_times, Cause.TEN_TIMES)


@kind("YEND-04", "member-left-out-of-the-sum", Mode.VALUES, Cause.MISSING)
def member_left_out_of_the_sum(base: BaseBook, rng: Random) -> Slip:
    """Make a member's dividend that the sum of dividends leaves out; the leftover is then larger."""
    row = one_of(rng, [row for row in base.used("shares") if base.money("shares", "dividend", row)])
    amount = base.money("shares", "dividend", row)
    after = base.posted({("year_end", "dividend_paid"): {0: base.money("year_end", "dividend_paid") - amount}})
    return Slip(after, base.row("shares", row) | pot(base), -amount)


# YEND-06: who has a right.


@kind("YEND-06", "no-dividend", Mode.VALUES, Cause.MISSING)
def no_dividend(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a member with a right gets nothing; it goes to the leftover."""
    row = one_of(rng, [row for row in base.used("shares") if base.money("shares", "dividend", row)])
    return Slip(base.posted({("shares", "dividend"): {row: 0}}), base.row("shares", row), -base.money("shares", "dividend", row))


@kind("YEND-06", "not-in-the-table", Mode.VALUES, Cause.MISSING)
def not_in_the_table(base: BaseBook, rng: Random) -> Slip:
    """Make a member with a right missing from the table of dividends; the pot is shared among the others."""
    row = one_of(rng, [row for row in base.used("shares") if base.money("shares", "dividend", row)])
    at = base.row("shares", row) | base.row("members", row) | base.row("savings", row)
    listed = {node: cells for node, cells in rows_without(base.filled, "shares", row) if node[1] not in RECKONED}
    return Slip(base.posted(listed), at, -base.money("shares", "dividend", row))


@kind("YEND-06", "one-who-left", Mode.VALUES)
def one_who_left(base: BaseBook, rng: Random) -> Slip:
    """Make a dividend for one who left in the year, whom the by-laws give none."""
    gone = [row for row in base.used("shares") if base.value("shares", "left", row) == words.YES and base.rule("leaver_dividend") == words.NOT_COUNTED]
    for row in shuffled(rng, gone):
        after = base.posted({("shares", "left"): {row: words.NO}})
        if dividend := satang(after["shares"].columns["dividend"][row]):
            return Slip(after, base.row("shares", row), dividend)
    raise NoPlaceError


def _right(name: str, why: str | None) -> None:
    """Register an average return given or kept back against the by-laws; the right and the rate follow."""

    def make(base: BaseBook, rng: Random) -> Slip:
        there = [row for row in base.used("shares") if base.money("shares", "interest", row) and base.value("shares", "left", row) != words.YES]
        for row in shuffled(rng, [row for row in there if (base.value("shares", "why", row) is None) == (why is not None)]):
            after = base.posted({("shares", "why"): {row: why}})
            if gap := _returned(after, row) - _returned(base.filled, row):
                return Slip(after, base.row("shares", row), gap)
        raise NoPlaceError

    kind("YEND-06", name, Mode.VALUES)(make)


def _returned(filled: Filled, row: int) -> int:
    return satang(filled["shares"].columns["average_return"][row])


_right("return-for-one-in-arrears", None)
_right("no-return-for-one-with-a-right", "ผิดนัดในปี")


# YEND-09: the summary.


def summary(base: BaseBook) -> list[tuple[str, str, int]]:
    """Give the summary's figures that are not nothing."""
    names = ("savings", "loans", "overdue", "cash", "bank", "surplus", "assets")
    return list(amounts_of("figures", *names)(base))


def _figure(name: str, change: Change, cause: Cause) -> None:
    figure("YEND-09", name, summary, change, cause)


_figure("transposed", transposed, Cause.TRANSPOSED)
_figure("ten-times", ten_times, Cause.TEN_TIMES)
_figure("typed-over", lambda amount, rng: amount + rng.choice((-1800, 500, 1800, 2500)) * BAHT, Cause.NONE)
figure("YEND-09", "age-class-transposed", amounts_of("by_age", "balance"), transposed, Cause.TRANSPOSED, also=("ARRS-02",))
figure("YEND-09", "month-transposed", amounts_of("by_month", "savings", "lent", "principal", "interest"), transposed, Cause.TRANSPOSED)


@kind("YEND-09", "last-year-s-members", Mode.VALUES)
def last_year_s_members(base: BaseBook, _: Random) -> Slip:
    """Make the headcount of the first day where that of the last belongs."""
    opening = base.value("opening_facts", "headcount")
    if opening == base.value("figures", "members"):
        raise NoPlaceError
    return Slip(base.posted({("figures", "members"): {0: opening}}), base.cell("figures", "members"))
