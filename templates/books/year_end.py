"""จัดสรรกำไร, ปันผลและเฉลี่ยคืน, ปันผลปีก่อน: the proposal of this year and the resolution on last year."""

from typing import Annotated as A
from typing import NamedTuple

from addin.udfs import allocation_line, average_return, dividend, share_months
from templates.arithmetic import Floor, InBaht, Rounded, RowRange, Weighted, larger, lowest, smaller, udf
from templates.books import words
from templates.books.bylaws import rule
from templates.books.ledger import result
from templates.books.members import MONTHS, name_of, room_for_members
from templates.choices import either, every, when
from templates.declare import Table, col, declare, with_formulas
from templates.expressions import Const, Expr, Form, expr, f
from templates.kinds import Date, Money, Number, Rate, Text
from templates.lookups import Beside, Look, LookText, Same, Total, sum_of

year_end = Form("year_end")
SATANG = Const("0.01", 1)
STATUS = LookText(f.member, "members", "status", "id")
LEFT_ON = Look(f.member, "members", "left", "id")


class YearEnd(NamedTuple):
    """From the surplus to what each member gets; leftovers on their own lines."""

    surplus: A[Money, col("กำไร (ขาดทุน) สุทธิ", "surplus", formula=Rounded(result.surplus, 2), least=None)]
    earlier_loss: A[Money | None, col("หัก ขาดทุนสะสมปีก่อน", "earlier loss")]
    fixed_lines: A[Money, col("หัก รายการจำนวนบาทคงที่", "fixed lines", formula=Total("allocation", "fixed"))]
    base: A[Money, col("กำไรที่จัดสรรตามร้อยละ", "base", formula=larger(Rounded(f.surplus - f.earlier_loss - f.fixed_lines, 2), 0))]
    percent: A[Rate, col("ร้อยละรวม (ต้องเป็น 100)", "percent in all", formula=Total("allocation", "percent"))]
    line_leftover: A[
        Money, col("เศษจากการปัดรายการ", "leftover of lines", formula=when(f.percent > 0, Rounded(f.base - Total("allocation", "rounded"), 2), 0), least=None)
    ]
    dividend_pot: A[Money, col("เงินปันผลทั้งหมด", "dividend pot", formula=sum_of("allocation", "allocated", account=rule.account_dividend))]
    share_months: A[Number, col("หุ้น-เดือนรวม", "share-months", formula=Total("shares", "share_months"))]
    dividend_rate: A[
        Number, col("ปันผลต่อหุ้น-เดือน (บาท)", "dividend per share-month", formula=when(f.share_months > 0, InBaht(f.dividend_pot / f.share_months), 0))
    ]
    dividend_paid: A[Money, col("รวมปันผลรายคน", "dividends", formula=Total("shares", "dividend"))]
    dividend_leftover: A[Money, col("เศษปันผลเข้าทุนสำรอง", "dividend leftover", formula=Rounded(f.dividend_pot - f.dividend_paid, 2), least=None)]
    return_pot: A[Money, col("เงินเฉลี่ยคืนทั้งหมด", "average return pot", formula=sum_of("allocation", "allocated", account=rule.account_return))]
    eligible_interest: A[Money, col("ดอกเบี้ยของผู้มีสิทธิ", "eligible interest", formula=sum_of("shares", "interest", right=words.YES))]
    return_rate: A[
        Number,
        col(
            "อัตราเฉลี่ยคืน", "average return rate",
            formula=when(f.eligible_interest > 0, smaller(f.return_pot / f.eligible_interest, when(rule.return_cap.is_(""), 1, rule.return_cap)), 0),
        ),
    ]  # fmt: skip
    return_paid: A[Money, col("รวมเฉลี่ยคืนรายคน", "average returns", formula=Total("shares", "average_return"))]
    return_leftover: A[Money, col("เศษเฉลี่ยคืนเข้าทุนสำรอง", "return leftover", formula=Rounded(f.return_pot - f.return_paid, 2), least=None)]
    reserve: A[
        Money,
        col(
            "ทุนสำรองรวมเศษ", "reserve with leftovers", least=None,
            formula=sum_of("allocation", "allocated", account=rule.account_reserve) + f.dividend_leftover + f.return_leftover,
        ),
    ]  # fmt: skip


class AllocationLine(NamedTuple):
    """A line of the proposal: a fixed amount first, or a percentage of what is left."""

    label: A[Text, col("รายการจัดสรร", "line", required=True, width=28)]
    account: A[Text, col("ลงบัญชี", "account", required=True, ref=("accounts", "code"), width=11)]
    fixed: A[Money | None, col("จำนวนบาทคงที่", "fixed amount", total=True, width=14)]
    percent: A[Rate | None, col("ร้อยละ", "percent", total=True, width=9)]
    rounded: A[Money, col("คิดตามร้อยละ (ปัดลง)", "rounded down", total=True, width=18, formula=expr(0))]
    allocated: A[
        Money,
        col(
            "จัดสรร", "allocated", total=True, width=13, least=None,
            formula=expr(0) + f.fixed + f.rounded + when(f.account.is_(rule.account_reserve), year_end.line_leftover, 0),
        ),
    ]  # fmt: skip


class Share(NamedTuple):
    """What a member gets of the surplus."""

    member: A[Text, col("รหัสสมาชิก", "member", formula=Same("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุล", "name", formula=Same("members", "name"), width=24)]
    left: A[
        Text,
        col(
            "พ้นสภาพในปี", "left in the year", width=12,
            formula=when(either(every(LEFT_ON.is_not(""), rule.last_day >= LEFT_ON), every(LEFT_ON.is_(""), STATUS.is_not(words.ACTIVE))), words.YES, words.NO),
        ),
    ]  # fmt: skip
    share_months: A[Number, col("หุ้น-เดือน", "share-months", total=True, width=12, formula=expr(0))]
    dividend: A[Money, col("เงินปันผล", "dividend", total=True, width=13, formula=expr(0))]
    interest: A[Money, col("ดอกเบี้ยที่ชำระ", "interest paid", total=True, width=13, formula=sum_of("cards", "interest", member=f.member))]
    late: A[
        Money,
        col("ผิดนัดในปี", "late in the year", hidden=True, formula=sum_of("cards", "late", member=f.member) + sum_of("ageing", "overdue", member=f.member)),
    ]
    right: A[Text, col("สิทธิเฉลี่ยคืน", "right", width=12, formula=when(f.why.is_(""), words.YES, "ไม่มี"))]
    why: A[
        Text | None,
        col(
            "เหตุที่ไม่มีสิทธิ", "why not", width=18,
            formula=when(f.left.is_(words.YES), "ลาออกระหว่างปี", when(f.interest.is_(0), "ไม่ได้กู้ในปี", when(f.late > 0, "ผิดนัดในปี", ""))),
        ),
    ]  # fmt: skip
    average_return: A[Money, col("เงินเฉลี่ยคืน", "average return", total=True, width=13, formula=expr(0))]
    total: A[Money, col("รวมรับ", "total", total=True, width=13, formula=expr(0) + f.dividend + f.average_return)]


def _share_cells(of: str) -> dict[str, Expr]:
    opening, missing = Beside(of, "opening"), Beside(of, "missing_months")
    months = RowRange(MONTHS, of)
    weighted = (opening * rule.opening_weight) + Weighted(MONTHS, rule.first_weight, of) - missing
    counted = udf(
        share_months, opening, months, missing, rule.share_value, rule.opening_weight, rule.first_weight,
        plain=larger(weighted, 0) / rule.share_value,
        refuse=either(opening < 0, lowest(months) < 0, missing < 0, rule.share_value <= 0, rule.opening_weight < 0, rule.first_weight < 0),
    )  # fmt: skip
    counts = either(f.left.is_not(words.YES), rule.leaver_dividend.is_(words.COUNTED))
    pot, unit = year_end.dividend_pot, rule.payout_unit
    shared = when(f.share_months > 0, Floor((pot * f.share_months) / year_end.share_months, unit), 0)
    returned = udf(
        average_return,
        f.interest,
        year_end.return_rate,
        unit,
        plain=Floor(f.interest * year_end.return_rate, unit),
        refuse=either(f.interest < 0, year_end.return_rate < 0, unit <= 0),
    )
    return {
        "share_months": when(counts, counted, 0),
        "dividend": udf(
            dividend,
            f.share_months,
            year_end.share_months,
            pot,
            unit,
            plain=shared,
            refuse=either(pot < 0, unit <= 0, f.share_months < 0, f.share_months > year_end.share_months),
        ),
        "average_return": when(f.right.is_(words.YES), returned, 0),
    }


class Resolution(NamedTuple):
    """Last year's profit as the general meeting resolved it, in this year's book."""

    met_on: A[Date | None, col("วันประชุมใหญ่", "met on")]
    minute: A[Text | None, col("มติที่ประชุมใหญ่ที่", "minute")]
    profit: A[
        Money,
        col(
            "กำไรปีก่อนที่รอจัดสรร",
            "profit to allocate",
            formula=sum_of("opening", "credit", account=rule.account_profit) - sum_of("opening", "debit", account=rule.account_profit),
            least=None,
        ),
    ]
    resolved: A[Money, col("จัดสรรตามมติ", "resolved", formula=Total("resolution_lines", "amount"))]
    difference: A[Money, col("ยังไม่จัดสรร", "not allocated", formula=Rounded(f.profit - f.resolved, 2), least=None)]


class ResolutionLine(NamedTuple):
    """A line of last year's resolution and what was posted for it."""

    account: A[Text, col("จัดสรรเข้าบัญชี", "account", required=True, ref=("accounts", "code"), width=14)]
    label: A[Text, col("ชื่อบัญชีที่จัดสรร", "line", formula=LookText(f.account, "accounts", "name", "code"), width=28)]
    amount: A[Money, col("จำนวนตามมติ", "amount", required=True, total=True, width=13)]
    posted: A[
        Money,
        col(
            "ลงบัญชีแล้ว",
            "posted",
            total=True,
            width=13,
            formula=sum_of("journal", "credit", account=f.account, date=Form("resolution").met_on, posted=words.GENERAL),
        ),
    ]
    difference: A[Money, col("ต่างกัน", "difference", total=True, least=None, width=12, formula=Rounded(f.amount - f.posted, 2))]


class LastDividend(NamedTuple):
    """A member's dividend and average return of last year, paid or not."""

    member: A[Text, col("รหัสสมาชิก", "member", formula=Same("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุล", "name", formula=name_of(f.member), width=24)]
    brought: A[
        Money,
        col(
            "ค้างจ่ายยกมา",
            "brought forward",
            total=True,
            width=13,
            formula=sum_of("opening_members", "unpaid_dividend", member=f.member) + sum_of("opening_members", "unpaid_return", member=f.member),
        ),
    ]
    dividend: A[Money | None, col("เงินปันผลตามมติ", "dividend", total=True, width=14)]
    average_return: A[Money | None, col("เฉลี่ยคืนตามมติ", "average return", total=True, width=14)]
    paid_on: A[Date | None, col("วันที่รับเงิน", "paid on")]
    voucher: A[Text | None, col("ใบสำคัญจ่าย", "voucher", width=13)]
    paid: A[Money | None, col("จ่ายแล้ว", "paid", total=True, width=13, default=when(f.paid_on.is_(""), "", expr(0) + f.brought + f.dividend + f.average_return))]
    offset: A[Money, col("หักไปลงรายการอื่น", "offset", total=True, width=15, formula=sum_of("receipts", "amount", member=f.member, way=words.FROM_DIVIDEND))]
    unpaid: A[
        Money,
        col(
            "ยังไม่มารับ", "unpaid", total=True, least=None, width=12, formula=Rounded(expr(0) + f.brought + f.dividend + f.average_return - f.paid - f.offset, 2)
        ),
    ]


class WelfarePayment(NamedTuple):
    """A welfare payment: the right, the ceiling, the minute; the amount is the cash book's."""

    date: A[Date, col("วันที่", "date", required=True)]
    member: A[Text, col("รหัสสมาชิก", "member", required=True, ref=("members", "id"), width=12)]
    right: A[Text, col("สิทธิสวัสดิการ", "right", required=True, width=20)]
    ceiling: A[Money | None, col("เพดานตามระเบียบ", "ceiling", width=14)]
    voucher: A[Text, col("ใบสำคัญจ่าย", "voucher", required=True, width=14)]
    minute: A[Text | None, col("มติ", "minute", width=10)]
    amount: A[
        Money, col("จำนวนที่จ่าย", "amount", total=True, width=13, formula=sum_of("cash", "paid", voucher=f.voucher, reference=f.member, register=words.WELFARE))
    ]


class AllocationBound(NamedTuple):
    """Between which percentages the by-laws want a line of the proposal."""

    account: A[Text, col("จัดสรรเข้าบัญชี", "account", required=True, ref=("accounts", "code"), width=14)]
    name: A[Text, col("ชื่อบัญชีที่กำหนดสัดส่วน", "account name", formula=LookText(f.account, "accounts", "name", "code"), width=26)]
    least: A[Rate | None, col("ไม่น้อยกว่า", "least", width=10)]
    most: A[Rate | None, col("ไม่เกิน", "most", width=10)]
    clause: A[Text | None, col("ระเบียบข้อที่", "clause", width=12)]


def bounds_table() -> Table:
    return declare(AllocationBound, name="bounds", th="สัดส่วนจัดสรรตามระเบียบ", guard="account", key=("account",), capacity=lambda _: 16, turns=True)


def allocation_tables(lines: tuple[tuple[str, str, object], ...]) -> tuple[Table, ...]:
    """Build the proposal with a fund type's usual lines."""
    base = declare(
        AllocationLine, name="allocation", th="รายการจัดสรร", guard="label", key=("label",), capacity=lambda _: 16, turns=True,
        initial=tuple({"label": label, "account": account, "percent": percent} for label, account, percent in lines),
    )  # fmt: skip
    percent = expr(0) + f.percent
    rounded = udf(allocation_line, year_end.base, percent, SATANG, plain=Floor(year_end.base * percent, SATANG), refuse=f.percent < 0)
    return with_formulas(base, {"rounded": rounded}), declare(YearEnd, name="year_end", th="จากกำไรถึงสมาชิก", form=True)


def shares_table(of: str = "savings") -> Table:
    """Build what each member gets; ``of`` is the table of what the dividend is worked from."""
    base = declare(Share, name="shares", th="ปันผลและเฉลี่ยคืน", guard="member", key=("member",), capacity=room_for_members, follows="members")
    return with_formulas(base, _share_cells(of))


def last_year_tables() -> tuple[Table, ...]:
    return (
        declare(Resolution, name="resolution", th="มติปีก่อน", form=True),
        declare(ResolutionLine, name="resolution_lines", th="รายการตามมติ", guard="account", key=("account",), capacity=lambda _: 16),
        declare(LastDividend, name="last_dividends", th="ปันผลปีก่อนรายคน", guard="member", key=("member",), capacity=room_for_members, follows="members"),
    )


def welfare_table() -> Table:
    return declare(WelfarePayment, name="welfare", th="ทะเบียนจ่ายสวัสดิการ", guard="date", key=("voucher", "member"), capacity=lambda size: 40 + size.members // 3)
