"""RULE-01 and RULE-02: a rate above the ceiling, a loan above the limit."""

import datetime as dt
from decimal import Decimal
from random import Random

from addin.udfs import add_months
from templates.books import words
from workshop.mistakes.amounts import BAHT
from workshop.mistakes.base import BaseBook, Record
from workshop.mistakes.interest import carried_on
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, follows, kind, one_of, shuffled
from workshop.mistakes.vouchers import cash_row

EIGHTEEN, STEP = Decimal("0.18"), 50_000
MOST_INSTALMENTS = 120

follows("RULE-01", "LOAN-07", "REPAY-02", "REPAY-03", "RULE-07")
follows("RULE-02", "LOAN-06", "LOAN-07", "LOAN-09", "ARRS-04", "SIGN-05", "CASH-06")


@kind("RULE-01", "eighteen-per-cent", Mode.EITHER)
def eighteen_per_cent(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's, of one contract: 18 % a year, and interest charged so."""
    row = one_of(rng, [row for row in base.used("loans") if base.value("loans", "rate", row)])
    typed = base.retype()
    typed["loans"][row]["rate"] = EIGHTEEN
    return Slip(carried_on(base, typed, {typed["loans"][row]["number"]}), base.row("loans", row))


@kind("RULE-01", "new-loans-at-eighteen", Mode.EITHER)
def new_loans_at_eighteen(base: BaseBook, _: Random) -> Slip:
    """Make the catalogue's: the by-law says 18 % a year, this year's contracts say so, and interest is charged so."""
    first = base.rule("first_day")
    rows = [row for row in base.used("loans") if base.value("loans", "date", row) >= first and base.value("loans", "rate", row)]
    if not rows:
        raise NoPlaceError
    typed = base.retype()
    typed["rules"][0]["loan_rate"] = EIGHTEEN
    for row in rows:
        typed["loans"][row]["rate"] = EIGHTEEN
    return Slip(carried_on(base, typed, {typed["loans"][row]["number"] for row in rows}), base.cell("rules", "loan_rate") | base.row("loans", *rows))


def _typed(name: str, rate: Decimal, cause: Cause) -> None:
    """Register a contract's rate typed otherwise than charged."""

    def make(base: BaseBook, rng: Random) -> Slip:
        row = one_of(rng, [row for row in base.used("loans") if base.value("loans", "rate", row) == Decimal("0.12")])
        typed = base.retype()
        typed["loans"][row]["rate"] = rate
        return Slip(base.kept(typed), base.row("loans", row))

    kind("RULE-01", name, Mode.EITHER, cause)(make)


_typed("rate-transposed", Decimal("0.21"), Cause.TRANSPOSED)
_typed("rate-ten-times", Decimal("1.2"), Cause.TEN_TIMES)


# RULE-02: the limit of a person's loans.


def amended(base: BaseBook, day: dt.date) -> list[int]:
    """Give the rows of the dated rules that had changed the limit by a day, oldest first."""
    name = base.book.tables["rules"].columns["loan_limit"].th
    return sorted(
        (row for row in base.find("dated_rules", rule=name) if base.value("dated_rules", "since", row) <= day),
        key=lambda row: base.value("dated_rules", "since", row),
    )


def limit_on(base: BaseBook, day: dt.date) -> int:
    """Give the limit in force on a day."""
    rows = amended(base, day)
    return int(base.value("dated_rules", "value", rows[-1]) * BAHT) if rows else int(base.rule("loan_limit"))


@kind("RULE-02", "limit-ten-times-less", Mode.EITHER, Cause.TEN_TIMES)
def limit_ten_times_less(base: BaseBook, _: Random) -> Slip:
    """Make the by-law's limit a nought too low, so that this year's usual loans are above it."""
    limit, first = base.rule("loan_limit") // 10, base.rule("first_day")
    new = [row for row in base.used("loans") if base.value("loans", "date", row) >= first and not amended(base, base.value("loans", "date", row))]
    rows = [row for row in new if base.money("loans", "principal", row) > limit]
    if not rows:
        raise NoPlaceError
    typed = base.retype()
    typed["rules"][0]["loan_limit"] = limit
    return Slip(base.kept(typed), base.cell("rules", "loan_limit") | base.row("loans", *rows), limit - base.rule("loan_limit"))


@kind("RULE-02", "larger", Mode.EITHER)
def larger(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a loan of this year above the limit, paid out so; the money came from the bank."""
    paid = [place for place in base.find("cash", item=base.item(words.LENDING), kind=words.PAY) if base.money("cash", "cash_out", place)]
    for place in shuffled(rng, paid):
        row = base.where("loans", number=base.value("cash", "reference", place))
        typed = base.retype()
        loan, day = typed["loans"][row], typed["cash"][place]["date"]
        more = (limit_on(base, loan["date"]) - loan["principal"]) // STEP * STEP + rng.randint(1, 4) * STEP
        instalments = -(-(loan["principal"] + more) // loan["instalment"])
        if not 0 < more <= _least_in_bank(base, day) or instalments > MOST_INSTALMENTS:
            continue
        loan |= {"principal": loan["principal"] + more, "instalments": instalments}
        drawn = {"date": day, "kind": words.MOVE, "voucher": "ถอนเพิ่ม", "description": "ถอนเงินฝากธนาคาร", "cash_in": more, "bank1_out": more}
        typed["cash"][place]["cash_out"] += more
        typed["cash"].insert(place, drawn)
        return Slip(carried_on(base, typed, {loan["number"]}), base.row("loans", row) | base.row("cash", place + 1), more)
    raise NoPlaceError


def _least_in_bank(base: BaseBook, day: dt.date) -> int:
    """Give the least the bank holds from a day on."""
    return min(base.money("cash", "bank1_balance", row) for row in base.used("cash") if base.value("cash", "date", row) >= day)


@kind("RULE-02", "a-second-loan", Mode.EITHER)
def a_second_loan(base: BaseBook, rng: Random) -> Slip:
    """Make a second loan for one who still owes: together above the limit. The money came from the bank."""
    last = max(base.value("receipts", "date", index) for index in base.used("receipts"))
    limit = limit_on(base, last)
    open_rows = [row for row in base.used("loans") if base.money("loans", "balance", row)]
    for row in sorted(shuffled(rng, open_rows), key=lambda row: -base.money("loans", "balance", row)):
        typed = base.retype()
        principal = (limit - base.money("loans", "balance", row)) // STEP * STEP + rng.randint(1, 4) * STEP
        if principal > _least_in_bank(base, last):
            break
        loan = _new(base, typed["loans"][row], last, principal)
        typed["loans"].append(loan)
        cash_row(base, rng, typed, day=last, kind=words.MOVE, description="ถอนเงินฝากธนาคาร", cash_in=principal, bank1_out=principal)
        place = cash_row(base, rng, typed, day=last, kind=words.PAY, item=base.item(words.LENDING), reference=loan["number"], cash_out=principal)
        return Slip(base.kept(typed, proofs=True), base.row("loans", row, len(typed["loans"]) - 1) | base.row("cash", place), principal)
    raise NoPlaceError


def _new(base: BaseBook, like: Record, day: dt.date, principal: int) -> Record:
    """Give the next contract of a borrower, in ten instalments."""
    year = base.rule("last_day").year + 543
    numbers = [str(number) for number in base.column("loans", "number") if number]
    return like | {
        "number": f"กู้ {len(numbers) + 1}/{year}", "date": day, "principal": principal, "instalments": 10, "instalment": -(-principal // 10),
        "plan": words.MONTHLY, "first_due": add_months(day, 1), "repaid_before": None, "interest_to": None, "due": None, "continues": None,
    }  # fmt: skip
