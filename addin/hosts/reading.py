"""What one cell or a list of cells holds, as the calculations take it: satang, whole numbers, exact rates, days, texts."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Callable, Dict, List, NamedTuple, Tuple

EPOCH, END = dt.date(1899, 12, 30), 2_958_466
"""Day 0, and the first day after the year 9999."""
SATANG, DUST = 100, Decimal("0.0001")
"""Sums of floats carry dust far below a satang; what is further from a whole one than this is no amount of money."""
SMALL, CLEAR = 1e9, 1e-5
"""Below a thousand million baht a float is so near its satang that there is nothing to weigh: what takes no exact look."""
DIGITS = 15
"""What a cell's float holds for certain."""


class ErrorCell(NamedTuple):
    """A cell that shows an error: its code as spreadsheets spell it, #N/A."""

    code: str


class InError(Exception):
    """An argument shows an error itself: the answer shows the same."""

    def __init__(self, error: ErrorCell) -> None:
        super().__init__(error.code)
        self.error = error


class Unfit(Exception):  # noqa: N818 - of a cell
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
        thai, english = quoted(value)
        raise Unfit(f"ช่องนี้เป็น{thai} ไม่ใช่ตัวเลข", f"{english} is not a number")
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
        raise Unfit(f"{cell} บาท มีเศษน้อยกว่าหนึ่งสตางค์", f"{cell} baht is not whole satang")
    return int(nearest)


def _whole(cell: Any) -> int:
    if type(cell) is float and cell.is_integer():
        return int(cell)
    number = _number(cell)
    nearest = number.to_integral_value()
    if abs(number - nearest) >= DUST:
        raise Unfit(f"{cell} ไม่ใช่จำนวนเต็ม", f"{cell} is not a whole number")
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
        thai, english = quoted(value)
        raise Unfit(f"ช่องนี้เป็น{thai} ไม่ใช่วันที่", f"{english} is not a date")
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


TAKEN: Dict[str, Callable[[Any], Any]] = {
    "money": _money, "whole": _whole, "rate": _number, "number": _exact, "date": _date, "text": _text, "truth": _truth,
}  # fmt: skip


def read_list(kind: str, cells: Any) -> List[Any]:
    """Give the cells of a range, row by row; a blank among dates is none."""
    rows = cells if is_range(cells) else ((cells,),)
    flat = [cell for row in rows for cell in (row if is_range(row) else (row,))]
    if kind == "date":
        return [None if _plain(cell) is None else _date(cell) for cell in flat]
    return [TAKEN[kind](cell) for cell in flat]


def serial(day: dt.date) -> float:
    """Give a day as the number spreadsheets keep it as."""
    return float((day - EPOCH).days)


def is_range(value: Any) -> bool:
    """Tell whether an argument is rows of cells."""
    return isinstance(value, (list, tuple)) and not isinstance(value, ErrorCell)


def quoted(value: Any) -> Tuple[str, str]:
    """Say what stands in a cell, in Thai and in English."""
    return ("ช่องว่าง", "a blank") if value is None else (f" «{value}»", f"«{value}»")
