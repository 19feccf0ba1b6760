"""The golden year as a computed book, once for all tests, and how its rows are looked at."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import Filled, fill
from workshop.golden import golden_inputs

PATH = Path(__file__).parent.parent / "data" / "golden-1-savings-group.json"
SIZE = Size(members=12)
GOLDEN: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"))
REGISTERS: dict[str, Any] = GOLDEN["registers"]
EXPECTED: dict[str, Any] = GOLDEN["expected"]


@cache
def golden_book() -> Filled:
    book = savings_group(SIZE)
    return fill(book, SIZE, golden_inputs(PATH, book.tables["rules"].initial[0]))


def rows(table: str, guard: str = "") -> list[dict[str, Any]]:
    """Give the rows of a table that are there, as a person sees them: a blank is None."""
    filled = golden_book()[table]
    shown = guard or filled.table.guard
    return list(_records(table, shown))


def _records(table: str, guard: str) -> Iterator[dict[str, Any]]:
    filled = golden_book()[table]
    for index in range(filled.length):
        if not guard or filled.columns[guard][index] is not None:
            yield {name: values[index] for name, values in filled.columns.items()}


def form(table: str) -> dict[str, Any]:
    return {name: values[0] for name, values in golden_book()[table].columns.items()}


def total(table: str, column: str) -> Any:
    return golden_book()[table].total(column)
