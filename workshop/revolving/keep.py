"""A year kept in the book of a revolving fund the way its treasurer would: facts become what is typed, and nothing that is calculated."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from addin.udfs import add_months
from workshop.facts import BANKS, Receipt
from workshop.keep import Record, Typed
from workshop.revolving.facts import ADDED, BANK_INTEREST, Came, Cancelled, Contract, Event, Household, Lent, Lost, Moved, Received, Reversed, Went, Year

PIECES = (100000, 50000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 25)
SIGNED_AFTER = dt.timedelta(days=6)
INCOME, EXPENSE = {BANK_INTEREST: "45010", "รายได้อื่น (บริจาค)": "46010"}, {"ค่าธรรมเนียมธนาคาร": "54040", "ค่าใช้จ่ายที่ระเบียบให้จ่าย": "54090"}
RESULT, KEPT = "33020", "32010"


def keep(year: Year, presets: Mapping[str, Any]) -> Typed:
    """Give what the treasurer types in each table; ``presets`` are the by-laws of the template. The book must have room for the year's banks."""
    names = [each.name for each in year.households]
    return {
        "rules": [_rules(year, presets)],
        "committee": [{"name": name, "post": post, "since": year.first_day} for name, post in zip(names, ("ประธาน", "เหรัญญิก", "เลขานุการ"), strict=False)],
        "members": [_household(each) for each in year.households],
        "opening": [{"account": code, "debit" if amount > 0 else "credit": abs(amount)} for code, amount in year.opening.items()],
        "opening_facts": [{"headcount": sum(each.joined < year.first_day for each in year.households)}],
        "receipts": [row for event in year.events for row in _receipt_rows(year, event)],
        "cash": _cash_book(year),
        "journal": _journal(year),
        "loans": [_loan(year, contract) for contract in _contracts(year)],
        "write_offs": [_loss(event) for event in year.events if isinstance(event, Lost)],
        "earlier_losses": [
            {"who": each.who, "member": each.household or None, "amount": each.amount, "minute": each.minute, "document": each.document}
            for each in year.earlier_losses
        ],
        "receipt_books": [_book(year, *numbers) for numbers in year.receipt_books],
        "cancelled": [_cancelled(event) for event in year.events if isinstance(event, Cancelled | Reversed)],
        "minutes": [{"number": number, "date": day, "subject": subject} for number, day, subject in year.minutes],
        "snapshots": [{"date": day, "occasion": occasion} for day, occasion in year.snapshots],
        "visits": [{"date": day, "contract": number, "said": owed, "signed": "ใช่"} for number, (day, owed) in year.visits.items()],
        **_proofs(year),
    }


def _rules(year: Year, presets: Mapping[str, Any]) -> Record:
    rules = dict(presets) | {"fund_name": f"กข.คจ. {year.village}", "village": year.village, "first_day": year.first_day, "capital": year.capital}
    rules |= {"capital_added": year.capital_added or None, "loan_limit": year.loan_limit}
    return rules | ({"first_year": "ใช่"} if year.first_year else {})


def _household(each: Household) -> Record:
    row = {"id": each.id, "order": each.order, "title": each.title, "first": each.first, "last": each.last, "citizen_id": each.citizen_id or None}
    row |= {"house": each.house, "people": each.people, "occupation": each.occupation, "joined": each.joined, "left": each.left}
    incomes = dict(zip(("income_before", "income_1", "income_2", "income_3"), each.incomes, strict=True))
    return row | incomes | {"status": "ย้ายออก" if each.left else "ปกติ"}


def _contracts(year: Year) -> list[Contract]:
    return [*year.contracts, *(event.contract for event in year.events if isinstance(event, Lent))]


def _loan(year: Year, contract: Contract) -> Record:
    row = {
        "number": contract.number, "member": contract.household, "round": contract.round, "date": contract.date, "principal": contract.principal,
        "occupation": contract.occupation, "minute": contract.minute, "repaid_before": contract.repaid_before or None, "due": contract.due,
        "acknowledged": contract.acknowledged,
    }  # fmt: skip
    row |= {f"{name}_{turn}": value for turn, agreed in enumerate(contract.plan, 1) for name, value in zip(("due", "amount"), agreed, strict=True)}
    return row | ({"followed_up": year.visits[contract.number][0]} if contract.number in year.visits else {})


def _receipt_rows(year: Year, event: Event) -> Iterator[Record]:
    """Give a row a line of a receipt; of one taken back every line again, below zero."""
    fact, sign = (event.entered, -1) if isinstance(event, Reversed) else (event, 1)
    if not isinstance(fact, Received):
        return
    names = {each.id: each.name for each in year.households}
    book, number = fact.receipt
    payer = names.get(fact.payer, fact.payer) if fact.payer != fact.household else None
    for item in fact.items:
        row: Record = {"date": event.date, "book": book, "number": number, "member": fact.household or None, "payer": payer, "item": item.item}
        row |= {"channel": "โอน", "bank": fact.bank} if fact.bank else {}
        yield row | {"contract": item.contract or None, "amount": sign * item.amount}


def _cash_book(year: Year) -> list[Record]:
    """Give the rows in the order of the facts: a receipt a row, or the receipts of a day in one."""
    rows: list[Record] = []
    written: set[tuple[dt.date, Receipt | None]] = set()
    for event in year.events:
        receipt = event.receipt if isinstance(event, Received) else event.entered.receipt if isinstance(event, Reversed) else None
        page = event.date, None if event.date in year.by_day else receipt
        if receipt and page not in written:
            written.add(page)
            one = {"kind": "ใบเสร็จ", "reference": f"{receipt[0]}/{receipt[1]:03d}"}
            rows.append({"date": event.date, **({"kind": "วันทำการ"} if event.date in year.by_day else one)})
        rows += _money(event)
    return rows


def _place(bank: int) -> str:
    return f"bank{bank}" if bank else "cash"


def _money(event: Event) -> list[Record]:
    match event:
        case Lent(date=date, contract=contract, voucher=voucher, bank=bank):
            row = {"kind": "จ่าย", "voucher": voucher, "item": "ให้ยืมเงินทุน", "reference": contract.number, f"{_place(bank)}_out": contract.principal}
        case Moved(date=date, document=document, source=source, target=target, amount=amount):
            row = {"kind": "โอน", "voucher": document, f"{_place(source)}_out": amount, f"{_place(target)}_in": amount}
        case Came(date=date, document=document, item=item, amount=amount, bank=bank):
            row = {"kind": "รับ", "voucher": document, "item": item, f"{_place(bank)}_in": amount}
        case Went(date=date, voucher=voucher, item=item, amount=amount, bank=bank, payee=payee, minute=minute):
            row = {"kind": "จ่าย", "voucher": voucher, "item": item, "payee": payee or None, f"{_place(bank)}_out": amount}
            row |= {"description": f"ตามมติ {minute}"} if minute else {}
        case _:
            return []
    return [{"date": date, **row}]


def _loss(event: Lost) -> Record:
    return {"contract": event.contract, "date": event.date, "amount": event.amount, "cause": event.cause, "minute": event.minute, "document": event.document}


def _journal(year: Year) -> list[Record]:
    """Give the losses proved, and the closing of the year: bank interest and what little else there is, into what was kept before."""
    lines: list[Record] = []
    for number, event in enumerate((event for event in year.events if isinstance(event, Lost)), 1):
        head = {"date": event.date, "voucher": f"JV {number}", "description": event.cause, "minute": event.minute}
        lines += [head | {"account": "18110", "debit": event.amount}, head | {"account": "13010", "credit": event.amount}]
    income, expense = _result(year)
    surplus = sum(income.values()) - sum(expense.values())

    def close(voucher: str, text: str, sides: list[tuple[str, int]]) -> None:
        head = {"date": year.last_day, "voucher": voucher, "description": text, "kind": "ปิดบัญชี"}
        lines.extend(head | {"account": code, "debit" if amount > 0 else "credit": abs(amount)} for code, amount in sides if amount)

    close("JV-ปิด1", "ปิดบัญชีรายได้", [*income.items(), (RESULT, -sum(income.values()))])
    close("JV-ปิด2", "ปิดบัญชีค่าใช้จ่าย", [(RESULT, sum(expense.values())), *((code, -amount) for code, amount in expense.items())])
    close("JV-ปิด3", "โอนดอกผลธนาคารปีนี้เข้าดอกผลธนาคารสะสม", [(RESULT, surplus), (KEPT, -surplus)])
    return lines


def _result(year: Year) -> tuple[dict[str, int], dict[str, int]]:
    income, expense = Counter[str](), Counter[str]()
    for event in year.events:
        if isinstance(event, Came) and event.item != ADDED:
            income[INCOME[event.item]] += event.amount
        elif isinstance(event, Went) and event.item in EXPENSE:
            expense[EXPENSE[event.item]] += event.amount
        fact, sign = (event.entered, -1) if isinstance(event, Reversed) else (event, 1)
        for item in fact.items if isinstance(fact, Received) else ():
            if item.item in INCOME:
                income[INCOME[item.item]] += sign * item.amount
    return dict(sorted(income.items())), dict(sorted(expense.items()))


def _book(year: Year, book: int, first: int, last: int) -> Record:
    return {"book": book, "first": first, "last": last, **({"collector": year.keepers[book]} if book in year.keepers else {})}


def _cancelled(event: Cancelled | Reversed) -> Record:
    book, number = event.receipt if isinstance(event, Cancelled) else event.entered.receipt
    return {"book": book, "number": number, "reason": event.reason}


def _proofs(year: Year) -> Typed:
    """Give the count, the certificates as the banks know it, and what was signed."""
    told, last = year.proofs, year.last_day
    later = {"received_since": told.received_since, "paid_since": told.paid_since} if told.counted_on > last else {}
    counted = {"counted_on": told.counted_on, "counter_1": year.households[0].name, "counter_2": year.households[1].name, **later}
    certificates: list[Record] = []
    for bank in range(1, year.banks + 1):
        held = year.opening.get(BANKS[bank], 0) + sum(_into(event, bank) for event in year.events)
        transit = told.in_transit if bank == 1 else 0
        row: Record = {"certificate": held - transit, "document": f"ธ.{bank}", "certified_on": last}
        certificates.append(row | ({"in_transit": transit} if transit else {}))
    months = [{"closed_on": add_months(year.first_day, month) + SIGNED_AFTER} for month in range(1, 13)]
    signed: Typed = {"by_month": months, "sign_off": [{"closed_on": months[-1]["closed_on"], "chair": year.households[0].name}]}
    given: Typed = signed if told.signed else {}
    return {"count": [counted], "denominations": [{"pieces": told.cash_count.get(value)} for value in PIECES], "bank_proof": certificates, **given}


def _into(event: Event, bank: int) -> int:
    """Give what an event puts into a bank; what it takes out is below zero."""
    match event:
        case Received(bank=at) | Came(bank=at):
            return event.amount if at == bank else 0
        case Reversed(entered=entered):
            return -entered.amount if entered.bank == bank else 0
        case Went(bank=at, amount=amount) | Lent(bank=at, contract=Contract(principal=amount)):
            return -amount if at == bank else 0
        case Moved(source=source, target=target, amount=amount):
            return amount if target == bank else -amount if source == bank else 0
    return 0
