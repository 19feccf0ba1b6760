"""Debts of a village fund: repaid at once after so many months, with interest and a fine for each day after; or month by month."""

import datetime as dt
from dataclasses import dataclass, replace
from random import Random

from addin.udfs import interest, interest_daily, interest_due, months_between, overdue_months
from addin.udfs.interest import DECLINING, YEARLY
from workshop.facts import EMERGENCY, Bylaws, Contract
from workshop.lending import PURPOSES, Bill, Loan

from .laws import BY_DAY, VillageBylaws

MILLION, OWN, BANKS_MONEY = 1, 2, 3
"""The บัญชี: the state's million, what members saved and the fund earned, what a bank lent to the fund."""
STEP = 100_000
HUNDRED_BAHT = 10_000
LENGTHS, URGENT = (6, 10, 12), (1, 2, 3, 4, 6)
BY_COMMITTEE, BY_MEETING = "กรรมการ", "ที่ประชุมสมาชิก"


@dataclass(slots=True)
class Debt(Loan):
    """A live contract of a village fund."""

    @property
    def at_once(self) -> bool:
        """Whether it is repaid in one sum."""
        return self.contract.instalments == 1

    def unpaid_months(self, on: dt.date) -> int:
        """Months of interest not paid: of a debt repaid at once the whole term's, whenever one comes."""
        loan = self.contract
        if not self.at_once:
            return max(0, months_between(self.since, on) - self.months)
        return 0 if self.months or loan.interest_paid_to else months_between(loan.date, loan.first_due)

    def late_days(self, on: dt.date) -> int:
        """Days after the due date, counted anew from each repayment; of a debt repaid month by month none."""
        since = max(self.contract.first_due, self.last or self.since)
        return max(0, (on - since).days) if self.at_once else 0

    def bill(self, principal: int, on: dt.date, rules: Bylaws, ahead: int = 0) -> Bill:
        """Reckon what one pays who brings so much principal on a day."""
        assert isinstance(rules, VillageBylaws)  # noqa: S101 - a village fund has no others
        loan, months = self.contract, self.unpaid_months(on) + ahead
        unit = rules.interest_unit, rules.interest_direction
        usual = interest_due(loan.method, loan.principal, self.balance, loan.rate, months, 0, *unit)
        days, rate = self.late_days(on), rules.late_interest_rate
        return Bill(principal, usual + (interest_daily(self.balance, rate, days, *unit) if days and rate else 0), self.fine(principal, on, rules), months)

    def fine(self, principal: int, on: dt.date, rules: Bylaws) -> int:
        """Reckon the fine: by the day on all that is overdue, or by the month on the late principal that is brought."""
        assert isinstance(rules, VillageBylaws)  # noqa: S101 - a village fund has no others
        if rules.fine_by != BY_DAY:
            return Loan.fine(self, principal, on, rules)
        unit = rules.fine_unit, rules.fine_direction
        if self.at_once:
            fined = interest_daily(self.balance, rules.fine_rate, self.late_days(on), *unit)
        else:
            fined = interest(overdue_months(*self.terms, self.repaid, principal, on), rules.fine_rate, 1, *unit)
        return fined if rules.fine_cap is None else min(fined, rules.fine_cap)

    def in_part(self, part: float, on: dt.date, rules: Bylaws) -> Bill:
        """Reckon what one pays who brings about so much of the debt, a whole hundred baht in all; first the fine and the interest."""
        owed = self.bill(0, on, rules)
        asked = owed.interest + owed.fine
        brought = -(-(asked + int(self.balance * part)) // HUNDRED_BAHT) * HUNDRED_BAHT
        return self.bill(min(self.balance, brought - asked), on, rules)


def yearly(member: str, date: dt.date, first_due: dt.date, principal: int, rules: VillageBylaws, rng: Random) -> Contract:
    """Agree on a loan repaid at once; its number, guarantors and minute are written in later."""
    return Contract(
        "", member, date, principal, rules.loan_rate, YEARLY, principal, 1, first_due, (), "", rng.choice(PURPOSES), purse=MILLION,
        approver=BY_COMMITTEE if principal <= rules.loan_most else BY_MEETING,
    )  # fmt: skip


def monthly(contract: Contract, rng: Random, first_due: dt.date) -> Contract:
    """Let it be repaid month by month."""
    instalment = -(-contract.principal // rng.choice(LENGTHS) // HUNDRED_BAHT) * HUNDRED_BAHT
    count = -(-contract.principal // instalment)
    return replace(contract, method=DECLINING, instalment=instalment, instalments=count, first_due=first_due)


def urgent(contract: Contract) -> Contract:
    """Make it an emergency loan out of บัญชี 2: without guarantors."""
    return replace(contract, kind=EMERGENCY, purse=OWN)
