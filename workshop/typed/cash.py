"""The cash and bank book as it is typed: an operating day's receipts a row, or a row each, and every payment and transfer."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from workshop.events import (
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
    Refunded,
    Remitted,
    SharesBack,
    Spent,
    Withdrew,
    Year,
)
from workshop.facts import INTEREST_PAID, Receipt
from workshop.receipts import Reversed
from workshop.typed.receipts import Record, moves_money, receipt_of

ADVANCE, PREPAID = "เงินยืมทดรอง", "เงินรับล่วงหน้า"
LENDING, LENDING_LINES = "จ่ายเงินกู้", {2: "จ่ายเงินกู้ฉุกเฉิน (บัญชี 2)", 3: "จ่ายเงินกู้ (บัญชี 3)"}
FUNDING = {"รัฐเพิ่มทุน": "รัฐเพิ่มทุน", "กู้ธนาคาร": "เงินกู้ยืมจากธนาคาร"}
"""The kind of money that comes to be lent, and its item."""


def cash_book(year: Year) -> list[Record]:
    """Give the rows in the order of the events; a day's receipts stand before what was paid out of them."""
    rows: list[Record] = []
    written: set[tuple[dt.date, Receipt | None]] = set()
    for event in year.events:
        alone = event.date in year.one_by_one
        page = event.date, receipt_of(event) if alone else None
        if moves_money(event) and page not in written:
            written.add(page)
            rows.append(_one(event) if alone else {"date": event.date, "kind": "วันทำการ", "description": "รับเงินวันทำการ"})
        rows += money_rows(event)
    return rows


def _one(event: Event) -> Record:
    """Give the row of a single receipt, or of the day on which it was taken back."""
    book, number = receipt_of(event) or (0, 0)
    taken_back = {"description": "กลับรายการใบเสร็จ"} if isinstance(event, Reversed) else {}
    return {"date": event.date, "kind": "ใบเสร็จ", "reference": f"{book}/{number:03d}", **taken_back}


def money_rows(event: Event) -> list[Record]:
    """Give the cash and bank rows of what is not receipted."""
    return [*_paid(event), *_came(event)]


def _paid(event: Event) -> Iterator[Record]:
    match event:
        case Lent(voucher=voucher, contract=contract, bank=bank):
            yield _out(event, voucher, LENDING_LINES.get(contract.purse, LENDING), contract.principal, bank, reference=contract.number)
        case Withdrew(voucher=voucher, member=member, amount=amount):
            yield _out(event, voucher, "ถอนเงินสัจจะ", amount, reference=member)
        case SharesBack(voucher=voucher, member=member, amount=amount, payee=payee):
            yield _out(event, voucher, "คืนค่าหุ้น", amount, reference=member, payee=payee)
        case Refunded(voucher=voucher, member=member, amount=amount, payee=payee):
            yield _out(event, voucher, PREPAID, amount, reference=member, payee=payee)
        case Spent(voucher=voucher, item=item, amount=amount, payee=payee, bank=bank):
            yield _out(event, voucher, item, amount, bank, payee=payee)
        case Helped(voucher=voucher, member=member, amount=amount):
            yield _out(event, voucher, "จ่ายสวัสดิการ", amount, reference=member)
        case Advanced(voucher=voucher, payee=payee, amount=amount):
            yield _out(event, voucher, ADVANCE, amount, payee=payee)
        case PaidShare(voucher=voucher, dividends=dividends, returns=returns, committee=committee):
            totals = (("จ่ายเงินปันผล", sum_of(dividends)), ("จ่ายเงินเฉลี่ยคืน", sum_of(returns)), ("จ่ายค่าตอบแทนกรรมการ", committee))
            yield from (_out(event, voucher, item, amount) for item, amount in totals if amount)
        case Remitted(voucher=voucher, payee=payee, principal=principal, interest=interest, bank=bank, interest_bank=other):
            parts = (("ส่งคืนเงินกู้ธนาคาร", principal, bank), (INTEREST_PAID, interest, other))
            yield from (_out(event, voucher, item, amount, place, payee=payee) for item, amount, place in parts if amount)


def _came(event: Event) -> Iterator[Record]:
    """Give what comes to the fund without a receipt, and what only changes its place."""
    match event:
        case Banked(document=document, amount=amount, bank=bank):
            yield _moved(event, document, "นำเงินสดฝากธนาคาร", amount, "cash", f"bank{bank}")
        case Drew(document=document, amount=amount, bank=bank):
            yield _moved(event, document, "ถอนเงินฝากธนาคาร", amount, f"bank{bank}", "cash")
        case Moved(document=document, amount=amount, source=source, target=target):
            yield _moved(event, document, "ย้ายเงินระหว่างธนาคาร", amount, f"bank{source}", f"bank{target}")
        case BankInterest(document=document, amount=amount, bank=bank):
            yield _in(event, document, "ดอกเบี้ยเงินฝากธนาคาร", amount, f"bank{bank}")
        case Granted(document=document, amount=amount, bank=bank):
            yield _in(event, document, "เงินอุดหนุน", amount, f"bank{bank}")
        case Funded(document=document, amount=amount, bank=bank, kind=kind, source=source):
            yield _in(event, document, FUNDING[kind], amount, f"bank{bank}", description=source)
        case Cleared(document=document, returned=returned, payee=payee) if returned:
            yield _in(event, document, ADVANCE, returned, "cash", description=f"คืนเงินยืมทดรอง {payee}")


def _out(event: Event, voucher: str, item: str, amount: int, bank: int = 0, **told: Any) -> Record:
    place = f"bank{bank}_out" if bank else "cash_out"
    return {"date": event.date, "kind": "จ่าย", "voucher": voucher, "item": item, place: amount, **told}


def _in(event: Event, document: str, item: str, amount: int, place: str, **told: Any) -> Record:
    return {"date": event.date, "kind": "รับ", "voucher": document, "item": item, f"{place}_in": amount, **told}


def _moved(event: Event, document: str, text: str, amount: int, source: str, target: str) -> Record:
    return {"date": event.date, "kind": "โอน", "voucher": document, "description": text, f"{source}_out": amount, f"{target}_in": amount}


def sum_of(amounts: Iterable[tuple[str, int]]) -> int:
    """Add up what several get."""
    return sum(amount for _, amount in amounts)
