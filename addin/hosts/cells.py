"""Between a spreadsheet's cells and the calculations: baht as floats and days as numbers go in, satang and dates are calculated with.

Every host brings its cells to plain Python first: a number, a text, TRUE or FALSE, a date, nothing (None) for a blank cell or an
argument left out, an ``ErrorCell``, and of a range the rows of these. What a host shows is what ``call`` gives, so that one cell
means the same everywhere.
"""

import datetime as dt
import inspect
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

from ..udfs import UDFS, CalculationError
from ..udfs.interest import METHODS
from ..udfs.members import CAUSES
from ..udfs.registry import Udf
from ..udfs.rounding import DIRECTIONS

NAMESPACE = "SATJA"
REASON, REASON_TH, REASON_EN = "REASON", "บอกเหตุที่ฟังก์ชันอื่นแสดงค่าผิดพลาด", "Tell why another function shows an error"
"""The one function that is no calculation, where a host cannot show the reason itself."""
EPOCH, END = dt.date(1899, 12, 30), 2_958_466
"""Day 0, and the first day after the year 9999."""
SATANG, DUST = 100, Decimal("0.0001")
"""Sums of floats carry dust far below a satang; what is further from a whole one than this is no amount of money."""
SMALL, CLEAR = 1e9, 1e-5
"""Below a thousand million baht a float is so near its satang that there is nothing to weigh: what takes no exact look."""
DIGITS = 15
"""What a cell's float holds for certain."""
LISTS = {"amounts": "money", "wholes": "whole", "rates": "rate", "dates": "date"}


class ErrorCell(NamedTuple):
    """A cell that shows an error: its code as spreadsheets spell it, #N/A."""

    code: str


WRONG = ErrorCell("#VALUE!")
TOO_BIG = "ตัวเลขใหญ่เกินกว่าจะคำนวณ"


class Refused(Exception):  # noqa: N818 - of an argument, not of the program
    """The cell shows #VALUE!; the sentence says why, in Thai, then in English."""


class InError(Exception):
    """An argument shows an error itself: the answer shows the same."""

    def __init__(self, error: ErrorCell) -> None:
        super().__init__(error.code)
        self.error = error


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
    spread = [place for place, value in enumerate(arguments) if _is_range(value) and not declared[place].is_list]
    if spread:
        return _down(entry, arguments, spread)
    given = list(map(_read, declared, arguments))
    try:
        return _shown(entry.gives, entry.call(*given))
    except CalculationError as wrong:
        raise Refused(f"{_in_thai(wrong)} ({_as_typed(declared, arguments)}) · {wrong}") from None
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
    places = [(row, column) for row, line in enumerate(rows) for column, cell in enumerate(line) if type(cell) is ErrorCell] if _is_range(rows) else []
    if not places:
        return 0, None
    row, column = places[0]
    spread = [_is_range(value) and not each.is_list for each, value in zip(_arguments(name), arguments)]
    picked = [value[row if len(value) > 1 else 0][column if len(value[0]) > 1 else 0] if many else value for many, value in zip(spread, arguments)]
    return row + 1, picked


def serial(day: dt.date) -> float:
    """Give a day as the number spreadsheets keep it as."""
    return float((day - EPOCH).days)


def _how_many(name: str, least: int, most: int) -> str:
    if least == most:
        return f"ฟังก์ชันนี้รับ {least} ช่อง · {name} takes {least} arguments."
    return f"ฟังก์ชันนี้รับ {least} ถึง {most} ช่อง · {name} takes {least} to {most} arguments."


def _as_typed(declared: Sequence["_Argument"], arguments: Sequence[Any]) -> str:
    """Say what stands in the cells of a call, by the names of the arguments."""
    shown = [(each.thai, value) for each, value in zip(declared, arguments) if value is not None and value != "" and not _is_range(value)]
    return ", ".join(f"{thai} = {value:,.{DIGITS}g}" if isinstance(value, float) else f"{thai} = {value}" for thai, value in shown)


def _is_range(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and not isinstance(value, ErrorCell)


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
        _Argument(argument, thai, partial(_list, LISTS[kind]) if kind in LISTS else _TAKEN[kind], kind in LISTS, default)
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
    except _Unfit as unfit:
        raise Refused(f"{argument.thai}: {unfit.thai} · {argument.name}: {unfit.english}.") from None


class _Unfit(Exception):  # noqa: N818 - of a cell
    """A cell does not hold what an argument is."""

    def __init__(self, thai: str, english: str) -> None:
        super().__init__(english)
        self.thai, self.english = thai, english


def _plain(cell: Any) -> Any:
    if isinstance(cell, ErrorCell):
        raise InError(cell)
    return None if cell == "" else cell


def _number(cell: Any) -> Decimal:
    """Give a number as the cell shows it to fifteen digits; a blank is nothing. A text is refused: SUM would pass over it."""
    if type(cell) is float and abs(cell) < float("inf"):
        return _exactly(cell)
    value = _plain(cell)
    if value is None:
        return Decimal(0)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)) or value != value or abs(value) == float("inf"):  # noqa: PLR0124 - not a number
        thai, english = _quoted(value)
        raise _Unfit(f"ช่องนี้เป็น{thai} ไม่ใช่ตัวเลข", f"{english} is not a number")
    return Decimal(f"{value:.{DIGITS}g}")


@lru_cache(maxsize=4096)
def _exactly(number: float) -> Decimal:
    return Decimal(f"{number:.{DIGITS}g}")


def _money(cell: Any) -> int:
    if type(cell) is float and -SMALL < cell < SMALL:
        whole = round(cell * SATANG)
        if abs(cell * SATANG - whole) < CLEAR:
            return whole
    satang = _number(cell) * SATANG
    nearest = satang.to_integral_value()
    if abs(satang - nearest) >= DUST:
        raise _Unfit(f"{cell} บาท มีเศษน้อยกว่าหนึ่งสตางค์", f"{cell} baht is not whole satang")
    return int(nearest)


def _whole(cell: Any) -> int:
    if type(cell) is float and cell.is_integer():
        return int(cell)
    number = _number(cell)
    nearest = number.to_integral_value()
    if abs(number - nearest) >= DUST:
        raise _Unfit(f"{cell} ไม่ใช่จำนวนเต็ม", f"{cell} is not a whole number")
    return int(nearest)


def _exact(cell: Any) -> Fraction:
    return Fraction(_number(cell))


def _date(cell: Any) -> dt.date:
    value = _plain(cell)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, (str, bool)) or value is None or not 1 <= _number(value) < END:
        thai, english = _quoted(value)
        raise _Unfit(f"ช่องนี้เป็น{thai} ไม่ใช่วันที่", f"{english} is not a date")
    return EPOCH + dt.timedelta(days=int(_number(value)))


def _text(cell: Any) -> str:
    value = _plain(cell)
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return format(_number(value), "f")
    return str(value)


def _truth(cell: Any) -> bool:
    return bool(_number(cell)) if not isinstance(cell, bool) else cell


_TAKEN: Dict[str, Callable[[Any], Any]] = {
    "money": _money, "whole": _whole, "rate": _number, "number": _exact, "date": _date, "text": _text, "truth": _truth,
}  # fmt: skip


def _list(kind: str, cells: Any) -> List[Any]:
    """Give the cells of a range, row by row; a blank among dates is none."""
    rows = cells if _is_range(cells) else ((cells,),)
    flat = [cell for row in rows for cell in (row if _is_range(row) else (row,))]
    if kind == "date":
        return [None if _plain(cell) is None else _date(cell) for cell in flat]
    return [_TAKEN[kind](cell) for cell in flat]


def _shown(kind: str, answer: Any) -> Any:
    """Give an answer as a cell holds it."""
    if answer is None or isinstance(answer, (str, bool, dt.date)):
        return answer
    if kind == "money":
        return answer / SATANG if type(answer) is int else float(Fraction(answer) / SATANG)
    return float(answer)


def _quoted(value: Any) -> Tuple[str, str]:
    """Say what stands in a cell, in Thai and in English."""
    return ("ช่องว่าง", "a blank") if value is None else (f" «{value}»", f"«{value}»")


def _in_thai(wrong: CalculationError) -> str:
    return REASONS.get(type(wrong).__name__, "ค่าที่ใส่ใช้คำนวณไม่ได้")


REASONS: Dict[str, str] = {
    "NotExact": "ค่าที่ใส่ไม่ใช่จำนวนที่แน่นอน", "NegativeAmount": "จำนวนเงินติดลบ", "NegativeRate": "อัตราติดลบ",
    "NegativePeriod": "จำนวนเดือน วัน หรืองวดติดลบ", "UnknownMethod": f"ไม่รู้จักวิธีคิดดอกเบี้ยนี้ ใช้ได้: {', '.join(METHODS)}",
    "UnknownRounding": f"ไม่รู้จักทิศการปัดเศษนี้ ใช้ได้: {', '.join(DIRECTIONS)}",
    "UnknownCause": f"ไม่รู้จักสาเหตุการเสียชีวิตนี้ ใช้ได้: {', '.join(CAUSES)}", "UnknownClass": "ไม่มีกลุ่มอายุหนี้นี้",
    "UnknownForm": "ไม่รู้จักแบบการเขียนวันที่นี้", "UnknownEra": "ศักราชต้องเป็น พ.ศ. หรือ ค.ศ.", "BadUnit": "หน่วยที่ปัดต้องมากกว่า 0",
    "BadSchedule": "งวดที่ใส่ส่งคืนเงินต้นไม่หมดพอดี", "BadShare": "ส่วนแบ่งไม่ลงตัว หรือไม่มีอะไรให้แบ่งตาม",
    "BadBase": "ไม่มีเงินต้นหรือไม่มีเวลาให้คิดอัตรา", "BadOrder": "ลำดับการหักยังไม่ครบทุกส่วน", "BadEdges": "ขอบกลุ่มอายุหนี้ต้องเรียงจากน้อยไปมาก",
    "BadRates": "อัตราต้องมีครบทุกกลุ่มอายุหนี้", "BadCount": "ส่วนหนึ่งมากกว่าทั้งหมด",
    "TooMany": "จำนวนมากเกินกว่าที่กองทุนจะมี ลองดูว่าใส่วันที่แทนจำนวนหรือไม่", "BadProbability": "ความน่าจะเป็นต้องไม่เกิน 1",
    "BadDate": "ค่าที่ใส่ หรือวันที่ได้ ไม่อยู่ในปฏิทิน", "BadYear": "ปีเกิดต้องเป็น พ.ศ.", "BadIdentity": "เลขประจำตัวประชาชนต้องมี 13 หลัก",
    "BadReceipts": "เลขที่ใบเสร็จแรกและสุดท้ายของเล่มไม่เข้ากัน", "OverCollected": "เก็บได้มากกว่าที่เรียกเก็บ", "CrossedDates": "วันสิ้นสุดมาก่อนวันเริ่ม",
    "UnevenColumns": "คอลัมน์ที่เลือกยาวไม่เท่ากัน", "UnreadableDate": "อ่านวันที่ในข้อความนี้ไม่ได้", "ImpossibleDate": "เดือนนั้นไม่มีวันที่นี้",
    "UnclearYear": "ปีนี้อ่านได้สองอย่าง ลองบอก พ.ศ. หรือ ค.ศ.",
}  # fmt: skip
"""Why a calculation refuses, to a person at the sheet; one for each of its named errors."""
