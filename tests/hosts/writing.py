"""An open workbook that takes new sheets, and remembers what is put on them; the others take nothing. Nothing of satja is in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

Place = tuple[int, int]


class Written:
    """Cells of a new sheet: what is assigned is kept on the sheet."""

    sheet: "NewSheet"
    places: list[Place]
    shape: Place
    font: SimpleNamespace

    def __init__(self, sheet: "NewSheet", first: Place, last: Place) -> None:
        places = [(row, column) for row in range(first[0], last[0] + 1) for column in range(first[1], last[1] + 1)]
        vars(self).update(sheet=sheet, places=places, shape=(last[0] - first[0] + 1, last[1] - first[1] + 1), font=SimpleNamespace())

    def __setattr__(self, name: str, given: Any) -> None:
        assert name in ("value", "formula", "number_format", "column_width", "wrap_text", "color"), name
        if name in ("value", "formula"):
            rows = given if isinstance(given, list) else [[given]]
            assert (len(rows), len(rows[0])) == self.shape
            self.sheet.cells.update(zip(self.places, (cell for row in rows for cell in row), strict=True))
        elif name == "number_format":
            self.sheet.formats.update(dict.fromkeys(self.places, given))

    @property
    def value(self) -> Any:
        return self.sheet.cells.get(self.places[0])


@dataclass
class NewSheet:
    """A sheet that was added."""

    name: str
    cells: dict[Place, Any] = field(default_factory=dict)
    formats: dict[Place, str] = field(default_factory=dict)
    active: bool = False
    visible: bool = True
    tables: tuple[()] = ()

    def range(self, first: Place, last: Place | None = None) -> Written:
        return Written(self, first, last or first)

    @property
    def used_range(self) -> Any:
        height, width = (max(numbers) for numbers in zip(*self.cells, strict=True))
        rows = [[self.cells.get((row, column)) or None for column in range(1, width + 1)] for row in range(1, height + 1)]
        texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
        shown = [["shown" if str(cell).startswith("=") else cell for cell in row] for row in rows]
        seen = SimpleNamespace(value=shown)
        return SimpleNamespace(row=1, column=1, shape=(height, width), formula=texts, options=lambda **_: seen)

    def clear(self) -> None:
        self.cells.clear()
        self.formats.clear()

    def activate(self) -> None:
        self.active = True


class Sheets:
    """The sheets of a workbook: those of its file, and those added."""

    def __init__(self, there: Iterable[Any], *, locked: bool) -> None:
        self.all, self.locked = list(there), locked

    def __iter__(self) -> Iterator[Any]:
        return iter(self.all)

    def add(self, name: str, after: Any) -> NewSheet:
        if self.locked:
            raise RuntimeError("Workbook is protected.")
        self.all.insert(self.all.index(after) + 1, NewSheet(name))
        return self.all[self.all.index(after) + 1]  # type: ignore[no-any-return]


class OpenForWriting:
    """A book that is open, as xlwings shows it: its sheets and names, and those sheets that are added to it."""

    def __init__(self, book: Any, *, locked: bool = False) -> None:
        self.names, self.sheets = list(book.names), Sheets(book.sheets, locked=locked)

    @property
    def added(self) -> list[NewSheet]:
        return [sheet for sheet in self.sheets if isinstance(sheet, NewSheet)]
