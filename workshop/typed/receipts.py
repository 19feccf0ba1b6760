"""Receipts as they are typed: a row an item, what was reversed once more below zero."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from workshop.events import Event
from workshop.facts import FROM_DIVIDEND, FROM_SAVINGS, TRANSFER, Receipt
from workshop.receipts import Bought, Charged, Joined, Offset, Prepaid, Receipted, Repaid, Reversed, Saved

Record = dict[str, Any]
INTEREST_LINE, PRINCIPAL_LINE, FINE_LINE = "ดอกเบี้ยเงินกู้", "ชำระเงินต้น", "ค่าปรับ"
PRINCIPAL_LINES = {2: "ชำระเงินต้นฉุกเฉิน (บัญชี 2)", 3: "ชำระเงินต้น (บัญชี 3)"}
INTEREST_LINES = {2: "ดอกเบี้ยเงินกู้ฉุกเฉิน"}
"""The items of contracts that are not of the usual money, by their บัญชี."""
NO_MONEY = (FROM_SAVINGS, FROM_DIVIDEND)
OTHER_LINES: dict[type, str] = {Prepaid: "เงินรับล่วงหน้า", Bought: "ค่าหุ้น", Charged: "ค่าธรรมเนียมขอกู้"}


def receipt_of(event: Event) -> Receipt | None:
    """Give the receipt an event stands on."""
    return event.receipt if isinstance(event, Joined | Saved | Bought | Charged | Prepaid | Repaid | Offset | Reversed) else None


def receipt_rows(event: Event) -> Iterable[Record]:
    """Give the receipt rows of an event: a row an item; of a receipt taken back every row again, amounts and months below zero."""
    if isinstance(event, Reversed):
        for fact in event.facts:
            yield from (_negative(row, event.date) for row in receipt_rows(fact))
    elif isinstance(event, Offset):
        yield _row(event, PRINCIPAL_LINE, event.principal, contract=event.contract, channel=FROM_SAVINGS)
    elif isinstance(event, Joined | Saved | Bought | Charged | Prepaid | Repaid):
        yield from _items(event)


def moves_money(event: Event) -> bool:
    """Whether an event brings a receipt in which money moves."""
    return any(row.get("channel") not in NO_MONEY for row in receipt_rows(event))


def _items(event: Receipted) -> Iterator[Record]:
    if isinstance(event, Joined):
        yield _row(event, "ค่าธรรมเนียมแรกเข้า", event.fee)
        return
    told = {"payer": event.payer if event.payer != event.member else None, "channel": event.channel, "bank": event.bank if event.channel == TRANSFER else None}
    if isinstance(event, Saved):
        yield _row(event, "เงินสัจจะ", event.amount, month=event.month, **told)
    elif isinstance(event, Repaid):
        yield from _repaid(event, {"contract": event.contract, **told})
    else:
        yield _row(event, OTHER_LINES[type(event)], event.amount, **told)


def _repaid(event: Repaid, told: Record) -> Iterator[Record]:
    if event.principal:
        yield _row(event, PRINCIPAL_LINES.get(event.purse, PRINCIPAL_LINE), event.principal, **told)
    if event.interest or event.months:
        yield _row(event, INTEREST_LINES.get(event.purse, INTEREST_LINE), event.interest, months=event.months, **told)
    if event.fine:
        yield _row(event, FINE_LINE, event.fine, **told)


def _row(event: Receipted | Offset, item: str, amount: int, **told: Any) -> Record:
    book, number = event.receipt or (None, None)
    row = {"date": event.date, "book": book, "number": number, "member": event.member, "item": item, "amount": amount, **told}
    return {name: value for name, value in row.items() if value is not None}


def _negative(row: Record, date: dt.date) -> Record:
    months = {"months": -row["months"]} if "months" in row else {}
    return row | {"date": date, "amount": -row["amount"]} | months
