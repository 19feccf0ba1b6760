"""The one place where money is rounded."""

from fractions import Fraction
from typing import List, Sequence

from .errors import BadUnit, NegativeAmount, UnknownRounding
from .guards import Number, exact, no_negative

DOWN, HALF_UP, UP = "ปัดลง", "ปัดครึ่งขึ้น", "ปัดขึ้น"
DIRECTIONS = (DOWN, HALF_UP, UP)


def round_money(amount: Number, unit: int = 1, direction: str = HALF_UP) -> int:
    """Bring an exact amount to whole units of money, in satang.

    ``amount`` is satang, exact; ``unit`` is satang (1 a satang, 25 a quarter, 100 a baht);
    ``direction`` is one of DIRECTIONS. Half up where the by-laws are silent: every published example rounds so
    (A3 of the oracles: 18,521.15 × 5 % = 926.0575 is printed 926.06).
    Raises BadUnit, UnknownRounding, NotExact, NegativeAmount.

    >>> round_money(12345, 100, DOWN)
    12300
    """
    units = exact(amount) / _unit(unit)
    if units < 0:
        raise NegativeAmount(f"{amount} satang cannot be rounded as a payment")
    return (2 * units.numerator + _lift(units.denominator, direction)) // (2 * units.denominator) * unit


def round_column(amounts: Sequence[int], factor: Fraction, unit: int, direction: str) -> List[int]:
    """Multiply a column of whole amounts by one exact factor, each rounded as ``round_money`` does; the fraction is taken apart once.

    Raises BadUnit, UnknownRounding, NotExact, NegativeAmount.

    >>> round_column([1234500, 999900], Fraction(1, 100), 100, DOWN)
    [12300, 9900]
    """
    no_negative(money=amounts, numbers=(factor,))
    each = 2 * factor.numerator
    whole = 2 * factor.denominator * _unit(unit)
    lift = _lift(whole // 2, direction)
    return [(amount * each + lift) // whole * unit for amount in amounts]


def _unit(unit: int) -> int:
    if type(unit) is not int or unit <= 0:
        raise BadUnit(f"rounding unit {unit}")
    return unit


def _lift(denominator: int, direction: str) -> int:
    """Give what is added, in halves of a denominator's part, before flooring: nothing, a half, or all but one part."""
    lifts = {DOWN: 0, HALF_UP: denominator, UP: 2 * denominator - 2}
    if direction not in DIRECTIONS:
        raise UnknownRounding(f"direction of rounding {direction!r}: use one of {', '.join(DIRECTIONS)}")
    return lifts[direction]
