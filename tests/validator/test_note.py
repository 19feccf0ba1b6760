"""The note on a book: whole in one file, in Thai, safe, the same twice."""

import datetime as dt
import html
import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from templates.books.savings_group import VERSION as TEMPLATE
from tests.validator.building import SAMPLES, Bench
from validator.note.as_json import as_json
from validator.note.html import as_html
from validator.note.phrases import CONSISTENT, DECISIONS, NOT_LOOKED_AT, PHRASES
from validator.outcome import Finding, Outcome, Result, Severity, Spot
from validator.registry import in_order
from validator.run import Report, check_file
from validator.version import VERSION
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
SECTIONS = ("strengths", "before", "details", "together", "next_year", "how", "not_checked", "material", "answers", "last_year", "independence", "sign")
"""The headings of a note that has everything, in the fixed order; the annex stands behind the signatures."""


class Reader(HTMLParser):
    """Reads a page as a person does: a line a block of text, and every tag and address in it."""

    INLINE = ("b", "span", "wbr", "time")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.headings: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._lines: list[str] = [""]
        self._silent = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._silent = self._silent or tag == "style"
        self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self.headings.append(self._lines[-1].strip())
        self._silent = self._silent and tag != "style"
        self._begin(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._lines[-1] += data

    def _begin(self, tag: str) -> None:
        if tag not in self.INLINE:
            self._lines.append("")

    @property
    def lines(self) -> list[str]:
        return [" ".join(line.split()) for line in self._lines if line.strip()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def text_of(report: Report, language: str = "th") -> str:
    return Reader(as_html(report, DAY, language)).text


def one(text: str) -> str:
    return " ".join(text.split())


def found(check: str, table: str, column: str, key: str, *, difference: int | None = None, severity: Severity = Severity.ERROR, **more: Any) -> Finding:
    """Make a finding at the first row of a field, as a check would."""
    told = {"heading": "คงเหลือ", "sheet": "เงินสัจจะ", "cell": "R8"} | more.pop("told", {})
    return Finding(
        f"{check}:{key}", ("เงินสัจจะ!R8",), (Spot(table, column),), difference=difference, severity=severity, check=check, told=tuple(told.items()), **more
    )


def told(base: Report, *findings: Finding, **more: Any) -> Report:
    """Give a report on a book with just these findings; every other check of theirs is out of it."""
    checks = dict.fromkeys(finding.check for finding in findings)
    outcomes = [Outcome(check, Result.FINDING, findings=tuple(each for each in findings if each.check == check)) for check in checks]
    return replace(base, **{"outcomes": tuple(outcomes), "decision": "not yet", **more})


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


def test_it_is_set_in_one_typeface_and_two_sizes(sick: Report) -> None:
    page = as_html(sick, DAY)
    sizes = set(re.findall(r"(\d+)pt", re.sub(r"/\*.*?\*/", "", page, flags=re.DOTALL)))
    assert sizes == {"12", "17"}
    families = set(re.findall(r"(?:font-family: |font: 12pt(?:/1.6)? )([^;]+);", page))
    assert len({family for family in families if family not in ("Note", "inherit")}) == 1


def test_a_name_that_is_markup_stays_a_name(sick: Report) -> None:
    page = as_html(sick, DAY)
    assert EVIL not in page
    assert html.escape(EVIL) in page
    assert EVIL in Reader(page).text


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_note_tells_everything(sick: Report, language: str) -> None:
    text = text_of(sick, language)
    english = language == "en"
    assert DECISIONS["not yet"][english] in text
    assert len(sick.roots) >= 6
    for finding in sick.roots:
        if finding.severity is not Severity.ADVICE:
            assert one(say(finding, language)) in text
    for each in in_order():
        assert one(each.title if english else WORDS[each.id].holds) in text
    for pair in (*NOT_LOOKED_AT, CONSISTENT):
        assert pair[english] in text


def test_the_heading_says_what_was_looked_at_with_what_and_when(sound: Report) -> None:
    text, english = text_of(sound), text_of(sound, "en")
    for fact in ("ประเภท กลุ่มออมทรัพย์เพื่อการผลิต", "ปีบัญชี 1 ม.ค. 2567 ถึง 31 ธ.ค. 2567", "วันที่ตรวจ 31 ม.ค. 2568", "ไฟล์ live.xlsx", f"รุ่น {TEMPLATE}", "satja", "ข้อ ณ "):
        assert fact in text
    assert sound.sha256[:12] in text
    assert "31 Jan 2025 (BE 2568)" in english
    assert 'datetime="2025-01-31"' in as_html(sound, DAY)


def test_the_file_s_fingerprint_is_whole_beside_the_signatures(sound: Report) -> None:
    signed = text_of(sound).partition(f"\n{PHRASES['meaning'][0]}\n")[2]
    assert sound.sha256 in signed.replace(" ", "")
    assert CONSISTENT[0] in signed
    for signer in PHRASES["signers"][0].split("|"):
        assert signer in signed


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_sections_stand_in_their_order(sound: Report, language: str) -> None:
    errors = [found("CELL-09", "savings", "closing", str(number)) for number in range(7)]
    others = [
        found("STRUCT-01", "stamp", "version", "", severity=Severity.WARNING),
        found("CELL-16", "shares", "dividend", "", severity=Severity.ADVICE),
    ]
    headings = Reader(as_html(told(sound, *errors, *others), DAY, language)).headings
    named = [PHRASES[name][language == "en"] for name in (*SECTIONS, "annex")]
    assert [heading for heading in headings if heading != PHRASES["pictures"][language == "en"]] == named


def test_a_sound_book_is_promised_nothing(sound: Report) -> None:
    text = text_of(sound)
    assert DECISIONS[sound.decision][0] in text
    assert "ถูกต้อง" not in text
    assert text.count("รับรองงบการเงิน") == text.count("ไม่ใช่การรับรองงบการเงิน") == 1


def test_at_most_five_stand_in_front_and_the_others_in_the_annex(sound: Report) -> None:
    text = text_of(told(sound, *(found("CELL-09", "trial_balance", "balance", str(number), difference=number) for number in range(1, 8))))
    front, _, rest = text.partition(f"\n{PHRASES['details'][0]}\n")
    details, _, behind = rest.partition(f"\n{PHRASES['how'][0]}\n")
    annex = behind.partition(f"\n{PHRASES['annex'][0]}\n")[2]
    title = WORDS["CELL-09"].title
    assert front.count(f"\n{title}\n") == 5
    assert "อีก 2 เรื่องอยู่ในภาคผนวก" in front
    assert f"ข้อ 1–5 · {title}" in details
    assert f"ข้อ 6–7 · {title}" in annex


def test_a_file_that_does_not_open_gets_a_note_all_the_same() -> None:
    text = text_of(check_file(SAMPLES / "mistakes" / "FILE-02.xlsx"))
    assert DECISIONS["not checked"][0] in text
    assert PHRASES["no_strengths"][0] in text
    assert WORDS["FILE-02"].why in text
    assert PHRASES["passbooks"][0] in text.split("\n")


@pytest.mark.parametrize("language", ["th", "en"])
def test_twice_gives_the_same_bytes(bench: Bench, sick: Report, language: str) -> None:
    again = check_file(bench.book(MISTAKES))
    assert as_html(again, DAY, language) == as_html(sick, DAY, language)
    assert as_json([again], language) == as_json([sick], language)


def test_no_citizen_id_is_told(sick: Report) -> None:
    assert any(finding.check == "MEMB-01" for finding in sick.findings)
    for page in (as_html(sick, DAY), as_html(sick, DAY, "en"), as_json([sick])):
        assert CITIZEN not in re.sub(r"[^\w]", "", page)


def test_the_golden(sound: Report) -> None:
    """The text of the note on a few findings, without the lists that grow with the checks; SATJA_GOLDENS=write writes it anew."""
    root = found("CELL-09", "savings", "closing", "ส-003", difference=50_000, found="22,300.00", expected="21,800.00", told={"gap": " ต่างกัน 500.00 บาท"})
    follower = found("SAV-01", "savings", "closing", "ส-003", difference=50_000, told=dict.fromkeys(("member", "opening", "put_in", "taken"), "–"))
    asked = found("STRUCT-06", "rules", "loan_rate", "", severity=Severity.WARNING, told={"names": "อัตราดอกเบี้ยเงินกู้"})
    report = told(sound, root, replace(follower, explained_by=root.key), asked)
    text = re.sub(r"\d+ (ข้อ ณ) .*", r"· \1 ·", text_of(report)).replace(report.sha256[:12], "·").replace(f"satja {VERSION}", "satja ·")
    hidden = re.compile(rf"({PHRASES['not_checked'][0]}\n).*?(?={PHRASES['always'][0]})|(?<={re.escape(PHRASES['hash'][0])} )[0-9a-f ]+", re.DOTALL)
    text = hidden.sub(lambda match: match[1] or "·", text) + "\n"
    golden = GOLDENS / "note-typed-over.txt"
    if os.environ.get("SATJA_GOLDENS") == "write":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
