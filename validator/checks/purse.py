"""LEDG-08: a village fund's money apart, and whether the million is whole."""

from collections.abc import Iterator

from templates.books.words import ASSET, CAPITAL, EXPENSE, INCOME, LIABILITY
from templates.read import ReadBook
from validator.causes import MOST_CANDIDATES, agreed, of_figure, of_typed, opposites
from validator.checks.ledgers import line_of
from validator.evidence import baht, caused, in_column, tie
from validator.outcome import Finding, Severity, Spot
from validator.parts import typed_over
from validator.postings import account_of, ledger, moneys, moves, opening_of
from validator.registers import lent_from, loan_accounts
from validator.registry import check, upstream

MILLION = 1
CLAIMS_AND_RESULTS = (LIABILITY, CAPITAL, INCOME, EXPENSE)


@check(
    "LEDG-08", Severity.ERROR, needs=("purses.number", "purses.difference", "misplaced.amount", "accounts.purse", "loans.purse", "loans.balance"),
    masked_by=upstream("LEDG-08"), over="purses",
)  # fmt: skip
def million_whole(book: ReadBook) -> Iterator[Finding]:
    """Of each บัญชี, what its accounts say must be there is in the bank, in the box, with borrowers, or named as waiting to be moved.

    Why: the million is everybody's. 1,000,000.00 = 701,557.56 in the bank + 299,097.54 with borrowers − 655.10 of bank interest
    not moved yet; what is not there is a line of its own. What one บัญชี has too much and another lacks is one finding.
    """
    rows = book.tables["purses"]
    known = ((index, rows.columns["number"][index]) for index in rows.used)
    proofs = {index: (_there(book, number), _must_be(book, number)) for index, number in known if isinstance(number, int)}
    gaps = [(index, there - must) for index, (there, must) in proofs.items() if there != must]
    pairs = opposites(gaps)
    for over, under in pairs:
        yield _moved(book, over, under, *proofs[over])
    for index, _ in gaps:
        if not any(index in pair for pair in pairs):
            yield _gap(book, index, *proofs[index])
    if not gaps:
        yield from typed_over(book, "purses", "sources", "misplaced", "money", "lent", "other", "found", "difference")


def _moved(book: ReadBook, over: int, under: int, there: int, must: int) -> Finding:
    """Say that one บัญชี has what another lacks: with the rows of the cash book of that amount, and the slip in what was noted as waiting."""
    rows, waiting, cash, gap = book.tables["purses"], book.tables["misplaced"], book.tables["cash"], there - must
    holds, lacks = (rows.columns["number"][index] for index in (over, under))
    noted = [(index, waiting.columns["lies_in"][index], waiting.money("amount", index)) for index in waiting.complete("lies_in", "amount")]
    of_under, of_over = ([(index, amount) for index, lies_in, amount in noted if lies_in == number] for number in (lacks, holds))
    alike = [
        cash.where(f"{money}_{side}", move.row)
        for move in moves(book)
        for side, amounts in (("in", move.ins), ("out", move.outs))
        for money, amount in amounts.items()
        if amount == gap
    ]
    cells = [rows.where("difference", over), rows.where("difference", under), *(alike if len(alike) <= MOST_CANDIDATES else ())]
    since = [waiting.where("amount", index) for index, amount in of_under if amount == gap]
    told, spots = {"holds": str(holds), "lacks": str(lacks)}, (Spot("purses", "difference"), Spot("misplaced", "amount"))
    finding = tie(f"moved {holds} {lacks}", there, must, [*cells, *since], spots, told=told, variant="since moved" if since else "moved")
    return caused(finding, agreed(of_typed(gap, of_under), of_typed(-gap, of_over)), in_column(waiting, "amount"))


def _gap(book: ReadBook, index: int, there: int, must: int) -> Finding:
    rows, trial, accounts = book.tables["purses"], book.tables["trial_balance"], book.tables["accounts"]
    number = rows.columns["number"][index]
    spots = (Spot("purses", "difference"), Spot("loans", "balance"), Spot("trial_balance", "balance"), Spot("misplaced", "amount"))
    told, cells = {"purse": str(number), "there": baht(there), "must": baht(must)}, [rows.where("difference", index)]
    of_none = {code: _balance(book, code) for code in _accounts_of(book, None)}
    if must - there == sum(of_none.values()):
        blank = [place for place in accounts.used if of_none.get(str(accounts.columns["code"][place]))]
        told["account"] = " ".join(str(accounts.columns["code"][place]) for place in blank)
        cells += [accounts.where("purse", place) for place in blank]
        return tie(f"purse {number}", there, must, cells, (Spot("accounts", "purse"), *spots), told=told, variant="blank")
    lines = [line for code in _accounts_of(book, number) if (line := line_of(trial, code)) is not None]
    cells += [rows.where("found", index), rows.where("sources", index), *(trial.where("balance", line) for line in lines if trial.money("balance", line))]
    variant = "million" if number == MILLION and there < must else "over" if there > must else ""
    return caused(tie(f"purse {number}", there, must, cells, spots, told=told, variant=variant), of_figure(there, must))


def _accounts_of(book: ReadBook, number: object, *groups: str) -> list[str]:
    """Give the codes of the accounts of a บัญชี, of some classes or of all; of None those without one."""
    rows = book.tables["accounts"]
    return [
        str(rows.columns["code"][index])
        for index in rows.used
        if rows.columns["purse"][index] == number and (not groups or rows.columns["group"][index] in groups)
    ]


def _balance(book: ReadBook, code: str) -> int:
    posted = ledger(book).get(code)
    return opening_of(book, code) + (posted.debit - posted.credit if posted else 0)


def _must_be(book: ReadBook, number: int) -> int:
    """Give what its accounts say must be there, and what lies there for another บัญชี."""
    rows, waiting = book.tables["misplaced"], 0
    for index in rows.complete("lies_in", "amount"):
        amount = rows.money("amount", index)
        waiting += amount * ((rows.columns["lies_in"][index] == number) - (rows.columns["belongs_to"][index] == number))
    return waiting - sum(_balance(book, code) for code in _accounts_of(book, number, *CLAIMS_AND_RESULTS))


def _there(book: ReadBook, number: int) -> int:
    """Give what is there: cash, banks, and what contracts owe; other assets as the ledger has them."""
    own = set(_accounts_of(book, number))
    kept = {account_of(book, money) for money in moneys(book)}
    lent = {str(book.rule(name)) for name, _ in loan_accounts(book)}
    loans = book.tables["loans"]
    with_borrowers = sum(loans.money("balance", index) for index in lent_from(book, number))
    other = sum(_balance(book, code) for code in _accounts_of(book, number, ASSET) if code not in lent and code not in kept)
    return sum(_balance(book, code) for code in kept & own) + with_borrowers + other
