"""The declared books, by the name the command calls them."""

from collections.abc import Callable

from templates.books.savings_group import savings_group
from templates.declare import FundBook, Size

BOOKS: dict[str, Callable[[Size], FundBook]] = {"savings-group": savings_group}
