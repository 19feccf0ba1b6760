"""What an input cell accepts, and the Thai sentence when it does not."""

from typing import Any

from templates.declare import Column
from templates.kinds import Kind
from templates.layout import Layout

TITLE = "ลองดูอีกครั้ง"


def validation(column: Column, layout: Layout, table: str) -> dict[str, Any]:
    """Give the validation of an input column of a table; empty for free text."""
    rule = _above(column, layout, table) or _list(column, layout) or _number(column)
    if column.help:
        rule = {**(rule or {"validate": "any"}), "input_title": column.th[:32], "input_message": column.help[:255]}
    return rule


def _above(column: Column, layout: Layout, table: str) -> dict[str, Any]:
    if not column.above:
        return {}
    placed = layout[table]
    other = f"${placed.letters[column.above]}${placed.lines[column.above]}"
    message = f"ช่องนี้ใส่จำนวนเต็มที่มากกว่า {placed.table.columns[column.above].th}"
    return {"validate": "integer", "criteria": ">", "value": f"={other}", "error_title": TITLE, "error_message": message}


def _list(column: Column, layout: Layout) -> dict[str, Any]:
    if column.one_of:
        return {"validate": "list", "source": list(column.one_of), "error_title": TITLE, "error_message": "เลือกจากรายการในช่องนี้"}
    chosen = column.ref
    if not chosen:
        return {}
    placed, name = layout[chosen[0]], chosen[1]
    letters = placed.letters[name]
    where = f"'{placed.sheet}'!${letters}${placed.first}"
    filled = f"MAX(1,COUNTA('{placed.sheet}'!${letters}${placed.first}:${letters}${placed.last}))"
    source = f"={where}:INDEX('{placed.sheet}'!${letters}${placed.first}:${letters}${placed.last},{filled})"
    message = f"ยังไม่มีรหัสหรือชื่อนี้ในแผ่น {placed.sheet} ลองเลือกจากรายการ หรือไปเพิ่มที่แผ่นนั้นก่อน"
    return {"validate": "list", "source": source, "error_title": TITLE, "error_message": message}


def _number(column: Column) -> dict[str, Any]:
    if column.kind is Kind.DATE:
        return {
            "validate": "date", "criteria": "between", "minimum": "=DATE(1900,1,1)", "maximum": "=DATE(2300,12,31)", "error_title": TITLE,
            "error_message": "พิมพ์วันที่เป็นปี ค.ศ. เช่น 6 ส.ค. 2567 พิมพ์ 6/8/2024 แผ่นงานจะแสดงเป็น พ.ศ. ให้เอง",
        }  # fmt: skip
    if column.kind is Kind.WHOLE:
        return {**_bounds("integer", column.least, column.most), "error_title": TITLE, "error_message": "ช่องนี้ใส่จำนวนเต็ม"}
    if column.kind is Kind.MONEY:
        least = None if column.least is None else column.least / 100
        return {**_bounds("decimal", least, None), "error_title": TITLE, "error_message": "ช่องนี้ใส่จำนวนเงินเป็นตัวเลขอารบิก ไม่ต้องใส่จุลภาคหรือคำว่าบาท"}
    if column.kind is Kind.RATE:
        return {**_bounds("decimal", 0, 10), "error_title": TITLE, "error_message": "ช่องนี้ใส่อัตรา เช่น 12% หรือ 0.12"}
    return {}


def _bounds(word: str, least: float | None, most: float | None) -> dict[str, Any]:
    low, high = (-9_999_999_999 if least is None else least), (9_999_999_999 if most is None else most)
    return {"validate": word, "criteria": "between", "minimum": low, "maximum": high}
