"""The museum: each book of one mistake is found with what was written by hand beside it, and with nothing else."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.validator.building import SAMPLES
from tests.validator.test_cases import read_aloud
from validator.evidence import baht
from validator.outcome import Finding
from validator.registry import CHECKS
from validator.run import check_file

BOOKS = sorted((SAMPLES / "mistakes").glob("*.xlsx"))
CHECK_OF = re.compile(r"^[A-Z]+-\d\d")
Expected = dict[str, Any]


def expected_of(book: Path) -> list[Expected]:
    """Give what the YAML beside a book says: check, cells (or how they begin), difference."""
    fires: list[Expected] = yaml.safe_load(book.with_suffix(".yaml").read_text(encoding="utf-8"))["fires"]
    return fires


def is_expected(finding: Finding, wanted: Expected) -> bool:
    """Tell whether a finding is the one that was written down."""
    cells = list(finding.cells)
    begin = wanted.get("cells_begin")
    there = cells[: len(begin)] == begin if begin is not None else cells == wanted["cells"]
    return finding.check == str(wanted["check"]) and there and finding.difference == satang(wanted["difference"])


def satang(difference: str | None) -> int | None:
    """Read an amount as people write it: with a comma or without, with either minus."""
    return None if difference is None else int(Decimal(difference.replace("−", "-").replace(",", "")) * 100)


def told(findings: list[Finding]) -> str:
    """Say what was found, for whoever reads a failure."""
    return "\n".join(f"{each.check} {list(each.cells)} {None if each.difference is None else baht(each.difference)}" for each in findings)


@pytest.mark.parametrize("book", BOOKS, ids=[book.stem for book in BOOKS])
def test_a_mistake_is_found_where_it_is_and_alone(book: Path) -> None:
    report, wanted = check_file(book), expected_of(book)
    assert wanted
    assert all(each.keys() <= {"check", "cells", "cells_begin", "difference"} for each in wanted)
    assert CHECK_OF.findall(book.stem)[0] in {each["check"] for each in wanted}
    for each in wanted:
        assert sum(is_expected(finding, each) for finding in report.roots) == 1, f"{each}\n{told(report.roots)}"
    assert len(report.roots) == len(wanted), told(report.roots)
    read_aloud(report)


def test_every_check_has_a_book() -> None:
    assert {match for book in BOOKS for match in CHECK_OF.findall(book.stem)} == set(CHECKS)


def test_every_book_and_every_yaml_has_the_other() -> None:
    assert {path.stem for path in (SAMPLES / "mistakes").glob("*.yaml")} == {book.stem for book in BOOKS}
