"""The command as it is called: inside this process, or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"


@dataclass(frozen=True)
class Ran:
    """What a run came to."""

    code: int
    out: str
    err: str


AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""Before a command: permissions hold for root too, as they do for everybody else."""


def run(*arguments: str | Path, cwd: Path, console: str = "utf-8", before: Sequence[str] = ()) -> Ran:
    """Run the command as a process of its own, in a folder, before a console of an encoding."""
    command: Sequence[str] = [*before, sys.executable, "-m", "satja", *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": console}
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, encoding=console, env=env)  # noqa: S603 - our own command
    return Ran(done.returncode, done.stdout, done.stderr)


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
