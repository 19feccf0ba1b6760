"""The general journal as it is typed: what moves no money, and the closing of income and expense."""

import datetime as dt
from collections.abc import Mapping

from workshop.events import Adjusted, Cleared, Event, Resolved, WroteOff, Year
from workshop.facts import SPENDING
from workshop.result import moved
from workshop.typed.cash import sum_of
from workshop.typed.receipts import Record

PROFIT, RESULT, LOANS, ADVANCES = "33010", "33020", "13010", "14010"


def journal(year: Year) -> list[Record]:
    """Give the vouchers in the order of the events, numbered from 1, then the closing entries."""
    lines: list[Record] = []
    number = 0
    for event in year.events:
        if entries := _entries(event):
            number += 1
            head = {"date": event.date, "voucher": f"JV {number}"}
            lines += [head | entry for entry in entries]
    return lines + closing_entries(moved(year.events), year.last_day)


def _entries(event: Event) -> list[Record]:
    match event:
        case Resolved(lines=lines, minute=minute):
            head: Record = {"description": "จัดสรรกำไรปีก่อนตามมติ", "minute": minute}
            return [head | {"account": PROFIT, "debit": sum_of(lines)}, *(head | {"account": account, "credit": amount} for account, amount in lines)]
        case WroteOff(contract=contract, amount=amount, minute=minute, account=account):
            return [entry | {"minute": minute} for entry in _two(f"ตัดหนี้สูญ {contract}", account, LOANS, amount)]
        case Cleared(item=item, spent=spent, payee=payee):
            return _two(f"ล้างเงินยืมทดรอง {payee}", SPENDING[item], ADVANCES, spent)
        case Adjusted(text=text, debit=debit, credit=credit, amount=amount):
            return _two(text, debit, credit, amount)
    return []


def _two(text: str, debit: str, credit: str, amount: int) -> list[Record]:
    return [{"description": text, "account": debit, "debit": amount}, {"description": text, "account": credit, "credit": amount}]


def closing_entries(result: Mapping[str, int], day: dt.date) -> list[Record]:
    """Give the three closing vouchers of a year's income and expense (credit positive): into 33020, then into 33010."""
    income = {account: amount for account, amount in result.items() if account.startswith("4")}
    expense = {account: -amount for account, amount in result.items() if account.startswith("5")}
    surplus = sum(income.values()) - sum(expense.values())
    lines: list[Record] = []

    def write(voucher: str, text: str, debits: Mapping[str, int], credits_: Mapping[str, int]) -> None:
        head = {"date": day, "voucher": voucher, "description": text, "kind": "ปิดบัญชี"}
        lines.extend(head | {"account": account, "debit": amount} for account, amount in debits.items() if amount)
        lines.extend(head | {"account": account, "credit": amount} for account, amount in credits_.items() if amount)

    write("JV-ปิด1", "ปิดบัญชีรายได้", income, {RESULT: sum(income.values())})
    write("JV-ปิด2", "ปิดบัญชีค่าใช้จ่าย", {RESULT: sum(expense.values())}, expense)
    sides = ({RESULT: surplus}, {PROFIT: surplus}) if surplus >= 0 else ({PROFIT: -surplus}, {RESULT: -surplus})
    write("JV-ปิด3", "โอนกำไรสุทธิเข้ากำไรสะสมรอจัดสรร", *sides)
    return lines
