"""Interest, fines and allowances reckoned from the words of the by-laws, a line at a time: nothing of the calculations is used."""

import datetime as dt
from fractions import Fraction

from workshop.facts import Bylaws, Contract


def later(day: dt.date, months: int) -> dt.date:
    """Give the same day so many months on, or the month's last day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month, min(day.day, last))


def due_dates(contract: Contract) -> list[tuple[dt.date, int]]:
    """Give each instalment's day and the principal that should be repaid by then."""
    dues = []
    for number in range(contract.instalments):
        last = number == contract.instalments - 1
        dues.append((later(contract.first_due, number * contract.every), contract.principal if last else contract.instalment * (number + 1)))
    return dues


def whole(amount: Fraction, unit: int, direction: str) -> int:
    """Bring an amount to whole units: down, up, or a half up."""
    units, rest = divmod(amount, unit)
    up = {"ปัดลง": False, "ปัดขึ้น": rest > 0, "ปัดครึ่งขึ้น": 2 * rest >= unit}[direction]
    return (int(units) + up) * unit


def interest(contract: Contract, rules: Bylaws, before: int, months: int, days: int) -> int:
    """Reckon interest: rounded each month, or once for a year or for so many days."""
    rate, unit, direction = Fraction(contract.rate), rules.interest_unit, rules.interest_direction
    if contract.method == "ลดต้นลดดอก":
        return whole(before * rate / 12, unit, direction) * months
    if contract.method == "คงที่":
        return whole(contract.principal * rate / 12, unit, direction) * months
    if contract.method == "รายปี":
        return whole(before * rate * months / 12, unit, direction)
    if contract.method == "รายวัน":
        return whole(before * rate * days / 365, unit, direction)
    assert contract.method == "ขั้นบันได"
    assert rules.tier_limit is not None
    assert rules.tier_rate is not None
    low, high = min(before, rules.tier_limit), max(0, before - rules.tier_limit)
    return whole((low * rate + high * Fraction(rules.tier_rate)) / 12, unit, direction) * months


def late(contract: Contract, before: int, principal: int, day: dt.date) -> int:
    """Add up each late part of what is brought × the due dates that came after its own × months between them."""
    repaid = contract.principal - before
    low, parts = 0, 0
    for number, (due, high) in enumerate(due_dates(contract)):
        part = max(0, min(high, repaid + principal) - max(low, repaid))
        periods = 0
        while later(contract.first_due, (number + periods + 1) * contract.every) <= day:
            periods += 1
        parts += part * periods * contract.every if due <= day else 0
        low = high
    return parts


def fine(contract: Contract, rules: Bylaws, before: int, principal: int, day: dt.date) -> int:
    """Reckon the fine: what is late × the rate, rounded once, never above the cap."""
    asked = whole(late(contract, before, principal, day) * Fraction(rules.fine_rate), rules.fine_unit, rules.fine_direction)
    return asked if rules.fine_cap is None else min(asked, rules.fine_cap)


def allowance(contract: Contract, rules: Bylaws, balance: int, day: dt.date) -> int:
    """Reckon what is set aside: by the days since the oldest instalment not repaid in full, half a satang up."""
    repaid = contract.principal - balance
    unpaid = [due for due, wanted in due_dates(contract) if due <= day and repaid < wanted]
    if not unpaid or not balance:
        return 0
    days = (day - unpaid[0]).days
    place = (days > 30) + (days > 90) + (days > 180) + (days > 365) if days else None
    return 0 if place is None else int(balance * Fraction(rules.doubtful[place]) + Fraction(1, 2))
