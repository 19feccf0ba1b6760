"""A plain reading of the facts of a village fund's year: what each means for the ledger. Shares nothing with the simulator but the facts."""

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
    Funded,
    Granted,
    Helped,
    Lent,
    Moved,
    PaidShare,
    Remitted,
    Resolved,
    SharesBack,
    Spent,
    StatusChanged,
    Withdrew,
    WroteOff,
)  # fmt: skip
from workshop.receipts import Bought, Cancelled, Charged, Joined, Prepaid, Recourse, Repaid, Reversed, Saved
from workshop.village.year import VillageYear

CASH, SAVINGS, SHARES, AHEAD, WELFARE, ADVANCES = "11010", "21010", "31010", "23030", "34530", "14010"
BANKS = {0: CASH, 1: "12110", 2: "12210", 3: "12220"}
LOANS, INTEREST = {1: "13010", 2: "13020", 3: "13030"}, {1: "41010", 2: "41020", 3: "41010"}
EXPENSES = {
    "ค่าวัสดุและแบบพิมพ์": "54010", "ค่าเดินทาง": "54020", "ค่าใช้จ่ายในการประชุม": "54030", "เบี้ยประชุมกรรมการ": "53020", "ค่าธรรมเนียมธนาคาร": "54040",
    "ค่าใช้จ่ายอื่น": "54090",
}  # fmt: skip
CAME = {"รัฐเพิ่มทุน": "32020", "กู้ธนาคาร": "22010"}
RECEIVED: dict[type, str] = {Saved: SAVINGS, Bought: SHARES, Charged: "43020", Prepaid: AHEAD}
PAID: dict[type, str] = {Withdrew: SAVINGS, SharesBack: SHARES, Helped: WELFARE, Advanced: ADVANCES}
PURSES = {
    1: ("12110", "13010", "32010", "32020"), 3: ("12220", "13030", "22010"),
}  # fmt: skip
"""The accounts of บัญชี 1 and 3; all the others are of บัญชี 2."""
Lines = dict[str, int]
"""Account → satang, debit positive."""


def posting(event: Event) -> Lines:
    """Tell what a fact debits (+) and credits (−)."""
    return _receipt(event) or _reversed(event) or _lent(event) or _paid(event) or _bank(event) or _journal(event)


def _receipt(event: Event) -> Lines:
    match event:
        case Joined(fee=fee):
            return {CASH: fee, "43010": -fee}
        case Saved(amount=amount) | Bought(amount=amount) | Charged(amount=amount) | Prepaid(amount=amount):
            return {_money(event): amount, RECEIVED[type(event)]: -amount}
        case Repaid(principal=principal, interest=interest, fine=fine, purse=purse):
            return {_money(event): principal + interest + fine, LOANS[purse]: -principal, INTEREST[purse]: -interest, "42010": -fine}
    return {}


def _money(event: Saved | Bought | Charged | Prepaid | Repaid) -> str:
    return CASH if event.channel == "เงินสด" else BANKS[event.bank]


def _reversed(event: Event) -> Lines:
    lines: Counter[str] = Counter()
    for fact in event.facts if isinstance(event, Reversed) else ():
        lines.subtract(_receipt(fact))
    return lines


def _lent(event: Event) -> Lines:
    match event:
        case Lent(contract=contract, bank=bank):
            return {LOANS[contract.purse]: contract.principal, BANKS[bank]: -contract.principal}
        case Funded(amount=amount, bank=bank, kind=kind):
            return {BANKS[bank]: amount, CAME[kind]: -amount}
        case Remitted(principal=principal, interest=interest):
            return {"22010": principal, BANKS[3]: -principal, "55010": interest, BANKS[2]: -interest}
    return {}


def _paid(event: Event) -> Lines:
    match event:
        case Withdrew(amount=amount) | SharesBack(amount=amount) | Helped(amount=amount) | Advanced(amount=amount):
            return {PAID[type(event)]: amount, CASH: -amount}
        case Spent(item=item, amount=amount, bank=bank):
            return {EXPENSES[item]: amount, BANKS[bank]: -amount}
        case PaidShare(dividends=dividends, returns=returns, committee=committee):
            shared, back = sum(amount for _, amount in dividends), sum(amount for _, amount in returns)
            return {"23041": shared, "23042": back, "34500": committee, CASH: -shared - back - committee}
    return {}


def _bank(event: Event) -> Lines:
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
            return {account: amount, LOANS[1]: -amount}
        case Adjusted(debit=debit, credit=credit, amount=amount):
            return {debit: amount, credit: -amount}
        case Cleared(item=item, spent=spent, returned=returned):
            return {EXPENSES[item]: spent, CASH: returned, ADVANCES: -spent - returned}
    assert isinstance(event, StatusChanged | Cancelled | Recourse), event
    return {}


class Books:
    """The ledger, what each member holds and what each contract owes, as they stand after a fact."""

    def __init__(self, year: VillageYear) -> None:
        self.ledger: Counter[str] = Counter(year.opening)
        self.savings = {person.id: person.opening for person in year.people}
        self.shares = {person.id: year.shares.get(person.id, 0) for person in year.people}
        self.owed = {contract.number: contract.principal - contract.repaid_before for contract in year.contracts}

    def enter(self, event: Event, sign: int = 1) -> None:
        """Enter a fact, or with −1 take a fact of a receipt back."""
        match event:
            case Saved(member=member, amount=amount):
                self.savings[member] += sign * amount
            case Bought(member=member, amount=amount):
                self.shares[member] += sign * amount
            case Withdrew(member=member, amount=amount):
                self.savings[member] -= amount
            case SharesBack(member=member, amount=amount):
                self.shares[member] -= amount
            case Lent(contract=contract):
                self.owed[contract.number] = contract.principal
            case Repaid(contract=number, principal=principal):
                self.owed[number] -= sign * principal
            case WroteOff(contract=number, amount=amount):
                self.owed[number] -= amount
            case Reversed(facts=facts):
                for fact in facts:
                    self.enter(fact, -1)
            case _:
                pass

    def gap(self, purse: int) -> int:
        """Give what lies in a บัญชี more (less) than belongs to it: debits more than credits on its accounts."""
        if purse in PURSES:
            return sum(self.ledger.get(code, 0) for code in PURSES[purse])
        return -sum(self.gap(other) for other in PURSES)


def fold(year: VillageYear) -> Iterator[tuple[Event, Books]]:
    """Give the books after each fact; the same object throughout."""
    books = Books(year)
    for event in year.events:
        books.ledger.update(posting(event))
        books.enter(event)
        yield event, books
