"""The museum's books made: each fund type's sound one written, each slip put into it, the live ones calculated by LibreOffice."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from templates.write import write_book
from workbook.edit import drop_formulas, replace_cells
from workshop.museum.base import SAVINGS_GROUP, Base, Mode, Slip
from workshop.museum.files import BY_HAND, changed_by_hand, not_books
from workshop.recalculate import recalculate


def make_books(slips: Mapping[str, Slip], folder: Path) -> None:
    """Make the book or books of each slip in a folder, and those that no slip in cells makes."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work_name:
        work = Path(work_name)
        bases = {fund: Base(fund) for fund in {SAVINGS_GROUP, *(slip.fund for slip in slips.values())}}
        for fund, base in bases.items():
            write_book(base.book, base.size, base.filled, work / f"{fund}.xlsx")
            drop_formulas(work / f"{fund}.xlsx", work / f"{fund}-values.xlsx")
        modes = {name: slip.mode for name, slip in slips.items()} | {name: mode for name, (_, mode) in BY_HAND.items()}
        live = []
        for name, slip in slips.items():
            calculated = slip.mode in (Mode.BOTH, Mode.LIVE)
            target = (work if calculated else folder) / f"{name}.xlsx"
            sound = work / (f"{slip.fund}-values.xlsx" if slip.mode is Mode.VALUES else f"{slip.fund}.xlsx")
            replace_cells(sound, target, slip.cells(bases[slip.fund]))
            live += [target] if calculated else []
        usual = work / f"{SAVINGS_GROUP}.xlsx"
        live += [changed_by_hand(usual, work / f"{name}.xlsx", change) for name, (change, _) in BY_HAND.items()]
        for made in recalculate(live, work / "done"):
            shutil.copy(made, folder / made.name)
            if modes[made.stem] is Mode.BOTH:
                drop_formulas(made, folder / f"{made.stem}-values.xlsx")
        not_books(usual, folder)
