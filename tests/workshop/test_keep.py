"""The year as kept in the book against an independent reading of the same facts: every balance, to the satang."""

import datetime as dt
from collections import deque

import pytest

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import Filled, fill
from tests.workshop.fold import fold
from workshop.events import Year
from workshop.keep import keep
from workshop.year import simulate

SIZES = ((12, "2024-01-01"), (30, "2024-07-01"), (45, "2023-04-01"), (60, "2023-10-01"), (90, "2024-03-01"), (150, "2025-01-01"))
YEARS = [(seed, members, dt.date.fromisoformat(first)) for seed, (members, first) in enumerate(SIZES, 11)]
FORTY = [(seed, 12 + seed % 5 * 9, dt.date(2023 + seed % 3, 1 + seed * 5 % 12, 1)) for seed in range(100, 140)]


def kept(year: Year, members: int) -> Filled:
    size = Size(members)
    book = savings_group(size)
    return fill(book, size, keep(year, book.tables["rules"].initial[0]))


def by_key(filled: Filled, table: str, key: str, value: str) -> dict[str, int]:
    columns = filled[table].columns
    return {str(name): int(amount or 0) for name, amount in zip(columns[key], columns[value], strict=True) if name}  # type: ignore[arg-type] # money


@pytest.mark.parametrize(("seed", "members", "first"), YEARS + FORTY)
def test_the_book_gives_the_balances_of_the_facts(seed: int, members: int, first: dt.date) -> None:
    year = simulate(seed, members, first)
    filled = kept(year, members)
    _, ledger, savings, owed = deque(fold(year), maxlen=1).pop()

    assert by_key(filled, "savings", "member", "closing") == savings
    assert by_key(filled, "loans", "number", "balance") == owed
    trial = by_key(filled, "trial_balance", "code", "balance")
    assert {code: amount for code, amount in trial.items() if amount} == {code: amount for code, amount in ledger.items() if amount}
    assert filled["count"].columns["book"] == [ledger["11010"]]
    assert filled["bank_proof"].columns["book"] == [ledger["12110"]]


@pytest.mark.parametrize(("seed", "members", "first"), YEARS)
def test_every_control_of_the_book_agrees_and_income_closes(seed: int, members: int, first: dt.date) -> None:
    filled = kept(simulate(seed, members, first), members)
    assert set(filled["controls"].columns["state"]) == {"ตรงกัน"}
    after = by_key(filled, "trial_balance", "code", "after_closing")
    assert not [code for code, amount in after.items() if code[0] in "45" and amount]
    assert filled["cards"].columns["interest"] == filled["cards"].columns["interest_due"]
    assert filled["cards"].columns["fine"] == filled["cards"].columns["fine_due"]
