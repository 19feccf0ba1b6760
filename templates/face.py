"""What a book shows people beside its tables: the tiles and links of the home sheet, the guide, the pictures of the summary."""

from dataclasses import dataclass

from templates.expressions import Expr
from templates.kinds import Kind

Lines = tuple[tuple[str, str], ...]
"""Of the home sheet: what to do, and on which sheet. Of the guide: where, and what."""


@dataclass(frozen=True)
class Tile:
    """A figure with its name, a word about it, and the sheet it comes from."""

    label: str
    figure: Expr
    kind: Kind
    word: Expr
    sheet: str


@dataclass(frozen=True)
class Picture:
    """A chart of the summary: what kind, of which table, the names of its columns."""

    title: str
    kind: str
    table: str
    across: str
    up: tuple[str, ...]
    axis: str = ""
    """What a bar chart says beside its bars."""


@dataclass(frozen=True)
class Face:
    """The face of a fund's book. A sheet named in no group of links stands in the group without names."""

    tiles: tuple[Tile, ...] = ()
    steps: tuple[tuple[str, Lines], ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    guide: tuple[tuple[str, Lines], ...] = ()
    pictures: tuple[Picture, ...] = ()
    first_of_all: str = ""
    """What to do when the book is new and the members are in it."""
    people: str = "ขั้นต่อไป · พิมพ์รายชื่อที่แผ่น สมาชิก หนึ่งแถวต่อหนึ่งคน"
    """What to do when nobody is in it yet."""
