"""What last year left to a club: money in its two books, members who owe, and perhaps a death not settled yet."""

import datetime as dt
from functools import partial

from workshop.club.club import BAHT, Club
from workshop.club.dying import first_round, late_round, new_case
from workshop.club.facts import BROUGHT, DEAD, ILLNESS, Case, Collected

EARLIER_INTEREST = 0.5
ACCOUNTS = {"cash": "1B110", "bank1": "1A120", "bank2": "1B120"}


def carry(club: Club) -> dict[str, int]:
    """Fill the club with what last year left, and give the opening balances, debit positive."""
    rng = club.rng
    club.prepaid = dict.fromkeys(club.people, club.laws.prepaid) if club.laws.prepaid else {}
    interest = rng.randint(1, 500 * BAHT) if rng.random() < EARLIER_INTEREST else 0
    club.money = {"cash": rng.randint(5, 30) * 100 * BAHT, "bank1": sum(club.prepaid.values()) + interest, "bank2": rng.randint(20, 900) * 100 * BAHT}
    if rng.random() < 0.5 and len(club.people) > 20:  # noqa: PLR2004 - half of the years begin with one
        _unsettled(club)
    payable = sum(case.called - case.advance - case.fee for case in club.cases.values())
    opening = {account: club.money[place] for place, account in ACCOUNTS.items()}
    opening |= {
        "1A110": sum(club.held.values()),
        "1A310": sum(club.owing.values()),
        "2A110": -sum(club.prepaid.values()),
        "2A210": -payable,
        "2A310": -interest,
    }
    return opening | {"3B110": -(club.money["cash"] + club.money["bank2"])}


def _unsettled(club: Club) -> None:
    """Let somebody have died shortly before the year: some villages brought the money, one collector still has it."""
    rng = club.rng
    day = club.first_day - dt.timedelta(days=rng.randint(5, 25))
    who = rng.choice([each for each in club.active() if (day - each.joined).days > club.laws.waiting])
    club.gone[who.id] = (day, DEAD)
    case = new_case(club, day, who, ILLNESS)
    case.payers = {each.id: each.village for each in club.there(day) if club.laws.dead_pays or each.id != who.id}
    club.owing |= {(case.number, member): case.levy for member in case.payers}
    case.advance = min(club.laws.advance_least, case.called // 2, club.money["bank1"]) // (100 * BAHT) * 100 * BAHT
    club.money["bank1"] -= case.advance
    villages = sorted(set(case.payers.values()))
    for place, village in enumerate(villages):
        if place < len(villages) // 2:
            _collected(club, case, village, held=place == 0)
        else:
            club.on(club.soon(club.first_day, 2, 15), partial(first_round, club, case, village))
    case.fee = club.fee_on(case) if rng.random() < 0.5 else 0  # noqa: PLR2004 - half of the treasurers moved it already
    club.money["bank1"] -= case.fee
    case.before = (case.called, case.collected, case.fee, case.advance, 0, 0)
    club.on(club.soon(club.first_day, 2, 10), lambda on: club.give_back(on, who.id))


def _collected(club: Club, case: Case, village: int, *, held: bool) -> None:
    """Let a village have brought its money last year, less what a few had not paid."""
    due = [member for member, where in case.payers.items() if where == village]
    named = [member for member in due if member != case.member and club.rng.random() < 0.05]  # noqa: PLR2004 - few
    for member in due:
        if member not in named:
            del club.owing[case.number, member]
    club.missed += [(case.number, member) for member in named]
    amount = case.levy * (len(due) - len(named))
    case.collected += amount
    number = f"{case.number}-ม.{village}"
    if held:
        club.held[number] = amount
        club.brought.append(Collected(club.first_day - dt.timedelta(days=1), number, BROUGHT, case.number, village, amount))
        club.on(club.soon(club.first_day, 0, 5), lambda on: club.hand_over(on, number, case))
    else:
        case.remitted += amount
        club.money["bank1"] += amount
    if named:
        club.on(club.soon(club.first_day, 10, 40), partial(late_round, club, case, village))
