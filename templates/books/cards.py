"""บัญชีลูกหนี้รายสัญญา, ลูกหนี้คงเหลือและอายุหนี้: every repayment against the by-laws, and what is overdue on a day."""

from fractions import Fraction
from itertools import pairwise
from typing import Annotated as A
from typing import NamedTuple

from addin.udfs import ageing, allowance, days_overdue, instalments_overdue, interest_due, overdue_months, penalty, principal_due
from addin.udfs.interest import DAILY, FLAT, METHODS, TIERED, YEARLY
from templates.arithmetic import Floor, FormRange, LateParts, Rounded, baht, larger, smaller, udf, whole_units
from templates.books import words
from templates.books.bylaws import rule
from templates.books.loans import room_for_loans
from templates.books.receipts import repaid
from templates.choices import either, every, join, when
from templates.dates import FullMonths, months_on
from templates.declare import Table, col, declare
from templates.expressions import Const, Expr, expr, f
from templates.kinds import Date, Money, Rate, Text, Whole
from templates.lookups import Beside, Look, LookText, Nth, Same, sum_of
from templates.running import LastBefore, Position, SoFar

HALF = Const("0.5", Fraction(1, 2))
SATANG = Const("0.01", 1)
NO_CAP = baht(99_999_999)
EDGES = ("age_1", "age_2", "age_3", "age_4")
SCHEDULE = (f.instalment, f.instalments, f.every, f.first_due)
BAD_SCHEDULE = either(f.first_due.is_(""), f.lent < 0, f.instalment < 0, f.instalments < 1, f.every < 1, every(f.lent > 0, f.instalment.is_(0)))
"""When a schedule makes no sense: as BadSchedule and the refusals of the functions."""
NO_DAY = rule.report_date.is_("")


def term(name: str) -> Expr:
    """Give a term of the row's contract."""
    return Look(f.contract, "loans", name, "number")


def text_term(name: str) -> Expr:
    """Give a term that is a text."""
    return LookText(f.contract, "loans", name, "number")


def fallen_due(on: Expr) -> Expr:
    """Give how many due dates have come."""
    return when(on < f.first_due, 0, whole_units(FullMonths(f.first_due, on), f.every) + 1)


def interest_cell(method: Expr, principal: Expr, balance: Expr, rate: Expr, months: Expr, days: Expr) -> Expr:
    """Give the interest due by a contract's method, with its plain twin."""
    unit, lift = rule.interest_unit, rule.interest_shift
    monthly = when(method.is_(FLAT), principal, balance)
    above = larger(balance - rule.tier_limit, 0)
    tiered = smaller(balance, expr(0) + rule.tier_limit) * rate + above * rule.tier_rate
    by_month = Floor(when(method.is_(TIERED), tiered / 12, (monthly * rate) / 12), unit, lift) * months
    once = when(method.is_(YEARLY), (balance * rate) * months / 12, (balance * rate) * days / 365)
    plain = when(either(method.is_(YEARLY), method.is_(DAILY)), Floor(once, unit, lift), by_month)
    unknown = every(*(method.is_not(word) for word in METHODS))
    refuse = either(unknown, balance < 0, principal < 0, rate < 0, months < 0, days < 0, unit <= 0, rule.tier_limit < 0, rule.tier_rate < 0)
    return udf(
        interest_due, method, principal, balance, rate, months, days, unit, rule.interest_direction, rule.tier_limit, rule.tier_rate, plain=plain, refuse=refuse
    )


def late_cell() -> Expr:
    """Give principal paid late × periods, with its plain twin."""
    plain = LateParts(f.paid_before, f.paid_after, f.instalment, f.instalments, f.lent, f.fallen) * f.every
    refuse = either(BAD_SCHEDULE, f.paid_before < 0, f.principal < 0)
    return udf(overdue_months, f.lent, *SCHEDULE, f.paid_before, f.principal, f.date, plain=plain, refuse=refuse)


def fine_cell() -> Expr:
    """Give the fine due on what was late, capped."""
    cap = when(rule.fine_cap.is_(""), NO_CAP, rule.fine_cap)
    plain = smaller(Floor(f.late * rule.fine_rate, rule.fine_unit, rule.fine_shift), cap)
    refuse = either(f.late < 0, rule.fine_rate < 0, rule.fine_unit <= 0, rule.fine_cap < 0)
    return udf(penalty, f.late, rule.fine_rate, cap, rule.fine_unit, rule.fine_direction, plain=plain, refuse=refuse)


class Card(NamedTuple):
    """A repayment on a contract's card, from the receipts; the contract's terms stand in hidden columns."""

    contract: A[Text, col("สัญญา", "contract", formula=Nth(Position(), "receipts", "repayment", "contract"), width=14)]
    date: A[Date, col("วันที่", "date", formula=Nth(Position(), "receipts", "repayment", "date"))]
    receipt: A[Text, col("ใบเสร็จ", "receipt", formula=Nth(Position(), "receipts", "repayment", "receipt"), width=9)]
    member: A[Text, col("รหัสสมาชิก", "member", formula=text_term("member"), width=12)]
    before: A[
        Money,
        col("คงเหลือก่อน", "balance before", width=13, formula=Rounded(f.lent - term("repaid_before") - SoFar("principal", by="contract", inclusive=False), 2)),
    ]
    months: A[Whole, col("เดือน", "months", width=7, formula=repaid("months", f.key, words.INTEREST))]
    principal: A[Money, col("ชำระเงินต้น", "principal", total=True, width=12, formula=repaid("amount", f.key, words.PRINCIPAL))]
    interest: A[Money, col("ดอกเบี้ย", "interest", total=True, width=11, formula=repaid("amount", f.key, words.INTEREST))]
    interest_due: A[Money, col("ดอกเบี้ยตามระเบียบ", "interest due", width=16, formula=interest_cell(f.method, f.lent, f.before, f.rate, f.months, f.days))]
    fine: A[Money, col("ค่าปรับ", "fine", total=True, width=10, formula=repaid("amount", f.key, words.FINE))]
    late: A[Money, col("เงินต้นล่าช้า × งวด", "overdue baht-months", width=16, formula=late_cell())]
    fine_due: A[Money, col("ค่าปรับตามระเบียบ", "fine due", width=16, formula=fine_cell())]
    after: A[Money, col("คงเหลือหลัง", "balance after", width=13, least=None, formula=Rounded(f.before - f.principal, 2))]
    key: A[Text, col("กุญแจ", "key", hidden=True, formula=join(f.receipt, "|", f.contract))]
    lent: A[Money, col("เงินต้นตามสัญญา", "lent", hidden=True, formula=term("principal"))]
    method: A[Text, col("วิธีคิดดอกเบี้ย", "method", hidden=True, formula=text_term("method"))]
    rate: A[Rate, col("อัตรา", "rate", hidden=True, formula=term("rate"))]
    instalment: A[Money, col("งวดละ", "instalment", hidden=True, formula=term("instalment"))]
    instalments: A[Whole, col("จำนวนงวด", "instalments", hidden=True, formula=term("instalments"))]
    every: A[Whole, col("ทุกกี่เดือน", "every", hidden=True, formula=term("every"))]
    first_due: A[Date, col("งวดแรก", "first due", hidden=True, formula=term("first_due"))]
    paid_before: A[Money, col("ชำระแล้วก่อนครั้งนี้", "paid before", hidden=True, formula=Rounded(f.lent - f.before, 2))]
    paid_after: A[Money, col("ชำระแล้วหลังครั้งนี้", "paid after", hidden=True, formula=smaller(Rounded(f.paid_before + f.principal, 2), f.lent))]
    fallen: A[Whole, col("งวดที่ถึงกำหนด", "due dates so far", hidden=True, formula=fallen_due(f.date))]
    interest_from: A[Date, col("ดอกเบี้ยเริ่มนับ", "interest from", hidden=True, formula=when(term("interest_to").is_(""), term("date"), term("interest_to")))]
    days: A[Whole, col("จำนวนวัน", "days", hidden=True, formula=when(f.method.is_(DAILY), f.date - LastBefore("date", by="contract", other=f.interest_from), 0))]


def fallen_cell() -> Expr:
    """Give principal fallen due by the report date."""
    plain = when(f.passed >= f.instalments, expr(0) + f.lent, smaller(f.lent, f.passed * f.instalment))
    return udf(principal_due, f.lent, *SCHEDULE, rule.report_date, plain=plain, refuse=either(BAD_SCHEDULE, NO_DAY))


def overdue_cell() -> Expr:
    """Give how many instalments are overdue: up to the last one the principal needs."""
    last = whole_units(f.lent - SATANG, f.instalment) + 1
    plain = when(f.overdue > 0, smaller(f.passed, f.instalments, last) - f.settled, 0)
    return udf(instalments_overdue, f.lent, *SCHEDULE, f.paid, rule.report_date, plain=plain, refuse=either(BAD_SCHEDULE, NO_DAY, f.paid < 0))


def days_cell() -> Expr:
    """Give days since the oldest unpaid instalment."""
    plain = when(f.overdue > 0, rule.report_date - months_on(f.first_due, f.settled * f.every), 0)
    return udf(days_overdue, f.lent, *SCHEDULE, f.paid, rule.report_date, plain=plain, refuse=either(BAD_SCHEDULE, NO_DAY, f.paid < 0))


def bucket_cell() -> Expr:
    """Give the age class in words, with its plain twin."""
    labels = age_labels()
    plain: Expr = labels[5]
    for edge, label in zip(reversed(EDGES), reversed(labels[1:5]), strict=True):
        plain = when(f.days <= getattr(rule, edge), label, plain)
    refuse = either(*(getattr(rule, high) <= getattr(rule, low) for low, high in pairwise(EDGES)), rule.age_1 < 1, f.days < 0)
    return udf(ageing, f.days, FormRange("rules", EDGES), plain=when(f.days.is_(0), labels[0], plain), refuse=refuse)


def age_labels() -> tuple[Expr, ...]:
    """Give the labels of the six age classes."""
    between = tuple(join(getattr(rule, low) + 1, "–", getattr(rule, high)) for low, high in pairwise(EDGES))
    return (expr("0"), join("1–", rule.age_1), *between, join("เกิน ", rule.age_4))


def allowance_rate() -> Expr:
    """Give the allowance rate of the row's age class."""
    rates: Expr = rule.allowance_5
    for edge, name in zip(reversed(EDGES), ("allowance_4", "allowance_3", "allowance_2", "allowance_1"), strict=True):
        rates = when(f.days <= getattr(rule, edge), getattr(rule, name), rates)
    return expr(0) + when(f.days.is_(0), 0, rates)


def allowance_cell() -> Expr:
    """Give the allowance for the row's balance."""
    plain = Floor(f.balance * f.rate_of_age, SATANG, HALF)
    return udf(allowance, f.balance, f.rate_of_age, SATANG, plain=plain, refuse=either(f.balance < 0, f.rate_of_age < 0))


class Ageing(NamedTuple):
    """What is outstanding and overdue of a contract on the report date."""

    contract: A[Text, col("สัญญา", "contract", formula=Same("loans", "number"), width=14)]
    member: A[Text, col("รหัสสมาชิก", "member", formula=Same("loans", "member"), width=12)]
    lent: A[Money, col("เงินกู้", "lent", formula=Same("loans", "principal"), total=True, width=13)]
    fallen: A[Money, col("ถึงกำหนดแล้ว", "due to date", total=True, width=13, formula=fallen_cell())]
    paid: A[
        Money,
        col(
            "ชำระแล้ว", "paid", total=True, width=13,
            formula=expr(0) + Beside("loans", "repaid_before") + Beside("loans", "written_off")
            + sum_of("cards", "principal", contract=f.contract, date=("<=", rule.report_date)),
        ),
    ]  # fmt: skip
    balance: A[Money, col("เงินต้นคงเหลือ", "balance", total=True, width=14, formula=Rounded(f.lent - f.paid, 2))]
    overdue: A[Money, col("เงินต้นค้าง", "overdue", total=True, width=12, formula=larger(Rounded(f.fallen - f.paid, 2), 0))]
    overdue_instalments: A[Whole, col("งวดค้าง", "instalments overdue", width=9, formula=overdue_cell())]
    days: A[Whole, col("วันค้าง", "days overdue", width=9, formula=days_cell())]
    bucket: A[Text, col("กลุ่มอายุหนี้", "age class", width=12, formula=bucket_cell())]
    interest_to: A[
        Date,
        col(
            "ดอกเบี้ยชำระถึงแล้ว", "interest paid to", width=16,
            formula=months_on(
                when(Beside("loans", "interest_to").is_(""), Beside("loans", "date"), Beside("loans", "interest_to")),
                sum_of("cards", "months", contract=f.contract, date=("<=", rule.report_date)),
            ),
        ),
    ]  # fmt: skip
    unpaid_months: A[
        Whole,
        col(
            "เดือนดอกเบี้ยค้าง", "unpaid months", width=15,
            formula=when(every(f.balance > 0, f.interest_to < rule.report_date), FullMonths(f.interest_to, rule.report_date), 0),
        ),
    ]  # fmt: skip
    unpaid_interest: A[
        Money,
        col(
            "ดอกเบี้ยค้าง", "unpaid interest", total=True, width=12,
            formula=when(
                f.unpaid_months > 0,
                interest_cell(Beside("loans", "method"), f.lent, f.balance, Beside("loans", "rate"), f.unpaid_months, rule.report_date - f.interest_to),
                0,
            ),
        ),
    ]  # fmt: skip
    allowance: A[Money, col("ค่าเผื่อหนี้สงสัยจะสูญ", "allowance", total=True, width=17, formula=allowance_cell())]
    followed_up: A[Date | None, col("วันติดตามล่าสุด", "followed up", formula=Same("loans", "followed_up"))]
    acknowledged: A[Date | None, col("วันที่หนังสือรับสภาพหนี้", "acknowledged", width=19, formula=Same("loans", "acknowledged"))]
    instalment: A[Money, col("งวดละ", "instalment", hidden=True, formula=Same("loans", "instalment"))]
    instalments: A[Whole, col("จำนวนงวด", "instalments", hidden=True, formula=Same("loans", "instalments"))]
    every: A[Whole, col("ทุกกี่เดือน", "every", hidden=True, formula=Same("loans", "every"))]
    first_due: A[Date, col("งวดแรก", "first due", hidden=True, formula=Same("loans", "first_due"))]
    passed: A[Whole, col("งวดที่ถึงกำหนด", "due dates so far", hidden=True, formula=fallen_due(rule.report_date))]
    settled: A[Whole, col("งวดที่ชำระครบ", "instalments settled", hidden=True, formula=smaller(whole_units(f.paid, f.instalment), f.instalments - 1))]
    rate_of_age: A[Rate, col("อัตราค่าเผื่อ", "allowance rate", hidden=True, formula=allowance_rate())]


OF_INTEREST = (
    "months", "interest", "interest_due", "fine", "late", "fine_due", "method", "rate", "instalment", "instalments", "every", "first_due", "paid_before",
    "paid_after", "fallen", "interest_from", "days",
)  # fmt: skip
"""Columns that only a fund that takes interest has."""


def cards_table(*parts: type, without: tuple[str, ...] = ()) -> Table:
    """Build the cards; ``parts`` are the columns, where a fund has more than usual, and ``without`` those of what it does not take."""
    return declare(
        *(parts or (Card,)), name="cards", th="บัญชีลูกหนี้รายสัญญา", guard="contract", key=("receipt", "contract"),
        capacity=lambda size: 100 + 3 * size.members, drop=without,
    )  # fmt: skip


def ageing_table(*parts: type) -> Table:
    """Build the ageing table; ``parts`` are the columns, where a fund has more than usual."""
    return declare(*(parts or (Ageing,)), name="ageing", th="ลูกหนี้คงเหลือและอายุหนี้", guard="contract", key=("contract",), capacity=room_for_loans, follows="loans")
