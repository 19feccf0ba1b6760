"""The face of a funeral welfare club: its home sheet, its guide, its figures and pictures. Words for families: ต่อราย, gently."""

from typing import Annotated as A
from typing import NamedTuple

from templates.books import club_words, words
from templates.books.bylaws import rule
from templates.books.cash import bank_account, opening_of
from templates.books.controls import Month, control_state, ledger_balance
from templates.books.ledger import result
from templates.choices import join
from templates.declare import Table, col, declare, placed_after
from templates.expressions import Cell, Expr, expr, f
from templates.face import Face, Lines, Picture, Tile
from templates.kinds import Kind, Money, Text, Whole
from templates.lookups import Total, count_of, sum_of

PURSE_TIE = "เล่ม {}: สมดุลในตัวเอง"
RECEIVABLE_TIE, PAYABLE_TIE = "ค้างเก็บ: รายคน = บัญชีคุมยอด", "ค้างจ่าย: รายที่เสียชีวิต = บัญชีคุมยอด"
COLLECTORS_TIE, PREPAID_TIE = "เงินกับผู้เก็บเงิน: รอบเก็บ = บัญชี", "เงินล่วงหน้า: รายคน = บัญชีคุมยอด"
VILLAGES = 16


class ClubMonth(NamedTuple):
    """A month of a club in figures."""

    deaths: A[Whole, col("เสียชีวิต (ราย)", "deaths", total=True, width=13, formula=count_of("deaths", date=(">=", f.start), date_=("<=", f.end)))]
    called: A[Money, col("เรียกเก็บ", "called", total=True, formula=sum_of("deaths", "called_now", date=(">=", f.start), date_=("<=", f.end)))]
    collected: A[
        Money, col("เก็บได้", "collected", total=True, formula=sum_of("collection", "posted", collected_on=(">=", f.start), collected_on_=("<=", f.end)))
    ]
    to_families: A[
        Money,
        col(
            "ถึงครอบครัว", "to families", total=True,
            formula=sum_of("cash", "paid", register=club_words.ADVANCE, date=(">=", f.start), date_=("<=", f.end))
            + sum_of("cash", "paid", register=club_words.FAMILY, date=(">=", f.start), date_=("<=", f.end)),
        ),
    ]  # fmt: skip


class VillageLine(NamedTuple):
    """A village in figures: its members, and money its collector still holds."""

    label: A[Text, col("หมู่บ้าน", "village", fixed=True, width=10)]
    number: A[Whole, col("หมู่ที่", "village no.", fixed=True, hidden=True)]
    members: A[Whole, col("สมาชิก (คน)", "members", total=True, width=11, formula=count_of("members", village=f.number, status=words.ACTIVE))]
    owing: A[Money, col("ยังค้างชำระ", "owing", total=True, width=14, formula=sum_of("dues", "owing", village=f.number))]
    held: A[Money, col("ผู้เก็บเงินถืออยู่", "with the collector", total=True, width=14, least=None, formula=sum_of("collection", "held", village=f.number))]


class ClubFigures(NamedTuple):
    """The figures the meeting reads."""

    members: A[Whole, col("สมาชิกปัจจุบัน", "members", unit="คน", formula=count_of("members", status=words.ACTIVE))]
    deaths: A[Whole, col("เสียชีวิตในปี", "deaths", unit="ราย", formula=count_of("deaths", date=(">=", rule.first_day)))]
    called: A[Money, col("เรียกเก็บในปี", "called", unit="บาท", formula=Total("deaths", "called_now"))]
    collected: A[Money, col("เก็บได้ในปี", "collected", unit="บาท", formula=Total("collection", "posted"))]
    to_families: A[
        Money,
        col(
            "ถึงครอบครัวในปี", "to families", unit="บาท",
            formula=sum_of("cash", "paid", register=club_words.ADVANCE) + sum_of("cash", "paid", register=club_words.FAMILY),
        ),
    ]  # fmt: skip
    debts: A[Money, col("ชำระหนี้กองทุนแทนในปี", "debts settled", unit="บาท", formula=expr(0) + sum_of("cash", "paid", register=club_words.DEBT))]
    owing: A[Money, col("สมาชิกค้างชำระ", "owing", unit="บาท", least=None, formula=Total("dues", "owing"))]
    held: A[Money, col("อยู่กับผู้เก็บเงิน", "with collectors", unit="บาท", least=None, formula=Total("collection", "held"))]
    to_pay: A[Money, col("ยังต้องจ่ายครอบครัว", "still to pay", unit="บาท", least=None, formula=Total("deaths", "to_pay"))]
    prepaid: A[Money, col("เงินล่วงหน้าของสมาชิก", "prepaid", unit="บาท", least=None, formula=Total("dues", "prepaid"))]
    members_bank: A[
        Money,
        col(
            "ธนาคาร 1 บัญชีเงินสงเคราะห์ (เล่ม ก)",
            "members' bank",
            unit="บาท",
            least=None,
            formula=opening_of(bank_account(1)) + Total("cash", "bank1_in") - Total("cash", "bank1_out"),
        ),
    ]
    cash: A[Money, col("เงินสดของชมรม (เล่ม ข)", "cash", unit="บาท", formula=Cell("count", "book"))]
    bank: A[Money, col("ธนาคาร 2 บัญชีชมรม (เล่ม ข)", "bank", unit="บาท", least=None, formula=expr(0) + ledger_balance(bank_account(2)))]
    surplus: A[Money, col("รายได้สูง (ต่ำ) กว่าค่าใช้จ่าย", "surplus", unit="บาท", least=None, formula=result.surplus)]
    assets: A[Money, col("สินทรัพย์รวมสองเล่ม", "assets", unit="บาท", formula=Cell("position_result", "assets"))]


def figures_table() -> Table:
    return declare(ClubFigures, name="figures", th="ตัวเลขสำคัญ", form=True)


def by_month_table() -> Table:
    rows = tuple({"number": number} for number in range(1, 13))
    drop = ("savings", "lent", "principal", "interest")
    table = declare(Month, ClubMonth, name="by_month", th="รายเดือน", guard="number", key=("number",), fixed_rows=rows, drop=drop)
    return placed_after(table, "end", "deaths", "called", "collected", "to_families", "cash", "closed_on")


def by_village_table() -> Table:
    rows = tuple({"label": f"หมู่ {number}", "number": number} for number in range(1, VILLAGES + 1))
    return declare(VillageLine, name="by_village", th="รายหมู่บ้าน", guard="label", key=("label",), fixed_rows=rows)


def tiles() -> tuple[Tile, ...]:
    """Give the home sheet's tiles."""
    money = Kind.MONEY
    deaths = join("ปีนี้ร่วมสงเคราะห์ ", _figure("deaths"), " ราย")
    return (
        Tile("สมาชิกปัจจุบัน (คน)", _figure("members"), Kind.WHOLE, deaths, "สมาชิก"),
        Tile("สมาชิกค้างชำระ", _figure("owing"), money, control_state(RECEIVABLE_TIE), "เงินสงเคราะห์รายคน"),
        Tile("อยู่กับผู้เก็บเงิน", _figure("held"), money, control_state(COLLECTORS_TIE), "การเก็บเงิน"),
        Tile("ยังต้องจ่ายครอบครัว", _figure("to_pay"), money, control_state(PAYABLE_TIE), "การเสียชีวิต"),
        Tile("เล่ม ก · ธนาคารเงินสงเคราะห์", _figure("members_bank"), money, control_state(PURSE_TIE.format("ก")), "สองเล่มไม่ปนกัน"),
        Tile("เล่ม ข · เงินสดของชมรม", _figure("cash"), money, control_state(PURSE_TIE.format("ข")), "สองเล่มไม่ปนกัน"),
    )


def _figure(name: str) -> Expr:
    return Cell("figures", name)


STEPS: tuple[tuple[str, Lines], ...] = (
    (
        "เมื่อมีสมาชิกเสียชีวิต",
        (
            ("ลงวันที่ มรณบัตร และสาเหตุ", "การเสียชีวิต"),
            ("ถามกองทุนว่ามีหนี้หรือไม่", "หนี้กองทุน"),
            ("สำรองจ่ายให้ครอบครัววันแรก", "สมุดเงินสด-ธนาคาร"),
            ("แจ้งผู้เก็บเงินทุกหมู่บ้าน", "การเก็บเงิน"),
        ),
    ),
    (
        "เมื่อเก็บเงินได้",
        (
            ("ลงเงินที่แต่ละหมู่เก็บได้", "การเก็บเงิน"),
            ("จดชื่อผู้ที่ยังไม่ได้จ่าย", "รายชื่อที่ยังไม่ได้จ่าย"),
            ("ลงเงินที่นำส่งเข้าธนาคาร", "สมุดเงินสด-ธนาคาร"),
            ("โอนค่าดำเนินการ แล้วจ่ายครอบครัว", "สมุดเงินสด-ธนาคาร"),
        ),
    ),
    (
        "สิ้นเดือน สิ้นปี",
        (
            ("เยี่ยมผู้ที่ยังค้าง ก่อนพ้นสภาพ", "เงินสงเคราะห์รายคน"),
            ("นับเงินสดพร้อมกันสองคน", "ตรวจนับเงินสด"),
            ("ขอหนังสือรับรองจากธนาคาร", "กระทบยอดธนาคาร"),
            ("ดูว่าสองเล่มไม่ปนกัน", "จุดตรวจก่อนปิดบัญชี"),
        ),
    ),
)
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("เริ่มต้นปี", ("คู่มือ", "ระเบียบ", "สมาชิก", "ผู้รับผลประโยชน์", "ผังบัญชีและรายการ", "ยอดยกมา", "รายที่ยกมา")),
    ("พิมพ์เมื่อมีผู้เสียชีวิต", ("การเสียชีวิต", "หนี้กองทุน", "การเก็บเงิน", "รายชื่อที่ยังไม่ได้จ่าย")),
    ("พิมพ์ประจำ", ("รับเงินวันทำการ", "สมุดเงินสด-ธนาคาร", "สมุดรายวันทั่วไป", "ทะเบียนใบเสร็จ", "ทะเบียนมติ")),
    ("ดูผลรายคน", ("เงินสงเคราะห์รายคน",)),
    ("ตรวจก่อนปิดบัญชี", ("ตรวจนับเงินสด", "กระทบยอดธนาคาร", "สองเล่มไม่ปนกัน", "จุดตรวจก่อนปิดบัญชี")),
    ("งบและที่ประชุมใหญ่", ("งบทดลอง", "งบรายได้-ค่าใช้จ่าย", "งบแสดงฐานะการเงิน", "สรุป")),
)
"""Links by when a sheet is wanted."""

GUIDE: tuple[tuple[str, Lines], ...] = (
    (
        "ก่อนเริ่มใช้",
        (
            ("ระเบียบ", "กรอกชื่อชมรม วันเริ่มปีบัญชี เงินสงเคราะห์ต่อราย ระยะรอ ค่าดำเนินการ และลำดับการหัก ข้อไหนยังไม่ได้กำหนด เว้นว่างไว้ก่อนได้"),
            ("สมาชิก", "หนึ่งแถวต่อหนึ่งคน ใส่หมู่ที่ และวันที่กรรมการรับเป็นสมาชิก ผู้ที่รู้แต่ปีเกิด พิมพ์ปี พ.ศ. ในช่องปีเกิดได้"),
            ("ผู้รับผลประโยชน์", "หนึ่งแถวต่อผู้รับหนึ่งคน ส่วนแบ่งของสมาชิกแต่ละคนรวมกันให้ได้ 100% พอดี"),
            ("ยอดยกมา", "ลอกยอดจากงบปีก่อน ผู้ที่ยังค้าง เงินล่วงหน้าของแต่ละคน และรายที่ยังจ่ายครอบครัวไม่ครบ"),
        ),
    ),
    (
        "เมื่อมีสมาชิกเสียชีวิต",
        (
            ("การเสียชีวิต", "หนึ่งแถวต่อหนึ่งราย แผ่นงานนับสมาชิกวันนั้น คิดสิทธิ และยอดเรียกเก็บให้ แล้วเปลี่ยนสถานะในแผ่นสมาชิกพร้อมวันพ้นสภาพ"),
            ("หนี้กองทุน", "ถามทุกกองทุนก่อนสำรองจ่าย ช่อง 'สำรองจ่ายได้ไม่เกิน' คิดหนี้ให้แล้ว"),
            ("สมุดเงินสด-ธนาคาร", "สำรองจ่ายวันแรก: ประเภท จ่าย รายการ 'สำรองจ่ายวันแรก' อ้างอิงรายที่"),
        ),
    ),
    (
        "เก็บเงินและจ่ายครอบครัว",
        (
            ("การเก็บเงิน", "หนึ่งแถวต่อหมู่ต่อราย เลือก 'เก็บรอบแรก' ใส่วันที่และเงินที่เก็บได้ ใครยังไม่จ่าย จดชื่อในแผ่น รายชื่อที่ยังไม่ได้จ่าย ที่เหลือถือว่าจ่ายแล้ว"),
            ("ผู้ที่จ่ายภายหลัง", "เพิ่มแถว 'เก็บเพิ่มภายหลัง' แล้วใส่เลขรอบนั้นหลังชื่อผู้จ่าย"),
            ("นำส่ง", "สมุดเงินสด-ธนาคาร: ประเภท รับ รายการ 'ผู้เก็บเงินนำส่ง' อ้างอิงรอบเก็บที่ สถานะเงินจะเปลี่ยนเอง"),
            ("ค่าดำเนินการ", "ประเภท โอน รายการ 'โอนค่าดำเนินการ' อ้างอิงรายที่ ใส่ ธนาคาร 1 ถอน และ ธนาคาร 2 ฝาก ในแถวเดียว"),
            ("จ่ายครอบครัว", "รายการ 'จ่ายครอบครัว' อ้างอิงรายที่ เงินที่เก็บได้ภายหลังจ่ายเป็นงวดที่สอง ช่อง 'ยังต้องจ่ายครอบครัว' บอกยอด"),
        ),
    ),
    (
        "สองเล่มไม่ปนกัน",
        (
            ("เล่ม ก", "เงินสงเคราะห์ของสมาชิก อยู่กับผู้เก็บเงินและธนาคาร 1 เป็นหนี้สินทั้งหมด ไม่ใช่รายได้ของชมรม"),
            ("เล่ม ข", "เงินของชมรม เงินสดและธนาคาร 2 มีรายได้จากค่าสมัคร ค่าบำรุง และค่าดำเนินการเท่านั้น"),
        ),
    ),
    (
        "ข้อควรรู้",
        (
            ("ค้นหา", "ใช้ตัวกรองที่หัวตารางได้ แต่อย่าเรียงลำดับใหม่ และอย่าลบแถว พิมพ์ผิดตรงไหน แก้ในช่องเดิม"),
            ("วันที่", "พิมพ์ปีเป็น ค.ศ. เช่น 6/8/2024 แผ่นงานจะแสดงเป็น 6 ส.ค. 2567 ให้เอง"),
            ("แผ่นที่ล็อกไว้", "ล็อกกันพลาดเท่านั้น ไม่มีรหัสผ่าน แท็บสีเข้มคือแผ่นที่ต้องพิมพ์ แท็บสีอ่อนคำนวณให้ทั้งแผ่น"),
        ),
    ),
)
PICTURES = (
    Picture("เรียกเก็บ และเก็บได้ รายเดือน (บาท)", "column", "by_month", "start", ("called", "collected")),
    Picture("เงินถึงครอบครัว รายเดือน (บาท)", "column", "by_month", "start", ("to_families",)),
    Picture("เงินสดของชมรม สิ้นเดือน (บาท)", "line", "by_month", "start", ("cash",)),
    Picture("สมาชิก รายหมู่บ้าน (คน)", "column", "by_village", "label", ("members",)),
)


def face() -> Face:
    return Face(tiles(), STEPS, GROUPS, GUIDE, PICTURES, "พร้อมใช้แล้ว · เมื่อมีการรับเงิน พิมพ์ใบเสร็จที่แผ่น รับเงินวันทำการ")
