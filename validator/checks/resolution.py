"""YEND-10: last year's resolution, as it was posted and paid in this year's book."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping

from templates.books.words import CAPITAL
from templates.read import ReadBook
from validator.causes import of_figure
from validator.evidence import about, baht, caused, thai_day, tie
from validator.outcome import Finding, NotApplicable, Severity, Spot
from validator.postings import JOURNAL, Entry, entries, ledger, moves, opening_of
from validator.registry import check, upstream

DIVIDENDS = {"account_dividend": "dividend", "account_return": "average_return"}
"""What members get by the resolution: the by-law of its account, and its column in their list."""
NEEDS = (
    "resolution_lines.account", "resolution_lines.amount", "resolution.met_on", "last_dividends.member", "last_dividends.paid", "last_dividends.unpaid",
    "opening.account", "accounts.group", "rules.account_dividend", "rules.account_return", "rules.account_profit", *JOURNAL,
)  # fmt: skip


@check("YEND-10", Severity.ERROR, needs=NEEDS, masked_by=upstream("YEND-10"), over="resolution_lines")
def resolution_not_as_posted(book: ReadBook) -> Iterator[Finding]:
    """Each line of last year's resolution is posted as resolved, members' shares of it add up, and nothing more is paid than was set aside.

    Why: the meeting decides, the book follows. 1,200.00 was resolved for the committee, 1,500.00 was posted. Dividends never go
    through expenses. A book in which nobody typed who got how much is compared account by account alone.
    """
    if not book.tables["resolution_lines"].used:
        raise NotApplicable("ปีนี้ยังไม่ได้กรอกมติจัดสรรกำไรปีก่อน")
    places, voucher = _resolved(book), _voucher(book)
    yield from _posted(book, places, voucher)
    shares = _shares(book)
    if any(_given(book, columns) for columns in shares.values()) or not shares.keys() & places.keys():
        yield from _of_members(book, places, voucher, shares)
    yield from _overdrawn(book, places, voucher)


def _resolved(book: ReadBook) -> dict[str, list[int]]:
    """Give the resolution's rows of each account; what is left on the profit account moves nowhere."""
    rows, places = book.tables["resolution_lines"], defaultdict[str, list[int]](list)
    for index in rows.complete("account", "amount"):
        if rows.columns["account"][index] != book.rule("account_profit"):
            places[str(rows.columns["account"][index])].append(index)
    return places


def _voucher(book: ReadBook) -> list[Entry]:
    """Give the journal's lines that take last year's profit off its account: of the meeting's day, and of other days for other accounts."""
    met_on, general = book.tables["resolution"].columns["met_on"][0], [entry for entry in entries(book) if not entry.closing]
    taken = {(entry.date, entry.voucher) for entry in general if entry.account == book.rule("account_profit") and entry.debit}
    shared_out = [entry for entry in general if (entry.date, entry.voucher) in taken]
    that_day = [entry for entry in shared_out if entry.date == met_on]
    known = {entry.account for entry in that_day}
    return [*that_day, *(entry for entry in shared_out if entry.account not in known)] or [entry for entry in general if entry.date == met_on]


def _put(voucher: list[Entry], account: str) -> int:
    return sum(entry.credit - entry.debit for entry in voucher if entry.account == account)


def _posted(book: ReadBook, places: Mapping[str, list[int]], voucher: list[Entry]) -> Iterator[Finding]:
    """Compare each account's resolved lines with what the journal credits to it; where it credits none of them, that is one finding."""
    rows, journal, profit = book.tables["resolution_lines"], book.tables["journal"], book.rule("account_profit")
    spots = (Spot("resolution_lines", "amount"), Spot("journal", "credit"))
    total = sum(rows.money("amount", index) for indexes in places.values() for index in indexes)
    if not any(entry.account in places for entry in voucher):
        cells = [rows.where_total("amount"), *(rows.where("amount", index) for indexes in places.values() for index in indexes)]
        yield from [tie("unposted", 0, total, cells, spots, variant="unposted")] if total else ()
        return
    for account, indexes in places.items():
        amount, put = sum(rows.money("amount", index) for index in indexes), _put(voucher, account)
        if put != amount:
            credited = (journal.where("credit", entry.row) for entry in voucher if entry.account == account)
            cells = [*(rows.where("amount", index) for index in indexes), *credited]
            yield caused(tie(f"posted {account}", put, amount, cells, spots, told={"account": account}), of_figure(put, amount))
    if not any(entry.account == profit for entry in voucher):
        cells = [rows.where_total("amount"), *(journal.where("account", entry.row) for entry in voucher if entry.debit)]
        yield tie("source", 0, total, cells, (Spot("journal", "account"), *spots), told={"account": profit}, variant="source")
    yield from _on_another_day(book, voucher[0])


def _on_another_day(book: ReadBook, first: Entry) -> Iterator[Finding]:
    met_on = book.tables["resolution"].columns["met_on"][0]
    if isinstance(met_on, dt.date) and first.date != met_on:
        cells = (book.tables["resolution"].where("met_on"), book.tables["journal"].where("date", first.row))
        days, spots = (thai_day(first.date), thai_day(met_on)), (Spot("resolution", "met_on"), Spot("journal", "date"))
        told = (("posted", days[0]), ("met", days[1]))
        yield Finding("day", cells, spots, found=days[0], expected=days[1], severity=Severity.WARNING, variant="day", told=told)


def _shares(book: ReadBook) -> dict[str, list[str]]:
    """Give the columns of members' shares by account; a fund may owe dividends and returns on one."""
    columns = defaultdict[str, list[str]](list)
    for rule, column in DIVIDENDS.items():
        columns[str(book.rule(rule))].append(column)
    return columns


def _given(book: ReadBook, columns: list[str]) -> int:
    rows = book.tables["last_dividends"]
    return sum(rows.money(column, index) for column in columns for index in rows.used)


def _of_members(book: ReadBook, places: Mapping[str, list[int]], voucher: list[Entry], shares: Mapping[str, list[str]]) -> Iterator[Finding]:
    """Compare what members get with the resolved lines, what waits for them with the ledger, and what each got with what each may."""
    rows, lines, complete = book.tables["last_dividends"], book.tables["resolution_lines"], True
    for code, columns in shares.items():
        given, resolved = _given(book, columns), sum(lines.money("amount", index) for index in places.get(code, ()))
        if given != resolved:
            complete = False
            cells = [*map(rows.where_total, columns), *(lines.where("amount", index) for index in places.get(code, ()))]
            told = {"heading": rows.table.columns[columns[0]].th}
            spots = (*(Spot("last_dividends", column) for column in columns), Spot("resolution_lines", "amount"))
            yield tie(f"members {columns[0]}", given, resolved, cells, spots, told=told, variant="members")
    known = sum(_given(book, columns) - _put(voucher, code) for code, columns in shares.items())
    yield from _payable(book, shares, known)
    yield from _paid_more(book) if complete else ()


def _payable(book: ReadBook, codes: Mapping[str, list[str]], known: int) -> Iterator[Finding]:
    """Compare what waits for members with what the ledger still owes them; a gap that is ``known`` from the resolution was told before."""
    rows, owed = book.tables["last_dividends"], 0
    for code in codes:
        posted = ledger(book).get(code)
        owed -= opening_of(book, code) + (posted.debit - posted.credit if posted else 0)
    waiting = sum(rows.money("unpaid", index) for index in rows.used)
    if waiting - owed not in (0, known):
        trial = book.tables["trial_balance"]
        lines = [trial.where("balance", index) for index in trial.used if trial.columns["code"][index] in codes]
        spots = (Spot("last_dividends", "unpaid"), Spot("trial_balance", "balance"))
        yield caused(tie("payable", waiting, owed, [rows.where_total("unpaid"), *lines], spots, variant="payable"), of_figure(waiting, owed))


def _paid_more(book: ReadBook) -> Iterator[Finding]:
    """Find members who got more than the resolution gives them."""
    rows = book.tables["last_dividends"]
    for index in rows.used:
        over = -rows.money("unpaid", index)
        if over > 0:
            member, paid = rows.columns["member"][index], rows.money("paid", index)
            cells, spots = [rows.where("paid", index), rows.where("unpaid", index)], (Spot("last_dividends", "paid"),)
            finding = tie(f"more {member}", paid, paid - over, cells, spots, about=about(rows, index), told={"member": member}, variant="more")
            yield caused(finding, of_figure(paid, paid - over))


def _overdrawn(book: ReadBook, places: Mapping[str, list[int]], voucher: list[Entry]) -> Iterator[Finding]:
    """Find what meetings set aside and payments went beyond: last year's lines, and those the proposal knows; not what is only not posted yet."""
    accounts, cash = book.tables["accounts"], book.tables["cash"]
    capital = {str(accounts.columns["code"][index]) for index in accounts.used if accounts.columns["group"][index] == CAPITAL}
    lines = [book.tables[name] for name in ("resolution_lines", "allocation")]
    for code in dict.fromkeys(str(rows.columns["account"][index]) for rows in lines for index in rows.complete("account")):
        posted = ledger(book).get(code)
        left = -opening_of(book, code) + (posted.credit - posted.debit if posted else 0)
        not_posted = max(sum(lines[0].money("amount", index) for index in places.get(code, ())) - _put(voucher, code), 0)
        if code in capital and left + not_posted < 0:
            paid = [move for move in moves(book) if move.account == code and move.outs]
            cells = tuple(cash.where(f"{money}_out", move.row) for move in paid for money in move.outs)
            told = (("account", code), ("over", baht(-left)))
            yield Finding(
                f"overdrawn {code}", cells or (lines[0].where_total("amount"),), (Spot("cash", "cash_out"),), found=baht(left), expected="ไม่ต่ำกว่า 0.00",
                difference=left, variant="overdrawn", told=told,
            )  # fmt: skip
