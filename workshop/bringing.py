"""What people bring to the table: savings of this month, of others and of better ones, and repayments."""

from addin.udfs.interest import DAILY

from .facts import Person
from .fund import Fund
from .lending import AHEAD, EARLY, LATE, STEADY, Bill, Loan, brought
from .receiving import Slip
from .tasks import LAST, Plan

GUARANTOR_PAYS = 0.05
MOST_AHEAD = 3
"""Savings and instalments are brought for at most so many months more."""
HARVEST = (2, 3, 5)
"""Times the pledge one saves when the rice is sold."""
TEN_BAHT = 1_000


def saving(fund: Fund, plan: Plan, leaving: set[str], slips: dict[str, Slip]) -> None:
    """Bring this month's savings, and last month's where they were missed."""
    rng, missed, founding = fund.rng, fund.missed, plan.index == 0 and fund.habits.first_year
    fund.missed = {}
    absent: dict[str, bool] = {}
    _turn_savings(fund, plan, slips)
    for person in fund.members():
        payer = fund.payer(person.id)
        if payer not in absent:
            absent[payer] = rng.random() < fund.habits.skipped and not founding
        if person.id in leaving or person.joined > plan.date or plan.index in fund.prepaid.get(person.id, ()):
            continue
        if absent[payer]:
            fund.missed[person.id] = plan.date.month
            continue
        slip = slips.setdefault(payer, Slip())
        if person.id in missed and rng.random() < fund.habits.made_up:
            slip.saves.append((person.id, missed[person.id], fund.village.pledges[person.id]))
        slip.saves.append((person.id, plan.date.month, _amount(fund, person)))
        _save_ahead(fund, plan, person, slip)


def _turn_savings(fund: Fund, plan: Plan, slips: dict[str, Slip]) -> None:
    """Let what was brought last year for the coming months become savings of these months: on one receipt, with what the fund owed taken off."""
    for member, amount in fund.ahead.items():
        pledge, slip = fund.village.pledges[member], slips.setdefault(fund.payer(member), Slip())
        months = range(plan.index, plan.index + amount // pledge)
        slip.saves += [(member, _month(fund, index), pledge) for index in months]
        slip.ahead.append((member, -amount))
        fund.prepaid[member] = set(months)
    fund.ahead = {}


def _month(fund: Fund, index: int) -> int:
    """Give the calendar number of a month of the fund's year, counted from 0."""
    return (fund.first_day.month - 1 + index) % 12 + 1


def _amount(fund: Fund, person: Person) -> int:
    """Give what one saves this month: the pledge, a new pledge from now on, or more where the harvest was good."""
    odd, rules, pledges = fund.odd, fund.bylaws, fund.village.pledges
    if odd.random() < fund.habits.new_pledges:
        pledges[person.id] = max(rules.savings_least, min(rules.savings_most, pledges[person.id] + odd.choice((-1, 1, 2)) * rules.share_value))
    if odd.random() < fund.habits.harvest:
        return min(rules.savings_most // rules.share_value * rules.share_value, odd.choice(HARVEST) * pledges[person.id])
    return pledges[person.id]


def _save_ahead(fund: Fund, plan: Plan, person: Person, slip: Slip) -> None:
    """Bring the coming months too; on the last day those of next year, which the fund owes until then."""
    odd, habits, pledge = fund.odd, fund.habits, fund.village.pledges[person.id]
    if plan.index == LAST:
        if odd.random() < habits.next_year:
            slip.ahead.append((person.id, odd.randint(1, MOST_AHEAD) * pledge))
    elif odd.random() < habits.savings_ahead:
        coming = range(plan.index + 1, min(plan.index + odd.randint(1, MOST_AHEAD), LAST) + 1)
        fund.prepaid.setdefault(person.id, set()).update(coming)
        slip.saves += [(person.id, _month(fund, index), pledge) for index in coming]


def repaying(fund: Fund, plan: Plan, slips: dict[str, Slip]) -> None:
    """Bring what borrowers repay, or a guarantor in their place, or the heir of one who died."""
    for member, loan in fund.loans.items():
        principal = 0 if member in fund.estates else brought(fund.rng, loan, plan.date)
        if principal:
            payer = fund.heirs_repaying.get(member) or fund.payer(member)
            if loan.manner == LATE and fund.rng.random() < GUARANTOR_PAYS:
                payer = loan.contract.guarantors[0]
            slip = slips.setdefault(payer, Slip())
            slip.repays.append((loan, _bill(fund, plan, loan, principal, slip)))


def _bill(fund: Fund, plan: Plan, loan: Loan, principal: int, slip: Slip) -> Bill:
    """Reckon what is brought: what is due, or the coming months too, or all of it to borrow anew, or more than is owed."""
    odd, habits, contract = fund.odd, fund.habits, loan.contract
    if contract.member in fund.gone:
        return loan.bill(principal, plan.date, fund.bylaws)
    if principal < loan.balance and loan.manner in (STEADY, AHEAD, EARLY):
        if plan.usual and odd.random() < habits.renewals:
            bill = loan.bill(loan.balance, plan.date, fund.bylaws)
            fund.renewing[contract.member] = contract.number, bill.principal + bill.interest + bill.fine
            return bill
        ahead = min(odd.randint(1, MOST_AHEAD), LAST - plan.index)
        more = principal + ahead * contract.instalment
        if ahead and contract.every == 1 and contract.method != DAILY and more < loan.balance and odd.random() < habits.interest_ahead:
            return loan.bill(more, plan.date, fund.bylaws, ahead)
    elif principal == loan.balance and odd.random() < habits.overpaid:
        amount = odd.randint(1, 9) * TEN_BAHT
        slip.ahead.append((contract.member, amount))
        fund.refunds.append((plan.date, contract.member, amount))
    return loan.bill(principal, plan.date, fund.bylaws)
