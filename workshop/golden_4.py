"""The worked golden year of a revolving fund (กข.คจ.), typed into its book as its treasurer would: its facts, never its answers."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from workshop.typed.receipts import Record
from workshop.typed.registers import Typed

Facts = dict[str, Any]
CASH, BANK, LOANS, LOSSES, CAPITAL = "11010", "12110", "13010", "18110", "31010"
TITLES = ("นางสาว", "นาง", "นาย")
PIECES = (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25)
ONE_DAY = dt.timedelta(days=1)


def golden_inputs(path: Path, presets: Mapping[str, Any]) -> Typed:
    """Give what is typed in each table for the golden year at ``path``; ``presets`` are the by-laws of the template.

    Only facts are read: households, opening, entries, the plan of the new contract, and from the answers the one thing that was
    seen and not calculated, the bank's balance. The golden does not say when the money out on the first day was received: the
    last day of the year before stands for it, and what was still owed on that day stands for the contract.
    """
    facts = json.loads(path.read_text(encoding="utf-8"))
    first, last = (_day(facts["year"][name]) for name in ("first", "last"))
    losses = [_loss(entry) for entry in facts["entries"] if any(line["account"] == LOSSES for line in entry["lines"])]
    return {
        "rules": [dict(presets) | {"fund_name": "กข.คจ. บ้านทองคำ", "village": "บ้านทองคำ", "first_day": first, "capital": -facts["opening"][CAPITAL]}],
        "members": [_household(each) for each in facts["registers"]["households"]],
        "opening": [_side(amount) | {"account": account} for account, amount in facts["opening"].items()],
        "opening_facts": [{"headcount": len(facts["registers"]["households"])}],
        "receipts": [_receipt(facts, each) for each in facts["registers"]["returns"]],
        "cash": [_cash(entry) for entry in facts["entries"] if entry["book"] == "เงินสด-ธนาคาร"],
        "journal": [row for entry in facts["entries"] if entry["book"] == "รายวันทั่วไป" for row in _voucher(entry)],
        "loans": [*(_carried(each, first) for each in facts["registers"]["households"] if each["opening"]), *_lent(facts)],
        "write_offs": losses,
        "receipt_books": [_book(facts["registers"]["returns"])],
        "minutes": [{"number": each["minute"], "date": each["date"], "subject": "พิสูจน์เงินทุนสูญเสีย"} for each in losses],
        "count": [{"counted_on": last, "counter_1": "เหรัญญิก", "counter_2": "ประธาน"}],
        "denominations": _pieces(facts["expected"]["money_proof"]["where"]["cash"]),
        "bank_proof": [{"certificate": facts["expected"]["money_proof"]["where"]["bank"], "certified_on": last}],
    }


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _side(amount: int) -> Record:
    return {"debit": amount} if amount > 0 else {"credit": -amount}


def _household(each: Facts) -> Record:
    """Give a household; what stands in brackets behind the head's name is a note."""
    name, _, note = each["head"].partition(" (")
    title = next(title for title in TITLES if name.startswith(title))
    first, _, last = name.removeprefix(title).partition(" ")
    row = {"id": each["household"], "order": each["order"], "title": title, "first": first, "last": last or None, "note": note.removesuffix(")") or None}
    return row | {"occupation": each["occupation"], "income_before": each["income_before"], "status": "ปกติ"}


def _old(household: str) -> str:
    """Name the contract of the round before, which the golden does not number."""
    return f"เดิม {household}"


def _carried(each: Facts, first: dt.date) -> Record:
    row = {"number": _old(each["household"]), "member": each["household"], "date": first - ONE_DAY, "principal": each["opening"], "round": 1}
    return row | {"occupation": each["occupation"], "due": _day(each["due"]) if each["due"] and each["round"] == 1 else None}


def _lent(facts: Facts) -> list[Record]:
    rows = []
    for entry in facts["entries"]:
        borrowed = next((line for line in entry["lines"] if line["account"] == LOANS and line["debit"]), None)
        if borrowed:
            plan = {f"{name}_{each['no']}": value for each in facts["registers"]["plan_of_round_2"] for name, value in _instalment(each)}
            turn = re.search(r"รอบที่ (\d+)", entry["text"])
            row = {"number": _number(entry), "member": borrowed["ref"], "date": _day(entry["date"]), "principal": borrowed["debit"]}
            rows.append(row | {"round": int(turn[1]) if turn else None} | plan)
    return rows


def _instalment(each: Facts) -> tuple[tuple[str, Any], ...]:
    return ("due", _day(each["due"])), ("amount", each["amount"])


def _number(entry: Facts) -> str:
    return str(entry["doc"].removeprefix("สัญญา "))


def _receipt(facts: Facts, each: Facts) -> Record:
    """Give a receipt's row: of the household's newest contract that was there on the day and not yet returned."""
    book, number = each["receipt"].split("/")
    until = [entry for entry in facts["entries"] if entry["date"] <= each["date"]]
    newer = [_number(entry) for entry in until for line in entry["lines"] if line["account"] == LOANS and line["debit"] and line["ref"] == each["household"]]
    row = {"date": _day(each["date"]), "book": int(book), "number": int(number), "member": each["household"], "item": "ส่งคืนเงินยืม"}
    return row | {"contract": newer[-1] if newer else _old(each["household"]), "amount": each["amount"]}


def _cash(entry: Facts) -> Record:
    """Give the row of the cash and bank book: a receipt brings its own amount, a deposit or a withdrawal has both sides."""
    document, row = entry["doc"], {"date": _day(entry["date"]), "description": entry["text"]}
    if document.startswith("ใบเสร็จ"):
        return row | {"kind": "ใบเสร็จ", "reference": document.removeprefix("ใบเสร็จ ")}
    row["voucher"] = document
    moves = {line["account"]: line["debit"] - line["credit"] for line in entry["lines"]}
    if moves.keys() == {CASH, BANK}:
        places = (("cash", CASH), ("bank1", BANK))
        return row | {"kind": "โอน"} | {f"{place}_{'in' if moves[account] > 0 else 'out'}": abs(moves[account]) for place, account in places}
    if BANK in moves:
        return row | {"kind": "รับ", "item": "ดอกเบี้ยเงินฝากธนาคาร", "bank1_in": moves[BANK]}
    return row | {"kind": "จ่าย", "item": "ให้ยืมเงินทุน", "reference": _number(entry), "cash_out": -moves[CASH]}


def _voucher(entry: Facts) -> list[Record]:
    head: Record = {"date": _day(entry["date"]), "voucher": entry["doc"], "description": entry["text"]}
    head |= {"kind": "ปิดบัญชี"} if entry["phase"] == "close" else {"minute": _minute(entry)}
    return [head | {"account": line["account"]} | _side(line["debit"] - line["credit"]) for line in entry["lines"]]


def _minute(entry: Facts) -> str:
    found = re.search(r"มติ (\S+)", entry["text"])
    return found[1] if found else ""


def _loss(entry: Facts) -> Record:
    line = next(line for line in entry["lines"] if line["account"] == LOSSES)
    cause, _, paper = entry["text"].partition(" พิสูจน์แล้วตาม")
    return {
        "contract": _old(line["ref"]), "date": _day(entry["date"]), "amount": line["debit"], "cause": cause, "minute": _minute(entry),
        "document": paper.partition("และ")[2],
    }  # fmt: skip


def _book(returns: list[Facts]) -> Record:
    numbers = [tuple(map(int, each["receipt"].split("/"))) for each in returns]
    return {"book": numbers[0][0], "first": min(number for _, number in numbers), "last": max(number for _, number in numbers)}


def _pieces(cash: int) -> list[Record]:
    """Count the cash in the largest notes; the golden tells its sum alone."""
    rows: list[Record] = []
    for piece in PIECES:
        number, cash = divmod(cash, piece)
        rows.append({"pieces": number or None})
    return rows
