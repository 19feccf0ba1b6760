"""A formula taken apart just far enough: which function is on the outside, and the texts of its arguments."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbook.addresses import parse_address

_OPEN, _CLOSE, _QUOTES = "({", ")}", "\"'"
_CALL = re.compile(r"([A-Z][A-Z0-9_.]*)\(")
_CELL = re.compile(r"(?:'([^']+)'!|([^!'\s(),&<>=+*/]+)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
OURS = "SATJA."


class Call(NamedTuple):
    """A function and the texts of its arguments."""

    name: str
    arguments: list[str]


class Range(NamedTuple):
    """Cells of one sheet (empty for the formula's own), from one corner to the other, counted from 0."""

    sheet: str
    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def is_cell(self) -> bool:
        return self.first == self.last

    def places(self) -> Iterator[tuple[int, int]]:
        """Give the places from left to right and downwards."""
        for row in range(self.first[0], self.last[0] + 1):
            yield from ((row, column) for column in range(self.first[1], self.last[1] + 1))


def outermost(text: str) -> Call | None:
    """Give the function that is all of an expression, or None when it is something else."""
    found = _CALL.match(text)
    if not found:
        return None
    parts, end = _split(text, found.end())
    return Call(found[1], parts) if end == len(text) else None


def calls_of_ours(text: str) -> list[Call]:
    """Give every call of a function of the registry, wherever it stands."""
    return [Call(found[1].removeprefix(OURS), _split(text, found.end())[0]) for found in _CALL.finditer(text) if found[1].startswith(OURS)]


def reference(text: str) -> Range | None:
    """Give the cells an expression is, when it is nothing but a reference."""
    found = _CELL.fullmatch(text.strip())
    if not found:
        return None
    first = parse_address(found[3] + found[4])
    return Range(found[1] or found[2] or "", first, parse_address(found[5] + found[6]) if found[5] else first)


def _split(text: str, start: int) -> tuple[list[str], int]:
    """Split the arguments from behind the opening bracket; also give where the call ends."""
    parts, depth, begun, quote = [], 0, start, ""
    for place in range(start, len(text)):
        sign = text[place]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in _QUOTES:
            quote = sign
        elif sign in _OPEN:
            depth += 1
        elif sign in _CLOSE and depth:
            depth -= 1
        elif sign in _CLOSE or (sign == "," and not depth):
            parts.append(text[begun:place])
            begun = place + 1
            if sign != ",":
                return parts, begun
    raise ValueError(f"a bracket is not closed: {text}")
