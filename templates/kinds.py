"""What a cell holds, and how each kind goes in and out of a cell."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import isfinite
from typing import Annotated, Any, TypeAlias

from workbook.cells import ErrorValue


class Kind(StrEnum):
    """Money is satang in Python and baht in the cell; everything else is the same number on both sides."""

    MONEY = "money"
    RATE = "rate"
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    TEXT = "text"


Money = Annotated[int, Kind.MONEY]
Rate = Annotated[Decimal, Kind.RATE]
Number = Annotated[Fraction, Kind.NUMBER]
Whole = Annotated[int, Kind.WHOLE]
Date = Annotated[dt.date, Kind.DATE]
Text = Annotated[str, Kind.TEXT]

Exact: TypeAlias = "int | Decimal | Fraction | dt.date | str | bool | ErrorValue | None"
"""An exact value of a cell; None is blank."""

EPOCH = dt.date(1899, 12, 30)
"""Day 0 of a spreadsheet's calendar, right from 1 March 1900 on."""
LAST_DAY = 400_000
"""Serial numbers from here on are no dates: the year 2995."""
FLOAT_DUST = 1e-4
"""Of a satang: what floats may be off."""
NOT_AVAILABLE = ErrorValue("#N/A")


class Unreadable(ValueError):  # noqa: N818 - what is said of the cell
    """A cell whose content is not of its column's kind; the sentence says what was seen."""


def to_cell(value: Exact, kind: Kind) -> Any:
    """Give the value a spreadsheet stores: baht for money, floats for numbers, a date's day number, text as it is.

    >>> to_cell(12345, Kind.MONEY)
    123.45
    """
    if value is None:
        return ""
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return float((value - EPOCH).days)
    return float(Fraction(value) / 100) if kind is Kind.MONEY else float(value)


def from_cell(value: Any, kind: Kind) -> Exact:
    """Give the exact value of what a cell holds; raises Unreadable when it is not of the kind.

    >>> from_cell(123.45, Kind.MONEY)
    12345
    """
    if value is None or value == "":
        return None
    if isinstance(value, ErrorValue):
        return value
    if kind is Kind.TEXT:
        return _text(value)
    if kind is Kind.DATE:
        return _date(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Unreadable(f"{value!r} is not a number")
    return _number(value, kind)


def _number(value: float, kind: Kind) -> Exact:
    if not isfinite(value):
        raise Unreadable(f"{value!r} is not a number")
    if kind is Kind.MONEY:
        satang = round(value * 100)
        if abs(value * 100 - satang) > FLOAT_DUST:
            raise Unreadable(f"{value!r} has a part of a satang")
        return satang
    if kind is Kind.WHOLE:
        if value != int(value):
            raise Unreadable(f"{value!r} is not a whole number")
        return int(value)
    return Decimal(repr(value)) if kind is Kind.RATE else Fraction(repr(float(value)))


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _date(value: Any) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 1 <= value < LAST_DAY and value == int(value):
        return EPOCH + dt.timedelta(days=int(value))
    raise Unreadable(f"{value!r} is not a date")
