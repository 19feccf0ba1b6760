"""A tiny book for looking at one expression at a time: how it is spelt in the third row of a table, and its values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated as A
from typing import Any, NamedTuple

from templates.declare import FundBook, Sheet, Size, col, declare
from templates.expressions import Expr
from templates.kinds import Date, Exact, Money, Text, Whole
from templates.layout import At, lay_out


class Laws(NamedTuple):
    """A form with names."""

    unit: A[Money, col("หน่วย", "unit")]
    rate: A[Money, col("อัตรา", "rate")]
    weight: A[Whole, col("น้ำหนัก", "weight")]


class Facts(NamedTuple):
    """A form without names."""

    low: A[Whole, col("ต่ำ", "low")]
    high: A[Whole, col("สูง", "high")]


class Line(NamedTuple):
    """A row."""

    key: A[Text, col("กุญแจ", "key")]
    amount: A[Money, col("เงิน", "amount")]
    more: A[Money, col("เพิ่ม", "more")]
    day: A[Date, col("วัน", "day")]
    until: A[Date, col("ถึง", "until")]
    pieces: A[Whole, col("นับ", "count")]


class Other(NamedTuple):
    """A row of another sheet."""

    name: A[Text, col("ชื่อ", "name")]
    worth: A[Money, col("มูลค่า", "worth")]
    number: A[Whole, col("ลำดับ", "number")]


BOOK = FundBook(
    "tiny", "เล่มเล็ก", "1",
    (
        Sheet("ก", (declare(Laws, name="laws", th="ก", form=True, names="law_"),), ""),
        Sheet("ข", (declare(Line, name="lines", th="ข", guard="key", capacity=lambda _: 4), declare(Facts, name="facts", th="ข", form=True)), ""),
        Sheet("ค ง", (declare(Other, name="others", th="ค", guard="name", capacity=lambda _: 9),), ""),
    ),
    "#000000",
)  # fmt: skip
"""On sheet ข the lines take columns A to F and rows 6 to 9; the form beside them has its values in column I."""


def text(formula: Expr, row: int = 8, table: str = "lines") -> str:
    return formula.text(At(lay_out(BOOK, Size()), table, row))


@dataclass
class Table:
    """A table of given columns."""

    name: str
    length: int
    columns: dict[str, Sequence[Exact]] = field(default_factory=dict)

    def column(self, name: str) -> Sequence[Exact]:
        return self.columns[name]


def table(called: str = "lines", /, **columns: Any) -> Table:
    return Table(called, len(next(iter(columns.values()))), columns)


def values(formula: Expr, here: Table, *others: Table) -> list[Exact]:
    return formula.values({each.name: each for each in (here, *others)}, here)
