"""Small books of every odd kind for hypothesis: few rows, every method, plan and rounding; sound, or with a bad cell or two."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from addin.udfs.interest import METHODS
from addin.udfs.rounding import DIRECTIONS
from templates.books import words
from templates.books.savings_group import savings_group
from templates.declare import FundBook, Size, Table
from templates.filled import needs_of
from tests.templates.twins import pairs
from workbook.cells import ErrorValue

SIZE = Size(members=3)
ROWS = 8
MEMBERS = ("ส-01", "ส-02", "ส-03")
CONTRACTS = ("1/67", "2/67")

Record = dict[str, Any]
Typed = dict[str, list[Record]]


ACCOUNTS = ("11010", "12110", "13010", "23041", "23042", "31020", "34100", "41010", "42010", "45010")


@cache
def small_book() -> FundBook:
    """Give what the function cells of the savings group's book look at, with a handful of prepared rows in each table."""
    book = savings_group(SIZE)
    wanted = {pair.table for pair in pairs(book)}
    graph = {name: _looks_at(table) for name, table in book.tables.items()}
    while more := {other for name in wanted for other in graph[name]} - wanted:
        wanted |= more
    sheets = (replace(sheet, tables=tuple(_short(table) for table in sheet.tables if table.name in wanted)) for sheet in book.sheets)
    return replace(book, sheets=tuple(sheet for sheet in sheets if sheet.tables))


def _looks_at(table: Table) -> set[str]:
    return {other for column in table.columns.values() for other, _ in needs_of(table, column) or ()}


def _short(table: Table) -> Table:
    chart = tuple(row for row in table.initial if row["code"] in ACCOUNTS) if table.name == "accounts" else table.initial
    rows = len(ACCOUNTS) if table.name == "trial_balance" else max(ROWS, len(chart))
    return replace(table, capacity=lambda _: rows, initial=chart)


def money(least: int = 0, most: int = 50_000) -> st.SearchStrategy[int]:
    """Give money between so many baht: mostly whole baht, sometimes with satang."""
    return st.one_of(st.integers(least, most).map(lambda amount: amount * 100), st.integers(least * 100, most * 100))


MONTH_ENDS = [dt.date(2024, 1, 31), dt.date(2024, 2, 29), dt.date(2024, 3, 31), dt.date(2024, 8, 31), dt.date(2024, 12, 31), dt.date(2023, 11, 30)]
DATES = st.one_of(st.dates(dt.date(2023, 1, 1), dt.date(2025, 6, 30)), st.sampled_from(MONTH_ENDS))
RATES = st.sampled_from([Decimal(rate) for rate in ("0", "0.06", "0.0675", "0.12", "0.125", "0.15", "0.3333", "1")])
UNITS = st.sampled_from([1, 25, 50, 100, 500, 1000])
EDGES = st.sampled_from([(30, 90, 180, 365), (1, 2, 3, 4), (60, 120, 200, 1000)])
FIRST_DAYS = st.sampled_from([dt.date(2024, 1, 1), dt.date(2024, 7, 1), dt.date(2023, 3, 1)])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


@st.composite
def sound_books(draw: st.DrawFn) -> Typed:
    """Give what is typed in a book that makes sense, however unusual."""
    loans = [draw(_loans(number)) for number in CONTRACTS[: draw(st.integers(1, len(CONTRACTS)))]]
    people = [{"id": member, "first": member, "joined": dt.date(2020, 1, 5), "status": "ปกติ", "left": draw(maybe(DATES))} for member in MEMBERS]
    return {
        "rules": [dict(small_book().tables["rules"].initial[0]) | draw(_rules())],
        "members": people,
        "opening_members": [{"member": member, "savings": draw(money())} for member in MEMBERS],
        "loans": loans,
        "receipts": draw(_receipts(loans)),
        "cash": draw(_cash()),
        "allocation": draw(_lines()),
    }


@st.composite
def _rules(draw: st.DrawFn) -> Record:
    laws = {
        "first_day": FIRST_DAYS, "report_date": maybe(DATES), "share_value": st.sampled_from([100, 1000, 5000]), "interest_unit": UNITS,
        "interest_direction": st.sampled_from(DIRECTIONS), "tier_limit": maybe(money()), "tier_rate": maybe(RATES),
        "fine_rate": st.sampled_from([Decimal("0.0025"), Decimal("0.01"), Decimal("0.015")]), "fine_unit": UNITS, "fine_direction": st.sampled_from(DIRECTIONS),
        "fine_cap": maybe(money(0, 20)), "opening_weight": st.integers(0, 12), "first_weight": st.integers(0, 12), "payout_unit": UNITS,
        "withdrawal_from": st.sampled_from([words.FROM_NEXT_MONTH, words.FROM_THIS_MONTH, words.WHOLE_YEAR]), "return_cap": maybe(RATES),
        "leaver_dividend": st.sampled_from([words.COUNTED, words.NOT_COUNTED]), **{f"allowance_{place}": maybe(RATES) for place in range(1, 6)},
    }  # fmt: skip
    edges = {f"age_{place}": edge for place, edge in enumerate(draw(EDGES), 1)}
    return {name: draw(values) for name, values in laws.items()} | edges | {"fund_name": "กลุ่ม"}


@st.composite
def _loans(draw: st.DrawFn, number: str) -> Record:
    """Give a contract; the instalment need not fit the principal, and a part may be repaid before the year."""
    principal = draw(money(1))
    usual = -(-principal // draw(st.integers(1, 14)))
    terms = {
        "member": st.sampled_from(MEMBERS), "date": DATES, "rate": RATES, "method": st.sampled_from(METHODS), "plan": st.sampled_from(words.PLANS),
        "instalments": st.one_of(st.integers(1, 14), st.just(120)), "instalment": st.one_of(st.just(usual), money(1, 20_000)), "first_due": DATES,
        "repaid_before": maybe(st.integers(0, principal)), "interest_to": maybe(DATES),
    }  # fmt: skip
    return {"number": number, "principal": principal} | {name: draw(values) for name, values in terms.items()}


@st.composite
def _receipts(draw: st.DrawFn, loans: list[Record]) -> list[Record]:
    """Give receipts in date order: savings, or a repayment of a contract that never takes more than is owed."""
    rows: list[Record] = []
    owed = {loan["number"]: loan["principal"] - (loan["repaid_before"] or 0) for loan in loans}
    for number, date in enumerate(sorted(draw(st.lists(DATES, max_size=4))), 1):
        head = {"date": date, "book": 1, "number": number, "member": draw(st.sampled_from(MEMBERS))}
        if draw(st.integers(0, 3)) == 0:
            rows.append(head | {"item": "เงินสัจจะ", "amount": draw(money(1, 1000)), "month": draw(st.integers(1, 12))})
            continue
        contract = draw(st.sampled_from(sorted(owed)))
        paid = draw(st.one_of(st.just(owed[contract]), st.integers(0, owed[contract])))
        owed[contract] -= paid
        rows.append(head | {"item": "ชำระเงินต้น", "contract": contract, "amount": paid})
        rows.append(head | {"item": "ดอกเบี้ยเงินกู้", "contract": contract, "months": draw(st.integers(0, 14)), "amount": draw(money(0, 3000))})
    return rows


@st.composite
def _cash(draw: st.DrawFn) -> list[Record]:
    """Give a withdrawal and bank interest, so that there is a surplus and somebody's savings work fewer months."""
    taken = {"kind": "จ่าย", "item": "ถอนเงินสัจจะ", "reference": draw(st.sampled_from(MEMBERS)), "cash_out": draw(money(0, 3000))}
    gained = {"kind": "รับ", "item": "ดอกเบี้ยเงินฝากธนาคาร", "bank1_in": draw(money(0, 30_000))}
    return [taken | {"date": draw(DATES)}, gained | {"date": draw(DATES)}]


@st.composite
def _lines(draw: st.DrawFn) -> list[Record]:
    shares = [Decimal(part) for part in draw(st.sampled_from([("0.5", "0.2", "0.3"), ("0.333", "0.333", "0.334"), ("0.7", "0.3", "0")]))]
    fixed = draw(maybe(money(0, 100)))
    return [{"label": code, "account": code, "percent": share, "fixed": fixed} for code, share in zip(("23041", "23042", "34100"), shares, strict=True)]


NO, TODAY, BROKEN = None, dt.date(2024, 6, 30), ErrorValue("#REF!")
BAD: dict[str, dict[str, tuple[Any, ...]]] = {
    "rules": {
        "first_day": (NO,), "share_value": (NO, 0, -100), "interest_unit": (NO, 0, -100), "interest_direction": (NO, "ปัดมั่ว"),
        "tier_limit": (-100,),
        "tier_rate": (Decimal("-0.1"), BROKEN), "fine_rate": (NO, Decimal("-0.1")), "fine_unit": (NO, 0, -1),
        "fine_direction": (NO, "ปัดมั่ว"), "fine_cap": (-100, 0, BROKEN),
        "opening_weight": (NO, -1), "first_weight": (NO, -1), "payout_unit": (NO, 0, -1), "withdrawal_from": (NO, "อื่น"),
        "return_cap": (Decimal("-0.1"), 0),
        "age_1": (NO, 0, -1, 400), "age_2": (NO, 0, 30, BROKEN), "age_4": (NO, 0, 180), "report_date": (dt.date(2022, 1, 1), dt.date(2099, 12, 31)),
        "allowance_1": (Decimal("-0.1"),), "allowance_5": (Decimal("-0.1"), Decimal(2)), "account_dividend": (NO, "99999"),
    },
    "loans": {
        "principal": (NO, 0, -5000, BROKEN), "rate": (NO, Decimal("-0.12"), BROKEN), "method": (NO, "วิธีอื่น"), "plan": (NO, "อื่น"),
        "instalments": (NO, 0, -1, BROKEN),
        "instalment": (NO, 0, -100, BROKEN), "first_due": (NO, dt.date(2099, 1, 1), BROKEN), "date": (NO, dt.date(2099, 1, 1)),
        "repaid_before": (-5000, 99_999_999),
        "interest_to": (dt.date(2099, 1, 1),), "number": ("ไม่มี",), "member": (NO, "ไม่มี"),
    },
    "receipts": {"amount": (NO, -5000, 99_999_999, BROKEN), "months": (NO, -1, BROKEN), "contract": (NO, "ไม่มี"), "month": (0, 13),
        "date": (NO, TODAY), "item": (NO, "อื่น")},
    "opening_members": {"savings": (NO, -5000, BROKEN)},
    "cash": {"cash_out": (-5000, 99_999_999), "bank1_in": (-5_000_000,), "date": (NO, dt.date(2030, 1, 1)), "reference": (NO,)},
    "allocation": {"percent": (NO, Decimal("-0.1"), Decimal(2), BROKEN), "fixed": (-100, 99_999_999), "account": (NO, "34100")},
}  # fmt: skip
"""What may stand in a cell and cannot be meant."""


@st.composite
def unsound_books(draw: st.DrawFn) -> Typed:
    """Give a book with a bad cell or two."""
    typed = draw(sound_books())
    for _ in range(draw(st.integers(1, 2))):
        table = draw(st.sampled_from(sorted(name for name in BAD if typed[name])))
        column = draw(st.sampled_from(sorted(BAD[table])))
        row = draw(st.integers(0, len(typed[table]) - 1))
        typed[table][row] = typed[table][row] | {column: draw(st.sampled_from(BAD[table][column]))}
    return typed
