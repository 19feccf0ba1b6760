"""What a year has in store: a day, a place in the day, and what is done; and what is planned for each operating day."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

OPERATE, MEET, BANK, SPEND, DIE, INTEREST, CLOSE = range(7)
"""What comes first on one day."""
Task = tuple[dt.date, int, Callable[[], object]]
LAST = 11
"""The last month of a fund's year, counted from 0."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a year has in store for one operating day; ``index`` is the month of the fund's year, 0 to 11."""

    index: int
    date: dt.date
    joiners: int = 0
    leavers: int = 0
    parts: int = 0
    loans: int = 0
    brief: int = 0
    """Of the joiners: who will leave again in the year."""
    readmitted: int = 0
    """Of those who resigned: who comes back."""
    usual: bool = True
    """Whether the day was not moved: loans are made only then."""
    next: dt.date | None = None
    """The next operating day of the year."""
