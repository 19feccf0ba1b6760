"""The museum of mistakes: one book for each, made from one sound book by the slip a treasurer would make.

What each book should be found with is not said here: it is written by hand in the YAML beside the book.
"""

import datetime as dt
import shutil
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from templates.books.savings_group import savings_group
from templates.declare import Size
from templates.filled import fill
from templates.layout import Layout, lay_out, spelling
from templates.write import write_book
from workbook.edit import Formula, drop_formulas, replace_cells
from workshop.keep import Typed, keep
from workshop.recalculate import recalculate
from workshop.year import simulate

SIZE = Size(members=3)
"""Room for thirteen: the museum's books are small."""
SEED, MEMBERS = 1, 12
Cells = dict[str, dict[str, Any]]
EPOCH = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class Slip:
    """A mistake in cells: in a live book it is recalculated by LibreOffice, in a book of values it stands as typed."""

    cells: Callable[["Base"], Cells]
    values: bool = False


class Base:
    """The sound book that every slip is made in: where its fields stand and what was typed."""

    def __init__(self) -> None:
        self.book = savings_group(SIZE)
        self.layout: Layout = lay_out(self.book, SIZE)
        self.typed: Typed = keep(simulate(SEED, MEMBERS), self.book.tables["rules"].initial[0])
        self.filled = fill(self.book, SIZE, self.typed)

    def at(self, table: str, column: str, index: int) -> tuple[str, str]:
        place = self.layout[table]
        return place.sheet, place.address(column, index)

    def value(self, table: str, column: str, index: int) -> Any:
        return self.filled[table].columns[column][index]

    def baht(self, table: str, column: str, index: int) -> float:
        return float(self.value(table, column, index)) / 100

    def row_of(self, table: str, **wanted: Any) -> int:
        """Give the index of the first row with these values."""
        columns = self.filled[table].columns
        return next(index for index in range(self.filled[table].length) if all(columns[name][index] == value for name, value in wanted.items()))

    def free(self, table: str) -> int:
        """Give the index of the first row nobody has used."""
        return len(self.typed[table])

    def edits(self, *changes: tuple[str, str, int, Any]) -> Cells:
        """Put (table, column, index, content) as cells."""
        cells: Cells = {}
        for table, column, index, content in changes:
            sheet, address = self.at(table, column, index)
            cells.setdefault(sheet, {})[address] = (content - EPOCH).days if isinstance(content, dt.date) else content
        return cells

    def copied(self, table: str, source: int, target: int, **other: Any) -> Cells:
        """Copy what was typed in a row to another row, with some fields different."""
        record = self.typed[table][source] | other
        columns = self.book.tables[table].columns
        shown = {name: value / 100 if columns[name].kind == "money" else value for name, value in record.items() if value is not None}
        return self.edits(*((table, name, target, value) for name, value in shown.items()))


def _total(base: Base, table: str, column: str, formula: str) -> Cells:
    place = base.layout[table]
    return {place.sheet: {f"{place.letters[column]}{place.first - 2}": Formula(formula)}}


def _below(base: Base) -> Cells:
    """Type a receipt just below the last prepared row."""
    return base.copied("receipts", 0, base.layout["receipts"].rows, number=99)


def _short_total(base: Base) -> Cells:
    place = base.layout["savings"]
    letters = place.letters["closing"]
    return _total(base, "savings", "closing", f"SUM({letters}{place.first}:{letters}{place.first + 9})")


def _short_register(base: Base) -> Cells:
    """Stop one row's conditional sum before the receipts end."""
    table, receipts = base.book.tables["savings"], base.layout["receipts"]
    formula = table.expression(table.columns["month_11"])
    assert formula is not None  # noqa: S101 - the months are calculated
    text = spelling(formula, base.layout, "savings")(base.layout["savings"].first + 1)
    return base.edits(("savings", "month_11", 1, Formula(text.replace(f"${receipts.last}", f"${receipts.first + 99}"))))


def _frozen(base: Base) -> Cells:
    """Paste a whole column as values."""
    rows = range(base.layout["shares"].rows)
    return base.edits(
        *(("shares", "dividend", index, None if base.value("shares", "dividend", index) is None else base.baht("shares", "dividend", index)) for index in rows)
    )


def _drawn_early(base: Base) -> Cells:
    """Take out more than is there on the day, covered by later deposits."""
    too_much = base.baht("savings", "opening", 6) + 100
    return base.copied(
        "cash", base.row_of("cash", voucher="จ่าย 1/2567"), base.free("cash"), date=dt.date(2024, 1, 20), voucher="จ่าย 90/2567", item="ถอนเงินสัจจะ",
        reference="ส-007", cash_out=round(too_much * 100), payee="ส-007",
    )  # fmt: skip


def _twin(base: Base, **other: Any) -> Cells:
    """Enter a member a second time under another code, the opening headcount raised with it."""
    cells = base.copied("members", 3, base.free("members"), id="ส-099", **other)
    return {**cells, **base.edits(("opening_facts", "headcount", 0, 13))}


def _less_in_values(base: Base) -> Cells:
    """Lower one closing balance by 200 and its control account and statement line with it."""
    trial = base.row_of("trial_balance", code="31020")
    line = base.row_of("position", code="31020")
    return base.edits(
        ("savings", "closing", 4, base.baht("savings", "closing", 4) - 200), ("trial_balance", "balance", trial, base.baht("trial_balance", "balance", trial) + 200),
        ("position", "claims", line, base.baht("position", "claims", line) - 200),
    )  # fmt: skip


def _one_sided(base: Base) -> Cells:
    free = base.free("journal")
    day = dt.date(2024, 10, 1)
    return base.edits(
        ("journal", "date", free, day), ("journal", "voucher", free, "JV 9"), ("journal", "account", free, "14010"), ("journal", "debit", free, 500.0),
        ("journal", "date", free + 1, day), ("journal", "voucher", free + 1, "JV 9"), ("journal", "account", free + 1, "31020"), ("journal", "credit", free + 1, 500.0),
    )  # fmt: skip


DAY = dt.date(2024, 3, 5)
SLIPS: Mapping[str, Slip] = {
    "STRUCT-01": Slip(lambda base: base.edits(("stamp", "version", 0, "9.9"))),
    "STRUCT-03": Slip(lambda _: {"สมุดเงินสด-ธนาคาร": {"M5": "ธนาคาร 1 ถอน", "N5": "ธนาคาร 1 ฝาก"}}),
    "STRUCT-03-values": Slip(lambda _: {"สมุดเงินสด-ธนาคาร": {"J5": "เงินสดจ่าย", "K5": "เงินสดรับ"}}, values=True),
    "STRUCT-04": Slip(_below),
    "STRUCT-06": Slip(lambda base: base.edits(("rules", "loan_rate", 0, None))),
    "STRUCT-06-used": Slip(lambda base: base.edits(("rules", "interest_unit", 0, None))),
    "STRUCT-07": Slip(lambda base: base.edits(("receipts", "member", 8, "ส-100"))),
    "STRUCT-07-contract": Slip(lambda base: base.edits(("receipts", "contract", 6, "กู้ 2/2556"))),
    "STRUCT-07-twice": Slip(lambda base: base.copied("minutes", 0, 1)),
    "STRUCT-07-blank": Slip(lambda base: base.edits(("receipts", "amount", 2, None))),
    "CELL-01": Slip(lambda base: base.edits(("cash", "cash_out", base.row_of("cash", voucher="จ่าย 1/2567"), Formula("211.75/0")))),
    "CELL-02": Slip(lambda base: base.edits(("receipts", "amount", 4, " 150 บาท"))),
    "CELL-02-values": Slip(lambda base: base.edits(("receipts", "amount", 4, "150")), values=True),
    "CELL-03": Slip(lambda base: base.edits(("receipts", "amount", 4, "๑๕๐"))),
    "CELL-04": Slip(lambda base: base.edits(("receipts", "date", base.row_of("receipts", date=DAY), dt.date(2567, 3, 5)))),
    "CELL-04-two-digits": Slip(lambda base: base.edits(("cash", "date", base.row_of("cash", voucher="จ่าย 5/2567"), dt.date(1967, 2, 26)))),
    "CELL-05": Slip(lambda base: base.edits(("receipts", "date", base.row_of("receipts", date=DAY), "5 มี.ค. 67"))),
    "CELL-05-blank": Slip(lambda base: base.edits(("receipts", "date", base.row_of("receipts", date=DAY), None))),
    "CELL-08": Slip(lambda base: base.copied("receipts", len(base.typed["receipts"]) - 1, base.free("receipts"))),
    "CELL-09": Slip(lambda base: base.edits(("savings", "closing", 2, base.baht("savings", "closing", 2) + 500))),
    "CELL-09-same": Slip(lambda base: base.edits(("savings", "closing", 2, base.baht("savings", "closing", 2)))),
    "CELL-09-total": Slip(lambda _: {"เงินสัจจะ": {"R4": 200000.0}}),
    "CELL-09-column": Slip(lambda base: base.edits(*(("ageing", "days", index, 7.0) for index in range(6)))),
    "CELL-09-day": Slip(lambda base: base.edits(("cash", "cash_in", base.row_of("cash", date=DAY, kind="วันทำการ"), 5000.0))),
    "CELL-10": Slip(lambda base: base.edits(("savings", "closing", 2, Formula('IF($A8="","",SUM($C8,$P8))')))),
    "CELL-10-differs": Slip(lambda base: base.edits(("savings", "closing", 5, Formula('IF($A11="","",SUM($P11))')))),
    "CELL-11": Slip(_short_total),
    "CELL-11-register": Slip(_short_register),
    "CELL-16": Slip(lambda _: {}, values=True),
    "CELL-16-column": Slip(_frozen),
    "MEMB-01": Slip(_twin),
    "MEMB-05": Slip(lambda base: base.edits(("opening_facts", "headcount", 0, 13))),
    "SAV-01": Slip(_less_in_values, values=True),
    "SAV-02": Slip(_one_sided),
    "SAV-03": Slip(_drawn_early),
}


def build(folder: Path) -> None:
    """Make every book of the museum in a folder."""
    base = Base()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work_name:
        work = Path(work_name)
        sound, values = work / "sound.xlsx", work / "values.xlsx"
        write_book(base.book, SIZE, base.filled, sound)
        drop_formulas(sound, values)
        live = []
        for name, slip in SLIPS.items():
            target = (folder if slip.values else work) / f"{name}.xlsx"
            replace_cells(values if slip.values else sound, target, slip.cells(base))
            live += [] if slip.values else [target]
        live.append(_changed_by_hand(sound, work / "STRUCT-02.xlsx", _without_a_sheet))
        live.append(_changed_by_hand(sound, work / "STRUCT-05.xlsx", _name_moved))
        (work / "done").mkdir()
        for made in recalculate(live, work / "done"):
            shutil.copy(made, folder / made.name)
        _not_books(sound, folder)


def _changed_by_hand(sound: Path, target: Path, change: Callable[[Any], None]) -> Path:
    """Change a book's sheets or names, as people do in a spreadsheet; the library that does it warns of print areas it does not know."""
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(sound)
    change(book)
    book.save(target)
    return target


def _without_a_sheet(book: Any) -> None:
    del book["ใบสอบทานยอด"]


def _name_moved(book: Any) -> None:
    """Point the unit dividends are paid in at the cell of another unit."""
    book.defined_names["rule_payout_unit"].attr_text = book.defined_names["rule_interest_unit"].attr_text


def _not_books(sound: Path, folder: Path) -> None:
    """Make the files that are no books: cut off, renamed, of something else, locked."""
    import msoffcrypto
    import xlsxwriter
    from msoffcrypto.format.ooxml import OOXMLFile

    assert msoffcrypto  # noqa: S101 - the package the format belongs to
    (folder / "FILE-01-cut-off.xlsx").write_bytes(sound.read_bytes()[:-2000])
    (folder / "FILE-01-text.xlsx").write_text("วันที่,รายการ,จำนวน\n5/1/2567,เงินสัจจะ,100\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "FILE-01.xlsx", "w") as other:
        other.writestr("word/document.xml", "<document/>")
    with xlsxwriter.Workbook(folder / "FILE-01-another-book.xlsx") as another:
        another.add_worksheet("ราคาปุ๋ย").write_row(0, 0, ["ยี่ห้อ", "ราคา"])
    with sound.open("rb") as plain, (folder / "FILE-02.xlsx").open("wb") as locked:
        OOXMLFile(plain).encrypt("satja", locked)
