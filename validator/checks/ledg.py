"""LEDG: double entry, from the vouchers to the trial balance and the statements."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from templates.books.words import PAY, RECEIVE, YES
from templates.read import ReadBook, ReadRows
from validator.causes import WRONG_SIDE, Cause, agreed, of_figure, of_typed
from validator.checks.opening import against_last_year, registers_against_accounts
from validator.evidence import caused, paired, tie
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.parts import typed_over
from validator.postings import CASH_BOOK, JOURNAL, OPENING, RECEIPTS, Entry, Move, Posted, entries, ledger, moves, opening_of
from validator.registers import holdings, loan_accounts
from validator.registry import check, upstream

TRIAL = ("trial_balance.code", "trial_balance.opening", "trial_balance.debit", "trial_balance.credit", "trial_balance.balance")
SIDES = {RECEIVE: "out", PAY: "in"}
"""The columns a kind of row leaves blank."""


@check("LEDG-01", Severity.ERROR, needs=(*JOURNAL, *CASH_BOOK), masked_by=upstream("LEDG-01"), over="journal")
def entry_balances(book: ReadBook) -> Iterator[Finding]:
    """Every voucher of the journal has equal debits and credits, and every cash row has its other side.

    Why: double entry rests on it. A voucher with a debit of 1,500.00 and a credit of 1,050.00 has two digits exchanged. A
    receipt written in the payments column, or a row without an item, has no other side.
    """
    vouchers: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries(book):
        vouchers[entry.voucher].append(entry)
    for voucher, group in vouchers.items():
        if sum(entry.debit - entry.credit for entry in group):
            yield _voucher(book, voucher, group)
    for move in moves(book):
        yield from _one_side(book, move)


def _voucher(book: ReadBook, voucher: str, group: list[Entry]) -> Finding:
    rows = book.tables["journal"]
    debit, credit = sum(entry.debit for entry in group), sum(entry.credit for entry in group)
    cells = [rows.where("debit" if entry.debit else "credit", entry.row) for entry in group]
    gap = debit - credit
    by_side = of_typed(gap, [(entry.row, entry.debit) for entry in group]), of_typed(-gap, [(entry.row, entry.credit) for entry in group])
    known = [cause for cause in by_side if cause]
    rows_of = tuple(row for cause in known for row in cause.rows)
    cause = Cause(known[0].code, rows_of) if len({cause.code for cause in known}) == 1 else None
    finding = tie(voucher, debit, credit, cells, (Spot("journal", "debit"), Spot("journal", "credit")), told={"voucher": voucher})
    sides = {entry.row: "debit" if entry.debit else "credit" for entry in group}
    return caused(finding, agreed(cause, of_figure(debit, credit)), lambda row: rows.where(sides[row], row))


def _one_side(book: ReadBook, move: Move) -> Iterator[Finding]:
    """Give the finding of a cash row that posts one side only."""
    rows, kept = book.tables["cash"], SIDES.get(move.kind, "out" if move.from_receipts else "")
    wrong = (move.outs if kept == "out" else move.ins) if kept else {}
    told = {"row": rows.place.first + move.row, "kind": move.kind}
    key = f"{move.voucher or move.date.isoformat()}/{rows.place.first + move.row}"
    if wrong:
        amount, cells = sum(wrong.values()), [rows.where(f"{money}_{kept}", move.row) for money in wrong]
        spots = tuple(Spot("cash", f"{money}_{kept}") for money in wrong)
        told["heading"] = rows.table.columns[f"{next(iter(wrong))}_{kept}"].th
        yield caused(tie(key, amount, 0, [*cells, rows.where("kind", move.row)], spots, told=told, variant="side"), Cause(WRONG_SIDE))
    elif move.kind in SIDES and move.net and not move.account:
        cells = [rows.where("item", move.row), *(rows.where(f"{money}_{'in' if move.ins else 'out'}", move.row) for money in (move.ins or move.outs))]
        yield tie(key, 0, abs(move.net), cells, (Spot("cash", "item"),), told=told, variant="item")


@check(
    "LEDG-02", Severity.ERROR, needs=(*TRIAL, *RECEIPTS, *CASH_BOOK, *JOURNAL, *OPENING),
    masked_by=upstream("LEDG-02"), over="trial_balance",
)  # fmt: skip
def tb_balances(book: ReadBook) -> Iterator[Finding]:
    """Each account of the trial balance is its opening balance and what was posted on it, and all debits are all credits.

    Why: a line can be wrong while the totals agree. Interest income is 450.00 more than its entries, another account 450.00 less.
    """
    rows, posted = book.tables["trial_balance"], ledger(book)
    apart = [finding for index in rows.used for finding in _account(book, index, posted.get(str(rows.columns["code"][index]), Posted(0, 0)))]
    yield from paired(apart, "")
    if not apart:
        yield from typed_over(book, "trial_balance", "closing_entries", "after_closing")
    total = sum(rows.money("balance", index) for index in rows.used)
    opened = sum(rows.money("opening", index) for index in rows.used)
    told_apart = sum(finding.difference or 0 for finding in apart if finding.variant != "part")
    if total - told_apart and not (total - told_apart == opened and book.rule("first_year") == YES):
        debit = sum(max(rows.money("balance", index), 0) for index in rows.used)
        cells = [rows.where_total("closing_debit"), rows.where_total("closing_credit")]
        spots = (Spot("trial_balance", "balance"),)
        if opened == total - told_apart:
            openings = book.tables["opening"]
            cells = [openings.where_total("debit"), openings.where_total("credit")]
            spots = (Spot("opening", "debit"),)
            yield tie("opening", _sum(openings, "debit"), _sum(openings, "credit"), cells, spots, variant="opening")
        else:
            yield tie("total", debit, debit - total, cells, spots, variant="total")


def _sum(rows: ReadRows, column: str) -> int:
    return sum(rows.money(column, index) for index in rows.used)


def _account(book: ReadBook, index: int, posted: Posted) -> Iterator[Finding]:
    """Hold one account against its postings: the balance, and each part of it."""
    rows = book.tables["trial_balance"]
    code, opening = str(rows.columns["code"][index]), opening_of(book, str(rows.columns["code"][index]))
    balance = opening + posted.debit - posted.credit
    expected = {"opening": opening, "debit": posted.debit, "credit": posted.credit, "balance": balance}
    expected |= {"closing_debit": max(rows.money("balance", index), 0), "closing_credit": max(-rows.money("balance", index), 0)}
    other = [name for name, amount in expected.items() if name in rows.place.letters and rows.money(name, index) != amount]
    if other:
        name = "balance" if "balance" in other else other[0]
        cells = [rows.where(each, index) for each in dict.fromkeys((name, *other))]
        found = rows.money(name, index)
        told = {"account": code, "name": rows.columns["name"][index] or "", "who": code, "heading": rows.table.columns[name].th}
        controls = {book.rule(holding.account): Spot(holding.table, "closing") for holding in holdings(book)}
        controls |= {book.rule(name): Spot("loans", "balance") for name, _ in loan_accounts(book) if book.rule(name) is not None}
        spots = (*(Spot("trial_balance", each) for each in other), *([controls[code]] if code in controls else []))
        finding = tie(code, found, expected[name], [*cells, rows.where("code", index)], spots, told=told)
        # only a balance that is off moves the total: a part typed over is told, but is no gap of the trial balance
        yield finding if name == "balance" else replace(finding, variant="part")


OPENING_NEEDS = (*OPENING, "rules.first_day")


@check("LEDG-06", Severity.ERROR, needs=OPENING_NEEDS, masked_by=upstream("LEDG-06"), over="opening")
def opening_equals_closing(book: ReadBook) -> Iterator[Finding]:
    """What is brought forward is what last year's meeting approved: by account, by member, by contract.

    Why: history rewritten between two years is the hardest thing to notice. Brought forward 120,000.00; last year's approved
    figure was 121,500.00. The registers' own openings add up to the accounts', and with last year's file every one is compared.
    """
    if isinstance(book.last_year, ReadBook):
        yield from against_last_year(book, book.last_year)
    elif not book.tables["opening"].used:
        if book.rule("first_year") == YES:
            raise NotApplicable("ปีแรกของกลุ่ม ยังไม่มียอดยกมา")
        raise NotRun("ยังไม่ได้กรอกยอดยกมาตามงบที่ที่ประชุมใหญ่รับรอง และไม่มีไฟล์ปีก่อนให้เทียบ")
    apart = list(registers_against_accounts(book))
    yield from apart
    if isinstance(book.last_year, str) and not apart:
        raise NotRun(book.last_year)
