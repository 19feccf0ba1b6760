"""How the people of a simulated fund behave, as shares between 0 and 1 unless it says otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habits:
    """The usual village. ``Habits(late=0)`` is one where nobody is late by choice."""

    carried: float = 0.22
    """Loans carried from earlier years, to members."""
    lent: float = 0.23
    """Loans of this year, to members (where the money allows)."""
    arrears: float = 0.15
    """Carried loans already late on the first day."""
    late: float = 0.25
    """Loans whose borrower misses instalments and pays them later."""
    never: float = 0.06
    """Loans whose borrower stops paying."""
    ahead: float = 0.08
    """Loans whose borrower pays more principal than is due."""
    early: float = 0.06
    """Loans paid off before time."""
    seasonal: float = 0.05
    """New loans with an instalment every three months."""
    offsets: int = 2
    """Loans cleared out of savings, at most, in number."""
    skipped: float = 0.03
    """Months in which one brings no savings."""
    made_up: float = 0.75
    """Missed months paid the month after."""
    together: float = 0.15
    """Members whose money another of the house brings."""
    joiners: float = 0.03
    leavers: float = 0.02
    deaths: int = 2
    """Deaths in the year, at most, in number."""
    part: float = 0.01
    """Members who take out a part of their savings."""
    transfers: float = 0.02
    """Receipts paid by transfer."""
    cancelled: float = 0.004
    """Receipts spoiled."""
    unclaimed: float = 0.06
    """Members who do not come for their dividend."""
    moved: float = 0.08
    """Operating days moved to the next day (and those on a Sunday)."""


USUAL = Habits()
