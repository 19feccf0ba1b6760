"""What was found, as people are asked about it: one item a root cause, numbered through the note, items of one kind together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from validator import words
from validator.evidence import baht
from validator.note.ordering import in_order, materiality
from validator.note.phrases import HELPERS, PHRASES
from validator.note.privacy import without_names
from validator.outcome import Finding, Severity
from validator.run import Report

MOST_CELLS = 6
SEVERITIES = list(Severity)


@dataclass(frozen=True)
class Item:
    """One root cause: its number in the note, where it is, the two figures, the question, the cause, what goes with it.

    ``where`` and ``first`` are said as members call it, all cells and the first; ``cell`` is the first as Sheet!A1, or nothing.
    """

    number: int
    check: str
    title: str
    where: str
    first: str
    cell: str
    found: str
    expected: str
    gap: str
    say: str
    cause: str
    follows: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Items of one check that stand together: why it matters, what to try and who can help are said once."""

    check: str
    title: str
    why: str
    steps: tuple[str, ...]
    who: str
    items: tuple[Item, ...]

    @property
    def numbers(self) -> str:
        first, last = self.items[0].number, self.items[-1].number
        return str(first) if first == last else f"{first}–{last}"


@dataclass(frozen=True)
class Asked:
    """Everything that is asked, in the note's order: the groups of each severity."""

    errors: tuple[Group, ...]
    warnings: tuple[Group, ...]
    advice: tuple[Group, ...]


def root_of(finding: Finding, by_key: Mapping[str, Finding]) -> str:
    """Give the key of what explains a finding in the end; of findings that explain each other, the first key."""
    seen = [finding.key]
    while finding.explained_by in by_key:
        if finding.explained_by in seen:
            return min(seen[seen.index(finding.explained_by) :])
        finding = by_key[finding.explained_by]
        seen.append(finding.key)
    return finding.key


def asked(report: Report, most_errors: int, language: str) -> Asked:
    """Give all root causes, numbered and grouped; errors after the first ``most_errors``, where the annex begins, are grouped apart.

    A root is as severe as the severest finding it explains: an error below a warning holds the dividend up all the same.
    """
    by_key = {finding.key: finding for finding in report.findings}
    followers: dict[str, list[Finding]] = {}
    for finding in report.findings:
        followers.setdefault(root_of(finding, by_key), []).append(finding)
    scale, safe = materiality(report.book), without_names(report.book, language)
    groups: dict[Severity, tuple[Group, ...]] = {}
    number = 0
    for severity in SEVERITIES:
        mine = [key for key, chain in followers.items() if min((_severity(each) for each in chain), key=SEVERITIES.index) is severity]
        pairs = []
        for finding in in_order((by_key[key] for key in mine), report.book, scale):
            number += 1
            follows = [each for each in followers[finding.key] if each.key != finding.key]
            said = safe(finding)
            pairs.append((said, _item(number, said, follows, language)))
        most = most_errors if severity is Severity.ERROR else len(pairs)
        groups[severity] = (*_grouped(pairs[:most], language), *_grouped(pairs[most:], language))
    return Asked(groups[Severity.ERROR], groups[Severity.WARNING], groups[Severity.ADVICE])


def _severity(finding: Finding) -> Severity:
    return finding.severity or Severity.ADVICE


def _item(number: int, finding: Finding, follows: Iterable[Finding], language: str) -> Item:
    return Item(
        number, finding.check, words.title(finding.check, language), where(finding.cells, language), where(finding.cells, language, 1),
        next(iter(finding.cells), ""),
        finding.found, finding.expected, baht(abs(finding.difference)) if finding.difference else "", words.say(finding, language),
        words.cause_said(finding, language),
        tuple(sorted({words.title(each.check, language) for each in follows})),
    )  # fmt: skip


def where(cells: Sequence[str], language: str, most: int = MOST_CELLS) -> str:
    """Say where cells are as members call it, sheet by sheet: แผ่น เงินสัจจะ ช่อง R8, R9; the first few of many."""
    english = language == "en"
    by_sheet: dict[str, list[str]] = {}
    for cell in cells[:most]:
        sheet, _, address = cell.rpartition("!")
        by_sheet.setdefault(sheet, []).append(address)
    parts = [f"{PHRASES['sheet'][english]} {sheet} {PHRASES['cell'][english]} {', '.join(addresses)}" for sheet, addresses in by_sheet.items()]
    if len(cells) > most:
        parts.append(PHRASES["more"][english].format(n=f"{len(cells) - most:,}"))
    return " · ".join(parts)


def _grouped(pairs: Sequence[tuple[Finding, Item]], language: str) -> list[Group]:
    """Put neighbours of one check with the same things to try together."""

    def kind(pair: tuple[Finding, Item]) -> tuple[str, tuple[str, ...]]:
        return pair[0].check, _steps(pair[0], language)

    return [_group(check, steps, [item for _, item in run], language) for (check, steps), run in groupby(pairs, kind)]


def _steps(finding: Finding, language: str) -> tuple[str, ...]:
    told: dict[str, Any] = {"found": finding.found, "expected": finding.expected, **dict(finding.told)}
    return () if language == "en" else tuple(words.steps(finding.check, told))


def _group(check: str, steps: tuple[str, ...], items: Sequence[Item], language: str) -> Group:
    english = language == "en"
    said = words.WORDS[check]
    helper = HELPERS[check.partition("-")[0]][english]
    return Group(check, words.title(check, language), said.why_en if english else said.why, steps, helper, tuple(items))
