"""Odd workbooks from the test suites of two libraries: each ends in a workbook or in a reason, soon, and is read as others read it."""

from __future__ import annotations

import datetime as dt
import math
import resource
import signal
import time
import warnings
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from workbook.cells import ErrorValue, Sheet, Value, Workbook
from workbook.contents import read_contents
from workbook.package import open_package
from workbook.plainscan import NotPlain, scan_plain
from workbook.scan import scan_cells
from workbook.unreadable import Reason, Unreadable
from workbook.xlsx import read_workbook

pytestmark = pytest.mark.long

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.workbook.workbook import Workbook as OpenpyxlWorkbook

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
MOST_SECONDS = 20
MOST_MORE_MEMORY_KB = 500_000
# Two files keep openpyxl busy for minutes; what it would answer there is not waited for.
SLOW_IN_OPENPYXL = ("DrawingSizeInPx", "issue_174")
"""Files that openpyxl takes minutes for."""
OPENPYXL_SECONDS = 20


@pytest.fixture(scope="module")
def files() -> list[Path]:
    found = sorted(path for path in CORPUS.glob("*/*.*") if path.suffix != ".txt")
    if not found:
        pytest.skip("the corpus of odd workbooks is not beside this checkout")
    return found


def outcome(path: Path) -> Workbook | Reason:
    try:
        return read_workbook(path)
    except Unreadable as error:
        return error.reason


def test_every_file_ends_in_an_answer_in_bounded_time_and_memory(files: list[Path]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for path in files:
        started = time.perf_counter()
        answer = outcome(path)
        slowest = max(slowest, time.perf_counter() - started)
        outcomes[answer.name if isinstance(answer, Reason) else "WORKBOOK"] += 1
    assert slowest < MOST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_MORE_MEMORY_KB
    # Read by hand, one by one: a change here is a change of what people are told.
    assert outcomes == {
        "WORKBOOK": 430,
        "OLD_XLS": 34,
        "OPEN_DOCUMENT": 15,
        "BINARY_XLSB": 11,
        "NOT_A_WORKBOOK": 3,
        "ENCRYPTED": 2,
        "DAMAGED": 2,
        "TEXT": 1,
        "TRUNCATED": 1,
    }


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("tests__pass_protected.xlsx", Reason.ENCRYPTED),
        ("tests__pass_protected.xlsb", Reason.ENCRYPTED),
        ("tests__date.xls", Reason.OLD_XLS),
        ("tests__capitalized_wbook_stream.xls", Reason.OLD_XLS),
        ("tests__biff5_write.xls", Reason.OLD_XLS),
        ("tests__date.xlsb", Reason.BINARY_XLSB),
        ("tests__date.ods", Reason.OPEN_DOCUMENT),
        ("tests__pass_protected.ods", Reason.OPEN_DOCUMENT),
        ("tests__issue252.xlsx", Reason.TRUNCATED),
    ],
)
def test_a_file_is_told_for_what_it_is(files: list[Path], name: str, reason: Reason) -> None:
    assert outcome(next(path for path in files if path.name == name)) is reason


def test_both_ways_of_scanning_agree_on_every_sheet(files: list[Path]) -> None:
    plain = 0
    for part, data in sheet_parts(files):
        try:
            quick = scan_plain(data)
        except NotPlain:
            continue
        plain += 1
        long = scan_cells(data)
        assert (quick.formulas, quick.uncalculated, quick.errors) == (long.formulas, long.uncalculated, long.errors), part
        assert quick.rows >= long.rows, part
        assert quick.columns >= long.columns, part
    assert plain > 700


def sheet_parts(files: list[Path]) -> Iterator[tuple[str, bytes]]:
    for path in files:
        try:
            package = open_package(path)
            for sheet in read_contents(package).sheets:
                yield f"{path.name}: {sheet.part}", package.xml(sheet.part)
        except Unreadable:
            continue


def test_openpyxl_reads_the_same_values_and_formulas(files: list[Path]) -> None:
    compared = 0
    # A third of them: openpyxl takes most of a minute for all, and all agreed when they were compared.
    for path in (path for path in files[::3] if not any(name in path.name for name in SLOW_IN_OPENPYXL)):
        answer = outcome(path)
        if isinstance(answer, Reason):
            continue
        for formulas, values in by_openpyxl(path):
            compared += sum(
                compare(path.name, answer.sheets[sheet.title], sheet, values[sheet.title]) for sheet in formulas.worksheets if sheet.title in answer.sheets
            )
    assert compared > 5_000


def by_openpyxl(path: Path) -> Iterator[tuple[OpenpyxlWorkbook, OpenpyxlWorkbook]]:
    """Give the workbook with its formulas and with its values; nothing when openpyxl fails or takes too long."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(OPENPYXL_SECONDS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            books = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    except (TimeoutError, KeyError, TypeError, ValueError, IndexError):
        return
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    yield books


def compare(name: str, ours: Sheet, formulas: Any, values: Any) -> int:
    cells = 0
    for (row, column), cell in formulas._cells.items():  # noqa: SLF001 - iter_rows pads to the dimension, which may be endless
        where = f"{name}!{ours.name}!{cell.coordinate}"
        text = formula_of(cell)
        if text is not None:
            assert ours.formula(row - 1, column - 1) == text, where
        assert alike(ours.value(row - 1, column - 1), values._cells[row, column].value), where  # noqa: SLF001 - the same
        cells += 1
    return cells


def formula_of(cell: Any) -> str | None:
    if cell.data_type != "f":
        return None
    text = getattr(cell.value, "text", cell.value)
    # A what-if table has no text; here its cells are values.
    return text.removeprefix("=") if isinstance(text, str) else None


def alike(ours: Value, theirs: Any) -> bool:
    """Tell whether two readers mean the same. Where openpyxl keeps escapes and spaces that Excel does not show, ours is right."""
    if isinstance(ours, ErrorValue):
        return bool(ours.code == theirs)
    if isinstance(ours, float) and isinstance(theirs, (int, float)):
        return math.isclose(ours, theirs, rel_tol=1e-12)
    if isinstance(theirs, dt.datetime) and not isinstance(ours, dt.datetime):
        return bool(theirs == dt.datetime.combine(ours, dt.time())) if isinstance(ours, dt.date) else False
    if isinstance(theirs, str):
        return (str(ours) if ours is not None else "").replace("\r\n", "\n").strip() == theirs.replace("_x000D_", "").strip()
    return bool((None if ours == "" else ours) == theirs)
