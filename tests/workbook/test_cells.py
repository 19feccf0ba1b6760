"""A sheet answers for every place, filled or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cells import ErrorValue, Sheet, Workbook
from workbook.formulas import Formulas, SharedFormula

if TYPE_CHECKING:
    from workbook.cells import Source


def test_beyond_the_edge_everything_is_blank() -> None:
    sheet = Sheet("S", values=[[1.0], [None, "x"]])
    assert sheet.value(0, 0) == 1.0
    assert sheet.value(1, 1) == "x"
    assert [sheet.value(*place) for place in ((0, 1), (2, 0), (-1, 0), (0, -1))] == [None] * 4


def test_a_follower_reads_as_it_stands() -> None:
    master = SharedFormula(1, 2, "A2*$B$1")
    sheet = Sheet("S", formulas=Formulas({(1, 2): "A2*$B$1", (4, 3): master}))
    assert sheet.formula(1, 2) == "A2*$B$1"
    assert sheet.formula(4, 3) == "B5*$B$1"
    assert sheet.formula(0, 0) is None


def test_a_workbook_is_a_source() -> None:
    source: Source = Workbook()
    assert (source.sheets, source.names, source.date1904, source.producer) == ({}, {}, False, "")


def test_an_error_is_a_value_of_its_own() -> None:
    assert ErrorValue("#REF!") == ErrorValue("#REF!")
    assert ErrorValue("#REF!") != ErrorValue("#N/A")
