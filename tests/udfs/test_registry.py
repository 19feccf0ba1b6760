"""The registry, the docstrings, and the promise that the folder runs wherever it is copied."""

import ast
import datetime as dt
import doctest
import importlib
import inspect
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import FunctionType
from typing import Any, get_type_hints

import pytest

import addin.udfs
from addin.udfs import UDFS, CalculationError, errors
from addin.udfs.registry import Udf, udf

FOLDER = Path(addin.udfs.__file__).parent
FILES = sorted(FOLDER.glob("*.py"))
FUNCTIONS = {name: call for name in addin.udfs.__all__ if isinstance(call := getattr(addin.udfs, name), FunctionType)}
ERRORS = [error for error in vars(errors).values() if isinstance(error, type) and issubclass(error, CalculationError)]
KINDS = {"money", "rate", "number", "whole", "date", "text", "truth", "amounts", "wholes", "dates", "rates"}
PLAIN = {"money": int, "whole": int, "date": dt.date, "text": str, "truth": bool}
THAI = re.compile("[ก-๙]")

every_udf = pytest.mark.parametrize("entry", UDFS.values(), ids=list(UDFS))
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@every_udf
def test_a_udf_is_the_exported_function_of_its_name(entry: Udf) -> None:
    assert UDFS[entry.name] is entry
    assert entry.call is FUNCTIONS[entry.name.lower()]


@every_udf
def test_a_udf_has_help_in_two_languages(entry: Udf) -> None:
    assert THAI.search(entry.thai)
    assert not THAI.search(entry.english)
    assert entry.english.endswith(".")
    assert entry.english == (inspect.getdoc(entry.call) or "").split("\n", maxsplit=1)[0]


@every_udf
def test_a_udf_names_its_arguments_as_the_function_does(entry: Udf) -> None:
    assert [name for name, _, _ in entry.arguments] == list(inspect.signature(entry.call).parameters)
    assert all(THAI.search(said) for _, _, said in entry.arguments)


@every_udf
def test_the_kinds_of_a_udf_are_those_of_its_types(entry: Udf) -> None:
    hints = get_type_hints(entry.call)
    kinds = {name: kind for name, kind, _ in entry.arguments} | {"return": entry.gives}
    assert set(kinds.values()) <= KINDS
    assert all(hints[name] in {PLAIN[kind], PLAIN[kind] | None} for name, kind in kinds.items() if kind in PLAIN)


def test_a_name_is_declared_once() -> None:
    def interest() -> None:
        """Pretend to be another interest."""

    with pytest.raises(ValueError, match="INTEREST is declared twice"):
        udf("ดอกเบี้ย", gives="money")(interest)
    assert UDFS["INTEREST"].call is addin.udfs.interest


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_public_function_shows_an_example(name: str) -> None:
    assert re.search(rf">>> .*\b{name}\(", inspect.getdoc(FUNCTIONS[name]) or "")


@every_file
def test_the_examples_are_true(path: Path) -> None:
    name = "addin.udfs" if path.stem == "__init__" else f"addin.udfs.{path.stem}"
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_is_a_calculation_error_with_its_line_in_the_tree(error: type[CalculationError]) -> None:
    assert issubclass(error, ValueError)
    assert re.search(rf"(── |^){error.__name__} ", errors.__doc__ or "", re.MULTILINE)


def imported(tree: ast.Module) -> set[str]:
    """Tell the top names of what a file imports absolutely."""
    whole = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in whole | parts}


@every_file
def test_a_file_is_python_3_8_and_imports_the_standard_library_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))
    assert imported(tree) <= sys.stdlib_module_names
    # "int | None" is understood by no Python before 3.10 when the function is defined
    hints = [node.annotation for node in ast.walk(tree) if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation]
    hints += [node.returns for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.returns]
    assert not [ast.unparse(hint) for hint in hints if any(isinstance(part, ast.BitOr) for part in ast.walk(hint))]


RECORDED: list[tuple[Any, ...]] = []


def example(entry: Udf) -> dict[str, Any]:
    """Give the arguments of a function's own example, the ones left out as they are by default."""
    line = re.search(rf">>> (.*\b{entry.name.lower()}\(.*)", inspect.getdoc(entry.call) or "")
    assert line
    names = {"dt": dt, "Decimal": Decimal, "Fraction": Fraction, entry.name.lower(): lambda *arguments: RECORDED.append(arguments)}
    eval(line.group(1), names)  # noqa: S307 - our own docstring
    bound = inspect.signature(entry.call).bind(*RECORDED.pop())
    bound.apply_defaults()
    return bound.arguments


NOON = dt.datetime(2024, 2, 29, 12)  # noqa: DTZ001 - what a reader of cells may hand over
NO_MONEY = (-1, 1.5, -0.0, float("nan"), True, "1", None, Decimal(1), Decimal("NaN"))
NO_NUMBER = (Decimal("-0.01"), 0.12, float("nan"), "0.12", None, True, Decimal("NaN"), Decimal("Infinity"), Decimal("sNaN"))
NO_DATE = ("2024-02-29", 45351, 2567.0, NOON, True)
WRONG = {
    "money": NO_MONEY,
    "whole": NO_MONEY,
    "rate": NO_NUMBER,
    "number": NO_NUMBER,
    "date": (*NO_DATE, None),
    "text": ("ไม่มีคำนี้", None, 5),
    "amounts": [[wrong] for wrong in NO_MONEY],
    "wholes": [[wrong] for wrong in NO_MONEY],
    "dates": [[wrong] for wrong in NO_DATE],
    "rates": [[wrong] * 6 for wrong in NO_NUMBER],
}
ALLOWED: dict[str, tuple[Any, ...]] = {
    "BAHT_TEXT amount": (-1,), "ADD_MONTHS months": (-1,),  # both may be below zero
    "PENALTY cap": (None,),  # no cap
    "RECEIPT_GAPS used": ([None],),  # a blank row
}  # fmt: skip
ANSWERS = {"money": int, "whole": int, "rate": Decimal | Fraction, "number": int | Fraction, "date": dt.date, "text": str, "truth": bool}


@every_udf
def test_every_wrong_argument_has_a_named_error(entry: Udf) -> None:
    good = example(entry)
    for name, kind, _ in entry.arguments:
        for wrong in WRONG[kind]:
            if any(wrong is allowed or wrong == allowed for allowed in ALLOWED.get(f"{entry.name} {name}", ())):
                continue
            with pytest.raises(CalculationError) as caught:
                entry.call(**(good | {name: wrong}))
            assert caught.type is not CalculationError, f"{name}={wrong!r} has no error of its own"
            assert str(caught.value)


@every_udf
def test_an_answer_is_exact_and_of_its_kind(entry: Udf) -> None:
    answer = entry.call(**example(entry))
    assert isinstance(answer, ANSWERS[entry.gives])
    assert type(answer) is int or entry.gives not in {"money", "whole"}


BORROWED = """
import sys
from decimal import Decimal
from fractions import Fraction
sys.path.insert(0, sys.argv[1])
import borrowed
print(borrowed.interest(1234500, Decimal("0.12"), 3), borrowed.UDFS["DIVIDEND"].call(1572, 4454, 42435, 25))
print(*sorted({name.split(".")[0] for name in sys.modules} - sys.stdlib_module_names - {"__main__"}))
"""


def test_the_folder_runs_alone_under_another_name(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "borrowed", ignore=shutil.ignore_patterns("__pycache__"))
    # -I and -S leave the standard library alone on the path: no checkout, no site-packages
    command = [sys.executable, "-I", "-S", "-c", BORROWED, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)  # noqa: S603 - our own interpreter on our own text
    assert ran.stderr == ""
    assert ran.stdout.split("\n") == ["36900 14975", "borrowed", ""]


def test_the_registry_calls_what_the_cell_calls() -> None:
    assert UDFS["INTEREST"].call(1234500, Decimal("0.12"), 3) == 36900
