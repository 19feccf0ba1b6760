"""The tone of every sentence people read: it asks and invites, and judges nobody."""

import re
from collections.abc import Iterable, Iterator

BANNED = ("ทุจริต", "โกง", "ยักยอก", "บกพร่อง", "ละเลย", "จับผิด")
INNOCENT = re.compile("ผิดนัด|ผิดช่อง|ผิดคน|ผิดอัตรา|ปีผิด|ผิดปกติ|รับผิดชอบ")
"""Where ผิด is of a cell, a code, a rate, a year or a size, and of nobody."""
PARTICLES = re.compile("(คะ|ค่ะ|ครับ)(?![ก-๙])")
QUESTION = re.compile("ไหม|อย่างไร|หรือไม่|หรือเปล่า|หรือเผลอ|ใด|เท่าไร|เท่าไหร่|ไหน|อะไร|กี่|ใคร|เมื่อไร|หรือ[ก-๙]")
INVITATION = re.compile("ลอง|ชวน|ขอ")
ENDING = 45
"""A question or an invitation stands in so many last signs."""
LEFT_OPEN = re.compile(r"[{}]|None|undefined")
LONGEST = 2 * 110
"""Two lines of the note."""
LATIN = re.compile(r"[A-Za-z]{3,}")
KNOWN_LATIN = re.compile(r"Excel|LibreOffice|satja|SHA-256|xlsx?b?|ods|Workbook|Delete|Ctrl|Shift|NAME|USB|Enter|JV|[A-Z]+-\d\d")
BARE_NUMBER = re.compile(r"(?<![\d,./-])(?<!\. )(?<!บัญชี )\d{4,}(\.\d\d)?(?= ?(บาท|คน|ใบ|แถว|ข้อ|สัญญา|ครั้ง|แห่ง|บัญชี))")
"""An amount or a count of four digits and more without a comma; a year after its month and an account's code are none."""


def faults(sentence: str) -> Iterator[str]:
    """Give what is not our tone in a Thai sentence, or a word that was not filled in."""
    plain = INNOCENT.sub("", sentence)
    yield from (word for word in (*BANNED, "ผิด") if word in plain)
    yield from (match.group() for match in PARTICLES.finditer(sentence))
    yield from (f"{match.group()} is left open" for match in LEFT_OPEN.finditer(sentence))
    yield from (f"{match.group()} has no comma" for match in BARE_NUMBER.finditer(sentence))


def asks(sentence: str) -> bool:
    """Tell whether a Thai sentence ends with a question or an invitation."""
    end = sentence[-ENDING:]
    return bool(QUESTION.search(end) or INVITATION.search(end))


def jargon(sentence: str) -> list[str]:
    """Give the English words of a Thai sentence that no treasurer knows."""
    return LATIN.findall(KNOWN_LATIN.sub("", sentence))


def named(text: str, names: Iterable[str]) -> list[str]:
    """Give the people whose name stands in a text."""
    return [name for name in names if name in text]
