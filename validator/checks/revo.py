"""REVO: the interest-free revolving fund (กข.คจ.): where its money is, and that nobody pays for borrowing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from templates.books.borrowing import RECOVERED
from templates.books.words import ASSET, EXPENSE, INCOME, LIABILITY, PAY, PRINCIPAL, RECEIVE, YES
from templates.read import ReadBook
from validator.cash_slips import book_balance
from validator.causes import of_figure
from validator.evidence import baht, caused, tie
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.parts import typed_over
from validator.postings import (
    CASH,
    CASH_BOOK,
    JOURNAL,
    OPENING,
    REPAYMENTS,
    Posted,
    account_of,
    entries,
    ledger,
    lines,
    moneys,
    moves,
    opening_of,
    principal_repaid,
)
from validator.registry import READING, check, upstream

PROOF = (
    "money_source.total", "money_found.total", "money_found.not_found", "money_found.declared", "rules.capital", "rules.account_capital",
    "rules.account_profit", "rules.account_losses", "rules.account_missing", "rules.account_loans", "accounts.code", "accounts.group", "loans.number",
    "loans.principal", "loans.repaid_before", "write_offs.amount", "earlier_losses.amount",
)  # fmt: skip
MINUTE = "มติ"
GIFT = "บริจาค"
"""How an item is named that nobody has to pay."""
MOST_CELLS = 20


class Proof(NamedTuple):
    """The money of the scheme as the typed rows say it, in satang."""

    capital: int
    must: int
    bank: int
    cash: int
    owed: int
    lost: int
    other: int
    declared: int
    """What stands on the account of money not found."""

    @property
    def found(self) -> int:
        return self.bank + self.cash + self.owed + self.lost + self.other

    @property
    def not_found(self) -> int:
        return self.must - self.found


@check("REVO-01", Severity.ERROR, needs=(*PROOF, *REPAYMENTS, *CASH_BOOK, *JOURNAL, *OPENING), masked_by=upstream("REVO-01"), over="money_found")
def money_proof(book: ReadBook) -> Iterator[Finding]:
    """The capital, all that was added and all bank interest are in the bank, in cash, with borrowers, or lost with a name and a paper; the rest is on record.

    Why: it answers where the money is. 280,000.00 + 3,681.35 of bank interest = bank 120,181.35 + cash 8,000.00 + borrowers 139,000.00 +
    losses proved 15,000.00 + not found 1,500.00; without the interest only 12,818.65 would seem to be gone, where 16,500.00 is.
    """
    proof = _prove(book)
    source, found = book.tables["money_source"], book.tables["money_found"]
    told = {
        "must": baht(proof.must), "bank": baht(proof.bank), "cash": baht(proof.cash), "owed": baht(proof.owed), "lost": baht(proof.lost),
        "missing": baht(proof.not_found),
    }  # fmt: skip
    spots = (Spot("money_found", "not_found"), Spot("money_found", "total"), Spot("money_source", "total"))
    gap = proof.not_found - proof.declared
    if gap:
        here, cells = proof.found + proof.declared, [found.where("not_found"), source.where("total"), found.where("total"), *_opened(book)]
        finding = tie("", here, proof.must, cells, spots, told=told, variant="" if gap > 0 else "over")
        yield caused(finding, of_figure(here, proof.must))
    else:
        yield from typed_over(book, "money_source", *source.table.columns)
        yield from typed_over(book, "money_found", *found.table.columns)
    yield from _grown(book)
    yield from _without_paper(book)


def _prove(book: ReadBook) -> Proof:
    """Work the proof out of what was typed, past every formula."""
    capital, posted = book.rule("capital"), ledger(book)
    if not book.tables["opening"].used and not moves(book):
        raise NotApplicable("สมุดยังไม่มียอดยกมาและรายการเงิน")
    if not isinstance(capital, int):
        raise NotRun("ยังไม่ได้กรอกเงินทุนที่ได้รับในแผ่นระเบียบ")
    codes = {name: str(book.rule(f"account_{name}") or "") for name in ("capital", "profit", "losses", "missing", "loans")}
    held = {code: opening_of(book, code) + posted.get(code, Posted(0, 0)).debit - posted.get(code, Posted(0, 0)).credit for code in _codes(book)}
    of_class = _by_class(book, held)
    added = -(held.get(codes["capital"], 0) - opening_of(book, codes["capital"])) - (capital if book.rule("first_year") == YES else 0)
    before = book.rule("capital_added")
    kept = -held.get(codes["profit"], 0) - of_class[INCOME] - of_class[EXPENSE] - of_class[LIABILITY]
    places = {account_of(book, money) for money in moneys(book)} | {codes[name] for name in ("loans", "losses", "missing")}
    return Proof(
        capital, capital + (before if isinstance(before, int) else 0) + added + kept,
        sum(book_balance(book, money) for money in moneys(book) if money != CASH), book_balance(book, CASH), _owed(book), _lost(book),
        of_class[ASSET] - sum(held.get(code, 0) for code in places), held.get(codes["missing"], 0),
    )  # fmt: skip


def _codes(book: ReadBook) -> set[str]:
    rows, opening = book.tables["accounts"], book.tables["opening"]
    typed = {str(rows.columns["code"][index]) for index in rows.used} | {str(opening.columns["account"][index]) for index in opening.used}
    return typed | set(ledger(book))


def _by_class(book: ReadBook, held: dict[str, int]) -> dict[str, int]:
    rows, found = book.tables["accounts"], defaultdict[str, int](int)
    groups = {str(rows.columns["code"][index]): str(rows.columns["group"][index]) for index in rows.used}
    for code, amount in held.items():
        found[groups.get(code, "")] += amount
    return found


def _owed(book: ReadBook) -> int:
    rows, repaid = book.tables["loans"], principal_repaid(book)
    typed = sum(rows.money("principal", index) - rows.money("repaid_before", index) for index in rows.complete("number", "principal", "repaid_before"))
    losses = book.tables["write_offs"]
    return typed - sum(repaid.values()) - sum(losses.money("amount", index) for index in losses.complete("contract", "amount"))


def _lost(book: ReadBook) -> int:
    """Give the losses proved: this year's, and those of earlier years less what came back of them."""
    now, before = book.tables["write_offs"], book.tables["earlier_losses"]
    back: dict[str, int] = defaultdict(int)
    for line in lines(book):
        back[line.member] += line.amount if line.register == RECOVERED else 0
    left = sum(before.money("amount", index) - back.pop(str(before.columns["member"][index]), 0) for index in before.complete("who", "amount"))
    return left + sum(now.money("amount", index) for index in now.complete("contract", "amount"))


def _opened(book: ReadBook) -> list[str]:
    """Point at the by-law and at the opening of the capital, where these two are not the same."""
    rows, code = book.tables["opening"], str(book.rule("account_capital"))
    before = book.rule("capital_added")
    said = int(book.rule("capital")) + (before if isinstance(before, int) else 0)
    place = next((index for index in rows.used if rows.columns["account"][index] == code), None)
    if place is None or -opening_of(book, code) == said:
        return []
    return [book.tables["rules"].where("capital"), rows.where("credit", place)]


def _grown(book: ReadBook) -> Iterator[Finding]:
    """Ask about money that was written as not found in the year: a paper should say since when, and who looked for it."""
    code, rows = str(book.rule("account_missing") or ""), book.tables["journal"]
    for entry in entries(book):
        if entry.account == code and entry.debit and not entry.closing and rows.columns["minute"][entry.row] is None:
            told = (("voucher", entry.voucher), ("amount", baht(entry.debit)))
            cells = (rows.where("debit", entry.row), rows.where("minute", entry.row))
            yield Finding(
                f"grown {entry.voucher}", cells, (Spot("journal", "minute"),), found=baht(entry.debit), expected="มีมติ", severity=Severity.WARNING,
                variant="grown", told=told,
            )  # fmt: skip
    cash = book.tables["cash"]
    for move in moves(book):
        if move.kind == PAY and move.account == code and MINUTE not in str(cash.columns["description"][move.row]):
            told = (("voucher", move.voucher or move.date.isoformat()), ("amount", baht(sum(move.outs.values()))))
            places = (*(cash.where(f"{money}_out", move.row) for money in move.outs), cash.where("description", move.row))
            yield Finding(
                f"grown {move.voucher or move.row}", places, (Spot("cash", "description"),), found=baht(sum(move.outs.values())), expected="มีมติ",
                severity=Severity.WARNING, variant="grown", told=told,
            )  # fmt: skip


def _without_paper(book: ReadBook) -> Iterator[Finding]:
    """Ask for the paper of a loss that stands without one: a name alone proves nothing."""
    for table in ("write_offs", "earlier_losses"):
        rows = book.tables[table]
        for index in rows.complete("amount"):
            if rows.columns["minute"][index] is None and rows.columns["document"][index] is None:
                code = rows.columns["contract" if table == "write_offs" else "member"][index]
                who = str(code or f"แถวที่ {rows.place.first + index}")  # a name has no place in a note
                told = (("who", who), ("amount", baht(rows.money("amount", index))))
                cells = (rows.where("amount", index), rows.where("minute", index), rows.where("document", index))
                yield Finding(
                    f"{table} {who}", cells, (Spot(table, "document"), Spot(table, "minute")), found="ว่าง", expected="มติหรือเอกสาร",
                    severity=Severity.WARNING, variant="paper", told=told, about=frozenset({who}),
                )  # fmt: skip


class Paid(NamedTuple):
    """Something a household paid that is no return: where, how much, and on which receipt."""

    item: str
    amount: int
    cell: str
    member: str
    where: str


@check(
    "REVO-02",
    Severity.WARNING,
    needs=(*REPAYMENTS, *CASH_BOOK, "accounts.code", "accounts.group", "rules.account_bank_interest"),
    masked_by=READING,
    over="receipts",
)
def zero_interest(book: ReadBook) -> Iterator[Finding]:
    """Nobody pays the fund for borrowing: besides returns, only the bank's interest and gifts on a receipt of their own are income.

    Why: the scheme is free of interest. 200.00 of 'upkeep' from a borrower is a fee, whatever it is called.
    """
    paid: dict[str, list[Paid]] = defaultdict(list)
    for each in (*_by_receipt(book), *_by_cash(book)):
        paid[each.item].append(each)
    if not lines(book) and not paid:
        raise NotApplicable("ปีนี้ยังไม่มีใบเสร็จ")
    for item, group in paid.items():
        told = (("item", item), ("amount", baht(sum(each.amount for each in group))), ("n", len(group)), ("where", group[0].where))
        people = frozenset(each.member for each in group if each.member)
        yield Finding(
            item, tuple(each.cell for each in group)[:MOST_CELLS], (Spot("receipts", "item"), Spot("receipts", "amount")),
            found=baht(sum(each.amount for each in group)), expected="0.00", difference=sum(each.amount for each in group), about=people,
            variant="" if len(group) == 1 else "many", told=told,
        )  # fmt: skip


def _income(book: ReadBook) -> set[str]:
    rows, bank = book.tables["accounts"], book.rule("account_bank_interest")
    return {str(rows.columns["code"][index]) for index in rows.used if rows.columns["group"][index] == INCOME} - {str(bank)}


def _by_receipt(book: ReadBook) -> Iterator[Paid]:
    rows, income = book.tables["receipts"], _income(book)
    with_returns = {(line.receipt, line.date) for line in lines(book) if line.register == PRINCIPAL}
    for line in lines(book):
        item = str(rows.columns["item"][line.row])
        apart = GIFT in item and not line.contract and (line.receipt, line.date) not in with_returns
        if line.account in income and line.amount > 0 and not apart:
            yield Paid(item, line.amount, rows.where("amount", line.row), line.member, f"ใบเสร็จ {line.receipt}")


def _by_cash(book: ReadBook) -> Iterator[Paid]:
    rows, income = book.tables["cash"], _income(book)
    for move in moves(book):
        item = str(rows.columns["item"][move.row])
        if move.kind == RECEIVE and move.account in income and GIFT not in item:
            money = next(iter(move.ins), CASH)
            yield Paid(item, sum(move.ins.values()), rows.where(f"{money}_in", move.row), "", _day(move.date, move.voucher))


def _day(day: dt.date, voucher: str) -> str:
    return voucher or f"แถววันที่ {day.day}/{day.month}/{day.year + 543}"
