"""What several checks ask of one book is worked out once, and forgotten with the book."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from templates.read import ReadBook

P = ParamSpec("P")
T = TypeVar("T")


def once_a_book(work: Callable[Concatenate[ReadBook, P], T]) -> Callable[Concatenate[ReadBook, P], T]:
    """Keep what a function gives for a book and its other arguments as long as the book is in use: no other cache holds on to a book."""
    known: WeakKeyDictionary[ReadBook, dict[Any, T]] = WeakKeyDictionary()

    @wraps(work)
    def kept(book: ReadBook, /, *args: P.args, **kwargs: P.kwargs) -> T:
        answers = known.setdefault(book, {})
        asked = (args, tuple(kwargs.items()))
        if asked not in answers:
            answers[asked] = work(book, *args, **kwargs)
        return answers[asked]

    return kept
