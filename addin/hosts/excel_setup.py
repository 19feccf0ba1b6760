"""Setting up Excel on Windows: the xlwings add-in, what it is told, and the macros' file. What was there before is kept and put back."""

import csv
import io
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, List, Optional, Sequence

from .excel_macros import PYTHON, macros

CONFIG = Path.home() / ".xlwings" / "xlwings.conf"
"""Where xlwings keeps what a person set, on Windows (xlwings 0.37)."""
BEFORE = ".before-satja"
MACROS = "satja.bas"
XLWINGS = [sys.executable, "-c", "from xlwings.cli import main; main()"]
Run = Callable[[Sequence[str]], str]


class NotHere(Exception):  # noqa: N818 - it is what is missing
    """Excel through xlwings cannot be set up on this computer: the sentence says why and what to do instead, in Thai, then in English."""


@dataclass(frozen=True)
class State:
    """What is set up: which interpreter xlwings is told, whether it is this one, what xlwings says of its add-in, and where the macros are."""

    interpreter: str
    is_this: bool
    addin: str
    macros: Optional[Path]


def wanted() -> Dict[str, str]:
    """Give what xlwings is told: which Python runs, and which module has the functions."""
    return {"INTERPRETER_WIN": sys.executable, "UDF MODULES": PYTHON}


def install(config: Path = CONFIG, platform: str = sys.platform, run: Optional[Run] = None) -> Path:
    """Set up the add-in and its configuration, and write the macros beside it; gives the macros' file. Doing it again changes nothing.

    Raises NotHere where there is no Windows or no xlwings.
    """
    ask = _xlwings(platform, run)
    ask(["addin", "install"])
    told = read_config(config)
    kept = config.with_name(config.name + BEFORE)
    if config.exists() and not kept.exists():
        kept.write_text(config.read_text(encoding="utf-8"), encoding="utf-8")
    write_config(config, {**told, **wanted()})
    target = config.with_name(MACROS)
    target.write_bytes(macros().encode("ascii"))
    return target


def uninstall(config: Path = CONFIG, platform: str = sys.platform, run: Optional[Run] = None) -> None:
    """Take away what install set up: its settings are as they were before, and other settings stay. Raises NotHere."""
    ask = _xlwings(platform, run)
    kept = config.with_name(config.name + BEFORE)
    before, told = read_config(kept), read_config(config)
    left = {name: before.get(name, "") if value == wanted().get(name) else value for name, value in told.items()}
    write_config(config, {name: value for name, value in left.items() if value or name not in wanted()})
    kept.unlink(missing_ok=True)
    config.with_name(MACROS).unlink(missing_ok=True)
    if not before:
        ask(["addin", "remove"])


def status(config: Path = CONFIG, platform: str = sys.platform, run: Optional[Run] = None) -> State:
    """Tell what is set up. Raises NotHere."""
    ask = _xlwings(platform, run)
    interpreter, target = read_config(config).get("INTERPRETER_WIN", ""), config.with_name(MACROS)
    return State(interpreter, interpreter == sys.executable, ask(["addin", "status"]).strip(), target if target.exists() else None)


def read_config(path: Path) -> Dict[str, str]:
    """Give what a configuration of xlwings says: a line a setting, "NAME","value"; nothing where there is none."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return {row[0]: row[1] for row in csv.reader(io.StringIO(text)) if len(row) > 1}


def write_config(path: Path, told: Dict[str, str]) -> None:
    """Write a configuration of xlwings."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = io.StringIO()
    csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(told.items())
    path.write_text(lines.getvalue(), encoding="utf-8")


def _xlwings(platform: str, run: Optional[Run]) -> Run:
    if not platform.startswith("win"):
        raise NotHere(
            "Excel ผ่าน xlwings ใช้ได้บน Windows เท่านั้น เครื่องนี้ลอง satja addin lite (Excel 2021 ขึ้นไป) หรือ satja addin calc (LibreOffice)\n"
            "Excel through xlwings is for Windows; here try satja addin lite or satja addin calc."
        )
    return run or _run


def _run(arguments: Sequence[str]) -> str:
    command: List[str] = [*XLWINGS, *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - xlwings' own command
    if ran.returncode:
        raise NotHere(f"xlwings ยังติดตั้งไม่ครบ ลอง pip install xlwings pywin32 แล้วสั่งอีกครั้ง\nxlwings said: {(ran.stderr or ran.stdout).strip()[-400:]}")
    return ran.stdout
