"""SAV: savings, member by member and in all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from templates.books.words import FROM_SAVINGS, PAY, SAVINGS, WITHDRAWAL
from templates.read import ReadBook
from validator.evidence import at_cell, baht, thai_day
from validator.outcome import Finding, NotRun, Severity, Spot
from validator.registry import check
from workbook.cells import ErrorValue

SOURCES = (
    "receipts.member", "receipts.item", "receipts.amount", "receipts.channel", "receipts.date", "cash.item", "cash.reference", "cash.kind",
    "opening_members.savings", "items.item", "items.register",
)  # fmt: skip
CELLS = (
    "STRUCT-02",
    "STRUCT-03",
    "STRUCT-04",
    "STRUCT-07",
    "CELL-01",
    "CELL-02",
    "CELL-03",
    "CELL-04",
    "CELL-05",
    "CELL-08",
    "CELL-09",
    "CELL-10",
    "CELL-11",
    "CELL-16",
)
Movements = dict[str, list[tuple[dt.date, int]]]


def movements(book: ReadBook) -> Movements:
    """Give every member's savings moves from the receipts and the cash book: deposits positive, withdrawals negative."""
    items = book.tables["items"]
    register = {items.columns["item"][index]: items.columns["register"][index] for index in items.used}
    moves: Movements = defaultdict(list)
    receipts = book.tables["receipts"]
    for index in receipts.complete():
        date, member, amount = (receipts.columns[name][index] for name in ("date", "member", "amount"))
        if not isinstance(date, dt.date) or not isinstance(amount, int):
            continue
        if register.get(receipts.columns["item"][index]) == SAVINGS:
            moves[str(member)].append((date, amount))
        if receipts.columns["channel"][index] == FROM_SAVINGS:
            moves[str(member)].append((date, -amount))
    cash = book.tables["cash"]
    outs = [name for name in cash.columns if name.endswith("_out")]
    for index in cash.complete():
        date, member = cash.columns["date"][index], cash.columns["reference"][index]
        if register.get(cash.columns["item"][index]) == WITHDRAWAL and cash.columns["kind"][index] == PAY and isinstance(date, dt.date):
            moves[str(member)].append((date, -sum(cash.money(name, index) for name in outs)))
    return moves


def openings(book: ReadBook) -> dict[str, int]:
    """Give what was brought forward of each member's savings."""
    rows = book.tables["opening_members"]
    brought: dict[str, int] = defaultdict(int)
    for index in rows.complete():
        brought[str(rows.columns["member"][index])] += rows.money("savings", index)
    return brought


@check("SAV-01", Severity.ERROR, needs=("savings.member", "savings.closing", *SOURCES), masked_by=CELLS)
def member_balance_rolls(book: ReadBook) -> Iterator[Finding]:
    """Each member's savings are what was brought forward, and put in, less taken out.

    Why: this is the member's passbook. 5,000.00 + 1,200.00 − 0 should be 6,200.00; the register shows 6,000.00.
    """
    rows, moves, brought = book.tables["savings"], movements(book), openings(book)
    for index in rows.used:
        member, closing = str(rows.columns["member"][index]), rows.columns["closing"][index]
        if isinstance(closing, (int, Fraction)):
            put_in = sum(amount for _, amount in moves.get(member, ()) if amount > 0)
            taken = -sum(amount for _, amount in moves.get(member, ()) if amount < 0)
            expected = brought.get(member, 0) + put_in - taken
            if closing != expected:
                told = {"member": member, "opening": baht(brought.get(member, 0)), "put_in": baht(put_in), "taken": baht(taken)}
                yield at_cell(
                    book,
                    "savings",
                    "closing",
                    index,
                    key=member,
                    found=baht(int(closing)),
                    expected=baht(expected),
                    difference=int(closing) - expected,
                    told=told,
                )


@check(
    "SAV-02",
    Severity.ERROR,
    needs=("savings.closing", "trial_balance.balance", "trial_balance.code", "position.claims", "rules.account_savings"),
    masked_by=(*CELLS, "SAV-01"),
)
def control_tie(book: ReadBook) -> Iterator[Finding]:
    """The members' savings together are the control account and the line in the statement of financial position.

    Why: the first thing an outside auditor does. 482,300.00 against 482,800.00: look for a one-sided 500.00.
    """
    code = book.rule("account_savings")
    savings, trial, position = book.tables["savings"], book.tables["trial_balance"], book.tables["position"]
    if code is None:
        raise NotRun("ยังไม่ได้กรอกรหัสบัญชีเงินสัจจะในแผ่นระเบียบ")
    line = next((index for index in trial.used if trial.columns["code"][index] == code), None)
    if line is None:
        raise NotRun(f"ไม่พบบัญชี {code} ในงบทดลอง")
    if isinstance(trial.columns["balance"][line], ErrorValue) or any(isinstance(savings.columns["closing"][index], ErrorValue) for index in savings.used):
        raise NotRun("ช่องที่ต้องเทียบขึ้นรหัสแจ้งปัญหา")
    register = sum(savings.money("closing", index) for index in savings.used)
    control = -trial.money("balance", line)
    if register != control:
        yield _tie("ledger", register, control, (savings.where_total("closing"), trial.where("balance", line)), Spot("trial_balance", "balance"))
    shown_at = next((index for index in position.used if position.columns["code"][index] == code), None)
    stated = position.money("claims", shown_at) if shown_at is not None else 0
    if control != stated:
        cell = position.where("claims", shown_at or 0)
        yield _tie("statement", control, stated, (trial.where("balance", line), cell), Spot("position", "claims"))


def _tie(which: str, here: int, there: int, cells: tuple[str, str], other: Spot) -> Finding:
    gap = here - there
    told = (("here", baht(here)), ("there", baht(there)), ("gap", baht(abs(gap))))
    return Finding(which, cells, (Spot("savings", "closing"), other), found=baht(here), expected=baht(there), difference=gap, told=told, variant=which)


@check("SAV-03", Severity.ERROR, needs=("savings.member", *SOURCES), masked_by=CELLS)
def negative_balance(book: ReadBook) -> Iterator[Finding]:
    """No member's savings are below zero on any day.

    Why: nobody can take out what is not there; usually a deposit is missing or stands under another code. Within a day,
    deposits come first.
    """
    rows, moves, brought = book.tables["savings"], movements(book), openings(book)
    for index in rows.used:
        member = str(rows.columns["member"][index])
        balance = brought.get(member, 0)
        for date, amount in sorted(moves.get(member, ()), key=lambda move: (move[0], -move[1])):
            balance += amount
            if balance < 0:
                told = {"member": member, "day": thai_day(date), "short": baht(-balance)}
                yield at_cell(book, "savings", "closing", index, key=member, found=baht(balance), expected="ไม่ต่ำกว่า 0.00", difference=balance, told=told)
                break
