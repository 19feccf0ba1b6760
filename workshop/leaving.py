"""Savings that go: debts cleared out of them, paid back to those who leave, to heirs, and in part to those who stay."""

import datetime as dt

from .events import Refunded, StatusChanged, Withdrew
from .facts import RESIGNED, Person
from .fund import Fund
from .lending import Bill, Loan
from .posting import post, settle
from .receipts import Offset, Repaid

OFFSET_FROM = 5
"""Debts are cleared out of savings in the second half of the year."""


def choose(fund: Fund, index: int, date: dt.date, count: int) -> list[Person]:
    """Choose who resigns on a day, those among them who meant to stay only for a while."""
    free = fund.may_leave(date)
    chosen = fund.rng.sample(free, min(count, len(free)))
    brief = fund.brief.pop(index, [])
    chosen += [person for person in free if person.id in brief and person not in chosen]
    fund.leaving = {person.id for person in chosen}
    return chosen


def offset(fund: Fund, index: int, date: dt.date) -> None:
    """Clear a debt out of the borrower's savings whose interest was paid today; not one that would still cost a fine."""
    if index < OFFSET_FROM or fund.offsets >= fund.habits.offsets:
        return
    waiting = fund.not_right() | fund.gone
    live = [loan for member, loan in fund.loans.items() if member not in waiting]
    today = [loan for loan in live if not loan.unpaid_months(date) and fund.savings[loan.contract.member] >= loan.balance]
    today = [loan for loan in today if loan.fined] or today
    if today:
        loan = fund.rng.choice(today)
        if not loan.fine(loan.balance, date, fund.bylaws):
            fund.offsets += 1
            _clear(fund, loan, date)


def _clear(fund: Fund, loan: Loan, date: dt.date) -> None:
    contract, balance = loan.contract, loan.balance
    fund.till.events.append(Offset(date, fund.till.receipt(date, fund.collector(contract.member)), contract.number, contract.member, balance))
    fund.savings[contract.member] -= balance
    settle(fund, loan, Bill(balance, 0, 0, 0), date)


def settle_estates(fund: Fund, date: dt.date) -> None:
    """Clear the debts of the dead: what is due is paid by the heir, what the savings lack by a guarantor, the rest is set off."""
    for member, heir in list(fund.estates.items()):
        loan = fund.loans[member]
        short = max(0, loan.balance - fund.savings[member])
        bill = loan.bill(max(short, loan.overdue(date)), date, fund.bylaws)
        living = [guarantor for guarantor in loan.contract.guarantors if guarantor not in fund.gone]
        payer = living[0] if short and living else heir
        if bill.principal + bill.interest + bill.fine:
            contract, receipt = loan.contract, fund.till.receipt(date, fund.collector(payer))
            post(fund, [Repaid(date, receipt, contract.number, member, bill.principal, bill.interest, bill.fine, bill.months, payer)])
            settle(fund, loan, bill, date)
        if loan.balance:
            _clear(fund, loan, date)
        if fund.savings[member]:
            fund.heirs[member] = heir
        del fund.estates[member]


def pay_back(fund: Fund, date: dt.date, leaving: list[Person], parts: int) -> None:
    """Pay heirs and leavers all they saved, a few others a part, and those who brought more than they owed what was too much."""
    _give_back(fund, date)
    for member in [member for member in fund.heirs_repaying if member not in fund.borrowers()]:
        heir = fund.heirs_repaying.pop(member)
        fund.heirs |= {member: heir} if fund.savings[member] else {}
    for member, heir in list(fund.heirs.items()):
        if fund.till.ready(date, fund.savings[member]):
            _withdraw(fund, date, member, fund.savings[member], heir)
            del fund.heirs[member]
    for person in leaving:
        if fund.till.money() - fund.promised() >= fund.savings[person.id]:
            fund.till.events.append(StatusChanged(date, person.id, RESIGNED))
            fund.gone.add(person.id)
            fund.resigned.add(person.id)
            _withdraw(fund, date, person.id, fund.savings[person.id], person.name)
    rich = [person for person in fund.may_leave(date) if fund.savings[person.id] >= 20 * person.pledge]
    for person in fund.rng.sample(rich, min(parts, len(rich))):
        amount = fund.savings[person.id] // 3 // fund.bylaws.share_value * fund.bylaws.share_value
        if fund.till.money() - fund.promised() >= amount:
            _withdraw(fund, date, person.id, amount, person.name)


def _give_back(fund: Fund, date: dt.date) -> None:
    names = {person.id: person.name for person in fund.village.people}
    for day, member, amount in list(fund.refunds):
        if day < date and fund.till.ready(date, amount):
            fund.till.pay(Refunded(date, fund.till.voucher(), member, amount, names[member]), amount)
            fund.refunds.remove((day, member, amount))


def _withdraw(fund: Fund, date: dt.date, member: str, amount: int, payee: str) -> None:
    fund.till.ready(date, amount)
    fund.till.pay(Withdrew(date, fund.till.voucher(), member, amount, member in fund.gone, payee), amount)
    fund.savings[member] -= amount
