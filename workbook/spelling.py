"""One spelling for formulas that programs write differently: letter case, spaces, quotes round sheet names, function prefixes."""

import re
from collections.abc import Mapping

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


def names_read(names: Mapping[str, str]) -> dict[str, str]:
    """Give defined names and what they stand for in the one spelling."""
    return {name.casefold(): normal(cells) for name, cells in names.items()}


_NAME = re.compile(r"[^\W\d]\w*(?![\w(!.])")


def spelt_out(formula: str, names: Mapping[str, str], sheet: str) -> str:
    """Give a formula, in the one spelling, with defined names replaced by what they stand for, as it reads on a sheet.

    ``names`` are in the one spelling too. Cells of the sheet itself are spelt without it, also where somebody wrote it.

    >>> spelt_out("sum(receipts_amount)", {"receipts_amount": "รับเงิน!$l$6:$l$9"}, "รับเงิน")
    'sum($l$6:$l$9)'
    """
    text = _NAME.sub(lambda found: names.get(found[0], found[0]), formula)
    return re.sub(rf"(^|[-(,:;=<>&+*/^]){re.escape(normal(sheet))}!", r"\1", text)
