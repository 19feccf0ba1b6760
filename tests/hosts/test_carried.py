"""What is carried into LibreOffice runs in the Python that is there, which may be 3.8, and nothing of it needs a host to be there."""

import doctest
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import addin
from addin.hosts.calc.build import CARRIED

ADDIN = Path(addin.__file__).parent
OLDEST = "3.8-"
"""LibreOffice 7.4 for Windows has 3.8."""
HOSTS = sorted(
    path.relative_to(ADDIN.parent).with_suffix("").as_posix().replace("/", ".") for path in (ADDIN / "hosts").rglob("*.py") if path.name != "component.py"
)
NOT_THERE = ("uno", "xlwings", "pywintypes", "win32com", "js", "pyodide")


@pytest.mark.parametrize("carried", [*CARRIED, "hosts/calc/component.py", "hosts/xlwings_values.py"])
def test_it_runs_in_the_oldest_python_there_is(carried: str) -> None:
    command = [str(Path(sys.executable).with_name("vermin")), f"-t={OLDEST}", "--no-tips", "--violations", str(ADDIN / carried)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a checker, over files of our own
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("module", HOSTS)
def test_a_host_is_imported_where_it_is_not(module: str) -> None:
    blocked = f"import sys; sys.modules.update(dict.fromkeys({NOT_THERE!r})); import importlib; importlib.import_module({module!r})"
    ran = subprocess.run([sys.executable, "-c", blocked], capture_output=True, text=True, check=False, cwd=ADDIN.parent)  # noqa: S603 - this Python
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("module", [*HOSTS, "workbook.live"])
def test_the_worked_numbers_in_its_words_are_right(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0
