"""How findings are pointed and worded: cells, keys, amounts."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from templates.books.words import THAI_MONTHS
from templates.kinds import Exact, Kind
from templates.protocols import Needs
from templates.read import NotThere, ReadBook, ReadRows
from validator.causes import Cause, opposites
from validator.memo import once_a_book
from validator.outcome import Finding, Spot
from workbook.cells import ErrorValue

BUDDHIST_YEARS = 543
PERSON_KEYS = ("member", "id", "reference", "contract", "number", "guarantor")


def baht(satang: int) -> str:
    """Write an amount as people do: 123,456 satang is 1,234.56."""
    sign = "−" if satang < 0 else ""
    whole, rest = divmod(abs(satang), 100)
    return f"{sign}{whole:,}.{rest:02d}"


def thai_day(day: dt.date) -> str:
    """Write a date as people do: 5 มี.ค. 2567."""
    return f"{day.day} {THAI_MONTHS[day.month - 1]} {day.year + BUDDHIST_YEARS}"


def require(book: ReadBook, *needs: str) -> None:
    """Go on only where the file has these fields, which only some fund types keep: raises NotThere for the first it lacks."""
    for need in needs:
        table, _, column = need.partition(".")
        if column not in book.tables[table].place.letters:
            raise NotThere(need)


def shown(value: Any, kind: Kind | None = None) -> str:  # noqa: PLR0911 - a line a kind
    """Write a value of a cell as the sheet shows it."""
    if value is None or value == "":
        return "ว่าง"
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, dt.date):
        return thai_day(value)
    if kind is Kind.MONEY and isinstance(value, (int, Fraction)):
        return baht(int(value))
    if kind is Kind.NUMBER and isinstance(value, int):
        return f"{value:,}"
    if kind is Kind.RATE and isinstance(value, (int, Decimal, Fraction)):
        return f"{float(value) * 100:g}%"
    if isinstance(value, Fraction):
        return f"{float(value):,.4f}".rstrip("0").rstrip(".")
    return f"{value:g}" if isinstance(value, float) else str(value)


def record_key(rows: ReadRows, index: int) -> str:
    """Name a record by its own keys, which stay when rows move; a row without keys by its place."""
    parts = [shown(rows.columns[name][index], rows.table.columns[name].kind) for name in rows.table.key if rows.columns[name][index] is not None]
    return "/".join(parts) if parts else ("" if rows.table.form else f"row {index + 1}")


def about(rows: ReadRows, index: int) -> frozenset[str]:
    """Give the members and contracts a record is about."""
    names = (name for name in rows.columns if name in PERSON_KEYS)
    return frozenset(str(value) for name in names if isinstance(value := rows.columns[name][index], str) and value)


def at_cell(book: ReadBook, table: str, column: str, index: int, **more: Any) -> Finding:
    """Begin a finding at one field of a record."""
    rows = book.tables[table]
    told = {"heading": rows.table.columns[column].th, "sheet": rows.place.sheet, "cell": rows.where(column, index).partition("!")[2]}
    told |= more.pop("told", {})
    key = more.pop("key", f"{table}.{column}:{record_key(rows, index)}")
    return Finding(key, (rows.where(column, index),), (Spot(table, column),), about=about(rows, index), told=tuple(told.items()), **more)


def tie(key: str, found: int, expected: int, cells: Sequence[str], spots: Iterable[Spot], **more: Any) -> Finding:
    """Give the finding that two amounts which must be equal are not; the first cell shows what was found."""
    told = {"found": baht(found), "expected": baht(expected), "gap": baht(abs(found - expected))} | more.pop("told", {})
    return Finding(
        key, tuple(cells), tuple(spots), found=baht(found), expected=baht(expected), difference=found - expected, told=tuple(told.items()), **more
    )  # fmt: skip


def caused(finding: Finding, cause: Cause | None, where: Callable[[int], str] | None = None) -> Finding:
    """Add the likely cause to a finding, and the rows it points at: ``where`` gives the cell of a row."""
    if cause is None:
        return finding
    cells = [where(row) for row in cause.rows] if where else []
    told = (*finding.told, ("rows", " · ".join(f"{cell.partition('!')[0]} {cell.partition('!')[2]}" for cell in cells)))
    return replace(finding, cause=cause.code, told=told, cells=_once(*finding.cells, *cells))


def _once(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cells))


def in_column(rows: ReadRows, column: str) -> Callable[[int], str]:
    """Give the cell of a row in a column, for what a cause points at."""
    return lambda row: rows.where(column, row)


def _difference(finding: Finding) -> int:
    return finding.difference or 0


def paired(findings: Iterable[Finding], code: str, worth: Callable[[Finding], int] = _difference) -> Iterator[Finding]:
    """Put two findings together where the one has too much exactly what the other lacks: one amount in the wrong place.

    ``worth`` gives a finding's difference with the sign to compare by, in satang.
    """
    given = list(findings)
    partner = {id(over): under for over, under in opposites([(each, worth(each)) for each in given if each.difference])}
    taken = {id(under) for under in partner.values()}
    for finding in given:
        if id(finding) in taken:
            continue
        other = partner.get(id(finding))
        if other is None:
            yield finding
            continue
        told = (*finding.told, ("rows", ""), ("other", dict(other.told).get("who", "")))
        yield replace(
            finding, cells=_once(*finding.cells, *other.cells), spots=(*finding.spots, *other.spots), about=finding.about | other.about, cause=code, told=told
        )


def difference_of(found: Exact, expected: Exact, kind: Kind) -> int | None:
    """Give found less expected in satang, for money."""
    if kind is not Kind.MONEY or not isinstance(expected, (int, Fraction)) or isinstance(found, (str, ErrorValue, dt.date)):
        return None
    return int((found or 0) - expected)  # type: ignore[operator] # numbers on both sides by now


@once_a_book
def reach(book: ReadBook) -> dict[tuple[str, str], Needs]:
    """Give, for each computed column, every column it rests on, however far."""
    direct: dict[tuple[str, str], Needs] = {}
    for table in book.book.tables.values():
        for column in table.columns.values():
            formula = table.expression(column)
            lines = [row.get(column.name) for row in table.fixed_rows] if column.fixed else [formula]
            needed = [line.needs(table.name) for line in lines if line is not None and not isinstance(line, (int, str))]
            direct[table.name, column.name] = frozenset[tuple[str, str]]().union(*needed)
    full: dict[tuple[str, str], Needs] = {}

    def walk(node: tuple[str, str], path: frozenset[tuple[str, str]]) -> Needs:
        if node not in full:
            onward = direct.get(node, frozenset()) - path
            full[node] = onward.union(*(walk(each, path | {node}) for each in onward))
        return full[node]

    for node in direct:
        walk(node, frozenset({node}))
    return full
