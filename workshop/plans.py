"""What a year has in store: operating days, the general meeting, expenses, deaths, the bank's interest, each on its day."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from addin.udfs import add_months

from .closing import closing
from .day import operate
from .events import StatusChanged
from .extras import extras
from .facts import DEAD
from .fund import Fund
from .meeting import meeting
from .people import day_of
from .spending import expenses, rare_expenses
from .tasks import BANK, DIE, INTEREST, LAST, OPERATE, Plan, Task

MONTHS, SUNDAY = 12, 6
FIRST_DEATH, FIRST_PART, FIRST_LEAVING = 2, 2, 3
"""Months of the year, from 0: members go only after the general meeting has shared out last year's profit."""
HALVES = ((6, 30), (12, 31))
ONE_DAY = dt.timedelta(days=1)
WEEKS = (12, 27)
"""Days after which late banking takes the cash to the bank."""


def tasks(fund: Fund, last_day: dt.date, opening: dict[str, int]) -> list[Callable[[], object]]:
    """Tell everything the year has in store, in the order it happens."""
    plans = operating_plans(fund)
    stored: list[Task] = [(plan.date, OPERATE, partial(operate, fund, plan)) for plan in plans]
    stored += [(date, BANK, partial(fund.till.deposit, date)) for date in _to_the_bank(fund, plans)]
    stored += [*meeting(fund), *expenses(fund, [plan.date for plan in plans]), *deaths(fund), *_interest(fund)]
    stored += [*rare_expenses(fund), *extras(fund), *closing(fund, last_day, opening)]
    stored.sort(key=lambda task: task[:2])
    return [task for date, _, task in stored if date <= last_day]


def operating_plans(fund: Fund) -> list[Plan]:
    """Spread joiners, leavers and loans over the operating days.

    Loans are made more in the first half (before the sowing), and never on a day that was moved: their months would not be whole.
    """
    habits, count, days = fund.habits, len(fund.members()), _days(fund)
    usual = [index for index, date in enumerate(days) if date == day_of(date.replace(day=1), fund.bylaws.operating_day)]
    joiners = _spread(fund, list(range(1, MONTHS)), round(count * habits.joiners))
    leavers = _spread(fund, list(range(FIRST_LEAVING, MONTHS)), round(count * habits.leavers))
    parts = _spread(fund, list(range(FIRST_PART, MONTHS)), round(count * habits.part))
    loans = _spread(fund, usual + 2 * usual[: len(usual) // 2], round(count * habits.lent))
    brief = Counter(fund.odd.choices(range(1, LAST - 1), k=habits.brief))
    joiners.update({**brief, LAST: brief[LAST] + habits.last_day_joiners})
    back = Counter(fund.odd.choices(range(FIRST_LEAVING + 1, MONTHS), k=habits.readmitted))
    counts = [(joiners[index], leavers[index], parts[index], loans[index], brief[index], back[index]) for index in range(MONTHS)]
    return [Plan(index, date, *counts[index], index in usual, days[index + 1] if index < LAST else None) for index, date in enumerate(days)]


def _days(fund: Fund) -> list[dt.date]:
    """Set the operating days: the by-law's, or the next day where it is a Sunday or does not suit."""
    days = []
    for index in range(MONTHS):
        day = day_of(add_months(fund.first_day, index), fund.bylaws.operating_day)
        moved = fund.rng.random() < fund.habits.moved or day.weekday() == SUNDAY
        days.append(day + ONE_DAY if moved and (day + ONE_DAY).month == day.month else day)
    return days


def _to_the_bank(fund: Fund, plans: list[Plan]) -> Iterator[dt.date]:
    """Give the days the cash is taken to the bank: the day after, or weeks later."""
    for plan in plans:
        late = fund.odd.random() < fund.habits.late_banking
        yield plan.date + (dt.timedelta(days=fund.odd.randint(*WEEKS)) if late else ONE_DAY)


def _spread(fund: Fund, months: list[int], count: int) -> Counter[int]:
    return Counter(fund.rng.choices(months, k=count)) if months else Counter()


def _interest(fund: Fund) -> Iterator[Task]:
    for date in halves(fund):
        yield date, INTEREST, partial(fund.till.bank_interest, date)


def halves(fund: Fund) -> Iterator[dt.date]:
    """Give the days from the first of the year on which banks write their interest, those after its end too."""
    for year in (fund.first_day.year, fund.first_day.year + 1):
        for month, day in HALVES:
            date = dt.date(year, month, day)
            if fund.first_day <= date:
                yield date


def deaths(fund: Fund) -> Iterator[Task]:
    """Let a few die, early enough for the heir to come on a later operating day; some of them in debt."""
    for _ in range(fund.rng.randint(0, fund.habits.deaths)):
        month = add_months(fund.first_day, fund.rng.randrange(FIRST_DEATH, MONTHS - 1))
        date = month.replace(day=fund.rng.randint(1, 28))
        yield date, DIE, partial(_die, fund, date)
    for _ in range(fund.habits.dead_debtors):
        date = add_months(fund.first_day, fund.odd.randrange(FIRST_DEATH, MONTHS - 1)).replace(day=fund.odd.randint(1, 28))
        yield date, DIE, partial(_die_in_debt, fund, date)


def _die(fund: Fund, date: dt.date) -> None:
    """One of the oldest dies, without a debt."""
    free = sorted(fund.may_leave(date), key=lambda person: person.birth)
    if free:
        person = fund.rng.choice(free[: max(1, len(free) // 3)])
        fund.till.events.append(StatusChanged(date, person.id, DEAD))
        fund.gone.add(person.id)
        fund.heirs[person.id] = person.beneficiary


def _die_in_debt(fund: Fund, date: dt.date) -> None:
    """Let a borrower die; the debt is cleared on the next operating day, or the heir goes on repaying."""
    free = fund.may_die_in_debt()
    if free:
        person = fund.odd.choice(free)
        fund.till.events.append(StatusChanged(date, person.id, DEAD))
        fund.gone.add(person.id)
        repays = fund.odd.random() < fund.habits.heirs_repay
        (fund.heirs_repaying if repays else fund.estates)[person.id] = person.beneficiary
