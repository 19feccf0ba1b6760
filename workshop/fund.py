"""The fund as it stands at a moment of the year: savings, live loans, who is still a member."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from .facts import Amendment, Brought, Bylaws, Contract, HandedOver, Person, Receipt
from .habits import Habits
from .lending import Loan
from .people import Village, adult
from .profit import Shared
from .receipts import Receipted
from .till import Till


@dataclass(frozen=True, slots=True)
class Correction:
    """A receipt entered otherwise than it should have been: when it is taken back, and what is right."""

    due: dt.date
    receipt: Receipt
    collector: int
    reason: str
    entered: tuple[Receipted, ...]
    right: tuple[Receipted, ...]

    @property
    def members(self) -> set[str]:
        """Whose figures are not right yet."""
        return {fact.member for fact in (*self.entered, *self.right)}


@dataclass(slots=True)
class Fund:
    """What a simulated treasurer knows."""

    rng: Random
    odd: Random
    """Draws only what a plain year leaves out, so that plain years stay as they are."""
    habits: Habits
    bylaws: Bylaws
    first_day: dt.date
    village: Village
    till: Till
    offices: dict[str, str]
    """The committee: post → member."""
    loans: dict[str, Loan]
    """Live loans by borrower: one at a time."""
    pot: int = 0
    """Last year's profit, until it is paid out; a loss is below zero."""
    savings: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    """Those who resigned or died."""
    leaving: set[str] = field(default_factory=set)
    """Those who resign on the day that is kept."""
    heirs: dict[str, str] = field(default_factory=dict)
    """The dead whose savings are still to be paid, and to whom."""
    heirs_repaying: dict[str, str] = field(default_factory=dict)
    """The dead whose heirs go on repaying, and the heirs."""
    resigned: set[str] = field(default_factory=set)
    """Those who resigned in the year."""
    estates: dict[str, str] = field(default_factory=dict)
    """The dead whose debt is still to be cleared, and their heirs."""
    uncollected: set[str] = field(default_factory=set)
    """Members with a dividend waiting for them."""
    dues: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Members with a dividend waiting, and the dividend and average return that wait."""
    keeping: set[str] = field(default_factory=set)
    """Members who asked to keep their dividend for interest or savings."""
    missed: dict[str, int] = field(default_factory=dict)
    """Members who brought no savings last time, and the month they missed."""
    prepaid: dict[str, set[int]] = field(default_factory=dict)
    """Months of the year, from 0, for which members already saved."""
    refunds: list[tuple[dt.date, str, int]] = field(default_factory=list)
    """When which members brought more than they owed, and how much."""
    corrections: list[Correction] = field(default_factory=list)
    brief: dict[int, list[str]] = field(default_factory=dict)
    """Month of the year → members who will leave so soon after joining."""
    renewing: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Borrowers who repaid in full today to borrow anew: the old contract, and the cash they brought."""
    agreed: dict[str, Contract] = field(default_factory=dict)
    """Every contract by number."""
    welfare: int = 0
    """What is set aside for the members' welfare."""
    doubtful: int = 0
    """The allowance for doubtful debts."""
    minutes: list[tuple[str, dt.date, str]] = field(default_factory=list)
    """Number, day and subject of resolutions that are in the register."""
    amendments: list[Amendment] = field(default_factory=list)
    handed_over: list[HandedOver] = field(default_factory=list)
    given_up: set[str] = field(default_factory=set)
    """Members whose debt was written off: nobody lends to them or takes them as guarantors."""
    keeps_minutes: bool = False
    """Whether every monthly minute is entered in the register."""
    one_by_one: set[dt.date] = field(default_factory=set)
    """Days whose receipts stand in the cash book a row each."""
    contracts: int = 0
    """Contracts of this year so far."""
    offsets: int = 0
    """Debts cleared out of savings so far."""
    emergencies: int = 0
    """Emergency loans so far."""
    place: str = ""
    """The village; drawn when the first year is told."""
    brought: Brought | None = None
    """What was taken over from the year before, where that was lived too."""
    shared: Shared | None = None
    """How last year's profit is to be shared out, where last year was lived too."""
    ahead: dict[str, int] = field(default_factory=dict)
    """Members who brought savings for this year last year, and how much."""

    @property
    def posts(self) -> set[str]:
        """Members with a post, now or earlier in the year: they stay the whole year."""
        return {*self.offices.values(), *(each.before for each in self.handed_over)}

    def borrowers(self) -> set[str]:
        """Members who owe something."""
        return {loan.contract.member for loan in self.loans.values()}

    def settled(self, loan: Loan) -> None:
        """Take a loan that is repaid off the live ones."""
        del self.loans[loan.contract.member]

    def left(self, contract: str) -> int:
        """Give what is still owed on a contract."""
        return sum(loan.balance for loan in self.loans.values() if loan.contract.number == contract)

    def members(self) -> list[Person]:
        """Everyone still a member, in the order of ids."""
        return [person for person in self.village.people if person.id not in self.gone]

    def payer(self, member: str) -> str:
        """Who brings the money of a member."""
        carrier = self.village.carriers.get(member, member)
        return member if carrier in self.gone else carrier

    def collector(self, payer: str) -> int:
        """Whose receipt book a payer's money is written in: each collector has a part of the village."""
        return int(payer.rpartition("-")[2]) % self.habits.collectors if payer[-1:].isdigit() else 0

    def late(self, on: dt.date) -> set[str]:
        """Members in arrears on a day."""
        return {loan.contract.member for loan in self.loans.values() if loan.overdue(on)}

    def may_leave(self, on: dt.date) -> list[Person]:
        """Grown members with savings, without a debt, a guarantee, a post, a dividend still to collect or figures still to be put right."""
        bound = {*self.borrowers(), *self.guaranteeing(), *self.not_right(), *self.prepaid}
        return [person for person in self._unbound(bound) if self.savings[person.id] and adult(person, on)]

    def may_die_in_debt(self) -> list[Person]:
        """Borrowers without a guarantee, a post, a dividend still to collect or figures still to be put right."""
        bound, owing = {*self.guaranteeing(), *self.not_right()}, self.borrowers()
        return [person for person in self._unbound(bound) if person.id in owing]

    def _unbound(self, bound: Iterable[str]) -> list[Person]:
        bound = {*bound, *self.posts, *self.uncollected}
        return [person for person in self.members() if person.id not in bound]

    def guaranteeing(self) -> set[str]:
        """Members who guarantee a live loan."""
        return {member for loan in self.loans.values() for member in loan.contract.guarantors}

    def not_right(self) -> set[str]:
        """Members whose figures wait for a correction, or for money to be given back."""
        return {member for correction in self.corrections for member in correction.members} | {member for _, member, _ in self.refunds}

    def promised(self) -> int:
        """Money that must stay for the heirs and for last year's profit."""
        return max(0, self.pot) + sum(self.savings[member] for member in self.heirs) + sum(amount for _, _, amount in self.refunds)

    def spare(self) -> int:
        """Money that may be lent: what is promised stays, and the savings of two large members beside it."""
        return self.till.money() - self.promised() - 2 * max(self.savings.values())

    def collect(self, member: str, dividend: int, back: int) -> None:
        """Take what a member gets off what waits."""
        waiting = self.dues.pop(member)
        if any(rest := (waiting[0] - dividend, waiting[1] - back)):
            self.dues[member] = rest
        else:
            self.uncollected.discard(member)

    def resolve(self, number: str, date: dt.date, subject: str) -> str:
        """Enter a resolution in the register of minutes and give its number."""
        if all(number != known for known, _, _ in self.minutes):
            self.minutes.append((number, date, subject))
        return number
