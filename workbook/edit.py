"""Cells replaced in a file that somebody else made: the part of a sheet is edited, every other part is copied as it is.

A workbook that is loaded and saved by a library loses what the library does not know: cached values, shapes, threads of comments.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.addresses import address, column_index, parse_address
from workbook.cells import ErrorValue, Value
from workbook.contents import read_contents
from workbook.package import Package, open_package, relations_part
from workbook.translate import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTENT_TYPES = "[Content_Types].xml"
# A text that spells like an escape would be read as the sign it stands for.
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula to write, without the equals sign, and the value to show until somebody calculates it."""

    text: str
    cached: Value = None


@dataclass(frozen=True, slots=True)
class Cached:
    """A value to show for the formula that stays in the cell; None takes the shown value away."""

    value: Value


def replace_cells(source: Path, target: Path, cells: Mapping[str, Mapping[str, object]]) -> None:
    """Write a copy of source in which cells[sheet][address] hold what is given: a number, a text, a bool, an ErrorValue, a Formula, a Cached, or None.

    A replaced cell keeps its style. None empties it. KeyError for a sheet that is not there, ValueError for a Cached without a formula.
    """
    package = open_package(source)
    places = {sheet.name: sheet.part for sheet in read_contents(package).sheets}
    changed: dict[str, bytes] = {}
    formulas_changed = False
    for name, values in cells.items():
        sheet = _SheetPart(package.xml(places[name]))
        for where, value in values.items():
            sheet.put(parse_address(where), value)
        changed[package.find(places[name]) or ""] = sheet.text()
        formulas_changed = formulas_changed or sheet.formulas_changed
    copy_package(package, target, changed, _calculation_chain(package, changed) if formulas_changed else set())


def drop_cached(source: Path, target: Path) -> None:
    """Write a copy of source in which no formula has a value, as a program that does not calculate saves it."""
    _every_sheet(source, target, _SheetPart.drop_cached)


def drop_formulas(source: Path, target: Path) -> None:
    """Write a copy of source in which every formula is the value it showed, as pasting values leaves it; what showed nothing is blank."""
    _every_sheet(source, target, _SheetPart.drop_formulas)


def _every_sheet(source: Path, target: Path, change: Callable[[_SheetPart], None]) -> None:
    package = open_package(source)
    changed: dict[str, bytes] = {}
    formulas_changed = False
    for listed in read_contents(package).sheets:
        sheet = _SheetPart(package.xml(listed.part))
        change(sheet)
        changed[package.find(listed.part) or ""] = sheet.text()
        formulas_changed = formulas_changed or sheet.formulas_changed
    copy_package(package, target, changed, _calculation_chain(package, changed) if formulas_changed else set())


class _SheetPart:
    """A sheet part held as a tree. formulas_changed tells whether one came or went."""

    def __init__(self, data: bytes) -> None:
        self._root = parsed(data)
        self._space = self._root.tag.rpartition("}")[0] + "}"
        self._rows: dict[int, _Element] = {}
        self._cells: dict[tuple[int, int], _Element] = {}
        self.formulas_changed = False
        self._index()

    def text(self) -> bytes:
        return serialised(self._root)

    def drop_cached(self) -> None:
        for cell in self._cells.values():
            if cell.find(self._space + "f") is not None:
                self._show(cell, None)

    def drop_formulas(self) -> None:
        """Take every formula away and leave the value it showed."""
        self.formulas_changed = True
        for place, cell in self._cells.items():
            formula, value = cell.find(self._space + "f"), cell.find(self._space + "v")
            if formula is not None:
                cell.remove(formula)
                if value is None or not value.text:
                    self._empty(cell, place)

    def put(self, place: tuple[int, int], value: object) -> None:
        cell = self._cells.get(place)
        if isinstance(value, Cached):
            if cell is None or cell.find(self._space + "f") is None:
                raise ValueError(f"{address(*place)} holds no formula whose value could be replaced")
            self._show(cell, value.value)
            return
        if cell is None:
            if value is None:
                return
            cell = self._new_cell(place)
        self._empty(cell, place)
        if isinstance(value, Formula):
            self.formulas_changed = True
            self._under(cell, "f", value.text)
            self._show(cell, value.cached)
        elif isinstance(value, str):
            self._write_text(cell, value)
        else:
            self._show(cell, value)

    def _index(self) -> None:
        """Know every row and cell by its place, and write the places that the file leaves out."""
        row = -1
        for line in self._root.iterfind(f"{self._space}sheetData/{self._space}row"):
            row = int(line.get("r", row + 2)) - 1
            line.set("r", str(row + 1))
            self._rows[row] = line
            column = -1
            for cell in line.iterfind(self._space + "c"):
                given = cell.get("r")
                place = parse_address(given) if given else (row, column + 1)
                column = place[1]
                cell.set("r", address(*place))
                self._cells[place] = cell

    def _new_cell(self, place: tuple[int, int]) -> _Element:
        # Asked by name: a row without cells is false.
        line = self._rows[place[0]] if place[0] in self._rows else self._new_row(place[0])
        before = sum(1 for each in line.iterfind(self._space + "c") if column_index((each.get("r") or "").rstrip("0123456789")) < place[1])
        cell = line.makeelement(self._space + "c", {"r": address(*place)})
        line.insert(before, cell)
        # Both only say beforehand how far the cells reach, and no longer do.
        _strip(line, "spans")
        for said in self._root.findall(self._space + "dimension"):
            self._root.remove(said)
        self._cells[place] = cell
        return cell

    def _new_row(self, row: int) -> _Element:
        data = self._root.find(self._space + "sheetData")
        if data is None:
            raise ValueError("a sheet part without sheetData")
        line = data.makeelement(self._space + "row", {"r": str(row + 1)})
        data.insert(sum(1 for each in self._rows if each < row), line)
        self._rows[row] = line
        return line

    def _empty(self, cell: _Element, place: tuple[int, int]) -> None:
        formula = cell.find(self._space + "f")
        if formula is not None:
            self.formulas_changed = True
            if formula.get("t") == "shared" and formula.text:
                self._release(formula, place)
        for child in list(cell):
            cell.remove(child)
        _strip(cell, "t", "cm", "vm")

    def _release(self, master: _Element, place: tuple[int, int]) -> None:
        """Give every follower its own text: its master is about to go."""
        for (row, column), formula in self._followers(master.get("si")):
            if not formula.text:
                formula.text = translate(master.text or "", row - place[0], column - place[1])
            _strip(formula, "t", "si", "ref")

    def _followers(self, group: str | None) -> Iterator[tuple[tuple[int, int], _Element]]:
        for place, cell in self._cells.items():
            formula = cell.find(self._space + "f")
            if formula is not None and formula.get("t") == "shared" and formula.get("si") == group:
                yield place, formula

    def _show(self, cell: _Element, value: object) -> None:
        """Replace the value that is stored beside the formula, if there is one."""
        for name in ("v", "is"):
            for child in cell.findall(self._space + name):
                cell.remove(child)
        _strip(cell, "t")
        if value is None:
            return
        kind, text = _stored(value)
        if kind:
            cell.set("t", kind)
        self._under(cell, "v", text)

    def _write_text(self, cell: _Element, text: str) -> None:
        cell.set("t", "inlineStr")
        self._under(self._under(cell, "is", None), "t", _LIKE_ESCAPE.sub("_x005F_", text)).set(_SPACE, "preserve")

    def _under(self, parent: _Element, name: str, text: str | None) -> _Element:
        child = parent.makeelement(self._space + name)
        child.text = text
        parent.append(child)
        return child


def _strip(element: _Element, *attributes: str) -> None:
    for attribute in attributes:
        element.attrib.pop(attribute, "")


def _stored(value: object) -> tuple[str, str]:
    """Return a value's type attribute and its text."""
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, str):
        return "str", _LIKE_ESCAPE.sub("_x005F_", value)
    if isinstance(value, ErrorValue):
        return "e", value.code
    if isinstance(value, (int, float)) and math.isfinite(value):
        return "", repr(value)
    raise TypeError(f"no cell can hold {value!r}")


def _calculation_chain(package: Package, changed: dict[str, bytes]) -> set[str]:
    """Take out the list of formulas in calculation order: it is optional, and a wrong one makes Excel repair the file."""
    part = read_contents(package).part
    chains = [relation for relation in package.relations(part) if relation.kind == "calcChain"]
    for relation in chains:
        _edit(package, changed, relations_part(part), "Id", relation.id)
        _edit(package, changed, _CONTENT_TYPES, "PartName", "/" + relation.target)
    return {found for relation in chains if (found := package.find(relation.target))}


def _edit(package: Package, changed: dict[str, bytes], part: str, attribute: str, value: str) -> None:
    """Remove from a part the children whose attribute has that value."""
    name = package.find(part)
    if name is None:
        return
    root = parsed(changed.get(name) or package.xml(name))
    for child in list(root):
        if (child.get(attribute) or "").casefold() == value.casefold():
            root.remove(child)
    changed[name] = serialised(root)


def parsed(data: bytes) -> _Element:
    """Give a part's root element; nothing outside the part is looked at."""
    from lxml import etree  # noqa: PLC0415 - reading alone must not need it

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def serialised(root: _Element) -> bytes:
    """Give an element as a part."""
    from lxml import etree  # noqa: PLC0415 - the same

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def copy_package(package: Package, target: Path, changed: Mapping[str, bytes], dropped: Collection[str] = ()) -> None:
    """Write the package with some parts changed or added and some left out; the target is there whole or not at all.

    ValueError where the target is the package's own file.
    """
    if target.exists() and target.samefile(package.path):
        raise ValueError(f"a file is never edited in its place: {target}")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".xlsx")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy, package.archive() as archive:
            for entry in archive.infolist():
                part = entry.filename.replace("\\", "/")
                if part not in dropped:
                    copy.writestr(_like(entry), b"" if entry.is_dir() else changed.get(part, package.parts.get(part, b"")))
            for part in changed.keys() - package.parts.keys():
                copy.writestr(zipfile.ZipInfo(part), changed[part], zipfile.ZIP_DEFLATED)
        shutil.copymode(package.path, temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return a new entry of the same name, time and compression."""
    new = zipfile.ZipInfo(entry.filename, entry.date_time)
    new.compress_type = entry.compress_type
    new.external_attr = entry.external_attr
    return new
