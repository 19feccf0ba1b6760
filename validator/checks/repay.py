"""REPAY: what is receipted and reaches the cash and bank book, and how a repayment is split."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from addin.udfs import interest_due
from addin.udfs.rounding import DIRECTIONS
from templates.books.words import FINE, INTEREST, PRINCIPAL, RECEIVE
from templates.read import ReadBook
from validator.causes import DAY_LATE, TWICE, Cause, agreed, of_figure, of_sum, opposites
from validator.evidence import about, baht, caused, in_column, thai_day, tie
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.postings import CASH, CASH_BOOK, NO_BANK, RECEIPTS, REPAYMENTS, Line, Move, lines, moves, repayments
from validator.recompute import recomputed
from validator.registry import check, upstream

CLEARING = 3
"""A transfer may stand in the bank's book so many days after its receipt."""
HUNDRED_BAHT = 10_000
Day = tuple[dt.date, str]
"""A day, and where the money lies: cash, bank1 …"""


@check("REPAY-01", Severity.ERROR, needs=(*RECEIPTS, *CASH_BOOK), masked_by=upstream("REPAY-01"), over="receipts")
def receipt_to_cash(book: ReadBook) -> Iterator[Finding]:
    """What a day's receipts say came in is what the cash and bank book took in that day, cash and each bank for itself.

    Why: it shows that all money received is in the book. 6,400.00 receipted on the 5th, 5,900.00 in the cash book. A transfer
    may reach the bank up to three days later.
    """
    said: dict[Day, list[Line]] = defaultdict(list)
    for line in lines(book):
        if line.money == NO_BANK:
            yield _to_no_bank(book, line)
        elif line.money:
            said[line.date, line.money].append(line)
    taken: dict[Day, list[Move]] = defaultdict(list)
    for move in moves(book):
        for money in move.ins if move.from_receipts else ():
            taken[move.date, money].append(move)
        if move.from_receipts and not move.ins:
            taken[move.date, CASH].append(move)
    gaps = {day: _taken(taken.get(day, []), day[1]) - sum(line.amount for line in said.get(day, [])) for day in sorted({*said, *taken})}
    gaps = {day: gap for day, gap in gaps.items() if gap}
    for over, under in _moved_days(gaps):
        gap = gaps.pop(over)
        del gaps[under]
        if under[1] == CASH:
            yield caused(_of_day(book, under, -gap, said, taken), Cause(DAY_LATE)).with_cells(*_cells(book, over, said, taken))
    for day, gap in gaps.items():
        yield _with_cause(book, day, gap, said, taken)


def _to_no_bank(book: ReadBook, line: Line) -> Finding:
    rows = book.tables["receipts"]
    told = {"receipt": line.receipt, "day": thai_day(line.date), "money": rows.table.columns["bank"].th, "receipts": 1}
    cells, spots = [rows.where("amount", line.row), rows.where("bank", line.row)], (Spot("receipts", "bank"), Spot("receipts", "amount"))
    return tie(f"{line.receipt} bank", 0, line.amount, cells, spots, told=told, variant="bank", about=frozenset({line.member}))


def _taken(rows: list[Move], money: str) -> int:
    return sum(move.ins.get(money, 0) for move in rows)


def _moved_days(gaps: dict[Day, int]) -> list[tuple[Day, Day]]:
    """Pair days in one place of money where the one has too much what the other, a few days away, lacks."""
    pairs = []
    for money in {money for _, money in gaps}:
        of_money = [(day, gap) for day, gap in gaps.items() if day[1] == money]
        pairs += [(over, under) for over, under in opposites(of_money) if abs((over[0] - under[0]).days) <= CLEARING]
    return pairs


def _cells(book: ReadBook, day: Day, said: dict[Day, list[Line]], taken: dict[Day, list[Move]]) -> list[str]:
    cash, receipts = book.tables["cash"], book.tables["receipts"]
    here = [cash.where(f"{day[1]}_in", move.row) for move in taken.get(day, [])]
    return here + [receipts.where("amount", line.row) for line in said.get(day, [])[:1]]


def _of_day(book: ReadBook, day: Day, gap: int, said: dict[Day, list[Line]], taken: dict[Day, list[Move]]) -> Finding:
    """Give the finding of one day and place of money."""
    found, cash = _taken(taken.get(day, []), day[1]), book.tables["cash"]
    where = cash.table.columns[f"{day[1]}_in"].th
    told = {"day": thai_day(day[0]), "money": where, "receipts": len({line.receipt for line in said.get(day, [])})}
    spots = (Spot("cash", f"{day[1]}_in"), Spot("receipts", "amount"))
    typed = [cash.where(f"{day[1]}_in", move.row) for move in moves(book) if move.date == day[0] and move.kind == RECEIVE and move.ins.get(day[1]) == -gap]
    variant = "" if day in taken else "no row"
    return tie(f"{day[0].isoformat()}/{day[1]}", found, found - gap, [*_cells(book, day, said, taken), *typed], spots, told=told, variant=variant)


def _with_cause(book: ReadBook, day: Day, gap: int, said: dict[Day, list[Line]], taken: dict[Day, list[Move]]) -> Finding:
    """Look for what explains a day's gap: a row written twice, a date a day off, one receipt's figure."""
    finding, cash, receipts = _of_day(book, day, gap, said, taken), book.tables["cash"], book.tables["receipts"]
    doubled = [move.row for move in taken.get(day, []) if move.ins.get(day[1]) == gap] if len(taken.get(day, [])) > 1 else []
    if doubled:
        return caused(finding, Cause(TWICE, (doubled[-1],)), in_column(cash, "date"))
    empty = [move.row for move in moves(book) if move.from_receipts and not move.net and _neighbours(move.date, day[0]) and (move.date, day[1]) not in said]
    if day not in taken and len(empty) == 1:
        return caused(finding, Cause(DAY_LATE, tuple(empty)), in_column(cash, "date"))
    alone = {line.receipt for line in said.get(day, [])}
    if day not in taken and len(alone) == 1 and _beside_other_day(book, said[day][0]):
        return caused(finding, Cause(DAY_LATE, tuple(line.row for line in said[day])), in_column(receipts, "date"))
    whole: dict[str, list[Line]] = defaultdict(list)
    for line in said.get(day, []):
        whole[line.receipt].append(line)
    by_receipt = [(group[0].row, sum(line.amount for line in group)) for group in whole.values()]
    cause = of_sum(gap, by_receipt) or of_sum(gap, [(line.row, line.amount) for line in said.get(day, [])])
    found = _taken(taken.get(day, []), day[1])
    return caused(finding, agreed(of_figure(found, found - gap), cause), in_column(receipts, "amount"))


def _neighbours(one: dt.date, other: dt.date) -> bool:
    return 0 < abs((one - other).days) <= CLEARING


def _beside_other_day(book: ReadBook, line: Line) -> bool:
    """Tell whether the receipts before or after this one in its book are of a neighbouring day."""
    beside = {(line.book, line.number - 1), (line.book, line.number + 1)}
    return any((each.book, each.number) in beside and _neighbours(each.date, line.date) for each in lines(book))


@dataclass(frozen=True)
class Charge:
    """The interest of one repayment: what was receipted and what the by-laws give; rows of the receipts and of the cards."""

    key: tuple[str, str]
    card: int
    lines: list[Line]
    interest: int
    due: int
    principal: int
    fine: int
    fine_due: int

    @property
    def gap(self) -> int:
        return self.interest - self.due

    @property
    def lacks_fine(self) -> bool:
        """Whether what the fine lacks stands with the interest."""
        return self.fine != self.fine_due and self.fine + self.gap == self.fine_due


INTEREST_NEEDS = (*REPAYMENTS, "receipts.months", "cards.contract", "cards.receipt", "cards.before", "cards.interest_due", "loans.method", "loans.rate")


def _charges(book: ReadBook) -> list[Charge]:
    """Give every repayment whose interest can be computed."""
    cards, due, fines = book.tables["cards"], recomputed(book, "cards", "interest_due"), recomputed(book, "cards", "fine_due")
    said, found = repayments(book), []
    for card in cards.used:
        key, expected = (str(cards.columns["receipt"][card]), str(cards.columns["contract"][card])), due[card]
        group = sorted(said.get(key[1], {}).get(key[0], []), key=lambda line: line.register != INTEREST)
        if group and isinstance(expected, (int, Fraction)):
            interest, principal, fine = (sum(line.amount for line in group if line.register == register) for register in (INTEREST, PRINCIPAL, FINE))
            carded = cards.money("interest", card)  # in a book of values the card may have it otherwise than the receipt
            charged, fine_due = interest if carded == int(expected) else carded, fines[card]
            fine_due = int(fine_due) if isinstance(fine_due, (int, Fraction)) else fine
            found.append(Charge(key, card, group, charged, int(expected), principal, fine, fine_due))
    return found


def _order(book: ReadBook) -> list[str]:
    return str(book.rule("split_order") or "").split()


def _is_usual(book: ReadBook, charge: Charge, principal: int) -> bool:
    """Tell whether an amount of principal is one people bring: nothing, instalments, whole hundreds, or all that is left."""
    cards = book.tables["cards"]
    instalment, before = cards.money("instalment", charge.card), cards.money("before", charge.card)
    return principal in (0, before) or (principal > 0 and (principal % HUNDRED_BAHT == 0 or (bool(instalment) and principal % instalment == 0)))


def _is_split(book: ReadBook, charge: Charge) -> bool:
    """Tell whether the likelier slip is the split: a round sum was brought, or the principal is one nobody brings and with the interest due it would be."""
    if (charge.interest + charge.principal) % HUNDRED_BAHT == 0 and charge.due % HUNDRED_BAHT:
        return True
    if charge.lacks_fine:
        return True
    usual, mended = _is_usual(book, charge, charge.principal), _is_usual(book, charge, charge.principal + charge.gap)
    return (not usual and mended) or (not usual and not mended and -charge.principal <= charge.gap < 0)


def _interest_waits(book: ReadBook) -> bool:
    """Tell whether the by-laws take principal first, so that interest may stay unpaid."""
    order = _order(book)
    return PRINCIPAL in order and order.index(PRINCIPAL) < order.index(INTEREST)


@check("REPAY-02", Severity.ERROR, needs=(*INTEREST_NEEDS, "rules.split_order"), masked_by=upstream("REPAY-02"), over="cards")
def split_correct(book: ReadBook) -> Iterator[Finding]:
    """A repayment is split in the by-laws' order: where interest comes first, only what is left after it is principal.

    Why: a wrong split overstates profit, and the dividend with it. 1,500.00 paid with 240.00 interest due is 1,260.00 of
    principal, not 1,400.00.
    """
    if not _order(book):
        raise NotRun("ยังไม่ได้กรอกลำดับตัดยอดชำระในแผ่นระเบียบ")
    if not repayments(book):
        raise NotApplicable("ปีนี้ไม่มีการชำระหนี้")
    for charge in _charges(book):
        if charge.gap and _is_split(book, charge) and not (charge.gap < 0 and _interest_waits(book)):
            total = charge.interest + charge.principal
            told = {"total": baht(total), "principal": baht(charge.principal), "right": baht(charge.principal + charge.gap)}
            told |= {"fine": baht(charge.fine), "fine_due": baht(charge.fine_due)}
            finding = _of_charge(book, charge, told)
            yield replace(finding, variant="fine") if charge.lacks_fine else finding


def _of_charge(book: ReadBook, charge: Charge, told: dict[str, str]) -> Finding:
    """Give the finding on a repayment's interest: the receipt's line first, then the card."""
    cards, receipts = book.tables["cards"], book.tables["receipts"]
    split = [line for line in charge.lines if line.register in (INTEREST, PRINCIPAL)] or charge.lines
    cells = [*(receipts.where("amount", line.row) for line in split), *(cards.where(name, charge.card) for name in ("interest", "interest_due", "months"))]
    spots = (Spot("receipts", "amount"), Spot("cards", "interest"))
    shown = {"receipt": charge.key[0], "contract": charge.key[1], "before": baht(cards.money("before", charge.card))}
    people = about(cards, charge.card)
    return tie(f"{charge.key[0]}/{charge.key[1]}", charge.interest, charge.due, cells, spots, told=shown | told, about=people)


@check("REPAY-03", Severity.ERROR, needs=INTEREST_NEEDS, masked_by=upstream("REPAY-03"), over="cards")
def interest_recalc(book: ReadBook) -> Iterator[Finding]:
    """Interest paid is what the contract and the by-laws give, to the satang.

    Why: fairness to the borrower and to those whose savings are lent. 10,000.00 × 12 % × 92 ÷ 365 = 302.46 rounded down; the
    book has 310.00. Where every repayment fits another way of rounding, that is one advice, not many errors.
    """
    if not repayments(book):
        raise NotApplicable("ปีนี้ไม่มีการชำระหนี้")
    charges = _charges(book)
    apart = [charge for charge in charges if charge.gap and not (charge.gap < 0 and _interest_waits(book))]
    custom = _custom(book, charges) if len(apart) > MANY else ""
    if custom:
        first = _of_charge(book, apart[0], {"way": custom})
        yield replace(first, key="way", severity=Severity.ADVICE, variant="way", difference=None, about=frozenset(), told=(*first.told, ("n", len(apart))))
        return
    whole = _whole_contracts(apart)
    for contract in whole:
        of_it, all_of = ([charge for charge in each if charge.key[1] == contract and (charge.interest or charge.due)] for each in (apart, charges))
        yield _of_contract(book, of_it, whole=len(of_it) == len(all_of))
    for charge in apart:
        if charge.key[1] in whole or (_order(book) and _is_split(book, charge)):
            continue  # told of the contract, or REPAY-02's
        months = sum(line.months for line in charge.lines)
        finding = _of_charge(book, charge, {"months": str(months), "rate": _rate_said(book, charge)})
        yield caused(replace(finding, variant="" if months or charge.interest == 0 else "months"), of_figure(charge.interest, charge.due))


MANY = 2
"""More repayments apart than this are looked at together: another way of rounding, or a contract whose terms are off."""


def _whole_contracts(apart: list[Charge]) -> list[str]:
    """Give the contracts with many repayments apart, each once: one slip in their terms, or in what was repaid before, is the likelier."""
    apart_of = Counter(charge.key[1] for charge in apart if charge.interest or charge.due)
    return [contract for contract, count in apart_of.items() if count > MANY]


def _of_contract(book: ReadBook, apart: list[Charge], *, whole: bool) -> Finding:
    """Give one finding on a contract: all that was paid against all that its terms give; ``whole`` when no repayment of it agrees."""
    loans, first, contract = book.tables["loans"], apart[0], apart[0].key[1]
    at = next((index for index in loans.used if loans.columns["number"][index] == contract), 0)
    paid = [book.tables["receipts"].where("amount", charge.lines[0].row) for charge in apart[:MANY]]
    terms = [loans.where(name, at) for name in ("rate", "method", "principal")]
    cells = [*terms, *paid] if whole else [paid[0], book.tables["cards"].where("before", first.card), *paid[1:]]
    told = {"contract": contract, "n": str(len(apart)), "rate": _rate_said(book, first), "receipt": first.key[0]}
    found, expected = sum(charge.interest for charge in apart), sum(charge.due for charge in apart)
    spots, people = (Spot("loans", "rate"), Spot("receipts", "amount")), about(loans, at)
    return tie(contract, found, expected, cells, spots, told=told, about=people, variant="contract" if whole else "since")


def _rate_said(book: ReadBook, charge: Charge) -> str:
    rate = book.tables["cards"].columns["rate"][charge.card]
    return f"{float(rate) * 100:g}%" if isinstance(rate, (int, Decimal, Fraction)) else ""


def _custom(book: ReadBook, charges: list[Charge]) -> str:
    """Give the other way of rounding that every repayment fits, in words; nothing where none does."""
    cards = book.tables["cards"]
    names = ("method", "lent", "before", "rate", "months", "days")
    for unit in (100, 1, 25):
        for direction in DIRECTIONS:
            if all(_due(book, [cards.columns[name][charge.card] for name in names], unit, direction) == charge.interest for charge in charges):
                return f"{direction}เป็นหน่วย {baht(unit)} บาท"
    return ""


def _due(book: ReadBook, terms: list[object], unit: int, direction: str) -> int | None:
    method, *numbers = terms
    lent, before, rate, months, days = (number or 0 for number in numbers)
    tiers = book.rule("tier_limit") or 0, book.rule("tier_rate") or Decimal(0)
    try:
        return interest_due(method, lent, before, rate, months, days, unit, direction, *tiers)  # type: ignore[arg-type] # a wrong one is refused
    except (ValueError, TypeError):
        return None
