"""The fixed phrases of the note: Thai, English."""

import datetime as dt
from collections.abc import Mapping

Pair = tuple[str, str]

RULE_SET_DAY = dt.date(2026, 11, 22)
"""The day the set of checks, their tolerances and the legal figures in them were last changed."""

DECISIONS: Mapping[str, Pair] = {
    "not yet": ("ยังไม่ควรจ่ายปันผล ชวนดูข้อด้านล่างด้วยกันก่อน", "Not yet time to pay the dividend: let us look at the items below first"),
    "after answers": ("จ่ายได้เมื่อกรรมการตอบข้อที่ถาม และมีหลักฐานเงินสดกับธนาคาร", "May be paid when the committee has answered, and cash and bank are proved"),
    "no contradiction": ("ไม่พบข้อขัดแย้งในสิ่งที่ตรวจ", "Nothing contradicts itself in what was checked"),
    "mid-year": ("ตรวจระหว่างปี ยังไม่ถึงเวลาตัดสินเรื่องปันผล", "Checked during the year: no decision on the dividend yet"),
    "not checked": ("ยังตรวจไฟล์นี้ไม่ได้", "This file could not be checked"),
}

FAMILY_NAMES: Mapping[str, Pair] = {
    "FILE": ("ไฟล์", "file"), "STRUCT": ("โครงสร้างสมุด", "structure"), "CELL": ("ช่อง", "cells"), "MEMB": ("สมาชิก", "members"),
    "SAV": ("เงินสัจจะ", "savings"), "LOAN": ("สัญญาเงินกู้", "loan contracts"), "REPAY": ("การชำระหนี้และดอกเบี้ย", "repayments and interest"),
    "CASH": ("เงินสดและธนาคาร", "cash and bank"), "LEDG": ("บัญชีและงบการเงิน", "ledger and statements"),
    "YEND": ("สิ้นปีและปันผล", "year's end and dividend"), "RULE": ("ระเบียบและกฎหมาย", "by-laws and law"),
    "WELF": ("สวัสดิการฌาปนกิจ", "funeral welfare"), "REVO": ("เงินทุนหมุนเวียน กข.คจ.", "the revolving fund"), "ARRS": ("หนี้ค้างและอายุหนี้", "arrears"),
    "NETW": ("การเทียบข้ามกองทุนและข้ามปี", "across funds and years"), "SIGN": ("จุดสังเกตจากตัวเลข", "patterns in the figures"),
}  # fmt: skip

OF_ONE_TYPE: Mapping[str, str] = {"WELF": "welfare-club", "REVO": "revolving-fund"}
"""Families that only one type of fund has."""

HELPERS: Mapping[str, Pair] = {
    "FILE": ("ผู้ทำบัญชีที่เครื่องเดิม หรือทีมเครือข่าย", "whoever keeps the book on its own computer, or the network's team"),
    "STRUCT": ("ทีมเครือข่ายที่ใช้แม่แบบนี้อยู่", "the network's team, who use this template"),
    "CELL": ("เพื่อนที่ใช้ Excel คล่อง หรือทีมเครือข่าย", "a friend at home in Excel, or the network's team"),
    "MEMB": ("เลขานุการกลุ่ม และสมาชิกเจ้าของชื่อ", "the secretary, and the member concerned"),
    "SAV": ("เหรัญญิก และสมาชิกเจ้าของสมุดคู่ฝาก", "the treasurer, and the member with the passbook"),
    "LOAN": ("กรรมการที่เก็บสัญญาตัวจริง", "whoever on the committee keeps the contracts"),
    "REPAY": ("เหรัญญิก และผู้กู้ที่เก็บใบเสร็จไว้", "the treasurer, and the borrower with the receipts"),
    "CASH": ("เหรัญญิกกับกรรมการที่นับเงินด้วยกัน หรือธนาคารสาขาที่ฝาก", "the treasurer and who counted with them, or the bank's branch"),
    "LEDG": ("ทีมเครือข่าย หรือเจ้าหน้าที่พัฒนาชุมชน", "the network's team, or the community development officer"),
    "YEND": ("ประธาน เหรัญญิก และทีมเครือข่าย ก่อนวันประชุมใหญ่", "chair, treasurer and the network's team, before the general meeting"),
    "RULE": ("เลขานุการที่เก็บสมุดระเบียบ หรือเจ้าหน้าที่พัฒนาชุมชน", "the secretary with the by-laws, or the community development officer"),
    "WELF": ("กรรมการสวัสดิการ กับครอบครัวผู้รับผลประโยชน์", "the welfare committee and the family"),
    "REVO": ("กรรมการโครงการ กับเจ้าหน้าที่พัฒนาชุมชน", "the project's committee and the community development officer"),
    "ARRS": ("กรรมการที่ผู้กู้ไว้ใจ นัดคุยกันเป็นส่วนตัว", "someone the borrower trusts, in private"),
    "NETW": ("ทีมเครือข่ายตำบลและอำเภอ", "the network's team"),
    "SIGN": ("กรรมการทั้งคณะ กับทีมเครือข่าย", "the whole committee with the network's team"),
}

NOT_LOOKED_AT: tuple[Pair, ...] = (
    ("ใบเสร็จและต้นขั้วตัวจริง เทียบกับในไฟล์", "paper receipts and stubs against the file"),
    ("ผู้กู้มีตัวตนจริง และเป็นคนเดียวกับในสัญญา", "that borrowers exist and are who the contracts say"),
    ("ลายเซ็นและรายงานประชุม เป็นของจริงตามนั้น", "that signatures and minutes are true"),
    ("มูลค่าของหลักประกัน", "the value of collateral"),
    ("รายการที่ไม่มีใครจดไว้เลย", "what nobody wrote down"),
    ("ระเบียบของกลุ่มชอบด้วยกฎหมายหรือไม่", "whether the by-laws are lawful"),
    ("ภาษี", "tax"),
    ("สิ่งที่เกิดหลังวันสิ้นปีบัญชี นอกจากรายการคร่อมปีบัญชี", "anything after the year's end except cut-off"),
    ("ฟังก์ชันเสริมที่ติดตั้งในเครื่องของกลุ่ม", "the functions installed on the fund's own computer"),
    ("สิ่งที่เคยอยู่ในไฟล์รุ่นก่อน ๆ หรือในส่วนที่ซ่อนและถูกลบไปแล้ว", "what hidden, deleted or earlier versions said"),
)
"""What is printed every time; cash, bank and passbooks stand before it unless the book has the evidence."""

CONSISTENT: Pair = (
    "สมุดที่แต่งตัวเลขให้ตรงกันทั้งเล่ม ผ่านการตรวจตัวเลขได้ทุกข้อ จึงยังต้องนับเงินสด ถามธนาคาร และเทียบสมุดคู่ฝาก",
    "A book made up consistently passes every check of figures: people still have to count the cash, ask the bank and compare passbooks.",
)

MATERIAL: Pair = (
    "ยอดของสมาชิกและเงินสดดูถึงสตางค์และมาก่อนเสมอ เกณฑ์นี้ใช้เรียงลำดับเท่านั้น ไม่มียอดใดถูกตัดออก และไม่นำยอดเกินมาหักกับยอดขาด",
    "Members' balances and cash are looked at to the satang and come first. The limit only orders: nothing is left out, and too much is never set against too little.",
)

PHRASES: Mapping[str, Pair] = {
    "heading": ("บันทึกคำแนะนำการตรวจทานบัญชี", "Note of advice from a friendly review"),
    "to_whom": ("ถึง", "To"),
    "to": (
        "คณะกรรมการกลุ่มและทีมเครือข่ายตรวจทาน ใช้ปรึกษากันภายใน ไม่ใช่สำหรับผู้ให้กู้หรือศาล",
        "The committee and the network's reviewers, to talk it over among themselves; not made for lenders or courts.",
    ),
    "nature": (
        "บันทึกนี้บอกว่าดูอะไรและพบอะไร จัดรูปแบบตามแนวทางการปฏิบัติงานตามวิธีการที่ตกลงร่วมกัน ไม่ใช่การรับรองงบการเงิน",
        "This note says what was looked at and what was found, in the shape of agreed-upon procedures. It gives no assurance.",
    ),
    "fund_type": ("ประเภท", "Type"), "year": ("ปีบัญชี", "Fund year"), "until": ("ถึง", "to"), "made": ("วันที่ตรวจ", "Made on"), "file": ("ไฟล์", "File"),
    "hash": ("ลายนิ้วมือไฟล์ (SHA-256)", "File's fingerprint (SHA-256)"), "template": ("แม่แบบ", "Template"), "version": ("รุ่น", "version"),
    "program": ("โปรแกรม", "Program"), "rule_set": ("ชุดข้อตรวจ", "Set of checks"), "rule_set_n": ("{n} ข้อ ณ {day}", "{n} checks as of {day}"),
    "mode_live": ("สูตรทำงาน", "live formulas"), "mode_values": ("บันทึกเป็นค่า", "saved as values"), "page": ("หน้า", "page"),
    "strengths": ("สิ่งที่ทำได้ดี", "Done well"), "before": ("ทำก่อนจ่ายปันผล", "Before the dividend is paid"),
    "together": ("ชวนดูด้วยกัน", "Let us look together"), "next_year": ("ชวนพัฒนาปีหน้า", "For next year"),
    "details": ("ดูทีละข้อ ก่อนจ่ายปันผล", "One by one, before the dividend is paid"),
    "annex": ("ภาคผนวก ข้ออื่นก่อนจ่ายปันผล", "Annex: further items before the dividend is paid"),
    "how": ("วิธีที่ใช้ตรวจ", "What was done"), "not_checked": ("สิ่งที่ยังไม่ได้ตรวจ", "What was not checked"),
    "always": ("สิ่งที่โปรแกรมมองไม่เห็น", "What a program cannot see"), "why": ("สำคัญกับสมาชิกอย่างไร", "Why it matters"),
    "ask": ("ชวนคุย", "Let us ask"), "try": ("ลองทำ", "Try"), "who": ("ใครช่วยได้", "Who can help"), "item": ("ข้อ", "Item"),
    "where": ("อยู่ที่", "Where"), "seen": ("เห็น", "Seen"), "should": ("เทียบกับ", "Against"), "gap": ("ต่างกัน", "Apart"), "baht": ("บาท", "baht"),
    "sheet": ("แผ่น", "sheet"), "cell": ("ช่อง", "cell"), "more": ("และอีก {n} ช่อง", "and {n} more cells"),
    "follows": ("แก้ข้อนี้แล้วน่าจะหายตาม", "Likely to go with it"), "answer": ("คำตอบของกรรมการ", "The committee's answer"),
    "more_errors": ("อีก {n} เรื่องอยู่ในภาคผนวก", "{n} more in the annex"), "more_warnings": ("ชวนดูด้วยกันอีก {n} เรื่อง", "{n} more to look at together"),
    "counts": ("ดูแล้ว {done} จาก {all} ข้อตรวจ", "{done} of {all} checks were done"),
    "because_errors": ("มีเรื่องที่ตัวเลขยังไม่ตรงกัน {n} เรื่อง คือข้อ {items}", "Do not agree yet: {n} (items {items})"),
    "because_answers": ("รอคำตอบข้อ {items}", "Waiting for answers to {items}"),
    "because_cash": ("ยังไม่ได้ตรวจเงินสดที่นับ", "the count of cash was not checked"),
    "because_bank": ("ยังไม่ได้ตรวจยอดกับธนาคาร", "the bank's figure was not checked"),
    "nothing": ("ไม่พบข้อที่ต้องดูก่อนจ่ายปันผล ในสิ่งที่ตรวจ", "Nothing to settle first, in what was checked"),
    "advice_left": ("เรื่องชวนพัฒนาอีก {n} เรื่อง เก็บไว้คุยกันครั้งหน้าได้", "{n} more matters of advice can wait for next time"),
    "number": ("ข้อที่", "No."), "compared": ("สิ่งที่เทียบ", "What was compared"), "population": ("ดูจาก", "Population"), "tested": ("ตรวจ", "Tested"),
    "result": ("ผล", "Result"), "reason": ("เหตุ", "Reason"), "checks": ("ข้อที่เกี่ยว", "Checks"), "ok": ("ตรง", "agrees"), "found_n": ("พบ {n}", "{n} found"),
    "not_applicable": ("ไม่เกี่ยวกับสมุดนี้", "does not apply"), "not_run": ("ไม่ได้ทำ", "not done"), "rows": ("{table} {n}\u00a0แถว", "{table}, rows: {n}"),
    "every_row": ("ทุกแถว {n}\u00a0จาก\u00a0{n}", "every row, {n} of\u00a0{n}"), "whole_file": ("ทั้งไฟล์", "the whole file"), "whole_book": ("ทั้งสมุด", "the whole book"),
    "no_row": ("ไม่มีแถวให้ดู", "no rows"),
    "in_full": ("ทั้งหมด", "all"), "and_more": ("และอื่น ๆ", "and more"), "form": ("แผ่น {table}", "the form {table}"),
    "unread_rows": (
        "มี {n} แถวที่บางช่องยังอ่านไม่ได้ แถวเหล่านี้จึงดูได้เท่าที่อ่านได้",
        "{n} rows have a cell that cannot be read; of these only the rest was looked at.",
    ),
    "not_yet_made": ("เรื่องที่โปรแกรมรุ่นนี้ยังไม่มีข้อตรวจ: {families}", "No check of this version looks at: {families}"),
    "cash_unseen": ("เงินสดที่มีอยู่จริง (ยังไม่มีใบตรวจนับในสมุด)", "the cash itself (the book has no count)"),
    "bank_unseen": ("ยอดที่ธนาคารรับรอง (ยังไม่มีหนังสือรับรองครบในสมุด)", "the bank's own confirmation (not complete in the book)"),
    "passbooks": ("สมุดคู่ฝากของสมาชิก", "members' passbooks"),
    "passbooks_unseen": (
        "สมุดคู่ฝากของสมาชิก {left} คน (สอบทานแล้ว {n} จาก {all} คน)",
        "the passbooks of {left} members ({n} of {all} were compared)",
    ),
    "material": ("เกณฑ์ยอดเล็กน้อย", "Small amounts"),
    "limit": (
        "เกณฑ์เรียงลำดับคือ {limit} บาท มาจากยอดที่มากกว่าระหว่าง 100.00 บาท กับ 0.5 % ของสินทรัพย์รวม {assets} บาท",
        "The limit for ordering is {limit} baht: the larger of 100.00 baht and 0.5 % of total assets of {assets} baht.",
    ),
    "limit_unknown": (
        "เกณฑ์เรียงลำดับคือ {limit} บาท เพราะยังอ่านสินทรัพย์รวมจากสมุดไม่ได้",
        "The limit for ordering is {limit} baht, for total assets could not be read from the book.",
    ),
    "trivial": ("ยอดต่างต่ำกว่า {trivial} บาท (5 % ของเกณฑ์) เรียงไว้ท้าย", "Differences below {trivial} baht (5 % of it) come last."),
    "answers": ("คำตอบของกรรมการ", "The committee's answers"), "date": ("วันที่", "Date"), "action": ("สิ่งที่ทำ", "Action"), "done": ("เสร็จแล้ว", "Done"),
    "answers_more": ("ข้อ {first} ถึง {last}", "Items {first} to {last}"),
    "last_year": ("ติดตามจากปีก่อน", "Follow-up from last year"), "last_item": ("เรื่องของปีก่อน", "Last year's matter"),
    "this_year": ("ปีนี้", "This year"), "gone": ("ไม่พบแล้วในปีนี้", "not found this year"), "still": ("ยังพบ", "still found"),
    "elsewhere": ("จุดเดิมไม่พบแล้ว ยังพบแบบเดียวกันที่จุดอื่น", "gone there, the like found elsewhere"), "unseen": ("ปีนี้ยังไม่ได้ดู", "not looked at this year"),
    "progress": ("ทำแล้ว|กำลังทำ|ยังไม่ทำ", "done|under way|not yet"), "places": ("{n} แห่ง", "{n} places"),
    "by_hand": ("ไม่ได้ให้ไฟล์ปีก่อนมาด้วย ลองเขียนเรื่องที่ค้างจากปีก่อนไว้ตรงนี้", "Last year's file was not given: please write what was open then."),
    "nothing_last_year": ("ปีก่อนไม่มีเรื่องที่ต้องติดตาม ในสิ่งที่ตรวจ", "Nothing was left to follow up last year, in what was checked."),
    "independence": ("ผู้ตรวจทาน", "The reviewers"),
    "independent": (
        "ผู้ตรวจทานสองคนไม่ใช่เหรัญญิก และไม่ใช่ญาติของเหรัญญิก",
        "Two reviewers, neither the treasurer nor a relative of the treasurer.",
    ),
    "member_or_not": ("ผู้ตรวจทานคนที่ {n}|เป็น|ไม่เป็น|สมาชิกกองทุนนี้", "Reviewer {n}|is|is not|a member of this fund"),
    "sign": ("ลงชื่อ", "Signed"),
    "meaning": ("ลงชื่อเพื่อบอกว่าได้อ่านและเข้าใจแล้ว และจะช่วยกันดูต่อ", "Signed as read and understood, and to go on together."),
    "signers": ("ผู้ทำบัญชี|ประธานกรรมการ|วันที่ได้รับบันทึก|ผู้ตรวจทานคนที่ 1|ผู้ตรวจทานคนที่ 2", "Bookkeeper|Chair|Date received|Reviewer 1|Reviewer 2"),
    "of_this_file": ("บันทึกนี้ใช้กับไฟล์ชุดนี้เท่านั้น ถ้าไฟล์ถูกแก้ ลายนิ้วมือจะเปลี่ยน", "This note is of this very file: once it is changed, its fingerprint is another."),
    "strong_receipts": ("ใบเสร็จครบทุกเลข {n} ใบ", "Receipts complete in every number: {n}"),
    "strong_rows": ("ใบเสร็จ {n} ใบ ไม่มีแถวใดลงซ้ำ", "{n} receipts, no row entered twice"),
    "strong_cash": ("เงินสดที่นับได้ {amount} บาท ตรงกับสมุดทุกสตางค์", "Cash counted, {amount} baht, agrees with the book to the satang"),
    "strong_bank": ("ยอดในหนังสือรับรองของธนาคารตรงกับสมุด {n} บัญชี", "Bank certificates that agree with the book: {n}"),
    "strong_savings": ("เงินสัจจะรายคนบวกได้ตรงทุกคน {n} คน", "Savings add up for every one of {n} members"),
    "strong_interest": ("ดอกเบี้ยที่รับตรงตามระเบียบทุกครั้ง {n} ครั้ง", "Interest is as the by-laws say in each of {n} repayments"),
    "strong_loans": ("ยอดหนี้รายสัญญาบวกได้ตรงทุกสัญญา {n} สัญญา", "Loan balances add up for every one of {n} contracts"),
    "strong_vouchers": ("ใบสำคัญทั่วไป {n} ใบ เดบิตเท่ากับเครดิตทุกใบ", "{n} journal vouchers, debit equal to credit in each"),
    "strong_headcount": ("จำนวนสมาชิกต้นปี เข้า ออก ตรงกับทะเบียน {n} คน", "The headcount ties with the register of {n}"),
    "strong_dividend": ("ปันผลรายคนตรงกับที่คำนวณตามระเบียบ {n} คน", "The dividend is as the by-laws say for {n} members"),
    "filled_rules": ("ระเบียบที่สูตรใช้ กรอกครบ {n} ข้อ", "The by-laws the formulas need are filled in: {n}"),
    "filled_members": ("ทะเบียนสมาชิกกรอกช่องที่ต้องมีครบ {n} คน", "The register has what it needs of {n} members"),
    "filled_receipts": ("ใบเสร็จ {n} แถว มีวันที่ รหัส รายการ และจำนวนเงินครบ", "{n} receipt rows have date, code, item and amount"),
    "filled_loans": ("สัญญาเงินกู้กรอกช่องที่ต้องมีครบ {n} สัญญา", "{n} loan contracts have what they need"),
    "improved": ("ปีก่อนพบ «{title}» ปีนี้ดูแล้วไม่พบ", "Last year “{title}” was found; this year it is not"),
    "few_strengths": ("จากตัวเลขที่อ่านได้ ยังนับสิ่งที่ทำได้ดีได้เท่านี้ ข้อที่ยังไม่ได้ดูอาจมีอีก", "So much could be counted from what was read; there may be more in what was not."),
    "nothing_counted": ("ในสมุดยังไม่มีรายการให้นับ จึงยังบอกสิ่งที่ทำได้ดีไม่ได้", "The book has nothing to count yet, so nothing done well can be told."),
    "no_strengths": ("ยังอ่านตัวเลขในไฟล์ไม่ได้ จึงยังบอกสิ่งที่ทำได้ดีไม่ได้", "No figure could be read yet, so nothing done well could be counted."),
    "pictures": ("ภาพรวมจากรายการในสมุด", "The year in pictures"),
    "cash_chart": ("เงินสดคงเหลือในสมุด ณ สิ้นเดือน (บาท)", "Cash in the book at each month's end (baht)"),
    "arrears_chart": ("เงินต้นที่เลยกำหนด ตามอายุหนี้ (บาท)", "Principal overdue, by age (baht)"),
    "days": ("{label} วัน", "{label} days"), "over_days": ("เกิน {days} วัน", "over {days} days"),
    "chart_without": ("ไม่รวม {n} แถวที่ยังอ่านไม่ได้", "without {n} rows that cannot be read"),
    "typed_name": ("ชื่อที่พิมพ์ไว้", "the name typed"), "register_name": ("ชื่อตามทะเบียน", "the name in the register"),
    "a_member": ("สมาชิก {id}", "member {id}"), "none": ("ไม่มี", "none"),
}  # fmt: skip
