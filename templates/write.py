"""A filled book as an .xlsx file: every cell, its formula and its cached value from the declaration."""

import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from templates.choices import join
from templates.declare import Column, FundBook, Sheet, Size, Table
from templates.expressions import Const, Expr, expr
from templates.faces import CLOSED_ON, closed_on, colour_controls, draw_guide, draw_summary
from templates.filled import Filled, Rows
from templates.home import GUIDE, draw_home, fund_of, year_shown
from templates.kinds import Exact, Kind, to_cell
from templates.layout import FORM_COLUMNS, HEADING_ROW, Around, At, Layout, Placed, lay_out, named, spelling
from templates.marks import mark_form, mark_table
from templates.paper import Block, blocks, form_widths, print_area, set_paper, width_of
from templates.rules_of_entry import validation
from templates.styles import SECOND, Styles
from workbook.addresses import column_index

CREATED = dt.datetime(2024, 1, 1)  # noqa: DTZ001 - a fixed stamp, so that the same book gives the same bytes
HOME = "หน้าแรก"
PARTS_BEGIN = frozenset(
    {"fund_type", "capital", "share_value", "loan_rate", "fine_rate", "loan_limit", "age_1", "opening_weight", "account_cash"}  # of those who save and lend
    | {"death_rate", "waiting_ordinary", "entry_fee", "fee_rate", "advance_least"}  # of a welfare club
)
"""Fields of the by-laws where a new part begins: a line in the book's colour stands above."""


class PlainSheet(Worksheet):  # type: ignore[misc] # xlsxwriter is not typed
    """A sheet that writes formulas as they are spelt, and an empty text as the answer it is.

    None of our formulas is a future or dynamic one, and looking for them took three quarters of the time. The library
    stores an empty answer as no answer, for some programs to calculate; a prepared row that shows nothing is calculated.
    """

    def _prepare_formula(self, formula: str, *_: Any) -> str:
        return formula.lstrip("=")

    def _xml_formula_element(self, formula: str, result: Any, attributes: list[tuple[str, str]]) -> None:
        if result == "":
            attributes.append(("t", "str"))
        super()._xml_formula_element(formula, result, attributes)


def write_book(book: FundBook, size: Size, filled: Filled, target: Path) -> None:
    """Write a book to a file, through a temporary one: a broken run leaves nothing half-written. OSError where it cannot be written.

    Cached values are the exact values of ``filled``; spare prepared rows hold formulas that show nothing.
    """
    part = target.with_name(target.name + ".part")
    try:
        with xlsxwriter.Workbook(part, {"strings_to_urls": False, "strings_to_formulas": False}) as file:
            file.set_properties({"title": book.th, "created": CREATED, "comments": "satja"})
            file.set_calc_mode("auto")
            _Writer(book, size, filled, file).write()
        part.replace(target)
    except FileCreateError as trouble:
        raise trouble.args[0] from None  # the OSError it stands for
    finally:
        part.unlink(missing_ok=True)


class _Writer:
    def __init__(self, book: FundBook, size: Size, filled: Filled, file: xlsxwriter.Workbook) -> None:
        self.book, self.filled, self.file = book, filled, file
        self.layout: Layout = lay_out(book, size)
        self.styles = Styles(file, book.colour)

    def write(self) -> None:
        """Write the home sheet and the guide, then every declared sheet, then the names."""
        home, guide = self.file.add_worksheet(HOME, PlainSheet), self.file.add_worksheet(GUIDE)
        sheets = {sheet.name: self.file.add_worksheet(sheet.name, PlainSheet) for sheet in self.book.sheets}
        draw_home(home, self.book, self.layout, self.filled, self.styles)
        draw_guide(guide, self.book, self.styles)
        measured = {sheet.name: blocks([self.layout[table.name] for table in sheet.tables]) for sheet in self.book.sheets}
        colour_controls(sheets[self.layout["controls"].sheet], self.layout, self.styles)
        for sheet in self.book.sheets:
            self._sheet(sheets[sheet.name], sheet, measured[sheet.name])
        summary = self.layout["by_month"].sheet
        draw_summary(sheets[summary], self.file, self.layout, self.book, measured[summary])
        self.file.define_name(CLOSED_ON, closed_on(self.layout))
        for sheet in self.book.sheets:
            if sheet.name != summary:
                self.file.define_name(f"'{sheet.name}'!_xlnm.Print_Area", print_area(measured[sheet.name]))
        for placed, column in named(self.book, self.layout):
            self.file.define_name(placed.name_of(column), f"={placed.cells_of(column)}")

    def _sheet(self, page: Worksheet, sheet: Sheet, measured: list[Block]) -> None:
        self._frame(page, sheet, measured)
        for table in sheet.tables:
            self._table(page, table)
        for column, text in sheet.captions.items():
            self._caption(page, f"{self.layout[sheet.tables[0].name].letters[column]}3", sheet.tables[0], text, self.styles.caption())
        typed_in = any(column.required or table.form for table in sheet.tables for column in table.inputs)
        page.set_tab_color(sheet.tab or (self.book.colour if typed_in else SECOND))
        if sheet.hidden:
            page.hide()

    def _frame(self, page: Worksheet, sheet: Sheet, measured: list[Block]) -> None:
        page.hide_gridlines(2)
        page.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "select_locked_cells": True})
        for column in range(max(block.last for block in measured) + 1):
            page.write_blank(0, column, None, self.styles.title())
        title = join(f"{sheet.name.lstrip('_')} · ", fund_of(self.book), year_shown(" · ปีบัญชี ", ""))
        self._caption(page, "A1", sheet.tables[0], title, self.styles.title())
        page.write_string(1, 0, sheet.help, self.styles.help())
        page.write_url(2, 0, f"internal:'{HOME}'!A1", self.styles.link(), f"◂ {HOME}")
        for row, height in ((0, 34), (1, 24), (2, 24), (3, 26), (HEADING_ROW - 1, 46)):
            page.set_row(row, height)
        page.set_default_row(22)
        page.freeze_panes(HEADING_ROW, _kept_in_view(sheet.tables))
        for table in sheet.tables if len(sheet.tables) > 1 else ():
            page.write_string(HEADING_ROW - 2, measured[sheet.tables.index(table)].first, table.th, self.styles.subtitle())
        set_paper(page, measured)

    def _table(self, page: Worksheet, table: Table) -> None:
        placed, rows = self.layout[table.name], self.filled[table.name]
        if table.form:
            self._form(page, placed, rows)
            return
        for column in table.columns.values():
            self._column(page, placed, rows, column)
        sheet = self.book.sheet_of(table.name)
        if len(sheet.tables) == 1:
            self._total_word(page, placed)
        if sheet.tables[0].name == table.name and not any(t.form for t in sheet.tables):
            page.autofilter(_searched(placed))
        mark_table(page, placed, self.layout, self.styles)

    def _total_word(self, page: Worksheet, placed: Placed) -> None:
        """Write รวม before the first total above the headings."""
        visible = [column for column in placed.table.columns.values() if not column.hidden]
        first = next((index for index, column in enumerate(visible) if column.total), 0)
        if first:
            page.write_string(f"{placed.letters[visible[first - 1].name]}{HEADING_ROW - 1}", "รวม", self.styles.total_word())

    def _column(self, page: Worksheet, placed: Placed, rows: Rows, column: Column) -> None:
        letters = placed.letters[column.name]
        place = f"{letters}:{letters}"
        page.set_column(place, width_of(placed.table, column), None, {"hidden": column.hidden})
        page.write_string(f"{letters}{HEADING_ROW}", column.th, self.styles.heading())
        dashed = not placed.table.fixed_rows
        style = self.styles.cell(column.kind, is_input=column.is_input, digits=column.digits, dashed=dashed)
        if column.fixed:
            self._fixed_cells(page, placed, rows, column, style)
        else:
            self._cells(page, placed, rows, column, style)
        if column.is_input:
            self._validate(page, placed.table, column, f"{letters}{placed.first}:{letters}{placed.last}")
        if column.total:
            total = to_cell(rows.total(column.name), column.kind)
            page.write_formula(f"{letters}{HEADING_ROW - 1}", f"=SUM({letters}{placed.first}:{letters}{placed.last})", self.styles.total(column.kind), total)

    def _fixed_cells(self, page: Worksheet, placed: Placed, rows: Rows, column: Column, style: Any) -> None:
        for index, (row, value) in enumerate(zip(placed.table.fixed_rows, rows.columns[column.name], strict=True)):
            said, cell = expr(row.get(column.name, "")), placed.address(column.name, index)
            if isinstance(said, Const):
                self._constant(page, cell, value, column, style)
            else:
                text = said.text(At(self.layout, placed.table.name, placed.first + index))
                page.write_formula(cell, "=" + text, style, to_cell(value, column.kind))

    def _cells(self, page: Worksheet, placed: Placed, rows: Rows, column: Column, style: Any) -> None:
        formula, typed = placed.table.expression(column), rows.typed.get(column.name, ())
        spelt = spelling(formula, self.layout, placed.table.name) if formula else None
        for index, value in enumerate(rows.columns[column.name]):
            cell = placed.address(column.name, index)
            if spelt is None or index in typed:
                self._constant(page, cell, value, column, style)
            else:
                page.write_formula(cell, "=" + spelt(placed.first + index), style, to_cell(value, column.kind))

    def _form(self, page: Worksheet, placed: Placed, rows: Rows) -> None:
        value_letters = next(iter(placed.letters.values()))
        left = column_index(value_letters) - 1
        headed = FORM_COLUMNS if placed.table.names else (*FORM_COLUMNS[:3], "", "")
        for offset, (shown, width) in enumerate(zip(headed, form_widths(placed), strict=True)):
            page.write_string(HEADING_ROW - 1, left + offset, shown, self.styles.heading() if shown else self.styles.make())
            page.set_column(left + offset, left + offset, width)
        for name, column in placed.table.columns.items():
            line, more = placed.lines[name] - 1, self._part(name)
            page.write_string(line, left, column.th, self.styles.label(**more))
            page.write_string(line, left + 2, column.unit, self.styles.note(**more))
            for offset in (3, 4) if placed.table.names and column.is_input else ():
                page.write_blank(line, left + offset, None, self.styles.cell(Kind.TEXT, is_input=True, **more))
            self._form_cell(page, placed, rows, column)
        mark_form(page, placed, self.styles)

    def _part(self, field: str) -> dict[str, Any]:
        """Give the line above a field of a long form where a new part begins."""
        return {"top": 2, "top_color": self.book.colour} if field in PARTS_BEGIN else {}

    def _form_cell(self, page: Worksheet, placed: Placed, rows: Rows, column: Column) -> None:
        cell, value = placed.address(column.name), rows.columns[column.name][0]
        aligned = "left" if column.kind is Kind.TEXT else "right"
        look = {"bold": not column.is_input, "align": aligned, "indent": 1, "shrink": True, **self._part(column.name)}
        style = self.styles.cell(column.kind, is_input=column.is_input, digits=column.digits, **look)
        formula = placed.table.expression(column)
        if formula is None or 0 in rows.typed.get(column.name, ()):
            self._constant(page, cell, value, column, style)
        else:
            text = formula.text(At(self.layout, placed.table.name, placed.lines[column.name]))
            page.write_formula(cell, "=" + text, style, to_cell(value, column.kind))
        if column.is_input:
            self._validate(page, placed.table, column, cell)

    def _constant(self, page: Worksheet, cell: str, value: Exact, column: Column, style: Any) -> None:
        shown = to_cell(value, column.kind)
        if value is None:
            page.write_blank(cell, None, style)
        elif isinstance(shown, str):
            page.write_string(cell, shown, style)
        else:
            page.write_number(cell, shown, style)

    def _validate(self, page: Worksheet, table: Table, column: Column, cells: str) -> None:
        rule = validation(column, self.layout, table.name)
        if rule:
            page.data_validation(cells, rule)

    def _caption(self, page: Worksheet, cell: str, table: Table, text: Expr, style: Any) -> None:
        """Write a text by formula in one of the rows above the headings."""
        value = text.values(self.filled, Rows(table, 1))[0]
        page.write_formula(cell, "=" + text.text(Around(self.layout, table.name, int(cell[-1]))), style, value)


def _kept_in_view(tables: tuple[Table, ...]) -> int:
    """Give how many columns stay when one scrolls to the right: who or what the row is about."""
    if len(tables) > 1 or tables[0].form:
        return 0
    return 2 if list(tables[0].columns)[1] == "name" else 1


def _searched(placed: Placed) -> str:
    """Give where the arrows to filter by stand: up to the last column that is typed, or over a whole register of formulas.

    None at the date of a table in date order, whose days stand together: LibreOffice spells every date out when it saves, a tenth of a second in receipts.
    """
    shown = [column for column in placed.table.columns.values() if not column.hidden and column.name != placed.table.by_date]
    last = ([column for column in shown if column.is_input] or shown)[-1]
    return f"{placed.letters[shown[0].name]}{HEADING_ROW}:{placed.letters[last.name]}{placed.last}"
