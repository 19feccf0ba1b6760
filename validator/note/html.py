"""The note as one self-contained HTML page, Thai first, for A4."""

import datetime as dt
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, select_autoescape

from validator.evidence import baht, thai_day
from validator.note.phrases import DECISIONS, FAMILY_NAMES, MATERIAL, NOT_LOOKED_AT, PHRASES
from validator.outcome import Finding, Outcome, Result, Severity
from validator.registry import CHECKS
from validator.run import Report
from validator.words import WORDS, say, steps, title

MOST_ON_FRONT = 5


def as_html(report: Report, day: dt.date, language: str = "th") -> str:
    """Give the note on one book as HTML; ``day`` is the day it was made, shown on it."""
    return _template().render(**_content(report, day, language))


@cache
def _template() -> Template:
    source = files("validator.note").joinpath("note.html.jinja").read_text(encoding="utf-8")
    return Environment(autoescape=select_autoescape(default=True), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(source)


def _content(report: Report, day: dt.date, language: str) -> dict[str, Any]:
    roots = report.roots
    groups = {severity: [_item(report, finding, language) for finding in roots if finding.severity is severity] for severity in Severity}
    book = report.book
    english = language == "en"
    last_day = book.rule("last_day") if book else None
    return {
        "lang": language, "t": {key: pair[english] for key, pair in PHRASES.items()}, "report": report, "day": thai_day(day),
        "fund": (book.rule("fund_name") if book else "") or report.file,
        "year": thai_day(last_day) if isinstance(last_day, dt.date) else "",
        "decision": DECISIONS[report.decision][english], "decision_class": report.decision.replace(" ", "-"),
        "errors": groups[Severity.ERROR], "warnings": groups[Severity.WARNING], "advice": groups[Severity.ADVICE],
        "front": groups[Severity.ERROR][:MOST_ON_FRONT], "annex": groups[Severity.ERROR][MOST_ON_FRONT:],
        "procedures": [_procedure(outcome, language) for outcome in report.outcomes],
        "not_run": [_procedure(outcome, language) for outcome in report.outcomes if outcome.result in (Result.NOT_RUN, Result.NOT_APPLICABLE)],
        "not_looked_at": [pair[english] for pair in NOT_LOOKED_AT], "material": MATERIAL[english],
        "strengths": _strengths(report, language),
    }  # fmt: skip


def _item(report: Report, finding: Finding, language: str) -> dict[str, Any]:
    """Give one finding as *what, why, question, try*, with what follows from it."""
    words, english = WORDS[finding.check], language == "en"
    told = {"found": finding.found, "expected": finding.expected, **dict(finding.told)}
    sentence = say(finding, language)
    return {
        "check": finding.check, "title": title(finding.check, language), "cells": [cell.replace("!", " ") for cell in finding.cells],
        "more": max(0, len(finding.cells) - 6), "why": words.why_en if english else words.why, "say": sentence,
        "difference": baht(abs(finding.difference)) if finding.difference else "", "found": finding.found, "expected": finding.expected,
        "steps": [] if english else steps(finding.check, told),
        "follows": sorted({title(other.check, language) for other in report.findings if other.explained_by == finding.key}),
    }  # fmt: skip


def _procedure(outcome: Outcome, language: str) -> dict[str, Any]:
    english = language == "en"
    shown = {
        Result.OK: PHRASES["ok"][english],
        Result.FINDING: PHRASES["found_n"][english].format(n=len(outcome.findings)),
        Result.NOT_APPLICABLE: PHRASES["not_applicable"][english],
        Result.NOT_RUN: PHRASES["not_run"][english],
    }
    family = FAMILY_NAMES[outcome.check.partition("-")[0]][english]
    return {
        "check": outcome.check,
        "family": family,
        "title": CHECKS[outcome.check].title if english else WORDS[outcome.check].holds,
        "result": shown[outcome.result],
        "reason": outcome.reason,
        "kind": outcome.result.value,
    }


def _strengths(report: Report, language: str) -> list[str]:
    """Compute what the book does well: only what was counted."""
    book, english = report.book, language == "en"
    if book is None:
        return []
    by_check = {outcome.check: outcome.result for outcome in report.outcomes}
    receipts = (
        {(book.tables["receipts"].columns["book"][i], book.tables["receipts"].columns["number"][i]) for i in book.tables["receipts"].complete()}
        if "receipts" in book.tables
        else set()
    )
    members = len(book.tables["savings"].used) if "savings" in book.tables else 0
    said = []
    if by_check.get("SAV-01") is Result.OK and members:
        said.append(PHRASES["strong_savings"][english].format(n=f"{members:,}"))
    if receipts and by_check.get("CELL-08") is Result.OK:
        said.append(PHRASES["strong_receipts"][english].format(n=f"{len(receipts):,}"))
    if by_check.get("MEMB-05") is Result.OK and members:
        said.append(PHRASES["strong_headcount"][english])
    return said[:2]
