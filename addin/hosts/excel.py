"""Excel on Windows through xlwings: what Excel calls. Each function of the registry as SATJA_X, and the buttons' two actions.

Excel comes here through the macros of ``excel_macros``, which turn the numbers by which COM knows errors into errors of cells: in
xlwings' own wrappers an error would become a text, which SUM passes over. Importing this needs neither Excel nor xlwings.
"""

import inspect
from contextlib import suppress
from typing import Any, Callable, Dict

from ..udfs import UDFS
from ..udfs.registry import Udf
from .cells import NAMESPACE, Refused, call, required
from .cells import reason as why
from .reading import InError
from .reasons import REASON, REASON_EN, REASON_TH
from .xlwings_values import OPTIONS, given, taken

xlwings: Any = None
with suppress(ImportError):
    import xlwings

CATEGORY = "สัจจะ กองทุนชุมชน"
ERRORS: Dict[str, int] = {"#NULL!": 2000, "#DIV/0!": 2007, "#VALUE!": 2015, "#REF!": 2023, "#NAME?": 2029, "#NUM!": 2036, "#N/A": 2042}
"""Excel's numbers of the errors (xlErrNull … xlErrNA)."""
CALCULATION = "#CALC!"
COM_ERROR = -0x7FF60000
"""What COM adds to them; a number of ours comes as a float, so that a whole one is an error and nothing else."""
NOT_HERE = "ฟังก์ชันนี้ต้องใช้ xlwings ใน Excel บน Windows · xlwings is not here."


def com_error(code: str) -> int:
    """Give an error as COM carries it.

    >>> com_error("#VALUE!")
    -2146826273
    """
    return COM_ERROR + ERRORS.get(code, ERRORS["#VALUE!"])


def answer(name: str, cells: Any) -> Any:
    """Call a function with what xlwings gives, and give what it is to write: an error as its number.

    >>> answer("INTEREST", ([[12345.0]], [[0.12]], [[3.0]], None, None))
    369.0
    >>> answer("INTEREST", ([["12345"]], [[0.12]], [[3.0]], None, None))
    -2146826273
    """
    try:
        return given(call(name, [_taken(each) for each in cells]), com_error)
    except InError as other:
        return com_error(other.error.code)
    except Refused:
        return com_error("#VALUE!")


def _taken(rows: Any) -> Any:
    """Give an argument as cells. xlwings names seven errors and leaves newer ones (#SPILL!, #CALC!) as their numbers: COM brings no other whole ones."""
    if isinstance(rows, (list, tuple)):
        rows = [[CALCULATION if type(value) is int else value for value in row] for row in rows]
    return taken(rows)


def check_this_book() -> None:
    """Check the workbook whose button was pressed, and say where the findings are."""
    from .findings_sheet import check_this_book as check  # noqa: PLC0415 - a cell's call must not wait for the validator

    _say(check)


def next_receipt() -> None:
    """Go to the next free line of the receipts of the workbook whose button was pressed."""
    from .next_receipt import next_receipt as go  # noqa: PLC0415 - the same

    _say(go)


def _say(action: Callable[[Any], str]) -> None:
    if xlwings is None:
        raise RuntimeError(NOT_HERE)
    book = xlwings.Book.caller()
    book.app.alert(action(book), title="สัจจะ")


def macro_name(name: str) -> str:
    """Give the name a function has in Excel's macros, where there is no dot in a name."""
    return f"SATJA_{name}"


def _declared(function: Callable[..., Any], doc: str, arguments: Dict[str, str]) -> Callable[..., Any]:
    """Declare a function with xlwings' own decorators: its words, and each argument as cells; a hint of a type would be a converter."""
    function.__doc__, function.__annotations__ = doc, {}
    if xlwings is None:
        return function
    for argument, thai in arguments.items():
        function = xlwings.arg(argument, doc=thai, **OPTIONS)(function)
    return xlwings.func(category=CATEGORY)(function)  # type: ignore[no-any-return] # as xlwings gives it


def _wrapped(entry: Udf) -> Callable[..., Any]:
    def wrapper(*cells: Any) -> Any:
        return answer(entry.name, cells)

    must = required(entry.name)
    every = [
        inspect.Parameter(argument, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=inspect.Parameter.empty if place < must else None)
        for place, (argument, _, _) in enumerate(entry.arguments)
    ]
    wrapper.__name__ = wrapper.__qualname__ = macro_name(entry.name)
    wrapper.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined] # what inspect looks for
    return _declared(wrapper, f"{entry.thai} · {entry.english}", {argument: thai for argument, _, thai in entry.arguments})


def reason(function: Any, *cells: Any) -> str:
    """Tell why another function shows an error, in Thai, then in English; nothing where it shows none."""
    name = str(taken(function)).upper().rpartition(NAMESPACE)[2].lstrip("._")
    return why(name, [_taken(each) for each in cells])


globals().update({macro_name(entry.name): _wrapped(entry) for entry in UDFS.values()})
reason.__name__ = macro_name(REASON)
globals()[macro_name(REASON)] = _declared(reason, f"{REASON_TH} · {REASON_EN}", {"function": "ชื่อฟังก์ชัน เช่น INTEREST", "*cells": "ช่องเดียวกับที่ใส่ในฟังก์ชันนั้น"})
