"""Expressions that calculate: rounding, the calendar, and the functions of the registry with their plain twins."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from addin.udfs import UDFS, CalculationError
from templates.choices import Call, Guarded
from templates.expressions import Const, Expr, Operand, counted, expr
from templates.kinds import NOT_AVAILABLE, Exact
from templates.numbers import Number, number, rowwise, tidy
from templates.protocols import Book, Columns, Place
from workbook.cells import ErrorValue

NEARLY_ONE = Fraction(99_999_999, 100_000_000)
"""What is added before flooring to round upwards: floats are first brought to eight places, so less than this is a float's dust."""


def baht(amount: int) -> Const:
    """Give a constant amount of money: whole baht in the formula, satang in Python."""
    return Const(str(amount), amount * 100)


@dataclass(frozen=True, eq=False)
class Floor(Expr):
    """An amount brought down to whole units, after a shift of 0 (down), a half (half up) or nearly one (up).

    Bare flooring of floats missed 1,208 of 20,000 dividends; rounding to eight places first missed none (measured). TRUNC of one
    argument: LibreOffice's ROUNDDOWN, and TRUNC to a number of places, look at some twelve digits and make 10,001 of
    10,000.99999999 (measured). TRUNC does so from ten million units on: rounding *up* to the satang is right below 100,000 baht.
    """

    amount: Expr
    unit: Expr
    shift: Expr | None = None

    def parts(self) -> Iterable[Expr]:
        return (self.amount, self.unit, *([self.shift] if self.shift else []))

    def text(self, place: Place) -> str:
        unit = self.unit.text(place)
        units = f"ROUND(({self.amount.text(place)})/{unit},8)"
        return f"TRUNC({units}{f'+{self.shift.text(place)}' if self.shift else ''})*{unit}"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return rowwise(self._down, *(part.values(book, table) for part in self.parts()))

    def _down(self, amount: Exact, unit: Exact, shift: Exact = 0) -> Exact:
        money, step, lift = number(amount), number(unit), number(shift)
        if isinstance(money, ErrorValue) or isinstance(step, ErrorValue) or isinstance(lift, ErrorValue) or not step:
            return NOT_AVAILABLE
        return tidy(int(Fraction(money, step) + lift) * step)


def _extreme(word: str, choose: Callable[..., Number], parts: tuple[Operand, ...]) -> Expr:
    def meaning(*row: Exact) -> Exact:
        known = [value for value in map(number, row) if not isinstance(value, ErrorValue)]
        return tidy(choose(known))

    return Call(word, tuple(expr(part) for part in parts), meaning)


def smaller(*parts: Operand) -> Expr:
    return _extreme("MIN", min, parts)


def larger(*parts: Operand) -> Expr:
    return _extreme("MAX", max, parts)


def whole_units(amount: Expr, unit: Expr) -> Expr:
    """Count whole units in an amount, downwards."""

    def meaning(units: Exact) -> Exact:
        known = number(units)
        return known if isinstance(known, ErrorValue) else known.__floor__()

    return Call("INT", (Rounded(amount / unit, 8),), meaning)


@dataclass(frozen=True, eq=False)
class Rounded(Expr):
    """A number brought to so many places in the cell, to rub off a float's dust; exact values have none."""

    inner: Expr
    places: int

    def parts(self) -> Iterable[Expr]:
        return (self.inner,)

    def text(self, place: Place) -> str:
        return f"ROUND({self.inner.text(place)},{self.places})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return self.inner.values(book, table)


@dataclass(frozen=True, eq=False)
class InBaht(Expr):
    """An amount of money as a plain number of baht, where its unit matters no longer: a rate in baht a share-month."""

    inner: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.inner,)

    def text(self, place: Place) -> str:
        return self.inner.text(place)

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return rowwise(lambda value: value if isinstance(known := number(value), ErrorValue) else tidy(Fraction(known, 100)), self.inner.values(book, table))


@dataclass(frozen=True, eq=False)
class RowRange(Expr):
    """Neighbouring cells of this row, or of the same-numbered row of another table, as one argument."""

    columns: tuple[str, ...]
    table: str = ""

    def needs(self, table: str) -> frozenset[tuple[str, str]]:
        return frozenset((self.table or table, column) for column in self.columns)

    def text(self, place: Place) -> str:
        first, last = (place.same(self.table, name) if self.table else place.cell(name) for name in (self.columns[0], self.columns[-1]))
        return f"{first}:{last.rpartition('!')[2]}"

    def values(self, book: Book, table: Columns) -> list[Any]:
        source = book[self.table] if self.table else table
        return list(zip(*(source.column(column) for column in self.columns), strict=True))[: table.length]


def lowest(cells: RowRange) -> Expr:
    """Give the least of neighbouring cells; 0 where there is no number."""

    def meaning(row: Any) -> Exact:
        known = [number(value) for value in row if value is not None and not isinstance(value, str)]
        wrong = next((value for value in known if isinstance(value, ErrorValue)), None)
        return wrong or tidy(min((value for value in known if not isinstance(value, ErrorValue)), default=0))

    return Call("MIN", (cells,), meaning)


@dataclass(frozen=True, eq=False)
class FormRange(Expr):
    """Cells of a form below each other, as one argument."""

    table: str
    fields: tuple[str, ...]

    def needs(self, table: str) -> frozenset[tuple[str, str]]:
        return frozenset((self.table, name) for name in self.fields)

    def text(self, place: Place) -> str:
        return place.form_range(self.table, self.fields[0], self.fields[-1])

    def values(self, book: Book, table: Columns) -> list[Any]:
        return [tuple(book[self.table].column(name)[0] for name in self.fields)] * table.length


@dataclass(frozen=True, eq=False)
class Weighted(Expr):
    """Neighbouring cells, the first times a weight, each next one less, never below 0."""

    columns: tuple[str, ...]
    first: Expr
    table: str = ""

    def parts(self) -> Iterable[Expr]:
        return (RowRange(self.columns, self.table), self.first)

    def text(self, place: Place) -> str:
        steps = "{" + ",".join(map(str, range(len(self.columns)))) + "}"
        weight = f"({counted(self.first, place)}-{steps})"
        return f"SUMPRODUCT({RowRange(self.columns, self.table).text(place)},{weight}*({weight}>0))"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        def meaning(cells: Any, first: Exact) -> Exact:
            known = [number(cell) for cell in cells]
            weight = number(first)
            if isinstance(weight, ErrorValue):
                return weight
            return tidy(sum(amount * max(0, weight - step) for step, amount in enumerate(known) if not isinstance(amount, ErrorValue)))

        return rowwise(meaning, RowRange(self.columns, self.table).values(book, table), self.first.values(book, table))


@dataclass(frozen=True, eq=False)
class LateParts(Expr):
    """Principal paid now, each instalment's part times the due dates passed since its own: the plain twin of OVERDUE_MONTHS.

    ``before`` and ``after`` (not less) are principal paid, ``fallen`` the due dates so far. Instalments are told apart by
    arithmetic, so that no array formula is needed: (x + y − |x − y|) ÷ 2 is the smaller of two, and so what two spans have in
    common, before to after and low to high, is (|after − low| − |after − high| − |before − low| + |before − high|) ÷ 2.
    """

    before: Expr
    after: Expr
    instalment: Expr
    instalments: Expr
    principal: Expr
    fallen: Expr
    most: int = 120

    def parts(self) -> Iterable[Expr]:
        return (self.before, self.after, self.instalment, self.instalments, self.principal, self.fallen)

    def text(self, place: Place) -> str:
        before, after, step, count, principal, fallen = (part.text(place) for part in self.parts())
        rows = f"ROW($1:${self.most})"

        def least(one: str, two: str) -> str:
            return f"({one}+{two}-ABS({one}-{two}))/2"

        low = least(f"({rows}-1)*{step}", principal)
        high = f"({rows}<{count})*{least(f'{rows}*{step}', principal)}+({rows}={count})*{principal}"
        part = f"ABS({after}-{low})-ABS({after}-({high}))-ABS({before}-{low})+ABS({before}-({high}))"
        return f"SUMPRODUCT(({rows}<={count})*({part})/2*({fallen}>{rows})*({fallen}-{rows}))"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return rowwise(self._sum, *(part.values(book, table) for part in self.parts()))

    @staticmethod
    def _sum(*row: Exact) -> Exact:
        numbers = [number(value) for value in row]
        if any(isinstance(value, ErrorValue) for value in numbers):
            return NOT_AVAILABLE
        before, after, step, count, principal, fallen = (value for value in numbers if not isinstance(value, ErrorValue))
        total: Number = 0
        for n in range(1, int(count) + 1):
            high = principal if n >= count else min(n * step, principal)
            part = min(after, high) - max(before, min((n - 1) * step, principal))
            total += max(0, part) * max(0, fallen - n)
        return tidy(total)


@dataclass(frozen=True, eq=False)
class Udf(Expr):
    """A function of the registry, and an ordinary formula that gives the same satang where the function is not there."""

    function: Callable[..., Any]
    arguments: tuple[Expr, ...]
    plain: Expr

    def parts(self) -> Iterable[Expr]:
        return (*self.arguments, self.plain)

    def text(self, place: Place) -> str:
        arguments = ",".join(part.text(place) for part in self.arguments)
        return f"IFERROR(SATJA.{self.function.__name__.upper()}({arguments}),{self.plain.text(place)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        kinds = [kind for _, kind, _ in UDFS[self.function.__name__.upper()].arguments]

        def call(*row: Exact) -> Exact:
            try:
                answer = self.function(*map(argument, kinds, row))
            except CalculationError:
                return NOT_AVAILABLE
            return tidy(answer) if isinstance(answer, Fraction) else answer

        return rowwise(call, *(part.values(book, table) for part in self.arguments))


def argument(kind: str, value: Any) -> Any:
    """Bring an exact cell value to what a function takes: a blank amount is 0; a missing date or a text for a number is refused.

    A rate or another number is always a Fraction, so that dividing by it is exact.
    """
    if kind in ("amounts", "wholes"):
        return [argument("whole", cell) for cell in value]
    if kind == "text":
        return value or ""
    if kind == "date":
        if not isinstance(value, dt.date):
            raise CalculationError(f"{value!r} is not a date")
        return value
    known = number(value)
    if isinstance(known, ErrorValue):
        raise CalculationError(f"{value!r} is not a number")
    if kind in ("money", "whole"):
        if known.denominator != 1:
            raise CalculationError(f"{value!r} is not whole")
        return known.numerator
    return Fraction(known)


def udf(function: Callable[..., Any], *arguments: Operand, plain: Expr, refuse: Expr | None = None) -> Expr:
    """Build the cell of a registry function; ``refuse`` is when the plain twin must be an error, as the function's guards are."""
    return Udf(function, tuple(expr(part) for part in arguments), Guarded(refuse, plain) if refuse else plain)
