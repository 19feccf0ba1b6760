"""The numbers of a receipt book: missing, repeated, of another book."""

from typing import Any

import pytest

from addin.udfs import Numbering, numbering, receipt_gaps
from addin.udfs.errors import BadReceipts


@pytest.mark.parametrize(
    ("first", "last", "used", "said"),
    [
        pytest.param(1, 62, list(range(1, 63)), "ครบ", id="golden-1-the-whole-year"),
        (1, 9, [1, 2, 3, 5, 5, 6], "ขาด 4, 7–9 · ซ้ำ 5"),
        (1, 5, [5, 4, 3, 2, 1], "ครบ"),
        (1, 5, [], "ขาด 1–5"),
        (7, 7, [], "ขาด 7"),
        (7, 7, [7], "ครบ"),
        (7, 7, [7, 7, 7], "ซ้ำ 7"),
        (1, 5, [2, 3, 4], "ขาด 1, 5"),
        (1, 5, [1, 2, 3, 4], "ขาด 5"),
        (1, 5, [2, 3, 4, 5], "ขาด 1"),
        (1, 5, [1, 2, None, 4, 0, 5], "ขาด 3"),
        (51, 100, [*range(51, 101), 101], "นอกเล่ม 101"),
        (51, 100, [*range(52, 101), 15, 15], "ขาด 51 · ซ้ำ 15 · นอกเล่ม 15"),
        (1, 1_000_000_000, [500_000_000], "ขาด 1–499999999, 500000001–1000000000"),
    ],
)
def test_receipt_gaps(first: int, last: int, used: list[int | None], said: str) -> None:
    assert receipt_gaps(first, last, used) == said


def test_what_is_odd_is_also_told_as_numbers() -> None:
    assert numbering(1, 50, [*range(3, 48), 50, 50, 101]) == Numbering([(1, 2), (48, 49)], [50], [101])


@pytest.mark.parametrize(
    ("first", "last", "used"),
    [
        (5, 4, []),
        (0, 4, []),
        (-1, 4, []),
        (1.0, 4, []),
        (1, None, []),
        (1, 4, [-1]),
        (1, 4, [1.0]),
        (1, 4, ["1"]),
        (1, 4, [True]),
    ],
)
def test_a_wrong_number_has_its_own_error(first: Any, last: Any, used: Any) -> None:
    with pytest.raises(BadReceipts):
        receipt_gaps(first, last, used)
    with pytest.raises(BadReceipts):
        numbering(first, last, used)
