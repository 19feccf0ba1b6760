"""MEMB: somebody entered twice, and headcounts that do not add up."""

import datetime as dt
from collections.abc import Callable
from random import Random

from templates.books import words
from workshop.mistakes.amounts import BAHT, transposed
from workshop.mistakes.base import BaseBook, Record
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, follows, kind, one_of

HIDDEN_SPACE = "\u200b"
TITLES = {"นาง": "นางสาว", "นางสาว": "นาง", "นาย": "", "เด็กชาย": "ด.ช.", "เด็กหญิง": "ด.ญ."}
WEIGHTS = range(13, 1, -1)
"""Of a citizen id's first twelve digits, in its check digit."""

follows("MEMB-01", "MEMB-05", "MEMB-06", "CELL-07", "NETW-01")
follows("MEMB-05", "MEMB-01", "MEMB-03", "MEMB-04", "LEDG-09")


def twin(base: BaseBook, index: int, both: Record, second: Record) -> Slip:
    """Enter a member a second time under the next code, and count both on the first day."""
    typed = base.retype()
    last = str(typed["members"][-1]["id"])
    letters, number = last[:2], last[2:]
    typed["members"][index] |= both
    typed["members"].append(typed["members"][index] | {"id": f"{letters}{int(number) + 1:0{len(number)}d}"} | second)
    typed["opening_facts"][0]["headcount"] += 1
    return Slip(base.kept(typed), base.row("members", index, len(typed["members"]) - 1))


def at_home(base: BaseBook) -> list[int]:
    """Give the members who have a house and were there on the first day."""
    there = base.find("members", status=words.ACTIVE)
    return [index for index in there if base.value("members", "house", index) and base.value("members", "joined", index) < base.rule("first_day")]


def _twin(name: str, second: Callable[[BaseBook, int, Random], Record]) -> None:
    def make(base: BaseBook, rng: Random) -> Slip:
        index = one_of(rng, at_home(base))
        return twin(base, index, {}, second(base, index, rng))

    kind("MEMB-01", name, Mode.EITHER)(make)


_twin("copied", lambda _base, _index, _rng: {})
_twin("with-a-space-more", lambda base, index, rng: {"first": f"{base.value('members', 'first', index)}{rng.choice((HIDDEN_SPACE, ' '))}"})
_twin("under-another-title", lambda base, index, _: {"title": TITLES.get(base.value("members", "title", index)) or None})


@kind("MEMB-01", "one-citizen-id", Mode.EITHER)
def one_citizen_id(base: BaseBook, rng: Random) -> Slip:
    """Two members with one citizen id: one of them is entered again under a husband's name."""
    digits = [rng.randint(1, 8), *(rng.randint(0, 9) for _ in range(11))]
    check = (11 - sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11) % 10
    index = one_of(rng, [each for each in at_home(base) if base.value("members", "title", each) == "นางสาว"])
    surnames = sorted({str(name) for name in base.column("members", "last") if name} - {base.value("members", "last", index)})
    return twin(base, index, {"citizen_id": "".join(map(str, [*digits, check]))}, {"title": "นาง", "last": rng.choice(surnames)})


def _headcount(base: BaseBook, headcount: int) -> Slip:
    typed = base.retype()
    typed["opening_facts"][0]["headcount"] = headcount
    return Slip(base.kept(typed), base.cell("opening_facts", "headcount"))


@kind("MEMB-05", "headcount-one-off", Mode.EITHER)
def headcount_one_off(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: the headcount of the first day is one more, or one less."""
    return _headcount(base, base.value("opening_facts", "headcount") + rng.choice((1, -1)))


@kind("MEMB-05", "headcount-transposed", Mode.EITHER, Cause.TRANSPOSED)
def headcount_transposed(base: BaseBook, rng: Random) -> Slip:
    """Make the headcount's digits exchanged."""
    written = transposed(base.value("opening_facts", "headcount") * BAHT, rng)
    if written is None:
        raise NoPlaceError
    return _headcount(base, written // BAHT)


def _year_off(base: BaseBook, rng: Random, column: str) -> Slip:
    """Type the year of joining or leaving one too low: that member is then not counted among those of this year."""
    first = base.rule("first_day")
    index = one_of(rng, [each for each in base.used("members") if (day := base.value("members", column, each)) and day >= first])
    typed = base.retype()
    dated: dt.date = typed["members"][index][column]
    typed["members"][index][column] = dated.replace(year=dated.year - 1, day=min(dated.day, 28))
    return Slip(base.kept(typed), base.row("members", index) | base.cell("opening_facts", "headcount"))


@kind("MEMB-05", "joined-a-year-off", Mode.EITHER)
def joined_a_year_off(base: BaseBook, rng: Random) -> Slip:
    """One who joined this year, dated last year."""
    return _year_off(base, rng, "joined")


@kind("MEMB-05", "left-a-year-off", Mode.EITHER)
def left_a_year_off(base: BaseBook, rng: Random) -> Slip:
    """One who left this year, dated last year."""
    return _year_off(base, rng, "left")


@kind("MEMB-05", "left-without-a-day", Mode.EITHER, also=("YEND-06", "MEMB-06"))
def left_without_a_day(base: BaseBook, rng: Random) -> Slip:
    """One who left, and the day is not written."""
    index = one_of(rng, [each for each in base.used("members") if base.value("members", "left", each)])
    typed = base.retype()
    typed["members"][index]["left"] = None
    return Slip(base.kept(typed), base.row("members", index) | base.cell("opening_facts", "headcount"))
