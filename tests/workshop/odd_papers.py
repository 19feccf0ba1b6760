"""Odd things of papers and people: how receipts, cash and members stand in the book."""

import datetime as dt
from collections import Counter
from itertools import pairwise

from tests.workshop.fold import fold
from tests.workshop.odd import oddity, of, operating_days
from workshop.events import Banked, StatusChanged, Withdrew, Year
from workshop.receipts import Cancelled, Joined, Prepaid, Repaid, Reversed, Saved


@oddity(one_by_one=1)
def receipts_in_the_cash_book_a_row_each(year: Year) -> bool:
    return year.one_by_one == set(operating_days(year))


@oddity(one_by_one=0.5)
def a_row_a_day_and_a_row_a_receipt_in_one_year(year: Year) -> bool:
    return bool(year.one_by_one) and year.one_by_one < set(operating_days(year))


@oddity(late_banking=1)
def cash_is_banked_weeks_later(year: Year) -> bool:
    days = operating_days(year)
    return any((event.date - max(day for day in days if day < event.date)).days > 10 for event in of(year, Banked))


def _taken_back(year: Year, kind: type, *, later_on: bool) -> bool:
    return any((event.date > fact.date) == later_on and isinstance(fact, kind) for event in of(year, Reversed) for fact in event.facts)


@oddity(wrong_today=0.05)
def savings_reversed_the_same_day(year: Year) -> bool:
    return _taken_back(year, Saved, later_on=False)


@oddity(wrong_today=0.05)
def a_repayment_reversed_the_same_day(year: Year) -> bool:
    return any(fact.months and fact.interest for event in of(year, Reversed) for fact in event.facts if isinstance(fact, Repaid) and fact.date == event.date)


@oddity(wrong_today=0.05, carried=0.4)
def a_repayment_entered_on_another_s_contract(year: Year) -> bool:
    return any(isinstance(fact, Repaid) and fact.payer != fact.member for event in of(year, Reversed) for fact in event.facts)


@oddity(wrong_till_later=0.05)
def savings_reversed_on_a_later_day(year: Year) -> bool:
    return _taken_back(year, Saved, later_on=True)


@oddity(wrong_till_later=0.1, terms=1, carried=0.4)
def a_repayment_reversed_on_a_later_day(year: Year) -> bool:
    return _taken_back(year, Repaid, later_on=True)


@oddity(cancelled=0.02, spoiled_twice=1)
def two_receipts_spoiled_in_a_row(year: Year) -> bool:
    return any(one.receipt[0] == two.receipt[0] and two.receipt[1] - one.receipt[1] == 1 for one, two in pairwise(of(year, Cancelled)))


@oddity(spoiled_edges=1)
def the_first_and_the_last_receipt_of_a_book_spoiled(year: Year) -> bool:
    return {1, 100} <= {event.receipt[1] for event in of(year, Cancelled)}


@oddity(collectors=3)
def three_receipt_books_in_use_at_once(year: Year) -> bool:
    days: dict[dt.date, set[int]] = {}
    for event in of(year, Saved):
        assert event.receipt is not None
        days.setdefault(event.date, set()).add(event.receipt[0])
    return len(set(year.collectors.values())) == 3 and any(len(books) >= 3 for books in days.values())


@oddity(month_end=1)
def an_operating_day_on_the_leap_day(year: Year) -> bool:
    return dt.date(2024, 2, 29) in operating_days(year)


@oddity(citizen_ids=0.5)
def some_members_with_citizen_ids(year: Year) -> bool:
    return {bool(person.citizen_id) for person in year.people} == {True, False}


@oddity(fathers=1)
def father_and_son_of_one_name_in_one_house(year: Year) -> bool:
    living = Counter((person.first, person.last, person.house) for person in year.people)
    alike = [person for person in year.people if living[person.first, person.last, person.house] > 1]
    return len(alike) == 2 and len({person.citizen_id for person in alike}) == 2 and "" not in {person.citizen_id for person in alike}


@oddity()
def namesakes_in_different_houses(year: Year) -> bool:
    names = Counter((person.first, person.last) for person in year.people)
    alike = [person for person in year.people if names[person.first, person.last] > 1]
    return len(alike) == 2 and len({person.house for person in alike}) == 2


@oddity(brief=1)
def one_who_joins_and_leaves_in_the_year(year: Year) -> bool:
    return bool({event.member for event in of(year, Joined)} & {event.member for event in of(year, Withdrew) if event.left})


@oddity(applied=1, joiners=0.1)
def one_who_pays_the_fee_and_is_accepted_later(year: Year) -> bool:
    joined = {person.id: person.joined for person in year.people}
    return any(joined[event.member] > event.date for event in of(year, Joined))


@oddity(readmitted=3, leavers=0.2, citizen_ids=1)
def one_who_comes_back_under_a_new_number(year: Year) -> bool:
    left = {event.member for event in of(year, StatusChanged) if event.status == "ลาออก"}
    ids = {person.citizen_id: person.id for person in year.people if person.id in left}
    return any(person.citizen_id in ids and person.joined >= year.first_day for person in year.people if person.id not in left)


@oddity(harvest=0.05)
def more_saved_after_the_harvest(year: Year) -> bool:
    pledges = {person.id: person.pledge for person in year.people}
    return any(event.amount > pledges[event.member] for event in of(year, Saved))


@oddity(new_pledges=0.05)
def another_pledge_from_a_month_on(year: Year) -> bool:
    first = {event.member: event.amount for event in reversed(of(year, Saved))}
    return any(first.get(person.id, person.pledge) != person.pledge for person in year.people)


@oddity(handed_over=1)
def another_secretary(year: Year) -> bool:
    return [each.post for each in year.handed_over] == ["เลขานุการ"]


@oddity(confirmed=0.3)
def passbooks_compared_with_the_register(year: Year) -> bool:
    *_, (_, _, savings, _) = fold(year)
    return len(year.proofs.confirmed) > 2 and all(savings[member] == amount for member, amount in year.proofs.confirmed)


@oddity(signed=1)
def every_month_closed_and_signed(year: Year) -> bool:
    return year.proofs.signed


@oddity(last_day_joiners=1)
def one_who_joins_on_the_last_operating_day(year: Year) -> bool:
    return any(event.date == operating_days(year)[-1] for event in of(year, Joined))


@oddity(savings_ahead=0.05)
def savings_of_coming_months_in_one_receipt(year: Year) -> bool:
    return any((event.month - event.date.month) % 12 in (1, 2, 3) for event in of(year, Saved))


@oddity(next_year=0.3)
def savings_for_next_year(year: Year) -> bool:
    return any(event.date == operating_days(year)[-1] for event in of(year, Prepaid))
