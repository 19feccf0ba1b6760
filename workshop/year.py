"""One year of an invented savings group, from the opening balances to the counted cash. Same arguments, same year."""

import datetime as dt
from random import Random

from addin.udfs import add_months

from .events import Bylaws, Year
from .fund import Fund
from .habits import USUAL, Habits
from .lending import carry
from .names import VILLAGES
from .people import Village, committee
from .plans import tasks
from .till import BAHT, Till, pieces

MONTHS = FEWEST = 12


def simulate(seed: int, members: int = 150, first_day: dt.date = dt.date(2024, 1, 1), *, habits: Habits = USUAL) -> Year:
    """Live through one year of a fund of 12 to 2,000 members, beginning on the first day of any month.

    Raises ValueError for fewer than 12 members, or a first day that does not begin a month.
    """
    if members < FEWEST or first_day.day != 1:
        raise ValueError(f"{members} members from {first_day}: at least {FEWEST}, from the first day of a month")
    rng = Random(seed)  # noqa: S311 (a repeatable village, not a secret)
    rules = Bylaws(operating_day=rng.choice((5, 5, 5, 10, 15, 28)), fine_cap=rng.choice((None, None, None, 10_000)))
    village = Village(rng, members, first_day, rules)
    village.settle(members, habits)
    people, loans = list(village.people), carry(rng, village.people, first_day, rules, habits)
    carried, posts = [loan.contract for loan in loans], committee(people, first_day)
    till = Till(rng, rules, first_day.year + 543, habits.cancelled)
    fund = Fund(rng, habits, rules, first_day, village, till, {member for _, member in posts}, {loan.contract.member: loan for loan in loans})
    opening = _open(fund)
    last_day = add_months(first_day, MONTHS) - dt.timedelta(days=1)
    for task in tasks(fund, last_day):
        task()
    place = rng.choice(VILLAGES)
    return Year(
        f"กลุ่มออมทรัพย์เพื่อการผลิต{place}", place, rules, first_day, last_day, village.people, posts, carried, opening,
        till.events, pieces(till.cash), till.books(), seed,
    )  # fmt: skip


def _open(fund: Fund) -> dict[str, int]:
    """Fill the fund with what last year left; the bank takes what makes it balance."""
    rng, people = fund.rng, fund.village.people
    fund.savings = {person.id: person.opening for person in people}
    fund.uncollected = {person.id for person in people if person.unpaid_dividend}
    savings = sum(fund.savings.values())
    fund.pot = savings * rng.randint(300, 500) // 10_000 + rng.randint(1, BAHT - 1)
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
    fund.till.bank = opening["12110"] = -sum(opening.values())
    return opening
