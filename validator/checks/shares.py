"""YEND-03, YEND-05 and YEND-06: each member's dividend and average return, and who has a right to them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from addin.udfs import average_return, average_return_rate, dividend
from templates.books.members import MONTHS
from templates.books.words import INTEREST, YES
from templates.kinds import Exact, Kind
from templates.read import ReadBook, ReadRows
from validator.causes import OTHER_MEMBER, of_figure
from validator.evidence import about, baht, caused, paired, shown, tie
from validator.outcome import Finding, NotApplicable, Severity, Spot
from validator.parts import typed_over
from validator.postings import REPAYMENTS, lines
from validator.recompute import in_turn, same
from validator.registry import check, upstream

RIGHTS = ("left", "share_months", "late", "why", "right")
"""What the by-laws give a right by, each resting on those before it."""
ALL_OF_IT = Decimal(1)
"""Without a by-law nobody gets back more than the interest that was paid."""
SHARES = ("shares.member", "shares.share_months", "shares.dividend", "shares.average_return")


@check("YEND-03", Severity.ERROR, needs=(*SHARES, "year_end.dividend_pot"), masked_by=upstream("YEND-03"), over="shares")
def dividend_recalc(book: ReadBook) -> Iterator[Finding]:
    """Each member's share-months and dividend are what the by-laws give from the savings of each month.

    Why: every member can do this sum by hand. 74,400 baht-months × 4 % ÷ 12 = 248.00; the table shows 258.00. Where every row
    fits another way of counting months, that is one question about the way.
    """
    rows, months = book.tables["shares"], _months(book)
    counted = [index for index in rows.used if isinstance(months[index], (int, Fraction)) and not same(rows.columns["share_months"][index], months[index])]
    if len(counted) > len(rows.used) // 2:
        way = _other_weights(book, rows)
        if way:
            yield _way(rows, counted[0], way, len(counted))
            counted = []
    findings, due = [], _dividends(book)
    for index in rows.used:
        found, right = rows.money("dividend", index), due[index]
        if index in counted and bool(rows.columns["share_months"][index]) == bool(months[index]):
            findings.append(_months_of(rows, index, months[index]))
        elif found != right and bool(found) == bool(right):
            findings.append(_money_of(rows, index, "dividend", right))
    yield from paired(findings, OTHER_MEMBER)
    if not findings and _returns(book) == [rows.money("average_return", index) for index in range(rows.length)]:
        yield from typed_over(book, "shares", "total")


def _months(book: ReadBook) -> list[Exact]:
    """Give each row's share-months by the by-laws, as shown where a row stands beside another member's savings: rows were taken out."""
    rows, savings = book.tables["shares"].columns, book.tables[book.book.shared].columns
    beside = zip(in_turn(book, "shares", *RIGHTS)["share_months"], rows["share_months"], rows["member"], savings["member"], strict=True)
    return [right if member == saver else shown_there for right, shown_there, member, saver in beside]


def due_from(book: ReadBook, column: str, pot: int) -> list[int]:
    """Give what each member gets of a pot by the by-laws, of dividends by share-months, of average returns by interest paid."""
    return _dividends_of(book, pot, book.tables["shares"].columns["share_months"]) if column == "dividend" else _returns_at(book, _rate_of(book, pot))


def _dividends(book: ReadBook) -> list[int]:
    """Give each member's dividend out of the pot the table was worked from: of the figures there are for it, the one most members fit."""
    rows, year_end = book.tables["shares"], book.tables["year_end"]
    paid = [rows.money("dividend", index) for index in range(rows.length)]
    pots = (_allocated(book, "account_dividend"), year_end.money("dividend_pot", 0), sum(paid) + year_end.money("dividend_leftover", 0))
    worked_from = (rows.columns["share_months"], _months(book))
    return _best([_dividends_of(book, pot, months) for pot in dict.fromkeys(pots) for months in worked_from], paid)


def _dividends_of(book: ReadBook, pot: int, share_months: Sequence[Exact]) -> list[int]:
    unit = book.rule("payout_unit") or 1
    months = [value if isinstance(value, (int, Fraction)) else 0 for value in share_months]
    total = sum(months, Fraction(0))
    return [dividend(own, total, max(pot, 0), unit) if total and own >= 0 else 0 for own in months]


def _returns(book: ReadBook) -> list[int]:
    """Give each member's average return at the rate the table was worked from: the one shown, or the pot over the interest of those with a right."""
    rows, shown_rate = book.tables["shares"], book.tables["year_end"].columns["return_rate"][0]
    rates = {_rate_of(book, _allocated(book, "account_return"))}
    rates |= {Fraction(shown_rate)} if isinstance(shown_rate, (int, Fraction)) and shown_rate >= 0 else set()
    return _best([_returns_at(book, rate) for rate in sorted(rates)], [rows.money("average_return", index) for index in range(rows.length)])


def _returns_at(book: ReadBook, rate: Fraction) -> list[int]:
    unit = book.rule("payout_unit") or 1
    return [average_return(max(amount, 0), rate, unit) if right else 0 for amount, right in _by_right(book)]


def _rate_of(book: ReadBook, pot: int) -> Fraction:
    eligible, cap = sum(amount for amount, right in _by_right(book) if right), book.rule("return_cap")
    return average_return_rate(max(pot, 0), max(eligible, 0), ALL_OF_IT if cap is None else cap)


def _by_right(book: ReadBook) -> list[tuple[int, bool]]:
    """Give the interest paid of each row of the shares, and whether the by-laws give a right to a part of it back."""
    paid, members = interest_paid(book), book.tables["shares"].columns["member"]
    return [(paid.get(str(member), 0), value == YES) for member, value in zip(members, in_turn(book, "shares", *RIGHTS)["right"], strict=True)]


def _allocated(book: ReadBook, rule: str) -> int:
    rows = book.tables["allocation"]
    return sum(rows.money("allocated", index) for index in rows.used if rows.columns["account"][index] == book.rule(rule))


def _best(worked: list[list[int]], shown: list[int]) -> list[int]:
    return min(worked, key=lambda amounts: sum(amount != there for amount, there in zip(amounts, shown, strict=True)))


def _money_of(rows: ReadRows, index: int, column: str, expected: int, *more: str) -> Finding:
    """Give the finding of one member's amount."""
    member, found = str(rows.columns["member"][index]), rows.money(column, index)
    told = {"member": member, "who": member, "months": shown(rows.columns["share_months"][index], Kind.NUMBER), "heading": rows.table.columns[column].th}
    cells = [rows.where(column, index), *(rows.where(name, index) for name in more or ("share_months",))]
    finding = tie(f"{column} {member}", found, expected, cells, (Spot("shares", column),), about=about(rows, index), told=told)
    return caused(finding, of_figure(found, expected))


def _months_of(rows: ReadRows, index: int, expected: Exact) -> Finding:
    member, found = str(rows.columns["member"][index]), rows.columns["share_months"][index]
    told = (("member", member), ("who", member), ("months", shown(expected, Kind.NUMBER)))
    cells = (rows.where("share_months", index), rows.where("dividend", index))
    spots = (Spot("shares", "share_months"),)
    return Finding(
        f"months {member}",
        cells,
        spots,
        found=shown(found, Kind.NUMBER),
        expected=shown(expected, Kind.NUMBER),
        about=about(rows, index),
        variant="months",
        told=told,
    )


def _other_weights(book: ReadBook, rows: ReadRows) -> str:
    """Give the other weights of months that every row fits, in words; nothing where none does."""
    savings, unit = book.tables[book.book.shared], book.rule("share_value") or 1
    used = [index for index in rows.used if rows.columns["share_months"][index]]
    for opening in (12, 11, 0):
        for first in (12, 11, 10):
            if all(same(rows.columns["share_months"][index], _weighted(savings, index, opening, first, unit)) for index in used):
                return f"ยอดยกมา × {opening} เดือนแรก × {first}"
    return ""


def _weighted(savings: ReadRows, index: int, opening: int, first: int, unit: int) -> Fraction:
    months = sum(savings.money(name, index) * max(first - place, 0) for place, name in enumerate(MONTHS))
    whole = savings.money("opening", index) * opening + months - savings.money("missing_months", index)
    return Fraction(max(whole, 0), unit)


def _way(rows: ReadRows, index: int, way: str, count: int) -> Finding:
    cells = (rows.where("share_months", index), rows.where_total("share_months"))
    told = (("way", way), ("n", count))
    return Finding("way", cells, (Spot("shares", "share_months"),), found=way, expected="ตามระเบียบ", variant="way", told=told, severity=Severity.WARNING)


def interest_paid(book: ReadBook) -> dict[str, int]:
    """Give the interest receipted in the year of each borrower's contracts, whoever brought it."""
    loans = book.tables["loans"]
    borrower = {str(loans.columns["number"][index]): str(loans.columns["member"][index]) for index in loans.complete("number", "member")}
    paid: dict[str, int] = defaultdict(int)
    for line in lines(book):
        if line.register == INTEREST and line.contract in borrower:
            paid[borrower[line.contract]] += line.amount
    return paid


@check(
    "YEND-05", Severity.ERROR, needs=(*SHARES, "shares.interest", "year_end.return_rate", "loans.member", *REPAYMENTS),
    masked_by=upstream("YEND-05"), over="shares",
)  # fmt: skip
def average_return_recalc(book: ReadBook) -> Iterator[Finding]:
    """The average return is the common rate on the interest a member really paid in the year, no fines with it.

    Why: it thanks those who pay well. The return was worked from the contract's interest; 1,140.00 was paid.
    """
    rows, paid = book.tables["shares"], interest_paid(book)
    if not any(paid.values()) and not any(rows.money("average_return", index) for index in rows.used):
        raise NotApplicable("ปีนี้ไม่มีดอกเบี้ยที่สมาชิกชำระ")
    findings, returns = [], _returns(book)
    for index in rows.used:
        right, expected, found = returns[index], paid.get(str(rows.columns["member"][index]), 0), rows.money("average_return", index)
        if rows.money("interest", index) != expected:
            findings.append(_money_of(rows, index, "interest", expected, "average_return"))
        elif found != right and bool(found) == bool(right):
            findings.append(_money_of(rows, index, "average_return", right, "interest"))
    yield from paired(findings, OTHER_MEMBER)


@check(
    "YEND-06", Severity.WARNING, needs=(*SHARES, "shares.right", "members.status", "year_end.dividend_pot"), masked_by=upstream("YEND-06"),
    over="shares",
)  # fmt: skip
def eligibility(book: ReadBook) -> Iterator[Finding]:
    """Those who get a dividend or an average return are those the by-laws give a right to it, and nobody is left out.

    Why: a member forgotten hurts more than any slip of arithmetic. One has shares all year and gets nothing.
    """
    rows, members = book.tables["shares"], book.tables["members"]
    listed = {rows.columns["member"][index] for index in rows.used}
    for index in members.used:
        if members.columns["id"][index] is not None and members.columns["id"][index] not in listed:
            yield _not_listed(book, index)
    months, returns = _months(book), _returns(book)
    due = {"dividend": [_entitled(book, each) for each in months], "average_return": returns}
    for column in [name for name in due if any(rows.money(name, index) for index in rows.used)]:  # where nobody got any, it is the pot that waits: YEND-04's
        for index in rows.used:
            yield from _right(book, index, column, due[column][index])


def _entitled(book: ReadBook, months: object) -> int:
    """Give the dividend of so many share-months, out of the pot as it stands."""
    year_end = book.tables["year_end"]
    total, pot, unit = year_end.columns["share_months"][0], year_end.money("dividend_pot", 0), book.rule("payout_unit") or 1
    if not isinstance(months, (int, Fraction)) or not isinstance(total, (int, Fraction)) or not 0 < months <= total or pot <= 0:
        return 0
    return dividend(Fraction(months), Fraction(total), pot, unit)


def _right(book: ReadBook, index: int, column: str, expected: int) -> Iterator[Finding]:
    rows = book.tables["shares"]
    found = rows.money(column, index)
    if bool(found) != bool(expected):
        member, why = str(rows.columns["member"][index]), rows.columns["why"][index]
        told = {"member": member, "what": rows.table.columns[column].th, "why": f" ({why})" if why and found else "", "amount": baht(found or expected)}
        cells = [rows.where(column, index), rows.where("right" if column == "average_return" else "share_months", index)]
        spots = (Spot("shares", column),)
        yield tie(f"{column} {member}", found, expected, cells, spots, about=about(rows, index), told=told, variant="extra" if found else "")


def _not_listed(book: ReadBook, index: int) -> Finding:
    members, shares = book.tables["members"], book.tables["shares"]
    member = str(members.columns["id"][index])
    told = (("member", member),)
    cells = (members.where("id", index), shares.where("member", min(index, shares.length - 1)))
    spots = (Spot("shares", "member"),)
    return Finding(f"listed {member}", cells, spots, found="ไม่มีแถว", expected=member, about=about(members, index), variant="listed", told=told)
