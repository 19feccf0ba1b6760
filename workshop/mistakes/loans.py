"""LOAN: repayments posted otherwise on the cards, the ledger beside the register, loans whose payment is not in the cash book."""

from collections.abc import Callable
from random import Random

from addin.udfs import add_months
from templates.books import words
from templates.kinds import Exact
from workshop.mistakes.amounts import Change, ten_times, ten_times_more, transposed
from workshop.mistakes.base import BaseBook, Node, in_date_order, rows_again, rows_without
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, amounts_of, changed, figure, follows, kind, one_of, shuffled
from workshop.mistakes.vouchers import DOUBTFUL, OTHER_EXPENSE_ITEM, OTHER_INCOME, Line, cash_row, voucher

THOUSAND = 100_000
POSTED = ("contract", "date", "receipt", "months", "principal", "interest", "fine")
"""What is copied from receipts onto a card; the rest of the card is reckoned."""

CARDS = ("REPAY-02", "REPAY-03", "REPAY-04", "REPAY-05", "REPAY-07")
follows("LOAN-01", "LOAN-02", *CARDS, "ARRS-01", "ARRS-02", "ARRS-03", "RULE-02", "YEND-05", "YEND-06", "YEND-09")
follows("LOAN-02", "LEDG-05", "LEDG-07", "RULE-07", "RULE-08")
MONEY = ("CASH-02", "CASH-03", "CASH-04", "CASH-06", "CASH-07")
follows("LOAN-05", *MONEY, "LOAN-02", "LOAN-07", "RULE-02", "REPAY-02", "REPAY-03", "REPAY-05", "REPAY-07", "ARRS-01")

repayments = amounts_of("cards", "principal")
figure("LOAN-01", "principal-transposed", repayments, transposed, Cause.TRANSPOSED)
figure("LOAN-01", "principal-ten-times", repayments, ten_times, Cause.TEN_TIMES)
figure("LOAN-01", "card-s-interest-transposed", amounts_of("cards", "interest"), transposed, Cause.TRANSPOSED)
figure("LOAN-01", "balance-transposed", amounts_of("loans", "balance"), transposed, Cause.TRANSPOSED)
figure("LOAN-01", "repaid-transposed", amounts_of("loans", "repaid"), transposed, Cause.TRANSPOSED)


def accounts(base: BaseBook, index: int) -> frozenset[str]:
    """Give where a contract's balance is read: its row in the register and in the ageing."""
    return base.row("loans", index) | base.row("ageing", index)


@kind("LOAN-01", "balance-and-control-less", Mode.VALUES, also=("LEDG-02", "LEDG-03", "LEDG-04"))
def balance_and_control_less(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: 1,000 less on a contract's balance and on the control account, so that the two agree."""
    index = one_of(rng, [index for index in base.used("loans") if base.money("loans", "balance", index) > THOUSAND])
    line = base.where("trial_balance", code=base.rule("account_loans"))
    balance, control = base.money("loans", "balance", index), base.money("trial_balance", "balance", line)
    after = base.posted({("loans", "balance"): {index: balance - THOUSAND}, ("trial_balance", "balance"): {line: control - THOUSAND}})
    return Slip(after, accounts(base, index), -THOUSAND)


@kind("LOAN-01", "repayments-added", Mode.VALUES, Cause.WRONG_SIDE)
def repayments_added(base: BaseBook, rng: Random) -> Slip:
    """Make the year's repayments added to the debt where they take it down."""
    index = one_of(rng, [index for index in base.used("loans") if base.money("loans", "repaid", index)])
    gap = 2 * base.money("loans", "repaid", index)
    after = base.posted({("loans", "balance"): {index: base.money("loans", "balance", index) + gap}})
    return Slip(after, accounts(base, index), gap)


def _contract(base: BaseBook, card: int) -> int:
    return base.where("loans", number=base.value("cards", "contract", card))


@kind("LOAN-01", "other-contract", Mode.VALUES, Cause.OTHER_CONTRACT)
def posted_to_another_contract(base: BaseBook, rng: Random) -> Slip:
    """Make a repayment posted on another contract's card."""
    (_, _, card), amount = one_of(rng, [(place, base.money(*place)) for place in repayments(base)])
    own = _contract(base, card)
    open_then = [index for index in base.used("loans") if base.value("loans", "date", index) < base.value("cards", "date", card)]
    other = one_of(rng, [index for index in open_then if index != own and base.money("loans", "balance", index) >= amount])
    held = {("cards", name): {card: base.value("cards", name, card)} for name in POSTED}
    held["cards", "contract"] = {card: base.value("loans", "number", other)}
    return Slip(base.posted(held), base.row("cards", card) | accounts(base, own) | accounts(base, other), amount)


def _rows_moved(name: str, cause: Cause, move: Callable[[BaseBook, int], dict[Node, dict[int, Exact]]], sign: int) -> None:
    def make(base: BaseBook, rng: Random) -> Slip:
        _, _, card = one_of(rng, repayments(base))
        cells = base.row("cards", card, card + 1) | accounts(base, _contract(base, card))
        return Slip(base.posted(move(base, card)), cells, sign * base.money("cards", "principal", card))

    kind("LOAN-01", name, Mode.VALUES, cause)(make)


_rows_moved("repayment-not-posted", Cause.MISSING, lambda base, card: _posted_only(dict(rows_without(base.filled, "cards", card))), -1)
_rows_moved("repayment-posted-twice", Cause.TWICE, lambda base, card: dict(rows_again(base.filled, "cards", card, POSTED)), 1)


def _posted_only(columns: dict[Node, dict[int, Exact]]) -> dict[Node, dict[int, Exact]]:
    return {node: cells for node, cells in columns.items() if node[1] in POSTED}


# LOAN-02: the ledger says otherwise than the register.


def control(base: BaseBook) -> frozenset[str]:
    """Give the figures that contradict each other: the register's total and the control account's line."""
    code = base.rule("account_loans")
    lines = base.row("trial_balance", *base.find("trial_balance", code=code)) | base.row("position", *base.find("position", code=code))
    return base.total("loans", "balance") | lines


@kind("LOAN-02", "voucher-against-income", Mode.EITHER)
def voucher_against_income(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a balanced voucher debits loans that no contract has."""
    amount = rng.choice((4, 7, 11, 15)) * THOUSAND // 10
    typed = base.retype()
    rows = voucher(base, rng, typed, [Line(base.rule("account_loans"), amount), Line(OTHER_INCOME, -amount)])
    return Slip(base.kept(typed), base.row("journal", *rows) | control(base), amount)


@kind("LOAN-02", "written-off-in-the-ledger-alone", Mode.EITHER)
def written_off_in_the_ledger_alone(base: BaseBook, rng: Random) -> Slip:
    """Make a debt written off by a voucher, and not in its register."""
    index = one_of(rng, [index for index in base.used("loans") if base.money("loans", "balance", index)])
    amount = base.money("loans", "balance", index)
    typed = base.retype()
    rows = voucher(base, rng, typed, [Line(DOUBTFUL, amount), Line(base.rule("account_loans"), -amount)])
    return Slip(base.kept(typed), base.row("journal", *rows) | control(base) | accounts(base, index), amount)


@kind("LOAN-02", "written-off-in-the-register-alone", Mode.EITHER)
def written_off_in_the_register_alone(base: BaseBook, rng: Random) -> Slip:
    """Make a debt written off in its register, and no voucher takes it off the ledger."""
    index = one_of(rng, [index for index in base.used("loans") if base.money("loans", "balance", index)])
    amount, minute = base.money("loans", "balance", index), base.value("minutes", "number", 0)
    typed = base.retype()
    debt = {"contract": base.value("loans", "number", index), "date": base.rule("last_day"), "amount": amount, "minute": minute}
    typed["write_offs"] = [*typed.get("write_offs", []), debt]
    cells = base.row("write_offs", len(typed["write_offs"]) - 1) | control(base) | accounts(base, index)
    return Slip(base.kept(typed), cells, amount)


@kind("LOAN-02", "straight-into-the-cash-book", Mode.EITHER, Cause.MISSING, also=("CASH-07", "REPAY-01"))
def straight_into_the_cash_book(base: BaseBook, rng: Random) -> Slip:
    """Make a repayment written into the cash book alone: the receipt is not among the receipts."""
    typed = base.retype()
    amount = base.money("loans", "instalment", one_of(rng, base.used("loans")))
    place = cash_row(base, rng, typed, kind=words.RECEIVE, item=base.item(words.PRINCIPAL), cash_in=amount)
    return Slip(base.kept(typed, proofs=True), base.row("cash", place) | control(base), amount)


# LOAN-05: the money paid out.


def payments(base: BaseBook) -> list[tuple[int, int]]:
    """Give the loans paid out this year: the row of the contract and of its payment."""
    rows = base.find("cash", item=base.item(words.LENDING), kind=words.PAY)
    return [(base.where("loans", number=base.value("cash", "reference", place)), place) for place in rows]


@kind("LOAN-05", "paid-as-another-expense", Mode.EITHER, also=("YEND-02", "LEDG-07"))
def paid_as_another_expense(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: the paying voucher names another expense, amounts as they were."""
    index, place = one_of(rng, payments(base))
    typed = base.retype()
    typed["cash"][place] |= {"item": OTHER_EXPENSE_ITEM, "reference": None}
    return Slip(base.kept(typed), base.row("loans", index) | base.row("cash", place), base.money("loans", "principal", index))


@kind("LOAN-05", "paid-for-another-contract", Mode.EITHER, Cause.OTHER_CONTRACT)
def paid_for_another_contract(base: BaseBook, rng: Random) -> Slip:
    """Make the paying voucher name another contract."""
    paid = shuffled(rng, payments(base))
    if len(paid) == 1:
        raise NoPlaceError
    (index, place), (other, there) = paid[:2]
    typed = base.retype()
    typed["cash"][place]["reference"] = base.value("loans", "number", other)
    cells = base.row("loans", index, other) | base.row("cash", place, there)
    return Slip(base.kept(typed), cells, base.money("loans", "principal", index))


@kind("LOAN-05", "payment-not-written", Mode.EITHER, Cause.MISSING)
def payment_not_written(base: BaseBook, rng: Random) -> Slip:
    """Make a loan paid out, and the payment is not in the cash book; the cash counted is what there is."""
    index, place = one_of(rng, payments(base))
    typed = base.retype()
    del typed["cash"][place]
    return Slip(base.kept(typed), base.row("loans", index), base.money("loans", "principal", index))


@kind("LOAN-05", "payment-written-twice", Mode.EITHER, Cause.TWICE)
def payment_written_twice(base: BaseBook, rng: Random) -> Slip:
    """Make a payment written down twice, in other words; the cash counted is what there is."""
    index, place = one_of(rng, payments(base))
    typed = base.retype()
    typed["cash"].insert(place + 1, typed["cash"][place] | {"description": "จ่ายเงินกู้ตามสัญญา"})
    return Slip(base.kept(typed), base.row("loans", index) | base.row("cash", place, place + 1), base.money("loans", "principal", index))


def _written(name: str, table: str, column: str, change: Change, cause: Cause) -> None:
    """Register a loan's amount written otherwise, in the cash book or in the register; the cash counted is what there is.

    In the register it is a loan nobody has repaid of: else every card's line would be reckoned from the wrong amount.
    """

    def make(base: BaseBook, rng: Random) -> Slip:
        untouched = [pair for pair in payments(base) if table == "cash" or not base.money("loans", "repaid", pair[0])]
        candidates = [(pair, base.money(table, column, pair[table == "cash"])) for pair in untouched]
        (index, place), amount, written = changed(rng, candidates, change)
        typed = base.retype()
        typed[table][place if table == "cash" else index][column] = written
        return Slip(base.kept(typed), base.row("loans", index) | base.row("cash", place), written - amount)

    kind("LOAN-05", name, Mode.EITHER, cause)(make)


_written("payment-transposed", "cash", "cash_out", transposed, Cause.TRANSPOSED)
_written("principal-transposed", "loans", "principal", transposed, Cause.TRANSPOSED)
_written("principal-ten-times-more", "loans", "principal", ten_times_more, Cause.TEN_TIMES)


@kind("LOAN-05", "paid-a-month-later", Mode.EITHER)
def paid_a_month_later(base: BaseBook, rng: Random) -> Slip:
    """Make a payment dated a month after the contract."""
    for index, place in shuffled(rng, payments(base)):
        day = add_months(base.value("cash", "date", place), 1)
        if day <= base.rule("last_day"):
            typed = base.retype()
            there = in_date_order(typed["cash"], typed["cash"].pop(place) | {"date": day})
            return Slip(base.kept(typed), base.row("loans", index) | base.row("cash", there))
    raise NoPlaceError
