"""Wrong values planted beside every formula, so that whatever is right afterwards was calculated."""

import re
import zipfile
from pathlib import Path

OFF_BY = 12_345.67
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_CELL = re.compile(r'(<c r="[A-Z]+\d+"(?: s="\d+")?)(?: t="(\w+)")?(><f>[^<]*</f>)<v>([^<]*)</v>')


def plant(source: Path, target: Path) -> int:
    """Write a copy in which every formula's stored value is wrong; return how many there are.

    A number is off by a fixed amount, a text (and an empty one) gets letters more, an error becomes a number.
    """
    planted = 0

    def wrong(found: re.Match[str]) -> str:
        nonlocal planted
        planted += 1
        start, kind, formula, value = found.groups()
        if kind == "str":
            return f'{start} t="str"{formula}<v>{value} (planted)</v>'
        number = OFF_BY if kind == "e" else float(value) + OFF_BY
        return f"{start}{formula}<v>{number!r}</v>"

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry, _CELL.sub(wrong, data.decode("utf-8")) if _SHEET.fullmatch(entry.filename) else data)
    return planted
