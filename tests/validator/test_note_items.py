"""What is asked and in which order: members' money and cash first, then by size; one item a root; nobody named."""

from dataclasses import replace
from typing import Any

import pytest

from tests.validator.building import Bench
from tests.validator.test_note import DAY, MISTAKES, Reader, found, text_of, told
from tests.validator.tone import named
from validator import words
from validator.note.html import as_html
from validator.note.items import asked, root_of, where
from validator.note.ordering import LEAST, in_order, materiality
from validator.note.phrases import PHRASES
from validator.outcome import Finding, Severity
from validator.run import Report, check_file
from workbook.cells import ErrorValue

WARNING, ADVICE = Severity.WARNING, Severity.ADVICE
FIRST_SIX = ", ".join(["A1"] * 6)


@pytest.fixture(scope="module")
def sound(bench: Bench) -> Report:
    return check_file(bench.sound())


def order(report: Report, *findings: Finding) -> list[str]:
    return [finding.key.partition(":")[2] for finding in in_order(findings, report.book, materiality(report.book))]


def test_the_limit_is_half_a_percent_of_assets_and_a_twentieth_of_it_is_trivial(sound: Report) -> None:
    assert sound.book
    assets = sum(sound.book.tables["position"].money("assets", index) for index in sound.book.tables["position"].used)
    scale = materiality(sound.book)
    assert (scale.assets, scale.limit, scale.trivial) == (assets, assets * 5 // 1000, assets * 5 // 1000 * 5 // 100)
    assert scale.limit > LEAST


@pytest.mark.parametrize("values", [[], [ErrorValue("#REF!")], [10_000_00], [None]])
def test_the_limit_is_at_least_100_baht(values: list[Any], bench: Bench) -> None:
    book = check_file(bench.sound()).book
    assert book
    rows = book.tables["position"]
    rows.columns["assets"], rows.used = [*values, *[None] * (rows.length - len(values))], list(range(len(values)))
    assert (materiality(book).limit, materiality(book).trivial) == (100_00, 5_00)
    assert materiality(None).limit == 100_00


def test_a_member_s_satang_comes_before_a_large_figure_elsewhere(sound: Report) -> None:
    large = found("LEDG-03", "position", "assets", "large", difference=9_000_000)
    member = found("SAV-01", "savings", "closing", "member", difference=-1)
    cash = found("CASH-03", "cash", "cash_balance", "cash", difference=25)
    card = found("REPAY-03", "cards", "interest", "card", difference=100)
    total = found("CELL-11", "savings", "total of closing", "total", difference=5_000)
    assert order(sound, large, member, cash, card, total) == ["total", "card", "cash", "member", "large"]


def test_then_comes_what_is_large_or_of_unknown_size_and_the_trivial_last(sound: Report) -> None:
    limit = materiality(sound.book).limit
    sizes = {"trivial": 1, "middle": limit - 1, "unknown": None, "large": limit, "larger": -limit - 1}
    findings = [found("LEDG-04", "position", "claims", key, difference=size) for key, size in sizes.items()]
    assert order(sound, *findings) == ["larger", "large", "unknown", "middle", "trivial"]


def test_of_equal_ones_the_catalogue_s_order_stays_and_plus_and_minus_are_not_netted(sound: Report) -> None:
    findings = [found("CELL-09", "savings", "closing", key, difference=size) for key, size in (("a", 500), ("b", -500), ("c", 500))]
    assert order(sound, *findings) == ["a", "b", "c"]
    assert text_of(told(sound, *findings)).count("\n5.00 บาท\n") == 3


def test_a_field_of_no_book_is_no_member_s(sound: Report) -> None:
    strange = found("STRUCT-02", "nowhere", "", "strange", difference=1)
    assert order(sound, strange, found("LEDG-03", "position", "assets", "known", difference=10_000_000)) == ["known", "strange"]


def test_findings_of_one_check_and_one_remedy_stand_together_and_are_numbered_on(sound: Report) -> None:
    savings = [found("CELL-09", "savings", "closing", str(number), difference=number) for number in (30, 20, 10)]
    dates = [found("CELL-04", "receipts", "date", day, told={"typed": day, "seen": "", "meant": ""}) for day in ("1/1/2024", "2/1/2024")]
    warning = found("STRUCT-01", "stamp", "version", "", severity=WARNING)
    all_asked = asked(told(sound, *savings, *dates, warning), 5, "th")
    assert [(group.check, group.numbers) for group in (*all_asked.errors, *all_asked.warnings)] == [
        ("CELL-09", "1–3"), ("CELL-04", "4"), ("CELL-04", "5"), ("STRUCT-01", "6"),
    ]  # fmt: skip


def test_an_error_below_a_warning_is_asked_before_the_dividend(sound: Report) -> None:
    root = found("STRUCT-01", "stamp", "version", "root", severity=WARNING)
    below = replace(found("SAV-02", "savings", "closing", "below", difference=100), explained_by=root.key)
    all_asked = asked(told(sound, root, below), 5, "th")
    assert [group.check for group in all_asked.errors] == ["STRUCT-01"]
    assert all_asked.errors[0].items[0].follows == (words.title("SAV-02"),)
    assert not all_asked.warnings


def test_what_follows_from_a_follower_is_shown_under_the_root(sound: Report) -> None:
    root, middle, last = (found(check, "savings", "closing", "x", told={"sheet": "เงินสัจจะ"}) for check in ("CELL-09", "STRUCT-02", "STRUCT-01"))
    chain = [root, replace(middle, explained_by=root.key), replace(last, explained_by=middle.key)]
    (group,) = asked(told(sound, *chain), 5, "th").errors
    assert group.items[0].follows == tuple(sorted({words.title("STRUCT-02"), words.title("STRUCT-01")}))
    assert f"{PHRASES['follows'][0]}: " in text_of(told(sound, *chain))


def test_findings_that_explain_each_other_are_one_item_and_not_lost() -> None:
    one, two = (found("CELL-09", "savings", "closing", key) for key in "ab")
    one, two = replace(one, explained_by=two.key), replace(two, explained_by=one.key)
    by_key = {one.key: one, two.key: two}
    assert root_of(one, by_key) == root_of(two, by_key) == one.key
    assert root_of(replace(one, explained_by="gone"), by_key) == one.key


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_cause_is_asked_right_after_the_question(sound: Report, language: str) -> None:
    finding = found("STRUCT-02", "savings", "closing", "", difference=900, cause="transposed")
    cause = words.cause_said(finding, language)
    assert cause
    assert f"{words.say(finding, language)} {cause}" in text_of(told(sound, finding), language)
    assert cause not in text_of(told(sound, replace(finding, cause="")), language)


@pytest.mark.parametrize(
    ("cells", "thai", "english"),
    [
        ([], "", ""),
        (["เงินสัจจะ!R8"], "แผ่น เงินสัจจะ ช่อง R8", "sheet เงินสัจจะ cell R8"),
        (["ก!A1", "ข!B2", "ก!A3"], "แผ่น ก ช่อง A1, A3 · แผ่น ข ช่อง B2", "sheet ก cell A1, A3 · sheet ข cell B2"),
        (
            [f"ก!A{row}" for row in range(1, 1010)],
            "แผ่น ก ช่อง A1, A2, A3, A4, A5, A6 · และอีก 1,003 ช่อง",
            "sheet ก cell A1, A2, A3, A4, A5, A6 · and 1,003 more cells",
        ),
    ],
)
def test_cells_are_said_as_members_call_them(cells: list[str], thai: str, english: str) -> None:
    assert (where(cells, "th"), where(cells, "en")) == (thai, english)


def names(report: Report) -> list[str]:
    """Give every member's name as it is written in a book."""
    assert report.book
    rows = report.book.tables["members"]
    return [f"{rows.columns['first'][index]} {rows.columns['last'][index]}" for index in rows.used]


def test_a_name_in_a_figure_is_said_as_a_code(sound: Report) -> None:
    name = names(sound)[2]
    finding = found("STRUCT-07", "loans", "guarantor_1", "x", found=f"นาย{name}", told={"cell": "M6", "value": name, "near": "", "register": "สมาชิก"})
    text = text_of(told(sound, finding))
    assert named(text, names(sound)) == []
    assert "สมาชิก ส-003" in text


def test_a_name_typed_over_is_not_repeated(sound: Report) -> None:
    typed = found("CELL-09", "loans", "name", "x", found="นางใครคนหนึ่ง ไม่อยู่", expected=names(sound)[0], told={"gap": ""})
    text = text_of(told(sound, typed))
    assert "ใครคนหนึ่ง" not in text
    assert named(text, names(sound)) == []
    assert PHRASES["typed_name"][0] in text
    assert "the name typed" in text_of(told(sound, typed), "en")


def test_no_member_of_a_book_with_mistakes_is_named(bench: Bench) -> None:
    report = check_file(bench.book(MISTAKES))
    for language in ("th", "en"):
        assert named(Reader(as_html(report, DAY, language)).text, names(report)) == []


def test_advice_is_three_matters_at_the_most(sound: Report) -> None:
    checks = ("CELL-16", "STRUCT-01", "STRUCT-02", "STRUCT-05", "CELL-08")
    more = dict.fromkeys(("name", "row", "earlier", "amount"), "–")
    text = text_of(told(sound, *(found(check, "shares", "dividend", "", severity=ADVICE, told=more) for check in checks)))
    assert [words.title(check) for check in checks if f"· {words.title(check)}" in text] == [words.title(check) for check in checks[:3]]
    assert PHRASES["advice_left"][0].format(n=2) in text
