"""The worked golden year of a savings group, typed into its book as its treasurer would: its facts, never its answers."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Typed = dict[str, list[Record]]
Facts = Mapping[str, Any]

BE = 543
TITLES = ("นางสาว", "นาง", "นาย")
CASH, BANK, LOANS, SAVINGS, INTEREST, FINE, ENTRY = "11010", "12110", "13010", "31020", "41010", "42010", "43010"
RECEIVED = {SAVINGS: "เงินสัจจะ", LOANS: "ชำระเงินต้น", INTEREST: "ดอกเบี้ยเงินกู้", FINE: "ค่าปรับ", ENTRY: "ค่าธรรมเนียมแรกเข้า"}
PAID = {
    LOANS: "จ่ายเงินกู้", SAVINGS: "ถอนเงินสัจจะ", "23041": "จ่ายเงินปันผล", "23042": "จ่ายเงินเฉลี่ยคืน", "34500": "จ่ายค่าตอบแทนกรรมการ",
    "54010": "ค่าวัสดุและแบบพิมพ์", "54020": "ค่าเดินทาง", "54030": "ค่าใช้จ่ายในการประชุม",
}  # fmt: skip
PIECES = (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25)
GENERAL_MEETING = "ประชุมใหญ่ {}"
"""The committee numbers its minutes from 1 as the general meeting does, and both stand in one register."""


def golden_inputs(path: Path, presets: Mapping[str, Any]) -> Typed:
    """Give what is typed in each table for the golden year at ``path``; ``presets`` are the by-laws of the template.

    Only facts are read: people, contracts, opening, receipts, entries, and from the answers the two things that were
    seen and not calculated, the notes and coins counted and the bank's certificate.
    """
    facts = json.loads(path.read_text(encoding="utf-8"))
    return {
        "rules": [_bylaws(facts, presets)],
        "members": [_member(person) for person in facts["members"]],
        "opening": [side(amount) | {"account": account} for account, amount in facts["opening"].items()],
        "opening_facts": [{"headcount": sum(_joined(person) < day_of(facts["year"]["first"]) for person in facts["members"])}],
        "opening_members": [{"member": person["id"], "savings": person["opening_savings"]} for person in facts["members"] if person["opening_savings"]],
        "receipts": [row for receipt in facts["receipts"] for row in _receipt(receipt)],
        "cash": [row for entry in entries_in(facts, "เงินสด-ธนาคาร") for row in _cash(entry)],
        "journal": [row for entry in entries_in(facts, "รายวันทั่วไป") for row in voucher_lines(entry)],
        "loans": [_loan(contract) for contract in facts["contracts"]],
        "settlements": [row for entry in entries_in(facts, "เงินสด-ธนาคาร") for row in _settlement(entry)],
        "receipt_books": [receipt_book(facts["receipts"])],
        "minutes": _minutes(facts),
        **_resolution(facts),
        **_proofs(facts),
    }


def day_of(text: str) -> dt.date:
    """Read a golden's date."""
    return dt.date.fromisoformat(text)


def _joined(person: Facts) -> dt.date:
    """Read the golden's joining date, whose year is of the Buddhist era."""
    year, month, day = map(int, person["joined_be"].split("-"))
    return dt.date(year - BE, month, day)


def entries_in(facts: Facts, book: str) -> list[Facts]:
    """Give the entries of the year and its closing in one of the golden's books."""
    return [entry for entry in facts["entries"] if entry["book"] == book and entry["phase"] in ("year", "close")]


def side(amount: int) -> Record:
    """Put an amount, debit positive, on its side."""
    return {"debit": amount} if amount > 0 else {"credit": -amount}


def _bylaws(facts: Facts, presets: Mapping[str, Any]) -> Record:
    laws = facts["bylaws"]
    return dict(presets) | {
        "fund_name": "กลุ่มออมทรัพย์เพื่อการผลิตบ้านทองคำ", "village": "บ้านทองคำ", "first_day": day_of(facts["year"]["first"]), "first_year": "ไม่ใช่",
        "operating_day": laws["operating_day"], "share_value": laws["share_value"], "savings_in_ledger": "ทุน", "loan_rate": Decimal("0.12"),
        "interest_method": "ลดต้นลดดอก", "interest_unit": 100, "interest_direction": "ปัดลง", "fine_rate": Decimal("0.0025"), "fine_unit": 100,
        "fine_direction": "ปัดลง", "split_order": "ค่าปรับ ดอกเบี้ย เงินต้น", "opening_weight": 12, "first_weight": 11, "leaver_dividend": "ไม่ได้รับ",
        "payout_unit": laws["payout_unit"], "return_cap": Decimal("0.2"), "entry_fee": 2000,
    }  # fmt: skip


def named(person: Facts) -> Record:
    """Give a person's id and the parts of the name."""
    title = next(title for title in TITLES if person["name"].startswith(title))
    first, last = person["name"].removeprefix(title).split()
    return {"id": person["id"], "title": title, "first": first, "last": last}


def _member(person: Facts) -> Record:
    left = person["left"] and day_of(person["left"])
    return named(person) | {"joined": _joined(person)} | {"status": "ลาออก" if left else "ปกติ", "left": left}


def _receipt(receipt: Facts) -> list[Record]:
    """Give a row for each line; the contract stands in the line of the principal, and interest and fine are the same one's."""
    lines = receipt["lines"]
    contract = next((line["text"].removeprefix("เงินต้น ") for line in lines if line["account"] == LOANS), None)
    rows = []
    for line in lines:
        row = {"date": day_of(receipt["date"]), "book": int(receipt["book"]), "number": int(receipt["no"]), "member": receipt["member"]}
        row |= {"item": RECEIVED[line["account"]], "amount": line["amount"]}
        if line["account"] in (LOANS, INTEREST, FINE):
            row["contract"] = contract
        if line["account"] == SAVINGS:
            row["month"] = number_in(r"เดือน (\d+)/", line["text"])
        if line["account"] == INTEREST:
            row["months"] = number_in(r"ดอกเบี้ย (\d+) เดือน", line["text"])
        rows.append(row)
    return rows


def number_in(pattern: str, text: str) -> int:
    """Read a number out of a golden's words. Raises ValueError where there is none."""
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"no number in {text!r}")
    return int(found[1])


def _cash(entry: Facts) -> list[Record]:
    """Give the cash book's rows of an entry: a receipts day is one row, a voucher a row for each account it pays."""
    document, when = entry["doc"], {"date": day_of(entry["date"])}
    if document.startswith("ใบเสร็จ"):
        return [when | {"kind": "วันทำการ", "description": entry["text"]}]
    head = when | {"voucher": document, "description": entry["text"]}
    moves = {line["account"]: line["debit"] - line["credit"] for line in entry["lines"]}
    if moves.keys() == {CASH, BANK}:
        into_cash, into_bank = (
            {f"{place}_in": moves[account]} if moves[account] > 0 else {f"{place}_out": -moves[account]} for place, account in (("cash", CASH), ("bank1", BANK))
        )
        return [head | {"kind": "โอน"} | into_cash | into_bank]
    if BANK in moves:
        return [head | {"kind": "รับ", "item": "ดอกเบี้ยเงินฝากธนาคาร", "bank1_in": moves[BANK]}]
    spent = [line for line in entry["lines"] if line["account"] != CASH]
    return [head | {"kind": "จ่าย", "item": PAID[line["account"]], "reference": line["ref"] or None, "cash_out": line["debit"]} for line in spent]


def voucher_lines(entry: Facts) -> list[Record]:
    """Give the journal's lines of an entry."""
    head: Record = {"date": day_of(entry["date"]), "voucher": entry["doc"], "description": entry["text"]}
    head |= {"kind": "ปิดบัญชี"} if entry["phase"] == "close" else {"minute": _meeting(entry)}
    return [head | {"account": line["account"]} | side(line["debit"] - line["credit"]) for line in entry["lines"]]


def _meeting(entry: Facts) -> str:
    return GENERAL_MEETING.format(entry["text"].rpartition(" ")[2])


def _loan(contract: Facts) -> Record:
    """Give a contract; its first instalment is the usual one."""
    first = contract["schedule"][0]
    return {
        "number": contract["contract"], "member": contract["member"], "kind": "สามัญ", "date": day_of(contract["date"]), "principal": contract["principal"],
        "rate": Decimal("0.12"), "method": "ลดต้นลดดอก", "plan": "รายเดือน", "instalments": contract["instalments"], "instalment": first["principal"],
        "first_due": day_of(first["due"]), "purpose": contract["purpose"], "guarantor_1": contract["guarantors"][0], "guarantor_2": contract["guarantors"][1],
        "minute": contract["minute"],
    }  # fmt: skip


def _settlement(entry: Facts) -> list[Record]:
    paid = [line for line in entry["lines"] if line["account"] == SAVINGS and line["debit"]]
    return [{"date": day_of(entry["date"]), "member": line["ref"], "reason": "ลาออก", "voucher": entry["doc"]} for line in paid]


def receipt_book(receipts: list[Facts]) -> Record:
    """Give the one book of receipts a golden uses."""
    numbers = [int(receipt["no"]) for receipt in receipts]
    return {"book": 1, "first": min(numbers), "last": max(numbers)}


def _resolved(facts: Facts) -> Facts:
    return next(entry for entry in entries_in(facts, "รายวันทั่วไป") if entry["phase"] == "year")


def _minutes(facts: Facts) -> list[Record]:
    resolved = _resolved(facts)
    loans = [{"number": each["minute"], "date": day_of(each["date"]), "subject": f"อนุมัติเงินกู้ {each['contract']}"} for each in facts["contracts"]]
    meeting = {"number": _meeting(resolved), "date": day_of(resolved["date"]), "subject": "รับรองงบและจัดสรรกำไรปีก่อน"}
    return sorted([*loans, meeting], key=lambda row: row["date"])


def _resolution(facts: Facts) -> Typed:
    """Give last year's resolution in this year's book, and who came for the money."""
    resolved, shared = _resolved(facts), facts["opening_unpaid_allocation"]
    paid = next(entry for entry in entries_in(facts, "เงินสด-ธนาคาร") if any(line["account"] == "23041" for line in entry["lines"]))
    rows = []
    for person in facts["members"]:
        own = {name: shared[name].get(person["id"]) for name in ("dividend", "average_return")}
        due = sum(amount or 0 for amount in own.values()) - shared["unclaimed"].get(person["id"], 0)
        rows.append(own | ({"paid_on": day_of(paid["date"]), "voucher": paid["doc"], "paid": due} if due else {}))
    return {
        "resolution": [{"met_on": day_of(resolved["date"]), "minute": _meeting(resolved)}],
        "resolution_lines": [{"account": line["account"], "amount": line["credit"]} for line in resolved["lines"] if line["credit"]],
        "last_dividends": rows,
    }


def _proofs(facts: Facts) -> Typed:
    """Give what was seen on the last day: notes and coins, and the bank's certificate."""
    seen, last = facts["expected"], day_of(facts["year"]["last"])
    pieces = {each["denomination"]: each["pieces"] for each in seen["cash_count"]}
    return {
        "count": [{"counted_on": last, "counter_1": "เหรัญญิก", "counter_2": "ประธาน"}],
        "denominations": [{"pieces": pieces.get(value)} for value in PIECES],
        "bank_proof": [{"certificate": seen["bank_certificate"], "certified_on": last}],
    }
