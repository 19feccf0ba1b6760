"""Loans: their terms, what is owed on a day, and how each borrower pays."""

import datetime as dt
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from addin.udfs import add_months, arrears, interest_due, months_between, overdue_months, penalty, principal_due

from .events import Bylaws, Contract, Person
from .habits import Habits
from .people import adult

STEADY, LATE, NEVER, AHEAD, EARLY = "steady", "late", "never", "ahead", "early"
PURPOSES = ("ซื้อปุ๋ยและเมล็ดพันธุ์", "ซื้อลูกหมู", "ค่าเทอมลูก", "ซ่อมหลังคา", "ค้าขาย", "ซื้อวัว", "ขุดบ่อ", "ค่ารักษาพยาบาล", "ซื้อเครื่องสูบน้ำ")
LENGTHS, SEASONS = (6, 10, 12, 12, 18, 24, 24, 30), (2, 3, 4)
STEP, LEAST, TIMES = 50_000, 200_000, 6
"""A loan is in steps of 500 baht, at least 2,000, at most six times the savings."""
SMALLEST, TENS = 20_000, 1_000
"""An instalment is at least 200 baht, in tens of baht."""
LENT_OUT = 55
"""Per cent of the savings lent out on the first day, at most."""
GONE = 99


class Bill(NamedTuple):
    """One repayment in satang, and the months its interest is for."""

    principal: int
    interest: int
    fine: int
    months: int


@dataclass(slots=True)
class Loan:
    """A live contract: what is still owed, up to when interest is paid, and how the borrower pays."""

    contract: Contract
    manner: str
    balance: int
    paid_to: dt.date
    missing: int = 0
    """Operating days the borrower still stays away."""
    back: bool = False
    """Whether the borrower comes the next time for sure."""
    fined: bool = False

    @property
    def terms(self) -> tuple[int, int, int, int, dt.date]:
        """The five terms a schedule is told by."""
        loan = self.contract
        return loan.principal, loan.instalment, loan.instalments, loan.every, loan.first_due

    @property
    def repaid(self) -> int:
        """Principal repaid so far."""
        return self.contract.principal - self.balance

    def overdue(self, on: dt.date) -> int:
        """Principal in arrears on a day."""
        return arrears(*self.terms, self.repaid, on).principal

    def bill(self, principal: int, on: dt.date, rules: Bylaws) -> Bill:
        """Reckon what one pays who brings so much principal on a day."""
        loan, months = self.contract, months_between(self.paid_to, on)
        days = (on - self.paid_to).days
        interest = interest_due(loan.method, loan.principal, self.balance, loan.rate, months, days, rules.interest_unit, rules.interest_direction)
        late = overdue_months(*self.terms, self.repaid, principal, on)
        return Bill(principal, interest, penalty(late, rules.fine_rate, rules.fine_cap, rules.fine_unit), months)

    def pay(self, bill: Bill) -> None:
        """Book a repayment."""
        self.balance -= bill.principal
        self.paid_to = add_months(self.paid_to, bill.months)
        self.fined = self.fined or bill.fine > 0


def brought(rng: Random, loan: Loan, on: dt.date) -> int:
    """Principal the borrower brings on an operating day; 0 from one who stays away or has nothing due."""
    owed = principal_due(*loan.terms, on) - loan.repaid
    if months_between(loan.paid_to, on) < 1 or (loan.contract.every > 1 and owed <= 0) or _away(rng, loan):
        return 0
    usual, instalment = owed if owed > 0 else loan.contract.instalment, loan.contract.instalment
    chance = rng.random()
    if loan.manner == LATE and owed >= 3 * instalment and chance < 0.6:  # noqa: PLR2004 (most cannot bring it all)
        usual = min(usual, rng.randint(2, 3) * instalment)
    if loan.manner == AHEAD and chance < 0.3:  # noqa: PLR2004 (now and then)
        usual += instalment * rng.randint(1, 2)
    if loan.manner == EARLY and chance < 0.15:  # noqa: PLR2004 (about once a year)
        usual = loan.balance
    return min(usual, loan.balance)


def _away(rng: Random, loan: Loan) -> bool:
    if loan.missing:
        loan.missing -= 1
        return True
    if loan.back:
        loan.back = False
        return False
    if loan.manner == LATE and rng.random() < 0.35:  # noqa: PLR2004 (every third time)
        loan.missing, loan.back = rng.choice((0, 0, 1)), True
        return True
    if loan.manner == NEVER and rng.random() < 0.3:  # noqa: PLR2004 (soon)
        loan.missing = GONE
        return True
    return False


def manner(rng: Random, habits: Habits) -> str:
    """How a borrower pays."""
    shares = (habits.late, habits.never, habits.ahead, habits.early)
    rest = max(0.0, 1 - sum(shares))
    return rng.choices((LATE, NEVER, AHEAD, EARLY, STEADY), (*shares, rest))[0]


def agree(rng: Random, member: str, savings: int, date: dt.date, rules: Bylaws, *, seasonal: bool) -> Contract:
    """Agree on the terms of a loan; its number, guarantors and minute are written in later."""
    most = min(rules.loan_most, max(LEAST, TIMES * savings))
    principal = min(rng.randint(8, 100) * STEP, most // STEP * STEP)
    wished = rng.choice(SEASONS if seasonal else LENGTHS)
    instalment = max(SMALLEST, -(-principal // wished // TENS) * TENS)
    every = 3 if seasonal else 1
    return Contract(
        "", member, date, principal, rules.loan_rate, rules.interest_method, instalment, -(-principal // instalment), add_months(date, every),
        (), "", rng.choice(PURPOSES), every,
    )  # fmt: skip


def carry(rng: Random, people: list[Person], first_day: dt.date, rules: Bylaws, habits: Habits) -> list[Loan]:
    """Make the loans carried from earlier years, oldest first, some of them late."""
    last_time = add_months(first_day, -1).replace(day=rules.operating_day)
    grown = [person for person in people if adult(person, add_months(first_day, -24)) and person.joined <= add_months(last_time, -1)]
    room = sum(person.opening for person in people) * LENT_OUT // 100
    loans: list[Loan] = []
    for person in rng.sample(grown, min(len(grown), round(len(people) * habits.carried))):
        loan = _carried(rng, person, last_time, rules, habits)
        others = [other.id for other in grown if other.id != person.id and other.joined <= loan.contract.date]
        if len(others) > 1 and loan.balance <= room:
            room -= loan.balance
            loan.contract = replace(loan.contract, guarantors=tuple(rng.sample(others, 2)))
            loans.append(loan)
    return _numbered(rng, sorted(loans, key=lambda loan: (loan.contract.date, loan.contract.member)), first_day)


def _carried(rng: Random, person: Person, last_time: dt.date, rules: Bylaws, habits: Habits) -> Loan:
    contract = agree(rng, person.id, person.opening, last_time, rules, seasonal=False)
    age = rng.randint(0, min(contract.instalments - 1, months_between(person.joined, last_time)))
    late = rng.randint(1, min(age, 4)) if age and rng.random() < habits.arrears else 0
    date, paid_to = add_months(last_time, -age), add_months(last_time, -late)
    repaid = (age - late) * contract.instalment
    contract = replace(contract, date=date, first_due=add_months(date, 1), repaid_before=repaid, interest_paid_to=paid_to)
    stays = rng.choice((LATE, NEVER)) if late else manner(rng, habits)
    return Loan(contract, stays, contract.principal - repaid, paid_to, GONE if late and stays == NEVER else 0)


def _numbered(rng: Random, loans: list[Loan], first_day: dt.date) -> list[Loan]:
    """Give carried contracts their numbers within the fund year they were made in, leaving out those repaid since."""
    counts: dict[int, int] = {}
    for loan in loans:
        back = -(-_months(loan.contract.date, first_day) // 12)
        counts[back] = counts.get(back, 0) + rng.randint(1, 2)
        year, minute = first_day.year + 543 - back, 12 * back - _months(loan.contract.date, first_day) + 1
        loan.contract = replace(loan.contract, number=f"กู้ {counts[back]}/{year}", minute=f"{minute}/{year}")
    return loans


def _months(date: dt.date, first_day: dt.date) -> int:
    """Calendar months from the month of a day to the first month of the year."""
    return (first_day.year - date.year) * 12 + first_day.month - date.month
