"""What every calculation refuses before it calculates: inexact figures, figures below zero, days that are no days."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any, Iterator, Optional, Sequence, Tuple, Type, Union

from .errors import BadDate, CalculationError, CrossedDates, NegativeAmount, NegativePeriod, NegativeRate, NotExact, UnevenColumns

Number = Union[int, Decimal, Fraction]


def exact(number: Number) -> Fraction:
    """Turn a number into a fraction: nothing is lost until the one rounding at the end. Raises NotExact."""
    if type(number) is int or isinstance(number, Fraction) or (isinstance(number, Decimal) and number.is_finite()):
        return Fraction(number)
    raise NotExact(f"{number!r} is no exact number: use whole satang, Decimal or Fraction")


def whole(number: int) -> int:
    """Give a whole number as it is. Raises NotExact: 1.0 and TRUE are not whole numbers, even where Python counts with them."""
    if type(number) is not int:
        raise NotExact(f"{number!r} is not a whole number")
    return number


def no_negative(*, money: Sequence[int] = (), rates: Sequence[Number] = (), numbers: Sequence[Number] = (), periods: Sequence[int] = ()) -> None:
    """Refuse what no fund can mean: raises NotExact, NegativeAmount, NegativeRate or NegativePeriod.

    Money and periods are whole; a float, TRUE or nothing in their place is a slip of whoever calls, and would come out as money.
    """
    if money:
        _whole_and_no_less(money, NegativeAmount, "satang")
    if periods:
        _whole_and_no_less(periods, NegativePeriod, "periods")
    for rate in rates:
        if exact(rate) < 0:
            raise NegativeRate(f"rate {rate} is below zero")
    for number in numbers:
        if exact(number) < 0:
            raise NegativeAmount(f"{number} is below zero")


def _whole_and_no_less(numbers: Sequence[int], error: Type[CalculationError], what: str) -> None:
    """Look at a whole column at once: no more than a few nanoseconds a row."""
    if set(map(type, numbers)) != {int}:
        raise NotExact(f"{next(number for number in numbers if type(number) is not int)!r} is not a whole number of {what}")
    if min(numbers) < 0:
        raise error(f"{min(numbers)} {what} is below zero")


def real_dates(*days: dt.date) -> None:
    """Refuse what is not a day: raises BadDate. A day with a time of day is no date either; the host drops the time."""
    for day in days:
        if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
            raise BadDate(f"{day!r} is not a date")


def in_order(first: dt.date, then: Optional[dt.date], what: str) -> None:
    """Refuse an end before its beginning; no end is none. Raises BadDate, CrossedDates."""
    real_dates(first)
    if then is not None:
        real_dates(then)
        if then < first:
            raise CrossedDates(f"{what}: {then} comes before {first}")


def side_by_side(*columns: Sequence[Any]) -> Iterator[Tuple[Any, ...]]:
    """Give the rows of columns, all of the same length. Raises UnevenColumns."""
    if len(set(map(len, columns))) > 1:
        raise UnevenColumns(f"columns of {', '.join(str(len(column)) for column in columns)} rows")
    return zip(*columns)  # noqa: B905 - strict is of Python 3.10; this is the one zip
