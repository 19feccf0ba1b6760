"""The samples outside the museum are sound books."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from satja.command import OK, satja
from tests.validator.building import SAMPLES
from tests.validator.test_cases import line
from validator.run import AFTER_ANSWERS, MID_YEAR, NO_CONTRADICTION, check_file

pytestmark = pytest.mark.long

BOOKS = sorted(SAMPLES.glob("*.xlsx"))


@pytest.mark.parametrize("book", BOOKS, ids=[book.stem for book in BOOKS])
def test_a_sample_is_sound(book: Path) -> None:
    report = check_file(book)
    advice = ["ADVICE –: ค่า → สูตร"] if "values" in book.stem else []
    assert [line(finding) for finding in report.findings] == advice
    assert [finding.check for finding in report.findings] == ["CELL-16"] * len(advice)
    assert report.decision in {AFTER_ANSWERS, NO_CONTRADICTION, MID_YEAR}
    assert report.mode == ("values" if advice else "live")


def test_the_command_finds_nothing_in_them(tmp_path: Path) -> None:
    ran = CliRunner().invoke(satja, ["check", *map(str, BOOKS), "--out", str(tmp_path)], standalone_mode=False)
    assert (ran.exception, ran.return_value) == (None, OK)


def test_there_are_samples() -> None:
    assert {"savings-group-150", "savings-group-30", "savings-group-30-values", "savings-group-30-libreoffice"} <= {book.stem for book in BOOKS}
