"""The same scan for sheet parts of the usual spelling, in a fraction of the time.

Calling Python for every cell costs more than reading all its values, and most cells have nothing to tell. So expat goes over the
part alone, which proves that it is well formed; then a part that has no comment, CDATA or second namespace can hold the letters
"<c " nowhere but at the beginning of a cell, and one pattern may cut out the formulas, which are two thirds of a book. What is left
is short, and is all that the other patterns and calamine have to read. Whatever is not exactly of that shape is NotPlain and goes
the long way. A test holds the two ways against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import Any, NamedTuple
from xml.parsers import expat

from workbook.addresses import COLUMNS, ROWS, column_index
from workbook.formulas import spelt_out
from workbook.scan import Scan, SharedFormulas

_MAIN = (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main")
_ROOT = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>)?\s*<(?:(\w+):)?worksheet(\s[^>]*)>")
_DECLARED = re.compile(rb"""xmlns(?::(\w+))?=["']([^"']*)["']""")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_SHARED = b' t="shared"'
_TEXT = b't="str"'
_ERROR = b't="e"'
# The pattern of a formula cell has six groups; the stretch before it is the seventh piece.
_STEP = 7
# A sheet of so many cells need not be measured when none stands beyond column Z and so many digits of rows: its grid is full enough.
_FULL_ENOUGH = ((26_000, 5), (2_600, 4))
_LETTERS = 26


class NotPlain(Exception):  # noqa: N818 - a turn of the road, not an error
    """The part is of another shape, or broken; the long way will tell."""


class _Patterns(NamedTuple):
    """What is looked for, with the part's own namespace prefix."""

    formula: re.Pattern[bytes]
    uncut: re.Pattern[bytes]
    beyond: dict[int, re.Pattern[bytes]]
    odd: re.Pattern[bytes]
    error: re.Pattern[bytes]
    stored: re.Pattern[bytes]


@cache
def _patterns(prefix: bytes) -> _Patterns:
    p = prefix.decode()
    place = "([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"
    style, more = r'(?: s="[0-9]*+")?+', r'(?: (?:cm|vm|ph)="\w*+")*+'
    rest = rf'{style}(?: t="[a-zA-Z]*+")?+{more}'
    # A formula answers with a text, number, truth or error; what else may be in its cell has ways of its own to be empty.
    head = rf'(<{p}c r="{place}"{style}(?: t="(?:str|n|b|e)")?+{more}>)'
    formula = rf'<{p}f((?: (?!xmlns)\w+="[^"<>]*+")*+)(?:/>|>([^<]*+)</{p}f>)'
    hollow = rf"(<{p}v></{p}v>|<{p}v/>|)</{p}c>"
    return _Patterns(
        formula=_compiled(rf"{head}{formula}(?:(?=<{p}v>[^<])|{hollow})"),
        uncut=_compiled(rf"<{p}f[\s/>]"),
        beyond={digits: _compiled(rf'<{p}c(?=[\s/>])(?! r="[A-Z][1-9][0-9]{{0,{digits - 1}}}+"{rest}/?+>)') for _, digits in _FULL_ENOUGH},
        odd=_compiled(rf'<{p}c(?=[\s/>])(?! r="[A-Z]{{1,3}}+[1-9][0-9]{{0,6}}+"{rest}/?+>)'),
        error=_compiled(rf'<{p}c r="{place}"[^>]* t="e"[^>]*><{p}v>([^<]+)</{p}v>'),
        stored=_compiled(rf'<{p}c r="{place}"[^>]*+(?<!/)>(?!</{p}c>)'),
    )


def _compiled(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode())


@dataclass(slots=True)
class _Cut:
    """A sheet's cells with the formulas cut out: what stands between them, and of each formula cell its parts.

    numbers are the places as Formulas counts them; rows and columns say how far they reach. A text is empty where the formula is
    a tag without content. A mark is None where a value follows, else what stands there instead of one.
    """

    between: list[bytes]
    heads: list[bytes]
    numbers: list[int]
    rows: int
    columns: int
    attributes: list[bytes]
    texts: list[bytes]
    marks: list[bytes | None]


def scan_plain(data: bytes) -> Scan:
    """Scan a sheet part of the usual spelling; NotPlain sends it the long way."""
    p, start, end = _sheet_data(data)
    patterns = _patterns(p)
    cut, scan = _cut(patterns.formula.split(memoryview(data)[start:end])), Scan()
    scan.stored = hollow = _find_hollow(cut, scan)
    scan.left = left = _left(cut, data[:start], data[end:])
    cells = start, len(left) - len(data) + end
    if left.find(b"xmlns", *cells) >= 0 or (left.find(b"<%sf" % p, *cells) >= 0 and patterns.uncut.search(left, *cells)):
        raise NotPlain
    scan.stored += left.count(b"<%sc " % p, *cells)
    _measure(cut, patterns, scan, hollow, cells)
    _prove(data)
    _keep_formulas(cut, scan)
    _find_errors(patterns.error, scan, cells)
    return scan


def _sheet_data(data: bytes) -> tuple[bytes, int, int]:
    """Return the part's prefix and where the inside of its sheetData begins and ends, or raise NotPlain."""
    root = _ROOT.match(data)
    if not root:
        raise NotPlain
    bound = [prefix for prefix, space in _DECLARED.findall(root[2]) if space in _MAIN]
    if bound != [root[1] or b""]:
        raise NotPlain
    p = root[1] + b":" if root[1] else b""
    start, end = data.find(b"<%ssheetData>" % p), data.rfind(b"</%ssheetData>" % p)
    if 0 <= start < end:
        return p, start, end
    if data.count(b"<%ssheetData" % p) != 1:
        raise NotPlain
    return p, 0, 0


def _cut(pieces: list[Any]) -> _Cut:
    """Sort what the pattern split a part into: between two stretches without formulas stand its six groups."""
    letters, numbers, texts = pieces[2::_STEP], pieces[3::_STEP], pieces[5::_STEP]
    column_of = {each: column_index(each.decode()) for each in set(letters)}
    row_of = {each: (int(each) - 1) * COLUMNS for each in set(numbers)}
    return _Cut(
        between=pieces[::_STEP],
        heads=pieces[1::_STEP],
        numbers=list(map(add, map(row_of.__getitem__, numbers), map(column_of.__getitem__, letters))),
        rows=max(row_of.values(), default=-COLUMNS) // COLUMNS + 1,
        columns=max(column_of.values(), default=-1) + 1,
        attributes=pieces[4::_STEP],
        texts=texts if all(texts) else [text or b"" for text in texts],
        marks=pieces[6::_STEP],
    )


def _find_hollow(cut: _Cut, scan: Scan) -> int:
    """Note the formulas without a value, cut their cells out entirely, and return how many they are."""
    hollow = [index for index, mark in enumerate(cut.marks) if mark is not None]
    # Only a text may be empty and still be a value.
    answered = [index for index in hollow if cut.marks[index] and _TEXT in cut.heads[index]]
    scan.answered = [divmod(cut.numbers[index], COLUMNS) for index in answered]
    if len(answered) < len(hollow):
        scan.uncalculated = {divmod(cut.numbers[index], COLUMNS) for index in set(hollow).difference(answered)}
    for index in hollow:
        cut.heads[index] = b""
    return len(hollow)


def _left(cut: _Cut, before: bytes, after: bytes) -> bytes:
    """Return the part as it reads without its formulas."""
    both = [b""] * (len(cut.between) + len(cut.heads))
    both[::2], both[1::2] = cut.between, cut.heads
    both[0] = before + both[0]
    both[-1] += after
    return b"".join(both)


def _measure(cut: _Cut, patterns: _Patterns, scan: Scan, hollow: int, cells: tuple[int, int]) -> None:
    """Say how far the cells reach; they stand from one place to another in what is left of the part."""
    scan.rows, scan.columns = cut.rows, cut.columns
    digits = next((digits for least, digits in _FULL_ENOUGH if scan.stored > least), 0)
    if digits and cut.rows < 10**digits and cut.columns <= _LETTERS and not patterns.beyond[digits].search(scan.left, *cells):
        scan.rows, scan.columns = 10**digits - 1, _LETTERS
        return
    if patterns.odd.search(scan.left, *cells):
        raise NotPlain
    places = patterns.stored.findall(scan.left, *cells)
    scan.stored = len(places) + hollow
    scan.rows = max(cut.rows, max((int(number) for _, number in places), default=0))
    scan.columns = max(cut.columns, max((column_index(letters.decode()) + 1 for letters in {letters for letters, _ in places}), default=0))
    if scan.rows > ROWS or scan.columns > COLUMNS:
        raise NotPlain


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


def _keep_formulas(cut: _Cut, scan: Scan) -> None:
    formulas, shared = scan.formulas, SharedFormulas(scan.formulas)
    formulas.keep(cut.numbers, cut.texts)
    if len(formulas) != len(cut.texts):  # a cell stands there twice
        raise NotPlain
    if all(cut.texts) and not any(cut.attributes):
        return
    for number, attributes, text in zip(cut.numbers, cut.attributes, cut.texts, strict=True):
        if _SHARED in attributes:
            given = dict(_ATTRIBUTE.findall(attributes))
            shared.add(divmod(number, COLUMNS), given.get(b"si", b"").decode(), spelt_out(text), leads=b"ref" in given)
        elif not text:
            raise NotPlain


def _find_errors(pattern: re.Pattern[bytes], scan: Scan, cells: tuple[int, int]) -> None:
    if scan.left.find(_ERROR, *cells) < 0:
        return
    found = pattern.findall(scan.left, *cells)
    if len(found) != scan.left.count(_ERROR, *cells):
        raise NotPlain
    scan.errors.update({(int(number) - 1, column_index(letters.decode())): text.decode() for letters, number, text in found})
