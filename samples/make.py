"""Make the samples: sound books of simulated years of all fund types, the worked golden years, one as values, one as LibreOffice saves it, the museum.

Run by ``make samples``; needs LibreOffice. The YAML beside each mistake is written by hand and never by this. The slips typed into
the first golden year are made after it, by by_hand.py. Large books are made on demand, and not committed:
``python samples/make.py large FOLDER`` writes a savings group of 2,000 members and the seed's own club of 1,235 in 8 villages.
"""

import datetime as dt
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from templates.books import BOOKS
from templates.declare import FundBook, Size
from templates.filled import fill
from templates.write import write_book
from workbook.edit import drop_formulas
from workshop import golden_4, museum
from workshop.club import keep_club, simulate_club
from workshop.funds import brought, kept_year
from workshop.golden import golden_inputs
from workshop.golden_club import golden_inputs as golden_club_inputs
from workshop.golden_village import golden_village_inputs
from workshop.keep import Typed
from workshop.recalculate import recalculate

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "data"
SEED, FIRST_DAY = 2567, dt.date(2024, 1, 1)
SOUND = (("savings-group", 150), ("savings-group", 30), ("village-fund", 60), ("revolving-fund", 40), ("welfare-club", 60))
"""Of each fund type a sound year; of the savings group a usual and a small one."""
GOLDENS: Mapping[str, tuple[str, Size, Callable[[Path, Mapping[str, Any]], Typed]]] = {
    "golden-1-savings-group": ("savings-group", Size(6), golden_inputs), "golden-2-village-fund": ("village-fund", Size(8, 2), golden_village_inputs),
    "golden-3-funeral-club": ("welfare-club", Size(12, 2), golden_club_inputs), "golden-4-revolving-fund": ("revolving-fund", Size(6), golden_4.golden_inputs),
}  # fmt: skip
"""The worked golden years: whose book, for what size, and who types its facts."""


def write(book: FundBook, size: Size, typed: Typed, target: Path) -> Path:
    """Write a book with what was typed in it; everything else is calculated."""
    write_book(book, size, fill(book, size, typed), target)
    return target


def golden(name: str, target: Path) -> Path:
    """Write the book of a worked golden year."""
    fund, size, inputs = GOLDENS[name]
    book = BOOKS[fund](size)
    first = brought(book) if fund == "welfare-club" else book.tables["rules"].initial[0]
    return write(book, size, inputs(DATA / f"{name}.json", first), target)


def large(folder: Path) -> None:
    """Write the large books: they show where working in a book stops being comfortable."""
    folder.mkdir(parents=True, exist_ok=True)
    write(*kept_year("savings-group", SEED, 2_000, FIRST_DAY), folder / "savings-group-2000.xlsx")
    size = Size(1_235, banks=2)
    club = BOOKS["welfare-club"](size)
    write(club, size, keep_club(simulate_club(SEED, 1_235, villages=8, founding=836), brought(club)), folder / "welfare-club-1235.xlsx")


def main() -> None:
    """Make every sample; with the word ``mistakes`` only the museum, with ``large FOLDER`` only the large books."""
    if "large" in sys.argv:
        large(Path(sys.argv[-1]))
        return
    if "mistakes" not in sys.argv:
        made = {(fund, members): write(*kept_year(fund, SEED, members, FIRST_DAY), HERE / f"{fund}-{members}.xlsx") for fund, members in SOUND}
        for name in GOLDENS:
            golden(name, HERE / f"{name}.xlsx")
        small = made["savings-group", 30]
        drop_formulas(small, HERE / "savings-group-30-values.xlsx")
        with TemporaryDirectory() as work:
            saved = recalculate([small], Path(work))[0]
            shutil.copy(saved, HERE / "savings-group-30-libreoffice.xlsx")
    museum.build(HERE / "mistakes")


if __name__ == "__main__":
    main()
