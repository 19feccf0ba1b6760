"""LEDG-03 to LEDG-05: the statements against the trial balance, against each other, and what closing makes of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from templates.books.words import ASSET, CAPITAL, CLASSES, EXPENSE, INCOME, LIABILITY, YES
from templates.read import ReadBook, ReadRows
from validator.causes import TWICE, WRONG_SIDE, Cause, of_figure
from validator.checks.ledg import TRIAL
from validator.evidence import caused, paired, tie
from validator.outcome import Finding, NotRun, Severity, Spot
from validator.parts import typed_over
from validator.postings import JOURNAL, entries
from validator.registry import check, upstream

OTHER_SIDE = {"income": "expense", "expense": "income", "assets": "claims", "claims": "assets"}
STATEMENTS = ("income.code", "income.income", "income.expense", "position.code", "position.assets", "position.claims", "result.surplus")


@check(
    "LEDG-03", Severity.ERROR, needs=("position_result.assets", "position_result.liabilities", "position_result.capital", *STATEMENTS),
    masked_by=(*upstream("LEDG-03"), "LEDG-04:unmapped", "LEDG-04:missing", "LEDG-04:twice", "LEDG-04:income"), over="position",
)  # fmt: skip
def bs_equation(book: ReadBook) -> Iterator[Finding]:
    """Assets are liabilities and capital together, and each total is its lines.

    Why: it is the basic proof. Assets exceed the other side by 2,000.00.
    """
    result, rows = book.tables["position_result"], book.tables["position"]
    assets, claims = result.money("assets", 0), result.money("liabilities", 0) + result.money("capital", 0)
    added = {"assets": _sum(rows, "assets"), "liabilities": _of_class(rows, LIABILITY), "capital": _of_class(rows, CAPITAL)}
    totals = [name for name, amount in added.items() if result.money(name, 0) != amount]
    unlike = [cell for finding in _statement_lines(book) for cell in finding.cells[:1] if cell.startswith(f"{rows.place.sheet}!")]
    spots = (Spot("position_result", "assets"), Spot("position", "claims"))
    sides = [result.where(name) for name in ("assets", "capital")]
    if assets != claims and not totals and assets - claims != _not_tied_yet(book):
        yield tie("", assets, claims, [*sides, *unlike], spots)
    for name in totals:
        cells = [result.where(name), rows.where_total("assets" if name == "assets" else "claims"), *unlike]
        told = {"heading": result.table.columns[name].th}
        yield tie(f"total {name}", result.money(name, 0), added[name], cells, spots, told=told, variant="total")
    if not totals and assets == claims:
        yield from typed_over(book, "position_result", "difference")


@check(
    "LEDG-04", Severity.ERROR, needs=(*TRIAL, "trial_balance.group", *STATEMENTS, "rules.account_profit"),
    masked_by=upstream("LEDG-04"), over="trial_balance",
)  # fmt: skip
def statements_from_tb(book: ReadBook) -> Iterator[Finding]:
    """Every account of the trial balance is in one line of the statements, with its balance.

    Why: an account left out vanishes quietly. Meeting allowances are not in the income statement.
    """
    lines = list(_statement_lines(book))
    yield from paired(lines, "", _in_debit)
    told = {abs(line.difference or 0) for line in lines}
    result, income = book.tables["result"], book.tables["income"]
    for name in ("income", "expense"):
        shown, added = result.money(name, 0), _sum(income, name)
        if shown != added and abs(shown - added) not in told:
            cells, heading = [result.where(name), income.where_total(name)], {"heading": result.table.columns[name].th}
            yield tie(f"total {name}", shown, added, cells, (Spot("result", name),), told=heading, variant="total")


def _in_debit(line: Finding) -> int:
    """Give a line's difference as a debit: an expense left out and a reserve too small are one amount in the wrong place."""
    sign = 1 if line.spots[0].column in ("assets", "expense") else -1
    return sign * (line.difference or 0)


def _sum(rows: ReadRows, column: str) -> int:
    return sum(rows.money(column, index) for index in rows.used)


def _not_tied_yet(book: ReadBook) -> int:
    """Give by how much the opening balances of a first year do not tie: that stands on a line of its own until somebody finds it."""
    return _sum(book.tables["trial_balance"], "opening") if book.rule("first_year") == YES else 0


def _of_class(rows: ReadRows, group: str) -> int:
    return sum(rows.money("claims", index) for index in rows.used if rows.columns["group"][index] == group)


def _statement_lines(book: ReadBook) -> Iterator[Finding]:
    trial, profit, income = book.tables["trial_balance"], book.rule("account_profit"), book.tables["income"]
    surplus = -sum(trial.money("balance", index) for index in trial.used if trial.columns["group"][index] in (INCOME, EXPENSE))
    by_lines = _sum(income, "income") - _sum(income, "expense")
    stated = {side: _stated(book, *side) for side in (("income", "income"), ("income", "expense"), ("position", "assets"), ("position", "claims"))}
    for index in trial.used:
        code, group, balance = str(trial.columns["code"][index]), trial.columns["group"][index], trial.money("balance", index)
        if group not in CLASSES:
            if balance:
                cells = [trial.where("group", index), trial.where("balance", index)]
                told = {"account": code, "name": trial.columns["name"][index] or "", "who": code}
                yield tie(code, 0, abs(balance), cells, (Spot("trial_balance", "group"),), told=told, variant="unmapped")
            continue
        side = ("income", "income" if group == INCOME else "expense") if group in (INCOME, EXPENSE) else ("position", "assets" if group == ASSET else "claims")
        worth = balance - (surplus if code == profit else 0)
        expected = worth if side[1] in ("assets", "expense") else -worth
        places = stated[side].get(code, [])
        rows = book.tables[side[0]]
        shown = sum(rows.money(side[1], place) for place in places)
        if shown != expected and not (code == profit and shown == expected - surplus + by_lines):  # that it follows a line that is off is not a second slip
            opposite = stated[side[0], OTHER_SIDE[side[1]]].get(code, [])
            yield _line(book, index, side, places, opposite, shown, expected)


def _stated(book: ReadBook, table: str, column: str) -> dict[str, list[int]]:
    rows, found = book.tables[table], defaultdict(list)
    for index in rows.used:
        if rows.columns[column][index] is not None:
            found[str(rows.columns["code"][index])].append(index)
    return found


def _line(book: ReadBook, index: int, side: tuple[str, str], places: list[int], opposite: list[int], shown: int, expected: int) -> Finding:
    """Give the finding of one account's line, or of its lines; ``opposite`` are those that have it on the other side."""
    trial, rows = book.tables["trial_balance"], book.tables[side[0]]
    code = str(trial.columns["code"][index])
    elsewhere = [rows.where(OTHER_SIDE[side[1]], place) for place in opposite]
    cells = [*(rows.where(side[1], place) for place in places), *elsewhere, trial.where("balance", index)]
    told = {"account": code, "name": trial.columns["name"][index] or "", "who": code, "sheet": rows.place.sheet}
    variant = "twice" if len(places) > 1 else "missing" if not places and not opposite else "income" if side[0] == "income" else ""
    finding = tie(code, shown, expected, cells, (Spot(side[0], side[1]), Spot(side[0], "code")), told=told, variant=variant)
    if opposite and not places and sum(rows.money(OTHER_SIDE[side[1]], place) for place in opposite) == expected:
        return caused(finding, Cause(WRONG_SIDE))
    return caused(finding, Cause(TWICE) if len(places) > 1 and shown == len(places) * expected else of_figure(shown, expected))


@check(
    "LEDG-05", Severity.ERROR,
    needs=("result.surplus", *STATEMENTS, *TRIAL, *JOURNAL, "rules.account_profit"),
    masked_by=upstream("LEDG-05"), over="income",
)  # fmt: skip
def surplus_ties(book: ReadBook) -> Iterator[Finding]:
    """The surplus is the same in the income statement, in the statement of financial position, in the proposal, and in the closing entries.

    Why: dividends begin here. The income statement says 41,200.00, the proposal uses 42,100.00.
    """
    result, income, position = (book.tables[name] for name in ("result", "income", "position"))
    trial, profit = book.tables["trial_balance"], str(book.rule("account_profit") or "")
    if not profit:
        raise NotRun(f"ยังไม่ได้กรอก{book.tables['rules'].table.columns['account_profit'].th}ในแผ่นระเบียบ")
    line = next((index for index in position.used if position.columns["code"][index] == profit), None)
    account = next((index for index in trial.used if trial.columns["code"][index] == profit), None)
    brought = trial.money("balance", account) if account is not None else 0
    lines = _sum(income, "income") - _sum(income, "expense")
    places = {
        result.where("surplus"): result.money("surplus", 0),
        income.where_total("income"): lines,
        position.where("claims", line or 0): (position.money("claims", line) if line is not None else 0) + brought,
    }
    spots: tuple[Spot, ...] = (Spot("result", "surplus"), Spot("position", "claims"))
    if "year_end" in book.book.tables:  # a fund that shares nothing out has no proposal
        year_end = book.tables["year_end"]
        places[year_end.where("surplus")] = year_end.money("surplus", 0)
        spots = (Spot("year_end", "surplus"), *spots)
    held = Counter(places.values())
    usual = max(held, key=lambda amount: (held[amount], amount == lines))  # where two stand against two, the statement's lines decide
    unlike = [cell for cell, amount in places.items() if amount != usual]
    if unlike:
        cells = [*unlike, *(cell for cell in places if cell not in unlike)]
        finding = tie("", places[unlike[0]], usual, cells, spots, told={"place": unlike[0].replace("!", " ")})
        yield caused(finding, of_figure(places[unlike[0]], usual))
    yield from _closed(book, usual)


def _closed(book: ReadBook, surplus: int) -> Iterator[Finding]:
    """Hold the closing entries against what they close: each income and expense account to nothing, the surplus into profit."""
    written = [entry for entry in entries(book) if entry.closing]
    if not written:
        return
    trial, journal = book.tables["trial_balance"], book.tables["journal"]
    closed: dict[str, int] = defaultdict(int)
    for entry in written:
        closed[entry.account] += entry.debit - entry.credit
    profit = str(book.rule("account_profit"))
    expected = {str(trial.columns["code"][index]): -trial.money("balance", index) for index in trial.used if trial.columns["group"][index] in (INCOME, EXPENSE)}
    expected[profit] = -surplus
    apart = [code for code in expected if closed.get(code, 0) != expected[code]]
    if apart:
        # the profit account is the sum of all the others: it is named only when it alone is off
        code = next((code for code in apart if code != profit), profit)
        cells = [journal.where("debit" if entry.debit else "credit", entry.row) for entry in written if entry.account in apart]
        line = next((index for index in trial.used if trial.columns["code"][index] == code), 0)
        cells = [*cells, trial.where("balance", line)] if cells else [journal.where("account", written[0].row), trial.where("balance", line)]
        told = {"account": code, "name": trial.columns["name"][line] or "", "n": len(apart)}
        spots, sign = (Spot("journal", "debit"), Spot("journal", "credit")), -1 if expected[code] < 0 else 1
        finding = tie("closing", sign * closed.get(code, 0), sign * expected[code], cells, spots, told=told, variant="closing")
        yield caused(finding, of_figure(closed.get(code, 0), expected[code]))
