"""One conformance table for all hosts: each call as a cell makes it, and what the cell must show.

Most rows come from the tables of the functions' own tests: each test is run once with the functions listened to, so that a row stands
here only when its number, worked by hand or published, was just found right. What only a spreadsheet does (blanks, dust of floats,
numbers as text, days with a time, errors, ranges) is written by hand in ``cells.yaml``.
"""

import datetime as dt
import importlib
import inspect
import itertools
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

import tests.udfs
from addin.hosts.reading import EPOCH, SATANG, ErrorCell
from addin.udfs import UDFS, CalculationError
from addin.udfs.registry import Udf

HAND = Path(__file__).parent / "cells.yaml"
VALUE = "#VALUE!"
LISTS = {"amounts": "money", "wholes": "whole", "rates": "rate", "dates": "date"}
PYTHON = {"money": int, "whole": int, "date": dt.date, "text": str, "truth": bool}


@dataclass(frozen=True)
class Row:
    """A call: the function, its arguments (numbers, texts, None for a blank, rows of a range), what the cell shows, or the cells of a range."""

    name: str
    arguments: tuple[Any, ...]
    shows: Any

    def __str__(self) -> str:
        return f"{self.name}({', '.join(map(repr, self.arguments))})"


class NotOfACell(Exception):  # noqa: N818 - of a value
    """A value that only Python can give: 1.0 for a whole number, a fraction no float is, a day before 1900, an empty text where a blank is left out."""


@cache
def table() -> tuple[Row, ...]:
    """Give every row, the tests' own first; a call made twice stands once."""
    rows = {str(row): row for row in (*map_calls(), *by_hand())}
    return tuple(rows.values())


def is_range(value: Any) -> bool:
    return isinstance(value, tuple) and not isinstance(value, ErrorCell)


def by_hand() -> Iterator[Row]:
    for name, rows in yaml.safe_load(HAND.read_text(encoding="utf-8")).items():
        for *arguments, shows in rows:
            yield Row(name, tuple(map(_range, arguments)), _range(shows))


def _range(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(tuple(map(_range, row)) if isinstance(row, list) else (_range(row),) for row in value)
    return ErrorCell(value["error"]) if isinstance(value, dict) else value


def map_calls() -> Iterator[Row]:
    for entry, arguments, answer in _heard():
        with suppress(NotOfACell):
            yield Row(entry.name, tuple(_cells(entry, arguments)), VALUE if answer is CalculationError else _shown(entry.gives, answer))


def _heard() -> list[tuple[Udf, Mapping[str, Any], Any]]:
    """Run the tables of the functions' tests, and give each call they made of a function of the registry, with its answer."""
    calls: list[tuple[Udf, Mapping[str, Any], Any]] = []
    listening = {entry.call: _listening(entry, calls) for entry in UDFS.values()}
    for found in pkgutil.iter_modules(tests.udfs.__path__):
        if not found.name.startswith("test_laws"):
            module = importlib.import_module(f"tests.udfs.{found.name}")
            for test in _tables(module):
                _run(module, test, listening)
    return calls


def _listening(entry: Udf, calls: list[tuple[Udf, Mapping[str, Any], Any]]) -> Callable[..., Any]:
    signature = inspect.signature(entry.call)

    def heard(*given: Any, **named: Any) -> Any:
        try:
            arguments = signature.bind(*given, **named).arguments
        except TypeError:
            return entry.call(*given, **named)
        try:
            answer = entry.call(*given, **named)
        except CalculationError:
            calls.append((entry, arguments, CalculationError))
            raise
        calls.append((entry, arguments, answer))
        return answer

    return heard


def _tables(module: ModuleType) -> Iterator[Callable[..., None]]:
    for name, test in vars(module).items():
        if name.startswith("test_") and any(mark.name == "parametrize" for mark in getattr(test, "pytestmark", ())):
            yield test


def _run(module: ModuleType, test: Callable[..., None], listening: Mapping[Any, Callable[..., Any]]) -> None:
    """Run a test over its table, the functions in its module and in its rows listened to."""
    spoken = {name: value for name, value in vars(module).items() if inspect.isfunction(value) and value in listening}
    for name, value in spoken.items():
        setattr(module, name, listening[value])
    try:
        for row in _rows(test):
            test(**{name: listening.get(value, value) if inspect.isfunction(value) else value for name, value in row.items()})
    finally:
        for name, value in spoken.items():
            setattr(module, name, value)


def _rows(test: Callable[..., None]) -> Iterator[dict[str, Any]]:
    columns = []
    for mark in getattr(test, "pytestmark", ()):
        if mark.name == "parametrize":
            names, values = mark.args[0], list(mark.args[1])
            names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
            each = [getattr(value, "values", value) if type(value).__name__ == "ParameterSet" else (value if len(names) > 1 else (value,)) for value in values]
            columns.append([dict(zip(names, value, strict=True)) for value in each])
    wanted = set(inspect.signature(test).parameters)
    for parts in itertools.product(*columns):
        row = {name: value for part in parts for name, value in part.items()}
        if row.keys() == wanted:
            yield row


def _cells(entry: Udf, arguments: Mapping[str, Any]) -> Iterator[Any]:
    """Give a call's arguments as cells give them, as far as the last one that was given; between them none may be left out."""
    names = [name for name, _, _ in entry.arguments]
    last = max((names.index(name) for name in arguments), default=-1)
    for name, kind, _ in entry.arguments[: last + 1]:
        if name not in arguments:
            raise NotOfACell
        value = arguments[name]
        if value == "" and name in _optional(entry):
            raise NotOfACell
        if kind in LISTS:
            if not isinstance(value, list | tuple | range) or not value:
                raise NotOfACell
            yield tuple((None,) if each is None else (_cell(LISTS[kind], each),) for each in value)
        else:
            yield _cell(kind, value)


def _optional(entry: Udf) -> set[str]:
    return {name for name, each in inspect.signature(entry.call).parameters.items() if each.default is not inspect.Parameter.empty}


def _cell(kind: str, value: Any) -> Any:
    known = PYTHON.get(kind)
    if (type(value) is not known) if known else type(value) not in (int, Decimal, Fraction) or (isinstance(value, Decimal) and not value.is_finite()):
        raise NotOfACell
    if isinstance(value, dt.date):
        return _day(value)
    if isinstance(value, str):
        return value
    exact = Fraction(value)
    shown = float(exact / SATANG if kind == "money" else exact)
    if kind in ("rate", "number") and Decimal(f"{shown:.15g}") != exact:
        raise NotOfACell
    return shown


def _shown(kind: str, answer: Any) -> Any:
    if isinstance(answer, dt.date):
        return _day(answer)
    if isinstance(answer, str | bool):
        return answer
    return float(Fraction(answer) / SATANG if kind == "money" else Fraction(answer))


def _day(day: dt.date) -> float:
    """Give a day's number; spreadsheets have none before 1900."""
    if day <= EPOCH:
        raise NotOfACell
    return float((day - EPOCH).days)
