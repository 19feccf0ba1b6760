"""WELF: what may be mistyped in a welfare club's book, made in its golden year."""

from collections.abc import Callable, Mapping

from templates.filled import Filled
from workshop.keep import Typed
from workshop.museum.base import WELFARE_CLUB, Base, Slip, posted, typed

FIRST, SECOND = 0, 1
"""The two deaths of the year."""
SATANG = 100


def _retyped(change: Callable[[Typed], None]) -> Slip:
    """Make a slip in what is typed; the banks then certify what was really moved."""

    def filled(base: Base) -> Filled:
        written = base.retype()
        change(written)
        book = base.fill(written)
        for place, balance in enumerate(book["bank_proof"].columns["book"]):
            written["bank_proof"][place] = written["bank_proof"][place] | {"certificate": balance}
        return base.fill(written)

    return typed(filled, fund=WELFARE_CLUB)


def _round_short(written: Typed) -> None:
    """Enter 1,900 for the 2,000 that village 2 brought."""
    written["collection"][1] |= {"collected": 1_900 * SATANG}


def _name_missing(written: Typed) -> None:
    """Leave out the name of who has not paid for the second death."""
    del written["unpaid"][1]


def _called_short(base: Base) -> Filled:
    """Call 500 less for the first death, and post it so."""
    less = 4_500 * SATANG
    trial = {code: base.row_of("trial_balance", code=code) for code in ("1A310", "2A210")}
    return base.posted(
        {
            ("deaths", "called"): {FIRST: less},
            ("trial_balance", "debit"): {trial["1A310"]: base.money("trial_balance", "debit", trial["1A310"]) - 500 * SATANG},
            ("trial_balance", "credit"): {trial["2A210"]: base.money("trial_balance", "credit", trial["2A210"]) - 500 * SATANG},
        }
    )


def _family_twice(written: Typed) -> None:
    """Pay the first family's second payment of 482 once more."""
    row = next(row for row in written["cash"] if row.get("bank1_out") == 482 * SATANG)
    written["cash"].insert(written["cash"].index(row) + 1, row | {"voucher": "จ่าย ก 4ก/2567"})


def _net_less(base: Base) -> Filled:
    """Show the first family 1,000 less."""
    return base.posted({("deaths", "net"): {FIRST: base.money("deaths", "net", FIRST) - 1_000 * SATANG}})


def _too_soon(written: Typed) -> None:
    """Write illness for the second death, on the 45th day."""
    written["deaths"][SECOND] |= {"cause": "เจ็บป่วย/ปกติ"}


def _too_much_debt(written: Typed) -> None:
    """Let the second member have owed 4,500 where 3,735 could be deducted, and the family not been paid."""
    written["death_debts"][0] |= {"principal": 4_410 * SATANG}
    written["cash"] = [row for row in written["cash"] if row.get("bank1_out") != 253 * SATANG]


def _tenth_missing(written: Typed) -> None:
    """Write 40 % for the second of two halves."""
    written["beneficiaries"][1] |= {"percent": written["beneficiaries"][1]["percent"] * 4 / 5}


SLIPS: Mapping[str, Slip] = {
    "WELF-01": _retyped(_round_short),
    "WELF-01-name": _retyped(_name_missing),
    "WELF-01-called-values": posted(_called_short, WELFARE_CLUB),
    "WELF-02": _retyped(_family_twice),
    "WELF-02-net-values": posted(_net_less, WELFARE_CLUB),
    "WELF-03": _retyped(_too_soon),
    "WELF-09": _retyped(_too_much_debt),
    "WELF-10": _retyped(_tenth_missing),
}
