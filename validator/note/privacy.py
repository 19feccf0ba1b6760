"""Nobody's name in the note: where a figure or a sentence would show a member's name, the member's code stands."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from templates.read import ReadBook
from validator.note.phrases import PHRASES
from validator.outcome import Finding

NAME_HEADINGS = ("ชื่อ-สกุล", "ชื่อผู้กู้", "ผู้ยืม", "หัวหน้าครัวเรือน", "ชื่อหัวหน้าครัวเรือน")
PLACES = ("sheet", "cell", "heading")
"""What a finding tells that is of the book and of nobody."""
LEAST = 4
"""A name of fewer signs is part of too many words."""


def without_names(book: ReadBook | None, language: str) -> Callable[[Finding], Finding]:
    """Give what takes members' names out of a finding: out of the two figures and of all that fills its sentences."""
    english = language == "en"
    names = _names(book, PHRASES["a_member"][english]) if book else []

    def said(value: Any) -> Any:
        if isinstance(value, str):
            for name, instead in names:
                value = value.replace(name, instead)
        return value

    def safe(finding: Finding) -> Finding:
        if book and _is_name(book, finding):
            seen, register = PHRASES["typed_name"][english], PHRASES["register_name"][english]
            return replace(finding, found=seen, expected=register if finding.expected else "", told=tuple(_but_value(finding, seen)))
        told = tuple((key, value if key in PLACES else said(value)) for key, value in finding.told)
        return replace(finding, found=said(finding.found), expected=said(finding.expected), told=told)

    return safe


def _but_value(finding: Finding, instead: str) -> list[tuple[str, Any]]:
    """Give what a finding tells, with whatever repeats the cell's content replaced."""
    shown = {finding.found, finding.expected} - {""}
    return [(key, instead if key == "value" or value in shown else value) for key, value in finding.told]


def _is_name(book: ReadBook, finding: Finding) -> bool:
    """Tell whether a finding is about a cell that shows somebody's name."""
    spot = finding.spots[0] if finding.spots else None
    table = book.book.tables.get(spot.table) if spot else None
    column = table.columns.get(spot.column) if table and spot else None
    return column is not None and column.th.startswith(NAME_HEADINGS)


def _names(book: ReadBook, pattern: str) -> list[tuple[str, str]]:
    """Give every member's name as it may be written, the longest first, and what to say instead."""
    rows = book.tables.get("members")
    if rows is None:
        return []
    named = {}
    for index in rows.used:
        title, first, last, whole, member = (rows.columns[column][index] for column in ("title", "first", "last", "name", "id"))
        instead = pattern.format(id=member or "")
        parts = [str(part) for part in (first, last) if part]
        for name in (str(whole or ""), f"{title or ''}{' '.join(parts)}", " ".join(parts) if len(parts) > 1 else ""):
            if len(name) >= LEAST:
                named[name] = instead
    return sorted(named.items(), key=lambda pair: (-len(pair[0]), pair[0]))
