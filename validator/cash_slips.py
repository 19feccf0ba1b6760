"""What one figure explains why the cash and bank book has more than there is, or less: a count or a certificate shows only the sum."""

from collections import Counter
from collections.abc import Sequence

from templates.books.words import MOVE
from templates.read import ReadBook
from validator.causes import MOST_CANDIDATES, TEN_TIMES, TRANSPOSED, Cause, of_typed, typed_slips
from validator.memo import once_a_book
from validator.postings import CASH, Line, Move, account_of, lines, moneys, moves, opening_of

Explained = tuple[Cause | None, Sequence[str]]
"""A cause whose rows are places in the cells beside it."""
SLIPS_OF_RECEIPTS = (TEN_TIMES, TRANSPOSED)
"""A receipt typed twice or taken back shows by its number; only the amount typed otherwise runs quietly on into the cash book."""


def book_balance(book: ReadBook, money: str) -> int:
    """Give what cash or a bank comes to by the rows of the book, in satang."""
    moved = sum(move.ins.get(money, 0) - move.outs.get(money, 0) for move in moves(book))
    return opening_of(book, account_of(book, money)) + moved


def bank_gap(book: ReadBook, index: int) -> int:
    """Give how much more a bank certifies, with what it has not entered yet, than the book has; ``index`` is its row of the bank proof."""
    rows = book.tables["bank_proof"]
    certified = rows.money("certificate", index) + rows.money("in_transit", index) - rows.money("outstanding", index)
    return certified - book_balance(book, bank_of(book, index))


def bank_of(book: ReadBook, index: int) -> str:
    """Give which bank a row of the bank proof is of: bank1 is the first row."""
    banks = [money for money in moneys(book) if money != CASH]
    place = book.tables["bank_proof"].used.index(index)
    return banks[place] if place < len(banks) else ""


def in_a_bank(book: ReadBook, gap: int) -> bool:
    """Tell whether what the cash has too much one bank lacks, to the satang: the money is all there."""
    rows = book.tables.get("bank_proof")
    if rows is None:
        return False
    certified = [index for index in rows.used if rows.columns["certificate"][index] is not None and bank_of(book, index)]
    return any(bank_gap(book, index) == -gap for index in certified)


def of_transfer(book: ReadBook, gap: int) -> Explained:
    """Look among the transfers for one on the other side that explains why there is so much more cash than the book has."""
    typed = [move for move in moves(book) if move.kind == MOVE]
    cause = of_typed(-gap, [(place, _net(move, CASH)) for place, move in enumerate(typed)])
    return cause, [_where(book, CASH, move) for move in typed]


def of_one_row(book: ReadBook, money: str, gap: int, piles: Sequence[Cause] = ()) -> Explained:
    """Look among payments, receipts without a slip and receipts for one figure that explains why there is so much more than the book has.

    Nothing is said where more than one kind of slip would explain it; ``piles`` are what the count itself could explain.
    """
    rows = [move for move in moves(book) if not move.from_receipts and move.kind != MOVE]  # a transfer would be off in the bank too
    slips = [line for line in lines(book) if line.money == money]
    places = [_where(book, money, move) for move in rows] + [book.tables["receipts"].where("amount", line.row) for line in slips]
    of_rows = typed_slips(-gap, [(place, _net(move, money)) for place, move in enumerate(rows)])
    of_slips = typed_slips(-gap, [(len(rows) + place, line.amount) for place, line in enumerate(slips)])
    of_slips = [
        Cause(cause.code, usual) for cause in of_slips if cause.code in SLIPS_OF_RECEIPTS and (usual := _made_usual(book, slips, cause, gap, len(rows)))
    ]
    found = [*of_rows, *of_slips, *piles]
    return found[0] if len(found) == 1 and len(found[0].rows) <= MOST_CANDIDATES else None, places


def _made_usual(book: ReadBook, slips: Sequence[Line], cause: Cause, gap: int, first: int) -> tuple[int, ...]:
    """Keep the receipts that the gap would make an amount the same member brings at other times for the same; typed, they are unlike those."""
    brought = _brought(book)
    whose = {place: (line.member, line.register, line.contract) for place, line in enumerate(slips, first) if place in cause.rows}
    return tuple(place for place, own in whose.items() if brought[own, slips[place - first].amount + gap] > brought[own, slips[place - first].amount])


@once_a_book
def _brought(book: ReadBook) -> Counter[tuple[tuple[str, str, str], int]]:
    """Count how often each member brought an amount for the same thing."""
    return Counter(((line.member, line.register, line.contract), line.amount) for line in lines(book))


def _net(move: Move, money: str) -> int:
    return move.ins.get(money, 0) - move.outs.get(money, 0)


def _where(book: ReadBook, money: str, move: Move) -> str:
    return book.tables["cash"].where(f"{money}_in" if money in move.ins else f"{money}_out", move.row)
