"""Kinds of mistakes: how each is made, and the label its maker writes. The register of all of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import TypeVar

from templates.filled import Filled
from workshop.mistakes.amounts import Change
from workshop.mistakes.base import BaseBook
from workshop.mistakes.difference import Cells


class Cause(StrEnum):
    """The slips a treasurer makes; ``NONE`` where a mistake is none of them."""

    TRANSPOSED = "transposed"
    TEN_TIMES = "ten times"
    MISSING = "missing"
    TWICE = "twice"
    OTHER_MEMBER = "other member"
    OTHER_CONTRACT = "other contract"
    WRONG_SIDE = "wrong side"
    DAY_LATE = "day late"
    ROUNDING = "rounding"
    NONE = ""


class Mode(StrEnum):
    """What the book is: live, its formulas recalculated, or kept by hand, its formulas pasted as values."""

    LIVE = "live"
    VALUES = "values"
    EITHER = "either"


class NoPlaceError(Exception):
    """A base book has no place where this mistake could be made."""


@dataclass(frozen=True)
class Slip:
    """A mistake made: the book after it, and where the wrong figure stands.

    ``cells`` are Sheet!A1: the wrong figure's row, and where nothing nearer can show it, the two figures that contradict
    each other. ``amount`` is what is wrong in satang, None where it is no amount. ``edits`` are cells changed beside.
    """

    after: Filled
    cells: frozenset[str]
    amount: int | None = None
    edits: Cells = field(default_factory=dict)


Make = Callable[[BaseBook, Random], Slip]


@dataclass(frozen=True)
class Kind:
    """A kind of mistake: the check that is its root, its name, how it is made, and what else may follow from it."""

    check: str
    name: str
    make: Make
    mode: Mode
    cause: Cause
    cascades: frozenset[str]

    @property
    def id(self) -> str:
        return f"{self.check}/{self.name}"


KINDS: dict[str, list[Kind]] = {}
CASCADES: dict[str, frozenset[str]] = {}
"""For each class the checks that a coherent book may rightly be found with beside: catalogue 1.1."""


def follows(check: str, *cascades: str) -> None:
    """Say what else may follow from every mistake of a class."""
    CASCADES[check] = frozenset(cascades)


def kind(check: str, name: str, mode: Mode, cause: Cause = Cause.NONE, also: Iterable[str] = ()) -> Callable[[Make], Make]:
    """Register a function as the maker of a kind of mistake; ``also`` are further checks that may follow."""

    def register(make: Make) -> Make:
        known = KINDS.setdefault(check, [])
        if any(each.name == name for each in known):
            raise ValueError(f"{check}/{name} is declared twice")
        known.append(Kind(check, name, make, mode, cause, CASCADES.get(check, frozenset()) | frozenset(also)))
        return make

    return register


Choice = TypeVar("Choice")


def shuffled(rng: Random, candidates: Iterable[Choice]) -> list[Choice]:
    """Give candidates in any order; NoPlaceError where there is none."""
    there = list(candidates)
    if not there:
        raise NoPlaceError
    rng.shuffle(there)
    return there


def one_of(rng: Random, candidates: Iterable[Choice]) -> Choice:
    """Give any candidate; NoPlaceError where there is none."""
    return shuffled(rng, candidates)[0]


Places = Callable[[BaseBook], Iterable[tuple[str, str, int]]]


def changed(rng: Random, candidates: Iterable[tuple[Choice, int]], change: Change) -> tuple[Choice, int, int]:
    """Pick a candidate whose amount this slip changes: give it, its amount, and the amount as written."""
    for candidate, amount in shuffled(rng, candidates):
        written = change(amount, rng)
        if written is not None and written != amount:
            return candidate, amount, written
    raise NoPlaceError


def figure(check: str, name: str, places: Places, change: Change, cause: Cause = Cause.NONE, also: Sequence[str] = ()) -> None:
    """Register a kind for books kept by hand: one figure written otherwise, and what is reckoned from it follows."""

    def make(base: BaseBook, rng: Random) -> Slip:
        candidates = [((table, column, index), base.money(table, column, index)) for table, column, index in places(base)]
        (table, column, index), amount, written = changed(rng, candidates, change)
        after = base.posted({(table, column): {index: written}})
        form = base.book.tables[table].form
        return Slip(after, base.cell(table, column, index) if form else base.row(table, index), written - amount)

    kind(check, name, Mode.VALUES, cause, also)(make)


def amounts_of(table: str, *columns: str) -> Places:
    """Give the places of a table's amounts that are not nothing."""

    def places(base: BaseBook) -> Iterable[tuple[str, str, int]]:
        rows = [0] if base.book.tables[table].form else base.used(table)
        return [(table, column, index) for column in columns for index in rows if base.money(table, column, index)]

    return places
