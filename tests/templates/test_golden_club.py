"""The golden year of a funeral welfare club of twelve: every figure worked out by hand comes out of the book to the satang."""

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from templates.books.welfare_club import welfare_club
from templates.declare import Size
from templates.filled import Filled, fill
from workbook.cells import ErrorValue
from workshop.golden_club import golden_inputs
from workshop.museum import WELFARE_CLUB, Base

PATH = Path(__file__).parent.parent / "data" / "golden-3-funeral-club.json"
SIZE = Size(members=12, banks=2)
GOLDEN: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
DEATHS, COLLECTIONS, EXPECTED = GOLDEN["registers"]["deaths"], GOLDEN["registers"]["collections"], GOLDEN["expected"]
MEMBERS_BOOK, CLUB_BOOK = GOLDEN["book_A"], GOLDEN["book_B"]
MONEY = {"1A120": "bank1", "1B110": "cash", "1B120": "bank2"}


def initial() -> Mapping[str, Any]:
    """Give the rows the template brings."""
    return {name: [dict(row) for row in table.initial] for name, table in welfare_club(SIZE).tables.items() if table.initial}


@cache
def golden_book() -> Filled:
    return fill(welfare_club(SIZE), SIZE, golden_inputs(PATH, initial()))


def rows(table: str) -> list[dict[str, Any]]:
    """Give the rows of a table that are there, as a person sees them."""
    filled = golden_book()[table]
    there = [index for index, value in enumerate(filled.columns[filled.table.guard]) if value is not None]
    return [{name: values[index] for name, values in filled.columns.items()} for index in there]


def form(table: str) -> dict[str, Any]:
    return {name: values[0] for name, values in golden_book()[table].columns.items()}


def by(table: str, column: str) -> dict[Any, dict[str, Any]]:
    return {row[column]: row for row in rows(table)}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_no_cell_of_the_year_shows_an_error() -> None:
    wrong = [
        (table.name, name, index)
        for table in golden_book().values()
        for name, column in table.columns.items()
        for index, value in enumerate(column)
        if isinstance(value, ErrorValue) and (not table.table.guard or table.columns[table.table.guard][index] is not None)
    ]
    assert wrong == []


def test_the_facts_alone_are_typed(tmp_path: Path) -> None:
    """The answers may be taken away: only what was in the cash box and what the banks certified is read of them."""
    facts = json.loads(PATH.read_text(encoding="utf-8"))
    del facts["expected"]
    for book in ("book_A", "book_B"):
        assets = facts[book]["expected"]["balance_sheet"]["assets"]
        facts[book]["expected"] = {"balance_sheet": {"assets": assets}}
    kept = ("case", "member", "date", "cause", "debts", "owing_by")
    shares = [[0] * len(death["payments"][0]["each"]) for death in DEATHS]
    told = [{name: death[name] for name in kept if name in death} | {"payments": [{"each": each}]} for death, each in zip(DEATHS, shares, strict=True)]
    facts["registers"] = {"deaths": told, "collections": COLLECTIONS}
    bare = tmp_path / "facts.json"
    bare.write_text(json.dumps(facts), encoding="utf-8")
    assert golden_inputs(bare, initial()) == golden_inputs(PATH, initial())


@pytest.mark.parametrize("expected", DEATHS, ids=[f"death {death['case']}" for death in DEATHS])
def test_each_death_from_the_headcount_to_the_family(expected: dict[str, Any]) -> None:
    row = by("deaths", "member")[expected["member"]]
    assert row["date"] == day(expected["date"])
    assert (row["right"] == "มีสิทธิ") == expected["waiting_ok"]
    assert [row[name] for name in ("headcount", "payers", "rate", "called", "collected", "owing", "fee", "advance")] == [
        expected[name] for name in ("headcount", "payers", "rate", "called", "collected", "owing", "fee", "advance")
    ]
    assert row["waited"] == expected.get("days_since_acceptance", row["waited"])
    assert row["debts"] == row["settled"] == sum(debt["principal"] + debt["interest"] for debt in expected["debts"])
    assert (row["net"], row["shortfall"], row["to_pay"]) == (expected["net_to_family"], 0, 0)
    assert row["paid"] == sum(payment["amount"] for payment in expected["payments"])
    back = by("dues", "member")[expected["member"]]["prepaid_out"]
    assert (back, row["advance"] + row["paid"] + back) == (expected["own_prepaid_returned"], expected["family_total"])


@pytest.mark.parametrize("expected", DEATHS, ids=[f"death {death['case']}" for death in DEATHS])
def test_payments_one_by_one_and_what_each_beneficiary_receives(expected: dict[str, Any]) -> None:
    number = by("deaths", "member")[expected["member"]]["number"]
    paid = [{"date": row["date"].isoformat(), "amount": row["paid"]} for row in rows("cash") if (row["register"], row["reference"]) == ("จ่ายครอบครัว", number)]
    assert paid == [{name: payment[name] for name in ("date", "amount")} for payment in expected["payments"]]
    shares = [row["share"] for row in rows("beneficiaries") if row["member"] == expected["member"]]
    assert shares == [sum(each) for each in zip(*(payment["each"] for payment in expected["payments"]), strict=True)]


def test_collections_by_village_and_their_three_states() -> None:
    found = {(row["death"], row["village"], row["collected_on"]): (row["remitted_on"], row["collected"]) for row in rows("collection")}
    expected: dict[Any, Any] = {}
    for each in COLLECTIONS:
        key = (f"ร.{each['case'].split()[-1]}", each["village"], day(each["paid_to_collector"]))
        expected[key] = (day(each["remitted"]), expected.get(key, (None, 0))[1] + each["amount"])
    assert found == expected
    for row in rows("collection"):
        assert (row["called"], row["difference"]) == (row["collected"] + row["named"], 0)
        assert (row["remitted"], row["held"], row["state"]) == (row["collected"], 0, "นำส่งแล้ว")


def test_money_not_handed_over_is_with_the_collector() -> None:
    typed = golden_inputs(PATH, initial())
    typed["cash"] = [row for row in typed["cash"] if row.get("reference") != "ร.2-หมู่ 2"]
    typed["collection"][3] = typed["collection"][3] | {"collected": None, "collected_on": None}
    book = fill(welfare_club(SIZE), SIZE, typed)
    assert book["collection"].columns["state"][:5] == ["นำส่งแล้ว"] * 3 + ["ยังไม่เก็บ", "อยู่กับผู้เก็บเงิน"]
    assert book["collection"].columns["held"][4] == 200000


@pytest.mark.parametrize("expected", EXPECTED["members"], ids=[member["member"] for member in EXPECTED["members"]])
def test_each_member_called_paid_owing_prepaid(expected: dict[str, Any]) -> None:
    row = by("dues", "member")[expected["member"]]
    assert (row["village"], row["status"]) == (expected["village"], expected["status"])
    assert [row[name] for name in ("called", "paid", "owing", "prepaid")] == [expected[name] for name in ("called", "paid", "owing", "prepaid_closing")]


def test_how_many_members_there_are() -> None:
    heads = EXPECTED["headcount"]
    status = [row["status"] for row in rows("members")]
    assert (form("opening_facts")["headcount"], form("figures")["members"]) == (heads["opening"], heads["closing"])
    assert (status.count("เสียชีวิต"), sum(row["joined"] >= dt.date(2024, 1, 1) for row in rows("members"))) == (heads["died"], heads["joined"])


@pytest.mark.parametrize("account", MONEY)
def test_the_cash_and_bank_book_line_by_line(account: str) -> None:
    """The golden's lines that move the account, in order, and the balance after each."""
    place = MONEY[account]
    book = MEMBERS_BOOK if account[1] == "A" else CLUB_BOOK
    expected = [(line["date"], line[account]) for line in book["expected"]["cash_book"] if line[account]["in_"] or line[account]["out"]]
    moved = [row for row in rows("cash") if row[f"{place}_in"] or row[f"{place}_out"]]
    found = [(row["date"].isoformat(), {"in_": row[f"{place}_in"] or 0, "out": row[f"{place}_out"] or 0, "balance": row[f"{place}_balance"]}) for row in moved]
    assert found == expected


def test_the_collectors_cash_line_by_line() -> None:
    """It has no column in the book: it lies between the rounds and the remittances."""
    taken = [(row["collected_on"], row["collected"]) for row in rows("collection")]
    given = [(row["date"], -row["received"]) for row in rows("cash") if row["account"] == "1A110"]
    balance, found = 0, []
    for date, amount in sorted([*taken, *given]):
        balance += amount
        found.append((date.isoformat(), balance))
    lines = [(line["date"], line["1A110"]["balance"]) for line in MEMBERS_BOOK["expected"]["cash_book"] if line["1A110"]["in_"] or line["1A110"]["out"]]
    assert found == lines


def test_a_fee_is_one_row_of_the_cash_book_and_posts_in_both_books() -> None:
    fees = [{"date": row["date"].isoformat(), "amount": row["goes_out"], "text": row["description"]} for row in rows("cash") if row["register"] == "ค่าดำเนินการ"]
    assert fees == EXPECTED["transfers_A_to_B"]
    assert [row["goes_into"] for row in rows("cash") if row["register"] == "ค่าดำเนินการ"] == [fee["amount"] for fee in fees]
    assert form("result")["income"] - 27000 == sum(fee["amount"] for fee in fees)


def test_the_trial_balance_of_both_books() -> None:
    lines = by("trial_balance", "code")
    for book, name in ((MEMBERS_BOOK, "trial_balance"), (CLUB_BOOK, "trial_balance_before_closing")):
        for expected in book["expected"][name]:
            row = lines.pop(expected["account"])
            assert (row["name"], row["group"], row["purse"]) == (expected["name"], expected["category"], "ก" if book is MEMBERS_BOOK else "ข")
            for column in ("opening", "debit", "credit", "closing_debit", "closing_credit"):
                assert row[column] == expected[column], (expected["account"], column)
    assert {row["balance"] for row in lines.values()} == {0}


def test_income_and_expense_are_of_the_clubs_book_only() -> None:
    statement, found = CLUB_BOOK["expected"]["income_statement"], rows("income")
    assert {row["purse"] for row in found} == {"ข"}
    assert [(row["code"], row["name"], row["income"]) for row in found if row["income"] is not None] == [tuple(line.values()) for line in statement["income"]]
    assert [(row["code"], row["name"], row["expense"]) for row in found if row["expense"] is not None] == [
        tuple(line.values()) for line in statement["expense"]
    ]
    assert [form("result")[name] for name in ("income", "expense", "surplus")] == [statement[name] for name in ("total_income", "total_expense", "surplus")]


def test_the_statement_of_financial_position_of_each_book() -> None:
    for book, purse in ((MEMBERS_BOOK, "ก"), (CLUB_BOOK, "ข")):
        sheet = book["expected"]["balance_sheet"]
        found = [row for row in rows("position") if row["purse"] == purse]
        assert [(row["code"], row["name"], row["assets"]) for row in found if row["assets"] is not None] == [tuple(line.values()) for line in sheet["assets"]]
        claims = [tuple(line.values()) for line in sheet["liabilities"] + sheet["capital"]]
        assert [(row["code"], row["name"], row["claims"]) for row in found if row["claims"] is not None] == claims
        proof = by("by_purse", "purse")[purse]
        surplus = CLUB_BOOK["expected"]["surplus"] if purse == "ข" else 0
        assert [proof[name] for name in ("assets", "liabilities", "surplus", "difference")] == [sheet["total_assets"], sheet["total_liabilities"], surplus, 0]
        assert proof["capital"] + surplus == sheet["total_capital"]


def test_after_closing_income_and_expense_are_zero() -> None:
    left = {line["account"]: line["amount"] for book in (MEMBERS_BOOK, CLUB_BOOK) for line in book["expected"]["balance_sheet"]["assets"]}
    left |= {
        line["account"]: -line["amount"]
        for book in (MEMBERS_BOOK, CLUB_BOOK)
        for part in ("liabilities", "capital")
        for line in book["expected"]["balance_sheet"][part]
    }
    assert {row["code"]: row["after_closing"] for row in rows("trial_balance") if row["after_closing"]} == left


def test_the_ties() -> None:
    assert {row["tie"]: (row["difference"], row["state"]) for row in rows("controls")} == {row["tie"]: (0, "ตรงกัน") for row in rows("controls")}


def seed_case(dead_pays: str, debts: int = 0) -> dict[str, Any]:
    """Give the one death in a club of 1,235 members of 8 villages at 50 baht."""
    size = Size(members=1235, banks=2)
    day_ = dt.date(2024, 6, 1)
    people = [{"id": f"ส{n:04}", "first": "สมาชิก", "village": n % 8 + 1, "joined": dt.date(2007, 8, 1), "status": "ปกติ"} for n in range(1, 1236)]
    people[0] |= {"status": "เสียชีวิต", "left": day_}
    rules = dict(welfare_club(size).tables["rules"].initial[0]) | {"first_day": dt.date(2024, 1, 1), "dead_pays": dead_pays, "fee_rate": Decimal(0)}
    typed: dict[str, Any] = {"rules": [rules], "members": people}
    typed["deaths"] = [{"number": "ร.1", "date": day_, "member": "ส0001", "cause": "เจ็บป่วย/ปกติ"}]
    typed["collection"] = [
        {"number": f"ร.1-{village}", "kind": "เก็บรอบแรก", "death": "ร.1", "village": village, "collected_on": day_, "collected": None}
        for village in range(1, 9)
    ]
    typed["death_debts"] = [{"death": "ร.1", "creditor": "กองทุนหมู่บ้าน", "principal": debts, "interest": debts * 3 // 100}] if debts else []
    typed["cash"] = [{"date": day_, "kind": "จ่าย", "item": "สำรองจ่ายวันแรก", "reference": "ร.1", "bank1_out": 2000000}]
    called = fill(welfare_club(size), size, typed)["collection"].columns["called"]
    for row, amount in zip(typed["collection"], called, strict=False):
        row["collected"] = amount
    filled = fill(welfare_club(size), size, typed)
    return {name: values[0] for name, values in filled["deaths"].columns.items()} | {"states": filled["controls"].columns["state"][:5]}


def test_the_seeds_own_club() -> None:
    """Oracle E: (1,235 − 1) × 50 = 61,700 gross; with the advance of 20,000 and a debt of 18,000 + 540 the family has 23,160."""
    death = seed_case("ไม่ใช่", debts=1_800_000)
    assert (death["headcount"], death["payers"], death["called"], death["collected"]) == (1235, 1234, 6_170_000, 6_170_000)
    assert (death["net"], death["advance_limit"]) == (2_316_000, 3_000_000)
    assert death["states"] == ["ตรงกัน"] * 5
    assert seed_case("ใช่")["called"] == 6_175_000


def test_the_museum_s_sound_book_is_this_year() -> None:
    assert {
        name: [{field: value for field, value in row.items() if value is not None} for row in table] for name, table in golden_inputs(PATH, initial()).items()
    } == Base(WELFARE_CLUB).typed
