"""Files changed as a whole, by hand or by accident: a sheet gone, a name moved, and those that are no books."""

import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from workshop.museum.base import Mode

CUT_OFF = 2_000
"""Bytes missing at the end."""


def _without_a_sheet(book: Any) -> None:
    del book["ใบสอบทานยอด"]


def _name_moved(book: Any) -> None:
    """Point the unit dividends are paid in at the cell of another unit."""
    book.defined_names["rule_payout_unit"].attr_text = book.defined_names["rule_interest_unit"].attr_text


BY_HAND: Mapping[str, tuple[Callable[[Any], None], Mode]] = {"STRUCT-02": (_without_a_sheet, Mode.BOTH), "STRUCT-05": (_name_moved, Mode.LIVE)}
"""What people change in a spreadsheet beside cells."""


def changed_by_hand(sound: Path, target: Path, change: Callable[[Any], None]) -> Path:
    """Change a book's sheets or names; the library that does it warns of print areas it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(sound)
    change(book)
    book.save(target)
    return target


def not_books(sound: Path, folder: Path) -> None:
    """Make the files that are no books: cut off, renamed, of something else, locked."""
    (folder / "FILE-01-cut-off.xlsx").write_bytes(sound.read_bytes()[:-CUT_OFF])
    (folder / "FILE-01-text.xlsx").write_text("วันที่,รายการ,จำนวน\n5/1/2567,เงินสัจจะ,100\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "FILE-01.xlsx", "w") as other:
        other.writestr("word/document.xml", "<document/>")
    with xlsxwriter.Workbook(folder / "FILE-01-another-book.xlsx") as another:
        another.add_worksheet("ราคาปุ๋ย").write_row(0, 0, ["ยี่ห้อ", "ราคา"])
    with sound.open("rb") as plain, (folder / "FILE-02.xlsx").open("wb") as locked:
        OOXMLFile(plain).encrypt("satja", locked)
