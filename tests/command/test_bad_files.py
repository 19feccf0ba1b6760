"""Files that are no books: one Thai sentence each, status 2, no traceback, and nothing written but the report."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from satja.command import COULD_NOT
from tests.command.calling import AS_ANYBODY, SAMPLES, Ran, contents, run
from tests.validator.building import Bench
from tests.validator.tone import asks, faults
from validator.registry import in_order
from validator.run import check_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OLD_XLS = OLE + "Workbook".encode("utf-16-le").ljust(64, b"\x00") + (18).to_bytes(2, "little") + bytes(446)
WORDS_OF = {
    "ว่าง.xlsx": "ว่างเปล่า",
    "ข้อความ.xlsx": "ไฟล์ข้อความ",
    "ขาด.xlsx": "ขาดตอนท้าย",
    "ล็อก.xlsx": "ล็อกรหัส",
    "เก่า.xls": "Excel รุ่นเก่า",
    "ปุ๋ย.xlsx": "ยังไม่ใช่สมุดบัญชีตามแม่แบบ",
    "รูป.xlsx": "ไม่ใช่ไฟล์ Excel",
    "ซิป.xlsx": "ไม่ใช่ไฟล์ Excel",
    "โฟลเดอร์": "เป็นโฟลเดอร์",
    "ไม่มี.xlsx": "ไม่พบไฟล์",
    "เสีย.xlsx": "มีส่วนที่อ่านไม่ได้",
}


@pytest.fixture
def bad(tmp_path: Path, bench: Bench) -> Path:
    """Give a folder with one file of each kind."""
    folder = tmp_path / "bad"
    folder.mkdir()
    sound = bench.sound().read_bytes()
    (folder / "ว่าง.xlsx").write_bytes(b"")
    (folder / "ข้อความ.xlsx").write_text("วันที่,จำนวน\n5/1/2567,100\n", encoding="cp874")
    (folder / "ขาด.xlsx").write_bytes(sound[: len(sound) // 2])
    (folder / "ล็อก.xlsx").write_bytes((SAMPLES / "mistakes" / "FILE-02.xlsx").read_bytes())
    (folder / "เก่า.xls").write_bytes(OLD_XLS)
    (folder / "ปุ๋ย.xlsx").write_bytes((SAMPLES / "mistakes" / "FILE-01-another-book.xlsx").read_bytes())
    (folder / "รูป.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (folder / "โฟลเดอร์").mkdir()
    with zipfile.ZipFile(folder / "ซิป.xlsx", "w") as other:
        other.writestr("word/document.xml", "<document/>")
    with zipfile.ZipFile(bench.sound()) as whole, zipfile.ZipFile(folder / "เสีย.xlsx", "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, whole.read(name)[:500] if name == "xl/worksheets/sheet3.xml" else whole.read(name))
    return folder


def told(ran: Ran, folder: Path) -> dict[str, Any]:
    """Hold a run on one bad file against what every such run is, and give the file's object."""
    assert (ran.code, ran.err) == (COULD_NOT, "")
    assert set(contents(folder / "satja-out")) == {path.name for path in (folder / "satja-out").iterdir()}
    (book,) = json.loads((folder / "satja-out" / "report.json").read_text(encoding="utf-8"))
    assert isinstance(book, dict)
    (finding,) = book["findings"]
    own = finding["check"]
    assert own in {"FILE-01", "FILE-02"}
    results = {outcome["check"]: outcome["outcome"] for outcome in book["outcomes"]}
    others = {each.id: "OK" if each.on_file else "NOT_RUN" for each in in_order() if each.id != own}
    assert results == {own: "FINDING", **others}
    assert book["decision"] == "not checked"
    assert finding["say"] in " ".join(ran.out.split())
    assert asks(finding["say"])
    assert list(faults(finding["say"])) == []
    return book


@pytest.mark.parametrize(("name", "words"), WORDS_OF.items())
def test_each_has_its_own_sentence(name: str, words: str, bad: Path, tmp_path: Path) -> None:
    before = contents(bad)
    work = tmp_path / "work"
    work.mkdir()
    book = told(run("check", bad / name, cwd=work), work)
    assert words in book["findings"][0]["say"]
    assert book["file"] == name
    assert contents(bad) == before
    assert [path.name for path in work.iterdir()] == ["satja-out"]


def test_a_file_that_may_not_be_opened(bad: Path, bench: Bench, tmp_path: Path) -> None:
    closed = bad / "ปิด.xlsx"
    closed.write_bytes(bench.sound().read_bytes())
    closed.chmod(0)
    assert "ไม่ให้สิทธิ์" in told(run("check", closed, cwd=tmp_path, before=AS_ANYBODY), tmp_path)["findings"][0]["say"]


def test_a_file_that_the_computer_does_not_let_be_opened(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    monkeypatch.setattr("builtins.open", closed)
    monkeypatch.setattr("zipfile.ZipFile", closed)
    report = check_file(bench.sound())
    assert [(finding.check, finding.variant) for finding in report.findings] == [("FILE-01", "NO_PERMISSION")]


def test_all_of_them_at_once_and_a_sound_book_between(bad: Path, bench: Bench, tmp_path: Path) -> None:
    (bad / "ดี.xlsx").write_bytes(bench.sound().read_bytes())
    names = sorted([*WORDS_OF, "ดี.xlsx"])
    ran = run("check", *(bad / name for name in names), cwd=tmp_path)
    assert (ran.code, ran.err) == (COULD_NOT, "")
    report = json.loads((tmp_path / "satja-out" / "report.json").read_text(encoding="utf-8"))
    assert [book["file"] for book in report] == names
    assert [book["decision"] for book in report] == ["no contradiction" if name == "ดี.xlsx" else "not checked" for name in names]


def test_a_note_is_written_for_it_too(bad: Path, tmp_path: Path) -> None:
    run("check", bad / "ขาด.xlsx", cwd=tmp_path)
    page = (tmp_path / "satja-out" / "ขาด.html").read_text(encoding="utf-8")
    assert "ยังตรวจไฟล์นี้ไม่ได้" in page
    assert "ขาดตอนท้าย" in page
