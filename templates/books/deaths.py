"""การเสียชีวิต, การเก็บเงิน: what a death calls for, who brought the money, what is deducted, and what reaches the family."""

from typing import Annotated as A
from typing import NamedTuple

from addin.udfs.members import ACCIDENT
from templates.arithmetic import Floor, larger, smaller
from templates.books import club_words, words
from templates.books.bylaws import rule
from templates.books.club_rules import deducted_first, levy_on
from templates.books.members import name_of
from templates.choices import either, every, when
from templates.declare import Size, Table, col, declare
from templates.expressions import Expr, Operand, expr, f
from templates.kinds import Date, Money, Text, Whole
from templates.lookups import Look, LookText, count_of, sum_of

COUNTED_DEAD = when(rule.dead_pays.is_(words.YES), 0, 1)
CARRIED = f.date < rule.first_day


def members_on(day: Expr, **more: Expr) -> Expr:
    """Count who was a member on a day: accepted by then, and not left before."""
    return count_of("members", joined=("<=", day), **more) - count_of("members", joined=("<=", day), left=("<", day), **more)


def of_death(column: str, register: str) -> Expr:
    """Give what rows of the cash and bank book for this death moved."""
    return sum_of("cash", column, register=register, reference=f.number)


def before(column: str) -> Expr:
    """Give what was done for this death in earlier years."""
    return sum_of("opening_deaths", column, death=f.number)


def fee_on(collected: Expr) -> Expr:
    """Give the club's fee on what has been collected so far, rounded once by the by-law."""
    return Floor(collected * rule.fee_rate, rule.fee_unit, rule.fee_shift)


class Death(NamedTuple):
    """A member who died: the right, what was called and collected, the deductions in order, and what reaches the family."""

    number: A[Text, col("รายที่", "death no.", required=True, width=11, help="ขึ้นต้นด้วยตัวอักษร เช่น ร.1/2567 แผ่นอื่นอ้างเลขนี้")]
    date: A[Date, col("วันที่เสียชีวิต", "date", required=True)]
    certificate: A[Text | None, col("เลขที่มรณบัตร", "certificate", width=15)]
    member: A[Text, col("รหัสสมาชิก", "member", required=True, ref=("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุล", "name", formula=name_of(f.member), width=24)]
    village: A[Whole | None, col("หมู่ที่", "village", width=8, formula=Look(f.member, "members", "village", "id"))]
    cause: A[Text, col("สาเหตุ", "cause", required=True, one_of=club_words.CAUSES, width=14)]
    waited: A[
        Whole | None,
        col("เป็นสมาชิกมา (วัน)", "days a member", least=None, width=12, formula=when(f.name.is_(""), "", f.date - sum_of("members", "joined", id=f.member))),
    ]
    right: A[
        Text,
        col(
            "สิทธิ", "right", width=15,
            formula=when(
                f.waited >= when(f.cause.is_(ACCIDENT), rule.waiting_accident, rule.waiting_ordinary), club_words.HAS_RIGHT, club_words.NOT_YET
            ),
        ),
    ]  # fmt: skip
    minute: A[Text | None, col("มติพิเศษ", "special minute", width=12, help="ถ้ายังไม่ครบระยะรอ แต่ที่ประชุมมีมติช่วย ใส่เลขที่มติ")]
    headcount: A[Whole, col("สมาชิกวันนั้น (คน)", "members that day", width=12, formula=members_on(f.date))]
    payers: A[Whole, col("ผู้ร่วมจ่าย (คน)", "payers", width=14, least=None, formula=f.headcount - COUNTED_DEAD * count_of("deaths", date=f.date))]
    rate: A[Money, col("คนละ", "rate", width=10, formula=levy_on(f.date))]
    called: A[Money, col("เรียกเก็บ", "called", total=True, width=14, formula=when(CARRIED, before("called"), f.payers * f.levy))]
    collected: A[Money, col("เก็บได้", "collected", total=True, width=14, formula=before("collected") + sum_of("collection", "posted", death=f.number))]
    waived: A[Money, col("งดเก็บตามมติ", "waived", total=True, width=12, formula=sum_of("unpaid", "waived", death=f.number))]
    owing: A[Money, col("ค้างเก็บ", "owing", total=True, width=13, least=None, formula=f.called - f.collected - f.waived)]
    fee: A[Money, col("หัก ค่าดำเนินการ", "fee", total=True, width=13, formula=fee_on(f.collected))]
    advance_limit: A[
        Money,
        col(
            "สำรองจ่ายได้ไม่เกิน", "advance at most", width=16,
            formula=larger(smaller(f.called - fee_on(f.called) - f.debts, when(rule.advance_most.is_(""), f.called, rule.advance_most)), 0),
        ),
    ]  # fmt: skip
    advance: A[Money, col("หัก สำรองจ่ายวันแรก", "advance", total=True, width=14, formula=before("advance") + of_death("paid", club_words.ADVANCE))]
    debts: A[Money, col("หัก หนี้กองทุน", "debts", total=True, width=13, formula=sum_of("death_debts", "total", death=f.number))]
    net: A[Money, col("เงินถึงครอบครัว", "net to family", total=True, width=15, formula=larger(f.collected - f.fee - f.advance - f.debts, 0))]
    shortfall: A[Money, col("ยังไม่พอหัก", "shortfall", total=True, width=13, formula=larger(expr(0) + f.fee + f.advance + f.debts - f.collected, 0))]
    borne_by: A[Text | None, col("ส่วนที่ขาด ใครรับภาระ", "borne by", width=20, help="เช่น ชมรม หรือ กองทุนเจ้าหนี้ ตามมติ")]
    covered: A[
        Money,
        col(
            "หนี้ที่หักได้ตามลำดับ", "debts covered", width=18,
            formula=smaller(f.debts, larger(deducted_first(f.collected - f.fee - f.advance, f.collected - f.fee), 0)),
        ),
    ]  # fmt: skip
    settled: A[Money, col("ชำระหนี้แทนแล้ว", "debts settled", total=True, width=14, formula=before("debts") + of_death("paid", club_words.DEBT))]
    fee_moved: A[Money, col("โอนค่าดำเนินการแล้ว", "fee moved", total=True, width=14, formula=before("fee") + f.fee_now)]
    paid: A[Money, col("จ่ายครอบครัวแล้ว", "paid to family", total=True, width=14, formula=before("paid") + of_death("paid", club_words.FAMILY))]
    to_pay: A[Money, col("ยังต้องจ่ายครอบครัว", "still to pay", total=True, width=14, least=None, formula=f.net - f.paid)]
    account: A[Text | None, col("ลงบัญชีค้างจ่าย", "payable account", ref=("accounts", "code"), width=14, default=rule.account_payable)]
    payable: A[
        Money,
        col(
            "คงค้างในบัญชี", "payable", total=True, width=14, least=None,
            formula=f.called - f.waived - f.advance - f.settled - f.fee_moved - f.paid,
        ),
    ]  # fmt: skip
    levy: A[Money, col("เรียกเก็บคนละ", "levy", hidden=True, formula=when(either(f.right.is_(club_words.HAS_RIGHT), f.minute.is_not("")), f.rate, 0))]
    called_now: A[Money, col("เรียกเก็บปีนี้", "called this year", hidden=True, formula=when(CARRIED, 0, f.called))]
    levy_now: A[Money, col("เรียกเก็บคนละปีนี้", "levy this year", hidden=True, formula=when(CARRIED, 0, f.levy))]
    fee_now: A[Money, col("โอนค่าดำเนินการปีนี้", "fee moved this year", hidden=True, formula=of_death("goes_out", club_words.FEE))]


class DeathDebt(NamedTuple):
    """What a member who died owed a fund, to be settled before the family is paid."""

    death: A[Text, col("หนี้ของรายที่", "of death", required=True, ref=("deaths", "number"), width=12)]
    name: A[Text, col("ผู้เสียชีวิต", "name", formula=name_of(LookText(f.death, "deaths", "member", "number")), width=24)]
    creditor: A[Text, col("กองทุนเจ้าหนี้", "creditor", required=True, width=22)]
    principal: A[Money, col("เงินต้น", "principal", required=True, total=True, width=13)]
    interest: A[Money | None, col("ดอกเบี้ย", "interest", total=True, width=12)]
    total: A[Money, col("รวมหนี้", "debt", total=True, width=13, formula=expr(0) + f.principal + f.interest)]
    receipt: A[Text | None, col("ใบเสร็จกองทุน", "the fund's receipt", width=15)]


class DeathBefore(NamedTuple):
    """What earlier years did for a death that is not settled yet."""

    death: A[Text, col("รายที่ยกมา", "death", required=True, ref=("deaths", "number"), width=11)]
    called: A[Money, col("เรียกเก็บยกมา", "called", required=True, total=True, width=13)]
    collected: A[Money | None, col("เก็บได้ยกมา", "collected", total=True, width=13)]
    fee: A[Money | None, col("ค่าดำเนินการยกมา", "fee", total=True, width=14)]
    advance: A[Money | None, col("สำรองจ่ายยกมา", "advance", total=True, width=13)]
    debts: A[Money | None, col("ชำระหนี้แทนยกมา", "debts settled", total=True, width=13)]
    paid: A[Money | None, col("จ่ายครอบครัวยกมา", "paid to family", total=True, width=14)]


IS_FIRST, IS_LATE, IS_PREPAID = (f.kind.is_(word) for word in (club_words.FIRST_ROUND, club_words.LATE_ROUND, club_words.PREPAID_ROUND))
VILLAGE_PAYERS = members_on(f.died_on, village=f.village) - COUNTED_DEAD * count_of("deaths", village=f.village, date=f.died_on)
BY_ITS_COLLECTOR: dict[str, Operand] = {"way": club_words.BY_COLLECTOR, "village": f.village, "date": f.collected_on}


class Round(NamedTuple):
    """A village's collector bringing money for a death, or prepaid: with the collector, handed over, in the bank."""

    number: A[Text, col("รอบเก็บที่", "round", required=True, width=13, help="ขึ้นต้นด้วยตัวอักษร เช่น ร.1-หมู่ 2 แถวนำส่งในสมุดเงินสด-ธนาคารอ้างเลขนี้")]
    kind: A[Text, col("ชนิด", "kind", required=True, one_of=club_words.ROUNDS, width=15)]
    death: A[Text | None, col("ของรายที่", "of death", ref=("deaths", "number"), width=11)]
    village: A[Whole, col("หมู่ที่", "village", required=True, least=1, width=8)]
    collector: A[Text | None, col("ผู้เก็บเงิน", "collector", width=20)]
    people: A[
        Whole,
        col(
            "ต้องเก็บ (คน)", "people", width=12, least=None,
            formula=when(IS_FIRST, VILLAGE_PAYERS, when(IS_LATE, count_of("unpaid", round=f.number), when(IS_PREPAID, count_of("receipts", **BY_ITS_COLLECTOR), 0))),
        ),
    ]  # fmt: skip
    called: A[
        Money,
        col(
            "ต้องเก็บ (บาท)", "called", width=13, least=None,
            formula=when(
                IS_FIRST, f.people * sum_of("deaths", "levy", number=f.death),
                when(IS_LATE, sum_of("unpaid", "amount", round=f.number), when(IS_PREPAID, sum_of("receipts", "amount", **BY_ITS_COLLECTOR), 0)),
            ),
        ),
    ]  # fmt: skip
    named: A[Money, col("แจ้งชื่อค้างไว้", "named unpaid", width=12, formula=when(IS_FIRST, sum_of("unpaid", "amount", death=f.death, village=f.village), 0))]
    collected_on: A[Date | None, col("วันที่เก็บได้", "collected on")]
    collected: A[
        Money | None,
        col("เงินที่เก็บได้", "collected", total=True, width=14, holds=IS_PREPAID, default=when(IS_PREPAID, sum_of("receipts", "amount", **BY_ITS_COLLECTOR), "")),
    ]
    difference: A[
        Money,
        col(
            "เก็บได้มาก (น้อย) กว่าที่ควร", "difference", width=14, least=None,
            formula=when(either(f.collected_on.is_(""), f.kind.is_(club_words.BROUGHT_ROUND)), 0, f.collected - f.called + f.named),
        ),
    ]  # fmt: skip
    remitted_on: A[Date | None, col("วันที่นำส่ง", "remitted on", formula=Look(f.number, "cash", "date", "reference"))]
    remitted: A[Money, col("นำส่งแล้ว", "remitted", total=True, width=14, formula=sum_of("cash", "received", register=club_words.REMITTANCE, reference=f.number))]
    held: A[Money, col("อยู่กับผู้เก็บเงิน", "with the collector", total=True, least=None, width=14, formula=expr(0) + f.collected - f.remitted)]
    state: A[
        Text,
        col(
            "สถานะเงิน", "state", width=16,
            formula=when(f.collected.is_(""), club_words.NOT_COLLECTED, when(f.held.is_(0), club_words.REMITTED, club_words.WITH_COLLECTOR)),
        ),
    ]  # fmt: skip
    died_on: A[Date | None, col("วันที่ของราย", "day of the death", hidden=True, formula=Look(f.death, "deaths", "date", "number"))]
    levy: A[
        Money,
        col(
            "คนละที่เก็บ",
            "levy collected",
            hidden=True,
            formula=when(every(IS_FIRST, f.collected_on.is_not("")), expr(0) + sum_of("deaths", "levy", number=f.death), 0),
        ),
    ]
    posted: A[Money, col("ลงบัญชี", "posted", hidden=True, formula=when(either(IS_FIRST, IS_LATE), expr(0) + f.collected, 0))]


class Unpaid(NamedTuple):
    """A member who had not paid for a death when the village's money was brought: the rest have."""

    death: A[Text, col("ค้างของรายที่", "of death", required=True, ref=("deaths", "number"), width=12)]
    member: A[Text, col("รหัสสมาชิก", "member", required=True, ref=("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุล", "name", formula=name_of(f.member), width=24)]
    village: A[Whole | None, col("หมู่ที่", "village", width=8, formula=Look(f.member, "members", "village", "id"))]
    amount: A[Money, col("จำนวนเงิน", "amount", total=True, width=12, formula=expr(0) + sum_of("deaths", "levy", number=f.death))]
    round: A[Text | None, col("ชำระในรอบเก็บที่", "paid in round", ref=("collection", "number"), width=15)]
    paid_on: A[Date | None, col("วันที่ชำระ", "paid on", formula=Look(f.round, "collection", "collected_on", "number"))]
    minute: A[Text | None, col("มติงดเก็บ", "waived by minute", width=12)]
    owing: A[Money, col("ยังค้าง", "owing", total=True, width=12, formula=expr(0) + f.amount - f.paid - f.waived)]
    state: A[
        Text,
        col(
            "สถานะ",
            "state",
            width=13,
            formula=when(f.round.is_not(""), club_words.PAID_LATER, when(f.minute.is_not(""), club_words.WAIVED, club_words.STILL_OWING)),
        ),
    ]
    paid: A[Money, col("ชำระภายหลัง", "paid later", hidden=True, formula=when(f.round.is_(""), 0, f.amount))]
    waived: A[Money, col("งดเก็บ", "waived", hidden=True, formula=when(every(f.round.is_(""), f.minute.is_not("")), f.amount, 0))]
    missed: A[
        Money,
        col(
            "ขาดในรอบแรกปีนี้", "missed this year", hidden=True,
            formula=when(count_of("collection", death=f.death, village=f.village, kind=club_words.FIRST_ROUND) > 0, f.amount, 0),
        ),
    ]  # fmt: skip
    account: A[Text, col("บัญชีค้างจ่ายของราย", "payable account", hidden=True, formula=LookText(f.death, "deaths", "account", "number"))]


def room_for_deaths(size: Size) -> int:
    """Prepare for a bad year: one death in twenty members, and those carried."""
    return 30 + size.members // 20


def deaths_table() -> Table:
    return declare(Death, name="deaths", th="การเสียชีวิต", guard="number", key=("number",), capacity=room_for_deaths, by_date="date")


def death_debts_table() -> Table:
    return declare(DeathDebt, name="death_debts", th="หนี้กองทุนของผู้เสียชีวิต", guard="death", key=("death", "creditor"), capacity=room_for_deaths)


def opening_deaths_table() -> Table:
    return declare(DeathBefore, name="opening_deaths", th="รายที่ยังไม่จบจากปีก่อน", guard="death", key=("death",), capacity=lambda _: 30)


def collection_table() -> Table:
    """Build the register of collections: some ten villages a death, and those who pay later."""
    return declare(Round, name="collection", th="การเก็บเงิน", guard="number", key=("number",), capacity=lambda size: 120 + size.members // 3)


def unpaid_table() -> Table:
    return declare(Unpaid, name="unpaid", th="รายชื่อที่ยังไม่ได้จ่าย", guard="death", key=("death", "member"), capacity=lambda size: 60 + size.members)
