"""Dates as people write them: how they are read, what is refused, and how they are written."""

from datetime import date, datetime
from typing import Any

import pytest

from addin.udfs import be_date, read_thai_date, thai_date
from addin.udfs.errors import BadDate, CalculationError, ImpossibleDate, UnclearYear, UnknownEra, UnknownForm, UnreadableDate
from addin.udfs.thai_dates import BUDDHIST, COMMON, LONG, SHORT

SIXTH = "2012-08-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๖ ส.ค. ๒๕๕๕", SIXTH),
        ("06-08-2555", SIXTH),
        ("6 สิงหาคม 2555", SIXTH),
        ("2012-08-06", SIXTH),
        ("2555-08-06", SIXTH),
        ("2012/8/6", SIXTH),
        ("2012-08-06 00:00:00", SIXTH),
        ("6/8/2012", SIXTH),
        ("๖/๘/๒๕๕๕", SIXTH),
        ("6.8.2555", SIXTH),
        ("6 / 8 / 2555", SIXTH),
        ("  6   ส.ค.   2555 ", SIXTH),
        ("6ส.ค.2555", SIXTH),
        ("6-ส.ค.-2555", SIXTH),
        ("6 สค 2555", SIXTH),
        ("6 ส. ค. 2555", SIXTH),
        ("6 สิงหาคม พ.ศ. 2555", SIXTH),
        ("6 สิงหาคม พศ 2555", SIXTH),
        ("6 สิงหาคม พุทธศักราช ๒๕๕๕", SIXTH),
        ("6 สิงหาคม ค.ศ. 2012", SIXTH),
        ("วันที่ 6 เดือนสิงหาคม พ.ศ. 2555", SIXTH),
        ("วันจันทร์ที่ ๖ สิงหาคม ๒๕๕๕", SIXTH),
        ("6 Aug 2012", SIXTH),
        ("6 AUGUST 2555", SIXTH),
        ("6 สิงหาคม พ.ศ. 55", SIXTH),
        ("29 ก.พ. 2567", "2024-02-29"),
        ("29/2/2024", "2024-02-29"),
        ("31 มี.ค. 2567", "2024-03-31"),
        ("30 เม.ย. 2567", "2024-04-30"),
        ("31 พ.ค. 2567", "2024-05-31"),
        ("30 มิ.ย. 2567", "2024-06-30"),
        ("1 ม.ค. 2484", "1941-01-01"),
        ("31 ธ.ค. 2483", "1940-12-31"),
        ("1 เม.ย. 2483", "1940-04-01"),
        ("31/12/2799", "2256-12-31"),
        ("1/4/2400", "1857-04-01"),
        ("1/1/1800", "1800-01-01"),
        ("31/12/2199", "2199-12-31"),
    ],
)
def test_a_date_that_can_be_read_in_one_way(text: str, expected: str) -> None:
    read = read_thai_date(text)
    assert read.certain
    assert thai_date(text) == read.day == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("6/8/2555", "วัน/เดือน/ปี · พ.ศ. 2555"),
        ("6/8/2012", "วัน/เดือน/ปี · ค.ศ. 2012"),
        ("2012-08-06", "ปี-เดือน-วัน · ค.ศ. 2012"),
        ("๖ สิงหาคม ๒๕๕๕", "วัน เดือนเป็นคำ ปี · พ.ศ. 2555"),
        ("6/8/55", "วัน/เดือน/ปี · ปีสองหลัก 55 อ่านเป็น พ.ศ. 2555"),
        ("6 ส.ค. ค.ศ. 12", "วัน เดือนเป็นคำ ปี · ปีสองหลัก 12 อ่านเป็น ค.ศ. 2012"),
        ("15 ก.พ. 2480", "วัน เดือนเป็นคำ ปี · พ.ศ. 2480 นับปีแบบเดิมที่ขึ้นปีใหม่ 1 เม.ย."),
    ],
)
def test_how_it_was_read_is_told(text: str, how: str) -> None:
    assert read_thai_date(text).how == how


@pytest.mark.parametrize(
    ("text", "era", "expected"),
    [
        ("6/8/55", BUDDHIST, SIXTH),
        ("๖/๘/๕๕", BUDDHIST, SIXTH),
        ("6 ส.ค. 55", BUDDHIST, SIXTH),
        ("6/8/12", COMMON, SIXTH),
        ("6-Aug-12", COMMON, SIXTH),
        ("6-Aug-12", BUDDHIST, "1969-08-06"),
        ("6/8/00", BUDDHIST, "1957-08-06"),
        ("6/8/99", BUDDHIST, "2056-08-06"),
        ("29/2/67", BUDDHIST, "2024-02-29"),
        ("6 ส.ค. ค.ศ. 12", COMMON, SIXTH),
        pytest.param("15 ก.พ. 2480", BUDDHIST, "1938-02-15", id="the-year-2480-began-in-April-1937"),
    ],
)
def test_a_year_that_can_be_read_in_two_ways_is_read_when_the_era_is_said(text: str, era: str, expected: str) -> None:
    assert thai_date(text, era) == date.fromisoformat(expected)
    assert not read_thai_date(text).certain
    with pytest.raises(UnclearYear):
        thai_date(text)


def test_a_leap_day_of_two_digits_is_never_moved_to_the_era_where_it_fits() -> None:
    assert thai_date("29/2/24", COMMON) == date(2024, 2, 29)
    with pytest.raises(ImpossibleDate):
        thai_date("29/2/24")  # read as BE 2524, which is no leap year


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("29/2/2566", ImpossibleDate),
        ("29 ก.พ. 2500", ImpossibleDate),
        ("30/2/2567", ImpossibleDate),
        ("31/4/2567", ImpossibleDate),
        ("32/1/2567", ImpossibleDate),
        ("0/1/2567", ImpossibleDate),
        ("1/0/2567", ImpossibleDate),
        pytest.param("8/13/2555", ImpossibleDate, id="the-month-never-comes-first"),
        pytest.param("1 ม.ค. 2483", ImpossibleDate, id="F-2483-had-no-January"),
        pytest.param("31 มี.ค. 2483", ImpossibleDate, id="F-2483-had-no-March"),
        ("6/8/2300", UnclearYear),
        ("6/8/2399", UnclearYear),
        ("6/8/2200", UnclearYear),
        ("6/8/0055", UnclearYear),
        pytest.param("6 ส.ค. พ.ศ. 2012", UnclearYear, id="a-common-year-called-Buddhist"),
        pytest.param("6 ส.ค. ค.ศ. 2555", UnclearYear, id="a-Buddhist-year-called-common"),
        ("", UnreadableDate),
        ("ไม่ทราบ", UnreadableDate),
        ("ส.ค. 2555", UnreadableDate),
        ("6 ส.ค.", UnreadableDate),
        ("6/8-2555", UnreadableDate),
        ("6/8/255", UnreadableDate),
        ("41127", UnreadableDate),
        ("6 สิงหา 2555", UnreadableDate),
        ("6/8/2555 6/9/2555", UnreadableDate),
        (None, UnreadableDate),
        (date(2012, 8, 6), UnreadableDate),
    ],
)
def test_what_is_no_date_has_its_own_error(text: Any, error: type[CalculationError]) -> None:
    with pytest.raises(error):
        read_thai_date(text)
    with pytest.raises(error):
        thai_date(text, "พ.ศ.")


@pytest.mark.parametrize("era", ["BE", "พ.ศ", None, "ค.ศ. "])
def test_an_unknown_era_has_its_own_error(era: Any) -> None:
    with pytest.raises(UnknownEra):
        thai_date("6/8/2555", era)


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (SIXTH, "6 ส.ค. 2555", "6 สิงหาคม 2555"),
        ("2024-02-29", "29 ก.พ. 2567", "29 กุมภาพันธ์ 2567"),
        pytest.param("2024-06-15", "15 มิ.ย. 2567", "15 มิถุนายน 2567", id="as-cells-show-it"),
        ("2024-01-01", "1 ม.ค. 2567", "1 มกราคม 2567"),
        ("2024-03-31", "31 มี.ค. 2567", "31 มีนาคม 2567"),
        ("2024-04-30", "30 เม.ย. 2567", "30 เมษายน 2567"),
        ("2024-05-05", "5 พ.ค. 2567", "5 พฤษภาคม 2567"),
        ("2024-07-19", "19 ก.ค. 2567", "19 กรกฎาคม 2567"),
        ("2024-09-02", "2 ก.ย. 2567", "2 กันยายน 2567"),
        ("2024-10-31", "31 ต.ค. 2567", "31 ตุลาคม 2567"),
        ("2024-11-30", "30 พ.ย. 2567", "30 พฤศจิกายน 2567"),
        ("2024-12-31", "31 ธ.ค. 2567", "31 ธันวาคม 2567"),
        ("1941-01-01", "1 ม.ค. 2484", "1 มกราคม 2484"),
        ("1940-12-31", "31 ธ.ค. 2483", "31 ธันวาคม 2483"),
        pytest.param("1940-03-31", "31 มี.ค. 2482", "31 มีนาคม 2482", id="the-last-day-of-2482"),
        pytest.param("1940-04-01", "1 เม.ย. 2483", "1 เมษายน 2483", id="the-first-day-of-2483"),
    ],
)
def test_be_date(day: str, short: str, long: str) -> None:
    assert (be_date(date.fromisoformat(day)), be_date(date.fromisoformat(day), LONG)) == (short, long)
    assert be_date(date.fromisoformat(day), SHORT) == short


@pytest.mark.parametrize(
    ("day", "form", "error"),
    [
        (date(2012, 8, 6), "เต็ม", UnknownForm),
        (date(2012, 8, 6), "", UnknownForm),
        (None, SHORT, BadDate),
        ("2012-08-06", SHORT, BadDate),
        (datetime(2012, 8, 6), SHORT, BadDate),  # noqa: DTZ001 - what a reader of cells may hand over
        (41127, SHORT, BadDate),
    ],
)
def test_a_wrong_argument_of_be_date_has_its_own_error(day: Any, form: Any, error: type[CalculationError]) -> None:
    with pytest.raises(error):
        be_date(day, form)
