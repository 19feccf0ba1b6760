"""The two pictures: drawn from the book's rows, labelled, readable by a program that reads aloud, left out where there is nothing to draw."""

import datetime as dt
import re
from collections.abc import Callable

import pytest

from templates.read import ReadBook
from tests.validator.building import Bench
from tests.validator.test_note import DAY
from validator.note.charts import Chart, arrears_by_age, cash_by_month, charts, draw
from validator.note.html import as_html
from validator.run import check_file
from workbook.cells import ErrorValue

BARS = re.compile(r'<rect [^>]*width="(\d+)"[^>]*fill="([^"]+)"')


@pytest.fixture
def book(bench: Bench) -> ReadBook:
    read = check_file(bench.sound()).book
    assert read
    return read


def lines(chart: Chart | None) -> dict[str, int]:
    assert chart
    return dict(chart.lines)


def test_cash_is_added_up_to_each_month_s_end(bench: Bench, book: ReadBook) -> None:
    rows = bench.base.filled["cash"]
    last = {date.month: index for index, date in enumerate(rows.columns["date"]) if isinstance(date, dt.date)}
    shown = lines(cash_by_month(book, "th"))
    assert list(shown)[0::11] == ["ม.ค. 67", "ธ.ค. 67"]
    assert list(shown.values()) == [rows.columns["cash_balance"][last[month]] for month in range(1, 13)]
    assert next(iter(lines(cash_by_month(book, "en")))) == "Jan 2024"


def test_months_after_the_report_date_are_left_out(book: ReadBook) -> None:
    book.tables["rules"].columns["report_date"][0] = dt.date(2024, 3, 31)
    assert list(lines(cash_by_month(book, "th"))) == ["ม.ค. 67", "ก.พ. 67", "มี.ค. 67"]


def test_the_summary_s_own_figures_are_not_used(book: ReadBook) -> None:
    before = lines(cash_by_month(book, "th"))
    book.tables["by_month"].columns["cash"] = [77] * 12
    book.tables["by_age"].columns["balance"] = [77] * 6
    assert lines(cash_by_month(book, "th")) == before


def test_a_row_that_cannot_be_read_is_told(book: ReadBook) -> None:
    rows = book.tables["cash"]
    rows.columns["cash_in"][rows.used[0]] = ErrorValue("#REF!")
    rows.incomplete[rows.used[1]] = "blank"
    chart = cash_by_month(book, "th")
    assert chart
    assert chart.without == 2
    assert any("ไม่รวม 2 แถว" in without for _, _, without in charts(book, "th"))


def _without_cash(book: ReadBook) -> None:
    book.tables["cash"].used = []


def _without_opening(book: ReadBook) -> None:
    book.tables["opening"].incomplete = dict.fromkeys(book.tables["opening"].used, "blank")


def _without_table(book: ReadBook) -> None:
    del book.tables["cash"]


def _without_first_day(book: ReadBook) -> None:
    book.tables["rules"].columns["first_day"][0] = None


def _never_calculated(book: ReadBook) -> None:
    book.tables["cash"].uncalculated.add("cash_in")


@pytest.mark.parametrize("change", [_without_cash, _without_opening, _without_table, _without_first_day, _never_calculated])
def test_no_picture_of_cash_where_it_cannot_be_read(change: Callable[[ReadBook], None], book: ReadBook) -> None:
    change(book)
    assert cash_by_month(book, "th") is None


def overdue(book: ReadBook, *debts: tuple[int, int]) -> None:
    """Put contracts with so many days and so much overdue into the ageing table."""
    rows = book.tables["ageing"]
    rows.used = list(range(len(debts)))
    for name, values in (("days", [days for days, _ in debts]), ("overdue", [amount for _, amount in debts])):
        rows.columns[name][: len(debts)] = values


def test_arrears_are_added_up_by_age(book: ReadBook) -> None:
    overdue(book, (0, 999), (1, 100), (30, 200), (31, 400), (366, 800), (900, 1))
    assert lines(arrears_by_age(book, "th")) == {"1–30 วัน": 300, "31–90 วัน": 400, "91–180 วัน": 0, "181–365 วัน": 0, "เกิน 365 วัน": 801}
    assert list(lines(arrears_by_age(book, "en")))[-1] == "over 365 days"


def test_no_picture_where_nothing_is_overdue_or_the_ages_are_unknown(book: ReadBook) -> None:
    overdue(book, (0, 999), (12, 0))
    assert arrears_by_age(book, "th") is None
    overdue(book, (12, 100))
    assert arrears_by_age(book, "th")
    book.tables["rules"].columns["age_2"][0] = 7
    assert arrears_by_age(book, "th") is None


def test_a_file_that_does_not_open_has_no_pictures() -> None:
    assert charts(None, "th") == []


def test_bars_are_as_long_as_the_amounts_and_hollow_below_zero() -> None:
    picture = str(draw(Chart("cash", "เงินสด", (("ก", 400), ("ข", -200), ("ค", 0))), "#123456"))
    (full, colour), (half, hollow), (nothing, _) = BARS.findall(picture)
    assert (int(half) * 2 - int(full) in (-1, 0), nothing) == (True, "0")
    assert (colour, hollow) == ("#123456", "#ffffff")
    assert "−2.00" in picture


def test_a_picture_can_be_read_aloud_and_nothing_in_it_runs() -> None:
    picture = str(draw(Chart("cash", "<b>&", (("<i>", 12_345_600),)), "#123456"))
    assert '<title id="cash-title">&lt;b&gt;&amp;</title>' in picture
    assert "&lt;i&gt; 123,456.00</desc>" in picture
    assert 'role="img" aria-labelledby="cash-title cash-figures"' in picture
    assert "<i>" not in picture


def test_the_note_shows_them_in_the_book_s_colour(bench: Bench) -> None:
    report = check_file(bench.sound())
    assert report.book
    page = as_html(report, DAY)
    assert page.count("<svg ") == len(charts(report.book, "th")) >= 1
    assert f'stroke="{report.book.book.colour}"' in page
    assert f"color: {report.book.book.colour}" in page
