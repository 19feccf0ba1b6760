"""CPU of ``satja check`` against openpyxl reading the file for formulas and for values, and against a bare calamine read.

Every figure is a fresh process, imports included; the runs of a size alternate, so that a noisy machine is noisy for all.
Prints medians and ratios for 150 and 2,000 members in one run, and where the time of one check of the larger book goes: reading,
and each family of checks (a figure that several checks use is counted with the first that asks). Nothing here passes or fails.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import fill
from templates.read import read_book
from templates.write import write_book
from validator.registry import in_order
from validator.run import run_check
from workbook.xlsx import read_workbook
from workshop.keep import keep
from workshop.year import simulate

CALAMINE = "import sys, python_calamine as c\nb = c.CalamineWorkbook.from_path(sys.argv[1])\nfor n in b.sheet_names: b.get_sheet_by_name(n).to_python()"
OPENPYXL = (
    "import sys, warnings, openpyxl\nwarnings.simplefilter('ignore')\nopenpyxl.load_workbook(sys.argv[1])\nopenpyxl.load_workbook(sys.argv[1], data_only=True)"
)
CHECK = "import sys\nfrom satja.command import main\nsys.argv = ['satja', 'check', sys.argv[1], '--out', sys.argv[2]]\nmain()"
COMMANDS = {"satja check, note written": CHECK, "openpyxl, formulas and values": OPENPYXL, "calamine, values only": CALAMINE}


def cpu_of(code: str, *arguments: str) -> float:
    """Give the CPU seconds of a fresh Python running some code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code, *arguments], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own code
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def book_of(members: int, folder: Path) -> Path:
    """Write a filled book of a simulated year."""
    size = Size(members)
    book = savings_group(size)
    target = folder / f"{members}.xlsx"
    write_book(book, size, fill(book, size, keep(simulate(2567, members), book.tables["rules"].initial[0])), target)
    return target


def by_family(book: Path) -> dict[str, float]:
    """Give the CPU seconds of reading a book and of each family of checks, in this process."""
    begun = time.process_time()
    read = read_book(read_workbook(book))
    spent = {"reading": time.process_time() - begun}
    assert read is not None  # noqa: S101 - the book was just made
    for each in in_order():
        begun = time.process_time()
        run_check(each, read)
        spent[each.family] = spent.get(each.family, 0.0) + time.process_time() - begun
    return spent


def main() -> None:
    """Time each command on each size."""
    print(f"{os.cpu_count()} CPUs, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}")
    with TemporaryDirectory() as name:
        folder = Path(name)
        for members, runs in ((150, 5), (2000, 3)):
            book = book_of(members, folder)
            times: dict[str, list[float]] = {label: [] for label in COMMANDS}
            for _ in range(runs):
                for label, code in COMMANDS.items():
                    times[label].append(cpu_of(code, str(book), str(folder / "out")))
            ours = statistics.median(times["satja check, note written"])
            print(f"\n{members} members, {book.stat().st_size / 1e6:.1f} MB, {runs} runs each")
            for label, seconds in times.items():
                median = statistics.median(seconds)
                print(f"  {label:32s} {median:7.2f} s CPU  ({min(seconds):.2f}–{max(seconds):.2f})   satja is {ours / median:5.2f}× of it")
        spent = by_family(book)
        print(f"\nWhere the time goes ({sum(spent.values()):.2f} s CPU in one process)")
        for family, seconds in spent.items():
            print(f"  {family:10s} {seconds:7.2f} s  {seconds / sum(spent.values()):5.0%}")


if __name__ == "__main__":
    main()
