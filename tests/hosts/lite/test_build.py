"""The files for xlwings Lite: the same from the same program, and main.py as the registry declares it."""

import importlib.util
import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from addin.hosts.cells import NAMESPACE, required
from addin.hosts.lite.build import GUIDE, build, main_text
from addin.hosts.lite.packing import HOME, OURS, imports, needed
from addin.hosts.xlwings_values import OPTIONS
from addin.udfs import UDFS
from tests.hosts.lite.fakes import xlwings_that_remembers

LARGEST = 700_000
WITHOUT = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"xlwings", "python_calamine", "xlsxwriter", "lxml", "jinja2", "markupsafe", "yaml", "click", "rich"}:
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
"""


@pytest.fixture(scope="module")
def main(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """Import main.py as xlwings Lite does, with decorators that remember."""
    path, _, _ = build(tmp_path_factory.mktemp("lite"))
    spec = importlib.util.spec_from_file_location("main_of_lite", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with xlwings_that_remembers():
        spec.loader.exec_module(module)
    return module


def told(main: ModuleType, name: str) -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    remembered: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = getattr(main, name).told
    return remembered


def test_the_same_program_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = build(tmp_path / "a"), build(tmp_path / "b")
    assert [path.name for path in first] == ["main.py", "requirements.txt", GUIDE]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_main_compiles_and_is_not_too_long_to_paste() -> None:
    text = main_text()
    compile(text, "main.py", "exec")
    assert len(text.encode()) < LARGEST
    assert "«" not in text.partition("PROGRAM = ")[2]


@pytest.mark.parametrize("name", UDFS)
def test_a_function_has_the_arguments_of_the_registry(main: ModuleType, name: str) -> None:
    entry, function = UDFS[name], getattr(main, name.lower())
    parameters = inspect.signature(function).parameters.values()
    assert [each.name for each in parameters] == [argument for argument, _, _ in entry.arguments]
    assert [each.default is inspect.Parameter.empty for each in parameters] == [place < required(name) for place in range(len(entry.arguments))]
    assert [each.default for each in parameters][required(name) :] == [None] * (len(entry.arguments) - required(name))
    assert function.__doc__ == f"{entry.thai} · {entry.english}"
    wanted = [("arg", (argument,), OPTIONS | {"doc": thai}) for argument, _, thai in entry.arguments]
    assert told(main, name.lower()) == [("func", (), {"namespace": NAMESPACE}), *wanted]


def test_there_is_no_function_that_the_registry_does_not_know(main: ModuleType) -> None:
    declared = {name for name, value in vars(main).items() if hasattr(value, "told") and value.told[0][0] == "func"}
    assert declared == {name.lower() for name in UDFS}


@pytest.mark.parametrize("name", ["use_the_functions", "check_this_book"])
def test_a_script_takes_the_open_book_and_says_in_thai_and_english_what_it_does(main: ModuleType, name: str) -> None:
    ((decorator, _, options),) = told(main, name)
    assert (decorator, " · " in options["name"]) == ("script", True)
    (parameter,) = inspect.signature(getattr(main, name)).parameters.values()
    assert parameter.annotation.__name__ == "Book"
    assert " · " in (getattr(main, name).__doc__ or "")


def test_what_main_imports_of_ours_is_in_it() -> None:
    files = needed(sorted(imports(main_text())))
    assert {"addin/hosts/lite/calling.py", "addin/hosts/lite/entering.py", "addin/hosts/cells.py", "addin/udfs/registry.py"} <= files.keys()
    assert all(path == HOME / name and name.partition("/")[0] in OURS for name, path in files.items())
    assert not {name for name in files if "build" in name or "packing" in name}


def test_building_and_the_packed_program_need_nothing_but_python(tmp_path: Path) -> None:
    """Neither xlwings nor any other package is there when the files are built, and none when a function and the check are imported."""
    build_it = f"{WITHOUT}import addin.hosts.lite, addin.hosts.lite.build as b, pathlib; b.build(pathlib.Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", build_it], cwd=HOME, check=True)  # noqa: S603 - our own words
    stand_in = "import types; xlwings = types.ModuleType('xlwings'); plain = lambda *a, **k: (lambda f: f)\n"
    stand_in += "xlwings.Book = object; xlwings.arg = xlwings.func = xlwings.script = plain; sys.modules['xlwings'] = xlwings\n"
    use_it = f"{WITHOUT}{stand_in}import main; print(main.interest([[12345.0]], [[0.12]], [[3.0]])); import validator.run, templates.read, addin; print(addin)"
    ran = subprocess.run([sys.executable, "-S", "-c", use_it], cwd=tmp_path, check=True, capture_output=True, text=True)  # noqa: S603 - the same
    assert ran.stdout.startswith("369.0\n")
    assert ".zip" in ran.stdout


def test_the_guide_is_thai_and_says_what_was_not_tried(tmp_path: Path) -> None:
    guide = build(tmp_path)[2].read_text(encoding="utf-8")
    for said in ("main.py", "requirements.txt", "Restart", "#NAME?", "#BUSY!", "#VALUE!", "ให้สมุดใช้ฟังก์ชัน", "ตรวจสมุดนี้", "ยังไม่มีใครเปิดชุดนี้ใน Excel จริง"):
        assert said in guide
