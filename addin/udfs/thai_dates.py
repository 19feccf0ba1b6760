"""Dates as Thai people write them: read without guessing in silence, and written short or long."""

import datetime as dt
import re
from typing import Dict, NamedTuple, Tuple

from .errors import ImpossibleDate, UnclearYear, UnknownEra, UnknownForm, UnreadableDate
from .guards import real_dates
from .registry import udf

BUDDHIST, COMMON = "พ.ศ.", "ค.ศ."
SHORT, LONG = "สั้น", "ยาว"
BUDDHIST_YEARS = 543
THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
LONG_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")

_YEARS = {BUDDHIST: (2400, 2799), COMMON: (1800, 2199)}
_CENTURIES = {BUDDHIST: 2500, COMMON: 2000}
_APRIL = 4
_NEW_YEAR_MOVED = 2484
"""Before this Buddhist year the year began on 1 April; BE 2483 had nine months."""

_SPELLINGS = (LONG_MONTHS, SHORT_MONTHS, _ENGLISH, tuple(f"{name[:3]}." for name in _ENGLISH))
_NUMBERS: Dict[str, int] = {name.replace(".", ""): number for names in _SPELLINGS for number, name in enumerate(names, 1)}
_SPELT = "|".join(name.replace(".", r"\.?\s?") for names in _SPELLINGS for name in names)

_DAY = r"(?:วัน\D*?ที่\s?)?(?P<day>\d{1,2})"
_YEAR = r"(?P<era>พ\.?\s?ศ\.?|พุทธศักราช|ค\.?\s?ศ\.?|คริสต์ศักราช)?\s?(?P<year>\d{4}|\d{2})"
_PATTERNS = (
    ("ปี-เดือน-วัน", re.compile(r"(?P<era>)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?:[ t]00:00(?::00)?)?")),
    ("วัน/เดือน/ปี", re.compile(rf"{_DAY}\s?(?P<mark>[-/.])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?{_YEAR}")),
    ("วัน เดือนเป็นคำ ปี", re.compile(rf"{_DAY}[\s/-]*(?:เดือน\s?)?(?P<month>{_SPELT})[\s/,-]*{_YEAR}")),
)


class ThaiDate(NamedTuple):
    """A date read from text, how it was read, and whether nothing else could be meant."""

    day: dt.date
    how: str
    certain: bool


@udf("วันที่จากข้อความ", gives="date", text=("text", "วันที่ที่เขียนไว้"), era=("text", "ปีที่กำกวมเป็น พ.ศ. หรือ ค.ศ. (ว่าง = ไม่รับ)"))
def thai_date(text: str, era: str = "") -> dt.date:
    """Read a date written by people; one that can be read in two ways is refused unless the era is said.

    As ``read_thai_date``. ``era`` (พ.ศ. or ค.ศ.) says how two-digit years are meant; "6/8/55" alone may be BE 2555 or AD
    1955 or 2055. Raises UnreadableDate, ImpossibleDate, UnclearYear, UnknownEra.

    >>> thai_date("๖ ส.ค. ๒๕๕๕")
    datetime.date(2012, 8, 6)
    """
    read = read_thai_date(text, era)
    if not read.certain:
        raise UnclearYear(f"{text!r}: {read.how}")
    return read.day


def read_thai_date(text: str, era: str = "") -> ThaiDate:
    """Read a date written by people, and tell how it was read.

    Thai and other digits, Thai and English months whole or short, d/m/y and y-m-d, years of either era: from 2400 on a year is
    Buddhist (the rule of a working program), from 1800 to 2199 common; between them it is refused. A two-digit year is read
    as BE 25xx, unless ``era`` says ค.ศ. (then 20xx), and is not certain unless ``era`` says which. Before BE 2484 the year
    began on 1 April: January to March of 2480 are of AD 1938, and where people just took 543 away they are of 1937, so
    they are not certain either; those of BE 2483 never were. The month never comes before the day.
    Raises UnreadableDate, ImpossibleDate, UnclearYear (a year in neither era), UnknownEra.

    >>> read_thai_date("6/8/55")
    ThaiDate(day=datetime.date(2012, 8, 6), how='วัน/เดือน/ปี · ปีสองหลัก 55 อ่านเป็น พ.ศ. 2555', certain=False)
    """
    if era not in ("", BUDDHIST, COMMON):
        raise UnknownEra(f"era {era!r}: use {BUDDHIST} or {COMMON}, or nothing")
    plain = " ".join(text.translate(THAI_DIGITS).lower().split()) if isinstance(text, str) else ""
    for how, pattern in _PATTERNS:
        found = pattern.fullmatch(plain)
        if found:
            return _dated(how, found, era)
    raise UnreadableDate(f"no date can be seen in {text!r}")


@udf("วันที่แบบไทย", gives="text", day=("date", "วันที่"), form=("text", "สั้น หรือ ยาว"))
def be_date(day: dt.date, form: str = SHORT) -> str:
    """Write a date as Thai people do, with its Buddhist year, short or long.

    6 ส.ค. 2555 is short, 6 สิงหาคม 2555 long. January to March before AD 1941 have the year they had then (15 February
    1938: BE 2480); a spreadsheet's own Thai format adds 543 to those as well. Raises BadDate, UnknownForm.

    >>> be_date(dt.date(2012, 8, 6), "ยาว")
    '6 สิงหาคม 2555'
    """
    real_dates(day)
    if form not in (SHORT, LONG):
        raise UnknownForm(f"form {form!r}: use {SHORT} or {LONG}")
    months = SHORT_MONTHS if form == SHORT else LONG_MONTHS
    return f"{day.day} {months[day.month - 1]} {be_year(day)}"


def be_year(day: dt.date) -> int:
    """Give the Buddhist year a day lay in, as it was counted then: 31 March 1940 is of 2482, the next day of 2483."""
    year = day.year + BUDDHIST_YEARS
    return year - 1 if year < _NEW_YEAR_MOVED and day.month < _APRIL else year


def _dated(how: str, found: "re.Match[str]", era: str) -> ThaiDate:
    """Put day, month and year together, and say of the year how it was read."""
    day, name = int(found["day"]), found["month"].replace(".", "").replace(" ", "")
    month = int(name) if name.isdigit() else _NUMBERS[name]
    year_era, year, certain = _year(found["year"], {"พ": BUDDHIST, "ค": COMMON}.get((found["era"] or "")[:1], ""), era)
    told = f"{year_era} {year}" if len(found["year"]) > 2 else f"ปีสองหลัก {found['year']} อ่านเป็น {year_era} {year}"  # noqa: PLR2004 - two digits
    common = year if year_era == COMMON else year - BUDDHIST_YEARS
    if year_era == BUDDHIST and year < _NEW_YEAR_MOVED and month < _APRIL:
        if year == _NEW_YEAR_MOVED - 1:
            raise ImpossibleDate("พ.ศ. 2483 began on 1 April and ended in December: it had no January, February or March")
        common, certain, told = common + 1, bool(era), f"{told} นับปีแบบเดิมที่ขึ้นปีใหม่ 1 เม.ย."
    try:
        return ThaiDate(dt.date(common, month, day), f"{how} · {told}", certain)
    except ValueError:
        raise ImpossibleDate(f"there is no day {day} of month {month} in {year_era} {year}") from None


def _year(figures: str, written: str, era: str) -> Tuple[str, int, bool]:
    """Give the era and the whole year, and whether it can be no other."""
    year = int(figures)
    if len(figures) == 2:  # noqa: PLR2004 - two digits
        meant = written or era or BUDDHIST
        return meant, year + _CENTURIES[meant], bool(era) or written == BUDDHIST
    for meant, (first, last) in _YEARS.items():
        if written in ("", meant) and first <= year <= last:
            return meant, year, True
    raise UnclearYear(f"year {figures} is of neither era: " + ", ".join(f"{meant} {first}–{last}" for meant, (first, last) in _YEARS.items()))
