"""Simulated years of clubs as filled books, each made once, and a plain reading of their facts that shares nothing with the book."""

import datetime as dt
from collections import Counter
from functools import cache

from templates.books.welfare_club import welfare_club
from templates.declare import FundBook, Size
from templates.filled import Filled, fill
from workshop.club import keep_club, simulate_club
from workshop.club.facts import ClubYear, Collected, Earned, FeeMoved, Moved, Paid, Received, Remitted, Waived

MONEY = {"cash": "1B110", "bank1": "1A120", "bank2": "1B120"}
INCOME = {
    "ค่าสมัคร": "4B110", "ค่าบำรุงรายปี": "4B120", "เงินสงเคราะห์ล่วงหน้า": "2A110", "เงินบริจาค": "4B150", "ดอกเบี้ยธนาคาร บัญชีชมรม": "4B140",
    "ดอกเบี้ยธนาคาร เงินสงเคราะห์": "2A310",
}  # fmt: skip
SPENT = {
    "ค่าแบบพิมพ์": "5B110", "ค่าพวงหรีด": "5B120", "ค่าเดินทาง": "5B130", "ค่าใช้จ่ายในการประชุม": "5B140", "คืนเงินล่วงหน้า": "2A110",
    "ดอกเบี้ยธนาคาร เงินสงเคราะห์": "2A310",
}  # fmt: skip
PAYABLE, RECEIVABLE, COLLECTORS, FEES = "2A210", "1A310", "1A110", "4B130"


def typed_for(book: FundBook, year: ClubYear) -> dict[str, list[dict[str, object]]]:
    return keep_club(year, {name: [dict(row) for row in table.initial] for name, table in book.tables.items() if table.initial})


@cache
def kept_club(seed: int, members: int, first_day: dt.date = dt.date(2024, 1, 1)) -> tuple[ClubYear, FundBook, Filled]:
    year, size = simulate_club(seed, members, first_day), Size(members, 2)
    book = welfare_club(size)
    return year, book, fill(book, size, typed_for(book, year))


def posting(event: object) -> dict[str, int]:  # noqa: PLR0911 - one a kind of fact
    """Tell what a fact debits (+) and credits (−)."""
    match event:
        case Received(item=item, amount=amount, channel=channel, bank=bank):
            place = {"เงินสด": MONEY["cash"], "ผู้เก็บเงิน": COLLECTORS, "โอน": MONEY.get(f"bank{bank}", "")}[channel]
            return {place: amount, INCOME[item]: -amount}
        case Collected(kind=kind, amount=amount):
            return {} if kind == "เงินล่วงหน้า" else {COLLECTORS: amount, RECEIVABLE: -amount}
        case Remitted(amount=amount):
            return {MONEY["bank1"]: amount, COLLECTORS: -amount}
        case Paid(item=item, place=place, amount=amount):
            return {SPENT.get(item, PAYABLE): amount, MONEY[place]: -amount}
        case FeeMoved(amount=amount):
            return {PAYABLE: amount, MONEY["bank1"]: -amount, MONEY["bank2"]: amount, FEES: -amount}
        case Earned(item=item, place=place, amount=amount):
            return {MONEY[place]: amount, INCOME[item]: -amount}
        case Moved(source=source, target=target, amount=amount):
            return {MONEY[target]: amount, MONEY[source]: -amount}
        case Waived(amount=amount):
            return {PAYABLE: amount, RECEIVABLE: -amount}
    raise AssertionError(event)


def balances(year: ClubYear) -> Counter[str]:
    """Fold the year over its opening balances: its calls, and every fact."""
    found = Counter(year.opening)
    for case in year.cases.values():
        if case.before is None:
            found.update({RECEIVABLE: case.called})
            found.subtract({PAYABLE: case.called})
    for event in year.events:
        for account, amount in posting(event).items():
            found[account] += amount
    return Counter({account: amount for account, amount in found.items() if amount})
