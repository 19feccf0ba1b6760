"""A village fund as it stands at a moment of the year: money apart, shares, live debts, who comes when."""

import datetime as dt
import heapq
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count

from workshop.facts import Contract, Person
from workshop.fund import Fund
from workshop.lending import Loan
from workshop.people import adult
from workshop.tasks import OPERATE, Task
from workshop.till import Till

from .debts import MILLION, OWN, Debt
from .habits import VillageHabits
from .laws import VillageBylaws

BANK_ACCOUNTS = {1: "12110", 2: "12210", 3: "12220"}


class PurseTill(Till):
    """The table of a fund that keeps money apart: the box and bank 2 are its own; banks 1 and 3 are for what is lent."""

    main = OWN

    def own_banks(self) -> list[int]:
        return [OWN]

    def earning(self) -> dict[int, int]:
        return {bank: balance for bank, balance in self.banks.items() if balance}


class Agenda:
    """What the year still has in store; more may be put in while it is lived."""

    def __init__(self) -> None:
        self.coming: list[tuple[dt.date, int, int, Callable[[], object]]] = []
        self.numbers = count()

    def add(self, *tasks: Task) -> None:
        """Put in tasks: a day, a place in the day, what is done."""
        for date, place, do in tasks:
            heapq.heappush(self.coming, (date, place, next(self.numbers), do))

    def live(self, until: dt.date) -> None:
        """Do everything up to a day, in its order."""
        while self.coming and self.coming[0][0] <= until:
            heapq.heappop(self.coming)[-1]()


@dataclass(frozen=True, slots=True)
class Visit:
    """A borrower, or somebody in the borrower's place, comes with a part of the debt: 1 is all of it, 0 the interest alone."""

    contract: str
    part: float
    payer: str = ""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Money that lies in one bank and belongs to another บัญชี when the year ends."""

    lies_in: int
    belongs_to: int
    amount: int
    why: str


@dataclass(slots=True)
class VillageFund(Fund):
    """What a village fund's simulated treasurer knows. ``loans`` are live debts by contract."""

    habits: VillageHabits
    bylaws: VillageBylaws
    agenda: Agenda = field(default_factory=Agenda)
    days: list[dt.date] = field(default_factory=list)
    """The operating days."""
    round_days: list[dt.date] = field(default_factory=list)
    """Those of them at which the fund lends, and most debts fall due."""
    shares: dict[str, int] = field(default_factory=dict)
    held: Counter[int] = field(default_factory=Counter)
    """Principal in the box, by the บัญชี it is of."""
    passed: Counter[int] = field(default_factory=Counter)
    """Principal that came to bank 2 by transfer, by the บัญชี it is of."""
    earned: Counter[int] = field(default_factory=Counter)
    """Interest of a bank that is not yet moved to bank 2."""
    visits: dict[dt.date, list[Visit]] = field(default_factory=dict)
    renewing_at: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Borrowers who repaid at the round and will borrow anew: the old contract, and what they brought."""
    written_off: list[Contract] = field(default_factory=list)
    asked: Counter[int] = field(default_factory=Counter)
    """Agreed on and not paid out yet, by บัญชี."""
    numbers: Counter[int] = field(default_factory=Counter)
    """Contracts of the year so far, by บัญชี."""
    rounds: int = 0
    borrows: bool = False
    """Whether a bank lends to the fund in the year."""
    laws: VillageBylaws = field(default_factory=VillageBylaws)
    """The by-laws of the first day."""

    def settled(self, loan: Loan) -> None:
        del self.loans[loan.contract.number]

    def debts(self) -> Iterable[Debt]:
        """Give the live debts, in the order they were made."""
        return [loan for loan in self.loans.values() if isinstance(loan, Debt)]

    def late(self, on: dt.date) -> set[str]:
        """Members in arrears on a day; what falls due that day is not in arrears yet."""
        return {debt.contract.member for debt in self.debts() if debt.overdue(on - dt.timedelta(days=1))}

    def promised(self) -> int:
        """Money that must stay: for heirs their shares too, and principal on its way through bank 2."""
        return Fund.promised(self) + sum(self.shares.get(member, 0) for member in self.heirs) + self.passed.total()

    def lendable(self, purse: int) -> int:
        """Give what may be lent of a บัญชี: of the fund's own money what is neither promised nor soon asked for."""
        if purse == OWN:
            return self.till.money() - self.promised() - 2 * max(self.savings.values(), default=0) - self.asked[purse]
        return self.till.banks.get(purse, 0) - self.earned[purse] - self.asked[purse]

    def expect(self, date: dt.date, visit: Visit, comes: Callable[[dt.date], object]) -> None:
        """Let somebody come on a day; between operating days the office is opened for it."""
        self.visits.setdefault(date, []).append(visit)
        if date not in self.days and len(self.visits[date]) == 1:
            self.agenda.add((date, OPERATE, lambda: comes(date)))

    def guarantors(self, date: dt.date, borrower: str) -> list[Person]:
        """Give grown members who are not in arrears and may stand good for one contract more."""
        standing = Counter(member for contract in self._owing() for member in contract.guarantors)
        most, late = self.bylaws.guarantees_most, self.late(date) | self.given_up
        known = [person for person in self.members() if person.id != borrower and person.id not in late]
        return [person for person in known if person.joined <= date and adult(person, date) and not (most and standing[person.id] >= most)]

    def _owing(self) -> list[Contract]:
        return [*(loan.contract for loan in self.loans.values()), *self.written_off]

    def waiting(self) -> list[Misplaced]:
        """Tell what lies in another bank than it belongs to."""
        rows = [Misplaced(bank, OWN, amount, f"ดอกเบี้ยธนาคาร บัญชี {bank} ที่ยังไม่ได้โอน") for bank, amount in self.earned.items() if amount]
        rows += [Misplaced(OWN, purse, amount, f"เงินต้น บัญชี {purse} ที่ยังไม่ได้นำฝาก") for purse, amount in self.held.items() if amount]
        return rows + [Misplaced(OWN, purse, amount, f"เงินต้น บัญชี {purse} ที่โอนเข้าบัญชี 2") for purse, amount in self.passed.items() if amount]


def is_apart(purse: int) -> bool:
    """Tell whether a บัญชี has a bank that its principal must be taken to."""
    return purse not in (0, OWN) and purse >= MILLION
