"""One year of an invented funeral welfare club, from the opening balances to the counted cash. Same arguments, same year."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from functools import partial
from random import Random

from addin.udfs import add_months
from workshop.club.carried import carry
from workshop.club.club import BAHT, Club
from workshop.club.dying import deaths, die
from workshop.club.facts import (
    AHEAD,
    BY_COLLECTOR,
    ENTRY_FEE,
    GIFT,
    LAPSED,
    PREPAID,
    TRANSFER,
    UPKEEP,
    ClubLaws,
    ClubYear,
    Collected,
    Earned,
    Remitted,
    Villager,
)
from workshop.club.people import People
from workshop.pads import Pads
from workshop.till import pieces

FEWEST, SMALL = 12, 60
"""The least members; up to so many, upkeep is a receipt a member."""
FORMS, TRAVEL, MEETING = "ค่าแบบพิมพ์", "ค่าเดินทาง", "ค่าใช้จ่ายในการประชุม"
CLUB_INTEREST, MEMBERS_INTEREST = "ดอกเบี้ยธนาคาร บัญชีชมรม", "ดอกเบี้ยธนาคาร เงินสงเคราะห์"
FEES = (Decimal("0.035"), Decimal("0.04"), Decimal("0.05"), Decimal("0.09"))


def simulate_club(
    seed: int, members: int = 150, first_day: dt.date = dt.date(2024, 1, 1), *, villages: int = 0, founding: int = 0, laws: ClubLaws | None = None
) -> ClubYear:
    """Live through one year of a club of 12 to 2,000 members, beginning on the first day of any month.

    ``founding`` of them founded it; 0 draws how many, and how many villages. Raises ValueError for fewer than 12 members, or a
    first day that does not begin a month.
    """
    if members < FEWEST or first_day.day != 1:
        raise ValueError(f"{members} members from {first_day}: at least {FEWEST}, from the first day of a month")
    rng = Random(f"{seed} club")  # noqa: S311 - a repeatable club, not a secret
    villages = villages or max(2, min(8, members // 15))
    last_day = add_months(first_day, 12) - dt.timedelta(days=1)
    rules = laws or _laws(rng, first_day)
    digits = max(3, len(str(members + members // 5)))
    club = Club(rng, rules, first_day, last_day, People(rng, villages, digits), Pads(rng.randint(0, 250), 1, rng))
    people = club.makes.settle(members, founding or members * 2 // 3, first_day)
    club.people = {who.id: who for who in people}
    opening = carry(club)
    begun = (dict(club.prepaid), _by_member(club.owing), list(club.brought))
    if rules.new_rate:
        club.minutes.append((rules.new_rate[2], rules.new_rate[0] - dt.timedelta(days=20), f"เงินสงเคราะห์ต่อรายเป็น {rules.new_rate[1] // BAHT} บาท"))
    _plan(club, villages)
    club.live()
    return _told(seed, club, opening, begun)


def _laws(rng: Random, first_day: dt.date) -> ClubLaws:
    """Draw the by-laws that differ from club to club."""
    rate = rng.choice((2_000, 5_000, 5_000, 10_000))
    laws = ClubLaws(
        rate=rate, dead_pays=rng.random() < 0.15, waiting=rng.choice((60, 60, 90, 180)), prepaid=rng.choice((0, 10_000, 20_000)),  # noqa: PLR2004 - few do
        fee_rate=rng.choice(FEES), fee_unit=rng.choice((100, 100, 25, 1)), fee_direction=rng.choice(("ปัดลง", "ปัดลง", "ปัดครึ่งขึ้น", "ปัดขึ้น")),
        debts_first=rng.random() < 0.3,  # noqa: PLR2004 - some do
    )  # fmt: skip
    if rng.random() < 0.25:  # noqa: PLR2004 - a quarter of years
        laws = replace(laws, new_rate=(add_months(first_day, rng.randint(3, 9)), rate + 1_000, "1/ใหม่"))
    return laws


def _by_member(owing: dict[tuple[str, str], int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for (_, member), amount in owing.items():
        found[member] = found.get(member, 0) + amount
    return found


def _plan(club: Club, villages: int) -> None:
    """Put the year's days in order: upkeep, joiners, deaths, leavers, what the club spends, interest, the meeting."""
    day, rng = club.first_day, club.rng
    club.on(club.soon(day, 10, 40), lambda on: _upkeep(club, on, villages))
    for month in range(12):
        begin = add_months(day, month)
        for _ in range(_some(rng, len(club.people) / 400)):
            club.on(club.soon(begin, 0, 27), partial(_take_in, club))
        club.on(club.soon(begin, 5, 25), lambda on: _spend(club, on))
        club.on(club.soon(begin, 26, 27), lambda on: _month_end(club, on))
    for half in (5, 11):
        club.on(club.soon(add_months(day, half), 15, 26), lambda on: _interest(club, on))
    if rng.random() < 0.4:  # noqa: PLR2004 - in some years somebody dies who had just been accepted
        club.on(club.soon(day, 20, 250), lambda on: _briefly(club, on))
    deaths(club)


def _some(rng: Random, expected: float) -> int:
    """Draw how often something happens that happens so often on the whole."""
    whole = int(expected)
    return whole + (rng.random() < expected - whole)


def _upkeep(club: Club, day: dt.date, villages: int) -> None:
    """Take the year's upkeep: a receipt a member, or in a big club one a village from its collector."""
    there = club.there(day)
    if len(there) <= SMALL:
        for who in there:
            club.receive(day, who.id, UPKEEP, club.laws.upkeep)
        return
    for village in range(1, villages + 1):
        count = sum(who.village == village for who in there)
        if count:
            club.receive(day, "", UPKEEP, club.laws.upkeep * count, payer=f"ผู้เก็บเงินหมู่ {village}")


def _join(club: Club, day: dt.date) -> Villager:
    """Take in somebody new: the fee in cash, what is prepaid by transfer or through the village's collector."""
    who = club.makes.member(day)
    club.people[who.id] = who
    if club.laws.entry_fee:
        club.receive(day, who.id, ENTRY_FEE, club.laws.entry_fee)
    if club.laws.prepaid:
        club.prepaid[who.id] = club.laws.prepaid
        if club.rng.random() < 0.5:  # noqa: PLR2004 - half and half
            club.receive(day, who.id, AHEAD, club.laws.prepaid, channel=TRANSFER, bank=1)
        else:
            _through_collector(club, day, who)
    return who


def _take_in(club: Club, day: dt.date) -> None:
    _join(club, day)


def _briefly(club: Club, day: dt.date) -> None:
    """Take in somebody who dies soon after, within the waiting days or just beyond them."""
    who = _join(club, day)
    club.on(club.soon(day, 15, club.laws.waiting + 10), lambda on: die(club, on, who=who))


def _through_collector(club: Club, day: dt.date, who: Villager) -> None:
    club.receive(day, who.id, AHEAD, club.laws.prepaid, channel=BY_COLLECTOR)
    number = f"ล.{who.id}"
    same = next((each for each in club.events if isinstance(each, Collected) and (each.kind, each.date, each.village) == (PREPAID, day, who.village)), None)
    if same is not None:  # the collector's round of the day, already there
        club.events[club.events.index(same)] = replace(same, amount=same.amount + club.laws.prepaid)
        club.held[same.number] += club.laws.prepaid
        return
    club.held[number] = club.laws.prepaid
    club.events.append(Collected(day, number, PREPAID, "", who.village, club.laws.prepaid, ()))
    club.on(club.soon(day, 1, 6), lambda later: club.hand_over(later, number, None))


def _spend(club: Club, day: dt.date) -> None:
    item = club.rng.choice((FORMS, TRAVEL, MEETING))
    club.pay(day, item, "cash", club.rng.randint(4, 30) * 10 * BAHT, payee="ร้านค้า")


def _month_end(club: Club, day: dt.date) -> None:
    """Take cash to the club's bank or fetch some; let those lapse who owe for too many deaths; now and then somebody resigns."""
    cash, bank, rng = club.money["cash"], club.money["bank2"], club.rng
    if cash > 5_000 * BAHT:
        club.move(day, "cash", "bank2", (cash - 1_000 * BAHT) // (500 * BAHT) * 500 * BAHT)
    elif cash < 300 * BAHT and bank > 1_500 * BAHT:
        club.move(day, "bank2", "cash", 1_000 * BAHT)
    for member in _too_late(club):
        minute = club.resolve(day, "งดเก็บเงินสงเคราะห์ของผู้พ้นสภาพ")
        club.leave(day, member, LAPSED)
        club.waive(day, member, minute)
    owing = {member for _, member in club.owing}
    free = [who for who in club.active() if who.id not in owing and club.prepaid.get(who.id, 0) <= club.money["bank1"] and who.joined < day]
    if len(free) > FEWEST and rng.random() < 0.02 * len(free) ** 0.5:
        club.leave(day, rng.choice(free).id)
    if rng.random() < 0.05:  # noqa: PLR2004 - a gift every second year
        amount = rng.randint(2, 20) * 100 * BAHT
        club.events.append(Earned(day, GIFT, "bank2", amount))
        club.money["bank2"] += amount


def _too_late(club: Club) -> list[str]:
    """Give who has been named for as many deaths as the by-law says, and has paid for none of them."""
    named = [member for number, member in club.missed if (number, member) in club.owing]
    return sorted({member for member in named if named.count(member) >= club.laws.lapse_after and member not in club.gone})


def _interest(club: Club, day: dt.date) -> None:
    """Add the banks' interest; that on the members' money waits for a resolution, which may give it to the club."""
    for item, place in ((CLUB_INTEREST, "bank2"), (MEMBERS_INTEREST, "bank1")):
        amount = club.money[place] * club.rng.randint(75, 125) // 100_000
        if amount:
            club.events.append(Earned(day, item, place, amount))
            club.money[place] += amount
            if place == "bank1" and club.rng.random() < 0.3:  # noqa: PLR2004 - some do
                _give_to_club(club, day, amount)


def _give_to_club(club: Club, day: dt.date, amount: int) -> None:
    """Give the interest to the club by a resolution: out of the one book, and into the other."""
    club.resolve(day, "ดอกเบี้ยธนาคารของเงินสงเคราะห์ให้ชมรม")
    club.pay(day, MEMBERS_INTEREST, "bank1", amount)
    club.events.append(Earned(day, GIFT, "bank2", amount))
    club.money["bank2"] += amount


def _told(seed: int, club: Club, opening: dict[str, int], begun: tuple[dict[str, int], dict[str, int], list[Collected]]) -> ClubYear:
    prepaid, owing, brought = begun
    transit = sum(each.amount for each in club.events if isinstance(each, Remitted) and each.date == club.last_day)
    return ClubYear(
        seed, "ชมรมเพื่อนช่วยเพื่อนตำบลร่วมใจ", club.laws, club.first_day, club.last_day, list(club.people.values()), club.gone, club.cases, club.events,
        opening, owing, prepaid, brought, club.missed, club.late, club.owing, club.prepaid, club.held, club.money, club.pads.books(), club.cancelled,
        club.minutes, pieces(club.money["cash"]), transit,
    )  # fmt: skip
