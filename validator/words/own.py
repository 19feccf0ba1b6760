"""A fund's own words in place of the usual ones: what others borrow at interest, a household of กข.คจ. has entrusted to it and returns."""

import dataclasses
from collections.abc import Mapping
from typing import Any

OWN: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]] = {
    "revolving-fund": {
        "th": (
            ("ยังไม่ควรจ่ายปันผล", "ยังไม่ควรปิดบัญชี"), ("จ่ายได้เมื่อกรรมการตอบ", "ปิดบัญชีได้เมื่อกรรมการตอบ"), ("ตัดสินเรื่องปันผล", "ตัดสินเรื่องปิดบัญชี"),
            ("ก่อนจ่ายปันผล", "ก่อนปิดบัญชี"), ("สิ้นปีและปันผล", "สิ้นปี"), ("ปันผลเริ่มจากตัวเลขนี้", "ดอกผลที่ยกไปปีหน้าคือตัวเลขนี้"), ("ปันผลและ", ""),
            ("จัดสรรกำไร และงบ", "งบทดลอง และงบ"), ("งบฐานะ การจัดสรร และ", "งบฐานะ และ"), ("งบกำไรขาดทุน", "งบดอกผลและค่าใช้จ่าย"), ("กำไรสุทธิ", "ดอกผลสุทธิ"),
            ("กำไร", "ดอกผล"), ("รับเงินวันทำการ", "ใบเสร็จรับส่งคืน"), ("สมุดเงินสด-ธนาคาร", "บัญชีคุมเงินฝากธนาคาร"), ("แผ่น สมาชิก", "แผ่น ทะเบียนครัวเรือนเป้าหมาย"),
            ("สมาชิกส่วนใหญ่", "ชาวบ้านส่วนใหญ่"), ("จำนวนสมาชิก", "จำนวนครัวเรือน"), ("สมาชิกต้นปี", "ครัวเรือนต้นปี"), ("ที่สมาชิก", "ที่ผู้ยืม"), ("สมาชิก {", "ครัวเรือน {"),
            ("สมาชิก คร-", "ครัวเรือน คร-"), ("เทียบสมุดคู่ฝากสองเล่ม", "เทียบบ้านเลขที่และเลขประจำตัวประชาชน"), ("รวมต่อคน", "รวมต่อครัวเรือน"),
            ("ระเบียบของกลุ่ม", "ระเบียบของหมู่บ้าน"), ("ระเบียบกลุ่ม", "ระเบียบของหมู่บ้าน"), ("นอกกลุ่ม", "นอกหมู่บ้าน"),
            ("สูตรดอกเบี้ยอ่านอัตราจากชื่อ ถ้าชื่อชี้ผิดช่อง ทุกคนถูกคิดผิดอัตราพร้อมกัน", "สูตรอ่านระเบียบจากชื่อ ถ้าชื่อชี้ผิดช่อง ทุกยอดคลาดพร้อมกัน"),
            ("ดูว่าดอกเบี้ยตามระเบียบเปลี่ยน", "ดูว่ายอดเปลี่ยน"),
            ("รหัสสมาชิก", "รหัสครัวเรือน"), ("สัญญาเงินกู้", "สัญญายืมเงิน"), ("จ่ายเงินกู้", "ให้ยืมเงินทุน"), ("วงเงินกู้ต่อคน", "วงเงินยืมต่อครัวเรือน"), ("เงินกู้", "เงินยืม"),
            ("ผู้กู้", "ผู้ยืม"), ("กู้", "ยืม"), ("คืนเงินต้นแล้ว", "ส่งคืนแล้ว"), ("การชำระหนี้และดอกเบี้ย", "การส่งคืน"), ("ชำระหนี้", "ส่งคืน"), ("ชำระเงินต้น", "ส่งคืนเงินยืม"),
            ("เงินต้นที่คืนแล้ว", "เงินที่ส่งคืนแล้ว"), ("เงินต้นคงเหลือ", "เงินยืมคงเหลือ"), ("เงินต้น", "เงินยืม"), ("ค้างชำระ", "ค้างส่งคืน"),
        ),
        "en": (
            ("Not yet time to pay the dividend", "Not yet time to close the year"), ("May be paid when", "May be closed when"), ("decision on the dividend", "decision on closing"),
            ("efore the dividend is paid", "efore the year is closed"), ("year's end and dividend", "year's end"), ("Dividends begin here.", "What is carried forward begins here."),
        ),
    },
}  # fmt: skip
"""Of a type of fund: words and what stands for them, by language, in the order in which they are put."""


def in_own_words(value: Any, fund: str, language: str) -> Any:
    """Give a text, or every plain text in a list, a mapping or a record, in the words of a type of fund."""
    pairs = OWN.get(fund, {}).get(language, ())
    return _said(value, pairs) if pairs else value


def _said(value: Any, pairs: tuple[tuple[str, str], ...]) -> Any:
    if type(value) is str:  # a drawing is a text of another type, and stays
        for usual, own in pairs:
            value = value.replace(usual, own)
        return value
    if isinstance(value, dict):
        return {key: _said(each, pairs) for key, each in value.items()}
    if isinstance(value, list):
        return [_said(each, pairs) for each in value]
    if isinstance(value, tuple):
        parts = [_said(each, pairs) for each in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(value, **{each.name: _said(getattr(value, each.name), pairs) for each in dataclasses.fields(value) if each.init})
    return value
