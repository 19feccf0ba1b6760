"""What a year's profit is shared out by, read from its facts: share-months by the by-laws, and interest paid by those with a right."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from addin.udfs import overdue_months, principal_due, share_months

from .events import Event, Lent, StatusChanged, Withdrew, WroteOff, Year
from .facts import Bylaws
from .profit import Claims
from .receipts import Offset, Repaid, Reversed, Saved

MONTHS = 12
LEAVERS_TOO = "ได้รับ"
NOT_THAT_MONTH, NOT_ALL_YEAR = "นับถึงเดือนก่อนถอน", "ไม่นับทั้งปี"


def claims(year: Year) -> Claims:
    """Tell what members have a claim by; who left in the year, or was late in it, has no right to a part of the interest back."""
    taken_back = {event.receipt for event in year.events if isinstance(event, Reversed)}
    events = [event for event in year.events if getattr(event, "receipt", None) not in taken_back]
    gone = {person.id for person in year.people if person.left} | {event.member for event in events if isinstance(event, StatusChanged)}
    counted = set() if year.bylaws.leaver_dividend == LEAVERS_TOO else gone
    months = {member: own for member, own in _share_months(year, events).items() if member not in counted}
    return Claims(months, {member: amount for member, amount in _interest(year, events).items() if member not in gone})


def _share_months(year: Year, events: Sequence[Event]) -> dict[str, Fraction]:
    rules, first = year.bylaws, year.first_day
    deposits = {person.id: [0] * MONTHS for person in year.people}
    missing: Counter[str] = Counter()
    for event in events:
        match event:
            case Saved(member=member, amount=amount, month=month):
                deposits[member][(month - first.month) % MONTHS] += amount
            case Withdrew(date=date, member=member, amount=amount) | Offset(date=date, member=member, principal=amount):
                missing[member] += amount * _lost(rules, (date.year - first.year) * MONTHS + date.month - first.month)
    weights = rules.share_value, rules.opening_weight, rules.first_weight
    return {person.id: share_months(person.opening, deposits[person.id], missing[person.id], *weights) for person in year.people}


def _lost(rules: Bylaws, index: int) -> int:
    """Tell how many months savings taken out in a month of the year, counted from 0, no longer work."""
    if rules.withdrawal_from == NOT_ALL_YEAR:
        return rules.opening_weight
    return max(0, rules.first_weight - index + (rules.withdrawal_from == NOT_THAT_MONTH))


def _interest(year: Year, events: Sequence[Event]) -> dict[str, int]:
    """Add up the interest of each borrower who never paid an instalment late and owes none on the last day."""
    contracts = {contract.number: contract for contract in year.contracts}
    repaid = Counter({contract.number: contract.repaid_before for contract in year.contracts})
    paid: Counter[str] = Counter()
    late: set[str] = set()
    for event in events:
        match event:
            case Lent(contract=contract):
                contracts[contract.number] = contract
            case Repaid(contract=number, principal=principal) | Offset(contract=number, principal=principal):
                late |= {event.member} if overdue_months(*contracts[number].terms, repaid[number], principal, event.date) else set()
                paid[event.member] += event.interest if isinstance(event, Repaid) else 0
                repaid[number] += principal
            case WroteOff(contract=number, amount=amount):
                repaid[number] += amount
    late |= {contract.member for number, contract in contracts.items() if principal_due(*contract.terms, year.last_day) > repaid[number]}
    return {member: amount for member, amount in paid.items() if amount and member not in late}
