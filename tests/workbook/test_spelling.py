"""Every spelling of one formula is the same formula."""

import doctest

import pytest

from workbook import spelling
from workbook.spelling import normal

ONE = "iferror(satja.interest_due($a6,ระเบียบ!$b$24),0)"


@pytest.mark.parametrize(
    "written",
    [
        "IFERROR(SATJA.INTEREST_DUE($A6,'ระเบียบ'!$B$24),0)",
        "IFERROR(satja.interest_due($A6,ระเบียบ!$B$24),0)",
        "IFERROR(SATJA_INTEREST_DUE($A6,'ระเบียบ'!$B$24),0)",
        "IFERROR([1]!SATJA_INTEREST_DUE($A6,'ระเบียบ'!$B$24),0)",
        "IFERROR('C:\\fund\\satja.xlam'!SATJA_INTEREST_DUE($A6,'ระเบียบ'!$B$24),0)",
        "IFERROR(_xldudf_SATJA_INTEREST_DUE($A6,'ระเบียบ'!$B$24),0)",
        "IFERROR(_xlfn.SATJA.INTEREST_DUE($A6, 'ระเบียบ'!$B$24), 0)",
        "IFERROR(_xludf.SATJA.INTEREST_DUE($A6,'ระเบียบ'!$B$24),0)",
    ],
)
def test_our_functions_are_read_in_every_spelling(written: str) -> None:
    assert normal(written) == ONE


@pytest.mark.parametrize(
    ("one", "other"), [("SUM(A1:A2)", "SUM(A1:A3)"), ("SUM($A1)", "SUM(A1)"), ("A1+B1", "A1-B1"), ("SATJA.PENALTY(A1)", "SATJA.AGEING(A1)")]
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_the_example_holds() -> None:
    assert doctest.testmod(spelling).failed == 0
