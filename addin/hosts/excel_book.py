"""A book for Excel on Windows with the functions: the same book as .xlsm, its formulas spelt SATJA_X, with the two buttons."""

import re
from pathlib import Path

from workbook.macros import macro_enabled_copy

from .cells import NAMESPACE
from .excel_macros import ribbon

_OURS = re.compile(rf"(\"[^\"]*\"|&quot;.*?&quot;)|\b(?:_xldudf_{NAMESPACE}_|{NAMESPACE}\.)([A-Z_]+)(?= *\()", re.IGNORECASE)
"""A text between quotes, however XML spells them, which stays; or a call, as satja, LibreOffice or xlwings Lite spells it."""


def convert(source: Path, target: Path) -> int:
    """Write the .xlsm of a book; give how many formulas call a function. Numbers, styles and everything else stay as they are.

    A formula that cells share counts once. Raises workbook.unreadable.Unreadable for what is no workbook, ValueError where the target is
    the source.
    """
    return macro_enabled_copy(source, target, spelt, ribbon())


def spelt(formula: str) -> str:
    """Spell a formula's calls as macros are called; LibreOffice keeps names it does not know in lower case.

    >>> spelt("IFERROR(satja.interest(A1,12%,3),0)")
    'IFERROR(SATJA_INTEREST(A1,12%,3),0)'
    """
    return _OURS.sub(lambda found: found[1] or f"{NAMESPACE}_{found[2].upper()}", formula)
