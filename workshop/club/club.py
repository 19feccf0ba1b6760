"""A simulated club as its treasurer knows it: money in four places, what each member owes, what each family is due."""

import datetime as dt
import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from addin.udfs.rounding import round_money
from workshop.club.facts import (
    CASH,
    LATE,
    RESIGNED,
    TRANSFER,
    Case,
    ClubEvent,
    ClubLaws,
    Collected,
    FeeMoved,
    Moved,
    Paid,
    Received,
    Remitted,
    Villager,
    Waived,
)
from workshop.club.people import People
from workshop.pads import Pads

BAHT = 100
Task = tuple[dt.date, int, Callable[[dt.date], None]]


@dataclass
class Club:
    """What is known on a day; tasks wait for their days."""

    rng: Random
    laws: ClubLaws
    first_day: dt.date
    last_day: dt.date
    makes: People
    pads: Pads
    people: dict[str, Villager] = field(default_factory=dict)
    gone: dict[str, tuple[dt.date, str]] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    events: list[ClubEvent] = field(default_factory=list)
    money: dict[str, int] = field(default_factory=lambda: {"cash": 0, "bank1": 0, "bank2": 0})
    held: dict[str, int] = field(default_factory=dict)
    owing: dict[tuple[str, str], int] = field(default_factory=dict)
    prepaid: dict[str, int] = field(default_factory=dict)
    brought: list[Collected] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)
    late: dict[tuple[str, str], str] = field(default_factory=dict)
    minutes: list[tuple[str, dt.date, str]] = field(default_factory=list)
    cancelled: list[tuple[int, int]] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    waiting: int = 0

    def on(self, day: dt.date, task: Callable[[dt.date], None]) -> None:
        """Let something happen on a day; what falls after the year is next year's."""
        if day <= self.last_day:
            self.waiting += 1
            heapq.heappush(self.tasks, (max(day, self.first_day), self.waiting, task))

    def live(self) -> None:
        while self.tasks:
            day, _, task = heapq.heappop(self.tasks)
            task(day)

    def soon(self, day: dt.date, least: int, most: int) -> dt.date:
        return day + dt.timedelta(days=self.rng.randint(least, most))

    def there(self, day: dt.date) -> list[Villager]:
        """Give who is a member on a day: accepted by then, and not gone before."""
        return [who for who in self.people.values() if who.joined <= day and (who.id not in self.gone or self.gone[who.id][0] >= day)]

    def active(self) -> list[Villager]:
        return [who for who in self.people.values() if who.id not in self.gone]

    def resolve(self, day: dt.date, subject: str) -> str:
        """Enter a resolution and give its number."""
        number = f"{len(self.minutes) + 1}/{(day.year + 543) % 100}"
        self.minutes.append((number, day, subject))
        return number

    # Money in and out.

    def receive(self, day: dt.date, member: str, item: str, amount: int, *, payer: str = "", channel: str = CASH, bank: int = 0) -> None:
        """Write a receipt; now and then a slip is spoilt and cancelled first."""
        if self.rng.random() < 0.01:  # noqa: PLR2004 - one slip in a hundred
            self.cancelled.append(self.pads.take(0))
        self.events.append(Received(day, self.pads.take(0), member, payer, item, amount, channel, bank))
        if channel in (CASH, TRANSFER):
            self.money["cash" if channel == CASH else f"bank{bank}"] += amount

    def pay(self, day: dt.date, item: str, place: str, amount: int, reference: str = "", payee: str = "") -> int:
        """Pay out as much as there is; gives how much that was."""
        paid = min(amount, self.money[place])
        if paid > 0:
            self.events.append(Paid(day, item, place, paid, reference, payee))
            self.money[place] -= paid
        return max(0, paid)

    def move(self, day: dt.date, source: str, target: str, amount: int) -> None:
        self.events.append(Moved(day, source, target, amount))
        self.money[source] -= amount
        self.money[target] += amount

    # A round of a village's collector.

    def bring(self, day: dt.date, case: Case, village: int, kind: str, payers: list[str]) -> None:
        """Let the collector have the money of these members for a death."""
        number = self._round(case, village, kind)
        for member in payers:
            del self.owing[case.number, member]
            if kind == LATE:
                self.late[case.number, member] = number
        amount = case.levy * len(payers)
        case.collected += amount
        self.held[number] = amount
        self.events.append(Collected(day, number, kind, case.number, village, amount, tuple(payers)))
        if amount:
            late = self.soon(day, 0, 6)
            hurried = late > self.last_day and self.rng.random() < 0.5  # noqa: PLR2004 - half hand over before the year is closed
            self.on(self.last_day if hurried else late, lambda later: self.hand_over(later, number, case))

    def _round(self, case: Case, village: int, kind: str) -> str:
        taken = sum(isinstance(each, Collected) and (each.death, each.village) == (case.number, village) and each.kind == LATE for each in self.events)
        return f"{case.number}-ม.{village}" + (f"-เพิ่ม {taken + 1}" if kind == LATE else "")

    def hand_over(self, day: dt.date, number: str, case: Case | None) -> None:
        """Let the collector bring what a round has to the members' bank."""
        amount = self.held.pop(number)
        self.events.append(Remitted(day, number, amount))
        self.money["bank1"] += amount
        if case is not None:
            case.remitted += amount
            if not any(each.startswith(case.number + "-") for each in self.held):
                self.on(self.soon(day, 1, 5), lambda later: self.settle(later, case))

    # What becomes of a death.

    def fee_on(self, case: Case) -> int:
        return round_money(case.remitted * self.laws.fee_rate, self.laws.fee_unit, self.laws.fee_direction)

    def settle(self, day: dt.date, case: Case) -> None:
        """Move the fee, settle debts, pay the family: out of what was brought, in the order of the by-laws."""
        fee = min(self.fee_on(case) - case.fee, self.money["bank1"])
        if fee > 0:
            self.events.append(FeeMoved(day, case.number, fee))
            case.fee += fee
            self.money["bank1"] -= fee
            self.money["bank2"] += fee
        left = case.remitted - case.fee - case.advance - case.settled - case.family
        owed = case.owed - case.settled
        if owed and left > 0:
            paid = self.pay(day, "ชำระหนี้กองทุนแทน", "bank1", min(owed, left), case.number, case.debts[0][0])
            case.settled += paid
            left -= paid
        net = case.remitted - case.fee - case.advance - case.owed - case.family
        if net > 0 and left > 0:
            payee = self.people[case.member].heirs[0].name
            case.family += self.pay(day, "จ่ายครอบครัว", "bank1", min(net, left), case.number, payee)

    def waive(self, day: dt.date, member: str, minute: str) -> None:
        """Ask a member no longer for what is owing."""
        for number, who in [key for key in self.owing if key[1] == member]:
            case = self.cases[number]
            del self.owing[number, who]
            case.waived += case.levy
            if (number, who) not in self.missed:
                self.missed.append((number, who))
            self.events.append(Waived(day, number, who, case.levy, minute))

    def give_back(self, day: dt.date, member: str) -> None:
        """Give back what a member, or the member's family, had prepaid."""
        if self.prepaid.get(member):
            self.prepaid[member] -= self.pay(day, "คืนเงินล่วงหน้า", "bank1", self.prepaid[member], member, self.people[member].heirs[0].name)

    def leave(self, day: dt.date, member: str, status: str = RESIGNED) -> None:
        """Let a member go, and give back what was prepaid a few days later."""
        self.gone[member] = (day, status)
        self.on(self.soon(day, 1, 10), lambda later: self.give_back(later, member))
