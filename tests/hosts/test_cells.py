"""The cell adapter, by the conformance table, in this Python; and what it says when it refuses."""

import datetime as dt
import re
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.hosts.cells import Refused, call, reason
from addin.hosts.reading import ErrorCell, InError, serial
from addin.hosts.reasons import REASONS
from addin.udfs import UDFS, errors
from tests.hosts.table import VALUE, Row, by_hand, table

LEAST_ROWS = 7
THAI = re.compile("[ก-๙]")


def shown(row: Row) -> Any:
    try:
        return cell(call(row.name, row.arguments))
    except Refused:
        return VALUE
    except InError as other:
        return other.error.code


def cell(answer: Any) -> Any:
    if isinstance(answer, tuple) and not isinstance(answer, ErrorCell):
        return tuple(tuple(map(cell, line)) for line in answer)
    if isinstance(answer, ErrorCell):
        return answer.code
    return serial(answer) if isinstance(answer, dt.date) else answer


@pytest.mark.parametrize("name", UDFS)
def test_every_call_of_the_table_shows_what_it_must(name: str) -> None:
    rows = [row for row in table() if row.name == name]
    assert {str(row): shown(row) for row in rows} == {str(row): row.shows for row in rows}
    assert len(rows) >= LEAST_ROWS


@pytest.mark.parametrize("row", list(by_hand()), ids=str)
def test_what_only_a_spreadsheet_does(row: Row) -> None:
    assert shown(row) == row.shows


def test_the_table_has_errors_and_values_of_every_kind() -> None:
    kinds = Counter((UDFS[row.name].gives, row.shows == VALUE) for row in table())
    gives = {entry.gives for entry in UDFS.values()}
    assert {kind for kind, wrong in kinds if not wrong} == gives
    assert {kind for kind, wrong in kinds if wrong} >= gives - {"truth"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["12345", 0.12, 1.0], "เงินต้นคงเหลือก่อนชำระ: ช่องนี้เป็น «12345» ไม่ใช่ตัวเลข · balance: «12345» is not a number."),
        ([100.005, 0.12, 1.0], "เงินต้นคงเหลือก่อนชำระ: 100.005 บาท มีเศษน้อยกว่าหนึ่งสตางค์ · balance: 100.005 baht is not whole satang."),
        ([-1.0, 0.12, 1.0], "จำนวนเงินติดลบ (เงินต้นคงเหลือก่อนชำระ = -1, อัตราต่อปี = 0.12, จำนวนเดือน = 1) · -100 satang is below zero"),
        ([((1.0,), ("x",), (-5.0,)), 0.12, 1.0], "แถวที่ 2 ของช่วง: เงินต้นคงเหลือก่อนชำระ: ช่องนี้เป็น «x» ไม่ใช่ตัวเลข · balance: «x» is not a number."),
        ([1.0, 0.12, ((1.0, None), (ErrorCell("#N/A"), 2.0))], "แถวที่ 2 ของช่วง: ช่องที่อ้างถึงแสดง #N/A · A cell it refers to shows #N/A."),
        ([1e300, 0.12, 1e20], "ตัวเลขใหญ่เกินกว่าจะคำนวณ (เงินต้นคงเหลือก่อนชำระ = 1e+300, อัตราต่อปี = 0.12, จำนวนเดือน = 1e+20) · A number is too big."),
        ([((1.0,), (1.0,)), 0.12, ((1.0,), (2.0,), (3.0,))], "ช่วงที่เลือกยาวไม่เท่ากัน · The ranges are not of one size."),
        ([1.0, 0.12], "ฟังก์ชันนี้รับ 3 ถึง 5 ช่อง · INTEREST takes 3 to 5 arguments."),
        ([ErrorCell("#REF!"), 0.12, 1.0], "ช่องที่อ้างถึงแสดง #REF! · A cell it refers to shows #REF!."),
        ([1.0, 0.12, 1.0], ""),
    ],
)
def test_a_refusal_says_why(arguments: list[Any], said: str) -> None:
    assert reason("INTEREST", arguments) == said


def test_one_row_too_big_leaves_the_others() -> None:
    assert call("INTEREST", [((12345.0,), (1e300,)), 0.12, ((1.0,), (1e20,))]) == ((123.0,), (ErrorCell(VALUE),))


@pytest.mark.parametrize(
    "calling", [("EFFECTIVE_RATE", [0.12, 45292.0]), ("SAMPLE_SIZE", [1e15, 1.0, 0.95]), ("REFINANCE_MORTGAGE", [1.0, 0.1, 0.1, 1.0, 1e12])]
)
def test_a_date_in_the_place_of_a_number_does_not_freeze_a_sheet(calling: tuple[str, list[Any]]) -> None:
    assert reason(*calling).startswith("จำนวนมากเกินกว่าที่กองทุนจะมี")


def test_a_day_where_a_text_belongs_is_read_as_it_is_written() -> None:
    assert call("THAI_DATE", [dt.date(2012, 8, 6)]) == dt.date(2012, 8, 6)


def test_an_unknown_function_is_named() -> None:
    assert reason("INTREST", []).startswith("ไม่มีฟังก์ชัน INTREST")


def test_an_error_of_another_cell_stays_that_error() -> None:
    with pytest.raises(InError) as raised:
        call("INTEREST", [ErrorCell("#N/A"), 0.12, 1.0])
    assert raised.value.error == ErrorCell("#N/A")
    assert call("INTEREST", [((100.0,), (ErrorCell("#N/A"),)), 0.12, 1.0]) == ((1.0,), (ErrorCell("#N/A"),))


def test_every_named_error_has_its_thai_reason() -> None:
    named = {name for name, each in vars(errors).items() if isinstance(each, type) and issubclass(each, errors.CalculationError)} - {"CalculationError"}
    assert REASONS.keys() == named
    assert all(THAI.search(said) for said in REASONS.values())


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.datetime(2024, 1, 1, 13, 30), 45292.0), (dt.date(2024, 1, 1), 45292.0), (45292, 45292.0), (45292.9, 45292.0)],  # noqa: DTZ001 - as a host gives it
)
def test_a_day_is_taken_however_a_host_gives_it(day: Any, expected: float) -> None:
    assert serial(call("ADD_MONTHS", [day, 0])) == expected


@pytest.mark.parametrize("day", [True, None, "", "1/1/2567", float("nan"), 1e12, -1e9, 0.5, 0.0, -5.0, 2958466.0])
def test_what_is_no_day_is_refused(day: Any) -> None:
    with pytest.raises(Refused):
        call("ADD_MONTHS", [day, 0])


CELLS = st.one_of(
    st.integers(0, 10**11).map(lambda satang: satang / 100),
    st.sampled_from([None, "", "12345", -1.0, 100.005, ErrorCell("#N/A"), 0.0]),
)
MONTHS = st.one_of(st.integers(0, 60).map(float), st.sampled_from([None, -1.0, 0.5, "สาม", ErrorCell("#REF!")]))


@given(rows=st.lists(st.tuples(CELLS, MONTHS), min_size=2, max_size=12), rate=st.sampled_from([0.0, 0.12, 0.075, -0.01, "x"]))
def test_a_column_at_once_is_each_row_by_itself(rows: list[tuple[Any, Any]], rate: Any) -> None:
    whole = call("INTEREST", [tuple((balance,) for balance, _ in rows), rate, tuple((months,) for _, months in rows)])
    assert whole == tuple((alone("INTEREST", [balance, rate, months]),) for balance, months in rows)


def alone(name: str, cells: list[Any]) -> Any:
    try:
        return call(name, cells)
    except InError as other:
        return other.error
    except Refused:
        return ErrorCell(VALUE)


@given(satang=st.integers(-(10**13), 10**13), dust=st.floats(-2e-4, 2e-4), digits=st.integers(0, 3))
def test_baht_become_satang_as_their_fifteen_digits_say(satang: int, dust: float, digits: int) -> None:
    """LEVY is members × baht, so that one member's levy is the amount as it was taken; the exact rule is Decimal's."""
    cell = round((satang + dust) / 100, 2 + digits)
    exact = Decimal(f"{cell:.15g}") * 100
    nearest = exact.to_integral_value()
    taken = alone("LEVY", [1.0, 0.0, cell])
    if nearest < 0 or abs(exact - nearest) >= Decimal("0.0001"):
        assert taken == ErrorCell(VALUE)
    else:
        assert taken == int(nearest) / 100
