"""A simulated year of any fund type, typed into its book: what tests, measurements and samples go through for all four alike."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from templates.books import BOOKS
from templates.declare import FundBook, Size
from workshop.club import keep_club, simulate_club
from workshop.keep import Typed, keep
from workshop.revolving.keep import keep as keep_revolving
from workshop.revolving.year import simulate as simulate_revolving
from workshop.village.keep import keep_village
from workshop.village.year import simulate_village
from workshop.year import simulate

CLUB_BANKS = 2
"""The members' money and the club's own."""


def kept_year(fund: str, seed: int, members: int, first_day: dt.date) -> tuple[FundBook, Size, Typed]:
    """Give a fund type's book, its size, and what its treasurer typed in a simulated year; the same arguments give the same."""
    banks, typed = _YEARS[fund](seed, members, first_day)
    size = Size(members, banks)
    book = BOOKS[fund](size)
    return book, size, typed(book)


Kept = tuple[int, Callable[[FundBook], Typed]]


def brought(book: FundBook) -> dict[str, list[dict[str, Any]]]:
    """Give the rows a template brings with it."""
    return {name: [dict(row) for row in table.initial] for name, table in book.tables.items() if table.initial}


def _presets(book: FundBook) -> Mapping[str, Any]:
    return book.tables["rules"].initial[0]


def _savings_group(seed: int, members: int, first_day: dt.date) -> Kept:
    year = simulate(seed, members, first_day)
    return year.banks, lambda book: keep(year, _presets(book))


def _village_fund(seed: int, members: int, first_day: dt.date) -> Kept:
    year = simulate_village(seed, members, first_day)
    return year.banks, lambda book: keep_village(year, _presets(book))


def _revolving_fund(seed: int, members: int, first_day: dt.date) -> Kept:
    year = simulate_revolving(seed, members, first_day)
    return year.banks, lambda book: keep_revolving(year, _presets(book))


def _welfare_club(seed: int, members: int, first_day: dt.date) -> Kept:
    year = simulate_club(seed, members, first_day)
    return CLUB_BANKS, lambda book: keep_club(year, brought(book))


_YEARS: Mapping[str, Callable[[int, int, dt.date], Kept]] = {
    "savings-group": _savings_group, "village-fund": _village_fund, "revolving-fund": _revolving_fund, "welfare-club": _welfare_club,
}  # fmt: skip
