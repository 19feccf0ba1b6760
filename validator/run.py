"""The run: a file opened, read and checked; every check comes to an outcome, and one mistake is one item."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import validator.checks  # noqa: F401 - importing the families registers their checks
from templates.read import NotThere, ReadBook, read_book
from validator.evidence import reach
from validator.fold import fold
from validator.outcome import Finding, NotApplicable, NotRun, Outcome, Result, Severity
from validator.registry import Check, in_order
from workbook.unreadable import Unreadable
from workbook.xlsx import read_workbook, uncollected

CANNOT_OPEN = "ยังอ่านไฟล์ไม่ได้"
STUMBLED = "โปรแกรมดูข้อนี้ไม่จบ เพราะพบค่าที่ยังไม่รู้จัก ส่งสมุดให้ผู้ดูแลโปรแกรมดูได้"
"""Why a check came to no end: a fault of the program's own, which tests look for."""
LAST_YEAR_UNREAD = "ไฟล์ปีก่อนยังอ่านไม่ได้ จึงเทียบกับปีก่อนไม่ได้"
NOT_YET, AFTER_ANSWERS, NO_CONTRADICTION, MID_YEAR, NOT_CHECKED = "not yet", "after answers", "no contradiction", "mid-year", "not checked"


@dataclass(frozen=True)
class Report:
    """What checking one file came to."""

    file: str
    sha256: str
    book_type: str
    mode: str
    decision: str
    outcomes: tuple[Outcome, ...]
    book: ReadBook | None = None
    last_year: "Report | None" = None
    """What checking last year's book came to, where it was given."""

    @property
    def findings(self) -> list[Finding]:
        return [finding for outcome in self.outcomes for finding in outcome.findings]

    @property
    def roots(self) -> list[Finding]:
        """The findings nothing else explains: what people are asked about."""
        return [finding for finding in self.findings if not finding.explained_by]

    @property
    def could_be_checked(self) -> bool:
        return self.book is not None

    @property
    def has_errors(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True)
class Unopened:
    """A file that could not be opened as a book, and why."""

    name: str
    reason: str
    detail: str


def check_file(path: Path, last_year: Path | None = None) -> Report:
    """Check one file, against last year's where it is given. One that cannot be opened gets its FILE finding; the rest is NOT_RUN."""
    with uncollected():  # a book of 2,000 members stays in use to the end
        return _check_file(path, last_year)


def _check_file(path: Path, last_year: Path | None) -> Report:
    try:
        source = read_workbook(path)
    except Unreadable as trouble:
        return _unopened(path, Unopened(_name(path), trouble.reason.name, trouble.part))
    book = read_book(source)
    if book is None:
        return _unopened(path, Unopened(_name(path), "ANOTHER_BOOK", ""))
    before = check_file(last_year) if last_year is not None else None
    if before is not None:
        book.last_year = before.book or f"{LAST_YEAR_UNREAD}: {before.file}"
    return replace(check_book(book), file=_name(path), sha256=_sha256(path), last_year=before)


def _name(path: Path) -> str:
    """Give a file's name as text; of a name in an older Thai encoding the signs that cannot be read are replaced."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _sha256(path: Path) -> str:
    """Give the fingerprint of a file; nothing for one that cannot be read, which its FILE finding tells."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def check_book(book: ReadBook) -> Report:
    """Check a book that was read, live or from a file."""
    outcomes = fold([run_check(each, book) for each in in_order()], reach(book))
    report = Report("", "", book.book.id, "values" if book.values_mode else "live", "", tuple(outcomes), book)
    return replace(report, decision=_decision(report))


def _unopened(path: Path, trouble: Unopened) -> Report:
    outcomes = []
    for each in in_order():
        findings = tuple(finding.of(each.id, each.severity) for finding in each.look(trouble)) if each.on_file else ()
        if findings:
            outcomes.append(Outcome(each.id, Result.FINDING, findings=findings))
        else:
            outcomes.append(Outcome(each.id, Result.OK if each.on_file else Result.NOT_RUN, "" if each.on_file else CANNOT_OPEN))
    return Report(_name(path), _sha256(path), "", "", NOT_CHECKED, tuple(outcomes))


def run_check(each: Check, book: ReadBook) -> Outcome:
    """Run one check on a book: whatever it comes to is one of the four outcomes, its findings not folded yet."""
    if each.on_file:
        return Outcome(each.id, Result.OK)
    if foreign := _foreign(each.needs, book):
        return Outcome(each.id, Result.NOT_APPLICABLE, foreign)
    if missing := _missing(each.needs, book):
        return Outcome(each.id, Result.NOT_RUN, missing)
    return _looked(each, book)


def _looked(each: Check, book: ReadBook) -> Outcome:
    try:
        findings = tuple(finding.of(each.id, each.severity) for finding in each.look(book))
    except NotRun as reason:
        return Outcome(each.id, Result.NOT_RUN, str(reason))
    except NotThere as gone:
        if foreign := _foreign((gone.need,), book):
            return Outcome(each.id, Result.NOT_APPLICABLE, foreign)
        return Outcome(each.id, Result.NOT_RUN, _missing((gone.need,), book))
    except NotApplicable as reason:
        return Outcome(each.id, Result.NOT_APPLICABLE, str(reason))
    except Exception as stumbled:  # noqa: BLE001 - a book nobody foresaw: the other checks go on, and the note says that this one did not
        return Outcome(each.id, Result.NOT_RUN, f"{STUMBLED} ({type(stumbled).__name__})")
    return Outcome(each.id, Result.FINDING if findings else Result.OK, findings=findings)


def _foreign(needs: Iterable[str], book: ReadBook) -> str:
    """Say in Thai which needed field a fund of this type does not keep at all."""
    for need in needs:
        table, _, column = need.partition(".")
        declared = book.book.tables.get(table)
        if declared is None or (column and column not in declared.columns):
            return f"{book.book.th}ไม่มีข้อมูลที่ข้อนี้ใช้ จึงไม่ต้องดู"
    return ""


def _missing(needs: Iterable[str], book: ReadBook) -> str:
    """Say in Thai which needed field is not there, or was never calculated."""
    for need in needs:
        table, _, column = need.partition(".")
        declared = book.book.tables[table]
        rows = book.tables.get(table)
        if rows is None:
            return f"ไม่พบแผ่น '{book.book.sheet_of(table).name}'"
        if column and column not in rows.place.letters:
            return f"ไม่พบหัวคอลัมน์ '{declared.columns[column].th}' ในแผ่น '{rows.place.sheet}'"
        if column in rows.uncalculated:
            return "ไฟล์นี้ยังไม่ได้คำนวณ เปิดใน Excel หรือ LibreOffice แล้วบันทึกอีกครั้ง"
    return ""


def _decision(report: Report) -> str:
    """Give the decision line: any error means not yet; before the year's end there is no decision."""
    if report.has_errors:
        return NOT_YET
    book = report.book
    if book is None:
        return NOT_CHECKED
    report_date, last_day = book.rule("report_date"), book.rule("last_day")
    if book.is_empty or report_date is None or last_day is None or report_date < last_day:
        return MID_YEAR
    proofs = {outcome.check: outcome.result for outcome in report.outcomes if outcome.check in ("CASH-03", "CASH-04")}
    if len(proofs) < 2 or Result.NOT_RUN in proofs.values():  # noqa: PLR2004 - both proofs that the money exists
        return AFTER_ANSWERS
    return NO_CONTRADICTION
