"""Formulas held against their declaration: which cells were typed over, which point elsewhere, which stop short."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import NamedTuple

from templates.arithmetic import Udf
from templates.declare import Column
from templates.expressions import Const, Expr
from templates.filled import evaluate, needs_of, order, settled
from templates.kinds import Exact, Unreadable, from_cell
from templates.layout import names_of, spelling
from templates.lookups import add
from templates.read import ReadBook, ReadRows, Tables
from templates.stamp import fingerprint
from validator.memo import once_a_book
from workbook.addresses import column_index
from workbook.cells import ErrorValue
from workbook.spelling import names_read, normal, spelt_out

FLOAT_DUST = 1e-6
_RANGE = re.compile(r"(\$?[a-z]+)\$?(\d+):(\$?[a-z]+)\$?(\d+)")


@dataclass(frozen=True)
class Deviation:
    """A computed cell that is not as declared. ``index`` is None for the total above a heading; ``actual`` None for a typed value."""

    table: str
    column: str
    index: int | None
    seen: Exact
    expected: Exact
    actual: str | None
    declared: str

    @property
    def stops_short(self) -> bool:
        """Whether it is the declared formula over ranges that leave rows out."""
        if self.actual is None or _shape(self.actual) != _shape(self.declared):
            return False
        pairs = list(zip(_RANGE.findall(self.actual), _RANGE.findall(self.declared), strict=True))
        return any(int(a[1]) > int(d[1]) or int(a[3]) < int(d[3]) for a, d in pairs)

    @property
    def differs(self) -> bool:
        return not same(self.seen, self.expected)


def same(seen: Exact, expected: Exact) -> bool:
    """Tell whether two values of a cell are the same: exact for money, to a millionth for plain numbers."""
    if isinstance(seen, (str, ErrorValue)) or isinstance(expected, (str, ErrorValue)):
        return (seen or "") == (expected or "")
    if seen is None or expected is None:
        return seen == expected or (seen or 0) == (expected or 0)
    if hasattr(seen, "year") or hasattr(expected, "year"):
        return seen == expected
    return abs(float(seen) - float(expected)) < FLOAT_DUST


def _shape(formula: str) -> str:
    return _RANGE.sub(r"\1#:\3#", formula)


@once_a_book
def is_known_structure(book: ReadBook) -> bool:
    """Tell whether the book's own stamp says that it has the formulas this program declares; else none can be judged."""
    stamp = book.tables.get("stamp")
    return stamp is not None and stamp.columns["fingerprint"][0] == fingerprint(book.book, book.size)


@once_a_book
def recomputed(book: ReadBook, table: str, column: str) -> list[Exact]:
    """Give what a computed column's formulas come to, from the book's other cells as they stand."""
    rows = book.tables[table]
    return evaluate(book.tables, _without(rows, column), rows.table.columns[column])


@once_a_book
def in_turn(book: ReadBook, table: str, *names: str) -> dict[str, list[Exact]]:
    """Give some computed columns of a table worked out one after the other, each from those before it and else from the cells as they stand."""
    rows = replace(book.tables[table], columns=dict(book.tables[table].columns))
    tables = Tables({**book.tables, table: rows})
    for name in names:
        rows.columns[name] = evaluate(tables, _without(rows, name), rows.table.columns[name])
    return {name: rows.columns[name] for name in names}


def calculated(book: ReadBook) -> dict[str, ReadRows]:
    """Give the book as it would be calculated anew: what was typed stays, and a formula that is not as declared keeps what it shows."""
    known = {(each.table, each.column, each.index) for each in deviations(book)}
    tables = Tables({name: replace(rows, columns=dict(rows.columns)) for name, rows in book.tables.items()})
    for table, name in order(book.book):
        rows = tables.get(table)
        needs = needs_of(book.book.tables[table], book.book.tables[table].columns[name])
        if rows is None or not rows.formulas.get(name) or needs is None or any(other not in tables for other, _ in needs):
            continue
        anew, formulas = evaluate(tables, _without(rows, name), rows.table.columns[name]), rows.formulas[name]
        rows.columns[name] = [
            right if index in formulas and (table, name, index) not in known else there
            for index, (right, there) in enumerate(zip(anew, rows.columns[name], strict=True))
        ]
    return tables


@once_a_book
def deviations(book: ReadBook) -> tuple[Deviation, ...]:
    """Give every computed cell of a row that is there which is not as declared, judged from the other cells as they stand."""
    found: list[Deviation] = []
    for rows in book.tables.values():
        for column in rows.table.columns.values():
            if column.name in rows.place.letters and rows.formulas.get(column.name):
                found += _in_column(book, rows, column)
            if column.total and column.name in rows.place.letters:
                found += _in_total(book, rows, column)
    return tuple(found)


def _in_column(book: ReadBook, rows: ReadRows, column: Column) -> list[Deviation]:
    needs = needs_of(rows.table, column)
    if needs is None or any(table not in book.tables for table, _ in needs):
        return []
    cells, letters = book.source.sheets[rows.place.sheet], column_index(rows.place.letters[column.name])
    suspects: list[tuple[int, str | None, str]] = []
    for index, row, declared in _declared(book, rows, column):
        if cells.formulas.stands_as(row - 1, letters, declared.in_xml(row)):
            continue  # most cells of a book that no other program has saved
        actual, wanted = cells.formula(row - 1, letters), declared.normal(row)
        if actual is None or normal(actual) != wanted:
            suspects.append((index, None if actual is None else normal(actual), wanted))
    theirs, ours = names_in_use(book)
    sheet = rows.place.sheet
    read = [(index, actual and spelt_out(actual, theirs, sheet), spelt_out(wanted, ours, sheet)) for index, actual, wanted in suspects]
    suspects = [(index, actual, wanted) for index, actual, wanted in read if actual != wanted]
    if not suspects:
        return []
    expected = recomputed(book, rows.name, column.name)
    words = {problem.index: str(problem.value) for problem in book.problems if (problem.table, problem.column) == (rows.name, column.name)}
    seen = [words.get(index, value) for index, value in enumerate(rows.columns[column.name])]
    return [
        Deviation(rows.name, column.name, index, seen[index], expected[index], actual, wanted)
        for index, actual, wanted in suspects
        if actual is not None or seen[index] is not None or expected[index] is not None
    ]


@once_a_book
def names_in_use(book: ReadBook) -> tuple[dict[str, str], dict[str, str]]:
    """Give what the names of columns and by-laws stand for in the file, and what they should, both in the one spelling."""
    return names_read(book.source.names), names_read(names_of(book.layout))


class Declared(NamedTuple):
    """How a declared formula reads in a sheet row: as it is compared, and letter for letter as our writer stores it."""

    normal: Callable[[int], str]
    in_xml: Callable[[int], bytes]


def _spelt(book: ReadBook, rows: ReadRows, formula: Expr) -> Declared:
    stored = spelling(formula, book.layout, rows.name, partial(escape, quote=False))
    return Declared(spelling(formula, book.layout, rows.name, normal), lambda row: stored(row).encode())


def _declared(book: ReadBook, rows: ReadRows, column: Column) -> Iterator[tuple[int, int, Declared]]:
    """Give each row that must hold a formula: its index, its row on the sheet, and how the formula reads there."""
    if column.fixed:
        for index, line in enumerate(rows.table.fixed_rows):
            formula = line.get(column.name)
            if isinstance(formula, Expr) and not isinstance(formula, Const):
                yield index, rows.place.first + index, _spelt(book, rows, formula)
        return
    formula, indexes = rows.table.expression(column), _judged(book, rows, column)
    if formula is None or not indexes:
        return
    declared = _spelt(book, rows, formula)
    for index in indexes:
        yield index, rows.place.lines[column.name] if rows.table.form else rows.place.first + index, declared


def _judged(book: ReadBook, rows: ReadRows, column: Column) -> list[int]:
    """Give the rows whose cell must hold the declared formula."""
    if column.default is None:
        return rows.used
    if column.holds is None:
        return []
    holds = column.holds.values(book.tables, rows)
    return [index for index in rows.used if holds[index] is True]


def _without(rows: ReadRows, column: str) -> ReadRows:
    """Give the same rows, ready to be computed anew in one column."""
    columns = {name: values for name, values in rows.columns.items() if name != column}
    return ReadRows(rows.table, rows.length, columns, place=rows.place, used=rows.used)


def _in_total(book: ReadBook, rows: ReadRows, column: Column) -> list[Deviation]:
    place = rows.place
    letters = place.letters[column.name]
    declared = normal(f"SUM({letters}{place.first}:{letters}{place.last})")
    actual = book.source.sheets[place.sheet].formula(place.first - 3, column_index(letters))
    if actual is not None and normal(actual).replace("$", "") == declared:
        return []
    if actual is None and book.values_mode:
        return []
    seen = settled_total(rows, column.name)
    expected = add(rows.columns[column.name])
    return [Deviation(rows.name, column.name, None, seen, expected, None if actual is None else normal(actual).replace("$", ""), declared)]


def settled_total(rows: ReadRows, column: str) -> Exact:
    """Give what the total above a column shows, as the column holds it; what cannot be one as a text."""
    kind = rows.table.columns[column].kind
    try:
        return settled(from_cell(rows.totals.get(column), kind), kind)
    except Unreadable:
        return str(rows.totals[column])


def shows_no_answer(rows: ReadRows, column: str, index: int) -> bool:
    """Tell whether a cell with one of our functions shows that this computer does not have it."""
    return rows.columns[column][index] == ErrorValue("#NAME?") and _has_udf(rows.table.expression(rows.table.columns[column]))


def _has_udf(formula: Expr | None) -> bool:
    return formula is not None and (isinstance(formula, Udf) or any(_has_udf(part) for part in formula.parts()))
