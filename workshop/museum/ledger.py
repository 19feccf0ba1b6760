"""LEDG: vouchers, the trial balance, the statements, and what is brought forward."""

import datetime as dt
from collections.abc import Mapping

from templates.filled import Filled
from workshop.mistakes.base import rows_without
from workshop.museum.base import VILLAGE_FUND, Base, Mode, Slip, posted, typed

SEPTEMBER = dt.date(2024, 9, 30)


def _voucher_exchanged(base: Base) -> Filled:
    """Write a debit of 1,500 and a credit of 1,050 in one voucher."""
    written = base.retype()
    head = {"date": dt.date(2024, 10, 1), "voucher": "JV 2", "description": "เงินยืมทดรองที่ยังไม่จ่าย"}
    written["journal"] += [head | {"account": "14010", "debit": 150_000}, head | {"account": "23040", "credit": 105_000}]
    return base.kept(written)


def _other_side(base: Base) -> Filled:
    """Type a payment of 250 in the column of what is received."""
    written = base.retype()
    payment = written["cash"][36]
    payment["cash_in"] = payment.pop("cash_out")
    return base.kept(written)


def _opening_exchanged(base: Base) -> Filled:
    """Bring 1,760.50 forward where 1,706.50 was approved."""
    written = base.retype()
    written["opening"][7]["credit"] = 176_050
    return base.kept(written)


def _two_lines(base: Base) -> Filled:
    """Write 450 less of reserve in the trial balance, and 450 more of welfare."""
    lines = {base.row_of("trial_balance", code="34100"): 45_000, base.row_of("trial_balance", code="34530"): -45_000}
    return base.posted({("trial_balance", "balance"): {line: base.money("trial_balance", "balance", line) + gap for line, gap in lines.items()}})


def _larger_reserve(base: Base) -> Filled:
    """State a reserve 2,000 larger than the trial balance has it; the totals follow."""
    line = base.row_of("position", code="34100")
    return base.posted({("position", "claims"): {line: base.money("position", "claims", line) + 200_000}})


def _line_dropped(base: Base) -> Filled:
    """Leave the travelling expenses out of the income statement."""
    return base.posted(dict(rows_without(base.filled, "income", base.row_of("income", code="54020"))))


def _another_class(base: Base) -> Filled:
    """Put the account of travelling expenses in a class the statements do not know."""
    written = base.retype()
    next(account for account in written["accounts"] if account["code"] == "54020")["group"] = "ค่าใช้จ่ายอื่น"
    return base.fill(written)


def _closed_exchanged(base: Base) -> Filled:
    """Write the last closing voucher with 1,883.71 for 1,838.71, on both its sides."""
    written = base.retype()
    written["journal"][16]["debit"] = written["journal"][17]["credit"] = 188_371
    return base.fill(written)


def _proposal_exchanged(base: Base) -> Filled:
    """Begin the proposal with 1,883.71 for 1,838.71."""
    return base.posted({("year_end", "surplus"): {0: 188_371}})


def _member_lowered(base: Base) -> Filled:
    """Bring forward 1,500 less for one member."""
    written = base.retype()
    written["opening_members"][2]["savings"] -= 150_000
    return base.fill(written)


def _not_noted(base: Base) -> Filled:
    """Leave the bank interest that waits to be moved out of the proof."""
    written = base.retype()
    written["misplaced"] = []
    return base.fill(written)


def _from_the_million(base: Base) -> Filled:
    """Pay a meeting allowance of 600 out of the million's bank, and draw as much less from the other."""
    written = base.retype()
    drawn, paid = (
        next(row for row in written["cash"] if row.get("voucher") == voucher and row["date"] == SEPTEMBER) for voucher in ("ถอน บัญชี 2", "จ่าย 5/2567")
    )
    drawn.update(cash_in=20_000, bank2_out=20_000)
    paid["bank1_out"] = paid.pop("cash_out")
    return base.kept(written, proofs=True)


SLIPS: Mapping[str, Slip] = {
    "LEDG-01": typed(_voucher_exchanged),
    "LEDG-01-side": typed(_other_side, Mode.LIVE),
    "LEDG-02": typed(_opening_exchanged),
    "LEDG-02-lines-values": posted(_two_lines),
    "LEDG-03-values": posted(_larger_reserve),
    "LEDG-04": typed(_another_class),
    "LEDG-04-line-values": posted(_line_dropped),
    "LEDG-05": typed(_closed_exchanged),
    "LEDG-05-proposal-values": posted(_proposal_exchanged),
    "LEDG-06": typed(_member_lowered),
    "LEDG-08": typed(_not_noted, fund=VILLAGE_FUND),
    "LEDG-08-million": typed(_from_the_million, Mode.LIVE, VILLAGE_FUND),
}
