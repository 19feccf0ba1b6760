"""The one place where money is rounded, and the guards every calculation shares."""

from decimal import Decimal
from fractions import Fraction
from typing import Union

from .errors import BadUnit, NegativeAmount, NegativePeriod, NegativeRate, UnknownRounding

Number = Union[int, Decimal, Fraction]

DOWN, HALF_UP, UP = "ปัดลง", "ปัดครึ่งขึ้น", "ปัดขึ้น"
DIRECTIONS = (DOWN, HALF_UP, UP)


def round_money(amount: Number, unit: int = 1, direction: str = HALF_UP) -> int:
    """Bring an exact amount to whole units of money, in satang.

    ``amount`` is satang, exact; ``unit`` is satang (1 a satang, 25 a quarter, 100 a baht);
    ``direction`` is one of DIRECTIONS. Half up where the by-laws are silent: every published example rounds so
    (A3 of the oracles: 18,521.15 × 5 % = 926.0575 is printed 926.06).
    Raises BadUnit, UnknownRounding, NegativeAmount.

    >>> round_money(Fraction(123450, 10), 100, DOWN)
    12300
    """
    if unit <= 0:
        raise BadUnit(f"rounding unit {unit}")
    units = exact(amount) / unit
    if units < 0:
        raise NegativeAmount(f"{amount} satang cannot be rounded as a payment")
    whole, rest = divmod(units.numerator, units.denominator)
    if direction == DOWN:
        return whole * unit
    if direction == HALF_UP:
        return (whole + (2 * rest >= units.denominator)) * unit
    if direction == UP:
        return (whole + (rest > 0)) * unit
    raise UnknownRounding(f"direction of rounding {direction!r}: use one of {', '.join(DIRECTIONS)}")


def exact(number: Number) -> Fraction:
    """Turn a number into a fraction: nothing is lost until the one rounding at the end."""
    return Fraction(number)


def no_negative(*, money: tuple[Number, ...] = (), rates: tuple[Number, ...] = (), periods: tuple[int, ...] = ()) -> None:
    """Refuse what no fund can mean: raises NegativeAmount, NegativeRate or NegativePeriod."""
    for amount in money:
        if amount < 0:
            raise NegativeAmount(f"{amount} satang is below zero")
    for rate in rates:
        if rate < 0:
            raise NegativeRate(f"rate {rate} is below zero")
    for period in periods:
        if period < 0:
            raise NegativePeriod(f"{period} periods are below zero")
