"""The one way from the functions of main.py to the calculations."""

from typing import Any, Sequence

from ..cells import call
from ..reading import InError
from ..xlwings_values import given, taken


def answer(name: str, arguments: Sequence[Any]) -> Any:
    """Give what xlwings Lite is to show for a call; an argument that was left out is None, as a blank cell is.

    Raises Refused where the call itself is refused: the cell shows #VALUE!, and the sentence when it is pointed at. An error of
    another cell is answered with its code, which Lite turns back into that error.

    >>> answer("INTEREST", [[[12345.0]], [[0.12]], [[3.0]], None, None])
    369.0
    >>> answer("INTEREST", [[["#N/A"]], [[0.12]], [[3.0]]])
    '#N/A'
    """
    try:
        return given(call(name, [taken(each) for each in arguments]), str)
    except InError as other:
        return other.error.code
