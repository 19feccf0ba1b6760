"""Deaths a club has not settled: who has still to pay, what a collector still holds, what the family still waits for."""

import datetime as dt

from templates.books import club_words
from templates.next_year.typed import Record, record, records, used
from templates.read import ReadBook

BEFORE = {"collected": "collected", "fee": "fee_moved", "advance": "advance", "debts": "settled", "paid": "paid"}
"""What was done for a death so far: the column of the opening sheet, and the register's."""


def cases(old: ReadBook) -> list[int]:
    """Give the rows of deaths that go on: members owe for them, a collector holds money of them, or something is still to be paid."""
    if "deaths" not in old.tables:
        return []
    rows, rounds = old.tables["deaths"], old.tables["collection"]
    held = {rounds.columns["death"][index] for index in rounds.used if rounds.money("held", index)}
    return [index for index in rows.used if rows.columns["number"][index] in held or any(rows.money(name, index) for name in ("owing", "payable"))]


def _numbers(old: ReadBook) -> set[object]:
    return {old.tables["deaths"].columns["number"][index] for index in cases(old)}


def deaths(old: ReadBook, _: dt.date) -> list[Record]:
    return records(old.tables["deaths"], cases(old))


def opening_deaths(old: ReadBook, _: dt.date) -> list[Record]:
    """Give what was done for each so far; what a meeting waived is no longer called."""
    rows, found = old.tables["deaths"], []
    for index in cases(old):
        done = {name: amount for name, column in BEFORE.items() if (amount := rows.money(column, index))}
        found.append({"death": rows.columns["number"][index], "called": rows.money("called", index) - rows.money("waived", index), **done})
    return found


def death_debts(old: ReadBook, _: dt.date) -> list[Record]:
    going_on = _numbers(old)
    return [each for each in records(old.tables["death_debts"]) if each.get("death") in going_on]


def collection(old: ReadBook, _: dt.date) -> list[Record]:
    """Give the rounds planned and not made yet, and the money collectors still hold, as brought forward."""
    rows, found = old.tables["collection"], []
    for index in used(old, "collection"):
        told, held = record(rows, index), rows.money("held", index)
        if held:
            found.append(told | {"kind": club_words.BROUGHT_ROUND, "collected": held})
        elif "collected_on" not in told and "collected" not in told:
            found.append(told)
    return found


def unpaid(old: ReadBook, _: dt.date) -> list[Record]:
    rows = old.tables["unpaid"]
    return records(rows, [index for index in used(old, "unpaid") if rows.money("owing", index)])
