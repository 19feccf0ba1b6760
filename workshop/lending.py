"""Loans: their terms, what is owed on a day, and how each borrower pays."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import NamedTuple

from addin.udfs import add_months, arrears, interest_due, months_between, overdue_months, penalty, principal_due
from addin.udfs.interest import DAILY

from .facts import Bylaws, Contract
from .habits import Habits

STEADY, LATE, NEVER, AHEAD, EARLY = "steady", "late", "never", "ahead", "early"
PURPOSES = ("ซื้อปุ๋ยและเมล็ดพันธุ์", "ซื้อลูกหมู", "ค่าเทอมลูก", "ซ่อมหลังคา", "ค้าขาย", "ซื้อวัว", "ขุดบ่อ", "ค่ารักษาพยาบาล", "ซื้อเครื่องสูบน้ำ")
LENGTHS, SEASONS = (6, 10, 12, 12, 18, 24, 24, 30), (2, 3, 4)
STEP, LEAST, TIMES = 50_000, 200_000, 6
"""A loan is in steps of 500 baht, at least 2,000, at most six times the savings."""
SMALLEST, TENS = 20_000, 1_000
"""An instalment is at least 200 baht, in tens of baht."""
GONE = 99
NO_RATE = Decimal(0)


class Bill(NamedTuple):
    """One repayment in satang, and the months its interest is for."""

    principal: int
    interest: int
    fine: int
    months: int


@dataclass(slots=True)
class Loan:
    """A live contract: what is still owed, up to when interest is paid, and how the borrower pays."""

    contract: Contract
    manner: str
    balance: int
    since: dt.date
    """The day the year's interest is counted from: paid up to it, or the day of the loan."""
    missing: int = 0
    """Operating days the borrower still stays away."""
    back: bool = False
    """Whether the borrower comes the next time for sure."""
    fined: bool = False
    months: int = 0
    """Months of interest paid since."""
    last: dt.date | None = None
    """The day of the last repayment, up to which daily interest is paid."""

    @property
    def terms(self) -> tuple[int, int, int, int, dt.date]:
        """The five terms a schedule is told by."""
        return self.contract.terms

    @property
    def waits(self) -> bool:
        """Whether one repays only when an instalment falls due, not month after month."""
        return self.contract.every > 1 or self.contract.once

    @property
    def repaid(self) -> int:
        """Principal repaid so far."""
        return self.contract.principal - self.balance

    @property
    def paid_to(self) -> dt.date:
        """The day up to which interest is paid: that of the last repayment where it is counted by the day."""
        if self.contract.method == DAILY:
            return self.last or self.since
        return add_months(self.since, self.months)

    def unpaid_months(self, on: dt.date) -> int:
        """Whole months of interest not paid by a day, counted from one beginning: from the 31st through the shorter months."""
        return max(0, months_between(self.since, on) - self.months)

    def overdue(self, on: dt.date) -> int:
        """Principal in arrears on a day."""
        return arrears(*self.terms, self.repaid, on).principal

    def bill(self, principal: int, on: dt.date, rules: Bylaws, ahead: int = 0) -> Bill:
        """Reckon what one pays who brings so much principal on a day, and interest for so many months more; without interest no months are paid."""
        loan, months = self.contract, (self.unpaid_months(on) + ahead) if self.contract.rate else 0
        days = (on - (self.last or self.since)).days
        unit, tiers = (rules.interest_unit, rules.interest_direction), (rules.tier_limit or 0, rules.tier_rate or NO_RATE)
        interest = interest_due(loan.method, loan.principal, self.balance, loan.rate, months, days, *unit, *tiers)
        return Bill(principal, interest, self.fine(principal, on, rules), months)

    def fine(self, principal: int, on: dt.date, rules: Bylaws) -> int:
        """Reckon the fine of one who brings so much principal on a day."""
        late = overdue_months(*self.terms, self.repaid, principal, on)
        return penalty(late, rules.fine_rate, rules.fine_cap, rules.fine_unit, rules.fine_direction)

    def pay(self, bill: Bill, on: dt.date) -> None:
        """Book a repayment."""
        self.balance -= bill.principal
        self.months += bill.months
        self.last = on
        self.fined = self.fined or bill.fine > 0


def brought(rng: Random, loan: Loan, on: dt.date) -> int:
    """Principal the borrower brings on an operating day; 0 from one who stays away or has nothing due."""
    owed = principal_due(*loan.terms, on) - loan.repaid
    if loan.unpaid_months(on) < 1 or (loan.waits and owed <= 0) or _away(rng, loan):
        return 0
    usual, instalment = owed if owed > 0 else loan.contract.instalment, loan.contract.instalment
    chance = rng.random()
    if loan.manner == LATE and owed >= 3 * instalment and chance < 0.6:  # noqa: PLR2004 (most cannot bring it all)
        usual = min(usual, rng.randint(2, 3) * instalment)
    if loan.manner == AHEAD and chance < 0.3:  # noqa: PLR2004 (now and then)
        usual += instalment * rng.randint(1, 2)
    if loan.manner == EARLY and chance < 0.15:  # noqa: PLR2004 (about once a year)
        usual = loan.balance
    return min(usual, loan.balance)


def _away(rng: Random, loan: Loan) -> bool:
    if loan.missing:
        loan.missing -= 1
        return True
    if loan.back:
        loan.back = False
        return False
    if loan.manner == LATE and rng.random() < 0.35:  # noqa: PLR2004 (every third time)
        loan.missing, loan.back = rng.choice((0, 0, 1)), True
        return True
    if loan.manner == NEVER and rng.random() < 0.3:  # noqa: PLR2004 (soon)
        loan.missing = GONE
        return True
    return False


def manner(rng: Random, habits: Habits) -> str:
    """How a borrower pays."""
    shares = (habits.late, habits.never, habits.ahead, habits.early)
    rest = max(0.0, 1 - sum(shares))
    return rng.choices((LATE, NEVER, AHEAD, EARLY, STEADY), (*shares, rest))[0]


def agree(rng: Random, member: str, savings: int, date: dt.date, rules: Bylaws, *, seasonal: bool) -> Contract:
    """Agree on the terms of a loan; its number, guarantors and minute are written in later."""
    most = min(rules.loan_most, max(LEAST, TIMES * savings))
    principal = min(rng.randint(8, 100) * STEP, most // STEP * STEP)
    wished = rng.choice(SEASONS if seasonal else LENGTHS)
    instalment = max(SMALLEST, -(-principal // wished // TENS) * TENS)
    every = 3 if seasonal else 1
    return Contract(
        "", member, date, principal, rules.loan_rate, rules.interest_method, instalment, -(-principal // instalment), add_months(date, every),
        (), "", rng.choice(PURPOSES), every,
    )  # fmt: skip
