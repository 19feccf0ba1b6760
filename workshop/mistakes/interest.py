"""REPAY-02 and REPAY-03: what a borrower brought, split otherwise than the by-laws' order; interest that is not the by-laws'."""

from collections.abc import Callable, Collection, Iterable, Iterator
from fractions import Fraction
from random import Random

from addin.udfs import interest
from addin.udfs.interest import DECLINING
from templates.books import words
from templates.filled import Filled
from workshop.keep import Typed
from workshop.mistakes.amounts import BAHT, Change, by, ten_times_less, ten_times_more, transposed, transposed_up
from workshop.mistakes.base import BaseBook, satang
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, changed, kind, one_of, shuffled
from workshop.mistakes.repayments import Paid, repaid, whole, with_interest


def carried_on(base: BaseBook, typed: Typed, contracts: Collection[str], since: int = -1) -> Filled:
    """Fill a book in which the treasurer goes on with some contracts, after a receipt row, as their cards then say.

    Nobody pays back more than is owed, interest and fine are what the card gives, and the money was received so: the cash
    counted and the bank's certificate follow. NoPlaceError where a fine would come or go, a debt be paid more than once, or the box go below nothing.
    """
    later = [paid for paid in repaid(base) if paid.contract in contracts and min(paid.rows.values()) > since]
    after = _not_more_than_owed(base, typed, later)
    cards = after["cards"].columns
    charged = {words.INTEREST: "interest_due", words.FINE: "fine_due"}
    for paid, card in _on_cards(after, later):
        for register, column in charged.items():
            due = satang(cards[column][card])
            if (due and register not in paid.rows) or (register == words.FINE and not due and register in paid.rows):
                raise NoPlaceError
            if register in paid.rows:
                typed["receipts"][paid.rows[register]]["amount"] = due
    if any(satang(left) < 0 for left in cards["after"]):
        raise NoPlaceError
    try:
        after = base.kept(typed, proofs=True)
    except ValueError:
        raise NoPlaceError from None
    if any(satang(left) < 0 for left in after["cash"].columns["cash_balance"]):
        raise NoPlaceError
    return after


def _on_cards(filled: Filled, payments: Iterable[Paid]) -> Iterator[tuple[Paid, int]]:
    """Give each payment with its row on the card."""
    cards, receipts = filled["cards"].columns, filled["receipts"].columns["receipt"]
    rows = {(receipt, contract): row for row, (receipt, contract) in enumerate(zip(cards["receipt"], cards["contract"], strict=True))}
    return ((paid, rows[receipts[min(paid.rows.values())], paid.contract]) for paid in payments)


def _not_more_than_owed(base: BaseBook, typed: Typed, later: list[Paid]) -> Filled:
    """Fill the book with every later payment of principal no larger than what is then owed."""
    after = base.fill(typed)
    owed: dict[str, int] = {}
    for paid, card in _on_cards(after, later):
        left = owed.setdefault(paid.contract, satang(after["cards"].columns["before"][card]))
        record = typed["receipts"][paid.rows[words.PRINCIPAL]] if words.PRINCIPAL in paid.rows else {"amount": 0}
        record["amount"] = min(record["amount"], left)
        owed[paid.contract] = left - record["amount"]
        if not record["amount"]:
            raise NoPlaceError
    return base.fill(typed)


TRIES = 8
"""Payments looked at for one that can be split otherwise."""

# REPAY-02: the payment is what it was, its parts are not.


def _split(name: str, parts: Callable[[int, int, Random], int | None], cause: Cause = Cause.NONE) -> None:
    """Register a payment whose interest was written as ``parts`` of interest and principal gives it, the rest as principal."""

    def make(base: BaseBook, rng: Random) -> Slip:
        for paid in shuffled(rng, with_interest(base))[:TRIES]:
            principal, charged = (base.money("receipts", "amount", paid.rows[register]) for register in (words.PRINCIPAL, words.INTEREST))
            written = parts(charged, principal, rng)
            if written is None or written == charged:
                continue
            typed = base.retype()
            typed["receipts"][paid.rows[words.INTEREST]]["amount"] = written
            typed["receipts"][paid.rows[words.PRINCIPAL]]["amount"] = principal + charged - written
            try:
                return Slip(carried_on(base, typed, {paid.contract}, max(paid.rows.values())), whole(base, paid), written - charged)
            except NoPlaceError:
                continue
        raise NoPlaceError

    kind("REPAY-02", name, Mode.EITHER, cause)(make)


def _part(charged: int, _: int, rng: Random) -> int | None:
    """Leave some whole baht of interest, at least one."""
    return rng.randint(1, charged // BAHT - 1) * BAHT if charged > 2 * BAHT else None


def _lower(change: Change) -> Callable[[int, int, Random], int | None]:
    def written(charged: int, _: int, rng: Random) -> int | None:
        tries = (change(charged, rng) for _ in range(9))
        return next((less for less in tries if less is not None and less < charged), None)

    return written


_split("interest-into-principal", _part)
_split("exchanged", lambda charged, principal, _: principal if charged < principal else None)
_split("interest-transposed", _lower(transposed), Cause.TRANSPOSED)
_split("interest-ten-times-less", _lower(ten_times_less), Cause.TEN_TIMES)


@kind("REPAY-02", "fine-into-interest", Mode.EITHER, also=("REPAY-07",))
def fine_into_interest(base: BaseBook, rng: Random) -> Slip:
    """Make a fine receipted as interest."""
    paid = one_of(rng, [paid for paid in with_interest(base) if words.FINE in paid.rows])
    typed = base.retype()
    fine = typed["receipts"][paid.rows[words.FINE]]["amount"]
    typed["receipts"][paid.rows[words.INTEREST]]["amount"] += fine
    del typed["receipts"][paid.rows.pop(words.FINE)]
    return Slip(base.kept(typed), whole(base, paid), fine)


# REPAY-03: more interest than the by-laws give.


def _charged(name: str, more: Change, cause: Cause, *, received: bool) -> None:
    """Register an interest written higher: ``received`` so, or written otherwise than received."""

    def make(base: BaseBook, rng: Random) -> Slip:
        candidates = [(paid, base.money("receipts", "amount", paid.rows[words.INTEREST])) for paid in with_interest(base)]
        paid, amount, written = changed(rng, candidates, more)
        return _receipted(base, paid, written - amount, received=received)

    kind("REPAY-03", name, Mode.EITHER, cause)(make)


def _receipted(base: BaseBook, paid: Paid, more: int, *, received: bool) -> Slip:
    typed = base.retype()
    typed["receipts"][paid.rows[words.INTEREST]]["amount"] += more
    return Slip(base.kept(typed, proofs=received), whole(base, paid), more)


_charged("more-than-due", by(750), Cause.NONE, received=True)
_charged("transposed", transposed_up, Cause.TRANSPOSED, received=False)
_charged("ten-times", ten_times_more, Cause.TEN_TIMES, received=False)


@kind("REPAY-03", "rounded-up", Mode.EITHER, Cause.ROUNDING)
def rounded_up(base: BaseBook, rng: Random) -> Slip:
    """Interest rounded up to the by-laws' unit, which they round down."""
    for paid in shuffled(rng, with_interest(base)):
        (card,) = base.find("cards", contract=paid.contract, receipt=base.value("receipts", "receipt", paid.rows[words.INTEREST]))
        exactly = base.money("cards", "before", card) * Fraction(base.value("cards", "rate", card)) * base.value("cards", "months", card) / 12
        more = base.rule("interest_unit")
        if base.value("cards", "method", card) == DECLINING and 0 < exactly - base.money("cards", "interest", card) < more:
            return _receipted(base, paid, more, received=True)
    raise NoPlaceError


@kind("REPAY-03", "on-the-whole-loan", Mode.EITHER)
def on_the_whole_loan(base: BaseBook, rng: Random) -> Slip:
    """Interest on what was lent, where the by-laws charge what is still owed."""
    for paid in shuffled(rng, with_interest(base)):
        row = paid.rows[words.INTEREST]
        loan = base.where("loans", number=paid.contract)
        unit, direction = base.rule("interest_unit"), base.rule("interest_direction")
        months = base.value("receipts", "months", row)
        whole_loan = interest(base.money("loans", "principal", loan), base.value("loans", "rate", loan), 1, unit, direction) * months
        more = whole_loan - base.money("receipts", "amount", row)
        if more > 0 and base.value("loans", "method", loan) == DECLINING:
            return _receipted(base, paid, more, received=True)
    raise NoPlaceError
