"""Likely causes: what arithmetic shows, and that nothing is said where two slips would do as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validator.causes import (
    DAY_LATE,
    MISSING,
    OTHER_CONTRACT,
    OTHER_MEMBER,
    ROUNDING,
    TEN_TIMES,
    TRANSPOSED,
    TWICE,
    WRONG_SIDE,
    Cause,
    agreed,
    digits_exchanged,
    of_figure,
    of_sum,
    of_typed,
    opposites,
)
from validator.words import cause

B = 100
"""A baht in satang."""


@pytest.mark.parametrize(
    ("found", "expected", "exchanged"),
    [
        (1_376 * B, 1_736 * B, True),
        (9_540 * B, 9_450 * B, True),
        (43_17, 41_37, True),
        (10 * B, 100 * B, False),  # a nought too few is no exchange
        (1_376 * B, 1_763 * B, False),  # not neighbours
        (3_600 * B, 6_300 * B, True),
        (-252 * B, -225 * B, True),
        (252 * B, -225 * B, False),
        (500 * B, 500 * B, False),
        (0, 0, False),
    ],
)
def test_neighbouring_digits_exchanged(found: int, expected: int, *, exchanged: bool) -> None:
    assert digits_exchanged(found, expected) is exchanged
    assert digits_exchanged(expected, found) is exchanged


@given(st.integers(10, 10**9), st.integers(0, 8))
def test_an_exchange_is_known_and_is_a_multiple_of_nine(amount: int, place: int) -> None:
    digits = list(str(amount))
    place %= len(digits) - 1
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    other = int("".join(digits))
    same_length = len(str(other)) == len(str(amount))
    assert digits_exchanged(amount, other) is (other != amount and same_length)
    assert (amount - other) % 9 == 0


@pytest.mark.parametrize(
    ("found", "expected", "code"),
    [
        (9_540 * B, 9_450 * B, TRANSPOSED),
        (1_000 * B, 100 * B, TEN_TIMES),
        (10 * B, 100 * B, TEN_TIMES),
        (100_50, 100_00, ROUNDING),
        (99_99, 100_00, ROUNDING),
        (750 * B, 100 * B, ""),
        (101 * B, 100 * B, ""),  # a whole baht is no rounding
        (100 * B, 0, ""),
        (5 * B, 5 * B, ""),
    ],
)
def test_of_one_figure(found: int, expected: int, code: str) -> None:
    cause = of_figure(found, expected)
    assert (cause.code if cause else "") == code


RECEIPTS = [(6, 350 * B), (7, 940 * B), (8, 50 * B), (9, 50 * B)]


@pytest.mark.parametrize(
    ("gap", "sides", "wanted"),
    [
        (-940 * B, False, Cause(MISSING, (7,))),
        (940 * B, False, Cause(TWICE, (7,))),
        (-50 * B, False, Cause(MISSING, (8, 9))),
        (-700 * B, True, Cause(WRONG_SIDE, (6,))),
        (-700 * B, False, None),  # where nothing has sides it is nothing
        (3_150 * B, False, Cause(TEN_TIMES, (6,))),
        (-315 * B, False, Cause(TEN_TIMES, (6,))),
        (-450 * B, False, Cause(TRANSPOSED, (7,))),  # 940 typed as 490
        (180 * B, False, Cause(TRANSPOSED, (6,))),  # 350 typed as 530
        (60, False, Cause(ROUNDING)),
        (123 * B, False, None),
        (0, False, None),
    ],
)
def test_of_a_sum(gap: int, wanted: Cause | None, *, sides: bool) -> None:
    assert of_sum(gap, RECEIPTS, sides=sides) == wanted


def test_nothing_is_said_where_two_slips_explain_a_gap() -> None:
    assert of_sum(-90 * B, [(1, 90 * B), (2, 100 * B)]) is None  # 90 missing, or 100 typed as 10


def test_nothing_is_said_where_a_slip_fits_too_many_rows() -> None:
    assert of_sum(-100 * B, [(row, 100 * B) for row in range(4)]) is None
    assert of_sum(-100 * B, [(row, 100 * B) for row in range(3)]) == Cause(MISSING, (0, 1, 2))


@pytest.mark.parametrize(
    ("gap", "typed", "wanted"),
    [
        (90 * B, [(3, 9_540 * B), (4, 130 * B)], Cause(TRANSPOSED, (3,))),
        (4_500 * B, [(3, 5_000 * B)], Cause(TEN_TIMES, (3,))),
        (1_000 * B, [(3, 500 * B)], Cause(WRONG_SIDE, (3,))),
        (500 * B, [(3, 500 * B), (8, 500 * B)], Cause(TWICE, (3, 8))),
        (500 * B, [(3, 500 * B)], None),  # it stands there once
        (-1_000 * B, [(3, -500 * B)], Cause(WRONG_SIDE, (3,))),
    ],
)
def test_of_amounts_as_they_were_typed(gap: int, typed: list[tuple[int, int]], wanted: Cause | None) -> None:
    assert of_typed(gap, typed) == wanted


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(-(10**7), 10**7)), max_size=12), st.integers(-(10**8), 10**8))
def test_a_cause_explains_the_whole_gap(rows: list[tuple[int, int]], gap: int) -> None:
    """Whatever is named, one amount of the rows it points at, changed by that slip, changes the sum by the gap."""
    cause = of_sum(gap, rows, sides=True)
    if cause is None or cause.code == ROUNDING:
        assert cause is None or abs(gap) < B
        return
    amounts = [amount for row, amount in rows if row in cause.rows]
    made = {
        MISSING: [-amount for amount in amounts],
        TWICE: amounts,
        WRONG_SIDE: [-2 * amount for amount in amounts],
        TEN_TIMES: [change for amount in amounts for change in (9 * amount, -9 * amount // 10)],
        TRANSPOSED: [gap for amount in amounts if digits_exchanged(amount, amount + gap)],
    }
    assert gap in made[cause.code]


def test_causes_that_disagree_say_nothing() -> None:
    assert agreed(Cause(TRANSPOSED), Cause(TRANSPOSED, (4,)), None) == Cause(TRANSPOSED, (4,))
    assert agreed(Cause(TRANSPOSED), Cause(TEN_TIMES, (4,))) is None
    assert agreed(None, None) is None


def test_opposites_are_paired_where_an_amount_stands_once_on_each_side() -> None:
    assert opposites([("a", 500), ("b", -500), ("c", 200)]) == [("a", "b")]
    assert opposites([("a", 500), ("b", -500), ("c", -500)]) == []


def test_every_cause_can_be_asked_about_with_rows_and_without() -> None:
    codes = {TRANSPOSED, TEN_TIMES, MISSING, TWICE, OTHER_MEMBER, OTHER_CONTRACT, WRONG_SIDE, DAY_LATE, ROUNDING}
    assert cause.WITH_ROWS.keys() == cause.ALONE.keys() == codes
