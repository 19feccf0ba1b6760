"""Sentences on what stands in cells: texts for numbers, dates, formulas."""

from validator.words.entry import Words

WORDS = {
    "CELL-01": Words(
        "มีช่องขึ้นรหัสแจ้งปัญหา", "ไม่มีช่องที่ขึ้นรหัสแจ้งปัญหา", "ช่องเดียวที่ขึ้นรหัส ทำให้ยอดรวมที่ต่อจากมันหายไปด้วย",
        "ช่อง {cell} แผ่น {sheet} ขึ้น {code} และมีอีก {others} ช่องตามมา แก้ต้นทางช่องนี้แล้วช่องอื่นน่าจะหายเอง ลองดูด้วยกันได้ไหม",
        ("คลิกช่องนั้นแล้วดูสูตรในแถบสูตร", "เทียบกับช่องข้างบนที่ยังปกติ", "คัดลอกสูตรจากช่องข้างบนลงมา"),
        "A cell shows an error", "One error blanks every total that rests on it.",
        "{cell} on {sheet} shows {code}, and {others} more follow; shall we look at this one first?",
    ),
    "CELL-02": Words(
        "ตัวเลขเก็บเป็นข้อความ", "ตัวเลขทุกช่องเก็บเป็นตัวเลข", "ผลรวมข้ามข้อความไปเงียบ ๆ",
        "ช่อง {cell} แผ่น {sheet} ดูเป็น {value} แต่เก็บเป็นข้อความ{omitted} ลองพิมพ์ {reading} ใหม่ได้ไหม",
        ("คลิกช่องนั้น กด Delete", "พิมพ์ตัวเลขใหม่ ไม่เว้นวรรค ไม่ใส่คำว่าบาท", "ดูว่ายอดรวมเปลี่ยนตาม"),
        "A number is kept as text", "Totals pass over a text in silence.",
        "{cell} on {sheet} shows {value} but is kept as text; could {reading} be typed again?",
        {
            "words": ("ช่อง {cell} แผ่น {sheet} มี '{value}' ตรงที่ควรเป็นตัวเลข ตั้งใจจดอะไรไว้ ย้ายไปช่องหมายเหตุได้ไหม", "{cell} on {sheet} holds '{value}' where a number belongs; could the note be moved?"),
            "satang": ("ช่อง {cell} แผ่น {sheet} มี {value} ซึ่งมีเศษเล็กกว่าสตางค์ จำนวนเงินในเอกสารเป็นเท่าไร", "{cell} on {sheet} holds {value}, less than a satang; what does the paper say?"),
        },
    ),
    "CELL-03": Words(
        "ใช้เลขไทยในช่องตัวเลข", "จำนวนเงินและวันที่พิมพ์เป็นเลขอารบิก", "โปรแกรมตารางเก็บเลขไทยเป็นข้อความ จึงบวกให้ไม่ได้",
        "ช่อง {cell} แผ่น {sheet} พิมพ์ {value} เป็นเลขไทย{omitted} ลองพิมพ์ {reading} ได้ไหม",
        ("คลิกช่องนั้น", "พิมพ์เป็นเลขอารบิก", "ดูว่ายอดรวมเปลี่ยนตาม"),
        "Thai digits where a number belongs", "A spreadsheet keeps Thai digits as text and cannot add them.",
        "{cell} on {sheet} holds {value} in Thai digits; could {reading} be typed?",
    ),
    "CELL-04": Words(
        "ปี พ.ศ. กับ ค.ศ. สลับกัน", "วันที่อยู่ในปีที่ตั้งใจ ไม่สลับ พ.ศ. กับ ค.ศ.", "ปีที่สลับกัน ทำให้นับวันและเดือนคลาดไปหลายร้อยปี",
        "ช่อง {cell} แผ่น {sheet} โปรแกรมเข้าใจเป็น {seen} (ค.ศ.) น่าจะหมายถึง {meant} ใช่หรือไม่",
        ("ดูวันที่ในเอกสารตัวจริง", "พิมพ์ {typed} โดยใช้ปี ค.ศ.", "แผ่นงานจะแสดงเป็น พ.ศ. ให้เอง"),
        "Buddhist and common-era years exchanged", "A wrong year makes every count of days wrong.",
        "{cell} on {sheet} is read as {seen}; was {typed} meant?",
    ),
    "CELL-05": Words(
        "วันที่เป็นข้อความหรือว่าง", "ทุกแถวมีวันที่ที่คำนวณได้", "แถวที่ไม่มีวันที่ จะหลุดจากยอดของทุกเดือน",
        "ช่อง {cell} แผ่น {sheet} มี '{value}' ซึ่งยังคำนวณเป็นวันที่ไม่ได้ ดูใบเสร็จแล้วพิมพ์ใหม่ได้ไหม",
        ("ดูวันที่ในใบเสร็จ", "พิมพ์ วัน/เดือน/ปี ค.ศ.", "ดูว่าช่องแสดงเป็นวันที่ พ.ศ."),
        "A date is a text or blank", "A row without a date drops out of every month.",
        "{cell} on {sheet} holds '{value}', which is no date; could it be typed from the receipt?",
        {"blank": ("ช่อง {cell} แผ่น {sheet} คอลัมน์ '{heading}' ยังว่าง แถวนี้จึงไม่อยู่ในเดือนไหนเลย วันที่ในเอกสารคือวันใด", "{cell} on {sheet}, '{heading}', is blank, so the row is in no month; what does the paper say?")},
    ),
    "CELL-08": Words(
        "สองแถวเหมือนกันทุกช่อง", "ไม่มีรายการที่เหมือนกันทุกช่องสองแถว", "แถวที่คัดลอกซ้ำ นับเงินสองครั้ง",
        "แผ่น {sheet} แถวที่ {row} เหมือนแถวที่ {earlier} ทุกช่อง รวม {amount} บาท มีเอกสารกี่ใบ",
        ("หาเอกสารตัวจริงของสองแถวนี้", "ถ้ามีใบเดียว ล้างแถวที่ซ้ำ", "ถ้ามีสองใบ แก้เลขที่ให้ตรงใบ"),
        "Two rows are the same in every cell", "A copied row counts the money twice.",
        "Rows {earlier} and {row} on {sheet} are the same, {amount} baht; is there one paper or two?",
    ),
    "CELL-09": Words(
        "สูตรถูกพิมพ์ทับ", "ช่องที่คำนวณ ไม่มีใครพิมพ์ทับ", "ตัวเลขที่พิมพ์ทับ จะไม่เปลี่ยนตามใบเสร็จอีก",
        "ช่อง {cell} แผ่น {sheet} เคยเป็นสูตร ตอนนี้เป็น {found} คำนวณใหม่ได้ {expected}{gap} คัดลอกสูตรจากช่องข้างเคียงมาได้ไหม",
        ("ดูว่าตัวเลขที่พิมพ์มาจากเอกสารใด", "คัดลอกช่องข้างบนหรือข้างล่างมาวางทับ", "ถ้าตั้งใจปรับ ลงเป็นรายการในสมุดรายวันแทน"),
        "A number was typed over a formula", "A figure typed over no longer follows the receipts.",
        "{cell} on {sheet} used to be a formula; it holds {found}, computed anew {expected}. Could the formula be copied back?",
    ),
    "CELL-10": Words(
        "สูตรไม่เหมือนเพื่อนในคอลัมน์", "สูตรในคอลัมน์เดียวกันเหมือนกันทุกแถว", "แถวเดียวที่คิดจากคนละช่อง ทำให้คนหนึ่งได้ไม่เท่าคนอื่น",
        "ช่อง {cell} แผ่น {sheet} ใช้สูตรต่างจากแถวอื่น ได้ {found} สูตรของคอลัมน์ได้ {expected}{gap} ตั้งใจหรือไม่",
        ("คลิกช่องนี้แล้วเทียบสูตรกับแถวข้างบน", "คัดลอกสูตรจากแถวข้างบนลงมา", "ถ้าตั้งใจให้ต่าง จดมติไว้ในทะเบียนมติ"),
        "A formula differs from its column", "One row computed from another cell treats one member differently.",
        "{cell} on {sheet} computes {found}; its column's formula gives {expected}. Was that intended?",
    ),
    "CELL-11": Words(
        "ช่วงผลรวมไม่ครอบคลุมทุกแถว", "ผลรวมครอบคลุมทุกแถว", "คนที่มาใหม่ท้ายตาราง มักเป็นคนที่ถูกลืมบวก",
        "ช่อง {cell} แผ่น {sheet} รวมไม่ถึงแถวสุดท้าย ได้ {found} รวมครบได้ {expected}{gap} ลองขยายช่วงได้ไหม",
        ("คลิกช่องผลรวม ดูช่วงในสูตร", "ลากช่วงให้ถึงแถวสุดท้ายของตาราง", "เทียบกับยอดเดิม"),
        "A total stops before the last row", "The newest rows are usually the ones left out.",
        "{cell} on {sheet} stops short: {found}; the whole column gives {expected}. Could the range be widened?",
    ),
    "CELL-14": Words(
        "ค่าที่เห็นไม่ตรงกับสูตร", "ค่าที่เห็นทุกช่อง เท่ากับที่สูตรคำนวณได้", "กระดาษที่สมาชิกลงชื่อ อาจไม่ใช่ตัวเลขที่สูตรให้",
        "ช่อง {cell} แผ่น {sheet} แสดง {found} แต่สูตรคำนวณใหม่ได้ {expected}{gap} เล่มที่พิมพ์แจกใช้ตัวเลขไหน",
        ("เปิดไฟล์ในโปรแกรมตาราง", "กด F9 ให้คำนวณใหม่ทั้งเล่ม", "บันทึก แล้วเทียบกับเล่มที่พิมพ์แจก"),
        "A cell shows something else than its formula", "The paper the members signed may not be what the formulas say.",
        "{cell} on {sheet} shows {found}; its formula gives {expected}. Which figure was printed?",
        {"stale": ("มี {others} ช่องแสดงค่าเก่าที่ยังไม่ได้คำนวณใหม่ เช่น ช่อง {cell} แผ่น {sheet} แสดง {found} ควรเป็น {expected} ลองคำนวณใหม่แล้วบันทึกได้ไหม", "{others} cells show values not calculated anew, such as {cell} on {sheet}: {found} instead of {expected}. Could the book be recalculated and saved?")},
    ),
    "CELL-16": Words(
        "ส่วนที่คำนวณถูกวางเป็นค่า", "ส่วนที่คำนวณยังเป็นสูตรที่ทำงาน", "ค่าที่วางไว้ จะไม่เปลี่ยนตามรายการใหม่",
        "แผ่น {sheet} คอลัมน์ '{heading}' เป็นค่าทั้งคอลัมน์ ไม่ใช่สูตร วางทับเมื่อไร",
        ("เปิดแม่แบบ คัดลอกสูตรของคอลัมน์นี้", "วางลงตั้งแต่แถวแรกถึงแถวสุดท้าย", "เทียบยอดรวมก่อนและหลัง"),
        "What should calculate was pasted as values", "Values do not follow new entries.",
        "The column '{heading}' on {sheet} holds values only, no formulas; when was it pasted?",
        {
            "values": ("สมุดนี้บันทึกเป็นค่าทั้งเล่ม การเทียบยอดยังทำได้ตามปกติ ปีหน้าลองเริ่มจากแม่แบบที่มีสูตร จะได้ไม่ต้องคิดเอง ดีไหม", "This book was saved as values throughout. Totals are compared all the same; next year, could you start from a live template?"),
            "name": ("ช่อง {cell} แผ่น {sheet} ขึ้น #NAME? เครื่องนี้ยังไม่มีฟังก์ชันเสริม เปิดในเครื่องที่เคยใช้แล้วบันทึกใหม่ได้ไหม", "{cell} on {sheet} shows #NAME?: the functions are not on this computer; could it be saved where they are?"),
        },
    ),
}  # fmt: skip
