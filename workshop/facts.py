"""Who a savings group is and what it agreed on: its members, its contracts, its by-laws.

Money is whole satang, dates are ``datetime.date``, account codes are text.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

Receipt = tuple[int, int]
"""The book, and the number in the book (1 to 100)."""
Amounts = tuple[tuple[str, int], ...]
"""Pairs of a member's id (or an account code) and satang, each id once, in order."""

CASH, TRANSFER, FROM_SAVINGS, FROM_DIVIDEND = "เงินสด", "โอน", "หักเงินสัจจะ", "หักปันผล"
"""How a receipt is paid; out of savings or of a dividend no money moves."""
ACTIVE, RESIGNED, DEAD = "ปกติ", "ลาออก", "เสียชีวิต"
USUAL_LOAN, EMERGENCY, LAND = "สามัญ", "ฉุกเฉิน", "ไถ่ถอนที่ดิน"
MATERIALS, TRAVEL, MEETING, ALLOWANCE = "ค่าวัสดุและแบบพิมพ์", "ค่าเดินทาง", "ค่าใช้จ่ายในการประชุม", "ค่าเบี้ยเลี้ยงกรรมการ"
BANK_FEE, OTHER_EXPENSE = "ค่าธรรมเนียมธนาคาร", "ค่าใช้จ่ายอื่น"
MEETING_PAY, INTEREST_PAID = "เบี้ยประชุมกรรมการ", "ดอกเบี้ยจ่าย"
SPENDING = {
    MATERIALS: "54010", TRAVEL: "54020", MEETING: "54030", ALLOWANCE: "53020", BANK_FEE: "54040", OTHER_EXPENSE: "54090", MEETING_PAY: "53020",
    INTEREST_PAID: "55010",
}  # fmt: skip
"""The items of ``Spent`` and their accounts."""
BANKS = {1: "12110", 2: "12120"}
"""The accounts of a fund's banks."""

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
    citizen_id: str = ""
    unpaid_return: int = 0
    """Average return of earlier years never collected."""
    prepaid: int = 0
    """Brought ahead of its time last year."""
    status: str = ACTIVE
    left: dt.date | None = None
    """Of one who left in an earlier year, and for whom money still waits: what happened, and when."""

    @property
    def name(self) -> str:
        """The name as on a slip."""
        return f"{self.title}{self.first} {self.last}"


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
    kind: str = USUAL_LOAN
    continues: str = ""
    """The contract that was repaid the same day, where this one renews it."""
    cash_before: int = 0
    """Of a renewed loan: what the borrower really brought to repay the old one."""
    collateral: str = ""
    purse: int = 0
    """Of which บัญชี the money is; 0 where a fund keeps none apart."""
    approver: str = ""

    @property
    def terms(self) -> tuple[int, int, int, int, dt.date]:
        """The five terms a schedule is told by."""
        return self.principal, self.instalment, self.instalments, self.every, self.first_due

    @property
    def once(self) -> bool:
        """Whether it is repaid in a single instalment that falls due after any number of months."""
        return self.instalments == 1 and self.every == 1


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
    fine_direction: str = "ปัดลง"
    fine_cap: int | None = None
    dividend_unit: int = 25
    average_return_cap: Decimal | None = Decimal("0.2")
    allocation: tuple[tuple[str, str, Decimal], ...] = ALLOCATION
    operating_day: int = 5
    cash_most: int = 500_000
    """Cash the treasurer may keep; above it money goes to the bank."""
    tier_limit: int | None = None
    tier_rate: Decimal | None = None
    """Of tiered interest: the rate on what is above the limit."""
    opening_weight: int = 12
    first_weight: int = 11
    withdrawal_from: str = "นับถึงเดือนที่ถอน"
    leaver_dividend: str = "ไม่ได้รับ"
    new_rate: Decimal = Decimal("0.10")
    new_most: int = 8_000_000
    """The rate and the ceiling of loans, where the general meeting changes them."""
    doubtful: tuple[Decimal, ...] = ()
    """The allowance for debts overdue 1–30, 31–90, 91–180, 181–365 and more days, as parts of what is owed; none where the fund sets nothing aside."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A by-law changed in the year, by its Thai name: a rate as a part of 1, an amount in baht."""

    rule: str
    since: dt.date
    value: Decimal
    minute: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A post that went from one member to another on a day."""

    post: str
    before: str
    after: str
    date: dt.date


Visits = dict[str, tuple[dt.date, dt.date | None]]
"""Contract → when the borrower was last visited, and acknowledged the debt in writing."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a year took over from the year before it, beside balances and contracts: as it stood on the first day."""

    people: tuple[Person, ...]
    """The register: the members, and those who left while money still waits for them."""
    since: dict[str, dt.date]
    """Post → since when it is held by the same member."""
    visits: Visits
    amendments: tuple[Amendment, ...]
    last: dict[str, str]
    """Field of the opening facts → the last number given to a receipt, a voucher, a contract."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """How figures were proved when the year was over."""

    counted_on: dt.date | None = None
    """When the cash was counted; None where it was the last day."""
    received_since: int = 0
    """Cash that came between the year's end and the count, ..."""
    paid_since: int = 0
    """... and that went."""
    in_transit: dict[int, int] = field(default_factory=dict)
    """Bank → deposits the bank has not written yet."""
    outstanding: dict[int, int] = field(default_factory=dict)
    """Bank → payments the bank has not written yet."""
    confirmed: Amounts = ()
    """Members whose passbook was seen, and the savings in it."""
    visits: Visits = field(default_factory=dict)
    signed: bool = False
    """Whether every month is closed and the book is signed."""
