"""เงินอยู่ที่ไหน: is the scheme's money whole? With the reports that say it: forms 26(1) and 26(2), the problem report, the hand-over."""

from typing import Annotated as A
from typing import NamedTuple

from templates.arithmetic import Rounded
from templates.books import words
from templates.books.bylaws import rule
from templates.books.controls import Tie, ledger_balance
from templates.books.ledger import result
from templates.books.loans import room_for_loans
from templates.choices import when
from templates.declare import Table, col, declare, with_formulas
from templates.expressions import Cell, Expr, Form, expr, f
from templates.kinds import Date, Money, Text, Whole
from templates.lookups import LookText, Nth, Total, count_of, sum_of
from templates.running import Position

source, found = Form("money_source"), Form("money_found")


def put_in() -> Expr:
    """Give the capital that came this year, less what was sent back; in the first year all of it came."""
    return sum_of("trial_balance", "credit", code=rule.account_capital) - sum_of("trial_balance", "debit", code=rule.account_capital)


class Source(NamedTuple):
    """What the village must have: every baht that ever came, and what the bank paid on it."""

    capital: A[
        Money,
        col("เงินทุนที่ได้รับ", "capital", formula=when(Total("trial_balance", "closing_debit").is_(0), 0, rule.capital), unit="บาท"),
    ]
    added_before: A[Money, col("บวก เงินทุนเพิ่มเติมถึงสิ้นปีก่อน", "added before", formula=expr(0) + rule.capital_added, least=None, unit="บาท")]
    added: A[
        Money,
        col(
            "บวก (หัก) เงินทุนเพิ่ม (ส่งคืน) ปีนี้", "added this year", least=None, unit="บาท",
            formula=put_in() - when(rule.first_year.is_(words.YES), f.capital, 0),
        ),
    ]  # fmt: skip
    interest_before: A[
        Money, col("บวก ดอกผลธนาคารสะสมถึงสิ้นปีก่อน", "bank interest before", least=None, unit="บาท", formula=expr(0) - ledger_balance(rule.account_profit))
    ]
    interest: A[
        Money, col("บวก ดอกผลธนาคารปีนี้", "bank interest this year", least=None, unit="บาท", formula=expr(0) - ledger_balance(rule.account_bank_interest))
    ]
    other_income: A[Money, col("บวก รายได้อื่นปีนี้", "other income", least=None, unit="บาท", formula=Rounded(result.income - f.interest, 2))]
    expense: A[Money, col("หัก ค่าใช้จ่ายที่ระเบียบให้จ่าย", "allowed expenses", least=None, unit="บาท", formula=expr(0) + result.expense)]
    held: A[
        Money,
        col(
            "บวก เงินของผู้อื่นที่รับไว้ (หนี้สิน)", "held for others", least=None, unit="บาท", formula=expr(0) - sum_of("trial_balance", "balance", group=words.LIABILITY)
        ),
    ]
    total: A[
        Money,
        col(
            "รวมเงินที่ต้องมี", "must be there", least=None, unit="บาท",
            formula=Rounded(f.capital + f.added_before + f.added + f.interest_before + f.interest + f.other_income + f.held - f.expense, 2),
        ),
    ]  # fmt: skip


class Found(NamedTuple):
    """Where it is, line by line, and what nobody has found."""

    bank: A[Money, col("เงินฝากธนาคาร", "bank", least=None, unit="บาท", formula=Total("bank_proof", "book"))]
    cash: A[Money, col("เงินสดในมือ", "cash", least=None, unit="บาท", formula=expr(0) + Cell("count", "book"))]
    outstanding: A[Money, col("ลูกหนี้เงินยืมคงเหลือ", "outstanding", least=None, unit="บาท", formula=Total("loans", "balance"))]
    lost: A[
        Money,
        col(
            "สูญเสียที่พิสูจน์แล้ว (มีชื่อ มีเอกสาร)", "identified losses", least=None, unit="บาท", formula=Total("write_offs", "amount") + Total("earlier_losses", "left")
        ),
    ]
    other: A[Money, col("สินทรัพย์อื่น", "other assets", least=None, unit="บาท", formula=expr(0))]
    total: A[Money, col("รวมเงินที่พบ", "found", least=None, unit="บาท", formula=Rounded(f.bank + f.cash + f.outstanding + f.lost + f.other, 2))]
    not_found: A[Money, col("ยังหาไม่พบ", "not found", least=None, unit="บาท", formula=Rounded(source.total - f.total, 2))]
    declared: A[Money, col("ในนี้ ลงบัญชีไว้แล้วว่ายังหาไม่พบ", "declared", least=None, unit="บาท", formula=expr(0) + ledger_balance(rule.account_missing))]
    undeclared: A[Money, col("ในนี้ ยังไม่มีที่มา", "unexplained", least=None, unit="บาท", formula=Rounded(f.not_found - f.declared, 2))]
    gone: A[Money, col("ที่หายไปจริง (สูญเสีย + ยังหาไม่พบ)", "really gone", least=None, unit="บาท", formula=Rounded(f.lost + f.not_found, 2))]
    naive: A[
        Money,
        col(
            "สูตรลัดที่ไม่นับดอกผล",
            "naive shortfall",
            least=None,
            unit="เงินทุน − ธนาคาร − เงินสด − ลูกหนี้",
            formula=Rounded(source.capital - f.bank - f.cash - f.outstanding, 2),
        ),
    ]
    hidden: A[Money, col("ดอกผลธนาคารที่กลบไว้", "hidden by bank interest", least=None, unit="บาท", formula=Rounded(f.gone - f.naive, 2))]


def proof_tables(banks: int) -> tuple[Table, ...]:
    """Build the two sides of the proof; assets that are neither money, loans, losses nor missing stand on a line of their own."""
    known = [rule.account_cash, *(Cell("rules", f"account_bank{number}") for number in range(1, banks + 1)), rule.account_loans, rule.account_losses]
    other = sum_of("trial_balance", "balance", group=words.ASSET) - ledger_balance(rule.account_missing)
    for account in known:
        other = other - ledger_balance(account)
    found_form = declare(Found, name="money_found", th="เงินที่พบ", form=True)
    return declare(Source, name="money_source", th="เงินที่ต้องมี", form=True), with_formulas(found_form, {"other": Rounded(other, 2)})


def proof_ties() -> tuple[Tie, ...]:
    """Give what the committee signs of the scheme's money."""
    opened = sum_of("opening", "credit", account=rule.account_capital) - sum_of("opening", "debit", account=rule.account_capital)
    return (
        ("เงินทุน: ต้องมี = พบ + ยังหาไม่พบที่ลงบัญชีไว้", source.total, found.total + found.declared),
        ("เงินทุน: ระเบียบ = ยอดยกมา", source.capital + source.added_before, opened + when(rule.first_year.is_(words.YES), source.capital, 0)),
        ("สูญเสีย: ทะเบียน = บัญชี", found.lost, expr(0) + ledger_balance(rule.account_losses)),
    )


class ReportLine(NamedTuple):
    """A borrower who still has money of the scheme, as form 26(1) lists them."""

    contract: A[Text, col("เลขที่สัญญา", "contract", formula=Nth(Position(), "loans", "reported", "number"), width=14)]
    borrower: A[Text, col("ผู้ยืม", "borrower", formula=LookText(f.contract, "loans", "name", "number"), width=38)]
    date: A[Date, col("วันที่รับเงินยืม", "date received", formula=Nth(Position(), "loans", "reported", "date"))]
    lent: A[Money, col("จำนวนเงินยืม", "lent", total=True, formula=Nth(Position(), "loans", "reported", "principal"))]
    returned: A[Money, col("ส่งคืนแล้ว", "returned", total=True, formula=f.lent - f.outstanding)]
    outstanding: A[Money, col("คงเหลือ", "outstanding", total=True, formula=Nth(Position(), "loans", "reported", "balance"))]
    round: A[Whole, col("ยืมรอบที่", "round", width=8, formula=Nth(Position(), "loans", "reported", "round"))]


class Form1(NamedTuple):
    """Form 26(1): the village's report."""

    borrowers: A[Whole, col("ครัวเรือนที่ยืมอยู่", "borrowing households", unit="ครัวเรือน", formula=count_of("standing", outstanding=(">", 0)))]
    outstanding: A[Money, col("ลูกหนี้คงเหลือ", "lent and outstanding", unit="บาท", formula=expr(0) + found.outstanding)]
    bank: A[Money, col("เงินฝากธนาคาร", "in the bank", unit="บาท", formula=expr(0) + found.bank)]
    cash: A[Money, col("เงินสดในมือ", "cash in hand", unit="บาท", formula=expr(0) + found.cash)]
    total: A[Money, col("รวมเงินทุน", "fund in all", unit="บาท", formula=f.outstanding + f.bank + f.cash)]
    returned: A[Money, col("ส่งคืนในปี", "returned in the year", unit="บาท", formula=Total("standing", "returned"))]
    lent: A[Money, col("ให้ยืมในปี", "lent in the year", unit="บาท", formula=Total("standing", "lent"))]
    reporter: A[Text | None, col("ผู้รายงาน (ประธาน)", "chair")]
    officer: A[Text | None, col("พัฒนากร", "community development officer")]
    reported_on: A[Date | None, col("วันที่รายงาน", "reported on")]


class Form2(NamedTuple):
    """Form 26(2): the village's line in the report of the district and the province."""

    households: A[Whole | None, col("ครัวเรือนทั้งหมด", "all households", unit="ครัวเรือน")]
    target: A[Whole, col("ครัวเรือนเป้าหมาย", "target households", unit="ครัวเรือน", formula=count_of("members", status=words.ACTIVE))]
    borrowed: A[Whole, col("ครัวเรือนที่ยืม", "households that borrow", unit="ครัวเรือน", formula=expr(0) + Cell("form_26_1", "borrowers"))]
    outstanding: A[Money, col("ลูกหนี้คงเหลือ", "outstanding", unit="บาท", formula=expr(0) + Cell("form_26_1", "outstanding"))]
    bank: A[Money, col("เงินฝากธนาคาร", "in the bank", unit="บาท", formula=expr(0) + Cell("form_26_1", "bank"))]
    cash: A[Money, col("เงินสดในมือ", "cash in hand", unit="บาท", formula=expr(0) + Cell("form_26_1", "cash"))]
    total: A[Money, col("รวมเงินทุน", "fund in all", unit="บาท", formula=expr(0) + Cell("form_26_1", "total"))]
    returned: A[Money, col("ส่งคืนในปี", "returned in the year", unit="บาท", formula=expr(0) + Cell("form_26_1", "returned"))]
    remark: A[Text | None, col("หมายเหตุ", "remark")]


class ProblemFacts(NamedTuple):
    """What the problem report begins with: by formula, so that nobody has to reckon it."""

    fund: A[Money, col("เงินทุนที่มีอยู่", "fund now", unit="บาท", formula=expr(0) + Cell("form_26_1", "total"))]
    overdue: A[Money, col("ค้างส่งคืน", "overdue", unit="บาท", formula=Total("ageing", "overdue"))]
    lost: A[Money, col("สูญเสียที่พิสูจน์แล้ว", "identified losses", unit="บาท", formula=expr(0) + found.lost)]
    not_found: A[Money, col("ยังหาไม่พบ", "not found", least=None, unit="บาท", formula=expr(0) + found.not_found)]
    missing: A[Money, col("เงินทุนที่ขาดไป", "missing", least=None, unit="บาท", formula=expr(0) + found.gone)]


class Problem(NamedTuple):
    """A trouble with the money, why, and what was agreed on it."""

    subject: A[Text, col("ปัญหา", "problem", required=True, width=26)]
    amount: A[Money | None, col("จำนวนเงินที่เกี่ยวข้อง", "amount", width=14)]
    cause: A[Text | None, col("สาเหตุ", "cause", width=30)]
    remedy: A[Text | None, col("แนวทางแก้ไข", "remedy", width=34)]
    person: A[Text | None, col("ผู้รับผิดชอบ", "person", width=18)]
    until: A[Date | None, col("แล้วเสร็จภายใน", "until")]


class HandOver(NamedTuple):
    """What one committee hands the next: the money by formula, people and papers typed."""

    date: A[Date | None, col("วันที่ส่งมอบ", "date")]
    giver: A[Text | None, col("ผู้ส่งมอบ", "giver")]
    taker: A[Text | None, col("ผู้รับมอบ", "taker")]
    witness_1: A[Text | None, col("พยานคนที่ 1", "witness 1")]
    witness_2: A[Text | None, col("พยานคนที่ 2", "witness 2")]
    minute: A[Text | None, col("มติที่", "minute")]
    bank: A[Money, col("เงินฝากธนาคาร (สมุดคู่ฝาก)", "bank", unit="บาท", formula=expr(0) + found.bank)]
    cash: A[Money, col("เงินสดที่นับมอบ", "cash", unit="บาท", formula=expr(0) + found.cash)]
    outstanding: A[Money, col("ลูกหนี้เงินยืมคงเหลือ", "outstanding", unit="บาท", formula=expr(0) + found.outstanding)]
    contracts: A[Whole, col("สัญญาที่ยังไม่ปิด", "open contracts", unit="ฉบับ", formula=count_of("loans", balance=(">", 0)))]
    lost: A[Money, col("สูญเสียที่พิสูจน์แล้ว", "identified losses", unit="บาท", formula=expr(0) + found.lost)]
    not_found: A[Money, col("ยังหาไม่พบ", "not found", least=None, unit="บาท", formula=expr(0) + found.not_found)]
    total: A[Money, col("รวมเงินที่ต้องมี", "must be there", unit="บาท", formula=expr(0) + source.total)]
    passbooks: A[Whole | None, col("สมุดคู่ฝากธนาคาร", "passbooks", unit="เล่ม")]
    account_books: A[Whole | None, col("สมุดบัญชีสี่เล่มของโครงการ", "account books", unit="เล่ม")]
    contract_files: A[Whole | None, col("แฟ้มสัญญายืมเงิน", "contract files", unit="แฟ้ม")]
    receipt_pads: A[Whole | None, col("เล่มใบเสร็จ ใช้แล้วและยังไม่ใช้", "receipt pads", unit="เล่ม")]
    remark: A[Text | None, col("เรื่องที่ฝากให้ทำต่อ", "remark")]


class Figures(NamedTuple):
    """The figures the village meeting reads."""

    members: A[Whole, col("ครัวเรือนเป้าหมาย", "target households", unit="ครัวเรือน", formula=count_of("members", status=words.ACTIVE))]
    borrowers: A[Whole, col("ครัวเรือนที่ยืมอยู่", "borrowing households", unit="ครัวเรือน", formula=expr(0) + Cell("form_26_1", "borrowers"))]
    loans: A[Money, col("ลูกหนี้เงินยืมคงเหลือ", "outstanding", unit="บาท", formula=Total("loans", "balance"))]
    overdue: A[Money, col("ค้างส่งคืน", "overdue", unit="บาท", formula=Total("ageing", "overdue"))]
    bank: A[Money, col("เงินฝากธนาคาร", "bank", unit="บาท", formula=Total("bank_proof", "book"))]
    cash: A[Money, col("เงินสดในมือ", "cash", unit="บาท", formula=expr(0) + Cell("count", "book"))]
    lost: A[Money, col("สูญเสียที่พิสูจน์แล้ว", "identified losses", unit="บาท", formula=expr(0) + found.lost)]
    not_found: A[Money, col("ยังหาไม่พบ", "not found", unit="บาท", least=None, formula=expr(0) + found.not_found)]
    total: A[Money, col("รวมเงินที่ต้องมี", "must be there", unit="บาท", formula=expr(0) + source.total)]
    surplus: A[Money, col("ดอกผลสุทธิปีนี้", "surplus", unit="บาท", least=None, formula=expr(0) + result.surplus)]


def report_tables() -> tuple[Table, ...]:
    """Build form 26(1): who has money of the scheme, and the six lines below."""
    lines = declare(ReportLine, name="report_lines", th="ผู้ยืมที่ยังมีเงินทุน", guard="contract", key=("contract",), capacity=room_for_loans)
    return lines, declare(Form1, name="form_26_1", th="สรุปท้ายแบบ", form=True)


def problem_tables() -> tuple[Table, ...]:
    return (
        declare(Problem, name="problems", th="ปัญหาและแนวทางแก้ไข", guard="subject", key=("subject",), capacity=lambda _: 20, turns=True),
        declare(ProblemFacts, name="problem_facts", th="เงินทุนที่มีและที่ขาด", form=True),
    )


def form_2_table() -> Table:
    return declare(Form2, name="form_26_2", th="แบบ 26(2)", form=True)


def hand_over_table() -> Table:
    return declare(HandOver, name="hand_over", th="ใบส่งมอบงาน", form=True)


def figures_table() -> Table:
    return declare(Figures, name="figures", th="ตัวเลขสำคัญ", form=True)
