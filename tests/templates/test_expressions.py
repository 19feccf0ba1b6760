"""Each node of an expression by hand: how it is spelt on a tiny book, and what it is worth."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from templates.arithmetic import InBaht, Rounded, baht
from templates.choices import Guarded, chosen, either, every, join, padded, when
from templates.expressions import Binary, Const, Expr, Form, expr, f
from templates.kinds import NOT_AVAILABLE, Exact
from templates.lookups import Total, add
from templates.numbers import number, tidy
from tests.templates.tiny import table, text, values
from workbook.cells import ErrorValue

VALUE, DIV = ErrorValue("#VALUE!"), ErrorValue("#DIV/0!")
law = Form("laws")


@pytest.mark.parametrize(
    ("formula", "spelt"),
    [
        (f.amount, "$B8"),
        (law.rate, "law_rate"),
        (Form("facts").high, "facts_high"),
        (expr(5), "5"),
        (expr("ใช่"), '"ใช่"'),
        (baht(12), "12"),
        (f.amount + f.more, "SUM($B8,$C8)"),
        (f.amount + f.more + 3, "SUM($B8,$C8,3)"),
        (f.amount - f.more, "(SUM($B8)-SUM($C8))"),
        (f.amount - (f.more - law.rate), "(SUM($B8,law_rate)-SUM($C8))"),
        (1 - f.amount, "(SUM(1)-SUM($B8))"),
        (2 + f.amount, "SUM(2,$B8)"),
        (f.amount * law.rate, "(N($B8))*(N(law_rate))"),
        ((f.amount + 1) / 12, "(SUM($B8,1))/(12)"),
        (f.amount.is_(0), "N($B8)=0"),
        (f.key.is_(""), '$A8=""'),
        (f.key.is_not("x"), '$A8<>"x"'),
        (f.amount.is_(f.more), "$B8=$C8"),
        (f.amount < f.more, "N($B8)<N($C8)"),
        (f.amount >= 5, "N($B8)>=5"),
        (when(f.key.is_(""), "", f.amount), 'IF($A8="","",$B8)'),
        (every(f.amount > 0, f.more > 0), "AND(N($B8)>0,N($C8)>0)"),
        (either(f.amount > 0, f.more > 0), "OR(N($B8)>0,N($C8)>0)"),
        (Guarded(f.amount < 0, f.more), "IF(N($B8)<0,NA(),$C8)"),
        (join(f.key, "|", f.amount), '$A8&"|"&$B8'),
        (padded(f.pieces, 3), 'TEXT($F8,"000")'),
        (chosen(f.pieces, ("หนึ่ง", "สอง")), 'CHOOSE($F8,"หนึ่ง","สอง")'),
        (Rounded(f.amount - f.more, 2), "ROUND((SUM($B8)-SUM($C8)),2)"),
        (InBaht(f.amount / f.pieces), "(N($B8))/(N($F8))"),
        (Total("others", "worth"), "SUM(others_worth)"),
        (Total("lines", "amount"), "SUM(lines_amount)"),
    ],
)
def test_how_it_is_spelt(formula: Expr, spelt: str) -> None:
    assert text(formula) == spelt


def test_a_form_spells_its_own_lines() -> None:
    assert text(f.low + f.high, table="facts") == "SUM($I$6,$I$7)"
    assert text(f.unit + law.rate, table="laws") == "SUM($B$6,law_rate)"


@pytest.mark.parametrize(
    ("formula", "amount", "more", "worth"),
    [
        (f.amount + f.more, 5, 7, 12),
        (f.amount + f.more, None, 7, 7),
        (f.amount + f.more, "ไม่ใช่เงิน", 7, 7),
        (f.amount - f.more, None, 7, -7),
        (f.amount + f.more, Fraction(1, 3), Fraction(2, 3), 1),
        (f.amount + f.more, Decimal("0.1"), Decimal("0.2"), Fraction(3, 10)),
        (f.amount - f.more, dt.date(2024, 3, 1), dt.date(2024, 2, 1), 29),
        (f.amount - 1, dt.date(1900, 1, 1), None, 1),
        (f.amount + f.more, DIV, 1, DIV),
        (f.amount * f.more, 6, 7, 42),
        (f.amount * f.more, None, 7, 0),
        (f.amount * f.more, "x", 7, VALUE),
        (f.amount / f.more, 7, 2, Fraction(7, 2)),
        (f.amount / f.more, 8, 2, 4),
        (f.amount / f.more, 7, 0, DIV),
        (f.amount / f.more, 7, None, DIV),
        (f.amount / f.more, NOT_AVAILABLE, 0, NOT_AVAILABLE),
        (InBaht(f.amount / f.more), 1050, 7, Fraction(3, 2)),
        (InBaht(f.amount / f.more), 1050, 0, DIV),
        (Rounded(f.amount / f.more, 2), 1, 3, Fraction(1, 3)),
    ],
)
def test_sums_and_products_pass_over_blanks(formula: Expr, amount: Exact, more: Exact, worth: Exact) -> None:
    assert values(formula, table(amount=[amount], more=[more])) == [worth]


@pytest.mark.parametrize(
    ("sign", "left", "right", "holds"),
    [
        ("=", None, "", True),
        ("=", "", None, True),
        ("=", None, None, True),
        ("=", None, 0, True),
        ("=", 0, "", False),
        ("=", Decimal(0), "", False),
        ("=", Fraction(0), "", False),
        ("=", "", Decimal(0), False),
        ("=", "ก", "ก", True),
        ("=", "5", 5, False),
        ("=", 5, Fraction(5), True),
        ("=", Decimal("0.5"), Fraction(1, 2), True),
        ("=", dt.date(2024, 1, 1), 45292, True),
        ("=", dt.date(2024, 1, 1), "", False),
        ("<>", None, "", False),
        ("<>", 0, "", True),
        ("<>", Decimal(0), "", True),
        ("<>", "ก", "ข", True),
        ("<", None, 1, True),
        ("<", 1, None, False),
        (">=", None, 0, True),
        ("<=", dt.date(2024, 1, 1), dt.date(2024, 1, 1), True),
        ("<", dt.date(2023, 12, 31), dt.date(2024, 1, 1), True),
        ("=", VALUE, 1, VALUE),
        ("<", 1, NOT_AVAILABLE, NOT_AVAILABLE),
    ],
)
def test_a_comparison_as_a_cell_makes_it(sign: str, left: Exact, right: Exact, holds: Exact) -> None:
    signs = {"=": f.amount.is_(f.more), "<>": f.amount.is_not(f.more), "<": f.amount < f.more, "<=": f.amount <= f.more}
    signs |= {">": f.amount > f.more, ">=": f.amount >= f.more}
    assert values(signs[sign], table(amount=[left], more=[right])) == [holds]


def test_a_choice_takes_one_side_and_hands_on_an_error_of_the_question_only() -> None:
    here = table(amount=[1, -1, None, VALUE, 1], more=["ก", "ข", "ค", "ง", DIV])
    assert values(when(f.amount > 0, f.more, "ไม่"), here) == ["ก", "ไม่", "ไม่", VALUE, DIV]
    assert values(when(f.amount > 0, "ใช่", f.more), here) == ["ใช่", "ข", "ค", VALUE, "ใช่"]


def test_and_or_and_a_guard() -> None:
    here = table(amount=[1, 1, 0, VALUE], more=[1, 0, 0, 1])
    assert values(every(f.amount > 0, f.more > 0), here) == [True, False, False, VALUE]
    assert values(either(f.amount > 0, f.more > 0), here) == [True, True, False, VALUE]
    assert values(Guarded(f.amount > 0, f.more), here) == [NOT_AVAILABLE, NOT_AVAILABLE, 0, NOT_AVAILABLE]


def test_texts_put_together() -> None:
    here = table(key=["ก", None, "ข"], pieces=[12, None, 1234])
    assert values(join(f.key, "/", f.pieces), here) == ["ก/12", "/", "ข/1234"]
    assert values(join(f.key, "/", padded(f.pieces, 3)), here) == ["ก/012", "/000", "ข/1234"]
    assert values(padded(f.key, 3), table(key=["ก"])) == ["ก"]
    assert values(chosen(f.pieces, ("ม.ค.", "ก.พ.")), table(pieces=[2, 1, VALUE])) == ["ก.พ.", "ม.ค.", VALUE]
    assert values(chosen(f.pieces, ("ม.ค.",)), table(pieces=[None, "x"])) == [VALUE, VALUE]


def test_constants_and_cells_stand_in_every_row() -> None:
    laws = table("laws", rate=[7])
    assert values(law.rate, table(amount=[1, 2]), laws) == [7, 7]
    assert values(baht(3), table(amount=[1, 2])) == [300, 300]
    assert values(Const("0.5", Fraction(1, 2)) + f.amount, table(amount=[1])) == [Fraction(3, 2)]


def test_numbers_as_a_sheet_counts_them() -> None:
    assert [number(value) for value in (None, "", 5, Decimal("0.1"), dt.date(1900, 3, 1), True)] == [0, 0, 5, Fraction(1, 10), 61, 1]
    assert (number("ก"), number(DIV)) == (VALUE, DIV)
    assert (tidy(Fraction(4, 2)), tidy(Fraction(1, 2))) == (2, Fraction(1, 2))
    assert (add([1, None, "ก", Fraction(1, 2), Decimal("0.5")]), add([1, VALUE, DIV]), add([])) == (2, VALUE, 0)


@pytest.mark.parametrize(
    ("formula", "amount", "more", "kind"),
    [
        (f.amount + f.more, Fraction(1, 2), Fraction(3, 2), int),
        (f.amount - f.more, Decimal(3), True, int),
        (f.amount * f.more, Fraction(1, 2), 4, int),
        (f.amount / f.more, 8, 2, int),
        (f.amount / f.more, 7, 2, Fraction),
        (InBaht(f.amount), 1200, None, int),
        (InBaht(f.amount), 1050, None, Fraction),
    ],
)
def test_a_whole_number_is_an_int_and_any_other_a_fraction(formula: Expr, amount: Exact, more: Exact, kind: type) -> None:
    assert [type(value) for value in values(formula, table(amount=[amount], more=[more]))] == [kind]
    assert {type(number(value)) for value in (None, "", 5, True, Decimal(3), Fraction(4), dt.date(1900, 3, 1))} == {int}


def test_what_an_expression_looks_at() -> None:
    formula = when(f.key.is_(""), Total("others", "worth"), f.amount + law.rate)
    assert formula.needs("lines") == {("lines", "key"), ("others", "worth"), ("lines", "amount"), ("laws", "rate")}
    assert Binary("*", f.amount, expr(1)).needs("lines") == {("lines", "amount")}
