"""With the extension installed the functions of the books run in LibreOffice; without it the books show the same."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.libreoffice.books import Case, Made, make, read
from tests.libreoffice.calling import formulas_of_ours, reached, with_spare_cells
from tests.libreoffice.comparing import Place, Wanted, compare, wanted
from tests.libreoffice.extension import built, built_off
from workshop.recalculate import NotInstalled, recalculate

pytestmark = [pytest.mark.long, pytest.mark.xdist_group("extension")]

CASES = (
    Case(2, 30, dt.date(2024, 7, 1)),
    Case(30, 21, dt.date(2024, 4, 1), fund="village-fund"),
    Case(370, 21, dt.date(2024, 4, 1), fund="revolving-fund"),
    Case(25, 21, dt.date(2024, 4, 1), fund="welfare-club"),
)
LEAST_CELLS, LEAST_OF_OURS = 10_000, {"savings-group": 100, "village-fund": 100, "revolving-fund": 20, "welfare-club": 0}
SHOWN = 10


@dataclass
class Run:
    """A book, what it should show, and what came back: with the extension, without it again, and with the one that is off."""

    made: Made
    wants: dict[Place, Wanted]
    bound: Path
    removed: Path
    off: Path


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Run]:
    folder = tmp_path_factory.mktemp("bound")
    (folder / "made").mkdir()
    made = [make(case, folder / "made") for case in CASES]
    planted = [folder / each.planted.name for each in made]
    for each, target in zip(made, planted, strict=True):
        with_spare_cells(each.planted, target)
    bound = recalculate(planted, folder / "with", extension=built(folder))
    removed = recalculate(bound, folder / "without")
    off = recalculate(planted, folder / "back-off", extension=built_off(folder))
    return [Run(*each) for each in zip(made, map(wanted, made), bound, removed, off, strict=True)]


def test_every_cell_shows_the_exact_value_when_the_functions_run(runs: list[Run]) -> None:
    for run in runs:
        compared = compare(run.wants, run.bound)
        assert compared.differences[:SHOWN] == []
        assert compared.cells.total() > LEAST_CELLS


def test_every_function_in_the_books_is_bound(runs: list[Run]) -> None:
    """LibreOffice writes the names it knows in capitals, and those it does not know in small letters."""
    for run in runs:
        texts = [text for _, _, _, text in formulas_of_ours(read(run.bound))]
        assert len(texts) >= LEAST_OF_OURS[run.made.case.fund]
        assert len(texts) == len(list(formulas_of_ours(read(run.made.written))))


def test_without_the_functions_the_book_shows_the_same(runs: list[Run]) -> None:
    for run in runs:
        assert compare(run.wants, run.removed).differences[:SHOWN] == []
        assert list(formulas_of_ours(read(run.removed))) == []


def test_one_satang_more_is_seen_in_every_cell_that_calls_a_function(runs: list[Run]) -> None:
    for run in runs:
        right, off = read(run.bound).sheets, read(run.off).sheets
        calling = set(reached(run.made.written, run.bound)) & set(reached(run.made.written, run.off))
        assert len(calling) >= LEAST_OF_OURS[run.made.case.fund]
        assert [place for name, *place in calling if off[name].value(*place) == right[name].value(*place)] == []


def test_what_is_no_extension_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "broken.oxt"
    broken.write_bytes(b"no archive")
    with pytest.raises(NotInstalled, match=r"broken\.oxt"):
        recalculate([built(tmp_path)], tmp_path / "back", extension=broken)
