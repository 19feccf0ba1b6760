"""What a check comes to: one of four outcomes, and findings that point at cells."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How strong the proof is, never how large the blame."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Result(StrEnum):
    """The four outcomes of a check; all are printed."""

    OK = "OK"
    FINDING = "FINDING"
    NOT_APPLICABLE = "NOT_APPLICABLE"
    NOT_RUN = "NOT_RUN"


class NotRun(Exception):  # noqa: N818 - an outcome, not a failure
    """A check cannot look: the sentence, in Thai, says what is missing."""


class NotApplicable(Exception):  # noqa: N818 - an outcome, not a failure
    """A check has nothing to look at in this book: the sentence, in Thai, says why."""


@dataclass(frozen=True)
class Spot:
    """A field of a record: what folding looks at."""

    table: str
    column: str


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold, said as a question.

    ``cells`` are Sheet!A1, the first one primary; ``found`` and ``expected`` are as people read them; ``difference`` is
    satang or None. ``about`` names the members and contracts concerned, ``told`` fills the sentences. ``key`` stays the
    same when rows move.
    """

    key: str
    cells: tuple[str, ...]
    spots: tuple[Spot, ...]
    found: str = ""
    expected: str = ""
    difference: int | None = None
    severity: Severity | None = None
    about: frozenset[str] = frozenset()
    cause: str = ""
    variant: str = ""
    told: tuple[tuple[str, Any], ...] = ()
    check: str = ""
    explained_by: str = ""

    def of(self, check: str, severity: Severity) -> "Finding":
        """Stamp the finding with its check."""
        return replace(self, check=check, key=f"{check}:{self.key}" if self.key else check, severity=self.severity or severity)

    def with_cells(self, *cells: str) -> "Finding":
        """Point at more cells."""
        return replace(self, cells=tuple(dict.fromkeys((*self.cells, *cells))))


@dataclass(frozen=True)
class Outcome:
    """What one check came to."""

    check: str
    result: Result
    reason: str = ""
    findings: tuple[Finding, ...] = field(default=())
