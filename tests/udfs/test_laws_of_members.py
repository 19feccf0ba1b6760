"""What must hold for any figures: the club, the proof of money, comparisons, ceilings, words, dates, registers."""

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from addin import udfs
from addin.udfs.club import ADVANCE, DEBTS, FEE
from addin.udfs.errors import ImpossibleDate, UnclearYear, UnreadableDate
from tests.udfs.strategies import TEN_MILLION, dates, directions, law, money, rates, some_money, units


@law
@given(
    collections=st.lists(money, max_size=6), rate=st.decimals(0, 1, places=4), advance=money, debts=st.lists(money, max_size=4),
    order=st.permutations([FEE, ADVANCE, DEBTS]), unit=units, direction=directions,
)  # fmt: skip
def test_the_waterfall_adds_up_to_what_was_collected(
    collections: list[int], rate: Decimal, advance: int, debts: list[int], order: list[str], unit: int, direction: str
) -> None:
    found = udfs.death_waterfall(sum(collections) + 7, collections, rate, advance, debts, " ".join(order), unit, direction)
    assert found.fee + found.advance + sum(found.debts) + found.family == found.collected == sum(collections)
    assert found.owing == 7
    assert [payout.fee + payout.advance + sum(payout.debts) + payout.family for payout in found.payouts] == collections
    assert min((part for payout in found.payouts for part in (payout.fee, payout.advance, *payout.debts, payout.family)), default=0) >= 0
    due = udfs.round_money(sum(collections) * Fraction(rate), unit, direction)
    assert found.fee <= due
    assert found.advance <= advance
    assert all(paid <= debt for paid, debt in zip(found.debts, debts, strict=True))
    assert found.shortfall == due + advance + sum(debts) - found.fee - found.advance - sum(found.debts)
    asked = {FEE: (found.fee, due), ADVANCE: (found.advance, advance), DEBTS: (sum(found.debts), sum(debts))}
    if len(collections) == 1:
        assert all(asked[first][0] == asked[first][1] or asked[then][0] == 0 for first, then in pairwise(order))
        assert not found.family or not found.shortfall


@law
@given(parts=st.lists(st.integers(0, TEN_MILLION), min_size=1, max_size=5), rate=st.decimals(0, 1, places=4), advance=money)
def test_collecting_in_parts_brings_the_family_no_less(parts: list[int], rate: Decimal, advance: int) -> None:
    at_once = udfs.death_benefit(sum(parts), [sum(parts)], rate, advance)
    in_parts = udfs.death_benefit(sum(parts), parts, rate, advance)
    assert 0 <= in_parts - at_once < 100  # less than the unit of the fee, which may rise by a baht for a satang collected


@law
@given(sides=st.lists(money, min_size=7, max_size=7))
def test_both_sides_of_the_money_proof_are_equal(sides: list[int]) -> None:
    found = udfs.prove_money(*sides)
    assert sum(sides[:3]) == found.must_have == found.found + found.losses + found.not_found
    assert found.missing == found.losses + found.not_found
    assert udfs.money_proof(*sides) == found.not_found


@law
@given(rate=st.decimals(0, 5, places=4), count=st.integers(1, 120))
def test_the_effective_rate_repays_the_flat_loan(rate: Decimal, count: int) -> None:
    found = udfs.effective_rate(rate, count)
    assert rate <= found <= 2 * rate
    payment = (1 + Fraction(rate) * count / 12) / count

    def left(yearly: Fraction) -> Fraction:
        balance = Fraction(1)
        for _ in range(count):
            balance = balance * (1 + yearly / 12) - payment
        return balance

    half = Fraction(1, 2_000_000)
    assert left(max(Fraction(0), Fraction(found) - half)) <= 0 < left(Fraction(found) + half) or not found


@law
@given(principal=money, outside=rates, rate=rates, instalment=some_money, count=st.integers(1, 60), costs=money)
def test_redeeming_land_costs_what_its_parts_cost(principal: int, outside: Decimal, rate: Decimal, instalment: int, count: int, costs: int) -> None:
    found = udfs.compare_mortgage(principal, outside, rate, instalment, count, costs)
    assert found.saving == found.outside - found.inside - found.costs
    months = len(udfs.schedule(principal, instalment, count, 1, dt.date(2024, 1, 31))) if principal else 0
    assert found.outside == udfs.interest_yearly(principal, outside, months)
    assert found.inside <= udfs.interest_flat(principal, rate, months)


@law
@given(savings=money, principal=money, interest=money, fine=money)
def test_savings_and_debt_are_cleared_whole_or_left_alone(savings: int, principal: int, interest: int, fine: int) -> None:
    found = udfs.settle_by_savings(savings, principal, interest, fine)
    assert found.taken + found.savings_left == savings
    assert found.taken in (0, principal + interest + fine)
    assert found.lacking == max(0, principal + interest + fine - savings)


@law
@given(principal=some_money, length=st.integers(1, 4000), charged=money, ceiling=rates)
def test_the_room_below_a_ceiling_is_all_there_is_of_it(principal: int, length: int, charged: int, ceiling: Decimal) -> None:
    room = udfs.charge_room(principal, length, charged, ceiling)
    if room:
        assert udfs.yearly_charge(charged + room, principal, length) <= ceiling
    assert udfs.yearly_charge(charged + room + 1, principal, length) > ceiling


SPOKEN = {word: number for number, word in enumerate(("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"))} | {"เอ็ด": 1, "ยี่": 2}
PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}


def heard(words: str) -> int:
    """Understand a number that is read aloud, the other way round from how it is spelt."""
    total, digit = 0, 0
    for word in re.findall("|".join([*SPOKEN, *PLACES, "ล้าน"]), words):
        if word in SPOKEN:
            digit = SPOKEN[word]
        elif word == "ล้าน":
            total, digit = (total + digit) * 1_000_000, 0
        else:
            total, digit = total + (digit or 1) * PLACES[word], 0
    return total + digit


@law
@given(amount=st.integers(-(10**18), 10**18) | st.integers(-200, 200_00))
def test_an_amount_in_words_is_heard_as_it_was(amount: int) -> None:
    words = udfs.baht_text(amount)
    assert words.startswith("ลบ") == (amount < 0)
    baht, _, satang = words.removeprefix("ลบ").rpartition("บาท")
    assert heard(baht) * 100 + (0 if satang == "ถ้วน" else heard(satang)) == abs(amount)
    assert "หนึ่งสิบ" not in words
    assert "สองสิบ" not in words


@law
@given(day=st.dates(dt.date(1857, 4, 1), dt.date(2256, 12, 31)), form=st.sampled_from(["สั้น", "ยาว"]), thai=st.booleans())
def test_a_date_written_is_read_as_it_was(day: dt.date, form: str, thai: bool) -> None:
    written = udfs.be_date(day, form)
    if thai:
        written = written.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert udfs.thai_date(written, "พ.ศ.") == day
    assert udfs.read_thai_date(written).certain == (day >= dt.date(1940, 4, 1) or day.month > 3)


@law
@given(text=st.text() | st.from_regex(r"[0-9๐-๙]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}", fullmatch=True), era=st.sampled_from(["", "พ.ศ.", "ค.ศ."]))
def test_any_text_is_read_or_refused_by_name(text: str, era: str) -> None:
    try:
        read = udfs.read_thai_date(text, era)
    except (UnreadableDate, ImpossibleDate, UnclearYear):
        return
    assert type(read.day) is dt.date
    assert read.how


@law
@given(twelve=st.integers(0, 10**12 - 1))
def test_one_last_digit_of_ten_fits_and_which_single_slips_go_unseen(twelve: int) -> None:
    fitting = [f"{twelve:012d}{last}" for last in range(10) if udfs.thai_id_ok(f"{twelve:012d}{last}")]
    assert len(fitting) == 1
    place, other = twelve % 12, (int(fitting[0][twelve % 12]) + 1) % 10
    slipped = fitting[0][:place] + str(other) + fitting[0][place + 1 :]
    # the third digit weighs eleven, so nothing modulo 11; and the rests 0 and 10 share the last digit 1
    assert udfs.thai_id_ok(slipped) == (place == 2 or {rest(slipped), rest(fitting[0])} == {0, 10})


def rest(number: str) -> int:
    """Give the weighted sum of twelve digits, modulo 11."""
    return sum(int(digit) * weight for digit, weight in zip(number, range(13, 1, -1), strict=False)) % 11


@law
@given(rows=st.lists(st.tuples(dates, st.none() | st.integers(0, 9000)), max_size=30), on=dates)
def test_headcount_is_who_was_there(rows: list[tuple[dt.date, int | None]], on: dt.date) -> None:
    left = [None if stay is None else joined + dt.timedelta(stay) for joined, stay in rows]
    expected = sum(joined <= on for joined, _ in rows) - sum(gone < on for gone in left if gone is not None)
    assert udfs.headcount([joined for joined, _ in rows], left, on) == expected


@law
@given(first=st.integers(1, 60), size=st.integers(0, 60), used=st.lists(st.none() | st.integers(0, 130), max_size=80))
def test_receipts_used_and_missing_are_the_book(first: int, size: int, used: list[int | None]) -> None:
    last = first + size
    missing, repeated, outside = udfs.numbering(first, last, used)
    gaps = [number for begin, end in missing for number in range(begin, end + 1)]
    there = {number for number in used if number}
    assert sorted([*gaps, *(number for number in there if first <= number <= last)]) == list(range(first, last + 1))
    assert outside == sorted(number for number in there if not first <= number <= last)
    assert repeated == sorted(number for number in there if used.count(number) > 1)
    assert all(end + 1 < begin for (_, end), (begin, _) in pairwise(missing))


@law
@given(population=st.integers(1, 3000), wrong=st.integers(1, 3000), probability=st.decimals(0, 1, places=3))
def test_the_sample_is_large_enough_and_no_larger(population: int, wrong: int, probability: Decimal) -> None:
    wrong = min(wrong, population)
    size = udfs.sample_size(population, wrong, probability)
    assert udfs.sample_chance(population, wrong, size) >= probability
    assert size == 0 or udfs.sample_chance(population, wrong, size - 1) < probability
