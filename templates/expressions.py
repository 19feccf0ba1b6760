"""An expression over the fields of a book has two faces: ``.text`` is a spreadsheet formula, ``.values`` the exact values.

One tree gives the cell's formula, its cached value, the validator's recomputation, and what it needs. Only functions that
Excel 2010 and LibreOffice 7.4 share are written. In ``.values`` a blank is None and counts as nothing in a sum, as in a cell.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from templates.kinds import Exact
from templates.numbers import Number, number, only_whole, rowwise, tidy, whole_sums
from templates.protocols import Book, Columns, Needs, Place
from workbook.cells import ErrorValue


class Expr:
    """A node of the tree. Arithmetic and comparison signs build larger trees."""

    def text(self, place: Place) -> str:
        raise NotImplementedError

    def values(self, book: Book, table: Columns) -> list[Exact]:
        raise NotImplementedError

    def parts(self) -> Iterable["Expr"]:
        return ()

    is_reference = False
    """Whether the text is one cell's reference, which may hold "" where a number is wanted."""

    def needs(self, table: str) -> Needs:
        """Give every (table, column) this expression looks at directly."""
        return frozenset[tuple[str, str]]().union(*(part.needs(table) for part in self.parts()))

    def __add__(self, other: "Operand") -> "Expr":
        return Sum((self, expr(other)), ())

    def __radd__(self, other: "Operand") -> "Expr":
        return Sum((expr(other), self), ())

    def __sub__(self, other: "Operand") -> "Expr":
        return Sum((self,), (expr(other),))

    def __rsub__(self, other: "Operand") -> "Expr":
        return Sum((expr(other),), (self,))

    def __mul__(self, other: "Operand") -> "Expr":
        return Binary("*", self, expr(other))

    def __truediv__(self, other: "Operand") -> "Expr":
        return Binary("/", self, expr(other))

    def __lt__(self, other: "Operand") -> "Expr":
        return Compare("<", self, expr(other))

    def __le__(self, other: "Operand") -> "Expr":
        return Compare("<=", self, expr(other))

    def __gt__(self, other: "Operand") -> "Expr":
        return Compare(">", self, expr(other))

    def __ge__(self, other: "Operand") -> "Expr":
        return Compare(">=", self, expr(other))

    def is_(self, other: "Operand") -> "Expr":
        return Compare("=", self, expr(other))

    def is_not(self, other: "Operand") -> "Expr":
        return Compare("<>", self, expr(other))


Operand: TypeAlias = "Expr | int | str"
ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@dataclass(frozen=True, eq=False)
class Const(Expr):
    """A constant: how the formula spells it, and its exact value. Money constants are built by ``baht``."""

    shown: str
    value: Exact

    def text(self, place: Place) -> str:
        return f'"{self.shown}"' if isinstance(self.value, str) else self.shown

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return [self.value] * table.length


def expr(operand: Operand) -> Expr:
    return operand if isinstance(operand, Expr) else Const(str(operand), operand)


@dataclass(frozen=True, eq=False)
class Field(Expr):
    """This row's cell of a column of the same table."""

    name: str
    is_reference = True

    def text(self, place: Place) -> str:
        return place.cell(self.name)

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return list(table.column(self.name))

    def needs(self, table: str) -> Needs:
        return frozenset({(table, self.name)})


class _Fields:
    def __getattr__(self, name: str) -> Field:
        return Field(name)


f = _Fields()


@dataclass(frozen=True, eq=False)
class Cell(Expr):
    """The one cell of a form: a by-law, a heading fact, a figure of the year's end."""

    table: str
    name: str
    is_reference = True

    def text(self, place: Place) -> str:
        return place.form(self.table, self.name)

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return [book[self.table].column(self.name)[0]] * table.length

    def needs(self, table: str) -> Needs:
        return frozenset({(self.table, self.name)})


class Form:
    """Spells the cells of a form: ``rule = Form("rules")``, then ``rule.loan_rate``."""

    def __init__(self, table: str) -> None:
        self._table = table

    def __getattr__(self, name: str) -> Cell:
        return Cell(self._table, name)


def counted(part: Expr, place: Place) -> str:
    """Spell an operand of arithmetic: a reference that may hold "" counts as 0, as a blank does."""
    text = part.text(place)
    return f"N({text})" if part.is_reference else text


@dataclass(frozen=True, eq=False)
class Sum(Expr):
    """Terms added and taken away. Written with SUM, which passes over blanks."""

    plus: tuple[Expr, ...]
    minus: tuple[Expr, ...]

    def parts(self) -> Iterable[Expr]:
        return (*self.plus, *self.minus)

    def text(self, place: Place) -> str:
        plus, minus = _flat(self)
        text = f"SUM({','.join(term.text(place) for term in plus)})"
        return f"({text}-SUM({','.join(term.text(place) for term in minus)}))" if minus else text

    def values(self, book: Book, table: Columns) -> list[Exact]:
        plus = [term.values(book, table) for term in self.plus]
        minus = [term.values(book, table) for term in self.minus]

        if all(map(only_whole, (*plus, *minus))):  # as in nearly every book
            return whole_sums(plus, minus)

        def total(*row: Exact) -> Exact:
            return tidy(sum(map(_counted, row[: len(plus)])) - sum(map(_counted, row[len(plus) :])))

        return rowwise(total, *plus, *minus)


def _flat(node: Sum) -> tuple[list[Expr], list[Expr]]:
    plus: list[Expr] = []
    minus: list[Expr] = []
    for terms, same, opposite in ((node.plus, plus, minus), (node.minus, minus, plus)):
        for term in terms:
            if isinstance(term, Sum):
                inner = _flat(term)
                same.extend(inner[0])
                opposite.extend(inner[1])
            else:
                same.append(term)
    return plus, minus


def _counted(value: Exact) -> Number:
    """Give what SUM counts of a cell: a text counts nothing."""
    known = number(value)
    return 0 if isinstance(known, ErrorValue) else known


@dataclass(frozen=True, eq=False)
class Binary(Expr):
    """A product or a quotient; dividing by nothing is an error, as in a cell."""

    sign: str
    left: Expr
    right: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.left, self.right)

    def text(self, place: Place) -> str:
        return f"({counted(self.left, place)}){self.sign}({counted(self.right, place)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        def apply(left: Exact, right: Exact) -> Exact:
            a, b = number(left), number(right)
            if isinstance(a, ErrorValue) or isinstance(b, ErrorValue):
                return ErrorValue("#VALUE!")
            if self.sign == "*":
                return tidy(a * b)
            return tidy(Fraction(a, b)) if b else ErrorValue("#DIV/0!")

        return rowwise(apply, self.left.values(book, table), self.right.values(book, table))


@dataclass(frozen=True, eq=False)
class Compare(Expr):
    """A comparison; numbers are compared as exact numbers, a blank equals the empty text."""

    sign: str
    left: Expr
    right: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.left, self.right)

    def text(self, place: Place) -> str:
        numeric = self.sign not in ("=", "<>") or any(isinstance(side, Const) and isinstance(side.value, int) for side in self.parts())
        left, right = (counted(side, place) if numeric else side.text(place) for side in self.parts())
        return f"{left}{self.sign}{right}"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        holds = {"=": _equal, "<>": _unequal}.get(self.sign, self._ordered)
        return rowwise(holds, self.left.values(book, table), self.right.values(book, table))

    def _ordered(self, left: Exact, right: Exact) -> bool:
        if type(left) is int and type(right) is int:
            return ORDERS[self.sign](left, right)
        a, b = number(left), number(right)
        if isinstance(a, ErrorValue) or isinstance(b, ErrorValue):
            return isinstance(left, str) if self.sign in (">", ">=") else not isinstance(left, str)  # a text stands above every number
        return ORDERS[self.sign](a, b)


def _equal(left: Exact, right: Exact) -> bool:
    if type(left) is type(right):
        return left == right
    if isinstance(left, str) or isinstance(right, str):
        return ("" if left is None else left) == ("" if right is None else right)  # a zero is not an empty text
    return number(left) == number(right)


def _unequal(left: Exact, right: Exact) -> bool:
    return not _equal(left, right)
