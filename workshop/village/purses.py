"""Money kept apart: principal goes back to the bank it was lent from, what a bank pays for it to bank 2; more money comes to be lent."""

import datetime as dt
from functools import partial

from addin.udfs import add_months
from workshop.events import Event, Funded, Remitted
from workshop.facts import CASH, TRANSFER
from workshop.receipts import Repaid, Reversed
from workshop.receiving import LEAST_COIN
from workshop.tasks import BANK
from workshop.till import BAHT

from .debts import BANKS_MONEY, MILLION, OWN
from .fund import VillageFund, is_apart

SOON, LATER = (1, 20), (4, 25)
"""Days after which interest is moved, and principal is taken to the bank by those who take their time."""
BANK_RATE_PERCENT = 4
TOP_UPS = (20_000_000, 50_000_000)
BANK_LOANS, A_MEMBER, LEAST = (10_000_000, 30_000_000, 50_000_000), 300_000, 3_000_000
"""What a bank lends to a fund: at most so much a member, where that is not too little."""
STATE, LENDER = "สำนักงานกองทุนหมู่บ้านและชุมชนเมืองแห่งชาติ", "ธนาคารออมสิน"
MORE, LOAN, FIRST = "รัฐเพิ่มทุน", "กู้ธนาคาร", "รัฐจัดสรร"
"""Kinds of money that comes to be lent."""
KEPT = 20 * BAHT
WHOLE_DAYS = 0.7
"""Days on which the rest of the cash goes to bank 2 at once."""


def sort_out(fund: VillageFund, date: dt.date, since: int) -> None:
    """After a day's receipts: principal of the million, and of a bank's money, goes to its own bank, at once or some days later."""
    for event in fund.till.events[since:]:
        _put_apart(fund, event, 1)
    if fund.passed.total():
        day = date + dt.timedelta(days=fund.rng.randint(0, 4))
        fund.agenda.add((day, BANK, partial(pass_on, fund, day)))
    late = fund.rng.random() < fund.habits.late_banking
    if fund.held.total() and late:
        day = date + dt.timedelta(days=fund.rng.randint(*LATER))
        fund.agenda.add((day, BANK, partial(bank_principal, fund, day)))
    elif fund.held.total():
        bank_principal(fund, date)
    if fund.rng.random() < WHOLE_DAYS:
        fund.till.deposit(date)
    else:
        day = date + dt.timedelta(days=1)
        fund.agenda.add((day, BANK, partial(fund.till.deposit, day)))


def _put_apart(fund: VillageFund, event: Event, sign: int) -> None:
    if isinstance(event, Reversed):
        for fact in event.facts:
            _put_apart(fund, fact, -sign)
    elif isinstance(event, Repaid) and is_apart(event.purse) and event.channel in (CASH, TRANSFER):
        apart = fund.held if event.channel == CASH else fund.passed
        apart[event.purse] += sign * event.principal
        fund.till.held = fund.held.total()


def bank_principal(fund: VillageFund, date: dt.date) -> None:
    """Take the principal in the box to the banks it was lent from, to the satang; the rest, where there are no coins for it, to bank 2."""
    for purse, amount in sorted(fund.held.items()):
        if amount:
            fund.till.put_away(date, amount, purse)
    fund.held.clear()
    fund.till.held = 0
    if fund.till.cash % LEAST_COIN:
        kept = min(fund.till.cash // KEPT, 10) * KEPT
        fund.till.put_away(date, fund.till.cash - kept, OWN)


def pass_on(fund: VillageFund, date: dt.date) -> None:
    """Move principal that came to bank 2 to the banks it was lent from."""
    for purse, amount in sorted(fund.passed.items()):
        if amount:
            fund.till.move(date, OWN, purse, amount)
    fund.passed.clear()


def bank_interest(fund: VillageFund, date: dt.date) -> None:
    """Let the banks write their interest; that of the others than bank 2 is moved there within weeks, or stays for a while."""
    before = dict(fund.till.banks)
    fund.till.bank_interest(date)
    for bank, balance in before.items():
        fund.earned[bank] += (fund.till.banks[bank] - balance) * (bank != OWN)
    if fund.rng.random() >= fund.habits.waiting:
        day = date + dt.timedelta(days=fund.rng.randint(*SOON))
        fund.agenda.add((day, BANK, partial(move_interest, fund, day)))


def move_interest(fund: VillageFund, date: dt.date) -> None:
    """Move to bank 2 what other banks paid."""
    for bank, amount in sorted(fund.earned.items()):
        if amount:
            fund.till.move(date, bank, OWN, amount)
    fund.earned.clear()


def top_up(fund: VillageFund, date: dt.date) -> None:
    """Let the state give more to be lent."""
    amount = fund.rng.choice(TOP_UPS)
    fund.till.events.append(Funded(date, fund.till.document(), STATE, MORE, MILLION, amount, MILLION, "เพิ่มทุนหมุนเวียนให้สมาชิกกู้"))
    fund.till.banks[MILLION] += amount


def borrow(fund: VillageFund, date: dt.date) -> None:
    """Let a bank lend to the fund, to be lent on within a year."""
    amount = bank_loan(fund)
    due = add_months(date, 12)
    fund.till.events.append(Funded(date, fund.till.document(), LENDER, LOAN, BANKS_MONEY, amount, BANKS_MONEY, "ปล่อยกู้ต่อสมาชิก", due))
    fund.till.banks[BANKS_MONEY] += amount


def bank_loan(fund: VillageFund) -> int:
    """Draw what a bank lends to the fund."""
    return min(fund.rng.choice(BANK_LOANS), max(LEAST, A_MEMBER * len(fund.village.people)))


def remit(fund: VillageFund, date: dt.date) -> None:
    """Pay back to the bank the principal that came in, and a year's interest on it out of bank 2 where there is money for it."""
    principal = fund.lendable(BANKS_MONEY) // BAHT * BAHT
    interest = principal * BANK_RATE_PERCENT // 100 // BAHT * BAHT
    if principal <= 0:
        return
    if fund.till.bank - fund.promised() < interest:
        interest = 0
    fund.till.events.append(Remitted(date, fund.till.voucher(), LENDER, principal, interest, BANKS_MONEY, OWN))
    fund.till.banks[BANKS_MONEY] -= principal
    fund.till.banks[OWN] -= interest
