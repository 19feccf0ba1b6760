"""How many to draw, held against the table of the field's specification and against counting every draw."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest

from addin.udfs import sample_chance, sample_size
from addin.udfs.errors import BadCount, BadProbability, CalculationError, NegativePeriod, NegativeRate, NotExact

COLUMNS = (("0.95", 20), ("0.95", 10), ("0.90", 20), ("0.90", 10), ("0.80", 10))
TABLE = {
    30: "23 19 21 16 13", 50: "31 22 27 18 14", 80: "42 24 35 20 14", 100: "45 25 37 20 15", 150: "46 26 37 21 15",
    200: "51 27 41 21 15", 300: "54 28 42 22 15", 400: "55 28 43 22 15", 1235: "57 28 44 22 16",
}  # fmt: skip
ROWS = [(people, confidence, one_in, int(size)) for people, sizes in TABLE.items() for (confidence, one_in), size in zip(COLUMNS, sizes.split(), strict=True)]


@pytest.mark.parametrize(("population", "confidence", "one_in", "expected"), ROWS)
def test_the_table_for_passbooks(population: int, confidence: str, one_in: int, expected: int) -> None:
    wrong = -(-population // one_in)
    assert sample_size(population, wrong, Decimal(confidence)) == expected


@pytest.mark.parametrize(
    ("population", "wrong", "probability", "expected"),
    [
        (1, 1, "1", 1),
        (1, 1, "0", 0),
        (10, 10, "0.5", 1),
        (10, 1, "1", 10),
        (10, 1, "0.5", 5),
        (10, 1, "0.51", 6),
        (10, 9, "1", 2),
        (10, 2, "0.8", 6),
        (200, 1, "0.15", 30),
        (200, 1, "0.1500001", 31),
        (20_000, 1, "0.95", 19_000),
        (20_000, 2000, "0.95", 29),
    ],
)
def test_sample_size(population: int, wrong: int, probability: str, expected: int) -> None:
    assert sample_size(population, wrong, Decimal(probability)) == expected


@pytest.mark.parametrize(
    ("wrong", "percent"),
    [pytest.param(1, 15, id="one-ghost"), pytest.param(3, 39, id="three"), pytest.param(10, 81, id="ten")],
)
def test_what_thirty_of_two_hundred_can_show(wrong: int, percent: int) -> None:
    assert round(sample_chance(200, wrong, 30) * 100) == percent


@pytest.mark.parametrize(
    ("population", "wrong", "drawn", "expected"),
    [
        (10, 0, 5, "0"),
        (10, 5, 0, "0"),
        (10, 10, 1, "1"),
        (10, 1, 10, "1"),
        (10, 1, 1, "1/10"),
        (10, 5, 6, "1"),
        (10, 2, 5, "7/9"),
        (4, 2, 2, "5/6"),
        (52, 4, 1, "1/13"),
        (200, 1, 30, "3/20"),
        (0, 0, 0, "0"),
        (20_000, 1, 1, "1/20000"),
    ],
)
def test_sample_chance(population: int, wrong: int, drawn: int, expected: str) -> None:
    assert sample_chance(population, wrong, drawn) == Fraction(expected)


@pytest.mark.parametrize(("found_none_of", "at_most"), [(30, 17), (60, 8)])
def test_the_upper_bound_when_none_is_found(found_none_of: int, at_most: int) -> None:
    assert sample_chance(200, at_most, found_none_of) < Fraction(95, 100) <= sample_chance(200, at_most + 1, found_none_of)


@pytest.mark.parametrize("population", range(1, 9))
def test_every_draw_counted_one_by_one(population: int) -> None:
    for wrong in range(1, population + 1):
        chances = []
        for drawn in range(population + 1):
            draws = list(combinations(range(population), drawn))
            seen = sum(min(draw, default=population) < wrong for draw in draws)
            chances.append(Fraction(seen, len(draws)))
            assert sample_chance(population, wrong, drawn) == chances[-1]
        for probability in (Fraction(part, 20) for part in range(21)):
            assert sample_size(population, wrong, probability) == next(n for n, chance in enumerate(chances) if chance >= probability)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((10, 0, Decimal("0.9")), BadCount),
        ((10, 11, Decimal("0.9")), BadCount),
        ((0, 0, Decimal("0.9")), BadCount),
        ((-1, 1, Decimal("0.9")), NegativePeriod),
        ((10, -1, Decimal("0.9")), NegativePeriod),
        ((10, 1, Decimal("-0.9")), NegativeRate),
        ((10, 1, Decimal("1.01")), BadProbability),
        ((10, 1, 95), BadProbability),
        ((10, 1, 0.95), NotExact),
        ((10, 1, Decimal("NaN")), NotExact),
        ((10.0, 1, Decimal("0.9")), NotExact),
    ],
)
def test_a_wrong_argument_has_its_own_error(arguments: tuple[Any, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        sample_size(*arguments)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [((10, 11, 1), BadCount), ((10, 1, 11), BadCount), ((-1, 0, 0), NegativePeriod), ((10, -1, 1), NegativePeriod), ((10, 1, -1), NegativePeriod)],
)
def test_a_wrong_argument_of_the_chance_has_its_own_error(arguments: tuple[int, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        sample_chance(*arguments)
