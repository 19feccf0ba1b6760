"""ระเบียบของชมรม: what a death calls for, who has a right, what is deducted, and the accounts behind it."""

from dataclasses import replace
from typing import Annotated as A
from typing import NamedTuple

from addin.udfs.rounding import DIRECTIONS
from templates.books import bylaws, club_words, words
from templates.books.bylaws import HELPER, rule, shift
from templates.choices import when
from templates.declare import Table, col, declare
from templates.expressions import Expr, f
from templates.kinds import Date, Money, Number, Rate, Text, Whole
from templates.lookups import sum_of
from templates.running import LastBefore

LEVY = "เงินสงเคราะห์ต่อราย"


class Welfare(NamedTuple):
    """What the members agreed on. Money in satang, rates as fractions of 1; ages are counted by Buddhist years."""

    death_rate: A[Money, col("เงินสงเคราะห์ต่อราย คนละ", "levy a death", required=True, unit="บาท")]
    dead_pays: A[Text, col("ผู้เสียชีวิตร่วมจ่ายรายของตนเอง", "the deceased pays", required=True, one_of=(words.YES, words.NO))]
    waiting_ordinary: A[Whole, col("ระยะรอ เจ็บป่วย/ปกติ", "waiting days", required=True, unit="วัน นับจากวันรับเป็นสมาชิก")]
    waiting_accident: A[Whole, col("ระยะรอ อุบัติเหตุ", "waiting days, accident", required=True, unit="วัน (0 = คุ้มครองทันที)")]
    age_least: A[Whole | None, col("อายุแรกเข้าอย่างน้อย", "least age", unit="ปี นับตาม พ.ศ.")]
    age_most: A[Whole | None, col("อายุแรกเข้าไม่เกิน", "most age", unit="ปี นับตาม พ.ศ.")]
    entry_fee: A[Money | None, col("ค่าสมัคร", "entry fee", unit="บาท")]
    upkeep: A[Money | None, col("ค่าบำรุงรายปี", "upkeep", unit="บาทต่อคน")]
    prepaid: A[Money | None, col("เงินสงเคราะห์ล่วงหน้า", "prepaid", unit="บาทต่อคน คืนเมื่อพ้นสภาพ")]
    lapse_after: A[Whole | None, col("พ้นสภาพเมื่อค้างครบ", "lapse after", unit="ราย")]
    fee_rate: A[Rate, col("ค่าดำเนินการของชมรม", "fee rate", required=True, unit="ของเงินที่เก็บได้สะสม")]
    fee_unit: A[Money, col("ปัดค่าดำเนินการเป็นหน่วย", "fee unit", required=True, unit="บาท", least=1)]
    fee_direction: A[Text, col("ทิศการปัดค่าดำเนินการ", "fee rounding", required=True, one_of=DIRECTIONS)]
    advance_least: A[Money | None, col("สำรองจ่ายวันแรก ตั้งแต่", "least advance", unit="บาท")]
    advance_most: A[Money | None, col("สำรองจ่ายวันแรก ไม่เกิน", "most advance", unit="บาท (ว่าง = ไม่มีเพดาน)")]
    payout_order: A[Text, col("ลำดับการหัก", "order of deductions", required=True, one_of=club_words.ORDERS)]


class ClubAccounts(NamedTuple):
    """Which accounts the registers of the club are tied to."""

    account_collectors: A[Text, col("รหัสบัญชีเงินสดกับผู้เก็บเงิน", "collectors' cash", required=True, ref=("accounts", "code"))]
    account_receivable: A[Text, col("รหัสบัญชีเงินสงเคราะห์ค้างรับ", "levies receivable", required=True, ref=("accounts", "code"))]
    account_payable: A[Text, col("รหัสบัญชีเงินสงเคราะห์ค้างจ่าย", "benefits payable", required=True, ref=("accounts", "code"))]
    account_prepaid: A[Text, col("รหัสบัญชีเงินล่วงหน้าของสมาชิก", "members' prepaid", required=True, ref=("accounts", "code"))]
    account_fee: A[Text, col("รหัสบัญชีรายได้ค่าดำเนินการ", "fee income", required=True, ref=("accounts", "code"))]


class ClubHelpers(NamedTuple):
    """What formulas elsewhere need worked out once."""

    fee_shift: A[Number, col("ค่าช่วยปัดค่าดำเนินการ", "fee shift", unit=HELPER, formula=shift(f.fee_direction))]


PARTS = (bylaws.Fund, Welfare, bylaws.Accounts, ClubAccounts, ClubHelpers)
NOT_KEPT = ("account_savings", "account_loans", "account_dividend", "account_return", "account_reserve")


class NewLevy(NamedTuple):
    """A levy that changed on a day; the rows stand in the order of days."""

    rule: A[Text, col("อัตราที่เปลี่ยนตามวันที่", "dated rate", required=True, one_of=(LEVY,), width=24)]
    since: A[Date, col("ใช้ตั้งแต่วันที่", "since", required=True)]
    value: A[Money, col("อัตราใหม่ คนละ", "new rate", required=True, width=13)]
    minute: A[Text | None, col("มติเลขที่", "minute", width=12)]
    step: A[Money, col("ต่างจากเดิม", "step", hidden=True, least=None, formula=f.value - LastBefore("value", by="rule", other=rule.death_rate))]


def levy_on(day: Expr) -> Expr:
    """Give what a member pays for a death on a day: the by-law's rate, and every change since."""
    return rule.death_rate + sum_of("dated_rules", "step", rule=LEVY, since=("<=", day))


def rule_tables(presets: dict[str, object], banks: int) -> tuple[Table, ...]:
    """Give the tables of the by-laws sheet of a club."""
    rules, _, committee = bylaws.bylaw_tables(PARTS, presets, banks, without=NOT_KEPT)
    renamed = {
        name: replace(rules.columns[name], th=th)
        for name, th in (("fund_name", "ชื่อชมรม"), ("first_year", "ปีแรกของชมรมหรือไม่"), ("account_profit", "รหัสบัญชีทุนสะสมของชมรม"))
    }
    levies = declare(
        NewLevy, name="dated_rules", th="อัตราที่เปลี่ยนตามวันที่", guard="rule", key=("rule", "since"), capacity=lambda _: 30, by_date="since", turns=True
    )
    return replace(rules, columns={**rules.columns, **renamed}), levies, committee


def deducted_first(advance_first: Expr, debts_first: Expr) -> Expr:
    """Choose by the order of deductions."""
    return when(rule.payout_order.is_(club_words.DEBTS_FIRST), debts_first, advance_first)
