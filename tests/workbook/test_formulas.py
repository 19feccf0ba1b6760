"""Formulas are kept as the file spells them and read as they are meant."""

from __future__ import annotations

import doctest
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook import formulas
from workbook.addresses import COLUMNS
from workbook.formulas import Formulas, SharedFormula, spelt_out

SPELT = [
    "A1",
    'IF(A1&lt;&gt;"",A1&amp;"ก",&quot;&apos;&quot;)',
    "&amp;lt;",
    "&#38;lt;",
    "&#x26;#65;",
    "&#65;&#x0E01;",
    "1\r\n+2\r+3\n",
    "1&#13;&#10;",
    "&amp;amp;",
]


@pytest.mark.parametrize("spelt", SPELT)
def test_a_text_means_what_xml_makes_of_it(spelt: str) -> None:
    assert spelt_out(spelt.encode()) == ET.fromstring(f"<f>{spelt}</f>").text  # noqa: S314 - our own text


@given(st.text("&<>\"';#xXlgtamp1ก "))
def test_any_text_comes_back(text: str) -> None:
    assert spelt_out(escape(text).encode()) == text


def test_the_example_holds() -> None:
    assert doctest.testmod(formulas).failed == 0


def test_formulas_are_a_mapping_whichever_way_they_came() -> None:
    master = SharedFormula(0, 1, "A1")
    held = Formulas({(0, 1): "A1"})
    held[2, 1] = master
    held.keep([3 * COLUMNS + 2], [b"A1&gt;1"])
    assert dict(held) == {(0, 1): "A1", (2, 1): master, (3, 2): "A1>1"}
    assert len(held) == 3
    assert held == Formulas({(0, 1): "A1", (2, 1): master, (3, 2): "A1>1"})
    assert ((3, 2) in held, (3, 1) in held) == (True, False)


@pytest.mark.parametrize("place", [(0, COLUMNS + 1), (1, 1 - COLUMNS), (-1, 1), (0, -1)])
def test_a_place_off_the_sheet_is_never_that_of_another_cell(place: tuple[int, int]) -> None:
    held = Formulas({(0, 1): "A1", (1, 1): "A1"})
    assert place not in held
    assert held.get(place) is None


def test_a_formula_that_is_kept_as_xml_spells_it_can_be_compared_so() -> None:
    held = Formulas({(0, 1): "A1&B1"})
    held.keep([COLUMNS + 1], [b"A2&amp;B2"])
    assert held.stands_as(1, 1, b"A2&amp;B2")
    assert [held.stands_as(*other) for other in ((1, 1, b"A2&B2"), (0, 1, b"A1&amp;B1"), (2, 1, b"A2&amp;B2"))] == [False] * 3


def test_down_a_column_from_a_row() -> None:
    held = Formulas({(row, column): "A1" for row in (0, 4, 5, 9) for column in (0, 2)} | {(6, 1): "A1"})
    assert list(held.down(2, 4, 5)) == [0, 1]
    assert list(held.down(1, 4, 5)) == [2]
    assert list(held.down(3, 0, 99)) == []
