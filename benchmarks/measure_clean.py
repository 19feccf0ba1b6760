"""Sound years through the validator: ``python -m benchmarks.measure_clean [YEARS]``; exit 1 on any finding.

Each year is checked as it was written and as values (one advice, no more), a tenth of them as LibreOffice saves them as well.
"""

import argparse
import datetime as dt
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import fill
from templates.write import write_book
from validator.run import check_file
from workbook.edit import drop_formulas
from workshop.keep import keep
from workshop.recalculate import recalculate
from workshop.year import simulate

FIRST_DAYS = (dt.date(2024, 1, 1), dt.date(2024, 7, 1), dt.date(2023, 10, 1), dt.date(2025, 4, 1), dt.date(2023, 3, 1))
SIZES = (30, 60, 100, 150, 200, 300)
THROUGH_LIBREOFFICE = 10
"""Every so many years one goes through LibreOffice."""


@dataclass(frozen=True)
class Case:
    """One simulated year."""

    seed: int

    @property
    def members(self) -> int:
        return SIZES[self.seed % len(SIZES)]

    @property
    def first_day(self) -> dt.date:
        return FIRST_DAYS[self.seed % len(FIRST_DAYS)]

    @property
    def banks(self) -> int:
        return 1 + self.seed % 3

    def __str__(self) -> str:
        return f"seed {self.seed}, {self.members} members, from {self.first_day}, {self.banks} banks"

    def write(self, target: Path) -> Path:
        size = Size(self.members, self.banks)
        book = savings_group(size)
        write_book(book, size, fill(book, size, keep(simulate(self.seed, self.members, self.first_day), book.tables["rules"].initial[0])), target)
        return target


def main() -> int:
    """Measure, print a summary, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("years", nargs="?", type=int, default=50)
    years = parser.parse_args().years
    false_alarms: Counter[str] = Counter()
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        through = []
        for case in map(Case, range(1, years + 1)):
            live, values = case.write(folder / f"{case.seed}.xlsx"), folder / "values.xlsx"
            drop_formulas(live, values)
            began = time.perf_counter()
            false_alarms += _alarms(case, live, "as written", {})
            seconds.append(time.perf_counter() - began)
            false_alarms += _alarms(case, values, "as values", {"CELL-16": 1})
            if case.seed % THROUGH_LIBREOFFICE == 0:
                through.append((case, live))
            else:
                live.unlink()
        saved = recalculate([live for _, live in through], folder / "saved")
        for (case, _), book in zip(through, saved, strict=True):
            false_alarms += _alarms(case, book, "saved by LibreOffice", {})
    print(f"{years} sound years, {len(through)} of them through LibreOffice too; a live book is checked in {max(seconds):.2f} s at the most")
    print("no finding" if not false_alarms else f"false alarms: {dict(false_alarms)}")
    return 1 if false_alarms else 0


def _alarms(case: Case, book: Path, how: str, allowed: dict[str, int]) -> Counter[str]:
    """Count by check what a sound book was found with beyond what it may be found with, and say where."""
    findings = check_file(book).findings
    alarms = Counter(finding.check for finding in findings) - Counter(allowed)
    for finding in findings if alarms else ():
        print(f"{case}, {how}: {finding.check} {', '.join(finding.cells[:5])} {finding.found} → {finding.expected}")
    return alarms


if __name__ == "__main__":
    sys.exit(main())
