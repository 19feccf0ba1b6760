"""The declared books, by the name the command calls them."""

from collections.abc import Callable

from templates.books.revolving_fund import revolving_fund
from templates.books.savings_group import savings_group
from templates.books.village_fund import village_fund
from templates.books.welfare_club import welfare_club
from templates.declare import FundBook, Size

BOOKS: dict[str, Callable[[Size], FundBook]] = {
    "savings-group": savings_group, "village-fund": village_fund, "revolving-fund": revolving_fund, "welfare-club": welfare_club,
}  # fmt: skip
