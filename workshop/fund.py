"""The fund as it stands at a moment of the year: savings, live loans, who is still a member."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random

from .events import Bylaws, Person
from .habits import Habits
from .lending import Loan
from .people import Village, adult
from .till import Till


@dataclass(slots=True)
class Fund:
    """What a simulated treasurer knows."""

    rng: Random
    habits: Habits
    bylaws: Bylaws
    first_day: dt.date
    village: Village
    till: Till
    posts: set[str]
    """The committee: they stay the whole year."""
    loans: dict[str, Loan]
    """Live loans by borrower: one at a time."""
    pot: int = 0
    """Last year's profit, until it is paid out."""
    savings: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    """Those who resigned or died."""
    heirs: dict[str, str] = field(default_factory=dict)
    """The dead whose savings are still to be paid, and to whom."""
    uncollected: set[str] = field(default_factory=set)
    """Members with a dividend waiting for them."""
    missed: dict[str, int] = field(default_factory=dict)
    """Members who brought no savings last time, and the month they missed."""
    contracts: int = 0
    """Contracts of this year so far."""
    offsets: int = 0
    """Debts cleared out of savings so far."""

    def members(self) -> list[Person]:
        """Everyone still a member, in the order of ids."""
        return [person for person in self.village.people if person.id not in self.gone]

    def payer(self, member: str) -> str:
        """Who brings the money of a member."""
        carrier = self.village.carriers.get(member, member)
        return member if carrier in self.gone else carrier

    def late(self, on: dt.date) -> set[str]:
        """Members in arrears on a day."""
        return {member for member, loan in self.loans.items() if loan.overdue(on)}

    def may_leave(self, on: dt.date) -> list[Person]:
        """Grown members with savings, without a debt, a guarantee, a post or a dividend still to collect."""
        bound = {*self.loans, *self.posts, *self.uncollected}
        bound.update(member for loan in self.loans.values() for member in loan.contract.guarantors)
        return [person for person in self.members() if person.id not in bound and self.savings[person.id] and adult(person, on)]

    def promised(self) -> int:
        """Money that must stay for the heirs and for last year's profit."""
        return self.pot + sum(self.savings[member] for member in self.heirs)

    def spare(self) -> int:
        """Money that may be lent: what is promised stays, and the savings of two large members beside it."""
        return self.till.money() - self.promised() - 2 * max(self.savings.values())
