"""ผังบัญชี, ยอดยกมา, สมุดรายวันทั่วไป, งบทดลอง, งบการเงิน: double entry behind the plain items."""

from dataclasses import replace
from typing import Annotated as A
from typing import NamedTuple

from templates.arithmetic import Rounded
from templates.books import words
from templates.books.bylaws import rule
from templates.books.cash import bank_account
from templates.books.members import name_of, room_for_members
from templates.choices import either, every, when
from templates.declare import Column, Table, col, declare, placed_after, with_formulas
from templates.expressions import Expr, Form, expr, f
from templates.kinds import Date, Kind, Money, Text, Whole
from templates.lookups import Look, LookText, Nth, Same, Total, sum_of
from templates.running import CountUp, Position

result = Form("result")


class Account(NamedTuple):
    """An account of the chart; codes are data."""

    code: A[Text, col("รหัสบัญชี", "account code", required=True, width=11)]
    name: A[Text, col("ชื่อบัญชี", "account name", required=True, width=34)]
    group: A[Text, col("หมวด", "class", required=True, one_of=words.CLASSES, width=12)]


class Item(NamedTuple):
    """A plain item people pick, and the account behind it."""

    item: A[Text, col("รายการที่เลือกได้", "item", required=True, width=26)]
    account: A[Text, col("ลงบัญชี", "account", required=True, ref=("accounts", "code"), width=11)]
    register: A[Text | None, col("ลงทะเบียน", "register", one_of=words.REGISTERS, width=16)]


class OpeningFacts(NamedTuple):
    """What last year handed over besides money."""

    met_on: A[Date | None, col("วันประชุมใหญ่ที่รับรองงบ", "met on")]
    minute: A[Text | None, col("มติที่", "minute")]
    headcount: A[Whole | None, col("จำนวนสมาชิกต้นปี", "opening headcount", unit="คน")]
    last_receipt: A[Text | None, col("ใบเสร็จใบสุดท้ายของปีก่อน", "last receipt")]
    last_voucher: A[Text | None, col("ใบสำคัญจ่ายใบสุดท้าย", "last voucher")]
    last_journal: A[Text | None, col("ใบสำคัญทั่วไปใบสุดท้าย", "last journal voucher")]
    last_contract: A[Text | None, col("สัญญาเงินกู้ฉบับสุดท้าย", "last contract")]
    suspense: A[
        Money,
        col("ผลต่างรอตรวจสอบ", "suspense", formula=Rounded(Total("opening", "credit") - Total("opening", "debit"), 2), least=None, unit="บาท (0 คือยอดยกมาลงตัว)"),
    ]


class Opening(NamedTuple):
    """An account's approved closing figure of last year."""

    account: A[Text, col("บัญชียกมา", "account", required=True, ref=("accounts", "code"), width=11)]
    name: A[Text, col("ชื่อบัญชี", "account name", formula=LookText(f.account, "accounts", "name", "code"), width=30)]
    debit: A[Money | None, col("ยกมา เดบิต", "opening debit", total=True, width=13)]
    credit: A[Money | None, col("ยกมา เครดิต", "opening credit", total=True, width=13)]


class OpeningMember(NamedTuple):
    """What the fund owes a member on the first day."""

    member: A[Text, col("สมาชิกยกมา", "member", required=True, ref=("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุลสมาชิก", "name", formula=name_of(f.member), width=24)]
    savings: A[Money | None, col("เงินสัจจะยกมา", "savings", total=True, width=13)]
    unpaid_dividend: A[Money | None, col("ปันผลค้างจ่ายยกมา", "unpaid dividend", total=True, width=15)]
    unpaid_return: A[Money | None, col("เฉลี่ยคืนค้างจ่ายยกมา", "unpaid average return", total=True, width=16)]
    prepaid: A[Money | None, col("รับล่วงหน้ายกมา", "prepaid", total=True, width=14)]


class JournalLine(NamedTuple):
    """A line of a voucher that moves no cash."""

    date: A[Date, col("วันที่", "date", required=True)]
    voucher: A[Text, col("เลขที่ใบสำคัญทั่วไป", "journal voucher", required=True, width=17)]
    description: A[Text | None, col("รายการ", "description", width=36)]
    account: A[Text, col("รหัสบัญชี", "account", required=True, ref=("accounts", "code"), width=11)]
    name: A[Text, col("ชื่อบัญชี", "account name", formula=LookText(f.account, "accounts", "name", "code"), width=30)]
    debit: A[Money | None, col("เดบิต", "debit", total=True, width=13)]
    credit: A[Money | None, col("เครดิต", "credit", total=True, width=13)]
    minute: A[Text | None, col("มติ", "minute", width=10)]
    kind: A[Text | None, col("ชนิด", "kind", one_of=(words.GENERAL, words.CLOSING), width=10, help="ปิดบัญชี = โอนรายได้ ค่าใช้จ่าย สิ้นปี")]
    posted: A[Text, col("ชนิดที่ลง", "posted as", hidden=True, formula=when(f.kind.is_(words.CLOSING), words.CLOSING, words.GENERAL))]


class TrialLine(NamedTuple):
    """An account in the trial balance, before closing entries."""

    code: A[Text, col("รหัสบัญชี", "account code", formula=Same("accounts", "code"), width=11)]
    name: A[Text, col("ชื่อบัญชี", "account name", formula=Same("accounts", "name"), width=34)]
    group: A[Text, col("หมวด", "class", formula=Same("accounts", "group"), width=12)]
    opening: A[
        Money,
        col(
            "ยกมา (เดบิต +)",
            "opening",
            total=True,
            least=None,
            width=14,
            formula=sum_of("opening", "debit", account=f.code) - sum_of("opening", "credit", account=f.code),
        ),
    ]
    debit: A[Money, col("เดบิตระหว่างปี", "debit", total=True, width=14, formula=expr(0))]
    credit: A[Money, col("เครดิตระหว่างปี", "credit", total=True, width=14, formula=expr(0))]
    balance: A[Money, col("คงเหลือ (เดบิต +)", "balance", total=True, least=None, formula=Rounded(f.opening + f.debit - f.credit, 2), width=15)]
    closing_debit: A[Money, col("คงเหลือเดบิต", "closing debit", total=True, width=14, formula=when(f.balance > 0, f.balance, 0))]
    closing_credit: A[Money, col("คงเหลือเครดิต", "closing credit", total=True, width=14, formula=when(f.balance < 0, expr(0) - f.balance, 0))]
    closing_entries: A[
        Money,
        col(
            "รายการปิดบัญชี (เดบิต +)", "closing entries", total=True, least=None, width=18,
            formula=sum_of("journal", "debit", account=f.code, posted=words.CLOSING) - sum_of("journal", "credit", account=f.code, posted=words.CLOSING),
        ),
    ]  # fmt: skip
    after_closing: A[Money, col("หลังปิดบัญชี (เดบิต +)", "after closing", total=True, least=None, formula=f.balance + f.closing_entries, width=17)]
    income_row: A[
        Whole,
        col(
            "ลำดับในงบกำไรขาดทุน", "income row", hidden=True, guarded=False,
            formula=CountUp("income_row", every(either(f.group.is_(words.INCOME), f.group.is_(words.EXPENSE)), either(f.debit.is_not(0), f.credit.is_not(0)))),
        ),
    ]  # fmt: skip
    worth: A[
        Money,
        col("ยอดในงบแสดงฐานะ", "worth", hidden=True, least=None, formula=Rounded(f.balance - when(f.code.is_(rule.account_profit), result.surplus, 0), 2)),
    ]
    position_row: A[
        Whole,
        col(
            "ลำดับในงบแสดงฐานะ", "position row", hidden=True, guarded=False,
            formula=CountUp("position_row", every(f.code.is_not(""), f.group.is_not(words.INCOME), f.group.is_not(words.EXPENSE), f.worth.is_not(0))),
        ),
    ]  # fmt: skip


class IncomeLine(NamedTuple):
    """A line of the income statement: accounts of income and expense that moved."""

    code: A[Text, col("รหัสบัญชี", "account code", formula=Nth(Position(), "trial_balance", "income_row", "code"), width=11)]
    name: A[Text, col("รายการ", "line", formula=LookText(f.code, "accounts", "name", "code"), width=40)]
    group: A[Text, col("หมวด", "class", formula=LookText(f.code, "accounts", "group", "code"), width=13)]
    income: A[
        Money | None,
        col(
            "รายได้",
            "income",
            total=True,
            least=None,
            width=15,
            formula=when(f.group.is_(words.INCOME), expr(0) - Look(f.code, "trial_balance", "balance", "code"), ""),
        ),
    ]
    expense: A[
        Money | None,
        col(
            "ค่าใช้จ่าย",
            "expense",
            total=True,
            least=None,
            width=15,
            formula=when(f.group.is_(words.EXPENSE), expr(0) + Look(f.code, "trial_balance", "balance", "code"), ""),
        ),
    ]


class PositionLine(NamedTuple):
    """A line of the statement of financial position, after closing and before any resolution."""

    code: A[Text, col("รหัสบัญชี", "account code", formula=Nth(Position(), "trial_balance", "position_row", "code"), width=11)]
    name: A[Text, col("รายการ", "line", formula=LookText(f.code, "accounts", "name", "code"), width=40)]
    group: A[Text, col("หมวด", "class", formula=LookText(f.code, "accounts", "group", "code"), width=13)]
    assets: A[
        Money | None,
        col(
            "สินทรัพย์",
            "assets",
            total=True,
            least=None,
            width=15,
            formula=when(f.group.is_(words.ASSET), expr(0) + Look(f.code, "trial_balance", "worth", "code"), ""),
        ),
    ]
    claims: A[
        Money | None,
        col(
            "หนี้สินและทุน",
            "liabilities and capital",
            total=True,
            least=None,
            width=15,
            formula=when(f.group.is_(words.ASSET), "", expr(0) - Look(f.code, "trial_balance", "worth", "code")),
        ),
    ]


class Result(NamedTuple):
    """What the statements come to."""

    income: A[Money, col("รวมรายได้", "total income", formula=expr(0) - sum_of("trial_balance", "balance", group=words.INCOME), least=None)]
    expense: A[Money, col("รวมค่าใช้จ่าย", "total expense", formula=expr(0) + sum_of("trial_balance", "balance", group=words.EXPENSE), least=None)]
    surplus: A[Money, col("กำไร (ขาดทุน) สุทธิ", "surplus", formula=f.income - f.expense, least=None)]


class PositionResult(NamedTuple):
    """Both sides of the statement of financial position."""

    assets: A[Money, col("รวมสินทรัพย์", "total assets", formula=Total("position", "assets"), least=None)]
    liabilities: A[Money, col("รวมหนี้สิน", "total liabilities", formula=sum_of("position", "claims", group=words.LIABILITY), least=None)]
    capital: A[Money, col("รวมทุน", "total capital", formula=sum_of("position", "claims", group=words.CAPITAL), least=None)]
    difference: A[Money, col("สินทรัพย์ − หนี้สิน − ทุน", "difference", formula=Rounded(f.assets - f.liabilities - f.capital, 2), least=None)]


PURSE = "purse"
"""The column of the chart that says which of a fund's monies an account belongs to."""


def set_off(account: Expr, way: str) -> Expr:
    """Give what receipts took by a way that is no money but an account's: posted to that account."""
    return when(f.code.is_(account), sum_of("receipts", "amount", way=way), 0)


OFFSETS = (set_off(rule.account_savings, words.FROM_SAVINGS), set_off(rule.account_dividend, words.FROM_DIVIDEND))
"""What was set off against members' savings and dividends."""


def account_tables(
    accounts: tuple[tuple[object, ...], ...], items: tuple[tuple[str, str, str], ...], registers: tuple[str, ...] = words.REGISTERS, purse: Column | None = None
) -> tuple[Table, ...]:
    """Build the chart and the plain items, which feed ``registers``.

    A fund that keeps monies apart gives its ``purse`` column: each account then says which money it belongs to, as its fourth part.
    """
    chart = tuple(dict(zip(("code", "name", "group", PURSE), account, strict=False)) for account in accounts)
    choices = tuple({"item": item, "account": account, "register": register or None} for item, account, register in items)
    kept = declare(Account, name="accounts", th="ผังบัญชี", guard="code", key=("code",), capacity=lambda _: 70, initial=chart, turns=True)
    feeds = declare(Item, name="items", th="รายการ", guard="item", key=("item",), capacity=lambda _: 50, initial=choices, turns=True)
    feeds = replace(feeds, columns={**feeds.columns, "register": replace(feeds.columns["register"], one_of=registers)})
    return (replace(kept, columns={**kept.columns, PURSE: replace(purse, name=PURSE, required=True)}) if purse else kept, feeds)


def with_purse(table: Table, purse: Column) -> Table:
    """Give a table of accounts that also says which money each account belongs to, as the chart does."""
    look = LookText if purse.kind is Kind.TEXT else Look
    told = replace(purse, name=PURSE, required=False, one_of=(), formula=look(f.code, "accounts", PURSE, "code"))
    return placed_after(replace(table, columns={**table.columns, PURSE: told}), "group", PURSE)


def opening_tables(*of_member: type) -> tuple[Table, ...]:
    """Build the tables of what last year handed over; ``of_member`` is what the fund owes a member on the first day."""
    return (
        declare(OpeningFacts, name="opening_facts", th="ข้อมูลยกมา", form=True),
        declare(Opening, name="opening", th="ยอดยกมาตามบัญชี", guard="account", key=("account",), capacity=lambda _: 60),
        declare(*(of_member or (OpeningMember,)), name="opening_members", th="ยอดยกมารายคน", guard="member", key=("member",), capacity=room_for_members),
    )


def journal_table() -> Table:
    return declare(
        JournalLine, name="journal", th="สมุดรายวันทั่วไป", guard="date", key=("voucher", "account"), capacity=lambda size: 120 + size.members // 2, by_date="date"
    )


def trial_balance_table(banks: int, debits: tuple[Expr, ...] = OFFSETS, credits: tuple[Expr, ...] = ()) -> Table:  # noqa: A002 - the field's word
    """Build the trial balance: what receipts, the cash and bank book and the journal say of each account, and what other registers of a fund post there."""
    base = declare(TrialLine, name="trial_balance", th="งบทดลอง", guard="code", key=("code",), capacity=lambda _: 70, follows="accounts")
    return with_formulas(base, {"debit": _debit(banks, debits), "credit": _credit(banks, credits)})


def _debit(banks: int, more: tuple[Expr, ...]) -> Expr:
    first, *rest = (*more, sum_of("cash", "paid", account=f.code))
    total = sum(rest, start=first)
    total = total + sum_of("journal", "debit", account=f.code, posted=words.GENERAL) + when(f.code.is_(rule.account_cash), Total("cash", "cash_in"), 0)
    for bank in range(1, banks + 1):
        total = total + when(f.code.is_(bank_account(bank)), Total("cash", f"bank{bank}_in"), 0)
    return total


def _credit(banks: int, more: tuple[Expr, ...]) -> Expr:
    total = sum_of("receipts", "amount", account=f.code) + sum_of("cash", "received", account=f.code)
    total = sum(more, start=total)
    total = total + sum_of("journal", "credit", account=f.code, posted=words.GENERAL) + when(f.code.is_(rule.account_cash), Total("cash", "cash_out"), 0)
    for bank in range(1, banks + 1):
        total = total + when(f.code.is_(bank_account(bank)), Total("cash", f"bank{bank}_out"), 0)
    return total


def income_tables() -> tuple[Table, ...]:
    return (
        declare(IncomeLine, name="income", th="งบกำไรขาดทุน", guard="code", key=("code",), capacity=lambda _: 40),
        declare(Result, name="result", th="ผลการดำเนินงาน", form=True),
    )


def position_tables() -> tuple[Table, ...]:
    return (
        declare(PositionLine, name="position", th="งบแสดงฐานะการเงิน", guard="code", key=("code",), capacity=lambda _: 40),
        declare(PositionResult, name="position_result", th="รวมฐานะการเงิน", form=True),
    )
