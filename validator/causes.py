"""The likely cause of a difference, where arithmetic shows it: asked as a question, and only when it explains the whole difference.

A slip is known by what it does to one figure: two digits exchanged change it by a multiple of nine, a digit too many or too few
makes it ten times or a tenth, a receipt left out is missing whole, one posted twice is there once too often, and one on the wrong
side counts twice against.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Place = TypeVar("Place")

TRANSPOSED, TEN_TIMES, MISSING, TWICE = "transposed", "ten times", "missing", "twice"
OTHER_MEMBER, OTHER_CONTRACT, WRONG_SIDE, DAY_LATE, ROUNDING = "other member", "other contract", "wrong side", "day late", "rounding"
BAHT = 100
MOST_CANDIDATES = 3
"""A cause that fits more rows than this points nowhere."""


@dataclass(frozen=True)
class Cause:
    """A cause by its code, and the rows it points at."""

    code: str
    rows: tuple[int, ...] = ()


def digits_exchanged(found: int, expected: int) -> bool:
    """Tell whether two amounts differ by two neighbouring digits exchanged: 1,376.00 and 1,736.00 do."""
    one, two = str(abs(found)), str(abs(expected))
    if len(one) != len(two) or (found < 0) != (expected < 0):
        return False
    places = [place for place, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    return len(places) == 2 and places[1] == places[0] + 1 and one[places[0]] == two[places[1]] and one[places[1]] == two[places[0]]  # noqa: PLR2004 - a pair


def is_ten_times(found: int, expected: int) -> bool:
    """Tell whether one amount is ten times the other."""
    return bool(found and expected) and (found == 10 * expected or expected == 10 * found)


_BETWEEN: Mapping[str, Callable[[int, int], bool]] = {TRANSPOSED: digits_exchanged, TEN_TIMES: is_ten_times}
"""Slips of one figure, told from what is seen and what should be."""


def of_figure(found: int, expected: int) -> Cause | None:
    """Give the cause that two readings of one typed figure show."""
    for code, holds in _BETWEEN.items():
        if holds(found, expected):
            return Cause(code)
    return Cause(ROUNDING) if 0 < abs(found - expected) < BAHT else None


def of_sum(gap: int, amounts: Iterable[tuple[int, int]], *, sides: bool = False) -> Cause | None:
    """Give the one cause that explains a sum's whole gap (found less expected) by one of its amounts; ``amounts`` are row and satang.

    With 500.00 missing and one receipt of 500.00 among them, that receipt is MISSING; where more than one kind of slip would
    explain the gap, or too many rows would, nothing is said. ``sides`` looks for an amount on the wrong side as well.
    """
    if not gap:
        return None
    rows = list(amounts)
    found: dict[str, tuple[int, ...]] = {}
    for code, explains in _OF_ONE.items():
        if code == WRONG_SIDE and not sides:
            continue
        fitting = tuple(row for row, amount in rows if amount and explains(gap, amount))
        if fitting:
            found[code] = fitting
    if len(found) == 1:
        code, fitting = next(iter(found.items()))
        return Cause(code, fitting) if len(fitting) <= MOST_CANDIDATES else None
    return Cause(ROUNDING) if not found and abs(gap) < BAHT else None


def of_typed(gap: int, amounts: Iterable[tuple[int, int]]) -> Cause | None:
    """Give the one cause that explains a sum's whole gap by one amount as it was typed; ``amounts`` are row and satang as they stand.

    With 4,500.00 too much and a row of 5,000.00, that row is TEN_TIMES what it should be.
    """
    found = typed_slips(gap, amounts)
    return found[0] if len(found) == 1 and len(found[0].rows) <= MOST_CANDIDATES else None


def typed_slips(gap: int, amounts: Iterable[tuple[int, int]]) -> list[Cause]:
    """Give every cause that explains a sum's whole gap by one amount as it was typed, with all the rows that fit."""
    rows = [(row, amount) for row, amount in amounts if amount]
    seen: dict[int, int] = {}
    for _, amount in rows:
        seen[amount] = seen.get(amount, 0) + 1
    explains: Mapping[str, Callable[[int], bool]] = {
        WRONG_SIDE: lambda typed: gap == 2 * typed,
        TWICE: lambda typed: gap == typed and seen[typed] == 2,  # noqa: PLR2004 - it stands there a second time
        TEN_TIMES: lambda typed: is_ten_times(typed, typed - gap),
        TRANSPOSED: lambda typed: digits_exchanged(typed, typed - gap),
    }
    fits = ((code, tuple(row for row, typed in rows if holds(typed))) for code, holds in explains.items())
    return [Cause(code, places) for code, places in fits if places] if gap else []


def agreed(*causes: Cause | None) -> Cause | None:
    """Give the cause where all that say something say the same; one that points at rows before one that does not."""
    known = sorted((cause for cause in causes if cause), key=lambda cause: not cause.rows)
    return known[0] if len({cause.code for cause in known}) == 1 else None


def _exchanged_in(gap: int, amount: int) -> bool:
    """Tell whether exchanging two neighbouring digits of an amount changes it by the gap."""
    return digits_exchanged(amount + gap, amount)


_OF_ONE: Mapping[str, Callable[[int, int], bool]] = {
    MISSING: lambda gap, amount: gap == -amount,
    TWICE: lambda gap, amount: gap == amount,
    WRONG_SIDE: lambda gap, amount: gap == -2 * amount,
    TEN_TIMES: lambda gap, amount: is_ten_times(amount + gap, amount),
    TRANSPOSED: _exchanged_in,
}


def opposites(gaps: Sequence[tuple[Place, int]]) -> list[tuple[Place, Place]]:
    """Pair places whose gaps cancel: what one has too much another lacks. Only amounts that occur once on each side are paired."""
    over: dict[int, list[Place]] = {}
    under: dict[int, list[Place]] = {}
    for place, gap in gaps:
        (over if gap > 0 else under).setdefault(abs(gap), []).append(place)
    return [(over[amount][0], under[amount][0]) for amount in over if len(over[amount]) == 1 and len(under.get(amount, ())) == 1]
