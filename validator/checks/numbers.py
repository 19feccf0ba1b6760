"""CASH-08: the numbers of the receipts, book by book."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from templates.read import ReadBook
from validator.evidence import thai_day
from validator.outcome import Finding, NotApplicable, Severity, Spot
from validator.postings import RECEIPTS, Line, lines
from validator.registry import READING, check

MOST_NAMED = 12
MOST_SLIPS = 10_000
"""No book of receipts has more; a number typed with noughts too many must not be counted up to."""
INSTEAD = {"twice": "instead", "outside": "beyond"}
"""How a number is told that was written for another: one that is there already, or one beyond the book."""
ONE_DAY = dt.timedelta(days=1)
Cancelled = set[tuple[int, int]]


@check(
    "CASH-08",
    Severity.WARNING,
    needs=(*RECEIPTS, "receipt_books.book", "receipt_books.first", "receipt_books.last", "cancelled.book", "cancelled.number"),
    masked_by=READING,
    over="receipts",
)
def receipt_book_sequence(book: ReadBook) -> Iterator[Finding]:
    """Every number of every receipt book is there once, or on the list of cancelled ones, in the order of days.

    Why: it is how money received is known to be complete. 3/027 is in no row: cancelled, or not entered? A number may come a
    day before the one after it, and a receipt taken back has its rows again with a minus.
    """
    by_book: dict[int, list[Line]] = defaultdict(list)
    for line in lines(book):
        if line.book and line.number:  # a blank one is STRUCT-07's
            by_book[line.book].append(line)
    if not by_book:
        raise NotApplicable("ปีนี้ยังไม่มีใบเสร็จ")
    cancelled, ranges = _cancelled(book), _ranges(book)
    for number, used in sorted(by_book.items()):
        first, last = min(line.number for line in used), max(line.number for line in used)
        expected = ranges.get(number, range(first, last + 1))
        gaps, elsewhere = list(_gaps(book, number, used, cancelled, expected)), list(_twice(book, used, cancelled))
        if number in ranges:
            elsewhere += _outside(book, number, used, expected)
        yield from _one_slip(gaps, elsewhere)
        yield from _out_of_order(book, number, used)
    if ranges:
        yield from _unknown(book, sorted(by_book.keys() - ranges.keys()), by_book)


def _one_slip(gaps: list[Finding], elsewhere: list[Finding]) -> list[Finding]:
    """Put together one number that is nowhere, and one that stands twice or beyond the book: the one was written for the other."""
    if len(gaps) == len(elsewhere) == 1 and dict(gaps[0].told)["n"] == 1 and elsewhere[0].variant in INSTEAD:
        told = (*elsewhere[0].told, ("numbers", dict(gaps[0].told)["numbers"]))
        cells = tuple(dict.fromkeys((*elsewhere[0].cells, *gaps[0].cells)))
        return [replace(gaps[0], cells=cells, variant=INSTEAD[elsewhere[0].variant], told=told)]
    return [*gaps, *elsewhere]


def _cancelled(book: ReadBook) -> Cancelled:
    rows = book.tables["cancelled"]
    return {(int(rows.columns["book"][index]), int(rows.columns["number"][index])) for index in rows.complete("book", "number")}  # type: ignore[arg-type] # required whole numbers


def _ranges(book: ReadBook) -> dict[int, Sequence[int]]:
    """Give of each book in the register the numbers used in it; of one with two rows both, and what lies between is somebody else's."""
    rows = book.tables["receipt_books"]
    found: dict[int, set[int]] = defaultdict(set)
    for index in rows.complete("book", "first", "last"):
        number, first, last = (rows.money(name, index) for name in ("book", "first", "last"))
        found[number].update(range(first, min(last, first + MOST_SLIPS) + 1))
    return {number: sorted(numbers) for number, numbers in found.items()}


def _spots() -> tuple[Spot, ...]:
    return (Spot("receipts", "number"), Spot("receipts", "book"))


def _gaps(book: ReadBook, number: int, used: list[Line], cancelled: Cancelled, expected: Sequence[int]) -> Iterator[Finding]:
    """Give the numbers of one book that are nowhere, as one finding; it points at the rows before and after each gap."""
    opens, ends = {line.number: line for line in reversed(used)}, {line.number: line for line in used}
    missing = [each for each in expected[:MOST_SLIPS] if each not in opens and (number, each) not in cancelled]
    if not missing:
        return
    rows = book.tables["receipts"]
    beside = [lines_of[each] for gap in missing for lines_of, each in ((ends, gap - 1), (opens, gap + 1)) if each in lines_of]
    cells = tuple(dict.fromkeys(rows.where("number", line.row) for line in beside[: 2 * MOST_NAMED])) or (rows.where("number", used[0].row),)
    named = ", ".join(f"{each:03d}" for each in missing[:MOST_NAMED]) + (" …" if len(missing) > MOST_NAMED else "")
    told = (("book", number), ("numbers", named), ("n", len(missing)))
    yield Finding(f"book {number}", cells, _spots(), found=f"ไม่พบ {named}", expected="ครบทุกเลข", told=told)


def _outside(book: ReadBook, number: int, used: list[Line], expected: Sequence[int]) -> Iterator[Finding]:
    rows = book.tables["receipts"]
    known = set(expected)
    beyond = [line for line in used if line.number not in known]
    if beyond:
        named = ", ".join(sorted({f"{line.number:03d}" for line in beyond})[:MOST_NAMED])
        told = (("book", number), ("numbers", named), ("written", named), ("row", rows.place.first + beyond[0].row))
        cells = tuple(rows.where("number", line.row) for line in beyond[:MOST_NAMED])
        yield Finding(
            f"book {number} outside", cells, _spots(), found=named, expected=f"{expected[0]:03d}–{expected[-1]:03d}",
            variant="outside", told=told,
        )  # fmt: skip


def _unknown(book: ReadBook, numbers: list[int], by_book: dict[int, list[Line]]) -> Iterator[Finding]:
    rows = book.tables["receipts"]
    for number in numbers:
        cells = (rows.where("book", by_book[number][0].row), book.tables["receipt_books"].where("book"))
        yield Finding(f"book {number} unknown", cells, _spots(), found=str(number), expected="เล่มในทะเบียน", variant="unknown", told=(("book", number),))


def _twice(book: ReadBook, used: list[Line], cancelled: Cancelled) -> Iterator[Finding]:
    """Give each number that stands in two places, unless the one takes the other back, and each cancelled one that has money."""
    rows = book.tables["receipts"]
    runs: dict[int, list[list[Line]]] = defaultdict(list)
    for (number, _), group in groupby(used, key=lambda line: (line.number, line.date)):
        runs[number].append(list(group))
    for number, places in runs.items():
        kept = [place for place in places if all(line.amount >= 0 for line in place)]
        line = kept[-1][0] if kept else places[0][0]
        told = (("receipt", line.receipt), ("row", rows.place.first + line.row), ("day", thai_day(line.date)))
        finding = Finding(line.receipt, (rows.where("number", line.row),), _spots(), found="2 ที่", expected="ที่เดียว", variant="twice", told=told)
        total = sum(line.amount for place in places for line in place)
        if len(kept) > 1:
            yield finding.with_cells(rows.where("number", kept[0][0].row))
        elif (line.book, number) in cancelled and total:
            cells = (rows.where("amount", line.row), _where_cancelled(book, line))
            yield replace(finding, key=f"{line.receipt} cancelled", cells=cells, variant="cancelled", found="มียอดเงิน", expected="ยกเลิกแล้ว")


def _where_cancelled(book: ReadBook, line: Line) -> str:
    rows = book.tables["cancelled"]
    at = next(index for index in rows.complete("book", "number") if (rows.columns["book"][index], rows.columns["number"][index]) == (line.book, line.number))
    return rows.where("number", at)


def _out_of_order(book: ReadBook, number: int, used: list[Line]) -> Iterator[Finding]:
    """Give the first number of a book whose day is more than one day before an earlier number's; taken-back rows have their own day."""
    rows = book.tables["receipts"]
    first_day: dict[int, Line] = {}
    for line in used:
        if line.amount >= 0:
            first_day.setdefault(line.number, line)
    latest: Line | None = None
    for each in sorted(first_day):
        line = first_day[each]
        if latest and line.date < latest.date - ONE_DAY:
            told = (("receipt", line.receipt), ("day", thai_day(line.date)), ("earlier", latest.receipt), ("earlier_day", thai_day(latest.date)))
            cells = (rows.where("date", line.row), rows.where("date", latest.row))
            yield Finding(
                f"book {number} order", cells, (Spot("receipts", "date"),), found=thai_day(line.date), expected=f"ไม่ก่อน {thai_day(latest.date)}",
                variant="order", told=told,
            )  # fmt: skip
            return
        if latest is None or line.date >= latest.date:
            latest = line
