"""MEMB: the register of members."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from templates.books.words import ACTIVE
from templates.read import ReadBook, ReadRows
from validator.evidence import at_cell
from validator.outcome import Finding, NotRun, Severity, Spot
from validator.registry import check

TITLES = re.compile(r"^(นางสาว|น\.ส\.|นาง|นาย|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง)\s*")


def folded(*parts: Any) -> str:
    """Bring a name to the form in which people are compared: no titles, spaces or hidden signs, ํา as ำ, เเ as แ."""
    text = re.sub(r"[\s\u200b-\u200d\ufeff\u00a0]+", "", "".join(str(part or "") for part in parts))
    return TITLES.sub("", text).replace("ํา", "ำ").replace("เเ", "แ")


@check("MEMB-01", Severity.ERROR, needs=("members.id", "members.first", "members.last", "members.house"), masked_by=("STRUCT-07", "CELL-08"))
def duplicate_member(book: ReadBook) -> Iterator[Finding]:
    """Nobody is in the register twice.

    Why: two accounts are two votes and two ceilings. The same citizen id is an error; the same name and house is a question,
    for a father and a son may share a name.
    """
    rows = book.tables["members"]
    certain = list(_same(book, rows, "citizen_id", lambda index: re.sub(r"\D", "", str(rows.columns["citizen_id"][index] or "")), Severity.ERROR))
    yield from certain
    asked = {finding.key for finding in certain}
    yield from (finding for finding in _same(book, rows, "first", lambda index: _person(rows, index), Severity.WARNING) if finding.key not in asked)


def _told_apart(rows: ReadRows, one: int, two: int) -> bool:
    """Tell whether two members have citizen ids and these differ: then they are two people, whatever their names."""
    first, second = (re.sub(r"\D", "", str(rows.columns["citizen_id"][index] or "")) for index in (one, two))
    return bool(first and second) and first != second


def _came_back(rows: ReadRows, before: int, after: int) -> bool:
    """Tell whether one left before the other joined: somebody who came back, under a new code."""
    left, joined = rows.columns["left"][before], rows.columns["joined"][after]
    gone = rows.columns["status"][before] not in (ACTIVE, None)
    return gone and isinstance(left, dt.date) and isinstance(joined, dt.date) and left <= joined


def _person(rows: ReadRows, index: int) -> str:
    """Name a living member with a house; without a house a shared name says nothing."""
    house = rows.columns["house"][index]
    name = folded(rows.columns["first"][index], rows.columns["last"][index])
    return f"{name}|{folded(house)}" if house and name and rows.columns["status"][index] == ACTIVE else ""


def _same(book: ReadBook, rows: ReadRows, column: str, key: Any, severity: Severity) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index in rows.used:
        who = key(index)
        earlier = first.setdefault(who, index) if who else index
        if earlier == index or _told_apart(rows, earlier, index) or _came_back(rows, earlier, index) or _came_back(rows, index, earlier):
            continue
        one, two = (str(rows.columns["id"][place]) for place in (earlier, index))
        if one == two:
            continue  # the same id twice is STRUCT-07's
        finding = at_cell(book, "members", column, index, key=f"{one}={two}", severity=severity, told={"one": one, "two": two}, variant=column)
        yield replace(finding, cells=(rows.where(column, index), rows.where(column, earlier)), found=two, expected=one)


@check(
    "MEMB-05",
    Severity.ERROR,
    needs=("members.id", "members.joined", "members.status", "opening_facts.headcount", "rules.first_day", "rules.last_day"),
    masked_by=("STRUCT-07", "CELL-04", "CELL-05"),
)
def headcount_tie(book: ReadBook) -> Iterator[Finding]:
    """Members at the start, and joined, less left, are the members there now.

    Why: the simplest control there is, and anyone can count it: 118 + 7 − 2 = 123.
    """
    opening, first, last = book.tables["opening_facts"].columns["headcount"][0], book.rule("first_day"), book.rule("last_day")
    if not isinstance(opening, int):
        raise NotRun("ยังไม่ได้กรอกจำนวนสมาชิกต้นปีในแผ่นยอดยกมา")
    if not isinstance(first, dt.date) or not isinstance(last, dt.date):
        raise NotRun("ยังไม่ได้กรอกวันเริ่มปีบัญชีในแผ่นระเบียบ")
    rows = book.tables["members"]
    joined = sum(1 for index in rows.used if _on(rows, "joined", index, first, last))
    left = sum(1 for index in rows.used if rows.columns["status"][index] != ACTIVE and _on(rows, "left", index, first, last))
    active = sum(1 for index in rows.used if rows.columns["status"][index] == ACTIVE)
    if opening + joined - left != active:
        told = (("opening", opening), ("joined", joined), ("left", left), ("expected", opening + joined - left), ("active", active))
        facts = book.tables["opening_facts"]
        cells = (facts.where("headcount"), rows.where("status", rows.used[0] if rows.used else 0))
        spots = (Spot("opening_facts", "headcount"), Spot("members", "status"))
        yield Finding("", cells, spots, found=f"{active} คน", expected=f"{opening + joined - left} คน", told=told)


def _on(rows: ReadRows, column: str, index: int, first: dt.date, last: dt.date) -> bool:
    value = rows.columns[column][index]
    return isinstance(value, dt.date) and first <= value <= last
