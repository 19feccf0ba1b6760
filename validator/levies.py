"""A welfare club's year as it was typed: who was a member on a day, what each death called for, what was brought, who had not paid.

Counted anew from the rows people type, one member at a time, so that no figure of a sheet is held against itself.
"""

import datetime as dt
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from addin.udfs.members import ACCIDENT
from addin.udfs.rounding import round_money
from templates.books import club_words as words
from templates.books.club_rules import LEVY
from templates.books.words import DEAD, YES
from templates.read import ReadBook, ReadRows
from validator.memo import once_a_book

MEMBERS = ("members.id", "members.village", "members.joined", "members.status", "members.left")
DEATHS = ("deaths.number", "deaths.date", "deaths.member", "deaths.cause", "deaths.minute")
ROUNDS = ("collection.number", "collection.kind", "collection.death", "collection.village", "collection.collected_on", "collection.collected")
UNPAID = ("unpaid.death", "unpaid.member", "unpaid.round", "unpaid.minute")
"""What a check that looks at the members, the deaths, the rounds or those who had not paid needs."""


class Belongs(NamedTuple):
    """A member: from when to when."""

    id: str
    village: int
    joined: dt.date
    left: dt.date | None
    dead: bool


class Case(NamedTuple):
    """A death as typed, and what the by-laws make of it."""

    row: int
    number: str
    date: dt.date
    member: str
    accident: bool
    minute: str
    waited: int | None
    right: bool
    rate: int
    payers: tuple[Belongs, ...]
    headcount: int
    carried: bool
    account: str
    was_called: bool
    """Whether the sheet says that it was called: without a right and a minute that is a question of its own."""

    @property
    def levy(self) -> int:
        return self.rate if self.right or self.minute or self.was_called else 0


class Round(NamedTuple):
    """Money a village's collector brought."""

    row: int
    number: str
    kind: str
    death: str
    village: int
    on: dt.date | None
    amount: int

    @property
    def posts(self) -> bool:
        """Whether it is of a death, and of this year."""
        return self.kind in (words.FIRST_ROUND, words.LATE_ROUND)


class Named(NamedTuple):
    """A member who had not paid for a death."""

    row: int
    death: str
    member: str
    round: str
    minute: str
    amount: int

    @property
    def waived(self) -> int:
        return self.amount if self.minute and not self.round else 0


def keeps_levies(book: ReadBook) -> bool:
    """Tell whether this is the book of a fund that calls on its members when one of them dies."""
    return "deaths" in book.book.tables


def text(rows: ReadRows, name: str, index: int) -> str:
    """Give a text; nothing where the cell holds none."""
    value = rows.columns[name][index]
    return value if isinstance(value, str) else ""


@once_a_book
def belongs(book: ReadBook) -> tuple[Belongs, ...]:
    """Give every member with a day of acceptance."""
    rows, found = book.tables["members"], []
    for index in rows.used:
        joined, left, village = (rows.columns[name][index] for name in ("joined", "left", "village"))
        if isinstance(joined, dt.date):
            dead = rows.columns["status"][index] == DEAD
            place = village if isinstance(village, int) else 0
            found.append(Belongs(text(rows, "id", index), place, joined, left if isinstance(left, dt.date) else None, dead))
    return tuple(found)


def members_on(book: ReadBook, day: dt.date) -> tuple[Belongs, ...]:
    """Give who was a member on a day: accepted by then, and not gone before."""
    return tuple(each for each in belongs(book) if each.joined <= day and (each.left is None or each.left >= day))


def rate_on(book: ReadBook, day: dt.date) -> int:
    """Give the levy of a day: the by-law's, or the last that a minute put in its place."""
    rows, rate = book.tables["dated_rules"], book.rule("death_rate")
    changes = [
        (since, rows.money("value", index))
        for index in rows.used
        if isinstance(since := rows.columns["since"][index], dt.date) and text(rows, "rule", index) == LEVY
    ]
    known = [value for since, value in sorted(changes) if since <= day]
    return known[-1] if known else rate if isinstance(rate, int) else 0


@once_a_book
def cases(book: ReadBook) -> tuple[Case, ...]:
    """Give every death with a number and a day."""
    rows, found, first = book.tables["deaths"], [], book.rule("first_day")
    joined = {each.id: each.joined for each in belongs(book)}
    dead_on = Counter(rows.columns["date"][index] for index in rows.used)
    pays = book.rule("dead_pays") == YES
    for index in rows.used:
        number, date, member = text(rows, "number", index), rows.columns["date"][index], text(rows, "member", index)
        if not number or not isinstance(date, dt.date):
            continue
        accident, there = text(rows, "cause", index) == ACCIDENT, members_on(book, date)
        waited = (date - joined[member]).days if member in joined else None
        waiting = book.rule("waiting_accident" if accident else "waiting_ordinary") or 0
        dead = {text(rows, "member", other) for other in rows.used if rows.columns["date"][other] == date}
        payers = tuple(each for each in there if pays or each.id not in dead)
        account = text(rows, "account", index) or str(book.rule("account_payable") or "")
        found.append(
            Case(
                index, number, date, member, accident, text(rows, "minute", index), waited, waited is not None and waited >= waiting,
                rate_on(book, date), payers, len(there) if dead_on[date] else 0, isinstance(first, dt.date) and date < first, account,
                rows.money("called", index) != 0,
            )
        )  # fmt: skip
    return tuple(found)


@once_a_book
def by_number(book: ReadBook) -> dict[str, Case]:
    """Give the deaths by their numbers."""
    return {case.number: case for case in cases(book)}


@once_a_book
def rounds(book: ReadBook) -> tuple[Round, ...]:
    """Give every round of a collector; one of prepaid money has no amount of its own."""
    rows, found = book.tables["collection"], []
    for index in rows.used:
        on, village = rows.columns["collected_on"][index], rows.columns["village"][index]
        found.append(
            Round(
                index, text(rows, "number", index), text(rows, "kind", index), text(rows, "death", index), village if isinstance(village, int) else 0,
                on if isinstance(on, dt.date) else None, rows.money("collected", index),
            )
        )  # fmt: skip
    return tuple(found)


@once_a_book
def named(book: ReadBook) -> tuple[Named, ...]:
    """Give everyone who is named as not having paid for a death."""
    rows, found = book.tables["unpaid"], []
    for index in rows.used:
        death = text(rows, "death", index)
        amount = by_number(book)[death].levy if death in by_number(book) else 0
        found.append(Named(index, death, text(rows, "member", index), text(rows, "round", index), text(rows, "minute", index), amount))
    return tuple(found)


def expected_of(book: ReadBook, each: Round) -> int | None:
    """Give what a round should have brought by the names of who had not paid; None where that cannot be said."""
    case = by_number(book).get(each.death)
    if case is None or not case.levy or not each.posts or each.on is None:
        return None
    if each.kind == words.LATE_ROUND:
        return sum(who.amount for who in named(book) if who.round == each.number)
    due = {who.id for who in case.payers if who.village == each.village}
    return case.levy * len(due) - sum(who.amount for who in named(book) if who.death == each.death and who.member in due)


def called(book: ReadBook, case: Case) -> int:
    """Give what a death calls for; of one carried from earlier years what was called then."""
    return before(book, case.number, "called") if case.carried else case.levy * len(case.payers)


def before(book: ReadBook, number: str, column: str) -> int:
    """Give what earlier years did for a death."""
    rows = book.tables["opening_deaths"]
    return sum(rows.money(column, index) for index in rows.used if rows.columns["death"][index] == number)


def collected(book: ReadBook, case: Case) -> int:
    """Give what was brought for a death so far, earlier years included."""
    return before(book, case.number, "collected") + sum(each.amount for each in rounds(book) if each.posts and each.death == case.number)


def waived(book: ReadBook, case: Case) -> int:
    """Give what is no longer asked for, by minutes."""
    return sum(each.waived for each in named(book) if each.death == case.number)


def fee_on(book: ReadBook, amount: int) -> int:
    """Give the club's fee on what was collected, rounded once; 0 where the by-laws do not say."""
    rate, unit, direction = (book.rule(name) for name in ("fee_rate", "fee_unit", "fee_direction"))
    if not isinstance(rate, (int, Decimal, Fraction)) or not isinstance(unit, int) or unit <= 0 or amount < 0:
        return 0
    return round_money(amount * Fraction(rate), unit, str(direction))


def account_of(book: ReadBook, register: str, reference: str, account: str) -> str:
    """Give the account a row of the cash and bank book posts on: a row for a death on the death's own."""
    if register not in words.OF_A_DEATH or not keeps_levies(book):
        return account
    return by_number(book)[reference].account if reference in by_number(book) else ""


def postings(book: ReadBook) -> list[tuple[str, int, int]]:
    """Give what the deaths, the rounds and the waivers put on accounts: account, debit, credit."""
    found: list[tuple[str, int, int]] = []
    receivable, collectors = (str(book.rule(name) or "") for name in ("account_receivable", "account_collectors"))
    for case in cases(book):
        if not case.carried:
            amount = called(book, case)
            found += [(receivable, amount, 0), (case.account, 0, amount)]
        given_up = waived(book, case)
        found += [(case.account, given_up, 0), (receivable, 0, given_up)]
    for each in rounds(book):
        if each.posts:
            found += [(collectors, each.amount, 0), (receivable, 0, each.amount)]
    return found
