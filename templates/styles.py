"""How cells look: one accent colour a book, input cells pale yellow, 14-point Thai; red only for what does not tie in a closed year."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from templates.kinds import Kind

FONT = "TH Sarabun New"
THAI_CHARSET, SWISS = 222, 2
"""Where the font is not installed, Excel picks another of the Thai character set and of this family."""
INPUT, MISSING, LINE, BAND = "#FFF9E0", "#FFE394", "#D5DAD7", "#F3F8F5"
INK, GREY, RED, PALE_RED, AMBER, OK_GREEN, SECOND = "#22302A", "#66706B", "#B3261E", "#FBE9E7", "#8A5A00", "#E3F2E8", "#9CC7B2"
THAI_DATE = "[$-107041E]d mmm yyyy;@"
PLAIN_MONEY = "#,##0.00"
INPUT_MONEY = "#,##0.00_-;-#,##0.00_-"
NUMBER_FORMATS = {
    Kind.MONEY: "[>=0.005]#,##0.00_-;[<=-0.005]-#,##0.00_-;–_-",
    Kind.RATE: "0.00%",
    Kind.NUMBER: "#,##0.####",
    Kind.WHOLE: "#,##0",
    Kind.DATE: THAI_DATE,
    Kind.TEXT: "@",
}
"""Money shows nothing as a dash, and so the last bits of a sum of floats, which would read -0.00."""


class Styles:
    """The formats of a book, each made once."""

    def __init__(self, book: Workbook, colour: str) -> None:
        self._book, self.colour, self._made = book, colour, dict[tuple[tuple[str, Any], ...], Format]()

    def make(self, **options: Any) -> Format:
        """Give the format with these options over the book's usual font."""
        chosen = {"font_name": FONT, "font_family": SWISS, "font_charset": THAI_CHARSET, "font_size": 14, "font_color": INK, "valign": "vcenter", **options}
        return self._once(chosen)

    def marked(self, **options: Any) -> Format:
        """Give a format of a conditional format: only what it changes."""
        return self._once(options)

    def _once(self, options: dict[str, Any]) -> Format:
        key = tuple(sorted(options.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(options)
        return self._made[key]

    def cell(self, kind: Kind, *, is_input: bool, digits: int = 0, dashed: bool = False, **more: Any) -> Format:
        """Give a data cell: unlocked and pale yellow where people type; a figure too long for its column shrinks and is never ####."""
        number = _number_format(kind, is_input=is_input, digits=digits, dashed=dashed)
        look: dict[str, Any] = {"num_format": number, "border": 1, "border_color": LINE, "locked": not is_input}
        if is_input:
            look["bg_color"] = INPUT
        if kind is Kind.TEXT:
            look |= {"align": "left", "indent": 1, "shrink": not is_input}
        else:
            look["shrink"] = True
        if kind in (Kind.DATE, Kind.WHOLE):
            look["align"] = "center"
        return self.make(**{**look, **more})

    def title(self) -> Format:
        """Give the band along the top of a sheet."""
        return self.make(font_size=20, bold=True, font_color="#FFFFFF", bg_color=self.colour, align="left", indent=1)

    def help(self) -> Format:
        """Give the sentence of help below it."""
        return self.make(font_color=GREY, align="left", indent=1)

    def subtitle(self) -> Format:
        """Give the name of one of several tables on a sheet."""
        return self.make(font_size=16, bold=True, font_color=self.colour)

    def heading(self) -> Format:
        """Give a column's heading."""
        return self.make(bold=True, font_color="#FFFFFF", bg_color=self.colour, align="center", text_wrap=True, border=1, border_color="#FFFFFF")

    def total(self, kind: Kind) -> Format:
        """Give a total above the headings."""
        look: dict[str, Any] = {"align": "center"} if kind is Kind.WHOLE else {}
        return self.make(bold=True, num_format=NUMBER_FORMATS[kind], shrink=True, bg_color=OK_GREEN, **look)

    def total_word(self) -> Format:
        """Give the word before the first total."""
        return self.make(bold=True, font_color=self.colour, align="right", indent=1)

    def label(self, **more: Any) -> Format:
        """Give a form's label."""
        return self.make(border=1, border_color=LINE, indent=1, **more)

    def note(self, **more: Any) -> Format:
        """Give what stands beside a form's value."""
        return self.make(border=1, border_color=LINE, font_color=GREY, indent=1, **more)

    def caption(self) -> Format:
        """Give a word above a heading."""
        return self.make(bold=True, font_color=self.colour, align="center")

    def link(self, **more: Any) -> Format:
        """Give a text that leads to another sheet."""
        return self.make(**{"font_color": self.colour, "underline": 0, **more})


def _number_format(kind: Kind, *, is_input: bool, digits: int, dashed: bool) -> str:
    """Give a cell's number format; in an input cell a typed 0 shows as 0, for it is not a blank."""
    if digits:
        return "0" * digits
    if kind is Kind.MONEY and is_input:
        return INPUT_MONEY
    if kind is Kind.WHOLE:
        return "0;-0;–" if dashed and not is_input else "0"
    return "General" if kind is Kind.TEXT and not is_input else NUMBER_FORMATS[kind]
