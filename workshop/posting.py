"""Facts written down: money taken for what is receipted, loans settled, guarantors entered who paid for others."""

import datetime as dt
from collections.abc import Iterable

from .facts import CASH, FROM_DIVIDEND
from .fund import Fund
from .lending import Bill, Loan
from .receipts import Joined, Receipted, Recourse, Repaid


def settle(fund: Fund, loan: Loan, bill: Bill, date: dt.date) -> None:
    """Take a repayment off a loan."""
    loan.pay(bill, date)
    if not loan.balance:
        fund.settled(loan)


def post(fund: Fund, facts: Iterable[Receipted]) -> None:
    """Write a receipt's facts down and take the money; a guarantor who paid is entered in the register of recourse."""
    for fact in facts:
        fund.till.events.append(fact)
        if isinstance(fact, Joined):
            fund.till.take(fact.fee, CASH)
        elif fact.channel != FROM_DIVIDEND:
            fund.till.take(amount_of(fact), fact.channel, fact.bank)
        if isinstance(fact, Repaid):
            _recourse(fund, fact)


def _recourse(fund: Fund, fact: Repaid) -> None:
    if fact.receipt and fact.payer in fund.agreed[fact.contract].guarantors and fund.odd.random() < fund.habits.recourse:
        amount = amount_of(fact)
        recovered = fund.odd.choice((0, 0, amount, amount // 200 * 100))
        fund.till.events.append(Recourse(fact.date, fact.receipt, fact.contract, fact.payer, amount, recovered))


def amount_of(fact: Receipted) -> int:
    """Add up what a fact brings."""
    if isinstance(fact, Joined):
        return fact.fee
    return fact.principal + fact.interest + fact.fine if isinstance(fact, Repaid) else fact.amount
