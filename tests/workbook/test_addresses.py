"""Places of cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.addresses import COLUMNS, ROWS, address, column_index, column_letters, parse_address


@given(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1))
def test_an_address_comes_back(row: int, column: int) -> None:
    assert parse_address(address(row, column)) == (row, column)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")])
def test_letters_of_columns(index: int, letters: str) -> None:
    assert column_letters(index) == letters
    assert column_index(letters.lower()) == index


def test_dollars_do_not_matter() -> None:
    assert parse_address("$C$6") == parse_address("c6") == (5, 2)


@pytest.mark.parametrize("text", ["", "C", "6", "C0", "C06", "XFE1", "A1048577", "A1:B2", "ก1", "AAAA1"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match=r"address|outside"):
        parse_address(text)


def test_what_is_no_column_or_row() -> None:
    with pytest.raises(ValueError, match="no column"):
        column_letters(-1)
    with pytest.raises(ValueError, match="no column"):
        column_index("A1")
    with pytest.raises(ValueError, match="no column"):
        column_index("")
    with pytest.raises(ValueError, match="no row"):
        address(-1, 0)
