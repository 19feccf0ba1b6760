"""A village fund's year kept in its book the way its treasurer would."""

from collections.abc import Mapping
from typing import Any

from workshop.events import Funded, Remitted
from workshop.keep import Record, Typed, keep

from .laws import VillageBylaws
from .year import VillageYear


def keep_village(year: VillageYear, presets: Mapping[str, Any]) -> Typed:
    """Give what the treasurer types in each table of a village fund's book; ``presets`` are the by-laws of the template."""
    typed = keep(year, presets)
    return typed | {
        "rules": [typed["rules"][0] | _bylaws(year)],
        "opening_members": _opening_members(year),
        "funding": _funding(year),
        **({"misplaced": rows} if (rows := _misplaced(year)) else {}),
    }


def _bylaws(year: VillageYear) -> Record:
    laws = year.bylaws
    assert isinstance(laws, VillageBylaws)  # noqa: S101 - a village fund has no others
    return {
        "fine_by": laws.fine_by, "late_interest_rate": laws.late_interest_rate, "loan_limit_meeting": max(laws.meeting_most, laws.loan_most),
        "loan_limit_emergency": laws.emergency_most, "guarantors_least": laws.guarantors_least, "guarantees_most": laws.guarantees_most,
        "months_most": laws.months_most, "account_loans_2": "13020", **({"account_loans_3": "13030"} if year.banks > 2 else {}),  # noqa: PLR2004 (a third bank)
    }  # fmt: skip


def _opening_members(year: VillageYear) -> list[Record]:
    there = [person for person in year.people if person.opening or person.unpaid_dividend or person.id in year.shares]
    return [
        {
            "member": person.id, "savings": person.opening or None, "shares": year.shares.get(person.id),
            "unpaid_dividend": person.unpaid_dividend or None,
        }
        for person in there
    ]  # fmt: skip


def _funding(year: VillageYear) -> list[Record]:
    """Give what came to be lent, and of a bank's loan what was paid back."""
    came = [*year.funding, *(event for event in year.events if isinstance(event, Funded))]
    back = sum(event.principal for event in year.events if isinstance(event, Remitted))
    return [
        {
            "date": each.date, "source": each.source, "kind": each.kind, "purse": each.purse, "amount": each.amount, "purpose": each.purpose,
            "due": each.due, "repaid": (back or None) if each.due else None,
        }
        for each in came
    ]  # fmt: skip


def _misplaced(year: VillageYear) -> list[Record]:
    return [
        {"date": year.last_day, "lies_in": each.lies_in, "belongs_to": each.belongs_to, "amount": each.amount, "why": each.why}
        for each in year.misplaced
    ]  # fmt: skip
