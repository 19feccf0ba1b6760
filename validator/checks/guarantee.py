"""LOAN-06 and LOAN-09: who guarantees, and whether borrower and guarantors were in arrears on the day of a new contract."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from addin.udfs import CalculationError, principal_due
from templates.books.words import EMERGENCY_LOAN, LAND_LOAN
from templates.read import ReadBook, ReadRows
from validator.evidence import about, baht, thai_day
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.postings import REPAYMENTS, repaid_on
from validator.registry import READING, check

GUARANTORS = ("guarantor_1", "guarantor_2")
WITHOUT = (EMERGENCY_LOAN, LAND_LOAN)
"""Kinds of loans for which by-laws usually ask no guarantors; what another thing secures needs none either."""
TERMS = ("loans.number", "loans.member", "loans.date", "loans.guarantor_1", "loans.guarantor_2")


class New(NamedTuple):
    """A contract made in the year."""

    row: int
    number: str
    member: str
    date: dt.date
    guarantors: tuple[tuple[str, str], ...]
    """Column and member."""

    @property
    def others(self) -> dict[str, str]:
        """Give each guarantor but the borrower once, with the first column they stand in."""
        first = {member: name for name, member in reversed(self.guarantors)}
        return {member: first[member] for _, member in self.guarantors if member != self.member}


def _new(book: ReadBook) -> list[New]:
    rows, first_day = book.tables["loans"], book.rule("first_day")
    if not isinstance(first_day, dt.date):
        raise NotRun("ยังไม่ได้กรอกวันเริ่มปีบัญชีในแผ่นระเบียบ")
    made = []
    for index in rows.complete("number", "member", "date"):
        day = rows.columns["date"][index]
        if isinstance(day, dt.date) and day >= first_day:
            given = tuple((name, str(rows.columns[name][index])) for name in GUARANTORS if rows.columns[name][index] is not None)
            made.append(New(index, str(rows.columns["number"][index]), str(rows.columns["member"][index]), day, given))
    if not made:
        raise NotApplicable("ปีนี้ไม่มีสัญญาใหม่")
    return made


@check("LOAN-06", Severity.WARNING, needs=(*TERMS, "members.id", "members.joined", "rules.first_day"), masked_by=(*READING, "MEMB-01", "MEMB-05"), over="loans")
def guarantor_integrity(book: ReadBook) -> Iterator[Finding]:
    """Of each new contract, guarantors are as many as the by-laws ask, members on that day, not the borrower and nobody twice.

    Why: a guarantee by the borrower guards nobody. Emergency loans and those that land or another thing secures need none. Two
    can be written down, so no more are asked. Where a by-law says of how many contracts one may stand good, nobody does for more.
    """
    members, loans = book.tables["members"], book.tables["loans"]
    registered, guaranteed = _rows_by(members, members.used, "id"), _rows_by(loans, loans.complete("number", "date"), *GUARANTORS)
    asked, most = book.rule("guarantors_least"), book.rule("guarantees_most")
    least = min(asked, len(GUARANTORS)) if isinstance(asked, int) else 0
    for contract in _new(book):
        people = [member for _, member in contract.guarantors]
        if contract.member in people:
            yield _of(book, contract, "self", [name for name, member in contract.guarantors if member == contract.member])
        elif len(people) > len(set(people)):
            yield _of(book, contract, "twice", list(GUARANTORS))
        elif len(people) < least and not _needs_none(book, contract.row):
            yield _of(book, contract, "few", list(GUARANTORS), n=str(len(people)), least=str(least))
        for member, name in contract.others.items():
            if not _belongs(book, registered.get(member, ()), contract.date):
                yield _of(book, contract, "left", [name], guarantor=member)
            if isinstance(most, int) and 0 < most < (stands := _stand_on(book, guaranteed[member], contract)):
                yield _of(book, contract, "many", [name], guarantor=member, n=str(stands), most=str(most))


def _needs_none(book: ReadBook, index: int) -> bool:
    rows = book.tables["loans"]
    return rows.columns["kind"][index] in WITHOUT or rows.columns["collateral"][index] is not None


def _rows_by(rows: ReadRows, indexes: Iterable[int], *columns: str) -> dict[str, list[int]]:
    """Give rows of a table by what stands in any of some columns."""
    found = defaultdict[str, list[int]](list)
    for index in indexes:
        for value in {rows.columns[name][index] for name in columns}:
            found[str(value)].append(index)
    return found


def _belongs(book: ReadBook, registered: Sequence[int], day: dt.date) -> bool:
    """Tell whether somebody was a member on a day; who is not in the register is STRUCT-07's."""
    rows = book.tables["members"]
    for index in registered:
        joined, left = rows.columns["joined"][index], rows.columns["left"][index]
        if (not isinstance(joined, dt.date) or joined <= day) and (not isinstance(left, dt.date) or left > day):
            return True
    return not registered


def _stand_on(book: ReadBook, guaranteed: Sequence[int], contract: New) -> int:
    """Count those of somebody's guaranteed contracts that were owed on the day of a contract, that one among them."""
    count = 0
    for index in guaranteed:
        day = book.tables["loans"].columns["date"][index]
        made = isinstance(day, dt.date) and (day < contract.date or (day == contract.date and index <= contract.row))
        count += int(made and _owed(book, index, contract.date) > 0)
    return count


def _owed(book: ReadBook, index: int, day: dt.date) -> int:
    return book.tables["loans"].money("principal", index) - _settled(book, index, day)


def _settled(book: ReadBook, index: int, day: dt.date) -> int:
    """Give what was repaid on a contract or written off of it by a day."""
    rows, written = book.tables["loans"], book.tables["write_offs"]
    number, given_up = str(rows.columns["number"][index]), 0
    for each in written.complete("contract", "date", "amount"):
        date = written.columns["date"][each]
        if written.columns["contract"][each] == number and isinstance(date, dt.date) and date <= day:
            given_up += written.money("amount", each)
    return rows.money("repaid_before", index) + repaid_on(book, number, day) + given_up


def _of(book: ReadBook, contract: New, variant: str, names: list[str], **told: str) -> Finding:
    rows = book.tables["loans"]
    cells = tuple(rows.where(name, contract.row) for name in (*names, "number"))
    more = {"contract": contract.number, "day": thai_day(contract.date), **told}
    key = f"{contract.number} {variant} {told.get('guarantor', '')}".strip()
    spots = tuple(Spot("loans", name) for name in names)
    seen = ", ".join(member for _, member in contract.guarantors) or "ว่าง"
    return Finding(key, cells, spots, found=seen, expected="ตามระเบียบ", about=about(rows, contract.row), variant=variant, told=tuple(more.items()))


@check(
    "LOAN-09", Severity.WARNING,
    needs=(
        *TERMS, "loans.principal", "loans.instalment", "loans.instalments", "loans.first_due", "loans.every", "loans.repaid_before", "rules.first_day",
        *REPAYMENTS,
    ),
    masked_by=(*READING, "LEDG-06", "LOAN-05", "REPAY-02", "REPAY-03"), over="loans",
)  # fmt: skip
def loan_while_in_arrears(book: ReadBook) -> Iterator[Finding]:
    """On the day of a new contract neither the borrower nor a guarantor was in arrears; what is repaid that day is repaid first.

    Why: a new debt on top of an old one in arrears is hard on the family and on those whose savings are lent. 1,500.00 was
    overdue when 20,000.00 were lent anew.
    """
    rows = book.tables["loans"]
    borrowed = _rows_by(rows, rows.complete("number", "member", "date", "principal"), "member")
    for contract in _new(book):
        for member, name in {contract.member: "member", **contract.others}.items():
            for index in (each for each in borrowed.get(member, ()) if each != contract.row):
                late = _overdue(book, index, contract.date)
                if late > 0:
                    told = {
                        "contract": contract.number,
                        "who": member,
                        "day": thai_day(contract.date),
                        "other": rows.columns["number"][index],
                        "late": baht(late),
                    }
                    cells = (rows.where(name, contract.row), rows.where("number", index), rows.where("first_due", index))
                    yield Finding(
                        f"{contract.number} {member} {rows.columns['number'][index]}", cells, (Spot("loans", name),), found=baht(late), expected="0.00",
                        about=about(rows, contract.row) | about(rows, index), variant="" if name == "member" else "guarantor", told=tuple(told.items()),
                    )  # fmt: skip


def _overdue(book: ReadBook, index: int, day: dt.date) -> int:
    """Give what was overdue on a contract on a day."""
    rows = book.tables["loans"]
    made = rows.columns["date"][index]
    if not isinstance(made, dt.date) or made > day:
        return 0
    lent, instalment = rows.money("principal", index), rows.money("instalment", index)
    instalments, every, first_due = (rows.columns[name][index] for name in ("instalments", "every", "first_due"))
    try:
        due = principal_due(lent, instalment, instalments, every, first_due, day - dt.timedelta(days=1))  # type: ignore[arg-type] # terms that make no sense are refused
    except (CalculationError, TypeError):
        return 0
    return min(due, lent) - _settled(book, index, day)
