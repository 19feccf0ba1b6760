"""A club's year kept in its book the way its treasurer would: events become what is typed, and nothing that is calculated."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

from workshop.club.facts import (
    BY_COLLECTOR,
    CASH,
    ENTRY_FEE,
    GIFT,
    PREPAID,
    UPKEEP,
    Case,
    ClubYear,
    Collected,
    Earned,
    FeeMoved,
    Moved,
    Paid,
    Received,
    Remitted,
    Villager,
    Waived,
)
from workshop.golden import PIECES, Record, Typed

BE = 543
INCOME = {ENTRY_FEE: "4B110", UPKEEP: "4B120", GIFT: "4B150", "ดอกเบี้ยธนาคาร บัญชีชมรม": "4B140"}
EXPENSE = {"ค่าแบบพิมพ์": "5B110", "ค่าพวงหรีด": "5B120", "ค่าเดินทาง": "5B130", "ค่าใช้จ่ายในการประชุม": "5B140"}
FEE_INCOME, RESULT, CAPITAL = "4B130", "3B120", "3B110"


def keep_club(year: ClubYear, initial: Mapping[str, Any]) -> Typed:
    """Give what the treasurer types in each table of the club's book; ``initial`` are the rows the template brings, by table."""
    rounds = [*year.brought, *(each for each in year.events if isinstance(each, Collected))]
    return {
        "rules": [_bylaws(year, initial["rules"][0])],
        "dated_rules": _new_rate(year),
        "members": [_member(year, who) for who in year.people],
        "beneficiaries": [
            {"member": who.id, "name": heir.name, "relation": heir.relation, "percent": heir.percent} for who in year.people for heir in who.heirs
        ],
        "opening": [{"account": code, "debit": max(amount, 0) or None, "credit": max(-amount, 0) or None} for code, amount in year.opening.items() if amount],
        "opening_facts": [{"headcount": sum(_there_before(year, who) for who in year.people)}],
        "opening_members": _opening_members(year),
        "opening_deaths": [_before(case) for case in year.cases.values() if case.before],
        "receipts": [_receipt(each) for each in year.events if isinstance(each, Received)],
        "receipt_books": [{"book": book, "first": first, "last": last, "collector": "เหรัญญิก"} for book, first, last in year.receipt_books],
        "cancelled": [{"book": book, "number": number, "reason": "เขียนพลาด"} for book, number in year.cancelled],
        "cash": _cash_book(year),
        "journal": _closing(year),
        "deaths": [_death(case) for case in year.cases.values()],
        "death_debts": [_debt(case, debt) for case in year.cases.values() for debt in case.debts],
        "collection": [_round(each) for each in rounds],
        "unpaid": [_unpaid(year, number, member) for number, member in year.missed],
        "minutes": [{"number": number, "date": date, "subject": subject} for number, date, subject in sorted(year.minutes, key=lambda each: each[1])],
        **_proofs(year),
    }


def _bylaws(year: ClubYear, presets: Mapping[str, Any]) -> Record:
    laws = year.laws
    return dict(presets) | {
        "fund_name": year.name, "tambon": "ร่วมใจ", "first_day": year.first_day, "death_rate": laws.rate, "dead_pays": "ใช่" if laws.dead_pays else "ไม่ใช่",
        "waiting_ordinary": laws.waiting, "prepaid": laws.prepaid or None, "entry_fee": laws.entry_fee, "upkeep": laws.upkeep, "fee_rate": laws.fee_rate,
        "fee_unit": laws.fee_unit, "fee_direction": laws.fee_direction, "advance_least": laws.advance_least, "advance_most": laws.advance_most,
        "lapse_after": laws.lapse_after,
    } | ({"payout_order": "ค่าดำเนินการ หนี้กองทุน สำรองจ่าย ครอบครัว"} if laws.debts_first else {})  # fmt: skip


def _new_rate(year: ClubYear) -> list[Record]:
    if not year.laws.new_rate:
        return []
    since, rate, minute = year.laws.new_rate
    return [{"rule": "เงินสงเคราะห์ต่อราย", "since": since, "value": rate, "minute": minute}]


def _member(year: ClubYear, who: Villager) -> Record:
    left, status = year.gone.get(who.id, (None, "ปกติ"))
    born = {"birth_year": who.birth.year + BE} if who.only_year else {"birth": who.birth}
    told = {"id": who.id, "title": who.title, "first": who.first, "last": who.last, "house": who.house, "village": who.village, "joined": who.joined}
    return told | born | {"applied": who.joined - dt.timedelta(days=7), "status": status, "left": left}


def _there_before(year: ClubYear, who: Villager) -> bool:
    return who.joined < year.first_day and (who.id not in year.gone or year.gone[who.id][0] >= year.first_day)


def _opening_members(year: ClubYear) -> list[Record]:
    rows = ({"member": who.id, "owing": year.opening_owing.get(who.id), "prepaid": year.opening_prepaid.get(who.id)} for who in year.people)
    return [row for row in rows if row["owing"] or row["prepaid"]]


def _before(case: Case) -> Record:
    amounts = dict(zip(("called", "collected", "fee", "advance", "debts", "paid"), case.before or (), strict=True))
    return {"death": case.number} | {name: amount or None for name, amount in amounts.items()} | {"called": amounts["called"]}


def _receipt(each: Received) -> Record:
    told = {"date": each.date, "book": each.receipt[0], "number": each.receipt[1], "member": each.member or None, "payer": each.payer or None}
    way = {} if each.channel == CASH else {"channel": each.channel} | ({"bank": each.bank} if each.bank else {})
    return told | way | {"item": each.item, "amount": each.amount}


def _cash_book(year: ClubYear) -> list[Record]:
    """Give the rows in the order of days; all receipts of a day are one row."""
    rows: list[Record] = []
    days: set[dt.date] = set()
    vouchers: Counter[str] = Counter()
    for event in year.events:
        if isinstance(event, Received):
            if event.channel != BY_COLLECTOR and event.date not in days:
                days.add(event.date)
                rows.append({"date": event.date, "kind": "วันทำการ", "description": "รับตามใบเสร็จ"})
        elif row := _cash_row(event):
            vouchers[row["kind"]] += 1
            rows.append({"date": event.date, "voucher": f"{row['kind']} {vouchers[row['kind']]}", **row})
    return rows


def _cash_row(event: object) -> Record:
    match event:
        case Remitted(number=number, amount=amount):
            return {"kind": "รับ", "item": "ผู้เก็บเงินนำส่ง", "reference": number, "bank1_in": amount} if amount else {}
        case Paid(item=item, place=place, amount=amount, reference=reference, payee=payee):
            return {"kind": "จ่าย", "item": item, "reference": reference or None, "payee": payee or None, f"{place}_out": amount}
        case FeeMoved(death=death, amount=amount):
            return {"kind": "โอน", "item": "โอนค่าดำเนินการ", "reference": death, "bank1_out": amount, "bank2_in": amount}
        case Earned(item=item, place=place, amount=amount):
            return {"kind": "รับ", "item": item, f"{place}_in": amount}
        case Moved(source=source, target=target, amount=amount):
            return {"kind": "โอน", "description": "เงินของชมรม", f"{source}_out": amount, f"{target}_in": amount}
    return {}


def _death(case: Case) -> Record:
    told = {"number": case.number, "date": case.date, "certificate": case.certificate, "member": case.member, "cause": case.cause}
    return told | ({"minute": case.minute} if case.minute else {}) | ({"borne_by": case.borne_by} if case.borne_by else {})


def _debt(case: Case, debt: tuple[str, int, int, str]) -> Record:
    creditor, principal, interest, receipt = debt
    return {"death": case.number, "creditor": creditor, "principal": principal, "interest": interest or None, "receipt": receipt if case.settled else None}


def _round(each: Collected) -> Record:
    told: Record = {"number": each.number, "kind": each.kind, "death": each.death or None, "village": each.village, "collector": f"ผู้เก็บเงินหมู่ {each.village}"}
    return told | {"collected_on": each.date} | ({} if each.kind == PREPAID else {"collected": each.amount})


def _unpaid(year: ClubYear, number: str, member: str) -> Record:
    told: Record = {"death": number, "member": member}
    if (number, member) in year.late:
        return told | {"round": year.late[number, member]}
    minutes = [each.minute for each in year.events if isinstance(each, Waived) and (each.death, each.member) == (number, member)]
    return told | ({"minute": minutes[0]} if minutes else {})


def _closing(year: ClubYear) -> list[Record]:
    """Give the closing vouchers: income and expense into the result, the result into the club's capital."""
    moved: Counter[str] = Counter()
    for event in year.events:
        match event:
            case Received(item=item, amount=amount) | Earned(item=item, amount=amount) if item in INCOME:
                moved[INCOME[item]] += amount
            case Paid(item=item, amount=amount) if item in EXPENSE:
                moved[EXPENSE[item]] -= amount
            case FeeMoved(amount=amount):
                moved[FEE_INCOME] += amount
    surplus = sum(moved.values())
    lines = [("JV-ปิด1", "ปิดรายได้และค่าใช้จ่าย", code, amount) for code, amount in sorted(moved.items())]
    lines += [
        ("JV-ปิด1", "ปิดรายได้และค่าใช้จ่าย", RESULT, -surplus),
        ("JV-ปิด2", "โอนเข้าทุนสะสมของชมรม", RESULT, surplus),
        ("JV-ปิด2", "โอนเข้าทุนสะสมของชมรม", CAPITAL, -surplus),
    ]
    head = {"date": year.last_day, "kind": "ปิดบัญชี"}
    return [
        head | {"voucher": voucher, "description": text, "account": code, "debit" if amount > 0 else "credit": abs(amount)}
        for voucher, text, code, amount in lines if amount
    ]  # fmt: skip


def _proofs(year: ClubYear) -> Typed:
    """Give what was seen on the last day; what was brought so late that the bank had not entered it is told beside the certificate."""
    banks = [{"certificate": year.money[f"bank{bank}"], "document": f"รับรอง {bank}", "certified_on": year.last_day} for bank in (1, 2)]
    if year.in_transit:
        banks[0] |= {"certificate": year.money["bank1"] - year.in_transit, "in_transit": year.in_transit}
    return {
        "count": [{"counted_on": year.last_day, "counter_1": "เหรัญญิก", "counter_2": "ประธาน"}],
        "denominations": [{"pieces": year.counted.get(value)} for value in PIECES],
        "bank_proof": banks,
    }
