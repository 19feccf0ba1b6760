"""Odd things of the fund's own money and of the year as a whole."""

import datetime as dt
from decimal import Decimal

from tests.workshop.fold import fold
from tests.workshop.odd import agreed, oddity, of, operating_days
from workshop.events import Adjusted, Advanced, Cleared, Granted, Helped, Lent, Moved, PaidShare, Resolved, Spent, Year
from workshop.receipts import Joined, Repaid, Saved


@oddity(helped=3, minutes=1)
def welfare_by_right(year: Year) -> bool:
    return bool(of(year, Helped)) and all(event.amount <= event.ceiling for event in of(year, Helped))


@oddity(second_bank=1, fees=3)
def fees_of_both_banks(year: Year) -> bool:
    return {event.bank for event in of(year, Spent) if event.item == "ค่าธรรมเนียมธนาคาร"} == {1, 2}


@oddity(second_bank=1, transfers=0.5)
def money_moved_between_two_banks(year: Year) -> bool:
    return {event.source for event in of(year, Moved)} == {1, 2} and {event.bank for event in of(year, Saved) if event.channel == "โอน"} == {1, 2}


@oddity(grants=1)
def a_grant(year: Year) -> bool:
    return bool(of(year, Granted))


@oddity(equipment=1)
def depreciation(year: Year) -> bool:
    return any(event.debit == "57010" for event in of(year, Adjusted))


@oddity(advances=2)
def an_advance_cleared_with_cash_brought_back(year: Year) -> bool:
    return bool(of(year, Advanced)) and any(event.returned for event in of(year, Cleared))


@oddity(claims=0.5, unclaimed=0.4)
def dividends_of_earlier_years_collected(year: Year) -> bool:
    old = {person.id: person.unpaid_dividend for person in year.people if person.unpaid_dividend}
    return any(old.get(member, amount + 1) <= amount for event in of(year, PaidShare)[1:] for member, amount in event.dividends)


@oddity(dividend_offsets=6, carried=0.4)
def interest_paid_out_of_a_dividend(year: Year) -> bool:
    return any(event.channel == "หักปันผล" and event.interest for event in of(year, Repaid))


@oddity(dividend_offsets=6)
def savings_paid_out_of_a_dividend(year: Year) -> bool:
    return any(event.channel == "หักปันผล" for event in of(year, Saved))


@oddity(bylaws=1, carried=0.4, late=0.6)
def by_laws_that_round_up_and_fine_otherwise(year: Year) -> bool:
    rules = year.bylaws
    return rules.interest_direction == "ปัดขึ้น" and rules.fine_rate == Decimal("0.01") and any(event.fine for event in of(year, Repaid))


@oddity(first_year=True)
def a_first_year(year: Year) -> bool:
    everyone = [event for event in of(year, Joined) if event.date == operating_days(year)[0]]
    return not any(year.opening.values()) and not of(year, Resolved) and len(everyone) >= 20 and bool(of(year, Lent))


@oddity(loss=True)
def a_year_of_loss(year: Year) -> bool:
    *_, (_, ledger, _, _) = fold(year)
    return sum(amount for code, amount in ledger.items() if code[0] in "45") > 0


@oddity(after_loss=True)
def a_year_after_a_loss(year: Year) -> bool:
    return year.opening["33010"] > 0 and not of(year, Resolved)


@oddity(carried=0, lent=0)
def a_year_without_loans(year: Year) -> bool:
    return not agreed(year)


@oddity(counted_later=1)
def cash_counted_after_the_year_s_end(year: Year) -> bool:
    return year.proofs.counted_on == year.last_day + dt.timedelta(days=2) and year.proofs.received_since > 0 and year.proofs.paid_since > 0


@oddity(in_transit=1)
def a_deposit_in_transit(year: Year) -> bool:
    return year.proofs.in_transit.get(1, 0) > 0


@oddity(outstanding=1)
def a_payment_outstanding(year: Year) -> bool:
    return year.proofs.outstanding.get(1, 0) > 0
