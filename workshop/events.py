"""What happens in one year of a savings group, as facts: no sheets, no cells, no formulas.

Money is whole satang, dates are ``datetime.date``, account codes are text. What is receipted stands in ``receipts``, who the
fund is in ``facts``. A voucher is the number on a payment slip. ``bank`` is 0 where cash was paid, else the bank's number.
"""

import datetime as dt
from dataclasses import dataclass, field

from .facts import BANKS, Amendment, Amounts, Brought, Bylaws, Contract, HandedOver, Person, Proofs
from .receipts import Bought, Cancelled, Charged, Joined, Offset, Prepaid, Recourse, Repaid, Reversed, Saved


@dataclass(frozen=True, slots=True)
class Lent:
    """A loan paid out."""

    date: dt.date
    contract: Contract
    voucher: str
    bank: int = 0


@dataclass(frozen=True, slots=True)
class Withdrew:
    """Savings paid back in cash; ``left`` when all of it goes to one who resigned, or to the heir of one who died."""

    date: dt.date
    voucher: str
    member: str
    amount: int
    left: bool
    payee: str = ""


@dataclass(frozen=True, slots=True)
class SharesBack:
    """Shares paid back in cash to one who left, or to an heir."""

    date: dt.date
    voucher: str
    member: str
    amount: int
    payee: str


@dataclass(frozen=True, slots=True)
class Refunded:
    """Money received before its time, or above what was owed, given back in cash."""

    date: dt.date
    voucher: str
    member: str
    amount: int
    payee: str


@dataclass(frozen=True, slots=True)
class Spent:
    """An expense paid; ``item`` is a key of ``SPENDING``."""

    date: dt.date
    voucher: str
    item: str
    amount: int
    payee: str
    bank: int = 0


@dataclass(frozen=True, slots=True)
class Helped:
    """A welfare payment in cash, out of what the members set aside for it: the right, its ceiling, the minute."""

    date: dt.date
    voucher: str
    member: str
    right: str
    ceiling: int
    amount: int
    minute: str


@dataclass(frozen=True, slots=True)
class Advanced:
    """Cash handed to one of the committee to buy something with."""

    date: dt.date
    voucher: str
    payee: str
    amount: int


@dataclass(frozen=True, slots=True)
class Cleared:
    """An advance cleared: what was bought (``item`` of ``SPENDING``), and the cash brought back."""

    date: dt.date
    document: str
    payee: str
    item: str
    spent: int
    returned: int


@dataclass(frozen=True, slots=True)
class Banked:
    """Cash taken to the bank."""

    date: dt.date
    document: str
    amount: int
    bank: int = 1


@dataclass(frozen=True, slots=True)
class Drew:
    """Cash drawn from the bank."""

    date: dt.date
    document: str
    amount: int
    bank: int = 1


@dataclass(frozen=True, slots=True)
class Moved:
    """Money moved from one bank to another."""

    date: dt.date
    document: str
    source: int
    target: int
    amount: int


@dataclass(frozen=True, slots=True)
class BankInterest:
    """Interest the bank wrote into the passbook."""

    date: dt.date
    document: str
    amount: int
    bank: int = 1


@dataclass(frozen=True, slots=True)
class Granted:
    """A grant that came to the bank, to be capital."""

    date: dt.date
    document: str
    amount: int
    bank: int = 1


@dataclass(frozen=True, slots=True)
class Funded:
    """Money to be lent that came to a bank: more of the state's, or a bank's own loan to the fund."""

    date: dt.date
    document: str
    source: str
    kind: str
    purse: int
    amount: int
    bank: int
    purpose: str
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Remitted:
    """Principal of a bank's loan to the fund paid back out of the บัญชี it was lent from, and the interest out of another bank."""

    date: dt.date
    voucher: str
    payee: str
    principal: int
    interest: int
    bank: int
    interest_bank: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """The general meeting allocates last year's profit: Dr 33010 the sum of ``lines``, Cr each line.

    ``dividends`` add up to the line of 23041, ``returns`` to that of 23042; what rounding left is in 34100.
    """

    date: dt.date
    minute: str
    lines: Amounts
    dividends: Amounts
    returns: Amounts


@dataclass(frozen=True, slots=True)
class PaidShare:
    """Dividends and average returns paid in cash against signature, and the committee's pay; who did not come is not listed."""

    date: dt.date
    voucher: str
    dividends: Amounts
    returns: Amounts
    committee: int


@dataclass(frozen=True, slots=True)
class WroteOff:
    """A debt written off by a resolution, against ``account`` (the allowance, or an expense where nothing was set aside)."""

    date: dt.date
    contract: str
    amount: int
    minute: str
    account: str


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A journal voucher of two lines that moves no money: depreciation, the allowance."""

    date: dt.date
    text: str
    debit: str
    credit: str
    amount: int


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """A member resigned or died; stands before the ``Withdrew`` that pays the savings out."""

    date: dt.date
    member: str
    status: str


Event = (
    Joined | Saved | Bought | Charged | Prepaid | Lent | Repaid | Offset | Recourse | Withdrew | SharesBack | Refunded | Spent | Helped | Advanced | Cleared
    | Banked | Drew | Moved | BankInterest | Granted | Funded | Remitted | Resolved | PaidShare | WroteOff | Adjusted | StatusChanged | Cancelled | Reversed
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Year:
    """One year of one fund: how it began, what happened in the order the treasurer wrote it, how the cash was counted."""

    fund: str
    village: str
    bylaws: Bylaws
    first_day: dt.date
    last_day: dt.date
    people: list[Person]
    """Everyone, in the order of ids, those who joined in the year too."""
    committee: list[tuple[str, str]]
    """Post and member's id."""
    contracts: list[Contract]
    """Those carried from earlier years; this year's stand in ``Lent``."""
    opening: dict[str, int]
    """Account code → satang, debit positive; adds up to 0."""
    events: list[Event]
    cash_count: dict[int, int]
    """Satang of the note or coin → pieces, when the cash was counted."""
    receipt_books: list[tuple[int, int, int]]
    """Book, first and last number used in the year, cancelled ones included."""
    seed: int
    collectors: dict[int, str] = field(default_factory=dict)
    """Receipt book → who writes in it, where several are in use at once."""
    one_by_one: frozenset[dt.date] = frozenset()
    """Operating days whose receipts stand in the cash book a row each; those of the others are one row."""
    minutes: tuple[tuple[str, dt.date, str], ...] = ()
    """Number, day and subject of resolutions, beside that on last year's profit."""
    amendments: tuple[Amendment, ...] = ()
    handed_over: tuple[HandedOver, ...] = ()
    first_year: bool = False
    proofs: Proofs = field(default_factory=Proofs)
    banks: int = 1
    """How many banks the fund has: the book must have room for them."""
    bank_accounts: dict[int, str] = field(default_factory=lambda: dict(BANKS))
    brought: Brought | None = None
    """Of a year that was lived after another: what it took over; None where the years before are only invented."""
