"""ทะเบียนครัวเรือนเป้าหมาย และ สถานะหมู่บ้าน: the purple and the brown book of the interest-free revolving fund (กข.คจ.)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated as A
from typing import NamedTuple

from templates.arithmetic import Rounded
from templates.books import words
from templates.books.bylaws import rule
from templates.books.cash import bank_account, opening_of
from templates.books.members import room_for_members
from templates.choices import either, join, when
from templates.declare import Table, col, declare, with_formulas
from templates.expressions import Expr, expr, f
from templates.kinds import Date, Money, Text, Whole
from templates.lookups import Look, LookText, Same, sum_of

MOVED_AWAY, LEFT = "ย้ายออก", "พ้นสภาพ"
STATUSES = (words.ACTIVE, MOVED_AWAY, LEFT)
ORDINARY, OVERDUE, CLOSED, CLOSED_LOST, NEVER = "ปกติ", "ค้างส่งคืน", "ปิดสัญญา", "ปิดสัญญา (สูญเสียที่พิสูจน์แล้ว)", "ยังไม่ได้ยืม"


def reworded(table: Table, headings: Mapping[str, str], units: Mapping[str, str] | None = None, *, hide: tuple[str, ...] = ()) -> Table:
    """Give a table whose named columns have these headings and units: the words of the scheme where a part is shared with other funds."""
    columns = {
        name: replace(column, th=headings.get(name, column.th), unit=(units or {}).get(name, column.unit), hidden=column.hidden or name in hide)
        for name, column in table.columns.items()
    }
    return replace(table, columns=columns)


class Household(NamedTuple):
    """A target household, in the order the village drew up; incomes a year a person, before the first loan and after it."""

    id: A[Text, col("รหัสครัวเรือน", "household id", required=True, width=12)]
    order: A[Whole | None, col("ลำดับที่", "order no.", least=1, width=8, help="ลำดับครัวเรือนเป้าหมายตามที่ประชุมหมู่บ้านจัดไว้")]
    title: A[Text | None, col("คำนำหน้า", "title", width=9)]
    first: A[Text, col("ชื่อหัวหน้าครัวเรือน", "first name", required=True, width=16)]
    last: A[Text | None, col("สกุล", "last name", also=("นามสกุล",), width=16)]
    citizen_id: A[Text | None, col("เลขประจำตัวประชาชน", "citizen id", width=18, help="ไม่บังคับ ไม่แสดงในรายงาน")]
    house: A[Text | None, col("บ้านเลขที่", "house", width=10)]
    people: A[Whole | None, col("สมาชิกในครัวเรือน (คน)", "people", least=1, width=12)]
    occupation: A[Text | None, col("อาชีพ", "occupation", width=18)]
    income_before: A[Money | None, col("รายได้ก่อนยืม (ต่อคนต่อปี)", "income before", width=14)]
    income_1: A[Money | None, col("รายได้หลังยืมปีที่ 1", "income after 1 year", width=13)]
    income_2: A[Money | None, col("รายได้หลังยืมปีที่ 2", "income after 2 years", width=13)]
    income_3: A[Money | None, col("รายได้หลังยืมปีที่ 3", "income after 3 years", width=13)]
    joined: A[Date | None, col("วันขึ้นทะเบียน", "joined")]
    status: A[Text, col("สถานะครัวเรือน", "status", required=True, one_of=STATUSES, width=11)]
    left: A[Date | None, col("วันพ้นทะเบียน", "left")]
    note: A[Text | None, col("หมายเหตุ", "note", width=24)]
    name: A[
        Text,
        col("หัวหน้าครัวเรือน", "name", width=24, formula=when(f.last.is_(""), join(f.title, f.first), join(f.title, f.first, " ", f.last))),
    ]


class Standing(NamedTuple):
    """How a household stands with the fund, all its contracts together."""

    member: A[Text, col("รหัสครัวเรือน", "household", formula=Same("members", "id"), width=12)]
    name: A[Text, col("หัวหน้าครัวเรือน", "name", formula=Same("members", "name"), width=24)]
    opening: A[Money, col("ยืมอยู่ยกมา", "opening", total=True, formula=sum_of("loans", "brought", member=f.member))]
    lent: A[Money, col("ยืมในปี", "lent", total=True, formula=sum_of("loans", "lent", member=f.member))]
    round: A[Whole, col("ยืมรอบที่", "round", width=8, formula=sum_of("loans", "round", member=f.member, latest=1))]
    returned: A[Money, col("ส่งคืนในปี", "returned", total=True, formula=sum_of("cards", "principal", member=f.member))]
    lost: A[Money, col("สูญเสียที่พิสูจน์แล้ว", "identified loss", total=True, formula=sum_of("loans", "written_off", member=f.member))]
    outstanding: A[Money, col("คงเหลือ", "outstanding", total=True, formula=sum_of("loans", "balance", member=f.member))]
    due: A[Date | None, col("ครบกำหนด", "due", formula=expr(0))]
    overdue: A[Money, col("ค้างส่งคืน", "overdue", total=True, formula=sum_of("ageing", "overdue", member=f.member))]
    days: A[Whole, col("วันค้าง", "days overdue", width=9, formula=sum_of("ageing", "days", member=f.member, first_late=1))]
    state: A[Text, col("สถานะเงินยืม", "state", width=26, formula=expr(""))]
    last_due: A[Whole, col("กำหนดของสัญญาล่าสุด (เลขวัน)", "due of the last contract", hidden=True, formula=sum_of("loans", "due", member=f.member, latest=1))]


def standing_table() -> Table:
    base = declare(Standing, name="standing", th="ฐานะรายครัวเรือน", guard="member", key=("member",), capacity=room_for_members, follows="members")
    quiet = when(f.lost > 0, CLOSED_LOST, when(either(f.opening > 0, f.lent > 0), CLOSED, NEVER))
    state = when(f.overdue > 0, OVERDUE, when(f.outstanding > 0, ORDINARY, quiet))
    return with_formulas(base, {"due": when(either(f.outstanding.is_(0), f.last_due.is_(0)), "", f.last_due), "state": state})


class Snapshot(NamedTuple):
    """How the fund stood on a day somebody looked: a meeting, a visit from the district, a new committee."""

    date: A[Date, col("วันที่ตรวจดู", "date", required=True)]
    occasion: A[Text | None, col("โอกาส", "occasion", width=18, help="เช่น ประชุมกรรมการ พัฒนากรมาเยี่ยม เปลี่ยนกรรมการ")]
    recorder: A[Text | None, col("ผู้บันทึก", "recorder", width=13)]
    holder: A[Text | None, col("เงินสดอยู่กับ", "cash is with", width=13)]
    remark: A[Text | None, col("เรื่องที่พบ", "remark", width=20)]
    bank: A[Money, col("เงินฝากธนาคาร", "bank", least=None, formula=expr(0))]
    cash: A[Money, col("เงินสดในมือ", "cash", least=None, formula=expr(0))]
    outstanding: A[Money, col("ลูกหนี้เงินยืม", "outstanding", least=None, formula=expr(0))]
    total: A[Money, col("รวมเงินทุนที่มี", "total", least=None, formula=f.bank + f.cash + f.outstanding)]


def _money_on(account: Expr, name: str) -> Expr:
    return opening_of(account) + sum_of("cash", f"{name}_in", date=("<=", f.date)) - sum_of("cash", f"{name}_out", date=("<=", f.date))


def snapshots_table(banks: int) -> Table:
    """Build the village-status book: a day and a word typed, the money of that day by formula."""
    base = declare(Snapshot, name="snapshots", th="บันทึกสถานะหมู่บ้าน", guard="date", key=("date",), capacity=lambda _: 40)
    bank = _money_on(bank_account(1), "bank1")
    for number in range(2, banks + 1):
        bank = bank + _money_on(bank_account(number), f"bank{number}")
    lent = sum_of("loans", "principal", date=("<=", f.date)) - sum_of("loans", "repaid_before", date=("<=", f.date))
    back = sum_of("cards", "principal", date=("<=", f.date)) + sum_of("write_offs", "amount", date=("<=", f.date))
    return with_formulas(base, {"bank": bank, "cash": _money_on(rule.account_cash, "cash"), "outstanding": Rounded(lent - back, 2)})


def households_table() -> Table:
    return declare(Household, name="members", th="ครัวเรือนเป้าหมาย", guard="id", key=("id",), capacity=room_for_members)


class Visit(NamedTuple):
    """A household visited: what the book says beside what the household says."""

    date: A[Date, col("วันที่เยี่ยม", "date", required=True)]
    contract: A[Text, col("สัญญา", "contract", required=True, ref=("loans", "number"), width=14)]
    name: A[Text, col("ผู้ยืม", "borrower", formula=LookText(f.contract, "loans", "name", "number"), width=24)]
    register: A[Money, col("คงเหลือในสมุด", "register", formula=Look(f.contract, "loans", "balance", "number"), width=14)]
    said: A[Money, col("ครัวเรือนว่ายืมอยู่", "household says", required=True, width=15)]
    difference: A[Money, col("ต่างกัน", "difference", formula=Rounded(f.said - f.register, 2), least=None, width=12)]
    signed: A[Text | None, col("ลงชื่อรับทราบ", "signed", one_of=(words.YES, words.NO), width=11)]
    plan: A[Text | None, col("ที่ตกลงกัน", "agreed", width=36, help="เช่น ส่งคืนหลังเก็บเกี่ยว ทำหนังสือรับสภาพหนี้ ขอเลื่อนถึงเดือนใด")]


def visits_table() -> Table:
    return declare(Visit, name="visits", th="เยี่ยมครัวเรือน", guard="date", key=("contract", "date"), capacity=lambda size: 40 + size.members)
