"""Sound books changed as a whole, as people and programs change them: a sheet renamed or gone, columns moved, saved by another tool."""

import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl

from templates.declare import Table
from templates.filled import fill
from templates.layout import names_of
from templates.write import write_book
from workbook.edit import drop_cached, drop_formulas
from workshop.museum import SIZE, Base

Change = Callable[[str], str]
WORKBOOK, RELATIONS, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
SHEETS = "xl/worksheets/"
SHEET_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
RENAMED, NEW_NAME = "สมุดเงินสด-ธนาคาร", "สมุดเงินสด ๒๕๖๗"
NOTES = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>จดไว้</t></is></c>'
    '</row><row r="2"><c r="A2" t="str"><f>1/0</f><v></v></c></row></sheetData></worksheet>'
)


def rewritten(source: Path, target: Path, changes: Mapping[str, Change], more: Mapping[str, str] | None = None) -> None:
    """Copy a package with some parts' text changed: those of a name, or of a folder where the name ends with a slash."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            for name, change in changes.items():
                if entry.filename == name or (name.endswith("/") and entry.filename.startswith(name)):
                    data = change(data.decode("utf-8")).encode("utf-8")
            new.writestr(entry.filename, data)
        for name, text in (more or {}).items():
            new.writestr(name, text)


def without_sheet(name: str) -> Callable[[Base, Path, Path], None]:
    """Delete a sheet that no formula points at."""

    def change(_: Base, source: Path, target: Path) -> None:
        rewritten(source, target, {WORKBOOK: lambda text: re.sub(rf'<sheet name="{name}"[^>]*/>', "", text)})

    return change


def with_renamed_sheet(_: Base, source: Path, target: Path) -> None:
    """Rename the cash book, every formula with it."""

    def renamed(text: str) -> str:
        return text.replace(f"'{RENAMED}'!", f"'{NEW_NAME}'!").replace(f'<sheet name="{RENAMED}"', f'<sheet name="{NEW_NAME}"')

    rewritten(source, target, dict.fromkeys((WORKBOOK, SHEETS), renamed))


def with_added_sheet(_: Base, source: Path, target: Path) -> None:
    """Add a sheet of notes at the end."""
    rewritten(
        source,
        target,
        {
            WORKBOOK: lambda text: text.replace("</sheets>", '<sheet name="สมุดโน้ต" sheetId="99" r:id="rId99"/></sheets>'),
            RELATIONS: lambda text: text.replace(
                "</Relationships>", f'<Relationship Id="rId99" Type="{SHEET_RELATION}" Target="worksheets/notes.xml"/></Relationships>'
            ),
            TYPES: lambda text: text.replace("</Types>", f'<Override PartName="/xl/worksheets/notes.xml" ContentType="{SHEET_TYPE}"/></Types>'),
        },
        {"xl/worksheets/notes.xml": NOTES},
    )


def with_moved_columns(base: Base, _: Path, target: Path) -> None:
    """Move whole columns with their formulas, as cutting and inserting them does; the stamp stays the template's."""
    book = replace(base.book, sheets=tuple(replace(sheet, tables=tuple(map(_moved, sheet.tables))) for sheet in base.book.sheets))
    filled = fill(book, SIZE, base.typed)
    filled["stamp"].columns["fingerprint"] = list(base.filled["stamp"].columns["fingerprint"])
    write_book(book, SIZE, filled, target)


MOVED = {"receipts": ("amount", "date"), "cash": ("cash_out", "cash_in"), "savings": ("closing", "member")}
"""Of these tables, the first column stands before the second."""


def _moved(table: Table) -> Table:
    if table.name not in MOVED:
        return table
    first, second = MOVED[table.name]
    names = [name for name in table.columns if name != first]
    names.insert(names.index(second), first)
    return replace(table, columns={name: table.columns[name] for name in names})


def with_names(*changes: tuple[str, str]) -> Callable[[Base, Path, Path], None]:
    """Point a defined name elsewhere, or add one."""

    def change(_: Base, source: Path, target: Path) -> None:
        def names(text: str) -> str:
            for name, where in changes:
                if f'name="{name}"' in text:
                    text = re.sub(rf'(<definedName name="{name}"[^>]*>)[^<]*', rf"\g<1>{where}", text)
                else:
                    text = text.replace("</definedNames>", f'<definedName name="{name}">{where}</definedName></definedNames>')
            return text

        rewritten(source, target, {WORKBOOK: names})

    return change


def with_rows_lost(table: str, rows: int, *columns: str) -> Callable[[Base, Path, Path], None]:
    """Let the names of some columns, or of all that have one, end so many rows early, as after rows were deleted."""

    def change(base: Base, source: Path, target: Path) -> None:
        place = base.layout[table]
        names = [place.name_of(column) for column in columns or place.letters]
        shorter = (re.compile(rf'(<definedName name="({"|".join(names)})">[^<]*\$){place.last}(?=<)'), rf"\g<1>{place.last - rows}")
        rewritten(source, target, {WORKBOOK: lambda text: shorter[0].sub(shorter[1], text)})

    return change


def with_cells_for_names(base: Base, source: Path, target: Path) -> None:
    """Write in every formula the cells themselves where names stand: as before there were names, or typed by hand."""
    places = names_of(base.layout)
    known = re.compile(rf"\b({'|'.join(places)})\b")
    rewritten(source, target, {SHEETS: lambda text: re.sub(r"<f>[^<]*</f>", lambda formula: known.sub(lambda name: places[name[1]], formula[0]), text)})


def with_filter(_: Base, source: Path, target: Path) -> None:
    """Filter: most rows are hidden."""
    rewritten(source, target, {SHEETS: lambda text: re.sub(r'<row r="(\d*[13579])"', r'<row r="\1" hidden="1"', text)})


def saved_by_openpyxl(_: Base, source: Path, target: Path) -> None:
    """Save through a library that does not calculate; it warns of print areas it does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        openpyxl.load_workbook(source).save(target)


STATES: Mapping[str, Callable[[Base, Path, Path], None]] = {
    "values": lambda _, source, target: drop_formulas(source, target),
    "uncalculated": lambda _, source, target: drop_cached(source, target),
    "saved_by_openpyxl": saved_by_openpyxl,
    "without_confirmations": without_sheet("ใบสอบทานยอด"),
    "without_stamp": without_sheet("_satja"),
    "with_a_renamed_sheet": with_renamed_sheet,
    "with_an_added_sheet": with_added_sheet,
    "with_moved_columns": with_moved_columns,
    "filtered": with_filter,
    "with_a_dead_name": with_names(("old_rate", "#REF!"), ("far_away", "'[อื่น.xlsx]ระเบียบ'!$B$2")),
    "with_a_name_moved": with_names(("rule_loan_rate", "'ระเบียบ'!$B$17")),
    "with_a_name_broken": with_names(("rule_loan_rate", "#REF!")),
    "with_a_column_broken": with_names(("receipts_amount", "'รับเงินวันทำการ'!#REF!")),
    "with_a_column_elsewhere": with_names(("receipts_amount", "'รับเงินวันทำการ'!$J$6:$J$459")),
    "with_a_column_cut_short": with_rows_lost("receipts", 447, "amount"),
    "with_rows_lost": with_rows_lost("receipts", 447),
    "with_spare_rows_deleted": with_rows_lost("receipts", 2),
    "with_cells_for_names": with_cells_for_names,
}
"""What a book can be besides live."""
