"""Everything the note says, section by section, ready to be laid out."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from templates.read import ReadBook
from validator.evidence import BUDDHIST_YEARS, baht, thai_day
from validator.note.charts import charts
from validator.note.follow_up import follow_up
from validator.note.items import Asked, Group, Item, asked
from validator.note.ordering import materiality
from validator.note.phrases import CONSISTENT, DECISIONS, MATERIAL, PHRASES, RULE_SET_DAY
from validator.note.procedures import DONE, not_done, not_made, procedures, unread_rows, unseen
from validator.note.strengths import strengths
from validator.registry import CHECKS
from validator.run import AFTER_ANSWERS, NOT_YET, Report
from validator.version import VERSION

MOST_ON_FRONT = 5
MOST_ADVICE = 3
MOST_ANSWERS, SPARE_ANSWERS = 12, 3
INK = "#1f2a25"
CASH_PROOF, BANK_PROOF = "CASH-03", "CASH-04"
HASH_PART = 8


def content(report: Report, day: dt.date, language: str) -> dict[str, Any]:
    """Give what fills the page, by the names the template uses; ``day`` is the day the note was made."""
    english = language == "en"
    all_asked = asked(report, MOST_ON_FRONT, language)
    return {
        "lang": language, "t": {key: pair[english] for key, pair in PHRASES.items()}, "accent": report.book.book.colour if report.book else INK,
        "facts": _facts(report, day, language), "fund": _fund(report), "day_iso": day.isoformat(), "short_hash": report.sha256[:12],
        "strengths": strengths(report, language), "decision": DECISIONS[report.decision][english],
        "because": _because(report, all_asked, language), "decision_class": report.decision.replace(" ", "-"), "could_be_checked": report.could_be_checked,
        "consistent": CONSISTENT[english], **_questions(report, all_asked, language),
        "procedures": procedures(report, language), "unread_rows": unread_rows(report), "not_done": not_done(report, language),
        "not_made": not_made(report, language), "unseen": unseen(report, language), "charts": charts(report.book, language),
        "material": MATERIAL[english], "scale": _scale(report.book, language),
        "last_year": follow_up(report, language),
        "hash_parts": [report.sha256[start : start + HASH_PART] for start in range(0, len(report.sha256), HASH_PART)],
    }  # fmt: skip


def _questions(report: Report, all_asked: Asked, language: str) -> dict[str, Any]:
    """Give what is asked: in short on the front page, in full behind it, and where the answers are written."""
    errors, warnings, advice = _items(all_asked.errors), _items(all_asked.warnings), all_asked.advice
    front = errors[:MOST_ON_FRONT]
    short = warnings[: MOST_ON_FRONT - len(front)]
    shown = {item.number for item in front}
    answers = [*all_asked.errors, *all_asked.warnings]
    return {
        "short_errors": front, "short_warnings": short, "rest": _rest(report, len(errors) - len(front), len(warnings) - len(short), language),
        "errors": [group for group in all_asked.errors if group.items[0].number in shown],
        "annex": [group for group in all_asked.errors if group.items[0].number not in shown],
        "warnings": all_asked.warnings, "advice": advice[:MOST_ADVICE], "advice_left": len(_items(advice[MOST_ADVICE:])),
        "answers": answers[:MOST_ANSWERS], "answers_more": _items(answers[MOST_ANSWERS:]), "spare": SPARE_ANSWERS,
    }  # fmt: skip


def _rest(report: Report, more_errors: int, more_warnings: int, language: str) -> list[str]:
    """Say what the front page has no room for, and how many of the checks were done."""
    english = language == "en"
    numbers = {"more_errors": more_errors, "more_warnings": more_warnings}
    done = sum(1 for outcome in report.outcomes if outcome.result in DONE)
    said = [PHRASES[phrase][english].format(n=f"{number:,}") for phrase, number in numbers.items() if number]
    return [*said, PHRASES["counts"][english].format(done=f"{done:,}", all=f"{len(report.outcomes):,}")]


def _items(groups: Sequence[Group]) -> list[Item]:
    return [item for group in groups for item in group.items]


def _fund(report: Report) -> str:
    return str((report.book.rule("fund_name") if report.book else "") or report.file)


def _facts(report: Report, day: dt.date, language: str) -> list[tuple[str, str]]:
    """Give the lines of the heading: what was looked at, with what, and when."""
    english = language == "en"
    names = {key: pair[english] for key, pair in PHRASES.items()}
    rule_set = names["rule_set_n"].format(n=f"{len(CHECKS):,}", day=day_said(RULE_SET_DAY, language))
    facts = [(names["made"], day_said(day, language)), (names["file"], report.file), (names["hash"], report.sha256[:12])]
    if report.book:
        book, stamp = report.book, report.book.tables.get("stamp")
        edition = stamp.columns["version"][0] if stamp else None
        template = f"{book.book.id} {names['version']} {edition}" if edition else book.book.id
        facts.insert(0, (names["year"], _year(book, language)))
        facts.insert(0, (names["fund_type"], book.book.th))
        facts.append((names["template"], f"{template} ({names['mode_' + report.mode]})"))
    return [*facts, (names["program"], f"satja {VERSION}"), (names["rule_set"], rule_set)]


def _year(book: ReadBook, language: str) -> str:
    first, last = book.rule("first_day"), book.rule("last_day")
    if not isinstance(first, dt.date) or not isinstance(last, dt.date):
        return "–"
    return f"{day_said(first, language)} {PHRASES['until'][language == 'en']} {day_said(last, language)}"


def day_said(day: dt.date, language: str) -> str:
    """Write a day as people do, of the Buddhist era: 31 ม.ค. 2568, 31 Jan 2025 (BE 2568)."""
    return f"{day.day} {day:%b %Y} (BE {day.year + BUDDHIST_YEARS})" if language == "en" else thai_day(day)


def _because(report: Report, all_asked: Asked, language: str) -> list[str]:
    """Say on what the decision line rests: the items that do not agree, or the answers and proofs that are waited for."""
    english = language == "en"
    if report.decision == NOT_YET and all_asked.errors:
        items = _items(all_asked.errors)
        return [PHRASES["because_errors"][english].format(n=f"{len(items):,}", items=_span(items))]
    if report.decision != AFTER_ANSWERS:
        return []
    said = [PHRASES["because_answers"][english].format(items=_span(_items(all_asked.warnings)))] if all_asked.warnings else []
    done = {outcome.check for outcome in report.outcomes if outcome.result in DONE}
    proofs = {CASH_PROOF: "because_cash", BANK_PROOF: "because_bank"}
    return said + [PHRASES[phrase][english] for check, phrase in proofs.items() if check not in done]


def _span(items: list[Item]) -> str:
    first, last = items[0].number, items[-1].number
    return str(first) if first == last else f"{first}–{last}"


def _scale(book: ReadBook | None, language: str) -> list[str]:
    """Say what the limit for ordering is and where it comes from."""
    english = language == "en"
    scale = materiality(book)
    named = PHRASES["limit" if scale.assets else "limit_unknown"][english]
    return [named.format(limit=baht(scale.limit), assets=baht(scale.assets or 0)), PHRASES["trivial"][english].format(trivial=baht(scale.trivial))]
