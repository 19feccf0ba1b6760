"""What else happens between the operating days: grants, money moved between banks, loans on any day."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from .borrowing import help_in_need, lend_between
from .events import Granted
from .fund import Fund
from .spending import any_day
from .tasks import SPEND, Task
from .till import BAHT

MOVES = 4
GIVER = "เทศบาลตำบลอุดหนุน"


def extras(fund: Fund) -> Iterator[Task]:
    """Spread over the year what a plain one leaves out."""
    habits = fund.habits
    for _ in range(habits.grants):
        date = any_day(fund)
        yield date, SPEND, partial(grant, fund, date)
    for _ in range(MOVES if len(fund.till.banks) > 1 else 0):
        date = any_day(fund)
        yield date, SPEND, partial(_move, fund, date)
    for _ in range(habits.emergencies):
        date = any_day(fund)
        yield date, SPEND, partial(help_in_need, fund, date)
    for _ in range(round(len(fund.members()) * habits.any_day)):
        date = any_day(fund)
        last_meeting = (date.year - fund.first_day.year) * 12 + date.month - fund.first_day.month - 1
        yield date, SPEND, partial(lend_between, fund, last_meeting, date)


def grant(fund: Fund, date: dt.date) -> None:
    """Let a grant come to a bank of the fund's own money."""
    bank, amount = fund.odd.choice(fund.till.own_banks()), fund.odd.randint(4, 40) * 500 * BAHT
    fund.till.events.append(Granted(date, GIVER, amount, bank))
    fund.till.banks[bank] += amount


def _move(fund: Fund, date: dt.date) -> None:
    """Move some thousands from the bank that has them to the other; what is promised stays where it can be drawn."""
    source = fund.odd.choice((1, 2))
    free = fund.till.banks[source] - (fund.promised() if source == 1 else 0)
    most = max(0, free) // 3 // (1_000 * BAHT)
    if most > 0:
        fund.till.move(date, source, 3 - source, fund.odd.randint(1, most) * 1_000 * BAHT)
