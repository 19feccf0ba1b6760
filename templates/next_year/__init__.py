"""The year turns: next year's book out of this year's, after closing and before the meeting resolves.

What people agreed on and what is still open is carried; what happened in the year stays in the old book, which is not touched.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from templates.books import BOOKS
from templates.declare import FundBook, Size
from templates.filled import roomy
from templates.next_year import accounts, contracts, deaths, people
from templates.next_year.typed import Record, Typed, records
from templates.read import ReadBook

Carry = Callable[[ReadBook, dt.date], list[Record]]
CARRIED: Mapping[str, Carry] = {
    "rules": accounts.rules, "committee": people.committee, "members": people.members, "beneficiaries": people.beneficiaries, "opening": accounts.opening,
    "opening_facts": accounts.opening_facts, "opening_members": people.opening_members, "loans": contracts.loans, "recourse": contracts.recourse,
    "earlier_losses": contracts.earlier_losses, "deaths": deaths.deaths, "opening_deaths": deaths.opening_deaths, "death_debts": deaths.death_debts,
    "collection": deaths.collection, "unpaid": deaths.unpaid,
}  # fmt: skip
"""What of a table goes on; tables that turn as they stand say so in their declaration, of all others a new year begins empty."""


class NotTurned(Exception):  # noqa: N818 - of a book, not of the program
    """A book from which no next one can be made: the sentence, in Thai and in English, says why."""


@dataclass(frozen=True)
class NextYear:
    """Next year's book: its declaration, its size, what is typed in it, and what was not closed in the old one (Thai)."""

    book: FundBook
    size: Size
    typed: Typed
    still_open: tuple[str, ...]


def next_year(old: ReadBook) -> NextYear:
    """Make next year's book from the old one as it was read. Raises NotTurned where it has no first and last day, or was never calculated.

    Carried: by-laws with what changed by a day, the committee, members who stay or with whom something is open, the accounts after
    closing, what each member holds, owes, has paid ahead and has not collected, open contracts with what was repaid and the day
    interest is paid to, losses, deaths not settled, the last numbers of the year.
    """
    ended = old.rule("last_day")
    if not isinstance(ended, dt.date) or not isinstance(old.rule("first_day"), dt.date):
        raise NotTurned("สมุดนี้ยังไม่มีวันเริ่มและวันสิ้นปีบัญชีในแผ่นระเบียบ จึงยังไม่รู้ว่าปีต่อไปเริ่มวันใด · The book has no first and last day yet.")
    trial = old.tables.get("trial_balance")
    if trial is None or "worth" in trial.uncalculated or "worth" not in trial.place.letters:
        raise NotTurned("สมุดนี้ยังไม่ได้คำนวณ หรือไม่พบงบทดลอง เปิดใน Excel หรือ LibreOffice แล้วบันทึกอีกครั้ง · The book was never calculated, or has no trial balance.")
    typed = {name: records(rows, [0] if rows.table.form else None) for name, rows in old.tables.items() if rows.table.turns}
    typed |= {name: given for name, carry in CARRIED.items() if name in old.tables and (given := carry(old, ended))}
    size = roomy(BOOKS[old.book.id], old.size, typed)
    return NextYear(BOOKS[old.book.id](size), size, typed, tuple(accounts.still_open(old, ended)))
