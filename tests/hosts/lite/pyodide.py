"""One start of Pyodide under Node, for all tests of xlwings Lite."""

import base64
import json
import os
import pickle
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from addin.hosts.lite.build import build
from addin.hosts.reading import ErrorCell
from tests.hosts.table import is_range
from workbook.xlsx import read_workbook

HERE, TOOLS = Path(__file__).parent, Path(__file__).parents[3] / ".pyodide"
HOW = "run `make pyodide`: it puts Node (from Debian's packages), Pyodide (from npm) and the xlwings wheel in place"
LONGEST = 300
Answers = dict[str, Any]


def run(rows: Sequence[tuple[str, list[Any]]], cells: list[list[Any]], books: Sequence[Path], folder: Path) -> Answers:
    """Call main.py's functions, enter formulas of a sheet again and check books, all in one start; without the tools it fails and says how to get them."""
    node, wheels = shutil.which("node"), sorted(TOOLS.glob("xlwings-*.whl"))
    assert node, f"Node is not here: {HOW}"
    assert (TOOLS / "ready").is_file(), f"Pyodide is not here: {HOW}"
    build(folder)
    for fake in (HERE / "inside.py", HERE / "fakes.py", HERE.parent / "writing.py"):
        shutil.copy(fake, folder)
    pickled = [base64.b64encode(pickle.dumps(read_workbook(book))).decode() for book in books]
    (folder / "job.json").write_text(json.dumps({"rows": rows, "books": pickled, "cells": cells}), encoding="utf-8")
    unlicensed = {name: value for name, value in os.environ.items() if not name.startswith("XLWINGS")}
    ran = subprocess.run(  # noqa: S603 - our own script
        [node, HERE / "run.mjs", TOOLS / "package", wheels[0], folder], env=unlicensed, capture_output=True, text=True, timeout=LONGEST, check=False
    )
    assert ran.returncode == 0, ran.stderr[-4000:]
    print(ran.stdout)  # noqa: T201 - shown with a test that fails
    answers: Answers = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    return answers


def as_lite_gives(argument: Any) -> Any:
    """Give an argument as xlwings Lite hands it over under our options: rows, and nothing for one blank cell or one left out."""
    lines = argument if is_range(argument) else ((argument,),)
    rows = [[cell.code if isinstance(cell, ErrorCell) else cell for cell in line] for line in lines]
    return None if rows == [[None]] else rows
