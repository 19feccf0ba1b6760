"""Make the pages of checks, columns, functions and the museum from what declares them; with ``--check`` only tell whether they are as made."""

import sys
from collections.abc import Mapping
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

import validator.checks
from addin.udfs import UDFS
from satja.fields import field_list
from templates.books import BOOKS
from templates.declare import Size
from validator.note.phrases import FAMILY_NAMES
from validator.registry import FAMILIES, Check, in_order
from validator.words import WORDS

HERE = Path(__file__).parent
SEVERITY = {"error": "ต้องดูก่อนปิดบัญชี", "warning": "ควรดูด้วยกัน", "advice": "ชวนพัฒนา"}
MADE = "<!-- made by `make docs`; change the declaration, not this page -->\n"
COLUMN_HEADINGS = "| ช่อง | หัวคอลัมน์ | field | ชนิด | พิมพ์ | หมายเหตุ |\n|---|---|---|---|---|---|"
KINDS = {
    "money": "จำนวนเงิน (บาท)", "rate": "อัตรา", "number": "จำนวน", "whole": "จำนวนเต็ม", "date": "วันที่", "text": "ข้อความ",
    "truth": "ใช่หรือไม่ (TRUE/FALSE)", "amounts": "ช่วงของจำนวนเงิน", "wholes": "ช่วงของจำนวนเต็ม", "dates": "ช่วงของวันที่", "rates": "ช่วงของอัตรา",
}  # fmt: skip


def checks_page() -> str:
    """Give the page of checks: what holds, why, what to try, in the catalogue's order."""
    assert validator.checks  # noqa: S101 - importing it registers the checks
    return f"# ข้อตรวจ · Checks\n{MADE}\n" + "\n".join(_check(each) for each in in_order())


def _check(each: Check) -> str:
    words = WORDS[each.id]
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(words.steps, 1))
    doc = "\n".join(line.strip() for line in each.doc.splitlines()[1:]).strip()
    masked = f"\nFolds under: {', '.join(each.masked_by)}\n" if each.masked_by else ""
    head = f"## {each.id} · {words.title}\n\n*{SEVERITY[each.severity]} · {each.severity}*\n\n{words.holds}. {words.why}\n\n{steps}\n\n"
    return f"{head}**{words.title_en}.** {each.title}\n\n{doc}\n{masked}"


def columns_page() -> str:
    """Give the data dictionary: every table of every book with its columns."""
    parts = [f"# สมุดและคอลัมน์ · Books and columns\n{MADE}"]
    for name, make in BOOKS.items():
        declared = make(Size()).tables
        parts.append(f"\n# {name}\n")
        for table in field_list(name, Size().members, Size().banks):
            columns = declared[table["table"]].columns
            named = declared[table["table"]].th
            parts.append(f"\n## {named} · `{table['table']}` (แผ่น {table['sheet']})\n\n{COLUMN_HEADINGS}")
            for column in table["columns"]:
                place = f"{column['letter']}{column.get('row', '')}"
                typed = "พิมพ์" if column["input"] else "สูตร"
                note = columns[column["field"]].help or columns[column["field"]].unit
                parts.append(f"| {place} | {column['heading']} | `{column['field']}` {columns[column['field']].en} | {column['kind']} | {typed} | {note} |")
    return "\n".join(parts) + "\n"


def functions_page() -> str:
    """Give the page of functions as spreadsheets call them."""
    parts = [f"# ฟังก์ชัน · Functions\n{MADE}"]
    for udf in UDFS.values():
        names = ", ".join(name for name, _, _ in udf.arguments)
        parts.append(f"\n## SATJA.{udf.name}({names})\n\n{udf.thai}. ได้{KINDS.get(udf.gives, udf.gives)}\n\n| ช่อง | ชนิด | คืออะไร |\n|---|---|---|")
        parts += [f"| {name} | {KINDS[kind]} | {said} |" for name, kind, said in udf.arguments]
        doc = "\n".join(line.strip() for line in (udf.call.__doc__ or "").strip().splitlines())
        parts.append(f"\n{doc.replace('>>>', '`>>>`')}")
    return "\n".join(parts) + "\n"


MUSEUM = HERE.parent / "samples" / "mistakes"
MOST_CELLS = 4
SAVED_AS_VALUES = "CELL-16"
"""The advice that every book of values gets."""
MUSEUM_HEAD = f"""# พิพิธภัณฑ์ตัวอย่าง · The museum of mistakes
{MADE}
สมุดแต่ละเล่มมาจากสมุดที่ลงตัว แล้วพลั้งเผลอไปเรื่องเดียว (เว้นเล่มที่บอกว่าสิบเรื่อง) ตารางบอกว่าทำอะไรไป ข้อตรวจใดถาม ที่ช่องใด ต่างเท่าใด และเหตุที่น่าจะเป็น
ป้ายเขียนด้วยมือไว้ข้างสมุด คิดจากรายการที่พิมพ์ ไม่ได้คัดจากคำตอบของโปรแกรม สมุดที่บันทึกเป็นค่าได้คำแนะนำ {SAVED_AS_VALUES} ด้วยทุกเล่ม

Each book is a sound book with one slip. The labels were worked out by hand from what was typed, and stand in the YAML beside each book.
Every book saved as values gets the advice {SAVED_AS_VALUES} as well."""
MUSEUM_COLUMNS = "| สมุด · book | ทำอะไรไป · what was done | ข้อตรวจ · check | พบที่ · where | ต่าง (บาท) · by | เหตุที่น่าจะเป็น · cause |\n|---|---|---|---|--:|---|"
CAUSES = {
    "transposed": "สลับหลัก", "ten times": "ศูนย์เกินหรือขาด", "missing": "ยังไม่ได้ลง", "twice": "ลงสองครั้ง", "other member": "ลงสลับคน",
    "other contract": "ลงสลับสัญญา", "wrong side": "ลงสลับข้าง", "day late": "วันที่เคลื่อน", "rounding": "ปัดเศษ",
}  # fmt: skip


def museum_page() -> str:
    """Give the page of the museum from the labels alone: a table a family, a line a book."""
    labels = sorted(MUSEUM.glob("*.yaml"), key=lambda path: (FAMILIES.index(path.stem.partition("-")[0]), path.stem))
    parts = [MUSEUM_HEAD]
    for family, books in groupby(labels, key=lambda path: path.stem.partition("-")[0]):
        parts.append(f"\n## {family} · {' · '.join(FAMILY_NAMES[family])}\n\n{MUSEUM_COLUMNS}")
        parts += [_exhibit(path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))) for path in books]
    return "\n".join(parts) + "\n"


def _exhibit(book: str, label: Mapping[str, Any]) -> str:
    """Give a book's line: each of its findings on a line of its own within the cells."""
    fires = [each for each in label["fires"] if each["check"] != SAVED_AS_VALUES or book.startswith(SAVED_AS_VALUES)]
    found = [(each["check"], _places(each), _amount(each["difference"]), CAUSES.get(each.get("cause"), "–")) for each in fires]
    columns = ["<br>".join(column) for column in zip(*found, strict=True)]
    return " | ".join((f"| [{book}](../samples/mistakes/{book}.xlsx)", label["mistake"], *columns)) + " |"


def _places(fire: Mapping[str, Any]) -> str:
    """Name the cells by sheet: the first few, or those a finding begins with."""
    cells = fire.get("cells", fire.get("cells_begin"))
    more = " …" if len(cells) > MOST_CELLS or "cells_begin" in fire else ""
    by_sheet = groupby((cell.split("!") for cell in cells[:MOST_CELLS]), key=lambda cell: cell[0])
    return " · ".join(f"{sheet} {' '.join(address for _, address in places)}" for sheet, places in by_sheet) + more or "–"


def _amount(difference: str | None) -> str:
    return "–" if difference is None else f"{Decimal(difference):,.2f}".replace("-", "−")


def main() -> int:
    """Write the pages, or compare them with what is there."""
    pages = {"checks.md": checks_page(), "columns.md": columns_page(), "functions.md": functions_page(), "museum.md": museum_page()}
    old = [name for name, text in pages.items() if not (HERE / name).is_file() or (HERE / name).read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        print("docs are as made" if not old else f"run `make docs`: {', '.join(old)} differ")
        return 1 if old else 0
    for name in old:
        (HERE / name).write_text(pages[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
