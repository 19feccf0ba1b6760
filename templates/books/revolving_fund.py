"""โครงการแก้ไขปัญหาความยากจน (กข.คจ.): the interest-free revolving fund's book, put together in the words of the scheme."""

from dataclasses import replace
from typing import Annotated as A
from typing import NamedTuple

from templates.books import borrowing, bylaws, cash, controls, households, ledger, money_proof, receipts, revolving_face, words
from templates.books import revolving_face as sheets
from templates.books.households import reworded
from templates.declare import FundBook, Sheet, Size, Table, col, declare
from templates.expressions import Cell, expr
from templates.kinds import Money, Text

ID, NAME, VERSION = "revolving-fund", "โครงการแก้ไขปัญหาความยากจน (กข.คจ.)", "1.0"
PURPLE, BROWN, GREEN, YELLOW = "#6A3D8F", "#8A5A2B", "#2E7D4F", "#E8B800"
"""The colours of the scheme's four books; the first is the accent of the whole."""
TYPED_IN, WORKED_OUT = "#5F6B73", "#C9CFD3"

CAPITAL = 28_000_000
"""What a village of the scheme was given, in satang; confirm it by the letter of allotment."""


class Scheme(NamedTuple):
    """What the village was entrusted with. Money in satang."""

    capital: A[Money, col("เงินทุนที่ได้รับจากทางราชการ", "capital", required=True, unit="บาท (โปรดยืนยันกับหนังสือจัดสรร)")]
    capital_added: A[Money | None, col("เงินทุนเพิ่มเติมถึงสิ้นปีก่อน", "capital added before", unit="บาท (ว่าง = ไม่มี)", least=None)]
    capital_document: A[Text | None, col("หนังสือจัดสรรเลขที่", "letter of allotment")]


class SchemeAccounts(NamedTuple):
    """Which accounts the money of the scheme is told by."""

    account_capital: A[Text, col("รหัสบัญชีเงินทุนที่ได้รับ", "capital account", required=True, ref=("accounts", "code"))]
    account_bank_interest: A[Text, col("รหัสบัญชีดอกเบี้ยเงินฝากธนาคาร", "bank interest account", required=True, ref=("accounts", "code"))]
    account_losses: A[Text, col("รหัสบัญชีเงินทุนสูญเสียที่พิสูจน์แล้ว", "losses account", required=True, ref=("accounts", "code"))]
    account_missing: A[Text, col("รหัสบัญชีเงินทุนที่ยังหาไม่พบ", "missing money account", required=True, ref=("accounts", "code"))]


WITHOUT = (
    "operating_day", "loan_rate", "interest_method", "interest_unit", "interest_direction", "tier_limit", "tier_rate", "fine_rate", "fine_unit",
    "fine_direction", "fine_cap", "split_order", "guarantors_least", "allowance_1", "allowance_2", "allowance_3", "allowance_4", "allowance_5",
    "account_savings", "account_dividend", "account_return", "account_reserve",
)  # fmt: skip
"""Rules of the shared parts that a fund without interest, savings and dividends has no use for."""

PRESETS: dict[str, object] = {
    "fund_type": NAME, "first_year": words.NO, "capital": CAPITAL, "age_1": 30, "age_2": 90, "age_3": 180, "age_4": 365, "account_cash": "11010",
    "account_loans": "13010", "account_profit": "32010", "account_capital": "31010", "account_bank_interest": "45010", "account_losses": "18110",
    "account_missing": "18120",
}  # fmt: skip
BANK_ACCOUNTS = ("12110", "12120", "12130", "12210", "12220", "12230")

ACCOUNTS = (
    ("11010", "เงินสดในมือ", words.ASSET),
    ("12110", "เงินฝากธนาคาร", words.ASSET), ("12120", "เงินฝากธนาคาร 2", words.ASSET), ("12130", "เงินฝากธนาคาร 3", words.ASSET),
    ("12210", "เงินฝากธนาคาร 4", words.ASSET), ("12220", "เงินฝากธนาคาร 5", words.ASSET), ("12230", "เงินฝากธนาคาร 6", words.ASSET),
    ("13010", "ลูกหนี้เงินยืม", words.ASSET), ("18110", "เงินทุนสูญเสียที่พิสูจน์แล้ว", words.ASSET), ("18120", "เงินทุนที่ยังหาไม่พบ", words.ASSET),
    ("23030", "เงินส่งเกิน รอคืนผู้ยืม", words.LIABILITY), ("23090", "ผลต่างรอตรวจสอบ", words.LIABILITY),
    ("31010", "เงินทุน กข.คจ. ที่ได้รับ", words.CAPITAL), ("32010", "ดอกผลธนาคารสะสม", words.CAPITAL), ("33020", "ดอกผลธนาคารประจำปี", words.CAPITAL),
    ("45010", "ดอกเบี้ยเงินฝากธนาคาร", words.INCOME), ("46010", "รายได้อื่น (บริจาค)", words.INCOME),
    ("54040", "ค่าธรรมเนียมธนาคาร", words.EXPENSE), ("54090", "ค่าใช้จ่ายที่ระเบียบให้จ่าย", words.EXPENSE),
)  # fmt: skip
"""A revolving fund's part of the village-fund five-digit chart: the losses stand in the open, on two accounts of their own."""

ITEMS = (
    ("ส่งคืนเงินยืม", "13010", words.PRINCIPAL), ("ให้ยืมเงินทุน", "13010", words.LENDING), ("ดอกเบี้ยเงินฝากธนาคาร", "45010", ""),
    ("เงินทุนเพิ่มเติม", "31010", ""), ("ส่งเงินทุนคืนทางราชการ", "31010", ""), ("ได้คืนเงินที่เคยหาไม่พบ", "18120", ""), ("บันทึกเงินสดที่หาไม่พบ", "18120", ""),
    ("ได้คืนเงินที่เคยสูญเสีย", "18110", borrowing.RECOVERED), ("เงินส่งเกิน รอคืน", "23030", ""), ("คืนเงินส่งเกิน", "23030", ""), ("รายได้อื่น (บริจาค)", "46010", ""),
    ("ค่าธรรมเนียมธนาคาร", "54040", ""), ("ค่าใช้จ่ายที่ระเบียบให้จ่าย", "54090", ""),
)  # fmt: skip

RULES = {
    "fund_name": "ชื่อกองทุน", "first_year": "ปีแรกของโครงการหรือไม่", "loan_limit": "วงเงินยืมต่อครัวเรือน", "months_most": "ระยะเวลายืมสูงสุด",
    "account_loans": "รหัสบัญชีลูกหนี้เงินยืม", "account_profit": "รหัสบัญชีดอกผลธนาคารสะสม",
}  # fmt: skip
RECEIPT = {"member": "รหัสครัวเรือน", "payer": "ผู้นำส่ง/ส่งแทน"}
ROWS_A_HOUSEHOLD = 8
HIDDEN = ("register",)
"""What an item feeds is set up once and needs no looking at; its words are those that all books share."""


def revolving_fund(size: Size) -> FundBook:
    """Declare the revolving fund's book for a size; members are target households."""
    presets = PRESETS | {f"account_bank{number}": BANK_ACCOUNTS[number - 1] for number in range(1, size.banks + 1)}
    received = reworded(receipts.receipts_table(without=(*receipts.OF_SAVINGS, *receipts.OF_INTEREST)), RECEIPT, hide=HIDDEN)
    money, contracts, people, journal = _cash_table(size.banks), borrowing.loans_table(), households.households_table(), ledger.journal_table()
    anybody = replace(received.columns["member"], required=False, help="ว่างได้เมื่อผู้นำส่งไม่ใช่ครัวเรือนเป้าหมาย เช่น คืนเงินที่เคยหาไม่พบ")
    received = replace(received, th="ใบเสร็จรับส่งคืน", columns={**received.columns, "member": anybody}, capacity=_room)
    roomy = tuple((table, table.capacity(size)) for table in (people, received, money, contracts, journal))
    losses = borrowing.loss_tables()
    declared = (
        Sheet("ระเบียบ", _rules(presets, size.banks), "กรอกช่องสีเหลือง ช่องว่างแปลว่ายังไม่มีข้อกำหนด ไม่ใช่ศูนย์ · โครงการนี้ไม่มีดอกเบี้ยจากผู้ยืม"),
        Sheet(sheets.HOUSEHOLDS, (people,), "สมุดสีม่วง · หนึ่งแถวต่อหนึ่งครัวเรือน เรียงตามลำดับที่ที่ประชุมหมู่บ้านจัดไว้", PURPLE),
        Sheet(
            sheets.STATUS,
            (households.snapshots_table(size.banks), households.standing_table()),
            "สมุดสีน้ำตาล · พิมพ์วันที่ที่มีคนมาดู ยอดเงินของวันนั้นขึ้นเอง ข้างขวาคือฐานะของทุกครัวเรือน",
            BROWN,
        ),
        Sheet(sheets.BANK, (money,), "สมุดสีเขียว · เงินสดและเงินฝากทุกบาท รับตามใบเสร็จเลือก 'ใบเสร็จ' ฝากหรือถอนเลือก 'โอน'", GREEN),
        Sheet(sheets.DEBTORS, (contracts,), "สมุดสีเหลือง · หนึ่งแถวต่อหนึ่งสัญญา กรอกงวดที่ตกลงกันได้หกงวด การส่งคืนขึ้นเองจากใบเสร็จ", YELLOW),
        Sheet(sheets.RECEIPTS, (received,), "หนึ่งแถวต่อหนึ่งใบเสร็จ พิมพ์ครั้งเดียว สมุดเล่มอื่นดึงไปใช้เอง"),
        Sheet(sheets.RETURNS, (borrowing.returns_table(),), "ทุกครั้งที่ส่งคืน ดึงจากใบเสร็จ ไม่ต้องพิมพ์"),
        Sheet(sheets.AGEING, (borrowing.ageing_table(),), "ณ วันที่ออกรายงานในแผ่นระเบียบ ใครครบกำหนด ใครค้าง ไปเยี่ยมกัน"),
        Sheet(sheets.LOSSES, losses, "ทุกรายมีชื่อ มติ และเอกสาร ปีนี้อยู่ซ้าย ปีก่อน ๆ อยู่ขวา"),
        Sheet(sheets.PROOF, (*money_proof.proof_tables(size.banks), _by_place()), "เงินทุนกับดอกผลทุกบาท อยู่ที่ไหนบ้าง คำนวณเองทั้งหมด"),
        Sheet(sheets.VISITS, (households.visits_table(),), "ถามยอดที่ครัวเรือนว่ายืมอยู่ เทียบกับสมุด แล้วตกลงกันเบา ๆ ในบ้าน"),
        Sheet("สมุดรายวันทั่วไป", (journal,), "รายการที่เงินไม่เคลื่อนไหว เช่น สูญเสียที่พิสูจน์แล้ว และการปิดบัญชี เดบิตต้องเท่ากับเครดิต"),
        Sheet("ทะเบียนใบเสร็จ", receipts.receipt_book_tables(), "เล่มที่ใช้ในปี และใบที่ยกเลิกพร้อมเหตุ"),
        Sheet("ทะเบียนมติ", (controls.minutes_table(),), "มติที่แผ่นอื่นอ้างถึง"),
        Sheet("ผังบัญชีและรายการ", _accounts(), "รายการที่เหรัญญิกเลือก ผูกกับรหัสบัญชีไว้ให้แล้ว"),
        Sheet("ยอดยกมา", _opening(), "ลอกยอดสิ้นปีก่อน ถ้ายังไม่ลงตัว ช่องผลต่างรอตรวจสอบจะบอกยอด"),
        Sheet("ตรวจนับเงินสด", cash.count_tables(), "นับพร้อมกันสองคน ใส่จำนวนใบและเหรียญ"),
        Sheet("กระทบยอดธนาคาร", (cash.bank_table(size.banks),), "ใช้หนังสือรับรองยอดจากธนาคาร ไม่ใช่สมุดคู่ฝากอย่างเดียว"),
        Sheet("งบทดลอง", (ledger.trial_balance_table(size.banks, debits=()),), "ก่อนปิดบัญชี คำนวณเองทั้งแผ่น"),
        Sheet("งบดอกผลและค่าใช้จ่าย", _income(), "แสดงเฉพาะบัญชีที่มีรายการ ดอกผลทั้งหมดอยู่ในกองทุน"),
        Sheet("งบแสดงฐานะการเงิน", ledger.position_tables(), "หลังปิดบัญชี เงินที่สูญเสียและยังหาไม่พบ เป็นบรรทัดของตัวเอง"),
        Sheet(sheets.FORM_1, money_proof.report_tables(), "รายงานของหมู่บ้าน ประธานและพัฒนากรลงชื่อ"),
        Sheet(sheets.FORM_2, (money_proof.form_2_table(),), "บรรทัดของหมู่บ้านในรายงานอำเภอและจังหวัด"),
        Sheet(sheets.PROBLEMS, money_proof.problem_tables(), "เรื่องที่ยังค้างอยู่ สาเหตุ และทางแก้ที่ตกลงกัน"),
        Sheet(sheets.HAND_OVER, (money_proof.hand_over_table(),), "เปลี่ยนกรรมการเมื่อไร พิมพ์ให้ทั้งสองฝ่ายลงชื่อ ยอดเงินขึ้นเอง"),
        Sheet("สรุป", (money_proof.figures_table(), _by_month(), controls.by_age_table()), "ตัวเลขสำหรับที่ประชุมหมู่บ้าน คำนวณเองทั้งหมด"),
        Sheet("จุดตรวจก่อนปิดบัญชี", (controls.controls_table(_ties(size.banks)), controls.room_table(roomy), controls.sign_off_table()), "ทุกคู่ควรตรงกันก่อนปิดบัญชี"),
        Sheet("_satja", (controls.stamp_table(),), "", hidden=True),
    )
    return FundBook(ID, NAME, VERSION, tuple(map(_tabbed, declared)), PURPLE, revolving_face.face(), rows_a_member=ROWS_A_HOUSEHOLD)


def _room(size: Size) -> int:
    """Prepare for a return a month from half of the households and some, with their deposits."""
    return 200 + ROWS_A_HOUSEHOLD * size.members


def _tabbed(sheet: Sheet) -> Sheet:
    """Leave the colours of the scheme to its four books: the tabs of other sheets are grey, darker where people type."""
    typed_in = any(column.required or table.form for table in sheet.tables for column in table.inputs)
    return replace(sheet, tab=sheet.tab or (TYPED_IN if typed_in else WORKED_OUT))


def _rules(presets: dict[str, object], banks: int) -> tuple[Table, ...]:
    parts = (bylaws.Fund, Scheme, bylaws.Lending, bylaws.Accounts, SchemeAccounts)
    rules, *others = bylaws.bylaw_tables(parts, presets, banks, WITHOUT)
    return reworded(rules, RULES), *others


def _cash_table(banks: int) -> Table:
    references = {words.LENDING: ("loans", "number"), **cash.ONE_RECEIPT}
    table = reworded(cash.cash_table(banks, references, without=("missing_months",)), {})
    kind = replace(table.columns["kind"], help="ใบเสร็จ = ยอดของใบเสร็จที่อ้างอิง · วันทำการ = ยอดรับทั้งวันมาเอง · โอน = ฝากหรือถอน ใส่สองฝั่ง")
    reference = replace(table.columns["reference"], help="ให้ยืมเงินทุน: เลขที่สัญญา · ใบเสร็จ: เล่ม/เลขที่ เช่น 4/001")
    return replace(table, th="บัญชีคุมเงินฝากธนาคารและเงินสด", columns={**table.columns, "kind": kind, "reference": reference}, capacity=_room)


def _accounts() -> tuple[Table, ...]:
    chart, items = ledger.account_tables(ACCOUNTS, ITEMS)
    register = replace(items.columns["register"], one_of=borrowing.REGISTERS, hidden=True)
    return chart, replace(items, columns={**items.columns, "register": register})


def _opening() -> tuple[Table, ...]:
    facts, accounts, _ = ledger.opening_tables()
    headings = {"met_on": "วันประชุมที่รับรองยอด", "headcount": "จำนวนครัวเรือนเป้าหมายต้นปี", "last_contract": "สัญญายืมเงินฉบับสุดท้าย"}
    return reworded(facts, headings, {"headcount": "ครัวเรือน"}), accounts


def _income() -> tuple[Table, ...]:
    lines, result = ledger.income_tables()
    return replace(lines, th="งบดอกผลและค่าใช้จ่าย"), reworded(result, {"surplus": "ดอกผลสุทธิประจำปี"})


def _by_month() -> Table:
    headings = {"lent": "ให้ยืม", "principal": "รับส่งคืน", "cash": "เงินสดในมือสิ้นเดือน"}
    return reworded(controls.by_month_table(without=("savings", "interest")), headings)


class Place(NamedTuple):
    """A place where the money is, for the picture of it."""

    place: A[Text, col("เงินทุนอยู่ที่", "place", fixed=True, width=22)]
    amount: A[Money, col("จำนวนเงิน", "amount", fixed=True, least=None, width=14)]


def _by_place() -> Table:
    names = {"bank": "ธนาคาร", "cash": "เงินสดในมือ", "outstanding": "ผู้ยืม", "lost": "สูญเสียที่พิสูจน์แล้ว", "not_found": "ยังหาไม่พบ"}
    rows = tuple({"place": label, "amount": expr(0) + Cell("money_found", name)} for name, label in names.items())
    return declare(Place, name="by_place", th="ภาพรวม", guard="place", key=("place",), fixed_rows=rows)


def _ties(banks: int) -> tuple[controls.Tie, ...]:
    _, here, there = controls.receipts_tie()
    from_receipts = ("เงินสด: ใบเสร็จ = บัญชีคุมเงินฝาก", here, there)
    registers = (controls.loans_tie(), controls.ageing_tie(), from_receipts, *money_proof.proof_ties())
    return (*registers, *controls.ledger_ties(), *controls.money_ties(banks))
