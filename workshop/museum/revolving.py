"""REVO: the interest-free revolving fund, in a sound book of its own: five households, a loss proved, 1,500 baht not found for a year."""

from collections.abc import Mapping

from templates.filled import Filled
from workshop.museum.base import REVOLVING_FUND, Base, Slip, typed

BANK, CAPITAL, LAST_RECEIPT = 0, 3, 5
"""Rows of the opening balances and of the receipts, from 0."""
SHORT, FEE = 1_250_000, 20_000
RESULT = ("33020", "32010")


def _less_brought_forward(base: Base) -> Filled:
    """Bring 12,500 less forward, in the bank and of the capital: the letter of allotment still says 280,000."""
    written = base.retype()
    written["opening"][BANK]["debit"] -= SHORT
    written["opening"][CAPITAL]["credit"] -= SHORT
    written["bank_proof"][0]["certificate"] -= SHORT
    return base.fill(written)


def _upkeep(base: Base) -> Filled:
    """Write 200 of a return of 8,000 as upkeep: the borrower owes 200 more, and the year has closed with as much income."""
    written = base.retype()
    receipt = written["receipts"][LAST_RECEIPT]
    receipt["amount"] -= FEE
    fee = {name: value for name, value in receipt.items() if name != "contract"}
    written["receipts"].append(fee | {"item": "ค่าบำรุง", "amount": FEE})
    written["items"].append({"item": "ค่าบำรุง", "account": "46010"})
    for line in written["journal"]:
        if line.get("kind") == "ปิดบัญชี" and line["account"] in RESULT:
            side = "debit" if line.get("debit") else "credit"
            line[side] += FEE
    closing = next(line for line in written["journal"] if line["voucher"] == "JV-ปิด1")
    written["journal"].append({**closing, "account": "46010", "debit": FEE})
    return base.fill(written)


SLIPS: Mapping[str, Slip] = {"REVO-01": typed(_less_brought_forward, fund=REVOLVING_FUND), "REVO-02": typed(_upkeep, fund=REVOLVING_FUND)}
