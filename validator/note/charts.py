"""Two small pictures drawn from the book's rows: cash at each month's end, and principal overdue by age. Bars lie, so that words and figures fit."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from addin.udfs.arrears import ageing
from addin.udfs.months import add_months
from templates.books.words import THAI_MONTHS
from templates.read import ReadBook, ReadRows
from validator.evidence import BUDDHIST_YEARS, baht
from validator.note.phrases import PHRASES
from validator.words.own import in_own_words

MONTHS = 12
EDGES = ("age_1", "age_2", "age_3", "age_4")
WIDTH, LINE, LETTERS = 880, 58, 42
"""In tenths of a millimetre on paper; letters of 12 points are 42."""
THICK, LETTER, DIGIT = 30, 25, 24
"""Of a bar; and how wide a letter and a digit are taken to be."""
INK = "#1f2a25"


@dataclass(frozen=True)
class Chart:
    """A chart's title, its lines of a label and satang, and how many rows are not in it."""

    name: str
    title: str
    lines: tuple[tuple[str, int], ...]
    without: int = 0


def charts(book: ReadBook | None, language: str) -> list[tuple[str, Markup, str]]:
    """Give the charts the book has rows for: the title, the picture, and a word on what is not in it."""
    if book is None:
        return []
    english = language == "en"
    drawn: list[Chart] = [in_own_words(chart, book.book.id, language) for chart in (cash_by_month(book, language), arrears_by_age(book, language)) if chart]
    words = PHRASES["chart_without"][english]
    return [(chart.title, draw(chart, book.book.colour), words.format(n=f"{chart.without:,}") if chart.without else "") for chart in drawn]


def cash_by_month(book: ReadBook, language: str) -> Chart | None:
    """Add up the cash book's rows to each month's end, from the opening balance; months after the report date are left out."""
    rows, opening = book.tables.get("cash"), _opening_cash(book)
    first_day, until = book.rule("first_day"), book.rule("report_date")
    if rows is None or opening is None or not rows.used or not isinstance(first_day, dt.date) or not isinstance(until, dt.date):
        return None
    moves = [(rows.columns["date"][index], rows.money("cash_in", index) - rows.money("cash_out", index)) for index in _readable(rows)]
    lines = []
    for end in (add_months(first_day, month) - dt.timedelta(days=1) for month in range(1, MONTHS + 1)):
        if end <= until:
            label = f"{end:%b %Y}" if language == "en" else f"{THAI_MONTHS[end.month - 1]} {(end.year + BUDDHIST_YEARS) % 100:02d}"
            lines.append((label, opening + sum(amount for date, amount in moves if isinstance(date, dt.date) and date <= end)))
    title = PHRASES["cash_chart"][language == "en"]
    return Chart("cash", title, tuple(lines), len(rows.used) - len(moves)) if lines and moves else None


def _readable(rows: ReadRows) -> Iterator[int]:
    """Give the cash book's rows whose money can be read, blanks as nothing."""
    if not rows.uncalculated & {"cash_in"}:
        yield from (index for index in rows.complete() if _figures(rows, ("cash_in", "cash_out"), index))


def _figures(rows: ReadRows, columns: Sequence[str], index: int) -> bool:
    values = (rows.columns[name][index] for name in columns)
    return all(value is None or (isinstance(value, int) and not isinstance(value, bool)) for value in values)


def _opening_cash(book: ReadBook) -> int | None:
    """Give what the cash account had on the first day; None where that cannot be read."""
    rows, account = book.tables.get("opening"), book.rule("account_cash")
    if rows is None or account is None:
        return None
    mine = [index for index in rows.used if rows.columns["account"][index] == account]
    return None if any(index in rows.incomplete for index in mine) else sum(rows.money("debit", index) - rows.money("credit", index) for index in mine)


def arrears_by_age(book: ReadBook, language: str) -> Chart | None:
    """Add up the principal overdue of every contract by its age class; nothing is drawn where nothing is overdue."""
    rows, edges = book.tables.get("ageing"), [book.rule(name) for name in EDGES]
    if rows is None or not all(isinstance(edge, int) for edge in edges) or edges != sorted(set(edges)) or edges[0] < 1:
        return None
    english = language == "en"
    readable = [index for index in rows.complete() if isinstance(rows.columns["days"][index], int) and _figures(rows, ("days", "overdue"), index)]
    by_class = {ageing(edge, edges): 0 for edge in (*edges, edges[-1] + 1)}
    for index in readable:
        days = rows.columns["days"][index]
        if isinstance(days, int) and days > 0:
            by_class[ageing(days, edges)] += rows.money("overdue", index)
    oldest = PHRASES["over_days"][english].format(days=edges[-1])
    named = [PHRASES["days"][english].format(label=label) for label in list(by_class)[:-1]]
    lines = tuple(zip([*named, oldest], by_class.values(), strict=True))
    return Chart("arrears", PHRASES["arrears_chart"][english], lines, len(rows.used) - len(readable)) if any(by_class.values()) else None


def draw(chart: Chart, colour: str) -> Markup:
    """Draw a chart as SVG: a line an amount, its label left, its bar, its figure at the right edge; below zero a bar is hollow."""
    largest = max(abs(amount) for _, amount in chart.lines) or 1
    left = LETTER * max(len(label) for label, _ in chart.lines)
    space = WIDTH - left - DIGIT * max(len(baht(amount)) for _, amount in chart.lines)
    lines = []
    for place, (label, amount) in enumerate(chart.lines):
        top, length = place * LINE, abs(amount) * space // largest
        fill = "#ffffff" if amount < 0 else colour
        lines.append(
            f'<text x="0" y="{top + LETTERS}">{escape(label)}</text>'
            f'<rect x="{left}" y="{top + (LINE - THICK) // 2}" width="{length}" height="{THICK}" fill="{fill}" stroke="{colour}" stroke-width="3"/>'
            f'<text x="{WIDTH}" y="{top + LETTERS}" text-anchor="end">{baht(amount)}</text>'
        )
    told = "; ".join(f"{label} {baht(amount)}" for label, amount in chart.lines)
    return Markup(  # noqa: S704 - labels and figures are escaped above
        f'<svg role="img" aria-labelledby="{chart.name}-title {chart.name}-figures" viewBox="0 0 {WIDTH} {len(chart.lines) * LINE}" font-size="{LETTERS}"'
        f' fill="{INK}"><title id="{chart.name}-title">{escape(chart.title)}</title><desc id="{chart.name}-figures">{escape(told)}</desc>{"".join(lines)}</svg>'
    )
