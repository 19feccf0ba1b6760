"""What calamine does not tell about a sheet part: which cells are formulas, errors, or formulas without a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from workbook.addresses import parse_address
from workbook.formulas import Formulas, SharedFormula

_BUFFER = 1 << 16


@dataclass(slots=True)
class Scan:
    """What one pass over a sheet part found.

    answered are formula cells whose answer may be an empty text, which calamine leaves blank. rows, columns and stored measure the grid
    that the values will take. left is as much of the part as holds values.
    """

    formulas: Formulas = field(default_factory=Formulas)
    uncalculated: set[tuple[int, int]] = field(default_factory=set)
    answered: list[tuple[int, int]] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0
    stored: int = 0
    left: bytes = b""


class SharedFormulas:
    """The masters of one sheet, and the followers that came before theirs."""

    def __init__(self, formulas: Formulas) -> None:
        self._formulas = formulas
        self._masters: dict[str, SharedFormula] = {}
        self._waiting: dict[str, list[tuple[int, int]]] = {}

    def add(self, place: tuple[int, int], group: str, text: str, *, leads: bool) -> None:
        """Take a cell of a group: with text it says its own formula, without it follows the group's last master."""
        if text:
            if leads or group not in self._masters:
                self._masters[group] = SharedFormula(*place, text)
                for follower in self._waiting.pop(group, ()):
                    self._formulas[follower] = self._masters[group]
            self._formulas[place] = text
            return
        master = self._masters.get(group)
        self._formulas[place] = master or ""
        if master is None:
            self._waiting.setdefault(group, []).append(place)


class _Reader:
    """The callbacks of one expat pass. Rows and cells may leave out their places: they then follow the ones before."""

    def __init__(self) -> None:
        self.scan = Scan()
        self._shared = SharedFormulas(self.scan.formulas)
        self._row = self._column = -1
        self._type = ""
        self._formula: dict[str, str] | None = None
        self._content = self._has_value = False
        self._chunks: list[str] = []
        self._text = ""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.buffer_size = _BUFFER
        self._parser.StartElementHandler = self._first

    def read(self, data: bytes) -> Scan:
        self._parser.Parse(data, True)
        self.scan.answered = [place for place in self.scan.formulas if place not in self.scan.uncalculated]
        self.scan.left = data
        return self.scan

    def _first(self, name: str, _: dict[str, str]) -> None:
        """Learn the namespace from the root, so that an extension's own c, f and v are not taken for cells."""
        space = name.rpartition(" ")[0]
        prefix = f"{space} " if space else ""
        self._starts = {
            prefix + "row": self._start_row,
            prefix + "c": self._start_cell,
            prefix + "f": self._start_formula,
            prefix + "v": self._start_value,
            prefix + "is": self._start_inline,
        }
        self._ends = {prefix + "c": self._end_cell, prefix + "f": self._end_formula, prefix + "v": self._end_value}
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in self._starts:
            self._starts[name](attributes)

    def _end(self, name: str) -> None:
        if name in self._ends:
            self._ends[name]()

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
        self._column = -1

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._place = parse_address(attributes["r"]) if "r" in attributes else (self._row, self._column + 1)
        if self._place[0] < 0:
            raise ValueError("a cell above the first row")
        self._column = self._place[1]
        self._type = attributes.get("t", "")
        self._formula, self._content, self._has_value, self._text = None, False, False, ""

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._formula, self._content = attributes, True
        self._listen()

    def _start_value(self, _: dict[str, str]) -> None:
        # Only a text may be empty and still be a value.
        self._content, self._has_value = True, self._type == "str"
        self._listen()

    def _start_inline(self, _: dict[str, str]) -> None:
        self._content = self._has_value = True

    def _listen(self) -> None:
        self._chunks = []
        self._parser.CharacterDataHandler = self._chunks.append

    def _heard(self) -> str:
        self._parser.CharacterDataHandler = None
        return "".join(self._chunks)

    def _end_formula(self) -> None:
        self._text = self._heard()

    def _end_value(self) -> None:
        text = self._heard()
        self._has_value = self._has_value or bool(text)
        if self._type == "e" and text:
            self.scan.errors[self._place] = text

    def _end_cell(self) -> None:
        scan, (row, column) = self.scan, self._place
        if self._content:
            scan.stored += 1
            scan.rows, scan.columns = max(scan.rows, row + 1), max(scan.columns, column + 1)
        if self._formula is None:
            return
        if self._formula.get("t") == "shared":
            self._shared.add(self._place, self._formula.get("si", ""), self._text, leads="ref" in self._formula)
        elif self._text:
            scan.formulas[self._place] = self._text
        if self._place in scan.formulas and not self._has_value:
            scan.uncalculated.add(self._place)


def scan_cells(data: bytes) -> Scan:
    """Scan a sheet part by expat's callbacks, whatever its spelling; raises ExpatError or ValueError for a broken one."""
    return _Reader().read(data)
