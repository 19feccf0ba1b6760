"""Where each field of a book stands: the contract other tools fill books by."""

from typing import Any

from templates.books import BOOKS
from templates.declare import Size
from templates.layout import lay_out


def field_list(type_: str, members: int, banks: int) -> list[dict[str, Any]]:
    """Give every table of a book of a size: its sheet, rows and columns; a form's fields have a row each."""
    size = Size(members, banks)
    book = BOOKS[type_](size)
    tables = []
    for place in lay_out(book, size).values():
        columns = []
        for name, column in place.table.columns.items():
            told = {"field": name, "heading": column.th, "letter": place.letters[name], "kind": str(column.kind), "input": column.is_input}
            columns.append(told | {"row": place.lines[name]} if place.table.form else told)
        tables.append({"table": place.table.name, "sheet": place.sheet, "first_row": place.first, "last_row": place.last, "columns": columns})
    return tables
