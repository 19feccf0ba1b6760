"""Between xlwings' values and cells: what a function is given and gives back in Excel through xlwings, on a computer or in xlwings Lite.

Every argument is declared with two dimensions and errors as their text, so that a single cell is never mistaken for a column of one.
"""

from typing import Any, Callable, Dict, Sequence, Tuple

from .reading import ErrorCell, serial

OPTIONS: Dict[str, Any] = {"ndim": 2, "err_to_str": True}
"""What xlwings is told of every argument."""
ERRORS: Tuple[str, ...] = (
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#BUSY!", "#FIELD!", "#CONNECT!", "#GETTING_DATA",
)  # fmt: skip


def taken(rows: Any) -> Any:
    """Give an argument as cells: one value of a single cell, a range as rows; nothing for one that was left out.

    >>> taken([[12345.0]])
    12345.0
    >>> taken([[1.0], ["#N/A"]])
    ((1.0,), (ErrorCell(code='#N/A'),))
    """
    if not isinstance(rows, (list, tuple)):
        return _cell(rows)
    cells = tuple(tuple(_cell(value) for value in row) for row in rows)
    return cells[0][0] if len(cells) == 1 and len(cells[0]) == 1 else cells


def given(answer: Any, error: Callable[[str], Any]) -> Any:
    """Give an answer as xlwings writes it: a day as its number, an error as the host shows one; rows as lists.

    >>> given(((123.0,), (ErrorCell("#VALUE!"),)), str)
    [[123.0], ['#VALUE!']]
    """
    if isinstance(answer, ErrorCell):
        return error(answer.code)
    if isinstance(answer, Sequence) and not isinstance(answer, str):
        return [[given(cell, error) for cell in row] for row in answer]
    return serial(answer) if hasattr(answer, "toordinal") else answer


def _cell(value: Any) -> Any:
    return ErrorCell(value) if value in ERRORS else value
