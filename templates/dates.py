"""Expressions of the calendar: months counted as funds count them."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from addin.udfs import add_months, months_between
from addin.udfs.errors import BadDate
from templates.choices import Call
from templates.expressions import Expr, Operand, expr
from templates.kinds import Exact
from templates.numbers import number, rowwise
from templates.protocols import Book, Columns, Place
from workbook.cells import ErrorValue


def _dated(meaning: Callable[..., Exact]) -> Callable[..., Exact]:
    """Give an error where a date is wanted and there is none."""

    def guarded(*row: Exact) -> Exact:
        for value in row:
            if not isinstance(value, dt.date):
                return ErrorValue("#VALUE!")
        return meaning(*row)

    return guarded


def year_of(date: Expr) -> Expr:
    return Call("YEAR", (date,), _dated(lambda day: day.year))


def month_of(date: Expr) -> Expr:
    return Call("MONTH", (date,), _dated(lambda day: day.month))


def months_on(date: Expr, months: Operand) -> Expr:
    """Give the date so many months on, as EDATE."""

    def meaning(day: Exact, count: Exact) -> Exact:
        steps = number(count)
        if not isinstance(day, dt.date) or isinstance(steps, ErrorValue):
            return ErrorValue("#VALUE!")
        try:
            return add_months(day, int(steps))
        except BadDate:  # beyond the calendar, as EDATE says it
            return ErrorValue("#NUM!")

    return Call("EDATE", (date, expr(months)), meaning)


@dataclass(frozen=True, eq=False)
class FullMonths(Expr):
    """Whole months from one date to another, never below 0."""

    start: Expr
    end: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.start, self.end)

    def text(self, place: Place) -> str:
        start, end = self.start.text(place), self.end.text(place)
        months = f"(YEAR({end})-YEAR({start}))*12+MONTH({end})-MONTH({start})"
        return f"MAX(0,{months}-IF(EDATE({start},{months})>{end},1,0))"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return rowwise(_dated(months_between), self.start.values(book, table), self.end.values(book, table))
