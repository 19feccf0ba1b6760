"""YEND-09: the figures the meeting reads are the book's own."""

from collections.abc import Iterator
from dataclasses import replace

from templates.filled import needs_of
from templates.kinds import Kind
from templates.read import ReadBook, ReadRows
from validator.causes import of_figure
from validator.evidence import at_cell, caused, difference_of, reach, shown
from validator.outcome import Finding, Severity, Spot
from validator.recompute import recomputed, same
from validator.registry import check, upstream
from workbook.cells import ErrorValue

READ_OUT = (
    "figures", "by_month", "by_age", "by_village", "by_purse", "controls", "standing", "snapshots", "report_lines", "form_26_1", "form_26_2", "problem_facts",
    "hand_over",
)  # fmt: skip
"""The tables of the summary sheet, the ties the committee signs, and the reports a fund sends or hands over."""


@check("YEND-09", Severity.ERROR, needs=("figures.members", "by_month.cash", "controls.difference"), masked_by=upstream("YEND-09"), over="figures")
def report_numbers_match(book: ReadBook) -> Iterator[Finding]:
    """Every figure on the summary sheet is the one in the book behind it.

    Why: members read the summary only. The summary says 32,000.00 in the reserve, the statement 30,200.00.
    """
    rests_on = reach(book)
    for name in READ_OUT:
        rows, off = book.tables.get(name), set[tuple[str, int]]()
        for column in rows.table.columns.values() if rows else ():
            if rows and needs_of(rows.table, column) is not None and column.name in rows.place.letters:
                before = {(other, index) for other, index in off if (name, other) in rests_on[name, column.name]}
                yield from _figures(book, rows, column.name, off, {index for _, index in before})


def _figures(book: ReadBook, rows: ReadRows, name: str, off: set[tuple[str, int]], follows: set[int]) -> Iterator[Finding]:
    """Give a column's figures that are not the book's, but for rows where they follow from one that was given."""
    column, expected = rows.table.columns[name], recomputed(book, rows.name, name)
    for index in rows.used:
        found = rows.columns[name][index]
        if index in follows or same(found, expected[index]) or isinstance(found, ErrorValue) or isinstance(expected[index], ErrorValue):
            continue
        off.add((name, index))
        line = shown(rows.columns[rows.table.guard][index]) if rows.table.guard else ""
        told = {"heading": f"{column.th} {line}".strip(), "gap": ""}
        finding = at_cell(
            book, rows.name, name, index, found=shown(found, column.kind), expected=shown(expected[index], column.kind),
            difference=difference_of(found, expected[index], column.kind), told=told,
        )  # fmt: skip
        source = _source(book, rows, name)
        finding = replace(finding, spots=(Spot(rows.name, name),)).with_cells(*source)
        if column.kind is Kind.MONEY and isinstance(found, int) and isinstance(expected[index], int):
            finding = caused(finding, of_figure(found, expected[index]))  # type: ignore[arg-type] # whole satang on both sides
        yield finding


def _source(book: ReadBook, rows: ReadRows, name: str) -> list[str]:
    """Point at a place the figure comes from: the total of a column, or a form's field."""
    for table, column in sorted(needs_of(rows.table, rows.table.columns[name]) or ()):
        other = book.tables.get(table)
        if other is not None and table != rows.name and column in other.place.letters:
            return [other.where(column) if other.table.form or not other.table.columns[column].total else other.where_total(column)]
    return []
