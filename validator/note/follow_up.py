"""Last year's matters: what was asked then, and whether it is still there."""

from collections import Counter
from dataclasses import dataclass

from validator import words
from validator.note.phrases import PHRASES
from validator.note.procedures import DONE
from validator.outcome import Finding, Severity
from validator.run import Report


@dataclass(frozen=True)
class Past:
    """A matter of last year, in how many places it was, and how it stands this year."""

    check: str
    title: str
    places: str
    state: str


def follow_up(report: Report, language: str) -> list[Past] | None:
    """Give last year's errors and warnings with their state this year; None where last year's file was not given."""
    last = report.last_year
    if last is None:
        return None
    english = language == "en"
    results = {outcome.check: outcome.result for outcome in report.outcomes}
    keys, checks = {finding.key for finding in report.findings}, {finding.check for finding in report.findings}

    def state(finding: Finding) -> str:
        if results.get(finding.check) not in DONE:
            return "unseen"
        if finding.key in keys:
            return "still"
        return "elsewhere" if finding.check in checks else "gone"

    matters = Counter((finding.check, state(finding)) for finding in last.roots if finding.severity is not Severity.ADVICE)
    return [
        Past(check, words.title(check, language), PHRASES["places"][english].format(n=f"{number:,}"), PHRASES[name][english])
        for (check, name), number in matters.items()
    ]
