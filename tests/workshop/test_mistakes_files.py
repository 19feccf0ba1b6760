"""Mistakes in files: what is written is the book the maker meant, live or kept by hand; and how hands slip in amounts."""

from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.read import ReadBook, read_book
from workbook.cells import Source
from workbook.edit import Cached, Formula
from workbook.xlsx import read_workbook
from workshop.mistakes.amounts import by, doubled, left_out, satang_dropped, ten_times, ten_times_less, ten_times_more, transposed, transposed_up
from workshop.mistakes.base import BaseBook, satang
from workshop.mistakes.difference import difference
from workshop.mistakes.draw import Mistake, draw
from workshop.mistakes.home import HOME
from workshop.mistakes.kinds import KINDS, Kind, Mode, Slip

pytestmark = pytest.mark.long

BASE, CASH = 9, "สมุดเงินสด-ธนาคาร"


@cache
def base_book() -> BaseBook:
    return BaseBook(BASE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mistakes")


def named(id_: str) -> Kind:
    check, _, name = id_.partition("/")
    return next(kind for kind in KINDS[check] if kind.name == name)


def drawn(id_: str) -> Mistake:
    mistake = draw(base_book(), named(id_)).mistake
    assert mistake is not None
    return mistake


def opened(mistake: Mistake, folder: Path) -> tuple[ReadBook, Source]:
    """Write the book, and read it back."""
    target = folder / "book.xlsx"
    mistake.write(base_book(), folder, target)
    source = read_workbook(target)
    book = read_book(source)
    assert book is not None
    return book, source


def test_a_live_book_is_recalculated_and_its_formulas_stay(folder: Path) -> None:
    """What is brought forward by member is typed otherwise: the register follows, and no longer ties with the ledger."""
    mistakes = (drawn(f"LEDG-06/{name}") for name in ("member-transposed", "member-ten-times", "account-transposed"))
    mistake = next(each for each in mistakes if each.label.mode is Mode.LIVE)
    book, _ = opened(mistake, folder)
    sound, _ = opened(Mistake(mistake.label, {}), folder)
    assert not book.values_mode
    for name, rows in sound.tables.items():
        assert book.tables[name].formulas == rows.formulas
    assert {control for control in book.tables["controls"].columns["state"] if control} == {"ตรงกัน", "ยังไม่ตรงกัน"}
    assert set(sound.tables["controls"].columns["state"]) == {"ตรงกัน"}


def test_a_book_kept_by_hand_has_no_formulas_and_one_other_amount(folder: Path) -> None:
    mistake = drawn("SAV-01/closing-transposed")
    book, source = opened(mistake, folder)
    assert mistake.label.mode is Mode.VALUES
    assert book.values_mode
    assert not any(sheet.formulas for sheet in source.sheets.values())
    closing, sound = book.tables["savings"].columns["closing"], base_book().column("savings", "closing")
    (index,) = [index for index, value in enumerate(sound) if closing[index] != value]
    assert mistake.label.cells == base_book().row("savings", index)
    assert satang(closing[index]) - base_book().money("savings", "closing", index) == mistake.label.amount
    assert book.tables["figures"].columns["savings"][0] == sum(map(satang, closing))


def test_a_value_changed_inside_the_file_is_no_formula_changed(folder: Path) -> None:
    mistake = drawn("CELL-14/member-s-closing")
    ((sheet, edits),) = mistake.cells.items()
    ((address, content),) = edits.items()
    _, source = opened(mistake, folder)
    assert isinstance(content, Cached)
    assert f"{sheet}!{address}" in mistake.label.cells
    row, column = int(address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1, ord(address[0]) - ord("A")
    assert source.sheets[sheet].value(row, column) == content.value
    assert source.sheets[sheet].formula(row, column)


def test_a_waiting_formula_is_back_where_what_was_typed_over_it_is_gone() -> None:
    """A row of the cash book with a typed amount goes; the rows below move up, some onto rows where a formula waits."""
    base = base_book()
    typed = base.retype()
    day = base.find("cash", kind="วันทำการ")[1]
    paid = next(row for row in base.find("cash", kind="โอน") if base.money("cash", "cash_in", row))
    typed["cash"][day], typed["cash"][paid] = typed["cash"][paid], typed["cash"][day]
    cells = difference(base.book.face, base.layout, base.filled, base.fill(typed), live=True)[CASH]
    place = base.layout["cash"]
    back, gone = cells[place.address("cash_in", paid)], cells[place.address("cash_in", day)]
    assert isinstance(back, Formula)
    assert back.text.startswith("IF(")
    assert back.cached == base.money("cash", "cash_in", day) / 100
    assert gone == base.money("cash", "cash_in", paid) / 100


def test_books_that_are_the_same_differ_in_nothing() -> None:
    assert difference(base_book().book.face, base_book().layout, base_book().filled, base_book().kept(base_book().retype()), live=True) == {}


def test_the_first_sheet_follows() -> None:
    base = base_book()
    slip: Slip = named("SAV-02/voucher-against-suspense").make(base, Random(1))  # noqa: S311 (a repeatable place)
    words = [face.value for face in difference(base.book.face, base.layout, base.filled, slip.after, live=True)[HOME].values()]
    assert "ยังไม่ตรงกัน" in words


@given(st.integers(-10_000_000, 10_000_000), st.randoms(use_true_random=False))
def test_transposed_digits_are_the_same_digits(amount: int, rng: Random) -> None:
    written = transposed(amount, rng)
    if written is not None:
        assert written != amount
        assert sorted(str(written)) == sorted(str(amount))
        assert (written - amount) % 900 == 0


def test_slips_of_the_hand() -> None:
    rng = Random(1)  # noqa: S311 (repeatable)
    assert transposed(15_000, Random(2)) in (51_000, 10_500)  # noqa: S311
    assert [transposed(amount, rng) for amount in (10_000, 70, 500, 110_000)] == [None, None, None, 101_000]
    assert [transposed_up(amount, rng) for amount in (1_300, 3_100, 12_050)] == [3_100, None, 21_050]
    assert {ten_times(50_000, rng) for _ in range(20)} == {5_000, 500_000}
    assert {ten_times(1_500, rng) for _ in range(20)} == {15_000}
    assert [ten_times_more(20, rng), ten_times_less(20, rng), ten_times_less(2_000, rng), ten_times(0, rng)] == [200, None, 200, None]
    assert [left_out(0, rng), left_out(5, rng), doubled(5, rng), satang_dropped(1_234, rng), satang_dropped(1_200, rng)] == [None, 0, 10, 1_200, None]
    assert [by(750)(100, rng), by(750)(0, rng)] == [850, None]
