"""Excel on Windows as far as Linux goes: the wrappers by the whole conformance table, in the form in which xlwings hands cells over.

What this shows: each function, called as xlwings calls it under our options (rows, nothing for a blank, errors by name), gives what
the table says, an error as COM's number; and xlwings' own decorators, its real ones for Windows with stand-ins for pywin32, take the
functions and keep what they were told. What it does not show: Excel, COM, or how VBA passes a range on.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from addin.hosts import excel
from addin.hosts.cells import required
from addin.hosts.reading import ErrorCell
from addin.udfs import UDFS
from tests.hosts.table import VALUE, Row, is_range, table

ROOT = Path(__file__).parents[2]
CODES = {number + excel.COM_ERROR: code for code, number in excel.ERRORS.items()}


def as_xlwings_gives(argument: Any) -> Any:
    """Give an argument as xlwings hands it over with two dimensions and errors by name; a blank cell is nothing."""
    lines = argument if is_range(argument) else ((argument,),)
    return [[cell.code if isinstance(cell, ErrorCell) else (None if cell == "" else cell) for cell in line] for line in lines]


def shown(answer: Any) -> Any:
    if isinstance(answer, list):
        return tuple(tuple(shown(cell) for cell in line) for line in answer)
    return CODES[answer] if type(answer) is int else answer


def called(row: Row) -> Any:
    """Call a function of the table as the macros do: what is left out at the end is nothing; too few or too many VBA itself refuses."""
    names = [name for name, _, _ in UDFS[row.name].arguments]
    if not required(row.name) <= len(row.arguments) <= len(names):
        return VALUE
    cells = [as_xlwings_gives(each) for each in row.arguments]
    return shown(getattr(excel, excel.macro_name(row.name))(*cells, *[None] * (len(names) - len(cells))))


@pytest.mark.parametrize("name", UDFS)
def test_every_call_of_the_table_shows_what_it_must(name: str) -> None:
    rows = [row for row in table() if row.name == name]
    assert {str(row): called(row) for row in rows} == {str(row): row.shows for row in rows}


def test_a_number_of_ours_is_never_taken_for_an_error() -> None:
    """A whole number is an error to the macros; ours come as floats."""
    for row in table():
        cells = [as_xlwings_gives(each) for each in row.arguments]
        answer = excel.answer(row.name, cells)
        whole = [cell for line in answer for cell in line if type(cell) is int] if isinstance(answer, list) else [answer] * (type(answer) is int)
        assert {CODES[cell] for cell in whole} <= {"#VALUE!", "#N/A", "#REF!", "#DIV/0!"}, row


def test_errors_that_xlwings_has_no_name_for_are_errors_too() -> None:
    spill = -2146826243
    assert excel.answer("BAHT_TEXT", [[[spill]]]) == excel.com_error("#VALUE!")
    assert excel.answer("INTEREST", [[[12345.0], [spill]], [[0.12]], [[1.0]]]) == [[123.0], [excel.com_error("#VALUE!")]]


@pytest.mark.parametrize(("code", "number"), [("#VALUE!", -2146826273), ("#N/A", -2146826246), ("#REF!", -2146826265), ("#DIV/0!", -2146826281)])
def test_errors_have_the_numbers_by_which_xlwings_knows_them(code: str, number: int) -> None:
    assert excel.com_error(code) == number


def test_the_reason_is_told() -> None:
    reason = vars(excel)["SATJA_REASON"]
    assert reason([["satja_interest"]], [["12345"]], [[0.12]], [[1.0]]).startswith("เงินต้นคงเหลือก่อนชำระ: ช่องนี้เป็น «12345»")
    assert reason([["INTEREST"]], [[12345.0]], [[0.12]], [[1.0]]) == ""
    assert reason([["=SATJA.NOTHING"]]) == "ไม่มีฟังก์ชัน NOTHING · There is no function NOTHING."


def test_without_xlwings_a_button_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "xlwings", None)
    for action in (excel.check_this_book, excel.next_receipt):
        with pytest.raises(RuntimeError, match="xlwings ใน Excel บน Windows"):
            action()


DECLARED = """
import sys
from unittest.mock import MagicMock
import xlwings
for name in ("pythoncom", "pywintypes", "win32com", "win32com.client", "win32com.server", "win32com.server.util", "win32com.server.dispatcher",
             "win32com.server.policy", "win32api", "win32con", "win32gui", "win32process", "win32timezone", "comtypes", "winreg", "win32com.client.dynamic"):
    sys.modules[name] = MagicMock(__name__=name)
sys.modules["pywintypes"].com_error = type("com_error", (Exception,), {})
from xlwings import udfs
xlwings.func, xlwings.arg = udfs.xlfunc, udfs.xlarg
from addin.hosts import excel
from addin.udfs import UDFS
for entry in UDFS.values():
    told = getattr(excel, excel.macro_name(entry.name)).__xlfunc__
    assert told["name"] == excel.macro_name(entry.name), told
    assert told["category"] == excel.CATEGORY
    assert told["ret"]["doc"] == f"{entry.thai} · {entry.english}"
    assert "convert" not in told["ret"]["options"]
    assert [(each["name"], each["doc"]) for each in told["args"]] == [(name, thai) for name, _, thai in entry.arguments]
    assert all(each["options"] == {"ndim": 2, "err_to_str": True} for each in told["args"])
reason = excel.SATJA_REASON.__xlfunc__
assert [each["vararg"] for each in reason["args"]] == [False, True]
imported = sorted(name for name in sys.modules if name.startswith(("addin", "validator", "templates")))
assert not [name for name in imported if name.startswith(("validator", "templates"))], imported
print("declared", len(UDFS))
"""


def test_xlwings_own_decorators_for_windows_take_the_functions() -> None:
    ran = subprocess.run([sys.executable, "-W", "ignore", "-c", DECLARED], capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603 - this Python
    assert (ran.returncode, ran.stdout.strip()) == (0, f"declared {len(UDFS)}"), ran.stderr


def test_nothing_of_ours_imports_what_is_not_free() -> None:
    """Xlwings' pro folder and its server may not be used by everybody."""
    sources = [*ROOT.glob("addin/**/*"), *ROOT.glob("satja/**/*.py"), *ROOT.glob("workbook/**/*.py"), *ROOT.glob("validator/**/*.py")]
    texts = {path: path.read_text(encoding="utf-8") for path in sources if path.suffix in (".py", ".template", ".jinja")}
    assert texts
    assert not [path for path, text in texts.items() if "xlwings.pro" in text or "xlwings.server" in text or "xlwings import server" in text]
