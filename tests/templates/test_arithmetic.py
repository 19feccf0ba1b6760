"""Expressions that calculate, by hand: flooring, months, weights, late parts, and the functions with their arguments."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from addin.udfs import CalculationError, allowance, months_between, overdue_months, share_months
from templates.arithmetic import NEARLY_ONE, Floor, FormRange, LateParts, RowRange, Udf, Weighted, argument, larger, lowest, smaller, udf, whole_units
from templates.dates import FullMonths, month_of, months_on, year_of
from templates.expressions import Const, Expr, Form, f
from templates.kinds import NOT_AVAILABLE, Exact
from tests.templates.tiny import table, text, values
from workbook.cells import ErrorValue

VALUE = ErrorValue("#VALUE!")
law = Form("laws")
HALF, NEARLY = Const("0.5", Fraction(1, 2)), Const("0.99999999", NEARLY_ONE)
TERMS = (f.before, f.after, f.step, f.pieces, f.principal, f.fallen)


@pytest.mark.parametrize(
    ("formula", "spelt"),
    [
        (Floor(f.amount * f.more, law.unit), "TRUNC(ROUND(((N($B8))*(N($C8)))/law_unit,8))*law_unit"),
        (Floor(f.amount, law.unit, HALF), "TRUNC(ROUND(($B8)/law_unit,8)+0.5)*law_unit"),
        (smaller(f.amount, 5), "MIN($B8,5)"),
        (larger(f.amount - f.more, 0), "MAX((SUM($B8)-SUM($C8)),0)"),
        (whole_units(f.amount, f.more), "INT(ROUND((N($B8))/(N($C8)),8))"),
        (year_of(f.day), "YEAR($D8)"),
        (month_of(f.day), "MONTH($D8)"),
        (months_on(f.day, f.pieces), "EDATE($D8,$F8)"),
        (months_on(f.day, 12) - 1, "(SUM(EDATE($D8,12))-SUM(1))"),
        (RowRange(("amount", "more")), "$B8:$C8"),
        (RowRange(("worth", "number"), "others"), "'ค ง'!$B8:$C8"),
        (FormRange("facts", ("low", "high")), "$I$6:$I$7"),
        (FormRange("laws", ("unit", "weight")), "'ก'!$B$6:$B$8"),
        (Weighted(("amount", "more"), law.weight), "SUMPRODUCT($B8:$C8,(N(law_weight)-{0,1})*((N(law_weight)-{0,1})>0))"),
        (
            FullMonths(f.day, f.until),
            "MAX(0,(YEAR($E8)-YEAR($D8))*12+MONTH($E8)-MONTH($D8)-IF(EDATE($D8,(YEAR($E8)-YEAR($D8))*12+MONTH($E8)-MONTH($D8))>$E8,1,0))",
        ),
        (udf(allowance, f.amount, f.more, 1, plain=f.pieces, refuse=f.amount < 0), "IFERROR(SATJA.ALLOWANCE($B8,$C8,1),IF(N($B8)<0,NA(),$F8))"),
        (udf(allowance, f.amount, f.more, 1, plain=f.pieces), "IFERROR(SATJA.ALLOWANCE($B8,$C8,1),$F8)"),
    ],
)
def test_how_it_is_spelt(formula: Expr, spelt: str) -> None:
    assert text(formula) == spelt


@pytest.mark.parametrize(
    ("amount", "unit", "down", "half", "up"),
    [
        (12345, 100, 12300, 12300, 12400),
        (12350, 100, 12300, 12400, 12400),
        (12349, 100, 12300, 12300, 12400),
        (12300, 100, 12300, 12300, 12300),
        (0, 100, 0, 0, 0),
        (None, 25, 0, 0, 0),
        (37, 25, 25, 25, 50),
        (Fraction(75, 2), 25, 25, 50, 50),
        (Fraction(1, 3), 1, 0, 0, 1),
        (Fraction(299, 3), 100, 0, 100, 100),
        (10**20 + 50, 100, 10**20, 10**20 + 100, 10**20 + 100),
        (-50, 100, 0, 0, 0),
        (-150, 100, -100, -100, 0),
        (100, 0, NOT_AVAILABLE, NOT_AVAILABLE, NOT_AVAILABLE),
        (100, None, NOT_AVAILABLE, NOT_AVAILABLE, NOT_AVAILABLE),
        ("x", 100, NOT_AVAILABLE, NOT_AVAILABLE, NOT_AVAILABLE),
        (VALUE, 100, VALUE, VALUE, VALUE),
    ],
)
def test_ties_and_edges_of_rounding(amount: Exact, unit: Exact, down: Exact, half: Exact, up: Exact) -> None:
    here = table(amount=[amount], unit=[unit])
    assert [values(Floor(f.amount, f.unit, shift), here)[0] for shift in (None, HALF, NEARLY)] == [down, half, up]


def test_the_smaller_and_the_larger_pass_over_texts() -> None:
    here = table(amount=[5, None, "x", VALUE], more=[7, 7, 7, 7])
    assert values(smaller(f.amount, f.more, 6), here) == [5, 0, 6, VALUE]
    assert values(larger(f.amount, f.more, 6), here) == [7, 7, 7, VALUE]


def test_the_least_of_neighbouring_cells() -> None:
    here = table(one=[5, None, None, "x", VALUE], two=[-1, 3, None, 2, 1])
    assert values(lowest(RowRange(("one", "two"))), here) == [-1, 3, 0, 2, VALUE]
    assert text(lowest(RowRange(("amount", "more"))) < 0) == "MIN($B8:$C8)<0"


def test_whole_units_in_an_amount() -> None:
    here = table(amount=[1000, 999, 0, 5, "x"], more=[500, 500, 500, 0, 2])
    assert values(whole_units(f.amount, f.more), here) == [2, 1, 0, ErrorValue("#DIV/0!"), VALUE]


def test_the_calendar() -> None:
    here = table(day=[dt.date(2024, 1, 31), dt.date(2023, 11, 30), None], pieces=[1, 3, 1])
    assert values(months_on(f.day, f.pieces), here) == [dt.date(2024, 2, 29), dt.date(2024, 2, 29), VALUE]
    assert values(months_on(f.day, -1), here) == [dt.date(2023, 12, 31), dt.date(2023, 10, 30), VALUE]
    assert (values(year_of(f.day), here), values(month_of(f.day), here)) == ([2024, 2023, VALUE], [1, 11, VALUE])
    assert values(months_on(f.day, f.pieces), table(day=[dt.date(2024, 1, 1)], pieces=["x"])) == [VALUE]


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2024-11-05", "2024-12-31", 1),
        ("2024-01-31", "2024-02-29", 1),
        ("2023-01-31", "2023-02-28", 1),
        ("2024-01-31", "2024-02-28", 0),
        ("2024-01-31", "2024-03-30", 1),
        ("2024-01-31", "2024-03-31", 2),
        ("2024-02-29", "2025-02-28", 12),
        ("2024-02-29", "2024-03-28", 0),
        ("2024-05-05", "2024-05-05", 0),
        ("2024-05-05", "2024-06-04", 0),
        ("2024-05-05", "2023-05-05", 0),
        ("2023-12-31", "2024-12-31", 12),
    ],
)
def test_whole_months_at_month_ends(start: str, end: str, months: int) -> None:
    day, until = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    assert values(FullMonths(f.day, f.until), table(day=[day], until=[until])) == [months]
    assert months_between(day, until) == months


def test_months_without_a_date_are_an_error() -> None:
    day = dt.date(2024, 1, 1)
    assert values(FullMonths(f.day, f.until), table(day=[None, day, day], until=[day, None, 45_292])) == [VALUE, VALUE, VALUE]


def test_weights_fall_by_one_and_never_below_nothing() -> None:
    here = table(one=[100, None, "x"], two=[10, 10, 10], three=[1, 1, 1], weight=[2, 2, 1])
    months = ("one", "two", "three")
    assert values(Weighted(months, f.weight), here) == [210, 10, 0]
    others = table("others", **{name: here.columns[name] for name in months})
    assert values(Weighted(months, f.weight, "others"), table(weight=[3, 3, 3]), others) == [321, 21, 21]
    assert values(Weighted(months, f.weight), table(one=[1], two=[1], three=[1], weight=["x"])) == [VALUE]


def test_neighbouring_cells_as_one_argument() -> None:
    here = table(one=[1, 2], two=[3, None])
    assert values(RowRange(("one", "two")), here) == [(1, 3), (2, None)]
    assert values(FormRange("facts", ("low", "high")), here, table("facts", low=[1], high=[2])) == [(1, 2), (1, 2)]


@pytest.mark.parametrize(
    ("before", "after", "step", "count", "principal", "fallen", "late"),
    [
        (210000, 420000, 105000, 9, 945000, 5, 315000),  # golden, 5 September: July's two months late and August's one
        (420000, 525000, 105000, 9, 945000, 6, 105000),
        (0, 105000, 105000, 9, 945000, 1, 0),
        (0, 105000, 105000, 9, 945000, 0, 0),
        (0, 945000, 105000, 9, 945000, 0, 0),
        (0, 50000, 105000, 9, 945000, 3, 100000),  # half an instalment, two due dates late
        (50000, 155000, 105000, 9, 945000, 3, 55000 * 2 + 50000),
        (924000, 1000000, 84000, 12, 1000000, 14, 76000 * 2),  # the last takes what is left
        (0, 1000000, 100000, 12, 1000000, 12, 100000 * sum(range(2, 12))),  # repaid by ten instalments, though twelve are written
        (0, 300000, 100000, 2, 300000, 4, 100000 * 3 + 200000 * 2),  # the last is larger than the others
        (300000, 300000, 100000, 3, 300000, 9, 0),
        (0, 0, 0, 1, 0, 5, 0),
    ],
)
def test_principal_paid_late_against_schedules_worked_by_hand(before: int, after: int, step: int, count: int, principal: int, fallen: int, late: int) -> None:
    here = table(before=[before], after=[after], step=[step], pieces=[count], principal=[principal], fallen=[fallen])
    assert values(LateParts(*TERMS), here) == [late]
    on, first = dt.date(2024, 6, 5), dt.date(2024, 6, 5)
    months = fallen - 1
    first = dt.date(2024, 7, 5) if months < 0 else dt.date(2024 - (months + 6) // 12, (5 - months) % 12 + 1, 5)
    assert overdue_months(principal, step, count, 1, first, before, after - before, on) == late


def test_late_parts_of_a_text_are_not_known() -> None:
    here = table(before=["x"], after=[1], step=[1], pieces=[1], principal=[1], fallen=[1])
    assert values(LateParts(*TERMS), here) == [NOT_AVAILABLE]


@pytest.mark.parametrize(
    ("kind", "value", "taken"),
    [
        ("money", None, 0),
        ("money", Fraction(5), 5),
        ("whole", 7, 7),
        ("rate", None, 0),
        ("rate", Fraction(1, 3), Fraction(1, 3)),
        ("text", None, ""),
        ("text", "ปัดลง", "ปัดลง"),
        ("date", dt.date(2024, 1, 1), dt.date(2024, 1, 1)),
        ("amounts", (1, None, 3), [1, 0, 3]),
    ],
)
def test_what_a_function_is_given(kind: str, value: Any, taken: Any) -> None:
    given = argument(kind, value)
    assert given == taken
    assert isinstance(given, Fraction) is (kind == "rate")


@pytest.mark.parametrize(
    ("kind", "value"), [("money", Fraction(1, 2)), ("whole", "x"), ("rate", VALUE), ("date", None), ("date", 45292), ("date", "1/1/67"), ("amounts", (1, "x"))]
)
def test_what_a_function_is_not_given(kind: str, value: Any) -> None:
    with pytest.raises(CalculationError):
        argument(kind, value)


def test_a_function_cell_is_its_function_and_a_refusal_is_an_error() -> None:
    here = table(amount=[315000, -1, None, VALUE], more=[Fraction("0.35")] * 4, pieces=[9, 9, 9, 9])
    cell = udf(allowance, f.amount, f.more, 1, plain=f.pieces, refuse=f.amount < 0)
    assert values(cell, here) == [110250, NOT_AVAILABLE, 0, VALUE]
    assert isinstance(cell, Udf)
    assert values(cell.plain, here) == [9, NOT_AVAILABLE, 9, NOT_AVAILABLE]
    shares = udf(share_months, f.amount, RowRange(("more", "pieces")), 0, 200, 12, 1, plain=f.pieces)
    assert values(shares, table(amount=[100], more=[50], pieces=[7])) == [Fraction(1250, 200)]
