"""The treasurer's box, passbooks and pads: money never below zero, and the facts in the order they were written down."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random

from workshop.pads import Pads
from workshop.revolving.facts import BANK_INTEREST, Came, Cancelled, Event, Item, Lent, Moved, Received, Reversed, Went

BAHT = 100
REASONS = ("เขียนชื่อคลาด", "เขียนจำนวนเงินคลาด", "เปื้อนน้ำ", "ฉีกผิดแผ่น")
TOO_MUCH = "จำนวนเงินไม่ตรงกับที่รับ ออกใบใหม่แทนแล้ว"


@dataclass
class Box:
    """Cash under 0, banks under their numbers."""

    rng: Random
    be_year: int
    pads: Pads
    money: dict[int, int]
    events: list[Event] = field(default_factory=list)
    deposit_on: dt.date | None = None
    """When what is in the box is to be taken to the bank."""
    numbers: dict[str, int] = field(default_factory=dict)
    by_day: set[dt.date] = field(default_factory=set)

    def number(self, word: str) -> str:
        """Take the next number of a kind of paper."""
        self.numbers[word] = self.numbers.get(word, 0) + 1
        return f"{word} {self.numbers[word]}/{self.be_year}"

    def receive(self, date: dt.date, household: str, payer: str, items: tuple[Item, ...], bank: int = 0) -> None:
        """Write a receipt; now and then one is spoiled first, or entered with a nought too many and put right the same day."""
        collector = self.rng.randrange(len(self.pads.next))
        while self.rng.random() < 0.03:  # noqa: PLR2004 (three slips in a hundred)
            self.events.append(Cancelled(date, self.pads.take(collector), self.rng.choice(REASONS)))
        if not bank and self.rng.random() < 0.03:  # noqa: PLR2004 (three in a hundred)
            first = Item(items[0].item, items[0].amount + self.rng.randint(1, 9) * BAHT, items[0].contract)
            entered = Received(date, self.pads.take(collector), household, payer, (first, *items[1:]))
            self._write(entered)
            self._write(Received(date, self.pads.take(collector), household, payer, items))
            self.events.append(Reversed(date, TOO_MUCH, entered))
            self.money[0] -= entered.amount
        else:
            self._write(Received(date, self.pads.take(collector), household, payer, items, bank))

    def _write(self, fact: Received) -> None:
        self.events.append(fact)
        self.money[fact.bank] += fact.amount

    def move(self, date: dt.date, source: int, target: int, amount: int) -> None:
        """Take money from one place to another."""
        document = self.number("ใบฝาก" if target and not source else "ใบถอน" if not target else "ใบโอน")
        self.events.append(Moved(date, document, source, target, amount))
        self.money[source] -= amount
        self.money[target] += amount

    def lend(self, fact: Lent) -> None:
        """Hand money to a household."""
        self.events.append(fact)
        self.money[fact.bank] -= fact.contract.principal

    def pay(self, date: dt.date, item: str, amount: int, bank: int = 0, payee: str = "", minute: str = "") -> None:
        """Pay something that is no loan."""
        self.events.append(Went(date, self.number("จ่าย"), item, amount, bank, payee, minute))
        self.money[bank] -= amount

    def come(self, date: dt.date, document: str, item: str, amount: int, bank: int) -> None:
        """Take money that comes without a receipt."""
        self.events.append(Came(date, document, item, amount, bank))
        self.money[bank] += amount

    def bank_interest(self, date: dt.date) -> None:
        """Let each bank write its interest: a quarter of a per cent for the half-year, never in whole baht."""
        for bank in sorted(self.money)[1:]:
            amount = self.money[bank] * self.rng.randint(20, 30) // 10_000
            if amount:
                self.come(date, "สมุดธนาคาร", BANK_INTEREST, amount + (amount % BAHT == 0), bank)

    def deposit(self, date: dt.date) -> None:
        """Take what is in the box to the bank when its day has come."""
        if self.deposit_on is not None and date >= self.deposit_on and self.money[0] > 0:
            self.move(date, 0, 1, self.money[0])
        if not self.money[0]:
            self.deposit_on = None

    def receipts(self) -> list[tuple[int, int, int]]:
        """Give the books in use: book, first and last number."""
        return self.pads.books()
