"""กลุ่มออมทรัพย์เพื่อการผลิต: the savings group's book, put together."""

from decimal import Decimal

from templates.books import bylaws, words
from templates.books.lending_fund import LendingFund, lending_book
from templates.declare import FundBook, Size

ID, NAME, VERSION = "savings-group", "กลุ่มออมทรัพย์เพื่อการผลิต", "1.1"
GREEN = "#2E7D5B"

PRESETS: dict[str, object] = {
    "fund_type": NAME, "first_year": words.NO, "operating_day": 5, "share_value": 5000, "savings_least": 5000, "savings_most": 100000, "entry_fee": 2000,
    "savings_in_ledger": words.CAPITAL, "loan_rate": Decimal("0.12"), "interest_method": "ลดต้นลดดอก", "interest_unit": 100, "interest_direction": "ปัดลง",
    "fine_rate": Decimal("0.0025"), "fine_unit": 100, "fine_direction": "ปัดลง", "split_order": bylaws.SPLIT_ORDERS[0], "guarantors_least": 2,
    "age_1": 30, "age_2": 90, "age_3": 180, "age_4": 365, "opening_weight": 12, "first_weight": 11, "withdrawal_from": words.FROM_NEXT_MONTH,
    "leaver_dividend": words.NOT_COUNTED, "payout_unit": 25, "return_cap": Decimal("0.20"), "account_cash": "11010", "account_savings": "31020",
    "account_loans": "13010", "account_dividend": "23041", "account_return": "23042", "account_profit": "33010", "account_reserve": "34100",
}  # fmt: skip
BANK_ACCOUNTS = ("12110", "12120", "12130", "12210", "12220", "12230")

ACCOUNTS = (
    ("11010", "เงินสด", words.ASSET),
    ("12110", "เงินฝากธนาคาร", words.ASSET), ("12120", "เงินฝากธนาคาร 2", words.ASSET), ("12130", "เงินฝากธนาคาร 3", words.ASSET),
    ("12210", "เงินฝากธนาคาร 4", words.ASSET), ("12220", "เงินฝากธนาคาร 5", words.ASSET), ("12230", "เงินฝากธนาคาร 6", words.ASSET),
    ("13010", "ลูกหนี้เงินกู้สามัญ", words.ASSET), ("13110", "ค่าเผื่อหนี้สงสัยจะสูญ", words.ASSET), ("14010", "ลูกหนี้อื่นและเงินยืมทดรอง", words.ASSET),
    ("18010", "ครุภัณฑ์", words.ASSET), ("18011", "ค่าเสื่อมราคาสะสม", words.ASSET),
    ("22010", "เงินกู้ยืมจากธนาคาร", words.LIABILITY), ("23030", "เงินรับล่วงหน้า", words.LIABILITY), ("23040", "ค่าใช้จ่ายค้างจ่าย", words.LIABILITY),
    ("23041", "เงินปันผลค้างจ่าย", words.LIABILITY), ("23042", "เงินเฉลี่ยคืนค้างจ่าย", words.LIABILITY), ("23090", "ผลต่างรอตรวจสอบ", words.LIABILITY),
    ("31020", "เงินสัจจะสะสม", words.CAPITAL), ("32060", "เงินอุดหนุน", words.CAPITAL), ("33010", "กำไรสะสมรอจัดสรร", words.CAPITAL),
    ("33020", "กำไร (ขาดทุน) สุทธิ", words.CAPITAL), ("34100", "ทุนสำรอง", words.CAPITAL), ("34500", "ค่าตอบแทนกรรมการ (จัดสรร)", words.CAPITAL),
    ("34510", "ทุนสาธารณประโยชน์", words.CAPITAL), ("34530", "ทุนสวัสดิการ", words.CAPITAL), ("34540", "ทุนการศึกษา", words.CAPITAL),
    ("41010", "ดอกเบี้ยรับเงินกู้", words.INCOME), ("42010", "ค่าปรับรับ", words.INCOME), ("43010", "ค่าธรรมเนียมแรกเข้า", words.INCOME),
    ("43020", "ค่าธรรมเนียมขอกู้", words.INCOME), ("45010", "ดอกเบี้ยเงินฝากธนาคาร", words.INCOME), ("46010", "รายได้อื่น", words.INCOME),
    ("53020", "ค่าเบี้ยเลี้ยงกรรมการ", words.EXPENSE), ("54010", "ค่าวัสดุและแบบพิมพ์", words.EXPENSE), ("54020", "ค่าเดินทาง", words.EXPENSE),
    ("54030", "ค่าใช้จ่ายในการประชุม", words.EXPENSE), ("54040", "ค่าธรรมเนียมธนาคาร", words.EXPENSE), ("54090", "ค่าใช้จ่ายอื่น", words.EXPENSE),
    ("55010", "ดอกเบี้ยจ่าย", words.EXPENSE), ("55050", "หนี้สงสัยจะสูญ", words.EXPENSE), ("57010", "ค่าเสื่อมราคา", words.EXPENSE),
)  # fmt: skip
"""A savings group's part of the village-fund five-digit chart; a fund may use its own."""

ITEMS = (
    ("เงินสัจจะ", "31020", words.SAVINGS), ("ชำระเงินต้น", "13010", words.PRINCIPAL), ("ดอกเบี้ยเงินกู้", "41010", words.INTEREST),
    ("ค่าปรับ", "42010", words.FINE), ("ค่าธรรมเนียมแรกเข้า", "43010", ""), ("ค่าธรรมเนียมขอกู้", "43020", ""), ("รายได้อื่น", "46010", ""),
    (words.PREPAID, "23030", ""), ("ดอกเบี้ยเงินฝากธนาคาร", "45010", ""), ("เงินอุดหนุน", "32060", ""), ("เงินกู้ยืมจากธนาคาร", "22010", ""),
    ("จ่ายเงินกู้", "13010", words.LENDING), ("ถอนเงินสัจจะ", "31020", words.WITHDRAWAL), ("จ่ายเงินปันผล", "23041", ""),
    ("จ่ายเงินเฉลี่ยคืน", "23042", ""), ("จ่ายค่าตอบแทนกรรมการ", "34500", ""), ("จ่ายสาธารณประโยชน์", "34510", ""), ("จ่ายสวัสดิการ", "34530", words.WELFARE),
    ("ค่าเบี้ยเลี้ยงกรรมการ", "53020", ""), ("ค่าวัสดุและแบบพิมพ์", "54010", ""), ("ค่าเดินทาง", "54020", ""), ("ค่าใช้จ่ายในการประชุม", "54030", ""),
    ("ค่าธรรมเนียมธนาคาร", "54040", ""), ("ค่าใช้จ่ายอื่น", "54090", ""), ("ดอกเบี้ยจ่าย", "55010", ""), ("เงินยืมทดรอง", "14010", ""),
)  # fmt: skip

ALLOCATION = (
    ("ทุนสำรอง", "34100", Decimal("0.10")), ("เงินปันผล", "23041", Decimal("0.50")), ("เงินเฉลี่ยคืน", "23042", Decimal("0.15")),
    ("ค่าตอบแทนกรรมการ", "34500", Decimal("0.10")), ("ทุนสวัสดิการ", "34530", Decimal("0.10")), ("สาธารณประโยชน์", "34510", Decimal("0.05")),
)  # fmt: skip
FUND = LendingFund(ID, NAME, VERSION, GREEN, PRESETS, BANK_ACCOUNTS, ACCOUNTS, ITEMS, ALLOCATION)


def savings_group(size: Size) -> FundBook:
    """Declare the savings group's book for a size."""
    return lending_book(FUND, size)
