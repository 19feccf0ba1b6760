"""The golden year of five households: every figure of the interest-free revolving fund worked out by hand comes out of its book to the satang."""

import datetime as dt
import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from templates.books.revolving_fund import revolving_fund
from templates.declare import Size
from templates.filled import Filled, fill
from workbook.cells import ErrorValue
from workshop.golden_4 import golden_inputs

PATH = Path(__file__).parent.parent / "data" / "golden-4-revolving-fund.json"
SIZE = Size(members=12)
GOLDEN: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
REGISTERS: dict[str, Any] = GOLDEN["registers"]
EXPECTED: dict[str, Any] = GOLDEN["expected"]


@cache
def golden_book() -> Filled:
    book = revolving_fund(SIZE)
    return fill(book, SIZE, golden_inputs(PATH, book.tables["rules"].initial[0]))


def rows(table: str) -> list[dict[str, Any]]:
    return list(_rows(table))


def _rows(table: str) -> Iterator[dict[str, Any]]:
    filled = golden_book()[table]
    for index in range(filled.length):
        if filled.columns[filled.table.guard][index] is not None:
            yield {name: values[index] for name, values in filled.columns.items()}


def form(table: str) -> dict[str, Any]:
    return {name: values[0] for name, values in golden_book()[table].columns.items()}


def total(table: str, column: str) -> Any:
    return golden_book()[table].total(column)


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def amount(value: Any) -> int:
    return int(value or 0)


def test_no_cell_shows_an_error_and_every_number_is_exact() -> None:
    values = [value for table in golden_book().values() for column in table.columns.values() for value in column]
    assert [value for value in values if isinstance(value, ErrorValue)] == []
    assert {type(value) for value in values} <= {int, Fraction, dt.date, str, type(None)}


def test_the_facts_alone_are_typed(tmp_path: Path) -> None:
    """The answers may be taken away: only what was counted and what the bank's book said is read of them."""
    seen = {"money_proof": {"where": {name: EXPECTED["money_proof"]["where"][name] for name in ("cash", "bank")}}}
    asked = ("household", "order", "head", "occupation", "income_before", "opening", "round", "due")
    households = [{name: each[name] for name in asked} for each in REGISTERS["households"]]
    bare = tmp_path / "facts.json"
    bare.write_text(json.dumps({**GOLDEN, "expected": seen, "registers": {**REGISTERS, "households": households, "bank_control": None}}), encoding="utf-8")
    assert golden_inputs(bare, {}) == golden_inputs(PATH, {})


def test_opening_balances() -> None:
    assert {row["account"]: amount(row["debit"]) - amount(row["credit"]) for row in rows("opening")} == GOLDEN["opening"]
    assert form("opening_facts")["suspense"] == 0


def test_the_cash_and_bank_book_line_by_line() -> None:
    found = rows("cash")
    assert len(found) == len(EXPECTED["cash_book"])
    for row, expected in zip(found, EXPECTED["cash_book"], strict=True):
        cash, bank = expected["11010"], expected["12110"]
        document = row["voucher"] or f"ใบเสร็จ {row['reference']}"
        assert (row["date"], document) == (day(expected["date"]), expected["doc"])
        assert (amount(row["cash_in"]), amount(row["cash_out"]), row["cash_balance"]) == (cash["in_"], cash["out"], cash["balance"])
        assert (amount(row["bank1_in"]), amount(row["bank1_out"]), row["bank1_balance"]) == (bank["in_"], bank["out"], bank["balance"])


def test_the_green_book_is_the_bank_s_lines_of_it() -> None:
    moved = [row for row in rows("cash") if amount(row["bank1_in"]) or amount(row["bank1_out"])]
    lines = [(row["date"], row["voucher"], amount(row["bank1_in"]), amount(row["bank1_out"]), row["bank1_balance"]) for row in moved]
    assert lines == [(day(each["date"]), *(each[name] for name in ("doc", "deposit", "withdrawal", "balance"))) for each in REGISTERS["bank_control"]]


def test_the_purple_book() -> None:
    for row, expected in zip(rows("members"), REGISTERS["households"], strict=True):
        head = row["name"] + (f" ({row['note']})" if row["note"] else "")
        assert (row["id"], row["order"], head) == (expected["household"], expected["order"], expected["head"])
        assert (row["occupation"], row["income_before"]) == (expected["occupation"], expected["income_before"])


@pytest.mark.parametrize("expected", REGISTERS["households"], ids=[each["household"] for each in REGISTERS["households"]])
def test_each_household(expected: dict[str, Any]) -> None:
    row = next(row for row in rows("standing") if row["member"] == expected["household"])
    names = ("opening", "lent", "round", "returned", "outstanding", "overdue")
    assert [row[name] for name in names] == [expected[name] for name in names]
    assert (row["lost"], row["days"], row["due"]) == (expected["identified_loss"], expected["days_overdue"], day(expected["due"]))
    assert row["state"] == expected["status"]


def test_households_in_all() -> None:
    names = ("opening", "lent", "returned", "lost", "outstanding", "overdue")
    assert [total("standing", name) for name in names] == [22500000, 3000000, 10100000, 1500000, 13900000, 5000000]


def test_every_return_stands_once_in_the_list_and_in_the_yellow_book() -> None:
    returned = [(row["date"], row["member"], row["principal"], row["receipt"]) for row in rows("cards")]
    assert returned == [(day(each["date"]), each["household"], each["amount"], each["receipt"]) for each in REGISTERS["returns"]]
    slots = []
    for row in rows("loans"):
        slots += [(row[f"returned_on_{n}"], row["member"], row[f"returned_{n}"], row[f"receipt_{n}"]) for n in range(1, 7) if row[f"returned_on_{n}"]]
    assert sorted(slots) == sorted(returned)


def test_the_plan_of_the_second_round() -> None:
    row = next(row for row in rows("loans") if row["round"] == 2)
    plan = [(row[f"due_{n}"], row[f"amount_{n}"]) for n in range(1, 7)]
    assert plan == [(day(each["due"]), each["amount"]) for each in REGISTERS["plan_of_round_2"]]
    assert (row["planned"], row["due"]) == (row["principal"], plan[-1][0])
    ageing = next(each for each in rows("ageing") if each["contract"] == row["number"])
    paid = [each for each in REGISTERS["plan_of_round_2"] if each["paid"]]
    assert (ageing["fallen"], ageing["paid"], ageing["overdue"]) == (sum(each["amount"] for each in paid), 500000, 0)


def test_the_trial_balance_before_closing() -> None:
    lines = {row["code"]: row for row in rows("trial_balance")}
    for expected in EXPECTED["trial_balance_before_closing"]:
        row = lines.pop(expected["account"])
        assert (row["name"], row["group"]) == (expected["name"], expected["category"])
        for name in ("opening", "debit", "credit", "closing_debit", "closing_credit"):
            assert row[name] == expected[name], (expected["account"], name)
    assert {row["balance"] for row in lines.values()} == {0}
    assert [total("trial_balance", name) for name in ("debit", "credit", "closing_debit", "closing_credit")] == [26926080] * 2 + [28368135] * 2


def test_after_closing_and_the_statement_of_financial_position() -> None:
    sheet = EXPECTED["balance_sheet"]
    found = rows("position")
    assert [(row["code"], row["name"], row["assets"]) for row in found if row["assets"] is not None] == [tuple(line.values()) for line in sheet["assets"]]
    claims = [tuple(line.values()) for line in sheet["liabilities"] + sheet["capital"]]
    assert [(row["code"], row["name"], row["claims"]) for row in found if row["claims"] is not None] == claims
    sums = form("position_result")
    assert [sums[name] for name in ("assets", "liabilities", "capital")] == [sheet[f"total_{name}"] for name in ("assets", "liabilities", "capital")]
    left = {row["code"]: row["after_closing"] for row in rows("trial_balance") if row["after_closing"]}
    assert left == {line["account"]: line["amount"] for line in sheet["assets"]} | {line["account"]: -line["amount"] for line in sheet["capital"]}
    assert form("result")["surplus"] == EXPECTED["bank_interest_of_the_year"]


def test_where_the_money_is() -> None:
    proof, source, found = EXPECTED["money_proof"], form("money_source"), form("money_found")
    names = {"capital": "principal", "interest_before": "bank_interest_before", "interest": "bank_interest_year", "expense": "less_allowed_expenses"}
    assert {name: source[name] for name in names} == {name: proof["source"][told] for name, told in names.items()}
    assert (source["added_before"] + source["added"], source["total"]) == (proof["source"]["additions"], proof["total_source"])
    assert {name: found[name] for name in ("bank", "cash", "outstanding")} == {name: proof["where"][name] for name in ("bank", "cash", "outstanding")}
    assert (found["lost"], found["total"]) == (proof["where"]["identified_losses"], proof["total_where"])
    assert (found["not_found"], found["declared"], found["undeclared"]) == (proof["not_found"], proof["not_found"], 0)


def test_the_trap_of_the_short_cut() -> None:
    found, trap = form("money_found"), EXPECTED["trap"]
    assert (found["naive"], found["gone"]) == (trap["naive_shortfall_280000_minus_total"], trap["real_loss_and_not_found"])
    assert found["hidden"] == trap["hidden_by_bank_interest"]


def test_form_26_1_and_the_line_for_the_district() -> None:
    expected, one, two = EXPECTED["form_26_1"], form("form_26_1"), form("form_26_2")
    told = {"borrowers": "borrowers", "outstanding": "outstanding", "bank": "bank", "cash": "cash", "total": "total_fund", "returned": "returned_in_year"}
    assert {name: one[name] for name in told} == {name: expected[other] for name, other in told.items()}
    assert one["lent"] == expected["lent_in_year"]
    assert [two[name] for name in ("target", "borrowed", "outstanding", "total")] == [5, 4, expected["outstanding"], expected["total_fund"]]
    lines = rows("report_lines")
    assert [line["outstanding"] for line in lines] == [2400000, 4000000, 5000000, 2500000]
    assert total("report_lines", "outstanding") == expected["outstanding"]


def test_cash_bank_and_every_tie() -> None:
    assert (form("count")["counted"], form("count")["difference"]) == (EXPECTED["money_proof"]["where"]["cash"], 0)
    assert {row["tie"]: row["state"] for row in rows("controls")} == {row["tie"]: "ตรงกัน" for row in rows("controls")}
    last = rows("cash")[-2]
    assert (dt.date(2024, 12, 31) - last["date"]).days == EXPECTED["cash_in_hand_days"]
