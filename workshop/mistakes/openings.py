"""LEDG-06: what was brought forward by account is not what was brought forward by member and by contract."""

from random import Random

from templates.filled import Filled
from workshop.keep import Typed
from workshop.mistakes.amounts import Change, ten_times, transposed
from workshop.mistakes.base import BaseBook
from workshop.mistakes.interest import carried_on
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, changed, follows, kind, one_of

SAVINGS, LOANS = "account_savings", "account_loans"
OWED = ("unpaid_dividend", "unpaid_return", "prepaid")

follows("LEDG-06", "SAV-02", "LOAN-02", "LEDG-02", "LEDG-03", "LEDG-08", "NETW-04", "REPAY-02", "REPAY-03", "REPAY-04", "REPAY-07", "ARRS-01", "SAV-03")


def brought(base: BaseBook, rule: str) -> frozenset[str]:
    """Give both sides: the account's opening line, and the total of what its register brings forward."""
    line = base.row("opening", *base.find("opening", account=base.rule(rule)))
    return line | (base.total("opening_members", "savings") if rule == SAVINGS else base.total("loans", "principal") | base.total("loans", "repaid_before"))


def carried(base: BaseBook) -> list[int]:
    """Give the contracts brought forward with something repaid."""
    return [index for index in base.used("loans") if base.money("loans", "repaid_before", index)]


def _member(name: str, change: Change, cause: Cause) -> None:
    def make(base: BaseBook, rng: Random) -> Slip:
        amounts = [(row, base.money("opening_members", "savings", row)) for row in base.used("opening_members")]
        row, amount, written = changed(rng, amounts, change)
        typed = base.retype()
        typed["opening_members"][row]["savings"] = written
        return Slip(base.kept(typed), base.row("opening_members", row) | brought(base, SAVINGS), written - amount)

    kind("LEDG-06", name, Mode.EITHER, cause)(make)


_member("member-transposed", transposed, Cause.TRANSPOSED)
_member("member-ten-times", ten_times, Cause.TEN_TIMES)


@kind("LEDG-06", "member-left-out", Mode.EITHER, Cause.MISSING)
def member_left_out(base: BaseBook, rng: Random) -> Slip:
    """Make a member missing from what was brought forward by member."""
    row = one_of(rng, [row for row in base.used("opening_members") if not any(base.money("opening_members", name, row) for name in OWED)])
    typed = base.retype()
    gone = typed["opening_members"].pop(row)
    line = base.row("savings", base.where("savings", member=gone["member"]))
    return Slip(base.kept(typed), base.row("opening_members", row) | line | brought(base, SAVINGS), -gone["savings"])


def _repaid(base: BaseBook, row: int, before: int | None) -> Filled:
    """Fill the book in which so much was repaid of a contract before; the year's interest is charged as its card then says."""
    typed = base.retype()
    typed["loans"][row]["repaid_before"] = before
    return carried_on(base, typed, {typed["loans"][row]["number"]})


def _contract(name: str, change: Change, cause: Cause) -> None:
    def make(base: BaseBook, rng: Random) -> Slip:
        row, amount, written = changed(rng, [(row, base.money("loans", "repaid_before", row)) for row in carried(base)], change)
        if written > base.money("loans", "principal", row):
            raise NoPlaceError
        return Slip(_repaid(base, row, written), base.row("loans", row) | brought(base, LOANS), written - amount)

    kind("LEDG-06", name, Mode.EITHER, cause)(make)


_contract("repaid-before-transposed", transposed, Cause.TRANSPOSED)
_contract("repaid-before-ten-times", ten_times, Cause.TEN_TIMES)


@kind("LEDG-06", "repaid-before-left-out", Mode.EITHER, Cause.MISSING)
def repaid_before_left_out(base: BaseBook, rng: Random) -> Slip:
    """Make a contract brought forward without what had been repaid."""
    row = one_of(rng, carried(base))
    return Slip(_repaid(base, row, None), base.row("loans", row) | brought(base, LOANS), -base.money("loans", "repaid_before", row))


def _account(base: BaseBook, rng: Random) -> tuple[Typed, str, int, str]:
    """Give what was typed, one of the two accounts, its opening row and its side."""
    rule = rng.choice((SAVINGS, LOANS))
    (row,) = base.find("opening", account=base.rule(rule))
    return base.retype(), rule, row, "credit" if rule == SAVINGS else "debit"


@kind("LEDG-06", "account-transposed", Mode.EITHER, Cause.TRANSPOSED)
def account_transposed(base: BaseBook, rng: Random) -> Slip:
    """Make the digits of an account's opening balance exchanged."""
    typed, rule, row, column = _account(base, rng)
    _, amount, written = changed(rng, [(None, base.money("opening", column, row))], transposed)
    typed["opening"][row][column] = written
    return Slip(base.kept(typed), brought(base, rule), written - amount)


@kind("LEDG-06", "account-on-the-other-side", Mode.EITHER, Cause.WRONG_SIDE)
def account_on_the_other_side(base: BaseBook, rng: Random) -> Slip:
    """Make an account's opening balance on the other side."""
    typed, rule, row, _ = _account(base, rng)
    record = typed["opening"][row]
    record["debit"], record["credit"] = record["credit"], record["debit"]
    amount = int(record["debit"] or record["credit"])
    return Slip(base.kept(typed), brought(base, rule), 2 * amount)


@kind("LEDG-06", "between-two-accounts", Mode.EITHER)
def between_two_accounts(base: BaseBook, rng: Random) -> Slip:
    """So much more on one account and on the reserve, so that the opening balances."""
    typed, rule, row, column = _account(base, rng)
    amount = rng.choice((500, 1500, 2000)) * 100
    (reserve,) = base.find("opening", account=base.rule("account_reserve"))
    more = amount if rule == LOANS else -amount
    typed["opening"][row][column] += amount
    typed["opening"][reserve]["credit"] += more
    if typed["opening"][reserve]["credit"] <= 0:
        raise NoPlaceError
    return Slip(base.kept(typed), brought(base, rule) | base.row("opening", reserve), amount)
