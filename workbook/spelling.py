"""One spelling for formulas that programs write differently: letter case, spaces, quotes round sheet names, function prefixes."""

import re

_OUR_FUNCTIONS = re.compile(r"(?:\[\d+\]!|[^\s(,]*\.xlam!)?(?:_xldudf_|_xludf\.|_xlfn\.)?satja[._]")


def normal(formula: str) -> str:
    """Give a formula in the one spelling in which formulas are compared.

    LibreOffice drops the quotes round Thai sheet names and writes unknown functions in lower case; Excel's hosts write
    ``[1]!SATJA_X`` or ``_xldudf_SATJA_X`` for ``SATJA.X`` (measured in LibreOffice, published for Excel).

    >>> normal("IFERROR([1]!SATJA_PENALTY('ระเบียบ'!$B$1, 2),0)")
    'iferror(satja.penalty(ระเบียบ!$b$1,2),0)'
    """
    text = formula.replace("'", "").replace(" ", "").casefold()
    return _OUR_FUNCTIONS.sub("satja.", text) if "satja_" in text or "!satja" in text or "_xl" in text else text
