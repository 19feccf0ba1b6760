"""Several years of one fund: each begins where the last one ended, to the satang."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from .claims import claims
from .closed import AHEAD, CASH_BOX, DIVIDENDS, LOANS, PROFIT, RETURNS, SAVINGS, WELFARE, Closed
from .events import StatusChanged, Year
from .facts import BANKS, Brought, Person
from .fund import Fund
from .habits import USUAL, Habits
from .lending import Loan
from .meeting import DOUBTFUL
from .profit import Shared, share_out
from .till import Till
from .typed.opening import last_numbers
from .year import Begun, begin, live

ONE_DAY = dt.timedelta(days=1)


def years_in_a_row(seed: int, members: int, first_day: dt.date, count: int, *, habits: Habits = USUAL) -> list[Year]:
    """Live through so many years. The first is as ``simulate`` gives it; a longer row begins with the same years as a shorter one.

    Cash is counted on the last day itself: what would come before a later count is the next year's.
    Raises as ``simulate``, and ValueError for fewer years than one.
    """
    if count < 1:
        raise ValueError(f"{count} years: at least one")
    begun = begin(seed, members, first_day, replace(habits, counted_later=0))
    years = [live(begun, seed)]
    while len(years) < count:
        begun = _follow(begun.fund, years[-1])
        years.append(live(begun, seed))
    return years


def _follow(fund: Fund, year: Year) -> Begun:
    """Begin the year after one that was lived: every figure is read from its facts, the people go on as they are."""
    closed = Closed(year)
    accounts = closed.accounts()
    profit = -accounts.get(PROFIT, 0)
    shared = share_out(profit, claims(year), year.bylaws) if profit > 0 else None
    people = list(_register(fund, year, closed, shared))
    after = _carried_on(fund, year, people, list(_loans(fund, closed)))
    after.pot, after.shared = profit, shared
    after.welfare, after.doubtful = -accounts.get(WELFARE, 0), -accounts.get(DOUBTFUL, 0)
    after.till.cash = accounts.get(CASH_BOX, 0)
    after.till.banks = {bank: accounts.get(BANKS[bank], 0) for bank in fund.till.banks}
    return Begun(after, accounts, list(after.agreed.values()))


def _register(fund: Fund, year: Year, closed: Closed, shared: Shared | None) -> Iterator[Person]:
    """Give the members, and of those who left the ones for whom money still waits, or who still owe."""
    owed = {account: closed.of(account) for account in (SAVINGS, DIVIDENDS, RETURNS, AHEAD)}
    waiting = set(fund.loans).union(*owed.values(), dict(shared.dividends) if shared else ())
    changes = {event.member: event for event in year.events if isinstance(event, StatusChanged)}
    for person in year.people:
        change = changes.get(person.id)
        status, left = (change.status, change.date) if change else (person.status, person.left)
        if left is None or person.id in waiting:
            savings, dividend, back, ahead = (amounts.get(person.id, 0) for amounts in owed.values())
            yield replace(person, opening=savings, unpaid_dividend=dividend, unpaid_return=back, prepaid=ahead, status=status, left=left)


def _loans(fund: Fund, closed: Closed) -> Iterator[Loan]:
    """Give the open contracts in the order of the register, with what was repaid so far; borrowers keep their ways."""
    live_loans, owed = {loan.contract.number: loan for loan in fund.loans.values()}, closed.of(LOANS)
    for number, contract in fund.agreed.items():
        if balance := owed.get(number):
            loan = live_loans[number]
            carried = replace(contract, repaid_before=contract.principal - balance, interest_paid_to=loan.paid_to)
            yield Loan(carried, loan.manner, balance, loan.paid_to, loan.missing, loan.back, loan.fined)


def _carried_on(fund: Fund, year: Year, people: list[Person], loans: list[Loan]) -> Fund:
    """Give the fund on the next first day: who is there, what waits for whom, what is still to be done."""
    first_day, habits = year.last_day + ONE_DAY, replace(fund.habits, first_year=False)
    fund.village.carry_on(people, first_day)
    fund.till.pads.turn()
    till = Till(fund.rng, fund.odd, year.bylaws, first_day.year + 543, habits, fund.till.pads)
    dues = {person.id: (person.unpaid_dividend, person.unpaid_return) for person in people if person.unpaid_dividend or person.unpaid_return}
    refunded = {member: sum(amount for _, other, amount in fund.refunds if other == member) for _, member, _ in fund.refunds}
    brought = Brought(tuple(people), _since(year), _visits(year, loans), year.amendments, last_numbers(year))
    return Fund(
        fund.rng, fund.odd, habits, fund.bylaws, first_day, fund.village, till, _offices(year), {loan.contract.member: loan for loan in loans},
        savings={person.id: person.opening for person in people}, gone={person.id for person in people if person.left}, dues=dues, uncollected=set(dues),
        heirs=fund.heirs, heirs_repaying=fund.heirs_repaying, refunds=fund.refunds, given_up=fund.given_up, keeps_minutes=fund.keeps_minutes,
        agreed={loan.contract.number: loan.contract for loan in loans}, amendments=list(year.amendments), place=fund.place, brought=brought,
        ahead={person.id: ahead for person in people if (ahead := person.prepaid - refunded.get(person.id, 0))},
    )  # fmt: skip


def _offices(year: Year) -> dict[str, str]:
    """Give who holds which post on the last day; who was elected in the year stands last."""
    left = {(each.post, each.before) for each in year.handed_over}
    return {post: member for post, member in year.committee if (post, member) not in left} | {each.post: each.after for each in year.handed_over}


def _since(year: Year) -> dict[str, dt.date]:
    before = year.brought.since if year.brought else {post: year.first_day for post, _ in year.committee}
    return before | {each.post: each.date for each in year.handed_over}


def _visits(year: Year, loans: list[Loan]) -> dict[str, tuple[dt.date, dt.date | None]]:
    numbers = {loan.contract.number for loan in loans}
    return {number: seen for number, seen in year.proofs.visits.items() if number in numbers}
