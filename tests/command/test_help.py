"""``satja --help`` and ``satja explain``; and how little is loaded for them."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from satja.command import COULD_NOT, satja
from tests.command.calling import ROOT, run
from tests.validator.tone import faults
from validator.words import WORDS

HEAVY = ("openpyxl", "xlsxwriter", "python_calamine", "jinja2", "lxml", "rich", "yaml", "templates", "validator", "workshop")


def test_help_is_thai_first() -> None:
    said = CliRunner().invoke(satja, ["--help"]).stdout
    assert said.index("สมุดบัญชีกองทุนชุมชน") < said.index("Books for Thai village funds")
    for name in ("new", "check", "explain", "fields"):
        own = CliRunner().invoke(satja, [name, "-h"]).stdout
        assert any("ก" <= sign <= "๙" for sign in own)
        assert name in said


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["new", "--help"]])
def test_help_loads_no_library(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom click.testing import CliRunner\nfrom satja.command import satja\n"
        f"assert CliRunner().invoke(satja, {arguments!r}).exit_code == 0\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - our own script
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("id_", WORDS)
def test_explain_tells_the_title_the_reason_and_three_steps(id_: str) -> None:
    said = CliRunner().invoke(satja, ["explain", id_.lower()]).stdout
    words = WORDS[id_]
    assert words.title in said
    assert words.why in said
    assert all(f"  {number}. " in said for number in (1, 2, 3))
    assert "{" not in said
    assert list(faults(said)) == []
    english = CliRunner().invoke(satja, ["explain", id_, "--lang", "en"]).stdout
    assert words.title_en in english
    assert "Why: " in english


def test_a_check_that_is_not_there_is_said_in_thai_with_those_that_are(tmp_path: Path) -> None:
    ran = run("explain", "CASH-99", cwd=tmp_path)
    assert ran.code == COULD_NOT
    assert ran.err.startswith("ยังไม่มีข้อตรวจชื่อ CASH-99")
    assert "SAV-02" in ran.err


@pytest.mark.parametrize("arguments", [["chek"], ["--version-of-what"], ["explain"]])
def test_a_wrong_call_is_answered_in_thai_first(arguments: list[str], tmp_path: Path) -> None:
    ran = run(*arguments, cwd=tmp_path)
    assert ran.code == COULD_NOT
    assert ran.err.startswith("คำสั่งนี้ยังเรียกไม่ถูก")
    assert "Traceback" not in ran.err


def test_no_command_shows_the_help(tmp_path: Path) -> None:
    ran = run(cwd=tmp_path)
    assert "สมุดบัญชีกองทุนชุมชน" in ran.out + ran.err
    assert "Traceback" not in ran.err
