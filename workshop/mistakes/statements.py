"""LEDG-03, LEDG-04 and LEDG-05: the statements of a book kept by hand, which are not what the trial balance says."""

from random import Random
from typing import Any

from templates.books import words
from templates.filled import Filled
from workshop.mistakes.amounts import BAHT, Change, ten_times, transposed
from workshop.mistakes.base import BaseBook, rows_again, rows_without, satang
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, amounts_of, figure, follows, kind, one_of

ON = ("YEND-01", "YEND-02", "YEND-03", "YEND-04", "YEND-05", "YEND-06", "YEND-09", "RULE-08")
follows("LEDG-03", "LEDG-04", "LEDG-05", "SAV-02", "LOAN-02", *ON)
follows("LEDG-04", "LEDG-03", "LEDG-05", "LEDG-07", "SAV-02", "LOAN-02", *ON)
follows("LEDG-05", "LEDG-03", "YEND-02", "YEND-09")
Cells = dict[tuple[str, str], dict[int, Any]]

# LEDG-03: the two sides.

figure("LEDG-03", "total-transposed", amounts_of("position_result", "assets", "liabilities", "capital"), transposed, Cause.TRANSPOSED)
figure("LEDG-03", "total-ten-times", amounts_of("position_result", "assets", "liabilities", "capital"), ten_times, Cause.TEN_TIMES)


@kind("LEDG-03", "reserve-more", Mode.VALUES)
def reserve_more(base: BaseBook, _: Random) -> Slip:
    """Make the catalogue's: 2,000 more on the statement's line of the reserve."""
    line = base.where("position", code=base.rule("account_reserve"))
    more = 2000 * BAHT
    return Slip(base.posted({("position", "claims"): {line: base.money("position", "claims", line) + more}}), base.row("position", line), more)


@kind("LEDG-03", "line-left-out-of-the-total", Mode.VALUES, Cause.MISSING)
def line_left_out_of_the_total(base: BaseBook, rng: Random) -> Slip:
    """Make a line of the statement that its total leaves out."""
    totals = {words.ASSET: ("assets", "assets"), words.LIABILITY: ("claims", "liabilities"), words.CAPITAL: ("claims", "capital")}
    line = one_of(rng, base.used("position"))
    column, total = totals[base.value("position", "group", line)]
    amount = base.money("position", column, line)
    after = base.posted({("position_result", total): {0: base.money("position_result", total) - amount}})
    return Slip(after, base.cell("position_result", total) | base.row("position", line), -amount)


# LEDG-04: the lines.


def income_follows(base: BaseBook, cells: Cells) -> Filled:
    """Fill in what follows where the lines of the income statement stand otherwise: its totals are their sums."""
    lines = base.posted(cells)["income"].columns
    totals: Cells = {("result", side): {0: sum(map(satang, lines[side]))} for side in ("income", "expense")}
    return base.posted({**cells, **totals})


def sides(base: BaseBook, table: str) -> list[tuple[str, int]]:
    """Give the amounts of a statement: the column and the line."""
    columns = ("income", "expense") if table == "income" else ("assets", "claims")
    return [(column, line) for column in columns for line in base.used(table) if base.money(table, column, line)]


def _written(name: str, table: str, change: Change, cause: Cause) -> None:
    def make(base: BaseBook, rng: Random) -> Slip:
        places = [((column, line), base.money(table, column, line)) for column, line in sides(base, table)]
        rng.shuffle(places)
        for (column, line), amount in places:
            written = change(amount, rng)
            if written is not None and written != amount:
                cells: Cells = {(table, column): {line: written}}
                after = income_follows(base, cells) if table == "income" else base.posted(cells)
                return Slip(after, base.row(table, line), written - amount)
        raise NoPlaceError

    kind("LEDG-04", name, Mode.VALUES, cause)(make)


_written("income-line-transposed", "income", transposed, Cause.TRANSPOSED)
_written("income-line-ten-times", "income", ten_times, Cause.TEN_TIMES)
_written("position-line-transposed", "position", transposed, Cause.TRANSPOSED)


def _account_line(base: BaseBook, table: str, line: int) -> frozenset[str]:
    """Give the line of the trial balance that a statement's line is of."""
    return base.row("trial_balance", base.where("trial_balance", code=base.value(table, "code", line)))


@kind("LEDG-04", "expense-into-the-reserve", Mode.VALUES)
def expense_into_the_reserve(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: an expense that is not in the income statement; the reserve takes it up."""
    _, line = one_of(rng, [(column, line) for column, line in sides(base, "income") if column == "expense"])
    amount = base.money("income", "expense", line)
    reserve = base.where("position", code=base.rule("account_reserve"))
    cells: Cells = dict(rows_without(base.filled, "income", line))
    cells["position", "claims"] = {reserve: base.money("position", "claims", reserve) - amount}
    at = _account_line(base, "income", line) | base.row("income", line) | base.row("position", reserve)
    return Slip(income_follows(base, cells), at, -amount)


def _lines(name: str, cause: Cause, *, again: bool) -> None:
    """Register a line of the income statement left out, or standing twice."""

    def make(base: BaseBook, rng: Random) -> Slip:
        column, line = one_of(rng, sides(base, "income"))
        cells = dict(rows_again(base.filled, "income", line) if again else rows_without(base.filled, "income", line))
        at = _account_line(base, "income", line) | base.row("income", line, line + 1)
        amount = base.money("income", column, line)
        return Slip(income_follows(base, cells), at, amount if again else -amount)

    kind("LEDG-04", name, Mode.VALUES, cause)(make)


_lines("line-left-out", Cause.MISSING, again=False)
_lines("line-twice", Cause.TWICE, again=True)


@kind("LEDG-04", "expense-as-income", Mode.VALUES, Cause.WRONG_SIDE)
def expense_as_income(base: BaseBook, rng: Random) -> Slip:
    """Make an expense written in the column of income."""
    _, line = one_of(rng, [(column, line) for column, line in sides(base, "income") if column == "expense"])
    amount = base.money("income", "expense", line)
    after = income_follows(base, {("income", "expense"): {line: None}, ("income", "income"): {line: amount}})
    return Slip(after, base.row("income", line), 2 * amount)


# LEDG-05: the surplus carried to the proposal.


figure("LEDG-05", "transposed", amounts_of("year_end", "surplus"), transposed, Cause.TRANSPOSED)
figure("LEDG-05", "ten-times", amounts_of("year_end", "surplus"), ten_times, Cause.TEN_TIMES)


@kind("LEDG-05", "before-the-last-expense", Mode.VALUES)
def before_the_last_expense(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's way: the proposal starts from an earlier surplus, one without an expense posted since."""
    _, line = one_of(rng, [(column, line) for column, line in sides(base, "income") if column == "expense"])
    amount = base.money("income", "expense", line)
    after = base.posted({("year_end", "surplus"): {0: base.money("year_end", "surplus") + amount}})
    return Slip(after, base.cell("year_end", "surplus"), amount)


@kind("LEDG-05", "rounded-to-hundreds", Mode.VALUES)
def rounded_to_hundreds(base: BaseBook, _: Random) -> Slip:
    """Make the surplus carried to the proposal in round hundreds."""
    surplus = base.money("year_end", "surplus")
    rest = surplus % (100 * BAHT)
    if surplus <= 0 or not rest:
        raise NoPlaceError
    return Slip(base.posted({("year_end", "surplus"): {0: surplus - rest}}), base.cell("year_end", "surplus"), -rest)
