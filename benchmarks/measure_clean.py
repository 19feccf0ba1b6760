"""Sound years through the validator: ``python -m benchmarks.measure_clean [YEARS] [--fund FUND] [--kind KIND] [--first SEED]``.

300 years of a fund, a savings group's where none is named: ten seeds, six sizes, five first days, and every kind of year of a savings
group in turn (workshop/habits.py), each with all the legal odd things that can happen in it. Each is checked as it was written, as
people leave it (filtered, a column hidden) and as values, a tenth of them also as LibreOffice saves them. Exit 1 where a sound book
has an error, or there are more than 0.2 warnings a book.
"""

import argparse
import datetime as dt
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from templates.books import BOOKS
from templates.books.savings_group import savings_group
from templates.declare import FundBook, Size
from templates.filled import fill, roomy
from templates.write import write_book
from validator.outcome import Result, Severity
from validator.run import check_file
from workbook.edit import drop_formulas
from workshop.funds import kept_year
from workshop.habits import KINDS_OF_YEAR
from workshop.handled import handle
from workshop.keep import Typed, keep
from workshop.recalculate import recalculate
from workshop.year import simulate

SAVINGS_GROUP = "savings-group"
SEEDS, SIZES = range(1, 11), (12, 20, 30, 60, 100, 150)
FIRST_DAYS = (dt.date(2024, 1, 1), dt.date(2023, 4, 1), dt.date(2024, 7, 1), dt.date(2023, 10, 1), dt.date(2025, 3, 1))
PROCESSES = 2
MOST_WARNINGS = 0.2
THROUGH_LIBREOFFICE = 10
"""Every so many years one goes through LibreOffice, so many at a time."""
WRITTEN, LEFT, VALUES, SAVED = "as written", "as people leave it", "as values", "saved by LibreOffice"
ALLOWED = {VALUES: Counter({"CELL-16": 1})}
"""What a sound book may be found with: a book of values gets one advice."""
SHOWN_CELLS = 3
STRIDE = 77
"""Every so many of the 300 combinations comes next: prime to 300, so that a few years are as mixed as all of them."""


@dataclass(frozen=True)
class Case:
    """One simulated year: ``number`` tells whether it goes through LibreOffice, ``seed`` and ``kind`` how to make it again."""

    number: int
    seed: int
    members: int
    first_day: dt.date
    kind: str
    fund: str = SAVINGS_GROUP

    def __str__(self) -> str:
        if self.fund != SAVINGS_GROUP:
            return f"kept_year({self.fund!r}, {self.seed}, {self.members}, {self.first_day})"
        return f"simulate({self.seed}, {self.members}, {self.first_day}, KINDS_OF_YEAR[{self.kind!r}])"

    def write(self, folder: Path) -> Path:
        """Write the book of the year."""
        target = folder / f"{self.number}-live.xlsx"
        book, size, typed = self._kept()
        write_book(book, size, fill(book, size, typed), target)
        return target

    def _kept(self) -> tuple[FundBook, Size, Typed]:
        if self.fund != SAVINGS_GROUP:
            return kept_year(self.fund, self.seed, self.members, self.first_day)
        year = simulate(self.seed, self.members, self.first_day, habits=KINDS_OF_YEAR[self.kind])
        size = Size(self.members, year.banks)
        typed = keep(year, savings_group(size).tables["rules"].initial[0])
        size = roomy(savings_group, size, typed)
        return savings_group(size), size, typed


@dataclass
class Looked:
    """What checking a book in one state came to."""

    case: Case
    state: str
    severities: Counter[str]
    lines: list[str]
    not_run: Counter[str]
    seconds: float


@dataclass
class Summary:
    """Findings by state, and what checks could not look."""

    books: Counter[str] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    not_run: Counter[str] = field(default_factory=Counter)
    slowest: float = 0

    def add(self, looked: Looked) -> None:
        """Count one more book."""
        self.books[looked.state] += 1
        self.found.update({(looked.state, severity): count for severity, count in looked.severities.items()})
        self.not_run += looked.not_run
        self.slowest = max(self.slowest, looked.seconds)

    @property
    def errors(self) -> int:
        return sum(count for (_, severity), count in self.found.items() if severity == Severity.ERROR)

    @property
    def warnings(self) -> float:
        """Warnings a book, in the state that has most."""
        return max(self.found[state, Severity.WARNING] / books for state, books in self.books.items())


def cases(fund: str, years: int, kinds: list[str], first: int) -> list[Case]:
    """Spread so many years evenly over the seeds, sizes, first days and kinds."""
    spread = list(product(range(first, first + len(SEEDS)), SIZES, FIRST_DAYS))
    chosen = [spread[place * STRIDE % len(spread)] for place in range(min(years, len(spread)))]
    return [Case(number, *each, kinds[(number + number // len(kinds)) % len(kinds)], fund) for number, each in enumerate(chosen)]


def look(case: Case, folder: str) -> list[Looked]:
    """Write a year's book and check it in the states that need no LibreOffice; as people left it, it stays where it will be saved by it."""
    room = Path(folder)
    live = case.write(room)
    left, values = room / f"{case.number}.xlsx", room / f"{case.number}-values.xlsx"
    handle(live, left)
    drop_formulas(live, values)
    looked = [_check(case, path, state) for path, state in ((live, WRITTEN), (left, LEFT), (values, VALUES))]
    for path in (live, values, *(() if goes_through(case) else (left,))):
        path.unlink()
    return looked


def goes_through(case: Case) -> bool:
    """Whether a year goes through LibreOffice too."""
    return case.number % THROUGH_LIBREOFFICE == 0


def through_libreoffice(chosen: list[Case], folder: Path) -> Iterator[Looked]:
    """Save books with LibreOffice, some at a time, and check what came back."""
    saved = folder / "saved"
    for start in range(0, len(chosen), THROUGH_LIBREOFFICE):
        batch = chosen[start : start + THROUGH_LIBREOFFICE]
        books = recalculate([folder / f"{case.number}.xlsx" for case in batch], saved)
        for case, book in zip(batch, books, strict=True):
            yield _check(case, book, SAVED)
            book.unlink()


def _check(case: Case, book: Path, state: str) -> Looked:
    began = time.perf_counter()
    report = check_file(book)
    beyond = Counter(finding.check for finding in report.findings) - ALLOWED.get(state, Counter())
    alarms = [finding for finding in report.findings if finding.check in beyond]
    lines = [f"{each.severity} {each.check} {', '.join(each.cells[:SHOWN_CELLS])}: {each.found} → {each.expected}" for each in alarms]
    not_run = Counter(outcome.check for outcome in report.outcomes if outcome.result is Result.NOT_RUN)
    return Looked(case, state, Counter(str(each.severity) for each in alarms), lines, not_run, time.perf_counter() - began)


def measure(chosen: list[Case], console: Console) -> Summary:
    """Check every year, say each finding as it comes, and sum up."""
    summary = Summary()
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(PROCESSES) as workers:
        in_turn = workers.map(look, chosen, [name] * len(chosen))
        for several in track(in_turn, "sound years", total=len(chosen), console=console):
            _say(summary, several, console)
        through = [case for case in chosen if goes_through(case)]
        _say(summary, track(through_libreoffice(through, Path(name)), "LibreOffice", total=len(through), console=console), console)
    return summary


def _say(summary: Summary, several: Iterable[Looked], console: Console) -> None:
    for looked in several:
        summary.add(looked)
        if looked.lines:
            console.print(f"{looked.case}, {looked.state}:", *looked.lines, sep="\n    ", markup=False, highlight=False, soft_wrap=True)


def _table(summary: Summary) -> Table:
    table = Table("state", "books", "errors", "warnings", "advice", title="findings a book, beyond the one advice a book of values gets")
    for state, books in summary.books.items():
        table.add_row(state, str(books), *(f"{summary.found[state, severity] / books:.3f}" for severity in Severity))
    return table


def main() -> int:
    """Measure, print what was found and a summary, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("years", nargs="?", type=int, default=len(SEEDS) * len(SIZES) * len(FIRST_DAYS))
    parser.add_argument("--kind", action="append", choices=list(KINDS_OF_YEAR), help="only this kind of a savings group's year (may be given more than once)")
    parser.add_argument("--fund", default=SAVINGS_GROUP, choices=list(BOOKS))
    parser.add_argument("--first", type=int, default=SEEDS[0], metavar="SEED", help="the first of the ten seeds")
    asked = parser.parse_args()
    console = Console()
    chosen = cases(asked.fund, asked.years, asked.kind or list(KINDS_OF_YEAR), asked.first)
    summary = measure(chosen, console)
    console.print(_table(summary))
    console.print(
        f"{len(chosen)} sound years of {asked.fund}; a book is checked in {summary.slowest:.2f} s at the most; not run: {dict(summary.not_run) or 'nothing'}"
    )
    return 1 if summary.errors or summary.warnings > MOST_WARNINGS else 0


if __name__ == "__main__":
    sys.exit(main())
