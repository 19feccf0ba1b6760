"""CELL, the formulas: typed over, unlike their column, too short, no longer alive."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from templates.filled import order
from templates.kinds import Exact
from templates.lookups import add
from templates.read import ReadBook, ReadRows
from validator.evidence import at_cell, baht, difference_of, reach, shown
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.recompute import Deviation, calculated, deviations, is_known_structure, recomputed, same, settled_total, shows_no_answer
from validator.registry import READING, check
from workbook.cells import ErrorValue

NO_FORMULAS = "สมุดนี้บันทึกเป็นค่า จึงไม่มีสูตรให้เทียบ"
NOT_CALCULATED = "ไฟล์นี้ยังไม่ได้คำนวณ เปิดใน Excel หรือ LibreOffice แล้วบันทึกอีกครั้ง"
ANOTHER_TEMPLATE = "สมุดมาจากแม่แบบรุ่นที่โปรแกรมนี้ไม่มี จึงเทียบสูตรทีละช่องไม่ได้"


def _formulas_to_judge(book: ReadBook) -> tuple[Deviation, ...]:
    """Give the deviations of a book that has formulas and was calculated."""
    if book.values_mode:
        raise NotApplicable(NO_FORMULAS)
    if any(rows.uncalculated for rows in book.tables.values()):
        raise NotRun(NOT_CALCULATED)
    if not is_known_structure(book):
        raise NotRun(ANOTHER_TEMPLATE)
    return deviations(book)


MOST_CELLS = 20
"""A finding names so many cells at the most."""
MANY = 4
"""From so many cells of one column on, a deviation is one finding: somebody changed the column."""


def _found(book: ReadBook, chosen: list[Deviation], told: Callable[[Deviation], dict[str, Any]], *, always: bool = False) -> Iterator[Finding]:
    """Give a finding for each deviating cell, or one for a column where many deviate; an error where the value differs."""
    by_column: dict[tuple[str, str], list[Deviation]] = {}
    for deviation in chosen:
        by_column.setdefault((deviation.table, deviation.column), []).append(deviation)
    for group in by_column.values():
        findings = [
            _deviation(book, each, severity=Severity.ERROR if always or each.differs else Severity.WARNING, told=told(each))
            for each in sorted(group, key=lambda each: not each.differs)
        ]
        if len(findings) < MANY:
            yield from findings
            continue
        cells = tuple(cell for finding in findings for cell in finding.cells)[:MOST_CELLS]
        gaps = [finding.difference for finding in findings if finding.difference is not None]
        yield replace(findings[0], key=f"{group[0].table}.{group[0].column}", cells=cells, difference=sum(gaps) if gaps else None, about=frozenset())


def _deviation(book: ReadBook, deviation: Deviation, **more: Any) -> Finding:
    rows = book.tables[deviation.table]
    column = rows.table.columns[deviation.column]
    found, expected = shown(deviation.seen, column.kind), shown(deviation.expected, column.kind)
    difference = difference_of(deviation.seen, deviation.expected, column.kind)
    gap = f" ต่างกัน {baht(abs(difference))} บาท" if difference else ""
    told = {"found": found, "expected": expected, "gap": gap, **more.pop("told", {})}
    if deviation.index is not None:
        return at_cell(book, deviation.table, deviation.column, deviation.index, found=found, expected=expected, difference=difference, told=told, **more)
    cell = rows.where_total(deviation.column)
    told |= {"heading": f"ยอดรวม {column.th}", "sheet": rows.place.sheet, "cell": cell.partition("!")[2]}
    key, spots = f"{deviation.table}.{deviation.column}:total", (Spot(deviation.table, f"{TOTAL}{deviation.column}"),)
    return Finding(key, (cell,), spots, found=found, expected=expected, difference=difference, told=tuple(told.items()), **more)


@check("CELL-09", Severity.ERROR, masked_by=("STRUCT-03",))
def formula_overwritten(book: ReadBook) -> Iterator[Finding]:
    """Where the book calculates, nobody typed a number over the formula.

    Why: a figure typed over stops following its rows. 12,500.00 typed where the rows give 12,000.00 is an error; the same
    figure typed over is a warning, for it will not follow the next receipt.
    """
    chosen = [each for each in _formulas_to_judge(book) if each.actual is None]
    yield from _found(book, chosen, lambda _: {})


@check("CELL-10", Severity.WARNING, masked_by=("STRUCT-03", "STRUCT-05"))
def inconsistent_formula(book: ReadBook) -> Iterator[Finding]:
    """Every formula of a column is the column's own.

    Why: one row that reads its rate from another cell charges one member differently. An error when the result differs.
    """
    chosen = [each for each in _formulas_to_judge(book) if each.actual is not None and not each.stops_short]
    yield from _found(book, chosen, lambda each: {"formula": (each.actual or "")[:120], "declared": each.declared[:120]})


@check("CELL-11", Severity.ERROR, masked_by=("STRUCT-03",))
def range_misses_rows(book: ReadBook) -> Iterator[Finding]:
    """Every total reaches the last row.

    Why: the newest members are usually the ones left out. A sum to row 85 where the data run to 92 leaves 3,200.00 out.
    """
    chosen = [each for each in _formulas_to_judge(book) if each.stops_short and each.differs]
    yield from _found(book, chosen, lambda each: {"formula": (each.actual or "")[:120]}, always=True)


@check("CELL-14", Severity.ERROR, masked_by=(*READING, "STRUCT-05"))
def stale_or_forged_cache(book: ReadBook) -> Iterator[Finding]:
    """What every formula shows is what it comes to.

    Why: a figure can be changed inside a file beside its formula, or kept from before the last entry; the paper the members
    signed is then not what the formulas say. Pressing F9 would change 12,500.00 to 12,000.00.
    """
    known = {(each.table, each.column, each.index) for each in _formulas_to_judge(book)}
    computed = order(book.book)
    # where every formula shows what its neighbours give, all show what the book comes to; only else must it be calculated through
    if not any(_shows_otherwise(book, table, column, recomputed(book, table, column), known) for table, column in computed if table in book.tables):
        return
    anew = calculated(book)
    findings = [each for table, column in computed if table in anew for each in _shows_otherwise(book, table, column, anew[table].columns[column], known)]
    over, rests_on = {(table, column) for table, column, _ in known}, reach(book)
    after = [each for each in findings if any(over & rests_on.get((spot.table, spot.column.removeprefix(TOTAL)), frozenset()) for spot in each.spots)]
    yield from _together(after)  # what was typed over elsewhere was not calculated through
    yield from _together([each for each in findings if each not in after])


TOTAL = "total of "


def _together(findings: list[Finding]) -> Iterator[Finding]:
    """Give some stale cells one by one, or many as one finding: the book was not calculated before it was saved."""
    if len(findings) < MANY:
        yield from findings
        return
    cells, spots = (cell for finding in findings for cell in finding.cells), (spot for finding in findings for spot in finding.spots)
    told = (*findings[0].told, ("others", len(findings)))
    yield replace(
        findings[0], key="stale", cells=tuple(islice(cells, MOST_CELLS)), spots=tuple(dict.fromkeys(spots)), variant="stale", about=frozenset(), told=told
    )


def _shows_otherwise(book: ReadBook, table: str, column: str, expected: Sequence[Exact], known: set[tuple[str, str, int | None]]) -> list[Finding]:
    """Find the cells of a column whose formula is as declared and whose value is not what it comes to; errors are CELL-01's."""
    rows = book.tables[table]
    if not rows.formulas.get(column):
        return []
    seen, formulas, found = rows.columns[column], rows.formulas[column], list[Finding]()
    for index in (index for index in rows.used if seen[index] != expected[index] and index in formulas):
        error = isinstance(seen[index], ErrorValue) or isinstance(expected[index], ErrorValue)
        if not error and not same(seen[index], expected[index]) and (table, column, index) not in known:
            found.append(_deviation(book, Deviation(table, column, index, seen[index], expected[index], "", "")))
    total = rows.totals.get(column) if rows.table.columns[column].total else None
    if isinstance(total, (int, float)) and (table, column, None) not in known:
        there = [right if index in formulas else typed for index, (right, typed) in enumerate(zip(expected, seen, strict=True))]
        shown_total, added = settled_total(rows, column), add(there)
        if not isinstance(added, ErrorValue) and not same(shown_total, added):
            found.append(_deviation(book, Deviation(table, column, None, shown_total, added, "", "")))
    return found


@check("CELL-16", Severity.WARNING)
def udf_missing_or_frozen(book: ReadBook) -> Iterator[Finding]:
    """The book's calculations are alive: as formulas, giving what the functions give.

    Why: a book pasted as values no longer follows what is typed, so next year should start from a live one; that is one
    advice for the whole book. One column pasted as values in a live book, or #NAME? where a function should answer, asks
    for a look.
    """
    if book.values_mode:
        if not book.is_empty:
            yield Finding("", (), (), severity=Severity.ADVICE, variant="values", found="ค่า", expected="สูตร")
        return
    for rows in book.tables.values():
        for name, indexes in rows.formulas.items():
            column = rows.table.columns[name]
            if not indexes and not rows.table.form and not rows.table.fixed_rows and rows.used and column.default is None:
                told = (("heading", column.th), ("sheet", rows.place.sheet), ("cell", rows.where(name, rows.used[0]).partition("!")[2]))
                cells = (rows.where(name, rows.used[0]), rows.where(name, rows.used[-1]))
                yield Finding(f"{rows.name}.{name}", cells, (Spot(rows.name, name),), found="ค่า", expected="สูตร", told=told)
        yield from _without_answer(book, rows)


def _without_answer(book: ReadBook, rows: ReadRows) -> Iterator[Finding]:
    """Find function cells that show #NAME?."""
    for name, indexes in rows.formulas.items():
        values = rows.columns[name]
        silent = [index for index in rows.used if isinstance(values[index], ErrorValue) and index in indexes and shows_no_answer(rows, name, index)]
        if silent:
            yield at_cell(book, rows.name, name, silent[0], key=f"{rows.name}.{name}:name", found="#NAME?", expected="ตัวเลข", variant="name")
