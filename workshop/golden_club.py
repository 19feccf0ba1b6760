"""The worked golden year of a funeral welfare club, typed into its book as its treasurer would: its facts, never its answers."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from workshop.golden import PIECES, Facts, Record, Typed, day_of, side

BE = 543
BOOKS = {"ก": "book_A", "ข": "book_B"}
RECEIPT_BOOKS = {"ข": 1, "ก": 2}
"""The golden letters its receipt books; ours are numbered."""
CASH, MEMBERS_BANK, CLUB_BANK, COLLECTORS, PREPAID = "1B110", "1A120", "1B120", "1A110", "2A110"
MONEY = {CASH: "cash", MEMBERS_BANK: "bank1", CLUB_BANK: "bank2"}
RECEIVED = {"4B110": "ค่าสมัคร", "4B120": "ค่าบำรุงรายปี", PREPAID: "เงินสงเคราะห์ล่วงหน้า"}
SPENT = {"5B110": "ค่าแบบพิมพ์", "5B120": "ค่าพวงหรีด"}
CAUSES = {"ordinary": "เจ็บป่วย/ปกติ", "accident": "อุบัติเหตุ"}
FOR_A_DEATH = {"สำรองจ่าย": "สำรองจ่ายวันแรก", "ชำระหนี้": "ชำระหนี้กองทุนแทน", "จ่ายผู้รับ": "จ่ายครอบครัว"}
FEE = "โอนค่าดำเนินการ"


def golden_inputs(path: Path, initial: Mapping[str, Any]) -> Typed:
    """Give what is typed in each table for the golden year at ``path``; ``initial`` are the rows the template brings, by table.

    Only facts are read: people, deaths, who paid whom when, entries, opening; and of the answers the two things that were seen
    and not calculated, what was in the cash box and in the banks on the last day.
    """
    facts = json.loads(path.read_text(encoding="utf-8"))
    cash = [row for letter in BOOKS for entry in _entries(facts, letter, "เงินสด-ธนาคาร") for row in _cash(facts, entry)]
    days = [{"date": day, "kind": "วันทำการ"} for day in sorted({row["date"] for row in _receipts(facts)})]
    return {
        "rules": [_bylaws(facts, initial["rules"][0])],
        "accounts": _accounts(facts, initial["accounts"]),
        "members": [_member(facts, person) for person in facts["members"]],
        "beneficiaries": [row for death in facts["registers"]["deaths"] for row in _beneficiaries(death)],
        "opening": [side(amount) | {"account": account} for book in BOOKS.values() for account, amount in facts[book]["opening"].items()],
        "opening_facts": [{"headcount": len(_there(facts))}],
        "opening_members": [{"member": person["id"], "prepaid": facts["bylaws"]["member_prepaid"]} for person in _there(facts)],
        "receipts": _receipts(facts),
        "receipt_books": [{"book": 1, "first": 1, "last": 12}, {"book": 2, "first": 1, "last": 1}],
        "cash": sorted([*days, *cash], key=lambda row: row["date"]),
        "journal": [row for entry in _entries(facts, "ข", "รายวันทั่วไป") for row in _voucher(entry)],
        "deaths": [_death(facts, death) for death in facts["registers"]["deaths"]],
        "death_debts": [_debt(death, debt) for death in facts["registers"]["deaths"] for debt in death["debts"]],
        "collection": [_round(facts, *key) for key in _rounds(facts)],
        "unpaid": [row for death in facts["registers"]["deaths"] for row in _unpaid(facts, death)],
        **_proofs(facts),
    }


def _entries(facts: Facts, letter: str, book: str) -> list[Facts]:
    return [entry for entry in facts[BOOKS[letter]]["entries"] if entry["book"] == book]


def _number(case: int) -> str:
    return f"ร.{case}"


def _accepted(person: Facts) -> Any:
    year, month, date = person["accepted_be"].split("-")
    return day_of(f"{int(year) - BE}-{month}-{date}")


def _there(facts: Facts) -> list[Facts]:
    return [person for person in facts["members"] if _accepted(person) < day_of(facts["year"]["first"])]


def _bylaws(facts: Facts, presets: Mapping[str, Any]) -> Record:
    laws = facts["bylaws"]
    return dict(presets) | {
        "fund_name": "ชมรมเพื่อนช่วยเพื่อนตำบลทองคำ", "tambon": "ทองคำ", "first_day": day_of(facts["year"]["first"]), "death_rate": laws["rate"],
        "dead_pays": "ใช่" if laws["deceased_pays"] else "ไม่ใช่", "prepaid": laws["member_prepaid"], "entry_fee": laws["entry_fee"],
        "upkeep": laws["upkeep_a_year"], "waiting_ordinary": laws["waiting_days_ordinary"], "waiting_accident": 0, "age_least": laws["age_be"][0],
        "age_most": laws["age_be"][1], "fee_rate": Decimal("0.035"), "fee_unit": 100, "fee_direction": "ปัดลง", "advance_least": None, "advance_most": None,
    }  # fmt: skip


def _accounts(facts: Facts, chart: list[Record]) -> list[Record]:
    """Give the template's chart with the golden's accounts by their names, and the second payable."""
    own = {account["code"]: (account, letter) for letter, book in BOOKS.items() for account in facts[book]["accounts"]}
    told = [{"code": code, "name": account["name"], "group": account["category"], "purse": letter} for code, (account, letter) in own.items()]
    return sorted([*told, *(row for row in chart if row["code"] not in own)], key=lambda row: (row["purse"], row["code"]))


def _member(facts: Facts, person: Facts) -> Record:
    who = {"id": person["id"], "first": "สมาชิก", "last": person["id"], "village": person["village"], "birth_year": person["born_be"]}
    died = next((day_of(death["date"]) for death in facts["registers"]["deaths"] if death["member"] == person["id"]), None)
    return who | {"joined": _accepted(person), "status": "เสียชีวิต" if died else "ปกติ", "left": died}


def _beneficiaries(death: Facts) -> list[Record]:
    each = death["payments"][0]["each"]
    return [{"member": death["member"], "name": f"ผู้รับคนที่ {place}", "percent": Decimal(1) / len(each)} for place in range(1, len(each) + 1)]


def _receipts(facts: Facts) -> list[Record]:
    rows: list[Record] = []
    for letter, book in RECEIPT_BOOKS.items():
        for entry in _entries(facts, letter, "เงินสด-ธนาคาร"):
            if entry["doc"].startswith(f"ใบเสร็จ {letter} "):
                rows += _receipt(facts, entry, book)
    return sorted(rows, key=lambda row: (row["date"], row["book"], row["number"]))


def _receipt(facts: Facts, entry: Facts, book: int) -> Iterator[Record]:
    """Give a row a member: receipts of one day and one item stand in one entry of the golden."""
    numbers = [int(number) for number in re.findall(r"1/(\d{3})", entry["doc"])]
    (money, item), when = entry["lines"], day_of(entry["date"])
    count = numbers[-1] - numbers[0] + 1
    payers = _there(facts) if count > 1 else [person for person in facts["members"] if person["id"] in entry["text"]]
    way = {"channel": "โอน", "bank": 1} if money["account"] == MEMBERS_BANK else {}
    for place, person in enumerate(payers):
        head = {"date": when, "book": book, "number": numbers[0] + place, "member": person["id"], "item": RECEIVED[item["account"]]}
        yield head | way | {"amount": item["credit"] // count}


def _cash(facts: Facts, entry: Facts) -> Iterator[Record]:
    """Give the cash book's row of an entry; receipts are a row a day, a fee is one row though both books tell it."""
    document, lines = entry["doc"], entry["lines"]
    head = {"date": day_of(entry["date"]), "voucher": document, "description": entry["text"]}
    moves = {line["account"]: line["debit"] - line["credit"] for line in lines}
    other = next((line for line in lines if line["account"] not in MONEY), lines[0])
    if document.startswith("จ่าย"):
        (money,) = (account for account in moves if account in MONEY)
        yield head | {"kind": "จ่าย", **_paid_for(facts, entry, other["account"]), f"{MONEY[money]}_out": -moves[money]}
    elif document.startswith("โอน") and MEMBERS_BANK in moves:
        amount = -moves[MEMBERS_BANK]
        yield head | {"kind": "โอน", "item": FEE, "reference": _death_of(facts, other["account"]), "bank1_out": amount, "bank2_in": amount}
    elif document.startswith("นำส่ง"):
        yield head | {"kind": "รับ", "item": "ผู้เก็บเงินนำส่ง", "reference": _round_of(facts, entry), "bank1_in": moves[MEMBERS_BANK]}


def _paid_for(facts: Facts, entry: Facts, account: str) -> Record:
    if account in SPENT:
        return {"item": SPENT[account]}
    if account == PREPAID:
        return {"item": "คืนเงินล่วงหน้า", "reference": next(person["id"] for person in facts["members"] if person["id"] in entry["text"])}
    item = next(item for word, item in FOR_A_DEATH.items() if entry["text"].startswith(word))
    return {"item": item, "reference": _death_of(facts, account)}


def _death_of(facts: Facts, account: str) -> str:
    return next(_number(death["case"]) for death in facts["registers"]["deaths"] if _payable(facts, death["case"]) == account)


def _payable(facts: Facts, case: int) -> str:
    """Give the account a death was called on: each has its own."""
    called = next(entry for entry in _entries(facts, "ก", "รายวันทั่วไป") if entry["doc"].endswith(f" {case}"))
    return next(str(line["account"]) for line in called["lines"] if line["credit"])


def _voucher(entry: Facts) -> list[Record]:
    head: Record = {"date": day_of(entry["date"]), "voucher": entry["doc"], "description": entry["text"], "kind": "ปิดบัญชี"}
    return [head | {"account": line["account"]} | side(line["debit"] - line["credit"]) for line in entry["lines"]]


def _death(facts: Facts, death: Facts) -> Record:
    told = {"number": _number(death["case"]), "date": day_of(death["date"]), "member": death["member"], "cause": CAUSES[death["cause"]]}
    return told | {"account": _payable(facts, death["case"])}


def _debt(death: Facts, debt: Facts) -> Record:
    return {"death": _number(death["case"]), "creditor": debt["to"], "principal": debt["principal"], "interest": debt["interest"], "receipt": "ใบเสร็จกองทุน"}


def _rounds(facts: Facts) -> list[tuple[str, int, str]]:
    """Give each time a village's collector had money of a death: the death, the village, the day."""
    return list(dict.fromkeys((each["case"], each["village"], each["paid_to_collector"]) for each in facts["registers"]["collections"]))


def _name_of(facts: Facts, key: tuple[str, int, str]) -> str:
    case, village, _ = key
    same = [each for each in _rounds(facts) if each[:2] == (case, village)]
    return f"{_number(int(case.split()[-1]))}-หมู่ {village}" + ("-เพิ่ม" if same.index(key) else "")


def _round(facts: Facts, case: str, village: int, on: str) -> Record:
    name = _name_of(facts, (case, village, on))
    collected = sum(
        each["amount"] for each in facts["registers"]["collections"] if (each["case"], each["village"], each["paid_to_collector"]) == (case, village, on)
    )
    kind = "เก็บเพิ่มภายหลัง" if name.endswith("-เพิ่ม") else "เก็บรอบแรก"
    told = {"number": name, "kind": kind, "death": _number(int(case.rsplit(maxsplit=1)[-1])), "village": village, "collector": f"ผู้เก็บเงินหมู่ {village}"}
    return told | {"collected_on": day_of(on), "collected": collected}


def _round_of(facts: Facts, entry: Facts) -> str:
    """Give the round a remittance hands over: of its village and day."""
    village = int(entry["doc"].split()[-1])
    remitted = next(each for each in facts["registers"]["collections"] if each["remitted"] == entry["date"] and each["village"] == village)
    return _name_of(facts, (remitted["case"], village, remitted["paid_to_collector"]))


def _unpaid(facts: Facts, death: Facts) -> list[Record]:
    """Name who was late, with the round in which each paid after all, and who has not paid."""
    rows: list[Record] = []
    number = _number(death["case"])
    for each in facts["registers"]["collections"]:
        name = _name_of(facts, (each["case"], each["village"], each["paid_to_collector"]))
        if name.startswith(f"{number}-") and name.endswith("-เพิ่ม"):
            rows.append({"death": number, "member": each["member"], "round": name})
    return rows + [{"death": number, "member": member} for member in death.get("owing_by", ())]


def _proofs(facts: Facts) -> Typed:
    """Give what was seen on the last day: the cash box, and the banks' certificates."""
    last = day_of(facts["year"]["last"])
    held = {line["account"]: line["amount"] for book in BOOKS.values() for line in facts[book]["expected"]["balance_sheet"]["assets"]}
    banks = [
        {"certificate": held[account], "document": f"หนังสือรับรอง {place}", "certified_on": last} for place, account in enumerate((MEMBERS_BANK, CLUB_BANK), 1)
    ]
    return {
        "count": [{"counted_on": last, "counter_1": "เหรัญญิก", "counter_2": "ประธาน"}],
        "denominations": [{"pieces": held[CASH] // value if value == PIECES[6] else None} for value in PIECES],
        "bank_proof": banks,
    }
