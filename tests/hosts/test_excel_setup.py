"""Setting up Excel on Windows: what xlwings is told, beside what people told it; the add-in itself is xlwings' own command, not run here."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from addin.hosts import excel_setup
from addin.hosts.excel_macros import macros
from addin.hosts.excel_setup import NotHere, install, read_config, status, uninstall, wanted, write_config
from satja.command import satja

WINDOWS = "win32"


class Asked:
    """What xlwings' command was asked, and an answer."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []

    def __call__(self, arguments: Sequence[str]) -> str:
        self.commands.append(list(arguments))
        return "The add-in is installed at XLSTART\n"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "ผู้ใช้ หนึ่ง" / ".xlwings" / "xlwings.conf"


def test_a_fresh_computer_is_set_up_and_left_as_it_was(config: Path) -> None:
    asked = Asked()
    written = install(config, WINDOWS, asked)
    assert read_config(config) == wanted() == {"INTERPRETER_WIN": sys.executable, "UDF MODULES": "addin.hosts.excel"}
    assert written.read_bytes().decode("ascii") == macros()
    uninstall(config, WINDOWS, asked)
    assert read_config(config) == {}
    assert not written.exists()
    assert asked.commands == [["addin", "install"], ["addin", "remove"]]


def test_what_people_told_xlwings_stays_and_comes_back(config: Path) -> None:
    theirs = {"INTERPRETER_WIN": "C:\\Python, 3\\python.exe", "PYTHONPATH": 'D:\\งาน "ของเรา"', "SHOW CONSOLE": "True"}
    write_config(config, theirs)
    asked = Asked()
    install(config, WINDOWS, asked)
    assert read_config(config) == {**theirs, **wanted()}
    uninstall(config, WINDOWS, asked)
    assert read_config(config) == theirs
    assert asked.commands == [["addin", "install"]]
    assert sorted(path.name for path in config.parent.iterdir()) == ["xlwings.conf"]


def test_done_twice_it_still_comes_back(config: Path) -> None:
    write_config(config, {"INTERPRETER_WIN": "theirs"})
    for _ in range(2):
        install(config, WINDOWS, Asked())
    uninstall(config, WINDOWS, Asked())
    assert read_config(config) == {"INTERPRETER_WIN": "theirs"}


def test_a_setting_changed_since_is_left(config: Path) -> None:
    install(config, WINDOWS, Asked())
    write_config(config, {**read_config(config), "INTERPRETER_WIN": "changed since"})
    uninstall(config, WINDOWS, Asked())
    assert read_config(config) == {"INTERPRETER_WIN": "changed since"}


def test_what_is_set_up_is_told(config: Path) -> None:
    before = status(config, WINDOWS, Asked())
    assert (before.interpreter, before.is_this, before.macros) == ("", False, None)
    install(config, WINDOWS, Asked())
    after = status(config, WINDOWS, Asked())
    assert (after.interpreter, after.is_this, after.addin) == (sys.executable, True, "The add-in is installed at XLSTART")
    assert after.macros
    assert after.macros.exists()


@pytest.mark.parametrize("action", [install, uninstall, status])
def test_where_there_is_no_windows_it_is_said_and_nothing_is_written(action: object, config: Path) -> None:
    with pytest.raises(NotHere, match="satja addin lite"):
        action(config, "linux", Asked())  # type: ignore[operator]
    assert not config.parent.exists()


def test_what_xlwings_complains_of_is_told(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_setup, "XLWINGS", [sys.executable, "-c", "import sys; sys.exit('no pywin32')"])
    with pytest.raises(NotHere, match="no pywin32"):
        install(config, WINDOWS)
    assert not config.exists()


@pytest.mark.skipif(sys.platform.startswith("win"), reason="there the command sets up")
@pytest.mark.parametrize("command", ["install", "uninstall", "status"])
def test_the_command_says_what_to_do_instead(command: str) -> None:
    ran = CliRunner().invoke(satja, ["addin", "excel", command])
    assert (ran.exit_code, "Windows เท่านั้น" in ran.output) == (1, True)
