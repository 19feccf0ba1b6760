"""Last year's profit: allocated by the general meeting, shared by share-months and by interest paid."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from addin.udfs import allocate, average_return, average_return_rate, dividend, interest, share_months

from .events import Resolved
from .facts import Amounts, Bylaws, Person
from .lending import Loan

RESERVE, DIVIDEND, RETURN, COMMITTEE = "34100", "23041", "23042", "34500"
FORMER = 0.08
"""Members whose loan of last year is repaid, to members."""


@dataclass(frozen=True, slots=True)
class LastYear:
    """What the general meeting shares out, among whom: as things stood on the last day of last year."""

    last_day: dt.date
    profit: int
    people: list[Person]
    loans: list[Loan]


def resolve(rng: Random, date: dt.date, minute: str, last: LastYear, rules: Bylaws) -> Resolved:
    """Allocate the whole profit; what rounding leaves of dividends and returns joins the reserve."""
    profit = last.profit
    shares = allocate(profit, [percent for _, _, percent in rules.allocation])
    lines = {code: amount for (code, _, _), amount in zip(rules.allocation, shares.amounts, strict=True)}
    dividends = _dividends(last.people, lines.get(DIVIDEND, 0), rules)
    returns = _returns(_interest_paid(rng, last, rules), lines.get(RETURN, 0), rules)
    lines |= {DIVIDEND: sum(amount for _, amount in dividends), RETURN: sum(amount for _, amount in returns)}
    lines[RESERVE] = lines.get(RESERVE, 0) + profit - sum(lines.values())
    return Resolved(date, minute, _kept(lines), dividends, returns)


def _dividends(people: list[Person], pot: int, rules: Bylaws) -> Amounts:
    weights = {person.id: share_months(*_saved(person), 0, rules.share_value) for person in people}
    total = sum(weights.values())
    return _kept({member: dividend(own, total, pot, rules.dividend_unit) for member, own in weights.items()})


def _saved(person: Person) -> tuple[int, list[int]]:
    """Tell savings brought forward a year ago and what was saved each month, as the pledge tells it."""
    months = min(12, person.opening // person.pledge)
    return person.opening - months * person.pledge, [0] * (12 - months) + [person.pledge] * months


def _returns(paid: dict[str, int], pot: int, rules: Bylaws) -> Amounts:
    rate = average_return_rate(pot, sum(paid.values()), rules.average_return_cap)
    return _kept({member: average_return(amount, rate, rules.dividend_unit) for member, amount in sorted(paid.items())})


def _interest_paid(rng: Random, last: LastYear, rules: Bylaws) -> dict[str, int]:
    """Reckon the interest each borrower of last year paid; those late have no right."""
    members = {loan.contract.member for loan in last.loans}
    former = rng.sample([person.id for person in last.people if person.id not in members], round(FORMER * (len(last.people) - len(members))))
    paid = {member: rng.randint(80, 1200) * 100 for member in former}
    return paid | {loan.contract.member: _paid_on(loan, rules) for loan in last.loans if not loan.overdue(last.last_day)}


def _paid_on(loan: Loan, rules: Bylaws) -> int:
    count = loan.repaid // loan.contract.instalment
    balances = (loan.contract.principal - number * loan.contract.instalment for number in range(max(0, count - 12), count))
    return sum(interest(balance, loan.contract.rate, 1, rules.interest_unit, rules.interest_direction) for balance in balances)


def _kept(amounts: dict[str, int]) -> Amounts:
    """Keep what is above zero."""
    return tuple((key, amount) for key, amount in amounts.items() if amount)
