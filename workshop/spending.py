"""What is spent: paper, travel, meetings; bank fees, welfare and advances."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from addin.udfs import add_months

from .events import Advanced, Cleared, Helped, Spent
from .facts import ALLOWANCE, BANK_FEE, MATERIALS, TRAVEL
from .fund import Fund
from .tasks import SPEND, Task
from .till import BAHT

ONE_DAY = dt.timedelta(days=1)
SHOP = "ร้านเครื่องเขียนในหมู่บ้าน"
RIGHTS = (("คลอดบุตร", 500), ("เจ็บป่วยนอนโรงพยาบาล", 800), ("ช่วยเหลือผู้ประสบภัย", 1_000), ("สมาชิกอายุครบ 80 ปี", 300))
"""Rights to welfare and their ceilings in baht."""


def expenses(fund: Fund, days: list[dt.date], meeting_pay: str = ALLOWANCE) -> Iterator[Task]:
    """Spread a few small expenses over the year; paper and ink cost satang. ``meeting_pay`` is the item of what the committee gets for meeting."""
    rng, people = fund.rng, {person.id: person.name for person in fund.village.people}
    posts = sorted(fund.posts)
    for index in (0, rng.randint(4, 6), rng.randint(8, 10)):
        date = add_months(fund.first_day, index).replace(day=rng.randint(6, 28))
        yield date, SPEND, partial(spend, fund, date, MATERIALS, rng.randint(60, 400) * BAHT + rng.choice((25, 50, 50, 75)), SHOP)
    for day in sorted(rng.sample(days, 5)):
        yield day + ONE_DAY, SPEND, partial(spend, fund, day + ONE_DAY, TRAVEL, rng.choice((40, 60, 80)) * BAHT, people[rng.choice(posts)])
    for day in days[2::3]:
        yield day, SPEND, partial(spend, fund, day, meeting_pay, len(posts) * 50 * BAHT, f"กรรมการ {len(posts)} คน")


def rare_expenses(fund: Fund) -> Iterator[Task]:
    """Spread bank fees, welfare payments and advances over the year."""
    habits = fund.habits
    for count, pay in ((habits.fees, _fee), (habits.helped, _help)):
        for _ in range(count):
            date = any_day(fund)
            yield date, SPEND, partial(pay, fund, date)
    for _ in range(habits.advances):
        date = any_day(fund, last=10)
        cleared = date + dt.timedelta(days=fund.odd.randint(5, 25))
        given: list[Advanced] = []
        yield date, SPEND, partial(_advance, fund, date, given)
        yield cleared, SPEND, partial(_clear, fund, cleared, given)


def any_day(fund: Fund, last: int = 11) -> dt.date:
    """Draw a day of the year that suits, up to a month of it; months begin at 0."""
    return add_months(fund.first_day, fund.odd.randint(1, last)).replace(day=fund.odd.randint(2, 28))


def spend(fund: Fund, date: dt.date, item: str, amount: int, payee: str) -> None:
    """Pay an expense in cash, where there is money beside what is promised."""
    if fund.till.money() - fund.promised() >= amount:
        fund.till.ready(date, amount)
        fund.till.pay(Spent(date, fund.till.voucher(), item, amount, payee), amount)


def _fee(fund: Fund, date: dt.date) -> None:
    """Let a bank take its fee out of the account."""
    bank, amount = fund.odd.choice(fund.till.own_banks()), fund.odd.choice((15, 20, 25, 30, 50)) * BAHT
    if fund.till.banks[bank] >= amount and fund.till.money() - fund.promised() >= amount:
        fund.till.pay(Spent(date, fund.till.voucher(), BANK_FEE, amount, "ธนาคาร", bank), amount, bank)


def _help(fund: Fund, date: dt.date) -> None:
    """Pay welfare by right, up to the ceiling and to what is set aside."""
    right, ceiling = fund.odd.choice(RIGHTS)
    amount = fund.odd.choice((ceiling, ceiling, ceiling // 2)) * BAHT
    people = fund.members()
    if amount <= min(fund.welfare, fund.till.money() - fund.promised()):
        number = sum(isinstance(event, Helped) for event in fund.till.events) + 1
        minute = fund.resolve(f"สวัสดิการ {number}/{fund.till.be_year}", date, f"จ่ายสวัสดิการ {right}")
        fund.till.ready(date, amount)
        fund.till.pay(Helped(date, fund.till.voucher(), fund.odd.choice(people).id, right, ceiling * BAHT, amount, minute), amount)
        fund.welfare -= amount


def _advance(fund: Fund, date: dt.date, given: list[Advanced]) -> None:
    """Hand cash to one of the committee to buy things for the office."""
    amount = fund.odd.randint(3, 12) * 100 * BAHT
    names = [person.name for person in fund.members() if person.id in fund.posts]
    if fund.till.money() - fund.promised() >= amount:
        fund.till.ready(date, amount)
        given.append(Advanced(date, fund.till.voucher(), fund.odd.choice(names), amount))
        fund.till.pay(given[0], amount)


def _clear(fund: Fund, date: dt.date, given: list[Advanced]) -> None:
    """Take back what was not spent, against the bills of what was."""
    for advance in given:
        returned = fund.odd.choice((0, fund.odd.randint(1, advance.amount // 50) * 25))
        fund.till.events.append(Cleared(date, fund.till.document(), advance.payee, MATERIALS, advance.amount - returned, returned))
        fund.till.cash += returned
