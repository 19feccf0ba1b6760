"""Formulas of ours entered again: as text of a file they are not bound to the functions, which a person does by F2 and Enter."""

import re
from itertools import groupby
from typing import Any, AsyncIterator, Dict, Iterator, List, Sequence, Tuple

from workbook.live import formula_blocks

from ..cells import NAMESPACE

OURS = re.compile(rf"\b{NAMESPACE}\.", re.IGNORECASE)
"""LibreOffice keeps a name it does not know in lower case."""
STUCK = re.compile(rf"\b_xldudf_{NAMESPACE}_", re.IGNORECASE)
"""How Excel spells a function of an add-in inside a file; seen in a cell where the add-in was not there when the file was opened."""


async def use_the_functions(book: Any) -> str:
    """Enter every formula of ours in an open workbook again, and touch no other cell; gives what to tell, in Thai, then in English.

    A sheet that Excel refuses, because it is protected, is named and the others go on. Formulas are read and written as xlwings
    Lite does it, by awaiting: ``range.get_formula``, ``book.flush``.
    """
    entered, refused = 0, {}
    for sheet in book.sheets:
        try:
            async for many in _enter_again(book, sheet):
                entered += many
        except Exception as why:  # noqa: BLE001 - whatever Excel has against one sheet, the others go on, and its words are shown
            refused[sheet.name] = str(why)
    return "\n".join(_told(entered, refused))


async def _enter_again(book: Any, sheet: Any) -> AsyncIterator[int]:
    """Enter the formulas of one sheet, some rows at a time; tells of each how many."""
    left = sheet.used_range.column
    async for first, formulas in formula_blocks(sheet):
        runs = list(runs_of_ours(formulas))
        for row, column, texts in runs:
            place = (first + row, left + column)
            sheet.range(place, (place[0] + len(texts) - 1, place[1])).formula = [[text] for text in texts]
        if runs:
            await book.flush()
            yield sum(len(texts) for _, _, texts in runs)


def runs_of_ours(formulas: Sequence[Sequence[Any]]) -> Iterator[Tuple[int, int, List[str]]]:
    """Give the formulas of ours in rows of cells, those that stand below each other together: row, column, texts.

    >>> list(runs_of_ours([["=SATJA.LEVY(A1)", 5.0], ["=satja.levy(A2)", "=SUM(A1:A2)"], ["", "=_xldudf_SATJA_LEVY(A3)"]]))
    [(0, 0, ['=SATJA.LEVY(A1)', '=satja.levy(A2)']), (2, 1, ['=SATJA.LEVY(A3)'])]
    """
    for column, texts in enumerate(zip(*formulas)):
        for ours, run in groupby(enumerate(texts), key=lambda each: _is_ours(each[1])):
            if ours:
                rows = list(run)
                yield rows[0][0], column, [STUCK.sub(f"{NAMESPACE}.", text) for _, text in rows]


def _is_ours(text: Any) -> bool:
    return isinstance(text, str) and text.startswith("=") and bool(OURS.search(text) or STUCK.search(text))


def _told(entered: int, refused: Dict[str, str]) -> Iterator[str]:
    if entered:
        yield f"ป้อนสูตรใหม่แล้ว {entered:,} ช่อง ช่องอื่นไม่ถูกแตะ · Entered {entered:,} formulas again; no other cell was touched."
    elif not refused:
        yield f"สมุดนี้ไม่มีสูตร {NAMESPACE} · This workbook has no formula of {NAMESPACE}."
    for name, why in refused.items():
        yield (
            f"แผ่น '{name}' ยังป้อนสูตรไม่ได้ แผ่นน่าจะล็อกอยู่ ลองปลดที่ ตรวจทาน > ยกเลิกการป้องกันแผ่นงาน แล้วกดอีกครั้ง · "
            f"Sheet '{name}' could not be written; it seems to be protected: Review > Unprotect Sheet, then press again. (Excel: {why})"
        )
