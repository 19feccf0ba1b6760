"""The sound book of a simulated year that mistakes are made in: where its fields stand, what was typed, what it comes to."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from fractions import Fraction
from pathlib import Path
from typing import Any

from templates.books import words
from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import Filled, Rows, evaluate, fill, needs_of, order
from templates.kinds import Exact
from templates.layout import lay_out
from templates.write import write_book
from workbook.edit import drop_formulas
from workshop.habits import EVERY_ODDITY, USUAL
from workshop.keep import Typed, closing_entries, keep
from workshop.till import pieces
from workshop.year import simulate

SIZES = (30, 12, 60, 100, 18, 45, 150, 80)
FIRST_DAYS = (dt.date(2024, 1, 1), dt.date(2024, 7, 1), dt.date(2023, 10, 1), dt.date(2025, 4, 1), dt.date(2023, 3, 1))
MOST_BANKS = 3
QUARTER = 25
"""The smallest coin, in satang."""
Node = tuple[str, str]
"""A table and a column."""
Posted = Mapping[Node, Mapping[int, Exact]]
"""What stands in some cells instead of what belongs there: by table and column, by row."""
Record = dict[str, Any]


class BaseBook:
    """A sound book, of a plain year or of an odd one. The same number gives the same book; sizes, first days and banks vary with it."""

    def __init__(self, number: int) -> None:
        self.number = number
        members, first_day = SIZES[number % len(SIZES)], FIRST_DAYS[number % len(FIRST_DAYS)]
        self.odd = (number + number // len(SIZES)) % 2 == 1
        year = simulate(number, members, first_day, habits=EVERY_ODDITY if self.odd else USUAL)
        self.size = Size(members, max(year.banks, 1 + number % MOST_BANKS))
        self.book = savings_group(self.size)
        self.layout = lay_out(self.book, self.size)
        self.typed: Typed = keep(year, self.book.tables["rules"].initial[0])
        self.filled = fill(self.book, self.size, self.typed)
        inputs = ((rows, column.name) for rows in self.filled.values() for column in rows.table.inputs)
        self._typed_in = {(rows.name, name): _typed_in(rows, name) for rows, name in inputs}
        self._order = [(node, needs_of(self.book.tables[node[0]], self.book.tables[node[0]].columns[node[1]]) or frozenset()) for node in order(self.book)]

    def __str__(self) -> str:
        kind = "an odd year" if self.odd else "a plain year"
        return f"base {self.number}: {kind}, {self.size.members} members, {self.size.banks} banks, from {self.rule('first_day')}"

    def file(self, folder: Path, *, live: bool) -> Path:
        """Give the sound book as a file, live or as values; it is made once a folder."""
        path = folder / f"base-{self.number}-{'live' if live else 'values'}.xlsx"
        if path.exists():
            return path
        if live:
            write_book(self.book, self.size, self.filled, path)
        else:
            drop_formulas(self.file(folder, live=True), path)
        return path

    # What stands in the sound book.

    def column(self, table: str, column: str) -> list[Exact]:
        return self.filled[table].columns[column]

    def value(self, table: str, column: str, index: int = 0) -> Any:
        return self.filled[table].columns[column][index]

    def money(self, table: str, column: str, index: int = 0) -> int:
        """Give an amount in satang, a blank as nothing."""
        return satang(self.value(table, column, index))

    def rule(self, name: str) -> Any:
        return self.value("rules", name)

    def used(self, table: str) -> list[int]:
        """Give the rows of a table that are there."""
        guard = self.book.tables[table].guard
        return [index for index, value in enumerate(self.column(table, guard)) if value is not None]

    def find(self, table: str, **wanted: Any) -> list[int]:
        """Give the rows with these values."""
        columns = [(self.column(table, name), value) for name, value in wanted.items()]
        return [index for index in self.used(table) if all(column[index] == value for column, value in columns)]

    def where(self, table: str, **wanted: Any) -> int:
        """Give the one row with these values."""
        (index,) = self.find(table, **wanted)
        return index

    def taken_back(self) -> set[tuple[int, int]]:
        """Give the receipts that were cancelled or reversed."""
        return {(self.value("cancelled", "book", row), self.value("cancelled", "number", row)) for row in self.used("cancelled")}

    def slip(self, index: int) -> tuple[int, int]:
        """Give the book and the number of a receipt row."""
        return self.value("receipts", "book", index), self.value("receipts", "number", index)

    def receipts(self, **wanted: Any) -> list[int]:
        """Give the receipt rows with these values, but for those of receipts taken back."""
        back = self.taken_back()
        return [index for index in self.find("receipts", **wanted) if self.slip(index) not in back]

    def item(self, register: str) -> str:
        """Give the plain item that feeds a register."""
        return str(self.value("items", "item", self.find("items", register=register)[0]))

    # Where it stands.

    def cell(self, table: str, column: str, index: int = 0) -> frozenset[str]:
        place = self.layout[table]
        return frozenset({f"{place.sheet}!{place.address(column, index)}"})

    def row(self, table: str, *indexes: int) -> frozenset[str]:
        """Give every cell of some rows."""
        place = self.layout[table]
        return frozenset(f"{place.sheet}!{place.address(column, index)}" for column in place.letters for index in indexes)

    def total(self, table: str, column: str) -> frozenset[str]:
        """Give the total above a heading."""
        place = self.layout[table]
        return frozenset({f"{place.sheet}!{place.letters[column]}{place.first - 2}"})

    # What it comes to when something stands there otherwise.

    def retype(self) -> Typed:
        """Give what was typed, to be changed: a record a row, of the tables the template fills in too."""
        initial = {table.name: [dict(record) for record in table.initial] for table in self.book.tables.values() if table.initial}
        return initial | deepcopy(self.typed)

    def fill(self, typed: Typed) -> Filled:
        """Fill the book with what is typed otherwise, as templates.filled.fill does, reckoning only what that touches."""
        after = {name: Rows(rows.table, rows.length, dict(rows.columns), dict(rows.typed)) for name, rows in self.filled.items()}
        changed: set[Node] = set()
        for name, rows in after.items():
            records = typed.get(name, rows.table.initial)
            for column in (column.name for column in rows.table.inputs if name != "stamp"):
                values = [record.get(column) for record in records]
                values += [None] * (rows.length - len(values))
                if values != self._typed_in[name, column]:
                    changed.add((name, column))
                    rows.columns[column] = values
                    rows.typed[column] = {index for index, value in enumerate(values) if value is not None}
        return self._reckoned(after, changed, {})

    def kept(self, typed: Typed, *, proofs: bool = False) -> Filled:
        """Fill a book whose treasurer closes income and expense as the trial balance then gives them.

        With ``proofs`` money really moved so: the cash counted and the bank's certificate are what the book says.
        """
        after = self.fill(typed)
        general = [line for line in typed["journal"] if line.get("kind") != words.CLOSING]
        closing = closing_entries(income_and_expense(after), self.rule("last_day"))
        if [*general, *closing] != typed["journal"]:
            typed["journal"] = [*general, *closing]
            after = self.fill(typed)
        if proofs:
            prove(after, typed)
            after = self.fill(typed)
        return after

    def posted(self, cells: Posted) -> Filled:
        """Give the book kept by hand in which some cells stand otherwise, and everything reckoned from them follows.

        Income and expense are closed as the trial balance then gives them.
        """
        after = self._followed(cells)
        moved = income_and_expense(after)
        if moved == income_and_expense(self.filled):
            return after
        return self._followed({**self._closed(moved), **cells})

    def _followed(self, cells: Posted) -> Filled:
        after = {name: Rows(rows.table, rows.length, dict(rows.columns), rows.typed) for name, rows in self.filled.items()}
        changed = set(cells) - {node for node, _ in self._order}
        for table, column in changed:
            after[table].columns[column] = _with(after[table].columns[column], cells[table, column])
        return self._reckoned(after, changed, cells)

    def _reckoned(self, after: Filled, changed: set[Node], held: Posted) -> Filled:
        """Reckon every column that rests on a changed one, and those in which something is held otherwise."""
        for node, needs in self._order:
            if node in held or node in changed or needs & changed:
                rows, (table, name) = after[node[0]], node
                column = self.book.tables[table].columns[name]
                if column.default is not None and not held:  # in a book kept by hand its value stays, as what was written there
                    rows.columns[name] = _typed_in(rows, name)
                values = _with(evaluate(after, rows, column), held.get(node, {}))
                if values != self.filled[table].columns[name]:
                    changed.add(node)
                rows.columns[name] = values
        return after

    def _closed(self, moved: Mapping[str, int]) -> Posted:
        """Give the closing vouchers of other income and expense, in the journal's rows."""
        lines = closing_entries(moved, self.rule("last_day"))
        general = len(self.used("journal")) - len(self.find("journal", kind=words.CLOSING))
        names = [column.name for column in self.book.tables["journal"].inputs]
        rows = range(general, max(len(self.used("journal")), general + len(lines)))
        return {("journal", name): {row: lines[row - general].get(name) if row - general < len(lines) else None for row in rows} for name in names}


def satang(value: Exact) -> int:
    """Give an amount, a blank as nothing."""
    return int(value) if isinstance(value, (int, Fraction)) else 0


def _typed_in(rows: Rows, column: str) -> list[Exact]:
    """Give what was typed in a column; where a formula waits, nothing was."""
    return [value if index in rows.typed[column] else None for index, value in enumerate(rows.columns[column])]


def _with(values: Sequence[Exact], cells: Mapping[int, Exact]) -> list[Exact]:
    return [cells.get(index, value) for index, value in enumerate(values)]


def income_and_expense(filled: Filled) -> dict[str, int]:
    """Give what the trial balance says of income and expense by account, credit positive."""
    trial = filled["trial_balance"].columns
    lines = zip(trial["code"], trial["group"], trial["balance"], strict=True)
    moved = {str(code): -satang(balance) for code, group, balance in lines if group in (words.INCOME, words.EXPENSE)}
    return {code: amount for code, amount in sorted(moved.items()) if amount}


def prove(filled: Filled, typed: Typed) -> None:
    """Type the count and the certificates so that nothing differs from the book. ValueError for cash no coins make up."""
    count, banks = filled["count"].columns, filled["bank_proof"].columns
    cash = satang(count["counted"][0]) - satang(count["difference"][0])
    if cash < 0 or cash % QUARTER:
        raise ValueError(f"no notes and coins make up {cash} satang")
    counted = pieces(cash)
    typed["denominations"] = [{"pieces": counted.get(satang(value))} for value in filled["denominations"].columns["value"]]
    for record, certificate, gap in zip(typed["bank_proof"], banks["certificate"], banks["difference"], strict=False):
        record["certificate"] = satang(certificate) - satang(gap)


def in_date_order(records: list[Record], record: Record) -> int:
    """Write a record after those of its day and before; give its place."""
    place = next((index for index, each in enumerate(records) if each["date"] > record["date"]), len(records))
    records.insert(place, record)
    return place


def rows_without(filled: Filled, table: str, index: int) -> Iterator[tuple[Node, dict[int, Exact]]]:
    """Give a table's columns with one row left out and the rows below moved up."""
    for name, values in filled[table].columns.items():
        yield (table, name), dict(enumerate([*values[:index], *values[index + 1 :], None]))


def rows_again(filled: Filled, table: str, index: int, columns: Iterable[str] = ()) -> Iterator[tuple[Node, dict[int, Exact]]]:
    """Give a table's columns (or some of them) with one row standing twice and the rows below moved down."""
    for name in columns or filled[table].columns:
        values = filled[table].columns[name]
        yield (table, name), dict(enumerate([*values[: index + 1], *values[index:-1]]))
