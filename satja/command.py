"""The command ``satja``: a new book, a check, an explanation, the fields. Libraries are imported when a command needs them."""

import datetime as dt
import io
import json
import sys
from pathlib import Path
from typing import Any

import click

from satja.hosts import addin

BUDDHIST_YEARS, BUDDHIST_FROM = 543, 2400
TYPES = ("savings-group", "village-fund", "revolving-fund", "welfare-club")
FORMATS = ("html", "json")
OK, ERRORS, COULD_NOT = 0, 1, 2


def main() -> None:
    """Run the command; a wrong call is answered in Thai first, and leaves with status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a sign the console does not know is no reason to stop
    try:
        sys.exit(satja.main(standalone_mode=False) or OK)
    except click.UsageError as wrong:
        click.echo(f"คำสั่งนี้ยังเรียกไม่ถูก ลองดูวิธีใช้ด้วย satja --help\n{wrong.format_message()}", err=True)
        sys.exit(COULD_NOT)
    except click.ClickException as wrong:
        click.echo(wrong.format_message(), err=True)
        sys.exit(COULD_NOT)
    except (click.Abort, KeyboardInterrupt):
        click.echo("หยุดตามที่สั่ง ไม่มีไฟล์ค้างครึ่งทาง · Stopped; nothing is left half-written.", err=True)
        sys.exit(130)
    except OSError as trouble:
        click.echo(f"เขียนไฟล์ไม่ได้: {trouble.filename or ''} ลองเลือกโฟลเดอร์อื่นด้วย --out หรือ -o\nCannot write: {trouble.strerror}", err=True)
        sys.exit(COULD_NOT)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def satja() -> None:
    """สมุดบัญชีกองทุนชุมชน และเพื่อนที่ช่วยทวนก่อนจ่ายปันผล

    Books for Thai village funds, and a friendly check before the dividend is paid.

    \b
    satja new savings-group          สมุดเปล่าเล่มใหม่ · a new book
    satja check BOOK.xlsx            ทวนสมุด แล้วเขียนบันทึก · check a book, write the note
    satja next-year BOOK.xlsx        ขึ้นสมุดปีใหม่จากสมุดปีนี้ · next year's book out of this year's
    satja explain SAV-02             ข้อนี้ดูอะไร เพราะอะไร · what a check holds, and why
    satja addin calc                 ฟังก์ชันใน LibreOffice, Excel · the functions in spreadsheets
    """  # noqa: D301, D400 - \b keeps the lines of the help; a Thai sentence has no full stop


satja.add_command(addin)


class Day(click.ParamType[dt.date]):
    """A date: 2024-01-01, or 1/1/2567 with a Buddhist or a common-era year."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Read a date; a year from 2400 on is a Buddhist one."""
        try:
            if "/" in value:
                day, month, year = (int(part) for part in value.split("/"))
            else:
                year, month, day = (int(part) for part in value.split("-"))
            return dt.date(year - BUDDHIST_YEARS if year >= BUDDHIST_FROM else year, month, day)
        except ValueError:
            self.fail(f"วันที่ {value!r} อ่านไม่ได้ ลองพิมพ์แบบ 2024-01-01 หรือ 1/1/2567 · not a date", param, ctx)


@satja.command()
@click.argument("type_", metavar="TYPE", type=click.Choice(TYPES))
@click.option("--members", default=150, show_default=True, type=click.IntRange(1, 5000), help="จำนวนสมาชิกที่เตรียมแถวไว้ · members to make room for")
@click.option("--banks", default=1, show_default=True, type=click.IntRange(1, 6), help="จำนวนบัญชีธนาคาร · bank accounts")
@click.option("--first-day", type=Day(), help="วันเริ่มปีบัญชี เช่น 1/1/2567 · first day of the fund year")
@click.option("-o", "--output", type=click.Path(path_type=Path, readable=False), help="ชื่อไฟล์ที่จะสร้าง · the file to make")
def new(type_: str, members: int, banks: int, first_day: dt.date | None, output: Path | None) -> None:
    """สร้างสมุดเปล่าเล่มใหม่ · Make a new, empty book."""
    from templates.books import BOOKS
    from templates.declare import Size
    from templates.filled import fill
    from templates.write import write_book

    target = output or Path(f"{type_}.xlsx")
    if target.exists():
        raise click.ClickException(
            f"มีไฟล์ {target} อยู่แล้ว จึงไม่เขียนทับ ลองตั้งชื่ออื่นด้วย -o · {target} is there already and was left alone; choose another name with -o."
        )
    size = Size(members, banks)
    book = BOOKS[type_](size)
    rules = {**book.tables["rules"].initial[0], **({"first_day": first_day} if first_day else {})}
    with _busy("กำลังสร้างสมุด"):
        write_book(book, size, fill(book, size, {"rules": [rules]}), target)
    click.echo(f"สร้างสมุดแล้ว: {target}\nเปิดใน Excel หรือ LibreOffice แล้วเริ่มที่แผ่น ระเบียบ\nMade {target}; start at the sheet ระเบียบ.")


@satja.command("next-year")
@click.argument("book", metavar="BOOK", type=click.Path(path_type=Path, readable=False))
@click.option("-o", "--output", type=click.Path(path_type=Path, readable=False), help="ชื่อไฟล์ที่จะสร้าง · the file to make")
def next_year(book: Path, output: Path | None) -> None:
    """ขึ้นสมุดปีใหม่จากสมุดปีนี้ ไฟล์เดิมไม่ถูกแก้ · Make next year's book; the old file is not changed.

    ยกสมาชิก เงินสัจจะ หนี้ที่ยังเปิดอยู่ ปันผลที่ยังไม่มารับ และระเบียบไปให้ · Members, savings, open loans, dividends
    not collected and by-laws are carried. What is not closed in the old book is said.
    """
    from satja.turn import Trouble, turn

    with _busy("กำลังขึ้นสมุดปีใหม่"):
        try:
            turned = turn(book, output)
        except Trouble as trouble:
            raise click.ClickException(str(trouble)) from None
    click.echo(f"สร้างสมุดปีใหม่แล้ว: {turned.target}")
    for sentence in turned.still_open:
        click.echo(f"  · {sentence}")
    click.echo("กรอกมติที่ประชุมใหญ่ในแผ่น ปันผลปีก่อน เมื่อที่ประชุมจัดสรรกำไรแล้ว" if turned.has_resolution else "")
    click.echo(f"Made {turned.target}; {len(turned.still_open)} points of the old book are still open.")


@satja.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--last-year", type=click.Path(path_type=Path, readable=False), help="สมุดปีก่อน เทียบยอดยกมา · last year's book, to compare the opening with")
@click.option("--out", default="satja-out", show_default=True, help="โฟลเดอร์ที่จะเขียนบันทึก ใส่ - เพื่อพิมพ์ออกจอ · where to write, - prints one format")
@click.option("--format", "formats", default="html,json", show_default=True, help="html, json คั่นด้วยจุลภาค · comma-separated")
@click.option("--lang", type=click.Choice(["th", "en"]), default="th", show_default=True, help="ภาษาของบันทึก · language of the note")
def check(files: tuple[Path, ...], last_year: Path | None, out: str, formats: str, lang: str) -> int:
    """ทวนสมุดทุกไฟล์ แล้วเขียนบันทึกคำแนะนำ ไฟล์เดิมไม่ถูกแก้ · Check books and write the notes; no file is changed.

    Leaves with 0 when nothing contradicts itself, 1 with at least one error, 2 when a file could not be checked.
    """
    from validator.run import check_file

    chosen = _formats(formats, out)
    with _busy("กำลังทวนสมุด", len(files)) as step:
        reports = [step(check_file, path, last_year) for path in files]
    if out == "-":
        from satja.deliver import printed

        click.echo(printed(reports, chosen[0], lang).encode("utf-8"), nl=False)
    else:
        from satja.deliver import deliver, show

        written = deliver(reports, Path(out), chosen, lang)
        show(reports, written, lang)
    if not all(report.could_be_checked for report in reports):
        return COULD_NOT
    return ERRORS if any(report.has_errors for report in reports) else OK


def _formats(formats: str, out: str) -> list[str]:
    chosen = [word.strip() for word in formats.split(",") if word.strip()]
    unknown = [word for word in chosen if word not in FORMATS]
    if unknown or not chosen:
        raise click.ClickException(
            f"ยังไม่มีรูปแบบ {', '.join(unknown) or formats!r} เลือกได้: {', '.join(FORMATS)} · unknown format; choose from {', '.join(FORMATS)}"
        )
    if out == "-" and len(chosen) > 1:
        if formats != "html,json":
            raise click.ClickException("พิมพ์ออกจอได้ทีละรูปแบบ เช่น --out - --format json · --out - prints one format at a time")
        return ["json"]
    return chosen


@satja.command()
@click.argument("id_", metavar="ID")
@click.option("--lang", type=click.Choice(["th", "en"]), default="th", show_default=True)
def explain(id_: str, lang: str) -> None:
    """บอกว่าข้อตรวจหนึ่งดูอะไร และทำไม · Tell what a check holds, and why."""
    import validator.checks
    from validator.registry import CHECKS, in_order
    from validator.words import WORDS, steps

    assert validator.checks  # noqa: S101 - importing registers the checks
    found = CHECKS.get(id_.upper())
    if found is None:
        known = ", ".join(each.id for each in in_order())
        raise click.ClickException(f"ยังไม่มีข้อตรวจชื่อ {id_} ที่มีคือ {known} · no such check")
    words = WORDS[found.id]
    if lang == "en":
        click.echo(f"{found.id} · {words.title_en} ({found.severity})\n\n{found.doc}\n")
        return
    tries = "\n".join(f"  {number}. {step}" for number, step in enumerate(steps(found.id), 1))
    click.echo(f"{found.id} · {words.title} ({SEVERITY[found.severity]})\n\nสำคัญกับสมาชิกอย่างไร: {words.why}\n\nลองทำ\n{tries}\n\n{found.doc}\n")


SEVERITY = {"error": "ต้องดูก่อนปิดบัญชี", "warning": "ควรดูด้วยกัน", "advice": "ชวนพัฒนา"}


@satja.command()
@click.argument("type_", metavar="TYPE", type=click.Choice(TYPES))
@click.option("--format", "format_", type=click.Choice(["json", "text"]), default="text", show_default=True)
@click.option("--members", default=150, show_default=True, type=click.IntRange(1, 5000))
@click.option("--banks", default=1, show_default=True, type=click.IntRange(1, 6))
def fields(type_: str, format_: str, members: int, banks: int) -> None:
    """บอกว่าข้อมูลแต่ละอย่างอยู่ช่องไหนของสมุด · Tell where each field of a book stands."""
    from satja.fields import field_list

    tables = field_list(type_, members, banks)
    if format_ == "json":
        click.echo(json.dumps(tables, ensure_ascii=False, indent=1))
        return
    for table in tables:
        click.echo(f"{table['table']}  แผ่น {table['sheet']}  แถว {table['first_row']}–{table['last_row']}")
        for column in table["columns"]:
            place = f"{column['letter']}{column.get('row', '')}"
            click.echo(f"  {place:6} {column['field']:22} {column['heading']} ({column['kind']}{', พิมพ์' if column['input'] else ''})")


class _busy:  # noqa: N801 - reads as a word: with _busy(…)
    """A progress bar on the terminal's error stream; silent where nobody looks."""

    def __init__(self, what: str, total: int = 1) -> None:
        self.what, self.total = what, total

    def __enter__(self) -> Any:
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True)
        self.progress = Progress(console=console, transient=True, disable=not console.is_terminal)
        self.progress.start()
        task = self.progress.add_task(self.what, total=self.total)

        def step(call: Any, *arguments: Any) -> Any:
            answer = call(*arguments)
            self.progress.advance(task)
            return answer

        return step

    def __exit__(self, *_: object) -> None:
        self.progress.stop()
