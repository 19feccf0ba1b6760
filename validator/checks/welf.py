"""WELF: a funeral welfare club: what a death calls for, what reaches the family, who has a right, who receives."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from templates.books import club_words as words
from templates.books.words import ACTIVE, DEAD
from templates.read import ReadBook
from validator.causes import agreed, of_figure, of_typed
from validator.evidence import at_cell, baht, caused, in_column, shown, thai_day, tie
from validator.levies import (
    DEATHS,
    MEMBERS,
    ROUNDS,
    UNPAID,
    Case,
    Round,
    by_number,
    called,
    cases,
    collected,
    expected_of,
    fee_on,
    members_on,
    named,
    rounds,
    waived,
)
from validator.outcome import Finding, NotApplicable, Severity, Spot
from validator.parts import typed_over
from validator.postings import CASH_BOOK, moves
from validator.registry import READING, check, upstream

LEVIES = (
    *MEMBERS,
    *DEATHS,
    "rules.death_rate",
    "rules.dead_pays",
    "rules.waiting_ordinary",
    "rules.waiting_accident",
    "dated_rules.since",
    "dated_rules.value",
)
SHARES_OF_ALL = 1


def _deaths(book: ReadBook) -> tuple[Case, ...]:
    """Give the deaths; a club in whose year nobody died has nothing to look at."""
    if not cases(book):
        raise NotApplicable("ยังไม่มีสมาชิกเสียชีวิตในสมุดนี้")
    return cases(book)


@check(
    "WELF-01", Severity.ERROR, needs=(*LEVIES, *ROUNDS, *UNPAID, *CASH_BOOK, "deaths.called", "deaths.collected", "deaths.owing", "collection.called"),
    masked_by=upstream("WELF-01"), over="deaths",
)  # fmt: skip
def levy_equation(book: ReadBook) -> Iterator[Finding]:
    """A death calls for the members of its day times the levy, and what was brought with what is named as unpaid is what was called.

    Why: the whole club rests on this equation. That day 1,235 are members, the deceased does not pay: 1,234 × 50.00 = 61,700.00.
    """
    apart = [finding for case in _deaths(book) for finding in _called(book, case)]
    apart += [finding for each in rounds(book) for finding in _brought(book, each)]
    apart += list(_handed_over(book))
    yield from apart
    if not apart:
        yield from typed_over(book, "deaths", "headcount", "payers", "collected", "waived", "owing")
        yield from typed_over(book, "collection", "people", "called", "named", "difference", "remitted", "held")
        yield from typed_over(book, "unpaid", "amount", "owing")
        yield from typed_over(book, "dues", "called", "paid", "waived", "owing", "prepaid")


def _called(book: ReadBook, case: Case) -> Iterator[Finding]:
    rows, expected = book.tables["deaths"], called(book, case)
    found = rows.money("called", case.row)
    if found == expected:
        return
    told = {"death": case.number, "day": thai_day(case.date), "people": f"{len(members_on(book, case.date)):,}", "payers": f"{len(case.payers):,}"}
    told |= {"rate": baht(case.levy), "off": f"{abs(found - expected) // case.levy:,}" if case.levy and not (found - expected) % case.levy else ""}
    cells = [rows.where(name, case.row) for name in ("called", "headcount", "payers", "rate")]
    variant = "carried" if case.carried else ""
    finding = tie(case.number, found, expected, cells, (Spot("deaths", "called"), Spot("deaths", "payers")), told=told, variant=variant)
    yield caused(finding, of_figure(found, expected))


def _brought(book: ReadBook, each: Round) -> Iterator[Finding]:
    """Hold what a round brought against who should have paid, and who is named as not having paid."""
    expected = expected_of(book, each)
    if expected is None or each.amount == expected:
        return
    rows, people, first = book.tables["collection"], book.tables["unpaid"], each.kind == words.FIRST_ROUND
    in_village = [who.id for who in by_number(book)[each.death].payers if who.village == each.village]
    listed = [who for who in named(book) if (who.death == each.death and who.member in in_village if first else who.round == each.number)]
    due = in_village if first else listed
    cells = [rows.where("collected", each.row), rows.where("difference", each.row), *(people.where("member", who.row) for who in listed)]
    told = {"round": each.number, "village": each.village, "people": f"{len(due):,}", "named": len(listed) if first else 0}
    finding = tie(
        each.number,
        each.amount,
        expected,
        cells,
        (Spot("collection", "collected"), Spot("deaths", "collected")),
        told=told,
        variant="round" if each.amount < expected else "more",
    )
    yield caused(finding, of_figure(each.amount, expected))


def _handed_over(book: ReadBook) -> Iterator[Finding]:
    """Give what was handed over without saying for which round: the collector would seem to hold it still."""
    cash = book.tables["cash"]
    for move in moves(book):
        if move.register == words.REMITTANCE and not move.reference and move.net:
            told = {"day": thai_day(move.date), "gap": baht(move.net), "row": cash.place.first + move.row}
            cells = [cash.where("reference", move.row), *(cash.where(f"{place}_in", move.row) for place in move.ins)]
            spots = (Spot("cash", "reference"), Spot("collection", "remitted"))
            key = f"remitted {move.voucher or move.date.isoformat()}"
            yield Finding(key, tuple(cells), spots, found="ว่าง", expected="รอบเก็บที่", difference=-move.net, variant="handed", told=tuple(told.items()))


@check(
    "WELF-02", Severity.ERROR,
    needs=(
        *LEVIES, *ROUNDS, *CASH_BOOK, "death_debts.principal", "death_debts.interest", "deaths.fee", "deaths.advance", "deaths.debts", "deaths.net",
        "deaths.paid", "deaths.shortfall", "deaths.to_pay", "rules.fee_rate", "rules.fee_unit", "rules.fee_direction",
    ),
    masked_by=upstream("WELF-02"), over="deaths",
)  # fmt: skip
def payout_equation(book: ReadBook) -> Iterator[Finding]:
    """The family's money is what was collected, less fee, advance and debts; nobody took more than that.

    Why: a grieving family is owed an exact slip. Collected 61,700.00, advance 20,000.00, debt 18,540.00: 23,160.00 for the family.
    Money collected later is paid as a second payment.
    """
    apart = [finding for case in _deaths(book) for finding in _waterfall(book, case)]
    yield from apart
    if not apart:
        yield from typed_over(book, "deaths", "covered", "settled", "fee_moved", "paid", "to_pay", "payable")
        yield from typed_over(book, "death_debts", "total")
        yield from typed_over(book, "beneficiaries", "share")


def _waterfall(book: ReadBook, case: Case) -> Iterator[Finding]:
    """Hold the deductions of one death against what was typed, then what was paid against what was due."""
    rows, parts = book.tables["deaths"], _parts(book, case)
    net = max(0, parts["collected"] - parts["fee"] - parts["advance"] - parts["debts"])
    told = {name: baht(amount) for name, amount in parts.items()} | {"death": case.number, "net": baht(net)}
    expected = {**{name: parts[name] for name in ("fee", "advance", "debts")}, "net": net}
    expected["shortfall"] = max(0, parts["fee"] + parts["advance"] + parts["debts"] - parts["collected"])
    off = [name for name, amount in expected.items() if rows.money(name, case.row) != amount]
    if off:
        name = "net" if "net" in off else off[0]
        cells = [rows.where(each, case.row) for each in dict.fromkeys((name, *off, "collected"))]
        told_as = told | {"heading": rows.table.columns[name].th}
        found = rows.money(name, case.row)
        finding = tie(case.number, found, expected[name], cells, tuple(Spot("deaths", each) for each in off), told=told_as)
        yield caused(finding, of_figure(found, expected[name]))
    brought = parts["collected"] + sum(max(0, (expected_of(book, each) or 0) - each.amount) for each in rounds(book) if each.death == case.number)
    fee = fee_on(book, brought)  # a round entered with too little is WELF-01's, and no reason to ask the family
    limits = (
        ("paid", words.FAMILY, max(0, brought - fee - parts["advance"] - parts["debts"])),
        ("fee_moved", words.FEE, fee),
        ("settled", words.DEBT, parts["debts"]),
    )
    for name, register, most in limits:
        done = parts[name]
        if done > most:
            yield _too_much(book, case, register, name, done, most, told)


def _parts(book: ReadBook, case: Case) -> dict[str, int]:
    """Add up a death from what was typed: rounds, rows of the cash and bank book, debts."""
    brought, debts, earlier = collected(book, case), book.tables["death_debts"], book.tables["opening_deaths"]
    done: dict[str, int] = defaultdict(int)
    for move in moves(book):
        if move.reference == case.number and move.register in words.OF_A_DEATH:
            done[move.register] += sum(move.outs.values())
    carried = [index for index in earlier.used if earlier.columns["death"][index] == case.number]
    for name, register in (("advance", words.ADVANCE), ("debts", words.DEBT), ("fee", words.FEE), ("paid", words.FAMILY)):
        done[register] += sum(earlier.money(name, index) for index in carried)
    owed = sum(debts.money("principal", index) + debts.money("interest", index) for index in debts.used if debts.columns["death"][index] == case.number)
    return {
        "collected": brought, "fee": fee_on(book, brought), "advance": done[words.ADVANCE], "debts": owed, "paid": done[words.FAMILY],
        "fee_moved": done[words.FEE], "settled": done[words.DEBT],
    }  # fmt: skip


def _too_much(book: ReadBook, case: Case, register: str, name: str, done: int, most: int, told: dict[str, str]) -> Finding:
    """Give the finding that more went out for a death than was due, with the rows it went out in."""
    rows, cash = book.tables["deaths"], book.tables["cash"]
    of = [move for move in moves(book) if move.reference == case.number and move.register == register]
    cells = [rows.where(name, case.row), *(cash.where(f"{place}_out", move.row) for move in of for place in move.outs)]
    cause = of_typed(done - most, [(move.row, sum(move.outs.values())) for move in of])
    finding = tie(f"{case.number} {name}", done, most, cells, (Spot("deaths", name),), told=told, variant=name)
    return caused(finding, agreed(cause, of_figure(done, most)), in_column(cash, "date"))


@check("WELF-03", Severity.WARNING, needs=(*LEVIES, *CASH_BOOK, "deaths.called"), masked_by=READING, over="deaths")
def waiting_period(book: ReadBook) -> Iterator[Finding]:
    """Who died within the waiting days of the by-laws is helped by a resolution; an accident counts from the first day where they say so.

    Why: it is the usual dispute, and all should be treated alike. 52 days since acceptance, the by-law says 60.
    """
    rows = book.tables["deaths"]
    for case in _deaths(book):
        if rows.columns["cause"][case.row] is None:
            yield at_cell(book, "deaths", "cause", case.row, found="ว่าง", expected="สาเหตุ", variant="cause", told={"death": case.number})
            continue
        helped = rows.money("called", case.row) or any(move.reference == case.number and move.register in words.OF_A_DEATH for move in moves(book))
        if case.waited is None or case.right or case.minute or not helped:
            continue
        waiting = book.rule("waiting_accident" if case.accident else "waiting_ordinary")
        told = {"death": case.number, "days": f"{case.waited:,}", "waiting": f"{waiting:,}"}
        finding = at_cell(book, "deaths", "waited", case.row, key=case.number, found=f"{case.waited:,} วัน", expected=f"{waiting:,} วัน", told=told)
        yield finding.with_cells(rows.where("date", case.row), rows.where("minute", case.row))


@check(
    "WELF-09", Severity.WARNING, needs=(*LEVIES, *CASH_BOOK, *ROUNDS, "death_debts.principal", "death_debts.interest", "deaths.borne_by"),
    masked_by=(*READING, "WELF-01", "WELF-02"), over="deaths",
)  # fmt: skip
def advance_over_net(book: ReadBook) -> Iterator[Finding]:
    """Advance, debts and fee are not more than what a death calls for; where they are, the book says who bears the rest.

    Why: else the rest is paid out of other families' money. Called 5,000.00, advance 3,000.00 and debts 3,090.00: who bears 1,265.00?
    """
    rows = book.tables["deaths"]
    for case in _deaths(book):
        parts, due = _parts(book, case), called(book, case) - waived(book, case)
        over = parts["advance"] + parts["debts"] + fee_on(book, due) - due
        if over <= 0 or not case.levy or rows.columns["borne_by"][case.row] is not None:
            continue
        told = {"death": case.number, "called": baht(due), "advance": baht(parts["advance"]), "debts": baht(parts["debts"]), "gap": baht(over)}
        finding = at_cell(book, "deaths", "borne_by", case.row, key=case.number, found="ว่าง", expected="ผู้รับภาระ", difference=-over, told=told)
        yield finding.with_cells(*(rows.where(name, case.row) for name in ("shortfall", "advance", "debts", "called")))


@check(
    "WELF-10", Severity.ERROR, needs=("beneficiaries.member", "beneficiaries.percent", "members.id", "members.status"), masked_by=READING, over="beneficiaries"
)
def beneficiaries_not_100(book: ReadBook) -> Iterator[Finding]:
    """A member's beneficiaries share 100 per cent, and a member who died had some.

    Why: no family should argue about what is left over. 50 % and 40 %: whose are the other 10?
    """
    rows, people = book.tables["beneficiaries"], book.tables["members"]
    shares: dict[str, list[int]] = defaultdict(list)
    for index in rows.complete("member", "percent"):
        shares[str(rows.columns["member"][index])].append(index)
    status = {str(people.columns["id"][index]): people.columns["status"][index] for index in people.used}
    for member, indexes in shares.items():
        total = sum((Fraction(rows.columns["percent"][index] or 0) for index in indexes), start=Fraction(0))  # type: ignore[arg-type] # rates
        if total != SHARES_OF_ALL and status.get(member) in (ACTIVE, DEAD):
            told = {"member": member, "total": shown(total * 100) + "%", "n": len(indexes)}
            finding = at_cell(book, "beneficiaries", "percent", indexes[-1], key=member, found=told["total"], expected="100%", told=told)
            yield finding.with_cells(*(rows.where("percent", index) for index in indexes))
    died = book.tables["deaths"]
    for case in cases(book):
        if case.member in status and case.member not in shares and rows.used:
            finding = at_cell(book, "deaths", "member", case.row, key=f"{case.number} none", found="ว่าง", expected="ผู้รับผลประโยชน์", variant="none")
            told_as = (*finding.told, ("member", case.member), ("death", case.number))
            yield _warning(finding, told_as, died.where("name", case.row))


def _warning(finding: Finding, told: tuple[tuple[str, object], ...], *cells: str) -> Finding:
    """Give a finding that only asks for a paper."""
    return Finding(
        finding.key, finding.cells, finding.spots, finding.found, finding.expected, severity=Severity.WARNING, about=finding.about, variant=finding.variant,
        told=told,
    ).with_cells(*cells)  # fmt: skip
