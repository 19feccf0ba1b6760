"""Make the golden year's ten slips and the book that has them all, typed key by key into LibreOffice as a treasurer would.

Run by hand with the interpreter LibreOffice talks to (``python3-uno`` on Debian): ``/usr/bin/python3 samples/by_hand.py``, after
``make samples``. Each edit goes through LibreOffice's own entry line, so what is stored is what typing stores, and LibreOffice
calculates and saves the book. What each should be found with is written in the YAML beside it, by hand.
"""

import subprocess
import sys
import tempfile
import time
from itertools import chain
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

HERE = Path(__file__).parent
GOLDEN = HERE / "golden-1-savings-group.xlsx"
PORT = 20_167
SECONDS = 60
CASH, RECEIPTS, JOURNAL, COUNT = "สมุดเงินสด-ธนาคาร", "รับเงินวันทำการ", "สมุดรายวันทั่วไป", "ตรวจนับเงินสด"

SLIPS = {
    "REPAY-03-golden": ((RECEIPTS, "L19", "10"),),  # 100.00 of interest on receipt 1/012
    "CASH-08-golden": ((RECEIPTS, "C29", "2"),),  # receipt 1/020
    "REPAY-01-golden": ((CASH, "A25", "2024-07-06"),),  # the operating day was the 5th
    "LOAN-05-golden": ((CASH, "K20", "9540"),),  # 9,450.00 was lent on กู้ 2/2567
    "CASH-04-golden": ((CASH, "M24", "43.17"),),  # the passbook says 41.37
    "LEDG-01-golden": ((JOURNAL, "G9", "252"),),  # 225.00 of the resolution goes to the reserve
    "LEDG-06-golden": (("ยอดยกมา", "N8", "6300"),),  # ส-03 brings forward 3,600.00
    "RULE-01-golden": (("สัญญาเงินกู้", "F6", "21%"),),  # กู้ 1/2567 is at 12 %
    "CASH-03-golden": ((COUNT, "H13", "3"),),  # two coins of 2 baht lay there
    "YEND-01-golden": (("จัดสรรกำไร", "D7", "55%"),),  # the dividend is 50 % of the profit
}
TOGETHER = "LEDG-01-golden-all-ten"


def main() -> None:
    """Type every slip into a copy of the golden year, each alone and all together."""
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}", f"--accept=socket,host=localhost,port={PORT};urp;"]
        office = subprocess.Popen(["soffice", *options])  # noqa: S603, S607 - LibreOffice as it is installed
        try:
            desktop, dispatcher = _connect()
            for name, edits in {**SLIPS, TOGETHER: tuple(chain.from_iterable(SLIPS.values()))}.items():
                _type(desktop, dispatcher, HERE / "mistakes" / f"{name}.xlsx", edits)
                sys.stdout.write(f"{name}\n")
            desktop.terminate()
            office.wait(SECONDS)
        finally:
            office.kill()


def _connect():  # noqa: ANN202 - two services of LibreOffice, which have no types
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(SECONDS):
        try:
            context = resolver.resolve(f"uno:socket,host=localhost,port={PORT};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - LibreOffice's own classes; it is still starting
            time.sleep(1)
        else:
            manager = context.ServiceManager
            return tuple(manager.createInstanceWithContext(name, context) for name in ("com.sun.star.frame.Desktop", "com.sun.star.frame.DispatchHelper"))
    raise TimeoutError("LibreOffice did not answer")


def _properties(**given):  # noqa: ANN003, ANN202 - LibreOffice's own values
    return tuple(PropertyValue(Name=name, Value=value) for name, value in given.items())


def _type(desktop, dispatcher, target, edits) -> None:  # noqa: ANN001 - LibreOffice's own objects
    """Open the golden year, type into its cells, calculate, and save it under another name."""
    book = desktop.loadComponentFromURL(GOLDEN.as_uri(), "_blank", 0, _properties(Hidden=True))
    frame = book.CurrentController.Frame
    for sheet, address, text in edits:
        book.CurrentController.setActiveSheet(book.Sheets.getByName(sheet))
        dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, _properties(ToPoint=address))
        dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, _properties(StringName=text))
    book.calculateAll()
    book.storeToURL(target.as_uri(), _properties(FilterName="Calc MS Excel 2007 XML"))
    book.close(True)


if __name__ == "__main__":
    main()
