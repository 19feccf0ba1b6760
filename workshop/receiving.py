"""Receipts written: what one payer brings, entered as it is, out of a dividend, or now and then otherwise than it should be."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from .corrections import enter_otherwise
from .facts import CASH, FROM_DIVIDEND, TRANSFER, Person, Receipt
from .fund import Fund
from .lending import Bill, Loan
from .posting import amount_of, post, settle
from .receipts import Bought, Charged, Joined, Prepaid, Receipted, Repaid, Saved

LEAST_COIN = 25
"""What is brought to the satang comes by transfer: there is no smaller coin."""


@dataclass(slots=True)
class Slip:
    """What one payer brings: members who join, months saved, loans repaid, and money ahead of its time."""

    joins: list[Person] = field(default_factory=list)
    saves: list[tuple[str, int, int]] = field(default_factory=list)
    """Members, months and amounts."""
    repays: list[tuple[Loan, Bill]] = field(default_factory=list)
    ahead: list[tuple[str, int]] = field(default_factory=list)
    buys: list[tuple[str, int]] = field(default_factory=list)
    charges: list[tuple[str, int]] = field(default_factory=list)
    """Fees for contracts."""

    def worth(self, entry_fee: int) -> int:
        """Add up what is brought, the entry fees of those who join too."""
        parts = [amount for _, amount in (*self.ahead, *self.buys, *self.charges)] + [amount for *_, amount in self.saves]
        return entry_fee * len(self.joins) + sum(parts) + sum(bill.principal + bill.interest + bill.fine for _, bill in self.repays)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is written on every line of a receipt."""

    date: dt.date
    receipt: Receipt
    payer: str
    channel: str
    bank: int = 1


def receive(fund: Fund, date: dt.date, later: dt.date | None, payer: str, slip: Slip) -> None:
    """Write one receipt, and another where a part is paid out of the payer's dividend. ``later`` is the next operating day."""
    if payer in fund.keeping:
        _out_of_dividend(fund, date, payer, slip)
    if not (slip.joins or slip.saves or slip.repays or slip.ahead or slip.buys or slip.charges):
        return
    collector = fund.collector(payer)
    receipt = fund.till.receipt(date, collector)
    channel = TRANSFER if not slip.joins and fund.rng.random() < fund.habits.transfers else CASH
    channel = TRANSFER if slip.worth(fund.bylaws.entry_fee) % LEAST_COIN else channel
    bank = fund.odd.choice(fund.till.own_banks()) if channel == TRANSFER else 1
    facts = _facts(fund, Paper(date, receipt, payer, channel, bank), slip)
    if channel != CASH or not enter_otherwise(fund, facts, later, collector):
        post(fund, facts)


def _facts(fund: Fund, paper: Paper, slip: Slip) -> tuple[Receipted, ...]:
    """Settle what is brought and give it as facts."""
    for person in slip.joins:
        fund.savings[person.id] = 0
    for member, _, amount in slip.saves:
        fund.savings[member] += amount
    for loan, bill in slip.repays:
        settle(fund, loan, bill, paper.date)
    return tuple(_lines(fund, paper, slip))


def _lines(fund: Fund, paper: Paper, slip: Slip) -> Iterable[Receipted]:
    date, receipt, payer, way = paper.date, paper.receipt, paper.payer, (paper.channel, paper.bank)
    for person in slip.joins:
        yield Joined(date, receipt, person.id, fund.bylaws.entry_fee)
    for member, month, amount in slip.saves:
        yield Saved(date, receipt, member, amount, month, payer, *way)
    for loan, bill in slip.repays:
        contract = loan.contract
        yield Repaid(date, receipt, contract.number, contract.member, bill.principal, bill.interest, bill.fine, bill.months, payer, *way, contract.purse)
    for member, amount in slip.buys:
        yield Bought(date, receipt, member, amount, payer, *way)
    for member, amount in slip.charges:
        yield Charged(date, receipt, member, amount, payer, *way)
    for member, amount in slip.ahead:
        yield Prepaid(date, receipt, member, amount, payer, *way)


def _out_of_dividend(fund: Fund, date: dt.date, payer: str, slip: Slip) -> None:
    """Pay the payer's own interest, or else the month's savings, out of the dividend that waits, by a receipt of its own."""
    waiting, _ = fund.dues[payer]
    part = Slip()
    for index, (loan, bill) in enumerate(slip.repays):
        if loan.contract.member == payer and 0 < bill.interest <= waiting and bill.principal:
            part.repays.append((loan, bill._replace(principal=0, fine=0)))
            slip.repays[index] = loan, bill._replace(interest=0, months=0)
    own = next((save for save in slip.saves if save[:2] == (payer, date.month) and save[2] <= waiting), None)
    if own and not part.repays:
        slip.saves.remove(own)
        part.saves.append(own)
    if part.repays or part.saves:
        facts = _facts(fund, Paper(date, fund.till.receipt(date, fund.collector(payer)), payer, FROM_DIVIDEND), part)
        post(fund, facts)
        fund.collect(payer, sum(map(amount_of, facts)), 0)
        fund.keeping.discard(payer)
