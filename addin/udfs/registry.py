"""The one registry: what each spreadsheet name calls, with its help in Thai and English."""

from dataclasses import dataclass, replace
from typing import Any, Callable, Dict, Optional, Tuple, TypeVar

Calculation = TypeVar("Calculation", bound=Callable[..., Any])


@dataclass(frozen=True)
class Udf:
    """A calculation as spreadsheets see it: SATJA.NAME(arguments)."""

    name: str
    call: Callable[..., Any]
    thai: str
    english: str
    arguments: Tuple[Tuple[str, str, str], ...]
    """Each argument: its name, its kind (money, rate, number, whole, date, text, truth; amounts, wholes, dates, rates of a range) and what it is in Thai."""
    gives: str
    """The kind of the answer."""
    column: Optional[Callable[..., Any]] = None
    """The same for a whole column at once: every argument in the same order, those in ``columns`` as lists of one length."""
    columns: Tuple[str, ...] = ()


UDFS: Dict[str, Udf] = {}


def udf(thai: str, *, gives: str, **arguments: Tuple[str, str]) -> Callable[[Calculation], Calculation]:
    """Declare a calculation: its Thai sentence, the kind it gives, and for each argument its kind and Thai name."""

    def declare(function: Calculation) -> Calculation:
        name = function.__name__.upper()
        if name in UDFS:
            message = f"{name} is declared twice"
            raise ValueError(message)
        english = (function.__doc__ or "").strip().splitlines()[0]
        rows = tuple((argument, kind, said) for argument, (kind, said) in arguments.items())
        UDFS[name] = Udf(name, function, thai, english, rows, gives)
        return function

    return declare


def column_of(name: str, *columns: str) -> Callable[[Calculation], Calculation]:
    """Declare a calculation to be another one for a whole column: it takes the same arguments in the same order, those named as lists."""

    def declare(function: Calculation) -> Calculation:
        UDFS[name] = replace(UDFS[name], column=function, columns=columns)
        return function

    return declare
