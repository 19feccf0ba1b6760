"""Several years of one fund: what a year's book says at its end is what the next one begins with, to the satang and to the row."""

import datetime as dt
import itertools
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from templates.filled import Filled
from tests.workshop import by_hand
from tests.workshop.fold import fold
from tests.workshop.odd import of
from tests.workshop.rows import JANUARY, JULY, OCTOBER, PAIRS, ROWS, book_of, kept, of_each, row, shown, typed_by, typed_in
from workshop.events import Lent, PaidShare, Refunded, Resolved, StatusChanged, Withdrew, WroteOff
from workshop.facts import Contract
from workshop.habits import EVERY_ODDITY, Habits
from workshop.keep import carried_into, keep
from workshop.receipts import Prepaid, Repaid, Reversed, Saved
from workshop.year import simulate
from workshop.years import years_in_a_row

pytestmark = pytest.mark.long


@pytest.mark.parametrize("name", ROWS)
def test_every_book_of_a_row_ties_and_charges_as_the_by_laws_say(name: str) -> None:
    for number, year in enumerate(row(name)):
        filled = kept(name, number)
        assert set(filled["controls"].columns["state"]) == {"ตรงกัน"}
        assert filled["cards"].columns["interest"] == filled["cards"].columns["interest_due"]
        assert filled["cards"].columns["fine"] == filled["cards"].columns["fine_due"]
        for event, ledger, savings, owed in fold(year):
            assert min(ledger[place] for place in ("11010", "12110", "12120")) >= 0, event
            assert max(ledger[place] for place in ("23030", "23041", "23042", "34530")) <= 0, event
            assert savings[getattr(event, "member", year.people[0].id)] >= 0, event
            assert owed.get(event.contract, 0) >= 0 if isinstance(event, Repaid) else True, event
        there = {person.id for person in year.people}
        assert {event.payer for event in of(year, Saved)} <= there
        new = [person for person in year.people if person.joined >= year.first_day]
        assert not any(person.opening or person.unpaid_dividend or person.unpaid_return or person.prepaid for person in new)


@of_each
def test_every_account_opens_with_what_it_closed_with(name: str, number: int) -> None:
    opening = typed_by(carried_into(row(name)[number])["opening"], "account", "debit")
    opening |= {account: -amount for account, amount in typed_by(carried_into(row(name)[number])["opening"], "account", "credit").items()}
    assert opening == shown(kept(name, number - 1), "trial_balance", "code", "after_closing")
    assert sum(opening.values()) == 0


@of_each
def test_every_member_begins_with_what_was_theirs(name: str, number: int) -> None:
    before, last = row(name)[number - 1], kept(name, number - 1)
    brought = carried_into(row(name)[number])["opening_members"]
    ahead = Counter({person.id: person.prepaid for person in before.people})
    for event in of(before, Prepaid):
        ahead[event.member] += event.amount
    for back in of(before, Refunded):
        ahead[back.member] -= back.amount
    assert typed_by(brought, "member", "savings") == shown(last, "savings", "member", "closing")
    assert typed_by(brought, "member", "unpaid_dividend", "unpaid_return") == shown(last, "last_dividends", "member", "unpaid")
    assert typed_by(brought, "member", "prepaid") == {member: amount for member, amount in ahead.items() if amount}


@of_each
def test_the_register_goes_on_and_who_left_is_in_it_only_while_money_waits(name: str, number: int) -> None:
    before, after, last = row(name)[number - 1], row(name)[number], kept(name, number - 1)
    register, carried = keep(before, {})["members"], carried_into(after)
    ids = {each["id"] for each in carried["members"]}
    assert carried["members"] == [each for each in register if each["id"] in ids]
    waits = {member for place in ("savings", "last_dividends") for member in shown(last, place, "member", {"savings": "closing"}.get(place, "unpaid"))}
    waits |= {each["member"] for each in carried["opening_members"]} | {each["member"] for each in carried["loans"]}
    waits |= set(shown(last, "shares", "member", "total")) if after.opening.get("33010", 0) < 0 else set()
    assert ids == {each["id"] for each in register if each["status"] == "ปกติ" or each["id"] in waits}
    assert carried["opening_facts"][0]["headcount"] == sum(each["status"] == "ปกติ" for each in register)
    numbers = [int(person.id.rpartition("-")[2]) for person in after.people]
    assert numbers == sorted(set(numbers))
    given = {person.id: (person.first, person.last, person.birth) for person in before.people}
    assert all(given.get(person.id, (person.first, person.last, person.birth)) == (person.first, person.last, person.birth) for person in after.people)


def interest_to(last: Filled, contract: Contract) -> Any:
    """Give up to when interest is paid: as the ageing table says, or by the day to the last repayment."""
    cards, ages = last["cards"].columns, last["ageing"].columns
    if contract.method == "รายวัน":
        dates = [date for number, date in zip(cards["contract"], cards["date"], strict=True) if number == contract.number]
        loans = last["loans"].columns
        place = loans["number"].index(contract.number)
        return dates[-1] if dates else loans["interest_to"][place] or loans["date"][place]
    return ages["interest_to"][ages["contract"].index(contract.number)]


@of_each
def test_every_contract_goes_on_with_its_terms_and_its_arrears(name: str, number: int) -> None:
    before, after, last = row(name)[number - 1], row(name)[number], kept(name, number - 1)
    carried, owed = carried_into(after), shown(last, "loans", "number", "balance")
    expected = [
        each | {"repaid_before": each["principal"] - owed[each["number"]] or None, "interest_to": interest_to(last, contract)}
        for each, contract in zip(carried_over(keep(before, {})["loans"], owed), after.contracts, strict=True)
    ]
    assert carried["loans"] == expected
    rules = typed_in(after)["rules"][0] | {"report_date": before.last_day}
    ages = book_of(after, carried | {"rules": [rules]})["ageing"].columns
    for column in ("contract", "balance", "overdue", "overdue_instalments", "days", "bucket", "allowance", "followed_up", "acknowledged"):
        there = zip(last["ageing"].columns["contract"], last["ageing"].columns[column], strict=True)
        assert [value for each, value in zip(ages["contract"], ages[column], strict=True) if each] == [value for each, value in there if each in owed]


def carried_over(rows: list[dict[str, Any]], owed: dict[str, int]) -> list[dict[str, Any]]:
    return [each for each in rows if each["number"] in owed]


@of_each
def test_last_year_s_proposal_is_what_the_meeting_resolves_and_pays(name: str, number: int) -> None:
    year, last = row(name)[number], kept(name, number - 1)
    resolved = of(year, Resolved)
    pending = -year.opening.get("33010", 0)
    assert len(resolved) == (pending > 0)
    for event in resolved:
        proposed = Counter(shown(last, "allocation", "account", "allocated"))
        proposed["34100"] = int(last["year_end"].columns["reserve"][0] or 0)  # type: ignore[arg-type] # money
        for code, column in (("23041", "dividend_paid"), ("23042", "return_paid")):
            proposed[code] = int(last["year_end"].columns[column][0] or 0)  # type: ignore[arg-type] # money
        assert dict(event.lines) == {account: amount for account, amount in proposed.items() if amount}
        assert sum(amount for _, amount in event.lines) == pending
        assert dict(event.dividends) == shown(last, "shares", "member", "dividend")
        assert dict(event.returns) == shown(last, "shares", "member", "average_return")
        paid = next(each for each in of(year, PaidShare) if each.date == event.date)
        assert set(paid.dividends) <= set(event.dividends)
        assert set(paid.returns) <= set(event.returns)


@of_each
def test_the_committee_the_by_laws_and_the_numbers_go_on(name: str, number: int) -> None:
    before, after = row(name)[number - 1], row(name)[number]
    carried, typed = carried_into(after), typed_in(before)
    assert carried["committee"] == [each for each in typed["committee"] if "until" not in each]
    assert carried["dated_rules"] == typed.get("dated_rules", [])
    assert typed_in(after)["rules"] == [{**typed["rules"][0], "first_day": after.first_day} | ({"first_year": "ไม่ใช่"} if before.first_year else {})]
    facts, (book, _, slip) = carried["opening_facts"][0], before.receipt_books[-1]
    assert facts["last_receipt"] == f"{book}/{slip:03d}"
    assert facts["last_voucher"] == [each["voucher"] for each in typed["cash"] if each["kind"] == "จ่าย"][-1]
    used = [(book, slip) for year in (before, after) for book, first, last in year.receipt_books for slip in range(first, last + 1)]
    assert len(used) == len(set(used))
    open_books = {book: last for book, _, last in before.receipt_books if last < 100}
    assert all(first == open_books.get(book, 0) + 1 for book, first, _ in after.receipt_books)
    made = [each["number"] for year in (before, after) for each in keep(year, {})["loans"]]
    assert len(set(made)) == len(made) - len(carried["loans"])


@of_each
def test_what_was_taken_over_is_in_the_book_that_was_kept_on(name: str, number: int) -> None:
    year = row(name)[number]
    carried, typed = carried_into(year), keep(year, {})
    assert {table: carried[table] for table in ("opening", "opening_facts", "opening_members")} == {
        table: typed[table] for table in ("opening", "opening_facts", "opening_members")
    }
    assert typed.get("dated_rules", [])[: len(carried["dated_rules"])] == carried["dated_rules"]
    assert len({(each["rule"], each["value"]) for each in typed.get("dated_rules", [])}) == len(typed.get("dated_rules", []))
    seen = {each["number"]: each["followed_up"] for each in typed["loans"] if "followed_up" in each}
    assert all(seen[each["number"]] >= each["followed_up"] for each in carried["loans"] if "followed_up" in each)
    told = [{field: value for field, value in each.items() if field not in ("followed_up", "acknowledged")} for each in typed["loans"]]
    assert [each["number"] for each in carried["loans"]] == [each["number"] for each in typed["loans"]][: len(carried["loans"])]
    assert all(each.items() <= carried["loans"][place].items() for place, each in enumerate(told[: len(carried["loans"])]))
    assert [each["id"] for each in typed["members"]][: len(carried["members"])] == [each["id"] for each in carried["members"]]
    changed = {change.member for change in of(year, StatusChanged)}
    for each, now in zip(carried["members"], typed["members"], strict=False):
        assert {field for field in each if each[field] != now[field]} <= ({"pledge", "status", "left"} if each["id"] in changed else {"pledge"})


def test_savings_of_this_year_brought_last_year_become_savings_on_the_first_operating_day() -> None:
    seen = 0
    for name, number in PAIRS:
        year = row(name)[number]
        taken = {event.member: event for event in of(year, Prepaid) if event.amount < 0}
        back = {event.receipt for event in of(year, Reversed)}
        for member, event in taken.items():
            same = [saved for saved in of(year, Saved) if saved.member == member and saved.receipt == event.receipt]
            months = [(year.first_day.month - 1 + index) % 12 + 1 for index in range(len(same))]
            assert [saved.month for saved in same] == months
            assert sum(saved.amount for saved in same) == -event.amount
            others = [saved for saved in of(year, Saved) if saved.member == member and saved.receipt not in (event.receipt, *back)]
            assert not {saved.month for saved in others} & set(months)
            seen += 1
    assert seen > 20


def late(contract: Contract, day: dt.date) -> bool:
    return any(due < day and contract.repaid_before < wanted for due, wanted in by_hand.due_dates(contract))


def test_over_the_years_everything_that_can_wait_is_seen_to_wait() -> None:
    seen: Counter[str] = Counter()
    for name, number in PAIRS:
        year = row(name)[number]
        gone = {person.id for person in year.people if person.left and person.left < year.first_day}
        seen["a dividend waits for one who left"] += any(person.unpaid_dividend for person in year.people if person.id in gone)
        seen["an average return waits"] += any(person.unpaid_return for person in year.people)
        seen["one who left shares in last year's profit"] += any(member in gone for event in of(year, Resolved) for member, _ in event.dividends)
        borrowed = {contract.member for contract in year.contracts}
        seen["an heir gets the savings"] += any(event.member in gone - borrowed and event.left for event in of(year, Withdrew))
        seen["an heir goes on repaying"] += any(event.member in gone for event in of(year, Repaid))
        seen["too much brought last year is given back"] += any((event.date - year.first_day).days < 31 for event in of(year, Refunded))
        seen["a contract is late from year to year"] += any(late(contract, year.first_day) for contract in year.contracts)
        seen["a by-law was changed"] += bool(year.brought and year.brought.amendments)
        seen["a post was handed over"] += bool(year.brought and len(set(year.brought.since.values())) > 1)
        seen["a loss is brought forward"] += year.opening.get("33010", 0) > 0
    assert min(seen.values()) > 0, seen


@pytest.mark.parametrize("name", ROWS)
def test_what_a_fund_knows_of_people_it_knows_in_later_years(name: str) -> None:
    """To whom nothing is lent, in whose house money is brought together, whether the minutes are entered every month."""
    given_up: set[str] = set()
    for year in row(name):
        assert not any(given_up & {event.contract.member, *event.contract.guarantors} for event in of(year, Lent))
        borrowers = {contract.number: contract.member for contract in year.contracts}
        given_up |= {borrowers[event.contract] for event in of(year, WroteOff)}
    entered = [any(subject == "อนุมัติเงินกู้และเรื่องประจำเดือน" for _, _, subject in year.minutes) for year in row(name)]
    assert len(set(entered)) == 1


def test_who_stays_away_stays_away_in_later_years() -> None:
    before, after = years_in_a_row(23, 90, JANUARY, 2, habits=Habits(never=1, offsets=0))
    paid = {event.contract for event in of(before, Repaid) if event.date.month > 6}
    away = [contract.number for contract in after.contracts if contract.number not in paid and contract.first_due < dt.date(2024, 3, 1)]
    assert len(away) > 10
    assert not set(away) & {event.contract for event in of(after, Repaid)}


def test_a_year_without_a_receipt_hands_on_no_number_of_one() -> None:
    years = years_in_a_row(24, 12, JANUARY, 3, habits=Habits(skipped=1, joiners=0, carried=0, lent=0, deaths=0))
    for year in years:
        assert not typed_in(year)["receipts"]
        assert set(book_of(year, typed_in(year))["controls"].columns["state"]) == {"ตรงกัน"}
    facts = [carried_into(year)["opening_facts"][0] for year in years[1:]]
    assert not any("last_receipt" in each for each in facts)
    assert all(each["last_voucher"].startswith("จ่าย ") for each in facts)


def test_the_first_year_is_the_single_one_and_a_longer_row_begins_as_a_shorter_one() -> None:
    rows = [years_in_a_row(21, 30, JULY, count) for count in (1, 2, 3)]
    assert rows[0] == [simulate(21, 30, JULY)]
    assert rows[2][:1] == rows[0]
    assert rows[2][:2] == rows[1]
    assert rows[2] == years_in_a_row(21, 30, JULY, 3)
    assert [year.first_day for year in rows[2]] == [JULY, dt.date(2025, 7, 1), dt.date(2026, 7, 1)]
    assert all(after.first_day - before.last_day == dt.timedelta(days=1) for before, after in itertools.pairwise(rows[2]))


def test_ten_years_of_one_fund_hold_together() -> None:
    years = years_in_a_row(22, 30, OCTOBER, 10, habits=replace(EVERY_ODDITY, loss=False, fees=1, helped=1, equipment=1))
    assert len(years) == 10
    for before, after in itertools.pairwise(years):
        filled = book_of(before, typed_in(before))
        assert set(filled["controls"].columns["state"]) == {"ตรงกัน"}
        assert {account: amount for account, amount in after.opening.items() if amount} == shown(filled, "trial_balance", "code", "after_closing")


def test_no_years_at_all_and_a_year_without_one_before_it_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        years_in_a_row(1, 30, JANUARY, 0)
    with pytest.raises(ValueError, match="only invented"):
        carried_into(simulate(1, 30))
