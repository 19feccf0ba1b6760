"""CELL: what single cells hold."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from templates.filled import needs_of
from templates.kinds import Kind
from templates.read import Problem, ReadBook
from validator.evidence import at_cell, baht, record_key, shown, thai_day
from validator.outcome import Finding, Severity, Spot
from validator.recompute import shows_no_answer
from validator.registry import check
from workbook.cells import ErrorValue

THAI_DIGITS = re.compile(r"[๐-๙]")
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
BUDDHIST_FROM, BUDDHIST_YEARS, TWO_DIGIT = 2400, 543, 57
NUMERIC = (Kind.MONEY, Kind.RATE, Kind.NUMBER, Kind.WHOLE)


def parsed(text: str) -> float | None:
    """Read a number out of a text as people write it: spaces, commas, บาท, a minus or brackets; None when it is none.

    Thai digits are turned first: Python would take them for digits, a spreadsheet does not.
    """
    plain = re.sub(r"[\s\u00a0\u200b,]|บาท|฿", "", text.translate(ARABIC))
    if re.fullmatch(r"\(\d+(\.\d+)?\)", plain):
        plain = "-" + plain[1:-1]
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


@check(
    "CELL-01", Severity.ERROR, masked_by=("STRUCT-02", "STRUCT-03", "STRUCT-06", "STRUCT-07", "CELL-02", "CELL-03", "CELL-05", "CELL-09", "CELL-10", "CELL-11")
)
def error_value(book: ReadBook) -> Iterator[Finding]:
    """No cell of the book shows an error.

    Why: one #REF! blanks every total above it. Only where an error begins is named; what follows from it is counted. A function
    that this computer does not have (#NAME?) is CELL-16's.
    """
    wrong = {
        (rows.name, name): [index for index, value in enumerate(values) if isinstance(value, ErrorValue)]
        for rows in book.tables.values()
        for name, values in rows.columns.items()
    }
    wrong = {place: indexes for place, indexes in wrong.items() if indexes}
    count = sum(map(len, wrong.values()))
    for (table, name), indexes in wrong.items():
        rows = book.tables[table]
        others = needs_of(rows.table, rows.table.columns[name]) or frozenset()
        roots = (
            [] if any(other in wrong for other in others if other != (table, name)) else [index for index in indexes if not shows_no_answer(rows, name, index)]
        )
        if roots:
            told = {"others": count - len(roots), "code": shown(rows.columns[name][roots[0]])}
            finding = at_cell(book, table, name, roots[0], found=told["code"], told=told, key=f"{table}.{name}")
            yield replace(finding, cells=tuple(rows.where(name, index) for index in roots[:5]), about=frozenset())


@check("CELL-02", Severity.ERROR, masked_by=("STRUCT-03", "CELL-02", "CELL-09"))
def number_as_text(book: ReadBook) -> Iterator[Finding]:
    """Every number is a number, not a text that looks like one.

    Why: SUM passes over a text in silence: of 100, "500" and 500 it gives 600. What the totals leave out is shown.
    """
    for problem in _texts(book):
        if isinstance(problem.value, str) and THAI_DIGITS.search(problem.value):
            continue
        column = book.tables[problem.table].table.columns[problem.column]
        if isinstance(problem.value, str):
            number = parsed(problem.value)
            variant = "" if number is not None else "words"
            yield _unread(book, problem, number, column.kind, variant)
        elif not isinstance(problem.value, (dt.date, dt.time, dt.timedelta)):
            yield _unread(book, problem, None, column.kind, "satang")
        else:
            yield _unread(book, problem, None, column.kind, "words")


@check("CELL-03", Severity.ERROR, masked_by=("STRUCT-03", "CELL-03", "CELL-09"))
def thai_digits(book: ReadBook) -> Iterator[Finding]:
    """Amounts and dates are typed in Arabic digits.

    Why: a spreadsheet keeps ๕๐๐ as a text and adds nothing. A number *shown* in Thai digits by its format is fine.
    """
    for problem in book.problems:
        column = book.tables[problem.table].table.columns[problem.column]
        if isinstance(problem.value, str) and column.kind is not Kind.TEXT and THAI_DIGITS.search(problem.value):
            yield _unread(book, problem, parsed(problem.value), column.kind, "")


def _texts(book: ReadBook) -> Iterator[Problem]:
    """Give the problems of numeric columns that are not merely blank."""
    for problem in book.problems:
        if problem.value is not None and book.tables[problem.table].table.columns[problem.column].kind in NUMERIC:
            yield problem


def _unread(book: ReadBook, problem: Problem, number: float | None, kind: Kind, variant: str) -> Finding:
    money = round(number * 100) if number is not None and kind is Kind.MONEY else None
    unknown = "วันที่" if kind is Kind.DATE else "ตัวเลข"
    reading = shown(money, Kind.MONEY) if money is not None else shown(number) if number is not None else unknown
    told = {"value": shown(problem.value), "reading": reading, "omitted": f" ผลรวมจึงไม่นับ {baht(money)} บาท" if money else ""}
    difference = -money if money is not None else None
    return at_cell(
        book, problem.table, problem.column, problem.index, found=shown(problem.value), expected=reading, difference=difference, variant=variant, told=told
    )


@check("CELL-04", Severity.ERROR, masked_by=("STRUCT-03",))
def be_ce_date(book: ReadBook) -> Iterator[Finding]:
    """Every date is in the year it means: a Buddhist year is not typed where a spreadsheet reads a common-era one.

    Why: 15/6/2567 typed as it reads is five centuries away, and every count of days with it; 15/6/67 becomes 1967.
    """
    first, last = book.rule("first_day"), book.rule("last_day")
    for rows in book.tables.values():
        for column in rows.table.inputs:
            if column.kind is not Kind.DATE:
                continue
            waiting = rows.formulas.get(column.name, set())  # what a formula gives follows from a date typed elsewhere
            for index in (index for index in rows.used if index not in waiting):
                value = rows.columns[column.name][index]
                meant = _meant(value, first, last, of_year=rows.table.by_date == column.name) if isinstance(value, dt.date) else None
                if meant is not None and isinstance(value, dt.date):
                    told = {"seen": value.strftime("%d/%m/%Y"), "meant": thai_day(meant), "typed": meant.strftime("%d/%m/%Y")}
                    yield at_cell(book, rows.name, column.name, index, found=told["seen"], expected=told["meant"], told=told)


def _meant(value: dt.date, first: Any, last: Any, *, of_year: bool) -> dt.date | None:
    """Give the date that was probably meant, or None where nothing is wrong with it."""
    if value.year >= BUDDHIST_FROM:
        return _shifted(value, -BUDDHIST_YEARS)
    if of_year and isinstance(first, dt.date) and isinstance(last, dt.date) and not first <= value <= last:
        meant = _shifted(value, TWO_DIGIT)
        if meant is not None and first <= meant <= last:
            return meant
    return None


def _shifted(value: dt.date, years: int) -> dt.date | None:
    try:
        return value.replace(year=value.year + years)
    except ValueError:
        return dt.date(value.year + years, 3, 1)


@check("CELL-05", Severity.ERROR, masked_by=("STRUCT-03", "CELL-05", "CELL-09"))
def date_not_date(book: ReadBook) -> Iterator[Finding]:
    """Every row has a date the book can count with.

    Why: a row whose date is blank or a text such as "15 มิ.ย. 67" drops out of every month and every day's cash.
    """
    for problem in book.problems:
        column = book.tables[problem.table].table.columns[problem.column]
        if column.kind is not Kind.DATE or (isinstance(problem.value, str) and THAI_DIGITS.search(problem.value)):
            continue
        variant = "blank" if problem.value is None else ""
        yield at_cell(
            book,
            problem.table,
            problem.column,
            problem.index,
            found=shown(problem.value),
            expected="วันที่",
            variant=variant,
            told={"value": shown(problem.value)},
        )


REPEATABLE = ("receipts", "cash", "journal")


@check("CELL-08", Severity.WARNING, masked_by=("STRUCT-03",))
def duplicate_row(book: ReadBook) -> Iterator[Finding]:
    """No receipt, cash or journal row stands twice, the same in every cell.

    Why: a row copied by mistake counts the money twice. Two true payments on one day have two receipts.
    """
    for name in REPEATABLE:
        rows = book.tables.get(name)
        if rows is None:
            continue
        inputs = [column.name for column in rows.table.inputs]
        first: dict[tuple[Any, ...], int] = {}
        for index in rows.complete():
            content = tuple(rows.columns[column][index] for column in inputs)
            earlier = first.setdefault(content, index)
            if earlier != index:
                money = [column.name for column in rows.table.inputs if column.kind is Kind.MONEY]
                amount = sum(rows.money(column, index) for column in money)
                finding = at_cell(
                    book, name, rows.table.guard, index, key=f"{name}:{record_key(rows, index)}", difference=amount,
                    found="2 แถว", expected="1 แถว", told={"row": rows.place.first + index, "earlier": rows.place.first + earlier, "amount": baht(amount)},
                )  # fmt: skip
                spots = tuple(Spot(name, column) for column in money)
                yield replace(finding, cells=(rows.where(rows.table.guard, index), rows.where(rows.table.guard, earlier)), spots=spots)
