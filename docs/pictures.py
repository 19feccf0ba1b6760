#!/usr/bin/env python3
"""Pictures for the readme: ``python docs/pictures.py samples/savings-group-150.xlsx samples/mistakes/SAV-02.xlsx docs/pictures``.

LibreOffice prints the sound book and Chromium the note on the other one; pdftoppm (poppler-utils) draws pages of both, and what
is white around them is cut off. ``make pictures`` runs it.
"""

import datetime as dt
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from validator.note.html import as_html
from validator.run import check_file
from workshop.recalculate import to_pdf

PICTURES = {"home": ("", 0.9), "savings": ("เงินสัจจะ", 0.5), "summary": ("สรุป", 0.9)}
"""Each picture: the sheet whose name its page begins with (the home sheet is the first page), and how tall at most for its width."""
NOTE_TALLEST = 1.2
DOTS, MARGIN, FOOTER = 120, 14, 66
"""Dots an inch; dots left around; rows at the foot of a page where the number of the page stands."""


@dataclass(frozen=True)
class Drawn:
    """A page in grey dots, a byte each, row by row."""

    width: int
    height: int
    dots: bytes

    def rows(self) -> list[int]:
        """Give the rows that are not white."""
        white = b"\xff" * self.width
        return [row for row in range(self.height) if self.dots[row * self.width : (row + 1) * self.width] != white]

    def columns(self) -> list[int]:
        """Give the columns that are not white."""
        white = b"\xff" * self.height
        return [column for column in range(self.width) if self.dots[column :: self.width] != white]


def run(command: str, *arguments: str) -> bytes:
    """Run a tool of poppler and give what it says; raises where it is missing or fails."""
    tool = shutil.which(command)
    if tool is None:
        raise SystemExit(f"{command} is missing: install poppler-utils")
    return subprocess.run([tool, *arguments], check=True, capture_output=True).stdout  # noqa: S603 - a tool of ours, on a file of ours


def page_of(pdf: Path, sheet: str) -> int:
    """Give the first page, from 1, that begins with a sheet's title."""
    pages = run("pdftotext", "-layout", str(pdf), "-").decode().split("\f")
    return next((number for number, text in enumerate(pages, 1) if not sheet or re.sub(r"\s", "", text).startswith(f"{sheet}·")), 1)


def look(pdf: Path, page: int) -> Drawn:
    """Draw a page in grey."""
    image = run("pdftoppm", "-gray", "-r", str(DOTS), "-f", str(page), "-l", str(page), str(pdf))
    _, size, _, dots = image.split(b"\n", 3)
    width, height = map(int, size.split())
    return Drawn(width, height, dots)


def frame(page: Drawn, tallest: float) -> tuple[int, int, int, int]:
    """Give left, top, width and height of what is on a page above its footer."""
    rows = [row for row in page.rows() if row < page.height - FOOTER]
    columns = page.columns()
    left, top = max(columns[0] - MARGIN, 0), max(rows[0] - MARGIN, 0)
    width = min(columns[-1] + MARGIN, page.width) - left
    return left, top, width, min(rows[-1] + MARGIN - top, int(width * tallest))


def draw(book: Path, folder: Path) -> list[Path]:
    """Draw the pictures of a book into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        pdf = to_pdf(book, Path(room))
        for name, (sheet, tallest) in PICTURES.items():
            cut_out(pdf, page_of(pdf, sheet), tallest, folder / name)
    return [folder / f"{name}.png" for name in PICTURES]


def cut_out(pdf: Path, page: int, tallest: float, target: Path) -> None:
    """Draw what stands on a page into target.png."""
    left, top, width, height = map(str, frame(look(pdf, page), tallest))
    cut = ("-x", left, "-y", top, "-W", width, "-H", height)
    run("pdftoppm", "-png", "-r", str(DOTS), "-f", str(page), "-l", str(page), *cut, "-singlefile", str(pdf), str(target))


def draw_note(book: Path, folder: Path) -> Path:
    """Draw the front page of the note on a book into a folder."""
    with tempfile.TemporaryDirectory() as room:
        page, pdf = Path(room) / "note.html", Path(room) / "note.pdf"
        page.write_text(as_html(check_file(book), dt.date(2024, 12, 31)), encoding="utf-8")
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", f"--user-data-dir={room}/profile")
        run("chromium", *quiet, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", str(page))
        cut_out(pdf, 1, NOTE_TALLEST, folder / "note")
    return folder / "note.png"


if __name__ == "__main__":
    if len(sys.argv) != 4:  # noqa: PLR2004 - the command, two books, a folder
        raise SystemExit(__doc__)
    sound, mistaken, drawn = map(Path, sys.argv[1:])
    for picture in (*draw(sound, drawn), draw_note(mistaken, drawn)):
        sys.stdout.write(f"{picture}\n")
