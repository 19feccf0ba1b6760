"""Schedules, and what of them is due, overdue and late, at the ends of months and of years."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from addin.udfs import Arrears, CalculationError, Instalment, arrears, days_overdue, instalments_overdue, overdue_months, principal_due, schedule
from addin.udfs.errors import BadDate, BadSchedule, NegativeAmount, NegativePeriod
from tests.money import baht, bahts

Terms = tuple[int, int, int, int, date]

CONTRACTS = {
    "golden 1": ("10,000.00", "840.00", 12, 1, "2024-03-05"),
    "golden 2": ("9,450.00", "1,050.00", 9, 1, "2024-05-05"),
    "C2": ("10,000.00", "833.33", 12, 1, "2024-01-31"),
    "month ends": ("3,000.00", "1,000.00", 3, 1, "2024-01-31"),
    "over a leap February": ("3,000.00", "1,000.00", 3, 1, "2023-12-31"),
    "quarters": ("12,000.00", "3,000.00", 4, 3, "2024-05-31"),
    "each 29 February": ("5,000.00", "1,000.00", 5, 12, "2024-02-29"),
    "at once": ("20,000.00", "20,000.00", 1, 12, "2025-03-31"),
    "repays early": ("10,000.00", "1,000.00", 12, 1, "2024-03-05"),
    "large last": ("10,000.00", "500.00", 12, 1, "2024-03-05"),
    "instalment above the loan": ("100.00", "250.00", 3, 1, "2024-03-05"),
    "one satang": ("0.01", "0.01", 12, 1, "2024-03-05"),
    "ten million": ("10,000,000.00", "83,333.33", 120, 1, "2015-01-31"),
    "of BE 2567": ("12,000.00", "1,000.00", 12, 1, "2024-03-31"),
    "of BE 2568": ("10,000.00", "1,000.00", 10, 1, "2025-03-31"),
    "from January 2568": ("12,000.00", "1,000.00", 12, 1, "2025-01-31"),
}


def terms(contract: str) -> Terms:
    principal, instalment, instalments, every, first_due = CONTRACTS[contract]
    return baht(principal), baht(instalment), instalments, every, date.fromisoformat(first_due)


@pytest.mark.parametrize(
    ("contract", "count", "last_due", "last"),
    [
        ("golden 1", 12, "2025-02-05", "760.00"),
        ("golden 2", 9, "2025-01-05", "1,050.00"),
        ("C2", 12, "2024-12-31", "833.37"),
        ("month ends", 3, "2024-03-31", "1,000.00"),
        ("over a leap February", 3, "2024-02-29", "1,000.00"),
        ("quarters", 4, "2025-02-28", "3,000.00"),
        ("each 29 February", 5, "2028-02-29", "1,000.00"),
        ("at once", 1, "2025-03-31", "20,000.00"),
        ("repays early", 10, "2024-12-05", "1,000.00"),
        ("large last", 12, "2025-02-05", "4,500.00"),
        ("instalment above the loan", 1, "2024-03-05", "100.00"),
        ("one satang", 1, "2024-03-05", "0.01"),
        ("ten million", 120, "2024-12-31", "83,333.73"),
    ],
)
def test_schedule_ends_with_what_is_left(contract: str, count: int, last_due: str, last: str) -> None:
    lines = schedule(*terms(contract))
    assert len(lines) == count
    assert lines[-1] == Instalment(count, date.fromisoformat(last_due), baht(last))
    assert sum(line.principal for line in lines) == baht(CONTRACTS[contract][0])


def test_schedule_of_the_golden_year_line_by_line() -> None:
    dues = [date(2024, month, 5) for month in range(3, 13)] + [date(2025, 1, 5), date(2025, 2, 5)]
    amounts = [*bahts("840.00 " * 11), baht("760.00")]
    assert schedule(*terms("golden 1")) == list(map(Instalment, range(1, 13), dues, amounts))


def test_month_ends_do_not_drift_to_the_28th() -> None:
    dues = ["2023-12-31", "2024-01-31", "2024-02-29"]
    assert [line.due.isoformat() for line in schedule(*terms("over a leap February"))] == dues


@pytest.mark.parametrize("published", [pytest.param("9,999.96", id="C2-anomaly-last-instalment-of-unrounded-amounts-loses-0.04")])
def test_the_last_instalment_takes_what_rounding_left(published: str) -> None:
    lines = schedule(*terms("C2"))
    assert lines[-1].principal == baht("833.37")
    assert sum(line.principal for line in lines) == baht("10,000.00")
    assert sum(line.principal for line in lines) != baht(published)


@pytest.mark.parametrize(
    ("contract", "on", "expected"),
    [
        pytest.param("golden 1", "2024-12-31", "8,400.00", id="golden-1"),
        pytest.param("golden 2", "2024-12-31", "8,400.00", id="golden-2"),
        ("golden 1", "2024-03-04", "0.00"),
        ("golden 1", "2024-03-05", "840.00"),
        ("golden 1", "2025-02-04", "9,240.00"),
        ("golden 1", "2025-02-05", "10,000.00"),
        ("golden 1", "2067-12-31", "10,000.00"),
        ("month ends", "2024-02-28", "1,000.00"),
        ("month ends", "2024-02-29", "2,000.00"),
        ("month ends", "2024-03-30", "2,000.00"),
        ("month ends", "2024-03-31", "3,000.00"),
        ("quarters", "2024-08-30", "3,000.00"),
        ("quarters", "2024-08-31", "6,000.00"),
        ("quarters", "2024-11-30", "9,000.00"),
        ("quarters", "2025-02-27", "9,000.00"),
        ("quarters", "2025-02-28", "12,000.00"),
        ("each 29 February", "2025-02-27", "1,000.00"),
        ("each 29 February", "2025-02-28", "2,000.00"),
        ("repays early", "2024-12-05", "10,000.00"),
        ("repays early", "2025-02-05", "10,000.00"),
        ("one satang", "2024-03-05", "0.01"),
        ("ten million", "2024-12-30", "9,916,666.27"),
    ],
)
def test_principal_due(contract: str, on: str, expected: str) -> None:
    assert principal_due(*terms(contract), date.fromisoformat(on)) == baht(expected)


NOTHING = ("0.00", 0, None, 0)

ARREARS = [
    pytest.param("golden 1", "8,400.00", "2024-12-31", NOTHING, id="golden-1"),
    pytest.param("golden 2", "6,300.00", "2024-12-31", ("2,100.00", 2, "2024-11-05", 56), id="golden-2"),
    ("golden 2", "2,100.00", "2024-07-04", NOTHING),
    ("golden 2", "2,100.00", "2024-09-04", ("2,100.00", 2, "2024-07-05", 61)),
    ("golden 2", "2,100.00", "2024-09-05", ("3,150.00", 3, "2024-07-05", 62)),
    ("golden 2", "2,099.99", "2024-07-04", ("0.01", 1, "2024-06-05", 29)),
    ("golden 2", "0.00", "2024-05-04", NOTHING),
    ("golden 2", "0.00", "2024-05-06", ("1,050.00", 1, "2024-05-05", 1)),
    ("golden 2", "9,450.00", "2025-12-31", NOTHING),
    ("golden 2", "10,000.00", "2025-12-31", NOTHING),
    ("month ends", "1,000.00", "2024-03-01", ("1,000.00", 1, "2024-02-29", 1)),
    ("month ends", "500.00", "2024-02-29", ("1,500.00", 2, "2024-01-31", 29)),
    ("quarters", "3,000.00", "2025-03-01", ("9,000.00", 3, "2024-08-31", 182)),
    ("each 29 February", "1,000.00", "2025-03-01", ("1,000.00", 1, "2025-02-28", 1)),
    ("C2", "9,999.96", "2025-01-01", ("0.04", 1, "2024-12-31", 1)),
    ("large last", "9,999.99", "2025-02-06", ("0.01", 1, "2025-02-05", 1)),
    ("repays early", "0.00", "2025-03-05", ("10,000.00", 10, "2024-03-05", 365)),
    ("instalment above the loan", "40.00", "2024-06-05", ("60.00", 1, "2024-03-05", 92)),
    ("one satang", "0.00", "2024-03-06", ("0.01", 1, "2024-03-05", 1)),
    ("ten million", "0.00", "2025-01-31", ("10,000,000.00", 120, "2015-01-31", 3653)),
    pytest.param("of BE 2568", "2,000.00", "2025-08-30", ("3,000.00", 3, "2025-05-31", 91), id="D1-opened-in-the-year"),
    pytest.param("from January 2568", "4,000.00", "2025-08-30", ("3,000.00", 3, "2025-05-31", 91), id="D1-opened-the-year-before"),
]


@pytest.mark.parametrize(("contract", "paid", "on", "expected"), ARREARS)
def test_arrears(contract: str, paid: str, on: str, expected: tuple[str, int, str | None, int]) -> None:
    principal, instalments, oldest, days = expected
    found = arrears(*terms(contract), baht(paid), date.fromisoformat(on))
    assert found == Arrears(baht(principal), instalments, date.fromisoformat(oldest) if oldest else None, days)


@pytest.mark.parametrize(("contract", "paid", "on", "expected"), ARREARS)
def test_the_cells_of_arrears_say_the_same(contract: str, paid: str, on: str, expected: tuple[str, int, str | None, int]) -> None:
    said = (*terms(contract), baht(paid), date.fromisoformat(on))
    assert (instalments_overdue(*said), days_overdue(*said)) == (expected[1], expected[3])


@pytest.mark.parametrize("published", [pytest.param(0, id="D1-anomaly-arrears-vanish-on-1-January")])
def test_arrears_of_last_year_are_carried(published: int) -> None:
    # opened in BE 2567, nothing ever paid, looked at in January 2568: eleven due dates, 31 March to 31 January
    found = arrears(*terms("of BE 2567"), 0, date(2025, 1, 31))
    assert found == Arrears(baht("11,000.00"), 11, date(2024, 3, 31), 306)
    assert found.instalments != published


@pytest.mark.parametrize(
    ("contract", "before", "now", "on", "expected"),
    [
        pytest.param("golden 2", "2,100.00", "2,100.00", "2024-09-05", "3,150.00", id="golden-1/045"),
        pytest.param("golden 2", "4,200.00", "1,050.00", "2024-10-05", "1,050.00", id="golden-1/051"),
        pytest.param("golden 2", "5,250.00", "1,050.00", "2024-11-05", "1,050.00", id="golden-1/057"),
        pytest.param("golden 1", "0.00", "840.00", "2024-03-05", "0.00", id="golden-on-time"),
        ("golden 2", "2,100.00", "2,100.00", "2024-09-04", "1,050.00"),
        ("golden 2", "2,100.00", "0.00", "2024-09-05", "0.00"),
        ("golden 2", "2,100.00", "500.00", "2024-09-05", "1,000.00"),
        ("golden 2", "2,600.00", "1,000.00", "2024-09-05", "1,550.00"),
        ("golden 2", "2,100.00", "0.01", "2024-09-05", "0.02"),
        ("golden 2", "0.00", "9,450.00", "2024-05-05", "0.00"),
        ("golden 2", "0.00", "1,050.00", "2024-01-01", "0.00"),
        ("golden 2", "8,400.00", "5,000.00", "2025-03-05", "2,100.00"),
        ("month ends", "0.00", "1,000.00", "2024-02-28", "0.00"),
        ("month ends", "0.00", "1,000.00", "2024-02-29", "1,000.00"),
        ("month ends", "0.00", "2,000.00", "2024-03-31", "3,000.00"),
        ("month ends", "0.00", "3,000.00", "2025-01-31", "33,000.00"),
        ("quarters", "0.00", "3,000.00", "2024-08-31", "9,000.00"),
        ("quarters", "0.00", "3,000.00", "2024-11-30", "18,000.00"),
        ("ten million", "9,916,666.27", "83,333.73", "2025-01-31", "83,333.73"),
    ],
)
def test_overdue_months(contract: str, before: str, now: str, on: str, expected: str) -> None:
    assert overdue_months(*terms(contract), baht(before), baht(now), date.fromisoformat(on)) == baht(expected)


DAY = date(2024, 5, 5)
WRONG: list[tuple[tuple[int, int, int, int], type[CalculationError]]] = [
    ((-1, 1, 1, 1), NegativeAmount),
    ((1, -1, 1, 1), NegativeAmount),
    ((1, 1, -1, 1), NegativePeriod),
    ((1, 1, 1, -1), NegativePeriod),
    ((1, 1, 0, 1), BadSchedule),
    ((1, 1, 1, 0), BadSchedule),
    ((1, 0, 12, 1), BadSchedule),
]
CALLS: list[tuple[Callable[..., Any], tuple[object, ...]]] = [
    (schedule, ()),
    (principal_due, (DAY,)),
    (arrears, (0, DAY)),
    (instalments_overdue, (0, DAY)),
    (days_overdue, (0, DAY)),
    (overdue_months, (0, 0, DAY)),
]


@pytest.mark.parametrize(("call", "more"), CALLS)
@pytest.mark.parametrize(("wrong", "error"), WRONG)
def test_wrong_terms_have_their_own_error(call: Callable[..., Any], more: tuple[object, ...], wrong: tuple[int, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*wrong, DAY, *more)


@pytest.mark.parametrize(
    ("call", "arguments", "error"),
    [
        (arrears, (1, 1, 1, 1, DAY, -1, DAY), NegativeAmount),
        (instalments_overdue, (1, 1, 1, 1, DAY, -1, DAY), NegativeAmount),
        (days_overdue, (1, 1, 1, 1, DAY, -1, DAY), NegativeAmount),
        (overdue_months, (1, 1, 1, 1, DAY, -1, 0, DAY), NegativeAmount),
        (overdue_months, (1, 1, 1, 1, DAY, 0, -1, DAY), NegativeAmount),
        (schedule, (2, 1, 2, 99999, DAY), BadDate),
    ],
)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., Any], arguments: tuple[object, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
