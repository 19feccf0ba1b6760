"""The formulas of a sheet, as many as a large book has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress

from workbook.addresses import COLUMNS

_NUMBERED = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_NAMED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class SharedFormula:
    """A formula kept once for many cells: its master's 0-based place and text, without the equals sign."""

    row: int
    column: int
    text: str


class Formulas(Mapping[tuple[int, int], str | SharedFormula]):
    """The formulas of a sheet by their 0-based (row, column).

    A large book has most of a million. So they stand under plain numbers, row * COLUMNS + column, which take a third of the memory of
    pairs; and those that come as XML spells them are read when they are asked for, which those of prepared rows never are.
    """

    __slots__ = ("_kept",)

    def __init__(self, formulas: Mapping[tuple[int, int], str | SharedFormula] | None = None) -> None:
        self._kept: dict[int, bytes | str | SharedFormula] = {_number(*place): formula for place, formula in (formulas or {}).items()}

    def keep(self, numbers: Iterable[int], texts: Iterable[bytes]) -> None:
        """Take formulas as they stand between the tags of well-formed XML in UTF-8, and the numbers of their places."""
        self._kept.update(zip(numbers, texts, strict=True))

    def stands_as(self, row: int, column: int, text: bytes) -> bool:
        """Tell whether a formula stands at a place letter for letter as given, spelt as XML spells it; False says nothing."""
        return self._kept.get(_number(row, column)) == text

    def down(self, column: int, first: int, length: int) -> Iterator[int]:
        """Give which of so many rows from the first one on have a formula in a column, counted from that one."""
        numbers = range(first * COLUMNS + column, (first + length) * COLUMNS + column, COLUMNS)
        return compress(range(length), map(self._kept.__contains__, numbers))

    def __getitem__(self, place: tuple[int, int]) -> str | SharedFormula:
        kept = self._kept[_number(*place)]
        return spelt_out(kept) if isinstance(kept, bytes) else kept

    def __setitem__(self, place: tuple[int, int], formula: str | SharedFormula) -> None:
        self._kept[_number(*place)] = formula

    def __contains__(self, place: object) -> bool:
        return isinstance(place, tuple) and _number(*place) in self._kept

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return (divmod(number, COLUMNS) for number in self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _number(row: int, column: int) -> int:
    """Return the number of a place; one beyond the edge of every sheet has a number that no cell has."""
    return row * COLUMNS + column if 0 <= column < COLUMNS else -1


def spelt_out(text: bytes) -> str:
    """Return what a text in well-formed XML in UTF-8 means.

    >>> spelt_out(b'IF(A1&lt;&gt;"",A1&amp;"&#65;")')
    'IF(A1<>"",A1&"A")'
    """
    read = text.decode()
    if "\r" in read:
        read = read.replace("\r\n", "\n").replace("\r", "\n")
    if "&" not in read:
        return read
    if "&#" in read:
        # An ampersand that is given by its number is a sign like any other: it begins nothing.
        read = _NUMBERED.sub(lambda found: chr(int(found[1], 16) if found[1] else int(found[2])).replace("&", "&amp;"), read)
    for entity, sign in _NAMED:
        read = read.replace(entity, sign)
    return read
