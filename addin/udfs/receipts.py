"""The numbers of a receipt book: which are missing, which stand twice, which are of another book."""

from collections import Counter
from typing import List, NamedTuple, Optional, Sequence, Tuple

from .errors import BadReceipts
from .registry import udf


class Numbering(NamedTuple):
    """What is odd about the numbers of a book: runs of missing ones (first, last), numbers used more than once, numbers outside it."""

    missing: List[Tuple[int, int]]
    repeated: List[int]
    outside: List[int]


@udf(
    "เลขใบเสร็จที่ขาดและซ้ำในเล่ม", gives="text", first=("whole", "เลขแรก"), last=("whole", "เลขสุดท้าย"), used=("wholes", "เลขที่ใช้และที่ยกเลิก"),
)  # fmt: skip
def receipt_gaps(first: int, last: int, used: Sequence[Optional[int]]) -> str:
    """Say which numbers of a receipt book are missing, stand twice, or are of another book.

    ครบ when none is. ``used`` are the numbers issued and those cancelled with their copy kept. 1 to 9 with 4, 7 to 9 not there and 5 twice:
    "ขาด 4, 7–9 · ซ้ำ 5". Raises BadReceipts.

    >>> receipt_gaps(1, 9, [1, 2, 3, 5, 5, 6])
    'ขาด 4, 7–9 · ซ้ำ 5'
    """
    missing, repeated, outside = numbering(first, last, used)
    runs = [str(begin) if begin == end else f"{begin}–{end}" for begin, end in missing]
    parts = [("ขาด", runs), ("ซ้ำ", list(map(str, repeated))), ("นอกเล่ม", list(map(str, outside)))]
    return " · ".join(f"{word} {', '.join(numbers)}" for word, numbers in parts if numbers) or "ครบ"


def numbering(first: int, last: int, used: Sequence[Optional[int]]) -> Numbering:
    """Find what is odd about the numbers used of a book from its first to its last number.

    A blank row (None, or the 0 a spreadsheet makes of it) is no receipt. Missing numbers come in runs, so that a book of a
    million costs no more than one of fifty. Raises BadReceipts.

    >>> numbering(1, 50, [*range(1, 48), 50, 50, 101])
    Numbering(missing=[(48, 49)], repeated=[50], outside=[101])
    """
    times = Counter(number for number in used if number is not None and (number != 0 or type(number) is not int))
    wrong = [number for number in (first, last, *times) if type(number) is not int or number < 1]
    if wrong or last < first:
        raise BadReceipts(f"receipts {first!r} to {last!r}, numbers {', '.join(map(repr, wrong)) or 'as they should be'}")
    numbers = sorted(times)
    missing, wanted = [], first
    for number in [*(number for number in numbers if first <= number <= last), last + 1]:
        if number > wanted:
            missing.append((wanted, number - 1))
        wanted = number + 1
    return Numbering(missing, [number for number in numbers if times[number] > 1], [number for number in numbers if not first <= number <= last])
