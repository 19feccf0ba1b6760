"""No call of a function is decoration: where LibreOffice knows none of ours, the plain formula gives what the function gives."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from addin.udfs import UDFS
from tests.libreoffice.calling import Called, call_all
from tests.libreoffice.conftest import CALLED, Recalculated
from tests.libreoffice.formulas import Call, calls_of_ours, outermost, reference

pytestmark = [pytest.mark.long, pytest.mark.xdist_group("libreoffice")]

LEAST_CALLS = 200
SHOWN = 10


@pytest.fixture(scope="module")
def called(recalculated: Recalculated) -> list[Called]:
    return [call_all(made.written, back) for made, back in (recalculated[case] for case in CALLED)]


def test_every_call_gives_what_its_cell_shows(called: list[Called]) -> None:
    assert [difference for each in called for difference in each.differences][:SHOWN] == []
    assert all(each.reached.total() > LEAST_CALLS for each in called)


def test_every_function_of_the_book_was_called(called: list[Called]) -> None:
    for each in called:
        assert each.written.keys() == each.reached.keys(), each.reached
    telling = sum((each.telling for each in called), Counter[str]())
    assert set(telling) == set(called[0].written), telling


def test_a_function_one_satang_off_would_be_seen_in_every_cell(recalculated: Recalculated, monkeypatch: pytest.MonkeyPatch) -> None:
    def off(call: Any) -> Any:
        def answer(*arguments: Any) -> Any:
            known = call(*arguments)
            return known + (" " if isinstance(known, str) else 1)

        return answer

    for name, known in UDFS.items():
        monkeypatch.setitem(UDFS, name, replace(known, call=off(known.call)))
    made, back = recalculated[CALLED[0]]
    called = call_all(made.written, back)
    assert len(called.differences) == called.reached.total() > LEAST_CALLS


def test_formulas_are_taken_apart_at_their_own_commas() -> None:
    text = """IF($A6="a,)","",IFERROR(SATJA.AGEING($I6,'a,( ข'!$B$38:$B$41),SUM({1,2},(3))))"""
    assert outermost(text) == Call("IF", ['$A6="a,)"', '""', "IFERROR(SATJA.AGEING($I6,'a,( ข'!$B$38:$B$41),SUM({1,2},(3)))"])
    assert calls_of_ours(text) == [Call("AGEING", ["$I6", "'a,( ข'!$B$38:$B$41"])]
    assert outermost("SUM(1)+SUM(2)") is None


@pytest.mark.parametrize(
    ("text", "sheet", "cells"),
    [
        ("$I6", "", [(5, 8)]),
        ("'a b'!$B$2:$B$3", "a b", [(1, 1), (2, 1)]),
        ("เงินสัจจะ!$A$1:B1", "เงินสัจจะ", [(0, 0), (0, 1)]),
    ],
)
def test_a_reference_names_its_cells(text: str, sheet: str, cells: list[tuple[int, int]]) -> None:
    found = reference(text)
    assert found
    assert (found.sheet, list(found.places())) == (sheet, cells)


@pytest.mark.parametrize("text", ["SUM(A1)", "A1+1", "rule_x", "0.01", '"A1"'])
def test_what_is_more_than_a_reference_is_none(text: str) -> None:
    assert reference(text) is None
