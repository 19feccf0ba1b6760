"""What happens in one year of a savings group, as facts: no sheets, no cells, no formulas.

Money is whole satang, dates are ``datetime.date``, account codes are text. A receipt is its book and its number in the book;
all facts with the same receipt stand on one slip of paper. A voucher is the number on a payment slip.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

Receipt = tuple[int, int]
"""The book, and the number in the book (1 to 100)."""
Amounts = tuple[tuple[str, int], ...]
"""Pairs of a member's id (or an account code) and satang, each id once, in order."""

CASH, TRANSFER = "เงินสด", "โอน"
RESIGNED, DEAD = "ลาออก", "เสียชีวิต"
MATERIALS, TRAVEL, MEETING, ALLOWANCE = "ค่าวัสดุและแบบพิมพ์", "ค่าเดินทาง", "ค่าใช้จ่ายในการประชุม", "ค่าเบี้ยเลี้ยงกรรมการ"
SPENDING = {MATERIALS: "54010", TRAVEL: "54020", MEETING: "54030", ALLOWANCE: "53020"}
"""The items of ``Spent`` and their accounts."""

ALLOCATION = (
    ("34100", "ทุนสำรอง", Decimal("0.10")),
    ("23041", "เงินปันผล", Decimal("0.50")),
    ("23042", "เงินเฉลี่ยคืน", Decimal("0.15")),
    ("34500", "ค่าตอบแทนกรรมการ", Decimal("0.10")),
    ("34530", "ทุนสวัสดิการ", Decimal("0.10")),
    ("34510", "สาธารณประโยชน์", Decimal("0.05")),
)


@dataclass(frozen=True, slots=True)
class Person:
    """A member: one who was there on the first day, or one who joined in the year (``joined`` in the year, ``opening`` 0)."""

    id: str
    title: str
    first: str
    last: str
    house: str
    birth: dt.date
    joined: dt.date
    pledge: int
    """Savings promised a month."""
    opening: int
    """Savings brought forward."""
    unpaid_dividend: int = 0
    """Dividend of earlier years never collected."""
    beneficiary: str = ""


@dataclass(frozen=True, slots=True)
class Contract:
    """A loan as agreed. The n-th instalment falls due (n − 1) × every months after the first; the last takes the rest."""

    number: str
    member: str
    date: dt.date
    principal: int
    rate: Decimal
    method: str
    instalment: int
    instalments: int
    first_due: dt.date
    guarantors: tuple[str, ...]
    minute: str
    purpose: str
    every: int = 1
    repaid_before: int = 0
    """Principal repaid in earlier years; 0 for a loan of this year."""
    interest_paid_to: dt.date | None = None
    """Of a loan carried from earlier years: the day up to which interest is paid."""


@dataclass(frozen=True, slots=True)
class Bylaws:
    """The rules the members agreed on. ``allocation`` is account code, label and share; the shares add up to 1."""

    share_value: int = 5_000
    savings_least: int = 5_000
    savings_most: int = 100_000
    entry_fee: int = 2_000
    loan_rate: Decimal = Decimal("0.12")
    loan_most: int = 5_000_000
    interest_method: str = "ลดต้นลดดอก"
    interest_unit: int = 100
    interest_direction: str = "ปัดลง"
    fine_rate: Decimal = Decimal("0.0025")
    """Of the late principal, a month."""
    fine_unit: int = 100
    fine_cap: int | None = None
    dividend_unit: int = 25
    average_return_cap: Decimal = Decimal("0.2")
    allocation: tuple[tuple[str, str, Decimal], ...] = ALLOCATION
    operating_day: int = 5
    cash_most: int = 500_000
    """Cash the treasurer may keep; above it money goes to the bank."""


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


@dataclass(frozen=True, slots=True)
class Lent:
    """A loan paid out in cash."""

    date: dt.date
    contract: Contract
    voucher: str


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


@dataclass(frozen=True, slots=True)
class Offset:
    """หักกลบลบหนี้: the whole balance cleared out of the borrower's own savings. No cash moves; interest was paid that day by ``Repaid``."""

    date: dt.date
    receipt: Receipt | None
    contract: str
    member: str
    principal: int


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
class Spent:
    """An expense paid in cash; ``item`` is a key of ``SPENDING``."""

    date: dt.date
    voucher: str
    item: str
    amount: int
    payee: str


@dataclass(frozen=True, slots=True)
class Banked:
    """Cash taken to the bank."""

    date: dt.date
    document: str
    amount: int


@dataclass(frozen=True, slots=True)
class Drew:
    """Cash drawn from the bank."""

    date: dt.date
    document: str
    amount: int


@dataclass(frozen=True, slots=True)
class BankInterest:
    """Interest the bank wrote into the passbook."""

    date: dt.date
    document: str
    amount: int


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
class StatusChanged:
    """A member resigned or died; stands before the ``Withdrew`` that pays the savings out."""

    date: dt.date
    member: str
    status: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A receipt number spoiled: no money moved, both copies are kept."""

    date: dt.date
    receipt: Receipt
    reason: str


Event = (
    Joined | Saved | Lent | Repaid | Offset | Withdrew | Spent | Banked | Drew | BankInterest
    | Resolved | PaidShare | StatusChanged | Cancelled
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
    """Satang of the note or coin → pieces, on the last day."""
    receipt_books: list[tuple[int, int, int]]
    """Book, first and last number used in the year, cancelled ones included."""
    seed: int
