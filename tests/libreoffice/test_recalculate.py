"""LibreOffice as we run it: proved by a canary, never root, on its own, and gone afterwards."""

import os
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workbook.xlsx import read_workbook
from workshop import recalculate as module
from workshop.recalculate import CanaryDied, ConversionFailed, NoLibreOffice, recalculate, to_pdf, workroom, write_canary

pytestmark = pytest.mark.xdist_group("libreoffice")

Started = list[tuple[subprocess.Popen[bytes], Path]]


def value(book: Path) -> object:
    return read_workbook(book).sheets["canary"].value(0, 0)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    book = tmp_path / "สมุด เล่มเล็ก.xlsx"
    write_canary(book)
    return book


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Note every process that is started, and its folder."""
    seen: Started = []
    start = module._start  # noqa: SLF001 - what it started is what is asked about

    def noting(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
        seen.append((start(command, folder), folder))
        return seen[-1][0]

    monkeypatch.setattr(module, "_start", noting)
    return seen


def test_a_stale_value_is_calculated_and_nothing_is_left_behind(small: Path, tmp_path: Path, started: Started) -> None:
    assert value(small) == 999
    assert recalculate([small], tmp_path / "new" / "back") == [tmp_path / "new" / "back" / small.name]
    assert value(tmp_path / "new" / "back" / small.name) == 2
    assert value(small) == 999
    assert not started[0][1].exists()


def test_it_starts_as_one_that_was_started_before(small: Path) -> None:
    with workroom() as room:
        room.convert([room.take_in(small)], ".xlsx", None)
        assert value(room.outbox / small.name) == 2
        assert not (room.profile / "user" / "GraphicsRenderTests.log").exists()


def test_the_canary_dies_when_libreoffice_trusts_the_file(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PROFILE", module.PROFILE.replace("<value>0</value>", "<value>1</value>"))
    with pytest.raises(CanaryDied, match="came back as 999"):
        recalculate([small], tmp_path / "back")
    assert not (tmp_path / "back").exists()


def test_a_broken_book_is_named_and_no_other_is_brought(small: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(small.read_bytes()[:200])
    with pytest.raises(ConversionFailed, match=r"broken\.xlsx") as raised:
        recalculate([small, broken], tmp_path / "back")
    assert raised.value.book == broken
    assert not (tmp_path / "back").exists()


def test_what_takes_too_long_is_ended_with_all_its_children(small: Path, tmp_path: Path, started: Started) -> None:
    with pytest.raises(CanaryDied, match=r"stopped after 0\.2 seconds"):
        recalculate([small], tmp_path / "back", seconds=0.2)
    ((process, folder),) = started
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    assert not folder.exists()


def test_what_does_not_heed_is_killed(small: Path, tmp_path: Path, started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    deaf = tmp_path / "bin" / "soffice"
    deaf.parent.mkdir()
    deaf.write_text("#!/bin/sh\ntrap '' TERM\nsleep 60 & sleep 60\n")
    deaf.chmod(0o755)
    monkeypatch.setattr(module, "NOBODY", "root")  # the folder of a test is nobody's to enter
    monkeypatch.setattr(module, "SECONDS_TO_END", 0.2)
    monkeypatch.setenv("PATH", str(deaf.parent), prepend=os.pathsep)
    with pytest.raises(ConversionFailed, match=r"สมุด เล่มเล็ก.*stopped after 0\.2 seconds"):
        to_pdf(small, tmp_path, seconds=0.2)
    assert started[0][0].returncode == -signal.SIGKILL


@pytest.mark.skipif(os.geteuid() != 0, reason="whoever is not root runs it as himself")
def test_root_runs_it_as_nobody(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owners = []
    ask = module._ask_canary  # noqa: SLF001 - the moment when what came out is still there

    def asking(canary: Path, said: str) -> None:
        owners.append(canary.stat().st_uid)
        ask(canary, said)

    monkeypatch.setattr(module, "_ask_canary", asking)
    recalculate([small], tmp_path / "back")
    assert owners
    assert 0 not in owners


def test_two_runs_at_the_same_time_do_not_disturb_each_other(small: Path, tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    with ThreadPoolExecutor(2) as pool:
        backs = list(pool.map(lambda folder: recalculate([small], folder), folders))
    assert [value(back) for (back,) in backs] == [2, 2]


def test_a_book_is_printed(small: Path, tmp_path: Path) -> None:
    assert to_pdf(small, tmp_path).read_bytes().startswith(b"%PDF")


def test_without_libreoffice_it_says_what_to_install(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoLibreOffice, match="apt-get install"):
        recalculate([small], tmp_path / "back")


def test_books_that_would_overwrite_something_are_refused(small: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="same name"):
        recalculate([small, tmp_path / "elsewhere" / small.name], tmp_path / "back")
    with pytest.raises(ValueError, match="same name"):
        recalculate([tmp_path / module.CANARY], tmp_path / "back")
    with pytest.raises(ValueError, match="overwritten"):
        recalculate([small], small.parent)


def test_no_books_are_no_work(tmp_path: Path) -> None:
    assert recalculate([], tmp_path) == []
