"""*Next receipt*: in an open book, go to the first free line of the receipts and put the next number of the receipt book there."""

from typing import Any, Iterable, Iterator, List, Optional, Tuple

from templates.read import ReadBook, ReadRows, read_book
from workbook.live import read_open

from .findings_sheet import NO_BOOK

NO_RECEIPTS = "สมุดเล่มนี้ยังไม่มีแผ่นใบเสร็จ · This book has no sheet of receipts."
FULL = "แถวใบเสร็จเต็มแล้ว ทั้งหมด {rows:,} แถว ลองสร้างสมุดที่มีแถวมากขึ้น · All {rows:,} lines of receipts are used."
NO_NUMBER = "พร้อมที่แถว {row} แล้ว เล่มที่ลงทะเบียนไว้ใช้หมด ลองเพิ่มเล่มใหม่ในแผ่น ทะเบียนใบเสร็จ แล้วใส่เลขเอง · Line {row} is free; register the next receipt book."
READY = "พร้อมที่แถว {row} เล่มที่ {book} เลขที่ {number} · Line {row} is ready: book {book}, number {number}."


def next_receipt(book: Any) -> str:
    """Select the first free line of an open book's receipts, with the next number in it; gives what to tell, in Thai, then in English.

    Two cells are written, the book's number and the receipt's, both empty before; nothing else is touched. Where the last line has
    its numbers and nothing else yet, that is the line, and nothing is written.
    """
    found = read_book(read_open(book))
    if found is None:
        return NO_BOOK
    rows = found.tables.get("receipts")
    if rows is None:
        return NO_RECEIPTS
    begun = _begun(rows)
    free = max(rows.used, default=-1) + 1 if begun is None else begun
    if free >= rows.place.rows:
        return FULL.format(rows=rows.place.rows)
    sheet = next(each for each in book.sheets if each.name == rows.place.sheet)
    number = following(found) if begun is None else _numbers(rows, [begun])[0]
    if number is not None and begun is None:
        for column, value in zip(("book", "number"), number):
            sheet.range(rows.place.address(column, free)).value = value
    sheet.activate()
    sheet.range(rows.place.address("date", free)).select()
    line = rows.place.first + free
    return NO_NUMBER.format(row=line) if number is None else READY.format(row=line, book=number[0], number=number[1])


def following(book: ReadBook) -> Optional[Tuple[int, int]]:
    """Give the receipt book and the number that come after the last receipt entered; nothing where no registered book has one left.

    After the last number of a book comes the first of the next one in the register that no receipt is of yet.
    """
    receipts, register, cancelled = book.tables["receipts"], book.tables.get("receipt_books"), book.tables.get("cancelled")
    entered = _numbers(receipts, receipts.used)
    spent = {*entered, *(_numbers(cancelled, cancelled.used) if cancelled else ())}
    registered = {one: (first, last) for one, first, last in _whole(register, register.used, "book", "first", "last")} if register else {}
    if entered:
        current = entered[-1][0]
        number = max(number for one, number in spent if one == current) + 1
        if not registered or (current in registered and number <= registered[current][1]):
            return current, number
    used = {one for one, _ in spent}
    return next(((one, first) for one, (first, _) in registered.items() if one not in used), None)


def _begun(receipts: ReadRows) -> Optional[int]:
    """Give the last line where it has a book's and a receipt's number and nothing else yet."""
    last = max(receipts.used, default=None)
    if last is None or not _numbers(receipts, [last]):
        return None
    others = [column.name for column in receipts.table.columns.values() if column.is_input and column.name not in ("book", "number")]
    return last if all(receipts.columns[name][last] in (None, "") for name in others if name in receipts.columns) else None


def _numbers(rows: ReadRows, lines: Iterable[int]) -> List[Tuple[int, int]]:
    """Give the book's and the receipt's number of each line that has both."""
    return [(one, number) for one, number in _whole(rows, lines, "book", "number")]


def _whole(rows: ReadRows, lines: Iterable[int], *columns: str) -> Iterator[Tuple[int, ...]]:
    """Give the lines in which all of some columns are numbers from 1 on."""
    for line in lines:
        cells = tuple(rows.columns[column][line] for column in columns)
        numbers = tuple(cell for cell in cells if type(cell) is int and cell > 0)
        if len(numbers) == len(columns):
            yield numbers
