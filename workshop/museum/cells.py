"""STRUCT and CELL: slips in single cells, headings and formulas."""

import datetime as dt
from collections.abc import Mapping

from templates.layout import spelling
from workbook.edit import Cached, Formula
from workshop.museum.base import Base, Cells, Mode, Slip

LIVE, VALUES, STORED = Mode.LIVE, Mode.VALUES, Mode.STORED
CASH_SHEET, SAVINGS_SHEET = "สมุดเงินสด-ธนาคาร", "เงินสัจจะ"
MARCH = dt.date(2024, 3, 5)


def _total(base: Base, table: str, column: str, formula: str) -> Cells:
    place = base.layout[table]
    return {place.sheet: {f"{place.letters[column]}{place.first - 2}": Formula(formula)}}


def _below(base: Base) -> Cells:
    """Type a receipt just below the last prepared row."""
    return base.copied("receipts", 0, base.layout["receipts"].rows, number=99)


def _short_total(base: Base) -> Cells:
    place = base.layout["savings"]
    letters = place.letters["closing"]
    return _total(base, "savings", "closing", f"SUM({letters}{place.first}:{letters}{place.first + 9})")


def _short_register(base: Base) -> Cells:
    """Stop one row's conditional sum before the receipts end."""
    table, receipts = base.book.tables["savings"], base.layout["receipts"]
    formula = table.expression(table.columns["month_11"])
    assert formula is not None  # noqa: S101 - the months are calculated
    text = spelling(formula, base.layout, "savings")(base.layout["savings"].first + 1)
    for column in receipts.letters:
        text = text.replace(f"{receipts.name_of(column)},", f"{receipts.cells_of(column).replace(f'${receipts.last}', f'${receipts.first + 99}')},")
    return base.edits(("savings", "month_11", 1, Formula(text)))


def _frozen(base: Base) -> Cells:
    """Paste a whole column as values."""
    rows = range(base.layout["shares"].rows)
    dividends = ((index, None if base.value("shares", "dividend", index) is None else base.baht("shares", "dividend", index)) for index in rows)
    return base.edits(*(("shares", "dividend", index, dividend) for index, dividend in dividends))


def _retyped(table: str, column: str, content: object, *, row: int = 0, **wanted: object) -> Slip:
    """Type something else in a cell of a row, told by its place or by what stands in it."""
    return Slip(lambda base: base.edits((table, column, base.row_of(table, **wanted) if wanted else row, content)))


SLIPS: Mapping[str, Slip] = {
    "STRUCT-01": _retyped("stamp", "version", "9.9"),
    "STRUCT-03": Slip(lambda _: {CASH_SHEET: {"M5": "ธนาคาร 1 ถอน", "N5": "ธนาคาร 1 ฝาก"}}, LIVE),
    "STRUCT-03-values": Slip(lambda _: {CASH_SHEET: {"J5": "เงินสดจ่าย", "K5": "เงินสดรับ"}}, VALUES),
    "STRUCT-04": Slip(_below),
    "STRUCT-06": _retyped("rules", "loan_rate", None),
    "STRUCT-06-used": Slip(lambda base: base.edits(("rules", "interest_unit", 0, None)), LIVE),
    "STRUCT-07": _retyped("receipts", "member", "ส-100", row=8),
    "STRUCT-07-contract": Slip(lambda base: base.edits(("receipts", "contract", 6, "กู้ 2/2556")), LIVE),
    "STRUCT-07-twice": Slip(lambda base: base.copied("minutes", 0, 1), LIVE),
    "STRUCT-07-blank": Slip(lambda base: base.edits(("receipts", "amount", 2, None)), LIVE),
    "CELL-01": _retyped("cash", "cash_out", Formula("211.75/0"), voucher="จ่าย 1/2567"),
    "CELL-02": Slip(lambda base: base.edits(("receipts", "amount", 4, " 150 บาท")), LIVE),
    "CELL-02-values": Slip(lambda base: base.edits(("receipts", "amount", 4, "150")), VALUES),
    "CELL-03": _retyped("receipts", "amount", "๑๕๐", row=4),
    "CELL-04": _retyped("receipts", "date", dt.date(2567, 3, 5), date=MARCH),
    "CELL-04-two-digits": Slip(lambda base: base.edits(("cash", "date", base.row_of("cash", voucher="จ่าย 5/2567"), dt.date(1967, 2, 26))), LIVE),
    "CELL-05": _retyped("receipts", "date", "5 มี.ค. 67", date=MARCH),
    "CELL-05-blank": Slip(lambda base: base.edits(("receipts", "date", base.row_of("receipts", date=MARCH), None)), LIVE),
    "CELL-08": Slip(lambda base: base.copied("receipts", base.free("receipts") - 1, base.free("receipts"))),
    "CELL-09": Slip(lambda base: base.edits(("savings", "closing", 2, base.baht("savings", "closing", 2) + 500)), LIVE),
    "CELL-09-same": Slip(lambda base: base.edits(("savings", "closing", 2, base.baht("savings", "closing", 2))), LIVE),
    "CELL-09-total": Slip(lambda _: {SAVINGS_SHEET: {"R4": 200000.0}}, LIVE),
    "CELL-09-column": Slip(lambda base: base.edits(*(("ageing", "days", index, 7.0) for index in range(6))), LIVE),
    "CELL-09-day": Slip(lambda base: base.edits(("cash", "cash_in", base.row_of("cash", date=MARCH, kind="วันทำการ"), 5000.0)), LIVE),
    "CELL-10": Slip(lambda base: base.edits(("savings", "closing", 2, Formula('IF($A8="","",SUM($C8,$P8))'))), LIVE),
    "CELL-10-differs": Slip(lambda base: base.edits(("savings", "closing", 5, Formula('IF($A11="","",SUM($P11))'))), LIVE),
    "CELL-11": Slip(_short_total, LIVE),
    "CELL-11-register": Slip(_short_register, LIVE),
    "CELL-14": Slip(lambda _: {SAVINGS_SHEET: {"R4": Cached(205650.0)}}, STORED),
    "CELL-14-balance": Slip(lambda base: base.edits(("savings", "closing", 2, Cached(base.baht("savings", "closing", 2) + 500))), STORED),
    "CELL-16-values": Slip(lambda _: {}, VALUES),
    "CELL-16-column": Slip(_frozen, LIVE),
}
