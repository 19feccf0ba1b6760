"""Every file that is no workbook says why, in one of the reasons."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from tests.workbook.making import MAIN, OFFICE, RELATIONS, one_sheet, refused, refused_parts, relations, sheet_xml, workbook_xml, zipped
from workbook import package, xlsx
from workbook.package import open_package
from workbook.unreadable import Reason, Unreadable
from workbook.xlsx import read_workbook

ONE = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "s.xlsx"
    path.write_bytes(data)
    return path


def good_bytes(tmp_path: Path) -> bytes:
    return zipped(tmp_path / "good.xlsx", one_sheet(ONE)).read_bytes()


def ole_with(name: str) -> bytes:
    coded = name.encode("utf-16-le")
    return OLE + coded.ljust(64, b"\x00") + (len(coded) + 2).to_bytes(2, "little") + bytes(446)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        ("ชื่อ,เงิน\nก,1\n".encode(), Reason.TEXT),
        ("ชื่อ,เงิน\nก,1\n".encode("cp874"), Reason.TEXT),
        ("ชื่อ\tเงิน".encode("utf-16"), Reason.TEXT),
        (b"<!DOCTYPE html><html><table></table></html>", Reason.TEXT),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", Reason.TEXT),
        (bytes(4096), Reason.NOT_A_WORKBOOK),
        (b"%PDF-1.7\n\x00\x01", Reason.NOT_A_WORKBOOK),
        (ole_with("Workbook"), Reason.OLD_XLS),
        (ole_with("BOOK"), Reason.OLD_XLS),
        (b"\x09\x08\x08\x00\x00\x05\x10\x00", Reason.OLD_XLS),
        (ole_with("EncryptedPackage"), Reason.ENCRYPTED),
        (ole_with("WordDocument"), Reason.NOT_A_WORKBOOK),
        (b"PK\x03\x04 and no more", Reason.TRUNCATED),
        (b"PK,money\n1,2\n", Reason.TEXT),
    ],
)
def test_the_first_bytes_tell(tmp_path: Path, data: bytes, reason: Reason) -> None:
    assert refused(written(tmp_path, data)).reason is reason


@pytest.mark.parametrize(("data", "detail"), [(b"<html>", "HTML"), (b"<?xml?>", "XML"), (b"a,b", "plain text")])
def test_the_kind_of_text_is_told(tmp_path: Path, data: bytes, detail: str) -> None:
    assert refused(written(tmp_path, data)).detail == detail


def test_a_place_without_a_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx").reason is Reason.MISSING
    assert refused(written(tmp_path, b"") / "below a file.xlsx").reason is Reason.MISSING
    assert refused("nul\0.xlsx").reason is Reason.MISSING
    assert refused(tmp_path).reason is Reason.DIRECTORY
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert refused(tmp_path / "pipe.xlsx").reason is Reason.NOT_A_WORKBOOK


@pytest.mark.parametrize(("error", "reason"), [(PermissionError(13, "denied"), Reason.NO_PERMISSION), (OSError(5, "broken disk"), Reason.DAMAGED)])
def test_a_file_that_does_not_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: Reason) -> None:
    path = written(tmp_path, b"x")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert refused(path).reason is reason
    assert error.strerror == refused(path).detail


def test_an_interrupted_copy(tmp_path: Path) -> None:
    good = good_bytes(tmp_path)
    assert refused(written(tmp_path, good[:-200])).reason is Reason.TRUNCATED
    assert refused(written(tmp_path, good[: len(good) // 2])).reason is Reason.TRUNCATED


def test_bytes_changed_on_the_way(tmp_path: Path) -> None:
    good = bytearray(good_bytes(tmp_path))
    start = good.find(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml") + 8
    good[start : start + 20] = b"\xff" * 20
    assert refused(written(tmp_path, bytes(good))).reason is Reason.TRUNCATED


def test_other_zips(tmp_path: Path) -> None:
    assert refused_parts(tmp_path, {"photo.jpg": b"\xff\xd8"})[0] is Reason.NOT_A_WORKBOOK
    assert refused_parts(tmp_path, {})[0] is Reason.NOT_A_WORKBOOK
    docx: dict[str, str | bytes] = {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": '<w:document xmlns:w="word"/>',
    }
    assert refused_parts(tmp_path, docx) == (Reason.NOT_A_WORKBOOK, "word/document.xml")
    ods: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>"}
    assert refused_parts(tmp_path, ods)[0] is Reason.OPEN_DOCUMENT
    xlsb: dict[str, str | bytes] = {"_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.bin")), "xl/workbook.bin": b"\x83\x01"}
    assert refused_parts(tmp_path, xlsb) == (Reason.BINARY_XLSB, "xl/workbook.bin")


@pytest.mark.parametrize("missing", ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_missing_part_is_named(tmp_path: Path, missing: str) -> None:
    parts = one_sheet(ONE)
    del parts[missing]
    assert refused_parts(tmp_path, parts) == (Reason.DAMAGED, "xl/workbook.xml" if missing.endswith("workbook.xml.rels") else missing)


@pytest.mark.parametrize("broken", ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_part_that_does_not_parse_is_named(tmp_path: Path, broken: str) -> None:
    parts = one_sheet(ONE)
    parts[broken] = str(parts[broken])[:-4]
    assert refused_parts(tmp_path, parts) == (Reason.DAMAGED, broken)


def test_what_else_is_damaged(tmp_path: Path) -> None:
    strings = one_sheet(ONE) | {"xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "s.xml"))}
    assert refused_parts(tmp_path, strings) == (Reason.DAMAGED, "xl/s.xml")
    assert refused_parts(tmp_path, strings | {"xl/s.xml": f'<sst xmlns="{MAIN}"><si>'}) == (Reason.DAMAGED, "xl/s.xml")
    no_string = one_sheet(sheet_xml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))
    assert refused_parts(tmp_path, no_string) == (Reason.DAMAGED, "xl/worksheets/sheet1.xml")
    twins = workbook_xml('<sheets><sheet name="ก" sheetId="1" r:id="r1"/><sheet name="ก" sheetId="2" r:id="r1"/></sheets>')
    assert refused_parts(tmp_path, one_sheet(ONE) | {"xl/workbook.xml": twins}) == (Reason.DAMAGED, "xl/workbook.xml")
    latin = ONE.replace("UTF-8", "ISO-8859-1")
    assert refused_parts(tmp_path, one_sheet(latin)) == (Reason.DAMAGED, "xl/worksheets/sheet1.xml")
    assert refused_parts(tmp_path, one_sheet(ONE.encode("utf-16-le"))) == (Reason.DAMAGED, "xl/worksheets/sheet1.xml")
    assert refused_parts(tmp_path, one_sheet(b"\xff\xfe<")) == (Reason.DAMAGED, "xl/worksheets/sheet1.xml")


def test_a_panic_inside_calamine_is_damage_and_an_interruption_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    class Panicking:
        error: BaseException = PanicException("index out of bounds")

        @classmethod
        def from_filelike(cls, _: object) -> object:
            raise cls.error

    path = zipped(tmp_path / "s.xlsx", one_sheet(ONE))
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Panicking)
    assert refused(path).reason is Reason.DAMAGED
    Panicking.error = python_calamine.CalamineError("no")
    assert refused(path).reason is Reason.DAMAGED
    Panicking.error = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        read_workbook(path)


@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_declaration_that_could_hold_entities(tmp_path: Path, coding: str) -> None:
    bomb = f'<!DOCTYPE b [<!ENTITY a "ha">]><worksheet xmlns="{MAIN}">&a;</worksheet>'
    assert refused_parts(tmp_path, one_sheet(bomb.encode(coding))) == (Reason.UNSAFE, "xl/worksheets/sheet1.xml")


def test_a_declaration_in_a_part_of_an_unusual_name(tmp_path: Path) -> None:
    parts = one_sheet(ONE) | {"xl/_rels/workbook.xml.rels": relations(("r1", "worksheet", "cells.bin")), "xl/cells.bin": "<!DOCTYPE b><worksheet/>"}
    assert refused_parts(tmp_path, parts) == (Reason.UNSAFE, "xl/cells.bin")


@pytest.mark.parametrize("name", ["/etc/passwd", "xl/../../x.xml", "C:/x.xml", "..\\x.xml"])
def test_paths_out_of_the_package(tmp_path: Path, name: str) -> None:
    assert refused_parts(tmp_path, one_sheet(ONE) | {name: "x"})[0] is Reason.UNSAFE


def test_a_relationship_out_of_the_package(tmp_path: Path) -> None:
    parts = one_sheet(ONE) | {"_rels/.rels": relations(("r1", "officeDocument", "../xl/workbook.xml"))}
    assert refused_parts(tmp_path, parts) == (Reason.UNSAFE, "_rels/.rels")


def test_links_that_leave_on_purpose_are_no_matter(tmp_path: Path) -> None:
    links = f'<Relationship Id="x" Type="{OFFICE}/hyperlink" Target="../../../a" TargetMode="External"/>'
    links += f'<Relationship Id="y" Type="{OFFICE}/hyperlink" Target="#S!A1"/>'
    parts = one_sheet(ONE) | {"xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'}
    assert read_workbook(zipped(tmp_path / "s.xlsx", parts)).sheets["S"].value(0, 0) == 1


def test_one_name_twice(tmp_path: Path) -> None:
    path = zipped(tmp_path / "s.xlsx", one_sheet(ONE) | {"XL/Workbook.xml": workbook_xml()})
    assert (refused(path).reason, refused(path).part) == (Reason.UNSAFE, "XL/Workbook.xml")


def test_a_symbolic_link(tmp_path: Path) -> None:
    path = zipped(tmp_path / "s.xlsx", one_sheet(ONE))
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("xl/link.xml")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    assert refused(path).reason is Reason.UNSAFE


def test_folders_in_the_zip_are_no_parts(tmp_path: Path) -> None:
    path = zipped(tmp_path / "s.xlsx", {"xl/": b"", **one_sheet(ONE)})
    assert "xl/" not in open_package(path).parts


def test_an_encrypted_entry(tmp_path: Path) -> None:
    data = bytearray(good_bytes(tmp_path))
    directory = data.find(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    assert refused(written(tmp_path, bytes(data))).reason is Reason.ENCRYPTED


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_no_spreadsheet_uses(tmp_path: Path, method: int) -> None:
    path = tmp_path / "s.xlsx"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("xl/workbook.xml", "x")
    assert refused(path).reason is Reason.DAMAGED


def test_a_zip_of_a_later_version(tmp_path: Path) -> None:
    data = bytearray(good_bytes(tmp_path))
    data[data.find(b"PK\x01\x02") + 6] = 99
    assert refused(written(tmp_path, bytes(data))).reason is Reason.DAMAGED


def test_a_bomb_is_counted_while_it_inflates(tmp_path: Path) -> None:
    assert refused_parts(tmp_path, one_sheet(b" " * (64 * 1024 * 1024)))[0] is Reason.TOO_BIG


def test_a_small_part_may_shrink_as_much_as_it_likes(tmp_path: Path) -> None:
    parts = one_sheet(ONE) | {"xl/media/blank.bin": bytes(8 * 1024 * 1024)}
    assert read_workbook(zipped(tmp_path / "s.xlsx", parts)).sheets["S"].value(0, 0) == 1


def test_limits_of_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "s.xlsx", one_sheet(ONE))
    monkeypatch.setattr(package, "MOST_TOTAL_BYTES", 300)
    assert refused(path).reason is Reason.TOO_BIG
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    assert refused(path).detail == "more than 3 parts"
    monkeypatch.setattr(package, "MOST_FILE_BYTES", 10)
    assert refused(path).detail == "a file over 10 bytes"


def test_a_lie_about_the_size_is_no_way_in(tmp_path: Path) -> None:
    plain = b" " * 1_000_000
    squeezed = zlib.compress(plain, wbits=-15)
    path = zipped(tmp_path / "s.xlsx", {"a.xml": plain})
    data = path.read_bytes().replace(len(plain).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert len(squeezed) < len(data)
    assert refused(written(tmp_path, data)).reason is Reason.TRUNCATED


@pytest.mark.parametrize("space", ["", " "])
def test_a_stray_cell_in_the_last_corner(tmp_path: Path, space: str) -> None:
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576">{space}<v>1</v></c></row>'
    assert refused_parts(tmp_path, one_sheet(sheet_xml(rows))) == (Reason.TOO_BIG, "xl/worksheets/sheet1.xml")


def test_a_styled_cell_in_the_last_corner_is_nothing(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert read_workbook(zipped(tmp_path / "s.xlsx", one_sheet(sheet_xml(rows)))).sheets["S"].values == [[1]]


def test_a_full_grid_has_its_limit_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_CELLS", 3)
    rows = '<row r="2"><c r="A1"><v>1</v></c><c r="B2"><v>1</v></c></row>'
    assert refused_parts(tmp_path, one_sheet(sheet_xml(rows)))[0] is Reason.TOO_BIG


def test_a_book_by_openpyxl_is_not_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "o.xlsx")
    opened = open_package(tmp_path / "o.xlsx")
    assert len(opened.sha256) == 64
    assert list(read_workbook(tmp_path / "o.xlsx").sheets) == ["Sheet"]


def test_a_reason_reads_as_a_sentence() -> None:
    assert str(Unreadable(Reason.DAMAGED, "xl/workbook.xml", "missing")) == "damaged: xl/workbook.xml: missing"
    assert str(Unreadable(Reason.EMPTY)) == "empty"
