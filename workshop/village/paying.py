"""Who comes when to repay, and what is brought: in time, early, late in parts, or a guarantor in the borrower's place."""

import datetime as dt

from workshop.corrections import put_right
from workshop.lending import AHEAD, EARLY, LATE, NEVER, Bill, brought
from workshop.receiving import Slip, receive

from .debts import OWN, Debt
from .fund import VillageFund, Visit
from .purses import sort_out

WEEK = dt.timedelta(days=7)
LATE_BY, AGAIN = (3, 150), (20, 90)
"""Days after the due date on which a late borrower comes first, and until the next time."""
PARTS = (0.2, 0.3, 0.5, 0.7)


def expect_repayment(fund: VillageFund, debt: Debt) -> None:
    """Put in store when a debt that is repaid at once is repaid; one repaid month by month comes to every operating day."""
    if not debt.at_once:
        return
    due, number = debt.contract.first_due, debt.contract.number
    if debt.manner == NEVER:
        _by_guarantor(fund, debt)
    elif debt.manner == LATE or due < fund.first_day:
        _late(fund, debt)
    else:
        fund.expect(_in_time(fund, debt), Visit(number, 1), lambda date: open_office(fund, date))


def _in_time(fund: VillageFund, debt: Debt) -> dt.date:
    """Give the day somebody comes who pays in time: the operating day of the due date or before it, the due date itself, or months before."""
    due = debt.contract.first_due
    before = [day for day in fund.days if debt.contract.date < day <= due and day >= fund.first_day]
    if not before:
        return due
    if debt.manner in (EARLY, AHEAD) and len(before) > 1:
        return before[-2]
    return before[-1] if due - before[-1] <= WEEK else due


def _late(fund: VillageFund, debt: Debt) -> None:
    """Let a late borrower come: with the interest when it falls due, some time later with a part or two, then with the rest."""
    rng, habits, due, number = fund.rng, fund.habits, debt.contract.first_due, debt.contract.number
    if rng.random() < habits.interest_alone and due >= fund.first_day and not debt.contract.interest_paid_to:
        fund.expect(due, Visit(number, 0), lambda date: open_office(fund, date))
    day = max(due, fund.first_day) + dt.timedelta(days=rng.randint(*LATE_BY))
    while rng.random() < habits.part_payments:
        fund.expect(_near(fund, day), Visit(number, rng.choice(PARTS)), lambda date: open_office(fund, date))
        day += dt.timedelta(days=rng.randint(*AGAIN))
    fund.expect(_near(fund, day), Visit(number, 1), lambda date: open_office(fund, date))


def _by_guarantor(fund: VillageFund, debt: Debt) -> None:
    """Let a guarantor come once, months later, in the place of a borrower who stays away."""
    guarantors, due = debt.contract.guarantors, debt.contract.first_due
    if guarantors and fund.rng.random() < fund.habits.guarantor_pays:
        day = max(due, fund.first_day) + dt.timedelta(days=fund.rng.randint(60, 200))
        visit = Visit(debt.contract.number, fund.rng.choice(PARTS), fund.rng.choice(guarantors))
        fund.expect(_near(fund, day), visit, lambda date: open_office(fund, date))


def _near(fund: VillageFund, day: dt.date) -> dt.date:
    """Give the next operating day, if most people wait for it, or the day itself."""
    coming = [each for each in fund.days if each >= day]
    return coming[0] if coming and fund.rng.random() < 0.6 else day  # noqa: PLR2004 (most come on an operating day)


def open_office(fund: VillageFund, date: dt.date) -> None:
    """Take what is brought on a day that is no operating day."""
    since, slips = len(fund.till.events), dict[str, Slip]()
    bring(fund, date, slips)
    for payer, slip in slips.items():
        receive(fund, date, None, payer, slip)
    put_right(fund, date)
    sort_out(fund, date, since)


def bring(fund: VillageFund, date: dt.date, slips: dict[str, Slip]) -> None:
    """Let those come who were expected on the day."""
    for visit in fund.visits.pop(date, []):
        debt = fund.loans.get(visit.contract)
        if isinstance(debt, Debt) and debt.contract.date < date and not _came_today(debt, slips):
            bill = _bill(fund, debt, visit, date)
            if bill.principal + bill.interest + bill.fine:
                slips.setdefault(_payer(fund, debt, visit), Slip()).repays.append((debt, bill))


def _came_today(debt: Debt, slips: dict[str, Slip]) -> bool:
    return any(other is debt for slip in slips.values() for other, _ in slip.repays)


def _bill(fund: VillageFund, debt: Debt, visit: Visit, date: dt.date) -> Bill:
    if visit.part < 1:
        return debt.in_part(visit.part, date, fund.bylaws) if visit.part else debt.bill(0, date, fund.bylaws)
    bill = debt.bill(debt.balance, date, fund.bylaws)
    contract = debt.contract
    if contract.purse != OWN and not debt.late_days(date) and contract.member not in fund.gone:
        fund.renewing_at[contract.member] = contract.number, bill.principal + bill.interest + bill.fine
    return bill


def _payer(fund: VillageFund, debt: Debt, visit: Visit) -> str:
    """Name who brings it: a guarantor, the heir of one who died, whoever carries the house's money, or the borrower."""
    member = debt.contract.member
    if visit.payer and visit.payer not in fund.gone:
        return visit.payer
    return fund.heirs_repaying.get(member) or fund.payer(member)


def by_month(fund: VillageFund, date: dt.date, slips: dict[str, Slip]) -> None:
    """Let those come to an operating day who repay month by month."""
    for debt in fund.debts():
        principal = 0 if debt.at_once else brought(fund.rng, debt, date)
        if principal:
            slips.setdefault(_payer(fund, debt, Visit("", 0)), Slip()).repays.append((debt, debt.bill(principal, date, fund.bylaws)))
