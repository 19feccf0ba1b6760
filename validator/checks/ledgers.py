"""A register against its control account in the trial balance and its line in the statement: what SAV-02 and LOAN-02 share."""

from collections.abc import Iterator, Sequence

from templates.read import ReadBook, ReadRows
from validator.evidence import baht, tie
from validator.outcome import Finding, NotRun, Spot
from validator.postings import entries
from workbook.cells import ErrorValue


def control_account(book: ReadBook, register: str, column: str, rule: str, side: str, only: Sequence[int] | None = None) -> Iterator[Finding]:
    """Compare a register's total, the account a by-law names, and the statement's line; ``side`` is where the statement has it.

    ``only`` are the rows of the register that belong to the account, where it has more than one.
    """
    code, rows, trial = book.rule(rule), book.tables[register], book.tables["trial_balance"]
    belonging, about = rows.used if only is None else only, rule if register != "savings" and rule != "account_loans" else ""
    heading = book.tables["rules"].table.columns[rule].th
    if code is None:
        raise NotRun(f"ยังไม่ได้กรอก{heading}ในแผ่นระเบียบ")
    line = line_of(trial, code)
    if line is None:
        raise NotRun(f"ไม่พบบัญชี {code} ในงบทดลอง")
    if isinstance(trial.columns["balance"][line], ErrorValue) or any(isinstance(rows.columns[column][index], ErrorValue) for index in belonging):
        raise NotRun("ช่องที่ต้องเทียบขึ้นรหัสแจ้งปัญหา")
    sign = -1 if side == "claims" else 1
    here, control = sum(rows.money(column, index) for index in belonging), sign * trial.money("balance", line)
    if here != control:
        cells = [rows.where_total(column), trial.where("balance", line), *_one_sided(book, code, abs(here - control))]
        told = {"what": rows.table.th, "here": baht(here), "there": baht(control)}
        yield tie(f"{about} ledger".strip(), here, control, cells, (Spot(register, column), Spot("trial_balance", "balance")), told=told, variant="ledger")
    position = book.tables["position"]
    stated_at = line_of(position, code)
    stated = position.money(side, stated_at) if stated_at is not None else 0
    if control != stated:
        cells = [trial.where("balance", line), position.where(side, stated_at or 0)]
        told = {"what": rows.table.th, "here": baht(control), "there": baht(stated)}
        yield tie(f"{about} statement".strip(), control, stated, cells, (Spot(register, column), Spot("position", side)), told=told, variant="statement")


def line_of(rows: ReadRows, code: str) -> int | None:
    """Give the row of an account."""
    return next((index for index in rows.used if rows.columns["code"][index] == code), None)


def _one_sided(book: ReadBook, code: str, gap: int) -> list[str]:
    """Point at the journal lines of the account whose amount is the gap: the register does not know them."""
    journal = book.tables["journal"]
    found = [
        journal.where("debit" if entry.debit == gap else "credit", entry.row)
        for entry in entries(book)
        if entry.account == code and not entry.closing and gap in (entry.debit, entry.credit)
    ]
    return found if len(found) == 1 else []
