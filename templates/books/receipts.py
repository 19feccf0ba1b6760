"""รับเงินวันทำการ: the heart of the book. A row is a receipt and an item; the registers are formulas over it."""

from dataclasses import replace
from typing import Annotated as A
from typing import NamedTuple

from templates.arithmetic import larger
from templates.books import words
from templates.books.bylaws import rule
from templates.choices import either, join, padded, when
from templates.dates import month_of, year_of
from templates.declare import Size, Table, col, declare, with_formulas
from templates.expressions import Expr, expr, f
from templates.kinds import Date, Money, Text, Whole
from templates.lookups import LookText, sum_of
from templates.running import CountUp, FirstMatch, Position


def missing_months(date: Expr, amount: Expr) -> Expr:
    """Give satang × months that withdrawn savings no longer work in the year, by the by-law on withdrawals; never below 0."""
    left = larger(rule.withdrawal_base - year_of(date) * 12 - month_of(date), 0)
    return amount * when(rule.withdrawal_from.is_(words.WHOLE_YEAR), rule.opening_weight, left)


def slip_of(receipt: Expr) -> Expr:
    """Give a receipt's number as rows are picked by it: a bare 1/005 in a criterion reads as a day of January."""
    return join("ใบ ", receipt)


class Receipt(NamedTuple):
    """One item of one receipt."""

    date: A[Date, col("วันที่", "date", required=True)]
    book: A[Whole, col("เล่มที่", "book", required=True, least=1, width=7)]
    number: A[Whole, col("เลขที่", "number", required=True, least=1, width=7, digits=3)]
    member: A[Text, col("รหัสสมาชิก", "member", required=True, ref=("members", "id"), width=12)]
    payer: A[Text | None, col("ผู้นำส่ง/ชำระแทน", "payer", width=16)]
    channel: A[Text | None, col("ช่องทาง", "channel", one_of=words.CHANNELS, width=11, help="ว่าง = เงินสด")]
    bank: A[Whole | None, col("ธนาคาร", "bank", least=1, most=6, width=8, help="เงินโอนเข้าธนาคารที่เท่าไร")]
    item: A[Text, col("รายการ", "item", required=True, ref=("items", "item"), width=20)]
    month: A[Whole | None, col("สำหรับเดือน", "for month", least=1, most=12, width=9, help="เลขเดือน 1–12 ว่าง = เดือนของวันที่รับ")]
    months: A[Whole | None, col("จำนวนเดือน", "months", width=9, help="ดอกเบี้ยกี่เดือน พิมพ์ที่แถวดอกเบี้ย")]
    contract: A[Text | None, col("สัญญา", "contract", ref=("loans", "number"), width=13)]
    amount: A[Money, col("จำนวนเงิน", "amount", required=True, total=True, least=None, width=12)]
    receipt: A[Text, col("ใบเสร็จ", "receipt", formula=join(f.book, "/", padded(f.number, 3)), width=9)]
    account: A[Text, col("รหัสบัญชี", "account", formula=LookText(f.item, "items", "account", "item"), width=9)]
    register: A[Text, col("ลงทะเบียน", "register", formula=LookText(f.item, "items", "register", "item"), width=11)]
    slip: A[Text, col("ใบเสร็จของแถว", "slip", hidden=True, formula=slip_of(f.receipt))]
    way: A[Text, col("ทางรับเงิน", "way", formula=when(f.channel.is_(""), words.CASH, f.channel), hidden=True)]
    savings_month: A[
        Whole | None,
        col("เดือนสัจจะ", "savings month", hidden=True, formula=expr(0)),
    ]
    key: A[Text | None, col("กุญแจชำระหนี้", "repayment key", hidden=True, formula=when(f.contract.is_(""), "", join(f.receipt, "|", f.contract)))]
    repayment: A[
        Whole,
        col(
            "ลำดับชำระหนี้", "repayment", hidden=True, guarded=False,
            formula=CountUp("repayment", when(f.key.is_(""), expr(0).is_(1), FirstMatch("key").is_(Position()))),
        ),
    ]  # fmt: skip
    missing_months: A[
        Money,
        col("บาท-เดือนที่หักสัจจะ", "offset baht-months", hidden=True, formula=when(f.way.is_(words.FROM_SAVINGS), missing_months(f.date, f.amount), 0)),
    ]
    entry: A[Text | None, col("กุญแจรายการชำระหนี้", "repayment entry", hidden=True, formula=when(f.contract.is_(""), "", join(f.key, "|", f.register)))]


class ReceiptBook(NamedTuple):
    """A book of receipts in use."""

    book: A[Whole, col("เล่มที่", "book", required=True, least=1)]
    first: A[Whole, col("เลขที่แรก", "first", required=True, least=1)]
    last: A[Whole, col("เลขที่สุดท้าย", "last", required=True, least=1)]
    collector: A[Text | None, col("ผู้รับผิดชอบ", "collector", width=20)]


class Cancelled(NamedTuple):
    """A receipt that was cancelled, and why."""

    book: A[Whole, col("ยกเลิก เล่มที่", "cancelled book", required=True, least=1, width=12)]
    number: A[Whole, col("ยกเลิก เลขที่", "cancelled number", required=True, least=1, width=12)]
    reason: A[Text, col("เหตุที่ยกเลิก", "reason", required=True, width=28)]


OF_SAVINGS = ("month", "savings_month", "missing_months")
OF_LOANS = ("contract", "key", "repayment", "entry")
OF_INTEREST = ("months",)
"""Columns that only a fund that takes savings, lends, or takes interest has."""


def receipts_table(without: tuple[str, ...] = (), monthly: tuple[str, ...] = (words.SAVINGS,)) -> Table:
    """Build the table of receipts, without the columns of what a fund does not do; ``monthly`` are the registers by month. Money is set off only against savings."""
    table = declare(
        Receipt, name="receipts", th="รับเงินวันทำการ", guard="date", key=("book", "number", "item"), capacity=room_for_receipts, by_date="date", drop=without
    )
    if not set(OF_SAVINGS) <= set(without):
        by_month = f.register.is_(monthly[0]) if len(monthly) == 1 else either(*(f.register.is_(register) for register in monthly))
        return with_formulas(table, {"savings_month": when(by_month, when(f.month.is_(""), month_of(f.date), f.month), "")})
    channel = replace(table.columns["channel"], one_of=(words.CASH, words.TRANSFER))
    return replace(table, columns={**table.columns, "channel": channel})


def room_for_receipts(size: Size) -> int:
    """Prepare 18 rows a member and some: twelve savings, and repayments of what a usual fund lends (at most 17.6 in simulated years)."""
    return 400 + 18 * size.members


def repaid(column: str, key: Expr, register: str) -> Expr:
    """Give what the rows of one repayment say under a register: looked for by one text, for a second condition doubles the time."""
    return sum_of("receipts", column, entry=join(key, "|", register))


def receipt_book_tables() -> tuple[Table, ...]:
    return (
        declare(ReceiptBook, name="receipt_books", th="ทะเบียนใบเสร็จ", guard="book", key=("book", "first"), capacity=lambda size: 20 + size.members // 4),
        declare(Cancelled, name="cancelled", th="ใบเสร็จที่ยกเลิก", guard="book", key=("book", "number"), capacity=lambda size: 20 + size.members // 4),
    )
