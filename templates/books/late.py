"""Interest and fines by the day after a contract fell due, as village funds with yearly contracts take them.

Days are counted of contracts repaid at once. Where a contract has instalments each of them is late from a day of its own: its
interest runs on by the month, and the fine is worked by the month on each late instalment.
"""

from typing import Annotated as A
from typing import NamedTuple

from addin.udfs import interest, interest_daily, principal_due
from addin.udfs.interest import YEARLY
from templates.arithmetic import Floor, Rounded, larger, smaller, udf, whole_units
from templates.books.bylaws import rule
from templates.books.cards import BAD_SCHEDULE, NO_CAP, SCHEDULE, Ageing, Card, ageing_table, cards_table, fine_cell, interest_cell
from templates.choices import either, every, when
from templates.dates import FullMonths, months_on
from templates.declare import Table, col, declare, with_formulas
from templates.expressions import Expr, expr, f
from templates.kinds import Date, Money, Rate, Text, Whole
from templates.lookups import Beside
from templates.running import LastBefore, LastOf

BY_INSTALMENT, BY_DAY = "ต่อเดือนของเงินต้นงวดที่ค้าง", "ต่อปีของเงินต้นที่เกินกำหนด นับเป็นวัน"


class LateRules(NamedTuple):
    """What the by-laws take after a contract fell due."""

    fine_by: A[Text, col("ค่าปรับคิดแบบ", "fine by", required=True, one_of=(BY_INSTALMENT, BY_DAY))]
    late_interest_rate: A[Rate | None, col("อัตราดอกเบี้ยหลังครบกำหนด", "late interest rate", unit="ต่อปี คิดเป็นวัน (ว่าง = ไม่คิด)")]


class LateCard(NamedTuple):
    """What a repayment owes for the days after the due date; the days begin anew with each repayment."""

    overdue: A[Money, col("เงินต้นเกินกำหนด", "overdue principal", width=14, formula=expr(0))]
    late_days: A[Whole, col("วันเกินกำหนด", "days late", width=10, formula=expr(0))]
    late_interest: A[Money, col("ดอกเบี้ยหลังครบกำหนด", "late interest", width=16, formula=expr(0))]
    oldest_due: A[Date, col("งวดเก่าสุดที่ค้าง", "oldest unpaid due", hidden=True, formula=expr(0))]
    brought: A[Text | None, col("สัญญาที่มีเงินชำระ", "contract repaid", hidden=True, formula=expr(0))]
    """The row's contract; blank where the receipt was taken back: then nobody came that day."""


class LateAgeing(NamedTuple):
    """From which day an overdue contract owes interest by the day."""

    late_from: A[Date | None, col("ดอกเบี้ยรายวันตั้งแต่", "late interest from", hidden=True, formula=expr(0))]


def by_days(amount: Expr, rate: Expr, days: Expr, unit: Expr, direction: Expr, lift: Expr) -> Expr:
    """Give amount × rate × days ÷ 365, rounded once, with its plain twin."""
    plain = Floor((amount * rate) * days / 365, unit, lift)
    refuse = either(amount < 0, rate < 0, days < 0, unit <= 0)
    return udf(interest_daily, amount, expr(0) + rate, days, unit, direction, plain=plain, refuse=refuse)


def by_months(late: Expr) -> Expr:
    """Give late principal × months × a twelfth of a year's fine, rounded once, with its plain twin."""
    unit, rate = rule.fine_unit, rule.fine_rate
    refuse = either(late < 0, rate < 0, unit <= 0)
    return udf(interest, late, rate, expr(1), unit, rule.fine_direction, plain=Floor((late * rate) / 12, unit, rule.fine_shift), refuse=refuse)


def late_interest(amount: Expr, days: Expr) -> Expr:
    return by_days(amount, rule.late_interest_rate, days, rule.interest_unit, rule.interest_direction, rule.interest_shift)


def _card_cells() -> dict[str, Expr]:
    settled = smaller(whole_units(f.paid_before, f.instalment), f.instalments - 1)
    fallen = when(f.fallen >= f.instalments, expr(0) + f.lent, smaller(f.lent, f.fallen * f.instalment))
    due = udf(principal_due, f.lent, *SCHEDULE, f.date, plain=fallen, refuse=BAD_SCHEDULE)
    cap = when(rule.fine_cap.is_(""), NO_CAP, rule.fine_cap)
    at_once, nothing = f.instalments.is_(1), every(f.principal.is_(0), f.interest.is_(0), f.fine.is_(0))
    days = by_days(f.overdue, rule.fine_rate, f.late_days, rule.fine_unit, rule.fine_direction, rule.fine_shift)
    since = larger(f.oldest_due, LastBefore("date", by="brought", other=f.interest_from))
    usual = interest_cell(f.method, f.lent, f.before, f.rate, f.months, f.days)
    return {
        "overdue": larger(Rounded(due - f.paid_before, 2), 0),
        "oldest_due": months_on(f.first_due, settled * f.every),
        "brought": when(nothing, "", f.contract),
        "late_days": when(every(f.overdue > 0, at_once, f.brought.is_not("")), f.date - since, 0),
        "late_interest": when(f.late_days > 0, late_interest(f.overdue, f.late_days), 0),
        "interest_due": usual + f.late_interest,
        "fine_due": when(rule.fine_by.is_(BY_DAY), smaller(when(at_once, days, by_months(f.late)), cap), fine_cell()),
    }


def late_cards_table() -> Table:
    """Build the loan cards of a fund that takes interest and fines by the day."""
    return with_formulas(cards_table(Card, LateCard), _card_cells())


def late_ageing_table() -> Table:
    """Build the ageing table: a yearly contract owes its interest on the day it falls due, and after it interest by the day from the last repayment."""
    usual = declare(Ageing, name="ageing", th="").columns
    months, interest = usual["unpaid_months"].formula, usual["unpaid_interest"].formula
    assert months is not None and interest is not None  # noqa: S101, PT018 - as declared
    oldest = months_on(f.first_due, f.settled * f.every)
    by_day = every(f.overdue > 0, f.instalments.is_(1), rule.late_interest_rate.is_not(""))
    waits = every(f.overdue.is_(0), Beside("loans", "method").is_(YEARLY))
    until_due = when(f.interest_to < oldest, FullMonths(f.interest_to, oldest), 0)
    late_owed = when(by_day, late_interest(f.overdue, larger(rule.report_date - f.late_from, 0)), 0)
    formulas = {
        "late_from": when(f.overdue > 0, larger(oldest, LastOf("cards", "date", "brought", f.contract, other=f.interest_to)), ""),
        "unpaid_months": when(by_day, until_due, when(waits, 0, months)),
        "unpaid_interest": interest + late_owed,
    }
    return with_formulas(ageing_table(Ageing, LateAgeing), formulas)
