"""What the treasurer of an odd year types: rows below zero, rows of single receipts, registers, proofs; and a book as people leave it."""

import datetime as dt
from collections import Counter, deque
from dataclasses import replace
from pathlib import Path

import pytest

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import fill
from templates.write import write_book
from tests.workshop import by_hand
from tests.workshop.fold import fold
from tests.workshop.odd import agreed, died, of
from workbook.xlsx import read_workbook
from workshop.events import Adjusted, Helped, Lent, Withdrew, WroteOff, Year
from workshop.habits import EVERY_ODDITY, KINDS_OF_YEAR, USUAL
from workshop.handled import handle
from workshop.keep import Typed, keep
from workshop.people import day_of
from workshop.receipts import Offset, Recourse, Reversed
from workshop.year import simulate

SAMPLES = Path(__file__).parents[2] / "samples"
SEEDS = range(1, 8)
YEARS = [simulate(seed, 40, habits=EVERY_ODDITY) for seed in SEEDS]
NAMES = [f"seed {seed}" for seed in SEEDS]


def typed(year: Year) -> Typed:
    return keep(year, {})


@pytest.mark.parametrize("year", YEARS, ids=NAMES)
def test_a_receipt_taken_back_is_typed_again_below_zero(year: Year) -> None:
    rows, spoiled = typed(year)["receipts"], {(row["book"], row["number"]): row["reason"] for row in typed(year)["cancelled"]}
    for event in of(year, Reversed):
        own = [row for row in rows if (row["book"], row["number"]) == event.receipt]
        assert sum(row["amount"] for row in own) == 0
        assert sum(row.get("months", 0) for row in own) == 0
        assert Counter(row["amount"] > 0 for row in own)[True] * 2 == len(own)
        assert {row["date"] for row in own if row["amount"] < 0} == {event.date}
        assert spoiled[event.receipt] == event.reason


@pytest.mark.parametrize("year", YEARS, ids=NAMES)
def test_a_day_stands_in_the_cash_book_as_one_row_or_as_a_row_a_receipt(year: Year) -> None:
    kinds = Counter((row["date"], row["kind"]) for row in typed(year)["cash"])
    moved = {(row["date"], f"{row['book']}/{row['number']:03d}") for row in typed(year)["receipts"] if row.get("channel") not in ("หักเงินสัจจะ", "หักปันผล")}
    alone = Counter((row["date"], row["reference"]) for row in typed(year)["cash"] if row["kind"] == "ใบเสร็จ")
    assert alone == Counter(page for page in moved if page[0] in year.one_by_one)
    for date in {date for date, _ in moved}:
        assert kinds[date, "วันทำการ"] == (date not in year.one_by_one)


def test_who_died_in_debt_is_settled_by_what_is_left() -> None:
    """The savings less what the debt took are what the heir got, or still waits for, and the register says so."""
    seen = 0
    for seed in range(1, 30):
        year = simulate(seed, 24, habits=replace(USUAL, dead_debtors=1, carried=0.4, part=0, offsets=0))
        size = Size(24)
        book = savings_group(size)
        register = fill(book, size, keep(year, book.tables["rules"].initial[0]))["settlements"].columns
        *_, (_, _, savings, _) = fold(year)
        paid = {event.member: event.amount for event in of(year, Withdrew) if event.left}
        cleared = {event.member for event in of(year, Offset) if event.member in died(year) and event.date >= died(year)[event.member]}
        for member, net in zip(register["member"], register["net"], strict=True):
            if member in cleared:
                seen += 1
                assert net == paid.get(str(member), savings[str(member)])
    assert seen > 3


@pytest.mark.parametrize("seed", range(1, 20))
def test_the_allowance_is_what_the_by_laws_ask(seed: int) -> None:
    year = simulate(seed, 60, dt.date(2023, 10, 1), habits=replace(USUAL, doubtful=1, never=0.3, bad_debts=1))
    before = sum(by_hand.allowance(contract, year.bylaws, contract.principal - contract.repaid_before, dt.date(2023, 9, 30)) for contract in year.contracts)
    assert -year.opening["13110"] == before
    _, ledger, _, owed = deque(fold(year), maxlen=1).pop()
    wanted = sum(by_hand.allowance(contract, year.bylaws, owed[number], year.last_day) for number, contract in agreed(year).items())
    used = sum(event.amount for event in of(year, WroteOff) if event.account == "13110")
    raised = [event.amount for event in of(year, Adjusted) if event.credit == "13110"]
    assert -ledger["13110"] == max(wanted, before - used)
    assert raised == ([wanted - before + used] if wanted > before - used else [])


@pytest.mark.parametrize("year", YEARS, ids=NAMES)
def test_the_small_registers_quote_what_they_should(year: Year) -> None:
    kept = typed(year)
    numbers = {row["number"] for row in kept["minutes"]}
    assert len(numbers) == len(kept["minutes"])
    assert {event.minute for event in of(year, Helped)} | {event.minute for event in of(year, WroteOff)} <= numbers
    vouchers = {row["voucher"]: row for row in kept["cash"] if row["kind"] == "จ่าย" and row["item"] == "จ่ายสวัสดิการ"}
    assert {row["voucher"]: row["member"] for row in kept.get("welfare", [])} == {voucher: row["reference"] for voucher, row in vouchers.items()}
    receipts = {(f"{row['book']}/{row['number']:03d}", row.get("contract")) for row in kept["receipts"]}
    assert all((row["receipt"], row["contract"]) in receipts for row in kept.get("recourse", []))
    assert all(event.guarantor in agreed(year)[event.contract].guarantors and 0 <= event.recovered <= event.amount for event in of(year, Recourse))


@pytest.mark.parametrize("year", YEARS, ids=NAMES)
def test_a_citizen_id_is_well_formed_and_nobody_s(year: Year) -> None:
    ids = {person.citizen_id for person in year.people if person.citizen_id}
    assert ids
    assert len(ids) == len({(person.first, person.last, person.birth) for person in year.people if person.citizen_id})
    for text in ids:
        digits = [int(sign) for sign in text]
        assert len(digits) == 13
        assert digits[1:3] == [9, 9]
        assert (11 - sum((13 - place) * digit for place, digit in enumerate(digits[:12])) % 11) % 10 == digits[12]


def test_a_loan_made_between_operating_days_falls_due_on_one() -> None:
    made = [event.contract for seed in SEEDS for event in of(simulate(seed, 40, habits=replace(USUAL, any_day=0.2)), Lent)]
    days = {year.seed: year.bylaws.operating_day for year in (simulate(seed, 40) for seed in SEEDS)}
    assert {contract.date.day for contract in made} - set(days.values())
    for contract in made:
        assert contract.first_due >= by_hand.later(contract.date, contract.every)
        assert contract.first_due.day in days.values()


@pytest.mark.parametrize(("month", "day", "found"), [("2024-02-01", 31, "2024-02-29"), ("2025-02-01", 29, "2025-02-28"), ("2024-12-01", 31, "2024-12-31")])
def test_a_day_the_month_does_not_have_is_its_last(month: str, day: int, found: str) -> None:
    assert day_of(dt.date.fromisoformat(month), day) == dt.date.fromisoformat(found)


def test_a_book_that_people_handled_says_the_same(tmp_path: Path) -> None:
    year, size = simulate(3, 20, habits=KINDS_OF_YEAR["every oddity"]), Size(20, 2)
    book = savings_group(size)
    write_book(book, size, fill(book, size, keep(year, book.tables["rules"].initial[0])), tmp_path / "live.xlsx")
    handle(tmp_path / "live.xlsx", tmp_path / "left.xlsx")
    live, left = read_workbook(tmp_path / "live.xlsx"), read_workbook(tmp_path / "left.xlsx")
    assert (tmp_path / "left.xlsx").read_bytes() != (tmp_path / "live.xlsx").read_bytes()
    assert {name: (sheet.values, sheet.formulas) for name, sheet in left.sheets.items()} == {
        name: (sheet.values, sheet.formulas) for name, sheet in live.sheets.items()
    }


@pytest.mark.parametrize("fund", ["village-fund-60", "revolving-fund-40", "welfare-club-60"])
def test_the_books_of_other_funds_are_handled_too(fund: str, tmp_path: Path) -> None:
    source, left = SAMPLES / f"{fund}.xlsx", tmp_path / "left.xlsx"
    handle(source, left)
    assert left.read_bytes() != source.read_bytes()
    before, after = read_workbook(source).sheets, read_workbook(left).sheets
    assert {name: (sheet.values, sheet.formulas) for name, sheet in after.items()} == {name: (sheet.values, sheet.formulas) for name, sheet in before.items()}
