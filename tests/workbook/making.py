"""Packages made part by part, for what no library would write, and why they are refused."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from workbook.unreadable import Reason, Unreadable
from workbook.xlsx import read_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def relations(*each: tuple[str, str, str]) -> str:
    listed = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>' for key, kind, target in each)
    return f'<Relationships xmlns="{RELATIONS}">{listed}</Relationships>'


def sheet_xml(rows: str, *, main: str = MAIN) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'


def workbook_xml(inside: str = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>', *, main: str = MAIN, office: str = OFFICE) -> str:
    return f'<workbook xmlns="{main}" xmlns:r="{office}">{inside}</workbook>'


def one_sheet(sheet: str | bytes) -> dict[str, str | bytes]:
    return {
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook_xml(),
        "xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": sheet,
    }


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def refused(path: Path | str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_workbook(path)
    return caught.value


def refused_parts(tmp_path: Path, parts: dict[str, str | bytes]) -> tuple[Reason, str]:
    error = refused(zipped(tmp_path / "s.xlsx", parts))
    return error.reason, error.part
