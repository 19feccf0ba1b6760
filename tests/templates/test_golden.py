"""The golden year of six members: every figure worked out by hand comes out of the book to the satang."""

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from templates.books.savings_group import savings_group
from templates.filled import fill
from tests.templates.golden import EXPECTED, GOLDEN, PATH, REGISTERS, SIZE, form, golden_book, rows, total
from workbook.cells import ErrorValue
from workshop.golden import golden_inputs

LAST_DAY = dt.date(2024, 12, 31)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def amount(value: Any) -> int:
    return int(value or 0)


def by(table: str, column: str) -> dict[Any, dict[str, Any]]:
    return {row[column]: row for row in rows(table)}


def test_no_cell_of_the_year_shows_an_error() -> None:
    wrong = [
        (table.name, name, index)
        for table in golden_book().values()
        for name, column in table.columns.items()
        for index, value in enumerate(column)
        if isinstance(value, ErrorValue) and (not table.table.guard or table.columns[table.table.guard][index] is not None)
    ]
    assert wrong == []


def test_every_number_of_the_year_is_exact() -> None:
    """No float, wherever two numbers are divided."""
    kinds = {type(value) for table in golden_book().values() for values in table.columns.values() for value in values}
    assert kinds == {int, Fraction, Decimal, dt.date, str, type(None)}


def test_the_facts_alone_are_typed(tmp_path: Path) -> None:
    """The answers may be taken away: only what was counted and what the bank certified is read of them."""
    facts = {name: value for name, value in GOLDEN.items() if name != "registers"}
    facts["expected"] = {name: EXPECTED[name] for name in ("cash_count", "bank_certificate")}
    bare = tmp_path / "facts.json"
    bare.write_text(json.dumps(facts), encoding="utf-8")
    assert golden_inputs(bare, {}) == golden_inputs(PATH, {})


def test_opening_balances() -> None:
    assert {row["account"]: amount(row["debit"]) - amount(row["credit"]) for row in rows("opening")} == GOLDEN["opening"]
    assert form("opening_facts")["suspense"] == 0
    assert {row["id"] for row in rows("members")} == {person["id"] for person in GOLDEN["members"]}
    assert {row["id"]: row["name"] for row in rows("members")} == {person["id"]: person["name"] for person in GOLDEN["members"]}


def test_every_receipt_adds_up_to_its_total() -> None:
    slips: dict[str, int] = {}
    for row in rows("receipts"):
        slips[row["receipt"]] = slips.get(row["receipt"], 0) + row["amount"]
    assert slips == {f"{receipt['book']}/{receipt['no']}": receipt["total"] for receipt in GOLDEN["receipts"]}


def test_the_cash_book_line_by_line() -> None:
    """A voucher that spans rows comes to the golden's one line: its sums, and the balances after its last row."""
    lines: list[dict[str, Any]] = []
    for row in rows("cash"):
        moved = {name: amount(row[name]) for name in ("cash_in", "cash_out", "bank1_in", "bank1_out")}
        same = lines and row["voucher"] is not None and row["voucher"] == lines[-1]["voucher"] and row["date"] == lines[-1]["date"]
        before = lines.pop() if same and row["kind"] == "จ่าย" else None
        sums = {name: value + (before[name] if before else 0) for name, value in moved.items()}
        lines.append(sums | {"date": row["date"], "voucher": row["voucher"], "cash": row["cash_balance"], "bank": row["bank1_balance"]})
    assert len(lines) == len(EXPECTED["cash_book"])
    for line, expected in zip(lines, EXPECTED["cash_book"], strict=True):
        cash, bank = expected["11010"], expected["12110"]
        assert line["date"] == day(expected["date"])
        assert line["voucher"] in (expected["doc"], None)
        assert (line["cash_in"], line["cash_out"], line["cash"]) == (cash["in_"], cash["out"], cash["balance"])
        assert (line["bank1_in"], line["bank1_out"], line["bank"]) == (bank["in_"], bank["out"], bank["balance"])


def test_a_receipts_day_is_one_row_of_the_cash_book_and_its_amount_comes_by_itself() -> None:
    days = [row for row in rows("cash") if row["kind"] == "วันทำการ"]
    assert [row["date"] for row in days] == sorted({day(receipt["date"]) for receipt in GOLDEN["receipts"]})
    assert golden_book()["cash"].typed["cash_in"].isdisjoint(index for index, row in enumerate(rows("cash")) if row["kind"] == "วันทำการ")


def test_the_savings_matrix() -> None:
    register = by("savings", "member")
    assert list(register) == [expected["member"] for expected in REGISTERS["savings"]]
    for expected in REGISTERS["savings"]:
        row = register[expected["member"]]
        assert [row[f"month_{month}"] for month in range(1, 13)] == [expected["months"].get(str(month), 0) for month in range(1, 13)]
        assert (row["opening"], row["deposited"]) == (expected["opening"], sum(expected["months"].values()))
        assert (row["withdrawn"], row["closing"]) == (expected["withdrawn"], expected["closing"])
    in_month = [350, 350, 350, 350, 350, 350, 450, 400, 450, 450, 400, 350]
    assert [total("savings", f"month_{month}") for month in range(1, 13)] == [baht * 100 for baht in in_month]
    assert (total("savings", "opening"), total("savings", "withdrawn"), total("savings", "closing")) == (1800000, 170000, 2090000)


def test_the_register_of_repayments_and_what_the_by_laws_ask() -> None:
    cards = rows("cards")
    assert len(cards) == len(REGISTERS["repayments"])
    for row, expected in zip(cards, REGISTERS["repayments"], strict=True):
        assert (row["date"], row["receipt"]) == (day(expected["date"]), expected["receipt"])
        assert (row["contract"], row["member"]) == (expected["contract"], expected["member"])
        assert (row["before"], row["after"]) == (expected["balance_before"], expected["balance_after"])
        assert (row["months"], row["principal"]) == (expected["months_of_interest"], expected["principal"])
        assert row["interest"] == expected["interest"] == row["interest_due"]
        assert row["fine"] == expected["fine"] == row["fine_due"]
        assert row["principal"] + row["interest"] + row["fine"] == expected["total"]
        assert row["late"] * Fraction("0.0025") == Fraction(expected["fine_exact"]) * 100
    assert [total("cards", name) for name in ("principal", "interest", "fine")] == [1470000, 110900, 1100]


def test_ageing_on_the_last_day() -> None:
    ageing = rows("ageing")
    assert len(ageing) == len(REGISTERS["loans"])
    for row, expected in zip(ageing, REGISTERS["loans"], strict=True):
        assert (row["contract"], row["member"], row["lent"]) == (expected["contract"], expected["member"], expected["principal"])
        assert (row["fallen"], row["paid"], row["balance"]) == (expected["due_to_date"], expected["paid"], expected["balance"])
        assert (row["overdue"], row["overdue_instalments"]) == (expected["overdue_principal"], expected["overdue_instalments"])
        assert (row["days"], row["bucket"]) == (expected["days_overdue"], expected["bucket"])
        oldest = LAST_DAY - dt.timedelta(days=row["days"]) if row["days"] else None
        assert oldest == (expected["oldest_unpaid_due"] and day(expected["oldest_unpaid_due"]))
        assert (row["unpaid_months"], row["unpaid_interest"]) == (expected["unpaid_interest_months"], expected["unpaid_interest"])
        assert ("ค้างชำระ" if row["overdue"] else "ปกติ") == expected["status"]


def test_contracts_say_what_is_left() -> None:
    assert {row["number"]: row["balance"] for row in rows("loans")} == {row["contract"]: row["balance"] for row in REGISTERS["loans"]}
    assert {row["number"]: row["due"] for row in rows("loans")} == {row["contract"]: day(row["schedule"][-1]["due"]) for row in GOLDEN["contracts"]}
    assert {row["label"]: (row["contracts"], row["balance"]) for row in rows("by_age") if row["contracts"]} == {"0": (1, 160000), "31–90": (1, 315000)}


def test_withdrawals() -> None:
    found = [{"member": row["member"], "date": row["date"].isoformat(), "amount": row["net"]} for row in rows("settlements")]
    assert found == REGISTERS["withdrawals"]


def test_the_trial_balance_before_closing() -> None:
    lines = by("trial_balance", "code")
    for expected in EXPECTED["trial_balance_before_closing"]:
        row = lines.pop(expected["account"])
        assert (row["name"], row["group"]) == (expected["name"], expected["category"])
        for name in ("opening", "debit", "credit", "closing_debit", "closing_credit"):
            assert row[name] == expected[name], (expected["account"], name)
        assert row["balance"] == expected["closing_debit"] - expected["closing_credit"]
    for code, row in lines.items():
        assert [row[name] for name in ("opening", "debit", "credit", "balance")] == [0, 0, 0, 0], code
    assert [total("trial_balance", name) for name in ("opening", "debit", "credit")] == [0, 7641471, 7641471]
    assert [total("trial_balance", name) for name in ("closing_debit", "closing_credit")] == [2366921, 2366921]


def test_after_closing_income_and_expense_are_zero_and_the_surplus_waits() -> None:
    """The column after closing is the statement of financial position; 4 and 5 and the result account are nothing."""
    sheet = EXPECTED["balance_sheet"]
    left = {line["account"]: line["amount"] for line in sheet["assets"]} | {
        line["account"]: -line["amount"] for line in sheet["liabilities"] + sheet["capital"]
    }
    for row in rows("trial_balance"):
        assert row["after_closing"] == left.get(row["code"], 0), row["code"]
    moved = [row for row in rows("trial_balance") if row["closing_entries"] and row["code"][0] in "45"]
    assert sum(row["closing_entries"] for row in moved) == EXPECTED["surplus"]
    assert [row["after_closing"] for row in moved] == [0] * 7


def test_the_income_statement() -> None:
    statement = EXPECTED["income_statement"]
    found = rows("income")
    assert [(row["code"], row["name"], row["income"]) for row in found if row["income"] is not None] == [tuple(line.values()) for line in statement["income"]]
    assert [(row["code"], row["name"], row["expense"]) for row in found if row["expense"] is not None] == [
        tuple(line.values()) for line in statement["expense"]
    ]
    result = form("result")
    assert [result[name] for name in ("income", "expense", "surplus")] == [statement[name] for name in ("total_income", "total_expense", "surplus")]


def test_the_statement_of_financial_position() -> None:
    sheet = EXPECTED["balance_sheet"]
    found = rows("position")
    assert [(row["code"], row["name"], row["assets"]) for row in found if row["assets"] is not None] == [tuple(line.values()) for line in sheet["assets"]]
    claims = [tuple(line.values()) for line in sheet["liabilities"] + sheet["capital"]]
    assert [(row["code"], row["name"], row["claims"]) for row in found if row["claims"] is not None] == claims
    sums = form("position_result")
    assert [sums[name] for name in ("assets", "liabilities", "capital")] == [sheet[f"total_{name}"] for name in ("assets", "liabilities", "capital")]
    assert sums["difference"] == 0


def test_the_proposal_its_lines_and_its_leftover() -> None:
    found = rows("allocation")
    assert len(found) == len(EXPECTED["allocation"])
    for row, expected in zip(found, EXPECTED["allocation"], strict=True):
        assert (row["account"], row["label"]) == (expected["account"], expected["name"])
        assert row["percent"] == Decimal(expected["percent"]) / 100
        assert EXPECTED["surplus"] * row["percent"] == Decimal(expected["exact_satang"])
        assert (row["rounded"], row["allocated"]) == (expected["amount"], expected["allocated"])
        assert row["allocated"] - row["rounded"] == expected["rounding_added"]
    assert (total("allocation", "rounded"), total("allocation", "allocated")) == (84869, 84871)


def test_from_the_surplus_to_the_members() -> None:
    proposal = form("year_end")
    assert (proposal["surplus"], proposal["base"], proposal["percent"]) == (EXPECTED["surplus"], EXPECTED["surplus"], 1)
    assert (proposal["line_leftover"], proposal["share_months"]) == (2, EXPECTED["share_months_total"])
    dividends = [proposal[name] for name in ("dividend_pot", "dividend_paid", "dividend_leftover")]
    assert dividends == [EXPECTED[name] for name in ("dividend_pool", "dividend_total", "dividend_leftover")]
    returns = [proposal[name] for name in ("return_pot", "return_paid", "return_leftover")]
    assert returns == [EXPECTED[name] for name in ("average_return_pool", "average_return_total", "average_return_leftover")]
    assert (proposal["eligible_interest"], proposal["return_rate"]) == (61800, Fraction(1, 5))
    assert proposal["dividend_rate"] == Fraction(42435, 4454) / 100
    assert proposal["reserve"] == EXPECTED["reserve_after_leftovers"]


@pytest.mark.parametrize("expected", EXPECTED["members"], ids=[member["member"] for member in EXPECTED["members"]])
def test_each_member_from_savings_to_the_sum_to_be_paid(expected: dict[str, Any]) -> None:
    share, savings = by("shares", "member")[expected["member"]], by("savings", "member")[expected["member"]]
    assert [savings[name] for name in ("opening", "deposited", "withdrawn")] == [expected[name] for name in ("opening_savings", "deposited", "withdrawn")]
    assert savings["closing"] == expected["closing_savings"]
    assert (share["name"], share["share_months"], share["dividend"]) == (expected["name"], expected["share_months"], expected["dividend"])
    assert share["share_months"] * form("year_end")["dividend_rate"] == Fraction(expected["dividend_exact"])
    assert (share["interest"], share["right"]) == (expected["interest_paid"], "ใช่" if expected["eligible_average_return"] else "ไม่มี")
    assert (share["why"] or "", share["average_return"]) == (expected["reason"], expected["average_return"])
    returned = share["interest"] * form("year_end")["return_rate"] if expected["eligible_average_return"] else 0
    assert returned == Fraction(expected["average_return_exact"]) * 100
    assert share["total"] == expected["total_to_member"]


def test_a_leaver_has_share_months_where_the_by_law_counts_them() -> None:
    """The golden's 353 are before the withdrawal: 1,700.00 taken out in November does not work in December, 34 share-months."""
    book = savings_group(SIZE)
    typed = golden_inputs(PATH, book.tables["rules"].initial[0])
    typed["rules"][0]["leaver_dividend"] = "ได้รับ"
    counted = fill(book, SIZE, typed)["shares"]
    expected = {member["member"]: member["share_months_if_counted"] for member in EXPECTED["members"]} | {"ส-05": 353 - 34}
    assert {member: months for member, months in zip(counted.column("member"), counted.column("share_months"), strict=True) if member} == expected


def test_last_years_resolution_and_who_has_not_come() -> None:
    shared = GOLDEN["opening_unpaid_allocation"]
    resolution = form("resolution")
    assert (resolution["profit"], resolution["resolved"], resolution["difference"]) == (shared["surplus"], shared["surplus"], 0)
    assert [row["difference"] for row in rows("resolution_lines")] == [0] * 5
    found = rows("last_dividends")
    assert {row["member"]: row["dividend"] for row in found if row["dividend"]} == shared["dividend"]
    assert {row["member"]: row["average_return"] for row in found if row["average_return"]} == shared["average_return"]
    assert {row["member"]: row["unpaid"] for row in found if row["unpaid"]} == shared["unclaimed"]


def test_the_cash_count_and_the_bank() -> None:
    counted = {row["value"]: (row["pieces"], row["amount"]) for row in rows("denominations") if row["pieces"]}
    assert counted == {each["denomination"]: (each["pieces"], each["amount"]) for each in EXPECTED["cash_count"]}
    count = form("count")
    assert (count["counted"], count["at_year_end"], count["book"], count["difference"]) == (101950, 101950, 101950, 0)
    (bank,) = rows("bank_proof")
    assert (bank["book"], bank["adjusted"], bank["difference"]) == (EXPECTED["bank_certificate"], EXPECTED["bank_certificate"], 0)


def test_how_many_members_there_are() -> None:
    heads = EXPECTED["headcount"]
    assert form("opening_facts")["headcount"] == heads["opening"]
    assert sum(row["joined"] >= dt.date(2024, 1, 1) for row in rows("members")) == heads["joined"]
    assert sum(row["status"] == "ลาออก" for row in rows("members")) == heads["left"]
    assert form("figures")["members"] == heads["closing"]


def test_the_ties() -> None:
    ties, figures = EXPECTED["ties"], form("figures")
    ledger = by("trial_balance", "code")
    assert (figures["savings"], -ledger["31020"]["balance"]) == (ties["savings_register"], ties["savings_ledger"])
    assert (figures["loans"], ledger["13010"]["balance"]) == (ties["loan_register"], ties["loan_ledger"])
    assert {row["tie"]: (row["difference"], row["state"]) for row in rows("controls")} == {row["tie"]: (0, "ตรงกัน") for row in rows("controls")}


def test_the_summary() -> None:
    figures = form("figures")
    assert [figures[name] for name in ("cash", "bank", "surplus", "assets", "overdue", "borrowers")] == [101950, 1755421, 84871, 2332371, 210000, 2]
    months = rows("by_month")
    assert [row["cash"] for row in months][-1] == 101950
    assert [row["savings"] for row in months] == [total("savings", f"month_{month}") for month in range(1, 13)]
    assert [(row["number"], row["lent"]) for row in months if row["lent"]] == [(2, 1000000), (4, 945000)]
    assert (total("by_month", "principal"), total("by_month", "interest")) == (1470000, 110900)
