"""Every check by named cases: cases/CHECK-ID.yaml says what is changed in a sound book and what the check then finds.

A case has ``typed`` (table: sheet row: field: value, calculated through), ``cells`` (Sheet!A1: content, standing as it is), ``book``
(the state it is in, of packages.py) or ``file`` (one of the samples), and for what should come of it ``finds``, ``outcome``
(NOT_RUN or NOT_APPLICABLE) and ``only``: no other check has a finding that nothing explains. {rules.age_2} is a by-law's cell.
"""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from templates.books.savings_group import savings_group
from tests.validator.building import Bench
from tests.validator.tone import asks, faults
from validator.evidence import baht
from validator.note.html import as_html
from validator.outcome import Finding, Spot
from validator.run import Report, check_file
from validator.words import WORDS, say, steps, title
from workshop.museum import SIZE

FOLDER = Path(__file__).parent / "cases"
KNOWN = {"typed", "cells", "book", "file", "finds", "outcome", "only"}
FIELDS = {name: table.columns for name, table in savings_group(SIZE).tables.items()}
LONGEST = 2 * 110
"""Two lines of the note."""


def load() -> dict[tuple[str, str], dict[str, Any]]:
    """Give every case by its check and its name."""
    cases: dict[tuple[str, str], dict[str, Any]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        cases |= {(path.stem, name): case or {} for name, case in content.items()}
    return cases


CASES = load()


@pytest.mark.parametrize(("check", "name"), CASES, ids=[f"{check} {name}" for check, name in CASES])
def test_case(check: str, name: str, bench: Bench) -> None:
    case = CASES[check, name]
    assert case.keys() <= KNOWN
    report = check_file(bench.book(case))
    (outcome,) = (each for each in report.outcomes if each.check == check)
    found = [line(finding) for finding in outcome.findings]
    assert sorted(found) == sorted(map(bench.named, case.get("finds", ())))
    assert outcome.result == case.get("outcome", "FINDING" if found else "OK")
    assert bool(outcome.reason) == ("outcome" in case)
    if case.get("only"):
        assert [line(finding) for finding in report.roots if finding.check != check] == []
    read_aloud(report)
    assert [spot for finding in report.findings for spot in finding.spots if not is_field(spot)] == []


def is_field(spot: Spot) -> bool:
    """Tell whether a finding stands in a field there is, in a total above one, or in a whole table."""
    columns = FIELDS.get(spot.table, {})
    return spot.table in FIELDS and (not spot.column or spot.column.removeprefix("total of ") in columns)


def line(finding: Finding) -> str:
    """Give a finding as one line: ERROR Sheet!A1, Sheet!B2: found → expected (difference)."""
    gap = "" if finding.difference is None else f" ({baht(finding.difference)})"
    cells = ", ".join(finding.cells) or "–"
    return f"{str(finding.severity).upper()} {cells}: {finding.found or '–'} → {finding.expected or '–'}{gap}"


def read_aloud(report: Report) -> None:
    """Hold every sentence of a report against the tone: asked, short, every word filled in, and the note made of it."""
    for finding in report.findings:
        sentence = say(finding)
        said = [sentence, title(finding.check), WORDS[finding.check].why, *steps(finding.check, dict(finding.told))]
        assert [fault for each in said for fault in faults(each)] == []
        assert asks(sentence), sentence
        assert len(sentence) <= LONGEST, sentence
        assert "{" not in say(finding, "en")
    for language in ("th", "en"):
        assert as_html(report, dt.date(2025, 1, 31), language)
