"""A fifth book in one module: กองทุนสวัสดิการวันละบาท, where members pay a baht a day and are helped in turn. The tests build it.

Everything here is data and composition: the parts (members, receipts, cash and bank, count, ledger, statements, controls) are
those of the other books. See fifth-book.md.
"""

from typing import Annotated as A
from typing import NamedTuple

from templates.books import bylaws, cash, controls, ledger, members, receipts, words, year_end
from templates.books.controls import Tie, control_state, opening_bank
from templates.declare import FundBook, Sheet, Size, col, declare
from templates.expressions import Cell, expr, f
from templates.face import Face, Picture, Tile
from templates.kinds import Kind, Money, Text, Whole
from templates.lookups import Same, Total, count_of, sum_of

ID, NAME, VERSION, TEAL = "welfare-baht", "กองทุนสวัสดิการวันละบาท", "1.0", "#1F7A78"
DUES = "สมทบ"
"""The register that members' contributions feed."""
WITHOUT = ("account_savings", "account_loans", "account_dividend", "account_return", "account_reserve")
PRESETS: dict[str, object] = {
    "fund_type": NAME, "first_year": words.NO, "dues_a_year": 36_500, "account_cash": "11010", "account_profit": "33010", "account_dues": "41010",
}  # fmt: skip
BANK_ACCOUNTS = ("12110", "12120", "12130", "12210", "12220", "12230")
ACCOUNTS = (
    ("11010", "เงินสด", words.ASSET), *((code, f"เงินฝากธนาคาร {bank}", words.ASSET) for bank, code in enumerate(BANK_ACCOUNTS, 1)),
    ("32060", "เงินสมทบจากภาครัฐและท้องถิ่น", words.CAPITAL), ("33010", "ทุนสวัสดิการสะสม", words.CAPITAL),
    ("41010", "เงินสมทบสมาชิก", words.INCOME), ("45010", "ดอกเบี้ยเงินฝากธนาคาร", words.INCOME),
    ("51010", "สวัสดิการเกิด เจ็บ ตาย", words.EXPENSE), ("54010", "ค่าวัสดุและแบบพิมพ์", words.EXPENSE),
)  # fmt: skip
ITEMS = (
    ("เงินสมทบสมาชิก", "41010", DUES), ("เงินสมทบจากภาครัฐและท้องถิ่น", "32060", ""), ("ดอกเบี้ยเงินฝากธนาคาร", "45010", ""),
    ("จ่ายสวัสดิการ", "51010", words.WELFARE), ("ค่าวัสดุและแบบพิมพ์", "54010", ""),
)  # fmt: skip


class Dues(NamedTuple):
    """The by-laws of this fund alone."""

    dues_a_year: A[Money, col("เงินสมทบต่อคนต่อปี", "dues a year", required=True, unit="บาท")]
    account_dues: A[Text, col("รหัสบัญชีเงินสมทบ", "dues account", required=True, ref=("accounts", "code"))]


class Paid(NamedTuple):
    """What each member paid in, and was helped with, in the year."""

    member: A[Text, col("รหัสสมาชิก", "member", formula=Same("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุล", "name", formula=Same("members", "name"), width=24)]
    dues: A[Money, col("สมทบแล้ว", "paid in", total=True, formula=sum_of("receipts", "amount", member=f.member, register=DUES))]
    helped: A[Money, col("ได้รับสวัสดิการ", "helped", total=True, width=14, formula=sum_of("cash", "paid", reference=f.member, register=words.WELFARE))]


class Figures(NamedTuple):
    """The figures the meeting reads."""

    members: A[Whole, col("สมาชิกสิ้นปี", "members", unit="คน", formula=count_of("members", status=words.ACTIVE))]
    dues: A[Money, col("เงินสมทบในปี", "dues", unit="บาท", formula=Total("paid", "dues"))]
    helped: A[Money, col("จ่ายสวัสดิการในปี", "welfare", unit="บาท", formula=Total("paid", "helped"))]
    cash: A[Money, col("เงินสด", "cash", unit="บาท", formula=Cell("count", "book"))]
    bank: A[Money, col("เงินฝากธนาคาร", "bank", unit="บาท", formula=Total("bank_proof", "book"))]


def welfare_baht(size: Size) -> FundBook:
    """Declare the book for a size."""
    presets = PRESETS | {f"account_bank{bank}": BANK_ACCOUNTS[bank - 1] for bank in range(1, size.banks + 1)}
    people, journal, minutes = members.members_table(), ledger.journal_table(), controls.minutes_table()
    received = receipts.receipts_table(without=(*receipts.OF_SAVINGS, *receipts.OF_LOANS, *receipts.OF_INTEREST))
    money = cash.cash_table(size.banks, {words.WELFARE: ("members", "id"), **cash.ONE_RECEIPT}, without=("missing_months",))
    roomy = tuple((table, table.capacity(size)) for table in (people, received, money, journal))
    paid = declare(Paid, name="paid", th="สมทบและสวัสดิการรายคน", guard="member", key=("member",), capacity=members.room_for_members, follows="members")
    figures = declare(Figures, name="figures", th="ตัวเลขสำคัญ", form=True)
    facts, accounts, _ = ledger.opening_tables()
    sheets = (
        Sheet("ระเบียบ", bylaws.bylaw_tables((bylaws.Fund, Dues, bylaws.Accounts), presets, size.banks, WITHOUT), "กรอกช่องสีเหลืองตามระเบียบของกองทุน"),
        Sheet("สมาชิก", (people,), "หนึ่งแถวต่อหนึ่งคน"),
        Sheet("ผังบัญชีและรายการ", ledger.account_tables(ACCOUNTS, ITEMS, (*words.REGISTERS, DUES)), "รายการที่เหรัญญิกเลือก"),
        Sheet("ยอดยกมา", (facts, accounts), "ลอกยอดจากงบปีก่อนที่ที่ประชุมรับรอง"),
        Sheet("รับเงินวันทำการ", (received,), "หนึ่งแถวต่อใบเสร็จต่อรายการ พิมพ์ครั้งเดียว"),
        Sheet("สมุดเงินสด-ธนาคาร", (money,), "วันทำการพิมพ์แถวเดียว ยอดรับขึ้นเอง"),
        Sheet("สมุดรายวันทั่วไป", (journal,), "รายการที่เงินไม่เคลื่อนไหว"),
        Sheet("สมทบรายคน", (paid,), "คำนวณจากใบเสร็จและใบสำคัญ"),
        Sheet("ทะเบียนสวัสดิการ", (year_end.welfare_table(),), "สิทธิ เพดาน และมติ"),
        Sheet("ทะเบียนใบเสร็จ", receipts.receipt_book_tables(), "เล่มที่ใช้ในปี"),
        Sheet("ทะเบียนมติ", (minutes,), "มติที่แผ่นอื่นอ้างถึง"),
        Sheet("ตรวจนับเงินสด", cash.count_tables(), "นับพร้อมกันสองคน"),
        Sheet("กระทบยอดธนาคาร", (cash.bank_table(size.banks),), "ใช้หนังสือรับรองจากธนาคาร"),
        Sheet("งบทดลอง", (ledger.trial_balance_table(size.banks, debits=()),), "คำนวณเองทั้งแผ่น"),
        Sheet("งบรายได้-ค่าใช้จ่าย", ledger.income_tables(), "แสดงเฉพาะบัญชีที่มีรายการ"),
        Sheet("งบแสดงฐานะการเงิน", ledger.position_tables(), "หลังปิดบัญชี"),
        Sheet("สรุป", (figures, controls.by_month_table(without=("savings", "lent", "principal", "interest"))), "ตัวเลขสำหรับที่ประชุม"),
        Sheet("จุดตรวจก่อนปิดบัญชี", (controls.controls_table(_ties(size.banks)), controls.room_table(roomy), controls.sign_off_table()), "ทุกคู่ควรตรงกัน"),
        Sheet("_satja", (controls.stamp_table(),), "", hidden=True),
    )
    return FundBook(ID, NAME, VERSION, sheets, TEAL, _face())


def _ties(banks: int) -> tuple[Tie, ...]:
    dues = ("เงินสมทบ: รายคน = บัญชี", Total("paid", "dues"), expr(0) - controls.ledger_balance(bylaws.rule.account_dues))
    return dues, controls.receipts_tie(), *controls.ledger_ties(), *controls.money_ties(banks)


def _face() -> Face:
    figure, money = "figures", Kind.MONEY
    return Face(
        tiles=(
            Tile("สมาชิก (คน)", Cell(figure, "members"), Kind.WHOLE, expr(NAME), "สมาชิก"),
            Tile("เงินสมทบในปี", Cell(figure, "dues"), money, control_state("เงินสมทบ: รายคน = บัญชี"), "สมทบรายคน"),
            Tile("เงินฝากธนาคาร", opening_bank(1), money, control_state("ธนาคาร 1: หนังสือรับรอง = สมุด"), "กระทบยอดธนาคาร"),
        ),
        steps=tuple((when, (("พิมพ์ใบเสร็จ", "รับเงินวันทำการ"), ("ดูว่าทุกคู่ตรงกัน", "จุดตรวจก่อนปิดบัญชี"))) for when in ("ทุกวันทำการ", "ทุกสิ้นเดือน", "สิ้นปี")),
        groups=(("เริ่มต้นปี", ("คู่มือ", "ระเบียบ", "สมาชิก", "ยอดยกมา")), ("พิมพ์ประจำ", ("รับเงินวันทำการ", "สมุดเงินสด-ธนาคาร")), ("แผ่นอื่น", ())),
        guide=(("ทุกวันทำการ", (("รับเงินวันทำการ", "หนึ่งแถวต่อหนึ่งรายการในใบเสร็จ"),)),),
        pictures=(Picture("เงินสดสิ้นเดือน (บาท)", "line", "by_month", "start", ("cash",)),),
        first_of_all="พร้อมใช้แล้ว · พิมพ์ใบเสร็จที่แผ่น รับเงินวันทำการ",
    )
