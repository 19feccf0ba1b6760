"""What must hold in a sound book, read plainly from its filled columns: a second reading, to hold the makers' labels against."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from addin.udfs import days_overdue
from templates.filled import Filled

Truth = Callable[[Filled], bool]
TRUTHS: dict[str, Truth] = {}
CASH, TRANSFER, FROM_SAVINGS = "เงินสด", "โอน", "หักเงินสัจจะ"
FROM_RECEIPTS = ("วันทำการ", "ใบเสร็จ")
BANKS = (1, 2, 3)


def truth(*checks: str) -> Callable[[Truth], Truth]:
    def register(holds: Truth) -> Truth:
        TRUTHS.update(dict.fromkeys(checks, holds))
        return holds

    return register


def rows(filled: Filled, table: str, *names: str) -> Iterator[tuple[Any, ...]]:
    """Give some columns of the rows that are there; amounts that are blank as 0."""
    columns = filled[table].columns
    guard = columns[filled[table].table.guard] if filled[table].table.guard else [0]
    kinds = filled[table].table.columns
    for index, there in enumerate(guard):
        if there is not None:
            yield tuple((columns[name][index] or 0) if kinds[name].kind == "money" else columns[name][index] for name in names)


def total(filled: Filled, table: str, name: str) -> int:
    return int(sum(value for (value,) in rows(filled, table, name)))


def form(filled: Filled, table: str, name: str) -> Any:
    return filled[table].columns[name][0]


def rule(filled: Filled, name: str) -> Any:
    return form(filled, "rules", name)


def sums(pairs: Iterator[tuple[Any, ...]]) -> dict[Any, int]:
    found: dict[Any, int] = defaultdict(int)
    for *key, amount in pairs:
        found[key[0] if len(key) == 1 else tuple(key)] += amount
    return found


def moves(filled: Filled) -> dict[str, dict[dt.date, int]]:
    """Give every member's savings moves by day."""
    found: dict[str, dict[dt.date, int]] = defaultdict(lambda: defaultdict(int))
    for member, day, register, way, amount in rows(filled, "receipts", "member", "date", "register", "way", "amount"):
        found[member][day] += (amount if register == "เงินสัจจะ" else 0) - (amount if way == FROM_SAVINGS else 0)
    for member, day, register, paid in rows(filled, "cash", "reference", "date", "register", "paid"):
        found[member][day] -= paid if register == "ถอนเงินสัจจะ" and member else 0
    return found


def ledger(filled: Filled, code: str) -> int:
    return sum(balance for account, balance in rows(filled, "trial_balance", "code", "balance") if account == code)


@truth("SAV-01")
def savings_roll(filled: Filled) -> bool:
    opening, moved = sums(rows(filled, "opening_members", "member", "savings")), moves(filled)
    return all(closing == opening[member] + sum(moved[member].values()) for member, closing in rows(filled, "savings", "member", "closing"))


@truth("SAV-02")
def savings_tie(filled: Filled) -> bool:
    return total(filled, "savings", "closing") == -ledger(filled, rule(filled, "account_savings"))


@truth("SAV-03")
def savings_never_below_nothing(filled: Filled) -> bool:
    opening = sums(rows(filled, "opening_members", "member", "savings"))
    for member, days in moves(filled).items():
        balance = opening[member]
        for day in sorted(days):
            balance += days[day]
            if balance < 0:
                return False
    return True


@truth("MEMB-01")
def nobody_is_there_twice_at_a_time(filled: Filled) -> bool:
    """One who left may come back under another code."""
    people = list(rows(filled, "members", "first", "last", "house", "birth", "citizen_id", "joined", "left"))
    for place, (first, last, house, birth, number, joined, left) in enumerate(people):
        for first_, last_, house_, birth_, number_, joined_, left_ in people[:place]:
            alike = (str(first).strip(" \u200b"), last, house, birth) == (str(first_).strip(" \u200b"), last_, house_, birth_)
            apart = (left is not None and left <= joined_) or (left_ is not None and left_ <= joined)
            if (alike or (number is not None and number == number_)) and not apart:
                return False
    return True


@truth("MEMB-05")
def headcount(filled: Filled) -> bool:
    first, last = rule(filled, "first_day"), rule(filled, "last_day")
    people = list(rows(filled, "members", "joined", "left", "status"))
    joined = sum(first <= day <= last for day, _, _ in people)
    left = sum(status != "ปกติ" and day is not None and first <= day <= last for _, day, status in people)
    return bool(form(filled, "opening_facts", "headcount") + joined - left == sum(status == "ปกติ" for _, _, status in people))


@truth("LOAN-01")
def loans_roll(filled: Filled) -> bool:
    repaid = sums(rows(filled, "receipts", "register", "contract", "amount"))
    lost = sums(rows(filled, "write_offs", "contract", "amount"))
    charged = sums(rows(filled, "cards", "contract", "interest"))
    if any(charged[number] != repaid["ดอกเบี้ย", number] for (number,) in rows(filled, "loans", "number")):
        return False
    loans = rows(filled, "loans", "number", "principal", "repaid_before", "balance")
    return all(balance == lent - before - repaid["เงินต้น", number] - lost[number] for number, lent, before, balance in loans)


@truth("LOAN-02")
def loans_tie(filled: Filled) -> bool:
    return total(filled, "loans", "balance") == ledger(filled, rule(filled, "account_loans"))


@truth("LOAN-05")
def loans_are_paid_out(filled: Filled) -> bool:
    paid = [(number, day, amount) for number, day, register, amount in rows(filled, "cash", "reference", "date", "register", "paid") if register == "จ่ายเงินกู้"]
    for number, day, principal in rows(filled, "loans", "number", "date", "principal"):
        own = [(when, amount) for other, when, amount in paid if other == number]
        if day >= rule(filled, "first_day") and not (len(own) == 1 and own[0][1] == principal and abs((own[0][0] - day).days) <= 3):
            return False
    return True


@truth("REPAY-01")
def receipts_are_in_the_cash_book(filled: Filled) -> bool:
    ins = ["cash_in", *(f"bank{bank}_in" for bank in BANKS if f"bank{bank}_in" in filled["cash"].columns)]
    received = sums((day, amount) for day, way, amount in rows(filled, "receipts", "date", "way", "amount") if way in (CASH, TRANSFER))
    written = sums((day, sum(amounts)) for day, kind, *amounts in rows(filled, "cash", "date", "kind", *ins) if kind in FROM_RECEIPTS)
    return all(received[day] == written[day] for day in {*received, *written})


@truth("REPAY-02", "REPAY-03")
def cards_are_as_the_bylaws_say(filled: Filled) -> bool:
    return all(paid == due and fine == fined for paid, due, fine, fined in rows(filled, "cards", "interest", "interest_due", "fine", "fine_due"))


def running(filled: Filled, place: str, account: str) -> list[tuple[dt.date, int, int]]:
    """Give each row's day, what the place then holds, and the balance written there."""
    balance = sum(debit - credit for code, debit, credit in rows(filled, "opening", "account", "debit", "credit") if code == account)
    found = []
    for day, came, went, written in rows(filled, "cash", "date", f"{place}_in", f"{place}_out", f"{place}_balance"):
        balance += came - went
        found.append((day, balance, written))
    return found


@truth("CASH-01")
def balances_run_on(filled: Filled) -> bool:
    places = [("cash", rule(filled, "account_cash")), ("bank1", rule(filled, "account_bank1"))]
    return all(held == written for place, account in places for _, held, written in running(filled, place, account))


@truth("CASH-02")
def the_box_is_never_below_nothing(filled: Filled) -> bool:
    ends = {day: held for day, held, _ in running(filled, "cash", rule(filled, "account_cash"))}
    return min(ends.values()) >= 0


@truth("CASH-03")
def cash_was_counted(filled: Filled) -> bool:
    return bool(form(filled, "count", "difference") == 0)


@truth("CASH-04")
def banks_certify(filled: Filled) -> bool:
    return all(difference == 0 for (difference,) in rows(filled, "bank_proof", "difference"))


@truth("CASH-08")
def receipts_run_on(filled: Filled) -> bool:
    there = {(book, number) for book, first, last in rows(filled, "receipt_books", "book", "first", "last") for number in range(first, last + 1)}
    used = set(rows(filled, "receipts", "book", "number"))
    return used | set(rows(filled, "cancelled", "book", "number")) == there


@truth("ARRS-01")
def arrears_are_counted(filled: Filled) -> bool:
    edges = [rule(filled, f"age_{place}") for place in (1, 2, 3, 4)]
    labels = [label for (label,) in rows(filled, "by_age", "label")]
    names = ("lent", "instalment", "instalments", "every", "first_due", "paid", "fallen", "overdue", "days", "bucket")
    for lent, instalment, instalments, every, first_due, paid, fallen, overdue, days, bucket in rows(filled, "ageing", *names):
        counted = days_overdue(lent, instalment, instalments, every, first_due, paid, rule(filled, "report_date"))
        place = 0 if not counted else 1 + sum(counted > edge for edge in edges)
        if (days, bucket, overdue) != (counted, labels[place], max(fallen - paid, 0)):
            return False
    return True


@truth("ARRS-02")
def the_ageing_is_of_all_debts(filled: Filled) -> bool:
    aged, owed = (sums(rows(filled, table, key, "balance")) for table, key in (("ageing", "contract"), ("loans", "number")))
    return aged == owed


@truth("RULE-01")
def no_rate_is_above_the_ceiling(filled: Filled) -> bool:
    return all(rate <= Decimal("0.15") for (rate,) in rows(filled, "loans", "rate"))


@truth("RULE-02")
def no_loan_is_above_the_limit_of_its_day(filled: Filled) -> bool:
    limits = [(dt.date.min, rule(filled, "loan_limit"))]
    limits += [(since, value * 100) for name, since, value in rows(filled, "dated_rules", "rule", "since", "value") if name == "วงเงินกู้ต่อคน"]
    loans = sorted(rows(filled, "loans", "date", "member", "principal", "balance"))
    owed: dict[str, int] = defaultdict(int)
    for day, member, principal, balance in loans:
        _, limit = max(each for each in limits if each[0] <= day)
        if day >= rule(filled, "first_day") and max(principal, owed[member] + balance) > limit:
            return False
        owed[member] += balance
    return True
