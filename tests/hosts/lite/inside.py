"""What is done inside Pyodide: main.py is imported with the real xlwings, its functions and a script are called. Nothing of satja is there but main.py."""

import base64
import importlib
import inspect
import io
import json
import pickle
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from functools import wraps
from pathlib import Path
from types import SimpleNamespace
from typing import Any


async def do() -> str:
    """Do the job of job.json; gives what came of it as JSON."""
    job, main = asked(), importlib.import_module("main")
    done = {"python": about(main), "answers": [answer(main, *row) for row in job["rows"]], "script": await entered(main, job["cells"])}
    done["books"] = [checked(base64.b64decode(book)) for book in job["books"]]
    done["checks"] = [await checked_by_script(main, base64.b64decode(book)) for book in job["books"]]
    with_one_satang_more()
    return json.dumps(done | {"with one satang more": [answer(main, *row) for row in job["rows"]]})


def asked() -> Any:
    return json.loads(Path("job.json").read_text(encoding="utf-8"))


def about(main: Any) -> dict[str, Any]:
    """Tell which Python this is, and what xlwings made of main.py's functions."""
    xlwings = sys.modules["xlwings"]
    functions = [value for name, value in vars(main).items() if inspect.isfunction(value) and value.__module__ == "main" and not name.startswith("_")]
    return {
        "version": list(sys.version_info[:2]),
        "platform": sys.platform,
        "xlwings": getattr(xlwings, "__version__", ""),
        "licensed": getattr(xlwings, "__pro__", None),
        "functions": sorted(each.__name__ for each in functions),
        "left on them": sorted({mark for each in functions for mark in vars(each)}),
    }


def answer(main: Any, name: str, arguments: list[Any]) -> dict[str, Any]:
    """Make one call as Lite does; gives what it gives, or what it raises."""
    try:
        return {"gives": getattr(main, name.lower())(*arguments)}
    except Exception as refused:  # noqa: BLE001 - whatever it is, a cell shows #VALUE! for it
        return {"raises": type(refused).__name__, "says": str(refused)}


async def entered(main: Any, cells: list[list[Any]]) -> dict[str, Any]:
    """Run the script that enters our formulas again on a stand-in for an open workbook; gives the cells written and what is printed."""
    fakes = importlib.import_module("fakes")
    book = fakes.Book({"แผ่น": fakes.Sheet(cells), "ล็อก": fakes.Sheet(cells, protected=True)})
    with redirect_stdout(io.StringIO()) as printed:
        await main.use_the_functions(book)
    return {"written": book.written, "said": printed.getvalue()}


def checked(pickled: bytes) -> dict[str, Any]:
    """Check a workbook that is in memory, as the check of an open book does."""
    book = importlib.import_module("templates.read").read_book(pickle.loads(pickled))  # noqa: S301 - the test made it
    return told(importlib.import_module("validator.run").check_book(book))


async def checked_by_script(main: Any, pickled: bytes) -> dict[str, Any]:
    """Run the script that checks the open book; gives what is printed, and the links on the sheet it adds."""
    workbook, writing = pickle.loads(pickled), importlib.import_module("writing")  # noqa: S301 - the test made it
    names = [SimpleNamespace(name=name, refers_to=f"={target}") for name, target in workbook.names.items()]
    book = writing.OpenForWriting(SimpleNamespace(names=names, sheets=[OpenSheet(sheet) for sheet in workbook.sheets.values()]))
    with redirect_stdout(io.StringIO()) as printed:
        await main.check_this_book(book)
    return {"said": printed.getvalue(), "links": [cell for cell in book.added[0].cells.values() if str(cell).startswith("=HYPERLINK")]}


class OpenSheet:
    """A sheet of a workbook in memory, as xlwings Lite shows it: values at once, formulas when they are waited for."""

    def __init__(self, sheet: Any, first: int = 1, last: int = 0) -> None:
        self.sheet, self.name, self.tables = sheet, sheet.name, ()
        self.visible, self.row, self.column = sheet.state == "visible", first, 1
        self.last, self.width = last or max(len(sheet.values), 1), max(map(len, sheet.values), default=1) or 1

    @property
    def used_range(self) -> "OpenSheet":
        return self

    @property
    def shape(self) -> tuple[int, int]:
        return self.last - self.row + 1, self.width

    def range(self, first: tuple[int, int], last: tuple[int, int]) -> "OpenSheet":
        return OpenSheet(self.sheet, first[0], last[0])

    def options(self, **_: Any) -> "OpenSheet":
        return self

    @property
    def value(self) -> list[list[Any]]:
        return [[self.shown(self.sheet.value(row, column)) for column in range(self.width)] for row in range(self.row - 1, self.last)]

    def shown(self, value: Any) -> Any:
        return getattr(value, "code", value)

    async def get_formula(self) -> list[list[str]]:
        rows = range(self.row - 1, self.last)
        return [[f"={text}" if (text := self.sheet.formula(row, column)) else "" for column in range(self.width)] for row in rows]


def told(report: Any) -> dict[str, Any]:
    """Give all that a report says, as JSON does."""
    outcomes = [[outcome.check, str(outcome.result), outcome.reason, [found(finding) for finding in outcome.findings]] for outcome in report.outcomes]
    return {"decision": report.decision, "outcomes": outcomes}


def found(finding: Any) -> list[Any]:
    shown = [finding.found, finding.expected, finding.difference, str(finding.severity), finding.cause, finding.variant]
    return [finding.key, list(finding.cells), *shown, sorted(finding.about), [[key, str(value)] for key, value in finding.told]]


def with_one_satang_more() -> None:
    """Let every function that gives money give one satang more, as a mistake would."""
    udfs = importlib.import_module("addin.udfs").UDFS
    for name, entry in list(udfs.items()):
        if entry.gives == "money":
            udfs[name] = replace(entry, call=one_more(entry.call), column=None)


def one_more(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def more(*given: Any, **named: Any) -> Any:
        return function(*given, **named) + 1

    return more
