"""The one catalogue of sentences: what each check says, in Thai first and in English.

``say`` is filled from the finding: {found} {expected} {heading} {sheet} {cell} {gap} and what the check tells besides. A
variant of a finding has its own sentence where the usual one would not be true.
"""

from collections.abc import Mapping

from validator.outcome import Finding
from validator.words import book, cause, cells, money, registers, revo, welfare, year_end
from validator.words.entry import Words

__all__ = ["WORDS", "Words", "cause_said", "say", "steps", "title"]

WORDS: Mapping[str, Words] = book.WORDS | cells.WORDS | registers.WORDS | money.WORDS | year_end.WORDS | revo.WORDS | welfare.WORDS


def say(finding: Finding, language: str = "th") -> str:
    """Give the sentence of a finding."""
    words = WORDS[finding.check]
    usual = (words.say, words.say_en)
    sentence = words.variants.get(finding.variant, usual)[language == "en"]
    told = {"found": finding.found, "expected": finding.expected, "gap": "", "near": "", "omitted": "", "others": 0, **dict(finding.told)}
    return sentence.format(**told)


def steps(check: str, told: Mapping[str, object] | None = None) -> list[str]:
    """Give the three things to try, filled from what a finding tells, or in general."""
    return [step.format(**{"typed": "วันที่ใหม่", "name": "ที่บอกไว้", **(told or {})}) for step in WORDS[check].steps]


def title(check: str, language: str = "th") -> str:
    """Give the title of a check."""
    return WORDS[check].title_en if language == "en" else WORDS[check].title


def cause_said(finding: Finding, language: str = "th") -> str:
    """Ask about the likely cause of a finding; nothing where none is known."""
    if not finding.cause:
        return ""
    told = {"rows": "", "other": "", **dict(finding.told)}
    asked = cause.WITH_ROWS if told["rows"] else cause.ALONE
    return asked[finding.cause][language == "en"].format(**told)
