"""กองทุนหมู่บ้าน: the village fund's book: shares and savings, money apart as บัญชี 1 to 4, the proof that the million is whole."""

from dataclasses import replace
from decimal import Decimal
from typing import Annotated as A
from typing import NamedTuple

from templates.books import bylaws, late, ledger, loans, members, purses, words
from templates.books.controls import Tie, control_state, ledger_balance
from templates.books.lending_fund import LendingFund, lending_book
from templates.declare import FundBook, Sheet, Size, Table, col
from templates.expressions import Cell, expr
from templates.face import Tile
from templates.kinds import Kind, Money, Text, Whole
from templates.lookups import Total, sum_of

ID, NAME, VERSION = "village-fund", "กองทุนหมู่บ้าน", "1.0"
BLUE = "#2B5F9E"
SAVINGS = replace(members.SAVED, shared=False)

PRESETS: dict[str, object] = {
    "fund_type": NAME, "first_year": words.NO, "operating_day": 5, "share_value": 10000, "savings_least": 3000, "savings_most": 100000, "entry_fee": None,
    "savings_in_ledger": words.LIABILITY, "loan_rate": Decimal("0.06"), "interest_method": "รายปี", "interest_unit": 1, "interest_direction": "ปัดครึ่งขึ้น",
    "fine_rate": Decimal("0.03"), "fine_unit": 1, "fine_direction": "ปัดครึ่งขึ้น", "fine_by": late.BY_DAY, "late_interest_rate": Decimal("0.06"),
    "split_order": bylaws.SPLIT_ORDERS[0], "loan_limit": 2000000, "guarantors_least": 2, "guarantees_most": 3, "months_most": 12,
    "age_1": 30, "age_2": 90, "age_3": 180, "age_4": 365, "allowance_1": Decimal(0), "allowance_2": Decimal("0.05"), "allowance_3": Decimal("0.10"),
    "allowance_4": Decimal("0.20"), "allowance_5": Decimal(1), "opening_weight": 12, "first_weight": 0, "withdrawal_from": words.FROM_NEXT_MONTH,
    "leaver_dividend": words.NOT_COUNTED, "payout_unit": 100, "account_cash": "11010", "account_savings": "21010", "account_shares": "31010",
    "account_million": "32010", "account_loans": "13010", "account_loans_2": "13020", "account_dividend": "23041", "account_return": "23042",
    "account_profit": "33010", "account_reserve": "34100",
}  # fmt: skip
BANK_ACCOUNTS = ("12110", "12210", "12220", "12230", "12240", "12250")

ACCOUNTS: tuple[tuple[str, str, str, int], ...] = (
    ("11010", "เงินสด", words.ASSET, 2),
    ("12110", "เงินฝากธนาคาร บัญชี 1 (เงินล้าน)", words.ASSET, 1), ("12210", "เงินฝากธนาคาร บัญชี 2 (เงินออมและดอกผล)", words.ASSET, 2),
    ("12220", "เงินฝากธนาคาร บัญชี 3 (เงินกู้จากธนาคาร)", words.ASSET, 3), ("12230", "เงินฝากธนาคาร บัญชี 4", words.ASSET, 4),
    ("12240", "เงินฝากธนาคาร 5", words.ASSET, 2), ("12250", "เงินฝากธนาคาร 6", words.ASSET, 2),
    ("13010", "ลูกหนี้เงินกู้สามัญ (บัญชี 1)", words.ASSET, 1), ("13020", "ลูกหนี้เงินกู้ฉุกเฉิน (บัญชี 2)", words.ASSET, 2),
    ("13030", "ลูกหนี้เงินกู้ (บัญชี 3)", words.ASSET, 3), ("13040", "ลูกหนี้เงินกู้ (บัญชี 4)", words.ASSET, 4),
    ("13110", "ค่าเผื่อหนี้สงสัยจะสูญ", words.ASSET, 2), ("14010", "ลูกหนี้อื่นและเงินยืมทดรอง", words.ASSET, 2),
    ("18010", "ครุภัณฑ์", words.ASSET, 2), ("18011", "ค่าเสื่อมราคาสะสม", words.ASSET, 2),
    ("21010", "เงินรับฝากสัจจะ", words.LIABILITY, 2), ("22010", "เงินกู้ยืมจากธนาคาร", words.LIABILITY, 3), ("23030", "เงินรับล่วงหน้า", words.LIABILITY, 2),
    ("23040", "ค่าใช้จ่ายค้างจ่าย", words.LIABILITY, 2), ("23041", "เงินปันผลค้างจ่าย", words.LIABILITY, 2), ("23042", "เงินเฉลี่ยคืนค้างจ่าย", words.LIABILITY, 2),
    ("23090", "ผลต่างรอตรวจสอบ", words.LIABILITY, 2), ("31010", "ทุนเรือนหุ้นสมาชิก", words.CAPITAL, 2), ("32010", "เงินล้านที่รัฐจัดสรร", words.CAPITAL, 1),
    ("32020", "เงินที่รัฐเพิ่มทุน", words.CAPITAL, 1), ("32060", "เงินอุดหนุน", words.CAPITAL, 2), ("33010", "กำไรสะสมรอจัดสรร", words.CAPITAL, 2),
    ("33020", "กำไร (ขาดทุน) สุทธิ", words.CAPITAL, 2), ("34100", "ทุนสำรอง", words.CAPITAL, 2), ("34500", "ค่าตอบแทนกรรมการ (จัดสรร)", words.CAPITAL, 2),
    ("34510", "ทุนสาธารณประโยชน์", words.CAPITAL, 2), ("34520", "ทุนประกันความเสี่ยง", words.CAPITAL, 2), ("34530", "ทุนสวัสดิการ", words.CAPITAL, 2),
    ("34540", "ทุนการศึกษา", words.CAPITAL, 2), ("41010", "ดอกเบี้ยรับเงินกู้สามัญ", words.INCOME, 2), ("41020", "ดอกเบี้ยรับเงินกู้ฉุกเฉิน", words.INCOME, 2),
    ("42010", "ค่าปรับรับ", words.INCOME, 2), ("43010", "ค่าธรรมเนียมแรกเข้า", words.INCOME, 2), ("43020", "ค่าธรรมเนียมขอกู้", words.INCOME, 2),
    ("45010", "ดอกเบี้ยเงินฝากธนาคาร", words.INCOME, 2), ("46010", "รายได้อื่น", words.INCOME, 2), ("53020", "เบี้ยประชุมกรรมการ", words.EXPENSE, 2),
    ("54010", "ค่าวัสดุและแบบพิมพ์", words.EXPENSE, 2), ("54020", "ค่าเดินทาง", words.EXPENSE, 2), ("54030", "ค่าใช้จ่ายในการประชุม", words.EXPENSE, 2),
    ("54040", "ค่าธรรมเนียมธนาคาร", words.EXPENSE, 2), ("54090", "ค่าใช้จ่ายอื่น", words.EXPENSE, 2), ("55010", "ดอกเบี้ยจ่าย", words.EXPENSE, 2),
    ("55020", "ดอกเบี้ยเงินรับฝากสัจจะ", words.EXPENSE, 2), ("55050", "หนี้สงสัยจะสูญ", words.EXPENSE, 2), ("57010", "ค่าเสื่อมราคา", words.EXPENSE, 2),
)  # fmt: skip
"""The village fund's part of the five-digit chart, each with its บัญชี: all of บัญชี 1 is the million; what it earns belongs to บัญชี 2.

So does what is no money, as an allowance or a machine: each has come off บัญชี 2's surplus or its bank, and is carried into the next year.
"""

ITEMS = (
    ("เงินสัจจะ", "21010", words.SAVINGS), ("ค่าหุ้น", "31010", words.SHARES), ("ชำระเงินต้น", "13010", words.PRINCIPAL),
    ("ดอกเบี้ยเงินกู้", "41010", words.INTEREST), ("ชำระเงินต้นฉุกเฉิน (บัญชี 2)", "13020", words.PRINCIPAL), ("ดอกเบี้ยเงินกู้ฉุกเฉิน", "41020", words.INTEREST),
    ("ชำระเงินต้น (บัญชี 3)", "13030", words.PRINCIPAL), ("ชำระเงินต้น (บัญชี 4)", "13040", words.PRINCIPAL),
    ("ค่าปรับ", "42010", words.FINE), ("ค่าธรรมเนียมแรกเข้า", "43010", ""), ("ค่าธรรมเนียมขอกู้", "43020", ""), ("รายได้อื่น", "46010", ""),
    (words.PREPAID, "23030", ""), ("ดอกเบี้ยเงินฝากธนาคาร", "45010", ""), ("รัฐเพิ่มทุน", "32020", ""), ("เงินอุดหนุน", "32060", ""),
    ("เงินกู้ยืมจากธนาคาร", "22010", ""), ("ส่งคืนเงินกู้ธนาคาร", "22010", ""), ("จ่ายเงินกู้", "13010", words.LENDING),
    ("จ่ายเงินกู้ฉุกเฉิน (บัญชี 2)", "13020", words.LENDING), ("จ่ายเงินกู้ (บัญชี 3)", "13030", words.LENDING), ("จ่ายเงินกู้ (บัญชี 4)", "13040", words.LENDING),
    ("ถอนเงินสัจจะ", "21010", words.WITHDRAWAL), ("คืนค่าหุ้น", "31010", words.SHARES_BACK), ("จ่ายเงินปันผล", "23041", ""), ("จ่ายเงินเฉลี่ยคืน", "23042", ""),
    ("จ่ายค่าตอบแทนกรรมการ", "34500", ""), ("จ่ายสาธารณประโยชน์", "34510", ""), ("จ่ายสวัสดิการ", "34530", words.WELFARE), ("เบี้ยประชุมกรรมการ", "53020", ""),
    ("ค่าวัสดุและแบบพิมพ์", "54010", ""), ("ค่าเดินทาง", "54020", ""), ("ค่าใช้จ่ายในการประชุม", "54030", ""), ("ค่าธรรมเนียมธนาคาร", "54040", ""),
    ("ค่าใช้จ่ายอื่น", "54090", ""), ("ดอกเบี้ยจ่าย", "55010", ""), ("เงินยืมทดรอง", "14010", ""),
)  # fmt: skip

ALLOCATION = (
    ("ทุนสำรอง", "34100", Decimal("0.15")), ("ทุนประกันความเสี่ยง", "34520", Decimal("0.05")), ("เงินปันผล", "23041", Decimal("0.30")),
    ("เงินเฉลี่ยคืน", "23042", Decimal("0.20")), ("ค่าตอบแทนกรรมการ", "34500", Decimal("0.10")), ("ทุนสวัสดิการ", "34530", Decimal("0.10")),
    ("สาธารณประโยชน์", "34510", Decimal("0.10")),
)  # fmt: skip


class VillageRules(NamedTuple):
    """What a village fund's by-laws say besides."""

    loan_limit_meeting: A[Money | None, col("วงเงินกู้ที่ที่ประชุมสมาชิกอนุมัติได้", "loan limit of the meeting", unit="บาท")]
    loan_limit_emergency: A[Money | None, col("วงเงินกู้ฉุกเฉินต่อคน", "emergency loan limit", unit="บาท (ว่าง = ยังไม่กำหนด)")]
    guarantees_most: A[Whole | None, col("ค้ำประกันได้ไม่เกิน", "most guarantees", unit="สัญญาต่อคน")]
    account_shares: A[Text, col("รหัสบัญชีทุนเรือนหุ้น", "shares account", required=True, ref=("accounts", "code"))]
    account_million: A[Text, col("รหัสบัญชีเงินล้าน", "million account", required=True, ref=("accounts", "code"))]
    account_loans_2: A[Text | None, col("รหัสบัญชีลูกหนี้ บัญชี 2", "loans account 2", ref=("accounts", "code"))]
    account_loans_3: A[Text | None, col("รหัสบัญชีลูกหนี้ บัญชี 3", "loans account 3", ref=("accounts", "code"))]
    account_loans_4: A[Text | None, col("รหัสบัญชีลูกหนี้ บัญชี 4", "loans account 4", ref=("accounts", "code"))]


class VillageLoan(NamedTuple):
    """What a village fund's contract says besides: of which บัญชี the money is, who approved it."""

    purse: A[Whole, col("เงินบัญชีที่", "purse", required=True, least=1, most=4, width=9)]
    approver: A[Text | None, col("ผู้อนุมัติ", "approver", one_of=(words.BY_COMMITTEE, words.BY_MEETING), width=14)]


class VillageOpeningMember(NamedTuple):
    """The shares a member held on the first day."""

    shares: A[Money | None, col("ค่าหุ้นยกมา", "shares", total=True, width=13)]


def village_loans_table() -> Table:
    """Build the contracts: the บัญชี and the approver stand beside the kind of loan."""
    base = loans.loans_table(VillageLoan)
    first = ["number", "member", "kind", "purse", "approver"]
    return replace(base, columns={name: base.columns[name] for name in [*first, *(name for name in base.columns if name not in first)]})


def _loan_ties() -> tuple[Tie, ...]:
    lent = sum((ledger_balance(Cell("rules", purses.loans_account(purse))) for purse in purses.PURSES), start=expr(0))
    apart = tuple(
        (
            f"บัญชี {purse}: เงินที่พบ = เงินที่ต้องมี",
            sum_of("purses", "found", number=purse),
            sum_of("purses", "sources", number=purse) + sum_of("purses", "misplaced", number=purse),
        )
        for purse in purses.PURSES
    )
    return ("ลูกหนี้: ทะเบียน = บัญชีคุมยอด", Total("loans", "balance"), lent), *apart


def _own_sheets(size: Size) -> dict[str, tuple[Sheet, ...]]:
    apart = Sheet("เงินแยกบัญชี", purses.purse_tables(size.banks), "บัญชี 1 ต้องมีเงินล้านครบ อยู่ในธนาคารหรืออยู่กับผู้กู้ ทุกบาท")
    funding = Sheet("เงินทุนและเงินกู้ธนาคาร", (purses.funding_table(),), "เงินที่รัฐให้หรือธนาคารให้กู้มาปล่อยต่อ รับมาเท่าไร ส่งคืนแล้วเท่าไร")
    return {"ทะเบียนหนี้อื่น": (funding,), "กระทบยอดธนาคาร": (apart,)}


MILLION = Tile("เงินล้านที่พบ (บัญชี 1)", sum_of("purses", "found", number=purses.MILLION), Kind.MONEY, control_state("บัญชี 1: เงินที่พบ = เงินที่ต้องมี"), "เงินแยกบัญชี")

FUND = LendingFund(
    ID, NAME, VERSION, BLUE, PRESETS, BANK_ACCOUNTS, ACCOUNTS, ITEMS, ALLOCATION,
    rules=(bylaws.Fund, bylaws.Saving, bylaws.Lending, late.LateRules, bylaws.Sharing, bylaws.Accounts, VillageRules, bylaws.Helpers),
    holdings=(SAVINGS, members.SHARES), purse=purses.PURSE, of_member=(ledger.OpeningMember, VillageOpeningMember),
    loans_table=village_loans_table, cards_table=late.late_cards_table, ageing_table=late.late_ageing_table, loan_ties=_loan_ties, more=_own_sheets, tiles={"เงินสดตามสมุด": MILLION},
)  # fmt: skip


def village_fund(size: Size) -> FundBook:
    """Declare the village fund's book for a size; บัญชี 1 and บัญชี 2 need a bank each."""
    return lending_book(FUND, replace(size, banks=max(size.banks, 2)))
