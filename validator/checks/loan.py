"""LOAN: contracts, what was repaid on them, and the money that was paid out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from templates.books.words import FINE, INTEREST, LENDING, PAY, PRINCIPAL
from templates.read import ReadBook
from validator.causes import OTHER_CONTRACT, of_figure, of_sum
from validator.checks.ledgers import control_account
from validator.evidence import baht, caused, in_column, paired, thai_day, tie
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.parts import typed_over
from validator.postings import CASH_BOOK, REPAYMENTS, Line, Move, moves, principal_repaid, repayments
from validator.registers import LOANS, lent_from, loan_accounts
from validator.registry import check, upstream

CONTRACT = ("loans.number", "loans.member", "loans.date", "loans.principal")
ON_CARD = {PRINCIPAL: "principal", INTEREST: "interest", FINE: "fine"}
DAYS_APART = 3
"""A loan is paid out within so many days of its contract."""


@dataclass
class Slips:
    """What does not agree on a contract: the cells that show it, and the receipt lines they should have come from."""

    cells: list[str] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    first: tuple[int, int, str] | None = None
    """Of the first cell: what it shows, what it should, its heading."""

    def add(self, cell: str, spot: Spot, heading: str, shown: int, expected: int) -> None:
        self.cells.append(cell)
        self.spots.append(spot)
        self.first = self.first or (shown, expected, heading)


@check(
    "LOAN-01", Severity.ERROR, needs=(*CONTRACT, "loans.balance", "loans.repaid", "cards.contract", "cards.receipt", *REPAYMENTS),
    masked_by=upstream("LOAN-01"), over="loans",
)  # fmt: skip
def loan_balance_rolls(book: ReadBook) -> Iterator[Finding]:
    """Each contract's balance is what was lent, less what was repaid on it and written off; its card shows each receipt.

    Why: this is the borrower's true debt. 20,000.00 − 8,000.00 should leave 12,000.00; the register shows 11,000.00.
    """
    rows, repaid, cards = book.tables["loans"], principal_repaid(book), _cards(book)
    written_off = _written_off(book)
    findings: list[Finding] = []
    for index in rows.complete("number", "principal", "repaid_before"):
        if not isinstance(rows.columns["balance"][index], (int, Fraction)):
            continue
        number = str(rows.columns["number"][index])
        slips = _on_cards(book, number, cards.get(number, []))
        for column, amount in (("repaid", repaid.get(number, 0)), ("written_off", written_off.get(number, 0))):
            if column in rows.place.letters and rows.money(column, index) != amount:
                slips.add(rows.where(column, index), Spot("loans", column), rows.table.columns[column].th, rows.money(column, index), amount)
        taken = rows.money("repaid_before", index) + repaid.get(number, 0) + written_off.get(number, 0)
        findings += _of_contract(book, index, slips, rows.money("principal", index) - taken, repaid.get(number, 0))
    yield from paired(findings, OTHER_CONTRACT)
    if not findings:
        yield from typed_over(book, "cards", "before", "after", "interest_due", "late", "fine_due")


def _written_off(book: ReadBook) -> dict[str, int]:
    rows = book.tables["write_offs"]
    amounts: dict[str, int] = defaultdict(int)
    for index in rows.complete("contract", "amount"):
        amounts[str(rows.columns["contract"][index])] += rows.money("amount", index)
    return amounts


def _cards(book: ReadBook) -> dict[str, list[int]]:
    rows = book.tables["cards"]
    found: dict[str, list[int]] = defaultdict(list)
    for index in rows.used:
        found[str(rows.columns["contract"][index])].append(index)
    return found


def _on_cards(book: ReadBook, number: str, places: list[int]) -> Slips:
    """Hold a contract's card against the receipts that name the contract."""
    rows, receipts, slips = book.tables["cards"], book.tables["receipts"], Slips()
    said = repayments(book).get(number, {})
    carded = {str(rows.columns["receipt"][place]): place for place in places}
    for receipt, lines in said.items():
        if receipt not in carded:
            slips.lines += lines
            owed = sum(line.amount for line in lines if line.register == PRINCIPAL)
            slips.add(receipts.where("amount", lines[0].row), Spot("cards", "principal"), rows.table.th, 0, owed)
    for place in places:
        lines = said.get(str(rows.columns["receipt"][place]), []) if carded[str(rows.columns["receipt"][place])] == place else []
        for register, column in ON_CARD.items():
            expected = sum(line.amount for line in lines if line.register == register)
            if column in rows.place.letters and rows.money(column, place) != expected:
                slips.lines += [line for line in lines if line.register == register]
                slips.add(rows.where(column, place), Spot("cards", column), rows.table.columns[column].th, rows.money(column, place), expected)
    return slips


def _of_contract(book: ReadBook, index: int, slips: Slips, expected: int, repaid: int) -> Iterator[Finding]:
    rows = book.tables["loans"]
    number, balance = str(rows.columns["number"][index]), rows.money("balance", index)
    if balance == expected and not slips.cells:
        return
    people = frozenset({number, str(rows.columns["member"][index])})
    told = {"contract": number, "who": number, "lent": baht(rows.money("principal", index)), "repaid": baht(rows.money("repaid_before", index) + repaid)}
    cells, spots = [*slips.cells, rows.where("balance", index)], (*slips.spots, Spot("loans", "balance"))
    amounts = [(line.row, line.amount) for line in slips.lines]
    if balance != expected:
        # too little repaid is too much owed: a cause is of the repayment, so the gap is turned round
        finding = tie(number, balance, expected, cells, spots, about=people, told=told)
        cause = of_figure(balance, expected) if not slips.cells else of_sum(expected - balance, amounts, sides=True)
    else:
        shown, right, heading = slips.first or (0, 0, "")
        finding = tie(number, shown, right, cells, spots, about=people, told=told | {"heading": heading}, variant="part")
        cause = of_sum(shown - right, amounts) if amounts else of_figure(shown, right)
    yield caused(finding, cause, in_column(book.tables["receipts"], "amount"))


@check(
    "LOAN-02",
    Severity.ERROR,
    needs=("loans.balance", "trial_balance.balance", "trial_balance.code", "position.assets", "rules.account_loans"),
    masked_by=upstream("LOAN-02"),
    over="loans",
)
def loan_control_tie(book: ReadBook) -> Iterator[Finding]:
    """The contracts together are the control account of loans and the line in the statement of financial position.

    Why: the register is what borrowers sign, the ledger is what the meeting sees. 611,000.00 against 611,700.00: look for
    700.00 posted on one side only. Loans are compared gross, before any allowance.
    """
    for rule, purse in loan_accounts(book):
        contracts = lent_from(book, purse)
        if rule == LOANS or contracts or book.rule(rule) is not None:
            yield from control_account(book, "loans", "balance", rule, "assets", contracts)


@check("LOAN-05", Severity.ERROR, needs=(*CONTRACT, "loans.continues", *CASH_BOOK, "rules.first_day"), masked_by=upstream("LOAN-05"), over="loans")
def disbursement_trace(book: ReadBook) -> Iterator[Finding]:
    """Each loan of the year was paid out once, in its whole amount, within three days of its contract.

    Why: it shows that the money really left to the borrower. Several loans of one day may be one payment. A renewal in which
    no cash moved is asked about, not an error.
    """
    first_day = book.rule("first_day")
    if not isinstance(first_day, dt.date):
        raise NotRun("ยังไม่ได้กรอกวันเริ่มปีบัญชีในแผ่นระเบียบ")
    rows = book.tables["loans"]
    days = [
        (index, rows.columns["date"][index])
        for index in rows.complete("number", "principal", "date", "repaid_before")
        if not rows.money("repaid_before", index)
    ]
    made = [index for index, day in days if isinstance(day, dt.date) and day >= first_day]
    payments = [move for move in moves(book) if move.register == LENDING and move.kind == PAY]
    if not made and not payments:
        raise NotApplicable("ปีนี้ไม่มีเงินกู้ใหม่")
    paid: dict[str, list[Move]] = defaultdict(list)
    for move in payments:
        paid[move.reference].append(move)
    findings = [finding for index in made if (finding := _not_paid_out(book, index, paid))]
    together = _in_one_payment(findings, paid.get("", []))
    yield from paired((finding for finding in findings if finding.key not in together), OTHER_CONTRACT)
    yield from (_without_contract(book, move) for move in paid.get("", []) if not together and not _matched(book, move, made))


def _amount(payments: list[Move]) -> int:
    return sum(sum(move.outs.values()) for move in payments)


def _not_paid_out(book: ReadBook, index: int, paid: dict[str, list[Move]]) -> Finding | None:
    """Give the finding of a contract whose payment is missing, of another amount, or on another day; none where it is there."""
    rows, cash = book.tables["loans"], book.tables["cash"]
    number, lent, day = str(rows.columns["number"][index]), rows.money("principal", index), rows.columns["date"][index]
    assert isinstance(day, dt.date)  # noqa: S101 - only contracts with a day are looked at
    own = paid.get(number) or [move for move in paid.get("", []) if _amount([move]) == lent and _near(move, day)][:1]
    told = {"contract": number, "who": number, "day": thai_day(day), "lent": baht(lent), "near": _elsewhere_said(book, lent, day)}
    people = frozenset({number, str(rows.columns["member"][index])})
    cells = [rows.where("principal", index), *(cash.where(f"{money}_out", move.row) for move in own for money in move.outs)]
    spots = (Spot("loans", "principal"), Spot("cash", "reference"), Spot("cash", "cash_out"))
    if _amount(own) != lent:
        renewed = not own and rows.columns["continues"][index] is not None
        severity, variant = (Severity.WARNING, "renewed") if renewed else (None, "amount" if own else "")
        finding = tie(number, _amount(own), lent, cells, spots, about=people, told=told, variant=variant, severity=severity)
        finding = finding.with_cells(*(cash.where("item", move.row) for move in _elsewhere(book, lent, day) if not own))
        cause = of_figure(_amount(own), lent) if len(own) == 1 else of_sum(_amount(own) - lent, [(move.row, _amount([move])) for move in own])
        return caused(finding, cause, in_column(cash, "date") if len(own) > 1 else None)
    late = [move for move in own if not _near(move, day)]
    if late:
        told["paid_on"] = thai_day(late[0].date)
        cells = [rows.where("date", index), *(cash.where("date", move.row) for move in late)]
        asked = tie(number, lent, lent, cells, spots, about=people, told=told, variant="date", severity=Severity.WARNING)
        return replace(asked, difference=None, found=thai_day(late[0].date), expected=thai_day(day))
    return None


def _near(move: Move, day: dt.date) -> bool:
    return abs((move.date - day).days) <= DAYS_APART


def _elsewhere(book: ReadBook, lent: int, day: dt.date) -> list[Move]:
    """Give payments of the same amount and time that are written as something else."""
    return [move for move in moves(book) if move.kind == PAY and move.register != LENDING and _amount([move]) == lent and _near(move, day)]


def _elsewhere_said(book: ReadBook, lent: int, day: dt.date) -> str:
    found = _elsewhere(book, lent, day)
    rows = book.tables["cash"]
    return f" มีจ่ายยอดเท่ากันลงเป็น '{rows.columns['item'][found[0].row]}' แถวที่ {rows.place.first + found[0].row}" if found else ""


def _in_one_payment(findings: list[Finding], loose: list[Move]) -> set[str]:
    """Give the contracts that one payment without a reference covers together: their sum is the payments' sum."""
    missing = [finding for finding in findings if finding.found == baht(0)]
    owed = -sum(finding.difference or 0 for finding in missing)
    return {finding.key for finding in missing} if missing and owed == _amount(loose) else set()


def _matched(book: ReadBook, move: Move, made: list[int]) -> bool:
    rows = book.tables["loans"]
    days = ((rows.columns["date"][index], rows.money("principal", index)) for index in made)
    return any(isinstance(day, dt.date) and _near(move, day) and lent == _amount([move]) for day, lent in days)


def _without_contract(book: ReadBook, move: Move) -> Finding:
    rows, amount = book.tables["cash"], _amount([move])
    cells = [rows.where(f"{money}_out", move.row) for money in move.outs] + [rows.where("reference", move.row)]
    told = {"day": thai_day(move.date), "row": rows.place.first + move.row}
    return tie(f"payment {move.voucher or move.row}", amount, 0, cells, (Spot("cash", "reference"),), told=told, variant="payment")
