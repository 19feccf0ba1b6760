"""The tone: over the catalogue, over the note's own phrases, and over the whole note on every book of the museum."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.validator.building import SAMPLES
from tests.validator.test_note import DAY, Reader
from tests.validator.tone import LONGEST, asks, faults, jargon, named
from validator.note.breaking import JOINTS, UNKNOWN, parted
from validator.note.html import as_html
from validator.note.phrases import CONSISTENT, DECISIONS, FAMILY_NAMES, HELPERS, MATERIAL, NOT_LOOKED_AT, PHRASES
from validator.registry import FAMILIES
from validator.run import Report, check_file
from validator.words import WORDS, cause
from validator.words.entry import Words

BOOKS = sorted((SAMPLES / "mistakes").glob("*.xlsx"))
FILLED_IN = re.compile(r"{\w+}")
THAI = re.compile("[ก-๙]")


def of(words: Words) -> Iterator[tuple[str, bool]]:
    """Give every Thai sentence of a check, and whether it is a question."""
    yield from ((each, False) for each in (words.title, words.holds, words.why, *words.steps))
    yield from ((each, True) for each in (words.say, *(thai for thai, _ in words.variants.values())))


SENTENCES = [
    *((f"{check} {number}", *told) for check, words in WORDS.items() for number, told in enumerate(of(words))),
    *((f"cause {code}", pair[0], True) for pairs in (cause.WITH_ROWS, cause.ALONE) for code, pair in pairs.items()),
]
PHRASED = {
    **PHRASES, **{f"decision {key}": pair for key, pair in DECISIONS.items()}, **{f"family {key}": pair for key, pair in FAMILY_NAMES.items()},
    **{f"helper {key}": pair for key, pair in HELPERS.items()}, **{f"unseen {number}": pair for number, pair in enumerate(NOT_LOOKED_AT)},
    "consistent": CONSISTENT, "material": MATERIAL,
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "question"), [each[1:] for each in SENTENCES], ids=[each[0] for each in SENTENCES])
def test_a_sentence_of_the_catalogue_is_kind_short_and_thai(sentence: str, question: bool) -> None:
    plain = FILLED_IN.sub("", sentence)
    assert list(faults(plain)) == []
    assert jargon(plain) == []
    assert len(plain) <= LONGEST
    assert not question or asks(plain)


@pytest.mark.parametrize("pair", PHRASED.values(), ids=PHRASED)
def test_a_phrase_of_the_note_is_kind_short_thai_and_english(pair: tuple[str, str]) -> None:
    thai, english = (FILLED_IN.sub("", each) for each in pair)
    assert list(faults(thai)) == []
    assert jargon(thai) == []
    assert len(thai) <= LONGEST
    assert THAI.search(thai)
    assert not THAI.search(english)
    assert set(FILLED_IN.findall(pair[0])) == set(FILLED_IN.findall(pair[1]))
    assert "ถูกต้อง" not in thai


def test_every_family_has_a_name_and_a_helper() -> None:
    assert set(FAMILY_NAMES) == set(HELPERS) == set(FAMILIES)


@pytest.mark.parametrize("book", BOOKS, ids=[book.stem for book in BOOKS])
def test_the_note_on_a_mistake_is_kind_and_names_nobody(book: Path) -> None:
    report = check_file(book)
    reader = Reader(as_html(report, DAY))
    assert [(fault, line) for line in reader.lines for fault in faults(line)] == []
    assert named(reader.text, names(report)) == []
    assert "ถูกต้อง" not in reader.text


def names(report: Report) -> list[str]:
    """Give every person's name in a book: the members' and the committee's. Where a name is but the word for a member and the code, it names nobody."""
    tables = report.book.tables if report.book else {}
    people: list[str] = []
    for table, columns in (("members", ("name",)), ("members", ("first", "last")), ("committee", ("name",))):
        used = tables[table].used if table in tables else []
        people += [" ".join(str(tables[table].columns[column][index] or "") for column in columns) for index in used]
    codes = {f"สมาชิก {code}" for code in tables["members"].columns["id"]} if "members" in tables else set()
    return [name for name in people if len(name) > 4 and name not in codes]


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("เหรัญญิกทำผิด", "ผิด"), ("มีการโกงหรือไม่", "โกง"), ("ขอดูใบเสร็จค่ะ", "ค่ะ"), ("รวม 12345.00 บาท", "12345.00 has no comma"),
        ("สมาชิก {member} ยอดเท่าไร", "{ is left open"), ("ขาด 1000 บาท", "1000 has no comma"),
    ],
)  # fmt: skip
def test_the_lint_finds_what_is_not_our_tone(sentence: str, fault: str) -> None:
    assert fault in list(faults(sentence))


@pytest.mark.parametrize(
    "sentence", ["ผู้รับผิดชอบเล่มนี้คือใคร", "ผิดนัดในปี", "ปิดบัญชีเมื่อไร", "รวม 12,345.00 บาท", "ปี 2567 มีกี่คน", "บัญชี 31020 แถวใด", "5 ก.พ. 2567 บาทแรก"]
)
def test_and_leaves_the_innocent_alone(sentence: str) -> None:
    assert list(faults(sentence)) == []


def test_words_of_a_computer_need_thai() -> None:
    assert jargon("ไฟล์ Excel ของ satja ข้อ CELL-09") == []
    assert jargon("ช่องนี้ error เพราะ format") == ["error", "format"]
    assert not asks("ยอดไม่ตรง")


@pytest.mark.parametrize("joint", JOINTS)
def test_lines_part_between_words(joint: str) -> None:
    one, two = joint.split("|")
    assert parted(f"<{one}{two}") == f"&lt;{one}<wbr>{two}"


def test_unknown_words_stay_whole_and_other_things_as_they_are() -> None:
    assert parted(UNKNOWN[0]) == f'<span class="whole">{UNKNOWN[0]}</span>'
    assert parted(7) == 7
    assert parted(parted("<")) == "&lt;"
