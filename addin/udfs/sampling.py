"""How many passbooks to look at, and what looking at so many can show: exact, drawn without putting back."""

from fractions import Fraction
from math import perm

from .errors import BadCount, BadProbability, TooMany
from .guards import Number, exact, no_negative
from .registry import udf

MOST = 20_000
"""No fund has so many passbooks; the exact chances of more take minutes."""
_POPULATION = ("whole", "จำนวนทั้งหมด")
_WRONG = ("whole", "จำนวนที่ไม่ตรง")


@udf("ต้องสุ่มดูกี่เล่ม", gives="whole", population=_POPULATION, wrong=_WRONG, probability=("rate", "ความมั่นใจ เช่น 0.95"))
def sample_size(population: int, wrong: int, probability: Number) -> int:
    """Tell how many to draw so that, when so many are wrong, at least one of them is seen with this probability.

    The smallest such number, by the hypergeometric distribution. Of 200 with 20 wrong: 27 at 95 % ("ถ้าตรวจ 27 เล่มจาก 200
    แล้วตรงหมด มั่นใจ 95 % ว่าเล่มที่ไม่ตรงมีไม่ถึง 10 %"). Raises NotExact, NegativePeriod, NegativeRate, BadProbability
    (above 1), TooMany, BadCount (none wrong, so none to be seen, or more wrong than there are).

    >>> sample_size(200, 20, Fraction(95, 100))
    27
    """
    no_negative(periods=(population, wrong), rates=(probability,))
    if population > MOST:
        raise TooMany(f"a population of {population}: at most {MOST}")
    if exact(probability) > 1:
        raise BadProbability(f"probability {probability} is above 1")
    if not 0 < wrong <= population:
        raise BadCount(f"{wrong} wrong of {population}")
    low, high = 0, population - wrong + 1  # so many are sure to show one
    while low < high:
        middle = (low + high) // 2
        if sample_chance(population, wrong, middle) >= exact(probability):
            high = middle
        else:
            low = middle + 1
    return low


@udf("โอกาสเห็นเล่มที่ไม่ตรงอย่างน้อยหนึ่งเล่ม", gives="number", population=_POPULATION, wrong=_WRONG, drawn=("whole", "จำนวนที่สุ่มดู"))
def sample_chance(population: int, wrong: int, drawn: int) -> Fraction:
    """Tell the probability that a draw shows at least one of those that are wrong.

    Of 200 with 30 drawn a single wrong one is seen with 15 %, one of three with 39 %: what is rare must be looked for where it
    would be, not by drawing more. Raises NotExact, NegativePeriod, BadCount, TooMany.

    >>> sample_chance(200, 1, 30)
    Fraction(3, 20)
    """
    no_negative(periods=(population, wrong, drawn))
    if population > MOST:
        raise TooMany(f"a population of {population}: at most {MOST}")
    if max(wrong, drawn) > population:
        raise BadCount(f"{wrong} wrong and {drawn} drawn of {population}")
    return 1 - Fraction(perm(population - drawn, wrong), perm(population, wrong))
