"""Contracts that go on: what was repaid, up to which day interest is paid, who still waits for a borrower, what is known to be lost."""

import datetime as dt

from addin.udfs import CalculationError, add_months, principal_due
from addin.udfs.interest import DAILY
from templates.kinds import Exact
from templates.next_year.typed import Record, record, used
from templates.read import ReadBook, ReadRows


def loans(old: ReadBook, ended: dt.date) -> list[Record]:
    """Give the open contracts, and those whose guarantor was not paid back yet."""
    waiting = {each["contract"] for each in recourse(old, ended)}
    return [_loan(old, index, ended) for index in used(old, "loans") if _goes_on(old.tables["loans"], index, waiting)]


def _goes_on(rows: ReadRows, index: int, waiting: set[object]) -> bool:
    return rows.money("balance", index) > 0 or rows.columns["number"][index] in waiting


def recourse(old: ReadBook, _: dt.date) -> list[Record]:
    """Give what borrowers still owe to guarantors who paid in their place."""
    return [record(old.tables["recourse"], index) for index in used(old, "recourse") if old.tables["recourse"].money("owed", index) > 0]


def earlier_losses(old: ReadBook, _: dt.date) -> list[Record]:
    """Give the losses proved so far, less what came back, and those proved in the year, by borrower and contract."""
    before, proved, contracts = (old.tables[name] for name in ("earlier_losses", "write_offs", "loans"))
    carried = [record(before, index) | {"amount": left} for index in before.used if (left := before.money("left", index)) > 0]
    households = {contracts.columns["number"][index]: contracts.columns["member"][index] for index in contracts.used}
    for index in proved.used:
        number, told = proved.columns["contract"][index], record(proved, index)
        lost = {"who": f"{proved.columns['name'][index]} ({number})", "member": households.get(number), "proved": told.get("date")}
        carried.append(lost | {name: told[name] for name in ("amount", "minute", "document") if name in told})
    return carried


def _loan(old: ReadBook, index: int, ended: dt.date) -> Record:
    rows = old.tables["loans"]
    repaid = rows.money("principal", index) - rows.money("balance", index)
    paid_to = _interest_paid_to(old, index, repaid, ended) if "interest_to" in rows.table.columns else None
    carried = record(rows, index) | {"repaid_before": repaid or None, "interest_to": paid_to}
    return {name: value for name, value in carried.items() if value is not None}


def _interest_paid_to(old: ReadBook, index: int, repaid: int, ended: dt.date) -> Exact:
    """Give the day up to which a contract's interest is paid: by the months receipted; by the last repayment where interest runs by the day."""
    rows, cards = old.tables["loans"], old.tables["cards"]
    number, begun = rows.columns["number"][index], rows.columns["interest_to"][index] or rows.columns["date"][index]
    own = [place for place in cards.used if cards.columns["contract"][place] == number]
    came = [place for place in own if any(cards.money(name, place) for name in ("principal", "interest", "fine"))]  # not a receipt taken back
    days = [day for place in came if isinstance(day := cards.columns["date"][place], dt.date)]
    if not isinstance(begun, dt.date):
        return None
    months = sum(int(value) for place in own if isinstance(value := cards.columns["months"][place], int))
    paid_to = add_months(begun, months)
    late_by_day = old.rule("late_interest_rate") is not None and rows.columns["instalments"][index] == 1 and _is_late(rows, index, repaid, ended)
    by_day = rows.columns["method"][index] == DAILY or late_by_day
    return max(days) if by_day and days and (rows.columns["method"][index] == DAILY or max(days) > paid_to) else paid_to


def _is_late(rows: ReadRows, index: int, repaid: int, day: dt.date) -> bool:
    """Tell whether a contract is overdue on a day; one whose terms make no sense is not known to be."""
    lent, instalment = rows.money("principal", index), rows.money("instalment", index)
    instalments, every, first_due = (rows.columns[name][index] for name in ("instalments", "every", "first_due"))
    try:
        return principal_due(lent, instalment, instalments, every, first_due, day) > repaid  # type: ignore[arg-type] # terms that make no sense are refused
    except (CalculationError, TypeError):
        return False
