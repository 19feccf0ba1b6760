"""Every kind of mistake breaks what its label says and nothing that does not follow, by a second, plain reading of the book."""

import itertools
import subprocess
import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest

from templates.filled import Filled, fill
from tests.workshop import truths_of_the_year  # noqa: F401 - importing them registers the truths of the year
from tests.workshop.truths import TRUTHS
from workshop.keep import Typed
from workshop.mistakes.base import BaseBook
from workshop.mistakes.draw import Mistake, draw
from workshop.mistakes.kinds import KINDS, Kind, Mode, NoPlaceError, Slip

SMALL = (9, 12, 4, 8)
"""Base books of 12, 18, 18 and 30 members, of plain and of odd years."""
INSIDE_THE_FILE = "CELL-14"
SPLIT = {"REPAY-02", "REPAY-03"}
"""One truth tells of both."""
EVERY_KIND = [kind for kinds in KINDS.values() for kind in kinds]
ONE_A_CLASS = [kinds[0] for kinds in KINDS.values()]


@cache
def base_book(number: int) -> BaseBook:
    return BaseBook(number)


def broken(filled: Filled) -> set[str]:
    return {check for check, holds in TRUTHS.items() if not holds(filled)}


def slipped(kind: Kind) -> tuple[BaseBook, Slip]:
    """Make a mistake in the first small book that has a place for it."""
    for number in itertools.chain(SMALL, range(20, 40)):
        try:
            return base_book(number), kind.make(base_book(number), Random(number))  # noqa: S311 (a repeatable place)
        except NoPlaceError:
            continue
    raise AssertionError(f"{kind.id} has no place in any small book")


def test_every_class_that_is_asked_for_is_there() -> None:
    asked = (
        "SAV-01 SAV-02 SAV-03 MEMB-01 MEMB-05 LOAN-01 LOAN-02 LOAN-05 REPAY-01 REPAY-02 REPAY-03 CASH-01 CASH-02 CASH-03 CASH-04 CASH-08 "
        "LEDG-01 LEDG-02 LEDG-03 LEDG-04 LEDG-05 LEDG-06 YEND-01 YEND-03 YEND-04 YEND-05 YEND-06 YEND-09 ARRS-01 ARRS-02 RULE-01 RULE-02 CELL-14"
    )
    assert sorted(KINDS) == sorted(asked.split())
    assert min(map(len, KINDS.values())) >= 3
    assert set(TRUTHS) == set(KINDS) - {INSIDE_THE_FILE}


@pytest.mark.parametrize("number", SMALL)
def test_the_base_books_are_sound(number: int) -> None:
    assert broken(base_book(number).filled) == set()


@pytest.mark.parametrize("kind", [kind for kind in EVERY_KIND if kind.check != INSIDE_THE_FILE], ids=lambda kind: kind.id)
def test_a_mistake_breaks_what_its_label_says_and_what_follows_from_it(kind: Kind) -> None:
    base, slip = slipped(kind)
    found, allowed = broken(slip.after), {kind.check, *kind.cascades}
    assert kind.check in found
    assert found <= allowed | (SPLIT if allowed & SPLIT else set())
    assert slip.cells <= {cell for name in base.book.tables for cell in cells_of(base, name)}


def cells_of(base: BaseBook, table: str) -> frozenset[str]:
    """Give every cell of a table, and of the totals above it."""
    place = base.layout[table]
    if place.table.form:
        return frozenset[str]().union(*(base.cell(table, name) for name in place.lines))
    return base.row(table, *range(place.rows)) | frozenset[str]().union(*(base.total(table, name) for name in place.letters))


@pytest.mark.parametrize("kind", KINDS[INSIDE_THE_FILE], ids=lambda kind: kind.name)
def test_a_value_changed_inside_the_file_leaves_everything_else(kind: Kind) -> None:
    base, slip = slipped(kind)
    ((sheet, edits),) = slip.edits.items()
    assert slip.after == base.filled
    assert slip.cells == {f"{sheet}!{address}" for address in edits}
    assert kind.mode is Mode.LIVE


@pytest.mark.parametrize("kind", ONE_A_CLASS, ids=lambda kind: kind.id)
def test_the_same_draw_gives_the_same_mistake(kind: Kind) -> None:
    number = slipped(kind)[0].number
    one, two = (draw(base_book(number), kind).mistake for _ in range(2))
    assert isinstance(one, Mistake)
    assert one == two
    assert one.label.mode in (Mode.LIVE, Mode.VALUES)
    assert kind.mode in (Mode.EITHER, one.label.mode)


def test_a_draw_that_changes_nothing_is_latent() -> None:
    base = base_book(SMALL[0])
    nothing = Kind("SAV-01", "nothing", lambda base, _: Slip(base.filled, frozenset()), Mode.LIVE, KINDS["SAV-01"][0].cause, frozenset())
    drawn = draw(base, nothing)
    assert drawn.mistake is None
    assert drawn.latent == 3


@pytest.mark.parametrize("number", SMALL)
def test_nothing_typed_otherwise_gives_the_sound_book(number: int) -> None:
    base = base_book(number)
    for after in (base.kept(base.retype()), base.kept(base.retype(), proofs=True), base.posted({})):
        assert columns(after) == columns(base.filled)


def columns(filled: Filled) -> dict[str, dict[str, list[object]]]:
    return {name: {column: list(values) for column, values in rows.columns.items()} for name, rows in filled.items()}


def typed_otherwise(base: BaseBook) -> Typed:
    """Give a year with a day of the cash book gone, a receipt typed otherwise and a voucher's line gone."""
    typed = base.retype()
    del typed["cash"][3]
    typed["receipts"][5]["amount"] += 10_000
    typed["journal"].pop(0)
    return typed


@pytest.mark.parametrize("number", SMALL[:2])
def test_what_is_reckoned_anew_is_what_the_template_fills(number: int) -> None:
    base = base_book(number)
    after = base.fill(typed_otherwise(base))
    whole = fill(base.book, base.size, typed_otherwise(base))
    assert columns(after) == columns(whole)
    assert {name: rows.typed for name, rows in after.items()} == {name: rows.typed for name, rows in whole.items()}
    assert columns(after) != columns(base.filled)


def test_no_mistake_knows_the_validator() -> None:
    code = "import sys, workshop.mistakes.draw; print([name for name in sys.modules if name.split('.')[0] == 'validator'])"
    told = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)  # noqa: S603
    assert told.stdout.strip() == "[]"
