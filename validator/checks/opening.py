"""What is brought forward, for LEDG-06: the registers' openings against the accounts', and both against last year's book."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from templates.books.words import ACTIVE
from templates.read import ReadBook, ReadRows
from validator.causes import agreed, of_figure, of_typed
from validator.evidence import about, caused, in_column, paired, thai_day, tie
from validator.outcome import Finding, NotRun, Spot
from validator.postings import opening_of

POSTED = (Spot("opening", "debit"), Spot("opening", "credit"))


def registers_against_accounts(book: ReadBook) -> Iterator[Finding]:
    """Compare the members' and contracts' openings with the accounts they belong to."""
    members, loans = book.tables["opening_members"], book.tables["loans"]
    carried = [index for index in loans.complete("number", "principal", "repaid_before", "date") if _is_carried(book, loans, index)]
    unpaid = sum(members.money(name, index) for name in ("unpaid_dividend", "unpaid_return") for index in members.complete("member", name))
    payable = _account(book, "account_dividend") + _account(book, "account_return")
    owed = sum(loans.money("principal", index) - loans.money("repaid_before", index) for index in carried)
    saved = sum(members.money("savings", index) for index in members.complete("member", "savings"))
    ties = (
        ("savings", "เงินสัจจะ", saved, _account(book, "account_savings"), members, "savings"),
        ("loans", "ลูกหนี้เงินกู้", owed, -_account(book, "account_loans"), loans, "repaid_before"),
        ("dividend", "ปันผลและเฉลี่ยคืนค้างจ่าย", unpaid, payable, members, "unpaid_dividend"),
    )
    for kind, what, register, account, rows, column in ties:
        if register != account:
            cells = [rows.where_total(column), _opening_cell(book, str(book.rule(f"account_{kind}") or ""))]
            rows_of = members.complete("member", column) if rows is members else carried
            typed = [(row, rows.money(column, row)) for row in rows_of]
            cause = of_typed(register - account if rows is members else account - register, typed)
            people = frozenset[str]().union(*(about(rows, row) for row in (cause.rows if cause else ())))
            spots = (Spot(rows.name, column), *POSTED)
            finding = tie(f"register {kind}", register, account, cells, spots, told={"what": what}, variant="register", about=people)
            yield caused(finding, agreed(cause, of_figure(register, account)), in_column(rows, column))


def _is_carried(book: ReadBook, loans: ReadRows, index: int) -> bool:
    first_day, day = book.rule("first_day"), loans.columns["date"][index]
    return bool(loans.money("repaid_before", index)) or (isinstance(day, dt.date) and isinstance(first_day, dt.date) and day < first_day)


def _account(book: ReadBook, rule: str) -> int:
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
    yield from paired(_members(book, "savings", _closing(before, "savings", "closing")), "")
    yield from paired(_members(book, "unpaid_dividend", _closing(before, "last_dividends", "unpaid")), "")
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
