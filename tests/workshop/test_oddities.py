"""Every legal odd thing happens, and the book that keeps it ties with an independent reading of the same facts, to the satang."""

import datetime as dt
from collections import deque
from dataclasses import replace

import pytest

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import Filled, fill, roomy
from tests.workshop import by_hand, odd_funds, odd_loans, odd_papers
from tests.workshop.fold import BANKS, fold
from tests.workshop.odd import ODDITIES, agreed, of
from workshop.events import Lent, Year
from workshop.habits import EVERY_ODDITY, KINDS_OF_YEAR, USUAL, Habits
from workshop.keep import Typed, keep
from workshop.receipts import Repaid, Reversed
from workshop.year import simulate

pytestmark = pytest.mark.long

MEMBERS, SEEDS = 24, range(1, 60)
FAMILIES = (odd_papers, odd_loans, odd_funds)
"""Importing them enters their oddities."""
SIZES = ((12, "2024-01-01"), (20, "2023-04-01"), (30, "2024-07-01"), (60, "2023-10-01"), (100, "2025-03-01"), (150, "2023-03-01"))
KINDS = [(kind, 40 + seed, *SIZES[seed % len(SIZES)]) for seed, kind in enumerate(KINDS_OF_YEAR)]
ODD_YEARS = [("every oddity", 60 + seed, members, first) for seed, (members, first) in enumerate(SIZES[:5] * 2)]


def kept(year: Year, members: int) -> tuple[Typed, Filled]:
    size = Size(members, year.banks)
    typed = keep(year, savings_group(size).tables["rules"].initial[0])
    size = roomy(savings_group, size, typed)
    return typed, fill(savings_group(size), size, typed)


def by_key(filled: Filled, table: str, key: str, value: str) -> dict[str, int]:
    columns = filled[table].columns
    return {str(name): int(amount or 0) for name, amount in zip(columns[key], columns[value], strict=True) if name}  # type: ignore[arg-type] # money


def ties(year: Year, members: int) -> Filled:
    """Hold the filled book against the fold: every member, contract and account, cash, banks, cards, and what is left after closing."""
    _, filled = kept(year, members)
    _, ledger, savings, owed = deque(fold(year), maxlen=1).pop()
    assert by_key(filled, "savings", "member", "closing") == savings
    assert by_key(filled, "loans", "number", "balance") == owed
    trial = by_key(filled, "trial_balance", "code", "balance")
    assert {code: amount for code, amount in trial.items() if amount} == {code: amount for code, amount in ledger.items() if amount}
    assert filled["count"].columns["at_year_end"] == filled["count"].columns["book"] == [ledger["11010"]]
    banks = [ledger.get(BANKS[bank], 0) for bank in range(1, year.banks + 1)]
    assert filled["bank_proof"].columns["adjusted"] == filled["bank_proof"].columns["book"] == banks
    assert set(filled["controls"].columns["state"]) == {"ตรงกัน"}
    after = by_key(filled, "trial_balance", "code", "after_closing")
    assert not [code for code, amount in after.items() if code[0] in "45" and amount]
    assert filled["cards"].columns["interest"] == filled["cards"].columns["interest_due"]
    assert filled["cards"].columns["fine"] == filled["cards"].columns["fine_due"]
    return filled


@pytest.mark.parametrize("name", ODDITIES)
def test_it_happens_and_the_book_ties(name: str) -> None:
    odd = ODDITIES[name]
    years = (simulate(seed, MEMBERS, odd.first_day, habits=replace(USUAL, **odd.habits)) for seed in SEEDS)
    year = next((year for year in years if odd.seen(year)), None)
    assert year is not None, f"{name} never happens"
    laws(year)
    ties(year, MEMBERS)


@pytest.mark.parametrize(("kind", "seed", "members", "first"), KINDS + ODD_YEARS)
def test_all_of_it_together_ties(kind: str, seed: int, members: int, first: str) -> None:
    year = simulate(seed, members, dt.date.fromisoformat(first), habits=KINDS_OF_YEAR[kind])
    laws(year)
    ties(year, members)


@pytest.mark.parametrize("seed", range(25))
def test_odd_years_of_every_kind_hold_together(seed: int) -> None:
    for habits in KINDS_OF_YEAR.values():
        laws(simulate(seed, 12 + seed * 3, dt.date(2023 + seed % 3, 1 + seed * 5 % 12, 1), habits=habits))


def test_what_is_odd_leaves_a_plain_year_as_it_was() -> None:
    """Names, loans and receipts of a plain year are drawn as before, whatever else could have happened."""
    plain = simulate(5, 30)
    counted = simulate(5, 30, habits=Habits(counted_later=1, in_transit=1, citizen_ids=1, equipment=1, one_by_one=1))
    assert [event for event in counted.events if isinstance(event, Repaid | Lent)] == [event for event in plain.events if isinstance(event, Repaid | Lent)]
    assert simulate(5, 30, habits=EVERY_ODDITY) == simulate(5, 30, habits=EVERY_ODDITY)


def laws(year: Year) -> None:
    """Hold at every moment, for debts at every day's end: nothing below zero, both sides equal, interest and fines as reckoned by hand."""
    contracts, taken_back = agreed(year), {event.receipt for event in of(year, Reversed)}
    owed = {number: contract.principal - contract.repaid_before for number, contract in contracts.items()}
    paid = {number: contract.interest_paid_to or contract.date for number, contract in contracts.items()}
    next_days = [event.date for event in year.events[1:]] + [dt.date.max]
    for (event, ledger, savings, book), next_day in zip(fold(year), next_days, strict=True):
        assert sum(ledger.values()) == 0, event
        assert min(ledger.get(code, 0) for code in ("11010", "12110", "12120", "14010")) >= 0, event
        assert max(ledger.get(code, 0) for code in ("23030", "23041", "23042", "34530", "13110")) <= 0, event
        assert min(savings.values()) >= 0, event
        assert min(book.values(), default=0) >= 0 or next_day == event.date, event
        if isinstance(event, Repaid) and event.receipt not in taken_back:
            contract, before, days = contracts[event.contract], owed[event.contract], (event.date - paid[event.contract]).days
            assert event.interest == by_hand.interest(contract, year.bylaws, before, event.months, days), event
            assert event.fine == by_hand.fine(contract, year.bylaws, before, event.principal, event.date), event
            owed[event.contract], paid[event.contract] = before - event.principal, event.date
    dates = [event.date for event in year.events]
    assert dates == sorted(dates)
    assert year.first_day <= dates[0] <= dates[-1] <= year.last_day
    _numbered(year)


def _numbered(year: Year) -> None:
    """Every receipt of every book is used, spoiled or reversed, once, in the order of the days."""
    used: dict[tuple[int, int], dt.date] = {}
    for event in year.events:
        receipt = getattr(event, "receipt", None)
        if isinstance(receipt, tuple):
            used.setdefault(receipt, event.date)
    assert sorted(used) == [(book, number) for book, first, last in year.receipt_books for number in range(first, last + 1)]
    for book, _, _ in year.receipt_books:
        days = [used[receipt] for receipt in sorted(used) if receipt[0] == book]
        assert days == sorted(days)
