"""What a year earned and spent so far, read from the facts as they are written down: income above zero, expense below."""

from collections import Counter
from collections.abc import Iterable

from .events import Adjusted, BankInterest, Cleared, Event, Remitted, Spent, WroteOff
from .facts import INTEREST_PAID, SPENDING
from .receipts import Charged, Joined, Receipted, Repaid, Reversed

INTEREST, FINES, ENTRY, FEES, BANK_INTEREST = "41010", "42010", "43010", "43020", "45010"
OF_EMERGENCIES = "41020"
EMERGENCIES = 2
"""The บัญชี that emergency loans are made of."""


def moved(events: Iterable[Event]) -> dict[str, int]:
    """Give income and expense by account, in the order of the accounts; what came to nothing is left out."""
    accounts: Counter[str] = Counter()
    for event in events:
        accounts.update(_receipted(event) if isinstance(event, Joined | Charged | Repaid | Reversed) else _other(event))
    return {account: amount for account, amount in sorted(accounts.items()) if amount}


def result(events: Iterable[Event]) -> int:
    """Give the surplus; a loss is below zero."""
    return sum(moved(events).values())


def _receipted(event: Receipted | Reversed) -> dict[str, int]:
    match event:
        case Joined(fee=fee):
            return {ENTRY: fee}
        case Charged(amount=amount):
            return {FEES: amount}
        case Repaid(interest=interest, fine=fine, purse=purse):
            return {OF_EMERGENCIES if purse == EMERGENCIES else INTEREST: interest, FINES: fine}
        case Reversed(facts=facts):
            taken_back: Counter[str] = Counter()
            for fact in facts:
                taken_back.subtract(_receipted(fact))
            return taken_back
    return {}


def _other(event: Event) -> dict[str, int]:
    match event:
        case BankInterest(amount=amount):
            return {BANK_INTEREST: amount}
        case Spent(item=item, amount=amount) | Cleared(item=item, spent=amount):
            return {SPENDING[item]: -amount}
        case Remitted(interest=interest):
            return {SPENDING[INTEREST_PAID]: -interest}
        case Adjusted(debit=account, amount=amount) | WroteOff(account=account, amount=amount) if account.startswith("5"):
            return {account: -amount}
    return {}
