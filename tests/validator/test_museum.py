"""The museum: each book of one mistake is found with what was written by hand beside it, and with nothing else."""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.validator.building import SAMPLES
from tests.validator.test_cases import read_aloud
from validator.evidence import baht
from validator.outcome import Finding, Severity
from validator.registry import CHECKS
from validator.run import check_file
from workshop.museum import SLIPS, Mode
from workshop.museum.files import BY_HAND

pytestmark = pytest.mark.long

BOOKS = sorted((SAMPLES / "mistakes").glob("*.xlsx"))
CHECK_OF = re.compile(r"^[A-Z]+-\d\d")
LIVE, VALUES = "live", "values"
NO_BOOK: Mapping[str, str] = dict.fromkeys(("FILE-01", "FILE-02"), "such a file is not read as a book, live or of values")
ONLY_LIVE: Mapping[str, str] = {
    "STRUCT-05": "no formula of a book of values reads a name",
    **dict.fromkeys(("CELL-09", "CELL-10", "CELL-11", "CELL-14"), "it is about formulas, which a book of values has not"),
}
ONLY_VALUES: Mapping[str, str] = {
    **dict.fromkeys(
        ("LOAN-01", "ARRS-01", "ARRS-02"), "live registers and ageing are formulas over the receipts: a figure typed over is CELL-09, a cached one CELL-14"
    ),
    "CASH-01": "a live running balance is a formula",
    "LEDG-03": "live statements are formulas over the trial balance: where that ties, they do",
    **dict.fromkeys(("YEND-03", "YEND-04", "YEND-05", "YEND-06"), "what members get is a formula in a live book"),
    "YEND-09": "a live summary has formulas only",
}
"""Checks that cannot stand alone in one of the two, and why."""
Expected = dict[str, Any]


def expected_of(book: Path) -> list[Expected]:
    """Give what the YAML beside a book says: check, cells (or how they begin), difference, cause where one should be named."""
    fires: list[Expected] = yaml.safe_load(book.with_suffix(".yaml").read_text(encoding="utf-8"))["fires"]
    return fires


def is_expected(finding: Finding, wanted: Expected) -> bool:
    """Tell whether a finding is the one that was written down."""
    cells = list(finding.cells)
    begin = wanted.get("cells_begin")
    there = cells[: len(begin)] == begin if begin is not None else cells == wanted["cells"]
    said = finding.check, finding.difference, finding.cause
    return there and said == (str(wanted["check"]), satang(wanted["difference"]), wanted.get("cause", ""))


def satang(difference: str | None) -> int | None:
    """Read an amount as people write it: with a comma or without, with either minus."""
    return None if difference is None else int(Decimal(difference.replace("−", "-").replace(",", "")) * 100)


def told(findings: list[Finding]) -> str:
    """Say what was found, for whoever reads a failure."""
    amounts = ((each, None if each.difference is None else baht(each.difference)) for each in findings)
    return "\n".join(f"{each.check} {list(each.cells)} {amount} {each.cause}" for each, amount in amounts)


def mode_of(book: str) -> str:
    """Tell from a book's name whether it is live or of values."""
    return VALUES if VALUES in book else LIVE


@pytest.mark.parametrize("book", BOOKS, ids=[book.stem for book in BOOKS])
def test_a_mistake_is_found_where_it_is_and_alone(book: Path) -> None:
    report, wanted = check_file(book), expected_of(book)
    assert wanted
    assert all(each.keys() <= {"check", "cells", "cells_begin", "difference", "cause"} for each in wanted)
    assert CHECK_OF.findall(book.stem)[0] in {each["check"] for each in wanted}
    assert report.mode == ("" if CHECK_OF.findall(book.stem)[0] in NO_BOOK else mode_of(book.stem))
    for each in wanted:
        assert sum(is_expected(finding, each) for finding in report.roots) == 1, f"{each}\n{told(report.roots)}"
    assert len(report.roots) == len(wanted), told(report.roots)
    read_aloud(report)


def test_every_error_and_warning_has_a_book_in_each_mode_it_can_stand_alone_in() -> None:
    there: dict[str, set[str]] = {}
    for book in BOOKS:
        there.setdefault(CHECK_OF.findall(book.stem)[0], set()).add(mode_of(book.stem))
    without = {check: {LIVE} for check in (*NO_BOOK, *ONLY_LIVE)} | {check: {VALUES} for check in ONLY_VALUES}
    assert there == {check: without.get(check, {LIVE, VALUES}) for check, declared in CHECKS.items() if declared.severity is not Severity.ADVICE}


def test_every_slip_has_its_books() -> None:
    modes = {name: slip.mode for name, slip in SLIPS.items()} | {name: mode for name, (_, mode) in BY_HAND.items()}
    made = {*modes, *(f"{name}-{VALUES}" for name, mode in modes.items() if mode is Mode.BOTH)}
    assert made - {book.stem for book in BOOKS} == set()
    assert {name for name, mode in modes.items() if (mode is Mode.VALUES) != (mode_of(name) == VALUES)} == set()


def test_every_book_and_every_yaml_has_the_other() -> None:
    assert {path.stem for path in (SAMPLES / "mistakes").glob("*.yaml")} == {book.stem for book in BOOKS}
