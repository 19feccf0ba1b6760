"""A book as people leave it: rows filtered away, a column hidden, panes moved. Nothing of this changes what the book says."""

import re
import zipfile
from pathlib import Path

from templates.layout import HEADING_ROW
from workbook.addresses import column_index
from workbook.cells import Sheet
from workbook.contents import read_contents
from workbook.package import open_package
from workbook.xlsx import read_workbook

RECEIPTS = {"รับเงินวันทำการ": "ผู้นำส่ง/ชำระแทน", "ใบเสร็จรับส่งคืน": "ผู้นำส่ง/ส่งแทน"}
MEMBERS = {"สมาชิก": "คำนำหน้า", "ทะเบียนครัวเรือนเป้าหมาย": "คำนำหน้า"}
CASH = {"สมุดเงินสด-ธนาคาร": "", "บัญชีคุมเงินฝากธนาคาร": ""}
"""The three sheets as funds call them, and the column that is hidden."""
ITEM = "รายการ"
"""Only the first receipt's kind is left in view."""
PANE = f'<pane xSplit="2" ySplit="{HEADING_ROW}" topLeftCell="C{HEADING_ROW + 1}" activePane="bottomRight" state="frozen"/>'


def handle(source: Path, target: Path) -> None:
    """Write a copy as it was last saved by somebody who looked through it. Raises ValueError where the book has no such sheets."""
    sheets = read_workbook(source).sheets
    parts = {sheet.name: sheet.part for sheet in read_contents(open_package(source)).sheets}
    changed = {}
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for names in (RECEIPTS, MEMBERS, CASH):
            name = next((name for name in names if name in parts), None)
            if name is None:
                raise ValueError(f"a book without {' or '.join(names)}")
            changed[parts[name]] = _handled(name, sheets[name], archive.read(parts[name]).decode()).encode()
        for entry in archive.infolist():
            copy.writestr(entry, changed.get(entry.filename) or archive.read(entry.filename))


def _handled(name: str, sheet: Sheet, text: str) -> str:
    if name in CASH:
        return re.sub(r"<pane [^>]*/>", PANE, text, count=1)
    if name in MEMBERS:
        text = re.sub(r"<pane [^>]*/><selection[^>]*/>(<selection[^>]*/>)*", "", text, count=1)
    text = _hide_column(text, _column(sheet, (RECEIPTS | MEMBERS)[name]))
    return _filter(text, sheet, _column(sheet, ITEM)) if name in RECEIPTS else text


def _column(sheet: Sheet, heading: str) -> int:
    return sheet.values[HEADING_ROW - 1].index(heading)


def _hide_column(text: str, column: int) -> str:
    return re.sub(rf'(<col min="{column + 1}" max="{column + 1}" )', r'\1hidden="1" ', text, count=1)


def _filter(text: str, sheet: Sheet, column: int) -> str:
    """Filter by one item, as the arrow beside the heading does: the other rows are hidden, and still there."""
    shown = sheet.value(HEADING_ROW, column)
    away = [row for row in range(HEADING_ROW, len(sheet.values)) if sheet.value(row, column) not in (None, "", shown)]
    for row in away:
        text = text.replace(f'<row r="{row + 1}" ', f'<row r="{row + 1}" hidden="1" ', 1)

    def choose(arrows: re.Match[str]) -> str:
        place = column - column_index(arrows[2])
        return f'{arrows[1]}><filterColumn colId="{place}"><filters><filter val="{shown}"/></filters></filterColumn></autoFilter>'

    return re.sub(r'(<autoFilter ref="([A-Z]+)[^"]*")/>', choose, text, count=1)
