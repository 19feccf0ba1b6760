"""Months from a day to the same day, at the ends of months and in leap years."""

from datetime import date

import pytest

from addin.udfs import add_months, months_between
from addin.udfs.errors import BadDate


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 3, "2024-04-30"),
        ("2024-01-31", 0, "2024-01-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-02-29", 1, "2024-03-29"),
        ("2023-02-28", 12, "2024-02-28"),
        ("2024-12-31", 2, "2025-02-28"),
        ("2024-11-05", 1, "2024-12-05"),
        ("2024-12-05", 1, "2025-01-05"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2024-01-15", -13, "2022-12-15"),
        ("2000-01-30", 1, "2000-02-29"),
        ("2100-01-30", 1, "2100-02-28"),
        ("9999-11-30", 1, "9999-12-30"),
        ("0001-02-01", -1, "0001-01-01"),
    ],
)
def test_add_months(start: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param("2024-11-05", "2024-12-31", 1, id="golden-section-6"),
        ("2024-01-31", "2024-02-28", 0),
        ("2024-01-31", "2024-02-29", 1),
        ("2023-01-31", "2023-02-28", 1),
        ("2024-01-31", "2024-03-30", 1),
        ("2024-01-31", "2024-03-31", 2),
        ("2024-02-29", "2025-02-27", 11),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-02-29", "2024-03-28", 0),
        ("2024-02-29", "2024-03-29", 1),
        ("2024-01-01", "2024-12-31", 11),
        ("2024-01-01", "2025-01-01", 12),
        ("2024-12-31", "2025-01-01", 0),
        ("2024-05-05", "2024-05-05", 0),
        ("2024-05-05", "2024-05-04", 0),
        ("2024-05-05", "2023-01-01", 0),
        ("1924-06-15", "2024-06-15", 1200),
        ("0001-01-31", "9999-12-31", 119987),
    ],
)
def test_months_between(start: str, end: str, expected: int) -> None:
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == expected


@pytest.mark.parametrize(
    ("start", "months"),
    [("9999-12-01", 1), ("0001-01-31", -1), ("2024-01-31", 10**9), ("2024-01-31", -(10**30))],
)
def test_a_date_outside_the_calendar_has_its_own_error(start: str, months: int) -> None:
    with pytest.raises(BadDate):
        add_months(date.fromisoformat(start), months)
