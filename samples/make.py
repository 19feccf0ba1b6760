"""Make the samples: sound books of simulated years, a book of values, one as LibreOffice saves it, the worked golden year, the museum.

Run by ``make samples``; needs LibreOffice. The YAML beside each mistake is written by hand and never by this. The slips typed into
the golden year are made after it, by by_hand.py.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import fill
from templates.write import write_book
from workbook.edit import drop_formulas
from workshop import museum
from workshop.golden import golden_inputs
from workshop.keep import keep
from workshop.recalculate import recalculate
from workshop.year import simulate

HERE = Path(__file__).parent
SEED = 2567
FACTS = HERE.parent / "tests" / "data" / "golden-1-savings-group.json"


def sound(members: int, target: Path) -> Path:
    """Write a sound book of a simulated year."""
    size = Size(members)
    book = savings_group(size)
    typed = keep(simulate(SEED, members), book.tables["rules"].initial[0])
    write_book(book, size, fill(book, size, typed), target)
    return target


def golden(target: Path) -> None:
    """Write the book of the worked golden year: its facts typed in, everything else calculated."""
    size = Size(members=6)
    book = savings_group(size)
    write_book(book, size, fill(book, size, golden_inputs(FACTS, book.tables["rules"].initial[0])), target)


def main() -> None:
    """Make every sample; with the word ``mistakes`` only the museum."""
    if "mistakes" not in sys.argv:
        sound(150, HERE / "savings-group-150.xlsx")
        small = sound(30, HERE / "savings-group-30.xlsx")
        drop_formulas(small, HERE / "savings-group-30-values.xlsx")
        golden(HERE / "golden-1-savings-group.xlsx")
        with TemporaryDirectory() as work:
            saved = recalculate([small], Path(work))[0]
            shutil.copy(saved, HERE / "savings-group-30-libreoffice.xlsx")
    museum.build(HERE / "mistakes")


if __name__ == "__main__":
    main()
