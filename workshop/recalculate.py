"""Books calculated anew by LibreOffice, without a window: as an ordinary user, in a profile that is thrown away.

By itself LibreOffice trusts the values stored in a file and shows them again (measured: a planted 999 beside =1+1 survived).
So the profile says "always recalculate", and every batch carries a canary, a small book with a wrong value: when it does not
come back right, nothing that came back with it counts. The profile also says which version last ran in it, as that of every
user who has opened LibreOffice before: without, each start first tries out the graphics, half a second. Several runs may happen
at the same time.
"""

import hashlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from workbook.unreadable import Unreadable
from workbook.xlsx import read_workbook

COMMANDS, INSTALLER = ("soffice", "libreoffice"), "unopkg"
FILTERS = {".xlsx": "xlsx:Calc MS Excel 2007 XML", ".pdf": "pdf:calc_pdf_Export"}
SECONDS, SECONDS_A_BOOK = 60, 30
"""How long a batch may take: to start with, and for each book (a fund of 150 members takes about five)."""
SECONDS_TO_END = 3
NOBODY = "nobody"
PIPE_FOLDERS = (Path("/tmp"), Path("/var/tmp"))  # noqa: S108 - where LibreOffice puts its pipes, whatever TMPDIR says
CANARY, PLANTED, RIGHT = "satja-canary.xlsx", 999, 2

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>
"""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CANARY_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="canary" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1"><f>1+1</f><v>{PLANTED}</v></c></row></sheetData></worksheet>',
}


class LibreOfficeError(RuntimeError):
    """LibreOffice did not do what it was asked to."""


class NoLibreOffice(LibreOfficeError):  # noqa: N818 - the name says what is missing
    """LibreOffice is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "LibreOffice is not installed: no command soffice was found. Install LibreOffice Calc, "
            "for example with: apt-get install --no-install-recommends libreoffice-calc"
        )


class CanaryDied(LibreOfficeError):  # noqa: N818 - the miners' word
    """The planted wrong value did not come back right, so nothing of the batch counts."""


class ConversionFailed(LibreOfficeError):  # noqa: N818 - it is what happened
    """A book did not come back; ``book`` is the one."""

    def __init__(self, book: Path, why: str) -> None:
        super().__init__(f"LibreOffice did not convert {book.name}: {why}")
        self.book = book


class NotInstalled(LibreOfficeError):  # noqa: N818 - it is what happened
    """An extension was refused."""

    def __init__(self, extension: Path, why: str) -> None:
        super().__init__(f"LibreOffice did not install {extension.name}: {why}")


def recalculate(books: Sequence[Path], folder: Path, *, extension: Path | None = None, seconds: float | None = None) -> list[Path]:
    """Write each book, calculated anew, under its own name (as .xlsx) into the folder; all of them or none.

    extension is one to install in the profile first, so that its functions are known.
    Raises NoLibreOffice, CanaryDied or ConversionFailed; ValueError for two books of one name, or one that would be overwritten.
    """
    targets = [folder / f"{book.stem}.xlsx" for book in books]
    if not books:
        return []
    _refuse_mixed_up(books, targets)
    with workroom() as room:
        if extension is not None:
            room.install(extension)
        write_canary(room.inbox / CANARY)
        staged = [room.take_in(book) for book in books]
        said = room.convert([room.inbox / CANARY, *staged], ".xlsx", seconds)
        _ask_canary(room.outbox / CANARY, said)
        room.bring(books, targets, said)
    return targets


def to_pdf(book: Path, folder: Path, *, seconds: float | None = None) -> Path:
    """Write a book as LibreOffice prints it into the folder."""
    target = folder / f"{book.stem}.pdf"
    with workroom() as room:
        said = room.convert([room.take_in(book)], ".pdf", seconds)
        room.bring([book], [target], said)
    return target


def write_canary(target: Path) -> None:
    """Write the smallest book there is: one formula, =1+1, and beside it the stored value 999."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _CANARY_PARTS.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')


def _refuse_mixed_up(books: Sequence[Path], targets: Sequence[Path]) -> None:
    if len({*targets, targets[0].with_name(CANARY)}) <= len(targets):
        raise ValueError("two books of the same name would overwrite each other")
    for book, target in zip(books, targets, strict=True):
        if target.exists() and target.samefile(book):
            raise ValueError(f"{book} would be overwritten: choose another folder")


def _ask_canary(canary: Path, said: str) -> None:
    seen: object = None
    with suppress(Unreadable, FileNotFoundError, StopIteration):
        seen = next(iter(read_workbook(canary).sheets.values())).value(0, 0)
    if seen != RIGHT:
        fate = "the canary did not come back" if seen is None else f"1+1 came back as {seen}"
        raise CanaryDied(f"LibreOffice did not recalculate: {fate}. {said}".rstrip())


@contextmanager
def workroom() -> "Iterator[Workroom]":
    """Give a folder of one's own, with the profile in it, that is gone afterwards."""
    command = next(filter(None, map(shutil.which, COMMANDS)), None)
    if command is None:
        raise NoLibreOffice
    with tempfile.TemporaryDirectory(prefix="satja-", ignore_cleanup_errors=True) as name:
        room = Workroom(command, Path(name).resolve())
        for folder in (room.inbox, room.outbox, room.profile / "user"):
            folder.mkdir(parents=True)
        (room.profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        try:
            yield room
        finally:
            room.sweep()


@dataclass(frozen=True)
class Workroom:
    """One run: what goes in, what comes out, and the profile, all in one folder."""

    command: str
    folder: Path

    @property
    def inbox(self) -> Path:
        return self.folder / "in"

    @property
    def outbox(self) -> Path:
        return self.folder / "out"

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    def take_in(self, book: Path) -> Path:
        """Copy a book to where an ordinary user may read it."""
        return Path(shutil.copyfile(book, self.inbox / book.name))

    def install(self, extension: Path) -> None:
        """Install an extension in the profile."""
        installer = shutil.which(INSTALLER)
        if installer is None:
            raise NoLibreOffice
        said = _run([installer, "add", "--force", f"-env:UserInstallation={self.profile.as_uri()}", str(self.take_in(extension))], self.folder, SECONDS)
        if said:
            raise NotInstalled(extension, said)

    def convert(self, staged: Sequence[Path], suffix: str, seconds: float | None) -> str:
        """Run LibreOffice once over all the books and give what it said in complaint; what it could not do is missing."""
        limit = seconds if seconds is not None else SECONDS + SECONDS_A_BOOK * len(staged)
        return self.run(["--headless", "--norestore", "--convert-to", FILTERS[suffix], "--outdir", str(self.outbox), *map(str, staged)], limit)

    def run(self, arguments: Sequence[str], seconds: float) -> str:
        """Run LibreOffice in this profile and give what it said in complaint."""
        return _run([self.command, f"-env:UserInstallation={self.profile.as_uri()}", *arguments], self.folder, seconds)

    def bring(self, books: Sequence[Path], targets: Sequence[Path], said: str) -> None:
        """Bring what came out to where it is wanted, when all of it came."""
        for book, target in zip(books, targets, strict=True):
            if not (self.outbox / target.name).is_file():
                raise ConversionFailed(book, said or "it gave no reason")
        for target in targets:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.outbox / target.name, target)

    def sweep(self) -> None:
        """Take away the pipe that a LibreOffice which was stopped could not: it is named after its profile."""
        digest = hashlib.md5(self.profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
        name = "SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)
        for folder in PIPE_FOLDERS:
            for pipe in folder.glob(f"OSL_PIPE_*_{name}"):
                pipe.unlink(missing_ok=True)


def _run(command: Sequence[str], folder: Path, seconds: float) -> str:
    """Run a command with its children in a group of their own, and end them all when the time is over."""
    process = _start(command, folder)
    try:
        return _complaints(process.communicate(timeout=seconds)[1])
    except subprocess.TimeoutExpired:
        _end(process)
        return f"it was stopped after {seconds:g} seconds"
    except BaseException:
        _end(process)
        raise


def _start(command: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    """Start as an ordinary user: LibreOffice opens files that others wrote, which is nothing for root."""
    nobody = pwd.getpwnam(NOBODY) if os.geteuid() == 0 else None
    if nobody:
        for each in (folder, *folder.rglob("*")):
            os.chown(each, nobody.pw_uid, nobody.pw_gid)
    return subprocess.Popen(  # noqa: S603 - soffice, with arguments of our own making
        command,
        cwd=folder,
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"} | dict.fromkeys(("HOME", "TMPDIR", "XDG_RUNTIME_DIR"), str(folder)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        user=nobody.pw_uid if nobody else None,
        group=nobody.pw_gid if nobody else None,
        extra_groups=[] if nobody else None,
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the whole group: kindly, then not; the last of it is gone when nobody holds the pipe."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=SECONDS_TO_END)
            return


def _complaints(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").splitlines()
    return " ".join(line.strip() for line in lines if line.strip() and "javaldx" not in line)
