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


CHECKS: dict[str, Check] = {}


def check(
    id_: str, severity: Severity, *, needs: tuple[str, ...] = (), masked_by: tuple[str, ...] = (), on_file: bool = False
) -> Callable[[Callable[[ReadBook], Iterator[Finding]]], Callable[[ReadBook], Iterator[Finding]]]:
    """Register a generator function as a check; checks ``on_file`` look at how a file failed to open."""

    def register(look: Callable[[ReadBook], Iterator[Finding]]) -> Callable[[ReadBook], Iterator[Finding]]:
        if id_ in CHECKS:
            message = f"{id_} is declared twice"
            raise ValueError(message)
        CHECKS[id_] = Check(id_, severity, look, needs, masked_by, on_file)
        return look

    return register


FAMILIES = ("FILE", "STRUCT", "CELL", "MEMB", "SAV", "LOAN", "REPAY", "CASH", "LEDG", "YEND", "RULE", "WELF", "REVO", "ARRS", "NETW", "SIGN")


def in_order() -> list[Check]:
    """Give every check in the catalogue's order."""
    return sorted(CHECKS.values(), key=lambda each: (FAMILIES.index(each.family), each.id))
