"""Debts carried from earlier years: those that fall due at this year's rounds, some overdue since last year, a few given up long ago."""

import datetime as dt
from dataclasses import replace

from addin.udfs import add_months, months_between
from workshop.facts import Contract, Person
from workshop.lending import LATE, NEVER, STEADY, manner
from workshop.people import adult

from .debts import BANKS_MONEY, BY_COMMITTEE, OWN, STEP, Debt, monthly, urgent, yearly
from .fund import VillageFund
from .lending import LETTERS, first_instalment

ONE_DAY = dt.timedelta(days=1)
OLD = (14, 40)
"""Months ago that a debt of those who never come fell due."""
SAME_WEEK = (0, 0, 1, 3, 6)
"""Days after the operating day of a round on which last year's loans were paid out, so that they fall due then."""
MOST_LENT = 95
"""Per cent of the million lent out on the first day, at most."""


def carry(fund: VillageFund, rounds: list[dt.date], monies: dict[int, int]) -> list[Contract]:
    """Make the debts of the first day, oldest first; ``monies`` is what each บัญชี may have lent."""
    grown = [person for person in fund.members() if adult(person, add_months(fund.first_day, -48))]
    count = round(len(fund.village.people) * fund.habits.carried)
    borrowers = fund.rng.sample(grown, min(len(grown), count))
    debts = [_old(fund, person) for person in borrowers[: fund.habits.bad_debts]]
    debts += [_usual(fund, person, rounds) for person in borrowers[fund.habits.bad_debts :]]
    debts += [_urgent(fund, person) for person in fund.rng.sample(grown, min(len(grown), fund.habits.emergencies // 2))]
    others = [person for person in grown if person not in borrowers]
    debts += [_on_lent(fund, person, rounds) for person in fund.rng.sample(others, min(len(others), 8))] if monies.get(BANKS_MONEY) else []
    room, kept = {purse: money * MOST_LENT // 100 for purse, money in monies.items()}, []
    for debt in sorted(debts, key=lambda debt: (debt.contract.date, debt.contract.member)):
        purse = debt.contract.purse
        if debt.balance <= room.get(purse, 0) and debt.contract.date < fund.first_day and _guaranteed(fund, debt, grown):
            room[purse] -= debt.balance
            kept.append(debt)
            _numbered(fund, debt, len(kept))
    return [debt.contract for debt in kept]


def _usual(fund: VillageFund, person: Person, rounds: list[dt.date]) -> Debt:
    """Make a loan that falls due at one of this year's rounds, or fell due last year; a few are repaid month by month."""
    due = fund.rng.choice(rounds) + dt.timedelta(days=fund.rng.choice(SAME_WEEK))
    if fund.rng.random() < fund.habits.arrears:
        return _overdue(fund, person, add_months(due, -12))
    principal = fund.rng.randint(5, fund.bylaws.loan_most // STEP) * STEP
    contract = yearly(person.id, add_months(due, -12), due, principal, fund.bylaws, fund.rng)
    if fund.rng.random() < fund.habits.by_month:
        return _by_month(fund, contract)
    return Debt(contract, manner(fund.rng, fund.habits), principal, contract.date)


def _overdue(fund: VillageFund, person: Person, due: dt.date) -> Debt:
    """Make a debt overdue since last year: nothing was brought yet, or the interest and a part some time after it fell due."""
    principal = fund.rng.randint(5, fund.bylaws.loan_most // STEP) * STEP
    contract = yearly(person.id, add_months(due, -12), due, principal, fund.bylaws, fund.rng)
    stays = fund.rng.choice((LATE, LATE, NEVER))
    days = (fund.first_day - due).days
    if days < 2 or fund.rng.random() < 0.5:  # noqa: PLR2004 (a day between; half and half)
        return Debt(contract, stays, principal, contract.date)
    repaid = fund.rng.randint(0, principal // 2)
    paid_to = due + dt.timedelta(days=fund.rng.randint(0, days - 1))
    contract = replace(contract, repaid_before=repaid, interest_paid_to=paid_to)
    return Debt(contract, stays, principal - repaid, paid_to)


def _by_month(fund: VillageFund, contract: Contract) -> Debt:
    """Make a loan repaid month by month, in time so far."""
    varied = monthly(contract, fund.rng, first_instalment(fund, contract.date))
    fallen = months_between(varied.first_due, fund.first_day - ONE_DAY) + 1 if varied.first_due < fund.first_day else 0
    settled = min(varied.instalments - 1, fallen)
    if not settled:
        return Debt(varied, STEADY, varied.principal, varied.date)
    last = add_months(varied.first_due, settled - 1)
    repaid, paid_to = settled * varied.instalment, add_months(varied.date, months_between(varied.date, last))
    varied = replace(varied, repaid_before=repaid, interest_paid_to=paid_to)
    return Debt(varied, STEADY, varied.principal - repaid, paid_to)


def _urgent(fund: VillageFund, person: Person) -> Debt:
    """Make an emergency loan of the last months of last year."""
    date = fund.first_day - dt.timedelta(days=fund.rng.randint(5, 55))
    terms = yearly(person.id, date, add_months(date, fund.rng.randint(2, 4)), fund.rng.randint(1, 4) * STEP, fund.bylaws, fund.rng)
    return Debt(replace(urgent(terms), approver=BY_COMMITTEE), manner(fund.rng, fund.habits), terms.principal, date)


def _on_lent(fund: VillageFund, person: Person, rounds: list[dt.date]) -> Debt:
    """Make a loan of last year out of what a bank lent to the fund."""
    due = rounds[-1]
    contract = yearly(person.id, add_months(due, -12), due, fund.rng.randint(5, 20) * STEP, fund.bylaws, fund.rng)
    return Debt(replace(contract, purse=BANKS_MONEY), manner(fund.rng, fund.habits), contract.principal, contract.date)


def _old(fund: VillageFund, person: Person) -> Debt:
    """Make a debt that nobody has repaid for years."""
    due = add_months(fund.first_day, -fund.rng.randint(*OLD))
    principal = fund.rng.randint(3, 8) * STEP
    contract = yearly(person.id, add_months(due, -12), due, principal, fund.bylaws, fund.rng)
    return Debt(replace(contract, interest_paid_to=due), NEVER, principal, due)


def _guaranteed(fund: VillageFund, debt: Debt, grown: list[Person]) -> bool:
    """Find guarantors, none of whom stands good for too many; emergency loans need none."""
    if debt.contract.purse == OWN:
        return True
    standing = [member for contract in fund.agreed.values() for member in contract.guarantors]
    most = fund.bylaws.guarantees_most
    others = [person.id for person in grown if person.id != debt.contract.member and not (most and standing.count(person.id) >= most)]
    if len(others) >= fund.bylaws.guarantors_least:
        debt.contract = replace(debt.contract, guarantors=tuple(fund.rng.sample(others, fund.bylaws.guarantors_least)))
        return True
    return False


def _numbered(fund: VillageFund, debt: Debt, place: int) -> None:
    """Give a contract its number within the year of its first day, and enter it."""
    before = -(-((fund.first_day.year - debt.contract.date.year) * 12 + fund.first_day.month - debt.contract.date.month) // 12)
    number = f"{LETTERS[debt.contract.purse]} {place}/{fund.till.be_year - before}"
    minute = f"{1 + place % 2}/{fund.till.be_year - before}"
    debt.contract = replace(debt.contract, number=number, minute=minute)
    fund.loans[number] = debt
    fund.agreed[number] = debt.contract
