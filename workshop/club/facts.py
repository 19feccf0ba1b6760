"""Who a funeral welfare club is and what happens in its year, as facts: no sheets, no cells, no formulas.

Money is whole satang, dates are ``datetime.date``. Every person and name is invented.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

ILLNESS, ACCIDENT = "เจ็บป่วย/ปกติ", "อุบัติเหตุ"
ACTIVE, DEAD, RESIGNED, LAPSED = "ปกติ", "เสียชีวิต", "ลาออก", "พ้นสภาพ"
CASH, TRANSFER, BY_COLLECTOR = "เงินสด", "โอน", "ผู้เก็บเงิน"
FIRST, LATE, PREPAID, BROUGHT = "เก็บรอบแรก", "เก็บเพิ่มภายหลัง", "เงินล่วงหน้า", "ยกมา"
ENTRY_FEE, UPKEEP, AHEAD, GIFT = "ค่าสมัคร", "ค่าบำรุงรายปี", "เงินสงเคราะห์ล่วงหน้า", "เงินบริจาค"


@dataclass(frozen=True, slots=True)
class ClubLaws:
    """The rules the members agreed on."""

    rate: int = 5_000
    """What each pays for a death."""
    new_rate: tuple[dt.date, int, str] | None = None
    """From a day on another rate, by a minute."""
    dead_pays: bool = False
    waiting: int = 60
    prepaid: int = 10_000
    entry_fee: int = 5_000
    upkeep: int = 2_000
    fee_rate: Decimal = Decimal("0.04")
    fee_unit: int = 100
    fee_direction: str = "ปัดลง"
    advance_least: int = 2_000_000
    advance_most: int = 3_000_000
    debts_first: bool = False
    lapse_after: int = 3

    def rate_on(self, day: dt.date) -> int:
        """Give what each pays for a death on a day."""
        return self.new_rate[1] if self.new_rate and day >= self.new_rate[0] else self.rate


@dataclass(frozen=True, slots=True)
class Heir:
    """Who receives a part of the benefit."""

    name: str
    relation: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Villager:
    """A member of the club."""

    id: str
    title: str
    first: str
    last: str
    house: str
    village: int
    birth: dt.date
    joined: dt.date
    heirs: tuple[Heir, ...]
    only_year: bool = False
    """Whether only the year of birth is known."""
    stubborn: bool = False
    """Who stops paying, and lapses."""


@dataclass(slots=True)
class Case:
    """A death and what became of it."""

    number: str
    date: dt.date
    member: str
    cause: str
    rate: int
    right: bool
    minute: str = ""
    certificate: str = ""
    payers: dict[str, int] = field(default_factory=dict)
    """Who pays for it, and in which village."""
    debts: tuple[tuple[str, int, int, str], ...] = ()
    """Creditor, principal, interest, the creditor's receipt."""
    collected: int = 0
    remitted: int = 0
    advance: int = 0
    fee: int = 0
    settled: int = 0
    family: int = 0
    waived: int = 0
    borne_by: str = ""
    before: tuple[int, int, int, int, int, int] | None = None
    """Of a death of the year before: called, collected, fee, advance, debts settled and paid to the family by the first day."""

    @property
    def levy(self) -> int:
        return self.rate if self.right or self.minute else 0

    @property
    def called(self) -> int:
        return self.levy * len(self.payers)

    @property
    def owed(self) -> int:
        """What is owed to funds."""
        return sum(principal + interest for _, principal, interest, _ in self.debts)


@dataclass(frozen=True, slots=True)
class Received:
    """A receipt: for a member, or for a whole village."""

    date: dt.date
    receipt: tuple[int, int]
    member: str
    payer: str
    item: str
    amount: int
    channel: str = CASH
    bank: int = 0


@dataclass(frozen=True, slots=True)
class Collected:
    """A village's collector has money of a death, or prepaid money."""

    date: dt.date
    number: str
    kind: str
    death: str
    village: int
    amount: int
    payers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remitted:
    """The collector brought it to the bank."""

    date: dt.date
    number: str
    amount: int


@dataclass(frozen=True, slots=True)
class Paid:
    """Money paid out of one place: for a death, back to a member, or for the club's own needs."""

    date: dt.date
    item: str
    place: str
    amount: int
    reference: str = ""
    payee: str = ""


@dataclass(frozen=True, slots=True)
class FeeMoved:
    """The club's fee on a death went from the members' bank to the club's."""

    date: dt.date
    death: str
    amount: int


@dataclass(frozen=True, slots=True)
class Earned:
    """Money that came into a bank by itself: interest, a gift."""

    date: dt.date
    item: str
    place: str
    amount: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The club's own money moved between its cash and its bank."""

    date: dt.date
    source: str
    target: str
    amount: int


@dataclass(frozen=True, slots=True)
class Waived:
    """What a member owed for a death is no longer asked for, by a minute."""

    date: dt.date
    death: str
    member: str
    amount: int
    minute: str


ClubEvent = Received | Collected | Remitted | Paid | FeeMoved | Earned | Moved | Waived


@dataclass(slots=True)
class ClubYear:
    """What a year of the club came to: its facts, and the balances its simulator knows."""

    seed: int
    name: str
    laws: ClubLaws
    first_day: dt.date
    last_day: dt.date
    people: list[Villager]
    gone: dict[str, tuple[dt.date, str]]
    cases: dict[str, Case]
    events: list[ClubEvent]
    opening: dict[str, int]
    opening_owing: dict[str, int]
    opening_prepaid: dict[str, int]
    brought: list[Collected]
    missed: list[tuple[str, str]]
    """Death and member: who had not paid when the village's money was brought, in this year or the last."""
    late: dict[tuple[str, str], str]
    """In which round who had missed paid after all."""
    owing: dict[tuple[str, str], int]
    prepaid: dict[str, int]
    held: dict[str, int]
    """By round: what the collector has not handed over."""
    money: dict[str, int]
    receipt_books: list[tuple[int, int, int]]
    cancelled: list[tuple[int, int]]
    minutes: list[tuple[str, dt.date, str]]
    counted: dict[int, int]
    in_transit: int = 0
    """What the bank had not entered yet on the last day, of what was brought to the members' account."""
