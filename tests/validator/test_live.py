"""A book that is open is checked as its file is: the same outcomes, the same findings at the same cells."""

import asyncio
from pathlib import Path

import pytest

from templates.read import read_book
from tests.workbook.opened import Book
from validator.outcome import Outcome
from validator.run import check_book, check_file
from workbook.cells import Workbook
from workbook.live import read_open, read_open_in_lite

SAMPLES = Path(__file__).parents[2] / "samples"
SOUND = ("savings-group-30", "savings-group-30-libreoffice", "savings-group-30-values", "village-fund-60", "revolving-fund-40", "golden-3-funeral-club")
MUSEUM = SAMPLES / "mistakes"
"""Files that cannot be opened, FILE-…, are not there."""
BOOKS = [SAMPLES / f"{name}.xlsx" for name in SOUND] + sorted(MUSEUM.glob("[!F]*.xlsx"))[::23]


def checked(workbook: Workbook) -> tuple[Outcome, ...]:
    book = read_book(workbook)
    assert book
    return check_book(book).outcomes


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_an_open_book_has_the_findings_of_its_file(path: Path) -> None:
    assert checked(read_open(Book(path))) == check_file(path).outcomes


def test_in_lite_formulas_are_waited_for_and_the_book_is_the_same() -> None:
    path = SAMPLES / "savings-group-30.xlsx"
    assert checked(asyncio.run(read_open_in_lite(Book(path)))) == check_file(path).outcomes
