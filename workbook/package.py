"""The zip a workbook is kept in, opened once, safely and completely: whoever holds a Package meets no more surprises in it."""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import stat
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from workbook.foreign import refusal
from workbook.unreadable import Reason, Unreadable

MOST_FILE_BYTES = 200 * 1024 * 1024
MOST_TOTAL_BYTES = 400 * 1024 * 1024
"""A sound book of 2,000 members inflates to some 200 MB."""
MOST_PARTS = 5_000
RATIO_MATTERS_FROM = 10 * 1024 * 1024
MOST_RATIO = 200

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_CHUNK = 64 * 1024
_ENCRYPTED_FLAG = 0x1
_XML_NAMES = (".xml", ".rels", ".vml")
_BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")
# An entity needs a DOCTYPE. The wide spelling is found in UTF-16 of either byte order.
_DOCTYPE = b"<!DOCTYPE"
_WIDE_DOCTYPE = _DOCTYPE.decode().encode("utf-16-le")
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_OTHER_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE)


class Relation(NamedTuple):
    """One relationship of a part: its id, the last word of its type, and the part it leads to."""

    id: str
    kind: str
    target: str


@dataclass
class Package:
    """The parts of a zip by their normal names, in the order of the zip, each inflated and found sound."""

    path: Path
    data: bytes = field(repr=False)
    parts: dict[str, bytes] = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the file, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def _spelled(self) -> dict[str, str]:
        return {name.casefold(): name for name in self.parts}

    def archive(self) -> zipfile.ZipFile:
        """Open the zip again, for its entries' own names, order and times."""
        return zipfile.ZipFile(io.BytesIO(self.data))

    def find(self, part: str) -> str | None:
        """Return the part's name as the zip spells it; packages compare names without case."""
        return part if part in self.parts else self._spelled.get(part.casefold())

    def xml(self, part: str) -> bytes:
        """Return a part that must be there, as UTF-8 XML without any DOCTYPE; it may still not parse."""
        name = self.find(part)
        if name is None:
            raise Unreadable(Reason.DAMAGED, part, "missing")
        data = self.parts[name]
        if not name.casefold().endswith(_XML_NAMES):
            _refuse_doctype(name, data)
        if data.startswith(_BYTE_ORDER):
            return _from_utf16(name, data)
        if b"\x00" in data[:4] or _OTHER_ENCODING.match(data):
            raise Unreadable(Reason.DAMAGED, name, "not UTF-8")
        return data

    def take(self, part: str) -> bytes:
        """Return a part as xml does, and let go of it: a sheet is too large to be held twice. The part is empty from then on."""
        data = self.xml(part)
        self.parts[self.find(part) or part] = b""
        return data

    def tree(self, part: str) -> ET.Element:
        """Return the root element of a part that must be there and parse."""
        try:
            return ET.fromstring(self.xml(part))  # noqa: S314 - a DOCTYPE, which entities need, was refused above
        except ET.ParseError as error:
            raise Unreadable(Reason.DAMAGED, part, str(error)) from error

    def relations(self, part: str) -> list[Relation]:
        """Return where a part leads inside the package ("" is the package itself); none when it says nothing."""
        folder, rels = posixpath.dirname(part), relations_part(part)
        if self.find(rels) is None:
            return []
        return [
            Relation(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], _resolved(rels, folder, each.get("Target", "")))
            for each in self.tree(rels)
            if each.get("TargetMode") != "External" and not each.get("Target", "").startswith("#")
        ]


def relations_part(part: str) -> str:
    """Return the name of the part that says where a part leads."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_package(path: str | Path) -> Package:
    """Read a file once and return its parts, or raise Unreadable with the reason."""
    place = Path(path)
    data = _bytes_of(place)
    if not data.startswith(_ZIP):
        raise refusal(data)
    # Counted before zipfile makes an object of each: the directory of a hostile file may list millions.
    if data.count(b"PK\x01\x02") > MOST_PARTS:
        raise Unreadable(Reason.TOO_BIG, detail=f"more than {MOST_PARTS} parts")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Package(place, data, _parts(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, OSError, ValueError) as error:
        raise Unreadable(Reason.TRUNCATED, detail=str(error)) from error
    except NotImplementedError as error:
        raise Unreadable(Reason.DAMAGED, detail=str(error)) from error


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable(Reason.DIRECTORY)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(Reason.NOT_A_WORKBOOK, detail="not a regular file")
        with path.open("rb") as file:
            data = file.read(MOST_FILE_BYTES + 1)
    except PermissionError as error:
        raise Unreadable(Reason.NO_PERMISSION, detail=error.strerror or "") from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise Unreadable(Reason.MISSING) from error
    except OSError as error:
        raise Unreadable(Reason.DAMAGED, detail=error.strerror or "") from error
    if len(data) > MOST_FILE_BYTES:
        raise Unreadable(Reason.TOO_BIG, detail=f"a file over {MOST_FILE_BYTES} bytes")
    return data


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    room = MOST_TOTAL_BYTES
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        name = _safe_name(entry)
        if name.casefold() in seen:
            raise Unreadable(Reason.UNSAFE, name, "twice in the zip")
        seen.add(name.casefold())
        parts[name] = _inflated(archive, entry, name, room)
        room -= len(parts[name])
        if name.casefold().endswith(_XML_NAMES):
            _refuse_doctype(name, parts[name])
    return parts


def _safe_name(entry: zipfile.ZipInfo) -> str:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        raise Unreadable(Reason.UNSAFE, name, "a path out of the package")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Unreadable(Reason.UNSAFE, name, "a symbolic link")
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise Unreadable(Reason.ENCRYPTED, name, "an encrypted entry")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # The others inflate a whole block at once, past any counting; no spreadsheet writes them.
        raise Unreadable(Reason.DAMAGED, name, f"compression method {entry.compress_type}")
    return name


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, room: int) -> bytes:
    """Return an entry's bytes, counted as they come: the sizes a zip declares are only its word."""
    whole = io.BytesIO()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            whole.write(chunk)
            size = whole.tell()
            if size > room:
                raise Unreadable(Reason.TOO_BIG, name, f"more than {MOST_TOTAL_BYTES} bytes in all")
            if size > RATIO_MATTERS_FROM and size > MOST_RATIO * entry.compress_size:
                raise Unreadable(Reason.TOO_BIG, name, f"expands more than {MOST_RATIO} times")
    return whole.getvalue()


def _refuse_doctype(name: str, data: bytes) -> None:
    if _DOCTYPE in data or (b"\x00" in data[:4] and _WIDE_DOCTYPE in data):
        raise Unreadable(Reason.UNSAFE, name, "a DOCTYPE declaration")


def _from_utf16(name: str, data: bytes) -> bytes:
    """Return UTF-16 as UTF-8 and without the declaration that says otherwise: calamine reads nothing from it, silently."""
    try:
        return _XML_DECLARATION.sub("", data.decode("utf-16"), count=1).encode()
    except UnicodeDecodeError as error:
        raise Unreadable(Reason.DAMAGED, name, "not UTF-16") from error


def _resolved(rels: str, folder: str, target: str) -> str:
    path = posixpath.normpath(posixpath.join(folder, unquote(target).replace("\\", "/")))
    if path.startswith(".."):
        raise Unreadable(Reason.UNSAFE, rels, "a relationship out of the package")
    return path.lstrip("/")
