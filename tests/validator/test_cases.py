"""Every check by named cases: cases/CHECK-ID.yaml says what is changed in a sound book and what the check then finds.

A case has ``typed`` (table: sheet row: field: value, calculated through), ``without`` (tables in which nothing is typed), ``cells``
(Sheet!A1: content, standing as it is), ``book`` (the state it is in, of packages.py) or ``file`` (one of the samples), ``last_year``
(what is typed otherwise in the year before, in which nothing moved, or a sample given in its place), and for what should come of it
``finds`` (as ``line`` writes a finding, its likely cause in brackets where it names one), ``outcome`` (NOT_RUN or NOT_APPLICABLE) and
``only``: no other check has a finding that nothing explains. {rules.age_2} is a by-law's cell. ``fund`` is whose sound book it stands on
(templates.books.BOOKS) where that is not the savings group's.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from templates.declare import Table
from tests.validator.building import SAMPLES, Bench
from tests.validator.tone import LONGEST, asks, faults
from validator.evidence import baht
from validator.note.html import as_html
from validator.outcome import Finding, Spot
from validator.run import STUMBLED, Report, check_file
from validator.words import WORDS, cause_said, say, steps, title
from workshop.museum import SAVINGS_GROUP

FOLDER = Path(__file__).parent / "cases"
CHANGES = {"typed", "without", "cells", "file", "last_year"}
KNOWN = {*CHANGES, "book", "fund", "finds", "outcome", "only"}
MOVED = ("receipts", "cash", "journal", "last_dividends")
Typed = Mapping[str, Mapping[Any, Any]]
Case = dict[str, Any]


def load() -> dict[tuple[str, str], Case]:
    """Give every case by its check and its name."""
    cases: dict[tuple[str, str], Case] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        cases |= {(path.stem, name): case or {} for name, case in content.items()}
    return cases


CASES = load()


@pytest.mark.parametrize(("check", "name"), CASES, ids=[f"{check} {name}" for check, name in CASES])
def test_case(check: str, name: str, bench: Bench) -> None:
    case = CASES[check, name]
    assert case.keys() <= KNOWN
    bench = bench.of(case.get("fund", SAVINGS_GROUP))
    report = looked_at(bench, case)
    (outcome,) = (each for each in report.outcomes if each.check == check)
    found = [line(finding) for finding in outcome.findings]
    assert sorted(found) == sorted(map(bench.named, case.get("finds", ())))
    assert outcome.result == case.get("outcome", "FINDING" if found else "OK")
    assert bool(outcome.reason) == ("outcome" in case)
    if case.get("only"):
        assert [line(finding) for finding in report.roots if finding.check != check] == []
    read_aloud(report)
    assert [spot for finding in report.findings for spot in finding.spots if not is_field(spot, bench.base.book.tables)] == []


def looked_at(bench: Bench, case: Case) -> Report:
    """Check the book of a case; one in which nothing is changed is looked at once."""
    if not case.keys() & CHANGES:
        return of_sound(bench, case.get("book", "live"))
    before = year_before(bench, case["last_year"]) if "last_year" in case else None
    if "without" in case:
        case = case | {"typed": together(cleared(bench, *case["without"]), case.get("typed", {}))}
    return check_file(bench.book(case), before)


@cache
def of_sound(bench: Bench, state: str) -> Report:
    return check_file(bench.sound(state))


def year_before(bench: Bench, told: str | Typed) -> Path:
    """Write the book of the year before, with what a case tells of it: in the sound one nothing moved, and it closes with what it opened."""
    if isinstance(told, str):
        return SAMPLES / told
    quiet = {**cleared(bench, *MOVED), "rules": {"first_day": dt.date(2023, 1, 1)}, "loans": dict.fromkeys(range(9, 12))}
    return bench.book({"typed": together(quiet, told)}).replace(bench.folder / "before.xlsx")


def cleared(bench: Bench, *tables: str) -> Typed:
    """Give tables with every row that was typed blank."""
    layout, typed = bench.base.layout, bench.base.typed
    return {name: dict.fromkeys(range(layout[name].first, layout[name].first + len(typed[name]))) for name in tables}


def together(one: Typed, other: Typed) -> Typed:
    """Put the rows of two changes together, the second's before the first's."""
    return {table: {**one.get(table, {}), **other.get(table, {})} for table in {**one, **other}}


def is_field(spot: Spot, tables: Mapping[str, Table]) -> bool:
    """Tell whether a finding stands in a field there is, in a total above one, or in a whole table."""
    return spot.table in tables and (not spot.column or spot.column.removeprefix("total of ") in tables[spot.table].columns)


def line(finding: Finding) -> str:
    """Give a finding as one line: ERROR Sheet!A1, Sheet!B2: found → expected (difference) [cause]."""
    gap = "" if finding.difference is None else f" ({baht(finding.difference)})"
    cells = ", ".join(finding.cells) or "–"
    cause = f" [{finding.cause}]" if finding.cause else ""
    return f"{str(finding.severity).upper()} {cells}: {finding.found or '–'} → {finding.expected or '–'}{gap}{cause}"


def read_aloud(report: Report) -> None:
    """Hold every sentence of a report against the tone: asked, short, every word filled in, and the note made of it."""
    assert [each for each in report.outcomes if each.reason.startswith(STUMBLED)] == []
    for finding in report.findings:
        sentence = say(finding)
        said = [sentence, title(finding.check), WORDS[finding.check].why, *steps(finding.check, dict(finding.told))]
        assert [fault for each in said for fault in faults(each)] == []
        assert asks(sentence), sentence
        assert len(sentence) <= LONGEST, sentence
        assert bool(finding.cause) == asks(cause_said(finding))
        assert list(faults(cause_said(finding))) == []
        assert "{" not in say(finding, "en") + cause_said(finding, "en")
    for language in ("th", "en"):
        assert as_html(report, dt.date(2025, 1, 31), language)
