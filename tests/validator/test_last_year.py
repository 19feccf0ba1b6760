"""LEDG-06 with last year's book: a year typed on from the museum's sound one, first as it closed, then with one figure otherwise."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from templates.filled import fill
from templates.write import write_book
from tests.validator.building import Bench
from validator.outcome import Finding, Result
from validator.run import Report, check_file
from workshop.keep import Typed
from workshop.museum import SIZE, Base

FIRST = dt.date(2025, 1, 1)


def carried(base: Base) -> Typed:
    """Type in what the next treasurer copies from the closed book: balances, members' savings, open contracts. Nothing has happened yet."""
    closed = base.filled
    trial, savings, loans, ageing, last = (closed[name].columns for name in ("trial_balance", "savings", "loans", "ageing", "last_dividends"))
    members = [record | {"status": "ปกติ", "left": None} for record in base.typed["members"] if record["status"] == "ปกติ"]
    return {
        "rules": [base.typed["rules"][0] | {"first_day": FIRST, "first_year": "ไม่ใช่"}],
        "members": members,
        "opening_facts": [{"headcount": len(members)}],
        "opening": [_side(code, amount) for code, amount in zip(trial["code"], trial["after_closing"], strict=True) if code and amount],
        "opening_members": [
            {"member": member, "savings": savings["closing"][index] or None, "unpaid_dividend": last["unpaid"][index] or None}
            for index, member in enumerate(savings["member"])
            if member and (savings["closing"][index] or last["unpaid"][index])
        ],
        "loans": [
            record | {"repaid_before": record["principal"] - loans["balance"][index], "interest_to": ageing["interest_to"][index]}
            for index, record in enumerate(base.typed["loans"])
            if loans["balance"][index]
        ],
    }


def _side(code: Any, amount: Any) -> dict[str, Any]:
    return {"account": code, "debit": amount if amount > 0 else None, "credit": -amount if amount < 0 else None}


def check_next(bench: Bench, folder: Path, change: Callable[[Typed], None] | None = None, last_year: Path | None = None) -> Report:
    """Check the carried year, with something in it otherwise, against the sound book or another file."""
    typed = carried(bench.base)
    if change:
        change(typed)
    path = folder / "next.xlsx"
    write_book(bench.base.book, SIZE, fill(bench.base.book, SIZE, typed), path)
    return check_file(path, last_year or bench.sound())


def of_opening(report: Report) -> list[Finding]:
    (outcome,) = (each for each in report.outcomes if each.check == "LEDG-06")
    return [finding for finding in outcome.findings if not finding.explained_by]


def test_a_year_carried_on_as_it_closed_has_no_finding(bench: Bench, tmp_path: Path) -> None:
    report = check_next(bench, tmp_path)
    assert report.findings == []
    assert report.last_year is not None
    assert report.last_year.findings == []


def _savings_and_account(typed: Typed) -> None:
    """Lower a member's savings and the account alike: only last year's book can tell."""
    typed["opening_members"][2]["savings"] -= 150_000
    next(row for row in typed["opening"] if row["account"] == "31020")["credit"] -= 150_000
    next(row for row in typed["opening"] if row["account"] == "34100")["credit"] += 150_000


def test_what_is_lowered_in_member_and_account_alike_is_found_in_both(bench: Bench, tmp_path: Path) -> None:
    report = check_next(bench, tmp_path, _savings_and_account)
    found = {finding.key: finding.difference for finding in of_opening(report)}
    member = carried(bench.base)["opening_members"][2]["member"]
    # 31020 is credit: 1,500.00 less; the reserve has what it lacks, so the two accounts are one slip
    assert found == {"LEDG-06:account 34100": 150_000, f"LEDG-06:savings {member}": -150_000}
    assert check_next(bench, tmp_path, _savings_and_account, None).decision == "not yet"


def _contract(typed: Typed) -> None:
    typed["loans"][0]["repaid_before"] += 100_000
    next(row for row in typed["opening"] if row["account"] == "13010")["debit"] -= 100_000
    next(row for row in typed["opening"] if row["account"] == "34100")["credit"] -= 100_000


def test_a_contract_that_owes_less_than_it_did_is_found(bench: Bench, tmp_path: Path) -> None:
    number = carried(bench.base)["loans"][0]["number"]
    assert (f"LEDG-06:contract {number}", -100_000) in {(finding.key, finding.difference) for finding in of_opening(check_next(bench, tmp_path, _contract))}


def _without_a_contract(typed: Typed) -> None:
    del typed["loans"][0]


def test_a_contract_left_behind_is_found(bench: Bench, tmp_path: Path) -> None:
    gone = carried(bench.base)["loans"][0]
    owed = gone["principal"] - gone["repaid_before"]
    assert f"LEDG-06:contract {gone['number']}" in {f.key for f in of_opening(check_next(bench, tmp_path, _without_a_contract)) if f.difference == -owed}


def _headcount(typed: Typed) -> None:
    typed["opening_facts"][0]["headcount"] += 1


def test_a_headcount_is_compared(bench: Bench, tmp_path: Path) -> None:
    assert [finding.key for finding in of_opening(check_next(bench, tmp_path, _headcount))] == ["LEDG-06:headcount"]


@pytest.mark.parametrize(("other", "reason"), [("itself", "ไม่ใช่ปีที่ต่อกัน"), ("missing", "ยังอ่านไม่ได้")])
def test_a_file_that_is_not_last_year_s_is_said(bench: Bench, tmp_path: Path, other: str, reason: str) -> None:
    """The year checked against itself, and against a file that is not there."""
    last_year = tmp_path / ("next.xlsx" if other == "itself" else "gone.xlsx")
    report = check_next(bench, tmp_path, last_year=last_year)
    (outcome,) = (each for each in report.outcomes if each.check == "LEDG-06")
    assert outcome.result is Result.NOT_RUN
    assert reason in outcome.reason
