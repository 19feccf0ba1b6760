"""A year kept in the book the way a treasurer would: events become what is typed, and nothing that is calculated."""

from collections.abc import Mapping
from typing import Any

from workshop.events import Year
from workshop.receipts import Cancelled, Reversed
from workshop.typed.cash import cash_book
from workshop.typed.journal import closing_entries, journal
from workshop.typed.opening import carried_into, committee, opening, opening_facts, opening_members
from workshop.typed.receipts import Record, receipt_rows
from workshop.typed.registers import Typed, changes, contracts, last_year, loan_row, member_row, minutes, others, proofs, settlements

__all__ = ("Record", "Typed", "carried_into", "closing_entries", "keep")


def keep(year: Year, presets: Mapping[str, Any]) -> Typed:
    """Give what the treasurer types in each table of the savings group's book; ``presets`` are the by-laws of the template.

    The book must have room for the year's banks.
    """
    left = changes(year)
    return {
        "rules": [_bylaws(year, presets)],
        "committee": committee(year),
        "members": [member_row(person, left.get(person.id)) for person in year.people],
        "opening": opening(year),
        "opening_facts": [opening_facts(year)],
        "opening_members": opening_members(year),
        "receipts": [record for event in year.events for record in receipt_rows(event)],
        "cash": cash_book(year),
        "journal": journal(year),
        "loans": [loan_row(contract, year.proofs.visits) for contract in contracts(year)],
        "settlements": settlements(year),
        "receipt_books": [_book(year, *numbers) for numbers in year.receipt_books],
        "cancelled": [_cancelled(event) for event in year.events if isinstance(event, Cancelled | Reversed)],
        **last_year(year),
        **({"minutes": rows} if (rows := minutes(year)) else {}),
        **others(year),
        **proofs(year),
    }


def _bylaws(year: Year, presets: Mapping[str, Any]) -> Record:
    laws = year.bylaws
    rules = dict(presets) | {
        "fund_name": year.fund, "village": year.village, "first_day": year.first_day, "operating_day": laws.operating_day, "share_value": laws.share_value,
        "savings_least": laws.savings_least, "savings_most": laws.savings_most, "entry_fee": laws.entry_fee, "loan_rate": laws.loan_rate,
        "interest_method": laws.interest_method, "interest_unit": laws.interest_unit, "interest_direction": laws.interest_direction,
        "fine_rate": laws.fine_rate, "fine_unit": laws.fine_unit, "fine_cap": laws.fine_cap, "loan_limit": laws.loan_most,
        "fine_direction": laws.fine_direction, "payout_unit": laws.dividend_unit, "return_cap": laws.average_return_cap,
        "opening_weight": laws.opening_weight, "first_weight": laws.first_weight, "withdrawal_from": laws.withdrawal_from,
        "leaver_dividend": laws.leaver_dividend,
    }  # fmt: skip
    rules |= {"tier_limit": laws.tier_limit, "tier_rate": laws.tier_rate} if laws.tier_limit else {}
    rules |= {f"allowance_{place}": rate for place, rate in enumerate(laws.doubtful, 1)}
    return rules | ({"first_year": "ใช่"} if year.first_year else {})


def _book(year: Year, book: int, first: int, last: int) -> Record:
    collector = {"collector": year.collectors[book]} if book in year.collectors else {}
    return {"book": book, "first": first, "last": last, **collector}


def _cancelled(event: Cancelled | Reversed) -> Record:
    book, number = event.receipt
    return {"book": book, "number": number, "reason": event.reason}
