"""Simulated years of a revolving fund: the same twice, kept in the book to the satang by a second reading of the facts, and odd as real ones are."""

import datetime as dt
from collections import Counter
from functools import cache

import pytest

from templates.books.revolving_fund import revolving_fund
from templates.declare import Size
from templates.filled import Filled, fill
from workbook.cells import ErrorValue
from workshop.revolving.facts import Came, Cancelled, Event, Lent, Lost, Moved, Received, Reversed, Went, Year
from workshop.revolving.keep import keep
from workshop.revolving.year import simulate

SIZES = ((12, "2024-01-01"), (30, "2024-07-01"), (45, "2023-04-01"), (60, "2023-10-01"), (90, "2024-03-01"), (150, "2025-01-01"))
YEARS = [(seed, members, dt.date.fromisoformat(first), False) for seed, (members, first) in enumerate(SIZES, 11)]
MANY = [(seed, 12 + seed % 5 * 9, dt.date(2023 + seed % 3, 1 + seed * 5 % 12, 1), seed % 10 == 7) for seed in range(100, 130)]
PLACES = {0: "11010", 1: "12110", 2: "12120"}
ACCOUNTS = {
    "ส่งคืนเงินยืม": "13010", "เงินส่งเกิน รอคืน": "23030", "คืนเงินส่งเกิน": "23030", "ได้คืนเงินที่เคยหาไม่พบ": "18120", "ได้คืนเงินที่เคยสูญเสีย": "18110",
    "รายได้อื่น (บริจาค)": "46010", "เงินทุนเพิ่มเติม": "31010", "ส่งเงินทุนคืนทางราชการ": "31010", "ดอกเบี้ยเงินฝากธนาคาร": "45010",
    "ค่าธรรมเนียมธนาคาร": "54040", "บันทึกเงินสดที่หาไม่พบ": "18120", "ค่าใช้จ่ายที่ระเบียบให้จ่าย": "54090",
}  # fmt: skip


@cache
def kept(seed: int, members: int, first: dt.date, first_year: bool) -> tuple[Year, Filled]:
    year = simulate(seed, members, first, first_year=first_year)
    size = Size(members, year.banks)
    book = revolving_fund(size)
    return year, fill(book, size, keep(year, book.tables["rules"].initial[0]))


def read(year: Year) -> tuple[Counter[str], Counter[str]]:
    """Read the facts a second time: the ledger, and what is owed by contract. Shares nothing with the simulator but the facts."""
    ledger, owed = Counter(year.opening), Counter({each.number: each.principal - each.repaid_before for each in year.contracts})
    for event in year.events:
        for account, amount in posting(event).items():
            ledger[account] += amount
        for number, amount in moved(event).items():
            owed[number] += amount
    return ledger, owed


def posting(event: Event) -> Counter[str]:
    lines: Counter[str] = Counter()
    match event:
        case Received(items=items, bank=bank):
            for item in items:
                lines[PLACES[bank]] += item.amount
                lines[ACCOUNTS[item.item]] -= item.amount
        case Reversed(entered=entered):
            lines.subtract(posting(entered))
        case Lent(contract=contract, bank=bank):
            lines.update({"13010": contract.principal, PLACES[bank]: -contract.principal})
        case Moved(source=source, target=target, amount=amount):
            lines.update({PLACES[target]: amount, PLACES[source]: -amount})
        case Came(item=item, amount=amount, bank=bank):
            lines.update({PLACES[bank]: amount, ACCOUNTS[item]: -amount})
        case Went(item=item, amount=amount, bank=bank):
            lines.update({ACCOUNTS[item]: amount, PLACES[bank]: -amount})
        case Lost(amount=amount):
            lines.update({"18110": amount, "13010": -amount})
        case Cancelled():
            pass
    return lines


def moved(event: Event) -> Counter[str]:
    found: Counter[str] = Counter()
    match event:
        case Received(items=items):
            found.update({item.contract: -item.amount for item in items if item.contract})
        case Reversed(entered=entered):
            found.subtract(moved(entered))
        case Lent(contract=contract):
            found[contract.number] = contract.principal
        case Lost(contract=number, amount=amount):
            found[number] = -amount
    return found


def by_key(filled: Filled, table: str, key: str, value: str) -> dict[str, int]:
    columns = filled[table].columns
    return {str(name): int(amount or 0) for name, amount in zip(columns[key], columns[value], strict=True) if name}  # type: ignore[arg-type] # money


def form(filled: Filled, table: str, name: str) -> int:
    value = filled[table].columns[name][0]
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize(("seed", "members", "first", "first_year"), YEARS + MANY)
def test_the_book_gives_the_balances_of_the_facts(seed: int, members: int, first: dt.date, first_year: bool) -> None:
    year, filled = kept(seed, members, first, first_year)
    ledger, owed = read(year)
    assert by_key(filled, "loans", "number", "balance") == owed
    trial = by_key(filled, "trial_balance", "code", "balance")
    assert {code: amount for code, amount in trial.items() if amount} == {code: amount for code, amount in ledger.items() if amount}
    assert filled["bank_proof"].columns["book"] == [ledger[PLACES[bank]] for bank in range(1, year.banks + 1)]
    assert form(filled, "count", "book") == ledger["11010"]
    standing = by_key(filled, "standing", "member", "outstanding")
    homes = {each.number: each.household for each in (*year.contracts, *(event.contract for event in year.events if isinstance(event, Lent)))}
    expected = Counter[str]()
    for number, amount in owed.items():
        expected[homes[number]] += amount
    assert {home: amount for home, amount in standing.items() if amount} == {home: amount for home, amount in expected.items() if amount}


@pytest.mark.parametrize(("seed", "members", "first", "first_year"), YEARS + MANY)
def test_the_money_is_whole_and_every_tie_agrees(seed: int, members: int, first: dt.date, first_year: bool) -> None:
    """What must be there is what is found, and what last year could not find and nobody has found since."""
    year, filled = kept(seed, members, first, first_year)
    ledger, _ = read(year)
    assert set(filled["controls"].columns["state"]) == {"ตรงกัน"}
    assert form(filled, "money_found", "undeclared") == 0
    assert form(filled, "money_found", "not_found") == ledger["18120"] >= 0
    assert form(filled, "money_found", "lost") == ledger["18110"]
    interest = -ledger["32010"] - ledger["45010"]
    assert form(filled, "money_source", "interest_before") + form(filled, "money_source", "interest") == interest
    after = by_key(filled, "trial_balance", "code", "after_closing")
    assert not [code for code, amount in after.items() if code[0] in "45" and amount]
    wrong = [(table.name, name) for table in filled.values() for name, column in table.columns.items() if any(isinstance(each, ErrorValue) for each in column)]
    assert wrong == []


@pytest.mark.parametrize(("seed", "members", "first", "first_year"), YEARS + MANY)
def test_what_is_overdue_is_counted_from_the_agreed_instalments(seed: int, members: int, first: dt.date, first_year: bool) -> None:
    year, filled = kept(seed, members, first, first_year)
    _, owed = read(year)
    contracts = {each.number: each for each in (*year.contracts, *(event.contract for event in year.events if isinstance(event, Lent)))}
    found = dict(zip(by_key(filled, "ageing", "contract", "overdue").items(), filled["ageing"].columns["days"], strict=False))
    for (number, overdue), days in found.items():
        contract, back = contracts[number], contracts[number].principal - owed[number]
        rest = contract.principal - sum(amount for _, amount in contract.plan)
        asked = [*contract.plan, *([(contract.due, rest)] if contract.due else [])]
        late, oldest = 0, year.last_day
        for day, amount in asked:
            if day <= year.last_day:
                missing = max(0, amount - back)
                oldest, late = (day if missing and not late else oldest), late + missing
            back = max(0, back - amount)
        assert (overdue, days) == (late, (year.last_day - oldest).days), number


def test_the_same_year_twice_and_another_otherwise() -> None:
    assert simulate(5, 30) == simulate(5, 30)
    assert simulate(5, 30).events != simulate(6, 30).events


@pytest.mark.parametrize(("members", "first"), [(11, dt.date(2024, 1, 1)), (30, dt.date(2024, 1, 2))])
def test_no_year_of_a_fund_there_cannot_be(members: int, first: dt.date) -> None:
    with pytest.raises(ValueError, match="households"):
        simulate(1, members, first)


@pytest.mark.parametrize(("seed", "members", "first", "first_year"), YEARS + MANY)
def test_money_is_never_below_nothing_and_papers_run_on(seed: int, members: int, first: dt.date, first_year: bool) -> None:
    year, _ = kept(seed, members, first, first_year)
    held = Counter({place: year.opening.get(account, 0) for place, account in PLACES.items()})
    for event in year.events:
        for place, account in PLACES.items():
            held[place] += posting(event)[account]
        assert min(held.values()) >= 0, event
    assert [event.date for event in year.events] == sorted(event.date for event in year.events)
    slips = [event.receipt for event in year.events if isinstance(event, Received | Cancelled)]
    assert len(slips) == len(set(slips))
    assert set(slips) == {(book, number) for book, low, high in year.receipt_books for number in range(low, high + 1)}


def oddities(year: Year) -> set[str]:
    """Tell what odd and legal happened in a year."""
    received = [event for event in year.events if isinstance(event, Received)]
    homes = Counter(item.contract for event in received for item in event.items if item.contract)
    lent = [event for event in year.events if isinstance(event, Lent)]
    agreed = [*year.contracts, *(event.contract for event in lent)]
    brought = [event for event in received if event.payer != event.household]
    left, returns = read(year)[0], max(homes.values(), default=0)
    told = {
        "first year": year.first_year, "two banks": year.banks > 1, "capital added before": year.capital_added > 0,
        "cash over the year's end": left["11010"] > 0,
        "nobody's household": any(not event.household for event in received),
        "by transfer": any(event.bank for event in received), "somebody else brought it": bool(brought), "more than six returns": returns > 6,
        "lent by transfer": any(event.bank for event in lent), "second round": any(event.contract.round > 1 for event in lent),
        "no day agreed on": any(not each.due and not each.plan for each in agreed), "one day": any(each.due and not each.plan for each in agreed),
        "the rest on the last day": any(each.due and each.plan for each in agreed), "six instalments": any(len(each.plan) == 6 for each in agreed),
        "agreed on anew": any(each.acknowledged for each in agreed), "lost": any(isinstance(event, Lost) for event in year.events),
        "lost earlier": bool(year.earlier_losses), "lost by people long gone": any(not each.household for each in year.earlier_losses),
        "not found": left["18120"] > 0, "spoiled": any(isinstance(event, Cancelled) for event in year.events),
        "taken back": any(isinstance(event, Reversed) for event in year.events), "counted later": year.proofs.counted_on > year.last_day,
        "in transit": bool(year.proofs.in_transit), "two collectors": bool(year.keepers), "a day in one row": bool(year.by_day),
        "moved away": any(each.left for each in year.households), "a new household": any(each.joined >= year.first_day for each in year.households),
        "a son of one name": len({each.first + each.last for each in year.households}) < len(year.households),
        "moved between banks": any(isinstance(event, Moved) and event.source and event.target for event in year.events),
    }  # fmt: skip
    items = {item.item for event in received for item in event.items} | {event.item for event in year.events if isinstance(event, Came | Went)}
    return {name for name, there in told.items() if there} | items


def test_every_oddity_of_a_real_fund_comes_in_some_year() -> None:
    seen = Counter(name for seed, members, first, first_year in YEARS + MANY for name in oddities(kept(seed, members, first, first_year)[0]))
    wanted = {
        "first year", "two banks", "capital added before", "cash over the year's end", "nobody's household", "by transfer",
        "somebody else brought it", "more than six returns",
        "lent by transfer", "second round", "no day agreed on", "one day", "the rest on the last day", "six instalments", "agreed on anew", "lost",
        "lost earlier", "lost by people long gone", "not found", "spoiled", "taken back", "counted later", "in transit", "two collectors", "a day in one row",
        "moved away", "a new household", "a son of one name", "moved between banks", *ACCOUNTS,
    }  # fmt: skip
    assert wanted - seen.keys() == set()
