"""The treasurer's table: numbers of slips and vouchers, the cash box, the passbooks, and the facts as they are written down."""

import datetime as dt
from random import Random

from .events import Banked, BankInterest, Drew, Event, Moved
from .facts import CASH, Bylaws, Receipt
from .habits import Habits
from .pads import SLIPS, Pads
from .receipts import Cancelled

BAHT = 100
REASONS = ("เขียนชื่อผิด", "เขียนจำนวนเงินผิด", "เปื้อนน้ำ", "ฉีกผิดแผ่น")
PIECES = (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25)
"""Thai notes and coins in satang."""


class Till:
    """Cash and banks, never below zero, and ``events`` in the order they were written."""

    def __init__(self, rng: Random, odd: Random, bylaws: Bylaws, be_year: int, habits: Habits) -> None:
        self.rng, self.odd, self.bylaws, self.be_year, self.habits = rng, odd, bylaws, be_year, habits
        self.cash = 0
        self.banks = {1: 0}
        self.events: list[Event] = []
        self.pads = Pads(rng.randint(0, 20 * SLIPS), habits.collectors, odd)
        self.vouchers = self.drawn = self.banked = self.moved = self.received = 0

    @property
    def bank(self) -> int:
        """What is in the first bank, the one money is drawn from."""
        return self.banks[1]

    @bank.setter
    def bank(self, amount: int) -> None:
        self.banks[1] = amount

    def receipt(self, date: dt.date, collector: int = 0) -> Receipt:
        """Take the collector's next slip; now and then one is spoiled first."""
        while self.rng.random() < self.habits.cancelled:
            self._spoil(date, collector)
            if self.odd.random() < self.habits.spoiled_twice:
                self._spoil(date, collector)
        while self.pads.at_edge(collector) and self.odd.random() < self.habits.spoiled_edges:
            self._spoil(date, collector)
        return self.pads.take(collector)

    def _spoil(self, date: dt.date, collector: int) -> None:
        self.events.append(Cancelled(date, self.pads.take(collector), self.rng.choice(REASONS)))

    def voucher(self) -> str:
        """Take the next payment voucher."""
        self.vouchers += 1
        return f"จ่าย {self.vouchers}/{self.be_year}"

    def document(self) -> str:
        """Take the next number of what is received without a receipt."""
        self.received += 1
        return f"รับ {self.received}/{self.be_year}"

    def take(self, amount: int, channel: str, bank: int = 1) -> None:
        """Receive money, in the box or on the bank account."""
        if channel == CASH:
            self.cash += amount
        else:
            self.banks[bank] += amount

    def money(self) -> int:
        """All that can be paid out in cash: the box and the whole baht of the first passbook."""
        return self.cash + self.bank // BAHT * BAHT

    def ready(self, date: dt.date, amount: int) -> bool:
        """Have so much in the box, drawing from the bank what is missing; False where there is not enough."""
        if self.money() < amount:
            return False
        if self.cash < amount:
            missing = amount - self.cash
            step = 1_000 * BAHT if missing > 5_000 * BAHT else 100 * BAHT
            drawn = min(-(-missing // step) * step, self.bank // BAHT * BAHT)
            self.drawn += 1
            self.events.append(Drew(date, f"ถอน {self.drawn}", drawn))
            self.bank, self.cash = self.bank - drawn, self.cash + drawn
        return True

    def pay(self, event: Event, amount: int, bank: int = 0) -> None:
        """Write down a payment in cash, or out of a bank."""
        self.events.append(event)
        if bank:
            self.banks[bank] -= amount
        else:
            self.cash -= amount

    def deposit(self, date: dt.date) -> None:
        """Take to the bank what is more than the treasurer may keep, in five hundreds."""
        if self.cash > self.bylaws.cash_most:
            self.put_away(date, (self.cash - self.bylaws.cash_most // 5) // (500 * BAHT) * (500 * BAHT))

    def put_away(self, date: dt.date, amount: int) -> None:
        """Take so much to the bank."""
        self.banked += 1
        self.pay(Banked(date, f"ฝาก {self.banked}", amount), amount)
        self.bank += amount

    def move(self, date: dt.date, source: int, amount: int) -> None:
        """Move money from one of two banks to the other."""
        self.moved += 1
        self.events.append(Moved(date, f"ย้าย {self.moved}", source, 3 - source, amount))
        self.banks[source] -= amount
        self.banks[3 - source] += amount

    def bank_interest(self, date: dt.date) -> None:
        """Add about an eighth of a per cent for the half-year, never in whole baht."""
        for bank, balance in self.banks.items():
            amount = balance * (self.rng if bank == 1 else self.odd).randint(75, 125) // 100_000
            amount += 1 if amount % BAHT == 0 else 0
            self.events.append(BankInterest(date, "สมุดธนาคาร", amount, bank))
            self.banks[bank] += amount


def pieces(cash: int) -> dict[int, int]:
    """Count cash in the largest notes and coins; ``cash`` in quarters of a baht."""
    counted = {}
    for piece in PIECES:
        number, cash = divmod(cash, piece)
        if number:
            counted[piece] = number
    return counted
