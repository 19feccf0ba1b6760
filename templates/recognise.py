"""Which of the declared books a file is, and for what size it was made."""

from functools import cache

from templates.books import BOOKS
from templates.declare import FundBook, Size
from templates.layout import HEADING_ROW
from workbook.cells import Source, Value

MOST_BANKS = 6
HALF = 0.5
"""A file with fewer of a book's sheets is another workbook."""


def recognise(source: Source) -> tuple[FundBook, Size, bool] | None:
    """Give the declared book a file is, for its size, and whether its stamp says so; None for a workbook of something else.

    The sheets decide: a stamp that names a book whose sheets are not the file's was copied or typed over.
    """
    said = _stamped(source)
    alike = {name: _alike(name, source) for name in BOOKS}
    best = max(alike, key=lambda name: (alike[name], name == said.get("แม่แบบ")))
    if alike[best] < HALF:
        return None
    members, banks = said.get("ขนาด: สมาชิก"), said.get("ขนาด: ธนาคาร")
    sized = isinstance(members, (int, float)) and isinstance(banks, (int, float)) and 1 <= banks <= MOST_BANKS and members >= 1
    size = Size(int(members), int(banks)) if sized else _size_of(source, BOOKS[best](Size(1)).rows_a_member)  # type: ignore[arg-type] # numbers, as sized says
    return BOOKS[best](size), size, sized and best == said.get("แม่แบบ")


def _stamped(source: Source) -> dict[str, Value]:
    """Give what a file says of itself on its hidden sheet."""
    stamp = source.sheets.get("_satja")
    return {row[0]: row[1] for row in stamp.values[HEADING_ROW:] if len(row) > 1 and isinstance(row[0], str)} if stamp else {}


def _alike(name: str, source: Source) -> float:
    """Give the share of a book's sheets that a file has."""
    names = _sheets_of(name)
    return len(names & set(source.sheets)) / len(names)


@cache
def _sheets_of(name: str) -> frozenset[str]:
    return frozenset(sheet.name for sheet in BOOKS[name](Size(1)).sheets)


def _size_of(source: Source, rows_a_member: int) -> Size:
    """Guess the size of a book without a stamp from what is filled: room enough for all its rows."""
    longest = max((len(cells.values) for cells in source.sheets.values()), default=0)
    banks = sum(f"account_bank{number}" in name for name in source.names for number in range(1, 7)) or 1
    return Size(max(12, longest // rows_a_member), min(MOST_BANKS, banks))
