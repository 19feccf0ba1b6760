"""Every spelling of one formula is the same formula."""

import doctest

import pytest

from workbook import spelling
from workbook.spelling import names_read, normal, spelt_out

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


@pytest.mark.parametrize(
    "written",
    [
        "SUMIFS(receipts_amount,receipts_day,$A6)",
        "SUMIFS(Receipts_Amount, receipts_day, $A6)",
        "SUMIFS('รับ เงิน'!$L$6:$L$9,ใบ!$A$6:$A$9,$A6)",
        "SUMIFS($L$6:$L$9,ใบ!$A$6:$A$9,$A6)",
    ],
)
def test_a_name_and_its_cells_read_the_same(written: str) -> None:
    names = names_read({"receipts_amount": "'รับ เงิน'!$L$6:$L$9", "receipts_day": "'ใบ'!$A$6:$A$9"})
    assert spelt_out(normal(written), names, "รับ เงิน") == "sumifs($l$6:$l$9,ใบ!$a$6:$a$9,$a6)"


@pytest.mark.parametrize("text", ["receipts_amount(1)", "receipts_amount!$a$1", "x_receipts_amount", "ใบรับเงิน!$a$1"])
def test_what_is_no_name_stays(text: str) -> None:
    assert spelt_out(text, {"receipts_amount": "รับเงิน!$l$6"}, "รับเงิน") == text


def test_the_example_holds() -> None:
    assert doctest.testmod(spelling).failed == 0
