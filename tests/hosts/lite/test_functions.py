"""The functions of main.py in Pyodide, the Python of xlwings Lite, by the whole conformance table.

What this shows: the generated main.py imports there with the real xlwings for Pyodide, unpacks its program, and every function gives,
for arguments in the form xlwings documents for our options, exactly what the table says and what this Python gives; and a book in
memory is checked there with the same findings. What it does not show: Excel. Without a licence key, which is never set here, the
decorators of xlwings leave a function as it is, so neither the registration in Excel nor xlwings' own conversion of cells on the
way in and out is run, nor how Excel shows an answer, an error or a sentence; and no script meets an open workbook.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from addin.hosts.cells import Refused, required
from addin.hosts.findings_sheet import check_this_book
from addin.hosts.lite.calling import answer
from addin.udfs import UDFS
from tests.hosts.lite import pyodide
from tests.hosts.lite.inside import told
from tests.hosts.lite.pyodide import Answers, as_lite_gives, run
from tests.hosts.table import VALUE, Row, table
from tests.hosts.writing import OpenForWriting
from tests.workbook.opened import Book
from validator.run import check_file

pytestmark = pytest.mark.xdist_group("pyodide")
SAMPLES = Path(__file__).parents[3] / "samples"
BOOKS = (SAMPLES / "mistakes" / "SAV-02.xlsx", SAMPLES / "golden-4-revolving-fund.xlsx")
CELLS = [["ชื่อ", "=SATJA.LEVY(A1,B1)"], ["=SUM(A1:A2)", "=SATJA.LEVY(A2,B2)"]]
IN_ERROR = [(name, [[["#REF!"]]] + [[[1.0]]] * (required(name) - 1)) for name in UDFS]
"""A call of each function whose first argument is a cell in error."""
LEAST_ROWS, LEAST_OF_MONEY = 2000, 300


@pytest.fixture(scope="module")
def rows() -> tuple[Row, ...]:
    return table()


@pytest.fixture(scope="module")
def calls(rows: tuple[Row, ...]) -> list[tuple[str, list[Any]]]:
    return [(row.name, [as_lite_gives(argument) for argument in row.arguments]) for row in rows] + IN_ERROR


@pytest.fixture(scope="module")
def ran(calls: list[tuple[str, list[Any]]], tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return run(calls, CELLS, BOOKS, tmp_path_factory.mktemp("lite"))


def shown(given: dict[str, Any]) -> Any:
    """Give what the cells show."""
    if "raises" in given:
        return VALUE
    value = given["gives"]
    return tuple(map(tuple, value)) if isinstance(value, list) else value


def test_it_is_the_python_of_lite_and_xlwings_without_a_licence(ran: Answers) -> None:
    about = ran["python"]
    assert (about["platform"], about["version"], about["xlwings"]) == ("emscripten", [3, 14], "0.37.8")
    assert about["licensed"] is False
    assert about["left on them"] == []


def test_every_function_of_the_registry_is_there(ran: Answers) -> None:
    assert set(ran["python"]["functions"]) == {name.lower() for name in UDFS} | {"use_the_functions", "check_this_book"}


def test_every_row_of_the_table_shows_what_it_must(ran: Answers, rows: tuple[Row, ...]) -> None:
    assert len(rows) >= LEAST_ROWS
    assert {str(row): shown(given) for row, given in zip(rows, ran["answers"], strict=False)} == {str(row): row.shows for row in rows}


def test_every_call_gives_what_it_gives_here(ran: Answers, calls: list[tuple[str, list[Any]]]) -> None:
    wanted = [here(name, arguments) for name, arguments in calls]
    assert [json.dumps(given) for given in map(without_words_of_python, ran["answers"])] == [json.dumps(given) for given in wanted]


def without_words_of_python(given: dict[str, Any]) -> dict[str, Any]:
    """Leave out how Python says that there are too few or too many arguments, which Excel does not let a person enter."""
    return {"raises": "TypeError"} if given.get("raises") == "TypeError" else given


def here(name: str, arguments: list[Any]) -> dict[str, Any]:
    if not required(name) <= len(arguments) <= len(UDFS[name].arguments):
        return {"raises": "TypeError"}
    try:
        return {"gives": answer(name, arguments)}
    except Refused as refused:
        return {"raises": "Refused", "says": str(refused)}


def test_an_error_of_another_cell_stays_that_error(ran: Answers) -> None:
    assert [given for given in ran["answers"][-len(IN_ERROR) :] if given != {"gives": "#REF!"}] == []


def test_a_mistake_of_one_satang_is_seen_in_every_row_of_money(ran: Answers, rows: tuple[Row, ...]) -> None:
    money = [place for place, row in enumerate(rows) if UDFS[row.name].gives == "money" and not isinstance(shown(ran["answers"][place]), str)]
    assert len(money) >= LEAST_OF_MONEY
    same = [str(rows[place]) for place in money if ran["with one satang more"][place] == ran["answers"][place]]
    assert same == []


def test_the_script_enters_our_formulas_again_and_says_so(ran: Answers) -> None:
    assert ran["script"]["written"] == [["แผ่น", 1, 2], ["แผ่น", 2, 2]]
    first, second = ran["script"]["said"].splitlines()
    assert first.startswith("ป้อนสูตรใหม่แล้ว 2 ช่อง")
    assert second.startswith("แผ่น 'ล็อก'")


@pytest.mark.parametrize("place", range(len(BOOKS)), ids=[book.stem for book in BOOKS])
def test_a_book_in_memory_is_checked_there_with_the_same_findings(ran: Answers, place: int) -> None:
    assert ran["books"][place] == json.loads(json.dumps(told(check_file(BOOKS[place]))))


@pytest.mark.parametrize("place", range(len(BOOKS)), ids=[book.stem for book in BOOKS])
def test_the_script_checks_an_open_book_as_it_is_checked_here(ran: Answers, place: int) -> None:
    book = OpenForWriting(Book(BOOKS[place]))
    assert ran["checks"][place]["said"] == check_this_book(book) + "\n"
    assert ran["checks"][place]["links"] == [cell for cell in book.added[0].cells.values() if str(cell).startswith("=HYPERLINK")]


@pytest.mark.parametrize("missing", ["Node", "Pyodide"])
def test_without_the_tools_it_says_how_to_get_them(missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyodide, "TOOLS", tmp_path)
    monkeypatch.setattr("shutil.which", lambda _: None if missing == "Node" else "node")
    with pytest.raises(AssertionError, match=f"{missing} is not here: run `make pyodide`"):
        run([], [], [], tmp_path)
