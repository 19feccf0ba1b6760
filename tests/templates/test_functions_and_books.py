"""The functions for clubs and revolving funds say what the books' own cells say, year by year."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from addin.udfs import (
    advance_limit,
    age_be,
    covered,
    death_benefit,
    death_shortfall,
    headcount,
    levy,
    money_proof,
    receipt_gaps,
    waiting_days,
)
from templates.filled import Filled, fill
from workshop.funds import kept_year

CLUBS = [(seed, members) for seed, members in zip(range(601, 613), (12, 30, 60, 100) * 3, strict=True)]
VILLAGES = [(seed, households) for seed, households in zip(range(701, 709), (21, 40) * 4, strict=True)]
FIRST_DAYS = (dt.date(2024, 1, 1), dt.date(2023, 10, 1))


def filled(fund: str, seed: int, members: int) -> Filled:
    book, size, typed = kept_year(fund, seed, members, FIRST_DAYS[seed % 2])
    return fill(book, size, typed)


def records(book: Filled, table: str, guard: str) -> list[dict[str, Any]]:
    rows = book[table]
    return [{name: column[index] for name, column in rows.columns.items()} for index, there in enumerate(rows.columns[guard]) if there is not None]


def rate(value: Any) -> Decimal:
    part = Fraction(value)
    return Decimal(part.numerator) / Decimal(part.denominator)


@pytest.mark.parametrize(("seed", "members"), CLUBS)
def test_a_death_in_the_book_and_by_function(seed: int, members: int) -> None:
    """Right, headcount, call, advance limit, what reaches the family and what is short."""
    book = filled("welfare-club", seed, members)
    (rules,), people, deaths = (records(book, table, guard) for table, guard in (("rules", "first_day"), ("members", "id"), ("deaths", "number")))
    accepted = {each["id"]: each["joined"] for each in people}
    days = [each["joined"] for each in people], [each["left"] for each in people]
    assert deaths
    for death in deaths:
        on, member, terms = death["date"], accepted[death["member"]], (rules["fee_unit"], rules["fee_direction"])
        assert (death["waited"], death["headcount"]) == (waiting_days(member, on), headcount(*days, on))
        assert (death["right"] == "มีสิทธิ") is covered(member, on, death["cause"], rules["waiting_ordinary"], rules["waiting_accident"])
        if on >= rules["first_day"] and death["called"]:
            assert death["called"] == levy(death["headcount"], death["headcount"] - death["payers"], death["rate"])
        debts = [each["total"] for each in records(book, "death_debts", "death") if each["death"] == death["number"]]
        fee = rate(rules["fee_rate"])
        most = death["called"] if rules["advance_most"] is None else rules["advance_most"]
        assert death["advance_limit"] == advance_limit(death["called"], fee, debts, most, *terms)
        case = death["called"], [death["collected"]], fee, death["advance"], debts, rules["payout_order"], *terms
        assert (death["net"], death["shortfall"]) == (death_benefit(*case), death_shortfall(*case))


@pytest.mark.parametrize(("seed", "members"), CLUBS)
def test_ages_at_entry_are_by_buddhist_years(seed: int, members: int) -> None:
    people = [each for each in records(filled("welfare-club", seed, members), "members", "id") if each["birth_year"]]
    assert people
    assert [each["entry_age"] for each in people] == [age_be(each["birth_year"], each["joined"]) for each in people]


@pytest.mark.parametrize(("seed", "households"), VILLAGES)
def test_the_money_proof_of_a_village(seed: int, households: int) -> None:
    """Income of other kinds is taken with the additions, expenses are taken off the bank's interest."""
    book = filled("revolving-fund", seed, households)
    source, found = (dict[str, Any]({name: column[0] or 0 for name, column in book[table].columns.items()}) for table in ("money_source", "money_found"))
    additions = source["added_before"] + source["added"] + source["other_income"] + source["held"]
    interest = source["interest_before"] + source["interest"] - source["expense"]
    there = found["bank"] + found["other"], found["cash"], found["outstanding"], found["lost"]
    assert found["outstanding"]
    if min(additions, interest, *there) >= 0:
        assert found["not_found"] == money_proof(source["capital"], additions, interest, *there)


@pytest.mark.parametrize(("fund", "seed"), [("savings-group", 5), ("village-fund", 5), ("revolving-fund", 705), ("welfare-club", 605)])
def test_every_slip_of_a_receipt_book_is_used_or_cancelled(fund: str, seed: int) -> None:
    book = filled(fund, seed, 30)
    used = {name: [(each["book"], each["number"]) for each in records(book, name, "book")] for name in ("receipts", "cancelled")}
    pads = records(book, "receipt_books", "book")
    assert pads
    for pad in pads:
        numbers = [number for pages in used.values() for number_of, number in pages if number_of == pad["book"]]
        assert receipt_gaps(pad["first"], pad["last"], sorted({*numbers})) == "ครบ"
