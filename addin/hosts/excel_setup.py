"""Setting up Excel on Windows: the xlwings add-in, what it is told, and the macros' file. What was there before is kept and put back."""

import base64
import csv
import json
import locale
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Sequence

from .excel_macros import PYTHON, macros

CONFIG = Path.home() / ".xlwings" / "xlwings.conf"
"""Where xlwings keeps what a person set, on Windows (xlwings 0.37): a line a setting, "NAME","value", in the code page of the computer."""
RECORD, MACROS = ".satja", "satja.bas"
"""Beside it: what was there before install, and the macros."""
XLWINGS = [sys.executable, "-c", "from xlwings.cli import main; main()"]
INSTALLED = "is installed at"
"""What xlwings says of an add-in that is there; of a failure it says something else, and leaves with status 0 all the same."""
Run = Callable[[Sequence[str]], str]


class NotHere(Exception):  # noqa: N818 - it is what is missing
    """Excel through xlwings cannot be set up as things are: the sentence says why and what to do, in Thai, then in English."""


@dataclass(frozen=True)
class State:
    """What is set up: which interpreter xlwings is told, whether it is this one, what xlwings says of its add-in, and where the macros are."""

    interpreter: str
    is_this: bool
    addin: str
    macros: Optional[Path]


@dataclass(frozen=True)
class Computer:
    """Where things are done: the configuration, the system and its code page, and what runs xlwings' own command."""

    config: Path = CONFIG
    platform: str = sys.platform
    code_page: str = locale.getencoding()
    run: Optional[Run] = None

    def ask(self, *arguments: str) -> str:
        """Ask xlwings' command; raises NotHere where there is no Windows or no xlwings."""
        if not self.platform.startswith("win"):
            raise NotHere(
                "Excel ผ่าน xlwings ใช้ได้บน Windows เท่านั้น เครื่องนี้ลอง satja addin lite (Excel 2021 ขึ้นไป) หรือ satja addin calc (LibreOffice)\n"
                "Excel through xlwings is for Windows; here try satja addin lite or satja addin calc."
            )
        return (self.run or _run)(arguments)

    @property
    def record(self) -> Path:
        return self.config.with_name(self.config.name + RECORD)

    @property
    def macros(self) -> Path:
        return self.config.with_name(MACROS)

    def lines(self) -> List[str]:
        """Give the lines of the configuration; none where there is none."""
        return self.decoded(self.config.read_bytes()) if self.config.exists() else []

    def decoded(self, data: bytes) -> List[str]:
        """Give lines of the computer's code page, or of Unicode where they say so."""
        marks = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
        marked = [encoding for mark, encoding in marks.items() if data.startswith(mark)]
        for encoding in (*marked, self.code_page, "utf-8"):
            try:
                return data.decode(encoding).splitlines()
            except UnicodeDecodeError:
                continue
        raise NotHere(f"อ่านการตั้งค่า {self.config} ไม่ได้ ลองเปลี่ยนชื่อไฟล์นั้นแล้วสั่งอีกครั้ง · {self.config} cannot be read; rename it and try again.")

    def write(self, lines: Sequence[str]) -> None:
        """Write the configuration as Excel's macros read it."""
        try:
            data = "".join(f"{line}\n" for line in lines).encode(self.code_page)
        except UnicodeEncodeError:
            raise NotHere(
                f"ที่อยู่ของ Python มีตัวอักษรที่ Windows เครื่องนี้อ่านไม่ได้ ลองติดตั้งในโฟลเดอร์ชื่อภาษาอังกฤษ: {sys.executable}\n"
                "Windows' code page cannot spell where Python lies: install it in a folder with a plain name."
            ) from None
        self.config.parent.mkdir(parents=True, exist_ok=True)
        self.config.write_bytes(data)


def wanted() -> Dict[str, str]:
    """Give what xlwings is told: which Python runs, and which module has the functions."""
    return {"INTERPRETER_WIN": sys.executable, "UDF MODULES": PYTHON}


def install(computer: Optional[Computer] = None) -> Path:
    """Set up the add-in and its configuration, and write the macros beside it; gives the macros' file. Doing it again changes nothing.

    Raises NotHere where it cannot be done; what was there then stays.
    """
    computer = computer or Computer()
    there = INSTALLED in computer.ask("addin", "status")
    before = {"addin": there, "config": base64.b64encode(computer.config.read_bytes()).decode() if computer.config.exists() else None}
    said = computer.ask("addin", "install")
    if INSTALLED not in computer.ask("addin", "status"):
        raise NotHere(f"ติดตั้งส่วนเสริมของ xlwings ไม่สำเร็จ ปิด Excel ทุกหน้าต่างแล้วสั่งอีกครั้ง · Close Excel and try again; xlwings said: {said.strip()[-400:]}")
    ours = {name.casefold() for name in wanted()}
    computer.write([*map(_line, wanted().items()), *(line for line in computer.lines() if _setting(line)[0].casefold() not in ours)])
    if not computer.record.exists():
        computer.record.write_text(json.dumps({**before, "set": wanted()}), encoding="utf-8")
    computer.macros.write_bytes(macros().encode("ascii"))
    return computer.macros


def uninstall(computer: Optional[Computer] = None) -> bool:
    """Take away what install set up, and put back what was there; gives whether there was anything of ours.

    A setting that was changed since stays as it is; an add-in that was there before stays too. Raises NotHere.
    """
    computer = computer or Computer()
    computer.ask("addin", "status")
    if not computer.record.exists():
        return False
    record: Dict[str, Any] = json.loads(computer.record.read_text(encoding="utf-8"))
    before = base64.b64decode(record["config"]) if record["config"] is not None else None
    ours = {(name.casefold(), value) for name, value in record["set"].items()}
    left = [line for line in computer.lines() if (_setting(line)[0].casefold(), _setting(line)[1]) not in ours]
    names = {_setting(line)[0].casefold() for line in left}
    lost = [line for line in computer.decoded(before or b"") if _setting(line)[0].casefold() in {name for name, _ in ours} - names]
    if _told([*lost, *left]) != _told(computer.decoded(before or b"")):
        computer.write([*lost, *left])
    elif before is not None:
        computer.config.write_bytes(before)
    else:
        computer.config.unlink(missing_ok=True)
    if not record["addin"]:
        computer.ask("addin", "remove")
    computer.record.unlink()
    computer.macros.unlink(missing_ok=True)
    return True


def status(computer: Optional[Computer] = None) -> State:
    """Tell what is set up. Raises NotHere."""
    computer = computer or Computer()
    said = computer.ask("addin", "status").strip()
    interpreter = _told(computer.lines()).get("interpreter_win", "")
    return State(interpreter, interpreter == sys.executable, said, computer.macros if computer.macros.exists() else None)


def _setting(line: str) -> Sequence[str]:
    """Give the name and the value of a line; of one that is no setting the line itself and nothing."""
    row = next(csv.reader([line]), [])
    return (row[0], row[1]) if len(row) > 1 else (line, "")


def _told(lines: Sequence[str]) -> Dict[str, str]:
    """Give the settings by their names in small letters, the first of a name: so Excel's macros read them."""
    return {name.casefold(): value for name, value in reversed([_setting(line) for line in lines if line.strip()])}


def _line(setting: Sequence[str]) -> str:
    return ",".join('"' + part.replace('"', '""') + '"' for part in setting)


def _run(arguments: Sequence[str]) -> str:
    ran = subprocess.run([*XLWINGS, *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - xlwings' own command
    if ran.returncode:
        raise NotHere(f"xlwings ยังติดตั้งไม่ครบ ลอง pip install xlwings pywin32 แล้วสั่งอีกครั้ง\nxlwings said: {(ran.stderr or ran.stdout).strip()[-400:]}")
    return ran.stdout + ran.stderr
