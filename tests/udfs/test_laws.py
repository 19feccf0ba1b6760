"""What must hold for any figures: laws, and references written another way."""

import datetime as dt
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from addin import udfs
from addin.udfs.arrears import FINE, INTEREST, PRINCIPAL
from addin.udfs.interest import DAILY, DECLINING, FLAT, METHODS, TIERED, YEARLY
from addin.udfs.rounding import DOWN, HALF_UP, UP
from tests.udfs.strategies import TEN_MILLION, dates, days, directions, law, money, months, rates, some_money, units

QUANTIZE = {DOWN: ROUND_DOWN, HALF_UP: ROUND_HALF_UP, UP: ROUND_UP}


def reference(amount: Decimal, unit: int, direction: str) -> int:
    """Round with the decimal module's own rounding."""
    return int((amount / unit).quantize(Decimal(1), QUANTIZE[direction])) * unit


@law
@given(amount=st.decimals(0, TEN_MILLION, places=5), unit=units, direction=directions)
def test_round_money_is_quantize(amount: Decimal, unit: int, direction: str) -> None:
    with localcontext(prec=80):
        assert udfs.round_money(amount, unit, direction) == reference(amount, unit, direction)


@law
@given(
    method=st.sampled_from(METHODS), principal=money, balance=money, rate=rates, months=months, days=days,
    unit=units, direction=directions, limit=money, above=rates,
)  # fmt: skip
def test_interest_due_is_the_decimal_reference(
    method: str, principal: int, balance: int, rate: Decimal, months: int, days: int, unit: int, direction: str, limit: int, above: Decimal
) -> None:
    with localcontext(prec=80):
        if method == DAILY:
            expected = reference(Decimal(balance) * rate * days / 365, unit, direction)
        elif method == YEARLY:
            expected = reference(Decimal(balance) * rate * months / 12, unit, direction)
        else:
            low = {DECLINING: balance, FLAT: principal, TIERED: min(balance, limit)}[method]
            high = balance - low if method == TIERED else 0
            expected = reference((low * rate + high * above) / 12, unit, direction) * months
    assert udfs.interest_due(method, principal, balance, rate, months, days, unit, direction, limit, above) == expected


GROWING = {"principal": some_money, "balance": some_money, "rate": rates, "months": months, "days": days, "tier_rate": rates}


@law
@given(
    terms=st.fixed_dictionaries(GROWING | {"method": st.sampled_from(METHODS), "unit": units, "direction": directions, "tier_limit": money}),
    grows=st.sampled_from(list(GROWING)),
    by=st.integers(0, 1_000_000),
)
def test_interest_never_falls_when_balance_rate_or_time_grows(terms: dict[str, Any], grows: str, by: int) -> None:
    more = Decimal(by) / 1_000_000 if "rate" in grows else by % 500 if grows in {"months", "days"} else by
    assert udfs.interest_due(**terms) <= udfs.interest_due(**(terms | {grows: terms[grows] + more}))


@law
@given(balance=money, rate=rates, parts=st.lists(days, min_size=1, max_size=6), unit=units, direction=directions)
def test_cutting_a_daily_period_moves_interest_by_at_most_one_unit_a_cut(balance: int, rate: Decimal, parts: list[int], unit: int, direction: str) -> None:
    whole = udfs.interest_daily(balance, rate, sum(parts), unit, direction)
    cut = sum(udfs.interest_daily(balance, rate, part, unit, direction) for part in parts)
    assert abs(whole - cut) <= unit * (len(parts) - 1)


@law
@given(balance=money, rate=rates, parts=st.lists(months, min_size=1, max_size=6), unit=units, direction=directions)
def test_cutting_months_moves_no_monthly_interest_and_a_lump_sum_by_at_most_one_unit_a_cut(
    balance: int, rate: Decimal, parts: list[int], unit: int, direction: str
) -> None:
    terms = unit, direction
    assert udfs.interest(balance, rate, sum(parts), *terms) == sum(udfs.interest(balance, rate, part, *terms) for part in parts)
    whole = udfs.interest_yearly(balance, rate, sum(parts), *terms)
    assert abs(whole - sum(udfs.interest_yearly(balance, rate, part, *terms) for part in parts)) <= unit * (len(parts) - 1)


@st.composite
def contracts(draw: st.DrawFn) -> tuple[int, int, int, int, dt.date]:
    """Draw terms whose instalment may be too small, just right or too large."""
    count = draw(st.integers(1, 36))
    instalment = draw(some_money)
    principal = draw(st.integers(1, min(TEN_MILLION, instalment * count * 2)))
    return principal, instalment, count, draw(st.sampled_from([1, 2, 3, 6, 12])), draw(dates)


@law
@given(contract=contracts())
def test_a_schedule_adds_up_to_the_loan_and_its_dates_rise(contract: tuple[int, int, int, int, dt.date]) -> None:
    lines = udfs.schedule(*contract)
    assert sum(line.principal for line in lines) == contract[0]
    assert all(line.principal > 0 for line in lines)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(before.due < after.due for before, after in pairwise(lines))
    assert all(line.principal == contract[1] for line in lines[:-1])


@law
@given(contract=contracts(), paid=money, wait=st.integers(-100, 3000))
def test_arrears_are_what_the_schedule_leaves_unpaid(contract: tuple[int, int, int, int, dt.date], paid: int, wait: int) -> None:
    on = contract[4] + dt.timedelta(wait)
    left = paid
    unpaid: list[tuple[int, dt.date]] = []
    for line in udfs.schedule(*contract):
        covered = min(left, line.principal)
        left -= covered
        if line.due <= on and covered < line.principal:
            unpaid.append((line.principal - covered, line.due))
    due = sum(line.principal for line in udfs.schedule(*contract) if line.due <= on)
    oldest = unpaid[0][1] if unpaid else None
    assert udfs.arrears(*contract, paid, on) == (sum(part for part, _ in unpaid), len(unpaid), oldest, (on - oldest).days if oldest else 0)
    assert udfs.principal_due(*contract, on) == due


@law
@given(contract=contracts(), paid=money, wait=st.integers(-100, 3000), more=st.integers(0, 500))
def test_arrears_never_fall_without_a_payment(contract: tuple[int, int, int, int, dt.date], paid: int, wait: int, more: int) -> None:
    on = contract[4] + dt.timedelta(wait)
    before = udfs.arrears(*contract, paid, on)
    after = udfs.arrears(*contract, paid, on + dt.timedelta(more))
    assert before.principal <= after.principal
    assert before.instalments <= after.instalments
    assert before.days <= after.days


@law
@given(contract=contracts(), before=money, now=money, late=st.integers(0, 20))
def test_lateness_is_counted_line_by_line(contract: tuple[int, int, int, int, dt.date], before: int, now: int, late: int) -> None:
    # on a due date of the contract, however late, each line is late by whole periods: no reading of "months" differs there
    lines = udfs.schedule(*contract)
    every, on = contract[3], udfs.add_months(contract[4], late * contract[3])
    expected = 0
    left, paying = before, now
    for line in lines:
        earlier = min(left, line.principal)
        left -= earlier
        part = min(paying, line.principal - earlier)
        paying -= part
        expected += part * max(0, late + 1 - line.number) * every
    assert udfs.overdue_months(*contract, before, now, on) == expected


@law
@given(paid=money, fine=money, interest=money, principal=money, order=st.permutations([FINE, INTEREST, PRINCIPAL]))
def test_a_split_adds_up_to_what_was_paid(paid: int, fine: int, interest: int, principal: int, order: list[str]) -> None:
    split = udfs.split_payment(paid, fine, interest, principal, order)
    assert sum(split) == paid
    assert split.fine <= fine
    assert split.interest <= interest
    assert split.principal <= principal
    assert not split.rest or split[:3] == (fine, interest, principal)
    due = {FINE: (split.fine, fine), INTEREST: (split.interest, interest), PRINCIPAL: (split.principal, principal)}
    assert all(due[first][0] == due[first][1] or due[then][0] == 0 for first, then in pairwise(order))


@law
@given(overdue=money, rate=rates, cap=money, unit=units, direction=directions)
def test_a_fine_never_passes_its_cap(overdue: int, rate: Decimal, cap: int, unit: int, direction: str) -> None:
    assert udfs.penalty(overdue, rate, cap, unit, direction) == min(cap, udfs.penalty(overdue, rate, None, unit, direction))


@law
@given(held=st.lists(st.fractions(0, 10_000, max_denominator=100), min_size=1, max_size=30), pot=money, unit=units)
def test_dividends_and_leftover_are_the_pot(held: list[Fraction], pot: int, unit: int) -> None:
    total = sum(held) + 1
    own = [*held, Fraction(1)]
    paid = [udfs.dividend(share, total, pot, unit) for share in own]
    leftover = pot - sum(paid)
    assert 0 <= leftover < len(own) * unit
    assert len(set(zip(own, paid, strict=True))) == len(set(own))
    assert sorted(paid) == [amount for _, amount in sorted(zip(own, paid, strict=True))]


@law
@given(pot=money, paid=st.lists(money, min_size=1, max_size=20), cap=st.none() | rates, unit=units)
def test_average_returns_never_pass_the_pot(pot: int, paid: list[int], cap: Decimal | None, unit: int) -> None:
    rate = udfs.average_return_rate(pot, sum(paid), cap)
    assert pot - sum(udfs.average_return(one, rate, unit) for one in paid) >= 0


weighed = st.lists(st.integers(0, 10_000), min_size=1, max_size=20).filter(any)


@law
@given(count=st.integers(0, TEN_MILLION // 500), weights=weighed, unit=units)
def test_largest_remainder_shares_the_whole_pot(count: int, weights: list[int], unit: int) -> None:
    amounts = udfs.largest_remainder(count * unit, weights, unit)
    assert sum(amounts) == count * unit
    for amount, weight in zip(amounts, weights, strict=True):
        assert abs(amount - Fraction(count * unit * weight, sum(weights))) < unit
        assert amount % unit == 0


@law
@given(pot=money, cuts=st.lists(st.integers(0, 10_000), max_size=8), unit=units)
def test_an_allocation_and_its_leftover_are_the_pot(pot: int, cuts: list[int], unit: int) -> None:
    marks = [0, *sorted(cuts), 10_000]
    percents = [Decimal(after - before) / 10_000 for before, after in pairwise(marks)]
    amounts, leftover = udfs.allocate(pot, percents, unit)
    assert sum(amounts) + leftover == pot
    assert 0 <= leftover < len(percents) * unit


@law
@given(start=dates, end=dates, count=st.integers(0, 1200))
def test_months_there_are_months_back(start: dt.date, end: dt.date, count: int) -> None:
    assert udfs.months_between(start, udfs.add_months(start, count)) == count
    between = udfs.months_between(start, end)
    if start <= end:
        assert udfs.add_months(start, between) <= end < udfs.add_months(start, between + 1)
    else:
        assert between == 0


@law
@given(opening=money, deposits=st.lists(money, max_size=12), withdrawn=money, share=some_money)
def test_share_months_are_the_sum_of_monthly_holdings(opening: int, deposits: list[int], withdrawn: int, share: int) -> None:
    # the other way of counting: what was held through each of the twelve months, one after another
    held = [opening + sum(deposits[:month]) for month in range(12)]
    assert udfs.share_months(opening, deposits, withdrawn, share) == max(Fraction(0), Fraction(sum(held) - withdrawn, share))


@law
@given(held=st.lists(st.fractions(0, 10_000, max_denominator=100) | st.integers(0, 10_000), max_size=30), pot=money, unit=units)
def test_dividends_of_a_column_are_those_of_its_rows(held: list[Fraction | int], pot: int, unit: int) -> None:
    amounts, leftover = udfs.dividends(held, pot, unit)
    assert amounts == [udfs.dividend(share, sum(held), pot, unit) for share in held]
    assert sum(amounts) + leftover == pot
    assert 0 <= leftover < len(held) * unit or not any(held)


@law
@given(rows=st.lists(st.tuples(money, months), max_size=20), rate=rates, unit=units, direction=directions)
def test_interest_of_a_column_is_that_of_its_rows(rows: list[tuple[int, int]], rate: Decimal, unit: int, direction: str) -> None:
    found = udfs.interests([balance for balance, _ in rows], rate, [count for _, count in rows], unit, direction)
    assert found == [udfs.interest(balance, rate, count, unit, direction) for balance, count in rows]


edges = st.lists(st.integers(1, 2000), min_size=1, max_size=6, unique=True).map(sorted)
debts = st.lists(st.tuples(money, st.none() | dates), max_size=30)


@law
@given(rows=debts, on=dates, edges=edges)
def test_age_classes_add_up_to_all_that_is_outstanding(rows: list[tuple[int, dt.date | None]], on: dt.date, edges: list[int]) -> None:
    amounts, due = [amount for amount, _ in rows], [day for _, day in rows]
    table = udfs.ageing_table(amounts, due, on, edges)
    assert sum(one.outstanding for one in table) == sum(amounts)
    assert sum(one.contracts for one in table) == sum(amount > 0 for amount in amounts)
    expected = dict.fromkeys((one.label for one in table), 0)
    for amount, day in rows:
        expected[udfs.ageing(max(0, (on - day).days) if day else 0, edges)] += amount
    assert {one.label: one.outstanding for one in table} == expected


@law
@given(outstanding=money, days=days, edges=edges, percents=st.lists(st.decimals(0, 1, places=4), min_size=7, max_size=7), unit=units)
def test_a_provision_is_the_allowance_at_the_rate_of_its_class(outstanding: int, days: int, edges: list[int], percents: list[Decimal], unit: int) -> None:
    rates = percents[: len(edges) + 2] + [Decimal(0)] * (len(edges) - 5)
    labels = [one.label for one in udfs.ageing_table([], [], dt.date(2024, 1, 1), edges)]
    rate = rates[labels.index(udfs.ageing(days, edges))]
    assert udfs.provision(outstanding, days, rates, edges, unit) == udfs.allowance(outstanding, rate, unit)


@law
@given(amount=money, rate=rates, whole=st.integers(0, 400), unit=units, direction=directions)
def test_money_is_a_plain_int(amount: int, rate: Decimal, whole: int, unit: int, direction: str) -> None:
    day, contract = dt.date(2024, 2, 29), (amount, 84000, 12, 1, dt.date(2023, 1, 31))
    found = [
        udfs.round_money(Fraction(amount, 7), unit, direction),
        *(udfs.interest_due(method, amount, amount, rate, whole, whole, unit, direction, amount // 2, rate) for method in METHODS),
        *(udfs.interest(amount, rate, whole), udfs.interest_flat(amount, rate, whole), udfs.interest_yearly(amount, rate, whole)),
        *(udfs.interest_daily(amount, rate, whole), udfs.interest_tiered(amount, amount // 2, rate, rate, whole)),
        *(udfs.penalty(amount, rate), udfs.penalty(amount, rate, whole, unit, direction), udfs.allowance(amount, rate, unit)),
        *udfs.split_payment(amount, whole, whole, whole),
        *(line.principal for line in udfs.schedule(*contract)),
        *(udfs.principal_due(*contract, day), udfs.arrears(*contract, whole, day).principal, udfs.overdue_months(*contract, whole, whole, day)),
        *(udfs.instalments_overdue(*contract, whole, day), udfs.days_overdue(*contract, whole, day), udfs.months_between(day, day)),
        *(udfs.dividend(whole, 400, amount, unit), udfs.average_return(amount, rate, unit), udfs.allocation_line(amount, rate, unit)),
        *(*udfs.allocate(amount, [Decimal("0.3"), Decimal("0.7")], unit).amounts, udfs.allocate(amount, [Decimal(1)], unit).leftover),
        *udfs.largest_remainder(amount * unit, [1, 2, 3], unit),
        *(*udfs.dividends([whole, Fraction(1, 3)], amount, unit).amounts, *udfs.interests([amount], rate, [whole], unit, direction)),
        *(udfs.ageing_balance([amount], [day], day, "0"), udfs.provision(amount, whole, [Decimal("0.5")] * 6, unit=unit)),
        *(udfs.charge_room(amount, whole, whole, rate), udfs.levy(whole, 0, amount), udfs.advance_limit(amount, rate, [whole], amount, unit, direction)),
        *(udfs.death_benefit(amount, [amount], rate, whole, [whole]), udfs.death_shortfall(amount, [amount], rate, whole, [whole])),
        *(*udfs.prove_money(*[amount] * 7), udfs.money_proof(*[amount] * 7), udfs.refinance_mortgage(amount, rate, rate, 84000, 12, whole)),
        *(*udfs.settle_by_savings(amount, whole), udfs.offset_savings(whole, amount)),
    ]
    assert {type(one) for one in found} == {int}
