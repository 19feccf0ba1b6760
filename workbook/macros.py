"""A copy of a workbook that may hold macros (.xlsm): every part as it was but for formulas spelt otherwise, and a ribbon of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.contents import read_contents
from workbook.edit import copy_package, parsed, serialised
from workbook.package import Package, open_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONTENT_TYPES, RELATIONS, RIBBON_PART = "[Content_Types].xml", "_rels/.rels", "customUI/customUI14.xml"
MACRO_ENABLED = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
RIBBON_KIND = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
RIBBON_ID = "satjaRibbon"
_FORMULA = re.compile(rb"(<(?:\w+:)?(?:f|formula|formula1|formula2|definedName)(?:\s[^>]*)?>)([^<]+)")
"""Where a part of a workbook holds formulas: in cells, in formats and validations, behind names."""


def macro_enabled_copy(source: Path, target: Path, respell: Callable[[str], str], ribbon: str) -> int:
    """Write a copy that may hold macros; give how many formulas are spelt otherwise than before.

    respell is given each formula as XML spells it, without the equals sign. Values, styles and whatever else is there stay to the byte.
    Raises Unreadable for what is no workbook, ValueError where the target is the source.
    """
    package = open_package(source)
    contents = read_contents(package)
    changed: dict[str, bytes] = {}
    number = 0

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
    changed[RIBBON_PART] = ribbon.encode("utf-8")
    copy_package(package, target, changed)
    return number


def _types(package: Package, workbook: str) -> bytes:
    """Say that the workbook may hold macros, and that the ribbon is XML."""
    root = parsed(package.xml(CONTENT_TYPES))
    space = root.tag.rpartition("}")[0] + "}"
    for each in root:
        if (each.get("PartName") or "").casefold() == f"/{workbook}".casefold():
            each.set("ContentType", MACRO_ENABLED)
    if not any(each.get("PartName") == f"/{RIBBON_PART}" for each in root):
        root.append(root.makeelement(f"{space}Override", {"PartName": f"/{RIBBON_PART}", "ContentType": "application/xml"}))
    return serialised(root)


def _relations(package: Package) -> bytes:
    """Say where the ribbon is."""
    root = parsed(package.xml(RELATIONS))
    for each in [each for each in root if each.get("Type") == RIBBON_KIND]:
        root.remove(each)
    root.append(root.makeelement(root.tag.rpartition("}")[0] + "}Relationship", {"Id": RIBBON_ID, "Type": RIBBON_KIND, "Target": RIBBON_PART}))
    return serialised(root)
