"""*Check this book*: an open workbook is checked where it is open, and what to look at is put on a sheet of its own in it.

No other sheet is touched. The sheet is made anew each time; one of the same name that people made is left alone.
"""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from templates.read import read_book
from validator.evidence import thai_day
from validator.note.items import Group, Item, asked
from validator.note.phrases import DECISIONS, PHRASES
from validator.note.procedures import not_done, unseen
from validator.run import Report, check_book
from validator.words.own import in_own_words
from workbook.cells import Workbook
from workbook.live import read_open, read_open_in_lite

NAME, MARK = "ผลการทวน", "ผลการทวนสมุด · สัจจะ"
ALONE = "แผ่นนี้โปรแกรมทำใหม่ทุกครั้งที่กดทวน แผ่นอื่นไม่ถูกแตะ กดที่ชื่อช่องเพื่อไปดู · Made anew at each check; no other sheet is touched."
NO_BOOK = "สมุดที่เปิดอยู่ยังไม่ใช่สมุดของสัจจะ จึงยังทวนให้ไม่ได้ ลองเปิดสมุดที่สร้างจากแม่แบบ · The open workbook is not one of satja's books."
NO_ROOM = "ทวนแล้ว แต่เพิ่มแผ่นผลการทวนไม่ได้ สมุดอาจล็อกโครงสร้างไว้ ลองปลดที่ ตรวจทาน > ป้องกันสมุดงาน · No sheet could be added: unprotect the workbook. ({})"
HEADINGS = ("ข้อ", "เรื่อง", "กดไปที่ช่อง", "ในสมุด", "น่าจะเป็น", "ชวนดูด้วยกัน", "ลองทำ")
WIDTHS = (6, 30, 26, 18, 18, 70, 60)
LINK, LAST = 3, len(HEADINGS)
SECTIONS = (("errors", "ต้องดูก่อนปิดบัญชี"), ("warnings", "ควรดูด้วยกัน"), ("advice", "ชวนพัฒนา"))
ALL, MOST_CHECKS = sys.maxsize, 8
PLAIN_TEXT = "@"
LINE, SHADE = (221, 230, 225), (31, 94, 67)
"""The colour of a section's line, and of the words of the heading."""


@dataclass
class Page:
    """What goes on the sheet: rows of texts, the links by their row, and which rows are headings, and which are items."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    links: dict[int, str] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)

    def say(self, *texts: str) -> None:
        """Put a row of texts below the others."""
        self.rows.append((*texts, *("" for _ in range(LAST - len(texts)))))

    def head(self, *texts: str) -> None:
        """Put a heading below the others."""
        self.headings.append(len(self.rows))
        self.say(*texts)


def check_this_book(book: Any) -> str:
    """Check a workbook that is open in Excel on this computer; gives what to tell, in Thai, then in English."""
    return _put(book, read_open(book))


async def check_this_book_in_lite(book: Any) -> str:
    """Check a workbook that is open in xlwings Lite; gives what to tell, in Thai, then in English."""
    return _put(book, await read_open_in_lite(book))


def _put(book: Any, workbook: Workbook) -> str:
    found = read_book(workbook)
    if found is None:
        return NO_BOOK
    report = check_book(found)
    page = page_of(report, dt.datetime.now().astimezone().date())
    try:
        sheet = _sheet(book)
    except Exception as refused:  # noqa: BLE001 - whatever Excel has against a new sheet, its words are shown
        return NO_ROOM.format(refused)
    _write(sheet, page)
    return f"ทวนแล้ว มี {len(page.items)} ข้อให้ดู อยู่ที่แผ่น {sheet.name} · Checked: {len(page.items)} items, on the sheet {sheet.name}."


def page_of(report: Report, day: dt.date) -> Page:
    """Give what goes on the sheet for a report made on a day."""
    page = Page()
    page.head(MARK)
    if report.book is not None:
        page.say(str(report.book.rule("fund_name") or report.book.book.th))
    page.say(DECISIONS[report.decision][0])
    page.say(f"{PHRASES['made'][0]} {thai_day(day)} · {ALONE}")
    page.say()
    page.head(*HEADINGS)
    all_asked = asked(report, ALL, "th")
    for name, said in SECTIONS:
        groups: Sequence[Group] = getattr(all_asked, name)
        if groups:
            page.head(said)
            for group in groups:
                _ask(page, group)
    if not page.items:
        page.say("ไม่มีข้อที่ต้องถาม")
    page.say()
    page.head("สิ่งที่ไม่ได้ดู")
    for sentence in _not_looked_at(report):
        page.say(sentence)
    return replace(page, rows=in_own_words(page.rows, report.book_type, "th"))


def _ask(page: Page, group: Group) -> None:
    """Put the items of one check; what to try stands beside the first."""
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(group.steps, 1))
    for item in group.items:
        page.items.append(len(page.rows))
        if item.cell:
            page.links[len(page.rows)] = link(item)
        page.say(str(item.number), item.title, item.first, item.found, item.expected, "\n".join(filter(None, (item.say, item.cause))), steps)
        steps = ""


def link(item: Item) -> str:
    """Give the formula that leads to an item's first cell.

    A sheet's name may have any sign but these: a quote is written twice, once for Excel's reference and once for its text.
    """
    sheet, _, address = item.cell.rpartition("!")
    target, said = f"#'{sheet.replace(chr(39), chr(39) * 2)}'!{address}", item.first
    return f'=HYPERLINK("{target.replace(chr(34), chr(34) * 2)}","{said.replace(chr(34), chr(34) * 2)}")'


def _not_looked_at(report: Report) -> Iterator[str]:
    for each in not_done(report, "th"):
        if each.result == PHRASES["not_run"][0]:
            more = len(each.checks) - MOST_CHECKS
            yield f"{', '.join(check for check, _ in each.checks[:MOST_CHECKS])}{f' และอีก {more} ข้อ' if more > 0 else ''}: {each.reason}"
    yield "ไฟล์ที่เก็บอยู่ในเครื่อง: ที่ทวนคือสมุดที่เปิดอยู่ บันทึกแล้วหรือยังก็ตาม"
    yield from unseen(report, "th")


def _sheet(book: Any) -> Any:
    """Give the sheet to write on: ours of last time, cleared, or a new last one."""
    there = {sheet.name: sheet for sheet in book.sheets}
    name, number = NAME, 1
    while name in there:
        if there[name].range((1, 1)).value == MARK:
            there[name].clear()
            return there[name]
        number += 1
        name = f"{NAME} {number}"
    return book.sheets.add(name, after=list(there.values())[-1])


def _write(sheet: Any, page: Page) -> None:
    """Write the page: all as text, so that nothing a person typed becomes a formula; then the links, then how it looks."""
    height = len(page.rows)
    whole = sheet.range((1, 1), (height, LAST))
    whole.number_format = PLAIN_TEXT
    whole.value = [list(map(_as_text, row)) for row in page.rows]
    for row, formula in page.links.items():
        cell = sheet.range((row + 1, LINK))
        cell.number_format = "General"
        cell.formula = formula
    for column, width in enumerate(WIDTHS, 1):
        sheet.range((1, column), (height, column)).column_width = width
    for row in page.items:
        sheet.range((row + 1, 1), (row + 1, LAST)).wrap_text = True
    for row in page.headings:
        line = sheet.range((row + 1, 1), (row + 1, LAST))
        line.font.bold = True
        line.font.color = SHADE
        if row > 0:
            line.color = LINE
    sheet.activate()


def _as_text(text: str) -> str:
    """Give a text as Excel keeps it as one, whatever it begins with."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "'")) else text
