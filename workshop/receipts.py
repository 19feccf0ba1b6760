"""What stands on paper slips: everything a receipt is written for, receipts spoiled, and receipts reversed.

All facts with the same receipt stand on one slip. ``bank`` tells which bank a transfer came to.
"""

import datetime as dt
from dataclasses import dataclass

from .facts import CASH, Receipt


@dataclass(frozen=True, slots=True)
class Joined:
    """A new member paid the entry fee, in cash."""

    date: dt.date
    receipt: Receipt | None
    member: str
    fee: int


@dataclass(frozen=True, slots=True)
class Saved:
    """Savings of one member for one calendar month (1 to 12) of the fund's year, brought by ``payer``."""

    date: dt.date
    receipt: Receipt | None
    member: str
    amount: int
    month: int
    payer: str
    channel: str = CASH
    bank: int = 1


@dataclass(frozen=True, slots=True)
class Bought:
    """Shares bought in the year by one member."""

    date: dt.date
    receipt: Receipt
    member: str
    amount: int
    payer: str
    channel: str = CASH
    bank: int = 1


@dataclass(frozen=True, slots=True)
class Charged:
    """The fee for a contract."""

    date: dt.date
    receipt: Receipt
    member: str
    amount: int
    payer: str
    channel: str = CASH
    bank: int = 1


@dataclass(frozen=True, slots=True)
class Prepaid:
    """Money that is not yet savings or repaid: for next year's months, or more than was owed. The fund owes it to the member.

    Below zero it is owed no longer: what was brought last year becomes savings, which stand on the same receipt.
    """

    date: dt.date
    receipt: Receipt
    member: str
    amount: int
    payer: str
    channel: str = CASH
    bank: int = 1


@dataclass(frozen=True, slots=True)
class Repaid:
    """A repayment: principal, interest for so many whole months, and a fine where the principal was late (else 0)."""

    date: dt.date
    receipt: Receipt | None
    contract: str
    member: str
    principal: int
    interest: int
    fine: int
    months: int
    payer: str
    channel: str = CASH
    bank: int = 1
    purse: int = 0
    """The บัญชี the contract's money is of; 0 where a fund keeps none apart."""


@dataclass(frozen=True, slots=True)
class Offset:
    """หักกลบลบหนี้: the whole balance cleared out of the borrower's own savings. No cash moves; interest was paid that day by ``Repaid``."""

    date: dt.date
    receipt: Receipt | None
    contract: str
    member: str
    principal: int


Receipted = Joined | Saved | Bought | Charged | Prepaid | Repaid
"""What money is receipted for."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A receipt number spoiled: no money moved, both copies are kept."""

    date: dt.date
    receipt: Receipt
    reason: str


@dataclass(frozen=True, slots=True)
class Reversed:
    """A receipt that was entered otherwise than it should have been, taken back: all its facts again, below zero, under its own number.

    ``date`` is the day it was taken back; what is right stands under a new number.
    """

    date: dt.date
    receipt: Receipt
    reason: str
    facts: tuple[Receipted, ...]


@dataclass(frozen=True, slots=True)
class Recourse:
    """A guarantor paid in the borrower's place, by the receipt told; ``recovered`` is what came back to the guarantor since."""

    date: dt.date
    receipt: Receipt
    contract: str
    guarantor: str
    amount: int
    recovered: int = 0
