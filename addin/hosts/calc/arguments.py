"""Between Calc's arguments and cells.

Calc gives a reference to one blank cell as 0, a blank in a range as an empty text, and what was left out as nothing (measured in
LibreOffice 7.4). A zero where a text belongs can only be such a blank; among numbers the two cannot be told apart.
"""

import struct
from typing import Any, Dict, List, Sequence

from ...udfs import UDFS
from ...udfs.registry import Udf
from ..cells import Refused, call
from ..reading import ErrorCell, serial

ONE_EACH = "ฟังก์ชันที่ให้ข้อความ ใส่ทีละช่อง · A function that gives a text takes one cell, not a range."
NOT_A_NUMBER = 0x7FF8 << 48
CODES: Dict[str, int] = {"#NULL!": 521, "#DIV/0!": 532, "#VALUE!": 519, "#REF!": 524, "#NAME?": 525, "#NUM!": 503, "#N/A": 32767}
"""Calc's own numbers of the errors, which it keeps in the last bits of a number that is none."""


def answer(name: str, values: Sequence[Any]) -> Any:
    """Call a function as Calc does, and give its answer as Calc takes it.

    >>> answer("INTEREST", (12345.0, 0.12, 3.0))
    ((369.0,),)
    """
    return check(name, taken(name, values))


def check(name: str, cells: Sequence[Any]) -> Any:
    """Call a function with cells that were taken; what Calc cannot take is Refused."""
    return answered(name, call(name, cells))


def taken(name: str, values: Sequence[Any]) -> List[Any]:
    """Give the arguments of a call as cells; those left out at the end are gone.

    >>> taken("INTEREST", (12345.0, 0.12, 3.0, 1.0, 0.0))
    [12345.0, 0.12, 3.0, 1.0, None]
    >>> taken("INTEREST", (12345.0, 0.12, 3.0, None, None))
    [12345.0, 0.12, 3.0]
    """
    declared = UDFS[name].arguments
    last = max((place + 1 for place, value in enumerate(values) if value is not None), default=0)
    read = [None if kind == "text" and value == 0 and isinstance(value, float) else value for (_, kind, _), value in zip(declared, values[:last])]
    return [*read, *values[len(declared) : last]]


def answered(name: str, shown: Any) -> Any:
    """Give an answer as Calc takes it: rows, a single number as a row of one, so that one call can fill a column; a text alone.

    Calc finds no text of a formula that gave it in rows (measured in 7.4: COUNTIF and MATCH pass over it), so that a function of texts
    is called for each cell. Raises Refused where it was not.

    >>> answered("INTEREST", 369.0)
    ((369.0,),)
    """
    rows = isinstance(shown, tuple) and not isinstance(shown, ErrorCell)
    if gives_text(UDFS[name]):
        if rows:
            raise Refused(ONE_EACH)
        return shown
    return tuple(tuple(map(_given, row)) for row in (shown if rows else ((shown,),)))


def gives_text(entry: Udf) -> bool:
    """Tell whether a function's answer is a text."""
    return entry.gives == "text"


def _given(cell: Any) -> Any:
    """Give a cell: a day as its number, yes and no as 1 and 0, an error as the number that is none by which Calc marks it."""
    if isinstance(cell, ErrorCell):
        return _error(CODES.get(cell.code, CODES["#VALUE!"]))
    if isinstance(cell, bool):
        return float(cell)
    return serial(cell) if hasattr(cell, "toordinal") else cell


def _error(code: int) -> float:
    return float(struct.unpack("<d", struct.pack("<Q", NOT_A_NUMBER | code))[0])
