"""สมาชิก และ เงินสัจจะ: who belongs, and the matrix of savings by month."""

from dataclasses import dataclass, replace
from typing import Annotated as A
from typing import NamedTuple

from templates.books import words
from templates.books.bylaws import rule
from templates.choices import Call, join, when
from templates.dates import month_of
from templates.declare import Column, Size, Table, col, declare, with_formulas
from templates.expressions import Expr, expr, f
from templates.kinds import Date, Exact, Kind, Money, Text
from templates.lookups import LookText, Same, sum_of
from templates.numbers import number
from workbook.cells import ErrorValue


class Member(NamedTuple):
    """A member of the fund."""

    id: A[Text, col("รหัสสมาชิก", "member id", also=("เลขที่สมาชิก", "รหัส"), required=True, width=12)]
    citizen_id: A[Text | None, col("เลขประจำตัวประชาชน", "citizen id", width=18, help="ไม่บังคับ ไม่แสดงในรายงาน")]
    title: A[Text | None, col("คำนำหน้า", "title", width=9)]
    first: A[Text, col("ชื่อ", "first name", required=True, width=14)]
    last: A[Text | None, col("สกุล", "last name", also=("นามสกุล",), width=16)]
    house: A[Text | None, col("บ้านเลขที่", "house", width=10)]
    birth: A[Date | None, col("วันเกิด", "birth date")]
    joined: A[Date, col("วันสมัคร", "joined", required=True)]
    status: A[Text, col("สถานะ", "status", required=True, one_of=words.STATUSES, width=10)]
    left: A[Date | None, col("วันพ้นสภาพ", "left")]
    pledge: A[Money | None, col("สัจจะต่อเดือน", "pledge", width=12)]
    beneficiary: A[Text | None, col("ผู้รับผลประโยชน์", "beneficiary", width=20)]
    name: A[Text, col("ชื่อ-สกุล", "name", formula=join(f.title, f.first, " ", f.last), width=24)]


def fund_month(position: int) -> Expr:
    """Give the calendar number of the fund year's n-th month: the 1st of a year from 1 July is 7; of a year without a first day, 1."""

    def meaning(month: Exact, _: Exact) -> Exact:
        known = number(month)
        return known if isinstance(known, ErrorValue) else int(known) % 12

    first = when(rule.first_day.is_(""), 1, month_of(rule.first_day))
    return Call("MOD", (first + (position - 2), expr(12)), meaning) + 1


MONTHS = tuple(f"month_{position}" for position in range(1, 13))


@dataclass(frozen=True)
class Holding:
    """What members hold in the fund: a matrix by month, its items' registers, and where it is brought forward."""

    table: str
    th: str
    """The sheet's and the register's name."""
    register: str
    back: str
    """The register of what is paid back."""
    opening: str
    account: str
    """The by-law that names its account in the ledger."""
    offset: bool = False
    """Whether money owed may be set off against it."""
    shared: bool = True
    """Whether the dividend is worked from it: then what is paid back in the year counts less."""


SAVED = Holding("savings", "เงินสัจจะ", words.SAVINGS, words.WITHDRAWAL, "savings", "account_savings", offset=True)
SHARES = Holding("capital", "ทุนเรือนหุ้น", words.SHARES, words.SHARES_BACK, "shares", "account_shares")
HOLDINGS = (SAVED, SHARES)


class Held(NamedTuple):
    """What a member holds in the year, by month paid for."""

    member: A[Text, col("รหัสสมาชิก", "member", formula=Same("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุล", "name", formula=Same("members", "name"), width=24)]
    opening: A[Money, col("ยอดยกมา", "opening", formula=expr(0), total=True)]
    deposited: A[Money, col("ฝากในปี", "deposited", formula=expr(0), total=True)]
    withdrawn: A[Money, col("ถอนในปี", "withdrawn", formula=expr(0), total=True)]
    closing: A[Money, col("คงเหลือ", "closing", formula=f.opening + f.deposited - f.withdrawn, total=True)]
    missing_months: A[Money, col("บาท-เดือนที่ถอน", "withdrawn baht-months", formula=expr(0), hidden=True)]


def members_table() -> Table:
    return declare(Member, name="members", th="สมาชิก", guard="id", key=("id",), capacity=room_for_members)


def room_for_members(size: Size) -> int:
    """Prepare for joiners: a fifth more, and at least ten."""
    return size.members + max(10, size.members // 5)


def holding_table(holding: Holding, *, alone: bool) -> Table:
    """Build the matrix: brought forward, twelve months from the receipts, withdrawn, left.

    Where the holding is the ``alone`` one by month, a receipt's month tells it; the register, a third condition, is what LibreOffice is slowest at.
    """
    which = {} if alone else {"register": holding.register}
    months = [
        Column(
            f"เดือนที่ {position}", f"month {position}", name=name, kind=Kind.MONEY, total=True, width=10,
            formula=sum_of("receipts", "amount", **which, member=f.member, savings_month=fund_month(position)),
        )
        for position, name in enumerate(MONTHS, 1)
    ]  # fmt: skip
    base = declare(Held, name=holding.table, th=holding.th, guard="member", key=("member",), capacity=room_for_members, follows="members")
    given = dict(base.columns)
    deposits = f.month_1
    for name in MONTHS[1:]:
        deposits = deposits + getattr(f, name)
    withdrawn: Expr = sum_of("cash", "paid", register=holding.back, reference=f.member)
    missing: Expr = sum_of("cash", "missing_months", reference=f.member) if holding.shared else expr(0)
    if holding.offset:
        withdrawn = withdrawn + sum_of("receipts", "amount", way=words.FROM_SAVINGS, member=f.member)
    if holding.offset and holding.shared:
        missing = missing + sum_of("receipts", "missing_months", member=f.member)
    columns = {}
    for name in ("member", "name", "opening", *MONTHS, "deposited", "withdrawn", "closing", "missing_months"):
        columns[name] = given.get(name) or next(each for each in months if each.name == name)
    opening = sum_of("opening_members", holding.opening, member=f.member)
    formulas = {"opening": opening, "deposited": deposits, "withdrawn": withdrawn, "missing_months": missing}
    return with_formulas(replace(base, columns=columns), formulas)


def name_of(member: Expr) -> Expr:
    return LookText(member, "members", "name", "id")
