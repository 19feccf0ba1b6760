"""The note on a revolving fund is in the words of its scheme: nobody in it borrows at interest, and no dividend is waited for."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest
from markupsafe import Markup

from tests.validator.building import Bench
from tests.validator.tone import asks, faults
from validator.note.as_json import as_json
from validator.note.html import as_html
from validator.run import check_file
from validator.words import WORDS
from validator.words.own import OWN, in_own_words

FUND = "revolving-fund"
OF_OTHERS = ("SAV", "YEND-01", "YEND-03", "YEND-04", "YEND-05", "YEND-06", "RULE-01", "REPAY-02", "REPAY-03")
"""What such a fund is never told of."""
STRANGE = re.compile("กู้|ปันผล|เงินต้น")
DAY = dt.date(2025, 1, 31)


def text(page: str) -> str:
    return re.sub("<[^>]+>", "", page)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"typed": {"loans": {9: {"repaid_before": "12500.00"}}}},
        {"typed": {"receipts": {11: {"contract": None, "amount": "7800.00"}}, "cash": {9: {"reference": None}}, "rules": {"loan_limit": "20000.00"}}},
        {"typed": {"members": {8: {"id": "คร-9"}}, "journal": {8: {"debit": "620.80"}}}},
    ],
    ids=["sound", "a debt lowered", "a return without a contract", "another code"],
)
def test_the_note_is_in_the_words_of_the_scheme(change: dict[str, Any], bench: Bench) -> None:
    """What others do with their own fund may stand in the list of what was not looked at: there each check has its title."""
    report = check_file(bench.of(FUND).book(change))
    page = text(as_html(report, DAY))
    titles = {in_own_words(words.holds, FUND, "th") for check, words in WORDS.items() if check.startswith(OF_OTHERS)}
    for title in titles:
        page = page.replace(title, "")
    assert STRANGE.findall(page) == []
    (told,) = json.loads(as_json([report]))
    said = [finding[name] for finding in told["findings"] for name in ("title", "say")] + [outcome["reason"] for outcome in told["outcomes"]]
    assert [each for each in said if STRANGE.search(each)] == []
    assert [each for each in ("the dividend is paid", "pay the dividend", "on the dividend") if each in text(as_html(report, DAY, "en"))] == []


def test_no_borrower_is_named(bench: Bench) -> None:
    """A former borrower's loss without a paper is told by its row."""
    change = {
        "opening": {10: {"credit": "5420.55"}, 11: {"account": "18110", "debit": "2000.00"}},
        "earlier_losses": {6: {"who": "นางบุญมา ใจดี", "amount": "2000.00"}},
    }
    report = check_file(bench.of(FUND).book({"typed": change, "book": "live"}))
    assert [finding.variant for finding in report.findings] == ["paper"]
    assert "บุญมา" not in as_html(report, DAY) + as_json([report])


def test_own_words_ask_and_judge_nobody_as_the_usual_ones() -> None:
    for check, words in WORDS.items():
        for sentence in (words.say, *(pair[0] for pair in words.variants.values())):
            own = in_own_words(sentence, FUND, "th")
            assert asks(own), (check, own)
            assert list(faults(re.sub(r"{\w+}", "", own))) == []
            assert re.findall(r"{\w+}", own) == re.findall(r"{\w+}", sentence)


class Pair(NamedTuple):
    """A record of two."""

    one: str
    two: int


@dataclass(frozen=True)
class Record:
    """A record with a tuple in it."""

    text: str
    more: tuple[str, ...]


def test_texts_are_found_wherever_they_stand_and_drawings_left_alone() -> None:
    given = {"a": ["เงินกู้", 5, None], "b": Pair("ผู้กู้", 2), "c": Record("กู้", ("ชำระหนี้",)), "d": Markup("เงินกู้")}
    assert in_own_words(given, FUND, "th") == {"a": ["เงินยืม", 5, None], "b": Pair("ผู้ยืม", 2), "c": Record("ยืม", ("ส่งคืน",)), "d": Markup("เงินกู้")}
    assert in_own_words(given, "savings-group", "th") is given


def test_a_word_is_not_put_in_the_place_of_one_put_before() -> None:
    for fund in OWN.values():
        for pairs in fund.values():
            for place, (_, own) in enumerate(pairs):
                assert [usual for usual, _ in pairs[place + 1 :] if usual in own] == [], own
