"""Make the pages of checks, columns and functions from the declarations; with ``--check`` only tell whether they are as made."""

import sys
from pathlib import Path

import validator.checks
from addin.udfs import UDFS
from satja.fields import field_list
from templates.books import BOOKS
from templates.declare import Size
from validator.registry import Check, in_order
from validator.words import WORDS

HERE = Path(__file__).parent
SEVERITY = {"error": "ต้องดูก่อนปิดบัญชี", "warning": "ควรดูด้วยกัน", "advice": "ชวนพัฒนา"}
MADE = "<!-- made by `make docs`; change the declaration, not this page -->\n"
COLUMN_HEADINGS = "| ช่อง | หัวคอลัมน์ | field | ชนิด | พิมพ์ | หมายเหตุ |\n|---|---|---|---|---|---|"
KINDS = {
    "money": "จำนวนเงิน (บาท)", "rate": "อัตรา", "number": "จำนวน", "whole": "จำนวนเต็ม", "date": "วันที่", "text": "ข้อความ",
    "amounts": "ช่วงของจำนวนเงิน", "wholes": "ช่วงของจำนวนเต็ม",
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


def main() -> int:
    """Write the pages, or compare them with what is there."""
    pages = {"checks.md": checks_page(), "columns.md": columns_page(), "functions.md": functions_page()}
    old = [name for name, text in pages.items() if not (HERE / name).is_file() or (HERE / name).read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        print("docs are as made" if not old else f"run `make docs`: {', '.join(old)} differ")
        return 1 if old else 0
    for name in old:
        (HERE / name).write_text(pages[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
