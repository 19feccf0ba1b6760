"""A macro run by LibreOffice without a window, in the profile that is thrown away: what it finds out inside, it writes to a file.

Its Basic also understands VBA (``Option VBASupport 1``), which is how the macros for Excel are tried here.
"""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from workshop.recalculate import CANARY, SECONDS, workroom, write_canary

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Tried"/>
</library:library>
"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Tried" script:language="StarBasic">{}</script:module>
"""
WRITTEN = "«written»"


def run_macro(code: str, books: Mapping[str, Path] | None = None, *, extension: Path | None = None, seconds: float = SECONDS) -> list[str]:
    """Run Sub Main of a module; give the lines of the file it wrote, none where it did not get so far.

    In the module «written» stands for that file, and «name» for the address of the book of that name, a copy of it.
    """
    with workroom() as room:
        written = room.outbox / "written.txt"
        if extension is not None:
            room.install(extension)
        for name, book in (books or {}).items():
            code = code.replace(f"«{name}»", room.take_in(book).as_uri())
        write_canary(room.inbox / CANARY)
        room.convert([room.inbox / CANARY], ".xlsx", SECONDS)  # it lays out a library of its own first
        folder = room.profile / "user" / "basic" / "Standard"
        (folder / "script.xlb").write_text(LIBRARY, encoding="utf-8")
        (folder / "Tried.xba").write_text(MODULE.format(escape(code.replace(WRITTEN, str(written)))), encoding="utf-8")
        room.run([*_START, "macro:///Standard.Tried.Main"], seconds)
        return written.read_text(encoding="utf-8").splitlines() if written.exists() else []


_START: Sequence[str] = ("--headless", "--norestore")
