"""สมุดเงินสด-ธนาคาร, ตรวจนับเงินสด, กระทบยอดธนาคาร: money as it moves, and the proof that it is there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated as A
from typing import Any, NamedTuple

from templates.arithmetic import Rounded, baht
from templates.books import words
from templates.books.bylaws import rule
from templates.books.receipts import missing_months, slip_of
from templates.choices import either, when
from templates.declare import Column, Size, Table, col, declare
from templates.expressions import Cell, Const, Expr, Operand, expr, f
from templates.kinds import Date, Kind, Money, Text, Whole
from templates.lookups import LookText, Total, sum_of
from templates.running import Running

ONE_RECEIPT = {words.ONE_RECEIPT: ("receipts", "receipt")}
REFERENCES = {words.LENDING: ("loans", "number"), words.WITHDRAWAL: ("members", "id"), words.WELFARE: ("members", "id"), **ONE_RECEIPT}
"""What a row of the cash and bank book refers to, by its register."""
IS_DAY, IS_RECEIPT = f.kind.is_(words.OPERATING_DAY), f.kind.is_(words.ONE_RECEIPT)
FROM_RECEIPTS = either(IS_DAY, IS_RECEIPT)
"""A row whose money comes from the receipts: of a whole day, or of the one receipt it refers to."""


def received(way: str, **more: Operand) -> Expr:
    """Give what the receipts of the row's day, or its one receipt, brought in one way."""
    of_day = sum_of("receipts", "amount", date=f.date, way=way, **more)
    of_receipt = sum_of("receipts", "amount", slip=slip_of(f.reference), date=f.date, way=way, **more)
    return when(IS_DAY, of_day, when(IS_RECEIPT, of_receipt, ""))


class CashRow(NamedTuple):
    """A row of the cash and bank book; the columns of the banks are added when the book is built."""

    date: A[Date, col("วันที่", "date", required=True)]
    kind: A[Text, col("ประเภท", "kind", required=True, one_of=words.CASH_KINDS, width=9, help="วันทำการ = ยอดรับทั้งวันมาเอง · ใบเสร็จ = ยอดของใบเสร็จที่อ้างอิง")]
    voucher: A[Text | None, col("เลขที่ใบสำคัญ", "voucher", width=14)]
    item: A[Text | None, col("รายการ", "item", ref=("items", "item"), width=20)]
    description: A[Text | None, col("คำอธิบาย", "description", width=26)]
    payee: A[Text | None, col("ผู้รับเงิน", "payee", width=16)]
    payer: A[Text | None, col("ผู้จ่าย", "payer", width=14)]
    approver: A[Text | None, col("ผู้อนุมัติ", "approver", width=14)]
    reference: A[Text | None, col("อ้างอิง", "reference", width=13, help="จ่ายเงินกู้: เลขที่สัญญา · ถอนเงินสัจจะ: รหัสสมาชิก · ใบเสร็จ: เล่ม/เลขที่ เช่น 1/005")]
    cash_in: A[Money | None, col("เงินสดรับ", "cash in", total=True, holds=FROM_RECEIPTS, width=12)]
    cash_out: A[Money | None, col("เงินสดจ่าย", "cash out", total=True, width=12)]
    cash_balance: A[Money, col("เงินสดคงเหลือ", "cash balance", formula=expr(0), width=13, least=None)]
    account: A[Text, col("รหัสบัญชี", "account", formula=LookText(f.item, "items", "account", "item"), width=9)]
    register: A[Text, col("ลงทะเบียน", "register", formula=when(IS_RECEIPT, words.ONE_RECEIPT, LookText(f.item, "items", "register", "item")), hidden=True)]
    received: A[Money, col("รวมรับ", "received", formula=expr(0), hidden=True)]
    paid: A[Money, col("รวมจ่าย", "paid", formula=expr(0), hidden=True)]
    missing_months: A[
        Money,
        col("บาท-เดือนที่ถอน", "withdrawn baht-months", hidden=True, formula=expr(0)),
    ]


def opening_of(account: Expr) -> Expr:
    """Give the opening balance of an account, debit positive."""
    return sum_of("opening", "debit", account=account) - sum_of("opening", "credit", account=account)


def bank_account(bank: int) -> Expr:
    return Cell("rules", f"account_bank{bank}")


def room_for_cash(size: Size) -> int:
    """Prepare for a row a receipt where people come a few times a year; up to 100 members also where they come every month; a larger group writes a row a day."""
    return 200 + 2 * size.members + min(12 * size.members, 600)


def cash_table(banks: int, references: Mapping[str, tuple[str, str]] = REFERENCES, without: tuple[str, ...] = (), back: str = words.WITHDRAWAL) -> Table:
    """Build the cash and bank book for so many banks; ``references`` say what each register's rows refer to.

    ``back`` is the register of what is paid back out of what the dividend is worked from.
    """
    base = declare(
        CashRow, name="cash", th="สมุดเงินสด-ธนาคาร", guard="date", key=("date", "voucher", "item", "reference"), by_date="date",
        capacity=room_for_cash, drop=without,
    )  # fmt: skip
    reference = replace(base.columns["reference"], ref_when=("register", references))
    columns: dict[str, Column] = {}
    for name, column in {**base.columns, "reference": reference}.items():
        if name == "account":
            columns |= {bank.name: bank for number in range(1, banks + 1) for bank in _bank_columns(number)}
        columns[name] = replace(column, **_computed(name, banks, back))
    return replace(base, columns=columns)


def _computed(name: str, banks: int, back: str) -> dict[str, Any]:
    taken, paid = expr(0) + f.cash_in, expr(0) + f.cash_out
    for bank in range(1, banks + 1):
        taken, paid = taken + getattr(f, f"bank{bank}_in"), paid + getattr(f, f"bank{bank}_out")
    if name == "cash_in":
        return {"default": received(words.CASH)}
    if name == "cash_balance":
        return {"formula": opening_of(rule.account_cash) + Running("cash_in") - Running("cash_out")}
    if name == "missing_months":
        return {"formula": when(f.register.is_(back), missing_months(f.date, f.paid), 0)}
    if name == "received":
        return {"formula": when(f.kind.is_(words.RECEIVE), taken, 0)}
    return {"formula": when(f.kind.is_(words.PAY), paid, 0)} if name == "paid" else {}


def _bank_columns(bank: int) -> tuple[Column, ...]:
    name = f"bank{bank}"
    taken = received(words.TRANSFER, bank=bank)
    balance = opening_of(bank_account(bank)) + Running(f"{name}_in") - Running(f"{name}_out")
    return (
        Column(f"ธนาคาร {bank} ฝาก", f"bank {bank} in", name=f"{name}_in", kind=Kind.MONEY, total=True, default=taken, holds=FROM_RECEIPTS, width=12),
        Column(f"ธนาคาร {bank} ถอน", f"bank {bank} out", name=f"{name}_out", kind=Kind.MONEY, total=True, width=12),
        Column(f"ธนาคาร {bank} คงเหลือ", f"bank {bank} balance", name=f"{name}_balance", kind=Kind.MONEY, formula=balance, width=14, least=None),
    )


class Denomination(NamedTuple):
    """Notes and coins of one value."""

    value: A[Money, col("ชนิดธนบัตร/เหรียญ", "denomination", fixed=True, width=16)]
    pieces: A[Whole | None, col("จำนวน (ใบ/เหรียญ)", "pieces", width=16)]
    amount: A[Money, col("รวมเงิน", "amount", formula=f.value * f.pieces, total=True, width=13)]


class Count(NamedTuple):
    """The cash count at the year's end, rolled back when it was counted on another day."""

    counted_on: A[Date | None, col("วันที่ตรวจนับ", "counted on")]
    counter_1: A[Text | None, col("ผู้นับคนที่ 1", "counter 1")]
    counter_2: A[Text | None, col("ผู้นับคนที่ 2", "counter 2")]
    received_since: A[Money | None, col("รับหลังวันสิ้นปีจนถึงวันนับ", "received since")]
    paid_since: A[Money | None, col("จ่ายหลังวันสิ้นปีจนถึงวันนับ", "paid since")]
    counted: A[Money, col("นับได้", "counted", formula=Total("denominations", "amount"))]
    at_year_end: A[Money, col("คิดกลับเป็นยอดวันสิ้นปี", "at year end", formula=f.counted - f.received_since + f.paid_since)]
    book: A[Money, col("ยอดตามสมุดเงินสด-ธนาคาร", "book balance", formula=opening_of(rule.account_cash) + Total("cash", "cash_in") - Total("cash", "cash_out"))]
    difference: A[Money, col("นับได้มาก (น้อย) กว่าสมุด", "difference", formula=Rounded(f.at_year_end - f.book, 2), least=None)]


DENOMINATIONS = (1000, 500, 100, 50, 20, 10, 5, 2, 1)


def count_tables() -> tuple[Table, ...]:
    values = (*map(baht, DENOMINATIONS), Const("0.5", 50), Const("0.25", 25))
    return (
        declare(Count, name="count", th="ตรวจนับเงินสด", form=True),
        declare(Denomination, name="denominations", th="ธนบัตรและเหรียญ", guard="value", key=("value",), fixed_rows=tuple({"value": value} for value in values)),
    )


class BankProof(NamedTuple):
    """One bank: its certificate against the book."""

    bank: A[Text, col("ธนาคารที่", "bank", fixed=True, width=11)]
    book: A[Money, col("ยอดตามสมุด", "book balance", fixed=True, width=13, least=None)]
    certificate: A[Money | None, col("ยอดตามหนังสือรับรองของธนาคาร", "certificate", width=26)]
    document: A[Text | None, col("เลขที่หนังสือรับรอง", "document", width=18)]
    certified_on: A[Date | None, col("รับรอง ณ วันที่", "certified on")]
    in_transit: A[Money | None, col("ฝากแล้วธนาคารยังไม่ลง", "in transit", width=20)]
    outstanding: A[Money | None, col("ถอนแล้วธนาคารยังไม่ลง", "outstanding", width=20)]
    adjusted: A[Money, col("ยอดธนาคารที่ปรับแล้ว", "adjusted", formula=f.certificate + f.in_transit - f.outstanding, width=18)]
    difference: A[Money, col("ต่างจากสมุด", "difference", formula=Rounded(f.adjusted - f.book, 2), least=None, width=13)]


def bank_table(banks: int) -> Table:
    rows = []
    for bank in range(1, banks + 1):
        book = opening_of(bank_account(bank)) + Total("cash", f"bank{bank}_in") - Total("cash", f"bank{bank}_out")
        rows.append({"bank": f"ธนาคาร {bank}", "book": book})
    return declare(BankProof, name="bank_proof", th="กระทบยอดธนาคาร", guard="bank", key=("bank",), fixed_rows=tuple(rows))
