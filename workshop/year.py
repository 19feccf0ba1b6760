"""One year of an invented savings group, from the opening balances to the counted cash. Same arguments, same year."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Any

from addin.udfs import add_months
from addin.udfs.rounding import DIRECTIONS

from .carried import carry
from .closing import allowance, prove
from .events import Year
from .facts import BANKS, Bylaws, Contract
from .fund import Fund
from .habits import USUAL, Habits
from .names import VILLAGES
from .pads import SLIPS, Pads
from .people import Village, committee
from .plans import tasks
from .terms import TIERS
from .till import BAHT, Till, pieces

MONTHS = FEWEST = 12
LATE_DAYS = (29, 30, 31)
DOUBTFUL = (Decimal(0), Decimal("0.10"), Decimal("0.35"), Decimal("0.50"), Decimal(1))
OTHER_BYLAWS: dict[str, tuple[Any, ...]] = {
    "share_value": (1_000, 5_000, 10_000), "savings_least": (1_000, 5_000), "interest_unit": (25, 50, 100),
    "interest_direction": DIRECTIONS, "fine_rate": (Decimal(0), Decimal("0.0025"), Decimal("0.01")), "fine_unit": (25, 100), "fine_direction": DIRECTIONS,
    "dividend_unit": (25, 100), "average_return_cap": (None, Decimal("0.15")), "opening_weight": (11, 12), "first_weight": (11, 12),
    "withdrawal_from": ("นับถึงเดือนที่ถอน", "นับถึงเดือนก่อนถอน", "ไม่นับทั้งปี"), "leaver_dividend": ("ไม่ได้รับ", "ได้รับ"),
}  # fmt: skip
"""What by-laws may say instead."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A fund on the first day of a year: what it opens with, by account, and its contracts of earlier years."""

    fund: Fund
    opening: dict[str, int]
    contracts: list[Contract]


def simulate(seed: int, members: int = 150, first_day: dt.date = dt.date(2024, 1, 1), *, habits: Habits = USUAL) -> Year:
    """Live through one year of a fund of 12 to 2,000 members, beginning on the first day of any month.

    Raises ValueError for fewer than 12 members, or a first day that does not begin a month.
    """
    return live(begin(seed, members, first_day, habits), seed)


def begin(seed: int, members: int, first_day: dt.date, habits: Habits) -> Begun:
    """Invent a fund and what earlier years left it. Raises as ``simulate``."""
    if members < FEWEST or first_day.day != 1:
        raise ValueError(f"{members} members from {first_day}: at least {FEWEST}, from the first day of a month")
    rng, odd = Random(seed), Random(f"{seed} odd")  # noqa: S311 (a repeatable village, not a secret)
    habits = replace(habits, carried=0, bad_debts=0) if habits.first_year else habits
    rules = _bylaws(rng, odd, habits)
    village = Village(rng, odd, members, first_day, rules)
    village.settle(members, habits)
    if habits.first_year:
        village.found(first_day)
    loans = carry(rng, odd, village.people, first_day, rules, habits)
    till = Till(rng, odd, rules, first_day.year + 543, habits, Pads(rng.randint(0, 20 * SLIPS), habits.collectors, odd))
    posts = dict(committee(village.people, first_day))
    fund = Fund(rng, odd, habits, rules, first_day, village, till, posts, {loan.contract.member: loan for loan in loans})
    fund.keeps_minutes = odd.random() < habits.minutes
    fund.agreed = {loan.contract.number: loan.contract for loan in loans}
    return Begun(fund, _begin(fund) if habits.first_year else _open(fund), list(fund.agreed.values()))


def live(begun: Begun, seed: int) -> Year:
    """Live through a year that has begun; ``seed`` is told with it."""
    fund, posts = begun.fund, list(begun.fund.offices.items())
    last_day = add_months(fund.first_day, MONTHS) - dt.timedelta(days=1)
    for task in tasks(fund, last_day, begun.opening):
        task()
    return replace(_told(fund, last_day, begun, posts), seed=seed)


def _bylaws(rng: Random, odd: Random, habits: Habits) -> Bylaws:
    """Draw the by-laws that differ from fund to fund."""
    rules = Bylaws(operating_day=rng.choice((5, 5, 5, 10, 15, 28)), fine_cap=rng.choice((None, None, None, 10_000)))
    if odd.random() < habits.month_end:
        rules = replace(rules, operating_day=odd.choice(LATE_DAYS))
    if odd.random() < habits.doubtful:
        rules = replace(rules, doubtful=DOUBTFUL)
    if odd.random() < habits.bylaws:
        rules = replace(rules, **{name: odd.choice(choices) for name, choices in OTHER_BYLAWS.items()})
    return replace(rules, tier_limit=TIERS[0], tier_rate=TIERS[1]) if habits.methods else rules


def _begin(fund: Fund) -> dict[str, int]:
    """Begin with nothing."""
    fund.savings = dict.fromkeys((person.id for person in fund.village.people), 0)
    return _second_bank(fund, {"12110": 0})


def _open(fund: Fund) -> dict[str, int]:
    """Fill the fund with what last year left; the bank takes what makes it balance."""
    rng, people = fund.rng, fund.village.people
    fund.savings = {person.id: person.opening for person in people}
    fund.dues = {person.id: (person.unpaid_dividend, 0) for person in people if person.unpaid_dividend}
    fund.uncollected = set(fund.dues)
    savings = sum(fund.savings.values())
    fund.pot = savings * rng.randint(300, 500) // 10_000 + rng.randint(1, BAHT - 1)
    fund.pot = -(fund.pot // 4) if fund.habits.after_loss else fund.pot
    fund.till.cash = rng.randint(3, 40) * 5_000 + rng.choice((0, 25, 50, 75))
    opening = {
        "11010": fund.till.cash,
        "12110": 0,
        "13010": sum(loan.balance for loan in fund.loans.values()),
        "23041": -sum(person.unpaid_dividend for person in people),
        "31020": -savings,
        "33010": -fund.pot,
        "34100": -(savings * rng.randint(200, 500) // 10_000 + rng.randint(1, BAHT)),
        "34530": -(savings * rng.randint(50, 200) // 10_000 + rng.randint(1, BAHT)),
    }
    fund.welfare = -opening["34530"]
    opening |= _owned(fund)
    opening["12110"] = -sum(opening.values())
    return _second_bank(fund, opening)


def _owned(fund: Fund) -> dict[str, int]:
    """Bring forward what was set aside for doubtful debts, and what the fund owns, worn a year or more."""
    owned = {}
    before = fund.first_day - dt.timedelta(days=1)
    fund.doubtful = sum(allowance(loan, before, fund.bylaws.doubtful) for loan in fund.loans.values()) if fund.bylaws.doubtful else 0
    if fund.doubtful:
        owned["13110"] = -fund.doubtful
    if fund.odd.random() < fund.habits.equipment:
        cost = fund.odd.randint(20, 80) * 100 * BAHT
        owned |= {"18010": cost, "18011": -(cost // 5 * fund.odd.randint(1, 4))}
    return owned


def _second_bank(fund: Fund, opening: dict[str, int]) -> dict[str, int]:
    """Put the money in the bank, or in two."""
    money = opening["12110"]
    fund.till.bank = money
    if fund.odd.random() < fund.habits.second_bank:
        other = fund.odd.randint(10, 40) * max(0, money - max(0, fund.pot)) // 100 // BAHT * BAHT
        fund.till.banks, opening = {1: money - other, 2: other}, opening | {"12110": money - other, BANKS[2]: other}
    return opening


def _told(fund: Fund, last_day: dt.date, begun: Begun, posts: list[tuple[str, str]]) -> Year:
    """Prove the money and tell the year."""
    till, village, place = fund.till, fund.village, fund.place or fund.rng.choice(VILLAGES)
    fund.place = place
    proofs = prove(fund, last_day)
    proofs = replace(proofs, visits=(fund.brought.visits if fund.brought else {}) | proofs.visits)
    village.people = [replace(person, pledge=village.pledges[person.id]) for person in village.people]
    village.identify(fund.habits.citizen_ids)
    names = [person.name for person in village.people if person.left is None]
    several = fund.habits.collectors > 1
    return Year(
        f"กลุ่มออมทรัพย์เพื่อการผลิต{place}", place, fund.village.bylaws, fund.first_day, last_day, village.people, posts, begun.contracts, begun.opening, till.events,
        pieces(till.cash + proofs.received_since - proofs.paid_since), till.pads.books(), 0,
        collectors={book: names[keeper] for book, keeper in till.pads.keepers.items()} if several else {},
        one_by_one=frozenset(fund.one_by_one), minutes=tuple(fund.minutes), amendments=tuple(fund.amendments),
        handed_over=tuple(fund.handed_over), first_year=fund.habits.first_year, proofs=proofs, banks=len(till.banks),
        brought=fund.brought,
    )  # fmt: skip
