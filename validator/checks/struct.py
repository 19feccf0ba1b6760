"""STRUCT: sheets, headings, prepared rows, names, by-laws, keys."""

import datetime as dt
import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from templates.kinds import Kind
from templates.layout import Placed, named
from templates.read import ReadBook, ReadRows
from templates.stamp import FUNCTIONS_VERSION, fingerprint
from validator.evidence import at_cell, baht, record_key, shown
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.recompute import is_known_structure
from validator.registry import check

YEAR_LENGTHS = (365, 366)


@check("STRUCT-01", Severity.WARNING)
def template_identity(book: ReadBook) -> Iterator[Finding]:
    """The book says which template and version it is, and this satja knows it.

    Why: the version decides which formulas are held against which declaration. A book stamped 9.9 is newer than this
    program; a stamp whose fingerprint is another's was copied from elsewhere.
    """
    stamp = book.tables.get("stamp")
    said = {name: values[0] for name, values in stamp.columns.items()} if stamp else {}
    known = {"template": book.book.id, "version": book.book.version, "fingerprint": fingerprint(book.book, book.size), "functions": FUNCTIONS_VERSION}
    wrong = [name for name, value in known.items() if said.get(name) != value]
    if wrong and stamp:
        seen, wanted = shown(said.get(wrong[0])), known[wrong[0]]
        yield at_cell(book, "stamp", wrong[0], 0, key=wrong[0], found=seen, expected=wanted)
    elif wrong:
        yield Finding("", (), (Spot("stamp", ""),), found="ว่าง", expected=f"{book.book.id} {book.book.version}", told=(("heading", "แม่แบบ"),))


@check("STRUCT-02", Severity.ERROR)
def missing_sheet(book: ReadBook) -> Iterator[Finding]:
    """Every sheet the book needs is there, under its own name or another.

    Why: what stands on a missing sheet cannot be checked. A renamed sheet is known by its headings; the hidden stamp is STRUCT-01's.
    """
    sheets = {sheet.name: sheet for sheet in book.book.sheets if not sheet.hidden}
    for name in (name for name in book.found.missing_sheets if name in sheets):
        tables = tuple(Spot(table.name, "") for table in sheets[name].tables)
        yield Finding(name, (), tables, found="ไม่พบ", expected=name, told=(("sheet", name),))


@check("STRUCT-03", Severity.ERROR)
def header_changed(book: ReadBook) -> Iterator[Finding]:
    """Every column stands under its own heading.

    Why: two headings exchanged (ฝาก, ถอน) turn every deposit into a withdrawal and nothing shows an error. Columns moved as
    a whole, with their formulas, are as good as before.
    """
    for problem in book.headings:
        told = (("heading", problem.expected), ("seen", problem.seen or "ว่าง"))
        key = f"{problem.table}.{problem.column}"
        yield Finding(key, (problem.where,), (Spot(problem.table, problem.column),), found=problem.seen or "ว่าง", expected=problem.expected, told=told)


@check("STRUCT-04", Severity.ERROR, masked_by=("STRUCT-03",))
def table_boundary(book: ReadBook) -> Iterator[Finding]:
    """Nothing is typed below the rows a table prepared.

    Why: formulas end with the prepared rows, so a receipt typed below them is in no register and no total. Three receipts of
    100.00 below the last row are 300.00 nobody sees.
    """
    for name, rows in book.tables.items():
        strays = [stray for stray in book.strays if stray.table == name]
        if not strays:
            continue
        cells = tuple(f"{rows.place.sheet}!{rows.place.letters[rows.table.guard]}{stray.row}" for stray in strays)
        told = (("sheet", rows.place.sheet), ("rows", len(strays)), ("last", rows.place.last))
        finding = Finding(name, cells, (Spot(name, ""),), found=f"{len(strays)} แถว", expected="0 แถว", variant="no_money", told=told)
        money = [column.name for column in rows.table.inputs if column.kind is Kind.MONEY and column.total]
        omitted = sum(round(value * 100) for stray in strays for column in money if isinstance(value := stray.cells.get(column), (int, float)))
        if omitted:
            finding = replace(finding, found=baht(omitted), expected="0.00", difference=omitted, variant="", told=(*told, ("omitted", baht(omitted))))
        yield finding


@check("STRUCT-05", Severity.ERROR, masked_by=("STRUCT-02",))
def broken_name(book: ReadBook) -> Iterator[Finding]:
    """Every named by-law points at its own cell, and every named column at its own rows, down to the last that is used.

    Why: the formulas read rates and columns by name. A name moved to the neighbouring cell charges everyone another rate and
    shows nothing; one that ends early leaves the newest receipts out. A broken name that no formula uses is advice.
    """
    if not is_known_structure(book):
        raise NotRun("สมุดมาจากแม่แบบรุ่นที่โปรแกรมนี้ไม่มี จึงไม่ทราบว่าชื่อควรชี้ช่องใด")
    there = [(place, column) for place, column in named(book.book, book.layout) if place.table.form or not book.values_mode]
    wrong = [(place, column) for place, column in there if not (_points_at if place.table.form else _reads_all)(book, place, column)]
    for place, chosen in groupby(wrong, key=lambda each: each[0]):
        columns = [column for _, column in chosen]
        told = {} if place.table.form else {"variant": "column", "sheet": place.sheet, "others": len(columns)}
        findings = [_misnamed(book, place, column, **told) for column in columns]
        if len(findings) >= MANY and not place.table.form:
            spots = tuple(spot for finding in findings for spot in finding.spots)
            findings = [replace(findings[0], key=place.table.name, variant="columns", spots=spots)]
        yield from findings
    used = {place.name_of(column) for place, column in there}
    for name, actual in book.source.names.items():
        if "#REF!" in actual and name not in used and "_xlnm" not in name and "_FilterDatabase" not in name:
            yield Finding(name, (), (), found=actual, severity=Severity.ADVICE, variant="unused", told=(("name", name),))


MANY = 4
"""From so many names of one table on, it is one finding: somebody moved or deleted its rows."""


def _misnamed(book: ReadBook, place: Placed, column: str, *, variant: str = "", **told: Any) -> Finding:
    name, wanted = place.name_of(column), place.cells_of(column)
    seen = book.source.names.get(name) or "ไม่มีชื่อนี้"
    told = {"name": name, "heading": place.table.columns[column].th, **told}
    return Finding(name, (_bare(wanted),), (Spot(place.table.name, column),), found=seen, expected=wanted, variant=variant, told=tuple(told.items()))


def _points_at(book: ReadBook, place: Placed, column: str) -> bool:
    return _bare(book.source.names.get(place.name_of(column))) == _bare(place.cells_of(column))


def _reads_all(book: ReadBook, place: Placed, column: str) -> bool:
    """Tell whether the name of a column begins with its first row and takes in the last that is used; deleted spare rows lack nothing."""
    found = _COLUMN.fullmatch(_bare(book.source.names.get(place.name_of(column))))
    last_used = place.first + max(book.tables[place.table.name].used, default=0)
    if found is None or (found[1], found[2], found[4]) != (_bare(place.sheet), place.letters[column], place.letters[column]):
        return False
    return int(found[3]) == place.first and int(found[5]) >= last_used


_COLUMN = re.compile(r"(.+)!([A-Z]+)(\d+):([A-Z]+)(\d+)")


def _bare(cells: str | None) -> str:
    """Give what a name stands for without quotes and dollar signs."""
    return (cells or "").replace("$", "").replace("'", "").replace(" ", "")


@check("STRUCT-06", Severity.WARNING, needs=("rules.first_day",), masked_by=("CELL-02", "CELL-03", "CELL-04", "CELL-05", "CELL-09"))
def settings_incomplete(book: ReadBook) -> Iterator[Finding]:
    """The by-laws the formulas use are filled in and make sense.

    Why: a fund is judged by its own rules; a blank rate would be a guess, and blank is not 0. One finding lists them all.
    """
    rules = book.tables["rules"]
    unread = {problem.column for problem in book.problems if problem.table == "rules"}
    wrong = [name for name, column in rules.table.columns.items() if column.required and name not in unread and book.rule(name) is None]
    wrong += [name for name in _out_of_domain(book, rules) if name not in wrong and name not in unread]
    if wrong:
        names = ", ".join(rules.table.columns[name].th for name in wrong)
        seen = shown(book.rule(wrong[0]), rules.table.columns[wrong[0]].kind)
        yield Finding(
            "", tuple(rules.where(name) for name in wrong), tuple(Spot("rules", name) for name in wrong), found=seen,
            expected="กรอกแล้วและอยู่ในช่วงที่เป็นไปได้", told=(("names", names), ("sheet", rules.place.sheet)),
        )  # fmt: skip


def _out_of_domain(book: ReadBook, rules: ReadRows) -> Iterator[str]:
    """Name the by-laws whose value no fund can mean."""
    for name, column in rules.table.columns.items():
        value = book.rule(name)
        if value is None:
            continue
        if (column.one_of and value not in column.one_of) or (
            column.kind in (Kind.MONEY, Kind.WHOLE, Kind.RATE) and column.least is not None and value < column.least
        ):
            yield name
    first, last = book.rule("first_day"), book.rule("last_day")
    if isinstance(first, dt.date) and isinstance(last, dt.date):
        length = (last - first).days + 1
        short = book.rule("first_year") == "ใช่" and 0 < length < YEAR_LENGTHS[0]
        if length not in YEAR_LENGTHS and not short:
            yield "last_day"
    for name, column in rules.table.columns.items():
        low, high = (book.rule(column.above), book.rule(name)) if column.above else (None, None)
        if low is not None and high is not None and high <= low:
            yield name


@check("STRUCT-07", Severity.ERROR, masked_by=("STRUCT-02", "STRUCT-03", "STRUCT-04", "CELL-02", "CELL-03"))
def key_integrity(book: ReadBook) -> Iterator[Finding]:
    """Every code that is quoted is in its register, every register's code is there once, no needed cell of a row is blank.

    Why: money booked to ส-0132 where the register has ส-0123 belongs to nobody, and no total shows it.
    """
    if book.is_empty:
        raise NotApplicable("สมุดยังไม่มีรายการ")
    yield from _blanks(book)
    by_code: dict[tuple[str, str], list[Finding]] = {}
    for rows in book.tables.values():
        yield from _twice(book, rows)
        for column in rows.table.columns.values():
            if column.ref and column.is_input and column.name in rows.place.letters and column.ref[0] in book.tables:
                _orphans(book, rows, column.name, [(index, column.ref) for index in rows.used], by_code)
            if column.ref_when and column.ref_when[0] in rows.columns:
                by, targets = column.ref_when
                chosen = [(index, targets[str(rows.columns[by][index])]) for index in rows.used if str(rows.columns[by][index]) in targets]
                _orphans(book, rows, column.name, chosen, by_code)
    for (register, code), findings in by_code.items():
        if len(findings) < MANY:
            yield from findings
        else:  # a code changed in its register, which many rows quote: one question
            cells = tuple(cell for finding in findings for cell in finding.cells)
            spots = tuple(dict.fromkeys(spot for finding in findings for spot in finding.spots))
            people = frozenset[str]().union(*(finding.about for finding in findings))
            yield replace(findings[0], key=f"{register}:{code}", cells=cells[:MOST_CELLS], spots=spots, about=people)


def _blanks(book: ReadBook) -> Iterator[Finding]:
    for problem in book.problems:
        rows = book.tables[problem.table]
        if problem.why == "blank" and rows.table.columns[problem.column].kind is not Kind.DATE:
            yield at_cell(book, problem.table, problem.column, problem.index, found="ว่าง", expected="ต้องกรอก", variant="blank")


def _twice(book: ReadBook, rows: ReadRows) -> Iterator[Finding]:
    """Find a register's key standing twice: of inputs with a single key."""
    if len(rows.table.key) != 1 or rows.table.form or not rows.table.columns[rows.table.key[0]].is_input:
        return
    column, first = rows.table.key[0], dict[Any, int]()
    for index in rows.used:
        value = rows.columns[column][index]
        if value is None or (earlier := first.setdefault(value, index)) == index:
            continue
        finding = at_cell(book, rows.name, column, index, found=str(value), expected="ไม่ซ้ำ", variant="twice", key=f"{rows.name}:{value}")
        yield replace(finding, cells=(rows.where(column, index), rows.where(column, earlier)))


MANY, MOST_CELLS = 4, 20
"""From so many quotes of one missing code on it is one finding, and names so many cells at the most."""


def _orphans(book: ReadBook, rows: ReadRows, column: str, places: list[tuple[int, tuple[str, str]]], by_code: dict[tuple[str, str], list[Finding]]) -> None:
    """Add the quotes of a column that no register has, by register and code."""
    values = rows.columns[column]
    known = {target: set(_codes(book, target)) for target in {target for _, target in places}}
    for index, target in places:
        value = values[index]
        if value is None or str(value) in known[target]:
            continue
        near = _nearest(str(value), _codes(book, target))
        told = {"value": value, "register": book.tables[target[0]].table.th, "near": f" ใช่ {near} หรือไม่" if near else ""}
        finding = at_cell(
            book, rows.name, column, index, found=str(value), expected=near or "มีในทะเบียน", told=told,
            key=f"{rows.name}.{column}:{record_key(rows, index)}:{value}",
        )  # fmt: skip
        finding = replace(finding, about=finding.about | {near}) if near else finding
        by_code.setdefault((target[0], str(value)), []).append(finding)


def _nearest(value: str, codes: list[str]) -> str:
    """Give the code that was probably meant: the one with digits exchanged, or with one sign other, or the likest; nothing when none is like it."""
    exchanged = [code for code in codes if sorted(code) == sorted(value)]
    one_other = [code for code in codes if len(code) == len(value) and sum(a != b for a, b in zip(code, value, strict=True)) == 1]
    for chosen in (exchanged, one_other):
        if len(chosen) == 1:
            return chosen[0]
    return next(iter(difflib.get_close_matches(value, codes, n=1, cutoff=0.6)), "")


def _codes(book: ReadBook, target: tuple[str, str]) -> list[str]:
    rows = book.tables.get(target[0])
    return [] if rows is None else [str(value) for value in rows.columns[target[1]] if value is not None]
