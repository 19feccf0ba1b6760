"""CASH: the cash and bank book, the counted cash, the banks' certificates, the receipts' numbers."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from templates.books.words import MOVE
from templates.read import ReadBook, ReadRows
from validator.cash_slips import bank_gap, book_balance, in_a_bank, of_one_row, of_transfer
from validator.causes import TEN_TIMES, TRANSPOSED, Cause, agreed, of_figure, of_sum, typed_slips
from validator.evidence import baht, caused, in_column, thai_day, tie
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.parts import typed_over
from validator.postings import CASH, CASH_BOOK, OPENING, account_of, moneys, moves, opening_of
from validator.registry import check, upstream

PIECES_OUT = 20
"""A miscount is of so many pieces at the most."""
SOON = 7


@check("CASH-01", Severity.ERROR, needs=(*CASH_BOOK, *OPENING, "cash.cash_balance"), masked_by=upstream("CASH-01"), over="cash")
def running_balance(book: ReadBook) -> Iterator[Finding]:
    """Each row's balance is the balance before it, and what came in, less what went out; cash and each bank for itself.

    Why: one break moves every later row. From row 48 on the balance is 270.00 off: look at rows 47 and 48.
    """
    rows = book.tables["cash"]
    for money in moneys(book):
        if f"{money}_balance" in rows.place.letters:
            yield from _first_break(book, rows, money)


def _first_break(book: ReadBook, rows: ReadRows, money: str) -> Iterator[Finding]:
    used = rows.used
    in_order = sorted(used, key=lambda index: (rows.columns["date"][index] or dt.date.max, index))
    broken = _break(book, rows, money, used)
    if broken is None or _break(book, rows, money, in_order) is None:
        return
    index, expected, before = broken
    found, heading = rows.money(f"{money}_balance", index), rows.table.columns[f"{money}_balance"].th
    place = f"{money}_balance"
    cells = [rows.where(place, index), *([rows.where(place, before)] if before is not None else []), rows.where(f"{money}_in", index)]
    told = {"row": rows.place.first + index, "heading": heading}
    moved = _net(rows, money, index)
    finding = tie(money, found, expected, cells, (Spot("cash", place),), told=told)
    yield caused(finding, agreed(of_figure(found, expected), of_sum(found - expected, [(index, moved)], sides=True)), in_column(rows, "date"))


def _net(rows: ReadRows, money: str, index: int) -> int:
    return rows.money(f"{money}_in", index) - rows.money(f"{money}_out", index)


def _break(book: ReadBook, rows: ReadRows, money: str, order: list[int]) -> tuple[int, int, int | None] | None:
    """Give the first row whose balance does not follow: the row, what it should be, and the row before; one without a balance is passed over."""
    balance, before = opening_of(book, account_of(book, money)), None
    for index in order:
        expected = balance + _net(rows, money, index)
        known = isinstance(rows.columns[f"{money}_balance"][index], (int, Fraction))
        balance = rows.money(f"{money}_balance", index) if known else expected
        if balance != expected:
            return index, expected, before
        before = index
    return None


@check("CASH-02", Severity.ERROR, needs=(*CASH_BOOK, *OPENING), masked_by=(*upstream("CASH-02"), "LEDG-02:opening"), over="cash")
def negative_cash(book: ReadBook) -> Iterator[Finding]:
    """Cash, and each bank account, is never below zero at the end of a day.

    Why: nobody can pay out what is not there; a receipt is missing, or a payment stands too early. Cash is −1,200.00 on the 12th.
    """
    for money in moneys(book):
        dip = _first_dip(book, money)
        if dip:
            yield _below_zero(book, money, *dip)


def _first_dip(book: ReadBook, money: str) -> tuple[dt.date, int] | None:
    """Give the first day that ends below zero, and with what."""
    balance, by_day = opening_of(book, account_of(book, money)), Counter[dt.date]()
    for move in moves(book):
        by_day[move.date] += move.ins.get(money, 0) - move.outs.get(money, 0)
    for day in sorted(by_day):
        balance += by_day[day]
        if balance < 0:
            return day, balance
    return None


def _dip_cells(book: ReadBook, money: str) -> list[str]:
    """Point at the first day below zero: what makes a count or a certificate differ happened before it."""
    dip, rows = _first_dip(book, money), book.tables["cash"]
    last = [move.row for move in moves(book) if dip and move.date == dip[0]][-1:]
    return [rows.where(name, row) for row in last for name in (f"{money}_balance", "date")]


def _below_zero(book: ReadBook, money: str, day: dt.date, balance: int) -> Finding:
    """Point at the day's last row and its payments, and at what came in soon after and would have been enough."""
    rows = book.tables["cash"]
    that_day = [move for move in moves(book) if move.date == day]
    soon = [move for move in moves(book) if 0 < (move.date - day).days <= SOON and move.ins.get(money, 0) >= -balance]
    cells = [rows.where(f"{money}_balance", that_day[-1].row), *(rows.where(f"{money}_out", move.row) for move in that_day if money in move.outs)]
    cells += [rows.where("date", move.row) for move in (*that_day, *soon[:1])]
    told = {"day": thai_day(day), "short": baht(-balance), "money": rows.table.columns[f"{money}_balance"].th}
    return Finding(
        money, tuple(dict.fromkeys(cells)), (Spot("cash", f"{money}_balance"),), found=baht(balance), expected="ไม่ต่ำกว่า 0.00", difference=balance,
        told=tuple(told.items()),
    )  # fmt: skip


def _rows_of(money: str) -> tuple[Spot, ...]:
    """Give the columns a balance is made of: a slip in one of them is what a count or a certificate shows."""
    return tuple(Spot("cash", f"{money}_{side}") for side in ("balance", "in", "out"))


def _last(book: ReadBook, money: str) -> str:
    rows = book.tables["cash"]
    return rows.where(f"{money}_balance", rows.used[-1] if rows.used else 0)


@check(
    "CASH-03", Severity.ERROR, needs=("count.counted", "count.at_year_end", "denominations.value", "denominations.pieces", *CASH_BOOK, *OPENING),
    masked_by=(*upstream("CASH-03"), "LEDG-02:opening"), over="denominations",
)  # fmt: skip
def cash_count(book: ReadBook) -> Iterator[Finding]:
    """The cash counted by two people, rolled back to the year's end, is the cash of the book.

    Why: it is the only proof that the cash is there. Book 8,450.00, counted 8,150.00: note it and tell the meeting.
    """
    count, pieces = book.tables["count"], book.tables["denominations"]
    counted_on = count.columns["counted_on"][0]
    piled = [index for index in pieces.used if pieces.columns["pieces"][index] is not None]
    if not piled and counted_on is None and not count.money("counted", 0):
        raise NotRun("ยังไม่ได้กรอกผลตรวจนับเงินสด")
    counted = count.money("counted", 0)
    piles = sum(pieces.money("value", index) * pieces.money("pieces", index) for index in piled)
    if piled and piles != counted:
        cells = [count.where("counted"), *(pieces.where("amount", index) for index in piled)]
        yield tie("pieces", counted, piles, cells, (Spot("count", "counted"), Spot("denominations", "amount")), variant="pieces")
    there = (piles if piled else counted) - count.money("received_since", 0) + count.money("paid_since", 0)
    gap, expected = there - book_balance(book, CASH), book_balance(book, CASH)
    if gap:
        between = in_a_bank(book, gap)
        piles_cells = [] if between else _miscounted(pieces, piled, gap)
        cells = [count.where("at_year_end"), _last(book, CASH), *piles_cells, *_dip_cells(book, CASH)]
        told, variant = {"counted": baht(there), "book": baht(expected)}, "transfer" if between else "over" if gap > 0 else ""
        finding = tie("", there, expected, cells, (Spot("count", "at_year_end"), *_rows_of(CASH)), told=told, variant=variant)
        cause, places = of_transfer(book, gap) if between else of_one_row(book, CASH, gap, _pile_slips(pieces, piled, gap))
        yield caused(finding, cause, places.__getitem__ if cause and cause.rows else None)
    if not gap and (not piled or piles == counted):
        yield from typed_over(book, "count", "at_year_end", "book", "difference")
    yield from _counted_how(book, count)


def _miscounted(pieces: ReadRows, piled: list[int], gap: int) -> list[str]:
    """Give the piles that a few pieces more or less would make right."""
    worth = {index: pieces.money("value", index) for index in piled if pieces.money("value", index)}
    return [pieces.where("pieces", index) for index, value in worth.items() if gap % value == 0 and abs(gap) <= PIECES_OUT * value]


def _pile_slips(pieces: ReadRows, piled: list[int], gap: int) -> list[Cause]:
    """Give the slips of one number of pieces that would explain the count: its cell is among those of the piles."""
    known = [(pieces.money("value", index), pieces.money("pieces", index)) for index in piled]
    slips = [typed_slips(gap // value, [(0, number)]) for value, number in known if value and gap % value == 0]
    return [Cause(cause.code) for found in slips for cause in found if cause.code in (TEN_TIMES, TRANSPOSED)]


def _counted_how(book: ReadBook, count: ReadRows) -> Iterator[Finding]:
    """Ask where a count does not say who counted and when."""
    blank = [name for name in ("counted_on", "counter_1", "counter_2") if count.columns[name][0] is None]
    if blank:
        names = ", ".join(count.table.columns[name].th for name in blank)
        cells = tuple(count.where(name) for name in blank)
        spots = tuple(Spot("count", name) for name in blank)
        yield Finding("how", cells, spots, found="ว่าง", expected=names, severity=Severity.WARNING, variant="how", told=(("names", names),))
    elif _rolled_without_figures(book, count):
        told = (("day", thai_day(count.columns["counted_on"][0])),)  # type: ignore[arg-type] # not blank here
        yield Finding(
            "roll", (count.where("counted_on"), count.where("received_since")), (Spot("count", "counted_on"),), found=told[0][1],
            expected="ยอดรับ จ่าย หลังวันสิ้นปี", severity=Severity.ADVICE, variant="roll", told=told,
        )  # fmt: skip


def _rolled_without_figures(book: ReadBook, count: ReadRows) -> bool:
    """Tell whether cash was counted after the year's end, and nothing says what moved between."""
    day, ended = count.columns["counted_on"][0], book.rule("last_day")
    since = (count.columns["received_since"][0], count.columns["paid_since"][0])
    return isinstance(day, dt.date) and isinstance(ended, dt.date) and day > ended and since == (None, None)


@check(
    "CASH-04", Severity.ERROR, needs=("bank_proof.certificate", "bank_proof.adjusted", "bank_proof.bank", *CASH_BOOK, *OPENING),
    masked_by=(*upstream("CASH-04"), "LEDG-02:opening"), over="bank_proof",
)  # fmt: skip
def bank_recon(book: ReadBook) -> Iterator[Finding]:
    """Each bank's certificate, with what it had not yet entered, is the bank balance of the book.

    Why: it is proof from outside the fund. The bank says 152,300.00, the book 152,000.00: is the bank's interest entered?
    """
    rows, banks = book.tables["bank_proof"], [money for money in moneys(book) if money != CASH]
    moved = {money for move in moves(book) for money in (*move.ins, *move.outs)}
    kept = [(bank, index) for bank, index in zip(banks, rows.used, strict=False) if bank in moved or book_balance(book, bank)]
    without = [(bank, index) for bank, index in kept if rows.columns["certificate"][index] is None]
    if not kept:
        raise NotApplicable("สมุดนี้ไม่มีเงินฝากธนาคาร")
    if len(without) == len(kept):
        raise NotRun("ยังไม่ได้กรอกยอดตามหนังสือรับรองของธนาคาร")
    for bank, index in without:
        told = (("bank", rows.columns["bank"][index]), ("book", baht(book_balance(book, bank))))
        yield Finding(
            f"{bank} missing", (rows.where("certificate", index), _last(book, bank)), (Spot("bank_proof", "certificate"),), found="ว่าง",
            expected=baht(book_balance(book, bank)), severity=Severity.WARNING, variant="missing", told=told,
        )  # fmt: skip
    apart = [finding for bank, index in kept if rows.columns["certificate"][index] is not None for finding in _certified(book, rows, bank, index)]
    yield from apart or typed_over(book, "bank_proof", "adjusted", "book", "difference")


def _certified(book: ReadBook, rows: ReadRows, bank: str, index: int) -> Iterator[Finding]:
    """Hold one bank's adjusted certificate against the book."""
    gap, expected = bank_gap(book, index), book_balance(book, bank)
    if not gap:
        return
    certified = expected + gap
    cells = [rows.where("adjusted", index), _last(book, bank), rows.where("certificate", index)]
    cells += [rows.where(name, index) for name in ("in_transit", "outstanding") if rows.money(name, index)]
    cells += _dip_cells(book, bank)
    told = {"bank": rows.columns["bank"][index], "certified": baht(certified), "book": baht(expected)}
    finding = tie(bank, certified, expected, cells, (Spot("bank_proof", "adjusted"), *_rows_of(bank)), told=told)
    of_certificate = of_figure(certified, expected)
    cause, places = of_one_row(book, bank, gap, [of_certificate] if of_certificate else [])
    yield caused(finding, cause, places.__getitem__ if cause and cause.rows else None)


@check("CASH-09", Severity.ERROR, needs=CASH_BOOK, masked_by=upstream("CASH-09"), over="cash")
def transfer_one_sided(book: ReadBook) -> Iterator[Finding]:
    """Money moved between cash and a bank, or two banks, goes out of the one and into the other: in one row, or in two of one day.

    Why: a transfer with one side makes money, or loses it. 4,000.00 out of the cash box must be 4,000.00 in the bank.
    """
    rows, of_day = book.tables["cash"], Counter[dt.date]()
    for move in moves(book):
        of_day[move.date] += move.net if move.kind == MOVE else 0
    for move in moves(book):
        out, into = sum(move.outs.values()), sum(move.ins.values())
        if move.kind == MOVE and out != into and of_day[move.date]:
            cells = [rows.where(f"{money}_{side}", move.row) for side, places in (("out", move.outs), ("in", move.ins)) for money in places]
            told = {"row": rows.place.first + move.row, "day": thai_day(move.date)}
            key, spots = f"{move.voucher or move.date.isoformat()}", (Spot("cash", "cash_in"), Spot("cash", "cash_out"))
            finding = tie(key, into, out, [*cells, rows.where("kind", move.row)], spots, told=told)
            yield caused(finding, of_figure(into, out))
