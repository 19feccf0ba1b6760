"""บัญชีคุมลูกหนี้ and what follows from it: the yellow book of the interest-free revolving fund, its returns, what is overdue, what is lost."""

from dataclasses import replace
from typing import Annotated as A
from typing import NamedTuple

from templates.arithmetic import Rounded, larger
from templates.books import cards, words
from templates.books.bylaws import rule
from templates.books.cards import bucket_cell
from templates.books.loans import room_for_loans
from templates.books.members import name_of
from templates.choices import either, every, join, when
from templates.declare import Column, Table, col, declare, with_formulas
from templates.expressions import Expr, expr, f
from templates.kinds import Date, Kind, Money, Text, Whole
from templates.lookups import Beside, Look, LookText, Same, count_of, sum_of
from templates.running import CountUp, SoFar

INSTALMENTS = range(1, 7)
"""The scheme's contract has room for six."""
RECOVERED = "เงินที่เคยสูญเสีย"
"""The register of what comes back of a loss proved in an earlier year."""
REGISTERS = (words.PRINCIPAL, words.LENDING, RECOVERED)


class Loan(NamedTuple):
    """A contract: what is typed when the money is handed over."""

    number: A[Text, col("เลขที่สัญญา", "contract no.", also=("สัญญาเลขที่", "เลขสัญญา"), required=True, width=14)]
    member: A[Text, col("รหัสครัวเรือน", "household", required=True, ref=("members", "id"), width=12)]
    round: A[Whole, col("ยืมรอบที่", "round", required=True, least=1, width=8)]
    date: A[Date, col("วันที่รับเงิน", "date received", required=True)]
    principal: A[Money, col("จำนวนเงินยืม", "amount received", required=True, total=True, least=1, width=13)]
    occupation: A[Text | None, col("อาชีพที่นำไปทำ", "occupation", width=18)]
    minute: A[Text | None, col("เลขที่มติ", "minute", width=10)]
    repaid_before: A[Money | None, col("ส่งคืนแล้วยกมา", "returned before", total=True, width=13, help="ของสัญญาที่ยืมไปก่อนปีนี้ ส่งคืนแล้วเท่าไรถึงสิ้นปีก่อน")]
    continues: A[Text | None, col("ต่อจากสัญญาเลขที่", "continues", width=15, help="ใช้เมื่อทำสัญญาใหม่แทนฉบับเดิมโดยไม่มีเงินออก")]
    due: A[Date | None, col("วันครบกำหนด", "due", default=expr(0), help="ไม่พิมพ์ก็ได้ถ้ากรอกงวดไว้ แผ่นงานใช้งวดสุดท้าย")]


class LoanTail(NamedTuple):
    """What a contract comes to."""

    followed_up: A[Date | None, col("วันติดตามล่าสุด", "followed up")]
    acknowledged: A[Date | None, col("วันที่หนังสือรับสภาพหนี้", "acknowledged", width=19)]
    name: A[Text, col("ผู้ยืม", "borrower", formula=name_of(f.member), width=24)]
    repaid: A[Money, col("ส่งคืนในปี", "returned", total=True, width=13, formula=sum_of("cards", "principal", contract=f.number))]
    written_off: A[Money, col("สูญเสียที่พิสูจน์แล้ว", "identified loss", total=True, width=14, formula=sum_of("write_offs", "amount", contract=f.number))]
    balance: A[Money, col("คงเหลือ", "outstanding", total=True, formula=Rounded(f.principal - f.repaid_before - f.repaid - f.written_off, 2))]
    closed: A[Text, col("ปิดสัญญา", "closed", width=10, formula=when(f.balance.is_(0), "ปิดแล้ว", ""))]
    planned: A[Money, col("รวมตามงวด", "planned", hidden=True, formula=expr(0))]
    carried: A[Text, col("ยกมาจากปีก่อน", "carried", hidden=True, formula=expr(""))]
    brought: A[Money, col("ยืมอยู่ยกมา", "brought forward", hidden=True, formula=when(f.carried.is_(words.YES), f.principal - f.repaid_before, 0))]
    lent: A[Money, col("ยืมใหม่ในปี", "lent in the year", hidden=True, formula=when(f.carried.is_(words.YES), 0, expr(0) + f.principal))]
    one: A[Whole, col("นับหนึ่ง", "one", hidden=True, formula=expr(1))]
    reported: A[Whole, col("ลำดับในแบบ 26(1)", "reported", hidden=True, guarded=False, formula=CountUp("reported", f.balance > 0))]
    latest: A[
        Whole,
        col("สัญญาล่าสุดของครัวเรือน", "latest", hidden=True, formula=when(SoFar("one", by="member").is_(count_of("loans", member=f.member)), 1, 0)),
    ]


def _plan(turn: int) -> tuple[Column, ...]:
    return (
        Column(f"งวดที่ {turn} กำหนด", f"due {turn}", name=f"due_{turn}", kind=Kind.DATE),
        Column(f"งวดที่ {turn} จำนวน", f"instalment {turn}", name=f"amount_{turn}", kind=Kind.MONEY, width=12),
    )


def _returned(turn: int) -> tuple[Column, ...]:
    """Give the three columns of the contract's n-th return of the year, out of the list of returns."""
    key, name = join(f.number, "|", turn), f"ครั้งที่ {turn}"
    return (
        Column(f"{name} วันส่งคืน", f"returned on {turn}", name=f"returned_on_{turn}", kind=Kind.DATE, formula=Look(key, "cards", "date", "turn_key")),
        Column(f"{name} ใบเสร็จ", f"receipt {turn}", name=f"receipt_{turn}", kind=Kind.TEXT, formula=LookText(key, "cards", "receipt", "turn_key"), width=9),
        Column(f"{name} จำนวน", f"returned {turn}", name=f"returned_{turn}", kind=Kind.MONEY, formula=Look(key, "cards", "principal", "turn_key"), width=12),
    )


def loans_table() -> Table:
    """Build the yellow book: the contract, up to six instalments as agreed, up to six returns of the year out of the receipts, what is left."""
    head, tail = (declare(rows, name="loans", th="บัญชีคุมลูกหนี้") for rows in (Loan, LoanTail))
    plan = {column.name: column for turn in INSTALMENTS for column in _plan(turn)}
    returned = {column.name: column for turn in INSTALMENTS for column in _returned(turn)}
    told = dict(tail.columns)
    followed = {name: told.pop(name) for name in ("followed_up", "acknowledged")}
    hidden = {name: told.pop(name) for name, column in tail.columns.items() if column.hidden}
    last = when(f.planned.is_(0), "", larger(*(getattr(f, f"due_{turn}") for turn in INSTALMENTS)))
    first = {"number": head.columns["number"], "name": tail.columns["name"]}  # who it is stays in view
    columns = {**first, **head.columns, "due": replace(head.columns["due"], default=last), **told, **plan, **followed, **returned, **hidden}
    base = replace(head, columns=columns, guard="number", key=("number",), capacity=room_for_loans)
    amounts = [getattr(f, f"amount_{turn}") for turn in INSTALMENTS]
    before = either(expr(0) + f.repaid_before > 0, rule.first_day > f.date)
    carried = when(rule.first_day.is_(""), words.NO, when(before, words.YES, words.NO))
    return with_formulas(base, {"planned": sum(amounts[1:], start=expr(0) + amounts[0]), "carried": carried})


class Turn(NamedTuple):
    """Which return of its contract a return is, so that the yellow book finds it."""

    turn: A[Whole, col("ครั้งที่", "turn", width=8, formula=SoFar("one", by="contract"))]
    turn_key: A[Text, col("กุญแจครั้งที่ส่งคืน", "turn key", hidden=True, formula=join(f.contract, "|", f.turn))]
    one: A[Whole, col("นับหนึ่ง", "one", hidden=True, formula=expr(1))]


def returns_table() -> Table:
    """Build the list of returns: the cards of a fund that takes no interest."""
    base, turn = cards.cards_table(without=cards.OF_INTEREST), declare(Turn, name="cards", th="")
    return replace(base, th="รายการส่งคืน", columns={**base.columns, **turn.columns})


def _sums() -> list[Expr]:
    """Give what was to be returned by each instalment in turn, all before it included."""
    amounts, sums, total = [Beside("loans", f"amount_{turn}") for turn in INSTALMENTS], [], expr(0)
    for amount in amounts:
        total = total + amount
        sums.append(total)
    return sums


def _has_come(name: str) -> Expr:
    due = Beside("loans", name)
    return every(due.is_not(""), rule.report_date >= due)


def _fallen() -> Expr:
    """Give what has fallen due: the instalments whose day has come, and on the last day whatever no instalment covers."""
    total = when(_has_come("due"), f.lent - Beside("loans", "planned"), 0)
    for turn in INSTALMENTS:
        total = total + when(_has_come(f"due_{turn}"), Beside("loans", f"amount_{turn}"), 0)
    return when(rule.report_date.is_(""), 0, total)


def _late_instalments() -> Expr:
    rest = every(_has_come("due"), f.lent > Beside("loans", "planned"), f.lent > f.paid)
    total = expr(0) + when(rest, 1, 0)
    for turn, upto in zip(INSTALMENTS, _sums(), strict=True):
        total = total + when(every(_has_come(f"due_{turn}"), upto > f.paid), 1, 0)
    return when(f.overdue > 0, total, 0)


def _oldest() -> Expr:
    oldest: Expr = Beside("loans", "due")
    for turn, upto in reversed(list(zip(INSTALMENTS, _sums(), strict=True))):
        oldest = when(upto > f.paid, Beside("loans", f"due_{turn}"), oldest)
    return when(f.overdue > 0, oldest, "")


class Ageing(NamedTuple):
    """What is outstanding and overdue of a contract on the report date."""

    contract: A[Text, col("สัญญา", "contract", formula=Same("loans", "number"), width=14)]
    member: A[Text, col("รหัสครัวเรือน", "household", formula=Same("loans", "member"), width=12)]
    name: A[Text, col("ผู้ยืม", "borrower", formula=Same("loans", "name"), width=24)]
    lent: A[Money, col("เงินยืม", "lent", formula=Same("loans", "principal"), total=True, width=13)]
    fallen: A[Money, col("ถึงกำหนดแล้ว", "due to date", total=True, width=13, formula=_fallen())]
    paid: A[
        Money,
        col(
            "ส่งคืนแล้ว", "returned", total=True, width=13,
            formula=expr(0) + Beside("loans", "repaid_before") + Beside("loans", "written_off")
            + sum_of("cards", "principal", contract=f.contract, date=("<=", rule.report_date)),
        ),
    ]  # fmt: skip
    balance: A[Money, col("เงินยืมคงเหลือ", "outstanding", total=True, width=14, formula=Rounded(f.lent - f.paid, 2))]
    overdue: A[Money, col("ค้างส่งคืน", "overdue", total=True, width=12, formula=larger(Rounded(f.fallen - f.paid, 2), 0))]
    overdue_instalments: A[Whole, col("งวดค้าง", "instalments overdue", width=9, formula=_late_instalments())]
    oldest: A[Date | None, col("ค้างตั้งแต่", "overdue since", formula=_oldest())]
    days: A[Whole, col("วันค้าง", "days overdue", width=9, formula=when(f.oldest.is_(""), 0, larger(rule.report_date - f.oldest, 0)))]
    bucket: A[Text, col("กลุ่มอายุหนี้", "age class", width=12, formula=bucket_cell())]
    followed_up: A[Date | None, col("วันติดตามล่าสุด", "followed up", formula=Same("loans", "followed_up"))]
    acknowledged: A[Date | None, col("วันที่หนังสือรับสภาพหนี้", "acknowledged", width=19, formula=Same("loans", "acknowledged"))]
    late_one: A[Whole, col("ค้างนับหนึ่ง", "late one", hidden=True, formula=when(f.overdue > 0, 1, 0))]
    first_late: A[
        Whole,
        col(
            "สัญญาแรกที่ค้างของครัวเรือน", "first late", hidden=True,
            formula=when(every(f.late_one.is_(1), SoFar("late_one", by="member").is_(1)), 1, 0),
        ),
    ]  # fmt: skip


def ageing_table() -> Table:
    return declare(Ageing, name="ageing", th="ลูกหนี้และกำหนดส่งคืน", guard="contract", key=("contract",), capacity=room_for_loans, follows="loans")


class Loss(NamedTuple):
    """What a contract lost, proved: by whom it was borrowed, by which resolution, on which paper."""

    contract: A[Text, col("สัญญาที่สูญเสีย", "contract", required=True, ref=("loans", "number"), width=14)]
    name: A[Text, col("ผู้ยืมที่สูญเสีย", "borrower", formula=LookText(f.contract, "loans", "name", "number"), width=24)]
    date: A[Date, col("วันที่พิสูจน์", "date", required=True)]
    amount: A[Money, col("จำนวนที่สูญเสีย", "amount", required=True, total=True, least=1, width=13)]
    cause: A[Text | None, col("สาเหตุ", "cause", width=26)]
    minute: A[Text | None, col("มติที่", "minute", width=10)]
    document: A[Text | None, col("เอกสารยืนยัน", "document", width=22, help="เช่น บันทึกอำเภอ ใบมรณบัตร คำพิพากษา")]


class EarlierLoss(NamedTuple):
    """A loss proved in an earlier year: the contract is closed, the name and the paper stay. What comes back is taken off."""

    who: A[Text, col("ผู้ยืมเดิม", "former borrower", required=True, width=22)]
    member: A[Text | None, col("รหัสครัวเรือนเดิม", "household", ref=("members", "id"), width=12)]
    proved: A[Date | None, col("พิสูจน์เมื่อ", "proved on")]
    amount: A[Money, col("ยอดสูญเสียยกมา", "amount", required=True, total=True, least=1, width=13)]
    minute: A[Text | None, col("มติเดิมที่", "minute", width=10)]
    document: A[Text | None, col("เอกสารยืนยันเดิม", "document", width=20)]
    recovered: A[
        Money,
        col("ได้คืนในปี", "recovered", total=True, width=12, formula=when(f.member.is_(""), 0, sum_of("receipts", "amount", register=RECOVERED, member=f.member))),
    ]
    left: A[Money, col("คงสูญเสีย", "left", total=True, least=None, width=12, formula=Rounded(f.amount - f.recovered, 2))]


def loss_tables() -> tuple[Table, ...]:
    return (
        declare(Loss, name="write_offs", th="สูญเสียที่พิสูจน์ในปี", guard="contract", key=("contract", "date"), capacity=lambda _: 30),
        declare(EarlierLoss, name="earlier_losses", th="สูญเสียยกมา", guard="who", key=("who",), capacity=lambda _: 30),
    )
