"""Sentences on the interest-free revolving fund, in the words of its scheme."""

from validator.words.entry import Words

WORDS = {
    "REVO-01": Words(
        "เงินทุนที่ต้องมีกับเงินที่พบ กระทบยอดแล้วไม่ตรง", "เงินทุนกับดอกผลธนาคารทุกบาท มีที่อยู่ครบทุกบรรทัด",
        "คำถามแรกของทุกคนคือเงินอยู่ที่ไหน ถ้าไม่นับดอกผลธนาคาร เงินที่หายจะซ่อนอยู่หลังดอกผล",
        "ต้องมี {must} พบที่ธนาคาร {bank} เงินสด {cash} ผู้ยืม {owed} สูญเสียที่พิสูจน์แล้ว {lost} ยังมี {gap} บาทที่ไม่มีที่มา ไล่ทีละรายด้วยกันได้ไหม",
        ("เทียบเงินทุนในแผ่นระเบียบกับยอดยกมา", "เยี่ยมทีละครัวเรือน ถามยอดที่ยืมอยู่", "ยังหาไม่พบจริง ให้มีมติแล้วลงบัญชีเป็นบรรทัดของตัวเอง"),
        "What must be there and what is found do not tie", "Everybody's first question is where the money is; left out, bank interest hides what is gone.",
        "There must be {must}; found are bank {bank}, cash {cash}, borrowers {owed}, losses proved {lost}; {gap} baht are unexplained. Shall we go through it one by one?",
        {
            "over": ("พบเงินมากกว่าที่ต้องมี {gap} บาท (ต้องมี {must}) มีเงินของใคร หรือเงินทุนเพิ่มเติมก้อนใดที่ยังไม่ได้ลงหรือเปล่า", "{gap} baht more than the {must} that must be there are found; whose money is it, or was capital added and not entered?"),
            "part": ("แผ่นเงินอยู่ที่ไหน ช่อง '{heading}' แสดง {found} แต่คำนวณจากช่องอื่นได้ {expected} ช่องนี้พิมพ์เองหรือเปล่า", "In the money proof '{heading}' shows {found}, the other cells give {expected}; was it typed by hand?"),
            "grown": ("ใบสำคัญ {voucher} ลงว่ายังหาไม่พบ {amount} บาท ในปีนี้ แต่ไม่ได้อ้างมติ ขอดูมติหรือบันทึกการติดตามได้ไหม", "Voucher {voucher} writes {amount} baht as not found this year without a minute; may we see the resolution?"),
            "paper": ("สูญเสียที่พิสูจน์แล้วของ {who} {amount} บาท ยังไม่มีมติหรือเอกสาร ขอดูเอกสารฉบับไหนได้บ้าง", "The loss of {who}, {amount} baht, has neither minute nor paper; which paper may we see?"),
        },
    ),
    "REVO-02": Words(
        "มีเงินรับจากผู้ยืมที่ไม่ใช่การส่งคืน", "ไม่มีใครจ่ายค่าตอบแทนการยืม", "โครงการนี้ไม่มีดอกเบี้ย ผู้ยืมส่งคืนเท่าที่ยืม",
        "{where} รับ '{item}' {amount} บาท โครงการนี้ไม่มีดอกเบี้ย เงินนี้เป็นค่าอะไร",
        ("ถามผู้รับเงินว่าเก็บเป็นค่าอะไร", "ถ้าเป็นการส่งคืน แก้รายการเป็น ส่งคืนเงินยืม", "ถ้าเป็นเงินบริจาค เขียนใบเสร็จแยกใบ"),
        "Money from borrowers that is no return", "The scheme is free of interest.",
        "{where}: '{item}' {amount} baht was received; the scheme has no interest. What is it for?",
        {"many": ("รับ '{item}' {n} ครั้ง รวม {amount} บาท โครงการนี้ไม่มีดอกเบี้ย เงินนี้เป็นค่าอะไร", "'{item}' was received {n} times, {amount} baht; the scheme has no interest. What is it for?")},
    ),
}  # fmt: skip
