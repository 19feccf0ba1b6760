"""What a check leaves behind: files in the output folder, and the findings on the terminal."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from validator.note.as_json import as_json
from validator.note.html import as_html
from validator.note.phrases import DECISIONS
from validator.outcome import Finding, Result, Severity
from validator.run import Report
from validator.words import cause_said, say, title
from validator.words.own import in_own_words

MARKS = {Severity.ERROR: ("●", "bold red"), Severity.WARNING: ("●", "yellow"), Severity.ADVICE: ("○", "cyan")}
MOST_SHOWN = 12


def today() -> dt.date:
    """Give the day a note is made, which it shows."""
    return dt.datetime.now().astimezone().date()


def deliver(reports: Sequence[Report], folder: Path, formats: Sequence[str], language: str) -> list[Path]:
    """Write the notes into a folder, which is made; gives the files, the notes in the order of the reports."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    if "html" in formats:
        names: dict[str, int] = {}
        for report in reports:
            stem = Path(report.file).stem or "book"
            names[stem] = names.get(stem, 0) + 1
            target = folder / (f"{stem}.html" if names[stem] == 1 else f"{stem}-{names[stem]}.html")
            write_whole(target, as_html(report, today(), language))
            written.append(target)
    if "json" in formats:
        write_whole(folder / "report.json", as_json(reports, language))
        written.append(folder / "report.json")
    return written


def printed(reports: Sequence[Report], chosen: str, language: str) -> str:
    """Give one format as text."""
    return as_json(reports, language) if chosen == "json" else "".join(as_html(report, today(), language) for report in reports)


def show(reports: Sequence[Report], written: Sequence[Path], language: str) -> None:
    """Print each book's decision and what to look at first, and where the notes lie."""
    console = Console(highlight=False, soft_wrap=False)
    english = language == "en"
    for report in reports:
        console.print(Text(f"\n{report.file}", style="bold"))
        decision = in_own_words(DECISIONS[report.decision][english], report.book_type, language)
        console.print(Text(f"  {decision}", style="bold green" if report.decision == "no contradiction" else "bold"))
        roots = sorted(report.roots, key=lambda finding: list(Severity).index(finding.severity or Severity.ADVICE))
        for finding in roots[:MOST_SHOWN]:
            _show(console, finding, report.book_type, language)
        if len(roots) > MOST_SHOWN:
            more = len(roots) - MOST_SHOWN
            console.print(f"  … {f'and {more} more in the note' if english else f'และอีก {more} ข้อในบันทึก'}")
        _show_not_run(console, report, english=english)
    console.print()
    for path in written:
        console.print(Text(f"{'Note' if english else 'บันทึกอยู่ที่'} {path}", style="dim"), soft_wrap=True)


def _show_not_run(console: Console, report: Report, *, english: bool) -> None:
    """Say what was not looked at and why, of a book that was opened."""
    reasons: dict[str, list[str]] = {}
    for outcome in report.outcomes if report.could_be_checked else ():
        if outcome.result is Result.NOT_RUN:
            reasons.setdefault(in_own_words(outcome.reason, report.book_type, "th"), []).append(outcome.check)
    for reason, checks in reasons.items():
        line = Text.assemble(f"{'Not looked at' if english else 'ยังไม่ได้ดู'} {', '.join(checks)}: {reason}", style="dim")
        console.print(Padding(line, (0, 0, 0, 4), expand=False))


def _show(console: Console, finding: Finding, fund: str, language: str) -> None:
    mark, style = MARKS[finding.severity or Severity.ADVICE]
    sentences = (title(finding.check, language), say(finding, language), cause_said(finding, language))
    named, said, cause = in_own_words(sentences, fund, language)
    console.print(Text.assemble(("  " + mark + " ", style), (f"{finding.check} ", "dim"), (named, "bold")))
    console.print(Padding(Text(said), (0, 0, 0, 4), expand=False))
    if cause:
        console.print(Padding(Text(cause, style="italic"), (0, 0, 0, 4), expand=False))


def write_whole(target: Path, text: str) -> None:
    """Write a text through a temporary file beside it: a broken run leaves nothing half-written."""
    part = target.with_name(target.name + ".part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
