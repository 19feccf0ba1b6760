"""The treasurer's table: numbers of slips and vouchers, the cash box, the passbook, and the facts as they are written down."""

import datetime as dt
from random import Random

from .events import CASH, Banked, BankInterest, Bylaws, Cancelled, Drew, Event, Receipt

SLIPS = 100
"""Receipts in a book."""
BAHT = 100
REASONS = ("เขียนชื่อผิด", "เขียนจำนวนเงินผิด", "เปื้อนน้ำ", "ฉีกผิดแผ่น")
PIECES = (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25)
"""Thai notes and coins in satang."""


class Till:
    """Cash and bank, never below zero, and ``events`` in the order they were written."""

    def __init__(self, rng: Random, bylaws: Bylaws, be_year: int, spoiled: float) -> None:
        self.rng, self.bylaws, self.be_year, self.spoiled = rng, bylaws, be_year, spoiled
        self.cash = self.bank = 0
        self.events: list[Event] = []
        self.next_slip = self.first_slip = rng.randint(0, 20 * SLIPS)
        self.vouchers = self.drawn = self.banked = 0

    def receipt(self, date: dt.date) -> Receipt:
        """Take the next slip; now and then one is spoiled first."""
        while self.rng.random() < self.spoiled:
            self.events.append(Cancelled(date, self._slip(), self.rng.choice(REASONS)))
        return self._slip()

    def _slip(self) -> Receipt:
        self.next_slip += 1
        return _receipt(self.next_slip - 1)

    def books(self) -> list[tuple[int, int, int]]:
        """Book, first and last number used."""
        (first_book, first), (last_book, last) = _receipt(self.first_slip), _receipt(self.next_slip - 1)
        return [(book, first if book == first_book else 1, last if book == last_book else SLIPS) for book in range(first_book, last_book + 1)]

    def voucher(self) -> str:
        """Take the next payment voucher."""
        self.vouchers += 1
        return f"จ่าย {self.vouchers}/{self.be_year}"

    def take(self, amount: int, channel: str) -> None:
        """Receive money, in the box or on the bank account."""
        if channel == CASH:
            self.cash += amount
        else:
            self.bank += amount

    def money(self) -> int:
        """All that can be paid out in cash: the box and the whole baht of the passbook."""
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

    def pay(self, event: Event, amount: int) -> None:
        """Write down a payment in cash."""
        self.events.append(event)
        self.cash -= amount

    def deposit(self, date: dt.date) -> None:
        """Take to the bank what is more than the treasurer may keep, in five hundreds."""
        if self.cash > self.bylaws.cash_most:
            amount = (self.cash - self.bylaws.cash_most // 5) // (500 * BAHT) * (500 * BAHT)
            self.banked += 1
            self.pay(Banked(date, f"ฝาก {self.banked}", amount), amount)
            self.bank += amount

    def bank_interest(self, date: dt.date) -> None:
        """Add about an eighth of a per cent for the half-year, never in whole baht."""
        amount = self.bank * self.rng.randint(75, 125) // 100_000
        amount += 1 if amount % BAHT == 0 else 0
        self.events.append(BankInterest(date, "สมุดธนาคาร", amount))
        self.bank += amount


def pieces(cash: int) -> dict[int, int]:
    """Count cash in the largest notes and coins; ``cash`` in quarters of a baht."""
    counted = {}
    for piece in PIECES:
        number, cash = divmod(cash, piece)
        if number:
            counted[piece] = number
    return counted


def _receipt(slip: int) -> Receipt:
    book, number = divmod(slip, SLIPS)
    return book + 1, number + 1
