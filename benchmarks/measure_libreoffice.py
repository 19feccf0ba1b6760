"""Simulated years held against LibreOffice, cell by cell: ``python benchmarks/measure_libreoffice.py [YEARS]``; exit 1 on any difference.

Every second year is kept under other by-laws, drawn at random: all the methods of interest, odd units, thirds of a share.
"""

import argparse
import datetime as dt
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests are not installed
from tests.libreoffice.books import Case, make
from tests.libreoffice.comparing import Compared, compare, wanted
from workshop.recalculate import LibreOfficeError, recalculate

YEARS, BATCH, SHOWN = 50, 10, 10
FEWEST, MOST = 30, 300
FIRST_DAYS = (dt.date(2024, 1, 1), dt.date(2023, 4, 1), dt.date(2024, 7, 1), dt.date(2025, 10, 1), dt.date(2023, 3, 1))


def cases(years: int, first_seed: int) -> list[Case]:
    """Spread the years evenly over sizes, first days, banks and by-laws."""
    chosen = []
    for place in range(years):
        members = FEWEST + (MOST - FEWEST) * place // max(1, years - 1)
        seed = first_seed + place
        chosen.append(Case(seed, members, FIRST_DAYS[place % len(FIRST_DAYS)], banks=1 + place % 3, laws=seed if place % 2 else 0))
    return chosen


def measure(batch: Sequence[Case]) -> Compared:
    """Make the books of a batch with wrong values in them, let LibreOffice calculate, and compare all formula cells."""
    together = Compared()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = [make(case, folder) for case in batch]
        for book, back in zip(made, recalculate([each.planted for each in made], folder / "back"), strict=True):
            compared = compare(wanted(book), back)
            together.cells += compared.cells
            together.differences += compared.differences
    return together


def main() -> int:
    """Measure batch after batch, a line each, and sum up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("years", nargs="?", type=int, default=YEARS)
    parser.add_argument("--seed", type=int, default=1, help="of the first year")
    asked = parser.parse_args()
    chosen, begun, together = cases(asked.years, asked.seed), time.monotonic(), Compared()
    for start in range(0, len(chosen), BATCH):
        batch, since = chosen[start : start + BATCH], time.monotonic()
        compared = measure(batch)
        together.cells += compared.cells
        together.differences += compared.differences
        said = f"{compared.cells.total():,} formula cells, {len(compared.differences)} differ, {time.monotonic() - since:.0f} s"
        print(f"years {start + 1}–{start + len(batch)} of {len(chosen)} ({batch[0].members}–{batch[-1].members} members): {said}", flush=True)
        print(*compared.differences[:SHOWN], sep="\n", end="\n" if compared.differences else "", flush=True)
    cells = ", ".join(f"{count:,} {of}" for of, count in together.cells.items())
    print(f"{len(chosen)} years: {cells}; {len(together.differences)} differ from the exact value; {time.monotonic() - begun:.0f} s")
    return 1 if together.differences else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except LibreOfficeError as error:
        sys.exit(str(error))
