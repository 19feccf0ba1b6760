"""The declaration of a fund book: sheets, tables, columns. Everything else about the layout derives from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from templates.choices import when
from templates.expressions import Expr, Field, Operand
from templates.face import Face
from templates.kinds import Kind


@dataclass(frozen=True)
class Column:
    """One column of a table, or one line of a form.

    ``formula`` is a locked cell; ``default`` is a formula waiting in an input cell that may be typed over except where
    ``holds`` says it stands; ``fixed`` columns hold what the table's fixed rows say. ``ref`` names the column this one must
    be found in; ``choose`` only offers a list. ``guarded`` columns stay empty until the row's guard is filled in.
    """

    th: str
    en: str = ""
    also: tuple[str, ...] = ()
    formula: Expr | None = None
    default: Expr | None = None
    holds: Expr | None = None
    fixed: bool = False
    ref: tuple[str, str] | None = None
    ref_when: tuple[str, Mapping[str, tuple[str, str]]] | None = None
    """Another column of the row, and for each of its words the column this one must be found in."""
    one_of: tuple[str, ...] = ()
    required: bool = False
    total: bool = False
    hidden: bool = False
    guarded: bool = True
    least: int | None = 0
    most: int | None = None
    above: str = ""
    """Another field of the form that this one must be greater than."""
    width: float = 0
    digits: int = 0
    unit: str = ""
    help: str = ""
    name: str = ""
    kind: Kind = Kind.TEXT

    @property
    def is_input(self) -> bool:
        return self.formula is None and not self.fixed


def col(th: str, en: str = "", **options: Any) -> Column:
    """Write a column inside ``Annotated``: the annotation gives its name and kind."""
    return Column(th, en, **options)


@dataclass(frozen=True)
class Size:
    """What a book must have room for."""

    members: int = 150
    banks: int = 1


@dataclass(frozen=True)
class Table:
    """A table across a sheet, or a form down it, and how many rows are prepared."""

    name: str
    th: str
    columns: Mapping[str, Column]
    guard: str = ""
    key: tuple[str, ...] = ()
    capacity: Callable[[Size], int] = lambda _: 1
    form: bool = False
    names: str = ""
    follows: str = ""
    fixed_rows: tuple[Mapping[str, Operand], ...] = ()
    initial: tuple[Mapping[str, Any], ...] = ()
    by_date: str = ""
    turns: bool = False
    """Whether all that was typed in it stands in next year's book too; other tables begin anew, or carry what is still open."""

    def expression(self, column: Column) -> Expr | None:
        """Give a column's whole expression: its formula, waiting for the guard."""
        formula = column.formula or column.default
        if formula is None or not self.guard or not column.guarded or column.name == self.guard:
            return formula
        return when(Field(self.guard).is_(""), "", formula)

    @property
    def inputs(self) -> list[Column]:
        return [column for column in self.columns.values() if column.is_input]

    def room(self, size: Size) -> int:
        """Give how many records a book of a size has rows for: of a form one, of fixed rows so many."""
        return 1 if self.form else len(self.fixed_rows) or self.capacity(size)


def with_formulas(table: Table, formulas: Mapping[str, Expr]) -> Table:
    """Give the table whose named columns have these formulas: for what depends on how the book is built."""
    return replace(table, columns={name: replace(column, formula=formulas.get(name, column.formula)) for name, column in table.columns.items()})


def placed_after(table: Table, place: str, *names: str) -> Table:
    """Give the table with these columns, in this order, right after another."""
    kept = [name for name in table.columns if name not in names]
    at = kept.index(place) + 1
    return replace(table, columns={name: table.columns[name] for name in (*kept[:at], *names, *kept[at:])})


@dataclass(frozen=True)
class Sheet:
    """A sheet: its Thai name, its tables side by side, a sentence of help, and how it looks."""

    name: str
    tables: tuple[Table, ...]
    help: str
    tab: str = ""
    hidden: bool = False
    captions: Mapping[str, Expr] = field(default_factory=dict)


@dataclass(frozen=True)
class FundBook:
    """A declared book of one fund type."""

    id: str
    th: str
    version: str
    sheets: tuple[Sheet, ...]
    colour: str
    face: Face = field(default_factory=Face)
    shared: str = ""
    """The table of what members hold that the dividend is worked from."""
    rows_a_member: int = 18
    """How many rows the longest sheet has for each member, at the most: how the size of a book without a stamp is guessed."""

    @property
    def tables(self) -> dict[str, Table]:
        return {table.name: table for sheet in self.sheets for table in sheet.tables}

    def sheet_of(self, table: str) -> Sheet:
        return next(sheet for sheet in self.sheets if any(each.name == table for each in sheet.tables))


def declare(*rows: type, name: str, th: str, drop: Iterable[str] = (), **options: Any) -> Table:
    """Make a table of one row type, or of several one after the other: their annotations name the columns; those to ``drop`` are left out."""
    columns: dict[str, Column] = {}
    for row in rows:
        for field_name, hint in get_type_hints(row, include_extras=True).items():
            column, kind = _unwrap(hint)
            columns[field_name] = replace(column, name=field_name, kind=kind)
    dropped = set(drop)
    return Table(name=name, th=th, columns={key: value for key, value in columns.items() if key not in dropped}, **options)


def _unwrap(hint: Any) -> tuple[Column, Kind]:
    """Find the column and the kind in Annotated[Annotated[int, MONEY] | None, column]."""
    found: list[Any] = []

    def walk(part: Any) -> None:
        if get_origin(part) is Annotated:
            found.extend(part.__metadata__)
            walk(get_args(part)[0])
        elif get_origin(part) in (Union, UnionType):
            for inner in get_args(part):
                walk(inner)

    walk(hint)
    column = next(each for each in found if isinstance(each, Column))
    return column, next(each for each in found if isinstance(each, Kind))
