"""Invented villagers: names made of virtue words, houses, ages, savings brought forward. Nobody real is meant."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from random import Random

from addin.udfs import add_months

from .facts import Bylaws, Person
from .habits import Habits
from .names import MEN, SURNAMES, WOMEN

POSTS = ("ประธาน", "รองประธาน", "เหรัญญิก", "เลขานุการ", "กรรมการ")
PLEDGES = (1, 1, 1, 2, 2, 2, 2, 3, 4, 6, 10)
"""Shares a month: most save little."""
ADULT, CHILD, HOUSEHOLD = 20, 15, 3
GROWN = 35
"""A son who lives with his father is not so many years over 20."""
UNPAID = 0.04
ONE_DAY = dt.timedelta(days=1)
MAN = "นาย"
NO_PROVINCE = (9, 9)


class Namer:
    """Gives each name once."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.given: set[tuple[str, str]] = set()

    def name(self, surname: str = "", *, child: bool = False) -> tuple[str, str, str]:
        """Title, first name and surname of someone new, in the family of ``surname`` where there is room."""
        for _ in range(1000):
            man = self.rng.random() < 0.5  # noqa: PLR2004 (half and half)
            first, last = self.rng.choice(MEN if man else WOMEN), surname or self.rng.choice(SURNAMES)
            if (first, last) not in self.given:
                self.given.add((first, last))
                return self._title(man, child), first, last
        return self.name(child=child)

    def _title(self, man: bool, child: bool) -> str:
        if man:
            return "เด็กชาย" if child else MAN
        return "เด็กหญิง" if child else self.rng.choice(("นาง", "นาง", "นางสาว"))


class Village:
    """The people as they are made, and ``carriers``: whose money is brought by another of the house."""

    def __init__(self, rng: Random, odd: Random, count: int, first_day: dt.date, bylaws: Bylaws) -> None:
        self.rng, self.odd, self.first_day, self.bylaws = rng, odd, first_day, bylaws
        self.namer = Namer(rng)
        self.digits = max(3, len(str(count + count // 5)))
        self.people: list[Person] = []
        self.carriers: dict[str, str] = {}
        self.told_apart: set[str] = set()
        """Fathers and sons of one name: only their citizen ids tell them apart."""
        self.before: dict[str, str] = {}
        """Members who came back, and the numbers they had before."""
        self.pledges: dict[str, int] = {}
        self.numbered = 0
        """Numbers given to members so far: nobody gets one that another had."""
        self.known: set[str] = set()
        """Those who stand in the register of an earlier year, with a citizen id or without."""

    def carry_on(self, people: list[Person], first_day: dt.date) -> None:
        """Begin another year with so many of the people, as the register tells them."""
        self.people, self.first_day = list(people), first_day
        self.known = {person.id for person in people}
        there = {person.id for person in people if person.left is None}
        self.carriers = {member: carrier for member, carrier in self.carriers.items() if {member, carrier} <= there}

    def settle(self, count: int, habits: Habits) -> None:
        """Make the members of the first day, with two of the same name among them."""
        while len(self.people) < count:
            head = self._add(self._stranger())
            for _ in range(HOUSEHOLD):
                if len(self.people) < count and self.rng.random() < habits.together:
                    self.carriers[self._add(self._relative(head)).id] = head.id
        self._namesakes()
        for _ in range(habits.fathers):
            self._father()

    def found(self, date: dt.date) -> None:
        """Let everyone join on the first operating day: the group begins, nothing was saved before."""
        self.people = [_new(person, date) for person in self.people]

    def identify(self, share: float) -> None:
        """Enter citizen ids: of so many members, and of those whom nothing else tells apart; one who came back has one id."""
        given = {person.id: person.citizen_id for person in self.people if person.id in self.known and person.citizen_id}
        for index, person in enumerate(self.people):
            if person.id in self.known:
                continue
            if self.odd.random() < share or person.id in self.told_apart or self.before.get(person.id) in given:
                known = given.get(self.before.get(person.id, ""))
                given[person.id] = known or citizen_id(self.odd, set(given.values()))
                self.people[index] = replace(person, citizen_id=given[person.id])

    def join(self, date: dt.date) -> Person:
        """Make one who joins on a day."""
        return self._add(_new(self._stranger(), date))

    def readmit(self, member: str, date: dt.date) -> Person:
        """Take back one who had resigned, under a new number."""
        person = next(person for person in self.people if person.id == member)
        back = self._add(_new(person, date))
        self.before[back.id] = member
        return back

    def _add(self, person: Person) -> Person:
        self.numbered += 1
        person = replace(person, id=f"ส-{self.numbered:0{self.digits}d}")
        self.people.append(person)
        self.pledges[person.id] = person.pledge
        return person

    def _stranger(self) -> Person:
        rng = self.rng
        house = str(self.numbered * 2 + rng.randint(1, 2)) + rng.choice(("", "", "", "/1"))
        shares = rng.choice(PLEDGES)
        return self._person(self.namer.name(), house, _birth(rng, self.first_day, ADULT + 1, 80), shares, rng.randint(1, 120))

    def _relative(self, head: Person) -> Person:
        rng, child = self.rng, self.rng.random() < 0.6  # noqa: PLR2004 (more children than spouses and parents)
        birth = _birth(rng, self.first_day, 5, CHILD - 2) if child else _birth(rng, self.first_day, ADULT + 1, 80)
        return self._person(self.namer.name(head.last, child=child), head.house, birth, rng.choice((1, 1, 2)), rng.randint(1, 36 if child else 90))

    def _person(self, name: tuple[str, str, str], house: str, birth: dt.date, shares: int, months: int) -> Person:
        rng, rules = self.rng, self.bylaws
        pledge = min(max(shares * rules.share_value, rules.savings_least), rules.savings_most)
        missed = rng.choice((0, 0, 0, 1, 2, 5))
        unpaid = rng.randint(40, 1200) * rules.dividend_unit if rng.random() < UNPAID and months > 12 else 0  # noqa: PLR2004 (a year)
        joined = add_months(day_of(self.first_day, rules.operating_day), -months)
        heir = f"{rng.choice(WOMEN)} {name[2]}"
        return Person("", *name, house, birth, joined, pledge, pledge * max(1, months - missed), unpaid, heir)

    def _alone(self) -> list[int]:
        carried = {*self.carriers, *self.carriers.values()}
        return [index for index, person in enumerate(self.people) if person.id not in carried]

    def _father(self) -> None:
        """Let a man live with his son of the same name."""
        names = Counter((person.first, person.last) for person in self.people)
        alone = [self.people[index] for index in self._alone()]
        men = [person for person in alone if person.title == MAN and names[person.first, person.last] == 1]
        young = [person for person in men if adult(person, self.first_day) and not adult(person, add_months(self.first_day, -12 * GROWN))]
        if young and len(men) > 1:
            named = self.odd.choice(young)
            father = self.people.index(self.odd.choice([person for person in men if person != named]))
            birth = add_months(named.birth, -12 * self.odd.randint(ADULT, GROWN))
            self.people[father] = replace(self.people[father], first=named.first, last=named.last, house=named.house, birth=birth)
            self.told_apart |= {self.people[father].id, named.id}

    def _namesakes(self) -> None:
        alone = self._alone()
        if len(alone) > 1:
            one, other = self.rng.sample(alone, 2)
            named = self.people[one]
            self.people[other] = replace(self.people[other], title=named.title, first=named.first, last=named.last)


def _new(person: Person, date: dt.date) -> Person:
    """Let somebody join on a day, with nothing saved before."""
    return replace(person, joined=date, opening=0, unpaid_dividend=0, unpaid_return=0, prepaid=0)


def day_of(month: dt.date, day: int) -> dt.date:
    """Find a by-law's day in a month given by its first: the last day where the month has no such day."""
    return min(month + dt.timedelta(days=day - 1), add_months(month, 1) - ONE_DAY)


def adult(person: Person, on: dt.date) -> bool:
    """Whether one is old enough to borrow and to guarantee."""
    return add_months(person.birth, 12 * ADULT) <= on


def citizen_id(odd: Random, given: set[str]) -> str:
    """Invent a citizen id that nobody can have, unlike those given, its check digit right: no province has the number 99."""
    while True:
        digits = [odd.randint(1, 5), *NO_PROVINCE, *(odd.randrange(10) for _ in range(9))]
        weighed = sum(digit * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True))
        text = "".join(map(str, (*digits, (11 - weighed % 11) % 10)))
        if text not in given:
            return text


def committee(people: list[Person], on: dt.date) -> list[tuple[str, str]]:
    """Give the posts to the first members who are old enough."""
    grown = (person.id for person in people if adult(person, on))
    return list(zip(POSTS, grown, strict=False))


def _birth(rng: Random, on: dt.date, youngest: int, oldest: int) -> dt.date:
    """Draw a birthday of someone of so many years; the leap day among them."""
    return dt.date.fromordinal(rng.randint(add_months(on, -12 * oldest).toordinal(), add_months(on, -12 * youngest).toordinal()))
