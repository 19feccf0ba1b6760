"""Setting up Excel on Windows: what xlwings is told, beside what people told it.

xlwings' own command is a stand-in that does to the configuration what the real one does (0.37: ``addin install`` writes one where
there is none, and leaves with status 0 whatever happened).
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from addin.hosts import excel_setup
from addin.hosts.excel_macros import macros
from addin.hosts.excel_setup import Computer, NotHere, install, status, uninstall, wanted
from satja.command import satja

THAI = "cp874"
"""The code page of Thai Windows."""


@dataclass
class Xlwings:
    """xlwings' command: what it was asked, and whether its add-in is there."""

    config: Path
    there: bool = False
    works: bool = True
    asked: list[str] = field(default_factory=list)

    def __call__(self, arguments: Sequence[str]) -> str:
        self.asked.append(arguments[1])
        if arguments[1] == "install" and self.works:
            self.there = True
            if not self.config.exists():
                self.config.parent.mkdir(parents=True, exist_ok=True)
                self.config.write_text(f'"INTERPRETER_WIN","{sys.executable}"\n', encoding=THAI)
        if arguments[1] == "remove":
            self.there = False
        return "The add-in is installed at XLSTART\n" if self.there else "The add-in is not installed.\n"


@pytest.fixture
def xlwings(tmp_path: Path) -> Xlwings:
    return Xlwings(tmp_path / "ผู้ใช้ หนึ่ง" / ".xlwings" / "xlwings.conf")


@pytest.fixture
def windows(xlwings: Xlwings) -> Computer:
    return Computer(xlwings.config, "win32", THAI, xlwings)


def told(computer: Computer) -> dict[str, str]:
    return dict(excel_setup._setting(line) for line in computer.lines())  # type: ignore[misc] # noqa: SLF001 - a line is two texts


def left_behind(computer: Computer) -> list[str]:
    return sorted(path.name for path in computer.config.parent.iterdir())


def test_a_fresh_computer_is_set_up_and_left_as_it_was(windows: Computer, xlwings: Xlwings) -> None:
    written = install(windows)
    assert told(windows) == wanted() == {"INTERPRETER_WIN": sys.executable, "UDF MODULES": "addin.hosts.excel"}
    assert written.read_bytes().decode("ascii") == macros()
    assert uninstall(windows)
    assert (left_behind(windows), xlwings.there) == ([], False)


THEIRS = (
    '"INTERPRETER_WIN","C:\\Users\\สมใจ\\python, 3.exe"\n"PYTHONPATH","D:\\งาน ""ของเรา"""\n\nnote of our own\n"A","b","c"\n'.encode(THAI),
    '\ufeff"interpreter_win","theirs"\r\n"SHOW CONSOLE","True"\r\n'.encode(),
    '"INTERPRETER_WIN","ของเขา"\n'.encode("utf-16"),
    '"INTERPRETER_WIN","ของเขา"\n'.encode(),
    b"",
)


@pytest.mark.parametrize("before", THEIRS, ids=range(len(THEIRS)))
@pytest.mark.parametrize("addin", [True, False])
def test_what_people_told_xlwings_comes_back_to_the_byte(windows: Computer, xlwings: Xlwings, before: bytes, *, addin: bool) -> None:
    windows.config.parent.mkdir(parents=True)
    windows.config.write_bytes(before)
    xlwings.there = addin
    for _ in range(2):
        install(windows)
    assert told(windows).items() >= wanted().items()
    assert len([line for line in windows.lines() if "interpreter_win" in line.casefold()]) == 1
    assert uninstall(windows)
    assert windows.config.read_bytes() == before
    assert (left_behind(windows), xlwings.there) == (["xlwings.conf"], addin)


def test_other_settings_stay_while_it_is_set_up(windows: Computer) -> None:
    windows.config.parent.mkdir(parents=True)
    windows.config.write_bytes(THEIRS[0])
    install(windows)
    assert windows.config.read_bytes().decode(THAI).splitlines()[2:] == THEIRS[0].decode(THAI).splitlines()[1:]


def test_a_setting_changed_since_is_left(windows: Computer) -> None:
    install(windows)
    windows.write(['"INTERPRETER_WIN","changed since"', *windows.lines()[1:]])
    assert uninstall(windows)
    assert told(windows) == {"INTERPRETER_WIN": "changed since"}


def test_another_python_takes_away_what_this_one_set(windows: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    install(windows)
    monkeypatch.setattr(sys, "executable", "another")
    assert uninstall(windows)
    assert left_behind(windows) == []


def test_without_install_there_is_nothing_to_take_away(windows: Computer, xlwings: Xlwings) -> None:
    xlwings.there = True
    assert not uninstall(windows)
    assert (xlwings.there, "remove" in xlwings.asked, windows.config.exists()) == (True, False, False)


def test_an_installation_that_failed_is_said_and_nothing_is_kept(windows: Computer, xlwings: Xlwings) -> None:
    xlwings.works = False
    with pytest.raises(NotHere, match="ปิด Excel ทุกหน้าต่าง"):
        install(windows)
    assert not windows.config.parent.exists()


def test_a_python_that_the_code_page_cannot_spell_is_said(windows: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "C:\\Users\\สมใจ\\python.exe")
    assert install(windows)
    with pytest.raises(NotHere, match="โฟลเดอร์ชื่อภาษาอังกฤษ"):
        install(replace(windows, code_page="cp1252", config=windows.config.with_name("other.conf")))


def test_what_is_set_up_is_told(windows: Computer) -> None:
    before = status(windows)
    assert (before.interpreter, before.is_this, before.macros, before.addin) == ("", False, None, "The add-in is not installed.")
    install(windows)
    after = status(windows)
    assert (after.interpreter, after.is_this, after.macros, after.addin) == (sys.executable, True, windows.macros, "The add-in is installed at XLSTART")


@pytest.mark.parametrize("action", [install, uninstall, status])
def test_where_there_is_no_windows_it_is_said_and_nothing_is_written(action: Callable[[Computer], object], windows: Computer) -> None:
    with pytest.raises(NotHere, match="satja addin lite"):
        action(replace(windows, platform="linux"))
    assert not windows.config.parent.exists()


def test_what_xlwings_complains_of_is_told(windows: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel_setup, "XLWINGS", [sys.executable, "-c", "import sys; sys.exit('no pywin32')"])
    with pytest.raises(NotHere, match="no pywin32"):
        install(replace(windows, run=None))
    assert not windows.config.exists()


@pytest.mark.skipif(sys.platform.startswith("win"), reason="there the command sets up")
@pytest.mark.parametrize("command", ["install", "uninstall", "status"])
def test_the_command_says_what_to_do_instead(command: str) -> None:
    ran = CliRunner().invoke(satja, ["addin", "excel", command])
    assert (ran.exit_code, "Windows เท่านั้น" in ran.output) == (1, True)
