"""What a book begins with as it is typed: balances, what the fund owes its members, the committee, the last numbers of last year."""

from workshop.events import Lent, Year
from workshop.facts import ACTIVE
from workshop.typed.cash import money_rows
from workshop.typed.journal import journal
from workshop.typed.receipts import Record
from workshop.typed.registers import Typed, dated_rules, loan_row, member_row


def carried_into(year: Year) -> Typed:
    """Give the rows of a book that were taken over from the year before, as they stood on the first day; no rows of the year itself.

    By-laws are ``keep``'s. Raises ValueError for a year before which no other was lived.
    """
    if year.brought is None:
        raise ValueError("a year whose earlier years are only invented")
    brought = year.brought
    names = {person.id: person.name for person in brought.people}
    return {
        "committee": [{"name": names[member], "post": post, "since": brought.since[post]} for post, member in year.committee],
        "dated_rules": dated_rules(brought.amendments),
        "members": [member_row(person) for person in brought.people],
        "opening": opening(year),
        "opening_facts": [opening_facts(year)],
        "opening_members": opening_members(year),
        "loans": [loan_row(contract, brought.visits) for contract in year.contracts],
    }


def committee(year: Year) -> list[Record]:
    """Give who held which post, since when and, where it was handed over in the year, until when."""
    names = {person.id: person.name for person in year.people}
    since = year.brought.since if year.brought else {}
    until = {(each.post, each.before): each.date for each in year.handed_over}
    rows: list[Record] = []
    for place in year.committee:
        left = {"until": until[place]} if place in until else {}
        rows.append({"name": names[place[1]], "post": place[0], "since": since.get(place[0], year.first_day), **left})
    return rows + [{"name": names[each.after], "post": each.post, "since": each.date} for each in year.handed_over]


def opening(year: Year) -> list[Record]:
    """Give each account's closing figure of last year."""
    sides = ((account, amount) for account, amount in year.opening.items() if amount)
    return [{"account": account, "debit": amount if amount > 0 else None, "credit": -amount if amount < 0 else None} for account, amount in sides]


def opening_facts(year: Year) -> Record:
    """Give how many members there were, and the last numbers of last year where they are known."""
    there = [person for person in year.people if person.joined < year.first_day and person.status == ACTIVE]
    return {"headcount": len(there), **(year.brought.last if year.brought else {})}


def opening_members(year: Year) -> list[Record]:
    """Give what the fund owes each member, and those who left while money still waits for them."""
    rows = []
    for person in year.people:
        more = {"unpaid_return": person.unpaid_return, "prepaid": person.prepaid}
        if person.opening or person.unpaid_dividend or any(more.values()):
            row: Record = {"member": person.id, "savings": person.opening, "unpaid_dividend": person.unpaid_dividend or None}
            rows.append(row | {name: amount for name, amount in more.items() if amount})
    return rows


def last_numbers(year: Year) -> dict[str, str]:
    """Give the last numbers of a year by field of the opening facts; of what was not written in it, those it took over itself."""
    receipts = [f"{book}/{number:03d}" for book, _, number in year.receipt_books]
    vouchers = [row["voucher"] for event in year.events for row in money_rows(event) if row["kind"] == "จ่าย"]
    slips = [line["voucher"] for line in journal(year) if "kind" not in line]
    made = [event.contract.number for event in year.events if isinstance(event, Lent)]
    used = {"last_receipt": receipts, "last_voucher": vouchers, "last_journal": slips, "last_contract": made}
    return (year.brought.last if year.brought else {}) | {field: numbers[-1] for field, numbers in used.items() if numbers}
