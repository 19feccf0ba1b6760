"""The same scan for sheet parts of the usual spelling, in a quarter of the time.

Calling Python for every cell costs more than reading all its values, and most cells have nothing to tell. So expat goes over the
part alone, which proves that it is well formed; then a part that has no comment, CDATA or second namespace can hold the letters
"<c " nowhere but at the beginning of a cell, and patterns may look for the formulas and errors among them. Whatever is not exactly
of that shape is NotPlain and goes the long way. A test holds the two ways against each other.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from xml.parsers import expat

from workbook.addresses import COLUMNS, ROWS, column_index
from workbook.scan import Scan, SharedFormulas

_MAIN = (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
_ROOT = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*<(?:(\w+):)?worksheet(\s[^>]*)>")
_DECLARED = re.compile(rb"""xmlns(?::(\w+))?=["']([^"']*)["']""")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
# A sheet of so many cells need not be measured when none stands beyond column Z and so many digits of rows: its grid is full enough.
_FULL_ENOUGH = ((26_000, 5), (2_600, 4))
_LETTERS = 26


class NotPlain(Exception):  # noqa: N818 - a turn of the road, not an error
    """The part is of another shape, or broken; the long way will tell."""


class _Patterns(NamedTuple):
    """What is looked for, with the part's own namespace prefix."""

    beyond: dict[int, re.Pattern[str]]
    odd: re.Pattern[str]
    formula: re.Pattern[str]
    error: re.Pattern[str]
    stored: re.Pattern[str]
    hollow: frozenset[str]


@cache
def _patterns(p: str) -> _Patterns:
    cell = rf'<{p}c r="([A-Z]{{1,3}})([1-9][0-9]{{0,6}})"'
    rest = r'(?: s="[0-9]*")?(?: t="[a-zA-Z]*")?(?: (?:cm|vm|ph)="\w*")*'
    formula = rf'<{p}f((?: \w+="[^"<>]*")*)(?:/>|>([^<]*)</{p}f>)'
    return _Patterns(
        beyond={digits: re.compile(rf'<{p}c(?=[\s/>])(?! r="[A-Z][1-9][0-9]{{0,{digits - 1}}}"{rest}/?>)') for _, digits in _FULL_ENOUGH},
        odd=re.compile(rf'<{p}c(?=[\s/>])(?! r="[A-Z]{{1,3}}[1-9][0-9]{{0,6}}"{rest}/?>)'),
        formula=re.compile(rf"{cell}([^>]*)>{formula}(?:(<{p}v>[^<]|<{p}v></{p}v>|<{p}v/>)|</{p}c>)"),
        error=re.compile(rf'{cell}[^>]* t="e"[^>]*>(?:{formula})?<{p}v>([^<]+)</{p}v>'),
        stored=re.compile(rf"{cell}[^>]*(?<!/)>(?!</{p}c>)"),
        hollow=frozenset(("", f"<{p}v></{p}v>", f"<{p}v/>")),
    )


def scan_plain(data: bytes) -> Scan:
    """Scan a sheet part of the usual spelling; NotPlain sends it the long way."""
    p, cells = _plain_cells(data)
    patterns = _patterns(p)
    scan = Scan(stored=cells.count(f"<{p}c "))
    digits = next((digits for least, digits in _FULL_ENOUGH if scan.stored > least), 0)
    if digits and not patterns.beyond[digits].search(cells):
        scan.rows, scan.columns = 10**digits - 1, _LETTERS
    elif patterns.odd.search(cells):
        raise NotPlain
    else:
        _measure(cells, patterns.stored, scan)
    _prove(data)
    _find_formulas(cells, p, patterns, scan)
    _find_errors(cells, patterns.error, scan)
    return scan


def _prove(data: bytes) -> None:
    """Let expat read the part, calling back only for what would make it anything but plain."""
    parser = expat.ParserCreate()
    parser.CommentHandler = parser.StartCdataSectionHandler = parser.ProcessingInstructionHandler = _not_plain
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotPlain from error


def _not_plain(*_: str) -> None:
    raise NotPlain


def _plain_cells(data: bytes) -> tuple[str, str]:
    """Return the part's prefix and everything in its sheetData, or raise NotPlain."""
    root = _ROOT.match(data)
    if not root:
        raise NotPlain
    bound = [prefix for prefix, space in _DECLARED.findall(root[2]) if space in _MAIN]
    if bound != [root[1] or b""]:
        raise NotPlain
    p = root[1] + b":" if root[1] else b""
    start, end = data.find(b"<%ssheetData>" % p), data.rfind(b"</%ssheetData>" % p)
    inside = data[start:end] if 0 <= start < end else b""
    if b"xmlns" in inside or (not inside and data.count(b"<%ssheetData" % p) != 1):
        raise NotPlain
    try:
        return p.decode(), inside.decode()
    except UnicodeDecodeError as error:
        raise NotPlain from error


def _find_formulas(cells: str, p: str, patterns: _Patterns, scan: Scan) -> None:
    found = patterns.formula.findall(cells)
    # The letters also begin <family> in a rich text: counted apart only when they do not tally, which is seldom.
    if len(found) != cells.count(f"<{p}f") and len(found) != sum(cells.count(f"<{p}f{end}") for end in " >/"):
        raise NotPlain
    formulas, shared = scan.formulas, SharedFormulas(scan.formulas)
    columns = {letters: column_index(letters) for letters in {each[0] for each in found}}
    for letters, number, cell, attributes, text, value in found:
        place = (int(number) - 1, columns[letters])
        written = _unescaped(text) if "&" in text or "\r" in text else text
        if attributes and 't="shared"' in attributes:
            given = dict(_ATTRIBUTE.findall(attributes))
            shared.add(place, given.get("si", ""), written, leads="ref" in given)
        elif written:
            formulas[place] = written
        else:
            continue
        # Only a text may be empty and still be a value.
        if value in patterns.hollow and not (value and 't="str"' in cell):
            scan.uncalculated.add(place)


def _find_errors(cells: str, pattern: re.Pattern[str], scan: Scan) -> None:
    if 't="e"' not in cells:
        return
    found = pattern.findall(cells)
    if len(found) != cells.count('t="e"'):
        raise NotPlain
    scan.errors.update({(int(number) - 1, column_index(letters)): text for letters, number, _, _, text in found})


def _measure(cells: str, pattern: re.Pattern[str], scan: Scan) -> None:
    places = pattern.findall(cells)
    scan.stored = len(places)
    scan.rows = max((int(number) for _, number in places), default=0)
    scan.columns = max((column_index(letters) + 1 for letters in {letters for letters, _ in places}), default=0)
    if scan.rows > ROWS or scan.columns > COLUMNS:
        raise NotPlain


def _unescaped(text: str) -> str:
    """Return text as XML reads it. Numbered signs are rare enough to go the long way."""
    if "&#" in text:
        raise NotPlain
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("\r\n", "\n"), ("\r", "\n"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text
