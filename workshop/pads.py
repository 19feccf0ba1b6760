"""The receipt books on the table: one a collector, each from its first free slip to its last."""

from random import Random

from .facts import Receipt

SLIPS = 100
"""Receipts in a book."""
BEGUN = 60
"""A book brought from last year has at most so many slips used up."""


class Pads:
    """Which slip comes next, and which were used: ``used`` is book → first and last number, ``keepers`` book → place of its collector."""

    def __init__(self, first: int, collectors: int, odd: Random) -> None:
        book, used_up = divmod(first, SLIPS)
        self.next: list[Receipt] = [(book + 1, used_up + 1)]
        self.next += [(book + 1 + place, odd.randrange(BEGUN) + 1) for place in range(1, collectors)]
        self.newest = book + collectors
        self.used: dict[int, tuple[int, int]] = {}
        self.keepers: dict[int, int] = {}

    def turn(self) -> None:
        """Begin another year in the same books."""
        self.used, self.keepers = {}, {}

    def at_edge(self, collector: int) -> bool:
        """Whether the next slip is the first or the last of a book."""
        return self.next[collector][1] in (1, SLIPS, SLIPS + 1)

    def take(self, collector: int) -> Receipt:
        """Take the next slip; from a new book where the last is used up."""
        book, number = self.next[collector]
        if number > SLIPS:
            self.newest += 1
            book, number = self.newest, 1
        self.next[collector] = book, number + 1
        self.used[book] = self.used.get(book, (number, number))[0], number
        self.keepers[book] = collector
        return book, number

    def books(self) -> list[tuple[int, int, int]]:
        """Book, first and last number used."""
        return [(book, *self.used[book]) for book in sorted(self.used)]
