"""*Next receipt*: the first free line, the next number of the receipt book, and nothing else touched."""

from pathlib import Path
from typing import Any

import pytest

from addin.hosts.next_receipt import following, next_receipt
from templates.read import ReadBook, read_book
from tests.workbook.opened import Book
from workbook.edit import replace_cells
from workbook.xlsx import read_workbook

SAMPLES = Path(__file__).parents[2] / "samples"
FUNDS = ("savings-group-30", "village-fund-60", "revolving-fund-40", "welfare-club-60")


class Cell:
    """A cell of the sheet of receipts: what was there, and what is written."""

    def __init__(self, sheet: "Receipts", where: str) -> None:
        self.__dict__.update(sheet=sheet, where=where)

    def __setattr__(self, name: str, value: Any) -> None:
        assert name == "value"
        self.sheet.written[self.where] = value

    sheet: "Receipts"
    where: str

    def select(self) -> None:
        self.sheet.selected = self.where


class Receipts:
    """The sheet of receipts of an open book, which can be written."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.written: dict[str, Any] = {}
        self.selected = ""
        self.active = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sheet, name)

    def range(self, where: str) -> Cell:
        return Cell(self, where)

    def activate(self) -> None:
        self.active = True


def opened(path: Path, sheet: str) -> tuple[Any, Receipts]:
    book = Book(path)
    receipts = next(Receipts(each) for each in book.sheets if each.name == sheet)
    book.sheets[:] = [receipts if each.name == sheet else each for each in book.sheets]  # type: ignore[misc]
    return book, receipts


def read(path: Path) -> ReadBook:
    book = read_book(read_workbook(path))
    assert book
    return book


@pytest.mark.parametrize("name", FUNDS)
def test_the_first_free_line_gets_the_next_number(name: str, tmp_path: Path) -> None:
    path = with_ten_left(SAMPLES / f"{name}.xlsx", tmp_path / "book.xlsx")
    rows, number = read(path).tables["receipts"], following(read(path))
    book, receipts = opened(path, rows.place.sheet)
    said = next_receipt(book)
    free = max(rows.used) + 1
    assert number
    assert receipts.written == {rows.place.address("book", free): number[0], rows.place.address("number", free): number[1]}
    assert (receipts.selected, receipts.active) == (rows.place.address("date", free), True)
    assert f"เล่มที่ {number[0]} เลขที่ {number[1]}" in said
    assert all(rows.columns[column][free] is None for column in ("date", "book", "number", "member", "amount"))
    assert number not in {(rows.columns["book"][line], rows.columns["number"][line]) for line in rows.used}


def with_ten_left(source: Path, target: Path) -> Path:
    """Write a copy whose register says that every receipt book has ten numbers more."""
    register = read(source).tables["receipt_books"]
    more = {register.place.address("last", line): int(str(register.columns["last"][line])) + 10 for line in register.used}
    replace_cells(source, target, {register.place.sheet: more})
    return target


def test_where_no_book_has_a_number_left_the_line_is_shown_and_nothing_written() -> None:
    path = SAMPLES / "revolving-fund-40.xlsx"
    rows = read(path).tables["receipts"]
    book, receipts = opened(path, rows.place.sheet)
    assert "เพิ่มเล่มใหม่ในแผ่น ทะเบียนใบเสร็จ" in next_receipt(book)
    assert (receipts.written, receipts.selected) == ({}, rows.place.address("date", max(rows.used) + 1))


def kept(receipts: list[tuple[Any, Any]], register: list[tuple[Any, Any, Any]], cancelled: list[tuple[Any, Any]]) -> ReadBook:
    """Give a book with other receipts, another register and other receipts cancelled."""
    book = read(SAMPLES / "revolving-fund-40.xlsx")
    numbers = ("book", "number")
    for table, columns, lines in (("receipts", numbers, receipts), ("receipt_books", ("book", "first", "last"), register), ("cancelled", numbers, cancelled)):
        rows = book.tables[table]
        rows.used[:] = range(len(lines))
        for place, column in enumerate(columns):
            rows.columns[column] = [line[place] for line in lines]
    return book


@pytest.mark.parametrize(
    ("receipts", "register", "cancelled", "expected"),
    [
        ([(1, 1), (1, 2)], [(1, 1, 50)], [], (1, 3)),
        ([(1, 1), (1, 2), (1, 2)], [(1, 1, 50)], [], (1, 3)),
        ([(1, 49), (1, 50)], [(1, 1, 50), (2, 51, 100)], [], (2, 51)),
        ([(1, 50), (2, 51)], [(1, 1, 50), (2, 51, 100)], [], (2, 52)),
        ([(1, 50)], [(1, 1, 50)], [], None),
        ([], [(3, 101, 150), (4, 151, 200)], [], (3, 101)),
        ([], [], [], None),
        ([(7, 12)], [], [], (7, 13)),
        ([(1, 1), (None, None), (1, "สาม")], [(1, 1, 50)], [], (1, 2)),
        ([(1, 1), (1, 2)], [(1, 1, 50)], [(1, 3)], (1, 4)),
        ([(1, 49)], [(1, 1, 50), (2, 51, 100), (3, 101, 150)], [(1, 50), (2, 51)], (3, 101)),
        ([(1, -5), (1, 7)], [(1, 1, 50)], [], (1, 8)),
        ([(True, 3)], [(1, 1, 50)], [], (1, 1)),
        ([(2, 60), (1, 5)], [(1, 1, 50), (2, 51, 100)], [], (1, 6)),
    ],
)
def test_after_the_last_number_comes_the_next_of_the_register(
    receipts: list[Any], register: list[Any], cancelled: list[Any], expected: tuple[int, int] | None
) -> None:
    assert following(kept(receipts, register, cancelled)) == expected


def test_pressed_again_it_shows_the_same_line(tmp_path: Path) -> None:
    path = with_ten_left(SAMPLES / "revolving-fund-40.xlsx", tmp_path / "one.xlsx")
    rows, number = read(path).tables["receipts"], following(read(path))
    free = max(rows.used) + 1
    assert number
    pressed = dict(zip((rows.place.address("book", free), rows.place.address("number", free)), number, strict=True))
    replace_cells(path, tmp_path / "two.xlsx", {rows.place.sheet: pressed})
    book, receipts = opened(tmp_path / "two.xlsx", rows.place.sheet)
    assert f"เล่มที่ {number[0]} เลขที่ {number[1]}" in next_receipt(book)
    assert (receipts.written, receipts.selected) == ({}, rows.place.address("date", free))


def test_a_full_sheet_and_a_book_of_others_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    path = SAMPLES / "revolving-fund-40.xlsx"
    full = read(path)
    full.tables["receipts"].used[:] = range(full.tables["receipts"].place.rows)
    monkeypatch.setattr("addin.hosts.next_receipt.read_book", lambda _: full)
    assert next_receipt(Book(path)).startswith("แถวใบเสร็จเต็มแล้ว")
    monkeypatch.setattr("addin.hosts.next_receipt.read_book", lambda _: None)
    assert next_receipt(Book(path)).startswith("สมุดที่เปิดอยู่ยังไม่ใช่สมุดของสัจจะ")
