"""Which registers a book keeps of what members hold and owe, and the accounts of the ledger that must say the same."""

from collections.abc import Iterator

from templates.books.members import HOLDINGS, Holding
from templates.read import ReadBook

LOANS = "account_loans"


def holdings(book: ReadBook) -> list[Holding]:
    """Give what members hold in a fund of this type: savings, shares."""
    return [holding for holding in HOLDINGS if holding.table in book.book.tables]


def loan_accounts(book: ReadBook) -> Iterator[tuple[str, int | None]]:
    """Give the by-laws that name the control accounts of loans, each with the บัญชี it lends from; one account for all where money is not apart."""
    declared = book.book.tables["rules"].columns
    apart = [(purse, name) for purse in range(2, 5) if (name := f"{LOANS}_{purse}") in declared]
    yield LOANS, 1 if apart else None
    for purse, name in apart:
        yield name, purse


def lent_from(book: ReadBook, purse: int | None) -> list[int]:
    """Give the contracts of a บัญชี; all of them where money is not apart."""
    rows = book.tables["loans"]
    return [index for index in rows.used if purse is None or rows.columns["purse"][index] == purse]
