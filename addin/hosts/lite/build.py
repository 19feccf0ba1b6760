"""Write the files a person pastes into xlwings Lite: main.py, made from the registry, requirements.txt, and the Thai guide."""

import hashlib
import json
from pathlib import Path
from typing import List

from ...udfs import UDFS
from ...udfs.registry import Udf
from .. import NotOurs
from ..cells import NAMESPACE, required
from ..xlwings_values import OPTIONS
from .packing import imports, needed, packed

GUIDE = "อ่านก่อน.txt"
CHECK = ("templates.read", "validator.run", "validator.words.own")
"""What a check of an open book is made of, beside what main.py names itself."""
REQUIREMENTS = "xlwings<1.0.0\n"
"""The one package needed, with the upper bound that xlwings Lite's own pages suggest; it keeps the exact version by itself."""


def build(folder: Path) -> List[Path]:
    """Write the three files into a folder, which is made; gives them. The same program gives the same bytes.

    Raises NotOurs, before anything is written, for a file of one of these names that was not made here.
    """
    folder.mkdir(parents=True, exist_ok=True)
    guide = Path(__file__).with_name("guide.txt").read_text(encoding="utf-8")
    texts = {"main.py": main_text(), "requirements.txt": REQUIREMENTS, GUIDE: guide}
    for name, text in texts.items():
        path = folder / name
        if path.exists() and not path.read_bytes().startswith(text.splitlines()[0].encode("utf-8")):
            raise NotOurs(path)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    return [folder / name for name in texts]


def main_text() -> str:
    """Give main.py: what it is, the two scripts, a function for each of the registry, and the program itself as text at the end."""
    readable = Path(__file__).with_name("main.template").read_text(encoding="utf-8")
    functions = "\n\n\n".join(function_text(entry) for entry in UDFS.values())
    readable = readable.replace("«functions»", functions).replace("«count»", str(len(UDFS)))
    program = packed(needed([*CHECK, *imports(readable)]))
    mark = hashlib.sha256(program.encode("ascii")).hexdigest()[:12]
    return readable.replace("«mark»", mark).replace("«program»", program)


def function_text(entry: Udf) -> str:
    """Give a function as it stands in main.py.

    >>> print(function_text(UDFS["LEVY"]).splitlines()[0])
    @func(namespace="SATJA")
    """
    options = ", ".join(f"{option}={value!r}" for option, value in OPTIONS.items())
    names = [name for name, _, _ in entry.arguments]
    must = required(entry.name)
    return "\n".join(
        [
            f'@func(namespace="{NAMESPACE}")',
            *(f'@arg("{name}", {options}, doc={json.dumps(thai, ensure_ascii=False)})' for name, _, thai in entry.arguments),
            f"def {entry.name.lower()}({', '.join([*names[:must], *(f'{name}=None' for name in names[must:])])}):",
            f'    """{entry.thai} · {entry.english}"""',
            f'    return _answer("{entry.name}", {", ".join(names)})',
        ]
    )
