"""What a package says is in its workbook: sheets and their parts, names, tables, the days it counts from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbook.cells import TablePart
from workbook.unreadable import Reason, Unreadable

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from workbook.package import Package

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SPREADSHEET = ("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}workbook", "{http://purl.oclc.org/ooxml/spreadsheetml/main}workbook")


class SheetPart(NamedTuple):
    """A worksheet as the workbook lists it, and the part that holds its cells."""

    name: str
    state: str
    part: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The plan of a workbook: everything but the cells. styles and strings are parts, or nothing."""

    part: str
    sheets: tuple[SheetPart, ...]
    names: dict[str, str]
    date1904: bool
    producer: str
    styles: str
    strings: str


def read_contents(package: Package) -> Contents:
    """Return the plan of the workbook in a package; Unreadable when it holds none."""
    part = _workbook_part(package)
    root = package.tree(part)
    if root.tag not in _SPREADSHEET:
        raise Unreadable(Reason.NOT_A_WORKBOOK, part, f"its root is {_local(root)}")
    listed = [(each.get("name", ""), each.get("state", "visible"), _relation_id(each)) for each in _below(root, "sheets")]
    related = package.relations(part)
    by_kind = {relation.kind: relation.target for relation in related}
    return Contents(
        part=part,
        sheets=_worksheets(part, listed, {each.id: (each.kind, package.find(each.target) or each.target) for each in related}),
        names=_names(root, [name for name, _, _ in listed]),
        date1904=any(each.get("date1904") in ("1", "true", "on") for each in _children(root, "workbookPr")),
        producer=_producer(package),
        styles=by_kind.get("styles", ""),
        strings=by_kind.get("sharedStrings", ""),
    )


def read_tables(package: Package, sheet_part: str) -> list[TablePart]:
    """Return the tables of a sheet in the order the sheet names them."""
    roots = [package.tree(relation.target) for relation in package.relations(sheet_part) if relation.kind == "table"]
    return [
        TablePart(
            name=root.get("displayName", root.get("name", "")),
            ref=root.get("ref", ""),
            headings=tuple(_unescaped(each.get("name", "")) for each in _below(root, "tableColumns")),
        )
        for root in roots
    ]


def _workbook_part(package: Package) -> str:
    for relation in package.relations(""):
        if relation.kind == "officeDocument":
            if relation.target.endswith(".bin"):
                raise Unreadable(Reason.BINARY_XLSB, relation.target)
            return relation.target
    mimetype = package.parts.get("mimetype", b"")
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        raise Unreadable(Reason.OPEN_DOCUMENT, detail=mimetype[:80].decode("ascii", "replace"))
    if package.find("xl/workbook.xml"):
        raise Unreadable(Reason.DAMAGED, "_rels/.rels", "does not lead to the workbook")
    raise Unreadable(Reason.NOT_A_WORKBOOK, detail="a zip without an Office document")


def _worksheets(part: str, listed: list[tuple[str, str, str]], related: dict[str, tuple[str, str]]) -> tuple[SheetPart, ...]:
    """Return the sheets that have cells; charts, dialogs and old macro sheets have none to read."""
    found = []
    for name, state, key in listed:
        if key not in related:
            raise Unreadable(Reason.DAMAGED, part, f"sheet {name!r} has no part")
        kind, target = related[key]
        if kind == "worksheet":
            found.append(SheetPart(name, state, target))
    twice = [name for name, count in Counter(sheet.name.casefold() for sheet in found).items() if count > 1]
    if twice:
        raise Unreadable(Reason.DAMAGED, part, f"two sheets named {twice[0]!r}")
    return tuple(found)


def _names(root: ET.Element, sheets: list[str]) -> dict[str, str]:
    """Return the defined names. One that counts itself to a sheet that is not there belongs to nobody and is left out."""
    found = {}
    for each in _below(root, "definedNames"):
        name, scope, text = each.get("name", ""), each.get("localSheetId"), (each.text or "").strip()
        if scope is None:
            found[name] = text
        elif scope.isdecimal() and int(scope) < len(sheets):
            found[f"{sheets[int(scope)]}!{name}"] = text
    return found


def _producer(package: Package) -> str:
    """Return the application's name. A package that says it badly can still be read, so it is then unknown."""
    for relation in package.relations(""):
        if relation.kind in ("extended-properties", "extendedProperties") and package.find(relation.target):
            try:
                return "".join(each.text or "" for each in _children(package.tree(relation.target), "Application"))
            except Unreadable:
                return ""
    return ""


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _children(element: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in element if _local(each) == name]


def _below(element: ET.Element, name: str) -> list[ET.Element]:
    """Return the grandchildren under the children of that name."""
    return [each for group in _children(element, name) for each in group]


def _relation_id(element: ET.Element) -> str:
    return next((value for key, value in element.items() if key.startswith("{") and key.endswith("}id")), "")


def _unescaped(text: str) -> str:
    """Return a heading as it shows: a line break inside it is stored as _x000a_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
