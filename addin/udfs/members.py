"""Questions a register of members answers: identity number, age, waiting time, how many there are on a day."""

import datetime as dt
from operator import mul
from typing import Optional, Sequence

from .errors import BadIdentity, BadYear, UnknownCause
from .guards import in_order, no_negative, real_dates, side_by_side
from .registry import udf
from .thai_dates import THAI_DIGITS, be_year

ORDINARY, ACCIDENT = "เจ็บป่วย/ปกติ", "อุบัติเหตุ"
CAUSES = (ORDINARY, ACCIDENT)
_FIRST_BUDDHIST_YEAR = 2400
_IDENTITY_DIGITS = 13


@udf("เลขประจำตัวประชาชนลงตัวกับเลขตรวจสอบ", gives="truth", number=("text", "เลขประจำตัว 13 หลัก"))
def thai_id_ok(number: str) -> bool:
    """Tell whether the last digit of a 13-digit identity number fits the twelve before it.

    Weights 13 to 2, last digit (11 − sum mod 11) mod 10: 1-2345-67890-12 has the sum 352, so 1 (oracle F). A fitting digit
    verifies nothing: most slips of one digit are seen, but the third digit weighs 11 and may be any, and the number need
    not be anyone's. Spaces, hyphens and Thai digits are taken. Raises BadIdentity when it is not thirteen digits.

    >>> thai_id_ok("1-2345-67890-12-1")
    True
    """
    digits = number.translate(THAI_DIGITS).replace("-", "").replace(" ", "") if isinstance(number, str) else ""
    if len(digits) != _IDENTITY_DIGITS or not (digits.isascii() and digits.isdigit()):
        raise BadIdentity("an identity number has thirteen digits")  # the number itself is nobody's to print
    total: int = sum(map(mul, map(int, digits), range(_IDENTITY_DIGITS, 1, -1)))
    return int(digits[-1]) == (11 - total % 11) % 10


@udf("อายุนับตาม พ.ศ.", gives="whole", born=("whole", "ปีเกิด พ.ศ."), on=("date", "ณ วันที่"))
def age_be(born: int, on: dt.date) -> int:
    """Count an age by Buddhist years: the year of the day less the year of birth, birthdays not looked at.

    Born 2489 and applying in 2555 is 66, above a limit of 65 (the seed's rule: 20 to 65 counted by พ.ศ.).
    ``born`` is a Buddhist year; a common one is refused. Raises BadYear, BadDate.

    >>> age_be(2489, dt.date(2012, 8, 6))
    66
    """
    real_dates(on)
    if type(born) is not int or not _FIRST_BUDDHIST_YEAR <= born <= be_year(on):
        raise BadYear(f"born {born!r}: a Buddhist year from {_FIRST_BUDDHIST_YEAR} to {be_year(on)}")
    return be_year(on) - born


@udf("จำนวนวันตั้งแต่รับเป็นสมาชิก", gives="whole", accepted=("date", "วันที่รับเป็นสมาชิก"), died=("date", "วันที่เสียชีวิต"))
def waiting_days(accepted: dt.date, died: dt.date) -> int:
    """Count the days from acceptance to a death; the day of acceptance is day 0.

    19 July to 2 September 2024 is 45 (golden example 3, second death). Raises BadDate, CrossedDates.

    >>> waiting_days(dt.date(2024, 7, 19), dt.date(2024, 9, 2))
    45
    """
    real_dates(died)
    in_order(accepted, died, "death")
    return (died - accepted).days


@udf(
    "ถึงเวลามีสิทธิได้เงินสงเคราะห์", gives="truth", accepted=("date", "วันที่รับเป็นสมาชิก"), died=("date", "วันที่เสียชีวิต"),
    cause=("text", "เจ็บป่วย/ปกติ หรือ อุบัติเหตุ"), waiting=("whole", "จำนวนวันที่ต้องรอ"), waiting_accident=("whole", "จำนวนวันที่ต้องรอ เมื่อเป็นอุบัติเหตุ"),
)  # fmt: skip
def covered(accepted: dt.date, died: dt.date, cause: str, waiting: int = 60, waiting_accident: int = 0) -> bool:
    """Tell whether the waiting time is over: an ordinary death after so many days, an accident after its own, at once where nothing else is said.

    The seed's club waits 60 days from acceptance; on the sixtieth day the right is there. An accident on day 45 is covered
    (golden example 3). Raises UnknownCause, NotExact, NegativePeriod, BadDate, CrossedDates.

    >>> covered(dt.date(2024, 7, 19), dt.date(2024, 9, 2), "อุบัติเหตุ")
    True
    """
    no_negative(periods=(waiting, waiting_accident))
    days = waiting_days(accepted, died)
    if cause not in CAUSES:
        raise UnknownCause(f"cause {cause!r}: use one of {', '.join(CAUSES)}")
    return days >= (waiting_accident if cause == ACCIDENT else waiting)


@udf("จำนวนสมาชิก ณ วันหนึ่ง", gives="whole", joined=("dates", "วันที่เป็นสมาชิก"), left=("dates", "วันที่พ้นสภาพ"), on=("date", "ณ วันที่"))
def headcount(joined: Sequence[Optional[dt.date]], left: Sequence[Optional[dt.date]], on: dt.date) -> int:
    """Count the members of a day: accepted by then, and not gone before it.

    Who leaves or dies is a member through that day: at the first death of golden example 3 eleven are counted, the dead
    member among them, and ten pay. A row without a day of joining is nobody's. Raises UnevenColumns, BadDate, CrossedDates.

    >>> headcount([dt.date(2017, 3, 1), dt.date(2017, 3, 1), None], [None, dt.date(2024, 3, 11), None], dt.date(2024, 3, 11))
    2
    """
    real_dates(on)
    members = 0
    for first, last in side_by_side(joined, left):
        if first is not None:
            in_order(first, last, "membership")
            members += first <= on and (last is None or on <= last)
    return members
