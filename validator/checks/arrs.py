"""ARRS: what is overdue, how old it is, and that no contract dropped out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from templates.kinds import Kind
from templates.read import ReadBook
from validator.causes import TWICE, Cause, of_figure
from validator.evidence import about, baht, caused, difference_of, in_column, shown, tie
from validator.outcome import Finding, NotApplicable, NotRun, Severity, Spot
from validator.postings import REPAYMENTS, principal_repaid
from validator.recompute import recomputed, same
from validator.registry import check, upstream
from workbook.cells import ErrorValue

AGEING = ("ageing.contract", "ageing.paid", "ageing.balance", "ageing.overdue", "ageing.days", "ageing.bucket", "loans.number", "loans.principal")
IN_TURN = ("lent", "fallen", "overdue", "overdue_instalments", "oldest", "days", "bucket", "unpaid_months", "unpaid_interest", "allowance")
"""Each rests on those before it: the first that differs is the slip."""
ALONE = ("overdue", "overdue_instalments", "days", "bucket")
"""Those that rest on nothing but their own row."""


def _report_date(book: ReadBook) -> dt.date:
    day = book.rule("report_date")
    if not isinstance(day, dt.date):
        raise NotRun("ยังไม่ได้กรอกวันที่ออกรายงานในแผ่นระเบียบ")
    return day


@check("ARRS-01", Severity.ERROR, needs=(*AGEING, *REPAYMENTS, "rules.report_date", "rules.age_1"), masked_by=upstream("ARRS-01"), over="ageing")
def ageing_recalc(book: ReadBook) -> Iterator[Finding]:
    """Each contract's arrears, days overdue and age class are counted from its oldest unpaid instalment to the report date.

    Why: it decides allowance and letters. The oldest unpaid instalment was due on 31 January: 334 days at the year's end, not 91–180.
    """
    rows, day = book.tables["ageing"], _report_date(book)
    if not rows.used:
        raise NotApplicable("สมุดนี้ไม่มีสัญญาเงินกู้")
    repaid, paid = principal_repaid(book, day), recomputed(book, "ageing", "paid")
    loans = {book.tables["loans"].columns["number"][index]: index for index in book.tables["loans"].used}
    for index in rows.used:
        contract = rows.columns["contract"][index]
        if contract not in loans:
            continue
        place = loans[contract]
        aligned = place == index  # a row taken out moves those below it up: then formulas that look beside are no measure
        before = book.tables["loans"].money("repaid_before", place) + book.tables["loans"].money("written_off", place)
        expected = before + repaid.get(str(contract), 0) if not isinstance(paid[index], ErrorValue) else None
        if expected is not None and rows.money("paid", index) != expected:
            told = {"contract": contract, "heading": rows.table.columns["paid"].th}
            cells = [rows.where("paid", index), book.tables["loans"].where("repaid", place)]
            finding = tie(f"{contract} paid", rows.money("paid", index), expected, cells, (Spot("ageing", "paid"),), about=about(rows, index), told=told)
            yield caused(finding, of_figure(rows.money("paid", index), expected))
        else:
            yield from _first_off(book, index, IN_TURN if aligned else ALONE)


def _first_off(book: ReadBook, index: int, names: tuple[str, ...]) -> Iterator[Finding]:
    rows = book.tables["ageing"]
    for name in (each for each in names if each in rows.table.columns):  # a fund keeps some of them
        column, expected, found = rows.table.columns[name], recomputed(book, "ageing", name)[index], rows.columns[name][index]
        if isinstance(expected, ErrorValue) or isinstance(found, ErrorValue):
            return
        if not same(found, expected):
            contract, told = rows.columns["contract"][index], [("contract", rows.columns["contract"][index]), ("heading", column.th)]
            cells = tuple(dict.fromkeys(rows.where(each, index) for each in (name, "days", "overdue")))
            yield Finding(
                f"{contract} {name}", cells, (Spot("ageing", name),), found=shown(found, column.kind), expected=shown(expected, column.kind),
                difference=difference_of(found, expected, column.kind) if column.kind is Kind.MONEY else None, about=about(rows, index), told=tuple(told),
            )  # fmt: skip
            return


@check(
    "ARRS-02", Severity.ERROR, needs=(*AGEING, "by_age.balance", *REPAYMENTS, "rules.report_date"), masked_by=upstream("ARRS-02"),
    over="ageing",
)  # fmt: skip
def ageing_total_tie(book: ReadBook) -> Iterator[Finding]:
    """The ageing table holds every contract with its whole balance on the report date, and its age classes add up to it.

    Why: otherwise somebody has dropped off. The ageing table misses one contract of 9,000.00. Whole balances are aged, not
    instalments alone.
    """
    rows, loans, day = book.tables["ageing"], book.tables["loans"], _report_date(book)
    if not loans.used and not rows.used:
        raise NotApplicable("สมุดนี้ไม่มีสัญญาเงินกู้")
    repaid = principal_repaid(book, day)
    aged: dict[object, list[int]] = defaultdict(list)
    for index in rows.used:
        aged[rows.columns["contract"][index]].append(index)
    for index in loans.complete("number", "principal", "repaid_before"):
        number = str(loans.columns["number"][index])
        owed = loans.money("principal", index) - loans.money("repaid_before", index) - loans.money("written_off", index) - repaid.get(number, 0)
        places = aged.get(number, [])
        found = sum(rows.money("balance", place) for place in places)
        if found != owed and not any(isinstance(rows.columns["balance"][place], ErrorValue) for place in places):
            cells = [*(rows.where("balance", place) for place in places), loans.where("balance", index)]
            if not places:
                cells = [rows.where_total("balance"), *cells, rows.where("contract", index), rows.where("balance", index)]
            spots, variant = (Spot("ageing", "balance"),), "missing" if not places else "twice" if len(places) > 1 else ""
            finding = tie(number, found, owed, cells, spots, about=about(loans, index), told={"contract": number}, variant=variant)
            again = Cause(TWICE, tuple(places[1:])) if len(places) > 1 and found == len(places) * owed else None
            yield caused(finding, again or of_figure(found, owed), in_column(rows, "contract"))
    yield from _classes(book)


def _classes(book: ReadBook) -> Iterator[Finding]:
    rows, classes = book.tables["ageing"], book.tables["by_age"]
    total, added = (sum(each.money("balance", index) for index in each.used) for each in (rows, classes))
    by_label = recomputed(book, "by_age", "balance")
    summed = sum(int(value) for value in by_label if isinstance(value, int))
    if total != summed:  # a row whose class is none of the six
        cells = [classes.where_total("balance"), rows.where_total("balance")]
        told = {"ageing": baht(total), "classes": baht(added)}
        yield tie("classes", summed, total, cells, (Spot("by_age", "balance"), Spot("ageing", "bucket")), told=told, variant="classes")
