"""What a spreadsheet makes of values in arithmetic: a blank is nothing, a date its days, what is whole stays whole."""

import datetime as dt
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import starmap
from typing import TypeAlias

from templates.kinds import EPOCH, Exact
from workbook.cells import ErrorValue

Number: TypeAlias = int | Fraction
WHOLE_OR_BLANK = {int, type(None)}


def number(value: Exact) -> Number | ErrorValue:
    """Give a value as a spreadsheet counts it: a blank is 0, a date its days, a text in arithmetic an error.

    What is whole is an int, as nearly everything in a book is: a Fraction takes some ten times as long to count with. Two ints
    are divided as Fraction(a, b): ``a / b`` would be a float.
    """
    if type(value) is int or isinstance(value, ErrorValue):
        return value
    if value is None:
        return 0
    if isinstance(value, str):
        return ErrorValue("#VALUE!") if value else 0
    if isinstance(value, dt.date):
        return (value - EPOCH).days
    return tidy(Fraction(value))


def tidy(value: Number) -> Number:
    return value.numerator if value.denominator == 1 else value


def only_whole(column: list[Exact]) -> bool:
    """Tell whether a column holds whole numbers and blanks alone; looking once a column is quicker than once a row."""
    return set(map(type, column)) <= WHOLE_OR_BLANK


def rowwise(call: Callable[..., Exact], *columns: list[Exact]) -> list[Exact]:
    """Apply a function to each row; an error in a row is that row's answer."""
    rows = zip(*columns, strict=True)
    if not any(ErrorValue in map(type, column) for column in columns):  # as nearly always
        return list(starmap(call, rows))
    answers: list[Exact] = []
    for row in rows:
        error = next((value for value in row if isinstance(value, ErrorValue)), None)
        answers.append(error if error is not None else call(*row))
    return answers


def whole_sums(plus: Sequence[list[Exact]], minus: Sequence[list[Exact]]) -> list[Exact]:
    """Add and take away columns of whole numbers and blanks, row by row."""
    added = [sum(filter(None, row)) for row in zip(*plus, strict=True)]
    if not minus:
        return list(added)
    taken = [sum(filter(None, row)) for row in zip(*minus, strict=True)]
    return [a - b for a, b in zip(added, taken, strict=True)]
