"""Draws mistakes at random places of sound books, and writes their files."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from templates.filled import Filled
from workbook.cells import ErrorValue
from workbook.edit import replace_cells
from workshop.mistakes import (  # noqa: F401 - importing the families registers their kinds
    arrears,
    caches,
    cash,
    interest,
    journal,
    loans,
    members,
    openings,
    paper,
    proofs,
    repayments,
    rules,
    savings,
    statements,
    year_end,
)
from workshop.mistakes.base import BaseBook
from workshop.mistakes.difference import Cells, difference
from workshop.mistakes.kinds import Cause, Kind, Mode, NoPlaceError, Slip

TRIES = 3
"""Draws of a kind in one base book before it counts as having no place there."""
IN_LIVE_BOOKS = 0.6
"""Of the kinds that can be made in either book."""


@dataclass(frozen=True)
class Label:
    """What is true of a mistake, written by its maker: see Slip and Kind."""

    check: str
    kind: str
    mode: Mode
    cause: Cause
    cells: frozenset[str]
    amount: int | None
    cascades: frozenset[str]


@dataclass(frozen=True)
class Mistake:
    """A mistake in a base book: the cells that make it, and its label."""

    label: Label
    cells: Cells

    def write(self, base: BaseBook, folder: Path, target: Path) -> None:
        """Write the book; the base's own files stand in ``folder``."""
        replace_cells(base.file(folder, live=self.label.mode is Mode.LIVE), target, self.cells)


@dataclass
class Drawn:
    """What drawing came to: the mistake, or None where there was no place; latent ones, that changed nothing, were drawn anew."""

    mistake: Mistake | None
    latent: int = 0


def draw(base: BaseBook, kind: Kind) -> Drawn:
    """Draw a mistake of a kind in a base book: in the same book the same one."""
    rng = Random(f"{base.number}/{kind.id}")  # noqa: S311 (a repeatable place, not a secret)
    drawn = Drawn(None)
    for _ in range(TRIES):
        live = kind.mode is Mode.LIVE or (kind.mode is Mode.EITHER and rng.random() < IN_LIVE_BOOKS)
        try:
            slip = kind.make(base, rng)
        except NoPlaceError:
            continue
        if not live and nobody_writes(slip.after):
            continue
        cells = _cells(base, slip, live=live)
        if cells:
            label = Label(kind.check, kind.name, Mode.LIVE if live else Mode.VALUES, kind.cause, slip.cells, slip.amount, kind.cascades)
            return Drawn(Mistake(label, cells), drawn.latent)
        drawn.latent += 1
    return drawn


def nobody_writes(filled: Filled) -> bool:
    """Tell whether a filled book shows an error, which nobody writes by hand."""
    return any(isinstance(value, ErrorValue) for rows in filled.values() for values in rows.columns.values() for value in values)


def _cells(base: BaseBook, slip: Slip, *, live: bool) -> Cells:
    cells = difference(base.book.face, base.layout, base.filled, slip.after, live=live)
    for sheet, edits in slip.edits.items():
        cells.setdefault(sheet, {}).update(edits)
    return cells
