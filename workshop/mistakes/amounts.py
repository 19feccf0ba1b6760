"""How a hand slips when it writes an amount: each gives the amount as written, or None where this slip leaves no such mark.

Amounts are satang; people write baht, so digits are exchanged and dropped in the baht.
"""

from collections.abc import Callable
from random import Random

Change = Callable[[int, Random], int | None]
BAHT, TENFOLD = 100, 10


def transposed(amount: int, rng: Random) -> int | None:
    """Exchange two neighbouring digits that differ; the first digit stays one."""
    sign, (baht, rest) = (-1 if amount < 0 else 1), divmod(abs(amount), BAHT)
    digits = str(baht)
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1] and (place or digits[1] != "0")]
    if not places:
        return None
    place = rng.choice(places)
    exchanged = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    return sign * (int(exchanged) * BAHT + rest)


def transposed_up(amount: int, rng: Random) -> int | None:
    """Exchange two digits so that the amount grows."""
    tries = (transposed(amount, rng) for _ in range(9))
    return next((changed for changed in tries if changed is not None and changed > amount), None)


def ten_times(amount: int, rng: Random) -> int | None:
    """Write a nought too many, or one too few where the last digit of the baht is one."""
    if not amount:
        return None
    few = amount % (TENFOLD * BAHT) == 0 and rng.random() < 0.5  # noqa: PLR2004 (as often as the other)
    return amount // TENFOLD if few else amount * TENFOLD


def ten_times_more(amount: int, _: Random) -> int | None:
    """Write a nought too many."""
    return amount * TENFOLD if amount else None


def ten_times_less(amount: int, _: Random) -> int | None:
    """Write a nought too few, where the last digit of the baht is one."""
    return amount // TENFOLD if amount and amount % (TENFOLD * BAHT) == 0 else None


def left_out(amount: int, _: Random) -> int | None:
    """Write nothing."""
    return 0 if amount else None


def doubled(amount: int, _: Random) -> int | None:
    """Write it twice."""
    return 2 * amount if amount else None


def satang_dropped(amount: int, _: Random) -> int | None:
    """Leave the satang out."""
    return amount - amount % BAHT if amount > 0 and amount % BAHT else None


def by(change: int) -> Change:
    """Write so many satang more."""
    return lambda amount, _: amount + change if amount else None
