"""Books with one mistake each through the validator: ``python -m benchmarks.measure_mistakes [--only CLASS] [--books N] [--seed S]``.

Printed by class: is the class's check among the findings (recall, with Wilson's 95 % interval); does an item stand where the
wrong figure stands (located); how many items one mistake gives (errors and warnings nothing explains), and how many of them
by checks for which the maker saw no reason (beside); how often a cause is named, and rightly. Exit 1 where a class falls
below what is asked. ``--one ID -o BOOK`` makes one of the books and says what was found in it.
"""

import argparse
import math
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from validator.outcome import Finding, Result, Severity
from validator.registry import CHECKS
from validator.run import Report, check_file
from workshop.mistakes.base import BaseBook
from workshop.mistakes.draw import Mistake, draw
from workshop.mistakes.kinds import KINDS, Kind

PROCESSES, A_BASE, MOST_ROUNDS, NUMBERS = 2, 2, 4, 1000
"""Books of a class in one base book; rounds of base books before a class stays short; base books of a seed."""
RECALL, LOCATED, RIGHT, ITEMS = 0.95, 0.90, 0.80, 1
"""What is asked of every class."""
NORMAL = 1.959964
"""Of a normal distribution, 95 % stand so many standard deviations around the middle."""


@dataclass(frozen=True)
class Measured:
    """What the validator said of one book. ``id`` makes it again."""

    id: str
    check: str
    mode: str
    found: bool
    located: bool
    items: int
    beside: tuple[str, ...]
    named: frozenset[str]
    cause: str
    said: str

    @property
    def right(self) -> bool:
        return self.named == {self.cause}


@dataclass(frozen=True)
class Batch:
    """What one base book gave: what was measured, what the sound book itself was found with, how many draws changed nothing."""

    measured: tuple[Measured, ...]
    alarms: tuple[str, ...]
    latent: int


def items(report: Report) -> list[Finding]:
    """Give what people are asked about and must answer."""
    return [finding for finding in report.roots if finding.severity is not Severity.ADVICE]


def measure(mistake: Mistake, id_: str, report: Report) -> Measured:
    """Hold what was found against the label."""
    label, asked = mistake.label, items(report)
    found = any(finding.check == label.check for finding in report.findings)
    return Measured(
        id_, label.check, label.mode, found, any(label.cells & set(finding.cells) for finding in asked), len(asked),
        tuple(finding.check for finding in asked if finding.check not in {label.check, *label.cascades}), _causes(label.check, asked), label.cause,
        _said(label.check, report),
    )  # fmt: skip


def _causes(check: str, asked: list[Finding]) -> frozenset[str]:
    """Give the causes named where the mistake's own check asks; where it names none, those named beside."""
    own = frozenset(finding.cause for finding in asked if finding.check == check and finding.cause)
    return own or frozenset(finding.cause for finding in asked if finding.cause)


def _said(check: str, report: Report) -> str:
    """Say what the class's check came to, and what people are asked about."""
    outcome = next((outcome for outcome in report.outcomes if outcome.check == check), None)
    own = f"{outcome.result} {outcome.reason}".strip() if outcome and outcome.result is not Result.FINDING else "found"
    asked = [f"{finding.check} {', '.join(finding.cells[:2])} {finding.found} → {finding.expected} {finding.cause}".strip() for finding in items(report)]
    return f"{own} | " + ("; ".join(asked[:4]) or "nothing asked") + (f"; and {len(asked) - 4} more" if len(asked) > 4 else "")  # noqa: PLR2004


def run(number: int, turn: int, checks: Sequence[str]) -> Batch:
    """Make the mistakes of some classes in one base book, and check each; none in one that is found with something itself."""
    base, measured, latent = BaseBook(number), list[Measured](), 0
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        alarms = [f"{base}: {each}" for live in (True, False) for each in _alarms(check_file(base.file(folder, live=live)))]
        for check in () if alarms else checks:
            for kind, mistake, tried in _drawn(base, KINDS[check], turn):
                latent += tried
                if mistake is not None:
                    book = folder / "book.xlsx"
                    mistake.write(base, folder, book)
                    measured.append(measure(mistake, f"{kind.id}/{number}", check_file(book)))
    return Batch(tuple(measured), tuple(alarms), latent)


def _alarms(report: Report) -> list[str]:
    return [f"{finding.check} {', '.join(finding.cells[:2])}" for finding in items(report)]


def _drawn(base: BaseBook, kinds: list[Kind], turn: int) -> list[tuple[Kind, Mistake | None, int]]:
    """Draw mistakes of a class in a base book, each turn of other kinds first; those that have no place there are passed over."""
    there: list[tuple[Kind, Mistake | None, int]] = []
    for step in range(len(kinds)):
        kind = kinds[(turn * A_BASE + step) % len(kinds)]
        drawn = draw(base, kind)
        there.append((kind, drawn.mistake, drawn.latent))
        if sum(mistake is not None for _, mistake, _ in there) == A_BASE:
            break
    return there


def measure_all(checks: list[str], books: int, seed: int) -> tuple[dict[str, list[Measured]], list[str], int]:
    """Measure so many books of each class, over as many base books as it takes."""
    measured: dict[str, list[Measured]] = {check: [] for check in checks}
    alarms: list[str] = []
    latent = turn = 0
    with ProcessPoolExecutor(PROCESSES) as pool, Progress(transient=True, console=Console(stderr=True)) as progress:
        for _ in range(MOST_ROUNDS):
            short = [check for check in checks if len(measured[check]) < books]
            more = max((books - len(measured[check]) for check in short), default=0)
            turns = range(turn, turn + -(-more // A_BASE))
            turn = turns.stop
            waiting = [pool.submit(run, seed * NUMBERS + each, each, short) for each in turns]
            for batch in progress.track(as_completed(waiting), total=len(waiting), description=f"{len(short)} classes"):
                done = batch.result()
                alarms += done.alarms
                latent += done.latent
                for each in done.measured:
                    measured[each.check].append(each)
    return {check: sorted(found, key=lambda each: int(each.id.split("/")[2]))[:books] for check, found in measured.items()}, sorted(alarms), latent


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Give Wilson's 95 % interval of a share: 30 of 30 is 0.89 to 1."""
    share, square = hits / of, NORMAL**2
    middle, half = share + square / (2 * of), NORMAL * math.sqrt(share * (1 - share) / of + square / (4 * of**2))
    return max(0.0, (middle - half) / (1 + square / of)), min(1.0, (middle + half) / (1 + square / of))


@dataclass(frozen=True)
class Figures:
    """The figures of some measured books."""

    books: Sequence[Measured]

    def share(self, name: str) -> float:
        return mean(bool(getattr(each, name)) for each in self.books)

    @property
    def right(self) -> float | None:
        """The share of right causes among those named; None where none was."""
        named = [each for each in self.books if each.named]
        return mean(each.right for each in named) if named else None

    @property
    def enough(self) -> bool:
        """Whether what is asked of every class holds."""
        causes = self.right is None or self.right >= RIGHT
        return self.share("found") >= RECALL and self.share("located") >= LOCATED and causes and median(each.items for each in self.books) <= ITEMS

    def row(self) -> list[str]:
        """Give the cells of a line of the table."""
        count, found = len(self.books), sum(each.found for each in self.books)
        low, high = wilson(found, count)
        amounts = [each.items for each in self.books]
        named = sum(bool(each.named) for each in self.books)
        right = "–" if self.right is None else f"{self.right:.2f}"
        return [
            str(count), f"{found / count:.2f}", f"{low:.2f}–{high:.2f}", f"{self.share('located'):.2f}", f"{median(amounts):g}", f"{mean(amounts):.2f}",
            f"{mean(len(each.beside) for each in self.books):.2f}", f"{named}/{count}", right,
        ]  # fmt: skip


def show(measured: dict[str, list[Measured]], *, by_kind: bool) -> bool:
    """Print the table; tell whether every class that has its check gives what is asked."""
    table = Table("class", "n", "recall", "95 %", "located", "items: median", "mean", "beside", "cause named", "right", "")
    enough = True
    for check, books in measured.items():
        if check not in CHECKS:
            table.add_row(check, str(len(books)), "no such check")
            continue
        if not books:
            table.add_row(check, "0", "no place found")
            continue
        figures = Figures(books)
        enough = enough and figures.enough
        table.add_row(check, *figures.row(), "" if figures.enough else "too little")
        for kind in KINDS[check] if by_kind else ():
            if of_kind := [each for each in books if each.id.startswith(f"{kind.id}/")]:
                table.add_row(f"  {kind.name}", *Figures(of_kind).row())
    there = [each for check, books in measured.items() if check in CHECKS for each in books]
    if there:
        table.add_section()
        table.add_row("all", *Figures(there).row())
    Console(width=150).print(table)
    return enough


def misses(measured: dict[str, list[Measured]]) -> list[Measured]:
    """Give the books in which something is not as asked."""
    there = [each for check, books in measured.items() if check in CHECKS for each in books]
    return [each for each in there if not (each.found and each.located and each.items <= ITEMS and (not each.named or each.right))]


def one(id_: str, target: Path) -> int:
    """Make one book again, and print its label and what was found."""
    check, name, number = id_.split("/")
    base = BaseBook(int(number))
    drawn = draw(base, next(kind for kind in KINDS[check] if kind.name == name))
    if drawn.mistake is None:
        print(f"{id_} has no place in {base}")
        return 1
    with tempfile.TemporaryDirectory() as work:
        drawn.mistake.write(base, Path(work), target)
    label, report = drawn.mistake.label, check_file(target)
    print(f"{base}\n{id_}, {label.mode}, {label.amount} satang, cause {label.cause or 'none'}\nat {', '.join(sorted(label.cells)[:12])}")
    for finding in report.findings:
        folded = f" (under {finding.explained_by})" if finding.explained_by else ""
        print(f"{finding.severity} {finding.check} {', '.join(finding.cells[:3])}: {finding.found} → {finding.expected} {finding.cause}{folded}")
    print(measure(drawn.mistake, id_, report))
    return 0


def main() -> int:
    """Measure, print, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=sorted(KINDS), help="a class; may be given again")
    parser.add_argument("--books", type=int, default=30, help="books a class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", action="store_true", help="print every kind as well")
    parser.add_argument("--misses", action="store_true", help="list the books in which something is not as asked")
    parser.add_argument("--one", metavar="ID", help="make one book again, as --misses names it")
    parser.add_argument("-o", dest="target", type=Path, default=Path("mistake.xlsx"), help="where --one writes it")
    given = parser.parse_args()
    if given.one:
        return one(given.one, given.target)
    measured, alarms, latent = measure_all(given.only or sorted(KINDS), given.books, given.seed)
    enough = show(measured, by_kind=given.kinds)
    print(f"{sum(map(len, measured.values()))} books with one mistake each; {latent} draws changed nothing and were drawn anew")
    print("the sound books are found with nothing" if not alarms else "found in sound books, and these passed over: " + "; ".join(alarms[:10]))
    for each in misses(measured) if given.misses else ():
        print(f"{each.id} ({each.mode}): {'' if each.found else 'not found, '}{'' if each.located else 'not located, '}{each.items} items | {each.said}")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
