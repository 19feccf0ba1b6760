"""หน้าแรก, สรุป, จุดตรวจก่อนปิดบัญชี, ทะเบียนมติ, ใบสอบทานยอด: what people look at, by formula only."""

from typing import Annotated as A
from typing import NamedTuple

from templates.arithmetic import Rounded
from templates.books import words
from templates.books.bylaws import rule
from templates.books.cards import age_labels
from templates.books.cash import bank_account, opening_of
from templates.books.ledger import result
from templates.books.members import Holding
from templates.choices import when
from templates.dates import months_on
from templates.declare import Table, col, declare
from templates.expressions import Cell, Expr, Operand, expr, f
from templates.kinds import Date, Money, Text, Whole
from templates.lookups import Look, Picked, Total, count_of, sum_of


class Month(NamedTuple):
    """A month of the fund year in figures."""

    number: A[Whole, col("เดือนที่", "month no.", fixed=True, width=8)]
    start: A[Date, col("ตั้งแต่วันที่", "from", formula=when(rule.first_day.is_(""), "", months_on(rule.first_day, f.number - 1)))]
    end: A[Date, col("ถึงวันที่", "to", formula=when(rule.first_day.is_(""), "", months_on(rule.first_day, f.number) - 1))]
    savings: A[
        Money, col("ฝากสัจจะ", "savings", total=True, formula=sum_of("receipts", "amount", register=words.SAVINGS, date=(">=", f.start), date_=("<=", f.end)))
    ]
    lent: A[Money, col("ให้กู้", "lent", total=True, formula=sum_of("cash", "paid", register=words.LENDING, date=(">=", f.start), date_=("<=", f.end)))]
    principal: A[
        Money,
        col("รับคืนเงินต้น", "principal", total=True, formula=sum_of("receipts", "amount", register=words.PRINCIPAL, date=(">=", f.start), date_=("<=", f.end))),
    ]
    interest: A[
        Money, col("รับดอกเบี้ย", "interest", total=True, formula=sum_of("receipts", "amount", register=words.INTEREST, date=(">=", f.start), date_=("<=", f.end)))
    ]
    cash: A[
        Money,
        col(
            "เงินสดสิ้นเดือน",
            "cash at month end",
            least=None,
            width=14,
            formula=opening_of(rule.account_cash) + sum_of("cash", "cash_in", date=("<=", f.end)) - sum_of("cash", "cash_out", date=("<=", f.end)),
        ),
    ]
    closed_on: A[Date | None, col("วันที่ปิดเดือน", "closed on", help="พิมพ์วันที่เมื่อกรรมการดูครบแล้ว จุดตรวจจะเริ่มขึ้นสี")]


class AgeClass(NamedTuple):
    """An age class of debts: how many contracts, how much."""

    label: A[Text, col("อายุหนี้ (วัน)", "age class", fixed=True, width=14)]
    contracts: A[Whole, col("สัญญา (ราย)", "contracts", formula=count_of("ageing", bucket=f.label, balance=(">", 0)), total=True)]
    balance: A[Money, col("เงินต้นคงเหลือ", "balance", total=True, width=14, formula=sum_of("ageing", "balance", bucket=f.label))]


class Figures(NamedTuple):
    """The figures the meeting reads."""

    members: A[Whole, col("สมาชิกสิ้นปี", "members", unit="คน", formula=count_of("members", status=words.ACTIVE))]
    savings: A[Money, col("เงินสัจจะสะสม", "savings", unit="บาท", formula=Total("savings", "closing"))]
    loans: A[Money, col("ลูกหนี้เงินกู้คงเหลือ", "loans", unit="บาท", formula=Total("loans", "balance"))]
    borrowers: A[Whole, col("สัญญาที่ยังมีหนี้", "open contracts", unit="สัญญา", formula=count_of("loans", balance=(">", 0)))]
    overdue: A[Money, col("เงินต้นค้างชำระ", "overdue principal", unit="บาท", formula=Total("ageing", "overdue"))]
    cash: A[Money, col("เงินสด", "cash", unit="บาท", formula=Cell("count", "book"))]
    bank: A[Money, col("เงินฝากธนาคาร", "bank", unit="บาท", formula=Total("bank_proof", "book"))]
    surplus: A[Money, col("กำไร (ขาดทุน) สุทธิ", "surplus", unit="บาท", least=None, formula=result.surplus)]
    assets: A[Money, col("สินทรัพย์รวม", "assets", unit="บาท", formula=Cell("position_result", "assets"))]


class Control(NamedTuple):
    """A tie between two places of the book."""

    tie: A[Text, col("จุดตรวจ", "control", fixed=True, width=34)]
    here: A[Money, col("ยอดที่หนึ่ง", "here", fixed=True, width=15, least=None)]
    there: A[Money, col("ยอดที่สอง", "there", fixed=True, width=15, least=None)]
    difference: A[Money, col("ต่างกัน", "difference", formula=Rounded(f.here - f.there, 2), least=None, width=13)]
    state: A[Text, col("ผล", "state", formula=when(f.difference.is_(0), words.AGREES, words.DIFFERS), width=14)]


class Room(NamedTuple):
    """How many prepared rows a table still has."""

    table: A[Text, col("ตาราง", "table", fixed=True, width=26)]
    used: A[Whole, col("ใช้แล้ว (แถว)", "used", fixed=True, width=12)]
    prepared: A[Whole, col("เตรียมไว้ (แถว)", "prepared", fixed=True, width=13)]
    left: A[Whole, col("เหลือ (แถว)", "left", formula=f.prepared - f.used, width=11, least=None)]


class SignOff(NamedTuple):
    """Who looked at the book before it was closed."""

    closed_on: A[Date | None, col("วันที่ปิดบัญชีสิ้นปี", "closed on")]
    bookkeeper: A[Text | None, col("ผู้ทำบัญชี", "bookkeeper")]
    treasurer: A[Text | None, col("เหรัญญิก", "treasurer")]
    chair: A[Text | None, col("ประธาน", "chair")]
    reviewer_1: A[Text | None, col("ผู้ตรวจทานคนที่ 1", "reviewer 1")]
    reviewer_2: A[Text | None, col("ผู้ตรวจทานคนที่ 2", "reviewer 2")]


class Minute(NamedTuple):
    """A resolution that other sheets quote."""

    number: A[Text, col("เลขที่มติ", "minute no.", required=True, width=14)]
    date: A[Date, col("วันที่ประชุม", "date", required=True)]
    subject: A[Text, col("เรื่องที่มีมติ", "subject", required=True, width=60)]


class Confirmation(NamedTuple):
    """A member's passbook against the register."""

    member: A[Text, col("รหัสสมาชิก", "member", required=True, ref=("members", "id"), width=12)]
    date: A[Date, col("วันที่สอบทาน", "date", required=True)]
    register: A[Money, col("ยอดในทะเบียน", "register", formula=Look(f.member, "savings", "closing", "member"), width=14)]
    passbook: A[Money, col("ยอดในสมุดคู่ฝาก", "passbook", required=True, width=15)]
    difference: A[Money, col("ต่างกัน", "difference", formula=Rounded(f.passbook - f.register, 2), least=None)]
    method: A[Text | None, col("วิธีเลือกและเหตุที่ต่าง", "how chosen and why different", width=36)]


class Stamp(NamedTuple):
    """What the book is: kept on a hidden sheet and declared like any other."""

    template: A[Text, col("แม่แบบ", "template", required=True)]
    version: A[Text, col("รุ่นแม่แบบ", "version", required=True)]
    fingerprint: A[Text, col("ลายโครงสร้าง", "fingerprint", required=True)]
    functions: A[Text, col("รุ่นฟังก์ชัน", "function version", required=True)]
    members: A[Whole, col("ขนาด: สมาชิก", "size: members", required=True)]
    banks: A[Whole, col("ขนาด: ธนาคาร", "size: banks", required=True)]


def by_month_table(without: tuple[str, ...] = ()) -> Table:
    rows = tuple({"number": number} for number in range(1, 13))
    return declare(Month, name="by_month", th="รายเดือน", guard="number", key=("number",), fixed_rows=rows, drop=without)


def by_age_table() -> Table:
    return declare(AgeClass, name="by_age", th="อายุหนี้", guard="label", key=("label",), fixed_rows=tuple({"label": label} for label in age_labels()))


def ledger_balance(account: Expr) -> Expr:
    return sum_of("trial_balance", "balance", code=account)


Tie = tuple[str, Operand, Operand]
"""A tie's name, and the two places that must agree."""


def holding_tie(holding: Holding) -> Tie:
    return f"{holding.th}: ทะเบียน = บัญชีคุมยอด", Total(holding.table, "closing"), expr(0) - ledger_balance(Cell("rules", holding.account))


def loans_tie() -> Tie:
    return "ลูกหนี้: ทะเบียน = บัญชีคุมยอด", Total("loans", "balance"), expr(0) + ledger_balance(rule.account_loans)


def ageing_tie() -> Tie:
    return "ลูกหนี้: ตารางอายุหนี้ = ทะเบียน", Total("ageing", "balance"), Total("loans", "balance")


def receipts_tie() -> Tie:
    from_receipts = sum_of("cash", "cash_in", kind=words.OPERATING_DAY) + sum_of("cash", "cash_in", kind=words.ONE_RECEIPT)
    return "เงินสดวันทำการ: ใบเสร็จ = สมุดเงินสด", sum_of("receipts", "amount", way=words.CASH), from_receipts


def dividends_tie() -> Tie:
    payable = expr(0) - ledger_balance(rule.account_dividend) - ledger_balance(rule.account_return)
    return "ปันผลและเฉลี่ยคืนค้างจ่าย: ทะเบียน = บัญชี", Total("last_dividends", "unpaid"), payable


def ledger_ties() -> tuple[Tie, ...]:
    return (
        ("งบทดลอง: เดบิต = เครดิต", Total("trial_balance", "closing_debit"), Total("trial_balance", "closing_credit")),
        ("งบแสดงฐานะ: สินทรัพย์ = หนี้สิน + ทุน", Total("position", "assets"), Total("position", "claims")),
    )


def money_ties(banks: int) -> tuple[Tie, ...]:
    return (
        ("เงินสด: นับได้ = สมุด", Cell("count", "at_year_end"), Cell("count", "book")),
        *((f"ธนาคาร {bank}: หนังสือรับรอง = สมุด", sum_of("bank_proof", "adjusted", bank=f"ธนาคาร {bank}"), opening_bank(bank)) for bank in range(1, banks + 1)),
        ("ยอดยกมา: เดบิต = เครดิต", Total("opening", "debit"), Total("opening", "credit")),
    )


def controls_table(ties: tuple[Tie, ...]) -> Table:
    """Build the ties the committee sees turn green; the validator checks them down to the receipt."""
    rows = tuple({"tie": tie, "here": here, "there": there} for tie, here, there in ties)
    return declare(Control, name="controls", th="จุดตรวจ", guard="tie", key=("tie",), fixed_rows=rows)


def opening_bank(bank: int) -> Expr:
    return opening_of(bank_account(bank)) + Total("cash", f"bank{bank}_in") - Total("cash", f"bank{bank}_out")


def room_table(tables: tuple[tuple[Table, int], ...]) -> Table:
    """Build the table of rows left, for the tables people type in, each with its prepared rows."""
    rows = tuple({"table": table.th, "used": count_of(table.name, **{table.guard: ("<>", "")}), "prepared": prepared} for table, prepared in tables)
    return declare(Room, name="room", th="แถวที่เหลือ", guard="table", key=("table",), fixed_rows=rows)


def figures_table() -> Table:
    return declare(Figures, name="figures", th="ตัวเลขสำคัญ", form=True)


def sign_off_table() -> Table:
    return declare(SignOff, name="sign_off", th="ลงชื่อก่อนปิดบัญชี", form=True)


def minutes_table() -> Table:
    return declare(Minute, name="minutes", th="ทะเบียนมติ", guard="number", key=("number",), capacity=lambda size: 60 + size.members // 2)


def confirmations_table() -> Table:
    return declare(Confirmation, name="confirmations", th="ใบสอบทานยอด", guard="member", key=("member", "date"), capacity=lambda size: 30 + size.members // 2)


def stamp_table() -> Table:
    return declare(Stamp, name="stamp", th="แม่แบบ", form=True)


def control_state(tie: str) -> Expr:
    """Give the word of a tie on จุดตรวจก่อนปิดบัญชี: it agrees when its difference is nothing."""
    difference = Picked("SUMIFS", "controls", "difference", (("tie", "=", expr(tie)),))
    return when(difference.is_(0), words.AGREES, words.DIFFERS)
