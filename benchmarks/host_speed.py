"""The functions inside LibreOffice, beside its own plain formula: 5,000 rows cell by cell, as one array, and as a plain formula, in one run.

``python -m benchmarks.host_speed``. All three give the same amounts, compared before anything is printed; they are calculated hard in
turn by one LibreOffice, ten times each, best of five. Then the 150-member sample: started, calculated anew and saved, in a profile that was started
before (warm), with the extension installed; and what of it loading, calculating and saving took. Wall seconds: it is another program.
Prints the table and whether the targets are kept; nothing here passes or fails.
"""

import tempfile
import time
from pathlib import Path
from random import Random

import xlsxwriter
from rich.console import Console
from rich.table import Table

from addin.hosts.calc.build import build
from validator.version import VERSION
from workbook.xlsx import read_workbook
from workshop.basic import run_macro
from workshop.recalculate import workroom

ROWS, ROUNDS, AGAIN, RATE = 5_000, 5, 10, 0.12
WARM_ROUNDS = 5
WAYS = ("cell by cell", "one array call", "plain formula")
ARRAY_TARGET, WARM_TARGET = 10.0, 3.0
BOOK = Path(__file__).parents[1] / "samples" / "savings-group-150.xlsx"
MACRO = """
Sub Main
    Dim hidden(0) As New com.sun.star.beans.PropertyValue, filter(0) As New com.sun.star.beans.PropertyValue, books(2) As Object
    hidden(0).Name = "Hidden" : hidden(0).Value = True
    filter(0).Name = "FilterName" : filter(0).Value = "Calc MS Excel 2007 XML"
    Open "«written»" For Output As #1
    books(0) = StarDesktop.loadComponentFromURL("«cells»", "_blank", 0, hidden())
    books(1) = StarDesktop.loadComponentFromURL("«array»", "_blank", 0, hidden())
    books(2) = StarDesktop.loadComponentFromURL("«plain»", "_blank", 0, hidden())
    For round = 1 To {rounds}
        For way = 0 To 2
            started = GetSystemTicks()
            For again = 1 To {again} : books(way).calculateAll() : Next again
            Print #1, "" & way & " " & (GetSystemTicks() - started)
        Next way
    Next round
    For way = 0 To 2
        column = books(way).Sheets.getByIndex(0).getCellRangeByName("D1:D{rows}").getDataArray()
        total = 0 : For row = 0 To {rows} - 1 : total = total + column(row)(0) * (row + 1) : Next row
        Print #1, "sum " & total
        books(way).close(True)
    Next way
    started = GetSystemTicks() : book = StarDesktop.loadComponentFromURL("«book»", "_blank", 0, hidden()) : Print #1, "load " & (GetSystemTicks() - started)
    started = GetSystemTicks() : book.calculateAll() : Print #1, "calculate " & (GetSystemTicks() - started)
    started = GetSystemTicks() : book.storeToURL("«book».xlsx", filter()) : Print #1, "save " & (GetSystemTicks() - started)
    book.close(True)
    Close #1
End Sub
"""


def main() -> None:
    """Measure, and print what came out."""
    console = Console()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        extension = folder / "satja.oxt"
        build(extension, VERSION)
        books = {"cells": written(folder, "cells"), "array": written(folder, "array"), "plain": written(folder, "plain"), "book": BOOK}
        lines = [line.split() for line in run_macro(MACRO.format(rounds=ROUNDS, again=AGAIN, rows=ROWS), books, extension=extension, seconds=300)]
        warm = started_warm(extension)
    sums = {value for word, value in lines if word == "sum"}
    if len(sums) != 1:
        raise SystemExit(f"the three ways do not agree: {sums}")
    best = [min(int(value) for word, value in lines if word == str(way)) / AGAIN / 1000 for way in range(len(WAYS))]
    table = Table("5,000 rows of interest", "seconds", "÷ plain formula", "asked")
    for way, seconds in zip(WAYS, best, strict=True):
        asked = f"{ARRAY_TARGET:g}" if way == "one array call" else ""
        table.add_row(way, f"{seconds:.4f}", f"{seconds / best[-1]:.1f}", asked)
    console.print(table)
    inside = ", ".join(f"{word} {int(value) / 1000:.2f} s" for word, value in lines if word in ("load", "calculate", "save"))
    cells = sum(len(sheet.formulas) for sheet in read_workbook(BOOK).sheets.values())
    console.print(f"{BOOK.name}, {cells:,} formulas: started warm, calculated anew and saved in {warm:.2f} s (asked: {WARM_TARGET:g}); inside: {inside}")


def written(folder: Path, way: str) -> Path:
    """Write 5,000 rows of one way: balance, months, interest rounded down to a baht a month; the rate stands once, as a by-law does."""
    rng = Random(2567)  # noqa: S311 - the same every time, not a secret
    path = folder / f"{way}.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 5, RATE)
        for row in range(ROWS):
            sheet.write_row(row, 0, [rng.randrange(10_000_000) / 100, rng.choice((1, 1, 1, 2, 3))])
            line = row + 1
            if way == "cells":
                sheet.write_formula(row, 3, f"=SATJA.INTEREST(A{line},$F$1,B{line})")
            elif way == "plain":
                sheet.write_formula(row, 3, f"=TRUNC(ROUND(A{line}*$F$1/12,8))*B{line}")
        if way == "array":
            sheet.write_array_formula(0, 3, ROWS - 1, 3, f"{{=SATJA.INTEREST(A1:A{ROWS},F1,B1:B{ROWS})}}")
    return path


def started_warm(extension: Path) -> float:
    """Start, calculate the book anew and save it, in a profile that was started before; the best of some times."""
    with workroom() as room:
        room.install(extension)
        book = room.take_in(BOOK)
        room.convert([book], ".xlsx", None)
        seconds = []
        for _ in range(WARM_ROUNDS):
            began = time.perf_counter()
            room.convert([book], ".xlsx", None)
            seconds.append(time.perf_counter() - began)
    return min(seconds)


if __name__ == "__main__":
    main()
