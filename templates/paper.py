"""How wide columns are, and how a sheet goes on paper: A4 landscape, what is filled only, the headings on every page."""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from templates.declare import Column, Table
from templates.kinds import Kind
from templates.layout import FORM_COLUMNS, HEADING_ROW, Placed
from templates.styles import FONT
from workbook.addresses import column_index, column_letters

A4, PAGE_PIXELS, SMALLEST_SCALE, LARGEST_SCALE = 9, 985, 0.52, 0.7
"""A4 landscape within the margins, at 96 dots an inch; 14-point Thai at the smallest scale is the least an old reader forgives."""
GAP_WIDTH = 3.0
USUAL_WIDTH = {Kind.MONEY: 14, Kind.DATE: 15, Kind.RATE: 9, Kind.WHOLE: 9, Kind.NUMBER: 13, Kind.TEXT: 18}
LETTERS, LEAST_LETTERS, HALF_HEADING, NUMBER_ROOM, LETTER_WIDTH = 1.15, 9, 0.8, 1.5, 1.3
"""A 14-point Thai letter is wider than the digit that column widths count in: by how much more usual texts and whole ones need."""
FORM_WIDTHS = {True: (38.0, 42.0, 40.0, 10.0, 12.0), False: (32.0, 24.0, 11.0, 2.0, 2.0)}
"""Widths of a form's columns, for the by-laws and for other forms."""
LEAST_ROWS = 10


@dataclass(frozen=True)
class Block:
    """A table on paper: its columns from 0, first to last visible, and how wide they are in pixels."""

    placed: Placed
    first: int
    last: int
    pixels: int


def letters_seen(text: str) -> int:
    """Count the letters that take room: Thai vowels and tone marks above and below take none.

    >>> letters_seen("ที่ดิน")
    4
    """
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def width_of(table: Table, column: Column) -> float:
    """Give a column's width: as declared, or what its kind needs, wide enough for its heading in two lines and for fixed words."""
    least = HALF_HEADING * letters_seen(column.th) + 1.5
    if column.kind is not Kind.TEXT:
        return max(column.width + NUMBER_ROOM if column.width else USUAL_WIDTH[column.kind], least)
    fixed = [LETTER_WIDTH * letters_seen(text) + 2 for row in table.fixed_rows if isinstance(text := row.get(column.name), str)]
    return max(LETTERS * (column.width or USUAL_WIDTH[Kind.TEXT]), LETTERS * LEAST_LETTERS, least, *fixed)


def form_widths(placed: Placed) -> tuple[float, ...]:
    """Give the widths of a form's columns: its units may be long."""
    label, value, unit, *rest = FORM_WIDTHS[bool(placed.table.names)]
    longest = max(letters_seen(column.unit) for column in placed.table.columns.values())
    return (label, value, max(unit, min(40.0, LETTER_WIDTH * longest + 3)), *rest)


def blocks(tables: Sequence[Placed]) -> list[Block]:
    """Measure the tables of a sheet, left to right."""
    return [_form_block(placed) if placed.table.form else _table_block(placed) for placed in tables]


def _form_block(placed: Placed) -> Block:
    first = column_index(next(iter(placed.letters.values()))) - 1
    shown = form_widths(placed)[: len(FORM_COLUMNS) if placed.table.names else 3]
    return Block(placed, first, first + len(shown) - 1, sum(_pixels(width) for width in shown))


def _table_block(placed: Placed) -> Block:
    visible = [(column_index(placed.letters[name]), column) for name, column in placed.table.columns.items() if not column.hidden]
    return Block(placed, visible[0][0], visible[-1][0], sum(_pixels(width_of(placed.table, column)) for _, column in visible))


def _pixels(width: float) -> int:
    return int(width * 7 + 5.5)


def set_paper(page: Worksheet, measured: Sequence[Block]) -> None:
    """Set the page up: one page wide where that stays readable; else a table a page, or a wide table over more pages."""
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer(f'&L&"{FONT},Regular"&12&F&C&"{FONT},Regular"&12&A&R&"{FONT},Regular"&12หน้า &P / &N')
    page.repeat_rows(HEADING_ROW - 1)
    for block in measured[1:]:
        page.set_column(block.first - 1, block.first - 1, GAP_WIDTH)
    pages = _pages(measured)
    width = max(pixels_across(group) for group in pages)
    if len(pages) > 1:
        page.set_v_pagebreaks([group[0].first for group in pages[1:]])
    if width * LARGEST_SCALE <= PAGE_PIXELS:
        page.set_print_scale(int(100 * LARGEST_SCALE))
    elif len(pages) > 1:
        page.set_print_scale(max(10, math.floor(100 * PAGE_PIXELS / width)))
    else:
        page.fit_to_pages(across := math.ceil(width * SMALLEST_SCALE / PAGE_PIXELS), 0)
        if across > 1:
            page.repeat_columns(0, 1)


def pixels_across(measured: Sequence[Block]) -> int:
    """Give the width of a sheet's tables with the gaps between them."""
    return sum(block.pixels for block in measured) + _pixels(GAP_WIDTH) * (len(measured) - 1)


def _pages(measured: Sequence[Block]) -> list[list[Block]]:
    """Give the tables that go on paper side by side: all of a sheet where they stay readable, else as many as fit at a good size."""
    if pixels_across(measured) * SMALLEST_SCALE <= PAGE_PIXELS:
        return [list(measured)]
    room = max(PAGE_PIXELS / LARGEST_SCALE, *(block.pixels for block in measured))
    groups: list[list[Block]] = []
    for block in measured:
        if groups and pixels_across([*groups[-1], block]) <= room:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def print_area(measured: Sequence[Block]) -> str:
    """Give the formula of what is printed: down to the last filled row, for prepared empty rows would print as blank pages.

    It is a formula, so that the area grows as people type; LibreOffice reads only fixed areas and prints every row.
    """
    first, *rest = _pages(measured)
    return "=" + ",".join([_area(first, 1), *(_area(group, HEADING_ROW - 1) for group in rest)])


def _area(measured: Sequence[Block], top: int) -> str:
    sheet, left, right = f"'{measured[0].placed.sheet}'!", column_letters(measured[0].first), column_letters(measured[-1].last)
    growing = [block.placed for block in measured if not block.placed.table.form and not block.placed.table.fixed_rows]
    least = max([HEADING_ROW + LEAST_ROWS * bool(growing), *(block.placed.last for block in measured if block.placed not in growing)])
    if not growing:
        return f"{sheet}${left}${top}:${right}${least}"
    ends = ",".join(_last_filled(placed) for placed in growing)
    bottom = max(least, *(placed.last for placed in growing))
    return f"{sheet}${left}${top}:INDEX({sheet}${right}$1:${right}${bottom},MAX({least},{ends}))"


def _last_filled(placed: Placed) -> str:
    letters = placed.letters[placed.table.guard]
    cells = f"'{placed.sheet}'!${letters}${placed.first}:${letters}${placed.last}"
    return f'SUMPRODUCT(MAX(({cells}<>"")*ROW({cells})))'
