"""The museum of mistakes: one book for each, made from a fund type's sound book by the slip a treasurer would make.

What each book should be found with is not said here: it is written by hand in the YAML beside the book.
"""

from pathlib import Path

from workshop.museum import cells, club, ledger, loans, members, money, revolving, year_end
from workshop.museum.base import REVOLVING_FUND, SAVINGS_GROUP, SIZE, VILLAGE_FUND, WELFARE_CLUB, Base, Cells, Mode, Slip
from workshop.museum.making import make_books

__all__ = ["REVOLVING_FUND", "SAVINGS_GROUP", "SIZE", "SLIPS", "VILLAGE_FUND", "WELFARE_CLUB", "Base", "Cells", "Mode", "Slip", "build"]

SLIPS = {name: slip for module in (cells, members, loans, money, ledger, year_end, club, revolving) for name, slip in module.SLIPS.items()}
"""Every slip by the name of its book: the check it is for, and which of them it is."""


def build(folder: Path) -> None:
    """Make every book of the museum in a folder."""
    make_books(SLIPS, folder)
