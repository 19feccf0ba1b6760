"""The two ways of scanning a sheet part see the same."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbook.making import MAIN, sheet_xml
from workbook.addresses import address
from workbook.plainscan import NotPlain, scan_plain
from workbook.scan import scan_cells

CELLS = [
    '<c r="{}"><v>1.5</v></c>',
    '<c r="{}" s="3" t="s"><v>0</v></c>',
    '<c r="{}" s="3"/>',
    '<c r="{}" s="3"></c>',
    '<c r="{}" t="str"><f>A1&amp;"&lt;"</f><v></v></c>',
    '<c r="{}" t="str"><f>"x"</f><v>x</v></c>',
    '<c r="{}"><f>SUM(A1:\r\nB2)</f></c>',
    '<c r="{}"><f>1</f><v/></c>',
    '<c r="{}"><f>1</f><v></v></c>',
    '<c r="{}" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c r="{}" t="e"><v>#N/A</v></c>',
    '<c r="{}" cm="1"><f t="array" ref="A1:A2">B1:B2</f><v>3</v></c>',
    '<c r="{}"><f t="shared" ref="A1:C9" si="0">A1</f><v>3</v></c>',
    '<c r="{}"><f t="shared" si="0"/><v>3</v></c>',
    '<c r="{}"><f>&#65;1&amp;"&#x0E01;&#38;lt;"</f><v>1</v></c>',
    '<c r="{}" t="inlineStr"><is><t>a &gt; b</t></is></c>',
    '<c r="{}" t="inlineStr"><is><r><rPr><family val="1"/></rPr><t>f</t></r></is></c>',
]
# These send a part the long way.
ODD = [
    '<c r="{}" t="inlineStr"><is><t>a &gt; t="e" b</t></is></c>',
    '<c r="{}"><f/><v>3</v></c>',
    "<c r='{}'><v>1</v></c>",
    '<c s="1" r="{}"><v>1</v></c>',
    '<c r="{}"><f a="&gt;>">A1</f><v>1</v></c>',
    '<c r="{}"><f><![CDATA[A1<2]]></f><v>1</v></c>',
    '<c r="{}"> <f>A1</f><v>1</v></c>',
    '<c r="{}"><f>A1</f> <v>1</v></c>',
    '<c r="{}"><f>A1</f><v xml:space="preserve"> </v></c>',
    '<c r="{}" t="e"><v a="1">#N/A</v></c>',
    "<c><f>A1</f><v>1</v></c>",
    '<c r="{}"><!-- --><v>1</v></c>',
    '<c r="{}"><x:f xmlns:x="other">no formula</x:f><v>1</v></c>',
    '<c r="{}"><f xmlns="other">no formula</f><v>1</v></c>',
    '<c r="{}" t="s"><f>A1</f><v>0</v></c>',
    '<c r="{}"><f t="dataTable" ref="A1" r1="B1"/><v>0</v></c>',
    '<c r="{}" t="str"><f>A1</f><v></v><extLst/></c>',
]


def rows_of(kinds: list[list[int]], choice: list[str]) -> str:
    return "".join(
        f'<row r="{row + 1}">' + "".join(choice[kind].format(address(row, column)) for column, kind in enumerate(line)) + "</row>"
        for row, line in enumerate(kinds)
    )


@given(st.lists(st.lists(st.integers(0, len(CELLS) - 1), max_size=5), max_size=6))
def test_a_plain_part_is_seen_alike_both_ways(kinds: list[list[int]]) -> None:
    data = sheet_xml(rows_of(kinds, CELLS)).encode()
    plain, long = scan_plain(data), scan_cells(data)
    assert (plain.formulas, plain.uncalculated, plain.errors) == (long.formulas, long.uncalculated, long.errors)
    assert (plain.rows, plain.columns, plain.stored) == (long.rows, long.columns, long.stored)


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_cell_is_never_taken_for_a_plain_one(odd: str) -> None:
    data = sheet_xml(f'<row r="1">{odd.format("A1")}<c r="B1"><v>1</v></c></row>').encode()
    with pytest.raises(NotPlain):
        scan_plain(data)
    assert scan_cells(data).stored == 2


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="A1"><f>2</f><v>2</v></c></row>',
        '<row r="1"><c r="A1"><f>1<c r="B1"><f>2</f><v>2</v></c></f><v>1</v></c></row>',
    ],
    ids=["a cell twice", "a cell in a formula"],
)
def test_what_could_be_read_in_two_ways_goes_the_long_way(rows: str) -> None:
    with pytest.raises(NotPlain):
        scan_plain(sheet_xml(rows).encode())


def test_what_stands_outside_the_cells_is_no_cell() -> None:
    part = sheet_xml('<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>')
    odd = '<c r="B9" t="e"><f xmlns="other">1</f><v>#N/A</v></c>'
    scan = scan_plain(part.replace("<sheetData>", f"{odd}<sheetData>").replace("</sheetData>", f"</sheetData>{odd}").encode())
    assert (dict(scan.formulas), scan.errors, scan.rows, scan.columns, scan.stored) == ({(0, 0): "1"}, {}, 1, 1, 1)


@given(st.lists(st.lists(st.integers(0, len(CELLS) - 1), max_size=5), max_size=6))
def test_what_is_left_of_a_plain_part_has_no_formula_and_every_other_cell(kinds: list[list[int]]) -> None:
    data = sheet_xml(rows_of(kinds, CELLS)).encode()
    plain, rest = scan_plain(data), scan_cells(scan_plain(data).left)
    empty = len(plain.uncalculated) + len(plain.answered)
    assert (len(rest.formulas), rest.errors, rest.stored + empty) == (0, plain.errors, plain.stored)
    assert set(plain.answered) | plain.uncalculated <= set(plain.formulas)


def test_what_the_long_way_makes_of_odd_formulas() -> None:
    data = sheet_xml("".join(f'<row r="{n + 1}">{odd.format(address(n, 0))}</row>' for n, odd in enumerate(ODD))).encode()
    long = scan_cells(data)
    read = [None, None, None, None, "A1", "A1<2", "A1", "A1", "A1", None, "A1", None, None, None, "A1", None, "A1"]
    assert [long.formulas.get((row, 0)) for row in range(len(ODD))] == read
    assert long.errors == {(9, 0): "#N/A"}
    assert long.uncalculated == set()


@pytest.mark.parametrize(
    "part",
    [
        "not xml",
        f'<worksheet xmlns="{MAIN}"><sheetData>',
        f'<worksheet xmlns="{MAIN}" xmlns:x="{MAIN}"><sheetData><x:row/></sheetData></worksheet>',
        f'<x:worksheet xmlns="{MAIN}" xmlns:x="other"><sheetData/></x:worksheet>',
        f'<worksheet xmlns="{MAIN}"/>',
        sheet_xml('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
        sheet_xml('<row r="1"><c r="A9999999"><v>1</v></c></row>'),
        sheet_xml('<row r="1"><c r="A1"><v>1</v></c>'),
        sheet_xml("").encode().replace(b"<sheetData>", b"<sheetData>\xff"),
    ],
)
def test_what_is_not_plain_goes_the_long_way(part: str | bytes) -> None:
    with pytest.raises(NotPlain):
        scan_plain(part if isinstance(part, bytes) else part.encode())


@pytest.mark.parametrize("rows", ['<row r="1"><c r="XFE1"><v>1</v></c></row>', '<row r="x"/>', "<c><v>1</v></c>", '<row r="0"><c><v>1</v></c></row>', "<row>"])
def test_a_broken_part_has_a_reason(rows: str) -> None:
    with pytest.raises((ValueError, expat.ExpatError)):
        scan_cells(sheet_xml(rows).encode())


def test_a_full_sheet_is_not_measured_and_a_far_one_is() -> None:
    full = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 3001))
    scan = scan_plain(sheet_xml(full).encode())
    assert (scan.rows, scan.columns, scan.stored) == (9_999, 26, 3000)
    scan = scan_plain(sheet_xml(full + '<row r="20000"><c r="AB20000"><v>1</v></c></row>').encode())
    assert (scan.rows, scan.columns, scan.stored) == (20_000, 28, 3001)
