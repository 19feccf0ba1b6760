"""What happens in one year of a revolving fund, as facts: no sheets, no cells, no formulas.

Money is whole satang, dates are ``datetime.date``, account codes are text. ``bank`` is 0 where cash was paid, else the bank's number.
"""

import datetime as dt
from dataclasses import dataclass, field

from workshop.facts import CASH, Receipt

__all__ = ["CASH", "Receipt"]
RETURNED, OVER, FOUND_AGAIN, RECOVERED, DONATED = "ส่งคืนเงินยืม", "เงินส่งเกิน รอคืน", "ได้คืนเงินที่เคยหาไม่พบ", "ได้คืนเงินที่เคยสูญเสีย", "รายได้อื่น (บริจาค)"
"""What receipts are written for."""
ADDED, TAKEN_BACK, BANK_INTEREST, BANK_FEE, ALLOWED, GIVEN_BACK, SHORT = (
    "เงินทุนเพิ่มเติม", "ส่งเงินทุนคืนทางราชการ", "ดอกเบี้ยเงินฝากธนาคาร", "ค่าธรรมเนียมธนาคาร", "ค่าใช้จ่ายที่ระเบียบให้จ่าย", "คืนเงินส่งเกิน", "บันทึกเงินสดที่หาไม่พบ",
)  # fmt: skip
"""What comes and goes without a receipt."""
Plan = tuple[tuple[dt.date, int], ...]
"""Instalments as agreed: day and satang, at most six."""


@dataclass(frozen=True, slots=True)
class Household:
    """A target household; incomes are known or not."""

    id: str
    order: int
    title: str
    first: str
    last: str
    house: str
    people: int
    occupation: str
    incomes: tuple[int | None, int | None, int | None, int | None]
    joined: dt.date
    left: dt.date | None = None
    citizen_id: str = ""

    @property
    def name(self) -> str:
        """The head's name as on a slip."""
        return f"{self.title}{self.first} {self.last}"


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract: what no instalment covers falls due on ``due``; without a day nobody agreed on when."""

    number: str
    household: str
    round: int
    date: dt.date
    principal: int
    occupation: str
    minute: str
    due: dt.date | None
    plan: Plan = ()
    repaid_before: int = 0
    acknowledged: dt.date | None = None
    """Of a contract carried from earlier years: when new instalments were agreed on."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a receipt: what for, how much, on which contract."""

    item: str
    amount: int
    contract: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """A receipt: which household it is for (none where somebody else owes the fund), who brought it, its lines, in cash or to a bank."""

    date: dt.date
    receipt: Receipt
    household: str
    payer: str
    items: tuple[Item, ...]
    bank: int = 0

    @property
    def amount(self) -> int:
        """All that was brought."""
        return sum(item.amount for item in self.items)


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A receipt number spoiled: no money moved."""

    date: dt.date
    receipt: Receipt
    reason: str


@dataclass(frozen=True, slots=True)
class Reversed:
    """A receipt entered otherwise than it should have been, taken back under its own number the same day."""

    date: dt.date
    reason: str
    entered: Received


@dataclass(frozen=True, slots=True)
class Lent:
    """Money handed to a household."""

    date: dt.date
    contract: Contract
    voucher: str
    bank: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """Money taken from one place to another: 0 is the cash box."""

    date: dt.date
    document: str
    source: int
    target: int
    amount: int


@dataclass(frozen=True, slots=True)
class Came:
    """Money that came without a receipt: bank interest, capital."""

    date: dt.date
    document: str
    item: str
    amount: int
    bank: int


@dataclass(frozen=True, slots=True)
class Went:
    """Money that went: a fee, an expense the rules allow, capital sent back, what somebody had brought too much, cash nobody can find."""

    date: dt.date
    voucher: str
    item: str
    amount: int
    bank: int = 0
    payee: str = ""
    minute: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """A contract's rest proved lost: by a resolution, on a paper."""

    date: dt.date
    contract: str
    amount: int
    cause: str
    minute: str
    document: str


Event = Received | Cancelled | Reversed | Lent | Moved | Came | Went | Lost


@dataclass(frozen=True, slots=True)
class EarlierLoss:
    """A loss proved before this year."""

    who: str
    household: str
    amount: int
    minute: str
    document: str


@dataclass(frozen=True, slots=True)
class Proofs:
    """How the money was proved when the year was over."""

    counted_on: dt.date
    received_since: int = 0
    paid_since: int = 0
    in_transit: int = 0
    """Cash taken to bank 1 on the last day, which the bank writes the day after."""
    cash_count: dict[int, int] = field(default_factory=dict)
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """One year of one fund: how it began, what happened in the order it was written down."""

    village: str
    first_day: dt.date
    last_day: dt.date
    households: list[Household]
    contracts: list[Contract]
    """Those carried from earlier years; this year's stand in ``Lent``."""
    opening: dict[str, int]
    """Account code → satang, debit positive; adds up to 0."""
    capital: int
    capital_added: int
    earlier_losses: list[EarlierLoss]
    events: list[Event]
    receipt_books: list[tuple[int, int, int]]
    proofs: Proofs
    visits: dict[str, tuple[dt.date, int]]
    """Contract → when the household was visited, and what it said it owed on the last day."""
    snapshots: list[tuple[dt.date, str]]
    minutes: list[tuple[str, dt.date, str]]
    by_day: frozenset[dt.date]
    """Days whose receipts are one row of the cash and bank book; those of the others are a row each."""
    loan_limit: int | None = None
    first_year: bool = False
    banks: int = 1
    keepers: dict[int, str] = field(default_factory=dict)
    """Receipt book → who writes in it, where several are in use."""
