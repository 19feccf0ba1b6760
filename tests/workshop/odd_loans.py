"""Odd things of loans: on what terms they are made, how they are repaid, cleared, renewed and given up."""

from decimal import Decimal

from tests.workshop.by_hand import later
from tests.workshop.fold import fold
from tests.workshop.odd import agreed, died, oddity, of, operating_days
from workshop.events import Adjusted, Lent, Refunded, WroteOff, Year
from workshop.receipts import Offset, Recourse, Repaid


@oddity(month_end=1, lent=0.5)
def contracts_of_the_last_days_of_a_month(year: Year) -> bool:
    return {29, 30, 31} & {event.contract.date.day for event in of(year, Lent)} != set()


@oddity()
def a_debt_cleared_out_of_savings(year: Year) -> bool:
    return bool(of(year, Offset))


@oddity(dead_debtors=1, carried=0.4)
def the_debt_of_the_dead_cleared_out_of_their_savings(year: Year) -> bool:
    return any(event.member in died(year) and event.date >= died(year)[event.member] for event in of(year, Offset))


@oddity(dead_debtors=1, carried=0.4, recourse=1)
def a_guarantor_pays_for_the_dead(year: Year) -> bool:
    return any(agreed(year)[event.contract].member in died(year) for event in of(year, Recourse))


@oddity(dead_debtors=1, carried=0.4, recourse=1, late=1)
def a_guarantor_pays_for_the_living(year: Year) -> bool:
    return any(agreed(year)[event.contract].member not in died(year) for event in of(year, Recourse))


@oddity(dead_debtors=1, heirs_repay=1, carried=0.4)
def an_heir_who_goes_on_repaying(year: Year) -> bool:
    heirs = {person.beneficiary for person in year.people if person.id in died(year)}
    return len({event.date for event in of(year, Repaid) if event.payer in heirs}) > 1


@oddity(land=0.5, lent=0.4)
def land_redeemed(year: Year) -> bool:
    return any(event.contract.kind == "ไถ่ถอนที่ดิน" and event.contract.collateral for event in of(year, Lent))


@oddity(visited=1, never=0.5, carried=0.4)
def borrowers_visited_and_debts_acknowledged(year: Year) -> bool:
    return {bool(acknowledged) for _, acknowledged in year.proofs.visits.values()} == {True, False}


@oddity(amended=1)
def the_rate_lowered_for_new_loans(year: Year) -> bool:
    return {event.contract.rate for event in of(year, Lent)} == {Decimal("0.12"), Decimal("0.10")}


@oddity(interest_ahead=0.3, carried=0.4)
def interest_of_several_months_ahead(year: Year) -> bool:
    paid = {number: contract.interest_paid_to or contract.date for number, contract in agreed(year).items()}
    seen = False
    for event in of(year, Repaid):
        paid[event.contract] = later(paid[event.contract], event.months)
        seen = seen or paid[event.contract] > later(event.date, 1)
    return seen


@oddity(overpaid=1, early=0.5, carried=0.4)
def too_much_repaid_and_given_back(year: Year) -> bool:
    return bool(of(year, Refunded))


@oddity(renewals=0.2, carried=0.4, late=0, never=0)
def a_loan_renewed(year: Year) -> bool:
    renewed = [event.contract for event in of(year, Lent) if event.contract.continues]
    repaid = {(event.contract, event.date) for event in of(year, Repaid)}
    return any((contract.continues, contract.date) in repaid and contract.cash_before for contract in renewed)


def _repaid_by(year: Year, method: str) -> bool:
    return any(agreed(year)[event.contract].method == method and event.interest for event in of(year, Repaid))


@oddity(methods=1, carried=0.4)
def interest_on_the_balance(year: Year) -> bool:
    return _repaid_by(year, "ลดต้นลดดอก")


@oddity(methods=1, carried=0.4)
def interest_on_the_whole_loan(year: Year) -> bool:
    return _repaid_by(year, "คงที่")


@oddity(methods=1, carried=0.4)
def interest_by_the_year(year: Year) -> bool:
    return _repaid_by(year, "รายปี")


@oddity(methods=1, carried=0.4)
def interest_by_the_day(year: Year) -> bool:
    return _repaid_by(year, "รายวัน")


@oddity(methods=1, carried=0.4)
def interest_by_tiers(year: Year) -> bool:
    return any(
        agreed(year)[event.contract].method == "ขั้นบันได" and owed[event.contract] + event.principal > 2_000_000
        for event, _, _, owed in fold(year)
        if isinstance(event, Repaid)
    )


def _repaid_every(year: Year, every: int, *, once: bool = False) -> bool:
    return any(contract.every == every and contract.once == once for event in of(year, Repaid) if (contract := agreed(year)[event.contract]))


@oddity(terms=1, carried=0.4)
def instalments_by_the_season(year: Year) -> bool:
    return _repaid_every(year, 3)


@oddity(terms=1, carried=0.4)
def instalments_by_the_year(year: Year) -> bool:
    return _repaid_every(year, 12)


@oddity(terms=1, carried=0.4)
def a_loan_repaid_at_once(year: Year) -> bool:
    return _repaid_every(year, 1, once=True)


@oddity(emergencies=3)
def an_emergency_loan_without_interest(year: Year) -> bool:
    free = {event.contract.number for event in of(year, Lent) if event.contract.kind == "ฉุกเฉิน" and not event.contract.rate}
    return any(event.contract in free and not event.interest for event in of(year, Repaid))


@oddity(any_day=0.3)
def a_loan_paid_out_between_operating_days(year: Year) -> bool:
    between = {event.contract.number for event in of(year, Lent) if event.date not in operating_days(year)}
    return any(event.contract in between for event in of(year, Repaid))


@oddity(from_bank=1, lent=0.5)
def a_loan_paid_out_of_the_bank(year: Year) -> bool:
    return any(event.bank for event in of(year, Lent))


@oddity(bad_debts=1)
def an_old_debt_written_off_as_an_expense(year: Year) -> bool:
    return any(event.account == "55050" for event in of(year, WroteOff))


@oddity(bad_debts=1, doubtful=1)
def an_old_debt_written_off_against_the_allowance(year: Year) -> bool:
    return any(event.account == "13110" for event in of(year, WroteOff))


@oddity(doubtful=1, never=0.5, carried=0.4)
def an_allowance_set_aside(year: Year) -> bool:
    return any(event.credit == "13110" for event in of(year, Adjusted))
