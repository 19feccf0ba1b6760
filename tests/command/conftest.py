"""A sound book, one with an error and one with a warning only, made once."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.validator.building import Bench, make_bench


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return make_bench(tmp_path_factory.mktemp("bench"))


@pytest.fixture
def books(bench: Bench, tmp_path: Path) -> Path:
    """Give a folder with ดี.xlsx (sound), ต่าง.xlsx (an error) and ถาม.xlsx (a warning)."""
    folder = tmp_path / "books"
    folder.mkdir()
    (folder / "ดี.xlsx").write_bytes(bench.sound().read_bytes())
    (folder / "ต่าง.xlsx").write_bytes(bench.book({"cells": {"เงินสัจจะ!R8": 22300.0}}).read_bytes())
    (folder / "ถาม.xlsx").write_bytes(bench.book({"cells": {"เงินสัจจะ!R8": 21800.0}}).read_bytes())
    return folder


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Give a runner that works in an empty folder."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return CliRunner()
