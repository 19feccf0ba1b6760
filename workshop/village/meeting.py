"""The general meeting of a village fund: last year's profit by shares and interest, old debts written off and the million made whole."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from addin.udfs import add_months, allocate, arrears, average_return, average_return_rate, dividend
from workshop.events import Resolved, WroteOff
from workshop.facts import MEETING
from workshop.meeting import GIVEN_UP, MEETING_MONTH, decide, share
from workshop.spending import spend
from workshop.tasks import MEET, SPEND, Task
from workshop.till import BAHT

from .debts import MILLION, OWN
from .fund import VillageFund

RESERVE, DIVIDEND, RETURN = "34100", "23041", "23042"
DOUBTFUL, EXPENSE = "13110", "55050"
ELIGIBLE = 0.4
"""Members who borrowed last year and repaid in time, to members."""
PER_HEAD = 5 * BAHT


def meeting(fund: VillageFund) -> Iterator[Task]:
    """Hold the general meeting in the second month, on last year's figures."""
    date = add_months(fund.first_day, MEETING_MONTH).replace(day=fund.rng.randint(8, 26))
    number = f"ประชุมใหญ่ 1/{fund.till.be_year}"
    if fund.pot > 0:
        yield date, MEET, partial(share, fund, resolve(fund, date, number))
    else:
        yield date, MEET, partial(fund.resolve, number, date, "รับรองงบปีก่อน ขาดทุน ไม่มีกำไรจัดสรร")
    if fund.habits.bad_debts:
        yield date, MEET, partial(write_off, fund, date, f"{number} วาระตัดหนี้สูญ")
    yield date, MEET, partial(decide, fund, date, number)
    yield date, SPEND, partial(spend, fund, date, MEETING, len(fund.village.people) * PER_HEAD, "ร้านค้าชุมชน")


def resolve(fund: VillageFund, date: dt.date, minute: str) -> Resolved:
    """Allocate the whole profit; dividends by the shares of last year, returns by interest; what rounding leaves joins the reserve."""
    rules, rng = fund.bylaws, fund.rng
    shared = allocate(fund.pot, [percent for _, _, percent in rules.allocation])
    lines = {code: amount for (code, _, _), amount in zip(rules.allocation, shared.amounts, strict=True)}
    whole = sum(fund.shares.values())
    dividends = {member: dividend(own, whole, lines[DIVIDEND], rules.dividend_unit) for member, own in fund.shares.items()}
    eligible = rng.sample(sorted(fund.shares), round(len(fund.shares) * ELIGIBLE))
    paid = {member: rng.randint(5, 20) * 6_000 for member in sorted(eligible)}
    rate = average_return_rate(lines[RETURN], sum(paid.values()), rules.average_return_cap)
    returns = {member: average_return(amount, rate, rules.dividend_unit) for member, amount in paid.items()}
    lines |= {DIVIDEND: sum(dividends.values()), RETURN: sum(returns.values())}
    lines[RESERVE] += fund.pot - sum(lines.values())
    kept = [tuple((key, amount) for key, amount in amounts.items() if amount) for amounts in (lines, dividends, returns)]
    return Resolved(date, minute, *kept)


def write_off(fund: VillageFund, date: dt.date, minute: str) -> None:
    """Write off debts of the million given up long ago, and make the million whole out of bank 2, where there is money for it."""
    for debt in list(fund.debts()):
        days, amount = arrears(*debt.terms, debt.repaid, date).days, debt.balance
        if days > GIVEN_UP and debt.contract.purse == MILLION and fund.till.bank - fund.promised() >= amount:
            fund.resolve(minute, date, "ตัดหนี้สูญรายที่ติดตามแล้วไม่ได้รับชำระ ชดเชยเงินล้านจากบัญชี 2")
            account = DOUBTFUL if fund.doubtful >= amount else EXPENSE
            fund.doubtful -= amount if account == DOUBTFUL else 0
            fund.till.events.append(WroteOff(date, debt.contract.number, amount, minute, account))
            fund.till.move(date, OWN, MILLION, amount)
            fund.settled(debt)
            fund.written_off.append(debt.contract)
            fund.given_up.add(debt.contract.member)
