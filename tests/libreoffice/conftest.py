"""Every book of these tests goes through LibreOffice once, in one batch."""

import datetime as dt
from pathlib import Path

import pytest

from tests.libreoffice.books import Case, Made, make
from tests.libreoffice.calling import with_spare_cells
from workshop.recalculate import recalculate

OTHER_LAWS = Case(4, 30, dt.date(2024, 1, 1), laws=10)
CALLED = (Case(2, 30, dt.date(2024, 7, 1)), OTHER_LAWS)
"""The years whose calls are made in Python: they go in with spare cells."""
EMPTY = (Case(0, 12, dt.date(2024, 1, 1)), Case(0, 12, None))
THREE_BANKS = Case(5, 30, dt.date(2025, 10, 1), banks=3)
WITHOUT_DAY, UPWARDS = Case(6, 12, None), Case(15, 30, dt.date(2024, 1, 1), laws=15)
OTHERS = tuple(
    Case(seed, members, first_day, fund=fund)
    for fund, first in (("village-fund", 30), ("revolving-fund", 370), ("welfare-club", 25))
    for seed, members, first_day in (
        (first, 21, dt.date(2024, 4, 1)), (first + 1, 12, dt.date(2024, 7, 1)), (first + 2, 12, dt.date(2024, 1, 1)),
        (first + 3, 16, dt.date(2023, 10, 1)), (0, 12, None),
    )
)  # fmt: skip
"""Four years of each other kind of fund, and its empty book."""
SOUND = (Case(1, 12, dt.date(2024, 1, 1)), Case(3, 60, dt.date(2023, 4, 1)), *CALLED, THREE_BANKS, *EMPTY, WITHOUT_DAY, UPWARDS, *OTHERS)
CASES = SOUND
Recalculated = dict[Case, tuple[Made, Path]]
"""What was made of each case, and the file that came back."""


@pytest.fixture(scope="session")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """Make every book, plant wrong values, and let LibreOffice calculate; without LibreOffice this fails with the sentence what to install."""
    folder = tmp_path_factory.mktemp("books")
    made = [make(case, folder) for case in CASES]
    (folder / "spare").mkdir()
    given = []
    for each in made:
        given.append(each.planted)
        if each.case in CALLED:
            given[-1] = folder / "spare" / each.planted.name
            with_spare_cells(each.planted, given[-1])
    return dict(zip(CASES, zip(made, recalculate(given, folder / "back"), strict=True), strict=True))
