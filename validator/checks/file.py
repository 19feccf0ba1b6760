"""FILE: whether the file can be opened as a fund book at all."""

from collections.abc import Iterator
from typing import Any

from validator.outcome import Finding, Severity
from validator.registry import check

LOCKED = "ENCRYPTED"


@check("FILE-01", Severity.ERROR, on_file=True)
def not_a_workbook(trouble: Any) -> Iterator[Finding]:
    """The file opens, and is a fund book.

    Why: nothing else can be looked at in a file that does not open. A truncated copy from a USB stick, a renamed text file,
    an older .xls: each gets its own sentence.
    """
    if trouble.reason != LOCKED:
        yield Finding("", (), (), found=trouble.name, variant=trouble.reason, told=(("file", trouble.name), ("part", trouble.detail)))


@check("FILE-02", Severity.ERROR, on_file=True)
def encrypted(trouble: Any) -> Iterator[Finding]:
    """The file opens without a password.

    Why: a book that one person alone can open is not the fund's book. No password is ever asked for or tried.
    """
    if trouble.reason == LOCKED:
        yield Finding("", (), (), found=trouble.name, told=(("file", trouble.name),))
