"""Words of the funeral welfare club that formulas compare with: each stands here once."""

from addin.udfs.members import ACCIDENT, ORDINARY

CAUSES = (ACCIDENT, ORDINARY)

HAS_RIGHT, NOT_YET = "มีสิทธิ", "ยังไม่ครบระยะรอ"

FIRST_ROUND, LATE_ROUND, PREPAID_ROUND, BROUGHT_ROUND = "เก็บรอบแรก", "เก็บเพิ่มภายหลัง", "เงินล่วงหน้า", "ยกมา"
ROUNDS = (FIRST_ROUND, LATE_ROUND, PREPAID_ROUND, BROUGHT_ROUND)
NOT_COLLECTED, WITH_COLLECTOR, REMITTED = "ยังไม่เก็บ", "อยู่กับผู้เก็บเงิน", "นำส่งแล้ว"

STILL_OWING, PAID_LATER, WAIVED = "ยังค้าง", "ชำระแล้ว", "งดเก็บตามมติ"

PREPAID, PREPAID_BACK, REMITTANCE = "เงินล่วงหน้า", "คืนเงินล่วงหน้า", "ผู้เก็บนำส่ง"
ADVANCE, DEBT, FAMILY, FEE = "สำรองจ่าย", "หนี้กองทุน", "จ่ายครอบครัว", "ค่าดำเนินการ"
OF_A_DEATH = (ADVANCE, DEBT, FAMILY, FEE)
"""Registers of rows of the cash and bank book that are for one death, and post on its own account."""
REGISTERS = (PREPAID, PREPAID_BACK, REMITTANCE, *OF_A_DEATH)

BY_COLLECTOR = "ผู้เก็บเงิน"
"""How a receipt is paid when the village's collector takes the money and brings it later."""

MEMBERS_MONEY, CLUB_MONEY = "ก", "ข"
PURSES = (MEMBERS_MONEY, CLUB_MONEY)
"""The two books that never mix: the members' welfare money, and the club's own."""

ADVANCE_FIRST, DEBTS_FIRST = "ค่าดำเนินการ สำรองจ่าย หนี้กองทุน ครอบครัว", "ค่าดำเนินการ หนี้กองทุน สำรองจ่าย ครอบครัว"
ORDERS = (ADVANCE_FIRST, DEBTS_FIRST)
