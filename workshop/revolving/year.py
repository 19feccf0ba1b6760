"""One year of an invented revolving fund, from the opening balances to the counted cash. Same arguments, same year."""

import datetime as dt
from random import Random

from addin.udfs import add_months
from workshop.names import VILLAGES
from workshop.pads import SLIPS, Pads
from workshop.revolving.box import Box
from workshop.revolving.facts import Contract, Household, Proofs, Year
from workshop.revolving.fund import Fund, take_on
from workshop.revolving.happening import live
from workshop.revolving.returning import BAHT, STEP
from workshop.revolving.village import carried, households, losses
from workshop.till import pieces

FEWEST, MONTHS = 12, 12
CAPITAL = 28_000_000
PER_HOUSEHOLD = 400_000
"""Where there are many households the capital was added to, so that there is so much for each."""
ONE_DAY = dt.timedelta(days=1)


def simulate(seed: int, members: int = 40, first_day: dt.date = dt.date(2024, 1, 1), *, first_year: bool = False) -> Year:
    """Live through one year of a fund of 12 or more target households, beginning on the first day of any month.

    Raises ValueError for fewer than 12 households, or a first day that does not begin a month.
    """
    if members < FEWEST or first_day.day != 1:
        raise ValueError(f"{members} households from {first_day}: at least {FEWEST}, from the first day of a month")
    rng = Random(f"{seed} revolving")  # noqa: S311 (a repeatable village, not a secret)
    people = households(rng, members, first_day, new=0 if first_year else rng.choice((0, 0, 1, 2)))
    fund, opening, contracts = _begin(rng, people, first_day, first_year=first_year)
    _plan_year(fund, opening)
    day = first_day
    while day <= fund.last_day:
        live(fund, day)
        day += ONE_DAY
    return _told(fund, opening, contracts, first_year=first_year)


def _begin(rng: Random, people: list[Household], first_day: dt.date, *, first_year: bool) -> tuple[Fund, dict[str, int], list[Contract]]:
    """Open the fund with what last year left; the bank has what makes it balance."""
    last_day = add_months(first_day, MONTHS) - ONE_DAY
    added = 0 if first_year else max(0, len(people) * PER_HOUSEHOLD - CAPITAL) // (STEP * 100) * (STEP * 100)
    pads = Pads(rng.randint(0, 8 * SLIPS), rng.choice((1, 1, 1, 2)), rng)
    two = not first_year and rng.random() < 0.25  # noqa: PLR2004 (one in four)
    box = Box(rng, first_day.year + 543, pads, {0: 0, 1: 0, **({2: 0} if two else {})})
    lost = [] if first_year else losses(rng, people, first_day)
    missing = 0 if first_year else rng.choice((0, 0, 0, rng.randint(5, 60) * STEP))
    fund = Fund(rng, first_day, last_day, people, box, CAPITAL, added, lost, missing)
    gone = missing + sum(each.amount for each in lost)
    contracts = [] if first_year else carried(rng, people, first_day, (CAPITAL + added) * rng.randint(55, 85) // 100 - gone)
    fund.made = sum(contract.date.year == first_day.year for contract in contracts)
    for contract in contracts:
        take_on(fund, contract, first_day)
    return fund, {} if first_year else _opening(fund, contracts, gone - missing), contracts


def _opening(fund: Fund, contracts: list[Contract], lost: int) -> dict[str, int]:
    rng, box = fund.rng, fund.box
    box.money[0] = rng.choice((0, 0, 0, rng.randint(1, 20) * STEP))
    if box.money[0]:
        box.deposit_on = fund.first_day + dt.timedelta(days=rng.randint(1, 3))
    owed = sum(contract.principal - contract.repaid_before for contract in contracts)
    interest = rng.randint(300_00, 9_000_00)
    bank = fund.capital + fund.added + interest - owed - lost - fund.missing - box.money[0]
    second = bank // 3 // BAHT * BAHT if len(box.money) > 2 else 0  # noqa: PLR2004 (the box and two banks)
    box.money[1] = bank - second
    opening = {
        "11010": box.money[0],
        "12110": bank - second,
        "13010": owed,
        "18110": lost,
        "18120": fund.missing,
        "31010": -fund.capital - fund.added,
        "32010": -interest,
    }
    if second:
        box.money[2] = second
        opening["12120"] = second
    return {account: amount for account, amount in opening.items() if amount}


def _plan_year(fund: Fund, opening: dict[str, int]) -> None:
    """Lay down the days on which something happens besides the returns."""
    rng = fund.rng

    def some_day(least: int = 10, most: int = 340) -> dt.date:
        return fund.first_day + dt.timedelta(days=rng.randint(least, most))

    fund.meetings = {some_day(5 + 90 * turn, 80 + 90 * turn) for turn in range(4)}
    if not opening:
        fund.once[fund.first_day + dt.timedelta(days=rng.randint(0, 4))].append("founded")
    chances = {"added": 0.1, "taken back": 0.08, "fee": 0.3, "allowed": 0.15, "donated": 0.2, "moved": 0.5, "lost": 0.35, "transfer": 0.5, "short": 0.8}
    for what, chance in chances.items():
        if rng.random() < chance:
            fund.once[some_day(60)].append(what)
    if fund.missing and rng.random() < 0.6:  # noqa: PLR2004 (three in five)
        fund.once[some_day()].append("found")
    if any(each.household for each in fund.lost_before) and rng.random() < 0.6:  # noqa: PLR2004 (three in five)
        fund.once[some_day()].append("recovered")
    for month in range(MONTHS):
        end = add_months(fund.first_day, month + 1) - ONE_DAY
        if end.month in (6, 12):
            fund.once[end].append("interest")


def _told(fund: Fund, opening: dict[str, int], contracts: list[Contract], *, first_year: bool) -> Year:
    """Prove the money and tell the year."""
    rng, box = fund.rng, fund.box
    in_transit = 0
    if box.money[0] >= STEP and rng.random() < 0.3:  # noqa: PLR2004 (three in ten)
        in_transit = box.money[0] // STEP * STEP
        box.move(fund.last_day, 0, 1, in_transit)
    later = rng.random() < 0.2  # noqa: PLR2004 (one in five)
    received, paid = (rng.randint(0, 30) * STEP, rng.randint(0, 5) * STEP) if later else (0, 0)
    paid = min(paid, box.money[0] + received)
    counted = fund.last_day + dt.timedelta(days=3 if later else 0)
    proofs = Proofs(counted, received, paid, in_transit, pieces(box.money[0] + received - paid), rng.random() < 0.5)  # noqa: PLR2004 (half)
    visited = {number: (fund.last_day - dt.timedelta(days=rng.randint(0, 40)), loan.balance) for number, loan in fund.loans.items() if rng.random() < 0.4}  # noqa: PLR2004 (two in five)
    seen = [(fund.last_day, "สิ้นปี"), *((day, "ประชุมกรรมการ") for _, day, _ in fund.minutes[:3])]
    village = rng.choice(VILLAGES)
    keepers = {book: fund.people[keeper].name for book, keeper in box.pads.keepers.items()} if len(box.pads.next) > 1 else {}
    return Year(
        village, fund.first_day, fund.last_day, fund.people, contracts, opening, fund.capital, fund.added, fund.lost_before, box.events, box.receipts(), proofs,
        visited, sorted(set(seen)), fund.minutes, frozenset(box.by_day), rng.choice((None, None, 2_000_000)), first_year, len(box.money) - 1, keepers,
    )  # fmt: skip
