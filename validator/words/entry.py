"""The shape of a check's sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Words:
    """The sentences of a check: a finding's title, what holds when there is none, why it matters, the question, three things to try."""

    title: str
    holds: str
    why: str
    say: str
    steps: tuple[str, str, str]
    title_en: str
    why_en: str
    say_en: str
    variants: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """For a variant: its Thai and its English sentence."""
