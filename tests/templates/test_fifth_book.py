"""The example of docs/fifth-book.md: built, filled, written, read back and checked like the books satja has."""

import datetime as dt
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from templates import books
from templates.declare import Size
from templates.filled import fill
from templates.write import write_book
from validator.outcome import Result
from validator.run import check_file

EXAMPLE = Path(__file__).parents[2] / "docs" / "fifth_book.py"
SIZE = Size(members=10)
DAY, PAID = dt.date(2024, 1, 5), dt.date(2024, 6, 5)


@pytest.fixture(scope="module")
def example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fifth_book", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_one_module_of_under_200_lines() -> None:
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) < 200


def test_it_is_kept_read_back_and_checked(example: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three members pay 365.00 each, one is helped with 500.00: 1,095.00 − 500.00 = 595.00 is left."""
    book = example.welfare_baht(SIZE)
    rules = book.tables["rules"].initial[0] | {"fund_name": "กองทุนตัวอย่าง", "first_day": dt.date(2024, 1, 1)}
    people = [{"id": f"ส-{number}", "first": name, "joined": dt.date(2023, 1, 1), "status": "ปกติ"} for number, name in enumerate(("ก", "ข", "ค"), 1)]
    slips = [{"date": DAY, "book": 1, "number": number, "member": f"ส-{number}", "item": "เงินสมทบสมาชิก", "amount": 36500} for number in (1, 2, 3)]
    helped = {"date": PAID, "kind": "จ่าย", "voucher": "จ่าย 1", "item": "จ่ายสวัสดิการ", "reference": "ส-2", "cash_out": 50000}
    typed = {
        "rules": [rules], "members": people, "receipts": slips, "cash": [{"date": DAY, "kind": "วันทำการ"}, helped], "opening_facts": [{"headcount": 3}],
        "receipt_books": [{"book": 1, "first": 1, "last": 3}], "welfare": [{"date": PAID, "member": "ส-2", "right": "เจ็บป่วย", "voucher": "จ่าย 1"}],
        "count": [{"counted_on": dt.date(2024, 12, 31), "counter_1": "ก", "counter_2": "ข"}],
        "denominations": [{}, {"pieces": 1}, {}, {"pieces": 1}, {"pieces": 2}, {}, {"pieces": 1}],
    }  # fmt: skip
    filled = fill(book, SIZE, typed)
    assert filled["paid"].total("dues") == 109500
    assert [state for state in filled["controls"].column("state") if state != "ตรงกัน"] == []
    assert filled["position_result"].column("assets")[0] == 59500
    target = tmp_path / "fifth.xlsx"
    write_book(book, SIZE, filled, target)
    monkeypatch.setitem(books.BOOKS, example.ID, example.welfare_baht)
    report = check_file(target)
    assert report.could_be_checked
    assert [(finding.check, finding.cells) for finding in report.findings] == []
    ran = {outcome.check for outcome in report.outcomes if outcome.result is Result.OK}
    assert {"CASH-01", "CASH-03", "CASH-08", "LEDG-02", "LEDG-03", "REPAY-01", "MEMB-05"} <= ran
