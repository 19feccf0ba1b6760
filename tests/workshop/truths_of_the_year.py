"""What must hold in the ledger, the statements and the proposal of a sound book: truths.py, continued."""

from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from addin.udfs import average_return, dividend, share_months
from templates.filled import Filled
from tests.workshop.truths import BANKS, FROM_SAVINGS, form, rows, rule, sums, total, truth

FROM_DIVIDEND = "หักปันผล"
MONTHS = [f"month_{place}" for place in range(1, 13)]


@truth("LEDG-01")
def vouchers_balance(filled: Filled) -> bool:
    return not any(sums((number, debit - credit) for number, debit, credit in rows(filled, "journal", "voucher", "debit", "credit")).values())


def posted(filled: Filled) -> dict[str, int]:
    """Give what was posted on each account, debit positive, from opening, receipts, cash book and journal."""
    found: dict[str, int] = defaultdict(int)
    for code, debit, credit in rows(filled, "opening", "account", "debit", "credit"):
        found[code] += debit - credit
    offsets = {FROM_SAVINGS: rule(filled, "account_savings"), FROM_DIVIDEND: rule(filled, "account_dividend")}
    for code, way, amount in rows(filled, "receipts", "account", "way", "amount"):
        found[code] -= amount
        found[offsets.get(way, "")] += amount
    banks = [bank for bank in BANKS if f"bank{bank}_in" in filled["cash"].columns]
    for place, account in (("cash", "account_cash"), *((f"bank{bank}", f"account_bank{bank}") for bank in banks)):
        found[rule(filled, account)] += total(filled, "cash", f"{place}_in") - total(filled, "cash", f"{place}_out")
    for code, received, paid in rows(filled, "cash", "account", "received", "paid"):
        found[code] += paid - received
    for code, kind, debit, credit in rows(filled, "journal", "account", "kind", "debit", "credit"):
        found[code] += debit - credit if kind != "ปิดบัญชี" else 0
    return found


@truth("LEDG-02")
def the_trial_balance_is_what_was_posted(filled: Filled) -> bool:
    balances = list(rows(filled, "trial_balance", "code", "balance"))
    entries = posted(filled)
    return sum(balance for _, balance in balances) == 0 and all(balance == entries[code] for code, balance in balances)


@truth("LEDG-03")
def the_statement_balances(filled: Filled) -> bool:
    sides = {name: form(filled, "position_result", name) for name in ("assets", "liabilities", "capital")}
    lines = total(filled, "position", "assets"), total(filled, "position", "claims")
    return bool(lines[0] == lines[1] == sides["assets"] == sides["liabilities"] + sides["capital"])


@truth("LEDG-04")
def statements_are_of_the_trial_balance(filled: Filled) -> bool:
    surplus, profit = form(filled, "result", "surplus"), rule(filled, "account_profit")
    wanted: Counter[tuple[str, int]] = Counter()
    for code, group, balance, debit, credit in rows(filled, "trial_balance", "code", "group", "balance", "debit", "credit"):
        worth = balance - (surplus if code == profit else 0)
        moved = debit or credit if group in ("รายได้", "ค่าใช้จ่าย") else worth
        wanted += Counter([(code, worth)] if moved else [])
    shown = [(code, expense - income) for code, income, expense in rows(filled, "income", "code", "income", "expense")]
    return wanted == Counter([*shown, *((code, assets - claims) for code, assets, claims in rows(filled, "position", "code", "assets", "claims"))])


@truth("LEDG-05")
def the_surplus_is_one(filled: Filled) -> bool:
    return bool(form(filled, "year_end", "surplus") == form(filled, "result", "surplus"))


@truth("LEDG-06")
def registers_bring_forward_what_accounts_do(filled: Filled) -> bool:
    accounts = sums((code, debit - credit) for code, debit, credit in rows(filled, "opening", "account", "debit", "credit"))
    loans = rows(filled, "loans", "date", "principal", "repaid_before")
    carried = sum(lent - before for day, lent, before in loans if day < rule(filled, "first_day"))
    saved = total(filled, "opening_members", "savings")
    return accounts[rule(filled, "account_savings")] == -saved and accounts[rule(filled, "account_loans")] == carried


@truth("YEND-01")
def the_proposal_adds_up(filled: Filled) -> bool:
    whole = sum((percent or Decimal(0) for (percent,) in rows(filled, "allocation", "percent")), Decimal(0))
    shared = max(form(filled, "year_end", "surplus") - (form(filled, "year_end", "earlier_loss") or 0), 0)
    return whole == 1 and total(filled, "allocation", "allocated") == shared


def by_member(filled: Filled, table: str, *names: str) -> dict[str, tuple[Any, ...]]:
    return {row[0]: row[1:] for row in rows(filled, table, "member", *names)}


@truth("YEND-03")
def dividends_are_as_the_bylaws_say(filled: Filled) -> bool:
    saved = by_member(filled, "savings", "opening", "missing_months", *MONTHS)
    shares = by_member(filled, "shares", "left", "share_months", "dividend")
    value, unit = rule(filled, "share_value"), rule(filled, "payout_unit")
    weights, leavers_too = [rule(filled, name) for name in ("opening_weight", "first_weight")], rule(filled, "leaver_dividend") == "ได้รับ"
    pot, whole = form(filled, "year_end", "dividend_pot"), sum(Fraction(own) for _, own, _ in shares.values())
    for member, (left, own, paid) in shares.items():
        opening, missing, *months = saved[member]
        counted = share_months(opening, months, missing, value, *weights) if left != "ใช่" or leavers_too else 0
        if counted != own or paid != (dividend(Fraction(own), whole, pot, unit) if whole else 0):
            return False
    return True


@truth("YEND-04")
def dividends_are_the_pot(filled: Filled) -> bool:
    pot = sum(amount for code, amount in rows(filled, "allocation", "account", "allocated") if code == rule(filled, "account_dividend"))
    return bool(total(filled, "shares", "dividend") + form(filled, "year_end", "dividend_leftover") == pot == form(filled, "year_end", "dividend_pot"))


@truth("YEND-05")
def returns_are_as_the_bylaws_say(filled: Filled) -> bool:
    rate, unit = form(filled, "year_end", "return_rate"), rule(filled, "payout_unit")
    shares = rows(filled, "shares", "right", "interest", "average_return")
    return all(paid == (average_return(interest, rate, unit) if right == "ใช่" else 0) for right, interest, paid in shares)


@truth("YEND-06")
def those_with_a_right_and_no_others(filled: Filled) -> bool:
    people = {member: (status, left) for member, status, left in rows(filled, "members", "id", "status", "left")}
    shares = by_member(filled, "shares", "share_months", "dividend", "interest", "late", "right")
    if people.keys() != shares.keys():
        return False
    whole = sum(Fraction(own) for own, *_ in shares.values())
    for member, (own, paid, interest, late, right) in shares.items():
        status, left = people[member]
        gone = left is not None and left <= rule(filled, "last_day") if left else status != "ปกติ"
        entitled = not gone and interest and not late
        worth_paying = own and own * form(filled, "year_end", "dividend_pot") >= whole * rule(filled, "payout_unit")
        if (gone and paid and rule(filled, "leaver_dividend") != "ได้รับ") or (not paid and worth_paying) or (right == "ใช่") != bool(entitled):
            return False
    return True


@truth("YEND-09")
def the_summary_is_of_the_book(filled: Filled) -> bool:
    figures = {
        "members": sum(status == "ปกติ" for (status,) in rows(filled, "members", "status")), "savings": total(filled, "savings", "closing"),
        "loans": total(filled, "loans", "balance"), "overdue": total(filled, "ageing", "overdue"), "cash": form(filled, "count", "book"),
        "bank": total(filled, "bank_proof", "book"), "surplus": form(filled, "result", "surplus"), "assets": form(filled, "position_result", "assets"),
    }  # fmt: skip
    received = sums(rows(filled, "receipts", "register", "amount"))
    months = {"savings": received["เงินสัจจะ"], "principal": received["เงินต้น"], "interest": received["ดอกเบี้ย"]}
    months["lent"] = sums(rows(filled, "cash", "register", "paid"))["จ่ายเงินกู้"]
    if total(filled, "by_age", "balance") != total(filled, "ageing", "balance"):
        return False
    return all(form(filled, "figures", name) == figure for name, figure in figures.items()) and all(
        total(filled, "by_month", name) == amount for name, amount in months.items()
    )
