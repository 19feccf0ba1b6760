"""Where everything stands: the cells of each table for a size, or as they were found in a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from templates.declare import FundBook, Size, Table
from templates.expressions import Expr
from workbook.addresses import column_letters

HEADING_ROW = 5
"""Row 1 title, 2 help and the way back, 3 captions, 4 totals, 5 headings; rows from 6 on are data. Counted from 1."""
FORM_COLUMNS = ("เรื่อง", "ค่า", "หน่วย", "ข้อ", "เลขที่มติ")


@dataclass(frozen=True)
class Placed:
    """A table on its sheet: the row of its first record (from 1), how many rows, and each column's letters.

    Of a form, ``lines`` gives the row of each field and ``letters`` the column of the values.
    """

    table: Table
    sheet: str
    first: int
    rows: int
    letters: Mapping[str, str]
    lines: Mapping[str, int]

    @property
    def last(self) -> int:
        return max(self.lines.values(), default=self.first) if self.table.form else self.first + self.rows - 1

    def address(self, column: str, index: int = 0) -> str:
        """Give the address of a field of the record with this index from 0."""
        return f"{self.letters[column]}{self.lines[column] if self.table.form else self.first + index}"


Layout = dict[str, Placed]


def lay_out(book: FundBook, size: Size) -> Layout:
    """Place every table of a book for a size, side by side on its sheet."""
    layout: Layout = {}
    for sheet in book.sheets:
        left = 0
        for table in sheet.tables:
            layout[table.name] = _place(table, sheet.name, left, size)
            left += (len(FORM_COLUMNS) if table.form else len(table.columns)) + 1
    return layout


def _place(table: Table, sheet: str, left: int, size: Size) -> Placed:
    first = HEADING_ROW + 1
    if table.form:
        letters = dict.fromkeys(table.columns, column_letters(left + 1))
        lines = {name: first + line for line, name in enumerate(table.columns)}
        return Placed(table, sheet, first, 1, letters, lines)
    letters = {name: column_letters(left + index) for index, name in enumerate(table.columns)}
    return Placed(table, sheet, first, len(table.fixed_rows) or table.capacity(size), letters, {})


def spelling(formula: Expr, layout: Layout, table: str, finish: Callable[[str], str] = str) -> Callable[[int], str]:
    """Give how a column's formula reads in each sheet row, as ``finish`` leaves it: spelt once, with the row put in.

    Where every table begins on the same row, a reference to this row's cell is the same number on every sheet; a book in which
    somebody moved a table is spelt row by row.
    """
    if any(place.first != layout[table].first for place in layout.values()):
        return lambda row: finish(formula.text(At(layout, table, row)))
    text = finish(formula.text(At(layout, table, _SOME_ROW)))
    here, above = str(_SOME_ROW), str(_SOME_ROW - 1)
    return lambda row: text.replace(here, str(row)).replace(above, str(row - 1))


_SOME_ROW = 7_654_321
"""A row no book has, so that its digits stand for the row alone."""


class At:
    """The place of one cell's formula: spells references from a row of a table."""

    def __init__(self, layout: Layout, table: str, row: int) -> None:
        self._layout, self._here, self._row = layout, layout[table], row

    def cell(self, column: str) -> str:
        """Spell this row's cell; of a form, the field's own line."""
        if self._here.table.form:
            return f"$B${self._here.lines[column]}".replace("B", self._here.letters[column])
        return f"${self._here.letters[column]}{self._row}"

    def above(self, column: str) -> str:
        return f"${self._here.letters[column]}{self._row - 1}"

    def so_far(self, column: str, *, inclusive: bool) -> str:
        """Spell the cells from the heading, a text that sums pass over, down to this row or the one above."""
        letters = self._here.letters[column]
        return f"${letters}${self._here.first - 1}:${letters}{self._row if inclusive else self._row - 1}"

    def first_row(self) -> int:
        return self._here.first

    def same(self, table: str, column: str) -> str:
        other = self._layout[table]
        return f"{self._sheet(other)}${other.letters[column]}{other.first + self._row - self._here.first}"

    def range(self, table: str, column: str) -> str:
        other = self._layout[table] if table else self._here
        letters = other.letters[column]
        return f"{self._sheet(other)}${letters}${other.first}:${letters}${other.last}"

    def form(self, table: str, column: str) -> str:
        other = self._layout[table]
        if other.table.names:
            return other.table.names + column
        return f"{self._sheet(other)}${other.letters[column]}${other.lines[column]}"

    def form_range(self, table: str, first: str, last: str) -> str:
        other = self._layout[table]
        letters = other.letters[first]
        return f"{self._sheet(other)}${letters}${other.lines[first]}:${letters}${other.lines[last]}"

    def _sheet(self, other: Placed) -> str:
        return "" if other.sheet == self._here.sheet else f"'{other.sheet}'!"
