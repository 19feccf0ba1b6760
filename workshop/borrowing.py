"""Loans made: on the operating day and between, renewed, in an emergency, out of the cash box or the bank."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from random import Random

from addin.udfs import add_months

from .events import Lent
from .facts import Contract, Person
from .fund import Fund
from .lending import Loan, agree, manner
from .people import adult, day_of
from .terms import emergency, vary

WAIT = 6
"""Months one must have been a member to borrow."""


def lend(fund: Fund, index: int, date: dt.date, count: int, *, usual: bool) -> None:
    """Lend to members not in arrears, on guarantors not in arrears, while there is money to spare."""
    waited = _may_borrow(fund, date)
    for member in fund.rng.sample(waited, min(count, len(waited))):
        minute = f"{index + 1}/{fund.till.be_year}"
        _lend(fund, fund.rng, member, date, minute, lambda contract: vary(fund.odd, contract, fund.habits))
    for member, (old, cash) in fund.renewing.items() if usual else ():
        if member not in fund.loans and member in {person.id for person in _guarantors(fund, date, "")}:
            _lend(fund, fund.odd, member, date, f"{index + 1}/{fund.till.be_year}", _renewed(old, cash))
    fund.renewing.clear()


def _renewed(old: str, cash: int) -> Callable[[Contract], Contract]:
    return lambda contract: replace(contract, continues=old, cash_before=cash)


def lend_between(fund: Fund, index: int, date: dt.date) -> None:
    """Make a usual loan on any day; its first instalment falls due on the first operating day after a whole month."""
    waited = _may_borrow(fund, date)
    if waited:
        _lend(fund, fund.odd, fund.odd.choice(waited), date, f"{index + 1}/{fund.till.be_year}", lambda contract: _due_on_the_day(fund, contract))


def help_in_need(fund: Fund, date: dt.date) -> None:
    """Make an emergency loan: small, without interest, by a resolution of its own."""
    waited = _may_borrow(fund, date)
    if waited:
        fund.emergencies += 1
        minute = fund.resolve(f"ฉุกเฉิน {fund.emergencies}/{fund.till.be_year}", date, "อนุมัติเงินกู้ฉุกเฉินไม่คิดดอกเบี้ย")
        _lend(fund, fund.odd, fund.odd.choice(waited), date, minute, lambda contract: _due_on_the_day(fund, emergency(fund.odd, contract)))


def _may_borrow(fund: Fund, date: dt.date) -> list[str]:
    """Give those who have been members long enough and owe nothing."""
    known = _guarantors(fund, date, "")
    return [person.id for person in known if person.joined <= add_months(date, -WAIT) and person.id not in fund.loans]


def _guarantors(fund: Fund, date: dt.date, borrower: str) -> list[Person]:
    """Give grown members not in arrears, beside the borrower."""
    late = fund.late(date) | fund.given_up
    return [person for person in fund.members() if person.id not in late and person.joined <= date and adult(person, date) and person.id != borrower]


def _lend(fund: Fund, rng: Random, member: str, date: dt.date, minute: str, shape: Callable[[Contract], Contract]) -> None:
    """Agree on a loan and pay it out, where there are guarantors and money."""
    others = [person.id for person in _guarantors(fund, date, member)]
    seasonal = rng.random() < fund.habits.seasonal
    contract = shape(agree(rng, member, fund.savings[member], date, fund.bylaws, seasonal=seasonal))
    bank = 1 if fund.odd.random() < fund.habits.from_bank and fund.till.bank >= contract.principal else 0
    if len(others) < 2 or contract.principal > fund.spare():  # noqa: PLR2004 (two guarantors)
        return
    fund.contracts += 1
    contract = replace(contract, number=f"กู้ {fund.contracts}/{fund.till.be_year}", minute=minute, guarantors=tuple(rng.sample(others, 2)))
    if not bank:
        fund.till.ready(date, contract.principal)
    fund.till.pay(Lent(date, contract, fund.till.voucher(), bank), contract.principal, bank)
    fund.loans[member] = Loan(contract, manner(rng, fund.habits), contract.principal, date)
    fund.agreed[contract.number] = contract


def _due_on_the_day(fund: Fund, contract: Contract) -> Contract:
    """Move the first instalment of a loan made between operating days to the next of them."""
    month = contract.first_due.replace(day=1)
    day = day_of(month, fund.bylaws.operating_day)
    return replace(contract, first_due=day if day >= contract.first_due else day_of(add_months(month, 1), fund.bylaws.operating_day))
