"""The note on a book: whole in one file, in Thai, safe, the same twice; and the same told as JSON."""

import datetime as dt
import html
import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.validator.building import Bench
from validator.note.as_json import as_json
from validator.note.html import as_html
from validator.note.phrases import DECISIONS, NOT_LOOKED_AT, PHRASES
from validator.outcome import Result, Severity
from validator.registry import in_order
from validator.run import Report, check_file
from validator.words import WORDS, say

DAY = dt.date(2025, 1, 31)
GOLDENS = Path(__file__).parent / "goldens"
EVIL = "<img onerror=alert(1) src=x>"
CITIZEN = "1234567890121"
MISTAKES: dict[str, Any] = {
    "typed": {
        "members": {
            9: {"citizen_id": CITIZEN},
            18: {"id": "ส-013", "citizen_id": "1-2345-67890-12-1", "first": EVIL, "last": "รักดี", "house": "7", "joined": dt.date(2024, 6, 5), "status": "ปกติ"},
        },
        "receipts": {10: {"amount": {"text": "150"}}, 17: {"member": EVIL}, 198: {"date": dt.date(2024, 12, 5), "book": 21, "number": 11, "member": "ส-003"}},
        "rules": {"loan_rate": None, "fund_name": f"กลุ่ม{EVIL}"},
    },
    "cells": {"เงินสัจจะ!R8": 22300.0},
}
"""A number as text, a code nobody has, a blank amount, a blank rate, a balance typed over, one person twice."""
ONE_MISTAKE: dict[str, Any] = {"cells": {"เงินสัจจะ!R8": 22300.0}}


class Reader(HTMLParser):
    """Reads a page as a person does: the text, and every tag and address in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.lines: list[str] = []
        self._silent = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._silent = self._silent or tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._silent = self._silent and tag != "style"

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._silent:
            self.lines.append(" ".join(data.split()))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@pytest.fixture(scope="module")
def sick(bench: Bench) -> Report:
    return check_file(bench.book(MISTAKES))


@pytest.fixture(scope="module")
def sound(bench: Bench) -> Report:
    return check_file(bench.sound())


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_note_needs_nothing_else_and_runs_nothing(sick: Report, language: str) -> None:
    page = as_html(sick, DAY, language)
    reader = Reader(page)
    assert page.startswith("<!doctype html>")
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page)
    assert not {"script", "link", "img", "iframe", "object", "embed", "form"} & set(reader.tags)
    assert not {name for name, _ in reader.attributes if name in ("src", "href", "srcset") or name.startswith("on")}
    assert ("lang", language) in reader.attributes
    assert ("charset", "utf-8") in reader.attributes


def test_a_name_that_is_markup_stays_a_name(sick: Report) -> None:
    page = as_html(sick, DAY)
    assert EVIL not in page
    assert html.escape(EVIL) in page
    assert EVIL in Reader(page).text


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_note_tells_everything(sick: Report, language: str) -> None:
    text = Reader(as_html(sick, DAY, language)).text
    english = language == "en"
    assert DECISIONS["not yet"][english] in text
    assert len(sick.roots) >= 6
    for finding in sick.roots:
        if finding.severity is not Severity.ADVICE:
            assert " ".join(say(finding, language).split()) in text
    for each in in_order():
        assert " ".join((each.title if english else WORDS[each.id].holds).split()) in text
    assert PHRASES["not_checked"][english] in text
    for pair in NOT_LOOKED_AT:
        assert pair[english] in text
    assert "31 ม.ค. 2568" in text
    assert sick.sha256[:12] in text


def test_what_was_not_looked_at_is_listed_with_its_reason(bench: Bench) -> None:
    report = check_file(bench.sound("values"))
    text = Reader(as_html(report, DAY)).text
    missed = [outcome for outcome in report.outcomes if outcome.result in (Result.NOT_RUN, Result.NOT_APPLICABLE)]
    assert {outcome.check for outcome in missed} >= {"CELL-09", "CELL-10", "CELL-11"}
    for outcome in missed:
        assert f"{PHRASES['not_applicable'][0]}: {outcome.reason}" in text


def test_a_sound_book_is_praised_for_what_was_counted_and_promised_nothing(sound: Report) -> None:
    text = Reader(as_html(sound, DAY)).text
    assert "เงินสัจจะรายคนบวกได้ตรงทุกคน 12 คน" in text
    assert "ใบเสร็จ 132 ใบ" in text
    assert DECISIONS["after answers"][0] in text
    assert "ถูกต้อง" not in text
    assert "รับรองงบการเงิน" in text  # only in: ไม่ใช่การรับรองงบการเงิน
    assert "ไม่ใช่การรับรองงบการเงิน" in text


def test_at_most_five_stand_in_front_and_the_others_in_the_annex(bench: Bench) -> None:
    report = check_file(bench.book({"cells": {f"รับเงินวันทำการ!L{row}": "50" for row in (6, 9, 14, 17, 20, 21, 23)}}))
    errors = [finding for finding in report.roots if finding.severity is Severity.ERROR]
    assert len(errors) == 7
    text = Reader(as_html(report, DAY)).text
    front, annex = text.split(f"\n{PHRASES['annex'][0]}\n")
    assert front.count("CELL-02") == 5
    assert annex.partition(f"\n{PHRASES['how'][0]}\n")[0].count("CELL-02") == 2


def test_twice_gives_the_same_bytes(bench: Bench, sick: Report) -> None:
    again = check_file(bench.book(MISTAKES))
    for language in ("th", "en"):
        assert as_html(again, DAY, language) == as_html(sick, DAY, language)
        assert as_json([again], language) == as_json([sick], language)


def test_no_citizen_id_is_told(sick: Report) -> None:
    assert any(finding.check == "MEMB-01" for finding in sick.findings)
    for told in (as_html(sick, DAY), as_html(sick, DAY, "en"), as_json([sick])):
        assert CITIZEN not in re.sub(r"[^\w]", "", told)


def test_the_golden(bench: Bench) -> None:
    """The text of the note on one mistake; SATJA_GOLDENS=write writes it anew."""
    report = check_file(bench.book(ONE_MISTAKE))
    text = Reader(as_html(report, DAY)).text.replace(report.sha256[:12], "············") + "\n"
    golden = GOLDENS / "note-typed-over.txt"
    if os.environ.get("SATJA_GOLDENS") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


BOOK_FIELDS = ["file", "sha256", "book_type", "mode", "decision", "outcomes", "findings"]
FINDING_FIELDS = ["key", "check", "severity", "cells", "found", "expected", "difference_satang", "cause", "explained_by", "title", "say"]


def test_the_json_is_as_other_tools_rely_on(sick: Report) -> None:
    (book,) = json.loads(as_json([sick]))
    assert list(book) == BOOK_FIELDS
    assert (book["file"], book["book_type"], book["mode"], book["decision"]) == ("case.xlsx", "savings-group", "live", "not yet")
    assert re.fullmatch("[0-9a-f]{64}", book["sha256"])
    assert [outcome["check"] for outcome in book["outcomes"]] == [each.id for each in in_order()]
    for outcome in book["outcomes"]:
        assert list(outcome) == ["check", "outcome", "reason"]
        assert outcome["outcome"] in {"OK", "FINDING", "NOT_APPLICABLE", "NOT_RUN"}
    for finding in book["findings"]:
        assert list(finding) == FINDING_FIELDS
        assert finding["severity"] in {"error", "warning", "advice"}
        assert all(re.fullmatch(r"[^!]+![A-Z]+\d+", cell) for cell in finding["cells"])
        assert finding["difference_satang"] is None or isinstance(finding["difference_satang"], int)
        assert finding["key"].partition(":")[0] == finding["check"]


def test_money_is_in_satang_and_a_follower_names_its_root(bench: Bench) -> None:
    (book,) = json.loads(as_json([check_file(bench.book(ONE_MISTAKE))]))
    typed_over = next(finding for finding in book["findings"] if finding["check"] == "CELL-09")
    assert (typed_over["cells"], typed_over["difference_satang"], typed_over["explained_by"]) == (["เงินสัจจะ!R8"], 50_000, "")
    followers = {finding["check"]: finding["explained_by"] for finding in book["findings"] if finding["check"] != "CELL-09"}
    assert followers == {"SAV-01": typed_over["key"], "SAV-02": typed_over["key"]}


def test_a_key_stays_when_rows_move(bench: Bench) -> None:
    here = check_file(bench.book({"typed": {"receipts": {197: {"amount": {"text": "200"}}}}}))
    last = {"date": dt.date(2024, 12, 5), "book": 21, "number": 11, "member": "ส-003", "item": "เงินสัจจะ", "month": 12, "channel": "เงินสด"}
    there = check_file(bench.book({"typed": {"receipts": {197: None, 203: {**last, "amount": {"text": "200"}}}}}))
    assert [finding.key for finding in here.roots] == [finding.key for finding in there.roots]
    assert here.roots[0].cells != there.roots[0].cells


def test_every_file_has_its_object_in_order(sick: Report, sound: Report) -> None:
    assert [book["decision"] for book in json.loads(as_json([sound, sick]))] == ["after answers", "not yet"]
    assert json.loads(as_json([])) == []
