"""Words that formulas compare with: each stands here once."""

CASH, TRANSFER, FROM_SAVINGS, FROM_DIVIDEND = "เงินสด", "โอน", "หักเงินสัจจะ", "หักปันผล"
CHANNELS = (CASH, TRANSFER, FROM_SAVINGS, FROM_DIVIDEND)

RECEIVE, PAY, MOVE, OPERATING_DAY, ONE_RECEIPT = "รับ", "จ่าย", "โอน", "วันทำการ", "ใบเสร็จ"
CASH_KINDS = (RECEIVE, PAY, MOVE, OPERATING_DAY, ONE_RECEIPT)

SAVINGS, PRINCIPAL, INTEREST, FINE = "เงินสัจจะ", "เงินต้น", "ดอกเบี้ย", "ค่าปรับ"
WITHDRAWAL, LENDING, WELFARE = "ถอนเงินสัจจะ", "จ่ายเงินกู้", "สวัสดิการ"
REGISTERS = (SAVINGS, PRINCIPAL, INTEREST, FINE, WITHDRAWAL, LENDING, WELFARE)
"""Registers an item of a savings group feeds."""
SHARES, SHARES_BACK = "หุ้น", "คืนค่าหุ้น"
ORDINARY_LOAN, EMERGENCY_LOAN, LAND_LOAN = "สามัญ", "ฉุกเฉิน", "ไถ่ถอนที่ดิน"
BY_COMMITTEE, BY_MEETING = "กรรมการ", "ที่ประชุมสมาชิก"

PREPAID = "เงินรับล่วงหน้า"
"""The item of money members bring ahead."""

ASSET, LIABILITY, CAPITAL, INCOME, EXPENSE = "สินทรัพย์", "หนี้สิน", "ทุน", "รายได้", "ค่าใช้จ่าย"
CLASSES = (ASSET, LIABILITY, CAPITAL, INCOME, EXPENSE)

ACTIVE, RESIGNED, DEAD = "ปกติ", "ลาออก", "เสียชีวิต"
STATUSES = (ACTIVE, RESIGNED, DEAD, "พ้นสภาพ")

GENERAL, CLOSING = "ทั่วไป", "ปิดบัญชี"
YES, NO = "ใช่", "ไม่ใช่"

MONTHLY, QUARTERLY, YEARLY, ONCE = "รายเดือน", "ราย 3 เดือน", "รายปี", "งวดเดียว"
PLANS = (MONTHLY, QUARTERLY, YEARLY, ONCE)

NOT_COUNTED, COUNTED = "ไม่ได้รับ", "ได้รับ"
FROM_NEXT_MONTH, FROM_THIS_MONTH, WHOLE_YEAR = "นับถึงเดือนที่ถอน", "นับถึงเดือนก่อนถอน", "ไม่นับทั้งปี"

AGREES, DIFFERS = "ตรงกัน", "ยังไม่ตรงกัน"
THAI_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
