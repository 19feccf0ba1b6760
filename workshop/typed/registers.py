"""The registers as they are typed: members, contracts, who left, who paid for others, welfare, last year's resolution, and the proofs of the money."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from addin.udfs import add_months
from workshop.events import (
    Banked,
    BankInterest,
    Drew,
    Event,
    Funded,
    Granted,
    Helped,
    Lent,
    Moved,
    PaidShare,
    Remitted,
    Resolved,
    Spent,
    StatusChanged,
    Withdrew,
    WroteOff,
    Year,
)
from workshop.facts import TRANSFER, Amendment, Contract, Person, Visits
from workshop.receipts import Offset, Recourse
from workshop.typed.journal import PROFIT
from workshop.typed.receipts import Record, receipt_rows

Typed = dict[str, list[Record]]
ONCE, PLANS = "งวดเดียว", {1: "รายเดือน", 3: "ราย 3 เดือน", 12: "รายปี"}
SIGNED_AFTER = dt.timedelta(days=6)
PIECES = (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25)


def changes(year: Year) -> dict[str, StatusChanged]:
    """Give the last change of status of each member who left in the year."""
    return {event.member: event for event in year.events if isinstance(event, StatusChanged)}


def member_row(person: Person, change: StatusChanged | None = None) -> Record:
    """Give a member's row, with a change of status since the first day."""
    status, left = (change.status, change.date) if change else (person.status, person.left)
    row = {
        "id": person.id, "title": person.title, "first": person.first, "last": person.last, "house": person.house, "birth": person.birth,
        "joined": person.joined, "status": status, "left": left,
        "pledge": person.pledge, "beneficiary": person.beneficiary or None,
    }  # fmt: skip
    return row | ({"citizen_id": person.citizen_id} if person.citizen_id else {})


def loan_row(contract: Contract, visits: Visits) -> Record:
    """Give a contract's row, and when its borrower was visited."""
    guarantors = (*contract.guarantors, None, None)
    row = {
        "number": contract.number, "member": contract.member, "kind": contract.kind, "date": contract.date, "principal": contract.principal,
        "rate": contract.rate, "method": contract.method, "plan": ONCE if contract.once else PLANS[contract.every], "instalments": contract.instalments,
        "instalment": contract.instalment, "first_due": contract.first_due, "purpose": contract.purpose, "guarantor_1": guarantors[0],
        "guarantor_2": guarantors[1], "minute": contract.minute, "repaid_before": contract.repaid_before or None, "interest_to": contract.interest_paid_to,
    }  # fmt: skip
    row |= {"continues": contract.continues, "cash_before": contract.cash_before} if contract.continues else {}
    row |= {"collateral": contract.collateral} if contract.collateral else {}
    row |= {"purse": contract.purse, "approver": contract.approver or None} if contract.purse else {}
    visited = visits.get(contract.number)
    return row | ({"followed_up": visited[0], "acknowledged": visited[1]} if visited else {})


def contracts(year: Year) -> list[Contract]:
    """Give every contract: those carried, then those of the year."""
    return [*year.contracts, *(event.contract for event in year.events if isinstance(event, Lent))]


def settlements(year: Year) -> list[Record]:
    """Give who took savings out or left; what a debt took of the savings of one who died stands under other deductions."""
    left = changes(year)
    status = {person.id: person.status for person in year.people} | {member: change.status for member, change in left.items()}
    offsets = [event for event in year.events if isinstance(event, Offset) and event.member in left]
    cleared = {event.member: event.principal for event in offsets if event.date >= left[event.member].date}
    paid = {event.member for event in year.events if isinstance(event, Withdrew) and event.left}
    rows = []
    for event in year.events:
        if isinstance(event, Withdrew):
            reason = status[event.member] if event.left else "ถอนบางส่วน"
            row: Record = {"date": event.date, "member": event.member, "reason": reason, "paid_to": event.payee or None, "voucher": event.voucher}
            rows.append(row | ({"fine": cleared[event.member]} if event.left and event.member in cleared else {}))
        elif isinstance(event, Offset) and event.member in cleared.keys() - paid:
            rows.append({"date": event.date, "member": event.member, "reason": status[event.member], "fine": event.principal})
    return rows


def dated_rules(amendments: Iterable[Amendment]) -> list[Record]:
    """Give the by-laws that were changed, each since a day."""
    return [{"rule": each.rule, "since": each.since, "value": each.value, "minute": each.minute} for each in amendments]


def others(year: Year) -> Typed:
    """Give the registers that most years leave empty; those of them that are."""
    tables: Typed = {"write_offs": [], "recourse": [], "welfare": []}
    tables["dated_rules"] = dated_rules(year.amendments)
    seen = {"date": year.last_day, "method": "สุ่มเลือกจากทะเบียน"}
    tables["confirmations"] = [seen | {"member": member, "passbook": amount} for member, amount in year.proofs.confirmed]
    for event in year.events:
        match event:
            case WroteOff(date=date, contract=contract, amount=amount, minute=minute):
                tables["write_offs"].append({"contract": contract, "date": date, "amount": amount, "minute": minute})
            case Recourse(date=date, receipt=(book, number), contract=contract, guarantor=guarantor, amount=amount, recovered=recovered):
                told = {"contract": contract, "guarantor": guarantor, "date": date, "receipt": f"{book}/{number:03d}", "amount": amount}
                tables["recourse"].append(told | ({"recovered": recovered} if recovered else {}))
            case Helped(date=date, voucher=voucher, member=member, right=right, ceiling=ceiling, minute=minute):
                told = {"date": date, "member": member, "right": right, "ceiling": ceiling, "voucher": voucher, "minute": minute}
                tables["welfare"].append(told)
            case _:
                pass
    return {name: rows for name, rows in tables.items() if rows}


def last_year(year: Year) -> Typed:
    """Give last year's resolution, its lines, and who was paid what; after a loss what is to be made good first."""
    if (loss := year.opening.get(PROFIT, 0)) > 0:
        number, date, _ = next(minute for minute in year.minutes if minute[0].startswith("ประชุมใหญ่"))
        return {"resolution": [{"met_on": date, "minute": number}], "last_dividends": _shares(year, {}, {}), "year_end": [{"earlier_loss": loss}]}
    resolved = next((event for event in year.events if isinstance(event, Resolved)), None)
    if resolved is None:
        return {}
    return {
        "resolution": [{"met_on": resolved.date, "minute": resolved.minute}],
        "resolution_lines": [{"account": account, "amount": amount} for account, amount in resolved.lines],
        "last_dividends": _shares(year, dict(resolved.dividends), dict(resolved.returns)),
    }


def _shares(year: Year, dividends: dict[str, int], returns: dict[str, int]) -> list[Record]:
    """Give each member's share of last year, and what was paid in cash: once, on the day the member came."""
    paid: dict[str, Record] = {}
    for event in year.events:
        if isinstance(event, PaidShare):
            for member, amount in (*event.dividends, *event.returns):
                row = paid.setdefault(member, {"paid_on": event.date, "voucher": event.voucher, "paid": 0})
                row["paid"] += amount
    return [{"dividend": dividends.get(person.id), "average_return": returns.get(person.id)} | paid.get(person.id, {}) for person in year.people]


def minutes(year: Year) -> list[Record]:
    """Give the resolutions that other sheets quote."""
    resolved = [event for event in year.events if isinstance(event, Resolved)]
    rows = [{"number": event.minute, "date": event.date, "subject": "รับรองงบและจัดสรรกำไรปีก่อน"} for event in resolved]
    return rows + [{"number": number, "date": date, "subject": subject} for number, date, subject in year.minutes]


def proofs(year: Year) -> Typed:
    """Give the cash count, and each bank's certificate as the bank knows it: what it has not written yet is not in it."""
    told = year.proofs
    names = [name for name, _ in groupby([person.first for person in year.people if person.left is None][:2])]
    counted: Record = {"counted_on": told.counted_on or year.last_day, "counter_1": names[0], "counter_2": names[-1]}
    counted |= {"received_since": told.received_since, "paid_since": told.paid_since} if told.counted_on else {}
    signed = _signed(year) if told.signed else {}
    pieces = [{"pieces": year.cash_count.get(value)} for value in PIECES]
    certificates = [_certificate(year, bank) for bank in range(1, year.banks + 1)]
    return {"count": [counted], "denominations": pieces, "bank_proof": certificates, **signed}


def _signed(year: Year) -> Typed:
    """Close every month some days after its end, and let the committee sign."""
    closed = [add_months(year.first_day, month) + SIGNED_AFTER for month in range(1, 13)]
    names, posts = {person.id: person.name for person in year.people}, dict(year.committee)
    signed = {field: names[posts[post]] for field, post in (("bookkeeper", "เลขานุการ"), ("treasurer", "เหรัญญิก"), ("chair", "ประธาน")) if post in posts}
    return {"by_month": [{"closed_on": date} for date in closed], "sign_off": [{"closed_on": closed[-1], **signed}]}


def _certificate(year: Year, bank: int) -> Record:
    in_transit, outstanding = year.proofs.in_transit.get(bank, 0), year.proofs.outstanding.get(bank, 0)
    book = year.opening.get(year.bank_accounts[bank], 0) + sum(amount for event in year.events for amount in _bank_moves(event, bank))
    row: Record = {"certificate": book - in_transit + outstanding, "document": f"ธ.{bank}", "certified_on": year.last_day}
    return row | ({"in_transit": in_transit} if in_transit else {}) | ({"outstanding": outstanding} if outstanding else {})


def _bank_moves(event: Event, bank: int) -> Iterator[int]:
    """Give what an event puts into a bank; what it takes out is below zero."""
    match event:
        case Banked(amount=amount, bank=at) | BankInterest(amount=amount, bank=at) | Granted(amount=amount, bank=at) | Funded(amount=amount, bank=at) if (
            at == bank
        ):
            yield amount
        case Drew(amount=amount, bank=at) | Spent(amount=amount, bank=at) if at == bank:
            yield -amount
        case Lent(contract=contract, bank=at) if at == bank:
            yield -contract.principal
        case Remitted(principal=principal, interest=interest, bank=at, interest_bank=other):
            yield -principal * (at == bank) - interest * (other == bank)
        case Moved(source=source, target=target, amount=amount):
            yield amount if target == bank else -amount if source == bank else 0
        case _:
            yield from (row["amount"] for row in receipt_rows(event) if row.get("channel") == TRANSFER and row.get("bank") == bank)
