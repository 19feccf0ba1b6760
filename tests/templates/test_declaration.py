"""What every declared book must be, whatever is typed in it."""

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from graphlib import CycleError
from pathlib import Path

import pytest

from addin.udfs import UDFS
from templates.arithmetic import FormRange, RowRange, Udf, Weighted
from templates.books import BOOKS
from templates.books.savings_group import savings_group
from templates.declare import Column, FundBook, Size, Table, with_formulas
from templates.expressions import Cell, Expr, Field, expr, f
from templates.filled import Inputs, fill, order
from templates.layout import At, lay_out, names_of, spelling
from templates.write import write_book
from tests.templates.years import kept
from workbook.xlsx import read_workbook

BIG, SMALL = Size(members=2000, banks=6), Size(members=12)
SIZES = [SMALL, Size(members=150, banks=3), BIG]
LONGEST, DEEPEST = 8_192, 60
Make = Callable[[Size], FundBook]

SHARED_FUNCTIONS = {
    "ABS", "AND", "CHOOSE", "COUNTA", "COUNTIF", "COUNTIFS", "DATE", "DAY", "EDATE", "EOMONTH", "IF", "IFERROR", "INDEX", "INT", "ISNUMBER", "LEFT", "LEN",
    "LOOKUP", "MATCH", "MAX", "MID", "MIN", "MOD", "MONTH", "N", "NA", "NOT", "OR", "RIGHT", "ROUND", "ROUNDDOWN", "ROUNDUP", "ROW", "ROWS", "SUM", "SUMIF",
    "SUMIFS", "SUMPRODUCT", "TEXT", "TRIM", "TRUNC", "VALUE", "YEAR",
}  # fmt: skip
"""What Excel 2010 and LibreOffice 7.4 both have, under one name and with one meaning; a new function is added here only after a look at both."""
VOLATILE = ("NOW(", "TODAY(", "RAND(", "RANDBETWEEN(", "OFFSET(", "INDIRECT(", "INFO(", "CELL(")
TEXTS, CALLS = re.compile(r'"[^"]*"'), re.compile(r"([A-Za-z_][A-Za-z0-9_.]*)\(")


def formulas(book: FundBook) -> Iterator[tuple[Table, Column, Expr]]:
    for table in book.tables.values():
        for column in table.columns.values():
            formula = table.expression(column)
            if formula is not None:
                yield table, column, formula
            for row in table.fixed_rows if column.fixed else ():
                yield table, column, expr(row.get(column.name, ""))


def spelt(book: FundBook, size: Size) -> Iterator[tuple[str, str]]:
    """Give every formula of a book with where it stands, spelt in the last prepared row, where it is longest."""
    layout = lay_out(book, size)
    for table, column, formula in formulas(book):
        yield f"{table.name}.{column.name}", formula.text(At(layout, table.name, layout[table.name].last))
    for sheet in book.sheets:
        for name, caption in sheet.captions.items():
            yield f"{sheet.name}.{name}", caption.text(At(layout, sheet.tables[0].name, 3))


def nodes(formula: Expr) -> Iterator[Expr]:
    yield formula
    for part in formula.parts():
        yield from nodes(part)


def functions(text: str) -> set[str]:
    return set(CALLS.findall(TEXTS.sub("", text)))


def depth(text: str) -> int:
    deepest = now = 0
    for sign in TEXTS.sub("", text):
        now += (sign == "(") - (sign == ")")
        deepest = max(deepest, now)
    assert now == 0, text
    return deepest


@pytest.fixture(params=list(BOOKS.values()), ids=list(BOOKS))
def make(request: pytest.FixtureRequest) -> Make:
    """Give how each declared book is made."""
    given: Make = request.param
    return given


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_headings_are_there_once_a_sheet(make: Make, size: Size) -> None:
    for sheet in make(size).sheets:
        headings = Counter(column.th for table in sheet.tables for column in table.columns.values())
        assert [heading for heading, times in headings.items() if times > 1] == [], sheet.name


def test_a_way_of_saying_a_heading_means_one_column_of_the_sheet(make: Make) -> None:
    for sheet in make(SMALL).sheets:
        for table in sheet.tables:
            said = Counter(word for column in table.columns.values() for word in {column.th, column.en, *column.also})
            assert [word for word, times in said.items() if times > 1] == [], table.name


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_column_is_said_in_thai_and_in_english(make: Make, size: Size) -> None:
    for table in make(size).tables.values():
        for column in table.columns.values():
            assert re.search(r"[\u0e00-\u0e7f]", column.th), (table.name, column.name)
            assert column.en, (table.name, column.name)
            assert column.en.isascii(), (table.name, column.name)
        assert table.th


def test_sheet_names_are_short_enough_and_once(make: Make) -> None:
    names = [sheet.name for sheet in make(SMALL).sheets]
    assert len(set(names)) == len(names)
    assert [name for name in names if len(name) > 31 or re.search(r"[\[\]:*?/\\']", name)] == []


def test_no_formula_is_too_long_or_too_deep(make: Make) -> None:
    for where, text in spelt(make(BIG), BIG):
        assert len(text) <= LONGEST, where
        assert depth(text) <= DEEPEST, where


def test_only_functions_that_both_programs_share_are_spelt(make: Make) -> None:
    ours = {f"SATJA.{name}" for name in UDFS}
    for where, text in spelt(make(BIG), BIG):
        assert functions(text) <= SHARED_FUNCTIONS | ours, where
        assert not any(word in text.upper() for word in VOLATILE), where


def test_a_function_of_ours_never_stands_without_a_plain_formula(make: Make) -> None:
    for where, text in spelt(make(SMALL), SMALL):
        assert text.count("SATJA.") == text.count("IFERROR(SATJA."), where


def test_what_is_written_in_a_file_is_spelt_so_too(tmp_path: Path) -> None:
    """The home sheet, the totals and the summary are no columns: they are looked at where they stand."""
    book, size, filled = kept(1, 12)
    write_book(book, size, filled, tmp_path / "book.xlsx")
    source = read_workbook(tmp_path / "book.xlsx")
    ours = {f"SATJA.{name}" for name in UDFS}
    used: set[str] = set()
    for sheet in source.sheets.values():
        for place in sheet.formulas:
            text = sheet.formula(*place) or ""
            used |= functions(text)
            assert len(text) <= LONGEST
            assert not any(word in text.upper() for word in VOLATILE)
    assert used <= SHARED_FUNCTIONS | ours
    assert not any(word in name.upper() for name in source.names.values() for word in VOLATILE)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_reference_names_a_column_that_is_there(make: Make, size: Size) -> None:
    book = make(size)
    for table, column, formula in formulas(book):
        for other, name in formula.needs(table.name):
            assert name in book.tables[other].columns, (table.name, column.name, other, name)
    for table in book.tables.values():
        for column in table.columns.values():
            named = [column.ref] if column.ref else list(column.ref_when[1].values()) if column.ref_when else []
            for other, name in filter(None, named):
                assert name in book.tables[other].columns, (table.name, column.name)
            if column.ref_when:
                assert column.ref_when[0] in table.columns


def test_cells_named_singly_are_of_forms_and_ranges_run_over_neighbours(make: Make) -> None:
    book = make(SMALL)
    for table, column, formula in formulas(book):
        for node in nodes(formula):
            if isinstance(node, Cell):
                assert book.tables[node.table].form, (table.name, column.name, node.name)
            if isinstance(node, Field):
                assert node.name in table.columns
            if isinstance(node, RowRange | Weighted):
                _neighbours(book.tables[node.table or table.name], node.columns)
            if isinstance(node, FormRange):
                _neighbours(book.tables[node.table], node.fields)


def _neighbours(table: Table, columns: tuple[str, ...]) -> None:
    names = list(table.columns)
    start = names.index(columns[0])
    assert tuple(names[start : start + len(columns)]) == columns


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_book_needs_itself(make: Make, size: Size) -> None:
    book = make(size)
    computed = {(table.name, column.name) for table, column, _ in formulas(book)}
    assert len(order(book)) == len(computed)
    assert set(order(book)) == computed


def test_a_book_that_needs_itself_is_found() -> None:
    book = savings_group(SMALL)
    table = with_formulas(book.tables["count"], {"counted": f.difference + 1})
    sheets = tuple(sheet for sheet in book.sheets if sheet.name != "ตรวจนับเงินสด")
    circular = FundBook(book.id, book.th, book.version, (*sheets, type(sheets[0])("ตรวจนับเงินสด", (table, book.tables["denominations"]), "")), book.colour)
    with pytest.raises(CycleError):
        order(circular)


def test_every_guard_key_and_day_is_a_column(make: Make) -> None:
    for table in make(SMALL).tables.values():
        assert table.form or table.guard in table.columns, table.name
        assert not (table.form and table.guard), table.name
        assert all(name in table.columns for name in (*table.key, *filter(None, [table.by_date]))), table.name
        assert not table.follows or table.follows in make(SMALL).tables


def test_functions_have_all_their_arguments(make: Make) -> None:
    for table, column, formula in formulas(make(SMALL)):
        for node in nodes(formula):
            if isinstance(node, Udf):
                assert len(node.arguments) == len(UDFS[node.function.__name__.upper()].arguments), (table.name, column.name)


def test_a_formula_spelt_once_reads_in_every_row_as_if_spelt_there(make: Make) -> None:
    book = make(SMALL)
    layout = lay_out(book, SMALL)
    for table in book.tables.values():
        for column in () if table.form else table.columns.values():
            formula = table.expression(column)
            if formula is not None:
                for row in (layout[table.name].first, layout[table.name].last):
                    assert spelling(formula, layout, table.name)(row) == formula.text(At(layout, table.name, row)), (table.name, column.name)


def test_formulas_read_names_that_are_there_and_every_name_is_read(make: Make, tmp_path: Path) -> None:
    book = make(SMALL)
    write_book(book, SMALL, fill(book, SMALL, {}), tmp_path / "book.xlsx")
    with zipfile.ZipFile(tmp_path / "book.xlsx") as package:
        sheets = [package.read(part).decode() for part in package.namelist() if part.startswith("xl/worksheets/sheet")]
    formulas = "\n".join(found for text in sheets for found in re.findall(r"<(?:f|formula\d?)>([^<]*)<", text))
    read = set(re.findall(r"\b[a-z]\w*_\w+\b", TEXTS.sub("", formulas)))
    names = read_workbook(tmp_path / "book.xlsx").names
    ours = {name for name in names if "!" not in name}
    assert read <= ours
    assert all(name in read for name in ours if not name.startswith("rule_"))
    meant = names_of(lay_out(book, SMALL))
    assert all(names[name] == meant.get(name, names[name]) for name in ours)


@pytest.mark.parametrize(
    ("inputs", "why"),
    [
        ({"nothing": [{}]}, "no table nothing"),
        ({"members": [{"nickname": "แดง"}]}, "no place to type nickname"),
        ({"members": [{"name": "ก ข"}]}, "no place to type name"),
        ({"controls": [{"tie": "x"}]}, "no place to type tie"),
        ({"rules": [{}, {}]}, "room for 1 rows, not for 2"),
        ({"committee": [{"name": "ก"}] * 31}, "room for 30 rows, not for 31"),
    ],
)
def test_what_has_no_place_is_refused(inputs: Inputs, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        fill(savings_group(SMALL), SMALL, inputs)


def test_the_same_book_is_the_same_bytes(tmp_path: Path) -> None:
    book, size, filled = kept(1, 12)
    for name in ("one.xlsx", "two.xlsx"):
        write_book(book, size, filled, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["one.xlsx", "two.xlsx"]


@pytest.mark.parametrize("members", [12, 30, 150, 300])
@pytest.mark.parametrize("seed", [1, 2])
def test_there_is_room_for_a_year(members: int, seed: int) -> None:
    """No table is more than nine tenths full after a usual year, whatever was typed or listed in it."""
    book, _, filled = kept(seed, members)
    for table in book.tables.values():
        if not table.form and not table.fixed_rows and table.name not in ("accounts", "trial_balance"):
            used = sum(value is not None for value in filled[table.name].columns[table.guard])
            assert used <= 0.9 * filled[table.name].length, table.name
    cards = sum(1 for key in set(filled["receipts"].columns["key"]) if key)
    assert sum(value is not None for value in filled["cards"].columns["contract"]) == cards
