"""CASH: the cash and bank book, the proofs that the money is there, and the numbers of the receipts."""

import datetime as dt
from collections.abc import Callable, Mapping

from templates.filled import Filled
from workshop.keep import Record, Typed
from workshop.mistakes.base import in_date_order
from workshop.museum.base import Base, Mode, Slip, posted, typed


def _otherwise(change: Callable[[Typed], None], *, proofs: bool = False) -> Callable[[Base], Filled]:
    """Type something otherwise; with ``proofs`` the cash and the certificate are as the book says."""

    def changed(base: Base) -> Filled:
        written = base.retype()
        change(written)
        return base.kept(written, proofs=proofs)

    return changed


def _balance_off(first: int, gap: int) -> Callable[[Base], Filled]:
    """Reckon the cash balance of a row wrongly, and all later ones from it."""

    def changed(base: Base) -> Filled:
        return base.posted({("cash", "cash_balance"): {row: base.money("cash", "cash_balance", row) + gap for row in base.rows("cash") if row >= first}})

    return changed


def _drawn_later(written: Typed) -> None:
    """Date the first drawing from the bank three days after the loan it was for."""
    drawn = written["cash"].pop(4)
    in_date_order(written["cash"], drawn | {"date": dt.date(2024, 2, 8)})


def _three_notes_less(written: Typed) -> None:
    written["denominations"][2]["pieces"] -= 3


def _interest_left_out(written: Typed) -> None:
    """Do not enter the interest of the second half-year."""
    del written["cash"][46]


def _certificate_exchanged(written: Typed) -> None:
    """Type 219,085.65 for 219,058.65."""
    written["bank_proof"][0]["certificate"] = 21_908_565


def _banked_less(written: Typed) -> None:
    """Take 9,000 out of the box and 8,900 to the bank."""
    written["cash"][34]["bank1_in"] -= 10_000


# The numbers of the receipts: those of 5 October are 20/080 to 20/089, a row each but 20/084 and 20/085.


def _receipts(written: Typed, number: int) -> list[Record]:
    return [row for row in written["receipts"] if (row["book"], row["number"]) == (20, number)]


def _number_missing(written: Typed) -> None:
    """Leave a receipt of 100 out; its money is not there either."""
    (receipt,) = _receipts(written, 80)
    written["receipts"].remove(receipt)


def _number_instead(written: Typed) -> None:
    """Type 80 for 83."""
    _receipts(written, 83)[0]["number"] = 80


def _number_cancelled(written: Typed) -> None:
    """Enter a receipt in the list of cancelled ones and keep its money."""
    written["cancelled"].append({"book": 20, "number": 83, "reason": "เขียนชื่อผิด"})


def _numbers_exchanged(written: Typed) -> None:
    """Exchange the last number of October and the first of November."""
    (october,), (november,) = _receipts(written, 89), _receipts(written, 90)
    october["number"], november["number"] = 90, 89


SLIPS: Mapping[str, Slip] = {
    "CASH-01-values": posted(_balance_off(33, 27_000)),
    "CASH-01-side-values": posted(_balance_off(36, 50_000)),
    "CASH-02": typed(_otherwise(_drawn_later)),
    "CASH-03": typed(_otherwise(_three_notes_less)),
    "CASH-04": typed(_otherwise(_interest_left_out)),
    "CASH-04-certificate": typed(_otherwise(_certificate_exchanged), Mode.LIVE),
    "CASH-08": typed(_otherwise(_number_missing, proofs=True)),
    "CASH-08-instead": typed(_otherwise(_number_instead), Mode.LIVE),
    "CASH-08-cancelled": typed(_otherwise(_number_cancelled), Mode.LIVE),
    "CASH-08-order": typed(_otherwise(_numbers_exchanged), Mode.LIVE),
    "CASH-09": typed(_otherwise(_banked_less)),
}
