"""The tone of every sentence people read: it asks and invites, and judges nobody."""

import re
from collections.abc import Iterator

BANNED = ("ทุจริต", "โกง", "ยักยอก", "บกพร่อง", "ละเลย", "จับผิด")
INNOCENT = re.compile("ผิดนัด|ผิดช่อง|ผิดคน|ผิดอัตรา|ปีผิด|ผิดปกติ")
"""Where ผิด is of a cell, a code, a rate, a year or a size, and of nobody."""
PARTICLES = re.compile("(คะ|ค่ะ|ครับ)(?![ก-๙])")
QUESTION = re.compile("ไหม|หรือไม่|หรือเปล่า|หรือเผลอ|ใด|เท่าไร|เท่าไหร่|ไหน|อะไร|กี่|ใคร|เมื่อไร|หรือ[ก-๙]")
INVITATION = re.compile("ลอง|ชวน|ขอ")
ENDING = 45
"""A question or an invitation stands in so many last signs."""
LEFT_OPEN = re.compile(r"[{}]|None|undefined")


def faults(sentence: str) -> Iterator[str]:
    """Give what is not our tone in a Thai sentence, or a word that was not filled in."""
    plain = INNOCENT.sub("", sentence)
    yield from (word for word in (*BANNED, "ผิด") if word in plain)
    yield from (match.group() for match in PARTICLES.finditer(sentence))
    yield from (f"{match.group()} is left open" for match in LEFT_OPEN.finditer(sentence))


def asks(sentence: str) -> bool:
    """Tell whether a Thai sentence ends with a question or an invitation."""
    end = sentence[-ENDING:]
    return bool(QUESTION.search(end) or INVITATION.search(end))
