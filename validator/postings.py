"""What was typed, as plain facts: every receipt line, every row of the cash and bank book, every line of the journal.

The checks hold registers, ledger and statements against these, so that no figure is compared with one computed from itself.
"""

import datetime as dt
from collections import defaultdict
from typing import NamedTuple

from templates.books import club_words, words
from templates.read import ReadBook, ReadRows
from validator import levies
from validator.memo import once_a_book

CASH, NO_BANK = "cash", "no bank"
OFFSETS = {words.FROM_SAVINGS: "account_savings", words.FROM_DIVIDEND: "account_dividend", club_words.BY_COLLECTOR: "account_collectors"}
"""Ways of paying in which no cash or bank moves, and the by-law that names the other side's account."""
ITEMS = ("items.item", "items.account", "items.register")
RECEIPTS = (
    "receipts.date", "receipts.book", "receipts.number", "receipts.member", "receipts.channel", "receipts.item", "receipts.amount", *ITEMS,
)  # fmt: skip
REPAYMENTS = (*RECEIPTS, "receipts.contract")
CASH_BOOK = ("cash.date", "cash.kind", "cash.item", "cash.reference", "cash.cash_in", "cash.cash_out", *ITEMS)
JOURNAL = ("journal.date", "journal.voucher", "journal.account", "journal.debit", "journal.credit", "journal.kind")
OPENING = ("opening.account", "opening.debit", "opening.credit")
"""What a check that looks at the receipts, the cash and bank book, the journal or the opening balances needs."""


class Line(NamedTuple):
    """One item of a receipt."""

    row: int
    date: dt.date
    book: int
    number: int
    member: str
    payer: str
    register: str
    account: str
    way: str
    money: str
    """Where the money lies: cash, bank1 …; nothing where none moved, NO_BANK where the transfer names none the book has."""
    contract: str
    month: int
    months: int
    amount: int

    @property
    def receipt(self) -> str:
        return f"{self.book}/{self.number:03d}"


class Move(NamedTuple):
    """A row of the cash and bank book."""

    row: int
    date: dt.date
    kind: str
    voucher: str
    account: str
    register: str
    reference: str
    ins: dict[str, int]
    outs: dict[str, int]

    @property
    def net(self) -> int:
        return sum(self.ins.values()) - sum(self.outs.values())

    @property
    def from_receipts(self) -> bool:
        return self.kind in (words.OPERATING_DAY, words.ONE_RECEIPT)


class Entry(NamedTuple):
    """A line of the journal."""

    row: int
    date: dt.date
    voucher: str
    account: str
    debit: int
    credit: int
    closing: bool


def _text(rows: ReadRows, name: str, index: int) -> str:
    """Give a text; nothing where a fund's own book has no such column."""
    value = rows.columns[name][index] if name in rows.columns else None
    return value if isinstance(value, str) else ""


def _whole(rows: ReadRows, name: str, index: int) -> int:
    value = rows.columns[name][index] if name in rows.columns else None
    return value if isinstance(value, int) else 0


def _items(book: ReadBook) -> dict[str, tuple[str, str]]:
    """Give of each plain item its account and its register."""
    rows = book.tables["items"]
    return {_text(rows, "item", index): (_text(rows, "account", index), _text(rows, "register", index)) for index in rows.used}


@once_a_book
def lines(book: ReadBook) -> tuple[Line, ...]:
    """Give every item of every receipt that has a date and an amount, whatever else its row lacks: totals count it too."""
    rows, items, found, places = book.tables["receipts"], _items(book), [], moneys(book)
    for index in rows.used:
        date, amount = rows.columns["date"][index], rows.columns["amount"][index]
        if not isinstance(date, dt.date) or not isinstance(amount, int):
            continue
        account, register = items.get(_text(rows, "item", index), ("", ""))
        way, member = _text(rows, "channel", index) or words.CASH, _text(rows, "member", index)
        bank = f"bank{_whole(rows, 'bank', index)}"
        bank = bank if bank in places else NO_BANK
        money = CASH if way == words.CASH else bank if way == words.TRANSFER else ""
        found.append(
            Line(
                index, date, _whole(rows, "book", index), _whole(rows, "number", index), member, _text(rows, "payer", index) or member, register, account,
                way, money, _text(rows, "contract", index), _whole(rows, "month", index) or date.month, _whole(rows, "months", index), amount,
            )
        )  # fmt: skip
    return tuple(found)


@once_a_book
def moves(book: ReadBook) -> tuple[Move, ...]:
    """Give every row of the cash and bank book that has a date."""
    rows, items, found = book.tables["cash"], _items(book), []
    places = moneys(book)
    for index in rows.used:
        date = rows.columns["date"][index]
        if not isinstance(date, dt.date):
            continue
        kind = _text(rows, "kind", index)
        account, register = items.get(_text(rows, "item", index), ("", ""))
        reference = _text(rows, "reference", index)
        account = levies.account_of(book, register, reference, account)
        ins, outs = ({place: amount for place in places if (amount := rows.money(f"{place}_{side}", index))} for side in ("in", "out"))
        found.append(Move(index, date, kind, _text(rows, "voucher", index), account, register, reference, ins, outs))
    return tuple(found)


@once_a_book
def entries(book: ReadBook) -> tuple[Entry, ...]:
    """Give every line of the journal that has a date."""
    rows, found = book.tables["journal"], []
    for index in rows.used:
        date = rows.columns["date"][index]
        if isinstance(date, dt.date):
            closing = rows.columns["kind"][index] == words.CLOSING
            account, voucher = _text(rows, "account", index), _text(rows, "voucher", index)
            found.append(Entry(index, date, voucher, account, rows.money("debit", index), rows.money("credit", index), closing))
    return tuple(found)


def moneys(book: ReadBook) -> tuple[str, ...]:
    """Give the columns of the cash and bank book that money lies in, such as cash and bank1."""
    return tuple(name.removesuffix("_in") for name in book.tables["cash"].columns if name.endswith("_in"))


def account_of(book: ReadBook, money: str) -> str:
    """Give the account of cash or of a bank; nothing where the by-laws do not say."""
    return str(book.rule(f"account_{money}") or "")


def opening_of(book: ReadBook, account: str) -> int:
    """Give what was brought forward on an account, debit positive."""
    rows = book.tables["opening"]
    return sum(
        rows.money("debit", index) - rows.money("credit", index)
        for index in rows.complete("account", "debit", "credit")
        if rows.columns["account"][index] == account
    )


class Posted(NamedTuple):
    """What a year put on an account, before closing."""

    debit: int
    credit: int


@once_a_book
def ledger(book: ReadBook) -> dict[str, Posted]:
    """Post every receipt, every row of the cash and bank book and every general journal line on its accounts.

    Cash and bank are the other side of every receipt and payment; money set off against savings or a dividend is the other
    side of a receipt in which none moved. A welfare club's deaths and collectors post as well.
    """
    debit: dict[str, int] = defaultdict(int)
    credit: dict[str, int] = defaultdict(int)
    offset = {way: str(book.rule(rule)) for way, rule in OFFSETS.items()}
    for line in lines(book):
        credit[line.account] += line.amount
        if line.way in offset:
            debit[offset[line.way]] += line.amount
    for move in moves(book):
        _post(book, move, debit, credit)
    for entry in entries(book):
        if not entry.closing:
            debit[entry.account] += entry.debit
            credit[entry.account] += entry.credit
    for account, owed, due in levies.postings(book) if levies.keeps_levies(book) else ():
        debit[account] += owed
        credit[account] += due
    return {account: Posted(debit[account], credit[account]) for account in sorted({*debit, *credit})}


def _post(book: ReadBook, move: Move, debit: dict[str, int], credit: dict[str, int]) -> None:
    """Post a row of the cash and bank book."""
    for money, amount in move.ins.items():
        debit[account_of(book, money)] += amount
    for money, amount in move.outs.items():
        credit[account_of(book, money)] += amount
    if move.kind == words.RECEIVE:
        credit[move.account] += sum(move.ins.values())
    elif move.kind == words.PAY:
        debit[move.account] += sum(move.outs.values())
    elif move.register == club_words.FEE:  # from the members' money to the club's own
        debit[move.account] += sum(move.outs.values())
        credit[str(book.rule("account_fee") or "")] += sum(move.ins.values())


@once_a_book
def repayments(book: ReadBook) -> dict[str, dict[str, list[Line]]]:
    """Give the lines of each repayment, by contract and receipt."""
    found: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for line in lines(book):
        if line.contract:
            found[line.contract][line.receipt].append(line)
    return found


def principal_repaid(book: ReadBook, until: dt.date | None = None) -> dict[str, int]:
    """Give the principal receipted on each contract, up to a day or in the whole year."""
    return {contract: repaid_on(book, contract, until) for contract in repayments(book)}


def repaid_on(book: ReadBook, contract: str, until: dt.date | None = None) -> int:
    """Give the principal receipted on one contract, up to a day or in the whole year."""
    principal = (line for group in repayments(book).get(contract, {}).values() for line in group if line.register == words.PRINCIPAL)
    return sum(line.amount for line in principal if until is None or line.date <= until)
