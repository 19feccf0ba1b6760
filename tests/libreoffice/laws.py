"""By-laws as awkward as by-laws may be: every method of interest in one book, odd units, thirds of a share."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from addin.udfs.interest import METHODS
from addin.udfs.rounding import DIRECTIONS
from templates.books import words

RATES = ("0.0125", "0.0775", "0.09", "0.15")


def other_laws(seed: int, typed: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Give the year as it was typed, under other by-laws: the contracts go through all the methods in turn."""
    rng = Random(seed)  # noqa: S311 - the same every time, not a secret
    rules = {**typed["rules"][0], **_laws(rng)}
    loans = [{**row, "method": METHODS[place % len(METHODS)], "rate": Decimal(rng.choice(RATES))} for place, row in enumerate(typed["loans"])]
    return {**typed, "rules": [rules], "loans": loans}


def _laws(rng: Random) -> dict[str, Any]:
    allowance = {f"allowance_{number}": Decimal(rng.choice(("0.01", "0.025", "0.333", "1"))) for number in range(1, 6)}
    return allowance | {
        "share_value": rng.choice((300, 700, 5000, 10_000)),
        "interest_unit": rng.choice((1, 25, 100)),
        "interest_direction": rng.choice(DIRECTIONS),
        "fine_rate": Decimal(rng.choice(("0.0025", "0.00333", "0.015"))),
        "fine_unit": rng.choice((1, 25, 100)),
        "fine_direction": rng.choice(DIRECTIONS),
        "fine_cap": rng.choice((None, 5_050)),
        "tier_limit": rng.choice((123_450, 500_000)),
        "tier_rate": Decimal(rng.choice(RATES)),
        "payout_unit": rng.choice((1, 25, 100)),
        "return_cap": rng.choice((None, Decimal("0.2"), Decimal("0.333"))),
        "withdrawal_from": rng.choice((words.FROM_NEXT_MONTH, words.FROM_THIS_MONTH, words.WHOLE_YEAR)),
        "leaver_dividend": rng.choice((words.NOT_COUNTED, words.COUNTED)),
    }
