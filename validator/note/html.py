"""The note as one self-contained HTML page, Thai first, for A4."""

import datetime as dt
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from validator.note.breaking import parted
from validator.note.content import content
from validator.run import Report


def as_html(report: Report, day: dt.date, language: str = "th") -> str:
    """Give the note on one book as HTML; ``day`` is the day it was made, shown on it."""
    return _template().render(**content(report, day, language))


@cache
def _template() -> Template:
    loader = FunctionLoader(lambda name: files("validator.note").joinpath(name).read_text(encoding="utf-8"))
    environment = Environment(loader=loader, autoescape=True, finalize=parted, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("note.html.jinja")
