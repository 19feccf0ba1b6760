"""Every check is whole: words, reasons, cases, fields that exist; and every outcome adds up."""

import inspect
import re
from collections import Counter
from pathlib import Path

import pytest

from satja.command import SEVERITY
from templates.books import BOOKS
from templates.declare import Size
from tests.validator.building import SAMPLES, Bench
from tests.validator.test_cases import CASES, FOLDER
from tests.validator.tone import asks, faults
from validator.note.phrases import DECISIONS, FAMILY_NAMES, MATERIAL, NOT_LOOKED_AT, PHRASES
from validator.outcome import Result, Severity
from validator.registry import CHECKS, FAMILIES, Check, check, in_order
from validator.run import AFTER_ANSWERS, MID_YEAR, NO_CONTRADICTION, NOT_CHECKED, NOT_YET, Report, check_file
from validator.words import WORDS, Words
from workbook.unreadable import Reason

EVERY = pytest.mark.parametrize("each", in_order(), ids=[each.id for each in in_order()])
THAI, LATIN = re.compile("[ก-๙]"), re.compile("[A-Za-z]{3}")
FILLED = {"file": "ก.xlsx", "sheet": "เงินสัจจะ"}
ALLOWED_ENGLISH = re.compile(r"Excel|LibreOffice|satja|xlsx?b?|ods|Workbook|Delete|NAME|USB|Enter|JV")


def sentences(words: Words) -> dict[str, str]:
    """Give every Thai sentence of a check, as it stands before it is filled in."""
    variants = {f"variant {name}": pair[0] for name, pair in words.variants.items()}
    return {"title": words.title, "why": words.why, "say": words.say} | variants | {f"step {number}": step for number, step in enumerate(words.steps, 1)}


@EVERY
def test_a_check_has_its_words(each: Check) -> None:
    words = WORDS[each.id]
    assert len(words.steps) == 3
    for sentence in sentences(words).values():
        assert THAI.search(sentence)
        assert list(faults(re.sub(r"{\w+}", "", sentence))) == []
        assert not LATIN.search(ALLOWED_ENGLISH.sub("", re.sub(r"{\w+}", "", sentence))), sentence
    for english in (words.title_en, words.why_en, words.say_en, *(pair[1] for pair in words.variants.values())):
        assert english
        assert not THAI.search(re.sub(r"{\w+}", "", english))
    for name in ("say", *(f"variant {name}" for name in words.variants)):
        assert asks(sentences(words)[name]), sentences(words)[name]


@EVERY
def test_a_check_says_what_holds_and_why(each: Check) -> None:
    first, blank, rest = (inspect.getdoc(each.look) or "").partition("\n\n")
    assert first.endswith(".")
    assert "\n" not in first
    assert blank
    assert rest.startswith("Why: ")
    assert each.title == first


@EVERY
def test_a_check_s_id_and_family_are_known(each: Check) -> None:
    assert re.fullmatch(r"[A-Z]+-\d\d", each.id)
    assert each.family in FAMILIES
    assert each.family in FAMILY_NAMES
    assert each.look.__module__.startswith("validator.checks.")
    assert str(each.severity) in SEVERITY


@EVERY
def test_what_a_check_needs_exists(each: Check) -> None:
    """Some type of fund keeps all of it."""
    books = [make(Size()).tables for make in BOOKS.values()]
    needs = [need.partition(".")[::2] for need in each.needs]
    assert any(all(table in tables and column in tables[table].columns for table, column in needs) for tables in books)
    for root in each.masked_by:
        assert root in CHECKS or root.partition("-")[0] in FAMILIES  # a catalogue's id that is still to come


@EVERY
def test_a_check_has_cases_that_pass_and_fire(each: Check) -> None:
    names = [name for check_id, name in CASES if check_id == each.id]
    assert any(name.startswith("passes_") for name in names)
    assert any(name.startswith("fires_") for name in names)


def test_no_case_is_of_an_unknown_check_or_named_otherwise() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(CHECKS) == set(WORDS)
    for (_, name), case in CASES.items():
        fires = bool(case.get("finds"))
        assert name.startswith("fires_" if fires else "passes_"), name


def test_an_id_is_given_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        check("SAV-01", Severity.ERROR)(lambda _: iter(()))


def test_every_way_not_to_open_has_a_sentence() -> None:
    reasons = {reason.name for reason in Reason} - {"ENCRYPTED"}
    assert set(WORDS["FILE-01"].variants) == reasons | {"ANOTHER_BOOK"}
    for thai, english in WORDS["FILE-01"].variants.values():
        assert "{" not in thai.format(**FILLED)
        assert "{" not in english.format(**FILLED)


def test_the_note_s_own_phrases_have_both_languages_and_the_tone() -> None:
    assert set(DECISIONS) == {NOT_YET, AFTER_ANSWERS, NO_CONTRADICTION, MID_YEAR, NOT_CHECKED}
    for thai, english in (*DECISIONS.values(), *FAMILY_NAMES.values(), *NOT_LOOKED_AT, MATERIAL, *PHRASES.values()):
        assert THAI.search(thai)
        assert not THAI.search(english)
        assert list(faults(re.sub(r"{\w+}", "", thai))) == []
        assert "ถูกต้อง" not in thai


OUTCOMES = ("live", "values", "uncalculated", "without_confirmations", "without_stamp")


@pytest.mark.parametrize("state", OUTCOMES)
def test_every_check_has_exactly_one_outcome(state: str, bench: Bench) -> None:
    adds_up(check_file(bench.sound(state)))


@pytest.mark.parametrize("name", ["FILE-01-text", "FILE-02", "nowhere"])
def test_a_file_that_does_not_open_has_them_too(name: str) -> None:
    report = check_file(SAMPLES / "mistakes" / f"{name}.xlsx")
    adds_up(report)
    assert Counter(outcome.result for outcome in report.outcomes) == {Result.FINDING: 1, Result.OK: 1, Result.NOT_RUN: len(CHECKS) - 2}
    assert report.decision == NOT_CHECKED
    assert not report.could_be_checked


def adds_up(report: Report) -> None:
    """Hold the outcomes of a report against each other."""
    assert [outcome.check for outcome in report.outcomes] == [each.id for each in in_order()]
    for outcome in report.outcomes:
        assert bool(outcome.findings) == (outcome.result is Result.FINDING)
        assert bool(outcome.reason) == (outcome.result in (Result.NOT_RUN, Result.NOT_APPLICABLE))
        assert all(finding.check == outcome.check and finding.severity for finding in outcome.findings)
        assert not THAI.search(outcome.reason) or list(faults(outcome.reason)) == []
    keys = [finding.key for finding in report.findings]
    assert len(keys) == len(set(keys))
    assert {finding.explained_by for finding in report.findings} - {""} <= set(keys)


def test_the_folder_of_cases_holds_nothing_else() -> None:
    assert {path.suffix for path in Path(FOLDER).iterdir()} == {".yaml"}
