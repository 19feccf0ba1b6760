"""The register of checks: each a generator over a book, with what it needs and what may explain it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from templates.read import ReadBook
from validator.outcome import Finding, Severity

Look = Callable[[Any], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """A check: its id for life, its severity, the fields it needs, the checks whose finding explains its own."""

    id: str
    severity: Severity
    look: Look
    needs: tuple[str, ...] = ()
    masked_by: tuple[str, ...] = ()
    over: str = ""
    """The table whose rows it looks at, every one: what the note gives as the population."""
    on_file: bool = False

    @property
    def doc(self) -> str:
        return (self.look.__doc__ or "").strip()

    @property
    def title(self) -> str:
        return self.doc.splitlines()[0] if self.doc else ""

    @property
    def family(self) -> str:
        return self.id.partition("-")[0]


READING = (
    "STRUCT-02", "STRUCT-03", "STRUCT-04", "STRUCT-06", "STRUCT-07", "CELL-01", "CELL-02", "CELL-03", "CELL-04", "CELL-05", "CELL-08", "CELL-09", "CELL-10",
    "CELL-11", "CELL-14", "CELL-16",
)  # fmt: skip
"""What may explain any figure that does not tie: a cell that could not be read as it was meant."""

TIES = (
    "LEDG-06", "LEDG-01", "CASH-09", "REPAY-01", "LOAN-05", "RULE-01", "REPAY-02", "REPAY-03", "SAV-01", "LOAN-01", "CASH-01", "CASH-03", "CASH-04", "CASH-02",
    "WELF-01", "WELF-02", "LEDG-02", "SAV-02", "LOAN-02", "LEDG-03", "LEDG-04", "LEDG-05", "LEDG-08", "REVO-01", "YEND-10", "YEND-03", "YEND-05", "YEND-06",
    "YEND-04", "YEND-01", "ARRS-01", "ARRS-02", "YEND-09",
)  # fmt: skip
"""The ties of the book in the order in which one slip runs through it: from what is typed to what the meeting reads."""


def upstream(id_: str) -> tuple[str, ...]:
    """Give the checks whose finding may explain that of a tie: a cell misread, or a tie before it."""
    return (*READING, *TIES[: TIES.index(id_)])


CHECKS: dict[str, Check] = {}


def check(
    id_: str, severity: Severity, *, needs: tuple[str, ...] = (), masked_by: tuple[str, ...] = (), over: str = "", on_file: bool = False
) -> Callable[[Callable[[ReadBook], Iterator[Finding]]], Callable[[ReadBook], Iterator[Finding]]]:
    """Register a generator function as a check; checks ``on_file`` look at how a file failed to open."""

    def register(look: Callable[[ReadBook], Iterator[Finding]]) -> Callable[[ReadBook], Iterator[Finding]]:
        if id_ in CHECKS:
            message = f"{id_} is declared twice"
            raise ValueError(message)
        CHECKS[id_] = Check(id_, severity, look, needs, masked_by, over, on_file)
        return look

    return register


FAMILIES = ("FILE", "STRUCT", "CELL", "MEMB", "SAV", "LOAN", "REPAY", "CASH", "LEDG", "YEND", "RULE", "WELF", "REVO", "ARRS", "NETW", "SIGN")


def in_order() -> list[Check]:
    """Give every check in the catalogue's order."""
    return sorted(CHECKS.values(), key=lambda each: (FAMILIES.index(each.family), each.id))
