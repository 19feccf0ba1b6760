"""Places of cells: 0-based numbers on one side, spreadsheet letters on the other."""

from __future__ import annotations

import re

ROWS = 1_048_576
COLUMNS = 16_384

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


def column_letters(index: int) -> str:
    """Return the letters of a 0-based column: 0 is A, 26 is AA.

    >>> column_letters(16383)
    'XFD'
    """
    if index < 0:
        raise ValueError(f"no column {index}")
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the 0-based column of its letters, in either case.

    >>> column_index("AA")
    26
    """
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(f"no column {letters!r}")
        number = number * 26 + ord(letter) - 64
    if not number:
        raise ValueError("no column letters")
    return number - 1


def address(row: int, column: int) -> str:
    """Return the address of a 0-based place.

    >>> address(5, 2)
    'C6'
    """
    if row < 0:
        raise ValueError(f"no row {row}")
    return f"{column_letters(column)}{row + 1}"


def parse_address(text: str) -> tuple[int, int]:
    """Return the 0-based (row, column) of an address inside the largest sheet; dollar signs do not matter.

    >>> parse_address("$C$6")
    (5, 2)
    """
    found = _ADDRESS.fullmatch(text)
    if not found:
        raise ValueError(f"not an address: {text!r}")
    row, column = int(found[2]) - 1, column_index(found[1])
    if row >= ROWS or column >= COLUMNS:
        raise ValueError(f"outside every sheet: {text!r}")
    return row, column
