"""A book for Excel on Windows with the functions: the same book as .xlsm, its formulas spelt SATJA_X, with the two buttons."""

import re
from pathlib import Path

from workbook.macros import macro_enabled_copy

from .cells import NAMESPACE
from .excel_macros import ribbon

_OURS = re.compile(rf"\b{NAMESPACE}\.([A-Z_]+)(?=\()", re.IGNORECASE)


def convert(source: Path, target: Path) -> int:
    """Write the .xlsm of a book; give how many formulas call a function. Numbers, styles and everything else stay as they are.

    Raises workbook.unreadable.Unreadable for what is no workbook, ValueError where the target is the source.
    """
    return macro_enabled_copy(source, target, spelt, ribbon())


def spelt(formula: str) -> str:
    """Spell a formula's calls as macros are called; LibreOffice keeps names it does not know in lower case.

    >>> spelt("IFERROR(satja.interest(A1,12%,3),0)")
    'IFERROR(SATJA_INTEREST(A1,12%,3),0)'
    """
    return _OURS.sub(lambda found: f"{NAMESPACE}_{found[1].upper()}", formula)
