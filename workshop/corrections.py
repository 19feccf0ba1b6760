"""Receipts entered otherwise than they should be, and put right: taken back under their own number, written again under a new one."""

import datetime as dt
from dataclasses import replace

from addin.udfs import overdue_months
from addin.udfs.interest import DAILY

from .facts import CASH
from .fund import Correction, Fund
from .posting import amount_of, post
from .receipts import Receipted, Repaid, Reversed, Saved

TOO_MUCH = 10
ANOTHER, SPLIT, AMOUNT, MONTH = (
    "ลงชื่อสลับคน ออกใบใหม่แทนแล้ว", "แยกเงินต้นกับดอกเบี้ยไม่ตรงสมุดคู่มือ ออกใบใหม่แทนแล้ว", "จำนวนเงินไม่ตรงกับที่รับ ออกใบใหม่แทนแล้ว", "ลงเดือนไม่ตรง ออกใบใหม่แทนแล้ว",
)  # fmt: skip
"""What the register of cancelled receipts says."""


def enter_otherwise(fund: Fund, facts: tuple[Receipted, ...], later: dt.date | None, collector: int) -> bool:
    """Enter a receipt otherwise than it is, now and then, and remember to put it right; False where it is to be entered as it is."""
    usual = tuple(fact for fact in facts if isinstance(fact, Saved) or (isinstance(fact, Repaid) and _may_slip(fund, fact)))
    if len(usual) < len(facts):
        return False
    today = facts[0].date
    due = later if later and fund.odd.random() < fund.habits.wrong_till_later and _may_wait(fund, usual, later) else today
    if due == today and fund.odd.random() >= fund.habits.wrong_today:
        return False
    index = fund.odd.randrange(len(usual))
    reason, fact = _otherwise(fund, usual[index], same_money=due != today)
    entered = (*usual[:index], fact, *usual[index + 1 :])
    if fact in usual or fact.receipt is None:  # nothing mistaken, or the same line twice on one slip, which nobody would overlook
        return False
    post(fund, entered)
    fund.corrections.append(Correction(due, fact.receipt, collector, reason, entered, usual))
    return True


def put_right(fund: Fund, date: dt.date) -> None:
    """Write what is due to be put right anew, then take back what was entered: so the cash box is never short."""
    for correction in [each for each in fund.corrections if each.due <= date]:
        fund.corrections.remove(correction)
        receipt = fund.till.receipt(date, correction.collector)
        post(fund, (replace(fact, date=date, receipt=receipt) for fact in correction.right))
        fund.till.events.append(Reversed(date, correction.receipt, correction.reason, correction.entered))
        fund.till.take(-sum(map(amount_of, correction.entered)), CASH)


def _may_slip(fund: Fund, fact: Repaid) -> bool:
    """Whether a repayment may stand in the book twice for a while: it is the payer's own, enough is owed, and no date of a receipt counts."""
    daily = fund.agreed[fact.contract].method == DAILY
    return fact.payer == fact.member and not daily and fund.left(fact.contract) >= fact.principal + fact.interest


def _may_wait(fund: Fund, facts: tuple[Saved | Repaid, ...], later: dt.date) -> bool:
    """Whether the right receipt may bear a later date: the book reckons fines by the date of the receipt."""
    return all(isinstance(fact, Saved) or not _dated(fund, fact, later) for fact in facts)


def _dated(fund: Fund, fact: Repaid, later: dt.date) -> bool:
    """Whether the same repayment on a later day would be told otherwise."""
    loan = fund.loans[fact.member]
    return bool(fact.fine or overdue_months(*loan.terms, loan.repaid - fact.principal, fact.principal, later))


def _otherwise(fund: Fund, fact: Saved | Repaid, *, same_money: bool) -> tuple[str, Saved | Repaid]:
    """Give the fact as it was entered; the fact itself where nothing can be mistaken."""
    if isinstance(fact, Repaid):
        others = [loan.contract for loan in fund.loans.values() if loan.balance >= fact.principal and loan.contract.method != DAILY]
        other = fund.odd.choice(others)
        if same_money or other.number == fact.contract:
            return SPLIT, replace(fact, principal=fact.principal + fact.interest, interest=0, months=0)
        return ANOTHER, replace(fact, contract=other.number, member=other.member, purse=other.purse)
    if same_money or fund.odd.random() < 0.5:  # noqa: PLR2004 (half and half)
        away = fund.leaving | fund.not_right() | {fact.member}
        people = [person.id for person in fund.members() if person.joined <= fact.date and person.id not in away]
        return ANOTHER, replace(fact, member=fund.odd.choice(people)) if people else fact
    month = fact.month % 12 + 1
    return fund.odd.choice(((AMOUNT, replace(fact, amount=fact.amount * TOO_MUCH)), (MONTH, replace(fact, month=month))))
