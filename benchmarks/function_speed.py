"""The functions of the library over whole columns, beside numpy and polars giving the same satang, and the cost of one cell's call.

All three start from the Python lists a cell range is and end with what goes back into cells; each answer is compared before
anything is timed. CPU of this process, the three taking turns, medians. Prints the table and whether the targets are kept;
nothing here passes or fails. numpy and polars are of the development environment: the library itself needs neither.
"""

import datetime as dt
import os
import statistics
import sys
import time
import timeit
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

import numpy as np
import polars as pl

from addin import udfs
from addin.udfs.arrears import EDGES

ROWS, ROUNDS, CALLS = 100_000, 7, 20_000
RATE, UNIT, POT, QUARTER = Decimal("0.12"), 100, 543_210_00, 25
ON = dt.date(2024, 12, 31)
TARGETS = {"interest": 15.0, "dividend": 5.0, "ageing": 1.0}
CELL_TARGET = 10.0
OVERDUE = 0.4

Contender = Callable[..., Any]


def columns() -> dict[str, list[Any]]:
    """Make the columns: what is outstanding, months, share-months, and the oldest unpaid due date of two in five."""
    rng = Random(2567)  # noqa: S311 - the same every time, not a secret
    return {
        "balances": [rng.randrange(10_000_000) for _ in range(ROWS)],
        "months": [rng.choice((1, 1, 1, 2, 3)) for _ in range(ROWS)],
        "own": [rng.randrange(60_000) for _ in range(ROWS)],
        "due": [ON - dt.timedelta(rng.randrange(1500)) if rng.random() < OVERDUE else None for _ in range(ROWS)],
    }


def interest_numpy(balances: list[int], months: list[int]) -> list[int]:
    """Give a month's interest, in whole baht, by 64-bit integers."""
    factor = udfs.guards.exact(RATE) / 12
    step = np.array(balances, dtype=np.int64) * factor.numerator // (factor.denominator * UNIT) * UNIT
    return (step * np.array(months, dtype=np.int64)).tolist()


def interest_polars(balances: list[int], months: list[int]) -> list[int]:
    """As ``interest_numpy``."""
    factor = udfs.guards.exact(RATE) / 12
    step = pl.Series(balances, dtype=pl.Int64) * factor.numerator // (factor.denominator * UNIT) * UNIT
    return (step * pl.Series(months, dtype=pl.Int64)).to_list()


def dividend_numpy(own: list[int]) -> list[int]:
    """Give dividends in quarters; pot times share-months stays far within 64 bits."""
    held = np.array(own, dtype=np.int64)
    return (held * POT // (int(held.sum()) * QUARTER) * QUARTER).tolist()


def dividend_polars(own: list[int]) -> list[int]:
    """As ``dividend_numpy``."""
    held = pl.Series(own, dtype=pl.Int64)
    return (held * POT // (held.sum() * QUARTER) * QUARTER).to_list()


def ageing_numpy(balances: list[int], due: list[dt.date | None]) -> list[int]:
    """Give the money of each age class; most of the time goes into turning dates into numbers."""
    days = (np.datetime64(ON) - np.array(due, dtype="datetime64[D]")).astype(np.int64)  # no date: far below zero
    place = np.where(days > 0, np.searchsorted(EDGES, days) + 1, 0)
    money = np.array(balances, dtype=np.int64)
    return [int(money[place == one].sum()) for one in range(len(EDGES) + 2)]


def ageing_polars(balances: list[int], due: list[dt.date | None]) -> list[int]:
    """As ``ageing_numpy``."""
    days = (pl.lit(ON) - pl.col("due")).dt.total_days().fill_null(0).clip(0)
    place = sum((days > edge for edge in (0, *EDGES)), start=pl.lit(0))
    frame = pl.DataFrame({"money": balances, "due": due}, schema={"money": pl.Int64, "due": pl.Date})
    sums = dict(frame.group_by(place.alias("place")).agg(pl.col("money").sum()).iter_rows())
    return [sums.get(one, 0) for one in range(len(EDGES) + 2)]


def contenders(data: dict[str, list[Any]]) -> dict[str, dict[str, Contender]]:
    """Give each calculation by each contender, ready to be called."""
    balances, months, own, due = data["balances"], data["months"], data["own"], data["due"]
    return {
        "interest": {
            "ours": lambda: udfs.interests(balances, RATE, months, UNIT),
            "numpy": lambda: interest_numpy(balances, months),
            "polars": lambda: interest_polars(balances, months),
        },
        "dividend": {
            "ours": lambda: udfs.dividends(own, POT, QUARTER).amounts,
            "numpy": lambda: dividend_numpy(own),
            "polars": lambda: dividend_polars(own),
        },
        "ageing": {
            "ours": lambda: [one.outstanding for one in udfs.ageing_table(balances, due, ON)],
            "numpy": lambda: ageing_numpy(balances, due),
            "polars": lambda: ageing_polars(balances, due),
        },
    }


def cpu_of(call: Contender) -> float:
    """Give the CPU milliseconds of one call."""
    begun = time.process_time()
    call()
    return (time.process_time() - begun) * 1000


def whole_columns() -> None:
    """Compare, then time, and print a line for each calculation."""
    print(f"{'':10s}{'ours':>10s}{'numpy':>10s}{'polars':>10s}   ours ÷ numpy  ours ÷ polars  target")
    for name, calls in contenders(columns()).items():
        answers = [call() for call in calls.values()]
        assert answers[0] == answers[1] == answers[2], name  # noqa: S101 - a time without the same answer says nothing
        rounds = [[cpu_of(call) for call in calls.values()] for _ in range(ROUNDS)]
        ours, numpy, polars = (statistics.median(times) for times in zip(*rounds, strict=True))
        kept = "kept" if ours / numpy <= TARGETS[name] else "missed"
        print(f"{name:10s}{ours:8.1f}ms{numpy:8.1f}ms{polars:8.1f}ms{ours / numpy:12.1f} ×{ours / polars:13.1f} ×   {TARGETS[name]:.0f} × {kept}")


def one_cell() -> None:
    """Time one call as a cell makes it, for the functions a book calls most and those that read or write words."""
    calls = {
        "INTEREST": (1234500, RATE, 3),
        "DIVIDEND": (1572, 4454, 42435, 25),
        "AGEING": (56,),
        "PENALTY": (315000, Decimal("0.0025")),
        "DAYS_OVERDUE": (945000, 105000, 9, 1, dt.date(2024, 5, 5), 630000, ON),
        "MONEY_PROOF": (28000000, 0, 368135, 12018135, 800000, 13900000, 1500000),
        "DEATH_BENEFIT": (500000, [450000, 50000], Decimal("0.035"), 200000),
        "BAHT_TEXT": (123450,),
        "THAI_DATE": ("๖ ส.ค. ๒๕๕๕",),
        "BE_DATE": (ON,),
        "SAMPLE_SIZE": (200, 20, Decimal("0.95")),
        "EFFECTIVE_RATE": (RATE, 12),
    }
    print(f"\none call of a cell, µs (target for what a book calls in every row: under {CELL_TARGET:.0f})")
    for name, arguments in calls.items():
        call = udfs.UDFS[name].call
        best = min(timeit.repeat(lambda call=call, arguments=arguments: call(*arguments), number=CALLS // 10, repeat=5, timer=time.process_time))
        print(f"  {name:16s}{best / (CALLS // 10) * 1e6:8.1f}")


def main() -> None:
    """Print both tables."""
    versions = f"Python {sys.version.split()[0]}, numpy {np.__version__}, polars {pl.__version__}"
    print(f"{os.cpu_count()} CPUs, {versions}, load {os.getloadavg()[0]:.1f}; {ROWS:,} rows, CPU, medians of {ROUNDS}\n")
    whole_columns()
    one_cell()


if __name__ == "__main__":
    main()
