"""What is brought forward, for LEDG-06: the registers' openings against the accounts', and both against last year's book."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from templates.books.club_words import BROUGHT_ROUND
from templates.books.words import ACTIVE
from templates.read import ReadBook, ReadRows
from validator.causes import agreed, of_figure, of_typed
from validator.evidence import about, caused, in_column, paired, require, thai_day, tie
from validator.levies import cases, keeps_levies
from validator.outcome import Finding, NotRun, Spot
from validator.postings import opening_of
from validator.registers import holdings, loan_accounts

CLUB_CLOSING = (("owing", "dues", "owing"), ("prepaid", "dues", "prepaid"))
"""Of each opening by member: where last year's book closes with it."""
POSTED = (Spot("opening", "debit"), Spot("opening", "credit"))


def registers_against_accounts(book: ReadBook) -> Iterator[Finding]:
    """Compare the openings of the fund's registers with the accounts they belong to."""
    for register in club_registers(book) if keeps_levies(book) else (*_of_members(book), *_of_loans(book)):
        yield from _against_account(book, register)


class Register(NamedTuple):
    """A register's opening: the by-law that names its account, what it is, its sum, where it stands, and the rows it is made of."""

    rule: str
    what: str
    amount: int
    account: int
    rows: ReadRows
    column: str
    of: Sequence[int]
    falls: bool = False
    """Whether more in the column means less in the register."""


def _of_members(book: ReadBook) -> Iterator[Register]:
    """Give what members hold, and dividends they have not collected; nothing of a fund that owes its members nothing."""
    if "opening_members" not in book.book.tables:
        return
    members = book.tables["opening_members"]
    for holding in holdings(book):
        of = tuple(members.complete("member", holding.opening))
        held = sum(members.money(holding.opening, index) for index in of)
        yield Register(holding.account, holding.th, held, opened(book, holding.account), members, holding.opening, of)
    unpaid = sum(members.money(name, index) for name in ("unpaid_dividend", "unpaid_return") for index in members.complete("member", name))
    payable = opened(book, "account_dividend") + opened(book, "account_return")
    waiting = tuple(members.complete("member", "unpaid_dividend"))
    yield Register("account_dividend", "ปันผลและเฉลี่ยคืนค้างจ่าย", unpaid, payable, members, "unpaid_dividend", waiting)


def _of_loans(book: ReadBook) -> Iterator[Register]:
    loans = book.tables["loans"]
    carried = [index for index in loans.complete("number", "principal", "repaid_before", "date") if _is_carried(book, loans, index)]
    for rule, purse in loan_accounts(book):
        own = [index for index in carried if purse is None or loans.columns["purse"][index] == purse]
        owed = sum(loans.money("principal", index) - loans.money("repaid_before", index) for index in own)
        yield Register(rule, "ลูกหนี้เงินกู้", owed, -opened(book, rule), loans, "repaid_before", own, falls=True)


def club_registers(book: ReadBook) -> tuple[Register, ...]:
    """Give what a welfare club brings forward: members who owe, what they prepaid, families not paid yet, collectors who have money."""
    require(book, "opening_members.owing", "opening_members.prepaid", "opening_deaths.called", "collection.collected")
    members, deaths, rounds = (book.tables[name] for name in ("opening_members", "opening_deaths", "collection"))
    brought = [index for index in rounds.used if rounds.columns["kind"][index] == BROUGHT_ROUND]
    done = ("fee", "advance", "debts", "paid")
    due = sum(deaths.money("called", index) - sum(deaths.money(name, index) for name in done) for index in deaths.used)
    payable = sum(-opening_of(book, code) for code in {str(book.rule("account_payable") or ""), *(case.account for case in cases(book))})
    owing, prepaid = (tuple(members.complete("member", name)) for name in ("owing", "prepaid"))

    def total(rows: ReadRows, column: str, of: Sequence[int]) -> int:
        return sum(rows.money(column, index) for index in of)

    return (
        Register("account_receivable", "ค้างเงินสงเคราะห์", total(members, "owing", owing), -opened(book, "account_receivable"), members, "owing", owing),
        Register("account_prepaid", "เงินล่วงหน้า", total(members, "prepaid", prepaid), opened(book, "account_prepaid"), members, "prepaid", prepaid),
        Register("account_payable", "เงินสงเคราะห์ค้างจ่าย", due, payable, deaths, "called", tuple(deaths.used)),
        Register("account_collectors", "เงินกับผู้เก็บเงิน", total(rounds, "collected", brought), -opened(book, "account_collectors"), rounds, "collected", brought),
    )


def _against_account(book: ReadBook, register: Register) -> Iterator[Finding]:
    """Compare one register's opening with its account's."""
    rule, what, amount, account, rows, column, of, falls = register
    if amount == account:
        return
    cells = [rows.where_total(column), _opening_cell(book, str(book.rule(rule) or ""))]
    cause = of_typed(account - amount if falls else amount - account, [(row, rows.money(column, row)) for row in of])
    people = frozenset[str]().union(*(about(rows, row) for row in (cause.rows if cause else ())))
    spots = (Spot(rows.name, column), *POSTED)
    finding = tie(f"register {rule.removeprefix('account_')}", amount, account, cells, spots, told={"what": what}, variant="register", about=people)
    yield caused(finding, agreed(cause, of_figure(amount, account)), in_column(rows, column))


def _closings(book: ReadBook) -> Iterator[tuple[str, str, str]]:
    """Give each opening by member of a fund that saves: where last year's book closes with it."""
    for holding in holdings(book):
        yield holding.opening, holding.table, "closing"
    if "last_dividends" in book.book.tables:
        yield "unpaid_dividend", "last_dividends", "unpaid"


def _is_carried(book: ReadBook, loans: ReadRows, index: int) -> bool:
    first_day, day = book.rule("first_day"), loans.columns["date"][index]
    return bool(loans.money("repaid_before", index)) or (isinstance(day, dt.date) and isinstance(first_day, dt.date) and day < first_day)


def opened(book: ReadBook, rule: str) -> int:
    """Give the opening of an account the by-laws name, credit positive."""
    return -opening_of(book, str(book.rule(rule) or ""))


def _opening_cell(book: ReadBook, code: str) -> str:
    rows = book.tables["opening"]
    index = next((index for index in rows.used if rows.columns["account"][index] == code), None)
    if index is None:
        return rows.where_total("credit")
    return rows.where("credit" if rows.columns["credit"][index] is not None else "debit", index)


def against_last_year(book: ReadBook, before: ReadBook) -> Iterator[Finding]:
    """Compare every opening with last year's closing: accounts, members' savings and unpaid dividends, contracts, headcount."""
    ended, begun = before.rule("last_day"), book.rule("first_day")
    if before.book.id != book.book.id or not isinstance(ended, dt.date) or not isinstance(begun, dt.date) or begun - ended != dt.timedelta(days=1):
        raise NotRun(f"ไฟล์ปีก่อนที่ให้มาไม่ใช่ปีที่ต่อกัน (สิ้นสุด {_day(ended)} สมุดนี้เริ่ม {_day(begun)})")
    yield from paired(_accounts(book, before), "")
    for column, table, closing in CLUB_CLOSING if keeps_levies(book) else tuple(_closings(book)):
        yield from paired(_members(book, column, _closing(before, table, closing)), "")
    if "loans" in book.book.tables:
        yield from paired(_contracts(book, before), "")
    yield from _headcount(book, before)


def _day(day: object) -> str:
    return thai_day(day) if isinstance(day, dt.date) else "ไม่ทราบวัน"


def _accounts(book: ReadBook, before: ReadBook) -> Iterator[Finding]:
    """Compare each account with last year's balance after closing: income and expense are in the profit waiting to be allocated."""
    trial, profit = before.tables["trial_balance"], before.rule("account_profit")
    surplus = before.tables["result"].money("surplus", 0)
    closed = {}
    for index in trial.used:
        code, group = str(trial.columns["code"][index]), trial.columns["group"][index]
        worth = trial.money("balance", index) - (surplus if code == profit else 0)
        if group not in ("รายได้", "ค่าใช้จ่าย"):
            closed[code] = worth
    rows = book.tables["opening"]
    codes = {*(code for code, amount in closed.items() if amount), *(str(rows.columns["account"][index]) for index in rows.complete("account"))}
    for code in sorted(codes):
        found, expected = opening_of(book, code), closed.get(code, 0)
        if found != expected:
            index = next((index for index in trial.used if trial.columns["code"][index] == code), 0)
            sign = -1 if expected < 0 or (not expected and found < 0) else 1
            cells = [_opening_cell(book, code)]
            told = {"what": f"{code} {trial.columns['name'][index] if closed else ''}", "who": code}
            finding = tie(f"account {code}", sign * found, sign * expected, cells, POSTED, told=told, variant="last year")
            yield caused(finding, of_figure(sign * found, sign * expected))


def _closing(before: ReadBook, table: str, column: str) -> Mapping[str, int]:
    rows = before.tables[table]
    return {str(rows.columns["member"][index]): rows.money(column, index) for index in rows.used}


def _members(book: ReadBook, column: str, closed: Mapping[str, int]) -> Iterator[Finding]:
    rows, brought = book.tables["opening_members"], Counter[str]()
    places = {str(rows.columns["member"][index]): index for index in rows.complete("member", column)}
    for index in rows.complete("member", column):
        brought[str(rows.columns["member"][index])] += rows.money(column, index) + (rows.money("unpaid_return", index) if column == "unpaid_dividend" else 0)
    for member in sorted({*closed, *brought}):
        if brought[member] != closed.get(member, 0):
            cell = rows.where(column, places[member]) if member in places else rows.where("member", len(rows.used))
            told = {"what": f"{rows.table.columns[column].th} ของสมาชิก {member}", "who": member}
            spots = (Spot("opening_members", column),)
            people = frozenset({member})
            finding = tie(f"{column} {member}", brought[member], closed.get(member, 0), [cell], spots, told=told, variant="last year", about=people)
            yield caused(finding, of_figure(brought[member], closed.get(member, 0)))


def _contracts(book: ReadBook, before: ReadBook) -> Iterator[Finding]:
    """Compare what is still owed on each contract, and up to when its interest is paid."""
    rows, old = book.tables["loans"], before.tables["loans"]
    owed = {str(old.columns["number"][index]): old.money("balance", index) for index in old.complete("number", "principal", "repaid_before")}
    places = {str(rows.columns["number"][index]): index for index in rows.complete("number", "principal", "repaid_before")}
    for number in sorted(owed.keys() | {number for number, index in places.items() if _is_carried(book, rows, index)}):
        index = places.get(number)
        found = rows.money("principal", index) - rows.money("repaid_before", index) if index is not None else 0
        expected = owed.get(number, 0)
        if found != expected:
            cells = [rows.where("repaid_before", index), rows.where("principal", index)] if index is not None else [rows.where("number", len(rows.used))]
            told = {"what": f"เงินต้นคงเหลือยกมาของสัญญา {number}", "who": number}
            spots, people = (Spot("loans", "repaid_before"),), frozenset({number})
            finding = tie(f"contract {number}", found, expected, cells, spots, told=told, variant="last year", about=people)
            yield caused(finding, of_figure(found, expected))


def _headcount(book: ReadBook, before: ReadBook) -> Iterator[Finding]:
    facts, members = book.tables["opening_facts"], before.tables["members"]
    counted, active = facts.columns["headcount"][0], sum(members.columns["status"][index] == ACTIVE for index in members.used)
    if counted is not None and counted != active:
        told = (("what", "จำนวนสมาชิกต้นปี"), ("gap", ""))
        spots = (Spot("opening_facts", "headcount"),)
        yield Finding("headcount", (facts.where("headcount"),), spots, found=f"{counted} คน", expected=f"{active} คน", told=told, variant="last year")
