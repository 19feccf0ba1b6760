"""``satja next-year``: a book read, the next one written beside the working directory, the old file left as it was."""

from dataclasses import dataclass
from pathlib import Path

from templates.filled import fill
from templates.next_year import NotTurned, next_year
from templates.read import read_book
from templates.write import write_book
from workbook.unreadable import Unreadable
from workbook.xlsx import read_workbook

BUDDHIST_YEARS = 543


class Trouble(Exception):  # noqa: N818 - of a file, not of the program
    """Why no book was made: a sentence in Thai, then in English."""


@dataclass(frozen=True)
class Turned:
    """The file made, and what is not closed in the old book."""

    target: Path
    still_open: tuple[str, ...]
    has_resolution: bool


def turn(book: Path, output: Path | None) -> Turned:
    """Write next year's book; its name is the old one's kind and the new Buddhist year where none is given. Raises Trouble, OSError."""
    try:
        old = read_book(read_workbook(book))
    except Unreadable as unreadable:
        raise Trouble(f"ยังอ่านไฟล์ {book.name} ไม่ได้ ลองดูเหตุด้วย satja check {book.name} · {book.name} cannot be read ({unreadable.reason.name}).") from None
    if old is None:
        raise Trouble(f"{book.name} ไม่ใช่สมุดที่ satja สร้าง ยังขึ้นปีใหม่ให้ไม่ได้ · {book.name} is not a book satja made.")
    try:
        turned = next_year(old)
    except NotTurned as why:
        raise Trouble(str(why)) from None
    year = turned.typed["rules"][0]["first_day"].year + BUDDHIST_YEARS
    target = output or Path(f"{turned.book.id}-{year}.xlsx")
    if target.exists():
        raise Trouble(f"มีไฟล์ {target} อยู่แล้ว จึงไม่เขียนทับ ลองตั้งชื่ออื่นด้วย -o · {target} is there already; choose another name with -o.")
    write_book(turned.book, turned.size, fill(turned.book, turned.size, turned.typed), target)
    return Turned(target, turned.still_open, "resolution" in turned.book.tables)
