"""The museum's sound book of twelve members, with a few of its rows typed otherwise or a few of its cells changed."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from templates.books.savings_group import savings_group
from templates.books.village_fund import village_fund
from templates.declare import Size
from templates.filled import fill
from templates.kinds import EPOCH, Kind
from templates.write import write_book
from tests.validator.packages import STATES
from workbook.cells import ErrorValue
from workbook.edit import Cached, Formula, replace_cells
from workshop.keep import Typed, keep
from workshop.mistakes.difference import Cells, difference
from workshop.museum import SAVINGS_GROUP, Base
from workshop.village.habits import KINDS_OF_YEAR
from workshop.village.keep import keep_village
from workshop.village.year import simulate_village
from workshop.year import simulate

FORM_FIELD = re.compile(r"\{(\w+)\.(\w+)\}")
SAMPLES = Path(__file__).parents[2] / "samples"


@dataclass(frozen=True)
class Bench:
    """A fund type's sound book as a live file, and as what else it can be; ``folder`` is for changed copies."""

    base: Base
    folder: Path

    def of(self, fund: str) -> "Bench":
        """Give the bench of a fund type."""
        return self if fund == self.base.book.id else make_bench(self.folder / fund, fund)

    def sound(self, state: str = "live") -> Path:
        """Give the sound book in a state; it is made once."""
        path = self.folder / f"{state}.xlsx"
        if not path.exists():
            STATES[state](self.base, self.sound(), path)
        return path

    def named(self, text: str) -> str:
        """Put the cell of a by-law, or of another form, where {table.field} names it."""
        return FORM_FIELD.sub(lambda match: "!".join(self.base.at(match[1], match[2], 0)), text)

    def book(self, case: Mapping[str, Any]) -> Path:
        """Write the book of a case: what is typed otherwise is calculated through, what is changed in cells stands as it is."""
        if "file" in case:
            return SAMPLES / str(case["file"])
        state = case.get("book", "live")
        cells: Cells = {}
        if "typed" in case:
            after = fill(self.base.book, self.base.size, retyped(self.base, case["typed"]))
            cells = difference(self.base.book.face, self.base.layout, self.base.filled, after, live=state == "live")
        for place, value in case.get("cells", {}).items():
            sheet, _, address = self.named(place).partition("!")
            cells.setdefault(sheet, {})[address] = _content(value)
        if not cells:
            return self.sound(state)
        target = self.folder / "case.xlsx"
        replace_cells(self.sound(state), target, cells)
        return target


@cache
def make_bench(folder: Path, fund: str = SAVINGS_GROUP) -> Bench:
    """Write a fund type's sound book in a folder, once."""
    folder.mkdir(exist_ok=True)
    bench = Bench(Base(fund), folder)
    write_book(bench.base.book, bench.base.size, bench.base.filled, folder / "live.xlsx")
    return bench


def year_book(seed: int, members: int, first_day: dt.date, target: Path, banks: int = 1) -> Path:
    """Write the sound book of a simulated year."""
    size = Size(members, banks)
    book = savings_group(size)
    write_book(book, size, fill(book, size, keep(simulate(seed, members, first_day), book.tables["rules"].initial[0])), target)
    return target


def village_book(seed: int, members: int, first_day: dt.date, kind: str, target: Path) -> Path:
    """Write the sound book of a simulated village fund's year."""
    year = simulate_village(seed, members, first_day, habits=KINDS_OF_YEAR[kind])
    size = Size(members, year.banks)
    book = village_fund(size)
    write_book(book, size, fill(book, size, keep_village(year, book.tables["rules"].initial[0])), target)
    return target


def retyped(base: Base, changes: Mapping[str, Any]) -> Typed:
    """Give what was typed with some fields otherwise: by table, by the row on the sheet, by field; of a form by field."""
    typed: Typed = {name: [dict(record) for record in records] for name, records in base.typed.items()}
    for table, rows in changes.items():
        place = base.layout[table]
        records = typed.setdefault(table, [dict(record) for record in place.table.initial])
        by_row = {place.first: rows} if place.table.form else rows
        for row, fields in by_row.items():
            index = row - place.first
            records.extend({} for _ in range(index + 1 - len(records)))
            if fields is None:
                records[index] = {}
                continue
            told = {name: _typed(value, place.table.columns[name].kind) for name, value in fields.items()}
            records[index] = {name: value for name, value in (records[index] | told).items() if value is not None}
    return typed


def _typed(value: Any, kind: Kind) -> Any:
    """Read a value of a case: amounts in baht and rates are strings there; a text where a number belongs is {text: …}."""
    if isinstance(value, dict):
        return value["text"]
    if isinstance(value, str) and kind is Kind.MONEY:
        return int(Decimal(value) * 100)
    return Decimal(value) if isinstance(value, str) and kind in (Kind.RATE, Kind.NUMBER) else value


def _content(value: Any) -> Any:
    """Read the content of a cell: a date is its day number, {formula: …, shows: …} a formula and its value, #N/A an error."""
    if isinstance(value, dict):
        shown = _content(value.get("shows"))
        return Formula(value["formula"], shown) if "formula" in value else Cached(shown)
    if isinstance(value, dt.date):
        return float((value - EPOCH).days)
    return ErrorValue(value) if isinstance(value, str) and value.startswith("#") else value
