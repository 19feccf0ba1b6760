"""The monthly operating day: what is brought and receipted, then what is offset, paid back and lent."""

from .borrowing import lend
from .bringing import repaying, saving
from .corrections import put_right
from .facts import Person
from .fund import Fund
from .leaving import choose, offset, pay_back, settle_estates
from .meeting import pay_waiting
from .receiving import Slip, receive
from .tasks import LAST, Plan


def operate(fund: Fund, plan: Plan) -> None:
    """Keep one operating day from the first receipt to the last loan."""
    if fund.odd.random() < fund.habits.one_by_one:
        fund.one_by_one.add(plan.date)
    if fund.keeps_minutes:
        fund.resolve(f"{plan.index + 1}/{fund.till.be_year}", plan.date, "อนุมัติเงินกู้และเรื่องประจำเดือน")
    put_right(fund, plan.date)
    leaving = choose(fund, plan.index, plan.date, plan.leavers)
    _receive(fund, plan, {person.id for person in leaving})
    put_right(fund, plan.date)
    settle_estates(fund, plan.date)
    offset(fund, plan.index, plan.date)
    pay_waiting(fund, plan.index, plan.date)
    pay_back(fund, plan.date, leaving, plan.parts)
    lend(fund, plan.index, plan.date, plan.loans, usual=plan.usual)


def _receive(fund: Fund, plan: Plan, leaving: set[str]) -> None:
    """Write a receipt for everyone who comes, in any order; those who join come last."""
    slips: dict[str, Slip] = {}
    if plan.index == 0 and fund.habits.first_year:
        _found(fund, plan, slips)
    saving(fund, plan, leaving, slips)
    repaying(fund, plan, slips)
    payers = list(slips)
    fund.rng.shuffle(payers)
    joining = join(fund, plan)
    for person in joining:
        month = [(person.id, plan.date.month, person.pledge)] if person.joined == plan.date else []
        slips[person.id] = Slip([person], month)
    for payer in [*payers, *(person.id for person in joining)]:
        receive(fund, plan.date, plan.next, payer, slips[payer])


def _found(fund: Fund, plan: Plan, slips: dict[str, Slip]) -> None:
    """Begin the group: everyone joins, each with whoever brings the money."""
    fund.village.found(plan.date)
    for person in fund.members():
        slips.setdefault(fund.payer(person.id), Slip()).joins.append(person)


def join(fund: Fund, plan: Plan) -> list[Person]:
    """Let new members in: some apply, pay the fee and are accepted the month after; some come back under a new number."""
    accepted = [plan.next if plan.next and fund.odd.random() < fund.habits.applied else plan.date for _ in range(plan.joiners)]
    joining = [fund.village.join(date) for date in accepted]
    if plan.brief:
        leaves = fund.odd.randint(plan.index + 1, LAST)
        fund.brief.setdefault(leaves, []).extend(person.id for person in joining[: plan.brief])
    free = sorted(fund.resigned)
    for member in fund.odd.sample(free, min(plan.readmitted, len(free))):
        joining.append(fund.village.readmit(member, plan.date))
        fund.resigned.discard(member)
    return joining
