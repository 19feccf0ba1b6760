"""Why a file could not be read as a workbook."""

from __future__ import annotations

import enum


class Reason(enum.Enum):
    """What stands in the way; each asks the person for something different."""

    MISSING = "missing"
    DIRECTORY = "directory"
    NO_PERMISSION = "no permission"
    EMPTY = "empty"
    TEXT = "text"
    OLD_XLS = "old xls"
    BINARY_XLSB = "binary xlsb"
    OPEN_DOCUMENT = "open document"
    ENCRYPTED = "encrypted"
    TRUNCATED = "truncated"
    NOT_A_WORKBOOK = "not a workbook"
    DAMAGED = "damaged"
    TOO_BIG = "too big"
    UNSAFE = "unsafe"


class Unreadable(Exception):  # noqa: N818 - it is the outcome of reading, and reads as one
    """A file is not read: the reason, the part of the package where known, and a short English detail."""

    def __init__(self, reason: Reason, part: str = "", detail: str = "") -> None:
        super().__init__(reason, part, detail)
        self.reason = reason
        self.part = part
        self.detail = detail

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.reason.value, self.part, self.detail)))
