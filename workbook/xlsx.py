"""An .xlsx or .xlsm file read as cells. Values come from python-calamine, everything it does not tell from a scan of the XML."""

from __future__ import annotations

import gc
import io
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.parsers import expat

from workbook.cells import ErrorValue, Sheet, Value, Workbook
from workbook.contents import Contents, SheetPart, read_contents, read_tables
from workbook.package import Package, open_package
from workbook.plainscan import NotPlain, scan_plain
from workbook.scan import Scan, scan_cells
from workbook.unreadable import Reason, Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    import python_calamine

MOST_SPARSE_CELLS = 20_000_000
LEAST_STORED = 0.01
MOST_CELLS = 50_000_000

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def read_workbook(path: str | Path) -> Workbook:
    """Return the workbook in a file; whatever stands in the way is raised as Unreadable with its reason."""
    package = open_package(path)
    contents = read_contents(package)
    with uncollected():
        return _read(package, contents)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector wait: of the million things that reading makes none is garbage, and it would look at all again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read(package: Package, contents: Contents) -> Workbook:
    scans = {part: _scanned(part, package.take(part)) for part in dict.fromkeys(sheet.part for sheet in contents.sheets)}
    _refuse_endless(scans)
    calamine = _calamine(package, contents, scans)
    return Workbook(
        sheets={sheet.name: _sheet(package, sheet, scans[sheet.part], _grid(calamine, index, sheet)) for index, sheet in enumerate(contents.sheets)},
        names=contents.names,
        date1904=contents.date1904,
        producer=contents.producer,
    )


def _scanned(part: str, data: bytes) -> Scan:
    try:
        try:
            return scan_plain(data)
        except NotPlain:
            return scan_cells(data)
    except (expat.ExpatError, ValueError) as error:
        raise Unreadable(Reason.DAMAGED, part, str(error)) from error


def _refuse_endless(scans: dict[str, Scan]) -> None:
    """Refuse a grid that could not be held: one stray cell in the last corner makes calamine lay out seventeen billion."""
    cells = sum(scan.rows * scan.columns for scan in scans.values())
    stored = sum(scan.stored for scan in scans.values())
    if cells > MOST_CELLS or (cells > MOST_SPARSE_CELLS and stored < LEAST_STORED * cells):
        widest = max(scans, key=lambda part: scans[part].rows * scans[part].columns)
        raise Unreadable(Reason.TOO_BIG, widest, f"{stored} cells spread over a grid of {cells}")


def _calamine(package: Package, contents: Contents, scans: dict[str, Scan]) -> python_calamine.CalamineWorkbook:
    """Give calamine the parts that hold values and nothing else, unpacked and each at its usual place.

    So it cannot meet an entry that was not checked, inflates nothing a second time, and finds every sheet by its number.
    """
    import python_calamine  # noqa: PLC0415 - a book in memory is checked without it, where it is not there

    sheets = range(len(contents.sheets))
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _relations(["officeDocument"], ["xl/workbook.xml"]),
        "xl/workbook.xml": _plan(contents),
        "xl/_rels/workbook.xml.rels": _relations(
            [*("worksheet" for _ in sheets), "styles", "sharedStrings"], [*(f"worksheets/sheet{n}.xml" for n in sheets), "styles.xml", "sharedStrings.xml"]
        ),
    }
    parts |= {f"xl/{name}.xml": _well_formed(package, part) for name, part in (("styles", contents.styles), ("sharedStrings", contents.strings)) if part}
    parts |= {f"xl/worksheets/sheet{n}.xml": scans[sheet.part].left for n, sheet in enumerate(contents.sheets)}
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    memory.seek(0)
    try:
        return python_calamine.CalamineWorkbook.from_filelike(memory)
    except BaseException as error:
        _reraise_others(error)
        raise Unreadable(Reason.DAMAGED, contents.part, str(error)) from error


def _well_formed(package: Package, part: str) -> bytes:
    """Return a part that calamine would read as far as it goes."""
    data = package.xml(part)
    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(Reason.DAMAGED, part, str(error)) from error
    return data


def _plan(contents: Contents) -> str:
    """Name the sheets by their numbers: calamine is asked by number only."""
    listed = "".join(f'<sheet name="{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in range(len(contents.sheets)))
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{int(contents.date1904)}"/><sheets>{listed}</sheets></workbook>'


def _relations(kinds: list[str], targets: list[str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(zip(kinds, targets, strict=True))
    )
    return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'


def _grid(calamine: python_calamine.CalamineWorkbook, index: int, sheet: SheetPart) -> list[list[Value]]:
    try:
        rows = calamine.get_sheet_by_index(index).to_python(skip_empty_area=False)
    except BaseException as error:
        _reraise_others(error)
        raise Unreadable(Reason.DAMAGED, sheet.part, str(error)) from error
    return [[None if value == "" else value for value in row] for row in rows]


def _reraise_others(error: BaseException) -> None:
    """Let everything pass that is neither calamine's own error nor a panic in its Rust.

    A panic arrives as a BaseException of a class that cannot be imported, so that nobody handles it by accident; here it only
    means that one file is broken in a way calamine did not foresee.
    """
    import python_calamine  # noqa: PLC0415 - the same

    if not isinstance(error, (python_calamine.CalamineError, ValueError, OverflowError, OSError)) and type(error).__name__ != "PanicException":
        raise error


def _sheet(package: Package, sheet: SheetPart, scan: Scan, values: list[list[Value]]) -> Sheet:
    _make_room(values, scan.answered)
    for row, column in scan.answered:
        if values[row][column] is None:
            values[row][column] = ""
    _make_room(values, scan.errors)
    for (row, column), code in scan.errors.items():
        values[row][column] = ErrorValue(code)
    return Sheet(sheet.name, sheet.state, values, scan.formulas, scan.uncalculated, read_tables(package, sheet.part))


def _make_room(values: list[list[Value]], places: Collection[tuple[int, int]]) -> None:
    """Let the grid reach as far as the places do."""
    if not places:
        return
    rows, width = max(places)[0] + 1, max(max(map(len, values), default=0), max(column for _, column in places) + 1)
    values.extend([] for _ in range(rows - len(values)))
    for row in values:
        row.extend([None] * (width - len(row)))
