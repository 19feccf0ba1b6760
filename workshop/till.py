"""The treasurer's table: numbers of slips and vouchers, the cash box, the passbooks, and the facts as they are written down."""

import datetime as dt
from random import Random

from .events import Banked, BankInterest, Drew, Event, Moved
from .facts import CASH, Bylaws, Receipt
from .habits import Habits
from .pads import Pads
from .receipts import Cancelled

BAHT = 100
REASONS = ("เขียนชื่อผิด", "เขียนจำนวนเงินผิด", "เปื้อนน้ำ", "ฉีกผิดแผ่น")
PIECES = (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25)
"""Thai notes and coins in satang."""


class Till:
    """Cash and banks, never below zero, and ``events`` in the order they were written.

    Cash is drawn from bank ``main`` and taken to it. ``held`` is cash in the box that belongs in another bank and waits to be
    taken there: it pays for nothing.
    """

    main = 1
    held = 0

    def __init__(self, rng: Random, odd: Random, bylaws: Bylaws, be_year: int, habits: Habits, pads: Pads) -> None:
        self.rng, self.odd, self.bylaws, self.be_year, self.habits = rng, odd, bylaws, be_year, habits
        self.cash = 0
        self.banks = {1: 0}
        self.events: list[Event] = []
        self.pads = pads
        self.vouchers = self.drawn = self.banked = self.moved = self.received = 0

    @property
    def bank(self) -> int:
        """What is in the bank that money is drawn from."""
        return self.banks[self.main]

    @bank.setter
    def bank(self, amount: int) -> None:
        self.banks[self.main] = amount

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

    def own_banks(self) -> list[int]:
        """Give the banks of the fund's own money."""
        return list(self.banks)

    def take(self, amount: int, channel: str, bank: int = 1) -> None:
        """Receive money, in the box or on the bank account."""
        if channel == CASH:
            self.cash += amount
        else:
            self.banks[bank] += amount

    def money(self) -> int:
        """All that can be paid out in cash: the box and the whole baht of the main passbook."""
        return self.cash - self.held + self.bank // BAHT * BAHT

    def ready(self, date: dt.date, amount: int) -> bool:
        """Have so much in the box, drawing from the bank what is missing; False where there is not enough."""
        if self.money() < amount:
            return False
        missing = amount - (self.cash - self.held)
        if missing > 0:
            step = 1_000 * BAHT if missing > 5_000 * BAHT else 100 * BAHT
            drawn = min(-(-missing // step) * step, self.bank // BAHT * BAHT)
            self.draw(date, drawn, self.main)
        return True

    def draw(self, date: dt.date, amount: int, bank: int) -> None:
        """Draw so much from a bank."""
        self.drawn += 1
        self.events.append(Drew(date, f"ถอน {self.drawn}", amount, bank))
        self.banks[bank] -= amount
        self.cash += amount

    def pay(self, event: Event, amount: int, bank: int = 0) -> None:
        """Write down a payment in cash, or out of a bank."""
        self.events.append(event)
        if bank:
            self.banks[bank] -= amount
        else:
            self.cash -= amount

    def deposit(self, date: dt.date) -> None:
        """Take to the bank what is more than the treasurer may keep, in five hundreds."""
        free = self.cash - self.held
        if free > self.bylaws.cash_most:
            self.put_away(date, (free - self.bylaws.cash_most // 5) // (500 * BAHT) * (500 * BAHT), self.main)

    def put_away(self, date: dt.date, amount: int, bank: int) -> None:
        """Take so much to a bank."""
        self.banked += 1
        self.pay(Banked(date, f"ฝาก {self.banked}", amount, bank), amount)
        self.banks[bank] += amount

    def move(self, date: dt.date, source: int, target: int, amount: int) -> None:
        """Move money from one bank to another."""
        self.moved += 1
        self.events.append(Moved(date, f"ย้าย {self.moved}", source, target, amount))
        self.banks[source] -= amount
        self.banks[target] += amount

    def earning(self) -> dict[int, int]:
        """Give the balances that bear interest."""
        return self.banks

    def bank_interest(self, date: dt.date) -> None:
        """Add about an eighth of a per cent for the half-year, never in whole baht."""
        for bank, balance in self.earning().items():
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
