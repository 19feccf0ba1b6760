"""Sentences on the year's end: allocation, dividends, average returns, and what the meeting reads."""

from validator.words.entry import Words

WORDS = {
    "RULE-06": Words(
        "สัดส่วนจัดสรรกำไรต่างจากระเบียบ", "สัดส่วนจัดสรรกำไร อยู่ในขอบเขตของระเบียบ", "สัดส่วนเป็นเรื่องที่ที่ประชุมตกลงกันไว้",
        "{name} จัดสรร {share} ระเบียบให้ไม่เกิน {limit} มีมติเปลี่ยนสำหรับปีนี้หรือไม่",
        ("ดูระเบียบข้อที่กำหนดสัดส่วน", "ถ้าที่ประชุมมีมติเปลี่ยน จดเลขที่มติ", "ถ้าไม่มี ปรับร้อยละให้อยู่ในขอบเขต"),
        "A line of the proposal is outside the by-laws' percentages", "The assembly decided the shares.",
        "{name}: {share} is proposed, the by-laws allow {limit} at most; is there a minute for this year?",
        {"least": ("{name} จัดสรร {share} ระเบียบให้ไม่น้อยกว่า {limit} มีมติเปลี่ยนสำหรับปีนี้หรือไม่", "{name}: {share} is proposed, the by-laws ask {limit} at least; is there a minute for this year?")},
    ),
    "YEND-10": Words(
        "มติจัดสรรกำไรปีก่อนกับที่ลงบัญชีกระทบแล้วไม่ตรง", "มติจัดสรรกำไรปีก่อน ลงบัญชีและจ่ายตามมติทุกบาท", "ที่ประชุมใหญ่เป็นผู้ตัดสินใจ สมุดทำตามมติ",
        "บัญชี {account} มติให้ {expected} แต่ลงบัญชีไว้ {found} ต่างกัน {gap} บาท รายงานการประชุมเขียนไว้เท่าไร",
        ("เปิดรายงานการประชุมใหญ่", "เทียบกับใบสำคัญทั่วไปของวันนั้น", "ลงเพิ่มหรือกลับรายการส่วนที่ต่าง"),
        "Last year's resolution and its posting do not tie", "The meeting decides, the book follows.",
        "Account {account}: {expected} was resolved, {found} was posted: {gap} baht apart. What does the minute say?",
        {
            "unposted": ("มติจัดสรรกำไรปีก่อน {expected} บาท ยังไม่พบใบสำคัญทั่วไปที่ลงตามมติ ลงไว้ที่บัญชีอื่นหรือยังไม่ได้ลง", "Last year's resolution of {expected} has no journal voucher; was it posted to other accounts, or not yet?"),
            "source": ("ใบสำคัญจัดสรรกำไร {expected} บาท ยังไม่ได้หักออกจากบัญชี {account} กำไรที่จัดสรรมาจากบัญชีใด", "The voucher shares out {expected} and takes nothing off account {account}; which account's profit was shared out?"),
            "day": ("ใบสำคัญจัดสรรกำไรลงวันที่ {posted} แต่มติลงวันที่ {met} รายงานการประชุมเป็นวันใด", "The voucher of the resolution is dated {posted}, the resolution {met}; which day is on the minute?"),
            "members": ("ช่อง '{heading}' รวมทุกคน {found} แต่มติให้ {expected} ต่างกัน {gap} บาท รายชื่อครบหรือยัง", "'{heading}' adds to {found} for all members, {expected} was resolved: {gap} baht apart. Is the list complete?"),
            "payable": ("รายชื่อผู้ยังไม่มารับรวม {found} แต่บัญชีค้างจ่ายเหลือ {expected} ต่างกัน {gap} บาท มีใครรับไปแล้วแต่ยังไม่ได้ลงหรือเปล่า", "Those who have not come add to {found}, the payable is {expected}: {gap} baht apart. Did somebody come and it was not entered?"),
            "more": ("สมาชิก {member} รับเงินปันผลและเฉลี่ยคืน {found} แต่มีสิทธิ์รับ {expected} ต่างกัน {gap} บาท ในใบสำคัญจ่ายเขียนไว้เท่าไร", "Member {member} got {found} of dividend and return, {expected} was theirs: {gap} baht apart. What does the voucher say?"),
            "overdrawn": ("บัญชี {account} จ่ายมากกว่าที่มติกันไว้ {over} บาท มีมติเพิ่ม หรือเป็นรายการของบัญชีอื่นหรือเปล่า", "From account {account} {over} baht more was paid than was set aside; is there another minute, or is it another account's?"),
        },
    ),
    "YEND-01": Words(
        "จัดสรรกำไรรวมไม่เท่ากำไร", "ข้อเสนอจัดสรร รวมเท่ากับกำไรพอดี", "จ่ายเกินกว่าที่หาได้ คือกินเงินสัจจะของสมาชิก",
        "จัดสรรรวม {found} แต่กำไรที่จัดสรรได้ {expected} ต่างกัน {gap} บาท บรรทัดไหนที่คลาด",
        ("บวกทุกบรรทัดของข้อเสนอ", "เทียบกับกำไรสุทธิหักขาดทุนสะสม", "ปรับบรรทัดที่คลาด เศษสมทบทุนสำรอง"),
        "The proposal is not the surplus", "Paying out more than was earned eats members' savings.",
        "The lines add to {found}, {expected} can be allocated: {gap} baht apart. Which line is off?",
        {
            "percent": ("ร้อยละของทุกบรรทัดรวมได้ {percent} ไม่ใช่ 100% ทำให้ต่างไป {gap} บาท บรรทัดไหนที่คลาด", "The percentages add to {percent}, not 100 %: {gap} baht. Which line is off?"),
            "part": ("ช่อง '{heading}' แสดง {found} แต่คำนวณจากช่องอื่นได้ {expected} ช่องนี้พิมพ์เองหรือเปล่า", "'{heading}' shows {found}, the other cells give {expected}; was it typed by hand?"),
            "line": ("บรรทัด '{label}' จัดสรร {found} แต่คิดตามร้อยละได้ {expected} ต่างกัน {gap} บาท ตั้งใจปรับหรือไม่", "'{label}' has {found}, its percentage gives {expected}: {gap} baht apart. Was that intended?"),
        },
    ),
    "YEND-03": Words(
        "ปันผลรายคนไม่ตรงกับที่คำนวณตามระเบียบ", "หุ้น-เดือนและปันผลทุกคน ตรงกับที่คำนวณตามระเบียบ", "สมาชิกทุกคนคิดตามเองได้ หุ้นเท่ากันต้องได้เท่ากัน",
        "สมาชิก {member} หุ้น-เดือน {months} คำนวณปันผลได้ {expected} แต่ตารางแสดง {found} ต่างกัน {gap} บาท คิดจากอะไร",
        ("คูณเงินสัจจะแต่ละเดือนกับจำนวนเดือนที่อยู่", "คูณกับปันผลต่อหุ้น-เดือน แล้วปัดลง", "คัดลอกสูตรจากแถวข้างบน"),
        "A member's dividend differs from the by-laws", "Every member can do this sum; equal shares get equal money.",
        "Member {member}: {months} share-months give {expected}, the table shows {found}: {gap} baht apart. What was it worked from?",
        {
            "part": ("ช่อง '{heading}' แสดง {found} แต่คำนวณจากช่องอื่นได้ {expected} ช่องนี้พิมพ์เองหรือเปล่า", "'{heading}' shows {found}, the other cells give {expected}; was it typed by hand?"),
            "months": ("สมาชิก {member} ตารางแสดงหุ้น-เดือน {found} แต่นับจากเงินสัจจะแต่ละเดือนได้ {expected} นับอย่างไร", "Member {member}: {found} share-months shown, {expected} counted from the savings; how was it counted?"),
            "way": ("หุ้น-เดือนของ {n} คนไม่ตรงระเบียบ แต่ทุกคนตรงกับวิธี {way} กลุ่มตกลงใช้แบบไหน", "{n} members' share-months differ from the by-laws but all fit {way}; which way did the fund agree on?"),
        },
    ),
    "YEND-04": Words(
        "รวมปันผลกับเงินที่จัดสรรกระทบยอดแล้วไม่ตรง", "เงินที่จ่ายรวมกับเศษ เท่ากับเงินที่จัดสรรพอดี", "เศษทุกสตางค์ต้องมีที่อยู่",
        "{what} รายคนรวม {paid} เศษ {leftover} แต่จัดสรรไว้ {pot} ต่างกัน {gap} บาท ส่วนต่างลงไว้ที่ไหน",
        ("บวกปันผลทุกคน", "หักจากเงินที่จัดสรร จะได้เศษ", "ลงเศษเข้าทุนสำรอง"),
        "What is paid and left over is not the pot", "Money left over must have a home.",
        "{what}: members get {paid}, {leftover} is left over, the pot is {pot}: {gap} baht apart. Where is the difference?",
        {
            "leftover": ("{what} รายคนรวม {paid} เหลือเศษ {leftover} มากกว่าที่การปัดเศษทำให้เหลือได้ ({most}) ปันผลคิดจากเงินที่จัดสรรก้อนเดียวกันหรือไม่", "{what}: {paid} paid leaves {leftover}, more than rounding can ({most}); was it worked from the same pot?"),
            "beyond": ("{what} รายคนรวม {paid} เกินเงินที่จัดสรรไว้ {pot} เศษจึงติดลบ {leftover} จ่ายเกินที่บรรทัดไหน", "{what}: {paid} paid is more than the pot of {pot}, so the leftover is {leftover}; where was too much paid?"),
            "part": ("ช่อง '{what}' แสดง {found} แต่รวมจากรายการได้ {expected} ต่างกัน {gap} บาท ช่องนี้มาจากไหน", "'{what}' shows {found}, its parts give {expected}: {gap} baht apart. Where is it from?"),
        },
    ),
    "YEND-05": Words(
        "เฉลี่ยคืนไม่ตรงกับดอกเบี้ยที่ชำระจริง", "เฉลี่ยคืนทุกคน คิดจากดอกเบี้ยที่ชำระจริง", "เป็นการขอบคุณผู้ที่ส่งดี จึงต้องตรงกับที่ส่งจริง",
        "สมาชิก {member} ช่อง '{heading}' แสดง {found} แต่คิดจากใบเสร็จและอัตราเฉลี่ยคืนได้ {expected} ต่างกัน {gap} บาท คิดจากอะไร",
        ("บวกดอกเบี้ยในใบเสร็จของสมาชิกคนนี้ ไม่รวมค่าปรับ", "คูณกับอัตราเฉลี่ยคืน แล้วปัดลง", "คัดลอกสูตรจากแถวข้างบน"),
        "An average return differs from the interest paid", "It thanks those who pay well, so it must follow what they paid.",
        "Member {member}: '{heading}' shows {found}, receipts and rate give {expected}: {gap} baht apart. What was it worked from?",
    ),
    "YEND-06": Words(
        "ผู้มีสิทธิกับผู้ได้รับยังไม่ตรงกัน", "ผู้ได้รับปันผลและเฉลี่ยคืน ตรงกับผู้มีสิทธิทุกคน", "ลืมสมาชิกหนึ่งคน เจ็บกว่าคิดเลขคลาด",
        "สมาชิก {member} มีสิทธิได้ '{what}' {amount} บาท แต่ตารางเป็น 0 มีเหตุตามระเบียบหรือไม่",
        ("ดูสถานะและเงินสัจจะของสมาชิกคนนี้", "เทียบกับระเบียบว่ามีสิทธิหรือไม่", "ถ้ามีสิทธิ คัดลอกสูตรลงมา ถ้าไม่มี จดเหตุไว้"),
        "Those with a right and those who get it differ", "To forget a member hurts more than any slip of arithmetic.",
        "Member {member} has a right to {amount} of '{what}' but gets nothing; is there a reason in the by-laws?",
        {
            "extra": ("สมาชิก {member} ได้ '{what}' {amount} บาท แต่ระเบียบยังไม่ให้สิทธิ{why} มีมติรองรับหรือไม่", "Member {member} gets {amount} of '{what}' without a right to it; is there a minute for it?"),
            "listed": ("สมาชิก {member} อยู่ในทะเบียน แต่ไม่มีแถวในตารางปันผล แถวหลุดไปตอนไหน", "Member {member} is in the register but has no row in the dividend table; when did the row go?"),
        },
    ),
    "YEND-09": Words(
        "ตัวเลขในหน้าสรุปไม่ตรงในเล่ม", "ตัวเลขทุกตัวในหน้าสรุป ตรงกับในเล่ม", "สมาชิกส่วนใหญ่อ่านแต่หน้าสรุป",
        "แผ่น {sheet} ช่อง {cell} '{heading}' แสดง {found} แต่ในเล่มเป็น {expected} จะอ่านตัวไหนให้ที่ประชุมฟัง",
        ("เทียบตัวเลขนี้กับแผ่นที่มา", "คัดลอกสูตรจากแม่แบบมาวาง", "อ่านทวนหน้าสรุปก่อนพิมพ์แจก"),
        "A figure of the summary is not the book's", "Most members read the summary only.",
        "{sheet} {cell}, '{heading}', shows {found}; the book has {expected}. Which one is read to the meeting?",
    ),
}  # fmt: skip
