"""The fixed phrases of the note: Thai, English."""

from collections.abc import Mapping

Pair = tuple[str, str]

DECISIONS: Mapping[str, Pair] = {
    "not yet": ("ยังไม่ควรจ่ายปันผล ชวนดูข้อด้านล่างด้วยกันก่อน", "Not yet time to pay the dividend: let us look at the items below first"),
    "after answers": ("จ่ายได้เมื่อกรรมการตอบข้อที่ถาม และมีหลักฐานเงินสดกับเงินฝากธนาคาร", "May be paid when the committee has answered, and cash and bank are proved"),
    "no contradiction": ("ไม่พบข้อขัดแย้งในสิ่งที่ตรวจ", "Nothing contradicts itself in what was checked"),
    "mid-year": ("ตรวจระหว่างปี ยังไม่ถึงเวลาตัดสินเรื่องปันผล", "Checked during the year: no decision on the dividend yet"),
    "not checked": ("ยังตรวจไฟล์นี้ไม่ได้", "This file could not be checked"),
}

FAMILY_NAMES: Mapping[str, Pair] = {
    "FILE": ("ไฟล์", "file"), "STRUCT": ("โครงสร้าง", "structure"), "CELL": ("ช่อง", "cells"), "MEMB": ("สมาชิก", "members"), "SAV": ("เงินสัจจะ", "savings"),
}  # fmt: skip

NOT_LOOKED_AT: tuple[Pair, ...] = (
    ("ใบเสร็จและต้นขั้วตัวจริง เทียบกับในไฟล์", "paper receipts and stubs against the file"),
    ("เงินสดที่นับได้จริง และหนังสือรับรองจากธนาคาร", "cash as it lies, and the bank's own confirmation"),
    ("สมุดคู่ฝากของสมาชิก", "members' passbooks"),
    (
        "เงินกู้ ดอกเบี้ย สมุดเงินสด งบการเงิน การจัดสรรกำไร และปันผลรายคน (โปรแกรมรุ่นนี้ยังไม่ตรวจส่วนนี้)",
        "loans, interest, the cash book, statements, allocation and dividends (this version does not check them yet)",
    ),
    ("ตัวตนผู้กู้ ลายเซ็น มติ และหลักประกัน", "borrowers' identity, signatures, minutes, collateral"),
    ("รายการที่ไม่มีใครจดไว้เลย", "what nobody wrote down"),
    ("ระเบียบชอบด้วยกฎหมายหรือไม่ และภาษี", "whether the by-laws are lawful, and tax"),
    ("สมุดที่แต่งให้ตรงกันทั้งเล่ม ผ่านการตรวจตัวเลขได้ทุกข้อ", "a book made up consistently passes every check of figures"),
)

MATERIAL: Pair = (
    "ยอดของสมาชิกและเงินสดดูถึงสตางค์ ไม่มียอดใดเล็กจนไม่บอก",
    "members' balances and cash are looked at to the satang; nothing is too small to tell",
)

PHRASES: Mapping[str, Pair] = {
    "heading": ("บันทึกคำแนะนำการตรวจทานบัญชี", "Note of advice from a friendly review"),
    "to": ("เรียน คณะกรรมการกลุ่ม และทีมเครือข่ายตรวจทาน", "To the committee, and the network's reviewers"),
    "nature": (
        "บันทึกนี้บอกว่าได้ดูอะไรและพบอะไร จัดรูปแบบตามแนวทางการปฏิบัติงานตามวิธีการที่ตกลงร่วมกัน ไม่ใช่การรับรองงบการเงิน",
        "This note says what was looked at and what was found, in the shape of agreed-upon procedures. It gives no assurance.",
    ),
    "year_end": ("ปีบัญชีสิ้นสุด", "Year ended"), "made": ("วันที่ตรวจ", "Made on"), "file": ("ไฟล์", "File"), "template": ("แม่แบบ", "Template"),
    "mode_live": ("สูตรทำงาน", "live formulas"), "mode_values": ("บันทึกเป็นค่า", "saved as values"),
    "strengths": ("สิ่งที่ทำได้ดี", "Done well"), "before": ("ทำก่อนจ่ายปันผล", "Before the dividend is paid"),
    "together": ("ชวนดูด้วยกัน", "Let us look together"), "next_year": ("ชวนพัฒนาปีหน้า", "For next year"),
    "annex": ("ข้ออื่นที่ต้องดู", "Further items"), "how": ("วิธีที่ใช้ตรวจ", "What was done"), "not_checked": ("สิ่งที่ยังไม่ได้ตรวจ", "What was not checked"),
    "always": ("สิ่งที่โปรแกรมมองไม่เห็น", "What a program cannot see"), "why": ("สำคัญกับสมาชิกอย่างไร", "Why it matters"), "try": ("ลองทำ", "Try"),
    "where": ("ที่", "At"), "seen": ("เห็น", "Seen"), "should": ("ควรเป็น", "Expected"), "gap": ("ต่างกัน", "Apart"), "baht": ("บาท", "baht"),
    "follows": ("แก้ข้อนี้แล้วน่าจะหายตาม", "Likely to go with it"), "more": ("และอีก {n} ช่อง", "and {n} more cells"),
    "answer": ("คำตอบของกรรมการ", "The committee's answer"), "sign": ("ลงชื่อ (ได้อ่านและเข้าใจ)", "Signed (read and understood)"),
    "signers": ("ผู้ทำบัญชี|ประธานกรรมการ|ผู้ตรวจทานคนที่ 1|ผู้ตรวจทานคนที่ 2", "Bookkeeper|Chair|Reviewer 1|Reviewer 2"),
    "procedure": ("ข้อที่ดู", "Looked at"), "result": ("ผล", "Result"), "reason": ("เหตุ", "Reason"), "ok": ("ตรง", "agrees"), "found_n": ("พบ {n}", "{n} found"),
    "not_applicable": ("ไม่เกี่ยวกับสมุดนี้", "does not apply"), "not_run": ("ยังไม่ได้ดู", "not looked at"), "none": ("ไม่มี", "none"),
    "nothing": ("ไม่พบข้อที่ต้องดูก่อนจ่ายปันผล ในสิ่งที่ตรวจ", "Nothing to settle first, in what was checked"),
    "strong_savings": ("เงินสัจจะรายคนบวกได้ตรงทุกคน {n} คน", "Savings add up for every one of {n} members"),
    "strong_receipts": ("ใบเสร็จ {n} ใบ ไม่มีแถวใดลงซ้ำ", "{n} receipts, no row entered twice"),
    "strong_headcount": ("จำนวนสมาชิกต้นปี เข้า ออก ตรงกับทะเบียน", "The headcount ties with the register"),
    "material": ("ยอดเล็กน้อย", "Small amounts"),
}  # fmt: skip
