"""The interest-free revolving fund's book: the words of its scheme, the colours of its four books, and what every declared book must be."""

import datetime as dt
from collections import Counter
from typing import Any

import pytest

from templates.books.revolving_fund import BROWN, GREEN, PURPLE, YELLOW, revolving_fund
from templates.declare import FundBook, Size
from templates.filled import Filled, fill
from templates.layout import lay_out
from templates.rules_of_entry import validation
from tests.templates.test_declaration import DEEPEST, LONGEST, SHARED_FUNCTIONS, VOLATILE, depth, functions, spelt
from workbook.cells import ErrorValue

SMALL, BIG = Size(members=12), Size(members=2000, banks=6)
JANUARY = dt.date(2024, 1, 1)


def faces(book: FundBook) -> list[str]:
    """Give every word people see: sheets, headings, units, help, lists, the home sheet, the guide."""
    seen = [sheet.name for sheet in book.sheets] + [sheet.help for sheet in book.sheets] + [table.th for table in book.tables.values()]
    for table in book.tables.values():
        for column in table.columns.values():
            if not column.hidden:
                seen += [column.th, column.unit, column.help, *column.one_of]
                shown = [row.get(column.name) for row in (*table.initial, *table.fixed_rows)]
                seen += [value for value in shown if isinstance(value, str)]
    face = book.face
    seen += [tile.label for tile in face.tiles] + [picture.title for picture in face.pictures] + [face.people, face.first_of_all]
    return seen + [text for lines in (face.steps, face.guide) for heading, said in lines for text in (heading, *(word for line in said for word in line))]


def test_nobody_is_said_to_borrow_at_interest() -> None:
    """The scheme's words are เงินทุน, ผู้ยืม, ยืม, ส่งคืน."""
    assert [text for text in faces(revolving_fund(SMALL)) if "กู้" in text] == []


def test_the_four_books_have_the_colours_of_the_scheme() -> None:
    tabs = {sheet.name: sheet.tab for sheet in revolving_fund(SMALL).sheets}
    books = {"ทะเบียนครัวเรือนเป้าหมาย": PURPLE, "สถานะหมู่บ้าน": BROWN, "บัญชีคุมเงินฝากธนาคาร": GREEN, "บัญชีคุมลูกหนี้": YELLOW}
    assert {name: tabs[name] for name in books} == books
    assert [name for name, tab in tabs.items() if tab in books.values() and name not in books] == []


@pytest.mark.parametrize("size", [SMALL, BIG], ids=str)
def test_headings_are_there_once_a_sheet(size: Size) -> None:
    for sheet in revolving_fund(size).sheets:
        headings = Counter(column.th for table in sheet.tables for column in table.columns.values())
        assert [heading for heading, times in headings.items() if times > 1] == [], sheet.name


def test_formulas_are_what_both_programs_share_and_not_too_long() -> None:
    for where, text in spelt(revolving_fund(BIG), BIG):
        assert functions(text) <= SHARED_FUNCTIONS | {"SATJA.AGEING"}, where
        assert not any(word in text.upper() for word in VOLATILE), where
        assert len(text) <= LONGEST, where
        assert depth(text) <= DEEPEST, where


def test_every_link_and_every_picture_leads_somewhere() -> None:
    book = revolving_fund(SMALL)
    names = {sheet.name for sheet in book.sheets} | {"คู่มือ"}
    linked = [sheet for _, lines in book.face.steps for _, sheet in lines] + [tile.sheet for tile in book.face.tiles]
    linked += [name for _, group in book.face.groups for name in group]
    assert set(linked) <= names
    assert names - set(linked) == {"_satja"}
    for picture in book.face.pictures:
        assert {picture.across, *picture.up} <= book.tables[picture.table].columns.keys()


def test_lists_to_choose_from_are_short_enough_for_a_cell() -> None:
    book = revolving_fund(SMALL)
    layout = lay_out(book, SMALL)
    rules = [validation(column, layout, table.name) for table in book.tables.values() for column in table.inputs]
    lists = [",".join(rule["source"]) for rule in rules if isinstance(rule.get("source"), list)]
    assert lists
    assert max(map(len, lists)) <= 255


def typed(**tables: list[dict[str, Any]]) -> Filled:
    book = revolving_fund(SMALL)
    rules = {**book.tables["rules"].initial[0], "first_day": JANUARY}
    people = [{"id": "คร-01", "first": "ทองดี", "status": "ปกติ"}, {"id": "คร-02", "first": "มาลี", "status": "ปกติ"}]
    return fill(book, SMALL, {"rules": [rules], "members": people, **tables})


PLAN = {"due_1": dt.date(2024, 3, 31), "amount_1": 300000, "due_2": dt.date(2024, 6, 30), "amount_2": 300000, "due_3": dt.date(2025, 3, 31), "amount_3": 400000}


@pytest.mark.parametrize(
    ("returned", "overdue", "instalments", "days"),
    [(0, 600000, 2, 275), (100000, 500000, 2, 275), (300000, 300000, 1, 184), (500000, 100000, 1, 184), (600000, 0, 0, 0), (700000, 0, 0, 0)],
)
def test_what_is_overdue_by_the_instalments_agreed_on(returned: int, overdue: int, instalments: int, days: int) -> None:
    """3,000 by 31 March and 3,000 by 30 June of 10,000 borrowed: looked at on 31 December."""
    loan = {"number": "1/2567", "member": "คร-01", "round": 1, "date": dt.date(2024, 1, 10), "principal": 1000000, **PLAN}
    receipt = {"date": dt.date(2024, 12, 1), "book": 1, "number": 1, "member": "คร-01", "item": "ส่งคืนเงินยืม", "contract": "1/2567", "amount": returned}
    filled = typed(loans=[loan], receipts=[receipt] if returned else [])
    ageing = {name: values[0] for name, values in filled["ageing"].columns.items()}
    assert (ageing["fallen"], ageing["overdue"], ageing["overdue_instalments"], ageing["days"]) == (600000, overdue, instalments, days)
    assert (filled["loans"].columns["due"][0], filled["loans"].columns["planned"][0]) == (dt.date(2025, 3, 31), 1000000)


@pytest.mark.parametrize(
    ("plan", "overdue"),
    [({"due": dt.date(2024, 9, 30)}, 1000000), ({}, 0), ({"due": dt.date(2024, 9, 30), "due_1": dt.date(2024, 3, 31), "amount_1": 300000}, 1000000)],
)
def test_what_no_instalment_covers_falls_due_on_the_last_day(plan: dict[str, Any], overdue: int) -> None:
    """A contract without a day is not overdue: nobody agreed on when."""
    loan = {"number": "1/2567", "member": "คร-01", "round": 1, "date": dt.date(2024, 1, 10), "principal": 1000000, **plan}
    assert typed(loans=[loan])["ageing"].columns["overdue"][0] == overdue


def test_days_of_a_household_with_two_late_contracts_are_those_of_the_first() -> None:
    loans = [
        {"number": f"{n}/2566", "member": "คร-01", "round": n, "date": dt.date(2023, n, 1), "principal": 100000, "due": dt.date(2024, n, 1)} for n in (1, 2)
    ]
    standing = {name: values[0] for name, values in typed(loans=loans)["standing"].columns.items()}
    assert (standing["overdue"], standing["days"], standing["round"], standing["state"]) == (200000, 365, 2, "ค้างส่งคืน")


def test_a_loss_of_an_earlier_year_shrinks_as_it_comes_back() -> None:
    row = {"date": dt.date(2024, 2, 1), "book": 1, "number": 1, "member": "คร-02", "item": "ได้คืนเงินที่เคยสูญเสีย", "amount": 50000}
    filled = typed(earlier_losses=[{"who": "มาลี", "member": "คร-02", "amount": 200000}], receipts=[row])
    assert (filled["earlier_losses"].columns["left"][0], filled["money_found"].columns["lost"][0]) == (150000, 150000)


def test_the_village_s_status_on_a_day_is_the_money_of_that_day() -> None:
    """10,000 in the bank, 4,000 of it drawn and lent in May, 1,000 returned in cash in July."""
    filled = typed(
        opening=[{"account": "12110", "debit": 1000000}, {"account": "31010", "credit": 1000000}],
        loans=[{"number": "1/2567", "member": "คร-01", "round": 1, "date": dt.date(2024, 5, 2), "principal": 400000}],
        receipts=[{"date": dt.date(2024, 7, 1), "book": 1, "number": 1, "member": "คร-01", "item": "ส่งคืนเงินยืม", "contract": "1/2567", "amount": 100000}],
        cash=[
            {"date": dt.date(2024, 5, 2), "kind": "จ่าย", "item": "ให้ยืมเงินทุน", "reference": "1/2567", "bank1_out": 400000},
            {"date": dt.date(2024, 7, 1), "kind": "ใบเสร็จ", "reference": "1/001"},
        ],
        snapshots=[{"date": day} for day in (dt.date(2024, 5, 1), dt.date(2024, 5, 2), dt.date(2024, 12, 31))],
    )
    found = filled["snapshots"].columns
    assert list(zip(*(found[name][:3] for name in ("bank", "cash", "outstanding", "total")), strict=True)) == [
        (1000000, 0, 0, 1000000), (600000, 0, 400000, 1000000), (600000, 100000, 300000, 1000000),
    ]  # fmt: skip


@pytest.mark.parametrize("first_day", [None, JANUARY])
def test_an_empty_book_shows_no_error(first_day: dt.date | None) -> None:
    book = revolving_fund(SMALL)
    filled = fill(book, SMALL, {"rules": [{**book.tables["rules"].initial[0], "first_day": first_day}]})
    wrong = [
        (table.name, name) for table in filled.values() for name, column in table.columns.items() if any(isinstance(value, ErrorValue) for value in column)
    ]
    assert wrong == []
