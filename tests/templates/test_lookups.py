"""Expressions over whole columns, by hand: sums by criteria, what another table says, running figures."""

import datetime as dt
from fractions import Fraction

import pytest

from templates.expressions import Expr, f
from templates.kinds import NOT_AVAILABLE, Exact
from templates.lookups import Beside, Look, LookText, Nth, Same, count_of, sum_of
from templates.running import CountUp, FirstMatch, LastBefore, Position, Running, SoFar
from tests.templates.tiny import table, text, values
from workbook.cells import ErrorValue

VALUE = ErrorValue("#VALUE!")
NAMES, WORTHS, NUMBERS = "others_name", "others_worth", "others_number"


@pytest.mark.parametrize(
    ("formula", "spelt"),
    [
        (sum_of("others", "worth", name=f.key), f"SUMIFS({WORTHS},{NAMES},$A8)"),
        (sum_of("others", "worth", name="ก", number=("<=", f.pieces)), f'SUMIFS({WORTHS},{NAMES},"ก",{NUMBERS},"<="&N($F8))'),
        (sum_of("others", "worth", number=(">=", 2), number_=("<=", 4)), f'SUMIFS({WORTHS},{NUMBERS},">="&2,{NUMBERS},"<="&4)'),
        (count_of("others", name=f.key, worth=(">", 0)), f'COUNTIFS({NAMES},$A8,{WORTHS},">"&0)'),
        (count_of("lines", key=("<>", "")), 'COUNTIFS(lines_key,"<>"&"")'),
        (Look(f.key, "others", "worth", "name"), f'IFERROR(INDEX({WORTHS},MATCH($A8,{NAMES},0)),"")'),
        (LookText(f.key, "others", "worth", "name"), f'IFERROR(INDEX({WORTHS},MATCH($A8,{NAMES},0))&"","")'),
        (Same("others", "name"), 'IF(INDEX(others_name,ROW()-5)="","",INDEX(others_name,ROW()-5))'),
        (Beside("others", "worth"), "INDEX(others_worth,ROW()-5)"),
        (Beside("others", "worth") * 2, "(N(INDEX(others_worth,ROW()-5)))*(2)"),
        (Position(), "(ROW()-5)"),
        (Nth(Position(), "others", "number", "name"), f'IFERROR(INDEX({NAMES},MATCH((ROW()-5),{NUMBERS},0)),"")'),
        (FirstMatch("key"), "MATCH($A8,lines_key,0)"),
        (CountUp("pieces", f.amount > 0), "N($F7)+IF(N($B8)>0,1,0)"),
        (SoFar("amount", by="key"), "SUMIFS($B$5:$B8,$A$5:$A8,$A8)"),
        (SoFar("amount", by="key", inclusive=False), "SUMIFS($B$5:$B7,$A$5:$A7,$A8)"),
        (Running("amount"), "SUM($B$5:$B8)"),
        (LastBefore("day", by="key", other=f.until), "IFERROR(LOOKUP(2,1/($A$5:$A7=$A8),$D$5:$D7),$E8)"),
    ],
)
def test_how_it_is_spelt(formula: Expr, spelt: str) -> None:
    assert text(formula) == spelt


OTHERS = table(
    "others",
    name=["ก", "ข", "ก", None, "ค"],
    worth=[100, 200, 50, 9, None],
    number=[1, 2, 3, None, 5],
    day=[dt.date(2024, 1, 31), dt.date(2024, 2, 29), None, dt.date(2024, 3, 1), dt.date(2024, 12, 31)],
)


@pytest.mark.parametrize(
    ("formula", "worth"),
    [
        (sum_of("others", "worth", name=f.key), [150, 200, 0]),
        (sum_of("others", "worth", name="ก"), [150, 150, 150]),
        (sum_of("others", "worth", name=f.key, number=(">=", f.pieces)), [50, 200, 0]),
        (sum_of("others", "worth", name=f.key, number=(">", f.pieces)), [50, 0, 0]),
        (sum_of("others", "worth", number=(">=", 2), number_=("<=", 3)), [250, 250, 250]),
        (sum_of("others", "worth", day=("<=", f.day)), [100, 300, 309]),
        (count_of("others", name=f.key), [2, 1, 0]),
        (count_of("others", name=f.key, worth=(">", 50)), [1, 1, 0]),
        (count_of("others", name=("<>", "")), [4, 4, 4]),
        (count_of("others", worth=("<", 1000)), [4, 4, 4]),
    ],
)
def test_sums_and_counts_by_criteria(formula: Expr, worth: list[Exact]) -> None:
    here = table(key=["ก", "ข", "ฮ"], pieces=[2, 2, 2], day=[dt.date(2024, 1, 31), dt.date(2024, 2, 29), dt.date(2024, 12, 30)])
    assert values(formula, here, OTHERS) == worth


def test_a_sum_that_meets_an_error_is_that_error_only_where_it_meets_it() -> None:
    others = table("others", name=["ก", "ข"], worth=[VALUE, 5])
    assert values(sum_of("others", "worth", name=f.key), table(key=["ก", "ข"]), others) == [VALUE, 5]


@pytest.mark.parametrize(
    ("sign", "counts"),
    [
        (">=", [3, 3, 2, 0, 0, 0]),
        ("<", [0, 0, 1, 0, 3, 0]),
        ("<>", [5, 5, 7, 6, 7, 6]),
    ],
)
def test_a_bound_is_met_by_numbers_and_days_only_and_a_blank_bound_is_zero(sign: str, counts: list[Exact]) -> None:
    others = table("others", number=[None, "", "ก", 3, VALUE, Fraction(7, 2), dt.date(1900, 1, 3)])
    here = table(amount=[None, "", Fraction(10, 3), "ก", 10_000, VALUE])
    assert values(count_of("others", number=(sign, f.amount)), here, others) == counts


def test_rows_that_ask_the_same_in_other_words_get_the_same_sum() -> None:
    here = table(amount=[2, Fraction(2), 2, None], key=["ก", "ก", "ก", None])
    assert values(sum_of("others", "worth", name=f.key, number=(">=", f.amount)), here, OTHERS) == [50, 50, 50, 0]


def test_a_zero_is_not_an_empty_cell_when_rows_are_counted() -> None:
    others = table("others", number=[0, 1, None])
    assert values(count_of("others", number=("<>", "")), table(key=["ก"]), others) == [2]


def test_a_lookup_gives_the_first_row_and_nothing_where_there_is_none() -> None:
    here = table(key=["ก", "ฮ", None, "ค"])
    assert values(Look(f.key, "others", "worth", "name"), here, OTHERS) == [100, None, None, None]
    assert values(LookText(f.key, "others", "name", "name"), here, OTHERS) == ["ก", None, None, "ค"]
    wrong = table("others", name=["ก"], worth=[NOT_AVAILABLE])
    assert values(Look(f.key, "others", "worth", "name"), table(key=["ก"]), wrong) == [None]


def test_the_same_row_of_another_table_however_long_each_is() -> None:
    assert values(Same("others", "name"), table(key=["x"] * 7), OTHERS) == ["ก", "ข", "ก", None, "ค", None, None]
    assert values(Same("others", "name"), table(key=["x"] * 2), OTHERS) == ["ก", "ข"]
    assert values(Beside("others", "worth"), table(key=["x"] * 2), OTHERS) == [100, 200]


def test_a_list_that_leaves_out_the_rest() -> None:
    """Three of five rows are counted; the list takes the first row that reaches each number."""
    counted = values(CountUp("pieces", f.amount > 0), table(amount=[5, 0, None, 7, 9]))
    assert counted == [1, 1, 1, 2, 3]
    others = table("others", name=["ก", "ข", "ค", "ง", "จ"], number=counted)
    assert values(Nth(Position(), "others", "number", "name"), table(key=[None] * 5), others) == ["ก", "ง", "จ", None, None]


def test_a_count_passes_over_an_error() -> None:
    assert values(CountUp("pieces", f.amount > 0), table(amount=[5, VALUE, 5])) == [1, 1, 2]


def test_the_first_row_of_a_key_and_where_one_stands() -> None:
    here = table(key=["ก", "ข", "ก", "ค", "ข"])
    assert values(FirstMatch("key"), here) == [1, 2, 1, 4, 2]
    assert values(Position(), here) == [1, 2, 3, 4, 5]
    assert values(FirstMatch("key").is_(Position()), here) == [True, True, False, True, False]


def test_running_sums_by_key_with_and_without_this_row() -> None:
    here = table(key=["ก", "ข", "ก", "ก"], amount=[100, 5, None, Fraction(1, 2)])
    assert values(SoFar("amount", by="key"), here) == [100, 5, 100, Fraction(201, 2)]
    assert values(SoFar("amount", by="key", inclusive=False), here) == [0, 0, 100, 100]
    assert values(Running("amount"), here) == [100, 105, 105, Fraction(211, 2)]


def test_the_nearest_row_above_of_the_key() -> None:
    days = [dt.date(2024, 1, 5), dt.date(2024, 1, 6), dt.date(2024, 2, 5), dt.date(2024, 3, 5)]
    here = table(key=["ก", "ข", "ก", "ก"], day=days, until=[dt.date(2023, 12, 1)] * 4)
    first = dt.date(2023, 12, 1)
    assert values(LastBefore("day", by="key", other=f.until), here) == [first, first, days[0], days[2]]
    assert values(f.day - LastBefore("day", by="key", other=f.until), here) == [35, 36, 31, 29]
