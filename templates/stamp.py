"""What a book says of itself on its hidden sheet: its template, version, size, and the fingerprint of its structure."""

import hashlib
from typing import Any

from templates.declare import FundBook, Size
from templates.layout import lay_out, spelling
from workbook.spelling import normal

FUNCTIONS_VERSION = "1.0"


def stamp_of(book: FundBook, size: Size) -> dict[str, Any]:
    """Give the one row of the stamp form."""
    return {
        "template": book.id, "version": book.version, "fingerprint": fingerprint(book, size), "functions": FUNCTIONS_VERSION,
        "members": size.members, "banks": size.banks,
    }  # fmt: skip


def fingerprint(book: FundBook, size: Size) -> str:
    """Give the fingerprint of the declared sheets, headings and formulas for a size; sheets a fund adds do not count."""
    layout = lay_out(book, size)
    told = hashlib.sha256()
    for name, place in layout.items():
        told.update(f"{place.sheet}|{name}|{place.first}|{place.rows}".encode())
        for column in place.table.columns.values():
            formula = place.table.expression(column)
            told.update(f"|{column.th}|{normal(spelling(formula, layout, name)(place.first)) if formula else ''}".encode())
    return told.hexdigest()[:16]
