"""เงินแยกบัญชี: a village fund's money apart as บัญชี 1 to 4, and the proof that the million is whole."""

from typing import Annotated as A
from typing import NamedTuple

from templates.arithmetic import Rounded
from templates.books import words
from templates.books.bylaws import rule
from templates.books.cash import bank_account, opening_of
from templates.books.controls import ledger_balance
from templates.choices import when
from templates.declare import Column, Size, Table, col, declare, with_formulas
from templates.expressions import Cell, Expr, expr, f
from templates.kinds import Date, Kind, Money, Text, Whole
from templates.lookups import Look, Total, sum_of

PURSES = (1, 2, 3, 4)
MILLION = 1
NAMES = ("เงินล้านที่รัฐจัดสรร", "เงินออมและดอกผล", "เงินกู้จากธนาคาร", "เงินอื่นตามที่กองทุนกำหนด")


PURSE = Column("บัญชีที่", "purse", kind=Kind.WHOLE, least=1, most=4, width=9, help="1 = เงินล้าน · 2 = เงินออมและดอกผล · 3 = เงินกู้ธนาคาร · 4 = เงินอื่น")


class Misplaced(NamedTuple):
    """Money that lies in one บัญชี and belongs to another until it is moved: bank interest not moved yet."""

    date: A[Date, col("ณ วันที่", "date", required=True)]
    lies_in: A[Whole, col("เงินอยู่ในบัญชี", "lies in", required=True, least=1, most=4, width=12)]
    belongs_to: A[Whole | None, col("เป็นของบัญชี", "belongs to", least=1, most=4, width=12, help="ว่าง = ไม่ใช่เงินของกองทุน")]
    amount: A[Money, col("จำนวนที่รอโอน", "amount", required=True, total=True, width=14)]
    why: A[Text, col("คือเงินอะไร", "what it is", required=True, width=36)]
    document: A[Text | None, col("หลักฐาน", "document", width=18)]


class Purse(NamedTuple):
    """One บัญชี: where its money came from, where it is."""

    number: A[Whole, col("บัญชีที่", "purse", fixed=True, width=9)]
    name: A[Text, col("เงินของบัญชี", "name", fixed=True, width=23)]
    sources: A[Money, col("เงินที่ต้องมี", "sources", width=14, least=None, formula=expr(0))]
    misplaced: A[
        Money,
        col(
            "เงินรอโอนที่อยู่ในบัญชีนี้", "misplaced", width=14, least=None,
            formula=sum_of("misplaced", "amount", lies_in=f.number) - sum_of("misplaced", "amount", belongs_to=f.number),
        ),
    ]  # fmt: skip
    money: A[Money, col("เงินสดและธนาคาร", "cash and bank", width=14, least=None, formula=expr(0))]
    lent: A[Money, col("ลูกหนี้เงินกู้ (เงินต้น)", "lent", width=14, formula=sum_of("loans", "balance", purse=f.number))]
    other: A[Money, col("สินทรัพย์อื่น", "other assets", width=12, least=None, formula=expr(0))]
    found: A[Money, col("รวมเงินที่พบ", "found", width=14, least=None, formula=expr(0) + f.money + f.lent + f.other)]
    difference: A[Money, col("พบมาก (น้อย) กว่าที่ต้องมี", "difference", width=14, least=None, formula=Rounded(f.found - f.sources - f.misplaced, 2))]


class Funding(NamedTuple):
    """Money that came to the fund to be lent on: from the state, or a bank's loan."""

    date: A[Date, col("วันที่ได้รับ", "date", required=True)]
    source: A[Text, col("แหล่งเงิน", "source", required=True, width=26)]
    kind: A[Text, col("ชนิดเงิน", "kind", required=True, one_of=("รัฐจัดสรร", "รัฐเพิ่มทุน", "กู้ธนาคาร"), width=13)]
    purse: A[Whole, col("เข้าบัญชีที่", "purse", required=True, least=1, most=4, width=11)]
    amount: A[Money, col("จำนวนที่ได้รับ", "amount", required=True, total=True, width=15)]
    purpose: A[Text | None, col("เพื่อ", "purpose", width=26)]
    due: A[Date | None, col("กำหนดส่งคืน", "due")]
    repaid: A[Money | None, col("ส่งคืนแล้ว", "repaid", total=True, width=14)]
    left: A[Money, col("คงเหลือ", "left", total=True, width=14, formula=Rounded(f.amount - f.repaid, 2))]


def loans_account(purse: int) -> str:
    """Name the by-law of a บัญชี's control account of loans."""
    return "account_loans" if purse == MILLION else f"account_loans_{purse}"


def purse_tables(banks: int) -> tuple[Table, ...]:
    """Build the proof of each บัญชี: what its accounts say must be there, against the cash and bank book and the contracts."""
    rows = tuple({"number": number, "name": name} for number, name in zip(PURSES, NAMES, strict=True))
    proof = declare(Purse, name="purses", th="เงินแยกบัญชี", guard="number", key=("number",), fixed_rows=rows)
    claims = (words.LIABILITY, words.CAPITAL, words.INCOME, words.EXPENSE)
    sources = sum((sum_of("trial_balance", "balance", purse=f.number, group=group) for group in claims), start=expr(0))
    controls = [Cell("rules", loans_account(purse)) for purse in PURSES]
    lent = sum((when(f.number.is_(purse), ledger_balance(control), 0) for purse, control in zip(PURSES, controls, strict=True)), start=expr(0))
    assets = sum_of("trial_balance", "balance", purse=f.number, group=words.ASSET)
    formulas = {"sources": expr(0) - sources, "money": _money(banks), "other": Rounded(assets - lent - f.money, 2)}
    misplaced = declare(Misplaced, name="misplaced", th="เงินรอโอนระหว่างบัญชี", guard="date", key=("date", "why"), capacity=lambda _: 20, turns=True)
    return with_formulas(proof, formulas), misplaced


def _money(banks: int) -> Expr:
    """Give the cash and the bank balances whose accounts belong to the row's บัญชี."""
    places = [("cash", rule.account_cash), *((f"bank{bank}", bank_account(bank)) for bank in range(1, banks + 1))]
    there: Expr = expr(0)
    for money, account in places:
        balance = opening_of(account) + Total("cash", f"{money}_in") - Total("cash", f"{money}_out")
        there = there + when(Look(account, "accounts", "purse", "code").is_(f.number), balance, 0)
    return there


def funding_table() -> Table:
    return declare(Funding, name="funding", th="ทะเบียนเงินทุนและเงินกู้ธนาคาร", guard="date", key=("date", "source"), capacity=room_for_funding, turns=True)


def room_for_funding(size: Size) -> int:
    return 20 + size.members // 50
