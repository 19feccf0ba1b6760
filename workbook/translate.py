"""A formula moved to another cell, as spreadsheets move it."""

from __future__ import annotations

import re

from workbook.addresses import COLUMNS, ROWS, column_index, column_letters

# Each alternative eats one whole thing, so that a reference is only ever found where one can stand: not in a string,
# not in a sheet's quoted name, not in the brackets of a table, not as the beginning of a longer word.
# A word goes on through every sign that is no operator: \w would end it at a Thai vowel.
_WORD = r"""[^\x00-\x20!"#$%&'()*+,\-/:;<=>@\[\]^`{|}~]"""
_TOKEN = re.compile(
    rf"""
    "(?:[^"]|"")*"
    | '(?:[^']|'')*'
    | \[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]
    | (?P<c1>\$?[A-Za-z]{{1,3}}) : (?P<c2>\$?[A-Za-z]{{1,3}}) (?!{_WORD}|[$!(])
    | (?P<r1>\$?[0-9]{{1,7}})    : (?P<r2>\$?[0-9]{{1,7}})    (?!{_WORD}|[$!(])
    | (?P<column>\$?[A-Za-z]{{1,3}}) (?P<row>\$?[1-9][0-9]{{0,6}}) (?!{_WORD}|[$!(\[])
    | (?:{_WORD}|\$)+
    """,
    re.VERBOSE | re.DOTALL,
)
_NOWHERE = "#REF!"


def translate(formula: str, rows: int, columns: int) -> str:
    """Return the formula as it reads so many rows down and columns right; what falls off the sheet is #REF!.

    >>> translate("SUM(A$1:A2)*LOG10(B2)", 1, 0)
    'SUM(A$1:A3)*LOG10(B3)'
    """

    def moved(token: re.Match[str]) -> str:
        match token.lastgroup:
            case "row":
                return _joined(token[0], "", _column(token["column"], columns), _row(token["row"], rows))
            case "c2":
                return _joined(token[0], ":", _column(token["c1"], columns), _column(token["c2"], columns))
            case "r2":
                return _joined(token[0], ":", _row(token["r1"], rows), _row(token["r2"], rows))
            case _:
                return token[0]

    return _TOKEN.sub(moved, formula)


def _joined(before: str, between: str, first: str, second: str) -> str:
    if not first or not second:
        return before
    return _NOWHERE if _NOWHERE in (first, second) else first + between + second


def _column(text: str, by: int) -> str:
    """Return the column moved, or nothing when the letters are no column of any sheet but a name."""
    index = column_index(text.lstrip("$"))
    if index >= COLUMNS:
        return ""
    if text[0] == "$":
        return text
    index += by
    return column_letters(index) if 0 <= index < COLUMNS else _NOWHERE


def _row(text: str, by: int) -> str:
    """Return the row moved, or nothing when the number is beyond any sheet and the word is a name."""
    number = int(text.lstrip("$"))
    if not 1 <= number <= ROWS:
        return ""
    if text[0] == "$":
        return text
    number += by
    return str(number) if 1 <= number <= ROWS else _NOWHERE
