"""Months as funds count them: from a day of the month to the same day of a later month."""

import datetime as dt
from calendar import monthrange

from .errors import BadDate
from .guards import real_dates, whole
from .registry import udf


@udf("วันที่ที่ห่างไปกี่เดือน (สิ้นเดือนไม่ล้น)", gives="date", start=("date", "วันเริ่ม"), months=("whole", "จำนวนเดือน"))
def add_months(start: dt.date, months: int) -> dt.date:
    """Find the same day so many months on, or the month's last day where it has no such day.

    As EDATE in every spreadsheet. 31 January 2024 and one month: 29 February 2024. Months may be below zero. Raises BadDate, NotExact.

    >>> add_months(dt.date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    real_dates(start)
    year, month = divmod(start.year * 12 + start.month - 1 + whole(months), 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise BadDate(f"{months} months from {start} is the year {year}")
    return dt.date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@udf("จำนวนเดือนเต็มระหว่างสองวัน", gives="whole", start=("date", "จากวันที่"), end=("date", "ถึงวันที่"))
def months_between(start: dt.date, end: dt.date) -> int:
    """Whole months from one date to another; 0 where the end comes first.

    A month is full on the same day of the next month, or on its last day where there is no such day.
    5 November to 31 December is 1 (golden example 1, section 6). Raises BadDate.

    >>> months_between(dt.date(2024, 11, 5), dt.date(2024, 12, 31))
    1
    """
    real_dates(start, end)
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return max(0, months)
