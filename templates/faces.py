"""The guide, the charts of the summary, and the colours of the ties: what people look at beside the tables."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from templates.books import words
from templates.declare import FundBook
from templates.face import Picture
from templates.guide import COLOURS
from templates.layout import Layout, Placed
from templates.paper import A4, Block, letters_seen, pixels_across
from templates.styles import AMBER, FONT, GREY, INK, INPUT, LINE, MISSING, OK_GREEN, PALE_RED, RED, SECOND, Styles
from workbook.addresses import column_letters

LONG_LINE = 76
"""Letters of a line of the guide that still stand on one line."""
CLOSED_ON = "satja_closed_on"
"""The name of the day the year was closed: a conditional format reaches another sheet's cell by its name in every Excel."""
CHARTS_ACROSS, CHART_HEIGHT, CHART_ROWS, GAP = 2, 330, 12, 16


def draw_guide(page: Worksheet, book: FundBook, styles: Styles) -> None:
    """Write the guide: one page, month by month and at the year's end."""
    page.hide_gridlines(2)
    page.hide_row_col_headers()
    page.protect("")
    page.set_column("A:A", 5)
    page.set_column("B:B", 24)
    page.set_column("C:C", 104)
    for column in range(3):
        page.write_blank(0, column, None, styles.title())
    page.write_string(0, 0, f"คู่มือหน้าเดียว · {book.th}", styles.title())
    page.set_row(0, 36)
    page.set_default_row(24)
    page.write_url(1, 0, "internal:'หน้าแรก'!A1", styles.link(), "◂ หน้าแรก")
    row = 2
    for heading, lines in book.face.guide:
        row = _guide_part(page, styles, row, heading, lines)
    _legend(page, styles, row)
    page.set_paper(A4)
    page.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.5)
    page.fit_to_pages(1, 1)


def _guide_part(page: Worksheet, styles: Styles, row: int, heading: str, lines: Sequence[tuple[str, str]]) -> int:
    _guide_heading(page, styles, row, heading)
    for number, (place, line) in enumerate(lines, 1):
        here = row + number
        page.write_number(here, 0, number, styles.make(align="center", valign="top", font_color=GREY))
        page.write_string(here, 1, place, styles.make(bold=True, valign="top", text_wrap=True))
        page.write_string(here, 2, line, styles.make(text_wrap=True, valign="top"))
        page.set_row(here, 24 if letters_seen(line) < LONG_LINE else 45)
    page.set_row(row + len(lines) + 1, 8)
    return row + len(lines) + 2


def _guide_heading(page: Worksheet, styles: Styles, row: int, heading: str) -> None:
    style = styles.make(bold=True, font_size=16, font_color=styles.colour, bottom=2, bottom_color=styles.colour)
    for column in range(3):
        page.write_blank(row, column, None, style)
    page.write_string(row, 0, heading, style)
    page.set_row(row, 28)


def _legend(page: Worksheet, styles: Styles, row: int) -> None:
    _guide_heading(page, styles, row, "ความหมายของสี")
    looks: dict[str, dict[str, Any]] = {
        "input": {"bg_color": INPUT}, "missing": {"bg_color": MISSING}, "formula": {}, "total": {"bg_color": OK_GREEN, "bold": True},
        "wrong": {"bg_color": PALE_RED, "font_color": RED, "bold": True},
    }  # fmt: skip
    for number, (look, sample, meaning) in enumerate(COLOURS, 1):
        page.write_string(row + number, 1, sample, styles.make(border=1, border_color=LINE, align="center", **looks[look]))
        page.write_string(row + number, 2, meaning, styles.make(indent=1))


def draw_summary(page: Worksheet, file: Workbook, layout: Layout, book: FundBook, measured: Sequence[Block]) -> None:
    """Draw the four charts the meeting looks at below the figures; the sheet goes on one page with them."""
    top = max(block.placed.last for block in measured) + 1
    width = (pixels_across(measured) - GAP) // CHARTS_ACROSS
    for place, picture in enumerate(book.face.pictures):
        down, right = divmod(place, CHARTS_ACROSS)
        chart = _chart(file, layout, picture, book.colour)
        chart.set_size({"width": width, "height": CHART_HEIGHT})
        page.insert_chart(top + down * CHART_ROWS, 0, chart, {"x_offset": right * (width + GAP), "object_position": 2, "description": picture.title})
    bottom = top + -(-len(book.face.pictures) // CHARTS_ACROSS) * CHART_ROWS
    page.print_area(f"A1:{column_letters(max(block.last for block in measured))}{bottom}")
    page.fit_to_pages(1, 1)


def _chart(file: Workbook, layout: Layout, picture: Picture, colour: str) -> Any:
    chart = file.add_chart({"type": picture.kind})
    placed = layout[picture.table]
    for name, fill in zip(picture.up, (colour, SECOND), strict=False):
        look: dict[str, Any] = {
            "line": {"color": fill, "width": 2.5},
            "marker": {"type": "circle", "size": 6, "fill": {"color": fill}, "border": {"color": fill}},
        }
        if picture.kind != "line":
            look = {"fill": {"color": fill}, "border": {"none": True}, "gap": 60}
        if picture.kind == "bar":
            look["data_labels"] = {"value": True, "num_format": "#,##0;;", "font": _font(12)}
        chart.add_series({"name": placed.table.columns[name].th, "categories": _cells(placed, picture.across), "values": _cells(placed, name), **look})
    chart.set_title({"name": picture.title, "name_font": {**_font(16), "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font(12)} if len(picture.up) > 1 else {"none": True})
    chart.set_chartarea({"border": {"color": LINE}})
    _axes(chart, picture)
    return chart


def _axes(chart: Any, picture: Picture) -> None:
    words_axis: dict[str, Any] = {"num_font": _font(12), "line": {"color": LINE}, "major_tick_mark": "none"}
    money_axis: dict[str, Any] = {
        "num_format": "#,##0",
        "num_font": _font(12),
        "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": LINE}},
    }
    if picture.kind == "bar":
        named = {"name": picture.axis, "name_font": _font(12)} if picture.axis else {}
        chart.set_y_axis({**words_axis, "reverse": True, **named})
        chart.set_x_axis({**money_axis, "min": 0, "visible": False, "major_gridlines": {"visible": False}})
        return
    chart.set_x_axis({**words_axis, "num_format": "[$-107041E]mmm;@", "text_axis": True, "label_position": "low"})
    chart.set_y_axis({**money_axis, **({"min": 0} if picture.kind == "column" else {})})


def _font(size: int) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": False, "color": INK}


def _cells(placed: Placed, name: str) -> str:
    letters = placed.letters[name]
    return f"='{placed.sheet}'!${letters}${placed.first}:${letters}${placed.last}"


def colour_controls(page: Worksheet, layout: Layout, styles: Styles) -> None:
    """Colour the ties: green when they agree, red only when the year is closed, grey until then; and rows that run short."""
    controls, room = layout["controls"], layout["room"]
    letters = controls.letters["state"]
    cells = f"{letters}{controls.first}:{letters}{controls.last}"
    here = f"${letters}{controls.first}"
    agrees = styles.marked(font_color=styles.colour, bg_color=OK_GREEN, bold=True)
    page.conditional_format(cells, {"type": "formula", "criteria": f'={here}="{words.AGREES}"', "format": agrees})
    differs = f'=AND({here}="{words.DIFFERS}",{CLOSED_ON}<>"")'
    page.conditional_format(cells, {"type": "formula", "criteria": differs, "format": styles.marked(font_color=RED, bg_color=PALE_RED, bold=True)})
    left, prepared = (f"${room.letters[name]}{room.first}" for name in ("left", "prepared"))
    cells = f"{room.letters['left']}{room.first}:{room.letters['left']}{room.last}"
    short = {"type": "formula", "criteria": f"={left}<{prepared}/20", "format": styles.marked(font_color=AMBER, bg_color=MISSING, bold=True)}
    page.conditional_format(cells, short)


def closed_on(layout: Layout) -> str:
    """Spell the cell of the day the year was closed, as the name CLOSED_ON means it."""
    sign_off = layout["sign_off"]
    return f"='{sign_off.sheet}'!${sign_off.letters['closed_on']}${sign_off.lines['closed_on']}"
