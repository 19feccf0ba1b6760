"""What a year has in store: operating days, the general meeting, expenses, deaths, the bank's interest, each on its day."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from addin.udfs import add_months

from .day import Plan, full_name, operate
from .events import ALLOWANCE, DEAD, MATERIALS, MEETING, TRAVEL, PaidShare, Resolved, Spent, StatusChanged
from .fund import Fund
from .profit import COMMITTEE, LastYear, resolve
from .till import BAHT

MONTHS, SUNDAY = 12, 6
MEETING_MONTH, FIRST_DEATH, FIRST_PART, FIRST_LEAVING = 1, 2, 2, 3
"""Months of the year, from 0: members go only after the general meeting has shared out last year's profit."""
OPERATE, MEET, BANK, SPEND, DIE, INTEREST = range(6)
"""What comes first on one day."""
HALVES = ((6, 30), (12, 31))
ONE_DAY = dt.timedelta(days=1)
SHOP = "ร้านเครื่องเขียนในหมู่บ้าน"

Task = tuple[dt.date, int, Callable[[], None]]


def tasks(fund: Fund, last_day: dt.date) -> list[Callable[[], None]]:
    """Tell everything the year has in store, in the order it happens."""
    plans = _plans(fund)
    stored: list[Task] = [(plan.date, OPERATE, partial(operate, fund, plan)) for plan in plans]
    stored += [(plan.date + ONE_DAY, BANK, partial(fund.till.deposit, plan.date + ONE_DAY)) for plan in plans]
    stored += [*_meeting(fund), *_expenses(fund, [plan.date for plan in plans]), *_deaths(fund), *_interest(fund)]
    stored.sort(key=lambda task: task[:2])
    return [task for date, _, task in stored if date <= last_day]


def _plans(fund: Fund) -> list[Plan]:
    """Spread joiners, leavers and loans over the operating days.

    Loans are made more in the first half (before the sowing), and never on a day that was moved: their months would not be whole.
    """
    habits, count, days = fund.habits, len(fund.village.people), _days(fund)
    usual = [index for index, date in enumerate(days) if date.day == fund.bylaws.operating_day]
    joiners = _spread(fund, list(range(1, MONTHS)), round(count * habits.joiners))
    leavers = _spread(fund, list(range(FIRST_LEAVING, MONTHS)), round(count * habits.leavers))
    parts = _spread(fund, list(range(FIRST_PART, MONTHS)), round(count * habits.part))
    loans = _spread(fund, usual + 2 * usual[: len(usual) // 2], round(count * habits.lent))
    return [Plan(index, date, joiners[index], leavers[index], parts[index], loans[index]) for index, date in enumerate(days)]


def _days(fund: Fund) -> list[dt.date]:
    """Set the operating days: the by-law's, or the next day where it is a Sunday or does not suit."""
    days = []
    for index in range(MONTHS):
        day = add_months(fund.first_day, index).replace(day=fund.bylaws.operating_day)
        moved = fund.rng.random() < fund.habits.moved or day.weekday() == SUNDAY
        days.append(day + ONE_DAY if moved and (day + ONE_DAY).month == day.month else day)
    return days


def _spread(fund: Fund, months: list[int], count: int) -> Counter[int]:
    return Counter(fund.rng.choices(months, k=count)) if months else Counter()


def _interest(fund: Fund) -> Iterator[Task]:
    for year in (fund.first_day.year, fund.first_day.year + 1):
        for month, day in HALVES:
            date = dt.date(year, month, day)
            if fund.first_day <= date:
                yield date, INTEREST, partial(fund.till.bank_interest, date)


def _meeting(fund: Fund) -> Iterator[Task]:
    """Hold the general meeting in the second month, on last year's figures."""
    date = add_months(fund.first_day, MEETING_MONTH).replace(day=fund.rng.randint(8, 26))
    last = LastYear(fund.first_day - ONE_DAY, fund.pot, list(fund.village.people), list(fund.loans.values()))
    resolved = resolve(fund.rng, date, f"ประชุมใหญ่ 1/{fund.till.be_year}", last, fund.bylaws)
    yield date, MEET, partial(_share, fund, resolved)
    yield date, SPEND, partial(_spend, fund, date, MEETING, len(last.people) * 5 * BAHT, "ร้านค้าชุมชน")


def _share(fund: Fund, resolved: Resolved) -> None:
    """Post the resolution and pay those who come."""
    absent = {member for member in fund.savings if fund.rng.random() < fund.habits.unclaimed}
    fund.uncollected |= absent & {member for member, _ in (*resolved.dividends, *resolved.returns)}
    dividends, returns = (tuple((member, amount) for member, amount in part if member not in absent) for part in (resolved.dividends, resolved.returns))
    unit = fund.bylaws.dividend_unit
    pay = dict(resolved.lines).get(COMMITTEE, 0) // unit * unit
    total = pay + sum(amount for _, amount in (*dividends, *returns))
    fund.till.events.append(resolved)
    fund.till.ready(resolved.date, total)
    fund.till.pay(PaidShare(resolved.date, fund.till.voucher(), dividends, returns, pay), total)
    fund.pot = 0


def _expenses(fund: Fund, days: list[dt.date]) -> Iterator[Task]:
    """Spread a few small expenses over the year; paper and ink cost satang."""
    rng, people = fund.rng, {person.id: full_name(person) for person in fund.village.people}
    posts = sorted(fund.posts)
    for index in (0, rng.randint(4, 6), rng.randint(8, 10)):
        date = add_months(fund.first_day, index).replace(day=rng.randint(6, 28))
        yield date, SPEND, partial(_spend, fund, date, MATERIALS, rng.randint(60, 400) * BAHT + rng.choice((25, 50, 50, 75)), SHOP)
    for day in sorted(rng.sample(days, 5)):
        yield day + ONE_DAY, SPEND, partial(_spend, fund, day + ONE_DAY, TRAVEL, rng.choice((40, 60, 80)) * BAHT, people[rng.choice(posts)])
    for day in days[2::3]:
        yield day, SPEND, partial(_spend, fund, day, ALLOWANCE, len(posts) * 50 * BAHT, f"กรรมการ {len(posts)} คน")


def _spend(fund: Fund, date: dt.date, item: str, amount: int, payee: str) -> None:
    if fund.till.money() - fund.promised() >= amount:
        fund.till.ready(date, amount)
        fund.till.pay(Spent(date, fund.till.voucher(), item, amount, payee), amount)


def _deaths(fund: Fund) -> Iterator[Task]:
    """Let a few die, early enough for the heir to come on a later operating day."""
    for _ in range(fund.rng.randint(0, fund.habits.deaths)):
        month = add_months(fund.first_day, fund.rng.randrange(FIRST_DEATH, MONTHS - 1))
        date = month.replace(day=fund.rng.randint(1, 28))
        yield date, DIE, partial(_die, fund, date)


def _die(fund: Fund, date: dt.date) -> None:
    """One of the oldest dies, without a debt."""
    free = sorted(fund.may_leave(date), key=lambda person: person.birth)
    if free:
        person = fund.rng.choice(free[: max(1, len(free) // 3)])
        fund.till.events.append(StatusChanged(date, person.id, DEAD))
        fund.gone.add(person.id)
        fund.heirs[person.id] = person.beneficiary
