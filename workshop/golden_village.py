"""The worked golden year of a village fund, typed into its book as its treasurer would: its facts, never its answers."""

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from workshop.golden import PIECES, Facts, Record, Typed, day_of, entries_in, named, receipt_book, side, voucher_lines

CASH, BANKS = "11010", ("12110", "12210")
LOANS = {"13010": 1, "13020": 2}
"""The control accounts of loans, and the บัญชี each lends from."""
RECEIVED = {
    "21010": "เงินสัจจะ", "31010": "ค่าหุ้น", "13010": "ชำระเงินต้น", "13020": "ชำระเงินต้นฉุกเฉิน (บัญชี 2)", "41010": "ดอกเบี้ยเงินกู้", "41020": "ดอกเบี้ยเงินกู้ฉุกเฉิน",
    "42010": "ค่าปรับ", "43020": "ค่าธรรมเนียมขอกู้",
}  # fmt: skip
PAID = {
    "23041": "จ่ายเงินปันผล", "23042": "จ่ายเงินเฉลี่ยคืน", "34500": "จ่ายค่าตอบแทนกรรมการ", "13010": "จ่ายเงินกู้", "13020": "จ่ายเงินกู้ฉุกเฉิน (บัญชี 2)",
    "53020": "เบี้ยประชุมกรรมการ", "54010": "ค่าวัสดุและแบบพิมพ์", "54020": "ค่าเดินทาง",
}  # fmt: skip
YEAR, EMERGENCY_MONTHS, SHARE = 12, 4, 10000
JOINED = dt.date(2019, 3, 1)
"""The golden names no day of joining: some day before its year."""
CARRIED_GUARANTORS = {"ม-04/2566": ("ม-05", "ม-06")}


def golden_village_inputs(path: Path, presets: Mapping[str, Any]) -> Typed:
    """Give what is typed in each table for the golden year at ``path``; ``presets`` are the by-laws of the template.

    Of the answers only what was seen and not calculated is read: the bank's money not moved yet, and of the registers the
    terms of the contracts (the golden has no other place for the guarantors).
    """
    facts = json.loads(path.read_text(encoding="utf-8"))
    return {
        "rules": [_bylaws(facts, presets)],
        "members": [named(person) | {"joined": JOINED, "status": "ปกติ"} for person in facts["members"]],
        "opening": [side(amount) | {"account": account} for account, amount in facts["opening"].items()],
        "opening_facts": [{"headcount": len(facts["members"])}],
        "opening_members": [
            {"member": each["id"], "savings": each["opening_savings"], "shares": each["shares"] * SHARE} for each in facts["members"]
        ],
        "receipts": [row for receipt in facts["receipts"] for row in _receipt(receipt)],
        "cash": [row for entry in entries_in(facts, "เงินสด-ธนาคาร") for row in _cash(facts, entry)],
        "journal": [row | _minute(entry) for entry in entries_in(facts, "รายวันทั่วไป") for row in voucher_lines(entry)],
        "loans": _contracts(facts),
        "recourse": _recourse(facts),
        "receipt_books": [receipt_book(facts["receipts"])],
        "minutes": _minutes(facts),
        **_resolution(facts),
        **_proofs(facts),
    }  # fmt: skip


def _bylaws(facts: Facts, presets: Mapping[str, Any]) -> Record:
    laws = facts["bylaws"]
    allowances = {f"allowance_{place}": Decimal(percent) / 100 for place, percent in enumerate(list(laws["allowance"].values())[1:], 1)}
    return dict(presets) | allowances | {
        "fund_name": "กองทุนหมู่บ้านทองคำ", "village": "บ้านทองคำ", "first_day": day_of(facts["year"]["first"]), "first_year": "ไม่ใช่", "operating_day": 15,
        "share_value": laws["share_value"], "loan_limit": laws["ceiling"], "guarantors_least": laws["guarantors"],
        "guarantees_most": laws["guarantor_at_most_contracts"], "payout_unit": laws["payout_unit"], "savings_least": None, "savings_most": None,
    }  # fmt: skip


def _receipt(receipt: Facts) -> list[Record]:
    """Give a row for each line; the contract stands in the line of the principal, and interest and fine are the same one's."""
    contract = next((line["text"].removeprefix("เงินต้น ") for line in receipt["lines"] if line["account"] in LOANS), None)
    head = {"date": day_of(receipt["date"]), "book": int(receipt["book"]), "number": int(receipt["no"]), "member": receipt["member"]}
    head |= {"payer": receipt["payer"]} if "payer" in receipt else {}
    rows = []
    for line in receipt["lines"]:
        row = head | {"item": RECEIVED[line["account"]], "amount": line["amount"]}
        if contract and line["account"] in {*LOANS, "41010", "41020", "42010"}:
            row["contract"] = contract
        if line["account"] in ("41010", "41020"):
            row["months"] = EMERGENCY_MONTHS if line["account"] == "41020" else YEAR
        rows.append(row)
    return rows


def _cash(facts: Facts, entry: Facts) -> list[Record]:
    """Give the cash book's rows of an entry: a receipts day is one row, a voucher a row for each account and contract it pays."""
    document, when = entry["doc"], {"date": day_of(entry["date"])}
    if document.startswith("ใบเสร็จ"):
        return [when | {"kind": "วันทำการ", "description": entry["text"]}]
    head = when | {"voucher": document, "description": entry["text"]}
    moves = {line["account"]: line["debit"] - line["credit"] for line in entry["lines"]}
    places = {CASH: "cash", **{account: f"bank{bank}" for bank, account in enumerate(BANKS, 1)}}
    if moves.keys() <= places.keys():
        return [head | {"kind": "โอน"} | {f"{places[account]}_{'in' if moved > 0 else 'out'}": abs(moved) for account, moved in moves.items()}]
    bank = next((places[account] for account in BANKS if account in moves), None)
    if bank:
        (moved,) = (amount for account, amount in moves.items() if account in BANKS)
        return [head | {"kind": "รับ", "item": "ดอกเบี้ยเงินฝากธนาคาร", f"{bank}_in": moved}]
    return [row for line in entry["lines"] if line["account"] != CASH for row in _paid(facts, head, line)]


def _paid(facts: Facts, head: Record, line: Facts) -> list[Record]:
    """Give the rows of a payment: one account, or the contracts it was lent on."""
    row = head | {"kind": "จ่าย", "item": PAID[line["account"]]}
    if line["account"] not in LOANS:
        return [row | {"cash_out": line["debit"]}]
    lent = [loan for loan in _lent(facts) if loan["date"] == head["date"]]
    return [row | {"reference": loan["number"], "payee": loan["member"], "cash_out": loan["principal"]} for loan in lent]


def _contracts(facts: Facts) -> list[Record]:
    """Give the contracts: carried over, and of this year."""
    carried = []
    for each in facts["opening_contracts"]:
        guarantors = CARRIED_GUARANTORS.get(each["contract"], ())
        carried.append(_loan(each["contract"], each["member"], day_of(each["date"]), day_of(each["due"]), each["principal"], guarantors))
    notice = next(each for each in facts["registers"]["loans"] if "guarantor_notice" in each)
    visited = [loan | ({"followed_up": day_of(notice["guarantor_notice"])} if loan["number"] == notice["contract"] else {}) for loan in carried]
    return [*visited, *_lent(facts)]


def _lent(facts: Facts) -> list[Record]:
    """Give the contracts of this year: the seven of February, and the emergency loan of March."""
    new = [each for each in facts["registers"]["loans"] if each["date"] >= facts["year"]["first"]]
    loans = [_loan(each["contract"], each["member"], day_of(each["date"]), day_of(each["due"]), each["principal"], each["guarantors"]) for each in new]
    (urgent,) = (line | {"date": entry["date"]} for entry in facts["entries"] for line in entry["lines"] if line["account"] == "13020" and line["debit"])
    lent = dt.date.fromisoformat(urgent["date"])
    emergency = _loan(urgent["ref"], "ม-07", lent, lent.replace(month=lent.month + EMERGENCY_MONTHS), urgent["debit"], ())
    return [*loans, emergency | {"kind": "ฉุกเฉิน", "purse": 2}]


def _loan(number: str, member: str, date: dt.date, due: dt.date, principal: int, guarantors: Any) -> Record:
    guaranteed = {f"guarantor_{place}": each for place, each in enumerate(guarantors, 1)}
    return guaranteed | {
        "number": number, "member": member, "kind": "สามัญ", "purse": 1, "date": date, "principal": principal, "rate": Decimal("0.06"), "method": "รายปี",
        "plan": "งวดเดียว", "instalments": 1, "instalment": principal, "first_due": due,
    }  # fmt: skip


def _recourse(facts: Facts) -> list[Record]:
    """Give what guarantors paid in a borrower's place."""
    paid = (each for each in facts["registers"]["repayments"] if each["payer"] != each["member"])
    return [
        {"contract": each["contract"], "guarantor": each["payer"], "date": day_of(each["date"]), "receipt": each["receipt"], "amount": each["total"]}
        for each in paid
    ]


def _resolved(facts: Facts) -> Facts:
    return next(entry for entry in entries_in(facts, "รายวันทั่วไป") if entry["phase"] == "year")


def _meeting(facts: Facts) -> str:
    return str(_resolved(facts)["text"].rpartition(" ")[2])


def _minute(entry: Facts) -> Record:
    """Give the minute of an entry: only the resolution has one."""
    return {} if "ที่ประชุมใหญ่" in entry["text"] and entry["phase"] == "year" else {"minute": None}


def _minutes(facts: Facts) -> list[Record]:
    return [{"number": f"ประชุมใหญ่ {_meeting(facts)}", "date": day_of(_resolved(facts)["date"]), "subject": "รับรองงบและจัดสรรกำไรปีก่อน"}]


def _resolution(facts: Facts) -> Typed:
    """Give last year's resolution in this year's book; the golden says that all was paid, and not to whom how much."""
    resolved = _resolved(facts)
    return {
        "resolution": [{"met_on": day_of(resolved["date"]), "minute": f"ประชุมใหญ่ {_meeting(facts)}"}],
        "resolution_lines": [{"account": line["account"], "amount": line["credit"]} for line in resolved["lines"] if line["credit"]],
    }


def _proofs(facts: Facts) -> Typed:
    """Give what was seen on the last day: the cash, the banks' certificates, and the bank's interest not moved yet."""
    last, seen = day_of(facts["year"]["last"]), facts["expected"]["cash_book"][-1]
    left, pieces = seen[CASH]["balance"], []
    for value in PIECES:
        number, left = divmod(left, value)
        pieces.append({"pieces": number or None})
    waiting = facts["expected"]["account_1_proof"]["source"]["bank_interest_not_yet_transferred"]
    return {
        "count": [{"counted_on": last, "counter_1": "เหรัญญิก", "counter_2": "ประธาน"}],
        "denominations": pieces,
        "bank_proof": [{"certificate": seen[account]["balance"], "certified_on": last} for account in BANKS],
        "misplaced": [{"date": last, "lies_in": 1, "belongs_to": 2, "amount": waiting, "why": "ดอกเบี้ยธนาคารที่ยังไม่ได้โอน", "document": "สมุดธนาคาร"}],
    }
