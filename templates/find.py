"""Where a declared book's tables stand in a file: by their headings, and by what the formulas themselves point at."""

import re
from dataclasses import dataclass, replace

from templates.declare import Column, FundBook, Sheet, Table
from templates.expressions import Expr
from templates.layout import HEADING_ROW, Layout, Placed, names_of, spelling
from workbook.addresses import column_index, column_letters
from workbook.cells import Sheet as Cells
from workbook.cells import Source
from workbook.spelling import names_read, normal, spelt_out

ALIKE = 0.6
"""A sheet under another name holds at least this share of the headings."""
LOOK_DOWN = 25
"""Headings are looked for in so many rows from the top."""


@dataclass(frozen=True)
class HeadingProblem:
    """A heading that is not what its column holds: missing, twice, or standing over another column."""

    table: str
    column: str
    where: str
    seen: str
    expected: str


@dataclass
class FoundBook:
    """The tables as found: their places, the sheets and headings that are not there."""

    layout: Layout
    missing_sheets: list[str]
    headings: list[HeadingProblem]


def fold(text: object) -> str:
    """Bring a heading to the form in which headings are compared: no spaces or line breaks, ํา as ำ, no letter case."""
    return re.sub(r"\s+", "", str(text)).replace("ํา", "ำ").casefold()


def find_tables(book: FundBook, declared: Layout, source: Source) -> FoundBook:
    """Place every table of a book in a file.

    A sheet under another name is known by its headings. Where headings and declared columns disagree, the formulas decide:
    whole columns moved together with their formulas are as good as before; a heading typed over is a problem.
    """
    sheets, missing = _match_sheets(book, source)
    layout: Layout = {}
    problems: list[HeadingProblem] = []
    for sheet in book.sheets:
        cells = sheets.get(sheet.name)
        if cells is None:
            continue
        for table in sheet.tables:
            place = replace(declared[table.name], sheet=cells.name)
            layout[table.name] = _place_form(place, cells) if table.form else _place_table(place, cells)
    for name, found in list(layout.items()):
        kept = replace(declared[name], sheet=found.sheet)
        if found.table.form or found == kept or (found.letters.keys() == kept.letters.keys() and _follows(found, kept, layout, source)):
            continue
        problems += _compare(found, kept, source.sheets[found.sheet])
        layout[name] = kept
    return FoundBook(layout, missing, problems)


def _match_sheets(book: FundBook, source: Source) -> tuple[dict[str, Cells], list[str]]:
    by_name = {fold(name): cells for name, cells in source.sheets.items()}
    matched = {sheet.name: by_name[fold(sheet.name)] for sheet in book.sheets if fold(sheet.name) in by_name}
    taken = {cells.name for cells in matched.values()}
    missing = []
    for sheet in book.sheets:
        if sheet.name in matched:
            continue
        candidates = [cells for cells in source.sheets.values() if cells.name not in taken]
        best = max(candidates, key=lambda cells: _likeness(sheet, cells), default=None)
        if best is not None and _likeness(sheet, best) > ALIKE:
            matched[sheet.name] = best
            taken.add(best.name)
        else:
            missing.append(sheet.name)
    return matched, missing


def _likeness(sheet: Sheet, cells: Cells) -> float:
    """Give the share of a sheet's headings and labels that stand somewhere at the top of some cells."""
    wanted = {fold(column.th) for table in sheet.tables for column in table.columns.values()}
    there = {fold(value) for row in cells.values[:90] for value in row if isinstance(value, str)}
    return len(wanted & there) / len(wanted) if wanted else 0.0


def _dictionary(table: Table) -> dict[str, str]:
    return {fold(word): column.name for column in table.columns.values() for word in (*column.also, column.en, column.th) if word}


def _place_table(place: Placed, cells: Cells) -> Placed:
    """Place a table by the row that holds most of its headings; a heading that stands twice counts where it is declared."""
    words = _dictionary(place.table)
    rows = cells.values[:LOOK_DOWN]
    if not rows:
        return place
    best = max(range(len(rows)), key=lambda index: (len({words.get(fold(v)) for v in rows[index] if v} - {None}), -abs(index - HEADING_ROW + 1)))
    letters: dict[str, str] = {}
    for index, value in enumerate(rows[best]):
        name = words.get(fold(value)) if value else None
        letter = column_letters(index)
        if name and (name not in letters or place.letters[name] == letter):
            letters[name] = letter
    shift = best + 2 - place.first
    ordered = {name: letters[name] for name in place.table.columns if name in letters}
    return replace(place, first=place.first + shift, letters=ordered)


def _place_form(place: Placed, cells: Cells) -> Placed:
    """Place a form by its labels, in the column before its values."""
    labels = {fold(column.th): name for name, column in place.table.columns.items()}
    column = column_index(next(iter(place.letters.values()))) - 1
    lines = dict(place.lines)
    for index, row in enumerate(cells.values):
        name = labels.get(fold(row[column])) if column < len(row) and row[column] else None
        if name:
            lines[name] = index + 1
    return replace(place, lines=lines)


def _follows(found: Placed, kept: Placed, layout: Layout, source: Source) -> bool:
    """Tell whether the formulas of the book read this table where its headings are, rather than where it was declared."""
    name = found.table.name
    return _read_as({**layout, name: found}, name, source) > _read_as({**layout, name: kept}, name, source)


def _read_as(layout: Layout, name: str, source: Source) -> int:
    """Count the columns whose first formula reads a table as a layout has it."""
    theirs, ours, matches = names_read(source.names), names_read(names_of(layout)), 0
    for place in layout.values():
        cells = source.sheets[place.sheet]
        for column in place.table.columns.values():
            formula = place.table.expression(column)
            if formula is None or place.table.form or column.name not in place.letters:
                continue
            if any(table == name for table, _ in formula.needs(place.table.name)):
                actual = cells.formula(place.first - 1, column_index(place.letters[column.name]))
                matches += actual is not None and spelt_out(normal(actual), theirs, place.sheet) == spelt_out(
                    normal(_spelt(formula, layout, place)), ours, place.sheet
                )
    return matches


def _spelt(formula: Expr, layout: Layout, place: Placed) -> str:
    try:
        return spelling(formula, layout, place.table.name)(place.first)
    except KeyError:
        return ""


def _compare(found: Placed, kept: Placed, cells: Cells) -> list[HeadingProblem]:
    """Give what stands over each declared column where its heading should be."""
    problems = []
    words = _dictionary(kept.table)
    for name, column in kept.table.columns.items():
        row, index = kept.first - 2, column_index(kept.letters[name])
        seen = cells.value(row, index)
        if words.get(fold(seen)) != name:
            where = f"{kept.sheet}!{kept.letters[name]}{row + 1}"
            problems.append(HeadingProblem(kept.table.name, name, where, str(seen or ""), column.th))
    return problems or _moved(found, kept)


def _moved(found: Placed, kept: Placed) -> list[HeadingProblem]:
    """Give the headings that stand on another row than the table's."""
    if found.first == kept.first:
        return []
    first: Column = next(iter(kept.table.columns.values()))
    where = f"{kept.sheet}!{kept.letters[first.name]}{kept.first - 1}"
    return [HeadingProblem(kept.table.name, first.name, where, "", first.th)]
