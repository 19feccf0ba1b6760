"""The general meeting: last year's profit shared out, old debts written off, and what members collect later."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from addin.udfs import add_months, arrears

from .events import PaidShare, Resolved, WroteOff
from .facts import MEETING, Amendment, HandedOver
from .fund import Fund
from .lending import Loan
from .people import adult
from .profit import COMMITTEE, LastYear, resolve
from .spending import spend
from .tasks import MEET, SPEND, Task
from .till import BAHT

MEETING_MONTH = 1
ONE_DAY = dt.timedelta(days=1)
GIVEN_UP = 365
"""Days a debt has been overdue before the meeting writes it off."""
WELFARE, DOUBTFUL, EXPENSE = "34530", "13110", "55050"
RATE, CEILING, SECRETARY = "อัตราดอกเบี้ยเงินกู้", "วงเงินกู้ต่อคน", "เลขานุการ"
LOWER, HIGHER = Decimal("0.10"), 8_000_000
"""The new rate, and the new ceiling in satang."""


def meeting(fund: Fund) -> Iterator[Task]:
    """Hold the general meeting in the second month, on last year's figures."""
    date = add_months(fund.first_day, MEETING_MONTH).replace(day=fund.rng.randint(8, 26))
    last = LastYear(fund.first_day - ONE_DAY, fund.pot, list(fund.village.people), list(fund.loans.values()))
    number = f"ประชุมใหญ่ 1/{fund.till.be_year}"
    if fund.pot > 0:
        yield date, MEET, partial(_share, fund, resolve(fund.rng, date, number, last, fund.bylaws))
    elif fund.pot:
        yield date, MEET, partial(fund.resolve, number, date, "รับรองงบปีก่อน ขาดทุน ไม่มีกำไรจัดสรร")
    yield date, MEET, partial(_write_off, fund, date, number)
    yield date, MEET, partial(_decide, fund, date, number)
    yield date, SPEND, partial(spend, fund, date, MEETING, len(last.people) * 5 * BAHT, "ร้านค้าชุมชน")


def _share(fund: Fund, resolved: Resolved) -> None:
    """Post the resolution and pay those who come and do not keep it."""
    absent = {member for member in fund.savings if fund.rng.random() < fund.habits.unclaimed}
    absent |= _keep(fund, resolved)
    _wait(fund, resolved, absent)
    dividends, returns = (tuple((member, amount) for member, amount in part if member not in absent) for part in (resolved.dividends, resolved.returns))
    unit = fund.bylaws.dividend_unit
    pay = dict(resolved.lines).get(COMMITTEE, 0) // unit * unit
    total = pay + sum(amount for _, amount in (*dividends, *returns))
    fund.till.events.append(resolved)
    fund.till.ready(resolved.date, total)
    fund.till.pay(PaidShare(resolved.date, fund.till.voucher(), dividends, returns, pay), total)
    fund.pot = 0
    fund.welfare += dict(resolved.lines).get(WELFARE, 0)


def _keep(fund: Fund, resolved: Resolved) -> set[str]:
    """Let some keep their dividend for what they will bring themselves next time."""
    own = [member for member, _ in resolved.dividends if fund.payer(member) == member and member not in fund.gone]
    fund.keeping = set(fund.odd.sample(own, min(len(own), fund.habits.dividend_offsets)))
    return fund.keeping


def _wait(fund: Fund, resolved: Resolved, absent: set[str]) -> None:
    """Remember what waits for those who are not paid today."""
    dividends, returns = dict(resolved.dividends), dict(resolved.returns)
    for member in sorted(absent & {*dividends, *returns}):
        before = fund.dues.get(member, (0, 0))
        fund.dues[member] = before[0] + dividends.get(member, 0), before[1] + returns.get(member, 0)
        fund.uncollected.add(member)


def pay_waiting(fund: Fund, index: int, date: dt.date) -> None:
    """Pay members who come for a dividend that has been waiting, of this year or of earlier ones."""
    if index <= MEETING_MONTH:
        return
    there = [member for member in fund.dues if member not in fund.gone | fund.keeping and fund.odd.random() < fund.habits.claims]
    dividends, returns = (tuple((member, fund.dues[member][part]) for member in there if fund.dues[member][part]) for part in (0, 1))
    total = sum(amount for _, amount in (*dividends, *returns))
    if there and fund.till.money() - fund.promised() >= total:
        fund.till.ready(date, total)
        fund.till.pay(PaidShare(date, fund.till.voucher(), dividends, returns, 0), total)
        for member in there:
            fund.collect(member, *fund.dues[member])


def _write_off(fund: Fund, date: dt.date, number: str) -> None:
    """Write off the debts given up long ago, against the allowance where one was set aside."""
    for loan in list(fund.loans.values()) if fund.habits.bad_debts else ():
        if _days(loan, date) > GIVEN_UP:
            fund.resolve(f"{number} วาระตัดหนี้สูญ", date, "ตัดหนี้สูญรายที่ติดตามแล้วไม่ได้รับชำระ")
            account = DOUBTFUL if fund.doubtful >= loan.balance else EXPENSE
            fund.doubtful -= loan.balance if account == DOUBTFUL else 0
            fund.till.events.append(WroteOff(date, loan.contract.number, loan.balance, f"{number} วาระตัดหนี้สูญ", account))
            del fund.loans[loan.contract.member]
            fund.given_up.add(loan.contract.member)


def _decide(fund: Fund, date: dt.date, number: str) -> None:
    """Change the terms of new loans, and elect another secretary."""
    if fund.odd.random() < fund.habits.amended:
        minute = fund.resolve(f"{number} วาระแก้ไขระเบียบ", date, "ลดอัตราดอกเบี้ยและเพิ่มวงเงินของสัญญาใหม่")
        fund.bylaws = replace(fund.bylaws, loan_rate=LOWER, loan_most=HIGHER)
        fund.amendments += [Amendment(RATE, date, LOWER, minute), Amendment(CEILING, date, Decimal(HIGHER // BAHT), minute)]
    free = [person.id for person in fund.members() if adult(person, date) and person.id not in fund.posts and person.joined < date]
    if free and SECRETARY in fund.offices and fund.odd.random() < fund.habits.handed_over:
        fund.handed_over.append(HandedOver(SECRETARY, fund.offices[SECRETARY], fund.odd.choice(free), date))
        fund.offices[SECRETARY] = fund.handed_over[-1].after


def _days(loan: Loan, on: dt.date) -> int:
    return arrears(*loan.terms, loan.repaid, on).days
