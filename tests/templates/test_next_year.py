"""The year turns: what the goldens' last day says is what next year's book begins with."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from templates.books.savings_group import savings_group
from templates.books.village_fund import village_fund
from templates.declare import FundBook, Size
from templates.filled import fill, roomy
from templates.next_year import NextYear, NotTurned, next_year
from templates.read import ReadBook, read_book
from templates.write import write_book
from tests.templates import golden, test_golden_village
from workbook.xlsx import read_workbook
from workshop.golden import golden_inputs
from workshop.golden_village import golden_village_inputs

Typed = dict[str, list[dict[str, Any]]]


def written(declare: Callable[[Size], FundBook], size: Size, typed: Typed, target: Path) -> ReadBook:
    book = declare(size)
    write_book(book, size, fill(book, size, typed), target)
    read = read_book(read_workbook(target))
    assert read is not None
    return read


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("turned")


def savings_year(**rules: Any) -> Typed:
    typed = golden_inputs(golden.PATH, savings_group(golden.SIZE).tables["rules"].initial[0])
    typed["rules"][0] |= rules
    return typed


@pytest.fixture(scope="module")
def savings(folder: Path) -> NextYear:
    return next_year(written(savings_group, golden.SIZE, savings_year(), folder / "one.xlsx"))


@pytest.fixture(scope="module")
def village(folder: Path) -> NextYear:
    typed = golden_village_inputs(test_golden_village.PATH, village_fund(test_golden_village.SIZE).tables["rules"].initial[0])
    return next_year(written(village_fund, test_golden_village.SIZE, typed, folder / "two.xlsx"))


def amounts(turned: NextYear) -> dict[str, int]:
    return {row["account"]: row.get("debit", 0) - row.get("credit", 0) for row in turned.typed["opening"]}


def sheet(expected: dict[str, Any]) -> dict[str, int]:
    claims = {line["account"]: -line["amount"] for line in expected["liabilities"] + expected["capital"]}
    return {line["account"]: line["amount"] for line in expected["assets"]} | claims


def test_the_accounts_after_closing_are_the_opening(savings: NextYear, village: NextYear) -> None:
    assert amounts(savings) == sheet(golden.EXPECTED["balance_sheet"])
    assert amounts(village) == sheet(test_golden_village.EXPECTED["balance_sheet"])
    assert sum(amounts(savings).values()) == sum(amounts(village).values()) == 0


def test_what_members_hold_and_have_not_collected(savings: NextYear, village: NextYear) -> None:
    unclaimed = golden.GOLDEN["opening_unpaid_allocation"]["unclaimed"]
    held = {row["member"]: (row.get("savings", 0), row.get("unpaid_dividend", 0)) for row in savings.typed["opening_members"]}
    closing = {row["member"]: row["closing"] for row in golden.REGISTERS["savings"]}
    assert held == {member: (amount, unclaimed.get(member, 0)) for member, amount in closing.items() if amount or unclaimed.get(member)}
    shares = {row["member"]: row["closing"] for row in test_golden_village.REGISTERS["shares"]}
    assert {row["member"]: row["shares"] for row in village.typed["opening_members"]} == shares


def test_open_contracts_go_on_with_what_was_repaid(savings: NextYear) -> None:
    open_loans = {row["contract"]: row for row in golden.REGISTERS["loans"] if row["balance"]}
    carried = {row["number"]: row for row in savings.typed["loans"]}
    assert {number: row["principal"] - row["repaid_before"] for number, row in carried.items()} == {
        number: row["balance"] for number, row in open_loans.items()
    }
    assert {number: (row["instalments"], row["first_due"], row["guarantor_1"]) for number, row in carried.items()} == {
        each["contract"]: (each["instalments"], dt.date.fromisoformat(each["schedule"][0]["due"]), each["guarantors"][0])
        for each in golden.GOLDEN["contracts"]
        if each["contract"] in open_loans
    }


def test_interest_is_paid_to_where_the_receipts_end(savings: NextYear) -> None:
    """The day of the contract and the months of interest receipted."""
    months: dict[str, int] = {}
    for row in golden.REGISTERS["repayments"]:
        months[row["contract"]] = months.get(row["contract"], 0) + row["months_of_interest"]
    begun = {each["contract"]: dt.date.fromisoformat(each["date"]) for each in golden.GOLDEN["contracts"]}
    for row in savings.typed["loans"]:
        first = begun[row["number"]]
        paid = first.year * 12 + first.month - 1 + months[row["number"]]
        assert row["interest_to"] == dt.date(paid // 12, paid % 12 + 1, first.day)


def test_days_of_late_interest_go_on_from_the_last_repayment(village: NextYear) -> None:
    """ม-04's contract fell due on 15 February 2567; the guarantor paid up to 15 August."""
    late = next(row for row in village.typed["loans"] if row["number"] == "ม-04/2566")
    assert (late["principal"] - late["repaid_before"], late["interest_to"]) == (1909754, dt.date(2024, 8, 15))
    (recourse,) = village.typed["recourse"]
    assert (recourse["guarantor"], recourse["amount"]) == ("ม-06", 300000)
    # a year and a day later: 19,097.54 × 6 % × 366 ÷ 365 = 1,148.9917… and × 3 % = 574.4959…
    paid = {"date": dt.date(2025, 8, 16), "book": 2, "number": 1, "member": "ม-04", "contract": "ม-04/2566"}
    receipts = [paid | {"item": item, "amount": amount} for item, amount in (("ค่าปรับ", 57450), ("ดอกเบี้ยเงินกู้", 114899), ("ชำระเงินต้น", 1909754))]
    card = fill(village.book, village.size, village.typed | {"receipts": receipts})["cards"]
    assert (card.column("late_days")[0], card.column("interest_due")[0], card.column("fine_due")[0]) == (366, 114899, 57450)


def test_by_laws_and_what_changed_by_a_day_stand_as_they_did(folder: Path) -> None:
    """A contract of an old year is judged by what was agreed then, a new one by what is in force."""
    typed = savings_year()
    typed["dated_rules"] = [
        {"rule": "อัตราดอกเบี้ยเงินกู้", "since": dt.date(2024, 5, 1), "value": Decimal("0.10")},
        {"rule": "อัตราดอกเบี้ยเงินกู้", "since": dt.date(2025, 2, 1), "value": Decimal("0.09")},
    ]
    turned = next_year(written(savings_group, golden.SIZE, typed, folder / "dated.xlsx"))
    (rules,) = turned.typed["rules"]
    assert (rules["loan_rate"], rules["share_value"]) == (typed["rules"][0]["loan_rate"], 5000)
    assert (rules["first_day"], rules["first_year"]) == (dt.date(2025, 1, 1), "ไม่ใช่")
    assert "last_day" not in rules
    assert turned.typed["dated_rules"] == typed["dated_rules"]


def test_who_left_is_gone_unless_something_waits(savings: NextYear) -> None:
    left = {person["id"] for person in golden.GOLDEN["members"] if person["left"]}
    waiting = {row["member"] for row in savings.typed["opening_members"]} | {
        row[name] for row in savings.typed["loans"] for name in ("guarantor_1", "guarantor_2")
    }
    assert {row["id"] for row in savings.typed["members"]} == {person["id"] for person in golden.GOLDEN["members"]} - (left - waiting)
    assert savings.typed["opening_facts"][0]["headcount"] == len(golden.GOLDEN["members"]) - len(left)


def test_the_new_book_ties_and_has_nothing_of_the_old_year_in_it(savings: NextYear, village: NextYear) -> None:
    for turned in (savings, village):
        filled = fill(turned.book, turned.size, turned.typed)
        apart = [tie for tie, state in zip(filled["controls"].column("tie"), filled["controls"].column("state"), strict=True) if state != "ตรงกัน"]
        assert [tie for tie in apart if not str(tie).startswith(("เงินสด:", "ธนาคาร"))] == []  # nothing is counted or certified yet
        assert {name for name in ("receipts", "cash", "journal", "settlements", "last_dividends", "minutes") if turned.typed.get(name)} == set()


def test_what_is_not_closed_is_said(folder: Path) -> None:
    typed = savings_year()
    typed["journal"] = [line for line in typed["journal"] if line.get("kind") != "ปิดบัญชี"]
    typed["count"], typed["denominations"] = [], []
    turned = next_year(written(savings_group, golden.SIZE, typed, folder / "open.xlsx"))
    assert amounts(turned) == sheet(golden.EXPECTED["balance_sheet"])
    assert [sentence.split(" ")[0] for sentence in turned.still_open] == ["ยังไม่ได้ลงรายการปิดบัญชีรายได้และค่าใช้จ่าย", "จุดตรวจยังไม่ตรงกัน:", "ยังไม่ได้ตรวจนับเงินสดสิ้นปี"]


def test_a_book_without_a_first_day_cannot_be_turned(folder: Path) -> None:
    with pytest.raises(NotTurned, match="วันเริ่มและวันสิ้นปีบัญชี"):
        next_year(written(savings_group, golden.SIZE, savings_year(first_day=None), folder / "undated.xlsx"))


def test_a_book_never_calculated_is_not_guessed(folder: Path) -> None:
    read = written(savings_group, golden.SIZE, savings_year(), folder / "fresh.xlsx")
    trial = read.tables["trial_balance"]
    read.tables["trial_balance"] = replace(trial, uncalculated={"worth"})
    with pytest.raises(NotTurned, match="ยังไม่ได้คำนวณ"):
        next_year(read)


def test_a_book_too_small_for_what_was_typed_is_tried_a_tenth_larger() -> None:
    receipts_one_by_one: Typed = {"rules": [{}], "cash": [{}] * 1_447}
    assert roomy(savings_group, Size(150, 2), receipts_one_by_one) == Size(329, 2)
    assert savings_group(Size(329, 2)).tables["cash"].capacity(Size(329, 2)) == 1_458
    assert savings_group(Size(299, 2)).tables["cash"].capacity(Size(299, 2)) == 1_398
    assert roomy(savings_group, Size(150, 2), {"rules": [{}], "members": [{}] * 180}) == Size(150, 2)
    assert roomy(savings_group, Size(150, 2), {"rules": [{}], "members": [{}] * 181}) == Size(166, 2)
