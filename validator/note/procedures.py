"""What was done, check by check, with its population; what was not, and why; and what no program can see."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from templates.books.words import ACTIVE
from templates.read import ReadBook, ReadRows
from validator.note.phrases import FAMILY_NAMES, NOT_LOOKED_AT, OF_ONE_TYPE, PHRASES
from validator.outcome import Outcome, Result
from validator.registry import CHECKS, FAMILIES, Check
from validator.run import Report
from validator.words import WORDS

MOST_TABLES = 2
DONE = (Result.OK, Result.FINDING)
BY_LAWS = "rules"


@dataclass(frozen=True)
class Procedure:
    """One check as a procedure: what was compared, over what, how much of it, and what came of it."""

    check: str
    compared: str
    population: str
    tested: str
    result: str


@dataclass(frozen=True)
class NotDone:
    """Checks with one reason for not having been done."""

    result: str
    reason: str
    checks: tuple[tuple[str, str], ...]


def procedures(report: Report, language: str) -> list[tuple[str, list[Procedure]]]:
    """Give every check of the run as a procedure, family by family; of a file that did not open only those that were done."""
    families: dict[str, list[Procedure]] = {}
    for outcome in (each for each in report.outcomes if report.could_be_checked or each.result in DONE):
        families.setdefault(CHECKS[outcome.check].family, []).append(_procedure(report, outcome, language))
    return [(FAMILY_NAMES[family][language == "en"], lines) for family, lines in families.items()]


def _procedure(report: Report, outcome: Outcome, language: str) -> Procedure:
    english = language == "en"
    population, tested = _population(CHECKS[outcome.check], report.book, english=english)
    return Procedure(outcome.check, compared(outcome.check, language), population, tested if outcome.result in DONE else "–", _result(outcome, english=english))


def compared(check: str, language: str) -> str:
    """Say what a check compares: what holds when nothing is found."""
    return CHECKS[check].title if language == "en" else WORDS[check].holds


def _result(outcome: Outcome, *, english: bool) -> str:
    names = {Result.OK: "ok", Result.FINDING: "found_n", Result.NOT_APPLICABLE: "not_applicable", Result.NOT_RUN: "not_run"}
    return PHRASES[names[outcome.result]][english].format(n=f"{len(outcome.findings):,}")


def _population(each: Check, book: ReadBook | None, *, english: bool) -> tuple[str, str]:
    """Give what a check looks at and how much of it: the rows of its table, every one, or the registers it compares."""
    in_full = PHRASES["in_full"][english]
    if each.on_file or book is None:
        return PHRASES["whole_file"][english], in_full
    rows = book.tables.get(each.over)
    if rows is not None:
        return _rows_of(rows, english=english)
    named = dict.fromkeys(name for name in (need.partition(".")[0] for need in each.needs) if name != BY_LAWS and name in book.book.tables)
    if not named:
        return PHRASES["whole_book"][english], in_full
    first = [_table_name(book.book.tables[name].th, name, english=english) for name in named][:MOST_TABLES]
    return " · ".join([*first, PHRASES["and_more"][english]] if len(named) > MOST_TABLES else first), in_full


def _rows_of(rows: ReadRows, *, english: bool) -> tuple[str, str]:
    name, number = _table_name(rows.table.th, rows.name, english=english), f"{len(rows.used):,}"
    if rows.table.form:
        return PHRASES["form"][english].format(table=name), PHRASES["in_full"][english]
    tested = PHRASES["every_row" if rows.used else "no_row"][english].format(n=number)
    return PHRASES["rows"][english].format(table=name, n=number), tested


def _table_name(thai: str, name: str, *, english: bool) -> str:
    return name.replace("_", " ") if english else thai


def unread_rows(report: Report) -> int:
    """Count the rows of which some cell could not be read: of these only the rest was looked at."""
    return sum(len(rows.incomplete) for rows in report.book.tables.values()) if report.book else 0


def not_done(report: Report, language: str) -> list[NotDone]:
    """Give every check that was not run or does not apply, those of one reason together."""
    english = language == "en"
    by_reason: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for outcome in report.outcomes:
        if outcome.result not in DONE:
            key = (_result(outcome, english=english), outcome.reason)
            by_reason.setdefault(key, []).append((outcome.check, compared(outcome.check, language)))
    return [NotDone(result, reason, tuple(checks)) for (result, reason), checks in by_reason.items()]


def not_made(report: Report, language: str) -> list[str]:
    """Name the families of checks that this version does not have yet, of those a fund of this type needs."""
    made = {each.family for each in CHECKS.values()}
    wanted = [family for family in FAMILIES if OF_ONE_TYPE.get(family, report.book_type) == report.book_type]
    return [FAMILY_NAMES[family][language == "en"] for family in wanted if family not in made]


def unseen(report: Report, language: str) -> list[str]:
    """Give what a program cannot see: the fixed list, less what the book itself has evidence of."""
    english = language == "en"
    return [*_unproved(report.book, english=english), *(pair[english] for pair in NOT_LOOKED_AT)]


def _unproved(book: ReadBook | None, *, english: bool) -> Iterator[str]:
    if book is None or not _cash_counted(book):
        yield PHRASES["cash_unseen"][english]
    if book is None or not _bank_certified(book):
        yield PHRASES["bank_unseen"][english]
    members = {member for member in _members(book) if member} if book else set()
    if book is None or not members:
        yield PHRASES["passbooks"][english]
    elif left := members - (seen := _confirmed(book) & members):
        yield PHRASES["passbooks_unseen"][english].format(left=f"{len(left):,}", n=f"{len(seen):,}", all=f"{len(members):,}")


def _cash_counted(book: ReadBook) -> bool:
    """Tell whether two people counted the cash, on a day, piece by piece."""
    count, pieces = book.tables.get("count"), book.tables.get("denominations")
    if count is None or pieces is None:
        return False
    signed = all(count.columns[name][0] for name in ("counted_on", "counter_1", "counter_2"))
    return signed and any(isinstance(number, int) and number for number in pieces.columns["pieces"])


def _bank_certified(book: ReadBook) -> bool:
    """Tell whether every bank has a certificate with its figure, number and date."""
    rows = book.tables.get("bank_proof")
    if rows is None or not rows.used:
        return False
    return all(rows.columns[name][index] is not None for name in ("certificate", "document", "certified_on") for index in rows.used)


def _members(book: ReadBook) -> Iterator[str]:
    rows = book.tables.get("members")
    if rows is not None:
        yield from (str(rows.columns["id"][index] or "") for index in rows.used if rows.columns["status"][index] == ACTIVE)


def _confirmed(book: ReadBook) -> set[str]:
    """Give the members whose passbook was laid beside the register."""
    rows = book.tables.get("confirmations")
    if rows is None:
        return set()
    dated = (index for index in rows.complete() if isinstance(rows.columns["date"][index], dt.date))
    return {str(rows.columns["member"][index]) for index in dated}
