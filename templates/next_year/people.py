"""Who is carried into the next year: members, those they named, the committee, and what the fund and each of them owe one another."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from templates.books import words
from templates.next_year.contracts import loans
from templates.next_year.deaths import cases
from templates.next_year.typed import Record, records
from templates.read import ReadBook, ReadRows

HELD = (("savings", "closing", "savings"), ("capital", "closing", "shares"), ("dues", "owing", "owing"), ("dues", "prepaid", "prepaid"))
"""A register, its closing figure, and the column of the opening sheet it goes to."""


def committee(old: ReadBook, ended: dt.date) -> list[Record]:
    """Give those still in office."""
    rows = old.tables["committee"]
    return records(rows, [index for index in rows.used if not isinstance(until := rows.columns["until"][index], dt.date) or until > ended])


def is_member(rows: ReadRows, index: int, day: dt.date) -> bool:
    left = rows.columns["left"][index]
    return not (left <= day if isinstance(left, dt.date) else rows.columns["status"][index] not in (None, words.ACTIVE))


def members(old: ReadBook, ended: dt.date) -> list[Record]:
    """Give who stays, and of those who left: who is owed something or waits for a share of the profit, owes something, or guarantees."""
    rows = old.tables["members"]
    named = {each["member"] for each in opening_members(old, ended)}
    named |= {each.get(name) for each in loans(old, ended) for name in ("member", "guarantor_1", "guarantor_2")}
    named |= {old.tables["deaths"].columns["member"][index] for index in cases(old)}
    named |= {each for table in ("earlier_losses", "write_offs") for each in _lost(old, table)}
    if "shares" in old.tables:
        shares = old.tables["shares"]
        named |= {shares.columns["member"][index] for index in shares.used if any(shares.money(name, index) for name in ("dividend", "average_return"))}
    return records(rows, [index for index in rows.used if is_member(rows, index, ended) or rows.columns["id"][index] in named])


def _lost(old: ReadBook, table: str) -> list[object]:
    """Give the households a proved loss still names: money may come back."""
    if "earlier_losses" not in old.tables:
        return []
    rows, contracts = old.tables[table], old.tables["loans"]
    if table == "earlier_losses":
        return [rows.columns["member"][index] for index in rows.used]
    owners = {contracts.columns["number"][index]: contracts.columns["member"][index] for index in contracts.used}
    return [owners.get(rows.columns["contract"][index]) for index in rows.used]


def beneficiaries(old: ReadBook, ended: dt.date) -> list[Record]:
    """Give whom those named who are carried."""
    there = {each["id"] for each in members(old, ended)}
    return [each for each in records(old.tables["beneficiaries"]) if each.get("member") in there]


def opening_members(old: ReadBook, _: dt.date) -> list[Record]:
    """Give what members hold, owe and have paid ahead, and last years' dividends nobody came for yet; in the order of the register."""
    columns = old.book.tables["opening_members"].columns if "opening_members" in old.book.tables else {}
    held: dict[str, Record] = defaultdict(dict)
    for table, column, opening in HELD:
        rows = old.tables.get(table)
        for index in rows.used if rows is not None and opening in columns else ():
            if rows is not None and (amount := rows.money(column, index)):
                held[str(rows.columns["member"][index])][opening] = amount
    for member, amounts in [*_uncollected(old).items(), *(_paid_ahead(old).items() if "unpaid_dividend" in columns else ())]:
        held[member] |= {name: amount for name, amount in amounts.items() if amount}
    listed = old.tables["members"].columns["id"]
    order = {str(member): place for place, member in enumerate(listed)}
    return [{"member": member, **amounts} for member, amounts in sorted(held.items(), key=lambda each: order.get(each[0], len(order))) if amounts]


def _uncollected(old: ReadBook) -> dict[str, Record]:
    """Give each member's dividends and average returns not collected."""
    if "last_dividends" not in old.tables:
        return {}
    rows, brought, found = old.tables["last_dividends"], old.tables["opening_members"], {}
    before = {str(brought.columns["member"][index]): [brought.money(f"unpaid_{name}", index) for name in ("dividend", "return")] for index in brought.used}
    for index in rows.used:
        member, paid = str(rows.columns["member"][index]), rows.money("paid", index)
        waited, resolved = before.get(member, [0, 0]), [rows.money(name, index) for name in ("dividend", "average_return")]
        if paid == sum(resolved):
            resolved, paid = [0, 0], 0
        left = _less(_less([*waited, *resolved], paid), rows.money("offset", index), [2, 0])
        found[member] = {"unpaid_dividend": left[0] + left[2], "unpaid_return": left[1] + left[3]}
    return found


def _less(amounts: list[int], paid: int, first: Iterable[int] = ()) -> list[int]:
    """Take what was paid off amounts, oldest first; what is more than all of them stays on the first as less than nothing."""
    left = list(amounts)
    for place in (*first, *range(len(left))):
        taken = min(paid, max(left[place], 0))
        left[place], paid = left[place] - taken, paid - taken
    left[0] -= paid
    return left


def _paid_ahead(old: ReadBook) -> dict[str, Record]:
    """Give what each member paid ahead and was not used or given back."""
    items, left = old.tables["items"], defaultdict[str, int](int)
    account = next((items.columns["account"][index] for index in items.used if items.columns["item"][index] == words.PREPAID), None)
    brought, receipts, cash = (old.tables[name] for name in ("opening_members", "receipts", "cash"))
    for index in brought.complete("member", "prepaid"):
        left[str(brought.columns["member"][index])] += brought.money("prepaid", index)
    for index in receipts.used if account else ():
        if receipts.columns["account"][index] == account:
            left[str(receipts.columns["member"][index])] += receipts.money("amount", index)
    for index in cash.used if account else ():
        if cash.columns["account"][index] == account:
            left[str(cash.columns["reference"][index])] -= cash.money("paid", index)
    return {member: {"prepaid": amount} for member, amount in left.items()}
