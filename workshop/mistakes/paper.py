"""CASH-08: receipts whose numbers do not run on as in the books of receipts."""

from collections.abc import Callable
from random import Random

from workshop.keep import Typed
from workshop.mistakes.amounts import BAHT, transposed
from workshop.mistakes.base import BaseBook
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, follows, kind, one_of, shuffled

Receipt = tuple[int, int]
SLIPS = 100
"""Receipts in a book."""

follows("CASH-08", "CASH-03", "CASH-04", "CASH-02", "CELL-08", "SIGN-01", "SAV-04", "REPAY-08", "REPAY-03", "ARRS-01", "SAV-03")


def slips(base: BaseBook) -> dict[Receipt, list[int]]:
    """Give the rows of every receipt, but for those taken back."""
    found: dict[Receipt, list[int]] = {}
    for index in base.receipts():
        found.setdefault(base.slip(index), []).append(index)
    return found


def book_row(base: BaseBook, book: int) -> frozenset[str]:
    """Give the line of a book in the register of receipt books."""
    return base.row("receipt_books", *base.find("receipt_books", book=book))


def _numbered(name: str, other: Callable[[BaseBook, Receipt, Random], Receipt | None], cause: Cause) -> None:
    """Register a receipt whose number was typed otherwise, on all its rows; both numbers are then looked for.

    A receipt that a row of the cash book names is left alone: that row would then name nothing.
    """

    def make(base: BaseBook, rng: Random) -> Slip:
        there = slips(base)
        named = set(base.column("cash", "reference"))
        for receipt, rows in shuffled(rng, there.items()):
            if base.value("receipts", "receipt", rows[0]) in named:
                continue
            written = other(base, receipt, rng)
            if written is None or written == receipt:
                continue
            typed = base.retype()
            for row in rows:
                typed["receipts"][row] |= {"book": written[0], "number": written[1]}
            near = _neighbours(there, receipt)
            cells = base.row("receipts", *rows, *near, *there.get(written, [])) | book_row(base, receipt[0]) | book_row(base, written[0])
            return Slip(base.kept(typed), cells)
        raise NoPlaceError

    kind("CASH-08", name, Mode.EITHER, cause)(make)


def _neighbours(there: dict[Receipt, list[int]], receipt: Receipt) -> list[int]:
    """Give the rows of the receipts before and after."""
    order = sorted(there)
    place = order.index(receipt)
    return [row for each in order[max(0, place - 1) : place + 2] if each != receipt for row in there[each]]


def _exchanged(_: BaseBook, receipt: Receipt, rng: Random) -> Receipt | None:
    written = transposed(receipt[1] * BAHT, rng)
    return None if written is None or written // BAHT > SLIPS else (receipt[0], written // BAHT)


def _before(base: BaseBook, receipt: Receipt, _: Random) -> Receipt | None:
    """Give the number of the receipt before."""
    earlier = (receipt[0], receipt[1] - 1)
    return earlier if earlier in slips(base) else None


def _book_before(_base: BaseBook, receipt: Receipt, _: Random) -> Receipt | None:
    """Give the number in the book before, where that book is full or was not there."""
    return (receipt[0] - 1, receipt[1]) if receipt[0] > 1 else None


_numbered("number-transposed", _exchanged, Cause.TRANSPOSED)
_numbered("number-of-the-one-before", _before, Cause.NONE)
_numbered("in-the-book-before", _book_before, Cause.NONE)


@kind("CASH-08", "number-left-blank", Mode.EITHER, also=("STRUCT-07",))
def number_left_blank(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a row without its receipt number, amounts as they were."""
    there = slips(base)
    named = set(base.column("cash", "reference"))
    single = {receipt: rows[0] for receipt, rows in there.items() if len(rows) == 1}
    receipt = one_of(rng, [receipt for receipt, row in single.items() if base.value("receipts", "receipt", row) not in named])
    (row,) = there[receipt]
    typed = base.retype()
    typed["receipts"][row]["number"] = None
    return Slip(base.kept(typed), base.row("receipts", row, *_neighbours(there, receipt)) | book_row(base, receipt[0]))


@kind("CASH-08", "receipt-not-typed", Mode.EITHER, Cause.MISSING)
def receipt_not_typed(base: BaseBook, rng: Random) -> Slip:
    """Make a receipt of savings that was not typed; the cash counted and the certificate are what there is."""
    there, named = slips(base), set(base.column("cash", "reference"))
    inside = {receipt: rows for receipt, rows in there.items() if not _at_an_end(base, receipt) and base.value("receipts", "receipt", rows[0]) not in named}
    saved = [receipt for receipt, rows in inside.items() if not any(base.value("receipts", "contract", row) for row in rows)]
    receipt = one_of(rng, saved)
    amount = sum(base.money("receipts", "amount", row) for row in there[receipt])
    near = [row - (len(there[receipt]) if row > there[receipt][0] else 0) for row in _neighbours(there, receipt)]
    typed: Typed = base.retype()
    typed["receipts"] = [record for row, record in enumerate(typed["receipts"]) if row not in there[receipt]]
    return Slip(base.kept(typed), base.row("receipts", *near) | book_row(base, receipt[0]), -amount)


def _at_an_end(base: BaseBook, receipt: Receipt) -> bool:
    """Tell whether a receipt is the first or the last used of its book: the book's line is then all that knows it."""
    lines = base.find("receipt_books", book=receipt[0])
    return any(receipt[1] in (base.value("receipt_books", "first", line), base.value("receipt_books", "last", line)) for line in lines)


@kind("CASH-08", "cancelled-one-not-listed", Mode.EITHER)
def cancelled_one_not_listed(base: BaseBook, rng: Random) -> Slip:
    """Make a cancelled receipt that is not in the list of those."""
    written = {base.slip(index) for index in base.used("receipts")}
    row = one_of(rng, [row for row in base.used("cancelled") if (base.value("cancelled", "book", row), base.value("cancelled", "number", row)) not in written])
    typed = base.retype()
    gone = typed["cancelled"].pop(row)
    there = slips(base) | {(gone["book"], gone["number"]): []}
    near = _neighbours(there, (gone["book"], gone["number"]))
    return Slip(base.kept(typed), base.row("receipts", *near) | base.row("cancelled", row) | book_row(base, gone["book"]))


@kind("CASH-08", "last-of-a-book-transposed", Mode.EITHER, Cause.TRANSPOSED)
def last_of_a_book_transposed(base: BaseBook, rng: Random) -> Slip:
    """Make the last number of the book in use, its digits exchanged."""
    row = base.used("receipt_books")[-1]
    book, last = (base.value("receipt_books", name, row) for name in ("book", "last"))
    written = transposed(last * BAHT, rng)
    if written is None or written // BAHT < base.value("receipt_books", "first", row):
        raise NoPlaceError
    typed = base.retype()
    typed["receipt_books"][row]["last"] = written // BAHT
    numbers = range(min(last, written // BAHT), max(last, written // BAHT) + 1)
    rows = [index for number in numbers for index in slips(base).get((book, number), [])]
    return Slip(base.kept(typed), base.row("receipt_books", row) | base.row("receipts", *rows))
