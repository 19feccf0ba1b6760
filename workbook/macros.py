"""A copy of a workbook that may hold macros (.xlsm): every part as it was but for formulas spelt otherwise, and a ribbon of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from workbook.contents import read_contents
from workbook.edit import copy_package, parsed, serialised
from workbook.package import Package, open_package
from workbook.unreadable import Reason, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONTENT_TYPES, RELATIONS, RIBBON_PART = "[Content_Types].xml", "_rels/.rels", "customUI/customUI14.xml"
MACRO_ENABLED = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
RIBBON_KIND = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_FORMULA = re.compile(rb"(<(?:\w+:)?(?:f|formula|formula1|formula2|definedName)(?:\s[^>]*)?>)([^<]+)")
"""Where a part of a workbook holds formulas: in cells, in formats and validations, behind names."""


class HasRibbon(Exception):  # noqa: N818 - it is what stands in the way
    """The workbook has a ribbon of its own, which would be lost."""


def macro_enabled_copy(source: Path, target: Path, respell: Callable[[str], str], ribbon: str) -> int:
    """Write a copy that may hold macros; give how many formulas are spelt otherwise than before.

    respell is given each formula as XML spells it, without the equals sign; a formula shared by cells is one. Values, styles and whatever
    else is there stay to the byte. Raises Unreadable for what is no workbook, HasRibbon, ValueError where the target is the source.
    """
    package = open_package(source)
    try:
        return _copied(package, target, respell, ribbon)
    except (etree.XMLSyntaxError, UnicodeDecodeError) as damaged:
        raise Unreadable(Reason.DAMAGED, detail=str(damaged)) from damaged


def _copied(package: Package, target: Path, respell: Callable[[str], str], ribbon: str) -> int:
    contents, number = read_contents(package), 0
    ribbons = [package.parts.get(package.find(relation.target) or "") for relation in package.relations("") if relation.kind == "extensibility"]
    if any(theirs != ribbon.encode("utf-8") for theirs in ribbons):
        raise HasRibbon
    changed: dict[str, bytes] = {}

    def spelt(found: re.Match[bytes]) -> bytes:
        nonlocal number
        text = found[2].decode("utf-8")
        new = respell(text)
        number += new != text
        return found[1] + new.encode("utf-8")

    for part in (contents.part, *(sheet.part for sheet in contents.sheets)):
        changed[package.find(part) or part] = _FORMULA.sub(spelt, package.xml(part))
    changed[package.find(CONTENT_TYPES) or CONTENT_TYPES] = _types(package, contents.part)
    changed[package.find(RELATIONS) or RELATIONS] = _relations(package)
    changed[package.find(RIBBON_PART) or RIBBON_PART] = ribbon.encode("utf-8")
    copy_package(package, target, changed)
    return number


def _types(package: Package, workbook: str) -> bytes:
    """Say that the workbook may hold macros, and that the ribbon is XML."""
    root = parsed(package.xml(CONTENT_TYPES))
    for part, kind in ((workbook, MACRO_ENABLED), (RIBBON_PART, "application/xml")):
        said = [each for each in root if (each.get("PartName") or "").casefold() == f"/{part}".casefold()]
        for each in said:
            each.set("ContentType", kind)
        if not said:
            root.append(root.makeelement(root.tag.rpartition("}")[0] + "}Override", {"PartName": f"/{part}", "ContentType": kind}))
    return serialised(root)


def _relations(package: Package) -> bytes:
    """Say where the ribbon is."""
    root = parsed(package.xml(RELATIONS))
    if not any(each.get("Type") == RIBBON_KIND for each in root):
        taken = {each.get("Id") for each in root}
        name = next(name for name in (f"satjaRibbon{number or ''}" for number in range(len(taken) + 1)) if name not in taken)
        root.append(root.makeelement(root.tag.rpartition("}")[0] + "}Relationship", {"Id": name, "Type": RIBBON_KIND, "Target": RIBBON_PART}))
    return serialised(root)
