"""Choices and texts: IF, AND, OR, a guard, a plain function of one row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from templates.expressions import Expr, Operand, expr
from templates.kinds import NOT_AVAILABLE, Exact
from templates.numbers import rowwise
from templates.protocols import Book, Columns, Place
from workbook.cells import ErrorValue


@dataclass(frozen=True, eq=False)
class If(Expr):
    """One of two, by a condition."""

    condition: Expr
    then: Expr
    other: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.condition, self.then, self.other)

    def text(self, place: Place) -> str:
        return f"IF({self.condition.text(place)},{self.then.text(place)},{self.other.text(place)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        columns = (part.values(book, table) for part in self.parts())
        return [
            chosen if isinstance(chosen, ErrorValue) else (then if chosen else other)
            for chosen, then, other in zip(*columns, strict=True)
        ]  # fmt: skip


@dataclass(frozen=True, eq=False)
class Logic(Expr):
    """AND or OR over conditions."""

    word: str
    conditions: tuple[Expr, ...]

    def parts(self) -> Iterable[Expr]:
        return self.conditions

    def text(self, place: Place) -> str:
        return f"{self.word}({','.join(part.text(place) for part in self.conditions)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        join = all if self.word == "AND" else any
        return rowwise(lambda *row: join(row), *(part.values(book, table) for part in self.conditions))


def every(*conditions: Expr) -> Expr:
    return Logic("AND", conditions)


def either(*conditions: Expr) -> Expr:
    return Logic("OR", conditions)


@dataclass(frozen=True, eq=False)
class Call(Expr):
    """A spreadsheet function over the row's values, with its exact meaning beside it."""

    word: str
    arguments: tuple[Expr, ...]
    meaning: Callable[..., Exact]

    def parts(self) -> Iterable[Expr]:
        return self.arguments

    def text(self, place: Place) -> str:
        return f"{self.word}({','.join(part.text(place) for part in self.arguments)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return rowwise(self.meaning, *(part.values(book, table) for part in self.arguments))


@dataclass(frozen=True, eq=False)
class Join(Expr):
    """Texts put together; a whole number may be given leading zeros."""

    pieces: tuple[Expr, ...]

    def parts(self) -> Iterable[Expr]:
        return self.pieces

    def text(self, place: Place) -> str:
        return "&".join(part.text(place) for part in self.pieces)

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return rowwise(lambda *row: "".join("" if value is None else str(value) for value in row), *(part.values(book, table) for part in self.pieces))


@dataclass(frozen=True, eq=False)
class Guarded(Expr):
    """An error value where the arguments make no sense, so that no fallback hides them."""

    bad: Expr
    inner: Expr

    def parts(self) -> Iterable[Expr]:
        return (self.bad, self.inner)

    def text(self, place: Place) -> str:
        return f"IF({self.bad.text(place)},NA(),{self.inner.text(place)})"

    def values(self, book: Book, table: Columns) -> list[Exact]:
        return [NOT_AVAILABLE if bad else value for bad, value in zip(self.bad.values(book, table), self.inner.values(book, table), strict=True)]


def when(condition: Expr, then: Operand, other: Operand) -> Expr:
    return If(condition, expr(then), expr(other))


def join(*pieces: Operand) -> Expr:
    return Join(tuple(expr(piece) for piece in pieces))


def padded(whole: Expr, digits: int) -> Expr:
    """Spell a whole number with leading zeros: 12 as 012."""
    zeros = "0" * digits

    def pad(value: Exact, _: Exact) -> Exact:
        return value if isinstance(value, str) else f"{int(value or 0):0{digits}d}"  # type: ignore[arg-type] # a date is never asked for

    return Call("TEXT", (whole, expr(zeros)), pad)


def chosen(position: Expr, texts: tuple[str, ...]) -> Expr:
    """Give the text at a position counted from 1."""

    def pick(place: Exact, *row: Exact) -> Exact:
        return row[int(place) - 1] if isinstance(place, int) else ErrorValue("#VALUE!")

    return Call("CHOOSE", (position, *map(expr, texts)), pick)
