"""The monthly operating day: what is brought and receipted, then what is offset, paid back and lent."""

import datetime as dt
from dataclasses import dataclass, field, replace

from addin.udfs import add_months, months_between

from .events import CASH, RESIGNED, TRANSFER, Joined, Lent, Offset, Person, Repaid, Saved, StatusChanged, Withdrew
from .fund import Fund
from .lending import LATE, Bill, Loan, agree, brought, manner
from .people import adult

GUARANTOR_PAYS = 0.05
OFFSET_FROM = 5
"""Debts are cleared out of savings in the second half of the year."""
WAIT = 6
"""Months one must have been a member to borrow."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a year has in store for one operating day; ``index`` is the month of the fund's year, 0 to 11."""

    index: int
    date: dt.date
    joiners: int = 0
    leavers: int = 0
    parts: int = 0
    loans: int = 0


@dataclass(slots=True)
class Slip:
    """What one payer brings: members who join, months saved, loans repaid."""

    joins: list[Person] = field(default_factory=list)
    saves: list[tuple[str, int]] = field(default_factory=list)
    repays: list[tuple[Loan, Bill]] = field(default_factory=list)


def operate(fund: Fund, plan: Plan) -> None:
    """Keep one operating day from the first receipt to the last loan."""
    leaving = _choose(fund, plan)
    slips: dict[str, Slip] = {}
    _saving(fund, plan, {person.id for person in leaving}, slips)
    _repaying(fund, plan.date, slips)
    payers = list(slips)
    fund.rng.shuffle(payers)
    joining = [fund.village.join(plan.date) for _ in range(plan.joiners)]
    slips |= {person.id: Slip([person], [(person.id, plan.date.month)]) for person in joining}
    for payer in [*payers, *(person.id for person in joining)]:
        _receive(fund, plan.date, payer, slips[payer])
    _offset(fund, plan)
    _pay_back(fund, plan, leaving)
    _lend(fund, plan)


def _choose(fund: Fund, plan: Plan) -> list[Person]:
    free = fund.may_leave(plan.date)
    return fund.rng.sample(free, min(plan.leavers, len(free)))


def _saving(fund: Fund, plan: Plan, leaving: set[str], slips: dict[str, Slip]) -> None:
    """Bring this month's savings, and last month's where they were missed."""
    rng, missed = fund.rng, fund.missed
    fund.missed = {}
    absent: dict[str, bool] = {}
    for person in fund.members():
        payer = fund.payer(person.id)
        if payer not in absent:
            absent[payer] = rng.random() < fund.habits.skipped
        if person.id in leaving:
            continue
        if absent[payer]:
            fund.missed[person.id] = plan.date.month
            continue
        saves = slips.setdefault(payer, Slip()).saves
        if person.id in missed and rng.random() < fund.habits.made_up:
            saves.append((person.id, missed[person.id]))
        saves.append((person.id, plan.date.month))


def _repaying(fund: Fund, date: dt.date, slips: dict[str, Slip]) -> None:
    for member, loan in fund.loans.items():
        principal = brought(fund.rng, loan, date)
        if principal:
            payer = fund.payer(member)
            if loan.manner == LATE and fund.rng.random() < GUARANTOR_PAYS:
                payer = loan.contract.guarantors[0]
            slips.setdefault(payer, Slip()).repays.append((loan, loan.bill(principal, date, fund.bylaws)))


def _receive(fund: Fund, date: dt.date, payer: str, slip: Slip) -> None:
    """Write one receipt."""
    till, receipt = fund.till, fund.till.receipt(date)
    channel = TRANSFER if not slip.joins and fund.rng.random() < fund.habits.transfers else CASH
    for person in slip.joins:
        till.events.append(Joined(date, receipt, person.id, fund.bylaws.entry_fee))
        till.take(fund.bylaws.entry_fee, CASH)
        fund.savings[person.id] = 0
    for member, month in slip.saves:
        amount = fund.village.pledges[member]
        till.events.append(Saved(date, receipt, member, amount, month, payer, channel))
        till.take(amount, channel)
        fund.savings[member] += amount
    for loan, bill in slip.repays:
        contract = loan.contract
        till.events.append(Repaid(date, receipt, contract.number, contract.member, bill.principal, bill.interest, bill.fine, bill.months, payer, channel))
        till.take(bill.principal + bill.interest + bill.fine, channel)
        _settle(fund, loan, bill)


def _settle(fund: Fund, loan: Loan, bill: Bill) -> None:
    loan.pay(bill)
    if not loan.balance:
        del fund.loans[loan.contract.member]


def _offset(fund: Fund, plan: Plan) -> None:
    """Clear a debt out of the borrower's savings; its interest was paid today."""
    if plan.index < OFFSET_FROM or fund.offsets >= fund.habits.offsets:
        return
    today = [loan for loan in fund.loans.values() if not months_between(loan.paid_to, plan.date) and fund.savings[loan.contract.member] >= loan.balance]
    today = [loan for loan in today if loan.fined] or today
    if today:
        loan, fund.offsets = fund.rng.choice(today), fund.offsets + 1
        contract, balance = loan.contract, loan.balance
        fund.till.events.append(Offset(plan.date, fund.till.receipt(plan.date), contract.number, contract.member, balance))
        fund.savings[contract.member] -= balance
        _settle(fund, loan, Bill(balance, 0, 0, 0))


def _pay_back(fund: Fund, plan: Plan, leaving: list[Person]) -> None:
    for member, heir in list(fund.heirs.items()):
        if fund.till.ready(plan.date, fund.savings[member]):
            _withdraw(fund, plan.date, member, fund.savings[member], heir)
            del fund.heirs[member]
    for person in leaving:
        if fund.till.money() - fund.promised() >= fund.savings[person.id]:
            fund.till.events.append(StatusChanged(plan.date, person.id, RESIGNED))
            fund.gone.add(person.id)
            _withdraw(fund, plan.date, person.id, fund.savings[person.id], full_name(person))
    rich = [person for person in fund.may_leave(plan.date) if fund.savings[person.id] >= 20 * person.pledge]
    for person in fund.rng.sample(rich, min(plan.parts, len(rich))):
        amount = fund.savings[person.id] // 3 // fund.bylaws.share_value * fund.bylaws.share_value
        if fund.till.money() - fund.promised() >= amount:
            _withdraw(fund, plan.date, person.id, amount, full_name(person))


def _withdraw(fund: Fund, date: dt.date, member: str, amount: int, payee: str) -> None:
    fund.till.ready(date, amount)
    fund.till.pay(Withdrew(date, fund.till.voucher(), member, amount, member in fund.gone, payee), amount)
    fund.savings[member] -= amount


def _lend(fund: Fund, plan: Plan) -> None:
    """Lend to members not in arrears, on guarantors not in arrears, while there is money to spare."""
    late = fund.late(plan.date)
    grown = [person for person in fund.members() if person.id not in late and adult(person, plan.date)]
    waited = [person.id for person in grown if person.joined <= add_months(plan.date, -WAIT) and person.id not in fund.loans]
    for member in fund.rng.sample(waited, min(plan.loans, len(waited))):
        others = [person.id for person in grown if person.id != member]
        seasonal = fund.rng.random() < fund.habits.seasonal
        contract = agree(fund.rng, member, fund.savings[member], plan.date, fund.bylaws, seasonal=seasonal)
        if len(others) > 1 and contract.principal <= fund.spare():
            fund.contracts += 1
            year = fund.till.be_year
            contract = replace(contract, number=f"กู้ {fund.contracts}/{year}", minute=f"{plan.index + 1}/{year}", guarantors=tuple(fund.rng.sample(others, 2)))
            fund.till.ready(plan.date, contract.principal)
            fund.till.pay(Lent(plan.date, contract, fund.till.voucher()), contract.principal)
            fund.loans[member] = Loan(contract, manner(fund.rng, fund.habits), contract.principal, plan.date)


def full_name(person: Person) -> str:
    """Write the name as on a slip."""
    return f"{person.title}{person.first} {person.last}"
