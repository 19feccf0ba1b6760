"""The note as one self-contained HTML page, Thai first, for A4."""

import datetime as dt
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from validator.note.breaking import parted
from validator.note.content import content
from validator.run import Report
from validator.words.own import in_own_words

ABOUT_THE_FILE = ("facts", "fund")
"""What stands in the note as it stands in the book, whatever its words."""


def as_html(report: Report, day: dt.date, language: str = "th") -> str:
    """Give the note on one book as HTML; ``day`` is the day it was made, shown on it."""
    filled = content(report, day, language)
    return _template().render(**{name: value if name in ABOUT_THE_FILE else in_own_words(value, report.book_type, language) for name, value in filled.items()})


@cache
def _template() -> Template:
    loader = FunctionLoader(lambda name: files("validator.note").joinpath(name).read_text(encoding="utf-8"))
    environment = Environment(loader=loader, autoescape=True, finalize=parted, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("note.html.jinja")
