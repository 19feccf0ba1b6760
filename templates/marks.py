"""What a table's cells show by themselves: soft bands, a cell still to fill in, a formula that holds, a difference."""

from collections.abc import Iterator
from itertools import groupby

from xlsxwriter.worksheet import Worksheet

from templates.declare import Column
from templates.faces import CLOSED_ON
from templates.layout import At, Layout, Placed
from templates.styles import BAND, GREY, MISSING, PALE_RED, RED, Styles

DIFFERENCES = frozenset({"difference", "suspense"})
"""Columns that show nothing when the book ties."""


def mark_table(page: Worksheet, placed: Placed, layout: Layout, styles: Styles) -> None:
    """Set a table's conditional formats."""
    columns = placed.table.columns
    guard = f"${placed.letters[placed.table.guard]}{placed.first}"
    missing = styles.marked(bg_color=MISSING)
    for column in columns.values():
        here, cells = f"${placed.letters[column.name]}{placed.first}", _cells(placed, column.name, column.name)
        if column.is_input and column.required and column.name != placed.table.guard:
            _mark(page, cells, f'=AND({guard}<>"",{here}="")', missing)
        if column.holds is not None:
            holds = column.holds.text(At(layout, placed.table.name, placed.first))
            _mark(page, cells, f"={holds}", styles.marked(bg_color="#FFFFFF", font_color=GREY))
        if column.name in DIFFERENCES:
            _mark_difference(page, cells, here, styles)
    for first, last in _plain_runs(placed):
        _mark(page, _cells(placed, first, last), f'=AND({guard}<>"",MOD(ROW(),2)=1)', styles.marked(bg_color=BAND))


def mark_form(page: Worksheet, placed: Placed, styles: Styles) -> None:
    """Set a form's conditional formats."""
    for column in placed.table.columns.values():
        cell = placed.address(column.name)
        here = f"${placed.letters[column.name]}${placed.lines[column.name]}"
        if column.is_input and column.required and column.default is None:
            _mark(page, cell, f'={here}=""', styles.marked(bg_color=MISSING))
        if column.name in DIFFERENCES:
            _mark_difference(page, cell, here, styles)


def _mark_difference(page: Worksheet, cells: str, here: str, styles: Styles) -> None:
    """Red where something is left over in a closed year; bold until then."""
    some = f"ABS(N({here}))>=0.005"
    _mark(page, cells, f'=AND({some},{CLOSED_ON}<>"")', styles.marked(font_color=RED, bg_color=PALE_RED, bold=True))
    _mark(page, cells, f"={some}", styles.marked(bold=True))


def _mark(page: Worksheet, cells: str, condition: str, style: object) -> None:
    page.conditional_format(cells, {"type": "formula", "criteria": condition, "format": style})


def _cells(placed: Placed, first: str, last: str) -> str:
    return f"{placed.letters[first]}{placed.first}:{placed.letters[last]}{placed.last}"


def _plain_runs(placed: Placed) -> Iterator[tuple[str, str]]:
    """Give the first and last of neighbouring columns people do not type in."""

    def typed(column: Column) -> bool:
        return column.is_input

    for is_typed, run in groupby(placed.table.columns.values(), key=typed):
        names = [column.name for column in run if not column.hidden]
        if names and not is_typed:
            yield names[0], names[-1]
