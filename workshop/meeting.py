"""The general meeting: last year's profit shared out, old debts written off, and what members collect later."""

import datetime as dt
from collections import Counter
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
from .profit import COMMITTEE, LastYear, invented, share_out
from .spending import spend
from .tasks import MEET, SPEND, Task
from .till import BAHT

MEETING_MONTH = 1
ONE_DAY = dt.timedelta(days=1)
GIVEN_UP = 365
"""Days a debt has been overdue before the meeting writes it off."""
WELFARE, DOUBTFUL, EXPENSE = "34530", "13110", "55050"
RATE, CEILING, SECRETARY = "อัตราดอกเบี้ยเงินกู้", "วงเงินกู้ต่อคน", "เลขานุการ"


def meeting(fund: Fund) -> Iterator[Task]:
    """Hold the general meeting in the second month, on last year's figures."""
    date = add_months(fund.first_day, MEETING_MONTH).replace(day=fund.rng.randint(8, 26))
    last = LastYear(fund.first_day - ONE_DAY, list(fund.village.people), list(fund.loans.values()))
    number = f"ประชุมใหญ่ 1/{fund.till.be_year}"
    if fund.pot > 0:
        shared = fund.shared or share_out(fund.pot, invented(fund.rng, last, fund.bylaws), fund.bylaws)
        yield date, MEET, partial(share, fund, Resolved(date, number, *shared))
    elif fund.pot:
        yield date, MEET, partial(fund.resolve, number, date, "รับรองงบปีก่อน ขาดทุน ไม่มีกำไรจัดสรร")
    yield date, MEET, partial(_write_off, fund, date, number)
    yield date, MEET, partial(decide, fund, date, number)
    yield date, SPEND, partial(spend, fund, date, MEETING, len(fund.members()) * 5 * BAHT, "ร้านค้าชุมชน")


def share(fund: Fund, resolved: Resolved) -> None:
    """Post the resolution and pay those who come and do not keep it, as long as there is money."""
    unit = fund.bylaws.dividend_unit
    pay = min(dict(resolved.lines).get(COMMITTEE, 0), fund.till.money()) // unit * unit
    absent = {member for member in fund.savings if fund.rng.random() < fund.habits.unclaimed}
    absent |= _keep(fund, resolved)
    absent |= _come_again(fund, resolved, absent, pay)
    _wait(fund, resolved, absent)
    dividends, returns = (tuple((member, amount) for member, amount in part if member not in absent) for part in (resolved.dividends, resolved.returns))
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


def _come_again(fund: Fund, resolved: Resolved, absent: set[str], pay: int) -> set[str]:
    """Ask those to come again for whom there is no money left today."""
    amounts, left = Counter(dict(resolved.dividends)), fund.till.money() - pay
    amounts.update(dict(resolved.returns))
    waiting = set()
    for member, amount in amounts.items():
        if member not in absent:
            waiting |= {member} if left < amount else set()
            left -= amount if member not in waiting else 0
    return waiting


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
    there = [member for member in fund.dues if member not in fund.keeping and fund.odd.random() < fund.habits.claims]
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
            fund.settled(loan)
            fund.given_up.add(loan.contract.member)


def decide(fund: Fund, date: dt.date, number: str) -> None:
    """Change the terms of new loans, and elect another secretary."""
    if fund.odd.random() < fund.habits.amended and fund.bylaws.loan_rate != fund.bylaws.new_rate:
        minute = fund.resolve(f"{number} วาระแก้ไขระเบียบ", date, "ลดอัตราดอกเบี้ยและเพิ่มวงเงินของสัญญาใหม่")
        rate, most = fund.bylaws.new_rate, fund.bylaws.new_most
        fund.bylaws = replace(fund.bylaws, loan_rate=rate, loan_most=most)
        fund.amendments += [Amendment(RATE, date, rate, minute), Amendment(CEILING, date, Decimal(most // BAHT), minute)]
    free = [person.id for person in fund.members() if adult(person, date) and person.id not in fund.posts and person.joined < date]
    if free and SECRETARY in fund.offices and fund.odd.random() < fund.habits.handed_over:
        fund.handed_over.append(HandedOver(SECRETARY, fund.offices[SECRETARY], fund.odd.choice(free), date))
        fund.offices[SECRETARY] = fund.handed_over[-1].after


def _days(loan: Loan, on: dt.date) -> int:
    return arrears(*loan.terms, loan.repaid, on).days
