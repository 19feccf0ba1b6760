"""The extension for LibreOffice Calc (.oxt), made from the registry: the functions, and their words in Thai and English."""

import zipfile
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...udfs import UDFS
from ...udfs.registry import Udf
from .. import NotOurs
from ..reasons import REASON, REASON_EN, REASON_TH
from .arguments import gives_text
from .names import IDENTIFIER, SERVICES

HERE = Path(__file__).parent
ADDIN = HERE.parent.parent
TOP = "satja_addin"
"""Where the calculations lie inside the extension: a folder of their own, since every extension shares one Python."""
HOSTS = ("__init__", "cells", "reading", "reasons", "calc/__init__", "calc/arguments", "calc/names")
CARRIED = ("__init__.py", "udfs", *(f"hosts/{name}.py" for name in HOSTS))
MIDNIGHT = (1980, 1, 1, 0, 0, 0)
"""The day of every file inside: the same registry gives the same bytes."""
PARTS = {"META-INF/manifest.xml": "manifest.xml", "description.xml": "description.xml", "satja.idl": "satja.idl", "CalcAddIns.xcu": "CalcAddIns.xcu"}
ANY, ROWS = "any", "sequence< sequence< any > >"
WHY = {
    "name": REASON,
    "thai": REASON_TH,
    "english": REASON_EN,
    "arguments": [("FUNCTION", "ชื่อฟังก์ชัน เช่น INTEREST", "the function's name"), ("VALUES", "ช่องเดียวกับที่ใส่ในฟังก์ชันนั้น", "the same cells as in that function")],
}


def build(target: Path, version: str) -> None:
    """Write the extension; two builds of one version are the same to the byte. Raises NotOurs for a file that is there and is no build of ours."""
    if target.exists() and not _is_ours(target):
        raise NotOurs(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(_parts(version)):
            entry = zipfile.ZipInfo(name, MIDNIGHT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    part.replace(target)


def _is_ours(path: Path) -> bool:
    """Tell whether a file is an extension of ours, of whatever version."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "description.xml" in archive.namelist() and f'"{IDENTIFIER}"'.encode() in archive.read("description.xml")


def _parts(version: str) -> Iterator[Tuple[str, str]]:
    made = Environment(loader=FileSystemLoader(HERE / "parts"), autoescape=True, undefined=StrictUndefined)
    functions = [_function(entry) for entry in UDFS.values()]
    for name, part in PARTS.items():
        spoken = functions if name == "satja.idl" else [*functions, WHY]
        yield name, made.get_template(f"{part}.jinja").render(functions=spoken, services=SERVICES, reason=REASON, identifier=IDENTIFIER, version=version)
    yield "satja_component.py", (HERE / "component.py").read_text(encoding="utf-8")
    for carried in CARRIED:
        place = ADDIN / carried
        for each in _sources(place):
            yield f"{TOP}/{each.relative_to(ADDIN).as_posix()}", each.read_text(encoding="utf-8")


def _sources(place: Path) -> List[Path]:
    return sorted(place.glob("*.py")) if place.is_dir() else [place]


def _function(entry: Udf) -> Dict[str, Any]:
    """Give a function as the parts tell it; LibreOffice takes underscores only between capitals."""
    arguments = [(argument.upper(), thai, argument.replace("_", " ")) for argument, _, thai in entry.arguments]
    return {"name": entry.name, "thai": entry.thai, "english": entry.english, "arguments": arguments, "gives": ANY if gives_text(entry) else ROWS}
