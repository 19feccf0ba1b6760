"""What comes first in the note: members' money and cash, then the larger difference. Order only; nothing is left out for being small."""

from collections.abc import Iterable
from dataclasses import dataclass

from templates.kinds import Kind
from templates.read import ReadBook
from validator.outcome import Finding, Spot
from workbook.cells import ErrorValue

LEAST = 100_00
ASSETS_SHARE, ALL = 5, 1_000
"""0.5 % of total assets."""
TRIVIAL_PERCENT = 5
CASH_TABLES = ("cash", "count", "denominations", "bank_proof")
PEOPLE = ("member", "contract")
TOTAL = "total of "


@dataclass(frozen=True)
class Materiality:
    """The limit for ordering, what is trivial beside it, and the total assets it comes from, in satang; assets None when unread."""

    limit: int
    trivial: int
    assets: int | None


def materiality(book: ReadBook | None) -> Materiality:
    """Give the larger of 100 baht and 0.5 % of total assets; 100 baht where the statement of financial position cannot be read.

    Total assets of 8,030,000.00 give 40,150.00, and 2,007.50 as trivial.
    """
    assets = _assets(book)
    limit = max(LEAST, (assets or 0) * ASSETS_SHARE // ALL)
    return Materiality(limit, limit * TRIVIAL_PERCENT // 100, assets)


def _assets(book: ReadBook | None) -> int | None:
    rows = book.tables.get("position") if book else None
    if rows is None or "assets" not in rows.place.letters or any(isinstance(value, ErrorValue) for value in rows.columns["assets"]):
        return None
    return sum(rows.money("assets", index) for index in rows.used) or None


def in_order(findings: Iterable[Finding], book: ReadBook | None, scale: Materiality) -> list[Finding]:
    """Sort findings: a difference in a member's balance or in cash first, then what is large or of unknown size, the trivial last.

    Within a class the larger difference stands first, whichever its sign; of equal ones the catalogue's order stays.
    """

    def rank(finding: Finding) -> tuple[int, int]:
        size = abs(finding.difference or 0)
        if size and _is_members_or_cash(book, finding.spots):
            return 0, -size
        if not size or size >= scale.limit:
            return 1, -size
        return (2 if size >= scale.trivial else 3), -size

    return sorted(findings, key=rank)


def _is_members_or_cash(book: ReadBook | None, spots: Iterable[Spot]) -> bool:
    """Tell whether one of the fields is money of a person's or a contract's row, or stands in the cash book, the count or the bank's proof."""
    tables = book.book.tables if book else {}
    for spot in spots:
        if spot.table in CASH_TABLES:
            return True
        columns = tables[spot.table].columns if spot.table in tables else {}
        column = columns.get(spot.column.removeprefix(TOTAL))
        if column is not None and column.kind is Kind.MONEY and any(name in columns for name in PEOPLE):
            return True
    return False
