"""What is worked out for a book is kept for it alone, and goes with it."""

import gc
import weakref

from templates.read import ReadBook, read_book
from tests.validator.building import Bench
from validator.memo import once_a_book
from validator.run import check_book
from workbook.xlsx import read_workbook


def read(bench: Bench) -> ReadBook:
    book = read_book(read_workbook(bench.sound()))
    assert book is not None
    return book


def test_a_book_is_asked_once_for_each_question(bench: Bench) -> None:
    asked: list[str] = []

    @once_a_book
    def work(book: ReadBook, table: str) -> str:
        asked.append(table)
        return f"{book.book.id} {table}"

    one, other = read(bench), read(bench)
    assert work(one, "cash") == work(one, "cash") == work(other, "cash")
    assert work(one, "loans").endswith("loans")
    assert asked == ["cash", "cash", "loans"]


def test_a_book_that_was_checked_is_let_go(bench: Bench) -> None:
    book = read(bench)
    there = weakref.ref(book)
    assert check_book(book).findings == []
    del book
    gc.collect()
    assert there() is None
