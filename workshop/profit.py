"""Last year's profit: allocated by the general meeting, shared by share-months and by interest paid."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from typing import NamedTuple

from addin.udfs import allocate, average_return, average_return_rate, dividend, interest, share_months

from .facts import Amounts, Bylaws, Person
from .lending import Loan

RESERVE, DIVIDEND, RETURN, COMMITTEE = "34100", "23041", "23042", "34500"
FORMER = 0.08
"""Members whose loan of last year is repaid, to members."""


class Claims(NamedTuple):
    """What a profit is shared out by: share-months of each member, and interest paid in the year by those with a right to a part of it."""

    months: dict[str, Fraction]
    interest: dict[str, int]


class Shared(NamedTuple):
    """A profit shared out: what goes to each account, and of it to each member."""

    lines: Amounts
    dividends: Amounts
    returns: Amounts


@dataclass(frozen=True, slots=True)
class LastYear:
    """An invented year before the first one: how things stood on its last day."""

    last_day: dt.date
    people: list[Person]
    loans: list[Loan]


def share_out(profit: int, claims: Claims, rules: Bylaws) -> Shared:
    """Allocate the whole profit; what rounding leaves of dividends and returns joins the reserve."""
    shares = allocate(profit, [percent for _, _, percent in rules.allocation])
    lines = {code: amount for (code, _, _), amount in zip(rules.allocation, shares.amounts, strict=True)}
    dividends = _dividends(claims.months, lines.get(DIVIDEND, 0), rules)
    returns = _returns(claims.interest, lines.get(RETURN, 0), rules)
    lines |= {DIVIDEND: sum(amount for _, amount in dividends), RETURN: sum(amount for _, amount in returns)}
    lines[RESERVE] = lines.get(RESERVE, 0) + profit - sum(lines.values())
    return Shared(_kept(lines), dividends, returns)


def invented(rng: Random, last: LastYear, rules: Bylaws) -> Claims:
    """Make up what members saved and paid in a year that was not lived."""
    return Claims({person.id: share_months(*_saved(person), 0, rules.share_value) for person in last.people}, _interest_paid(rng, last, rules))


def _dividends(weights: dict[str, Fraction], pot: int, rules: Bylaws) -> Amounts:
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
