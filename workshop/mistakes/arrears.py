"""ARRS: the ageing of a book kept by hand."""

from random import Random
from typing import Any

from workshop.mistakes.amounts import BAHT, ten_times, transposed
from workshop.mistakes.base import BaseBook, rows_again, rows_without
from workshop.mistakes.kinds import Cause, Mode, NoPlaceError, Slip, amounts_of, figure, follows, kind, one_of, shuffled

follows("ARRS-01", "ARRS-02", "ARRS-03", "YEND-05", "YEND-06", "YEND-09", "RULE-03")
follows("ARRS-02", "ARRS-01", "ARRS-03", "YEND-05", "YEND-06", "YEND-09")
MONTH_DAYS = 30


def late(base: BaseBook) -> list[int]:
    """Give the contracts in arrears on the day of the report."""
    return [row for row in base.used("ageing") if base.value("ageing", "days", row)]


def _days(name: str, days: Any, cause: Cause) -> None:
    """Register days overdue counted otherwise; the age class and the allowance follow."""

    def make(base: BaseBook, rng: Random) -> Slip:
        for row in shuffled(rng, late(base)):
            counted = base.value("ageing", "days", row)
            written = days(counted, rng)
            if written is not None and written >= 0 and written != counted:
                return Slip(base.posted({("ageing", "days"): {row: written}}), base.row("ageing", row))
        raise NoPlaceError

    kind("ARRS-01", name, Mode.VALUES, cause)(make)


def _exchanged(counted: int, rng: Random) -> int | None:
    written = transposed(counted * BAHT, rng)
    return None if written is None else written // BAHT


_days("days-transposed", _exchanged, Cause.TRANSPOSED)
_days("a-day-late", lambda counted, _: counted - 1, Cause.DAY_LATE)
_days("from-a-later-instalment", lambda counted, _: counted - MONTH_DAYS, Cause.NONE)


@kind("ARRS-01", "another-class", Mode.VALUES)
def another_class(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a contract in the next lower age class, its days as they were."""
    classes = [str(label) for label in base.column("by_age", "label")]
    row = one_of(rng, late(base))
    place = classes.index(base.value("ageing", "bucket", row))
    return Slip(base.posted({("ageing", "bucket"): {row: classes[place - 1]}}), base.row("ageing", row))


figure("ARRS-01", "overdue-transposed", amounts_of("ageing", "overdue"), transposed, Cause.TRANSPOSED)


# ARRS-02: the ageing together.


def ties(base: BaseBook) -> frozenset[str]:
    """Give where the ageing and the register come together."""
    return base.total("ageing", "balance") | base.total("loans", "balance")


def owing(base: BaseBook) -> list[int]:
    """Give the contracts with a debt."""
    return [row for row in base.used("ageing") if base.money("ageing", "balance", row)]


@kind("ARRS-02", "contract-left-out", Mode.VALUES, Cause.MISSING)
def contract_left_out(base: BaseBook, rng: Random) -> Slip:
    """Make the catalogue's: a contract with a debt missing from the ageing."""
    row = one_of(rng, owing(base))
    at = base.row("loans", row) | base.row("ageing", row) | ties(base)
    return Slip(base.posted(dict(rows_without(base.filled, "ageing", row))), at, -base.money("ageing", "balance", row))


@kind("ARRS-02", "contract-twice", Mode.VALUES, Cause.TWICE)
def contract_twice(base: BaseBook, rng: Random) -> Slip:
    """Make a contract with a debt standing twice in the ageing."""
    row = one_of(rng, owing(base))
    at = base.row("loans", row) | base.row("ageing", row, row + 1) | ties(base)
    return Slip(base.posted(dict(rows_again(base.filled, "ageing", row))), at, base.money("ageing", "balance", row))


figure("ARRS-02", "balance-transposed", amounts_of("ageing", "balance"), transposed, Cause.TRANSPOSED)
figure("ARRS-02", "balance-ten-times", amounts_of("ageing", "balance"), ten_times, Cause.TEN_TIMES)
