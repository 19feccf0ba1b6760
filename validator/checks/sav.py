"""SAV: savings, member by member and in all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from templates.books.members import MONTHS, Holding
from templates.books.words import FROM_SAVINGS, PAY
from templates.read import ReadBook
from validator.causes import OTHER_MEMBER, of_sum
from validator.checks.ledgers import control_account
from validator.evidence import at_cell, baht, caused, in_column, paired, thai_day, tie
from validator.outcome import Finding, Severity, Spot
from validator.postings import CASH_BOOK, RECEIPTS, lines, moves
from validator.registers import holdings
from validator.registry import READING, check, upstream

SOURCES = (*RECEIPTS, *CASH_BOOK, "opening_members.member", "opening_members.savings")


@dataclass(frozen=True)
class Movement:
    """Savings put in (positive) or taken out on a day, and for which calendar month of savings; ``row`` of ``table`` says so."""

    table: str
    row: int
    date: dt.date
    amount: int
    month: int = 0


def movements(book: ReadBook, holding: Holding) -> dict[str, list[Movement]]:
    """Give what moved of every member's holding, from the receipts and the cash book."""
    found: dict[str, list[Movement]] = defaultdict(list)
    for line in lines(book):
        if line.register == holding.register:
            found[line.member].append(Movement("receipts", line.row, line.date, line.amount, line.month))
        if line.way == FROM_SAVINGS and holding.offset:
            found[line.member].append(Movement("receipts", line.row, line.date, -line.amount))
    for move in moves(book):
        if move.register == holding.back and move.kind == PAY:
            found[move.reference].append(Movement("cash", move.row, move.date, -sum(move.outs.values())))
    return found


def brought_forward(book: ReadBook, holding: Holding) -> dict[str, int]:
    """Give what was brought forward of each member's holding."""
    rows = book.tables["opening_members"]
    brought: dict[str, int] = defaultdict(int)
    for index in rows.complete("member", holding.opening):
        brought[str(rows.columns["member"][index])] += rows.money(holding.opening, index)
    return brought


@check("SAV-01", Severity.ERROR, needs=("savings.member", "savings.closing", *SOURCES), masked_by=upstream("SAV-01"), over="savings")
def member_balance_rolls(book: ReadBook) -> Iterator[Finding]:
    """Each member's savings are what was brought forward, and put in, less taken out, month by month.

    Why: this is the member's passbook. 5,000.00 + 1,200.00 − 0 should be 6,200.00; the register shows 6,000.00.
    """
    for holding in holdings(book):
        yield from paired(_rolls(book, holding), OTHER_MEMBER)


def _rolls(book: ReadBook, holding: Holding) -> Iterator[Finding]:
    rows, moved, brought = book.tables[holding.table], movements(book, holding), brought_forward(book, holding)
    for index in rows.used:
        member = str(rows.columns["member"][index])
        if isinstance(rows.columns["closing"][index], (int, Fraction)):
            yield from _of_member(book, holding, index, moved.get(member, []), brought.get(member, 0))


def key_of(holding: Holding, member: str) -> str:
    """Give a finding's key: the member's, and of what is not savings its register's before it."""
    return member if holding.table == "savings" else f"{holding.table} {member}"


def _of_member(book: ReadBook, holding: Holding, index: int, moved: list[Movement], brought: int) -> Iterator[Finding]:
    """Hold a member's row against what moved: the balance, and each part of it, so that the finding stands where the slip is."""
    rows = book.tables[holding.table]
    member, closing = str(rows.columns["member"][index]), rows.money("closing", index)
    put_in = sum(each.amount for each in moved if each.amount > 0 or each.month)
    taken = -sum(each.amount for each in moved if each.amount < 0 and not each.month)
    parts = {"opening": brought, **dict.fromkeys(MONTHS, 0), "deposited": put_in, "withdrawn": taken}
    for each in moved:
        if each.month:
            parts[_column_of(book, each.month)] += each.amount
    other = [name for name, amount in parts.items() if name in rows.place.letters and rows.money(name, index) != amount]
    expected = brought + put_in - taken
    if closing == expected and not other:
        return
    told = {"what": holding.th, "member": member, "who": member, "opening": baht(brought), "put_in": baht(put_in), "taken": baht(taken)}
    spots = tuple(Spot(holding.table, name) for name in (*other, "closing"))
    cells = [rows.where(name, index) for name in (*other, "closing")]
    if closing != expected:
        finding = tie(key_of(holding, member), closing, expected, cells, spots, about=frozenset({member}), told=told)
    else:
        told["heading"] = rows.table.columns[other[0]].th
        finding = tie(key_of(holding, member), rows.money(other[0], index), parts[other[0]], cells, spots, about=frozenset({member}), told=told, variant="part")
    of_part = [each for each in moved if not other or (each.month and _column_of(book, each.month) in other) or (not each.month and "withdrawn" in other)]
    cause = of_sum(finding.difference or 0, [(each.row, each.amount) for each in of_part if each.table == "receipts"], sides=True)
    cause = cause if finding.variant != "part" or len(other) == 1 else None  # what one month has too much another lacks: nothing is missing
    yield caused(finding, cause, in_column(book.tables["receipts"], "amount"))


def _column_of(book: ReadBook, month: int) -> str:
    """Give the column of a calendar month in a fund year that begins in any month."""
    first = book.rule("first_day")
    begun = first.month if isinstance(first, dt.date) else 1
    return MONTHS[(month - begun) % 12]


@check(
    "SAV-02",
    Severity.ERROR,
    needs=("savings.closing", "trial_balance.balance", "trial_balance.code", "position.claims", "rules.account_savings"),
    masked_by=upstream("SAV-02"),
    over="savings",
)
def control_tie(book: ReadBook) -> Iterator[Finding]:
    """The members' savings together are the control account and the line in the statement of financial position.

    Why: the first thing an outside auditor does. 482,300.00 against 482,800.00: look for a one-sided 500.00.
    """
    for holding in holdings(book):
        yield from control_account(book, holding.table, "closing", holding.account, "claims")


@check("SAV-03", Severity.ERROR, needs=("savings.member", *SOURCES), masked_by=READING, over="savings")
def negative_balance(book: ReadBook) -> Iterator[Finding]:
    """No member's savings are below zero on any day.

    Why: nobody can take out what is not there; usually a deposit is missing or stands under another code. Within a day,
    deposits come first.
    """
    for holding in holdings(book):
        yield from _below_zero(book, holding)


def _below_zero(book: ReadBook, holding: Holding) -> Iterator[Finding]:
    rows, moved, brought = book.tables[holding.table], movements(book, holding), brought_forward(book, holding)
    for index in rows.used:
        member = str(rows.columns["member"][index])
        balance = brought.get(member, 0)
        for move in sorted(moved.get(member, ()), key=lambda each: (each.date, -each.amount)):
            balance += move.amount
            if balance < 0:
                told = {"what": holding.th, "member": member, "day": thai_day(move.date), "short": baht(-balance)}
                key = key_of(holding, member)
                finding = at_cell(book, holding.table, "closing", index, key=key, found=baht(balance), expected="ไม่ต่ำกว่า 0.00", difference=balance, told=told)
                yield finding.with_cells(book.tables[move.table].where("date", move.row))
                break
