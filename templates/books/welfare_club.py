"""ชมรมเพื่อนช่วยเพื่อน: the funeral welfare club's book, put together."""

from decimal import Decimal

from templates.books import cash, club_face, club_members, club_money, club_rules, club_words, controls, deaths, ledger, receipts, words
from templates.books.bylaws import rule
from templates.declare import FundBook, Sheet, Size
from templates.expressions import Expr, expr
from templates.lookups import Total, sum_of

ID, NAME, VERSION = "welfare-club", "ชมรมเพื่อนช่วยเพื่อน", "1.0"
BLUE = "#4A5D8F"
FEWEST_BANKS = 2
"""One bank account for the members' money, one for the club's."""

PRESETS: dict[str, object] = {
    "fund_type": NAME, "first_year": words.NO, "death_rate": 5000, "dead_pays": words.NO, "waiting_ordinary": 60, "waiting_accident": 0, "age_least": 20,
    "age_most": 65, "fee_rate": Decimal("0.04"), "fee_unit": 100, "fee_direction": "ปัดลง", "advance_least": 2000000, "advance_most": 3000000,
    "payout_order": club_words.ADVANCE_FIRST, "account_cash": "1B110", "account_profit": "3B110", "account_collectors": "1A110", "account_receivable": "1A310",
    "account_payable": "2A210", "account_prepaid": "2A110", "account_fee": "4B130",
}  # fmt: skip
BANK_ACCOUNTS = ("1A120", "1B120", "1B130", "1B140", "1B150", "1B160")

A, B = club_words.PURSES
ACCOUNTS = (
    ("1A110", "เงินสดกับผู้เก็บเงิน", words.ASSET, A), ("1A120", "เงินฝากธนาคาร บัญชีเงินสงเคราะห์", words.ASSET, A),
    ("1A310", "เงินสงเคราะห์ค้างรับจากสมาชิก", words.ASSET, A), ("2A110", "เงินสงเคราะห์ล่วงหน้าของสมาชิก", words.LIABILITY, A),
    ("2A210", "เงินสงเคราะห์ค้างจ่าย", words.LIABILITY, A), ("2A310", "ดอกเบี้ยธนาคารรอมติ", words.LIABILITY, A), ("2A390", "ผลต่างรอตรวจสอบ", words.LIABILITY, A),
    ("1B110", "เงินสดของชมรม", words.ASSET, B), ("1B120", "เงินฝากธนาคาร บัญชีชมรม", words.ASSET, B), ("1B130", "เงินฝากธนาคาร 3", words.ASSET, B),
    ("1B140", "เงินฝากธนาคาร 4", words.ASSET, B), ("1B150", "เงินฝากธนาคาร 5", words.ASSET, B), ("1B160", "เงินฝากธนาคาร 6", words.ASSET, B),
    ("1B210", "เงินยืมทดรอง", words.ASSET, B), ("1B310", "ครุภัณฑ์", words.ASSET, B), ("1B311", "ค่าเสื่อมราคาสะสม", words.ASSET, B),
    ("2B110", "ค่าใช้จ่ายค้างจ่าย", words.LIABILITY, B), ("3B110", "ทุนสะสมของชมรม", words.CAPITAL, B),
    ("3B120", "รายได้สูง (ต่ำ) กว่าค่าใช้จ่าย", words.CAPITAL, B), ("4B110", "ค่าสมัคร", words.INCOME, B), ("4B120", "ค่าบำรุงรายปี", words.INCOME, B),
    ("4B130", "รายได้ค่าดำเนินการ", words.INCOME, B), ("4B140", "ดอกเบี้ยเงินฝากธนาคาร", words.INCOME, B), ("4B150", "เงินบริจาค", words.INCOME, B),
    ("5B110", "ค่าแบบพิมพ์", words.EXPENSE, B), ("5B120", "ค่าพวงหรีด", words.EXPENSE, B), ("5B130", "ค่าเดินทาง", words.EXPENSE, B),
    ("5B140", "ค่าใช้จ่ายในการประชุม", words.EXPENSE, B), ("5B150", "ค่าธรรมเนียมธนาคาร", words.EXPENSE, B), ("5B160", "ค่าเสื่อมราคา", words.EXPENSE, B),
    ("5B190", "ค่าใช้จ่ายอื่น", words.EXPENSE, B),
)  # fmt: skip
"""Each account with the book it belongs to; a club may use its own."""

ITEMS = (
    ("ค่าสมัคร", "4B110", ""), ("ค่าบำรุงรายปี", "4B120", ""), ("เงินสงเคราะห์ล่วงหน้า", "2A110", club_words.PREPAID), ("เงินบริจาค", "4B150", ""),
    ("ดอกเบี้ยธนาคาร บัญชีชมรม", "4B140", ""), ("ดอกเบี้ยธนาคาร เงินสงเคราะห์", "2A310", ""), ("ผู้เก็บเงินนำส่ง", "1A110", club_words.REMITTANCE),
    ("สำรองจ่ายวันแรก", "2A210", club_words.ADVANCE), ("ชำระหนี้กองทุนแทน", "2A210", club_words.DEBT), ("จ่ายครอบครัว", "2A210", club_words.FAMILY),
    ("โอนค่าดำเนินการ", "2A210", club_words.FEE), ("คืนเงินล่วงหน้า", "2A110", club_words.PREPAID_BACK), ("ค่าแบบพิมพ์", "5B110", ""),
    ("ค่าพวงหรีด", "5B120", ""), ("ค่าเดินทาง", "5B130", ""), ("ค่าใช้จ่ายในการประชุม", "5B140", ""), ("ค่าธรรมเนียมธนาคาร", "5B150", ""),
    ("ค่าใช้จ่ายอื่น", "5B190", ""), ("เงินยืมทดรอง", "1B210", ""),
)  # fmt: skip


def welfare_club(size: Size) -> FundBook:
    """Declare the club's book for a size; it has at least two banks, one for each of its two books."""
    banks = max(FEWEST_BANKS, size.banks)
    presets = PRESETS | {f"account_bank{number}": BANK_ACCOUNTS[number - 1] for number in range(1, banks + 1)}
    people, received, money, journal = club_members.club_members_table(), club_money.receipts_table(), club_money.cash_table(banks), ledger.journal_table()
    heirs, died, rounds, named = club_members.beneficiaries_table(), deaths.deaths_table(), deaths.collection_table(), deaths.unpaid_table()
    roomy = tuple((table, table.capacity(size)) for table in (people, heirs, received, money, journal, died, rounds, named))
    sheets = (
        Sheet("ระเบียบ", club_rules.rule_tables(presets, banks), "กรอกช่องสีเหลืองตามระเบียบของชมรม ช่องว่างแปลว่ายังไม่มีข้อกำหนด ไม่ใช่ศูนย์"),
        Sheet("สมาชิก", (people,), "หนึ่งแถวต่อหนึ่งคน คนใหม่ต่อท้าย ใช้ตัวกรองค้นหาได้ แต่อย่าเรียงลำดับใหม่"),
        Sheet("ผู้รับผลประโยชน์", (heirs,), "หนึ่งแถวต่อผู้รับหนึ่งคน ส่วนแบ่งของสมาชิกแต่ละคนรวมให้ได้ 100% พอดี"),
        Sheet(
            "ผังบัญชีและรายการ",
            ledger.account_tables(ACCOUNTS, ITEMS, club_words.REGISTERS, club_money.PURSE),
            "ทุกบัญชีอยู่ในเล่มเดียว เล่ม ก เงินของสมาชิก เล่ม ข เงินของชมรม",
        ),
        Sheet("ยอดยกมา", ledger.opening_tables(club_members.ClubOpeningMember), "ลอกยอดจากงบปีก่อนที่ที่ประชุมใหญ่รับรอง ถ้ายังไม่ลงตัว ช่องผลต่างรอตรวจสอบจะบอกยอด"),
        Sheet("รายที่ยกมา", (deaths.opening_deaths_table(),), "รายที่ปีก่อนยังเก็บหรือยังจ่ายครอบครัวไม่ครบ ลงแถวในแผ่น การเสียชีวิต ด้วยเลขเดิม"),
        Sheet("รับเงินวันทำการ", (received,), "หนึ่งแถวต่อใบเสร็จต่อรายการ ค่าสมัคร ค่าบำรุง เงินล่วงหน้า พิมพ์ครั้งเดียว"),
        Sheet("สมุดเงินสด-ธนาคาร", (money,), "เงินสดคือเงินของชมรม · ธนาคาร 1 เงินสงเคราะห์ (เล่ม ก) · ธนาคาร 2 เงินของชมรม (เล่ม ข)"),
        Sheet("สมุดรายวันทั่วไป", (journal,), "รายการที่เงินไม่เคลื่อนไหว เดบิตต้องเท่ากับเครดิตทุกใบสำคัญ"),
        Sheet("การเสียชีวิต", (died,), "หนึ่งแถวต่อหนึ่งราย เรียงตามวันที่ ยอดเรียกเก็บและเงินถึงครอบครัวคำนวณให้"),
        Sheet("หนี้กองทุน", (deaths.death_debts_table(),), "หนี้ที่ผู้เสียชีวิตมีกับกองทุน หักชำระก่อน เพื่อไม่ให้ผู้ค้ำเดือดร้อน"),
        Sheet("การเก็บเงิน", (rounds,), "หนึ่งแถวต่อหมู่ต่อราย อยู่กับผู้เก็บเงิน แล้วนำส่ง ยอดนำส่งดึงจากสมุดเงินสด-ธนาคาร"),
        Sheet("รายชื่อที่ยังไม่ได้จ่าย", (named,), "จดเฉพาะผู้ที่ยังไม่ได้จ่าย ที่เหลือถือว่าจ่ายแล้ว จ่ายภายหลังใส่เลขรอบเก็บ"),
        Sheet("เงินสงเคราะห์รายคน", (club_members.dues_table(),), "คำนวณทั้งแผ่น เรียกเก็บ ชำระ ค้าง และเงินล่วงหน้าของแต่ละคน"),
        Sheet("ทะเบียนใบเสร็จ", receipts.receipt_book_tables(), "เล่มที่ใช้ในปี และใบที่ยกเลิกพร้อมเหตุ"),
        Sheet("ทะเบียนมติ", (controls.minutes_table(),), "มติที่แผ่นอื่นอ้างถึง"),
        Sheet("ตรวจนับเงินสด", cash.count_tables(), "นับพร้อมกันสองคน ใส่จำนวนใบและเหรียญ"),
        Sheet("กระทบยอดธนาคาร", (cash.bank_table(banks),), "ใช้หนังสือรับรองยอดจากธนาคาร ไม่ใช่สมุดฝากอย่างเดียว"),
        Sheet("งบทดลอง", (club_money.trial_balance_table(banks),), "ก่อนปิดบัญชี คำนวณเองทั้งแผ่น เรียกเก็บและเก็บได้ลงบัญชีเอง"),
        Sheet("งบรายได้-ค่าใช้จ่าย", club_money.income_tables(), "ของเล่ม ข เท่านั้น เงินของสมาชิกไม่ใช่รายได้"),
        Sheet("งบแสดงฐานะการเงิน", club_money.position_tables(), "ทั้งสองเล่ม หลังปิดบัญชี"),
        Sheet("สองเล่มไม่ปนกัน", (club_money.by_purse_table(banks),), "แต่ละเล่มสมดุลในตัวเอง"),
        Sheet("สรุป", (club_face.figures_table(), club_face.by_month_table(), club_face.by_village_table()), "ตัวเลขสำหรับที่ประชุม คำนวณเองทั้งหมด"),
        Sheet("จุดตรวจก่อนปิดบัญชี", (controls.controls_table(_ties(banks)), controls.room_table(roomy), controls.sign_off_table()), "ทุกคู่ควรตรงกันก่อนปิดบัญชี"),
        Sheet("_satja", (controls.stamp_table(),), "", hidden=True),
    )
    return FundBook(ID, NAME, VERSION, sheets, BLUE, club_face.face())


def _ties(banks: int) -> tuple[controls.Tie, ...]:
    owed, held = controls.ledger_balance(rule.account_receivable), controls.ledger_balance(rule.account_collectors)
    prepaid = expr(0) - controls.ledger_balance(rule.account_prepaid)
    by_collectors = Total("collection", "held")
    return (
        (club_face.RECEIVABLE_TIE, Total("dues", "owing"), expr(0) + owed),
        ("ค้างเก็บ: รายคน = รายที่เสียชีวิต", Total("dues", "owing"), Total("deaths", "owing")),
        (club_face.COLLECTORS_TIE, by_collectors, expr(0) + held),
        (club_face.PAYABLE_TIE, Total("deaths", "payable"), expr(0) - Total("trial_balance", "of_deaths")),
        (club_face.PREPAID_TIE, Total("dues", "prepaid"), prepaid),
        ("ค่าดำเนินการ: ออกจากเล่ม ก = เข้าเล่ม ข", Total("deaths", "fee_now"), sum_of("cash", "goes_into", register=club_words.FEE)),
        *(
            (club_face.PURSE_TIE.format(purse), sum_of("by_purse", "assets", purse=purse), _other_side(purse))
            for purse in club_words.PURSES
        ),
        controls.receipts_tie(), *controls.ledger_ties(), *controls.money_ties(banks),
    )  # fmt: skip


def _other_side(purse: str) -> Expr:
    return sum_of("by_purse", "liabilities", purse=purse) + sum_of("by_purse", "capital", purse=purse) + sum_of("by_purse", "surplus", purse=purse)
