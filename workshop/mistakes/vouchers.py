"""Vouchers and cash rows that a mistake writes anew: numbered and dated as the treasurer would."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

from templates.books import words
from workshop.keep import Typed
from workshop.mistakes.base import BaseBook, Record, in_date_order

SUSPENSE, DEPRECIATION, ACCUMULATED, OTHER_INCOME, DOUBTFUL = "14010", "57010", "18011", "46010", "55050"
OTHER_INCOME_ITEM, OTHER_EXPENSE_ITEM = "รายได้อื่น", "ค่าใช้จ่ายอื่น"


@dataclass(frozen=True)
class Line:
    """A line of a voucher; debit positive."""

    account: str
    amount: int

    @property
    def sides(self) -> Record:
        return {"debit": self.amount} if self.amount > 0 else {"credit": -self.amount}


def some_day(base: BaseBook, rng: Random) -> dt.date:
    """Give a day of the second half of the year."""
    length = (base.rule("last_day") - base.rule("first_day")).days
    day: dt.date = base.rule("last_day") - dt.timedelta(days=rng.randint(1, length // 2))
    return day


def voucher(base: BaseBook, rng: Random, typed: Typed, lines: list[Line]) -> list[int]:
    """Write a general voucher after those there are; give its rows."""
    general = [line for line in typed["journal"] if line.get("kind") != words.CLOSING]
    day = max([some_day(base, rng), *(line["date"] for line in general)])
    head = {"date": day, "voucher": _unused("JV {}", (line["voucher"] for line in general)), "description": "ปรับปรุงรายการ"}
    typed["journal"][len(general) : len(general)] = [head | {"account": line.account} | line.sides for line in lines]
    return list(range(len(general), len(general) + len(lines)))


def cash_row(base: BaseBook, rng: Random, typed: Typed, day: dt.date | None = None, **told: Any) -> int:
    """Write a row into the cash and bank book in date order, with the next voucher number; give its place."""
    day = day or some_day(base, rng)
    series = {words.RECEIVE: "รับ {}", words.PAY: "จ่าย {}", words.MOVE: "ถอน {}"}[told["kind"]] + f"/{base.rule('last_day').year + 543}"
    return in_date_order(typed["cash"], {"date": day, "voucher": _unused(series, (row.get("voucher") for row in typed["cash"])), **told})


def _unused(series: str, numbers: Iterable[str | None]) -> str:
    """Give the first number of a series that nobody wrote."""
    written = set(numbers)
    return next(number for number in map(series.format, count(1)) if number not in written)
