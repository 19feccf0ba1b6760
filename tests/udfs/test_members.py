"""What a register of members answers, at the edges of days and years; the funeral club's golden year."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from addin.udfs import age_be, covered, headcount, thai_id_ok, waiting_days
from addin.udfs.errors import BadDate, BadIdentity, BadYear, CalculationError, CrossedDates, NegativePeriod, NotExact, UnevenColumns, UnknownCause
from addin.udfs.members import ACCIDENT, ORDINARY
from addin.udfs.thai_dates import BUDDHIST_YEARS

DAY = date(2024, 3, 11)


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        pytest.param("1-2345-67890-12-1", True, id="F-published"),
        ("1234567890121", True),
        ("๑๒๓๔๕๖๗๘๙๐๑๒๑", True),
        (" 1 2345 67890 12 1 ", True),
        ("1234567890122", False),
        ("1234567890120", False),
        pytest.param("2134567890121", False, id="two-figures-exchanged"),
        pytest.param("1234567890211", False, id="last-two-exchanged"),
        ("0000000000001", True),
        ("0000000000000", False),
        pytest.param("1111111111119", True, id="sum-90-leaves-2-so-9"),
        pytest.param("0000000000060", True, id="sum-12-leaves-1-so-ten-is-written-0"),
        pytest.param("0000000001007", True, id="sum-4-leaves-4-so-7"),
    ],
)
def test_the_check_digit_of_an_identity_number(number: str, fits: bool) -> None:
    assert thai_id_ok(number) is fits


@pytest.mark.parametrize(
    "number", ["", "123456789012", "12345678901211", "123456789012X", "1.234567890121", 1234567890121, None, "1234567890123".replace("1", "²")]
)
def test_what_is_no_identity_number_has_its_own_error_that_does_not_show_it(number: Any) -> None:
    with pytest.raises(BadIdentity, match=r"^an identity number has thirteen digits$"):
        thai_id_ok(number)


@pytest.mark.parametrize(
    ("born", "on", "expected"),
    [
        pytest.param(2489, "2012-08-06", 66, id="WELF-04"),
        pytest.param(2535, "2012-01-01", 20, id="seed-twenty-from-the-first-day-of-the-year"),
        pytest.param(2535, "2011-12-31", 19, id="seed-nineteen-the-day-before"),
        pytest.param(2490, "2012-12-31", 65, id="seed-sixty-five-to-the-last-day"),
        pytest.param(2510, "2024-07-19", 57, id="golden-3-member-12-at-entry"),
        pytest.param(2498, "2024-03-11", 69, id="golden-3-first-death"),
        (2567, "2024-02-29", 0),
        (2567, "2024-12-31", 0),
        (2567, "2025-01-01", 1),
        (2467, "2024-06-15", 100),
        (2400, "2024-06-15", 167),
        pytest.param(2483, "1940-04-01", 0, id="the-first-day-of-2483"),
        pytest.param(2482, "1940-03-31", 0, id="March-1940-was-2482"),
    ],
)
def test_an_age_by_buddhist_years(born: int, on: str, expected: int) -> None:
    assert age_be(born, date.fromisoformat(on)) == expected


@pytest.mark.parametrize(
    ("accepted", "died", "days", "ordinary"),
    [
        pytest.param("2024-07-19", "2024-09-02", 45, False, id="golden-3-second-death"),
        pytest.param("2017-03-01", "2024-03-11", 2567, True, id="golden-3-first-death"),
        pytest.param("2012-06-15", "2012-08-06", 52, False, id="WELF-03-fifty-two-days"),
        ("2024-01-01", "2024-01-01", 0, False),
        ("2024-01-01", "2024-02-28", 58, False),
        ("2024-01-01", "2024-02-29", 59, False),
        ("2024-01-01", "2024-03-01", 60, True),
        ("2023-01-01", "2023-03-01", 59, False),
        ("2023-01-01", "2023-03-02", 60, True),
        ("2024-12-31", "2025-03-01", 60, True),
        ("2024-02-29", "2025-02-28", 365, True),
    ],
)
def test_an_ordinary_death_waits_and_an_accident_does_not(accepted: str, died: str, days: int, ordinary: bool) -> None:
    dates = date.fromisoformat(accepted), date.fromisoformat(died)
    assert waiting_days(*dates) == days
    assert covered(*dates, ORDINARY) is ordinary
    assert covered(*dates, ORDINARY, days) is True
    assert covered(*dates, ORDINARY, days + 1) is False
    assert covered(*dates, ACCIDENT) is True
    assert covered(*dates, ACCIDENT, 60, days) is True
    assert covered(*dates, ACCIDENT, 0, days + 1) is False


GOLDEN = json.loads((Path(__file__).parent.parent / "data" / "golden-3-funeral-club.json").read_text(encoding="utf-8"))
CAUSES = {"ordinary": ORDINARY, "accident": ACCIDENT}


def _accepted(member: dict[str, Any]) -> date:
    year, month, day = map(int, member["accepted_be"].split("-"))
    return date(year - BUDDHIST_YEARS, month, day)


@pytest.mark.parametrize("death", GOLDEN["registers"]["deaths"], ids=lambda death: f"golden-3-death-{death['case']}")
def test_the_deaths_of_the_golden_year(death: dict[str, Any]) -> None:
    members = {member["id"]: _accepted(member) for member in GOLDEN["members"]}
    left = {each["member"]: date.fromisoformat(each["date"]) for each in GOLDEN["registers"]["deaths"]}
    day = date.fromisoformat(death["date"])
    assert headcount(list(members.values()), [left.get(member) for member in members], day) == death["headcount"]
    assert covered(members[death["member"]], day, CAUSES[death["cause"]]) is death["waiting_ok"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param("2024-01-01", 11, id="golden-3-opening"),
        pytest.param("2024-12-31", 10, id="golden-3-closing"),
        ("2024-03-11", 11),
        ("2024-03-12", 10),
        ("2024-07-18", 10),
        ("2024-07-19", 11),
        ("2024-09-02", 11),
        ("2024-09-03", 10),
        ("2017-02-28", 0),
        ("2017-03-01", 6),
        ("2022-02-01", 11),
    ],
)
def test_headcount_through_the_golden_year(on: str, expected: int) -> None:
    left = {each["member"]: date.fromisoformat(each["date"]) for each in GOLDEN["registers"]["deaths"]}
    joined = [_accepted(member) for member in GOLDEN["members"]]
    gone = [left.get(member["id"]) for member in GOLDEN["members"]]
    assert headcount(joined, gone, date.fromisoformat(on)) == expected


def test_blank_rows_are_nobody() -> None:
    assert headcount([None, DAY, None], [None, None, DAY], DAY) == 1
    assert headcount([], [], DAY) == 0


@pytest.mark.parametrize(
    ("call", "arguments", "error"),
    [
        (age_be, (1946, DAY), BadYear),
        (age_be, (2568, DAY), BadYear),
        (age_be, (0, DAY), BadYear),
        (age_be, (2500.0, DAY), BadYear),
        (age_be, (None, DAY), BadYear),
        (age_be, (2500, 2567), BadDate),
        (waiting_days, (DAY, date(2024, 3, 10)), CrossedDates),
        (waiting_days, (None, DAY), BadDate),
        (waiting_days, (DAY, None), BadDate),
        (covered, (DAY, date(2024, 3, 10), ACCIDENT), CrossedDates),
        (covered, (DAY, DAY, "ไม่ทราบ"), UnknownCause),
        (covered, (DAY, DAY, ""), UnknownCause),
        (covered, (DAY, DAY, ORDINARY, -1), NegativePeriod),
        (covered, (DAY, DAY, ORDINARY, 60.0), NotExact),
        (covered, (DAY, DAY, ACCIDENT, 60, -1), NegativePeriod),
        (headcount, ([DAY], [], DAY), UnevenColumns),
        (headcount, ([DAY], [None], None), BadDate),
        (headcount, (["2567"], [None], DAY), BadDate),
        (headcount, ([DAY], [datetime(2024, 3, 11, 8)], DAY), BadDate),  # noqa: DTZ001 - what a reader of cells may hand over
        (headcount, ([DAY], [date(2024, 3, 10)], DAY), CrossedDates),
    ],
)
def test_a_wrong_argument_has_its_own_error(call: Callable[..., Any], arguments: tuple[Any, ...], error: type[CalculationError]) -> None:
    with pytest.raises(error):
        call(*arguments)
