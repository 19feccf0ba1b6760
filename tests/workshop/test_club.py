"""Simulated years of clubs, lived person by person, against the book that only knows villages, deaths and those who did not pay."""

import datetime as dt
from collections import Counter
from typing import Any

import pytest

from templates.filled import Filled
from tests.workshop.club_years import balances, kept_club
from workbook.cells import ErrorValue
from workshop.club import simulate_club
from workshop.club.facts import ClubYear, Collected, Received, Waived

JANUARY, APRIL, JULY, OCTOBER = dt.date(2024, 1, 1), dt.date(2025, 4, 1), dt.date(2024, 7, 1), dt.date(2023, 10, 1)
YEARS = [
    (seed, members, first) for seed, (members, first) in enumerate(((12, JANUARY), (30, JULY), (60, OCTOBER), (150, APRIL), (300, JANUARY), (150, JULY)) * 8, 1)
]


def rows(book: Filled, table: str) -> list[dict[str, Any]]:
    filled = book[table]
    there = [index for index, value in enumerate(filled.columns[filled.table.guard]) if value is not None]
    return [{name: values[index] for name, values in filled.columns.items()} for index in there]


@pytest.fixture(params=YEARS, ids=str)
def kept(request: pytest.FixtureRequest) -> Any:
    return kept_club(*request.param)


def test_the_ledger_is_the_facts_folded(kept: Any) -> None:
    year, _, book = kept
    found = {row["code"]: row["balance"] for row in rows(book, "trial_balance") if row["balance"]}
    assert found == balances(year)
    assert {place: found.get(account, 0) for place, account in (("cash", "1B110"), ("bank1", "1A120"), ("bank2", "1B120"))} == year.money


def test_each_member_owes_and_has_prepaid_what_was_lived(kept: Any) -> None:
    year, _, book = kept
    owing: Counter[str] = Counter()
    for (_, member), amount in year.owing.items():
        owing[member] += amount
    called, paid, waived = _lived(year)
    for row in rows(book, "dues"):
        member = row["member"]
        expected = [called[member], paid[member], waived[member], owing[member], year.prepaid.get(member, 0)]
        assert [row[name] for name in ("called", "paid", "waived", "owing", "prepaid")] == expected, member


def _lived(year: Any) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count for each member what was called, paid and waived in the year, one by one."""
    called, paid, waived = Counter[str](), Counter[str](), Counter[str]()
    for case in year.cases.values():
        for member in case.payers if case.before is None else ():
            called[member] += case.levy
    for event in year.events:
        if isinstance(event, Collected):
            paid.update(dict.fromkeys(event.payers, year.cases[event.death].levy) if event.death else {})
        elif isinstance(event, Waived):
            waived[event.member] += event.amount
    return called, paid, waived


def test_each_death_is_what_was_lived(kept: Any) -> None:
    year, _, book = kept
    found = rows(book, "deaths")
    assert [row["number"] for row in found] == list(year.cases)
    for row, case in zip(found, year.cases.values(), strict=True):
        assert (row["called"], row["collected"], row["waived"]) == (case.called, case.collected, case.waived)
        assert row["payers"] == len(case.payers) or not case.levy
        assert (row["advance"], row["fee_moved"], row["settled"], row["paid"]) == (case.advance, case.fee, case.settled, case.family)
        assert (row["right"] == "มีสิทธิ") == case.right
        assert row["net"] == max(0, case.collected - row["fee"] - case.advance - case.owed)
        assert row["shortfall"] == max(0, row["fee"] + case.advance + case.owed - case.collected)
        assert (row["owing"], row["to_pay"]) == (sum(amount for (number, _), amount in year.owing.items() if number == case.number), row["net"] - case.family)


def test_collectors_hold_what_was_lived(kept: Any) -> None:
    year, _, book = kept
    found = {row["number"]: row["held"] for row in rows(book, "collection") if row["held"]}
    assert found == {number: amount for number, amount in year.held.items() if amount}
    assert {row["difference"] for row in rows(book, "collection")} <= {0}


def test_every_tie_holds_and_no_cell_shows_an_error(kept: Any) -> None:
    _, _, book = kept
    assert {row["tie"]: row["difference"] for row in rows(book, "controls") if row["difference"]} == {}
    assert [name for name, table in book.items() for values in table.columns.values() if any(isinstance(value, ErrorValue) for value in values)] == []
    assert {row["difference"] for row in rows(book, "by_purse")} == {0}


def test_money_is_never_below_zero(kept: Any) -> None:
    _, _, book = kept
    for place in ("cash", "bank1", "bank2"):
        assert min(row[f"{place}_balance"] for row in rows(book, "cash")) >= 0


def test_there_is_room_for_a_year(kept: Any) -> None:
    _, book, filled = kept
    for table in book.tables.values():
        if not table.form and not table.fixed_rows and table.name not in ("accounts", "trial_balance"):
            used = sum(value is not None for value in filled[table.name].columns[table.guard])
            assert used <= 0.9 * filled[table.name].length, table.name


def test_every_oddity_that_is_legal_comes_about() -> None:
    """What the other tests rest on: over the years each of these happened."""
    seen: Counter[str] = Counter()
    for seed, members, first in YEARS:
        year, _, _ = kept_club(seed, members, first)
        cases, days = list(year.cases.values()), [case.date for case in year.cases.values()]
        seen["two on one day"] += len(days) - len(set(days))
        seen["carried"] += sum(case.before is not None for case in cases)
        seen["no right"] += sum(not case.levy for case in cases)
        seen["helped by a minute"] += sum(bool(case.minute) for case in cases)
        seen["accident within the waiting days"] += sum(case.right and (case.date - _joined(year, case.member)).days < year.laws.waiting for case in cases)
        seen["debts above what was called"] += sum(bool(case.borne_by) for case in cases)
        seen["debts"] += sum(bool(case.debts) for case in cases)
        seen["dead pays"] += year.laws.dead_pays
        seen["new rate"] += year.laws.new_rate is not None
        seen["late round"] += len(year.late)
        seen["waived"] += sum(isinstance(event, Waived) for event in year.events)
        seen["held at the end"] += bool(year.held)
        seen["not called yet collected"] += any(
            not any(isinstance(e, Collected) and e.death == case.number for e in year.events) for case in cases if case.levy
        )
        seen["through the collector"] += sum(isinstance(event, Received) and event.channel == "ผู้เก็บเงิน" for event in year.events)
        seen["resigned"] += sum(status == "ลาออก" for _, status in year.gone.values())
        seen["lapsed"] += sum(status == "พ้นสภาพ" for _, status in year.gone.values())
        seen["in transit"] += bool(year.in_transit)
        seen["cancelled slip"] += len(year.cancelled)
        seen["second payment"] += sum(
            sum(getattr(event, "item", "") == "จ่ายครอบครัว" and getattr(event, "reference", "") == case.number for event in year.events) > 1 for case in cases
        )
    assert [name for name, times in seen.items() if not times] == []


def _joined(year: ClubYear, member: str) -> dt.date:
    return next(who.joined for who in year.people if who.id == member)


def test_the_same_seed_is_the_same_year_and_another_is_not() -> None:
    assert simulate_club(7, 60) == simulate_club(7, 60)
    assert simulate_club(7, 60).events != simulate_club(8, 60).events


@pytest.mark.parametrize(("members", "first_day"), [(11, JANUARY), (30, dt.date(2024, 1, 2))])
def test_what_cannot_be_lived_is_refused(members: int, first_day: dt.date) -> None:
    with pytest.raises(ValueError, match="at least 12"):
        simulate_club(1, members, first_day)


def test_the_seeds_own_club_of_eight_villages() -> None:
    """836 founded it, 1,235 belong to it now; nobody types a row a person and a death."""
    year = simulate_club(2567, 1235, villages=8, founding=836)
    assert len([who for who in year.people if who.joined < year.first_day]) == 1235
    assert len({who.village for who in year.people}) == 8
    assert sum(who.joined == min(each.joined for each in year.people) for who in year.people) == 836
    rounds: Counter[str] = Counter()
    for event in year.events:
        rounds[type(event).__name__] += 1
    assert rounds["Collected"] < 40 * len(year.cases)
