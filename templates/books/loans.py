"""สัญญาเงินกู้, and the smaller registers beside them: debts written off, guarantors who paid, members who leave."""

from dataclasses import replace
from typing import Annotated as A
from typing import NamedTuple

from addin.udfs.interest import METHODS
from templates.arithmetic import Rounded
from templates.books import words
from templates.books.members import SAVED, Holding, name_of, room_for_members
from templates.choices import when
from templates.dates import months_on
from templates.declare import Column, Size, Table, col, declare, with_formulas
from templates.expressions import expr, f
from templates.kinds import Date, Money, Rate, Text, Whole
from templates.lookups import Look, count_of, sum_of


class Loan(NamedTuple):
    """A loan contract."""

    number: A[Text, col("เลขที่สัญญา", "contract no.", also=("สัญญาเลขที่", "เลขสัญญา"), required=True, width=14)]
    member: A[Text, col("รหัสสมาชิก", "member", required=True, ref=("members", "id"), width=12)]
    kind: A[Text | None, col("ประเภท", "kind", one_of=(words.ORDINARY_LOAN, words.EMERGENCY_LOAN, words.LAND_LOAN), width=10)]
    date: A[Date, col("วันที่", "date", required=True)]
    principal: A[Money, col("เงินต้น", "principal", required=True, total=True, least=1)]
    rate: A[Rate, col("อัตรา", "rate per year", required=True, width=8)]
    method: A[Text, col("วิธีคิดดอกเบี้ย", "interest method", required=True, one_of=METHODS, width=13)]
    plan: A[Text, col("แบบผ่อน", "plan", required=True, one_of=words.PLANS, width=11)]
    instalments: A[Whole, col("จำนวนงวด", "instalments", required=True, least=1, most=120, width=9)]
    instalment: A[Money, col("งวดละ", "instalment", required=True, least=1, width=11)]
    first_due: A[Date, col("งวดแรก", "first due", required=True)]
    purpose: A[Text | None, col("วัตถุประสงค์", "purpose", width=20)]
    guarantor_1: A[Text | None, col("ผู้ค้ำ 1", "guarantor 1", ref=("members", "id"), width=10)]
    guarantor_2: A[Text | None, col("ผู้ค้ำ 2", "guarantor 2", ref=("members", "id"), width=10)]
    collateral: A[Text | None, col("หลักประกัน", "collateral", width=14)]
    minute: A[Text | None, col("เลขที่มติ", "minute", width=10)]
    due: A[Date | None, col("วันครบกำหนด", "due", default=months_on(f.first_due, (f.instalments - 1) * f.every))]
    continues: A[Text | None, col("ต่อจากสัญญาเลขที่", "continues", width=15)]
    cash_before: A[Money | None, col("เงินเข้าจริงก่อน", "cash received first", width=14)]
    repaid_before: A[Money | None, col("ชำระแล้วยกมา", "repaid before", total=True, width=13)]
    interest_to: A[Date | None, col("ดอกเบี้ยชำระถึง", "interest paid to", help="ของสัญญาที่ยกมาจากปีก่อน")]
    followed_up: A[Date | None, col("วันติดตามล่าสุด", "followed up")]
    acknowledged: A[Date | None, col("วันที่หนังสือรับสภาพหนี้", "acknowledged", width=19)]
    name: A[Text, col("ชื่อผู้กู้", "name", formula=name_of(f.member), width=24)]
    every: A[
        Whole,
        col("ทุกกี่เดือน", "every", hidden=True, formula=when(f.plan.is_(words.QUARTERLY), 3, when(f.plan.is_(words.YEARLY), 12, 1))),
    ]
    repaid: A[Money, col("ชำระเงินต้นในปี", "repaid", total=True, width=14, formula=sum_of("cards", "principal", contract=f.number))]
    written_off: A[Money, col("ตัดหนี้สูญ", "written off", total=True, formula=sum_of("write_offs", "amount", contract=f.number))]
    balance: A[Money, col("คงเหลือ", "balance", total=True, formula=Rounded(f.principal - f.repaid_before - f.repaid - f.written_off, 2))]


class WriteOff(NamedTuple):
    """A debt written off by a resolution; a memo that takes it off the contract's balance."""

    contract: A[Text, col("สัญญาที่ตัดสูญ", "contract", required=True, ref=("loans", "number"), width=14)]
    date: A[Date, col("วันที่ตัดสูญ", "date", required=True)]
    amount: A[Money, col("เงินต้นที่ตัดสูญ", "amount", required=True, total=True)]
    minute: A[Text | None, col("มติตัดสูญ", "minute")]


class Recourse(NamedTuple):
    """A guarantor who paid in the borrower's place, and what is still owed to the guarantor."""

    contract: A[Text, col("สัญญาที่ชำระแทน", "contract", required=True, ref=("loans", "number"), width=15)]
    guarantor: A[Text, col("ผู้ค้ำที่ชำระแทน", "guarantor", required=True, ref=("members", "id"), width=15)]
    date: A[Date, col("วันที่ชำระแทน", "date", required=True)]
    receipt: A[Text | None, col("ใบเสร็จที่", "receipt")]
    amount: A[Money, col("จำนวนที่ชำระแทน", "amount", required=True, total=True)]
    recovered: A[Money | None, col("ผู้กู้คืนผู้ค้ำแล้ว", "recovered", total=True, width=15)]
    owed: A[Money, col("ผู้กู้ยังค้างผู้ค้ำ", "owed", total=True, width=15, formula=f.amount - f.recovered)]


class Settlement(NamedTuple):
    """A member who withdraws or leaves: what is theirs, what they owe, what is paid to whom."""

    date: A[Date, col("วันที่", "date", required=True)]
    member: A[Text, col("รหัสสมาชิก", "member", required=True, ref=("members", "id"), width=12)]
    reason: A[Text, col("เหตุที่ถอน", "reason", required=True, one_of=(words.RESIGNED, words.DEAD, "ถอนบางส่วน"), width=11)]
    savings: A[Money, col("เงินสัจจะ", "savings", total=True, formula=expr(0))]
    dividend: A[Money, col("ปันผลค้างจ่าย", "unpaid dividend", total=True, formula=sum_of("last_dividends", "unpaid", member=f.member))]
    debt: A[Money, col("หนี้คงเหลือ", "debt", total=True, formula=sum_of("loans", "balance", member=f.member))]
    fine: A[Money | None, col("ค่าปรับ/หักอื่น", "other deductions", total=True, width=13)]
    guarantees: A[
        Whole,
        col(
            "ยังค้ำอยู่ (สัญญา)",
            "still guarantees",
            width=15,
            formula=count_of("loans", guarantor_1=f.member, balance=(">", 0)) + count_of("loans", guarantor_2=f.member, balance=(">", 0)),
        ),
    ]
    net: A[Money, col("สุทธิ", "net", total=True, least=None, formula=expr(0))]
    paid_to: A[Text | None, col("จ่ายให้", "paid to", width=18)]
    heir: A[Text | None, col("ทายาท/ความเกี่ยวข้อง", "heir", width=18)]
    voucher: A[Text | None, col("ใบสำคัญจ่าย", "voucher", width=14)]
    minute: A[Text | None, col("มติ", "minute", width=10)]


def room_for_loans(size: Size) -> int:
    return 30 + size.members


def loans_table(*more: type) -> Table:
    """Build the contracts; ``more`` are columns a fund's contracts have besides."""
    return declare(Loan, *more, name="loans", th="สัญญาเงินกู้", guard="number", key=("number",), capacity=room_for_loans)


def small_registers() -> tuple[Table, ...]:
    return (
        declare(WriteOff, name="write_offs", th="ทะเบียนหนี้ตัดสูญ", guard="contract", key=("contract", "date"), capacity=lambda _: 30),
        declare(Recourse, name="recourse", th="ทะเบียนชำระแทน (ไล่เบี้ย)", guard="contract", key=("contract", "date"), capacity=lambda _: 30),
    )


def settlement_table(holdings: tuple[Holding, ...] = (SAVED,)) -> Table:
    """Build the sheet of those who leave: all they hold in the fund, a column each."""
    base = declare(Settlement, name="settlements", th="ถอน/ลาออก", guard="date", key=("member", "date"), capacity=lambda size: 20 + room_for_members(size) // 4)
    held = [
        replace(
            base.columns["savings"],
            name=each.table,
            th=each.th,
            en=each.table,
            formula=Look(f.member, each.table, "opening", "member") + Look(f.member, each.table, "deposited", "member"),
        )
        for each in holdings
    ]
    columns: dict[str, Column] = {}
    for name, column in base.columns.items():
        columns |= {each.name: each for each in held} if name == "savings" else {name: column}
    first, *rest = (getattr(f, each.table) for each in holdings)
    return with_formulas(replace(base, columns=columns), {"net": sum(rest, start=first) + f.dividend - f.debt - f.fine})
