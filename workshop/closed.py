"""How a year ended, read from its facts alone: what every account holds after closing, and whose it is where it is somebody's."""

from collections import Counter
from collections.abc import Iterator

from .events import (
    Adjusted,
    Advanced,
    Banked,
    BankInterest,
    Cleared,
    Drew,
    Event,
    Granted,
    Helped,
    Lent,
    Moved,
    PaidShare,
    Refunded,
    Resolved,
    Spent,
    Withdrew,
    WroteOff,
    Year,
)  # fmt: skip
from .facts import BANKS, FROM_DIVIDEND, TRANSFER, Person
from .receipts import Joined, Offset, Prepaid, Repaid, Reversed, Saved
from .result import result

CASH_BOX, LOANS, ADVANCES, AHEAD, DIVIDENDS, RETURNS = "11010", "13010", "14010", "23030", "23041", "23042"
SAVINGS, GRANTS, PROFIT, COMMITTEE, WELFARE = "31020", "32060", "33010", "34500", "34530"
PLACES = {0: CASH_BOX, **BANKS}
"""Where money lies: the box, or a bank by its number."""
Line = tuple[str, str, int]
"""An account; whose it is, a member's id or a contract's number, or "" for the fund's own; satang, debit positive."""


class Closed:
    """Every balance after closing: income and expense are in the profit waiting to be allocated."""

    def __init__(self, year: Year) -> None:
        self._balances: Counter[tuple[str, str]] = Counter()
        for account, owner, amount in (*_opening(year), *_posted(year)):
            self._balances[account, owner] += amount

    def accounts(self) -> dict[str, int]:
        """Account → satang, debit positive, in the order of the chart; what came to nothing is left out."""
        whole: Counter[str] = Counter()
        for (account, _), amount in self._balances.items():
            whole[account] += amount
        return {account: amount for account, amount in sorted(whole.items()) if amount}

    def of(self, account: str) -> dict[str, int]:
        """Owner → satang, above zero on the side the account usually stands on."""
        side = 1 if account == LOANS else -1
        return {owner: side * amount for (code, owner), amount in self._balances.items() if code == account and amount}


def _opening(year: Year) -> Iterator[Line]:
    owned: dict[str, list[tuple[str, int]]] = {LOANS: [(contract.number, contract.principal - contract.repaid_before) for contract in year.contracts]}
    owned |= {account: [(person.id, -amount) for person in year.people if (amount := _brought(person)[account])] for account in _OWED}
    for account, amount in year.opening.items():
        if account not in owned:
            yield account, "", amount
    for account, amounts in owned.items():
        yield from ((account, owner, amount) for owner, amount in amounts)


_OWED = (AHEAD, DIVIDENDS, RETURNS, SAVINGS)


def _brought(person: Person) -> dict[str, int]:
    return dict(zip(_OWED, (person.prepaid, person.unpaid_dividend, person.unpaid_return, person.opening), strict=True))


def _posted(year: Year) -> Iterator[Line]:
    """Give every posting of the year on accounts that stay open, then its result."""
    for event in year.events:
        for account, owner, amount in (*_receipted(event), *_paid(event), *_moved(event), *_journal(event)):
            if account[0] not in "45":
                yield account, owner, amount
    yield PROFIT, "", -result(year.events)


def _receipted(event: Event) -> Iterator[Line]:
    match event:
        case Joined(fee=fee):
            yield CASH_BOX, "", fee
        case Saved(member=member, amount=amount):
            yield from (_money(event, amount), (SAVINGS, member, -amount))
        case Prepaid(member=member, amount=amount):
            yield from (_money(event, amount), (AHEAD, member, -amount))
        case Repaid(contract=contract, principal=principal, interest=interest, fine=fine):
            yield from (_money(event, principal + interest + fine), (LOANS, contract, -principal))
        case Offset(contract=contract, member=member, principal=principal):
            yield from ((SAVINGS, member, principal), (LOANS, contract, -principal))
        case Reversed(facts=facts):
            yield from ((account, owner, -amount) for fact in facts for account, owner, amount in _receipted(fact))


def _money(event: Saved | Prepaid | Repaid, amount: int) -> Line:
    """Tell where a receipt's money came to, or whose dividend it was taken from."""
    if event.channel == FROM_DIVIDEND:
        return DIVIDENDS, event.member, amount
    return PLACES[event.bank if event.channel == TRANSFER else 0], "", amount


def _paid(event: Event) -> Iterator[Line]:
    """Give what a payment took out of a place, and on which account it stands."""
    match event:
        case Lent(contract=contract, bank=bank):
            yield from ((LOANS, contract.number, contract.principal), (PLACES[bank], "", -contract.principal))
        case Withdrew(member=member, amount=amount):
            yield from ((SAVINGS, member, amount), (CASH_BOX, "", -amount))
        case Refunded(member=member, amount=amount):
            yield from ((AHEAD, member, amount), (CASH_BOX, "", -amount))
        case Spent(amount=amount, bank=bank):
            yield PLACES[bank], "", -amount
        case Helped(amount=amount):
            yield from ((WELFARE, "", amount), (CASH_BOX, "", -amount))
        case Advanced(amount=amount):
            yield from ((ADVANCES, "", amount), (CASH_BOX, "", -amount))
        case PaidShare(dividends=dividends, returns=returns, committee=committee):
            yield from ((DIVIDENDS, member, amount) for member, amount in dividends)
            yield from ((RETURNS, member, amount) for member, amount in returns)
            yield COMMITTEE, "", committee
            yield CASH_BOX, "", -committee - sum(amount for _, amount in (*dividends, *returns))


def _moved(event: Event) -> Iterator[Line]:
    """Give what changed its place, and what came without a receipt."""
    match event:
        case Banked(amount=amount, bank=bank):
            yield from ((PLACES[bank], "", amount), (CASH_BOX, "", -amount))
        case Drew(amount=amount, bank=bank):
            yield from ((CASH_BOX, "", amount), (PLACES[bank], "", -amount))
        case Moved(amount=amount, source=source, target=target):
            yield from ((PLACES[target], "", amount), (PLACES[source], "", -amount))
        case BankInterest(amount=amount, bank=bank):
            yield PLACES[bank], "", amount
        case Granted(amount=amount, bank=bank):
            yield from ((PLACES[bank], "", amount), (GRANTS, "", -amount))


def _journal(event: Event) -> Iterator[Line]:
    match event:
        case Resolved(lines=lines, dividends=dividends, returns=returns):
            yield PROFIT, "", sum(amount for _, amount in lines)
            yield from ((account, "", -amount) for account, amount in lines if account not in (DIVIDENDS, RETURNS))
            yield from ((DIVIDENDS, member, -amount) for member, amount in dividends)
            yield from ((RETURNS, member, -amount) for member, amount in returns)
        case WroteOff(contract=contract, amount=amount, account=account):
            yield from ((account, "", amount), (LOANS, contract, -amount))
        case Adjusted(debit=debit, credit=credit, amount=amount):
            yield from ((debit, "", amount), (credit, "", -amount))
        case Cleared(spent=spent, returned=returned):
            yield from ((CASH_BOX, "", returned), (ADVANCES, "", -spent - returned))
