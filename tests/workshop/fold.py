"""A second, plain reading of the facts of a year: what each means for the ledger. Shares nothing with the simulator but the facts."""

from collections import Counter
from collections.abc import Iterator

from workshop.events import (
    SPENDING,
    Banked,
    BankInterest,
    Cancelled,
    Drew,
    Event,
    Joined,
    Lent,
    Offset,
    PaidShare,
    Repaid,
    Resolved,
    Saved,
    Spent,
    StatusChanged,
    Withdrew,
    Year,
)  # fmt: skip

CASH, BANK, LOANS, SAVINGS = "11010", "12110", "13010", "31020"
MONEY = {"เงินสด": CASH, "โอน": BANK}
Lines = dict[str, int]
"""Account → satang, debit positive."""


def posting(event: Event) -> Lines:
    """Tell what a fact debits (+) and credits (−)."""
    return _receipt(event) or _voucher(event) or _paper(event)


def _receipt(event: Event) -> Lines:
    match event:
        case Joined(fee=fee):
            return {CASH: fee, "43010": -fee}
        case Saved(amount=amount, channel=channel):
            return {MONEY[channel]: amount, SAVINGS: -amount}
        case Repaid(principal=principal, interest=interest, fine=fine, channel=channel):
            return {MONEY[channel]: principal + interest + fine, LOANS: -principal, "41010": -interest, "42010": -fine}
        case Offset(principal=principal):
            return {SAVINGS: principal, LOANS: -principal}
    return {}


def _voucher(event: Event) -> Lines:
    match event:
        case Lent(contract=contract):
            return {LOANS: contract.principal, CASH: -contract.principal}
        case Withdrew(amount=amount):
            return {SAVINGS: amount, CASH: -amount}
        case Spent(item=item, amount=amount):
            return {SPENDING[item]: amount, CASH: -amount}
        case PaidShare(dividends=dividends, returns=returns, committee=committee):
            shared, back = sum(amount for _, amount in dividends), sum(amount for _, amount in returns)
            return {"23041": shared, "23042": back, "34500": committee, CASH: -shared - back - committee}
    return {}


def _paper(event: Event) -> Lines:
    match event:
        case Banked(amount=amount):
            return {BANK: amount, CASH: -amount}
        case Drew(amount=amount):
            return {CASH: amount, BANK: -amount}
        case BankInterest(amount=amount):
            return {BANK: amount, "45010": -amount}
        case Resolved(lines=lines):
            return {"33010": sum(amount for _, amount in lines)} | {code: -amount for code, amount in lines}
    assert isinstance(event, StatusChanged | Cancelled), event
    return {}


def fold(year: Year) -> Iterator[tuple[Event, Lines, dict[str, int], dict[str, int]]]:
    """After each fact: the ledger, savings by member, what is owed by contract. The three are the same objects throughout."""
    ledger: Counter[str] = Counter(year.opening)
    savings = {person.id: person.opening for person in year.people}
    owed = {contract.number: contract.principal - contract.repaid_before for contract in year.contracts}
    for event in year.events:
        ledger.update(posting(event))
        match event:
            case Saved(member=member, amount=amount):
                savings[member] += amount
            case Withdrew(member=member, amount=amount):
                savings[member] -= amount
            case Lent(contract=contract):
                owed[contract.number] = contract.principal
            case Repaid(contract=number, principal=principal):
                owed[number] -= principal
            case Offset(contract=number, member=member, principal=principal):
                owed[number] -= principal
                savings[member] -= principal
            case _:
                pass
        yield event, ledger, savings, owed
