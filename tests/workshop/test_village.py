"""A village fund's simulated year against a plain reading of its facts: its laws, and the book that keeps it, to the satang."""

import datetime as dt
from collections import deque
from fractions import Fraction

import pytest

from templates.books.village_fund import village_fund
from templates.declare import Size
from templates.filled import Filled, fill
from tests.workshop import by_hand
from tests.workshop.village_fold import fold
from workshop.events import Lent, Year
from workshop.facts import Contract
from workshop.receipts import Repaid, Reversed
from workshop.village.habits import EVERY_ODDITY, KINDS_OF_YEAR
from workshop.village.keep import keep_village
from workshop.village.laws import BY_DAY, VillageBylaws
from workshop.village.year import VillageYear, simulate_village

SIZES = ((8, "2024-01-01"), (20, "2023-04-01"), (40, "2024-07-01"), (60, "2023-10-01"), (90, "2024-03-01"), (150, "2025-01-01"))
YEARS = [("usual", 10 * place + 1, members, first) for place, (members, first) in enumerate(SIZES)]
YEARS += [("every oddity", 10 * place + 2, members, first) for place, (members, first) in enumerate(SIZES)]
YEARS += [(kind, 70 + 3 * place + shift, *SIZES[(place + 2 * shift) % 5]) for place, kind in enumerate(list(KINDS_OF_YEAR)[2:]) for shift in range(2)]


def lived(kind: str, seed: int, members: int, first: str) -> VillageYear:
    return simulate_village(seed, members, dt.date.fromisoformat(first), habits=KINDS_OF_YEAR[kind])


def kept(year: VillageYear, members: int) -> Filled:
    size = Size(members, year.banks)
    book = village_fund(size)
    return fill(book, size, keep_village(year, book.tables["rules"].initial[0]))


def by_key(filled: Filled, table: str, key: str, value: str) -> dict[str, int]:
    columns = filled[table].columns
    return {str(name): int(amount or 0) for name, amount in zip(columns[key], columns[value], strict=True) if name}  # type: ignore[arg-type] # money


@pytest.mark.parametrize(("kind", "seed", "members", "first"), YEARS)
def test_the_book_gives_the_balances_of_the_facts(kind: str, seed: int, members: int, first: str) -> None:
    year = lived(kind, seed, members, first)
    filled = kept(year, members)
    _, books = deque(fold(year), maxlen=1).pop()

    assert by_key(filled, "savings", "member", "closing") == books.savings
    assert by_key(filled, "capital", "member", "closing") == books.shares
    assert by_key(filled, "loans", "number", "balance") == books.owed
    trial = by_key(filled, "trial_balance", "code", "balance")
    assert {code: amount for code, amount in trial.items() if amount} == {code: amount for code, amount in books.ledger.items() if amount}
    assert filled["count"].columns["book"] == filled["count"].columns["at_year_end"] == [books.ledger["11010"]]
    banks = [books.ledger.get(year.bank_accounts[bank], 0) for bank in range(1, year.banks + 1)]
    assert filled["bank_proof"].columns["book"] == filled["bank_proof"].columns["adjusted"] == banks
    assert filled["purses"].columns["difference"] == [0, 0, 0, 0]
    assert filled["purses"].columns["misplaced"] == [books.gap(purse) if purse in (1, 2, 3) else 0 for purse in (1, 2, 3, 4)]


@pytest.mark.parametrize(("kind", "seed", "members", "first"), YEARS)
def test_every_control_agrees_and_what_was_charged_is_what_the_by_laws_ask(kind: str, seed: int, members: int, first: str) -> None:
    filled = kept(lived(kind, seed, members, first), members)
    assert set(filled["controls"].columns["state"]) == {"ตรงกัน"}
    after = by_key(filled, "trial_balance", "code", "after_closing")
    assert not [code for code, amount in after.items() if code[0] in "45" and amount]
    cards = filled["cards"].columns
    assert cards["interest"] == cards["interest_due"]
    assert cards["fine"] == cards["fine_due"]


def test_the_same_arguments_give_the_same_year_and_others_another() -> None:
    assert simulate_village(7, 30, habits=EVERY_ODDITY) == simulate_village(7, 30, habits=EVERY_ODDITY)
    assert simulate_village(7, 30) != simulate_village(8, 30)


@pytest.mark.parametrize(("members", "first_day"), [(7, dt.date(2024, 1, 1)), (30, dt.date(2024, 1, 2))])
def test_too_small_a_fund_and_a_year_from_the_middle_of_a_month_are_refused(members: int, first_day: dt.date) -> None:
    with pytest.raises(ValueError, match="at least 8"):
        simulate_village(1, members, first_day)


@pytest.mark.parametrize("kind", KINDS_OF_YEAR)
@pytest.mark.parametrize("seed", range(12))
def test_the_year_holds_together(kind: str, seed: int) -> None:
    members = (8, 25, 60, 300)[seed % 4]
    year = simulate_village(seed, members, dt.date(2023 + seed % 3, 1 + seed * 5 % 12, 1), habits=KINDS_OF_YEAR[kind])
    _money(year)
    _charged(year)
    _papers(year)


def _money(year: VillageYear) -> None:
    """Hold at every moment, for debts at every day's end: both sides equal, nothing below zero; at the end all that is misplaced is named."""
    next_days = [event.date for event in year.events[1:]] + [dt.date.max]
    for (event, books), next_day in zip(fold(year), next_days, strict=True):
        ledger = books.ledger
        assert sum(ledger.values()) == 0, event
        assert min(ledger.get(code, 0) for code in ("11010", "12110", "12210", "12220", "14010")) >= 0, event
        assert max(ledger.get(code, 0) for code in ("22010", "23030", "23041", "23042", "34530", "13110")) <= 0, event
        assert min((*books.savings.values(), *books.shares.values())) >= 0, event
        assert min(books.owed.values(), default=0) >= 0 or next_day == event.date, event
        assert event.date == next_day or ledger["11010"] % 25 == 0, event
    for purse in (1, 2, 3):
        named = sum(each.amount * ((each.lies_in == purse) - (each.belongs_to == purse)) for each in year.misplaced)
        assert books.gap(purse) == named
    assert sum(books.savings.values()) == -books.ledger["21010"]
    assert sum(books.shares.values()) == -books.ledger["31010"]
    assert sum(books.owed.values()) == sum(books.ledger.get(code, 0) for code in ("13010", "13020", "13030"))


def agreed(year: Year) -> dict[str, Contract]:
    return {contract.number: contract for contract in (*year.contracts, *(event.contract for event in year.events if isinstance(event, Lent)))}


def _charged(year: VillageYear) -> None:
    """Reckon each repayment by hand: what a whole term, each month, and each day after the due date cost."""
    rules, contracts = year.bylaws, agreed(year)
    assert isinstance(rules, VillageBylaws)
    taken_back = {event.receipt for event in year.events if isinstance(event, Reversed)}
    owed = {number: contract.principal - contract.repaid_before for number, contract in contracts.items()}
    came: dict[str, dt.date] = {}
    for event in year.events:
        if isinstance(event, Repaid) and event.receipt not in taken_back:
            contract, before = contracts[event.contract], owed[event.contract]
            since = max(contract.first_due, came.get(event.contract) or contract.interest_paid_to or contract.date)
            days = max(0, (event.date - since).days) if contract.instalments == 1 else 0
            daily = before * Fraction(rules.late_interest_rate or 0) * days / 365
            usual = by_hand.interest(contract, rules, before, event.months, 0)
            assert event.interest == usual + by_hand.whole(daily, rules.interest_unit, rules.interest_direction), event
            assert event.fine == _fine(contract, rules, before, days, event), event
            owed[event.contract], came[event.contract] = before - event.principal, event.date


def _fine(contract: Contract, rules: VillageBylaws, before: int, days: int, event: Repaid) -> int:
    """Reckon a fine by hand: by the day of a debt repaid at once, else by the month on what was late."""
    if rules.fine_by != BY_DAY:
        return by_hand.fine(contract, rules, before, event.principal, event.date)
    yearly = before * Fraction(rules.fine_rate) * days / 365
    if contract.instalments > 1:
        yearly = by_hand.late(contract, before, event.principal, event.date) * Fraction(rules.fine_rate) / 12
    asked = by_hand.whole(yearly, rules.fine_unit, rules.fine_direction)
    return asked if rules.fine_cap is None else min(asked, rules.fine_cap)


def _papers(year: VillageYear) -> None:
    """Hold of dates and numbers: in order, within the year, every receipt of every book there once."""
    dates = [event.date for event in year.events]
    assert dates == sorted(dates)
    assert year.first_day <= dates[0] <= dates[-1] <= year.last_day
    used = {event.receipt for event in year.events if isinstance(getattr(event, "receipt", None), tuple)}  # type: ignore[union-attr] # it has one
    assert sorted(used) == [(book, number) for book, first, last in year.receipt_books for number in range(first, last + 1)]  # type: ignore[type-var] # never None
    numbers = [contract.number for contract in (*year.contracts, *(event.contract for event in year.events if isinstance(event, Lent)))]
    assert len(set(numbers)) == len(numbers)
    stood = [contract for contract in agreed(year).values() if contract.guarantors]
    assert all(contract.member not in contract.guarantors and len(set(contract.guarantors)) == 2 for contract in stood)
