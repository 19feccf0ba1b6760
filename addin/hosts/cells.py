"""Between a spreadsheet's cells and the calculations: baht as floats and days as numbers go in, satang and dates are calculated with.

Every host brings its cells to plain Python first: a number, a text, TRUE or FALSE, a date, nothing (None) for a blank cell or an
argument left out, an ``ErrorCell``, and of a range the rows of these. What a host shows is what ``call`` gives, so that one cell
means the same everywhere.
"""

import datetime as dt
import inspect
from contextlib import suppress
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any, Callable, List, NamedTuple, Optional, Sequence, Tuple

from ..udfs import UDFS, CalculationError
from ..udfs.registry import Udf
from .reading import DIGITS, SATANG, TAKEN, ErrorCell, InError, Unfit, is_range, read_list
from .reasons import TOO_BIG, in_thai

NAMESPACE = "SATJA"
LISTS = {"amounts": "money", "wholes": "whole", "rates": "rate", "dates": "date"}
"""The kinds of a range, and of what is in it."""
WRONG = ErrorCell("#VALUE!")


class Refused(Exception):  # noqa: N818 - of an argument, not of the program
    """The cell shows #VALUE!; the sentence says why, in Thai, then in English."""


def call(name: str, arguments: Sequence[Any]) -> Any:
    """Call a function of the registry with cells; give a cell, or rows of them where a range stands for a single value.

    Of an argument that is one value, a range is a column of calls: the others hold for each row, and single values for all. A
    call that refuses its arguments then is an ``ErrorCell`` in its place; alone it raises Refused or InError. An amount comes back
    in baht, a day as a date, a yes or no as True or False.

    >>> call("INTEREST", [12345.0, 0.12, 3.0])
    369.0
    >>> call("INTEREST", [((12345.0,), (10000.0,)), 0.12, 1.0])
    ((123.0,), (100.0,))
    """
    entry, declared = UDFS[name], _arguments(name)
    if not required(name) <= len(arguments) <= len(declared):
        raise Refused(_how_many(name, required(name), len(declared)))
    spread = [place for place, value in enumerate(arguments) if is_range(value) and not declared[place].is_list]
    if spread:
        return _down(entry, arguments, spread)
    given = list(map(_read, declared, arguments))
    try:
        return _shown(entry.gives, entry.call(*given))
    except CalculationError as wrong:
        raise Refused(f"{in_thai(wrong)} ({_as_typed(declared, arguments)}) · {wrong}") from None
    except OverflowError:
        raise Refused(f"{TOO_BIG} ({_as_typed(declared, arguments)}) · A number is too big.") from None


def _down(entry: Udf, arguments: Sequence[Any], spread: Sequence[int]) -> Any:
    """Make the calls of a range: all at once where the calculation can take a whole column, or one by one, each with its own error."""
    height, width = (max(size) for size in zip(*((len(arguments[place]), len(arguments[place][0])) for place in spread)))
    for place in spread:
        rows = arguments[place]
        if len(rows) not in (1, height) or any(len(row) not in (1, width) for row in rows):
            raise Refused("ช่วงที่เลือกยาวไม่เท่ากัน · The ranges are not of one size.")
    declared, size = _arguments(entry.name), height * width
    cells = [_stretched(value, height, width) if place in spread else [value] for place, value in enumerate(arguments)]
    answers: List[Any] = []
    if entry.column and all(declared[place].name in entry.columns for place in spread):
        with suppress(Refused, InError, CalculationError, OverflowError):
            columns = [[_read(argument, cell) for cell in column] for argument, column in zip(declared, cells)]
            given = [column * (size // len(column)) if each.name in entry.columns else column[0] for each, column in zip(declared, columns)]
            answers = [_shown(entry.gives, answer) for answer in entry.column(*given)]
    if not answers:
        tried = [[_attempted(argument, cell) for cell in column] for argument, column in zip(declared, cells)]
        answers = [_in_turn(entry, given) for given in zip(*(column * (size // len(column)) for column in tried))]
    return tuple(tuple(answers[start : start + width]) for start in range(0, size, width))


def _stretched(rows: Any, height: int, width: int) -> List[Any]:
    """Give the cells of a range row by row, a single row or column as often as the others are long."""
    whole = rows if len(rows) == height else rows * height
    return [cell for row in whole for cell in (row if len(row) == width else row * width)]


def _attempted(argument: "_Argument", cell: Any) -> Any:
    """Give what the calculation takes, or the error that stands in its place."""
    try:
        return _read(argument, cell)
    except InError as other:
        return other.error
    except Refused:
        return WRONG


def _in_turn(entry: Udf, given: Sequence[Any]) -> Any:
    for value in given:
        if type(value) is ErrorCell:
            return value
    try:
        return _shown(entry.gives, entry.call(*given))
    except (CalculationError, OverflowError):
        return WRONG


def reason(name: str, arguments: Sequence[Any], calling: Callable[[str, Sequence[Any]], Any] = call) -> str:
    """Tell why a call is refused, in Thai, then in English; nothing where it is not. Of a range it tells of the first row that is.

    A host that calls in a way of its own says how.
    """
    try:
        calling(name, arguments)
        row, alone = _first_wrong(name, arguments)
    except KeyError:
        return f"ไม่มีฟังก์ชัน {name} · There is no function {name}."
    except (Refused, InError) as wrong:
        return _said(wrong)
    try:
        call(name, alone or arguments)
    except (Refused, InError) as wrong:
        return f"แถวที่ {row} ของช่วง: {_said(wrong)}"
    return ""


def _said(wrong: Exception) -> str:
    if isinstance(wrong, InError):
        return f"ช่องที่อ้างถึงแสดง {wrong.error.code} · A cell it refers to shows {wrong.error.code}."
    return str(wrong)


def _first_wrong(name: str, arguments: Sequence[Any]) -> Tuple[int, Optional[List[Any]]]:
    """Give the number of the first row of a range that shows an error, and the arguments of that call; none where no row does."""
    rows = call(name, arguments)
    places = [(row, column) for row, line in enumerate(rows) for column, cell in enumerate(line) if type(cell) is ErrorCell] if is_range(rows) else []
    if not places:
        return 0, None
    row, column = places[0]
    spread = [is_range(value) and not each.is_list for each, value in zip(_arguments(name), arguments)]
    picked = [value[row if len(value) > 1 else 0][column if len(value[0]) > 1 else 0] if many else value for many, value in zip(spread, arguments)]
    return row + 1, picked


def _how_many(name: str, least: int, most: int) -> str:
    if least == most:
        return f"ฟังก์ชันนี้รับ {least} ช่อง · {name} takes {least} arguments."
    return f"ฟังก์ชันนี้รับ {least} ถึง {most} ช่อง · {name} takes {least} to {most} arguments."


def _as_typed(declared: Sequence["_Argument"], arguments: Sequence[Any]) -> str:
    """Say what stands in the cells of a call, by the names of the arguments."""
    shown = [(each.thai, value) for each, value in zip(declared, arguments) if value is not None and value != "" and not is_range(value)]
    return ", ".join(f"{thai} = {value:,.{DIGITS}g}" if isinstance(value, float) else f"{thai} = {value}" for thai, value in shown)


class _Argument(NamedTuple):
    """An argument as it is declared, what takes a cell, and what stands for it where it is left out."""

    name: str
    thai: str
    take: Callable[[Any], Any]
    is_list: bool
    default: Any


MUST = inspect.Parameter.empty


@lru_cache(maxsize=None)
def _arguments(name: str) -> Tuple[_Argument, ...]:
    """Give the arguments of a function."""
    defaults = [each.default for each in inspect.signature(UDFS[name].call).parameters.values()]
    return tuple(
        _Argument(argument, thai, partial(read_list, LISTS[kind]) if kind in LISTS else TAKEN[kind], kind in LISTS, default)
        for (argument, kind, thai), default in zip(UDFS[name].arguments, defaults)
    )


@lru_cache(maxsize=None)
def required(name: str) -> int:
    """Give how many arguments a call must have."""
    return sum(argument.default is MUST for argument in _arguments(name))


def _read(argument: _Argument, cell: Any) -> Any:
    """Give an argument as the calculation takes it; a blank one that may be left out is."""
    if argument.default is not MUST and (cell is None or cell == ""):
        return argument.default
    try:
        return argument.take(cell)
    except Unfit as unfit:
        raise Refused(f"{argument.thai}: {unfit.thai} · {argument.name}: {unfit.english}.") from None


def _shown(kind: str, answer: Any) -> Any:
    """Give an answer as a cell holds it."""
    if answer is None or isinstance(answer, (str, bool, dt.date)):
        return answer
    if kind == "money":
        return answer / SATANG if type(answer) is int else float(Fraction(answer) / SATANG)
    return float(answer)
