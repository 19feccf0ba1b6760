"""What the book does well: only what was counted, of checks that came out right; never general praise."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from templates.books.words import ACTIVE
from templates.read import ReadBook
from validator import words
from validator.evidence import baht
from validator.note.phrases import PHRASES
from validator.outcome import Result, Severity
from validator.run import Report

MOST, LEAST = 3, 2
Count = Callable[[ReadBook], int]


@dataclass(frozen=True)
class Strength:
    """A phrase that is true when these checks are OK, and the number in it; ``instead_of`` is the stronger one that says it already."""

    phrase: str
    checks: tuple[str, ...]
    count: Count
    instead_of: str = ""


def _used(table: str) -> Count:
    """Count the rows of a table that are there."""
    return lambda book: len(book.tables[table].used) if table in book.tables else 0


def _complete(table: str) -> Count:
    """Count the rows of a table that have everything they must."""
    return lambda book: sum(1 for _ in book.tables[table].complete()) if table in book.tables else 0


def _different(table: str, *columns: str) -> Count:
    """Count the different values of some columns, in rows that are complete."""

    def count(book: ReadBook) -> int:
        rows = book.tables.get(table)
        return len({tuple(rows.columns[name][index] for name in columns) for index in rows.complete()}) if rows else 0

    return count


def _active(book: ReadBook) -> int:
    rows = book.tables.get("members")
    return sum(1 for index in rows.used if rows.columns["status"][index] == ACTIVE) if rows else 0


def _counted(book: ReadBook) -> int:
    """Give the cash that was counted, in satang, from the notes and coins."""
    rows = book.tables.get("denominations")
    if rows is None:
        return 0
    pieces = [(rows.money("value", index), rows.columns["pieces"][index]) for index in rows.used]
    return sum(value * number for value, number in pieces if isinstance(number, int))


def _certified(book: ReadBook) -> int:
    rows = book.tables.get("bank_proof")
    return sum(1 for index in rows.used if rows.columns["certificate"][index] is not None) if rows else 0


def _filled_rules(book: ReadBook) -> int:
    rows = book.tables.get("rules")
    required = [name for name, column in rows.table.columns.items() if column.required] if rows else []
    return len(required) if rows and all(rows.columns[name][0] is not None for name in required) else 0


def _all_complete(table: str) -> Count:
    """Count the rows of a table in which nothing that must be there is missing; none where one lacks something."""
    return lambda book: 0 if table not in book.tables or book.tables[table].incomplete else len(book.tables[table].used)


STRENGTHS = (
    Strength("strong_receipts", ("CASH-08",), _different("receipts", "book", "number")),
    Strength("strong_cash", ("CASH-03",), _counted),
    Strength("strong_bank", ("CASH-04",), _certified),
    Strength("strong_savings", ("SAV-01",), _used("savings")),
    Strength("strong_interest", ("REPAY-03",), _complete("cards")),
    Strength("strong_loans", ("LOAN-01",), _used("loans")),
    Strength("strong_dividend", ("YEND-03",), _used("shares")),
    Strength("strong_vouchers", ("LEDG-01",), _different("journal", "voucher")),
    Strength("strong_rows", ("CELL-08",), _different("receipts", "book", "number"), instead_of="strong_receipts"),
    Strength("strong_headcount", ("MEMB-05",), _active),
)
"""In the order in which they are told. A check that does not exist yet says nothing."""

FILLED = (
    Strength("filled_rules", ("STRUCT-06",), _filled_rules),
    Strength("filled_members", (), _all_complete("members")),
    Strength("filled_receipts", (), _all_complete("receipts")),
    Strength("filled_loans", (), _all_complete("loans")),
)
"""What was filled in well, told where fewer than two of the above can be."""


def strengths(report: Report, language: str) -> list[str]:
    """Give two or three things the book does well; fewer only with the sentence that says so."""
    english = language == "en"
    if report.book is None:
        return [PHRASES["no_strengths"][english]]
    said = list(_said(report, report.book, STRENGTHS, english=english))[:MOST]
    if len(said) < LEAST:
        said += list(_improved(report, language))[: LEAST - len(said)]
    if len(said) < LEAST:
        said += list(_said(report, report.book, FILLED, english=english))[: LEAST - len(said)]
    if len(said) >= LEAST:
        return said
    return [*said, PHRASES["few_strengths" if said else "nothing_counted"][english]]


def _said(report: Report, book: ReadBook, kinds: tuple[Strength, ...], *, english: bool) -> Iterator[str]:
    right = {outcome.check for outcome in report.outcomes if outcome.result is Result.OK}
    told: set[str] = set()
    for each in kinds:
        number = each.count(book) if right.issuperset(each.checks) and each.instead_of not in told else 0
        if number > 0:
            told.add(each.phrase)
            yield PHRASES[each.phrase][english].format(n=f"{number:,}", amount=baht(number))


def _improved(report: Report, language: str) -> Iterator[str]:
    """Say what last year's note asked about and this year's check finds no more."""
    last = report.last_year
    right = {outcome.check for outcome in report.outcomes if outcome.result is Result.OK}
    found = {finding.check: None for finding in last.roots if finding.severity is not Severity.ADVICE} if last else {}
    for check in found:
        if check in right:
            yield PHRASES["improved"][language == "en"].format(title=words.title(check, language))
