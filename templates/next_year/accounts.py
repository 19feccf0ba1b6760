"""The accounts after closing, the last numbers of the year, and what was left open in the old book."""

import datetime as dt

from templates.books import words
from templates.next_year.people import is_member
from templates.next_year.typed import Record, record, used
from templates.read import ReadBook

READ_IN_FULL = ("rules", "members", "loans", "receipts", "cash", "journal")


def rules(old: ReadBook, ended: dt.date) -> list[Record]:
    """Give the by-laws from the day after the last one on; what changed by a day stands beside them, as it did."""
    carried = record(old.tables["rules"], 0)
    for name in ("last_day", "report_date"):
        carried.pop(name, None)
    if "money_source" in old.tables and (added := old.tables["money_source"].money("added", 0)):
        carried["capital_added"] = carried.get("capital_added", 0) + added
    return [carried | {"first_day": ended + dt.timedelta(days=1), "first_year": words.NO}]


def opening(old: ReadBook, _: dt.date) -> list[Record]:
    """Give the accounts after closing: income and expense are nothing, the surplus waits for the meeting."""
    rows, found = old.tables["trial_balance"], []
    for index in rows.used:
        worth = rows.money("worth", index)
        if worth and rows.columns["group"][index] not in (words.INCOME, words.EXPENSE):
            found.append({"account": rows.columns["code"][index], "debit" if worth > 0 else "credit": abs(worth)})
    return found


def opening_facts(old: ReadBook, ended: dt.date) -> list[Record]:
    """Give how many members there are, and the last number of each kind; where the year wrote none, those it began after."""
    rows = old.tables["members"]
    before = record(old.tables["opening_facts"], 0)
    numbers: Record = {name: before[name] for name in ("last_receipt", "last_voucher", "last_journal", "last_contract") if name in before}
    numbers |= {name: number for name, number in _last_numbers(old).items() if number is not None}
    return [{"headcount": sum(is_member(rows, index, ended) for index in rows.used), **numbers}]


def _last_numbers(old: ReadBook) -> Record:
    cash, journal = old.tables["cash"], old.tables["journal"]
    paid = [cash.columns["voucher"][index] for index in cash.used if cash.columns["kind"][index] == words.PAY]
    posted = [journal.columns["voucher"][index] for index in journal.used if journal.columns["posted"][index] == words.GENERAL]
    made = [old.tables["loans"].columns["number"][index] for index in used(old, "loans") if _made_this_year(old, index)]
    numbers: Record = {"last_receipt": _last_receipt(old), "last_contract": made[-1] if made else None}
    for name, there in (("last_voucher", paid), ("last_journal", posted)):
        numbers[name] = next((number for number in reversed(there) if number is not None), None)
    return numbers


def _made_this_year(old: ReadBook, index: int) -> bool:
    day, first_day = old.tables["loans"].columns["date"][index], old.rule("first_day")
    return isinstance(day, dt.date) and day >= first_day


def _last_receipt(old: ReadBook) -> str | None:
    """Give the highest slip used, in the highest book, cancelled ones too."""
    slips = []
    for name in ("receipts", "cancelled"):
        rows = old.tables[name]
        pairs = ((rows.columns["book"][index], rows.columns["number"][index]) for index in rows.complete("book", "number"))
        slips += [(book, number) for book, number in pairs if isinstance(book, int) and isinstance(number, int)]
    return "{}/{:03d}".format(*max(slips)) if slips else None


def still_open(old: ReadBook, ended: dt.date) -> list[str]:
    """Say what was not closed in the old book, in Thai."""
    found, trial = [], old.tables["trial_balance"]
    moved = [index for index in trial.used if trial.columns["group"][index] in (words.INCOME, words.EXPENSE)]
    if any(trial.money("after_closing", index) for index in moved):
        found.append("ยังไม่ได้ลงรายการปิดบัญชีรายได้และค่าใช้จ่าย สมุดใหม่ยกกำไรสุทธิไปรอจัดสรรให้แล้ว")
    controls = old.tables.get("controls")
    if controls is not None:
        found += [f"จุดตรวจยังไม่ตรงกัน: {controls.columns['tie'][index]}" for index in controls.used if controls.money("difference", index)]
    if old.rule("report_date") != ended:
        found.append("วันที่ออกรายงานยังไม่ใช่วันสิ้นปี")
    if "count" in old.tables and old.tables["count"].columns["counted_on"][0] is None:
        found.append("ยังไม่ได้ตรวจนับเงินสดสิ้นปี")
    found += [
        f"แผ่น {rows.place.sheet} แถว {rows.place.first + index} อ่านได้ไม่ครบ ยกไปเท่าที่อ่านได้"
        for name in READ_IN_FULL if (rows := old.tables.get(name)) is not None for index in rows.incomplete
    ]  # fmt: skip
    return found
