"""The members of an invented club: villages, ages, heirs."""

import datetime as dt
from decimal import Decimal
from random import Random

from addin.udfs import add_months
from workshop.club.facts import Heir, Villager
from workshop.names import MEN, SURNAMES, WOMEN
from workshop.people import Namer

RELATIONS = ("คู่สมรส", "บุตร", "บุตร", "หลาน", "พี่น้อง")
SHARES = (("1",), ("1",), ("1",), ("0.5", "0.5"), ("0.5", "0.25", "0.25"), ("0.34", "0.33", "0.33"))
YOUNGEST, OLDEST = 20, 65


class People:
    """Makes members, each name once."""

    def __init__(self, rng: Random, villages: int, digits: int) -> None:
        self.rng, self.villages, self.digits = rng, villages, digits
        self.namer = Namer(rng)
        self.made = 0

    def member(self, joined: dt.date, *, founding: bool = False) -> Villager:
        """Make one who was accepted on a day, 20 to 65 years old by Buddhist years; founding members may be older."""
        self.made += 1
        title, first, last = self.namer.name()
        age = self.rng.randint(YOUNGEST, OLDEST + (8 if founding and self.rng.random() < 0.1 else 0))  # noqa: PLR2004
        birth = dt.date(joined.year - age, self.rng.randint(1, 12), self.rng.randint(1, 28))
        village = self.rng.randint(1, self.villages) if self.made > self.villages else self.made
        house = f"{self.rng.randint(1, 180)}/{self.made} ม.{village}"
        return Villager(
            f"ฌ{self.made:0{self.digits}}", title, first, last, house, village, birth, joined, self._heirs(last),
            only_year=self.rng.random() < 0.1, stubborn=self.rng.random() < 0.01,  # noqa: PLR2004 - one in ten, one in a hundred
        )  # fmt: skip

    def _heirs(self, surname: str) -> tuple[Heir, ...]:
        shares = self.rng.choice(SHARES)
        heirs = []
        for share in shares:
            man = self.rng.random() < 0.5  # noqa: PLR2004 - half and half
            last = surname if self.rng.random() < 0.7 else self.rng.choice(SURNAMES)  # noqa: PLR2004 - most of one family
            heirs.append(Heir(f"{'นาย' if man else 'นาง'}{self.rng.choice(MEN if man else WOMEN)} {last}", self.rng.choice(RELATIONS), Decimal(share)))
        return tuple(heirs)

    def settle(self, count: int, founding: int, first_day: dt.date) -> list[Villager]:
        """Make the members of the first day: those who founded the club, and those accepted since."""
        founded = add_months(first_day, -12 * self.rng.randint(4, 15)).replace(day=1)
        days = max(90, (first_day - founded).days - 30)
        later = sorted(self.rng.randrange(60, days) for _ in range(count - founding))
        found = [self.member(founded, founding=True) for _ in range(founding)]
        return found + [self.member(founded + dt.timedelta(days=day)) for day in later]
