"""A second, plain reading of the facts of a year: what each means for the ledger. Shares nothing with the simulator but the facts."""

from collections import Counter
from collections.abc import Iterator

from workshop.events import (
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
    StatusChanged,
    Withdrew,
    WroteOff,
    Year,
)  # fmt: skip
from workshop.receipts import Cancelled, Joined, Offset, Prepaid, Recourse, Repaid, Reversed, Saved

CASH, BANK, LOANS, SAVINGS, AHEAD, WELFARE, ADVANCES = "11010", "12110", "13010", "31020", "23030", "34530", "14010"
BANKS = {0: CASH, 1: BANK, 2: "12120"}
"""Where money is paid from."""
EXPENSES = {
    "ค่าวัสดุและแบบพิมพ์": "54010", "ค่าเดินทาง": "54020", "ค่าใช้จ่ายในการประชุม": "54030", "ค่าเบี้ยเลี้ยงกรรมการ": "53020", "ค่าธรรมเนียมธนาคาร": "54040",
    "ค่าใช้จ่ายอื่น": "54090",
}  # fmt: skip
Lines = dict[str, int]
"""Account → satang, debit positive."""


def posting(event: Event) -> Lines:
    """Tell what a fact debits (+) and credits (−)."""
    return _receipt(event) or _reversed(event) or _voucher(event) or _handed_out(event) or _paper(event) or _journal(event)


def money(channel: str, bank: int) -> str:
    """Name the account a receipt was paid into: money, or what the fund owed the member."""
    return {"เงินสด": CASH, "โอน": BANKS[bank], "หักปันผล": "23041"}[channel]


def _receipt(event: Event) -> Lines:
    match event:
        case Joined(fee=fee):
            return {CASH: fee, "43010": -fee}
        case Saved(amount=amount, channel=channel, bank=bank):
            return {money(channel, bank): amount, SAVINGS: -amount}
        case Prepaid(amount=amount, channel=channel, bank=bank):
            return {money(channel, bank): amount, AHEAD: -amount}
        case Repaid(principal=principal, interest=interest, fine=fine, channel=channel, bank=bank):
            return {money(channel, bank): principal + interest + fine, LOANS: -principal, "41010": -interest, "42010": -fine}
        case Offset(principal=principal):
            return {SAVINGS: principal, LOANS: -principal}
    return {}


def _reversed(event: Event) -> Lines:
    lines: Counter[str] = Counter()
    for fact in event.facts if isinstance(event, Reversed) else ():
        lines.subtract(_receipt(fact))
    return lines


def _voucher(event: Event) -> Lines:
    match event:
        case Lent(contract=contract, bank=bank):
            return {LOANS: contract.principal, BANKS[bank]: -contract.principal}
        case Withdrew(amount=amount):
            return {SAVINGS: amount, CASH: -amount}
        case Refunded(amount=amount):
            return {AHEAD: amount, CASH: -amount}
        case Spent(item=item, amount=amount, bank=bank):
            return {EXPENSES[item]: amount, BANKS[bank]: -amount}
        case PaidShare(dividends=dividends, returns=returns, committee=committee):
            shared, back = sum(amount for _, amount in dividends), sum(amount for _, amount in returns)
            return {"23041": shared, "23042": back, "34500": committee, CASH: -shared - back - committee}
    return {}


def _handed_out(event: Event) -> Lines:
    match event:
        case Helped(amount=amount):
            return {WELFARE: amount, CASH: -amount}
        case Advanced(amount=amount):
            return {ADVANCES: amount, CASH: -amount}
    return {}


def _paper(event: Event) -> Lines:
    match event:
        case Banked(amount=amount, bank=bank):
            return {BANKS[bank]: amount, CASH: -amount}
        case Drew(amount=amount, bank=bank):
            return {CASH: amount, BANKS[bank]: -amount}
        case Moved(amount=amount, source=source, target=target):
            return {BANKS[target]: amount, BANKS[source]: -amount}
        case BankInterest(amount=amount, bank=bank):
            return {BANKS[bank]: amount, "45010": -amount}
        case Granted(amount=amount, bank=bank):
            return {BANKS[bank]: amount, "32060": -amount}
    return {}


def _journal(event: Event) -> Lines:
    match event:
        case Resolved(lines=lines):
            return {"33010": sum(amount for _, amount in lines)} | {code: -amount for code, amount in lines}
        case WroteOff(account=account, amount=amount):
            return {account: amount, LOANS: -amount}
        case Adjusted(debit=debit, credit=credit, amount=amount):
            return {debit: amount, credit: -amount}
        case Cleared(item=item, spent=spent, returned=returned):
            return {EXPENSES[item]: spent, CASH: returned, ADVANCES: -spent - returned}
    assert isinstance(event, StatusChanged | Cancelled | Recourse), event
    return {}


def fold(year: Year) -> Iterator[tuple[Event, Lines, dict[str, int], dict[str, int]]]:
    """After each fact: the ledger, savings by member, what is owed by contract. The three are the same objects throughout."""
    ledger: Counter[str] = Counter(year.opening)
    savings = {person.id: person.opening for person in year.people}
    owed = {contract.number: contract.principal - contract.repaid_before for contract in year.contracts}
    for event in year.events:
        ledger.update(posting(event))
        _registers(event, savings, owed, 1)
        yield event, ledger, savings, owed


def _registers(event: Event, savings: dict[str, int], owed: dict[str, int], sign: int) -> None:
    match event:
        case Saved(member=member, amount=amount):
            savings[member] += sign * amount
        case Withdrew(member=member, amount=amount):
            savings[member] -= amount
        case Lent(contract=contract):
            owed[contract.number] = contract.principal
        case Repaid(contract=number, principal=principal):
            owed[number] -= sign * principal
        case Offset(contract=number, member=member, principal=principal):
            owed[number] -= principal
            savings[member] -= principal
        case WroteOff(contract=number, amount=amount):
            owed[number] -= amount
        case Reversed(facts=facts):
            for fact in facts:
                _registers(fact, savings, owed, -1)
        case _:
            pass
