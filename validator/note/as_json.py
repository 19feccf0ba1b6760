"""The report as JSON: always an array, one object a file, money in satang."""

import json
from collections.abc import Sequence
from typing import Any

from validator.outcome import Finding
from validator.run import Report
from validator.words import say, title
from validator.words.own import in_own_words


def as_json(reports: Sequence[Report], language: str = "th") -> str:
    """Give the reports as a JSON array; the same books on the same day give the same bytes."""
    return json.dumps([_report(report, language) for report in reports], ensure_ascii=False, indent=1) + "\n"


def _report(report: Report, language: str) -> dict[str, Any]:
    reasons = in_own_words([outcome.reason for outcome in report.outcomes], report.book_type, "th")
    return {
        "file": report.file, "sha256": report.sha256, "book_type": report.book_type, "mode": report.mode, "decision": report.decision,
        "outcomes": [
            {"check": outcome.check, "outcome": outcome.result.value, "reason": reason} for outcome, reason in zip(report.outcomes, reasons, strict=True)
        ],
        "findings": [_finding(finding, report.book_type, language) for finding in report.findings],
    }  # fmt: skip


def _finding(finding: Finding, fund: str, language: str) -> dict[str, Any]:
    return {
        "key": finding.key, "check": finding.check, "severity": str(finding.severity), "cells": list(finding.cells), "found": finding.found,
        "expected": finding.expected, "difference_satang": finding.difference, "cause": finding.cause, "explained_by": finding.explained_by,
        "title": in_own_words(title(finding.check, language), fund, language), "say": in_own_words(say(finding, language), fund, language),
    }  # fmt: skip
