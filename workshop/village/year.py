"""One year of an invented village fund, from the opening balances to the proofs of its money. Same arguments, same year."""

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import partial
from random import Random

from addin.udfs import add_months
from workshop.closing import allowance, closing, prove
from workshop.events import Funded, Year
from workshop.extras import grant
from workshop.facts import MEETING_PAY, Contract
from workshop.names import VILLAGES
from workshop.pads import SLIPS, Pads
from workshop.people import Village, committee
from workshop.plans import deaths, halves, operating_plans
from workshop.spending import any_day, expenses, rare_expenses
from workshop.tasks import INTEREST, OPERATE, SPEND
from workshop.till import BAHT, pieces

from .carried import carry
from .day import operate
from .debts import BANKS_MONEY, MILLION, OWN
from .fund import BANK_ACCOUNTS, Misplaced, PurseTill, VillageFund
from .habits import USUAL, VillageHabits
from .laws import village_bylaws
from .lending import help_in_need, lend_on, lend_round
from .meeting import meeting
from .paying import expect_repayment
from .purses import FIRST, LENDER, LOAN, STATE, bank_interest, bank_loan, borrow, move_interest, remit, top_up

FEWEST, MONTHS = 8, 12
THE_MILLION = 100_000_000
EARLIER = (0, 0, 20_000_000, 100_000_000)
"""What the state added in earlier years."""
BEGUN = dt.date(2001, 9, 14)
FIRST_ROUND, LAST_ROUND = 1, 10
"""Months of the year, from 0, in which a fund lends."""
SAME_WEEK = (0, 1, 3, 5, 6)


@dataclass(frozen=True, slots=True)
class VillageYear(Year):
    """One year of a village fund, and what a savings group does not have."""

    shares: dict[str, int] = field(default_factory=dict)
    """Member → shares brought forward."""
    funding: tuple[Funded, ...] = ()
    """Money to be lent that came in earlier years."""
    misplaced: tuple[Misplaced, ...] = ()
    """Money that waits to be moved to its own bank when the year ends."""


def simulate_village(seed: int, members: int = 80, first_day: dt.date = dt.date(2024, 1, 1), *, habits: VillageHabits = USUAL) -> VillageYear:
    """Live through one year of a village fund of 8 to 300 members, beginning on the first day of any month.

    Raises ValueError for fewer than 8 members, or a first day that does not begin a month.
    """
    if members < FEWEST or first_day.day != 1:
        raise ValueError(f"{members} members from {first_day}: at least {FEWEST}, from the first day of a month")
    fund = _founded(seed, members, first_day, habits)
    plans = operating_plans(fund)
    fund.days = [plan.date for plan in plans]
    fund.round_days = sorted(fund.rng.sample(fund.days[FIRST_ROUND:LAST_ROUND], fund.rng.randint(1, habits.rounds)))
    funding = _funded(fund)
    carried = carry(fund, fund.round_days, _monies(fund, funding))
    opening = _open(fund, funding)
    shares, people = dict(fund.shares), list(fund.village.people)
    last_day = add_months(first_day, MONTHS) - dt.timedelta(days=1)
    for plan in plans:
        fund.agenda.add((plan.date, OPERATE, partial(operate, fund, plan, is_round=plan.date in fund.round_days)))
    _store(fund, last_day, opening)
    posts = committee(people, first_day)
    fund.agenda.live(last_day)
    year = _told(fund, last_day, carried, posts, opening)
    return replace(year, seed=seed, shares=shares, funding=funding)


def _founded(seed: int, members: int, first_day: dt.date, habits: VillageHabits) -> VillageFund:
    """Gather the people."""
    rng, odd = Random(seed), Random(f"{seed} odd")  # noqa: S311 (a repeatable village, not a secret)
    rules = village_bylaws(rng, habits)
    village = Village(rng, odd, members, first_day, replace(rules, share_value=rules.savings_least))
    village.settle(members, habits)
    till = PurseTill(rng, odd, rules, first_day.year + 543, habits, Pads(rng.randint(0, 20 * SLIPS), habits.collectors, odd))
    posts = dict(committee(village.people, first_day))
    fund = VillageFund(rng, odd, habits, rules, first_day, village, till, posts, {})
    fund.laws = rules
    fund.keeps_minutes = rng.random() < habits.minutes
    return fund


def _funded(fund: VillageFund) -> tuple[Funded, ...]:
    """Tell what came to be lent in earlier years: the million, more of the state's, and in odd years a bank's loan of last year."""
    rows = [Funded(BEGUN, "", STATE, FIRST, MILLION, THE_MILLION, MILLION, "เงินล้านบาทแรก")]
    if more := fund.rng.choice(EARLIER):
        rows.append(Funded(dt.date(2013, 8, 1), "", STATE, "รัฐเพิ่มทุน", MILLION, more, MILLION, "เพิ่มทุนระยะที่ 2"))
    if fund.rng.random() < fund.habits.bank_loan / 2:
        date = add_months(fund.first_day, -3)
        rows.append(Funded(date, "", LENDER, LOAN, BANKS_MONEY, bank_loan(fund), BANKS_MONEY, "ปล่อยกู้ต่อสมาชิก", add_months(date, 12)))
    return tuple(rows)


def _monies(fund: VillageFund, funding: tuple[Funded, ...]) -> dict[int, int]:
    """Give what each บัญชี may have lent on the first day: of the fund's own money a tenth of the savings."""
    monies = {OWN: sum(person.opening for person in fund.village.people) // 10}
    for each in funding:
        monies[each.purse] = monies.get(each.purse, 0) + each.amount
    return monies


def _open(fund: VillageFund, funding: tuple[Funded, ...]) -> dict[str, int]:
    """Fill the fund with what last year left; each บัญชี has its own bank, and bank 2 what makes it balance."""
    rng, people, till = fund.rng, fund.village.people, fund.till
    fund.savings = {person.id: person.opening for person in people}
    fund.shares = {person.id: rng.choice((1, 2, 2, 3, 5, 10)) * 5 * fund.bylaws.share_value for person in people}
    fund.dues = {person.id: (person.unpaid_dividend, 0) for person in people if person.unpaid_dividend}
    fund.uncollected = set(fund.dues)
    held, lent = sum(fund.savings.values()) + sum(fund.shares.values()), _lent(fund)
    fund.pot = lent[MILLION] * rng.randint(2, 5) // 100 + rng.randint(1, BAHT - 1)
    fund.pot = -(fund.pot // 4) if fund.habits.after_loss else fund.pot
    fund.welfare = held * rng.randint(20, 100) // 10_000 + rng.randint(1, BAHT)
    till.cash = rng.randint(3, 40) * 2_500 + rng.choice((0, 25, 50, 75))
    fund.earned[MILLION] = rng.choice((0, 0, rng.randint(10_000, 90_000)))
    opening = {
        "11010": till.cash, "13010": lent[MILLION], "13020": lent[OWN], "13030": lent[BANKS_MONEY], "21010": -sum(fund.savings.values()),
        "23041": -sum(person.unpaid_dividend for person in people), "31010": -sum(fund.shares.values()), "33010": -fund.pot,
        "34100": -(held * rng.randint(200, 900) // 10_000), "34520": -(held * rng.randint(100, 400) // 10_000), "34530": -fund.welfare,
    }  # fmt: skip
    for each, account in zip(funding, _accounts(funding), strict=True):
        opening[account] = opening.get(account, 0) - each.amount
    opening |= _owned(fund)
    till.banks = {MILLION: _of(funding, MILLION) - lent[MILLION] + fund.earned[MILLION]}
    if len(_banks(fund, funding)) > OWN:
        till.banks[BANKS_MONEY] = _of(funding, BANKS_MONEY) - lent[BANKS_MONEY]
    till.banks[OWN] = -sum(opening.values()) - sum(till.banks.values())
    till.banks = dict(sorted(till.banks.items()))
    return opening | {BANK_ACCOUNTS[bank]: balance for bank, balance in till.banks.items()}


def _lent(fund: VillageFund) -> dict[int, int]:
    lent = dict.fromkeys(BANK_ACCOUNTS, 0)
    for loan in fund.loans.values():
        lent[loan.contract.purse] += loan.balance
    return lent


def _of(funding: tuple[Funded, ...], purse: int) -> int:
    return sum(each.amount for each in funding if each.purse == purse)


def _banks(fund: VillageFund, funding: tuple[Funded, ...]) -> list[int]:
    """Give the banks the fund has in the year: a third for a bank's money, where it has any or will."""
    fund.borrows = fund.rng.random() < fund.habits.bank_loan / 2 and not _of(funding, BANKS_MONEY)
    return [MILLION, OWN, *([BANKS_MONEY] if fund.borrows or _of(funding, BANKS_MONEY) else [])]


def _accounts(funding: tuple[Funded, ...]) -> list[str]:
    return [{FIRST: "32010", LOAN: "22010"}.get(each.kind, "32020") for each in funding]


def _owned(fund: VillageFund) -> dict[str, int]:
    """Bring forward the allowance, and what the fund owns, worn a year or more."""
    before = fund.first_day - dt.timedelta(days=1)
    fund.doubtful = sum(allowance(loan, before, fund.bylaws.doubtful) for loan in fund.loans.values())
    owned = {"13110": -fund.doubtful}
    if fund.odd.random() < fund.habits.equipment:
        cost = fund.odd.randint(10, 40) * 50 * BAHT
        owned |= {"18010": cost, "18011": -(cost // 5 * fund.odd.randint(1, 4))}
    return owned


def _store(fund: VillageFund, last_day: dt.date, opening: dict[str, int]) -> None:
    """Put in store what the year brings beside the operating days."""
    rng, habits, agenda = fund.rng, fund.habits, fund.agenda
    for loan in list(fund.debts()):
        expect_repayment(fund, loan)
    for day in fund.round_days:
        lends = day + dt.timedelta(days=rng.choice(SAME_WEEK))
        agenda.add((lends, SPEND, partial(lend_round, fund, lends)))
    agenda.add(*meeting(fund), *expenses(fund, fund.days, MEETING_PAY), *deaths(fund), *rare_expenses(fund), *closing(fund, last_day, opening))
    agenda.add(*((date, INTEREST, partial(bank_interest, fund, date)) for date in halves(fund)))
    agenda.add(*((date, SPEND, partial(help_in_need, fund, date)) for date in (any_day(fund) for _ in range(habits.emergencies))))
    agenda.add(*((date, SPEND, partial(grant, fund, date)) for date in (any_day(fund) for _ in range(habits.grants))))
    if fund.earned[MILLION]:
        date = fund.first_day + dt.timedelta(days=rng.randint(1, 40))
        agenda.add((date, SPEND, partial(move_interest, fund, date)))
    if rng.random() < habits.topped_up:
        date = any_day(fund, last=8)
        agenda.add((date, SPEND, partial(top_up, fund, date)))
    _of_the_bank(fund)


def _of_the_bank(fund: VillageFund) -> None:
    """Let the fund borrow from a bank and lend it on, or pay back last year's loan."""
    if fund.borrows:
        date = any_day(fund, last=3)
        fund.agenda.add((date, SPEND, partial(borrow, fund, date)))
        lends = date + dt.timedelta(days=fund.rng.randint(2, 12))
        fund.agenda.add((lends, SPEND, partial(lend_on, fund, lends)))
    if BANKS_MONEY in fund.till.banks:
        date = add_months(fund.first_day, 10).replace(day=fund.rng.randint(2, 28))
        fund.agenda.add((date, SPEND, partial(remit, fund, date)))


def _told(fund: VillageFund, last_day: dt.date, carried: list[Contract], posts: list[tuple[str, str]], opening: dict[str, int]) -> VillageYear:
    """Prove the money and tell the year."""
    till, village, place = fund.till, fund.village, fund.rng.choice(VILLAGES)
    proofs = prove(fund, last_day)
    village.people = [replace(person, pledge=village.pledges[person.id]) for person in village.people]
    village.identify(fund.habits.citizen_ids)
    names = [person.name for person in village.people]
    return VillageYear(
        f"กองทุนหมู่บ้าน{place.removeprefix('บ้าน')}", place, fund.laws, fund.first_day, last_day, village.people, posts, carried, opening, till.events,
        pieces(till.cash + proofs.received_since - proofs.paid_since), till.pads.books(), 0,
        collectors={book: names[keeper] for book, keeper in till.pads.keepers.items()} if fund.habits.collectors > 1 else {},
        one_by_one=frozenset(fund.one_by_one), minutes=tuple(fund.minutes), amendments=tuple(fund.amendments), handed_over=tuple(fund.handed_over),
        proofs=proofs, banks=len(till.banks), bank_accounts=BANK_ACCOUNTS, misplaced=tuple(fund.waiting()),
    )  # fmt: skip
