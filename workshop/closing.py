"""The last days of a year: repairs that cost more than was earned, depreciation, the allowance, and proofs of the money."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from addin.udfs import arrears

from .events import Adjusted, Spent
from .facts import MATERIALS, OTHER_EXPENSE, Amounts, Proofs, Visits
from .fund import Fund
from .lending import Loan
from .result import result
from .spending import SHOP, spend
from .tasks import CLOSE, Task
from .till import BAHT

EDGES = (30, 90, 180, 365)
"""Days overdue up to which each of the first four classes goes."""
EQUIPMENT, WORN, DEPRECIATION, ALLOWED, DOUBTFUL_DEBTS = "18010", "18011", "57010", "13110", "55050"
LIFE = 5
"""Years a thing is written down over."""
LATER = dt.timedelta(days=2)
LONG_OVERDUE = 90


def closing(fund: Fund, last_day: dt.date, opening: dict[str, int]) -> Iterator[Task]:
    """Close the year: what moves no money comes last."""
    if fund.habits.loss:
        yield last_day, CLOSE, partial(_repair, fund, last_day)
    if cost := opening.get(EQUIPMENT, 0):
        worn = min(cost // LIFE, cost + opening.get(WORN, 0))
        yield last_day, CLOSE, partial(_adjust, fund, Adjusted(last_day, "ค่าเสื่อมราคาประจำปี", DEPRECIATION, WORN, worn))
    if fund.bylaws.doubtful:
        yield last_day, CLOSE, partial(_set_aside, fund, last_day)


def _repair(fund: Fund, date: dt.date) -> None:
    """Repair the roof of the office for more than the year has earned."""
    amount = max(0, result(fund.till.events)) + fund.odd.randint(500, 5_000) * BAHT
    spend(fund, date, OTHER_EXPENSE, amount // BAHT * BAHT, "ช่างซ่อมหลังคาที่ทำการ")


def _adjust(fund: Fund, event: Adjusted) -> None:
    if event.amount:
        fund.till.events.append(event)


def _set_aside(fund: Fund, on: dt.date) -> None:
    """Raise the allowance to what the by-laws ask; what is too much stays for next year."""
    wanted = sum(allowance(loan, on, fund.bylaws.doubtful) for loan in fund.loans.values())
    _adjust(fund, Adjusted(on, "ตั้งค่าเผื่อหนี้สงสัยจะสูญตามอายุหนี้", DOUBTFUL_DEBTS, ALLOWED, max(0, wanted - fund.doubtful)))


def allowance(loan: Loan, on: dt.date, rates: tuple[Decimal, ...]) -> int:
    """Reckon what is set aside for a loan: a part of all that is owed, by how long the oldest instalment is overdue, half satang up."""
    days = arrears(*loan.terms, loan.repaid, on).days
    if not days:
        return 0
    rate = rates[sum(days > edge for edge in EDGES)]
    numerator, denominator = rate.as_integer_ratio()
    return (2 * loan.balance * numerator + denominator) // (2 * denominator)


def prove(fund: Fund, last_day: dt.date) -> Proofs:
    """Prove the money: counted on the last day or soon after, certified by banks that may not have written everything yet."""
    odd, habits, till = fund.odd, fund.habits, fund.till
    in_transit: dict[int, int] = {}
    outstanding: dict[int, int] = {}
    if odd.random() < habits.in_transit and till.cash - till.held >= 500 * BAHT:
        in_transit[till.main] = odd.randint(1, (till.cash - till.held) // (500 * BAHT)) * 500 * BAHT
        till.put_away(last_day, in_transit[till.main], till.main)
    amount = odd.randint(5, 60) * 10 * BAHT
    if odd.random() < habits.outstanding and till.bank > amount and till.money() - fund.promised() >= amount:
        outstanding[till.main] = amount
        till.pay(Spent(last_day, till.voucher(), MATERIALS, amount, SHOP, till.main), amount, till.main)
    proofs = Proofs(None, 0, 0, in_transit, outstanding, _confirm(fund), _visit(fund, last_day), odd.random() < habits.signed)
    if odd.random() < habits.counted_later:
        received, paid = odd.randint(0, 400) * 5 * BAHT + 25, odd.randint(0, 40) * 5 * BAHT
        return replace(proofs, counted_on=last_day + LATER, received_since=received, paid_since=min(paid, till.cash + received))
    return proofs


def _confirm(fund: Fund) -> Amounts:
    """Compare some members' passbooks with the register; they agree."""
    return tuple((person.id, fund.savings[person.id]) for person in fund.members() if fund.odd.random() < fund.habits.confirmed)


def _visit(fund: Fund, last_day: dt.date) -> Visits:
    """Visit borrowers in arrears; who is long overdue acknowledges the debt in writing."""
    visits: Visits = {}
    for loan in fund.loans.values():
        days = arrears(*loan.terms, loan.repaid, last_day).days
        if days and fund.odd.random() < fund.habits.visited:
            visited = last_day - dt.timedelta(days=fund.odd.randint(0, min(days, 45)))
            visits[loan.contract.number] = visited, visited if days > LONG_OVERDUE else None
    return visits
