"""What a file is that is no zip: told from its first bytes, never from its name."""

from __future__ import annotations

import re

from workbook.unreadable import Reason, Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
_BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4096
# Thai text in the old code page has bytes above 0x7f and no control codes; a spreadsheet's own formats have many.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")


def refusal(data: bytes) -> Unreadable:
    """Return why bytes without a zip's signature are not a workbook that can be read here."""
    if not data:
        return Unreadable(Reason.EMPTY, detail="0 bytes")
    if data.startswith(_OLE):
        return _ole(data.lower())
    if data.startswith(_BARE_BIFF):
        return Unreadable(Reason.OLD_XLS, detail="BIFF without a container")
    head = data[:_LOOKED_AT]
    if head.startswith(_BYTE_ORDER) or not _CONTROL.search(head):
        return Unreadable(Reason.TEXT, detail=_kind_of_text(head))
    return Unreadable(Reason.NOT_A_WORKBOOK, detail="unknown signature")


def _ole(lowered: bytes) -> Unreadable:
    if _has_entry(lowered, "encryptedpackage") or _has_entry(lowered, "encryptioninfo"):
        return Unreadable(Reason.ENCRYPTED, detail="EncryptedPackage")
    if _has_entry(lowered, "workbook") or _has_entry(lowered, "book"):
        return Unreadable(Reason.OLD_XLS, detail="BIFF in an OLE container")
    return Unreadable(Reason.NOT_A_WORKBOOK, detail="OLE container without a workbook")


def _has_entry(lowered: bytes, name: str) -> bool:
    """Tell whether an OLE directory names a stream: 64 bytes of padded UTF-16, then its length, so that a word in a text is none."""
    coded = name.encode("utf-16-le")
    return coded.ljust(64, b"\x00") + (len(coded) + 2).to_bytes(2, "little") in lowered


def _kind_of_text(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        return "HTML"
    return "XML" if start.startswith(b"<") else "plain text"
