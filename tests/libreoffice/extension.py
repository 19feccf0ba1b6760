"""The extension for LibreOffice as the tests install it: as it is built, and the control whose answers are all off."""

import zipfile
from pathlib import Path

from addin.hosts.calc.build import build

ADAPTER = "satja_addin/hosts/cells.py"
OFF = """

_right = _shown


def _shown(kind, answer):
    import datetime

    shown = _right(kind, answer)
    if isinstance(shown, str):
        return shown + " "
    if isinstance(shown, bool):
        return not shown
    if isinstance(shown, datetime.date):
        return shown + datetime.timedelta(days=1)
    return shown + (0.01 if kind == "money" else 1.0)
"""
"""One satang more, a day later, another text."""


def built(folder: Path) -> Path:
    """Build the extension."""
    build(folder / "satja.oxt", "0.0.1")
    return folder / "satja.oxt"


def built_off(folder: Path) -> Path:
    """Build the control: the same extension, with one satang more in every answer."""
    right, off = built(folder), folder / "satja-off.oxt"
    with zipfile.ZipFile(right) as old, zipfile.ZipFile(off, "w") as new:
        for entry in old.infolist():
            text = old.read(entry)
            new.writestr(entry, text + OFF.encode() if entry.filename == ADAPTER else text)
    return off
