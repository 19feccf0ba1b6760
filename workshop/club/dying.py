"""Deaths of an invented year: who dies of what, what the family is advanced, and how the villages bring the money."""

import datetime as dt
from functools import partial
from random import Random

from addin.udfs.rounding import UP, round_money
from workshop.club.club import BAHT, Club
from workshop.club.facts import ACCIDENT, DEAD, FIRST, ILLNESS, LATE, Case, Villager

A_YEAR = 0.016
"""Deaths a member and year."""
NEW, BY_ACCIDENT, FEW = 0.15, 0.5, 0.15
"""How many of the dead were accepted last, and how many of these and of the others died by accident."""
WREATH = "ค่าพวงหรีด"
CREDITORS = ("กองทุนหมู่บ้าน", "กลุ่มออมทรัพย์", "กองทุน กข.คจ.")


def deaths(club: Club) -> None:
    """Let members die on days of the year, now and then two on one day; the last may come as the year ends."""
    rng, days = club.rng, (club.last_day - club.first_day).days
    count = max(1, round(len(club.people) * A_YEAR * rng.uniform(0.7, 1.3)))
    for _ in range(count):
        on = club.first_day + dt.timedelta(days=rng.randint(0, days))
        club.on(on, lambda day: die(club, day))
        if rng.random() < 0.04:  # noqa: PLR2004 - rarely
            club.on(on, lambda day: die(club, day, ACCIDENT))
    if rng.random() < 0.3:  # noqa: PLR2004 - a death so late that next year goes on with it
        club.on(club.last_day - dt.timedelta(days=rng.randint(0, 9)), lambda day: die(club, day))


def die(club: Club, day: dt.date, cause: str = "", who: Villager | None = None) -> None:
    """Let somebody die, or the one who is named; some are the one accepted last, for whom the waiting days matter."""
    rng = club.rng
    living = [who for who in club.active() if who.joined <= day]
    if len(living) <= 10:  # noqa: PLR2004 - a club of a few goes on
        return
    new = who is not None or rng.random() < NEW
    who = who or (living[-1] if new else rng.choice(living))
    if who.id in club.gone:
        return
    cause = cause or (ACCIDENT if rng.random() < (BY_ACCIDENT if new else FEW) else ILLNESS)
    club.gone[who.id] = (day, DEAD)
    case = new_case(club, day, who, cause)
    club.on(day, lambda on: call(club, on, case))  # after every other death of the day
    club.on(club.soon(day, 4, 25), lambda on: club.give_back(on, who.id))


def new_case(club: Club, day: dt.date, who: Villager, cause: str) -> Case:
    """Enter a death: its right by cause and waiting days, and perhaps a minute that helps all the same."""
    right = cause == ACCIDENT or (day - who.joined).days >= club.laws.waiting
    year = (day.year + 543) % 100
    number = f"ร.{sum(each.date.year == day.year for each in club.cases.values()) + 1}/{year}"
    case = Case(number, day, who.id, cause, club.laws.rate_on(day), right, certificate=f"{club.rng.randint(100, 999)}/{year}")
    if not right and club.rng.random() < 0.5:  # noqa: PLR2004 - some meetings help
        case.minute = club.resolve(day, f"ช่วยครอบครัว {who.id} แม้ยังไม่ครบระยะรอ")
    club.cases[number] = case
    return case


def call(club: Club, day: dt.date, case: Case) -> None:
    """Call on everybody who is a member that day; the dead of the day pay only where the by-law says so."""
    laws = club.laws
    dead = {each.member for each in club.cases.values() if each.date == case.date}
    case.payers = {who.id: who.village for who in club.there(case.date) if laws.dead_pays or who.id not in dead}
    club.pay(day, WREATH, "cash", club.rng.randint(2, 5) * 100 * BAHT, case.number, "ร้านดอกไม้")
    if not case.levy:
        case.payers = {}
        return
    case.debts = owed(club.rng, case)
    club.owing |= {(case.number, member): case.levy for member in case.payers}
    left = case.called - round_money(case.called * laws.fee_rate, laws.fee_unit, UP) - case.owed
    if left < 0:
        case.borne_by = "กองทุนเจ้าหนี้"
    limit = min(left, laws.advance_most, club.money["bank1"]) // 2 // (100 * BAHT) * 100 * BAHT
    if limit > 0:  # a family is helped on the first day, out of what the club has
        case.advance = club.pay(day, "สำรองจ่ายวันแรก", "bank1", min(limit, laws.advance_least), case.number, club.people[case.member].heirs[0].name)
    for village in sorted(set(case.payers.values())):
        club.on(club.soon(day, 4, 20), partial(first_round, club, case, village))


def owed(rng: Random, case: Case) -> tuple[tuple[str, int, int, str], ...]:
    """Draw what the member owed funds: mostly nothing, sometimes more than is called."""
    if rng.random() > 0.35:  # noqa: PLR2004 - a third of them
        return ()
    count, least = rng.choice((1, 1, 2)), case.called // 500 // BAHT + 1
    principals = [rng.randint(least, least * (1_200 if rng.random() < 0.3 else 120)) * BAHT for _ in range(count)]  # noqa: PLR2004
    return tuple(
        (CREDITORS[place], amount, amount * 6 // 100 // 25 * 25, f"{rng.randint(1, 9)}/{rng.randint(1, 99):03}") for place, amount in enumerate(principals)
    )


def first_round(club: Club, case: Case, village: int, day: dt.date) -> None:
    """Let a village's collector bring the money of all who paid; the others are named."""
    rng = club.rng
    due = [member for member, where in case.payers.items() if where == village and (case.number, member) in club.owing]
    payers = [member for member in due if not club.people[member].stubborn and (member == case.member or rng.random() < 0.97)]  # noqa: PLR2004
    club.missed += [(case.number, member) for member in due if member not in payers]
    club.bring(day, case, village, FIRST, payers)
    if len(payers) < len(due):
        club.on(club.soon(day, 15, 60), partial(late_round, club, case, village))


def late_round(club: Club, case: Case, village: int, day: dt.date) -> None:
    """Let some of those who were named pay after all, perhaps in two rounds."""
    rng = club.rng
    named = [member for number, member in club.missed if number == case.number and (number, member) in club.owing and case.payers[member] == village]
    payers = [member for member in named if not club.people[member].stubborn and rng.random() < 0.7]  # noqa: PLR2004
    if payers:
        club.bring(day, case, village, LATE, payers)
        club.on(club.soon(day, 20, 40), partial(late_round, club, case, village))
