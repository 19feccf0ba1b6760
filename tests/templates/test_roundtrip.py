"""A book that was written is read back as what it was: every typed cell exactly, every computed one as its cell holds it."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from templates.books.savings_group import savings_group
from templates.declare import Column, Table
from templates.expressions import Const, expr
from templates.filled import Rows
from templates.kinds import Exact, Kind, to_cell
from templates.read import ReadBook, read_book
from templates.write import write_book
from tests.templates.golden import SIZE, golden_book
from tests.templates.years import JANUARY, kept
from workbook.cells import ErrorValue
from workbook.xlsx import read_workbook

YEARS = [(1, 12, JANUARY), (4, 30, dt.date(2024, 7, 1))]


def read(path: Path) -> ReadBook:
    found = read_book(read_workbook(path))
    assert found is not None
    return found


@pytest.fixture(scope="module", params=YEARS, ids=["12 members", "30 members from July"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Rows]]:
    book, size, filled = kept(*request.param)
    path = tmp_path_factory.mktemp("books") / "book.xlsx"
    write_book(book, size, filled, path)
    return path, filled


def alike(found: Exact, value: Exact, column: Column) -> bool:
    """Tell whether a cell holds a value: dates and texts and money exactly, a number as far as a float goes."""
    if isinstance(value, ErrorValue) or isinstance(found, ErrorValue) or value is None or isinstance(value, str | dt.date):
        return found == value
    if column.kind in (Kind.MONEY, Kind.WHOLE):
        return found == value and isinstance(found, int)
    return found is not None and float(to_cell(found, column.kind)) == float(to_cell(value, column.kind))


def differences(found: ReadBook, filled: dict[str, Rows], *, typed_only: bool = False) -> list[tuple[str, str, int, Exact, Exact]]:
    return [
        (name, column.name, index, back, value)
        for name, rows in filled.items()
        for column in rows.table.columns.values()
        for index, (back, value) in enumerate(zip(found.tables[name].columns[column.name], rows.columns[column.name], strict=True))
        if not (typed_only and index not in rows.typed.get(column.name, ())) and not alike(back, value, column)
    ]


def test_everything_comes_back(written: tuple[Path, dict[str, Rows]]) -> None:
    path, filled = written
    found = read(path)
    assert found.tables.keys() == filled.keys()
    assert differences(found, filled) == []


def test_nothing_is_wrong_with_it(written: tuple[Path, dict[str, Rows]]) -> None:
    found = read(written[0])
    assert found.stamped
    assert (found.problems, found.strays, found.headings, found.found.missing_sheets) == ([], [], [], [])
    assert (found.values_mode, found.is_empty) == (False, False)
    assert {name: rows.incomplete for name, rows in found.tables.items() if rows.incomplete} == {}
    assert {name: rows.uncalculated for name, rows in found.tables.items() if rows.uncalculated} == {}


def test_the_rows_that_are_there_are_found(written: tuple[Path, dict[str, Rows]]) -> None:
    path, filled = written
    found = read(path)
    for name in ("members", "receipts", "cash", "journal", "loans", "opening", "opening_members", "settlements", "cancelled"):
        rows = filled[name]
        assert found.tables[name].used == [index for index, value in enumerate(rows.columns[rows.table.guard]) if value is not None], name
    for name in ("savings", "ageing", "shares", "last_dividends", "trial_balance", "cards"):
        rows = filled[name]
        assert found.tables[name].used == [index for index, value in enumerate(rows.columns[rows.table.guard]) if value is not None], name


def test_totals_above_the_headings_come_back(written: tuple[Path, dict[str, Rows]]) -> None:
    path, filled = written
    found = read(path)
    for name, rows in filled.items():
        totals = {column.name: to_cell(rows.total(column.name), column.kind) for column in rows.table.columns.values() if column.total and not rows.table.form}
        assert found.tables[name].totals == totals, name


def test_every_computed_cell_is_a_formula_and_no_typed_one_is(written: tuple[Path, dict[str, Rows]]) -> None:
    path, filled = written
    found = read(path)
    for name, rows in filled.items():
        for column in rows.table.columns.values():
            if rows.table.expression(column) is None:
                continue
            typed = rows.typed.get(column.name, set()) if column.default is not None else set()
            assert found.tables[name].formulas[column.name] == set(range(rows.length)) - typed, (name, column.name)


def test_the_golden_year_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "golden.xlsx"
    write_book(savings_group(SIZE), SIZE, golden_book(), path)
    found = read(path)
    assert differences(found, golden_book()) == []
    assert (found.problems, found.strays, found.headings, found.stamped) == ([], [], [], True)


def _told(table: Table, column: Column) -> bool:
    """Tell whether fixed rows say a formula in a column."""
    return column.fixed and any(not isinstance(expr(row.get(column.name, "")), Const) for row in table.fixed_rows)


@pytest.mark.filterwarnings("ignore:Print area cannot be set")  # openpyxl knows no print area that grows
def test_a_program_that_stores_no_values_leaves_the_rows_readable(written: tuple[Path, dict[str, Rows]], tmp_path: Path) -> None:
    """The library openpyxl keeps formulas and forgets their values: the reader says which columns were never calculated."""
    path, filled = written
    target = tmp_path / "saved.xlsx"
    openpyxl.load_workbook(path).save(target)
    found = read(target)
    assert found.tables.keys() == filled.keys()
    assert differences(found, filled, typed_only=True) == []
    assert (found.problems, found.strays, found.headings) == ([], [], [])
    assert not found.values_mode
    for name, rows in filled.items():
        computed = {column.name for column in rows.table.columns.values() if rows.table.expression(column) is not None or _told(rows.table, column)}
        assert found.tables[name].uncalculated == computed, name
    assert found.tables["receipts"].used == [index for index, value in enumerate(filled["receipts"].columns["date"]) if value is not None]
