"""Schedules, and what of them is due, overdue and late on a day.

A schedule is told by five terms: the principal, the usual instalment, how many, every how many months, and the first due
date. The n-th instalment falls due (n − 1) × every months after the first; the last one takes what is left.
"""

import datetime as dt
from typing import List, NamedTuple, Optional

from .errors import BadSchedule
from .guards import no_negative, real_dates
from .months import add_months, months_between
from .registry import udf

_TERMS = {
    "principal": ("money", "เงินต้นตามสัญญา"),
    "instalment": ("money", "งวดละ"),
    "instalments": ("whole", "จำนวนงวด"),
    "every": ("whole", "ทุกกี่เดือน"),
    "first_due": ("date", "งวดแรก"),
}
_PAID = ("money", "เงินต้นที่ชำระแล้ว")
_ON = ("date", "ณ วันที่")


class Instalment(NamedTuple):
    """One line of a schedule: its number, due date and principal in satang."""

    number: int
    due: dt.date
    principal: int


class Arrears(NamedTuple):
    """What is overdue of a contract on a day: principal in satang, instalments, the oldest unpaid due date, days."""

    principal: int
    instalments: int
    oldest_due: Optional[dt.date]
    days: int


def schedule(principal: int, instalment: int, instalments: int, every: int, first_due: dt.date) -> List[Instalment]:
    """Lay out the whole schedule; its principal adds up to the loan exactly.

    10,000.00 in 12 of 840.00: eleven of 840.00 and a last one of 760.00 (golden example 1). Computing the last from
    unrounded amounts loses 0.04 on 12 × 833.33 (oracle C2, a published anomaly); here it is 833.37.
    Raises NotExact, NegativeAmount, NegativePeriod, BadSchedule, BadDate.

    >>> [line.principal for line in schedule(1000000, 84000, 12, 1, dt.date(2024, 3, 5))][-2:]
    [84000, 76000]
    """
    _check(principal, instalment, instalments, every, first_due)
    return [
        Instalment(number, add_months(first_due, (number - 1) * every), part)
        for number in range(1, instalments + 1)
        if (part := _due_after(principal, instalment, instalments, number) - _due_after(principal, instalment, instalments, number - 1)) or principal == 0
    ]


@udf("เงินต้นที่ถึงกำหนดแล้ว", gives="money", **_TERMS, on=_ON)
def principal_due(principal: int, instalment: int, instalments: int, every: int, first_due: dt.date, on: dt.date) -> int:
    """Principal fallen due by a day, that day included.

    Satang. Raises as ``schedule``.

    >>> principal_due(945000, 105000, 9, 1, dt.date(2024, 5, 5), dt.date(2024, 12, 31))
    840000
    """
    _check(principal, instalment, instalments, every, first_due)
    return _due_after(principal, instalment, instalments, _fallen_due(first_due, every, on))


@udf("จำนวนงวดที่ค้าง", gives="whole", **_TERMS, paid=_PAID, on=_ON)
def instalments_overdue(principal: int, instalment: int, instalments: int, every: int, first_due: dt.date, paid: int, on: dt.date) -> int:
    """Instalments fallen due and not fully paid, oldest paid first.

    Raises as ``schedule``.

    >>> instalments_overdue(945000, 105000, 9, 1, dt.date(2024, 5, 5), 630000, dt.date(2024, 12, 31))
    2
    """
    return arrears(principal, instalment, instalments, every, first_due, paid, on).instalments


@udf("จำนวนวันที่ค้าง นับจากงวดค้างเก่าสุด", gives="whole", **_TERMS, paid=_PAID, on=_ON)
def days_overdue(principal: int, instalment: int, instalments: int, every: int, first_due: dt.date, paid: int, on: dt.date) -> int:
    """Days since the oldest unpaid instalment fell due; 0 when nothing is overdue.

    Raises as ``schedule``.

    >>> days_overdue(945000, 105000, 9, 1, dt.date(2024, 5, 5), 630000, dt.date(2024, 12, 31))
    56
    """
    return arrears(principal, instalment, instalments, every, first_due, paid, on).days


def arrears(principal: int, instalment: int, instalments: int, every: int, first_due: dt.date, paid: int, on: dt.date) -> Arrears:
    """Tell what of a contract is overdue on a day, payments taken to the oldest instalment first.

    A large instalment repays early: 10,000.00 by 1,000.00 is ten instalments even where twelve are written.
    Counted from the contract's own first due date, so arrears of earlier years are carried; a working program that
    counts inside the year only forgets them every 1 January (oracle D1, a named limitation).
    Raises NotExact, NegativeAmount, NegativePeriod, BadSchedule, BadDate.

    >>> arrears(945000, 105000, 9, 1, dt.date(2024, 5, 5), 630000, dt.date(2024, 12, 31))
    Arrears(principal=210000, instalments=2, oldest_due=datetime.date(2024, 11, 5), days=56)
    """
    _check(principal, instalment, instalments, every, first_due)
    no_negative(money=(paid,))
    fallen = _fallen_due(first_due, every, on)
    overdue = _due_after(principal, instalment, instalments, fallen) - paid
    if overdue <= 0:
        return Arrears(0, 0, None, 0)
    fallen = min(fallen, instalments, -(-principal // instalment))
    settled = min(paid // instalment, instalments - 1)
    oldest = add_months(first_due, settled * every)
    return Arrears(overdue, fallen - settled, oldest, (on - oldest).days)


@udf(
    "เงินต้นล่าช้า × จำนวนงวดที่ล่าช้า ของเงินที่ชำระครั้งนี้", gives="money", **_TERMS,
    paid_before=("money", "เงินต้นที่ชำระก่อนครั้งนี้"), paid_now=("money", "เงินต้นที่ชำระครั้งนี้"), on=_ON,
)  # fmt: skip
def overdue_months(principal: int, instalment: int, instalments: int, every: int, first_due: dt.date, paid_before: int, paid_now: int, on: dt.date) -> int:
    """Principal paid late now, each part times the whole months it is late.

    Satang-months.
    Months run from due date to due date of the contract. 2,100.00 paid on 5 September for the instalments of 5 July and
    5 August: 1,050.00 × 2 + 1,050.00 × 1 = 3,150.00 (golden example 1, section 5). Raises as ``schedule``.

    >>> overdue_months(945000, 105000, 9, 1, dt.date(2024, 5, 5), 210000, 210000, dt.date(2024, 9, 5))
    315000
    """
    _check(principal, instalment, instalments, every, first_due)
    no_negative(money=(paid_before, paid_now))
    start, end = min(paid_before, principal), min(paid_before + paid_now, principal)
    fallen = _fallen_due(first_due, every, on)
    total = 0
    for number in range(1, min(instalments, fallen - 1) + 1):  # what is not late adds nothing
        low, high = (_due_after(principal, instalment, instalments, n) for n in (number - 1, number))
        part = min(end, high) - max(start, low)
        if part > 0:
            total += part * (fallen - number) * every
    return total


def _fallen_due(first_due: dt.date, every: int, on: dt.date) -> int:
    """How many due dates have come by a day, counted on past the end of the schedule."""
    real_dates(on)
    return 0 if on < first_due else months_between(first_due, on) // every + 1


def _due_after(principal: int, instalment: int, instalments: int, number: int) -> int:
    """Principal of the first so many instalments."""
    return principal if number >= instalments else min(principal, number * instalment)


def _check(principal: int, instalment: int, instalments: int, every: int, first_due: dt.date) -> None:
    real_dates(first_due)
    no_negative(money=(principal, instalment), periods=(instalments, every))
    if every < 1 or instalments < 1 or (principal and not instalment):
        raise BadSchedule(f"{instalments} instalments of {instalment} satang, every {every} months")
