"""An operating day of a village fund: savings, shares, repayments; then what is paid back to those who leave."""

import datetime as dt

from workshop.bringing import saving
from workshop.corrections import put_right
from workshop.day import join
from workshop.events import SharesBack, StatusChanged, Withdrew
from workshop.facts import RESIGNED, Person
from workshop.leaving import choose
from workshop.meeting import pay_waiting
from workshop.receiving import Slip, receive
from workshop.tasks import Plan

from .fund import VillageFund
from .paying import bring, by_month
from .purses import sort_out

TWELVE = 12
SHARES = (1, 1, 2, 3, 5)
ABSENT = 0.05
"""Members who do not bring the year's savings."""


def operate(fund: VillageFund, plan: Plan, *, is_round: bool) -> None:
    """Keep one operating day from the first receipt to the last payment; at a round members buy shares too."""
    if fund.odd.random() < fund.habits.one_by_one:
        fund.one_by_one.add(plan.date)
    since, leaving = len(fund.till.events), choose(fund, plan.index, plan.date, plan.leavers)
    _receive(fund, plan, {person.id for person in leaving}, is_round=is_round)
    put_right(fund, plan.date)
    sort_out(fund, plan.date, since)
    pay_waiting(fund, plan.index, plan.date)
    pay_back(fund, plan.date, leaving)


def _receive(fund: VillageFund, plan: Plan, leaving: set[str], *, is_round: bool) -> None:
    """Write a receipt for everyone who comes, in any order; those who join come last."""
    slips: dict[str, Slip] = {}
    if not fund.bylaws.yearly_savings:
        saving(fund, plan, leaving, slips)
    elif plan.date == fund.round_days[0]:
        _save_the_year(fund, plan, leaving, slips)
    if is_round:
        _buy_shares(fund, leaving, slips)
    bring(fund, plan.date, slips)
    by_month(fund, plan.date, slips)
    payers = list(slips)
    fund.rng.shuffle(payers)
    joining = join(fund, plan)
    for person in joining:
        slips[person.id] = _welcome(fund, person, plan.date)
    for payer in [*payers, *(person.id for person in joining)]:
        receive(fund, plan.date, None, payer, slips[payer])


def _save_the_year(fund: VillageFund, plan: Plan, leaving: set[str], slips: dict[str, Slip]) -> None:
    """Bring the savings of the whole year at once."""
    for person in fund.members():
        if person.id not in leaving and person.joined <= plan.date and fund.rng.random() >= ABSENT:
            amount = TWELVE * fund.village.pledges[person.id]
            slips.setdefault(fund.payer(person.id), Slip()).saves.append((person.id, plan.date.month, amount))


def _buy_shares(fund: VillageFund, leaving: set[str], slips: dict[str, Slip]) -> None:
    """Let some buy shares: they count from next year on."""
    for person in fund.members():
        if person.id not in leaving and fund.rng.random() < fund.habits.share_buyers:
            amount = fund.rng.choice(SHARES) * fund.bylaws.share_value
            fund.shares[person.id] = fund.shares.get(person.id, 0) + amount
            slips.setdefault(fund.payer(person.id), Slip()).buys.append((person.id, amount))


def _welcome(fund: VillageFund, person: Person, date: dt.date) -> Slip:
    """Let a new member pay the fee, and where accepted the same day buy a share and save for the month."""
    if person.joined > date:
        return Slip([person])
    fund.shares[person.id] = fund.bylaws.share_value
    return Slip([person], [(person.id, date.month, person.pledge)], buys=[(person.id, fund.bylaws.share_value)])


def pay_back(fund: VillageFund, date: dt.date, leaving: list[Person]) -> None:
    """Pay heirs and leavers their savings and their shares."""
    for member in [member for member in fund.heirs_repaying if member not in fund.borrowers()]:
        fund.heirs[member] = fund.heirs_repaying.pop(member)
    for member, heir in list(fund.heirs.items()):
        if fund.till.ready(date, fund.savings[member] + fund.shares.get(member, 0)):
            del fund.heirs[member]
            _pay(fund, date, member, heir)
    for person in leaving:
        if fund.till.money() - fund.promised() >= fund.savings[person.id] + fund.shares.get(person.id, 0):
            fund.till.events.append(StatusChanged(date, person.id, RESIGNED))
            fund.gone.add(person.id)
            fund.resigned.add(person.id)
            _pay(fund, date, person.id, person.name)


def _pay(fund: VillageFund, date: dt.date, member: str, payee: str) -> None:
    """Pay one person's savings and shares by one voucher."""
    savings, shares = fund.savings[member], fund.shares.get(member, 0)
    fund.till.ready(date, savings + shares)
    voucher = fund.till.voucher()
    if savings:
        fund.till.pay(Withdrew(date, voucher, member, savings, left=True, payee=payee), savings)
    if shares:
        fund.till.pay(SharesBack(date, voucher, member, shares, payee), shares)
    fund.savings[member], fund.shares[member] = 0, 0
