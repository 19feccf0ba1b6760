"""A year kept in the book the way a treasurer would: events become what is typed, and nothing that is calculated."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from workshop.events import (
    DEAD,
    SPENDING,
    Banked,
    BankInterest,
    Cancelled,
    Contract,
    Drew,
    Event,
    Joined,
    Lent,
    Offset,
    PaidShare,
    Person,
    Repaid,
    Resolved,
    Saved,
    Spent,
    StatusChanged,
    Withdrew,
    Year,
)

Record = dict[str, Any]
Typed = dict[str, list[Record]]
PLANS = {1: "รายเดือน", 3: "ราย 3 เดือน", 12: "รายปี"}
INTEREST_LINE, PRINCIPAL_LINE, FINE_LINE = "ดอกเบี้ยเงินกู้", "ชำระเงินต้น", "ค่าปรับ"


def keep(year: Year, presets: Mapping[str, Any]) -> Typed:
    """Give what the treasurer types in each table of the savings group's book; ``presets`` are the by-laws of the template."""
    return {
        "rules": [_bylaws(year, presets)],
        "committee": _committee(year),
        "members": [_member(person, year) for person in year.people],
        "opening": [_opening(code, amount) for code, amount in year.opening.items() if amount],
        "opening_facts": [{"headcount": sum(person.joined < year.first_day for person in year.people)}],
        "opening_members": _opening_members(year),
        "receipts": [record for event in year.events for record in _receipts(event)],
        "cash": _cash_book(year),
        "journal": _journal(year),
        "loans": [_loan(contract) for contract in (*year.contracts, *(event.contract for event in year.events if isinstance(event, Lent)))],
        "settlements": [_settlement(event, year) for event in year.events if isinstance(event, Withdrew)],
        "receipt_books": [{"book": book, "first": first, "last": last} for book, first, last in year.receipt_books],
        "cancelled": [{"book": event.receipt[0], "number": event.receipt[1], "reason": event.reason} for event in year.events if isinstance(event, Cancelled)],
        **_resolution(year),
        **_proofs(year),
    }


def _bylaws(year: Year, presets: Mapping[str, Any]) -> Record:
    laws = year.bylaws
    return dict(presets) | {
        "fund_name": year.fund, "village": year.village, "first_day": year.first_day, "operating_day": laws.operating_day, "share_value": laws.share_value,
        "savings_least": laws.savings_least, "savings_most": laws.savings_most, "entry_fee": laws.entry_fee, "loan_rate": laws.loan_rate,
        "interest_method": laws.interest_method, "interest_unit": laws.interest_unit, "interest_direction": laws.interest_direction,
        "fine_rate": laws.fine_rate, "fine_unit": laws.fine_unit, "fine_cap": laws.fine_cap, "loan_limit": laws.loan_most,
        "payout_unit": laws.dividend_unit, "return_cap": laws.average_return_cap,
    }  # fmt: skip


def _committee(year: Year) -> list[Record]:
    names = {person.id: f"{person.title}{person.first} {person.last}" for person in year.people}
    return [{"name": names[member], "post": post, "since": year.first_day} for post, member in year.committee]


def _member(person: Person, year: Year) -> Record:
    changes = [event for event in year.events if isinstance(event, StatusChanged) and event.member == person.id]
    return {
        "id": person.id, "title": person.title, "first": person.first, "last": person.last, "house": person.house, "birth": person.birth,
        "joined": person.joined, "status": changes[-1].status if changes else "ปกติ", "left": changes[-1].date if changes else None,
        "pledge": person.pledge, "beneficiary": person.beneficiary or None,
    }  # fmt: skip


def _opening(code: str, amount: int) -> Record:
    return {"account": code, "debit": amount if amount > 0 else None, "credit": -amount if amount < 0 else None}


def _opening_members(year: Year) -> list[Record]:
    there = [person for person in year.people if person.opening or person.unpaid_dividend]
    return [{"member": person.id, "savings": person.opening, "unpaid_dividend": person.unpaid_dividend or None} for person in there]


def _receipts(event: Event) -> Iterable[Record]:
    """Give the receipt rows of an event: a row an item."""
    if isinstance(event, Joined):
        yield _row(event, event.member, "ค่าธรรมเนียมแรกเข้า", event.fee)
    elif isinstance(event, Saved):
        yield _row(event, event.member, "เงินสัจจะ", event.amount, month=event.month, payer=_other(event.payer, event.member), channel=event.channel)
    elif isinstance(event, Repaid):
        told = {"contract": event.contract, "payer": _other(event.payer, event.member), "channel": event.channel}
        if event.principal:
            yield _row(event, event.member, PRINCIPAL_LINE, event.principal, **told)
        yield _row(event, event.member, INTEREST_LINE, event.interest, months=event.months, **told)
        if event.fine:
            yield _row(event, event.member, FINE_LINE, event.fine, **told)
    elif isinstance(event, Offset):
        yield _row(event, event.member, PRINCIPAL_LINE, event.principal, contract=event.contract, channel="หักเงินสัจจะ")


def _row(event: Joined | Saved | Repaid | Offset, member: str, item: str, amount: int, **told: Any) -> Record:
    book, number = event.receipt or (None, None)
    row = {"date": event.date, "book": book, "number": number, "member": member, "item": item, "amount": amount, **told}
    if row.get("channel") == "โอน":
        row["bank"] = 1
    return {name: value for name, value in row.items() if value is not None}


def _other(payer: str, member: str) -> str | None:
    return payer if payer != member else None


def _cash_book(year: Year) -> list[Record]:
    """Give the rows of the cash and bank book; an operating day's receipts are one row, written before what was paid out that day."""
    rows: list[Record] = []
    written: set[dt.date] = set()
    for event in year.events:
        if any(row.get("channel") != "หักเงินสัจจะ" for row in _receipts(event)) and event.date not in written:
            written.add(event.date)
            rows.append({"date": event.date, "kind": "วันทำการ", "description": "รับเงินวันทำการ"})
        rows += _money(event)
    return rows


def _money(event: Event) -> list[Record]:  # noqa: PLR0911 - a line a kind of event
    """Give the cash and bank rows of an event."""
    when = {"date": event.date}
    if isinstance(event, Lent):
        return [_paid(event, event.voucher, "จ่ายเงินกู้", event.contract.principal, reference=event.contract.number)]
    if isinstance(event, Withdrew):
        return [_paid(event, event.voucher, "ถอนเงินสัจจะ", event.amount, reference=event.member)]
    if isinstance(event, Spent):
        return [_paid(event, event.voucher, event.item, event.amount, payee=event.payee)]
    if isinstance(event, PaidShare):
        totals = (("จ่ายเงินปันผล", _sum(event.dividends)), ("จ่ายเงินเฉลี่ยคืน", _sum(event.returns)), ("จ่ายค่าตอบแทนกรรมการ", event.committee))
        return [_paid(event, event.voucher, item, amount) for item, amount in totals if amount]
    if isinstance(event, Banked):
        return [when | {"kind": "โอน", "voucher": event.document, "description": "นำเงินสดฝากธนาคาร", "cash_out": event.amount, "bank1_in": event.amount}]
    if isinstance(event, Drew):
        return [when | {"kind": "โอน", "voucher": event.document, "description": "ถอนเงินฝากธนาคาร", "cash_in": event.amount, "bank1_out": event.amount}]
    if isinstance(event, BankInterest):
        return [when | {"kind": "รับ", "voucher": event.document, "item": "ดอกเบี้ยเงินฝากธนาคาร", "bank1_in": event.amount}]
    return []


def _paid(event: Event, voucher: str, item: str, amount: int, **told: Any) -> Record:
    return {"date": event.date, "kind": "จ่าย", "voucher": voucher, "item": item, "cash_out": amount, **told}


def _sum(amounts: Iterable[tuple[str, int]]) -> int:
    return sum(amount for _, amount in amounts)


def _journal(year: Year) -> list[Record]:
    """Give last year's resolution and the closing of income and expense; expenses and income as the treasurer adds them up."""
    lines: list[Record] = []
    for number, event in enumerate((event for event in year.events if isinstance(event, Resolved)), 1):
        head = {"date": event.date, "voucher": f"JV {number}", "description": "จัดสรรกำไรปีก่อนตามมติ", "minute": event.minute}
        lines.append(head | {"account": "33010", "debit": _sum(event.lines)})
        lines += [head | {"account": account, "credit": amount} for account, amount in event.lines]
    return lines + closing_entries(_moved(year), year.last_day)


def _moved(year: Year) -> dict[str, int]:
    """Give income and expense of the year by account, credit positive, straight from the events."""
    moved: dict[str, int] = {}

    def add(account: str, amount: int) -> None:
        moved[account] = moved.get(account, 0) + amount

    for event in year.events:
        if isinstance(event, Repaid):
            add("41010", event.interest)
            add("42010", event.fine)
        elif isinstance(event, Joined):
            add("43010", event.fee)
        elif isinstance(event, BankInterest):
            add("45010", event.amount)
        elif isinstance(event, Spent):
            add(SPENDING[event.item], -event.amount)
    return {account: amount for account, amount in sorted(moved.items()) if amount}


def closing_entries(moved: Mapping[str, int], day: dt.date) -> list[Record]:
    """Give the three closing vouchers of a year's income and expense (credit positive): into 33020, then into 33010."""
    income = {account: amount for account, amount in moved.items() if account.startswith("4")}
    expense = {account: -amount for account, amount in moved.items() if account.startswith("5")}
    surplus = sum(income.values()) - sum(expense.values())
    lines: list[Record] = []

    def write(voucher: str, text: str, debits: Mapping[str, int], credits_: Mapping[str, int]) -> None:
        head = {"date": day, "voucher": voucher, "description": text, "kind": "ปิดบัญชี"}
        lines.extend(head | {"account": account, "debit": amount} for account, amount in debits.items() if amount)
        lines.extend(head | {"account": account, "credit": amount} for account, amount in credits_.items() if amount)

    write("JV-ปิด1", "ปิดบัญชีรายได้", income, {"33020": sum(income.values())})
    write("JV-ปิด2", "ปิดบัญชีค่าใช้จ่าย", {"33020": sum(expense.values())}, expense)
    sides = ({"33020": surplus}, {"33010": surplus}) if surplus >= 0 else ({"33010": -surplus}, {"33020": -surplus})
    write("JV-ปิด3", "โอนกำไรสุทธิเข้ากำไรสะสมรอจัดสรร", *sides)
    return lines


def _loan(contract: Contract) -> Record:
    guarantors = (*contract.guarantors, None, None)
    return {
        "number": contract.number, "member": contract.member, "kind": "สามัญ", "date": contract.date, "principal": contract.principal, "rate": contract.rate,
        "method": contract.method, "plan": PLANS[contract.every], "instalments": contract.instalments, "instalment": contract.instalment,
        "first_due": contract.first_due, "purpose": contract.purpose, "guarantor_1": guarantors[0], "guarantor_2": guarantors[1], "minute": contract.minute,
        "repaid_before": contract.repaid_before or None, "interest_to": contract.interest_paid_to,
    }  # fmt: skip


def _settlement(event: Withdrew, year: Year) -> Record:
    dead = any(isinstance(other, StatusChanged) and other.member == event.member and other.status == DEAD for other in year.events)
    reason = "ถอนบางส่วน" if not event.left else DEAD if dead else "ลาออก"
    return {"date": event.date, "member": event.member, "reason": reason, "paid_to": event.payee or None, "voucher": event.voucher}


def _resolution(year: Year) -> Typed:
    resolved = next((event for event in year.events if isinstance(event, Resolved)), None)
    if resolved is None:
        return {}
    paid = next((event for event in year.events if isinstance(event, PaidShare)), None)
    came = {member for member, _ in (*paid.dividends, *paid.returns)} if paid else set()
    dividends, returns = dict(resolved.dividends), dict(resolved.returns)
    received = {member: dict(paid.dividends).get(member, 0) + dict(paid.returns).get(member, 0) for member in came} if paid else {}
    rows = []
    for person in year.people:
        row: Record = {"dividend": dividends.get(person.id), "average_return": returns.get(person.id)}
        if person.id in came and paid:
            row |= {"paid_on": paid.date, "voucher": paid.voucher, "paid": received[person.id]}
        rows.append(row)
    return {
        "resolution": [{"met_on": resolved.date, "minute": resolved.minute}],
        "resolution_lines": [{"account": account, "amount": amount} for account, amount in resolved.lines],
        "last_dividends": rows,
        "minutes": [{"number": resolved.minute, "date": resolved.date, "subject": "รับรองงบและจัดสรรกำไรปีก่อน"}],
    }


def _proofs(year: Year) -> Typed:
    """Give the cash count, and the bank's certificate as the bank knows it: what went in less what came out."""
    bank = year.opening.get("12110", 0)
    for event in year.events:
        bank += event.amount if isinstance(event, (Banked, BankInterest)) else -event.amount if isinstance(event, Drew) else 0
        bank += sum(row["amount"] for row in _receipts(event) if row.get("channel") == "โอน")
    names = [name for name, _ in groupby(person.first for person in year.people[:2])]
    counted: Record = {"counted_on": year.last_day, "counter_1": names[0], "counter_2": names[-1]}
    pieces = [{"pieces": year.cash_count.get(value)} for value in (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25)]
    certificate = {"certificate": bank, "document": "ธ.1", "certified_on": year.last_day}
    return {"count": [counted], "denominations": pieces, "bank_proof": [certificate]}
