"""The program as one text: satja is in no package index, so main.py carries what it imports, zipped."""

import ast
import base64
import io
import zipfile
from pathlib import Path
from typing import Dict, Iterator, Optional, Sequence, Set

HOME = Path(__file__).resolve().parents[3]
OURS = ("addin", "workbook", "templates", "validator")
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the zip, so that the same program gives the same bytes."""
WIDTH = 160


def packed(files: Dict[str, Path]) -> str:
    """Give files zipped, in lines of base64; the same files give the same text."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 3
            archive.writestr(entry, files[name].read_bytes(), zipfile.ZIP_DEFLATED, 9)
    text = base64.b64encode(memory.getvalue()).decode("ascii")
    return "\n".join(text[start : start + WIDTH] for start in range(0, len(text), WIDTH))


def needed(roots: Sequence[str], home: Path = HOME) -> Dict[str, Path]:
    """Give the files of modules of ours, and of everything of ours they import, here or inside a function, by their path in the zip.

    Names that are no module of ours, and modules that are not there, are passed over.
    """
    files: Dict[str, Path] = {}
    waiting, seen = list(roots), set()
    while waiting:
        name = waiting.pop()
        path = _file(name, home)
        if name in seen or path is None:
            continue
        seen.add(name)
        files[path.relative_to(home).as_posix()] = path
        waiting += imports(path.read_text(encoding="utf-8"), name if path.name == "__init__.py" else name.rpartition(".")[0])
        waiting += [name.rpartition(".")[0]]
    return files


def imports(text: str, package: str = "") -> Set[str]:
    """Give every name that a module of a package may import: of ``from a import b`` both a and a.b.

    >>> sorted(imports("from ..cells import call", "addin.hosts.lite"))
    ['addin.hosts.cells', 'addin.hosts.cells.call']
    """
    return {name for node in ast.walk(ast.parse(text)) for name in _named(node, package)}


def _named(node: ast.AST, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
        module = ".".join([*above, *([node.module] if node.module else [])])
        yield module
        yield from (f"{module}.{alias.name}" for alias in node.names)


def _file(name: str, home: Path) -> Optional[Path]:
    """Give the file of a module of ours."""
    if name.partition(".")[0] not in OURS:
        return None
    place = home.joinpath(*name.split("."))
    return next((path for path in (place / "__init__.py", place.with_suffix(".py")) if path.is_file()), None)
