"""The report as JSON, as other tools rely on it."""

import datetime as dt
import json
import re

from tests.validator.building import Bench
from tests.validator.test_note import MISTAKES, ONE_MISTAKE
from validator.note.as_json import as_json
from validator.registry import in_order
from validator.run import check_file

BOOK_FIELDS = ["file", "sha256", "book_type", "mode", "decision", "outcomes", "findings"]
FINDING_FIELDS = ["key", "check", "severity", "cells", "found", "expected", "difference_satang", "cause", "explained_by", "title", "say"]


def test_the_json_is_as_other_tools_rely_on(bench: Bench) -> None:
    (book,) = json.loads(as_json([check_file(bench.book(MISTAKES))]))
    assert list(book) == BOOK_FIELDS
    assert (book["file"], book["book_type"], book["mode"], book["decision"]) == ("case.xlsx", "savings-group", "live", "not yet")
    assert re.fullmatch("[0-9a-f]{64}", book["sha256"])
    assert [outcome["check"] for outcome in book["outcomes"]] == [each.id for each in in_order()]
    for outcome in book["outcomes"]:
        assert list(outcome) == ["check", "outcome", "reason"]
        assert outcome["outcome"] in {"OK", "FINDING", "NOT_APPLICABLE", "NOT_RUN"}
    for finding in book["findings"]:
        assert list(finding) == FINDING_FIELDS
        assert finding["severity"] in {"error", "warning", "advice"}
        assert all(re.fullmatch(r"[^!]+![A-Z]+\d+", cell) for cell in finding["cells"])
        assert finding["difference_satang"] is None or isinstance(finding["difference_satang"], int)
        assert finding["key"].partition(":")[0] == finding["check"]


def test_money_is_in_satang_and_a_follower_names_its_root(bench: Bench) -> None:
    (book,) = json.loads(as_json([check_file(bench.book(ONE_MISTAKE))]))
    typed_over = next(finding for finding in book["findings"] if finding["check"] == "CELL-09")
    assert (typed_over["cells"], typed_over["difference_satang"], typed_over["explained_by"]) == (["เงินสัจจะ!R8"], 50_000, "")
    followers = {finding["check"]: finding["explained_by"] for finding in book["findings"] if finding["check"] != "CELL-09"}
    assert followers.keys() >= {"SAV-01", "SAV-02"}
    assert set(followers.values()) == {typed_over["key"]}


def test_a_key_stays_when_rows_move(bench: Bench) -> None:
    here = check_file(bench.book({"typed": {"receipts": {197: {"amount": {"text": "200"}}}}}))
    last = {"date": dt.date(2024, 12, 5), "book": 21, "number": 11, "member": "ส-003", "item": "เงินสัจจะ", "month": 12, "channel": "เงินสด"}
    there = check_file(bench.book({"typed": {"receipts": {197: None, 203: {**last, "amount": {"text": "200"}}}}}))
    assert [finding.key for finding in here.roots] == [finding.key for finding in there.roots]
    assert here.roots[0].cells != there.roots[0].cells


def test_every_file_has_its_object_in_order(bench: Bench) -> None:
    sound, sick = check_file(bench.sound()), check_file(bench.book(ONE_MISTAKE))
    assert [book["decision"] for book in json.loads(as_json([sound, sick]))] == [sound.decision, "not yet"]
    assert json.loads(as_json([])) == []
