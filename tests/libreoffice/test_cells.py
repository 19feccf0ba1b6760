"""Every formula of a book gives, in LibreOffice, the value that Python worked out exactly."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from templates.kinds import Kind
from tests.libreoffice.books import Made, read
from tests.libreoffice.comparing import Place, Wanted, agrees, compare, wanted
from tests.libreoffice.conftest import SOUND, Recalculated
from workbook.cells import ErrorValue

pytestmark = [pytest.mark.long, pytest.mark.xdist_group("libreoffice")]

LEAST_CELLS = 10_000
SHOWN = 10


@dataclass
class Held:
    """A book, what it should show, and the file that LibreOffice gave back."""

    made: Made
    wants: dict[Place, Wanted]
    back: Path


@pytest.fixture(scope="module", params=SOUND, ids=lambda case: case.name)
def held(request: pytest.FixtureRequest, recalculated: Recalculated) -> Held:
    made, back = recalculated[request.param]
    return Held(made, wanted(made), back)


def test_every_formula_cell_shows_the_exact_value(held: Held) -> None:
    compared = compare(held.wants, held.back)
    assert compared.differences[:SHOWN] == []
    assert compared.cells.total() > LEAST_CELLS
    assert compared.cells["totals"]
    assert compared.cells["around"]


def test_no_formula_of_the_file_is_left_out(held: Held) -> None:
    formulas = {(name, row, column) for name, sheet in read(held.made.written).sheets.items() for row, column in sheet.formulas}
    assert held.wants.keys() == formulas
    assert held.made.count == len(formulas)


def test_a_wrong_value_was_planted_beside_every_formula(held: Held) -> None:
    assert len(compare(held.wants, held.made.planted).differences) > 0.99 * held.made.count


def test_the_written_file_shows_the_exact_values_before_anybody_calculates(held: Held) -> None:
    assert compare(held.wants, held.made.written).differences[:SHOWN] == []


@pytest.mark.parametrize(
    ("value", "kind", "shown", "agreed"),
    [
        (12345, Kind.MONEY, 123.45, True),
        (12345, Kind.MONEY, 123.46, False),
        (12345, Kind.MONEY, 123.450002, False),
        (12345, Kind.MONEY, "123.45", False),
        (12345, Kind.MONEY, None, False),
        (0, Kind.MONEY, "", False),
        (None, Kind.MONEY, 0.0, False),
        (None, Kind.MONEY, "", True),
        (None, Kind.TEXT, None, True),
        ("ตรงกัน", Kind.TEXT, "ตรงกัน", True),
        ("ตรงกัน", Kind.TEXT, "ต่างกัน", False),
        ("", None, 0, False),
        (1 / 3, Kind.NUMBER, 0.3333333333, True),
        (1 / 3, Kind.NUMBER, 0.33333333, False),
        (ErrorValue("#N/A"), Kind.MONEY, ErrorValue("#N/A"), True),
        (ErrorValue("#N/A"), Kind.MONEY, ErrorValue("#VALUE!"), False),
        (5, Kind.WHOLE, ErrorValue("#N/A"), False),
    ],
)
def test_the_comparison_tells_a_satang(value: object, kind: Kind | None, shown: object, agreed: bool) -> None:
    assert agrees(Wanted(value, kind, "cells"), shown) is agreed
