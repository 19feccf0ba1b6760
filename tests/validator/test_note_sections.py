"""The sections that count: what was done well, what the decision rests on, procedures, what was not checked, last year's matters."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import fill
from templates.read import ReadBook
from templates.write import write_book
from tests.validator.building import SAMPLES, Bench
from tests.validator.test_note import DAY, found, text_of, told
from validator import words
from validator.note.content import content
from validator.note.phrases import FAMILY_NAMES, NOT_LOOKED_AT, PHRASES
from validator.note.procedures import not_made, procedures, unseen
from validator.note.strengths import STRENGTHS, strengths
from validator.outcome import Outcome, Result, Severity
from validator.registry import CHECKS, FAMILIES
from validator.run import AFTER_ANSWERS, MID_YEAR, Report, check_file

WARNING = Severity.WARNING


@pytest.fixture(scope="module")
def sound(bench: Bench) -> Report:
    return check_file(bench.sound())


@pytest.fixture
def book(bench: Bench) -> ReadBook:
    """Give the sound book, read anew, to be changed."""
    read = check_file(bench.sound()).book
    assert read
    return read


def right(base: Report, *checks: str, **more: Any) -> Report:
    """Give a report in which just these checks came out right."""
    return replace(base, outcomes=tuple(Outcome(check, Result.OK) for check in checks), **more)


def test_strengths_are_counted(sound: Report) -> None:
    assert strengths(right(sound, "SAV-01", "CELL-08", "MEMB-05"), "th") == [
        "เงินสัจจะรายคนบวกได้ตรงทุกคน 12 คน",
        "ใบเสร็จ 132 ใบ ไม่มีแถวใดลงซ้ำ",
        "จำนวนสมาชิกต้นปี เข้า ออก ตรงกับทะเบียน 12 คน",
    ]


def test_at_most_three_are_told_and_none_of_a_check_that_found_something(sound: Report) -> None:
    every = [check for each in STRENGTHS for check in each.checks]
    said = strengths(right(sound, *every), "th")
    assert len(said) == 3
    assert said[0] == "ใบเสร็จครบทุกเลข 132 ใบ"
    fewer = strengths(right(sound, *(check for check in every if check != "CASH-08")), "th")
    assert said[0] not in fewer


def test_a_strength_of_nothing_is_none(book: ReadBook, sound: Report) -> None:
    book.tables["savings"].used = []
    assert not [line for line in strengths(right(replace(sound, book=book), "SAV-01", "CELL-08"), "th") if "เงินสัจจะรายคน" in line]


def test_where_fewer_than_two_can_be_counted_it_says_what_was_filled_in(sound: Report) -> None:
    assert strengths(right(sound), "th") == ["ทะเบียนสมาชิกกรอกช่องที่ต้องมีครบ 12 คน", "ใบเสร็จ 192 แถว มีวันที่ รหัส รายการ และจำนวนเงินครบ"]
    assert strengths(right(sound, "STRUCT-06"), "en")[0].startswith("The by-laws the formulas need are filled in: ")


def test_or_what_improved_since_last_year(sound: Report) -> None:
    last = told(sound, found("MEMB-05", "members", "status", ""), found("CELL-16", "shares", "dividend", "", severity=Severity.ADVICE))
    said = strengths(right(sound, "MEMB-01", "SAV-01", "MEMB-05", last_year=last), "th")
    assert said[:2] == ["เงินสัจจะรายคนบวกได้ตรงทุกคน 12 คน", "จำนวนสมาชิกต้นปี เข้า ออก ตรงกับทะเบียน 12 คน"]
    last = told(sound, found("STRUCT-01", "stamp", "version", "", severity=WARNING))
    improved = strengths(right(sound, "SAV-01", "STRUCT-01", last_year=last), "th")
    assert improved == ["เงินสัจจะรายคนบวกได้ตรงทุกคน 12 คน", f"ปีก่อนพบ «{words.title('STRUCT-01')}» ปีนี้ดูแล้วไม่พบ"]


def test_or_honestly_that_there_is_no_more(tmp_path: Path) -> None:
    size = Size(12)
    new = savings_group(size)
    write_book(new, size, fill(new, size, {}), tmp_path / "new.xlsx")
    empty = check_file(tmp_path / "new.xlsx")
    assert strengths(right(empty), "th") == [PHRASES["nothing_counted"][0]]
    lines = {line.check: line for _, family in procedures(empty, "th") for line in family}
    assert lines["SAV-01"].tested == PHRASES["no_row"][0]
    book = empty.book
    assert book
    book.tables["receipts"].used = [0]
    assert strengths(right(empty), "th") == ["ใบเสร็จ 1 แถว มีวันที่ รหัส รายการ และจำนวนเงินครบ", PHRASES["few_strengths"][0]]


def because(report: Report) -> str:
    return " · ".join(content(report, DAY, "th")["because"])


def test_the_decision_says_on_what_it_rests(sound: Report) -> None:
    errors = [found("CELL-09", "savings", "closing", key) for key in "abc"]
    assert because(told(sound, *errors)) == "มีเรื่องที่ตัวเลขยังไม่ตรงกัน 3 เรื่อง คือข้อ 1–3"
    warning = found("STRUCT-01", "stamp", "version", "", severity=WARNING)
    waiting = told(sound, warning, decision=AFTER_ANSWERS)
    assert because(waiting) == f"รอคำตอบข้อ 1 · {PHRASES['because_cash'][0]} · {PHRASES['because_bank'][0]}"
    proved = replace(waiting, outcomes=(*waiting.outcomes, Outcome("CASH-03", Result.OK), Outcome("CASH-04", Result.OK)))
    assert because(proved) == "รอคำตอบข้อ 1"
    assert because(replace(waiting, decision=MID_YEAR)) == ""


def test_a_procedure_gives_its_population_and_what_was_tested(sound: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    for check, over in {"SAV-01": "savings", "SAV-02": "", "CELL-01": "", "MEMB-05": "rules", "SAV-03": "savings"}.items():
        monkeypatch.setitem(CHECKS, check, replace(CHECKS[check], over=over, needs=("savings.closing", "trial_balance.code") if check == "SAV-02" else ()))
    outcomes = (
        *(Outcome(check, Result.OK) for check in ("FILE-01", "CELL-01", "MEMB-05", "SAV-01", "SAV-02")),
        Outcome("SAV-03", Result.NOT_RUN, "เหตุ"),
    )
    lines = {line.check: line for _, family in procedures(replace(sound, outcomes=outcomes), "th") for line in family}
    assert (lines["SAV-01"].population.replace("\u00a0", " "), lines["SAV-01"].tested.replace("\u00a0", " ")) == ("เงินสัจจะ 12 แถว", "ทุกแถว 12 จาก 12")
    assert (lines["SAV-02"].population, lines["SAV-02"].tested) == ("เงินสัจจะ · งบทดลอง", "ทั้งหมด")
    assert lines["CELL-01"].population == "ทั้งสมุด"
    assert lines["MEMB-05"].population == "แผ่น ระเบียบ"
    assert lines["FILE-01"].population == "ทั้งไฟล์"
    assert (lines["SAV-03"].tested, lines["SAV-03"].result) == ("–", "ไม่ได้ทำ")
    assert lines["SAV-01"].result == "ตรง"


def test_rows_that_were_read_in_part_are_told(book: ReadBook, sound: Report) -> None:
    assert "แถวที่บางช่องยังอ่านไม่ได้" not in text_of(right(sound, "SAV-01"))
    book.tables["receipts"].incomplete = {0: "blank", 3: "blank"}
    assert PHRASES["unread_rows"][0].format(n=2) in text_of(right(replace(sound, book=book), "SAV-01"))


def test_what_was_not_done_is_listed_once_a_reason(bench: Bench) -> None:
    report = check_file(bench.sound("values"))
    text = text_of(report)
    missed = [outcome for outcome in report.outcomes if outcome.result in (Result.NOT_RUN, Result.NOT_APPLICABLE)]
    assert {outcome.check for outcome in missed} >= {"CELL-09", "CELL-10", "CELL-11"}
    listed = text.partition(f"\n{PHRASES['not_checked'][0]}\n")[2].partition(f"\n{PHRASES['always'][0]}\n")[0].split("\n")
    for outcome in missed:
        assert listed.count(outcome.reason) == 1
        assert f"{outcome.check} {' '.join(words.WORDS[outcome.check].holds.split())}" in listed


def test_families_without_a_check_are_named_by_themselves(sound: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("validator.note.procedures.CHECKS", {check: each for check, each in CHECKS.items() if each.family == "SAV"})
    missing = not_made(sound, "th")
    assert missing == [FAMILY_NAMES[family][0] for family in FAMILIES if family not in ("SAV", "WELF", "REVO")]
    assert FAMILY_NAMES["WELF"][0] in not_made(replace(sound, book_type="welfare-club"), "th")


def evidence(book: ReadBook, sound: Report) -> set[str]:
    """Give what is listed as not seen beyond the fixed list."""
    listed = unseen(replace(sound, book=book), "th")
    fixed = [pair[0] for pair in NOT_LOOKED_AT]
    assert listed[-len(fixed) :] == fixed
    return set(listed[: -len(fixed)])


def test_cash_bank_and_passbooks_are_listed_unless_the_book_has_the_evidence(book: ReadBook, sound: Report) -> None:
    cash, bank = PHRASES["cash_unseen"][0], PHRASES["bank_unseen"][0]
    assert not {cash, bank} & evidence(book, sound)
    book.tables["count"].columns["counter_2"][0] = None
    assert cash in evidence(book, sound)
    book.tables["bank_proof"].columns["document"][0] = None
    assert bank in evidence(book, sound)


def test_passbooks_are_listed_until_every_one_was_compared(book: ReadBook, sound: Report) -> None:
    rows, members = book.tables["confirmations"], book.tables["members"]
    assert any("12 คน (สอบทานแล้ว 0 จาก 12 คน)" in line for line in evidence(book, sound))
    ids = [members.columns["id"][index] for index in members.used]
    rows.used = list(range(len(ids)))
    rows.columns["date"][: len(ids)] = [dt.date(2024, 12, 30)] * len(ids)
    rows.columns["member"][: len(ids)] = [ids[0], *ids[:-1]]
    assert any("1 คน (สอบทานแล้ว 11 จาก 12 คน)" in line for line in evidence(book, sound))
    rows.columns["member"][: len(ids)] = ids
    assert not any("สมุดคู่ฝาก" in line for line in evidence(book, sound))


def test_the_limit_is_shown_with_where_it_comes_from(sound: Report) -> None:
    text = text_of(sound)
    assert "0.5 % ของสินทรัพย์รวม" in text
    assert PHRASES["limit_unknown"][0].format(limit="100.00") in text_of(check_file(SAMPLES / "mistakes" / "FILE-02.xlsx"))


def test_last_year_s_matters_are_followed_up(sound: Report) -> None:
    last = told(
        sound, found("CELL-09", "savings", "closing", "kept"), found("CELL-09", "savings", "closing", "moved"), found("SAV-02", "savings", "closing", "gone"),
        found("STRUCT-01", "stamp", "version", "unseen", severity=WARNING), found("CELL-16", "shares", "dividend", "", severity=Severity.ADVICE),
    )  # fmt: skip
    this = told(sound, found("CELL-09", "savings", "closing", "kept"), last_year=last)
    this = replace(this, outcomes=(*this.outcomes, Outcome("SAV-02", Result.OK), Outcome("STRUCT-01", Result.NOT_RUN, "เหตุ")))
    text = text_of(this).partition(f"\n{PHRASES['last_year'][0]}\n")[2].partition(f"\n{PHRASES['independence'][0]}\n")[0]
    for check, state in (("CELL-09", "still"), ("CELL-09", "elsewhere"), ("SAV-02", "gone"), ("STRUCT-01", "unseen")):
        assert f"{check} {words.title(check)} (1 แห่ง)\n{PHRASES[state][0]}\nทำแล้วกำลังทำยังไม่ทำ" in text
    assert words.title("CELL-16") not in text
    assert PHRASES["nothing_last_year"][0] in text_of(replace(this, last_year=right(sound, "SAV-01")))
    assert PHRASES["by_hand"][0] in text_of(replace(this, last_year=None))


def test_many_answers_share_the_last_line(sound: Report) -> None:
    text = text_of(told(sound, *(found("CELL-04", "receipts", "date", str(n), told={"typed": str(n), "seen": "", "meant": ""}) for n in range(1, 21))))
    answers = text.rpartition(f"\n{PHRASES['answers'][0]}\n")[2].partition(f"\n{PHRASES['last_year'][0]}\n")[0]
    assert "ข้อ 13 ถึง 20" in answers
    assert answers.count(words.title("CELL-04")) == 12
