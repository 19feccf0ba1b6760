"""ระเบียบ: who the fund is and every rule that varies, one line each; what changes by date; the committee."""

from dataclasses import replace
from fractions import Fraction
from typing import Annotated as A
from typing import NamedTuple

from addin.udfs.interest import METHODS
from addin.udfs.rounding import DIRECTIONS, HALF_UP, UP
from templates.arithmetic import NEARLY_ONE
from templates.books import words
from templates.choices import Guarded, every, when
from templates.dates import month_of, months_on, year_of
from templates.declare import Table, col, declare
from templates.expressions import Const, Expr, Form, f
from templates.kinds import Date, Money, Number, Rate, Text, Whole

rule = Form("rules")
HELPER = "ช่วยคำนวณ ไม่ต้องพิมพ์"
SPLIT_ORDERS = ("ค่าปรับ ดอกเบี้ย เงินต้น", "ดอกเบี้ย ค่าปรับ เงินต้น", "ดอกเบี้ย เงินต้น ค่าปรับ", "เงินต้น ดอกเบี้ย ค่าปรับ")


def shift(direction: Expr) -> Expr:
    """Give what is added before flooring for a direction of rounding; an unknown direction is an error, as in the functions."""
    half, nearly = Const("0.5", Fraction(1, 2)), Const("0.99999999", NEARLY_ONE)
    unknown = every(*(direction.is_not(word) for word in DIRECTIONS))
    return Guarded(unknown, when(direction.is_(HALF_UP), half, when(direction.is_(UP), nearly, 0)))


def withdrawal_base() -> Expr:
    """Give the month number, counted as year × 12 + month, after which a withdrawal takes no share-months away."""
    begun = when(f.withdrawal_from.is_(words.FROM_THIS_MONTH), 1, 0)
    return when(f.first_day.is_(""), 0, f.first_weight + begun + year_of(f.first_day) * 12 + month_of(f.first_day))


class Fund(NamedTuple):
    """Who the fund is, its year, the day it meets."""

    fund_name: A[Text, col("ชื่อกลุ่ม", "fund name", required=True)]
    village: A[Text | None, col("หมู่บ้าน", "village")]
    tambon: A[Text | None, col("ตำบล", "tambon")]
    amphoe: A[Text | None, col("อำเภอ", "amphoe")]
    province: A[Text | None, col("จังหวัด", "province")]
    fund_type: A[Text, col("ประเภทกองทุน", "fund type", required=True)]
    first_day: A[Date, col("วันเริ่มปีบัญชี", "first day", required=True, help="พิมพ์ปี ค.ศ. เช่น 1/1/2024 โปรแกรมจะแสดงเป็น พ.ศ. ให้เอง")]
    last_day: A[Date, col("วันสิ้นปีบัญชี", "last day", default=when(f.first_day.is_(""), "", months_on(f.first_day, 12) - 1))]
    report_date: A[Date, col("ออกรายงาน ณ วันที่", "report date", default=when(f.last_day.is_(""), "", f.last_day), help="ปกติคือวันสิ้นปี ระหว่างปีจะพิมพ์วันสิ้นเดือนก็ได้")]
    first_year: A[Text, col("ปีแรกของกลุ่มหรือไม่", "first year", one_of=(words.YES, words.NO))]
    operating_day: A[Whole | None, col("วันทำการประจำเดือน", "operating day", unit="วันที่", least=1, most=31)]


class Saving(NamedTuple):
    """What members save. Money in satang."""

    share_value: A[Money, col("มูลค่าหุ้นละ", "share value", required=True, unit="บาท")]
    savings_least: A[Money | None, col("สัจจะขั้นต่ำต่อเดือน", "least savings", unit="บาท")]
    savings_most: A[Money | None, col("สัจจะสูงสุดต่อเดือน", "most savings", unit="บาท")]
    entry_fee: A[Money | None, col("ค่าธรรมเนียมแรกเข้า", "entry fee", unit="บาท")]
    savings_in_ledger: A[Text | None, col("เงินสัจจะบันทึกเป็น", "savings are", one_of=(words.CAPITAL, words.LIABILITY))]


class Lending(NamedTuple):
    """What borrowers pay, when a debt is old. Money in satang, rates as fractions of 1."""

    loan_rate: A[Rate, col("อัตราดอกเบี้ยเงินกู้", "loan rate", required=True, unit="ต่อปี")]
    interest_method: A[Text, col("วิธีคิดดอกเบี้ย", "interest method", required=True, one_of=METHODS)]
    interest_unit: A[Money, col("ปัดดอกเบี้ยเป็นหน่วย", "interest unit", required=True, unit="บาท", least=1)]
    interest_direction: A[Text, col("ทิศการปัดดอกเบี้ย", "interest rounding", required=True, one_of=DIRECTIONS)]
    tier_limit: A[Money | None, col("ขั้นบันได: ยอดขั้นแรก", "tier limit", unit="บาท")]
    tier_rate: A[Rate | None, col("ขั้นบันได: อัตราส่วนที่เกิน", "tier rate", unit="ต่อปี")]
    fine_rate: A[Rate, col("อัตราค่าปรับ", "fine rate", required=True, unit="ต่อเดือนของเงินต้นงวดที่ค้าง")]
    fine_unit: A[Money, col("ปัดค่าปรับเป็นหน่วย", "fine unit", required=True, unit="บาท", least=1)]
    fine_direction: A[Text, col("ทิศการปัดค่าปรับ", "fine rounding", required=True, one_of=DIRECTIONS)]
    fine_cap: A[Money | None, col("เพดานค่าปรับต่อครั้ง", "fine cap", unit="บาท (ว่าง = ไม่มีเพดาน)")]
    split_order: A[Text | None, col("ลำดับตัดยอดชำระ", "split order", one_of=SPLIT_ORDERS)]
    loan_limit: A[Money | None, col("วงเงินกู้ต่อคน", "loan limit", unit="บาท")]
    guarantors_least: A[Whole | None, col("ผู้ค้ำประกันอย่างน้อย", "least guarantors", unit="คน")]
    months_most: A[Whole | None, col("ระยะเวลากู้สูงสุด", "longest loan", unit="เดือน")]
    age_1: A[Whole, col("อายุหนี้ขอบที่ 1", "age edge 1", required=True, unit="วัน", least=1)]
    age_2: A[Whole, col("อายุหนี้ขอบที่ 2", "age edge 2", required=True, unit="วัน", least=1, above="age_1")]
    age_3: A[Whole, col("อายุหนี้ขอบที่ 3", "age edge 3", required=True, unit="วัน", least=1, above="age_2")]
    age_4: A[Whole, col("อายุหนี้ขอบที่ 4", "age edge 4", required=True, unit="วัน", least=1, above="age_3")]
    allowance_1: A[Rate | None, col("ค่าเผื่อหนี้ ช่วงที่ 1", "allowance 1", unit="ของยอดคงเหลือ")]
    allowance_2: A[Rate | None, col("ค่าเผื่อหนี้ ช่วงที่ 2", "allowance 2", unit="ของยอดคงเหลือ")]
    allowance_3: A[Rate | None, col("ค่าเผื่อหนี้ ช่วงที่ 3", "allowance 3", unit="ของยอดคงเหลือ")]
    allowance_4: A[Rate | None, col("ค่าเผื่อหนี้ ช่วงที่ 4", "allowance 4", unit="ของยอดคงเหลือ")]
    allowance_5: A[Rate | None, col("ค่าเผื่อหนี้ เกินขอบที่ 4", "allowance 5", unit="ของยอดคงเหลือ")]


class Sharing(NamedTuple):
    """How the surplus is shared out among members."""

    opening_weight: A[Whole, col("น้ำหนักเงินสัจจะยกมา", "opening weight", required=True, unit="เดือน")]
    first_weight: A[Whole, col("น้ำหนักเงินฝากเดือนแรก", "first month's weight", required=True, unit="เดือน (เดือนต่อไปลดทีละ 1)")]
    withdrawal_from: A[Text, col("เงินที่ถอนระหว่างปี", "withdrawn savings", one_of=(words.FROM_NEXT_MONTH, words.FROM_THIS_MONTH, words.WHOLE_YEAR))]
    leaver_dividend: A[Text, col("ผู้พ้นสภาพระหว่างปีกับเงินปันผล", "leavers and dividend", one_of=(words.NOT_COUNTED, words.COUNTED))]
    payout_unit: A[Money, col("จ่ายปันผลเป็นหน่วย", "payout unit", required=True, unit="บาท", least=1)]
    return_cap: A[Rate | None, col("เฉลี่ยคืนไม่เกิน", "average return cap", unit="ของดอกเบี้ยที่ชำระ (ว่าง = ไม่มีเพดาน)")]


class Accounts(NamedTuple):
    """Which accounts the registers are tied to."""

    account_cash: A[Text, col("รหัสบัญชีเงินสด", "cash account", required=True, ref=("accounts", "code"))]
    account_savings: A[Text, col("รหัสบัญชีเงินสัจจะ", "savings account", required=True, ref=("accounts", "code"))]
    account_loans: A[Text, col("รหัสบัญชีลูกหนี้เงินกู้", "loans account", required=True, ref=("accounts", "code"))]
    account_dividend: A[Text, col("รหัสบัญชีเงินปันผลค้างจ่าย", "dividend payable", required=True, ref=("accounts", "code"))]
    account_return: A[Text, col("รหัสบัญชีเงินเฉลี่ยคืนค้างจ่าย", "return payable", required=True, ref=("accounts", "code"))]
    account_profit: A[Text, col("รหัสบัญชีกำไรรอจัดสรร", "profit to allocate", required=True, ref=("accounts", "code"))]
    account_reserve: A[Text, col("รหัสบัญชีทุนสำรอง (รับเศษ)", "reserve", required=True, ref=("accounts", "code"))]
    account_bank1: A[Text, col("รหัสบัญชีธนาคาร 1", "bank 1", required=True, ref=("accounts", "code"))]
    account_bank2: A[Text | None, col("รหัสบัญชีธนาคาร 2", "bank 2", ref=("accounts", "code"))]
    account_bank3: A[Text | None, col("รหัสบัญชีธนาคาร 3", "bank 3", ref=("accounts", "code"))]
    account_bank4: A[Text | None, col("รหัสบัญชีธนาคาร 4", "bank 4", ref=("accounts", "code"))]
    account_bank5: A[Text | None, col("รหัสบัญชีธนาคาร 5", "bank 5", ref=("accounts", "code"))]
    account_bank6: A[Text | None, col("รหัสบัญชีธนาคาร 6", "bank 6", ref=("accounts", "code"))]


class Helpers(NamedTuple):
    """What formulas elsewhere need worked out once."""

    interest_shift: A[Number, col("ค่าช่วยปัดดอกเบี้ย", "interest shift", unit=HELPER, formula=shift(f.interest_direction))]
    fine_shift: A[Number, col("ค่าช่วยปัดค่าปรับ", "fine shift", unit=HELPER, formula=shift(f.fine_direction))]
    withdrawal_base: A[Number, col("ค่าช่วยนับเดือนของเงินที่ถอน", "withdrawal base", unit=HELPER, formula=withdrawal_base())]


SAVING_AND_LENDING = (Fund, Saving, Lending, Sharing, Accounts, Helpers)


class DatedRule(NamedTuple):
    """A rule whose value changes on a day."""

    rule: A[Text, col("ระเบียบที่เปลี่ยนตามวันที่", "dated rule", required=True, width=30)]
    since: A[Date, col("ใช้ตั้งแต่วันที่", "since", required=True)]
    value: A[Number, col("ค่าใหม่", "new value", required=True)]
    minute: A[Text | None, col("มติเลขที่", "minute")]


class Officer(NamedTuple):
    """A committee member and the time of office."""

    name: A[Text, col("ชื่อกรรมการ", "name", required=True, width=24)]
    post: A[Text, col("ตำแหน่ง", "post", required=True)]
    since: A[Date | None, col("ดำรงตำแหน่งตั้งแต่", "from")]
    until: A[Date | None, col("ถึงวันที่", "to")]


def bylaw_tables(parts: tuple[type, ...], presets: dict[str, object], banks: int, without: tuple[str, ...] = ()) -> tuple[Table, ...]:
    """Give the tables of the by-laws sheet: the parts a fund type has, for so many banks, with its presets; ``without`` the rules it has no use for."""
    unused = [*without, *(f"account_bank{k}" for k in range(banks + 1, 7))]
    rules = declare(*parts, name="rules", th="ระเบียบ", form=True, names="rule_", drop=unused, initial=(presets,))
    own_type = replace(rules.columns["fund_type"], one_of=(str(presets["fund_type"]),))
    return (
        replace(rules, columns={**rules.columns, "fund_type": own_type}),
        declare(DatedRule, name="dated_rules", th="ระเบียบตามวันที่", guard="rule", key=("rule", "since"), capacity=lambda _: 30, turns=True),
        declare(Officer, name="committee", th="กรรมการ", guard="name", key=("name", "post"), capacity=lambda _: 30),
    )
