"""Laws of every simulated year, read by the plain fold beside it."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Sequence

import pytest

from tests.workshop.fold import BANK, CASH, LOANS, SAVINGS, Lines, fold
from workshop.events import Banked, BankInterest, Drew, Lent, PaidShare, Resolved, Spent, StatusChanged, Withdrew, Year
from workshop.facts import Contract, Receipt
from workshop.habits import Habits
from workshop.receipts import Cancelled, Joined, Offset, Repaid, Saved
from workshop.year import simulate

pytestmark = pytest.mark.long

FIRST_DAYS = (dt.date(2024, 1, 1), dt.date(2024, 7, 1), dt.date(2025, 1, 1), dt.date(2027, 4, 1), dt.date(2023, 3, 1))
EVERY = (Banked, BankInterest, Cancelled, Drew, Joined, Lent, Offset, PaidShare, Repaid, Resolved, Saved, Spent, StatusChanged, Withdrew)


def test_the_same_arguments_give_the_same_year_and_others_another() -> None:
    assert simulate(7, 60) == simulate(7, 60)
    assert simulate(7, 60) != simulate(8, 60)


@pytest.mark.parametrize(("members", "first_day"), [(11, dt.date(2024, 1, 1)), (30, dt.date(2024, 1, 2))])
def test_too_small_a_fund_and_a_year_from_the_middle_of_a_month_are_refused(members: int, first_day: dt.date) -> None:
    with pytest.raises(ValueError, match="at least 12"):
        simulate(1, members, first_day)


@pytest.mark.parametrize("size", [12, 30, 60, 150])
@pytest.mark.parametrize("seed", range(30))
def test_the_year_holds_together(seed: int, size: int) -> None:
    laws(simulate(seed, size, FIRST_DAYS[seed % len(FIRST_DAYS)]))


def test_a_usual_year_has_the_usual_size_and_everything_happens_in_it() -> None:
    years = [simulate(seed) for seed in range(10)]
    assert {type(event) for year in years for event in year.events} == set(EVERY)
    for year in years:
        repaid = [event for event in year.events if isinstance(event, Repaid)]
        saved = [event for event in year.events if isinstance(event, Saved)]
        assert 50 <= len(_agreed(year)) <= 75
        assert 2300 <= len(saved) + sum(2 + (event.fine > 0) for event in repaid) <= 3000
        assert len(Counter((person.first, person.last) for person in year.people)) == len(year.people) - 1
        assert any(event.fine and event.months in {2, 3} for event in repaid)
        assert any(event.month != event.date.month for event in saved)
        assert any(event.payer != event.member for event in saved)
        assert {event.channel for event in saved} == {"เงินสด", "โอน"}
        assert any(_late(contract, _end(year)[1][number], year.last_day) for number, contract in _agreed(year).items())
        assert any(event.amount % 100 for event in year.events if isinstance(event, Spent))


def test_a_big_savings_group_holds_together() -> None:
    laws(simulate(1, 2000))


@pytest.mark.parametrize("habits", [Habits(late=1, never=0, arrears=1), Habits(never=1, cancelled=0.5), Habits(offsets=0, deaths=9, leavers=0.3, joiners=0.4)])
def test_a_strange_village_holds_together(habits: Habits) -> None:
    for seed in range(5):
        laws(simulate(seed, 60, habits=habits))


def laws(year: Year) -> None:
    """Every law of one year."""
    _money(year)
    _order(year)
    _receipts(year)
    _savings(year)
    _repayments(year)
    _lending(year)
    _leaving(year)
    _sharing(year)


def _money(year: Year) -> None:
    assert sum(year.opening.values()) == 0
    assert year.opening[LOANS] == sum(contract.principal - contract.repaid_before for contract in year.contracts)
    assert year.opening[SAVINGS] == -sum(person.opening for person in year.people)
    assert year.opening["23041"] == -sum(person.unpaid_dividend for person in year.people)
    ledger: Lines = {}
    for event, ledger, savings, owed in fold(year):
        assert ledger[CASH] >= 0, event
        assert ledger[BANK] >= 0, event
        assert sum(ledger.values()) == 0, event
        assert savings[getattr(event, "member", year.people[0].id)] >= 0, event
        assert owed.get(getattr(event, "contract", "") if isinstance(event, Repaid | Offset) else "", 0) >= 0, event
    assert -ledger[SAVINGS] == sum(savings.values())
    assert ledger[LOANS] == sum(owed.values())
    assert sum(piece * count for piece, count in year.cash_count.items()) == ledger[CASH]
    assert min(year.cash_count.values()) > 0


def _order(year: Year) -> None:
    dates = [event.date for event in year.events]
    assert dates == sorted(dates)
    assert year.first_day <= dates[0] <= dates[-1] <= year.last_day
    for kind in (Banked, Drew):
        papers = [int(event.document.split()[1]) for event in year.events if isinstance(event, kind)]
        assert papers == list(range(1, len(papers) + 1))
    vouchers = [event.voucher for event in year.events if isinstance(event, Lent | Withdrew | Spent | PaidShare)]
    assert vouchers == [f"จ่าย {number}/{year.first_day.year + 543}" for number in range(1, len(vouchers) + 1)]
    for event in year.events:
        if isinstance(event, Joined | Saved | Repaid | Offset):
            assert 0 <= event.date.day - year.bylaws.operating_day <= 1
        if isinstance(event, Banked | Drew | BankInterest | Withdrew | Spent):
            assert event.amount > 0
        if isinstance(event, BankInterest):
            assert event.amount % 100, event


def _receipts(year: Year) -> None:
    slips = [slip for event in year.events if (slip := _slip(event)) is not None]
    counts = Counter(slips)
    used = [slip for slip, _ in itertools.groupby(slips)]
    first = year.receipt_books[0]
    expected = [(book, number) for book, low, high in year.receipt_books for number in range(low, high + 1)]
    assert used == expected
    assert [book for book, _, _ in year.receipt_books] == list(range(first[0], first[0] + len(year.receipt_books)))
    assert all(low == 1 for _, low, _ in year.receipt_books[1:])
    assert all(high == 100 for _, _, high in year.receipt_books[:-1])
    payers: dict[Receipt, set[tuple[str, str, dt.date]]] = {}
    for event in year.events:
        if isinstance(event, Saved | Repaid) and event.receipt:
            payers.setdefault(event.receipt, set()).add((event.payer, event.channel, event.date))
        if isinstance(event, Cancelled):
            assert counts[event.receipt] == 1
    assert {len(who) for who in payers.values()} == {1}


def _slip(event: object) -> Receipt | None:
    return event.receipt if isinstance(event, Joined | Saved | Repaid | Offset | Cancelled) else None


def _savings(year: Year) -> None:
    people, rules = {person.id: person for person in year.people}, year.bylaws
    months = Counter((event.member, event.month) for event in year.events if isinstance(event, Saved))
    assert set(months.values()) == {1}
    joined = {event.member: event for event in year.events if isinstance(event, Joined)}
    assert {person.id for person in year.people if person.joined >= year.first_day} == set(joined)
    for event in year.events:
        if isinstance(event, Saved):
            assert event.amount == people[event.member].pledge
            assert event.amount % rules.share_value == 0
            assert rules.savings_least <= event.amount <= rules.savings_most
            assert 0 <= (event.date.month - event.month) % 12 <= 1
            assert event.date >= people[event.member].joined
    for member, event in joined.items():
        assert event.fee == rules.entry_fee
        assert (people[member].joined, people[member].opening) == (event.date, 0)


def _agreed(year: Year) -> dict[str, Contract]:
    return {contract.number: contract for contract in [*year.contracts, *(event.contract for event in year.events if isinstance(event, Lent))]}


def _month_later(day: dt.date, months: int) -> dt.date:
    """Give the same day so many months on (operating days exist in every month)."""
    count = day.year * 12 + day.month - 1 + months
    return dt.date(count // 12, count % 12 + 1, day.day)


def _fine(contract: Contract, before: int, principal: int, day: dt.date, cap: int | None) -> int:
    """Reckon the fine by hand: each late instalment's part × whole months late × 0.25 %, satang dropped once."""
    dues = [_month_later(contract.first_due, number * contract.every) for number in range(contract.instalments)]
    low, satang_months = 0, 0
    for number, due in enumerate(dues, start=1):
        high = contract.principal if number == contract.instalments else number * contract.instalment
        part = min(high, before + principal) - max(low, before)
        months = (day.year - due.year) * 12 + day.month - due.month - (day.day < due.day)
        satang_months += max(0, part) * max(0, months // contract.every * contract.every)
        low = high
    fine = satang_months * 25 // 10_000 // 100 * 100
    return fine if cap is None else min(fine, cap)


def _repayments(year: Year) -> None:
    contracts = _agreed(year)
    paid_to = {number: contract.interest_paid_to or contract.date for number, contract in contracts.items()}
    owed: dict[str, int] = {number: contract.principal - contract.repaid_before for number, contract in contracts.items()}
    for event in year.events:
        if isinstance(event, Repaid):
            contract, balance = contracts[event.contract], owed[event.contract]
            assert event.member == contract.member
            assert event.principal > 0
            whole = (event.date.year - paid_to[event.contract].year) * 12 + event.date.month - paid_to[event.contract].month
            assert event.months == whole >= 1
            assert event.interest == balance // 100 // 100 * 100 * event.months
            assert event.fine == _fine(contract, contract.principal - balance, event.principal, event.date, year.bylaws.fine_cap), event
            paid_to[event.contract] = _month_later(paid_to[event.contract], event.months)
        if isinstance(event, Offset):
            assert event.principal == owed[event.contract] > 0
            assert (paid_to[event.contract].year, paid_to[event.contract].month) == (event.date.year, event.date.month)
        if isinstance(event, Repaid | Offset):
            owed[event.contract] -= event.principal


def _lending(year: Year) -> None:
    people, contracts = {person.id: person for person in year.people}, _agreed(year)
    assert len(contracts) == len(year.contracts) + sum(isinstance(event, Lent) for event in year.events)
    for contract in contracts.values():
        assert (contract.instalments - 1) * contract.instalment < contract.principal <= contract.instalments * contract.instalment
        assert contract.first_due == _month_later(contract.date, contract.every)
        assert 0 <= contract.repaid_before < contract.principal <= year.bylaws.loan_most
        parties = {contract.member, *contract.guarantors}
        assert len(parties) == 3
        assert all(people[member].joined <= contract.date for member in parties)
        assert all((contract.date - people[member].birth).days >= 20 * 365 for member in parties)
    _lent(year, contracts)


def _lent(year: Year, contracts: dict[str, Contract]) -> None:
    """Nobody borrows who owes, nobody guarantees who is late or gone, on the day of the loan."""
    gone: set[str] = set()
    for event, _, _, owed in fold(year):
        if isinstance(event, StatusChanged):
            gone.add(event.member)
        if isinstance(event, Lent):
            debts = [contracts[number] for number, balance in owed.items() if balance and number != event.contract.number]
            late = {contract.member for contract in debts if _late(contract, owed[contract.number], event.date)}
            assert event.contract.member not in {contract.member for contract in debts}
            assert not (gone | late) & {event.contract.member, *event.contract.guarantors}


def _late(contract: Contract, balance: int, day: dt.date) -> bool:
    fallen = sum(_month_later(contract.first_due, number * contract.every) <= day for number in range(contract.instalments))
    return contract.principal - balance < min(contract.principal, fallen * contract.instalment)


def _leaving(year: Year) -> None:
    savings, owed = _end(year)
    contracts = _agreed(year)
    left = {event.member: event.date for event in year.events if isinstance(event, StatusChanged)}
    resigned = {event.member for event in year.events if isinstance(event, StatusChanged) and event.status == "ลาออก"}
    assert left.keys() == {event.member for event in year.events if isinstance(event, Withdrew) and event.left}
    bound = {member for number, balance in owed.items() if balance for member in (contracts[number].member, *contracts[number].guarantors)}
    assert not bound & left.keys()
    for member, date in left.items():
        assert savings[member] == 0
        assert all(event.date <= date for event in year.events if isinstance(event, Saved) and member in {event.member, event.payer})
        assert not any(event.date == date and event.member == member and member in resigned for event in year.events if isinstance(event, Saved))
    assert not left.keys() & {member for _, member in year.committee}


def _end(year: Year) -> tuple[dict[str, int], dict[str, int]]:
    *_, (_, _, savings, owed) = fold(year)
    return savings, owed


def _sharing(year: Year) -> None:
    (resolved,) = [event for event in year.events if isinstance(event, Resolved)]
    (paid,) = [event for event in year.events if isinstance(event, PaidShare)]
    assert resolved.date == paid.date
    assert (resolved.date.year * 12 + resolved.date.month) - (year.first_day.year * 12 + year.first_day.month) == 1
    lines = dict(resolved.lines)
    assert sum(lines.values()) == -year.opening["33010"]
    for code, resolution, payment in (("23041", resolved.dividends, paid.dividends), ("23042", resolved.returns, paid.returns)):
        assert _total(resolution) == lines.get(code, 0)
        assert set(payment) <= set(resolution)
        assert all(amount > 0 and amount % year.bylaws.dividend_unit == 0 for _, amount in resolution)
        assert len(dict(resolution)) == len(resolution)
    assert 0 <= lines["34500"] - paid.committee < year.bylaws.dividend_unit


def _total(amounts: Sequence[tuple[str, int]]) -> int:
    return sum(amount for _, amount in amounts)
