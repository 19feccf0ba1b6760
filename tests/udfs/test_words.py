"""Amounts in Thai words: published examples, the edges of เอ็ด, ยี่ and ล้าน, and readings that differ."""

from typing import Any

import pytest

from addin.udfs import baht_text
from addin.udfs.errors import NotExact
from tests.money import baht


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        pytest.param("1,234.50", "หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์", id="spreadsheets-say-so-too-1234.5"),
        pytest.param("20.00", "ยี่สิบบาทถ้วน", id="F-the-fee-of-a-form-where-the-words-said-ten"),
        pytest.param("2.21", "สองบาทยี่สิบเอ็ดสตางค์", id="published-2.21"),
        pytest.param("63,147.89", "หกหมื่นสามพันหนึ่งร้อยสี่สิบเจ็ดบาทแปดสิบเก้าสตางค์", id="published-63147.89"),
        pytest.param("191,415.11", "หนึ่งแสนเก้าหมื่นหนึ่งพันสี่ร้อยสิบห้าบาทสิบเอ็ดสตางค์", id="published-191415.11"),
        pytest.param("11,000,001.00", "สิบเอ็ดล้านเอ็ดบาทถ้วน", id="published-11000001"),
        pytest.param("2,000,000,000,000.00", "สองล้านล้านบาทถ้วน", id="published-two-million-million"),
        pytest.param("5.80", "ห้าบาทแปดสิบสตางค์", id="Royal-Society-5.80"),
        ("0.00", "ศูนย์บาทถ้วน"),
        ("0.01", "หนึ่งสตางค์"),
        ("0.10", "สิบสตางค์"),
        ("0.11", "สิบเอ็ดสตางค์"),
        ("0.21", "ยี่สิบเอ็ดสตางค์"),
        ("0.25", "ยี่สิบห้าสตางค์"),
        ("0.99", "เก้าสิบเก้าสตางค์"),
        ("1.00", "หนึ่งบาทถ้วน"),
        ("1.01", "หนึ่งบาทหนึ่งสตางค์"),
        ("10.00", "สิบบาทถ้วน"),
        ("11.11", "สิบเอ็ดบาทสิบเอ็ดสตางค์"),
        ("12.00", "สิบสองบาทถ้วน"),
        ("21.00", "ยี่สิบเอ็ดบาทถ้วน"),
        ("22.00", "ยี่สิบสองบาทถ้วน"),
        ("100.00", "หนึ่งร้อยบาทถ้วน"),
        ("110.00", "หนึ่งร้อยสิบบาทถ้วน"),
        ("200.00", "สองร้อยบาทถ้วน"),
        ("100,000.00", "หนึ่งแสนบาทถ้วน"),
        ("280,000.00", "สองแสนแปดหมื่นบาทถ้วน"),
        ("1,000,000.00", "หนึ่งล้านบาทถ้วน"),
        ("1,000,011.00", "หนึ่งล้านสิบเอ็ดบาทถ้วน"),
        ("10,000,000.00", "สิบล้านบาทถ้วน"),
        ("21,500,000.25", "ยี่สิบเอ็ดล้านห้าแสนบาทยี่สิบห้าสตางค์"),
        ("1,000,000,000.00", "หนึ่งพันล้านบาทถ้วน"),
        ("-1,234.50", "ลบหนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์"),
        ("-0.25", "ลบยี่สิบห้าสตางค์"),
        ("-1.00", "ลบหนึ่งบาทถ้วน"),
    ],
)
def test_baht_text(amount: str, expected: str) -> None:
    assert baht_text(baht(amount)) == expected


@pytest.mark.parametrize(
    ("amount", "ours", "theirs"),
    [
        pytest.param("101.00", "หนึ่งร้อยเอ็ดบาทถ้วน", "หนึ่งร้อยหนึ่งบาทถ้วน", id="LibreOffice-7.4-says-หนึ่ง-for-101"),
        pytest.param("1,001.00", "หนึ่งพันเอ็ดบาทถ้วน", "หนึ่งพันหนึ่งบาทถ้วน", id="LibreOffice-7.4-says-หนึ่ง-for-1001"),
        pytest.param("1,000,001.00", "หนึ่งล้านเอ็ดบาทถ้วน", "หนึ่งล้านหนึ่งบาทถ้วน", id="LibreOffice-7.4-says-หนึ่ง-after-ล้าน"),
        pytest.param("101,000,000.00", "หนึ่งร้อยเอ็ดล้านบาทถ้วน", "หนึ่งร้อยหนึ่งล้านบาทถ้วน", id="LibreOffice-7.4-says-หนึ่ง-before-ล้าน"),
        pytest.param("51,000,001.00", "ห้าสิบเอ็ดล้านเอ็ดบาทถ้วน", "ห้าสิบเอ็ดล้านหนึ่งบาทถ้วน", id="anomaly-a-published-test-starts-anew-after-ล้าน"),
        pytest.param("0.50", "ห้าสิบสตางค์", "ศูนย์บาทห้าสิบสตางค์", id="anomaly-published-libraries-say-zero-baht"),
        pytest.param("20.00", "ยี่สิบบาทถ้วน", "สิบบาทถ้วน", id="F-anomaly-a-form-of-20-in-words-of-10"),
    ],
)
def test_where_others_read_differently_this_is_the_reading_taken(amount: str, ours: str, theirs: str) -> None:
    assert baht_text(baht(amount)) == ours != theirs


@pytest.mark.parametrize("wrong", [12.5, 1234.0, True, None, "100"])
def test_money_that_is_not_whole_satang_has_its_own_error(wrong: Any) -> None:
    with pytest.raises(NotExact):
        baht_text(wrong)
