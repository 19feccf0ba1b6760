"""Simulated years held against LibreOffice, cell by cell: ``python benchmarks/measure_libreoffice.py [YEARS] [--fund FUND]``; exit 1 on any difference.

So many years of each kind of fund. Every second year of a savings group is kept under other by-laws, drawn at random: all the methods of
interest, odd units, thirds of a share; other funds' by-laws are drawn with their years.
"""

import argparse
import datetime as dt
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests are not installed
from templates.books import BOOKS
from tests.libreoffice.books import Case, make
from tests.libreoffice.comparing import Compared, compare, wanted
from workshop.recalculate import LibreOfficeError, recalculate

YEARS, BATCH, SHOWN = 30, 10, 10
FEWEST, MOST = 30, 300
FIRST_DAYS = (dt.date(2024, 1, 1), dt.date(2023, 4, 1), dt.date(2024, 7, 1), dt.date(2025, 10, 1), dt.date(2023, 3, 1))


def cases(fund: str, years: int, first_seed: int) -> list[Case]:
    """Spread the years of a fund evenly over sizes and first days, those of a savings group over banks and by-laws too."""
    chosen = []
    for place in range(years):
        members = FEWEST + (MOST - FEWEST) * place // max(1, years - 1)
        seed, first_day = first_seed + place, FIRST_DAYS[place % len(FIRST_DAYS)]
        odd = {"banks": 1 + place % 3, "laws": seed if place % 2 else 0} if fund == "savings-group" else {}
        chosen.append(Case(seed, members, first_day, fund=fund, **odd))
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
    parser.add_argument("--fund", action="append", choices=list(BOOKS), help="only this kind of fund (may be given more than once)")
    asked = parser.parse_args()
    chosen = [case for fund in asked.fund or BOOKS for case in cases(fund, asked.years, asked.seed)]
    begun, together = time.monotonic(), Compared()
    for start in range(0, len(chosen), BATCH):
        batch, since = chosen[start : start + BATCH], time.monotonic()
        compared = measure(batch)
        together.cells += compared.cells
        together.differences += compared.differences
        said = f"{compared.cells.total():,} formula cells, {len(compared.differences)} differ, {time.monotonic() - since:.0f} s"
        named = f"{batch[0].fund}, {batch[0].members} members … {batch[-1].fund}, {batch[-1].members} members"
        print(f"years {start + 1}–{start + len(batch)} of {len(chosen)} ({named}): {said}", flush=True)
        print(*compared.differences[:SHOWN], sep="\n", end="\n" if compared.differences else "", flush=True)
    cells = ", ".join(f"{count:,} {of}" for of, count in together.cells.items())
    print(f"{len(chosen)} years: {cells}; {len(together.differences)} differ from the exact value; {time.monotonic() - begun:.0f} s")
    return 1 if together.differences else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except LibreOfficeError as error:
        sys.exit(str(error))
