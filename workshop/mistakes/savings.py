"""SAV: a member's savings posted otherwise than received, the ledger beside the register, more taken out than there is."""

import datetime as dt
from random import Random
from typing import Any

from templates.books import words
from templates.books.members import MONTHS
from templates.filled import Filled
from workshop.mistakes.amounts import doubled, left_out, ten_times, transposed
from workshop.mistakes.base import BaseBook, in_date_order, satang
from workshop.mistakes.cash import expenses
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, amounts_of, figure, follows, kind, one_of, shuffled
from workshop.mistakes.vouchers import DEPRECIATION, SUSPENSE, Line, cash_row, voucher

HUNDRED = 10_000
SOME_DAYS = 5
SHARED_OUT = ("YEND-03", "YEND-04", "YEND-05", "YEND-06", "YEND-09", "LEDG-08")

follows("SAV-01", "SAV-02", *SHARED_OUT)
follows("SAV-02", "LEDG-05", "LEDG-07", "YEND-10")
follows("SAV-03", "MEMB-03", "SAV-06", "CASH-06", "SIGN-01", "WELF-08")

posted_months = amounts_of("savings", *MONTHS)
figure("SAV-01", "receipt-transposed", posted_months, transposed, Cause.TRANSPOSED)
figure("SAV-01", "receipt-ten-times", posted_months, ten_times, Cause.TEN_TIMES)
figure("SAV-01", "receipt-not-posted", posted_months, left_out, Cause.MISSING)
figure("SAV-01", "receipt-posted-twice", posted_months, doubled, Cause.TWICE)
figure("SAV-01", "brought-forward-transposed", amounts_of("savings", "opening"), transposed, Cause.TRANSPOSED)
figure("SAV-01", "closing-transposed", amounts_of("savings", "closing"), transposed, Cause.TRANSPOSED)
figure("SAV-01", "withdrawal-not-posted", amounts_of("savings", "withdrawn"), left_out, Cause.MISSING)


@kind("SAV-01", "closing-and-control-less", Mode.VALUES, also=("LEDG-02", "LEDG-03", "LEDG-04"))
def closing_and_control_less(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: 200 less on a member's closing and on the control account, so that the two agree."""
    index = one_of(rng, [index for index in base.used("savings") if base.money("savings", "closing", index) > 2 * HUNDRED])
    line = base.where("trial_balance", code=base.rule("account_savings"))
    less = -2 * HUNDRED
    closing, control = base.money("savings", "closing", index) + less, base.money("trial_balance", "balance", line) - less
    after = base.posted({("savings", "closing"): {index: closing}, ("trial_balance", "balance"): {line: control}})
    return Slip(after, base.row("savings", index), less)


@kind("SAV-01", "other-member", Mode.VALUES, Cause.OTHER_MEMBER)
def posted_to_another_member(base: BaseBook, rng: Random) -> Slip:
    """Make a receipt posted on the line of another member."""
    column, index, amount = one_of(rng, _posted(base))
    other = one_of(rng, [each for each in base.used("savings") if each != index and base.value("members", "status", each) == words.ACTIVE])
    there = base.money("savings", column, other) + amount
    after = base.posted({("savings", column): {index: base.money("savings", column, index) - amount, other: there}})
    return Slip(after, base.row("savings", index, other), amount)


@kind("SAV-01", "deposit-as-withdrawal", Mode.VALUES, Cause.WRONG_SIDE)
def deposit_as_withdrawal(base: BaseBook, rng: Random) -> Slip:
    """Make a deposit posted among the withdrawals."""
    column, index, amount = one_of(rng, _posted(base))
    taken = base.money("savings", "withdrawn", index) + amount
    after = base.posted({("savings", column): {index: 0}, ("savings", "withdrawn"): {index: taken}})
    return Slip(after, base.row("savings", index), -2 * amount)


def _posted(base: BaseBook) -> list[tuple[str, int, int]]:
    return [(column, index, base.money("savings", column, index)) for _, column, index in posted_months(base)]


# SAV-02: the ledger says otherwise than the register.


def control(base: BaseBook) -> frozenset[str]:
    """Give the figures that contradict each other: the register's total and the control account's line."""
    code = base.rule("account_savings")
    lines = base.row("trial_balance", *base.find("trial_balance", code=code)) | base.row("position", *base.find("position", code=code))
    return base.total("savings", "closing") | lines


@kind("SAV-02", "voucher-against-suspense", Mode.EITHER)
def voucher_against_suspense(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a balanced voucher credits savings that no member has."""
    amount = rng.choice((1, 2, 3, 5, 12)) * HUNDRED
    return _voucher(base, rng, [Line(SUSPENSE, amount), Line(base.rule("account_savings"), -amount)])


@kind("SAV-02", "voucher-to-the-wrong-account", Mode.EITHER)
def voucher_to_the_wrong_account(base: BaseBook, rng: Random) -> Slip:
    """Depreciation credited to savings, where the accumulated depreciation was meant."""
    amount = rng.randint(200, 900) * 100
    return _voucher(base, rng, [Line(DEPRECIATION, amount), Line(base.rule("account_savings"), -amount)])


def _voucher(base: BaseBook, rng: Random, lines: list[Line]) -> Slip:
    typed = base.retype()
    rows = voucher(base, rng, typed, lines)
    return Slip(base.kept(typed), base.row("journal", *rows) | control(base), abs(lines[0].amount))


@kind("SAV-02", "straight-into-the-cash-book", Mode.EITHER, Cause.MISSING, also=("CASH-07",))
def straight_into_the_cash_book(base: BaseBook, rng: Random) -> Slip:
    """Make savings received and written into the cash book alone: the receipt is not among the receipts."""
    typed = base.retype()
    amount = rng.choice((1, 2, 3, 4)) * base.rule("share_value")
    place = cash_row(base, rng, typed, kind=words.RECEIVE, item=base.item(words.SAVINGS), cash_in=amount)
    return Slip(base.kept(typed, proofs=True), base.row("cash", place) | control(base), amount)


@kind("SAV-02", "expense-as-a-withdrawal", Mode.EITHER, also=("STRUCT-07", "CASH-07"))
def expense_as_a_withdrawal(base: BaseBook, rng: Random) -> Slip:
    """Make an expense for which the item of withdrawals was picked; no member stands beside it."""
    typed = base.retype()
    place = one_of(rng, expenses(base))
    typed["cash"][place]["item"] = base.item(words.WITHDRAWAL)
    return Slip(base.kept(typed), base.row("cash", place) | control(base), typed["cash"][place]["cash_out"])


# SAV-03: below nothing on some day.


def lowest(filled: Filled, member: str) -> int:
    """Give the least savings of a member at the end of any day."""
    receipts, cash, opening = filled["receipts"].columns, filled["cash"].columns, filled["opening_members"].columns
    moves: dict[dt.date, int] = {}

    def move(day: Any, amount: int) -> None:
        moves[day] = moves.get(day, 0) + amount

    for day, who, register, way, amount in zip(*(receipts[name] for name in ("date", "member", "register", "way", "amount")), strict=True):
        if who == member:
            move(day, satang(amount) if register == words.SAVINGS else -satang(amount) if way == words.FROM_SAVINGS else 0)
    for day, who, register, paid in zip(*(cash[name] for name in ("date", "reference", "register", "paid")), strict=True):
        if who == member and register == words.WITHDRAWAL:
            move(day, -satang(paid))
    balance = low = sum(satang(amount) for who, amount in zip(opening["member"], opening["savings"], strict=True) if who == member)
    for day in sorted(moves):
        balance += moves[day]
        low = min(low, balance)
    return low


def withdrawals(base: BaseBook) -> list[int]:
    """Give the rows of savings paid back."""
    return base.find("cash", item=base.item(words.WITHDRAWAL), kind=words.PAY)


def deposits(base: BaseBook, member: str) -> list[int]:
    """Give the receipt rows of a member's savings."""
    return base.receipts(member=member, item=base.item(words.SAVINGS))


def below_nothing(after: Filled, cells: frozenset[str], member: str, amount: int | None = None) -> Slip:
    """Give the slip where a member's savings do go below nothing, and the cash does not."""
    if lowest(after, member) >= 0 or any(satang(balance) < 0 for balance in after["cash"].columns["cash_balance"]):
        raise NoPlaceError
    return Slip(after, cells, amount)


@kind("SAV-03", "withdrawn-before-the-deposit", Mode.EITHER)
def withdrawn_before_the_deposit(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a withdrawal, and the money drawn for it, dated before the deposit it needs."""
    for place in shuffled(rng, withdrawals(base)):
        member, day = base.value("cash", "reference", place), base.value("cash", "date", place)
        before = [base.value("receipts", "date", index) for index in deposits(base, member)]
        days = [each - dt.timedelta(days=rng.randint(1, SOME_DAYS)) for each in before if each < day]
        if days and days[-1] >= base.rule("first_day"):
            typed = base.retype()
            drawn = [row for row in base.find("cash", date=day, kind=words.MOVE) if base.money("cash", "cash_in", row)]
            moved = [typed["cash"][row] | {"date": days[-1]} for row in (*drawn, place)]
            typed["cash"] = [row for index, row in enumerate(typed["cash"]) if index not in (*drawn, place)]
            there = [in_date_order(typed["cash"], record) for record in moved][-1]
            line = base.row("savings", base.where("savings", member=member))
            return below_nothing(base.kept(typed), base.row("cash", there) | line, member)
    raise NoPlaceError


@kind("SAV-03", "more-than-there-is", Mode.EITHER)
def more_than_there_is(base: BaseBook, rng: Random) -> Slip:
    """Make a withdrawal really paid, of more than the member had on the day; later deposits cover it."""
    balances = list(zip(base.column("cash", "date"), base.column("cash", "cash_balance"), strict=True))
    for member in shuffled(rng, _savers(base)):
        own, line = deposits(base, member), base.where("savings", member=member)
        day = base.value("receipts", "date", own[len(own) // 2]) + dt.timedelta(days=1)
        saved = sum(base.money("receipts", "amount", index) for index in own if base.value("receipts", "date", index) < day)
        amount = base.money("savings", "opening", line) + saved + base.money("receipts", "amount", own[-1])
        if amount <= min(satang(balance) for date, balance in balances if date is not None and date >= day):
            typed = base.retype()
            place = cash_row(base, rng, typed, day=day, kind=words.PAY, item=base.item(words.WITHDRAWAL), reference=member, cash_out=amount)
            return below_nothing(base.kept(typed, proofs=True), base.row("cash", place) | base.row("savings", line), member, amount - saved)
    raise NoPlaceError


def _savers(base: BaseBook) -> list[str]:
    """Give members who stay, took nothing out and have saved for months."""
    staying = [str(base.value("members", "id", index)) for index in base.find("members", status=words.ACTIVE)]
    return [member for member in staying if len(deposits(base, member)) > 3 and not base.find("cash", reference=member)]  # noqa: PLR2004 (a few months)


@kind("SAV-03", "withdrawal-of-another-member", Mode.EITHER, Cause.OTHER_MEMBER)
def withdrawal_of_another_member(base: BaseBook, rng: Random) -> Slip:
    """Make a withdrawal booked to a member who has less."""
    for place in shuffled(rng, withdrawals(base)):
        index = base.where("savings", member=base.value("cash", "reference", place))
        amount = base.money("cash", "cash_out", place)
        poorer = [each for each in base.used("savings") if each != index and 0 < base.money("savings", "closing", each) < amount]
        if poorer:
            other = rng.choice(poorer)
            typed = base.retype()
            typed["cash"][place]["reference"] = member = base.value("savings", "member", other)
            return below_nothing(base.kept(typed), base.row("cash", place) | base.row("savings", index, other), member, amount)
    raise NoPlaceError


@kind("SAV-03", "deposit-of-one-who-left-to-another", Mode.EITHER, Cause.OTHER_MEMBER)
def deposit_to_another_member(base: BaseBook, rng: Random) -> Slip:
    """Make a deposit of one who then took everything out, typed under another's code."""
    left = [base.value("cash", "reference", place) for place in withdrawals(base)]
    gone = [member for member in left if base.money("savings", "closing", base.where("savings", member=member)) == 0 and deposits(base, member)]
    member = one_of(rng, gone)
    receipt = rng.choice(deposits(base, member))
    staying = base.find("members", status=words.ACTIVE)
    other = one_of(rng, staying)
    typed = base.retype()
    typed["receipts"][receipt]["member"] = base.value("members", "id", other)
    lines = base.row("savings", base.where("savings", member=member), other)
    return below_nothing(base.kept(typed), base.row("receipts", receipt) | lines, member, base.money("receipts", "amount", receipt))
