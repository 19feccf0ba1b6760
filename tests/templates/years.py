"""Simulated years typed into the book, filled once for every test that asks."""

import datetime as dt
from functools import cache

from templates.books.savings_group import savings_group
from templates.declare import FundBook, Size
from templates.filled import Filled, fill
from workshop.keep import keep
from workshop.year import simulate

JANUARY = dt.date(2024, 1, 1)


@cache
def kept(seed: int, members: int, first_day: dt.date = JANUARY) -> tuple[FundBook, Size, Filled]:
    """Give a book, its size, and the book filled with a simulated year."""
    size = Size(members=members)
    book = savings_group(size)
    return book, size, fill(book, size, keep(simulate(seed, members, first_day), book.tables["rules"].initial[0]))
