"""Formulas moved, row by row and against openpyxl's own way of moving them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from workbook.addresses import address
from workbook.translate import translate

MOVED = [
    ("A1", "B2"),
    ("$A$1+A$1+$A1", "$A$1+B$1+$A2"),
    ("LOG10(A1)", "LOG10(B2)"),
    ("Sheet1!A1:B2", "Sheet1!B2:C3"),
    ("'It''s A1'!A1", "'It''s A1'!B2"),
    ('"A1 says ""B2"""&A1', '"A1 says ""B2"""&B2'),
    ("SUM(A:A,$A:B,1:1,$1:2)", "SUM(B:B,$A:C,2:2,$1:3)"),
    ("SUM(JAN:MAR!A1)", "SUM(JAN:MAR!B2)"),
    ("Table1[[#This Row],[A1]]*A1", "Table1[[#This Row],[A1]]*B2"),
    ("[1]!SATJA.X(A1)", "[1]!SATJA.X(B2)"),
    ("XFE1+ABC1234567+A0", "XFE1+ABC1234567+A0"),
    ("AAA:ZZZ", "AAA:ZZZ"),
    ("1E5+A1%", "1E5+B2%"),
    ("A1:INDEX(A1:A9,3)", "B2:INDEX(B2:B10,3)"),
    ("สมาชิก!A1*ปีA1*rule_A1", "สมาชิก!B2*ปีA1*rule_A1"),
    ("{1,2;3,4}+TRUE", "{1,2;3,4}+TRUE"),
    ("IF(a1,TAB1!A1)", "IF(B2,TAB1!B2)"),
]


@pytest.mark.parametrize(("formula", "expected"), MOVED)
def test_one_row_down_and_one_column_right(formula: str, expected: str) -> None:
    assert translate(formula, 1, 1) == expected


@pytest.mark.parametrize(("formula", "expected"), [("A1+B2", "#REF!+A1"), ("A:B", "#REF!"), ("1:2", "#REF!"), ("$A$1:B2", "$A$1:A1")])
def test_what_falls_off_the_sheet_is_an_error(formula: str, expected: str) -> None:
    assert translate(formula, -1, -1) == expected


def test_the_last_row_has_nothing_below() -> None:
    assert translate("XFD1048576", 1, 0) == "#REF!"
    assert translate("0:5", 1, 0) == "0:5"


REFERENCE = st.builds(
    lambda d1, column, d2, row: f"{d1}{column}{d2}{row}",
    st.sampled_from(["", "$"]),
    st.sampled_from(["F", "Z", "AA", "WAA"]),
    st.sampled_from(["", "$"]),
    st.integers(20, 90_000),
)
RANGE = st.one_of(
    REFERENCE,
    st.builds("{}:{}".format, REFERENCE, REFERENCE),
    st.sampled_from(["F:H", "$F:$H", "30:40", "$30:40"]),
    st.builds("{}!{}".format, st.sampled_from(["Sheet1", "'a ''b'' A9'", "สมาชิก"]), REFERENCE),
)
PIECE = st.one_of(RANGE, st.sampled_from(['"F20"', '"say ""F20"""', "12", "1.5", "2E+5", "TRUE", "rule_F20", "#N/A"]))
FORMULA = st.recursive(
    PIECE,
    lambda inner: st.one_of(
        st.builds("{}{}{}".format, inner, st.sampled_from(["+", "-", "*", "/", "&", "<>", "<="]), inner),
        st.builds("{}({},{})".format, st.sampled_from(["SUM", "LOG10", "ATAN2", "_xlfn.X.Y", "SATJA.INTEREST"]), inner, inner),
        st.builds("({})".format, inner),
    ),
    max_leaves=6,
)


@given(FORMULA, st.integers(-15, 200), st.integers(-5, 200))
def test_openpyxl_moves_it_the_same_way(formula: str, rows: int, columns: int) -> None:
    there = Translator(f"={formula}", origin=address(100, 100)).translate_formula(address(100 + rows, 100 + columns))
    assert f"={translate(formula, rows, columns)}" == there
