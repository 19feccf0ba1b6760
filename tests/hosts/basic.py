"""A module of VBA run by LibreOffice's Basic, which understands it (Option VBASupport), and what it wrote to a file."""

from html import escape

from workshop import recalculate

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
SECONDS = 60


def run(code: str) -> list[str]:
    """Run Sub Main of a module, in which «written» stands for the file it writes; gives that file's lines, none where it did not run."""
    with recalculate._workroom() as room:  # noqa: SLF001 - a profile that is thrown away
        written = room.outbox / "written.txt"
        start = [room.command, f"-env:UserInstallation={room.profile.as_uri()}", "--headless", "--norestore"]
        recalculate._run([*start, "--terminate_after_init"], room.folder, SECONDS)  # noqa: SLF001 - it lays out its own library first
        folder = room.profile / "user" / "basic" / "Standard"
        (folder / "script.xlb").write_text(LIBRARY, encoding="utf-8")
        (folder / "Tried.xba").write_text(MODULE.format(escape(code.replace("«written»", str(written)))), encoding="utf-8")
        recalculate._run([*start, "macro:///Standard.Tried.Main"], room.folder, SECONDS)  # noqa: SLF001 - the same
        return written.read_text(encoding="utf-8").splitlines() if written.exists() else []
