"""The home sheet: fund and year in large type, the state of each register, what to do, links to every sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from xlsxwriter.worksheet import Worksheet

from templates.books import words
from templates.books.bylaws import rule
from templates.choices import join, when
from templates.dates import year_of
from templates.declare import FundBook
from templates.expressions import Cell, Expr
from templates.face import Face, Lines, Tile
from templates.faces import CLOSED_ON
from templates.filled import Filled, Rows
from templates.kinds import Exact, Kind, to_cell
from templates.layout import Around, Layout
from templates.lookups import count_of
from templates.paper import A4
from templates.styles import BAND, GREY, INK, NUMBER_FORMATS, OK_GREEN, PLAIN_MONEY, RED, Styles
from workbook.addresses import column_letters

BUDDHIST_YEARS = 543
ACROSS, STEP, FIRST = 3, 4, 1
"""Blocks across the sheet; of each a narrow bar, two wide columns and a gap, from column B."""
LAST = FIRST + ACROSS * STEP - 2
TILES_ROW, NEXT_ROW, STEPS_ROW, LINKS_ROW = 3, 11, 13, 19
WAITING = "#B9C2BD"
"""The bar of a tile that does not tie yet, while the year is open."""


class _Home:
    """Writes expressions on the home sheet with their cached values."""

    def __init__(self, page: Worksheet, layout: Layout, filled: Filled, styles: Styles) -> None:
        some = next(iter(layout.values()))
        self.page, self.filled, self.table, self.styles = page, filled, some.table, styles
        self.layout = {**layout, "": replace(some, sheet="")}

    def value(self, formula: Expr) -> Exact:
        return formula.values(self.filled, Rows(self.table, 1))[0]

    def merge(self, row: int, left: int, right: int, formula: Expr, kind: Kind, style: object) -> None:
        """Write a formula over merged cells; rows and columns from 0."""
        if left != right:
            self.page.merge_range(row, left, row, right, "", style)
        text = formula.text(Around(self.layout, "", row + 1))
        self.page.write_formula(row, left, "=" + text, style, to_cell(self.value(formula), kind))


def fund_of(book: FundBook) -> Expr:
    """Give the fund's name, or the kind of book while it has none."""
    return when(rule.fund_name.is_(""), book.th, rule.fund_name)


def year_shown(before: str, otherwise: str) -> Expr:
    """Give the Buddhist year of the book after some words, or other words while the first day is not given."""
    return when(rule.first_day.is_(""), otherwise, join(before, year_of(rule.last_day) + BUDDHIST_YEARS))


def next_step(ties: int, face: Face) -> Expr:
    """Give the sentence of what comes next, by how far the book is filled in."""
    written = count_of("receipts", date=("<>", ""))
    agreed = count_of("controls", state=words.AGREES)
    so_far = join("ลงใบเสร็จแล้ว ", written, " รายการ · จุดตรวจตรงกัน ", agreed, f" จาก {ties} คู่")
    apart = count_of("controls", state=words.DIFFERS)
    search = join("ปิดบัญชีแล้ว แต่ยังไม่ตรงกัน ", apart, " คู่ · เปิดแผ่น จุดตรวจก่อนปิดบัญชี แล้วช่วยกันหาที่มา")
    closed = when(apart > 0, search, "ปิดบัญชีแล้ว ขอบคุณทุกคนที่ช่วยกัน · ขั้นต่อไป ให้เพื่อนเครือข่ายตรวจทาน แล้วนำเข้าที่ประชุมใหญ่")
    running = when(Cell("sign_off", "closed_on").is_(""), so_far, closed)
    peopled = when(written.is_(0), face.first_of_all, running)
    named = when(Cell("figures", "members").is_(0), face.people, peopled)
    return when(rule.first_day.is_(""), "เริ่มที่แผ่น ระเบียบ · กรอกชื่อกลุ่มและวันเริ่มปีบัญชี", named)


GUIDE = "คู่มือ"


def draw_home(page: Worksheet, book: FundBook, layout: Layout, filled: Filled, styles: Styles) -> None:
    """Draw the first sheet."""
    home = _Home(page, layout, filled, styles)
    _shape(page)
    big = styles.make(font_size=30, bold=True, font_color="#FFFFFF", bg_color=styles.colour, indent=1)
    small = styles.make(font_size=18, font_color="#FFFFFF", bg_color=styles.colour, align="left", indent=1, valign="top")
    year = year_shown(f"{book.th} · ปีบัญชี ", "กรอกวันเริ่มปีบัญชีที่แผ่น ระเบียบ ก่อน")
    home.merge(0, FIRST, LAST, fund_of(book), Kind.TEXT, big)
    home.merge(1, FIRST, LAST, year, Kind.TEXT, small)
    for place, tile in enumerate(book.face.tiles):
        _tile(home, TILES_ROW + place // ACROSS * 4, FIRST + place % ACROSS * STEP, tile)
    box = styles.make(font_size=16, bold=True, font_color=styles.colour, bg_color=OK_GREEN, indent=1)
    home.merge(NEXT_ROW, FIRST, LAST, next_step(len(layout["controls"].table.fixed_rows), book.face), Kind.TEXT, box)
    helps = {GUIDE: "หน้าเดียวจบ ทำอะไร เมื่อไร", **{sheet.name: sheet.help for sheet in book.sheets if not sheet.hidden}}
    _steps(page, styles, book.face.steps, helps)
    _links(page, styles, book.face.groups, helps)


def _shape(page: Worksheet) -> None:
    page.hide_gridlines(2)
    page.hide_row_col_headers()
    page.protect("")
    page.set_default_row(24)
    page.set_column(0, 0, 2)
    for left in range(FIRST, LAST, STEP):
        for offset, width in enumerate((1, 20, 20, 2)):
            page.set_column(left + offset, left + offset, width)
    for row, height in ((0, 52), (1, 34), (2, 10), (6, 10), (10, 10), (NEXT_ROW, 36), (12, 10), (18, 14)):
        page.set_row(row, height)
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.4)
    page.center_horizontally()
    page.fit_to_pages(1, 1)
    page.activate()


def _tile(home: _Home, row: int, left: int, tile: Tile) -> None:
    page, styles = home.page, home.styles
    for line in range(3):
        page.write_blank(row + line, left, None, styles.make(bg_color=styles.colour))
    inner, right = left + 1, left + 2
    label = styles.make(bg_color=BAND, font_color=GREY, indent=1)
    page.merge_range(row, inner, row, right, "", label)
    page.write_url(row, inner, f"internal:'{tile.sheet}'!A1", label, tile.label, f"ไปที่แผ่น {tile.sheet}")
    shown = PLAIN_MONEY if tile.kind is Kind.MONEY else NUMBER_FORMATS[tile.kind]
    page.set_row(row + 1, 40)
    home.merge(row + 1, inner, right, tile.figure, tile.kind, styles.make(bg_color=BAND, font_size=28, bold=True, num_format=shown, align="left", indent=1))
    home.merge(row + 2, inner, right, tile.word, Kind.TEXT, styles.make(bg_color=BAND, font_color=GREY, indent=1))
    _tile_colours(home, row, left)


def _tile_colours(home: _Home, row: int, left: int) -> None:
    """Green where it agrees; red only where it does not in a closed year; grey until then."""
    page, styles = home.page, home.styles
    word = f"${column_letters(left + 1)}${row + 3}"
    wrong, agrees = f'{word}="{words.DIFFERS}"', f'={word}="{words.AGREES}"'
    bar, said = (row, left, row + 2, left), (row + 2, left + 1, row + 2, left + 2)
    for cells, condition, style in (
        (said, agrees, styles.marked(font_color=styles.colour, bold=True)),
        (said, f'=AND({wrong},{CLOSED_ON}<>"")', styles.marked(font_color=RED, bold=True)),
        (bar, f'=AND({wrong},{CLOSED_ON}<>"")', styles.marked(bg_color=RED)),
        (bar, f"={wrong}", styles.marked(bg_color=WAITING)),
    ):
        page.conditional_format(*cells, {"type": "formula", "criteria": condition, "format": style, "stop_if_true": True})


def _steps(page: Worksheet, styles: Styles, steps: Sequence[tuple[str, Lines]], helps: dict[str, str]) -> None:
    for left, (heading, lines) in zip(range(FIRST, LAST, STEP), steps, strict=True):
        page.merge_range(STEPS_ROW, left, STEPS_ROW, left + 2, heading, _heading(styles))
        for number, (text, sheet) in enumerate(lines, 1):
            cells = (STEPS_ROW + number, left, STEPS_ROW + number, left + 2)
            _link(page, cells, f"{number}  {text}", sheet, styles.link(font_color=INK), helps)


def _links(page: Worksheet, styles: Styles, wanted: Sequence[tuple[str, Sequence[str]]], helps: dict[str, str]) -> None:
    named = {name for _, names in wanted for name in names}
    rest = [name for name in helps if name not in named]
    row = LINKS_ROW
    for start in range(0, len(wanted), ACROSS):
        groups = [(heading, [name for name in names or rest if name in helps]) for heading, names in wanted[start : start + ACROSS]]
        for left, (heading, names) in zip(range(FIRST, LAST, STEP), groups, strict=True):
            page.merge_range(row, left, row, left + 2, heading, _heading(styles))
            for number, name in enumerate(names, 1):
                _link(page, (row + number, left, row + number, left + 2), name, name, styles.link(), helps)
        row += _deepest(names for _, names in groups) + 1
        page.set_row(row, 10)
        row += 1


def _deepest(lists: Iterable[Sequence[Any]]) -> int:
    return max(len(names) for names in lists)


def _heading(styles: Styles) -> Any:
    return styles.make(bold=True, font_size=16, font_color=styles.colour, bottom=2, bottom_color=styles.colour)


def _link(page: Worksheet, cells: tuple[int, int, int, int], text: str, sheet: str, style: Any, helps: dict[str, str]) -> None:
    """Write a text that leads to a sheet, over merged cells; only the text where the book has no such sheet."""
    page.merge_range(*cells, "" if sheet in helps else text, style)
    if sheet in helps:
        page.write_url(cells[0], cells[1], f"internal:'{sheet}'!A1", style, text, helps[sheet])
