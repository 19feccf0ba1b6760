"""Loans made: at the rounds, renewed the same week, in an emergency, out of a bank's money; each in cash or out of its bank."""

import datetime as dt
from dataclasses import replace

from addin.udfs import add_months
from workshop.events import Lent
from workshop.facts import Contract, Person
from workshop.lending import manner
from workshop.people import adult, day_of
from workshop.receiving import Slip, receive

from .debts import BANKS_MONEY, BY_COMMITTEE, BY_MEETING, MILLION, OWN, STEP, URGENT, Debt, monthly, urgent, yearly
from .fund import VillageFund
from .paying import expect_repayment
from .purses import sort_out

WAIT = 3
"""Months one must have been a member to borrow."""
MOST_ON_LENT = 12
LETTERS = {MILLION: "กู้", OWN: "ฉ", BANKS_MONEY: "ธ"}
"""What the numbers of contracts begin with."""


def lend_round(fund: VillageFund, date: dt.date) -> None:
    """Lend at a round: first to those who repaid this week and renew, then to those who owe nothing."""
    fund.rounds += 1
    minute = fund.resolve(f"กู้ยืม {fund.rounds}/{fund.till.be_year}", date, "อนุมัติเงินกู้สามัญ") if fund.keeps_minutes else f"{fund.rounds}/{fund.till.be_year}"
    renewing = [member for member in fund.renewing_at if fund.rng.random() < fund.habits.renewals]
    free = [person.id for person in _may_borrow(fund, date) if person.id not in fund.renewing_at]
    new = fund.rng.sample(free, min(len(free), round(len(fund.members()) * fund.habits.new_borrowers) + (not fund.renewing_at)))
    contracts = []
    for member in (*renewing, *new):
        old, brought = fund.renewing_at.get(member, ("", 0))
        contract = _agreed(fund, member, date, MILLION, replace(_terms(fund, member, date), minute=minute))
        if contract and old and fund.rng.random() < 0.5:  # noqa: PLR2004 (half write the old number in)
            contract = replace(contract, continues=old, cash_before=brought)
        contracts += [contract] if contract else []
    fund.renewing_at.clear()
    pay_out(fund, date, contracts)


def lend_on(fund: VillageFund, date: dt.date) -> None:
    """Lend what a bank lent to the fund, to be repaid before it falls due."""
    contracts = []
    free = [person.id for person in _may_borrow(fund, date)]
    for member in fund.rng.sample(free, min(len(free), MOST_ON_LENT)):
        due = day_of(add_months(date.replace(day=1), 9), fund.bylaws.operating_day)
        terms = yearly(member, date, due, _wished(fund), fund.bylaws, fund.rng)
        contract = _agreed(fund, member, date, BANKS_MONEY, replace(terms, minute=f"ธนาคาร 1/{fund.till.be_year}"))
        contracts += [contract] if contract else []
    pay_out(fund, date, contracts)


def help_in_need(fund: VillageFund, date: dt.date) -> None:
    """Make an emergency loan out of บัญชี 2, for a few months."""
    owing = {debt.contract.member for debt in fund.debts() if debt.contract.purse == OWN}
    late = fund.late(date) | fund.given_up
    there = [person.id for person in _grown(fund, date) if person.id not in owing | late]
    if there:
        member = fund.rng.choice(there)
        most = (fund.bylaws.emergency_most or 10 * STEP) // STEP
        terms = yearly(member, date, add_months(date, fund.rng.choice(URGENT)), fund.rng.randint(1, most) * STEP, fund.bylaws, fund.rng)
        contract = _agreed(fund, member, date, OWN, replace(urgent(terms), approver=BY_COMMITTEE, minute=""))
        pay_out(fund, date, [contract] if contract else [])


def _grown(fund: VillageFund, date: dt.date) -> list[Person]:
    return [person for person in fund.members() if adult(person, date) and person.joined <= add_months(date, -WAIT)]


def _may_borrow(fund: VillageFund, date: dt.date) -> list[Person]:
    """Give those who have been members long enough, owe no usual loan and are in arrears with none."""
    owing = {debt.contract.member for debt in fund.debts() if debt.contract.purse != OWN} | fund.late(date) | fund.given_up
    return [person for person in _grown(fund, date) if person.id not in owing]


def _wished(fund: VillageFund) -> int:
    most = fund.bylaws.loan_most if fund.rng.random() < 0.8 else max(fund.bylaws.meeting_most, fund.bylaws.loan_most)  # noqa: PLR2004 (most ask the committee)
    return fund.rng.randint(5, most // STEP) * STEP


def _terms(fund: VillageFund, member: str, date: dt.date) -> Contract:
    """Draw the terms of a usual loan: repaid at once after a year, or month by month from the next operating day but one."""
    contract = yearly(member, date, add_months(date, 12), _wished(fund), fund.bylaws, fund.rng)
    if fund.rng.random() < fund.habits.by_month:
        return monthly(contract, fund.rng, first_instalment(fund, date))
    return contract


def first_instalment(fund: VillageFund, date: dt.date) -> dt.date:
    """Give the first operating day of the by-laws that is a whole month away."""
    day = day_of(add_months(date, 1).replace(day=1), fund.bylaws.operating_day)
    return day if day >= add_months(date, 1) else day_of(add_months(date, 2).replace(day=1), fund.bylaws.operating_day)


def _agreed(fund: VillageFund, member: str, date: dt.date, purse: int, contract: Contract) -> Contract | None:
    """Find guarantors and money; none where there are none."""
    others = [person.id for person in fund.guarantors(date, member)] if purse != OWN else []
    wanted = fund.bylaws.guarantors_least if purse != OWN else 0
    if len(others) < wanted or contract.principal > fund.lendable(purse) or _is_bound(fund, member, date, purse):
        return None
    fund.asked[purse] += contract.principal
    fund.numbers[purse] += 1
    number = f"{LETTERS[purse]} {fund.numbers[purse]}/{fund.till.be_year}"
    approver = BY_COMMITTEE if contract.principal <= fund.bylaws.loan_most else BY_MEETING
    contract = replace(contract, number=number, purse=purse, guarantors=tuple(fund.rng.sample(others, wanted)), approver=approver)
    fund.loans[number] = Debt(contract, manner(fund.rng, fund.habits), contract.principal, date)
    fund.agreed[number] = contract
    return contract


def _is_bound(fund: VillageFund, member: str, date: dt.date, purse: int) -> bool:
    """Tell whether somebody may not borrow after all: gone, in arrears with another loan, or owing a usual loan since."""
    owing = {debt.contract.member for debt in fund.debts() if debt.contract.purse != OWN}
    return member in fund.gone | fund.late(date) or (purse != OWN and member in owing)


def pay_out(fund: VillageFund, date: dt.date, contracts: list[Contract]) -> None:
    """Pay loans out, by one voucher or by one each; in cash drawn for it, or out of the bank; and take the fees for the contracts."""
    fund.asked.clear()
    if not contracts:
        return
    purse, whole = contracts[0].purse, sum(contract.principal for contract in contracts)
    bank = purse if fund.rng.random() < fund.habits.from_bank and fund.till.banks[purse] >= whole else 0
    if not bank and purse == OWN:
        fund.till.ready(date, whole)
    elif not bank:
        fund.till.draw(date, whole, purse)
    together = fund.till.voucher() if fund.rng.random() < fund.habits.one_voucher else ""
    for contract in contracts:
        fund.till.pay(Lent(date, contract, together or fund.till.voucher(), bank), contract.principal, bank)
        debt = fund.loans[contract.number]
        assert isinstance(debt, Debt)  # noqa: S101 - a village fund has no others
        expect_repayment(fund, debt)
    _fees(fund, date, contracts)


def _fees(fund: VillageFund, date: dt.date, contracts: list[Contract]) -> None:
    since = len(fund.till.events)
    for contract in contracts if fund.bylaws.loan_fee else ():
        receive(fund, date, None, contract.member, Slip(charges=[(contract.member, fund.bylaws.loan_fee)]))
    sort_out(fund, date, since)
