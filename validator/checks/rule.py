"""RULE: the fund's own rules and the law, with the day from which each holds."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from templates.books.words import BY_MEETING, EMERGENCY_LOAN
from templates.kinds import Kind
from templates.read import ReadBook
from validator.causes import of_figure
from validator.evidence import about, baht, caused, shown, thai_day, tie
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.postings import REPAYMENTS, repaid_on
from validator.registry import READING, check, upstream

SATANG = 100
MOST_CELLS = 20
MANY = 3
"""So many loans above one ceiling: the ceiling may be what is off."""
FOR_EMERGENCIES, APPROVED_BY_MEETING = "loan_limit_emergency", "loan_limit_meeting"
OWED = ("number", "member", "principal", "repaid_before", "date")


class LegalFigure(NamedTuple):
    """A figure of the law, to be confirmed: its value, from when it holds, where it stands."""

    value: Fraction
    since: dt.date
    source: str


INTEREST_CEILING = LegalFigure(Fraction(15, 100), dt.date(1925, 11, 11), "ประมวลกฎหมายแพ่งและพาณิชย์ มาตรา 654")
"""No contract may bear more than fifteen per cent a year (research: the legal parameters of the catalogue)."""


def in_force(book: ReadBook, name: str, day: dt.date) -> tuple[Fraction | None, str]:
    """Give a by-law's value on a day and its cell: the latest of the dated rules that had begun, else the by-law itself; amounts in satang."""
    column, rows = book.tables["rules"].table.columns[name], book.tables["dated_rules"]
    dated = []
    for index in rows.complete("rule", "since", "value"):
        since, value = rows.columns["since"][index], rows.columns["value"][index]
        known = isinstance(since, dt.date) and since <= day and isinstance(value, (int, Fraction))
        if known and str(rows.columns["rule"][index]).strip() in (column.th, column.en, name):
            dated.append((since, Fraction(value) * (SATANG if column.kind is Kind.MONEY else 1), rows.where("value", index)))  # type: ignore[arg-type] # a number, as known says
    if dated:
        return max(dated)[1:]
    value = book.rule(name)
    return Fraction(value) if isinstance(value, (int, Decimal, Fraction)) else None, book.tables["rules"].where(name)


@check("RULE-01", Severity.WARNING, needs=("loans.rate", "loans.date", "rules.loan_rate", "rules.first_day"), masked_by=upstream("RULE-01"), over="loans")
def interest_ceiling(book: ReadBook) -> Iterator[Finding]:
    """No contract bears more interest than the by-law of its day, or than the law allows.

    Why: the Civil and Commercial Code allows fifteen per cent a year. Stated rate against stated rate; a flat rate costs about
    twice as much on a declining balance, which is information, not a finding.
    """
    rows, first_day = book.tables["loans"], book.rule("first_day")
    if not rows.used:
        raise NotApplicable("สมุดนี้ไม่มีสัญญาเงินกู้")
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for index in rows.complete("number", "rate", "date"):
        rate, day = rows.columns["rate"][index], rows.columns["date"][index]
        if not isinstance(rate, (int, Decimal, Fraction)) or not isinstance(day, dt.date):
            continue
        stated, legal = Fraction(rate), INTEREST_CEILING.value if day >= INTEREST_CEILING.since else None
        by_law, where = in_force(book, "loan_rate", day)
        own = by_law if isinstance(first_day, dt.date) and day >= first_day else None
        limits = [(limit, what) for limit, what in ((legal, "law"), (own, "")) if limit is not None and stated > limit]
        if limits:
            limit, what = limits[0]
            number, rates = str(rows.columns["number"][index]), (shown(stated, Kind.RATE), shown(limit, Kind.RATE))
            told = (("contract", number), ("rate", rates[0]), ("limit", rates[1]), ("source", INTEREST_CEILING.source))
            cells = (rows.where("rate", index), where)
            finding = Finding(
                number, cells, (Spot("loans", "rate"),), found=rates[0], expected=f"ไม่เกิน {rates[1]}", about=about(rows, index), variant=what, told=told,
            )  # fmt: skip
            alike[rates].append(finding)
    for findings in alike.values():
        yield findings[0] if len(findings) == 1 else _at_one_rate(findings)


def _at_one_rate(findings: list[Finding]) -> Finding:
    """Put contracts at one rate above one limit together: a rate was set for all of them."""
    cells = dict.fromkeys((*findings[0].cells, *(finding.cells[0] for finding in findings)))
    people = frozenset[str]().union(*(finding.about for finding in findings))
    told = (*findings[0].told, ("n", len(findings)))
    variant = f"{findings[0].variant} many".strip()
    return replace(findings[0], cells=tuple(cells)[:MOST_CELLS], about=people, told=told, variant=variant)


@check(
    "RULE-02",
    Severity.WARNING,
    needs=("loans.principal", "loans.member", "loans.date", "rules.loan_limit", "rules.first_day", *REPAYMENTS),
    masked_by=READING,
    over="loans",
)
def loan_size(book: ReadBook) -> Iterator[Finding]:
    """On the day of each new contract, all that a member owes is within the ceiling of that day.

    Why: too much with one borrower is everybody's risk. Two contracts of 58,000.00 together, over the ceiling of 50,000.00.
    """
    rows, first_day = book.tables["loans"], book.rule("first_day")
    days = [(index, rows.columns["date"][index]) for index in rows.complete(*OWED)]
    made = [index for index, day in days if isinstance(day, dt.date) and isinstance(first_day, dt.date) and day >= first_day]
    if not made:
        raise NotApplicable("ปีนี้ไม่มีสัญญาใหม่")
    ceilings = {index: (name := _ceiling_of(book, index), *in_force(book, name, rows.columns["date"][index])) for index in made}  # type: ignore[arg-type] # a day, as made says
    if all(limit is None for _, limit, _ in ceilings.values()):
        raise NotRun("ยังไม่ได้กรอกวงเงินกู้ต่อคนในแผ่นระเบียบ")
    of_member: dict[object, list[int]] = defaultdict(list)
    for index in rows.complete(*OWED):
        of_member[rows.columns["member"][index], _is_urgent(book, index)].append(index)
    above: dict[str, list[tuple[int, int, Finding]]] = defaultdict(list)
    for index, (name, limit, where) in ceilings.items():
        day, member = rows.columns["date"][index], rows.columns["member"][index]
        assert isinstance(day, dt.date)  # noqa: S101 - as made says
        owed = _owed(book, of_member[member, _is_urgent(book, index)], day, index)
        if limit is not None and sum(owed.values()) > limit:
            others = [place for place in owed if place != index and owed[place]]
            told = {"member": member, "n": 1 + len(others), "day": thai_day(day), "limit": baht(int(limit))}
            cells = [rows.where("principal", index), where, *(rows.where("principal", place) for place in others)]
            key, spots = str(rows.columns["number"][index]), (Spot("loans", "principal"), Spot("rules", name))
            finding = tie(key, sum(owed.values()), int(limit), cells, spots, about=about(rows, index), told=told)
            above[where].append((sum(owed.values()), int(limit), finding))
    for loans in above.values():
        yield from [_ceiling(loans)] if _is_a_nought_short(loans, len(made)) else [finding for *_, finding in loans]


def _is_a_nought_short(loans: list[tuple[int, int, Finding]], made: int) -> bool:
    """Tell whether the ceiling itself is the likelier slip: half of the year's loans are above it, and with a nought more none would be."""
    return len(loans) >= MANY and 2 * len(loans) >= made and all(owed <= 10 * limit for owed, limit, _ in loans)


def _ceiling(loans: list[tuple[int, int, Finding]]) -> Finding:
    """Put many loans above one ceiling together: one figure of the by-laws is what to look at first."""
    most, limit, finding = max(loans, key=lambda loan: loan[0])
    cells = (finding.cells[1], *(each.cells[0] for *_, each in loans))
    told = (("n", len(loans)), ("limit", baht(limit)), ("most", baht(most)))
    one = Finding(
        "ceiling", cells[:MOST_CELLS], finding.spots[1:], found=baht(limit), expected=f"อย่างน้อย {baht(most)}", variant="ceiling", told=told,
    )  # fmt: skip
    return caused(one, of_figure(limit, most))


def _ceiling_of(book: ReadBook, index: int) -> str:
    """Give the by-law that limits a contract: the meeting's where the meeting approved it, else that of emergency loans or of all others."""
    by_meeting = APPROVED_BY_MEETING in book.book.tables["rules"].columns and book.tables["loans"].columns["approver"][index] == BY_MEETING
    return APPROVED_BY_MEETING if by_meeting else FOR_EMERGENCIES if _is_urgent(book, index) else "loan_limit"


def _is_urgent(book: ReadBook, index: int) -> bool:
    """Tell whether a contract is an emergency loan, where the by-laws of the fund type give those a ceiling of their own."""
    return FOR_EMERGENCIES in book.book.tables["rules"].columns and book.tables["loans"].columns["kind"][index] == EMERGENCY_LOAN


def _owed(book: ReadBook, contracts: list[int], day: dt.date, new: int) -> dict[int, int]:
    """Give what a member owes on each contract on the day of a new one; what is repaid that day is repaid first."""
    rows = book.tables["loans"]
    owed = {new: rows.money("principal", new)}
    for index in contracts:
        made = rows.columns["date"][index]
        if index != new and isinstance(made, dt.date) and (made < day or (made == day and index < new)):
            repaid = repaid_on(book, str(rows.columns["number"][index]), day)
            left = rows.money("principal", index) - rows.money("repaid_before", index) - repaid
            owed[index] = max(left, 0)
    return owed
