"""The golden year of a village fund of eight: every figure worked out by hand comes out of the book to the satang."""

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from templates.books.village_fund import village_fund
from templates.declare import Size
from templates.filled import Filled, fill
from workbook.cells import ErrorValue
from workshop.golden_village import golden_village_inputs

PATH = Path(__file__).parent.parent / "data" / "golden-2-village-fund.json"
GOLDEN: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
EXPECTED, REGISTERS = GOLDEN["expected"], GOLDEN["registers"]
SIZE = Size(members=8, banks=2)
MONEY = {"11010": "cash", "12110": "bank1", "12210": "bank2"}


@cache
def year() -> Filled:
    book = village_fund(SIZE)
    return fill(book, SIZE, golden_village_inputs(PATH, book.tables["rules"].initial[0]))


def rows(table: str) -> Iterator[dict[str, Any]]:
    """Give the rows of a table that are there."""
    filled = year()[table]
    for index in range(filled.length):
        if not filled.table.guard or filled.columns[filled.table.guard][index] is not None:
            yield {name: values[index] for name, values in filled.columns.items()}


def form(table: str) -> dict[str, Any]:
    return {name: values[0] for name, values in year()[table].columns.items()}


def by(table: str, column: str) -> dict[Any, dict[str, Any]]:
    return {row[column]: row for row in rows(table)}


def test_no_cell_of_the_year_shows_an_error() -> None:
    assert [(name, column) for name in year() for row in rows(name) for column, value in row.items() if isinstance(value, ErrorValue)] == []


def test_the_facts_alone_are_typed(tmp_path: Path) -> None:
    """The answers may be taken away: only the last line of the cash book (what was counted and certified), and what waits to be moved, is read of them."""
    seen = {"cash_book": EXPECTED["cash_book"][-1:], "account_1_proof": {"source": EXPECTED["account_1_proof"]["source"]}}
    terms = ("contract", "member", "date", "due", "principal", "guarantors", "guarantor_notice")
    loans = [{name: loan[name] for name in terms if name in loan} for loan in REGISTERS["loans"]]
    facts = GOLDEN | {"expected": seen, "registers": {"loans": loans, "repayments": REGISTERS["repayments"]}}
    bare = tmp_path / "facts.json"
    bare.write_text(json.dumps(facts), encoding="utf-8")
    assert golden_village_inputs(bare, {}) == golden_village_inputs(PATH, {})


def test_opening_balances() -> None:
    assert {row["account"]: (row["debit"] or 0) - (row["credit"] or 0) for row in rows("opening")} == GOLDEN["opening"]
    assert form("opening_facts")["suspense"] == 0


def test_the_cash_book_line_by_line() -> None:
    """A voucher that spans rows comes to the golden's one line: its sums, and the balances after its last row."""
    lines: list[dict[str, Any]] = []
    for row in rows("cash"):
        moved = {f"{place}_{side}": row[f"{place}_{side}"] or 0 for place in MONEY.values() for side in ("in", "out")}
        same = lines and row["voucher"] is not None and row["voucher"] == lines[-1]["voucher"] and row["date"] == lines[-1]["date"] and row["kind"] == "จ่าย"
        before = lines.pop() if same else {}
        sums = {name: value + before.get(name, 0) for name, value in moved.items()}
        lines.append(sums | {"date": row["date"], "voucher": row["voucher"]} | {place: row[f"{place}_balance"] for place in MONEY.values()})
    assert len(lines) == len(EXPECTED["cash_book"])
    for line, expected in zip(lines, EXPECTED["cash_book"], strict=True):
        assert line["date"] == dt.date.fromisoformat(expected["date"])
        for account, place in MONEY.items():
            wanted = expected[account]
            assert (line[f"{place}_in"], line[f"{place}_out"], line[place]) == (wanted["in_"], wanted["out"], wanted["balance"]), (expected["no"], place)


def test_repayments_and_what_the_by_laws_ask() -> None:
    cards = list(rows("cards"))
    assert len(cards) == len(REGISTERS["repayments"])
    for row, expected in zip(cards, REGISTERS["repayments"], strict=True):
        assert (row["contract"], row["member"], row["receipt"], row["date"].isoformat()) == tuple(
            expected[name] for name in ("contract", "member", "receipt", "date")
        )
        assert (row["principal"], row["interest"], row["fine"], row["after"]) == tuple(
            expected[name] for name in ("principal", "interest", "fine", "balance_after")
        )
        assert (row["interest_due"], row["fine_due"]) == (expected["interest"], expected["fine"])


def test_who_fell_behind_and_the_guarantor_who_paid() -> None:
    default = EXPECTED["default"]
    card, late = by("cards", "contract")["ม-04/2566"], by("ageing", "contract")["ม-04/2566"]
    assert (card["late_days"], card["late_interest"], card["interest_due"] - card["late_interest"]) == (182, default["interest_after_due"], 120000)
    assert (card["fine_due"], card["principal"], card["after"]) == (default["fine"], default["principal"], default["balance"])
    assert late["allowance"] == default["allowance"]
    # 19,097.54 × 6 % × 138 days (15 August to 31 December) ÷ 365 = 433.2310…
    assert (late["late_from"], late["unpaid_months"], late["unpaid_interest"]) == (dt.date(2024, 8, 15), 0, 43323)
    (paid,) = rows("recourse")
    assert (paid["guarantor"], paid["amount"], paid["owed"]) == ("ม-06", 300000, 300000)


def test_contracts_and_their_age() -> None:
    ageing = by("ageing", "contract")
    for expected in REGISTERS["loans"]:
        row = ageing[expected["contract"]]
        found = (row["member"], row["lent"], row["balance"], row["overdue"], row["days"], row["bucket"], row["allowance"])
        assert found == tuple(expected[name] for name in ("member", "principal", "balance", "overdue_principal", "days_overdue", "bucket", "allowance"))
    assert sum(row["balance"] for row in ageing.values()) == 29909754
    assert sum(row["unpaid_interest"] for row in ageing.values() if not row["overdue"]) == 0


@pytest.mark.parametrize(("table", "register"), [("savings", "savings"), ("capital", "shares")])
def test_what_members_hold(table: str, register: str) -> None:
    held = by(table, "member")
    assert {member: (row["opening"], row["closing"]) for member, row in held.items()} == {
        each["member"]: (each["opening"], each["closing"]) for each in REGISTERS[register]
    }


def test_the_trial_balance_before_closing() -> None:
    lines = by("trial_balance", "code")
    for expected in EXPECTED["trial_balance_before_closing"]:
        row = lines.pop(expected["account"])
        assert (row["name"], row["group"]) == (expected["name"], expected["category"])
        for name in ("opening", "debit", "credit", "closing_debit", "closing_credit"):
            assert row[name] == expected[name], (expected["account"], name)
    assert {row["balance"] for row in lines.values()} == {0}


def test_the_statements() -> None:
    statement, sheet = EXPECTED["income_statement"], EXPECTED["balance_sheet"]
    found = [(row["code"], row["income"] or row["expense"]) for row in rows("income")]
    assert found == [(line["account"], line["amount"]) for line in statement["income"] + statement["expense"]]
    assert form("result")["surplus"] == EXPECTED["surplus"]
    there = [(row["code"], row["assets"] if row["assets"] is not None else row["claims"]) for row in rows("position")]
    assert there == [(line["account"], line["amount"]) for line in sheet["assets"] + sheet["liabilities"] + sheet["capital"]]
    assert [form("position_result")[name] for name in ("assets", "liabilities", "capital", "difference")] == [113660486, 2652000, 111008486, 0]


def test_the_million_is_whole() -> None:
    proof, first, second = by("purses", "number"), EXPECTED["account_1_proof"], EXPECTED["account_2_proof"]
    one, two = proof[1], proof[2]
    assert (one["sources"], one["misplaced"]) == tuple(first["source"].values())
    assert (one["money"], one["lent"]) == tuple(first["where"].values())
    assert two["money"] + two["lent"] == sum(second["where"].values())
    assert two["other"] == -EXPECTED["default"]["allowance"]  # the golden shows the surplus before the allowance, the ledger after it
    assert two["sources"] - two["other"] == sum(second["claims"].values()) + second["surplus_before_allowance"]
    assert two["misplaced"] == -second["less_bank_interest_still_in_1"]
    assert [row["difference"] for row in proof.values()] == [0, 0, 0, 0]


def test_the_proposal() -> None:
    for row, expected in zip(rows("allocation"), EXPECTED["allocation"], strict=True):
        assert (row["account"], row["label"], row["percent"]) == (expected["account"], expected["name"], Decimal(expected["percent"]) / 100)
        assert (row["rounded"], row["allocated"]) == (expected["amount"], expected["allocated"])
    proposal = form("year_end")
    assert [proposal[name] for name in ("dividend_pot", "dividend_paid", "dividend_leftover")] == [443545, 443200, 345]
    assert [proposal[name] for name in ("return_pot", "return_paid", "return_leftover")] == [295697, 295600, 97]
    assert (proposal["eligible_interest"], proposal["reserve"]) == (EXPECTED["interest_base"], EXPECTED["reserve_after_leftovers"])


@pytest.mark.parametrize("expected", EXPECTED["members"], ids=[member["member"] for member in EXPECTED["members"]])
def test_each_member(expected: dict[str, Any]) -> None:
    share, proposal = by("shares", "member")[expected["member"]], form("year_end")
    assert share["share_months"] == expected["shares_opening"] * 12
    assert share["share_months"] * proposal["dividend_rate"] == Fraction(expected["dividend_exact"])
    assert (share["dividend"], share["interest"], share["average_return"]) == (expected["dividend"], expected["interest_paid"], expected["average_return"])
    assert (share["right"] == "ใช่") == expected["eligible_average_return"]


def test_every_tie_before_closing_agrees() -> None:
    assert {row["state"] for row in rows("controls")} == {"ตรงกัน"}
