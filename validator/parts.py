"""Figures on the way to another: in a book of values each may have been typed over though what they lead to is right."""

from collections.abc import Iterator
from fractions import Fraction

from templates.kinds import Kind
from templates.read import ReadBook
from validator.evidence import about, baht, reach, record_key, shown, tie
from validator.outcome import Finding, Spot
from validator.recompute import recomputed, same
from workbook.cells import ErrorValue


def typed_over(book: ReadBook, table: str, *names: str) -> Iterator[Finding]:
    """Give each field of some computed columns that is not what the book's other cells as they stand give, as a variant ``part``.

    Of fields of one row that rest on each other the first is given.
    """
    rows, off, rests_on = book.tables[table], set[tuple[str, int]](), reach(book)
    for name in (each for each in names if each in rows.table.columns):  # a fund keeps some of them
        column, expected = rows.table.columns[name], recomputed(book, table, name)
        for index in rows.used if name in rows.place.letters else ():
            found, right = rows.columns[name][index], expected[index]
            if (
                isinstance(found, ErrorValue)
                or isinstance(right, ErrorValue)
                or any((table, other) in rests_on[table, name] and at == index for other, at in off)
            ):
                continue
            if right is not None and not same(found, right):
                off.add((name, index))
            if column.kind is Kind.MONEY and isinstance(right, (int, Fraction)) and rows.money(name, index) != int(right):
                told = {"heading": column.th, "what": column.th, "contract": record_key(rows, index), "account": record_key(rows, index), "name": ""}
                cells, spots, people = [rows.where(name, index)], (Spot(table, name),), about(rows, index)
                key = f"{name} {record_key(rows, index)}".strip()
                yield tie(key, rows.money(name, index), int(right), cells, spots, told=told, about=people, variant="part")
            elif column.kind is not Kind.MONEY and right is not None and not same(found, right):
                told_as = (("heading", column.th), ("what", column.th), ("contract", record_key(rows, index)), ("gap", baht(0)))
                yield Finding(
                    f"{name} {record_key(rows, index)}".strip(), (rows.where(name, index),), (Spot(table, name),), found=shown(found, column.kind),
                    expected=shown(right, column.kind), about=about(rows, index), told=told_as, variant="part",
                )  # fmt: skip
