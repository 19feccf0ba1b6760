"""Loans carried from earlier years: usual ones, some late, and those on other terms or given up long ago."""

import datetime as dt
from dataclasses import replace
from random import Random

from addin.udfs import add_months, months_between

from .facts import Bylaws, Person
from .habits import Habits
from .lending import GONE, LATE, NEVER, STEADY, Loan, agree, manner
from .people import adult, day_of
from .terms import vary

LENT_OUT = 55
"""Per cent of the savings lent out on the first day, at most."""
OLD = (26, 54)
"""An old debt was made so many months ago, ..."""
OLD_REPAID = 6
"""... and at most so many instalments of it were repaid."""


def carry(rng: Random, odd: Random, people: list[Person], first_day: dt.date, rules: Bylaws, habits: Habits) -> list[Loan]:
    """Make the loans carried from earlier years, oldest first, some of them late."""
    last_time = day_of(add_months(first_day, -1), rules.operating_day)
    grown = [person for person in people if adult(person, add_months(first_day, -24)) and person.joined <= add_months(last_time, -1)]
    room = sum(person.opening for person in people) * LENT_OUT // 100
    loans: list[Loan] = []
    for person in rng.sample(grown, min(len(grown), round(len(people) * habits.carried))):
        loan = _otherwise(odd, _carried(rng, person, last_time, rules, habits), person, last_time, habits)
        if loan.balance <= room and _guaranteed(rng, loan, grown):
            room -= loan.balance
            loans.append(loan)
    loans += _old_debts(odd, grown, {loan.contract.member for loan in loans}, last_time, rules, habits)
    return _numbered(rng, sorted(loans, key=lambda loan: (loan.contract.date, loan.contract.member)), first_day)


def _guaranteed(rng: Random, loan: Loan, grown: list[Person]) -> bool:
    """Find two guarantors; False where there are none."""
    others = [other.id for other in grown if other.id != loan.contract.member and other.joined <= loan.contract.date]
    if len(others) > 1:
        loan.contract = replace(loan.contract, guarantors=tuple(rng.sample(others, 2)))
    return len(others) > 1


def _carried(rng: Random, person: Person, last_time: dt.date, rules: Bylaws, habits: Habits) -> Loan:
    contract = agree(rng, person.id, person.opening, last_time, rules, seasonal=False)
    age = rng.randint(0, min(contract.instalments - 1, months_between(person.joined, last_time)))
    late = rng.randint(1, min(age, 4)) if age and rng.random() < habits.arrears else 0
    date, paid_to = add_months(last_time, -age), add_months(last_time, -late)
    repaid = (age - late) * contract.instalment
    contract = replace(contract, date=date, first_due=add_months(date, 1), repaid_before=repaid, interest_paid_to=paid_to)
    stays = rng.choice((LATE, NEVER)) if late else manner(rng, habits)
    return Loan(contract, stays, contract.principal - repaid, paid_to, GONE if late and stays == NEVER else 0)


def _otherwise(odd: Random, loan: Loan, person: Person, last_time: dt.date, habits: Habits) -> Loan:
    """Put a loan on other terms; where its instalments change, it is one that was repaid in time so far."""
    varied = vary(odd, replace(loan.contract, repaid_before=0, interest_paid_to=None), habits)
    if varied.every == 1 and not varied.once:
        loan.contract = replace(loan.contract, method=varied.method)
        return loan
    step = months_between(varied.date, varied.first_due)
    age = odd.randrange(min(step * varied.instalments, months_between(person.joined, last_time) + 1))
    date, settled = add_months(last_time, -age), age // step
    paid_to, repaid = add_months(date, settled * step), settled * varied.instalment
    contract = replace(varied, date=date, first_due=add_months(date, step), repaid_before=repaid, interest_paid_to=paid_to)
    return Loan(contract, STEADY, contract.principal - repaid, paid_to)


def _old_debts(odd: Random, grown: list[Person], borrowers: set[str], last_time: dt.date, rules: Bylaws, habits: Habits) -> list[Loan]:
    """Make debts nobody has repaid for years."""
    loans = []
    there = [person for person in grown if person.id not in borrowers and person.joined <= add_months(last_time, -OLD[0])]
    for person in odd.sample(there, min(len(there), habits.bad_debts)):
        contract = agree(odd, person.id, person.opening // 4, last_time, rules, seasonal=False)
        date = add_months(last_time, -odd.randint(OLD[0], min(OLD[1], months_between(person.joined, last_time))))
        settled = odd.randint(0, min(OLD_REPAID, contract.instalments - 1))
        repaid, paid_to = settled * contract.instalment, add_months(date, settled)
        contract = replace(contract, date=date, first_due=add_months(date, 1), repaid_before=repaid, interest_paid_to=paid_to)
        loan = Loan(contract, NEVER, contract.principal - repaid, paid_to, GONE)
        loans += [loan] if _guaranteed(odd, loan, grown) else []
    return loans


def _numbered(rng: Random, loans: list[Loan], first_day: dt.date) -> list[Loan]:
    """Give carried contracts their numbers within the fund year they were made in, leaving out those repaid since."""
    counts: dict[int, int] = {}
    for loan in loans:
        back = -(-_months(loan.contract.date, first_day) // 12)
        counts[back] = counts.get(back, 0) + rng.randint(1, 2)
        year, minute = first_day.year + 543 - back, 12 * back - _months(loan.contract.date, first_day) + 1
        loan.contract = replace(loan.contract, number=f"กู้ {counts[back]}/{year}", minute=f"{minute}/{year}")
    return loans


def _months(date: dt.date, first_day: dt.date) -> int:
    """Calendar months from the month of a day to the first month of the year."""
    return (first_day.year - date.year) * 12 + first_day.month - date.month
