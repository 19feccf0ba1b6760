"""MEMB and SAV: who belongs, and what each has saved."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from templates.filled import Filled
from workshop.museum.base import Base, Cells, Slip, posted, typed


def _twin(base: Base, **other: Any) -> Cells:
    """Enter a member a second time under another code, the opening headcount raised with it."""
    cells = base.copied("members", 3, base.free("members"), id="ส-099", **other)
    return {**cells, **base.edits(("opening_facts", "headcount", 0, 13))}


def _thirteenth_month(base: Base) -> Filled:
    """Receipt savings for a month no year has."""
    written = base.retype()
    written["receipts"][0]["month"] = 13
    return base.fill(written)


def _less_saved(base: Base) -> Filled:
    """Lower one closing balance by 200 and its control account by as much."""
    trial = base.row_of("trial_balance", code="31020")
    less = {("savings", "closing"): {4: base.money("savings", "closing", 4) - 20_000}}
    return base.posted(less | {("trial_balance", "balance"): {trial: base.money("trial_balance", "balance", trial) + 20_000}})


def _not_entered(base: Base) -> Filled:
    """Leave a deposit of March out of a member's row, and out of the control account that is posted from the register."""
    trial = base.row_of("trial_balance", code="31020")
    less = base.money("trial_balance", "credit", trial) - 50_000
    return base.posted({("savings", "month_3"): {3: 0}, ("trial_balance", "credit"): {trial: less}})


def _another_row(base: Base) -> Filled:
    """Enter the 100 baht of October of ส-008 in the row of ส-003."""
    return base.posted({("savings", "month_10"): {7: 0, 2: 30_000}})


def _one_sided(base: Base) -> Filled:
    """Post 500 baht to the control account of savings that no member's row knows of."""
    written = base.retype()
    head = {"date": dt.date(2024, 10, 1), "voucher": "JV 2", "description": "ปรับปรุงเงินสัจจะ"}
    written["journal"] += [head | {"account": "14010", "debit": 50_000}, head | {"account": "31020", "credit": 50_000}]
    return base.kept(written)


def _drawn_early(base: Base) -> Filled:
    """Take out more than is there on the day, covered by later deposits; the money came from the bank, which says so too."""
    written = base.retype()
    too_much, day = 590_000, dt.date(2024, 1, 20)
    written["cash"][3:3] = [
        {"date": day, "kind": "โอน", "voucher": "ถอน 90", "description": "ถอนเงินฝากธนาคาร", "cash_in": too_much, "bank1_out": too_much},
        {"date": day, "kind": "จ่าย", "voucher": "จ่าย 90/2567", "item": "ถอนเงินสัจจะ", "reference": "ส-007", "cash_out": too_much, "payee": "ส-007"},
    ]
    return base.kept(written, proofs=True)


SLIPS: Mapping[str, Slip] = {
    "MEMB-01": Slip(_twin),
    "MEMB-05": Slip(lambda base: base.edits(("opening_facts", "headcount", 0, 13))),
    "SAV-01": typed(_thirteenth_month),
    "SAV-01-control-values": posted(_less_saved),
    "SAV-01-missing-values": posted(_not_entered),
    "SAV-01-other-member-values": posted(_another_row),
    "SAV-02": typed(_one_sided),
    "SAV-03": typed(_drawn_early),
}
