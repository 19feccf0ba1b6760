"""Sentences on the cash and bank book, and on the ledger and its statements."""

from validator.words.entry import Words

WORDS = {
    "CASH-01": Words(
        "ยอดคงเหลือในสมุดเงินสด-ธนาคารไม่ต่อเนื่อง", "ยอดคงเหลือทุกแถว ต่อจากแถวก่อนพอดี", "แถวเดียวที่สะดุด ทำให้ทุกแถวหลังจากนั้นคลาดตาม",
        "ตั้งแต่แถวที่ {row} ช่อง '{heading}' แสดง {found} บวกลบจากแถวก่อนได้ {expected} ต่างกัน {gap} บาท รับกับจ่ายสลับช่องหรือไม่",
        ("เริ่มจากแถวก่อนหน้าที่ยังตรง", "บวกรับ หักจ่าย ของแถวนี้ด้วยมือ", "แก้ช่องที่คลาด แล้วดูว่าแถวต่อไปกลับมาตรง"),
        "The running balance breaks", "One break moves every later row.",
        "From row {row}, '{heading}' shows {found}; from the row before it is {expected}: {gap} baht apart. Are in and out exchanged?",
    ),
    "CASH-02": Words(
        "เงินคงเหลือติดลบในบางวัน", "เงินสดและเงินฝากไม่ติดลบในวันใดเลย", "ไม่มีใครจ่ายเงินที่ไม่มีได้ มักมีรับที่ยังไม่ได้ลง หรือจ่ายที่ลงวันที่เร็วไป",
        "วันที่ {day} ช่อง '{money}' ติดลบ {short} บาท มีรับเงินหรือถอนเงินวันไหนที่ยังไม่ได้ลง หรือลงวันที่คลาดหรือเปล่า",
        ("ไล่ดูรายการก่อนวันนั้นหนึ่งสัปดาห์", "เทียบวันที่กับใบเสร็จและใบสำคัญ", "แก้วันที่ตามเอกสาร หรือลงรายการที่ขาด"),
        "Money below zero on some day", "Nobody can pay out what is not there.",
        "On {day} '{money}' is {short} baht below zero; is a receipt or a withdrawal missing, or dated otherwise?",
    ),
    "CASH-03": Words(
        "เงินสดนับจริงกับสมุดกระทบยอดแล้วไม่ตรง", "เงินสดที่นับได้ เท่ากับสมุดทุกบาท", "การนับคือหลักฐานเดียวว่าเงินสดยังอยู่ครบ",
        "สมุดมีเงินสด {book} นับได้ {counted} ขาด {gap} บาท จดบันทึกไว้แล้วชวนกรรมการนับใหม่พร้อมกันได้ไหม",
        ("นับใหม่พร้อมกันสองคน", "ดูรายการที่ยังไม่ได้ลงในสมุดเงินสด-ธนาคาร", "ถ้ายังต่าง จดบันทึกและแจ้งที่ประชุม"),
        "The counted cash and the book do not tie", "The count is the only proof that the cash is there.",
        "The book has {book}, {counted} was counted, {gap} short; could it be noted, and counted again together?",
        {
            "over": ("สมุดมีเงินสด {book} นับได้ {counted} เกินมา {gap} บาท มีรับเงินรายการใดที่ยังไม่ได้ลงหรือเปล่า", "The book has {book}, {counted} was counted, {gap} more; was something received and not entered?"),
            "pieces": ("ใบตรวจนับรวมไว้ {found} แต่จำนวนใบและเหรียญรวมได้ {expected} ต่างกัน {gap} บาท บวกใหม่ด้วยกันได้ไหม", "The count says {found}, its notes and coins add to {expected}: {gap} baht apart. Could it be added up again together?"),
            "part": ("ช่อง '{heading}' แสดง {found} แต่คำนวณจากช่องอื่นได้ {expected} ช่องนี้พิมพ์เองหรือเปล่า", "'{heading}' shows {found}, the other cells give {expected}; was it typed by hand?"),
            "how": ("ใบตรวจนับเงินสดยังไม่มี {names} ใครนับ และนับวันไหน", "The cash count does not say {names}; who counted, and when?"),
            "roll": ("นับเงินสดเมื่อ {day} หลังวันสิ้นปี ครั้งหน้าลองจดยอดรับและจ่ายระหว่างสองวันนั้นไว้ด้วย", "Cash was counted on {day}, after the year's end; next time, could what moved in between be noted?"),
        },
    ),
    "CASH-04": Words(
        "เงินฝากธนาคารกระทบยอดแล้วไม่ตรง", "เงินฝากตามสมุด เท่ากับหนังสือรับรองของธนาคาร", "เป็นหลักฐานจากนอกกลุ่มว่าเงินฝากยังอยู่ครบ",
        "{bank} รับรองยอด (ปรับแล้ว) {certified} ในสมุดเงินสด-ธนาคารของกองทุน {book} ต่างกัน {gap} บาท ดอกเบี้ยธนาคารหรือค่าธรรมเนียมลงครบหรือไม่",
        ("ปรับสมุดฝากให้เป็นปัจจุบัน", "ไล่เทียบทีละรายการกับสมุดเงินสด-ธนาคาร", "ลงดอกเบี้ย ค่าธรรมเนียม หรือรายการที่ขาด"),
        "The bank's certificate and the book do not tie", "It is proof from outside the fund.",
        "{bank} certifies {certified} (adjusted), the fund's book has {book}: {gap} baht apart. Are interest and fees all entered?",
        {
            "part": ("ช่อง '{heading}' แสดง {found} แต่คำนวณจากช่องอื่นได้ {expected} ช่องนี้พิมพ์เองหรือเปล่า", "'{heading}' shows {found}, the other cells give {expected}; was it typed by hand?"),
            "missing": ("{bank} มียอดในสมุด {book} แต่ยังไม่มียอดตามหนังสือรับรอง ขอจากธนาคารได้เมื่อไร", "{bank} has {book} in the book but no certificate yet; when could the bank give one?"),
        },
    ),
    "CASH-08": Words(
        "เลขใบเสร็จขาดหรือซ้ำ", "ใบเสร็จครบทุกเลข ไม่ขาด ไม่ซ้ำ", "เลขครบคือหลักฐานว่าเงินที่รับเข้าสมุดทุกใบ",
        "เล่ม {book} ไม่พบเลขที่ {numbers} ({n} ใบ) ยกเลิก หรือยังไม่ได้ลง ขอดูต้นขั้วได้ไหม",
        ("เปิดเล่มใบเสร็จ หาต้นขั้วเลขนั้น", "ถ้ายกเลิก เขียนในทะเบียนใบเสร็จพร้อมเหตุ", "ถ้าใช้แล้ว ลงในแผ่น รับเงินวันทำการ"),
        "Receipt numbers missing or used twice", "Complete numbers show that all money received is in the book.",
        "In book {book} {numbers} ({n}) cannot be found; cancelled, or not entered? May we see the stubs?",
        {
            "twice": ("ใบเสร็จ {receipt} มีสองที่ ที่หลังอยู่แถว {row} วันที่ {day} ใบไหนใช้เลขนี้จริง", "Receipt {receipt} stands in two places, the later in row {row} on {day}; which one has this number?"),
            "instead": ("ใบเสร็จ {receipt} มีสองที่ ส่วนเลข {numbers} ไม่พบ แถวที่ {row} น่าจะเป็นเลขนั้นใช่หรือไม่", "Receipt {receipt} stands twice and {numbers} nowhere; is row {row} that one?"),
            "beyond": ("เล่ม {book} ไม่พบเลข {numbers} แต่แถวที่ {row} พิมพ์เลข {written} ซึ่งเกินช่วงของเล่ม น่าจะเป็นเลขเดียวกันใช่หรือไม่", "In book {book} {numbers} is nowhere, and row {row} has {written}, beyond the book; is it that one?"),
            "cancelled": ("ใบเสร็จ {receipt} อยู่ในรายการยกเลิก แต่แถวที่ {row} ยังมีจำนวนเงิน ยกเลิกจริงหรือไม่", "Receipt {receipt} is on the cancelled list but row {row} has an amount; was it cancelled?"),
            "outside": ("เล่ม {book} เลขที่ {numbers} อยู่นอกช่วง {expected} ที่จดในทะเบียนใบเสร็จ ช่วงหรือเลขใดที่คลาด", "In book {book} {numbers} is outside {expected} of the register; which is off, the range or the number?"),
            "unknown": ("ใบเสร็จเล่ม {book} ยังไม่อยู่ในทะเบียนใบเสร็จ ใครเป็นผู้รับผิดชอบเล่มนี้", "Receipt book {book} is not in the register; who is in charge of it?"),
            "order": ("ใบเสร็จ {receipt} ลงวันที่ {day} ก่อนใบ {earlier} ที่ลงวันที่ {earlier_day} วันไหนที่พิมพ์คลาด", "Receipt {receipt} is dated {day}, before {earlier} of {earlier_day}; which date is off?"),
        },
    ),
    "CASH-09": Words(
        "โอนเงินระหว่างเงินสดกับธนาคารลงข้างเดียว", "การโอนระหว่างเงินสดกับธนาคาร มีสองข้างเท่ากัน", "โอนข้างเดียว เงินจะหายหรืองอกในสมุด",
        "แถวที่ {row} วันที่ {day} ออก {expected} แต่เข้า {found} ต่างกัน {gap} บาท ใบฝากหรือใบถอนเขียนว่าเท่าไร",
        ("ดูใบฝากหรือใบถอนของวันนั้น", "ให้ยอดออกกับยอดเข้าในแถวเดียวกันเท่ากัน", "ถ้าเป็นรับหรือจ่าย แก้ประเภทของแถว"),
        "A transfer has one side only", "A transfer with one side makes money, or loses it.",
        "Row {row} of {day}: {expected} went out, {found} came in: {gap} baht apart. What does the bank's slip say?",
    ),
    "LEDG-01": Words(
        "รายการบัญชีเดบิตไม่เท่าเครดิต", "ทุกใบสำคัญ เดบิตเท่ากับเครดิต", "บัญชีคู่ตั้งอยู่บนข้อนี้ ข้างเดียวคลาด งบก็ไม่ลงตัว",
        "ใบสำคัญทั่วไป {voucher} เดบิต {found} เครดิต {expected} ต่างกัน {gap} บาท เอกสารเขียนว่าเท่าไร",
        ("เปิดใบสำคัญใบนี้", "บวกเดบิตและเครดิตใหม่", "แก้บรรทัดที่คลาดตามเอกสาร"),
        "A voucher's debits and credits differ", "Double entry rests on this.",
        "Journal voucher {voucher}: debit {found}, credit {expected}: {gap} baht apart. What does the paper say?",
        {
            "side": ("แถวที่ {row} ประเภท '{kind}' แต่มียอด {found} ในช่อง '{heading}' เป็นรับหรือจ่าย", "Row {row} is '{kind}' but has {found} in '{heading}'; was it received or paid?"),
            "item": ("แถวที่ {row} ประเภท '{kind}' ยอด {gap} ยังไม่ได้เลือกรายการ จึงลงบัญชีข้างเดียว เป็นค่าอะไร", "Row {row}, '{kind}', {gap}, has no item and so one side only; what was it for?"),
        },
    ),
    "LEDG-02": Words(
        "งบทดลองไม่ลงตัว", "ทุกบัญชีในงบทดลอง เท่ากับยอดยกมาบวกรายการ และเดบิตเท่ากับเครดิต", "บรรทัดหนึ่งคลาดได้ แม้ยอดรวมจะเท่ากัน",
        "บัญชี {account} {name} ในงบทดลอง {found} แต่ยอดยกมากับรายการรวมได้ {expected} ต่างกัน {gap} บาท ลงจากรายการไหน",
        ("กรองรายการของบัญชีนี้", "บวกยอดยกมากับรายการใหม่", "แก้บรรทัดที่คลาด"),
        "The trial balance does not balance", "A line can be wrong while the totals agree.",
        "Account {account} {name} shows {found}; its opening balance and entries give {expected}: {gap} baht apart. Which entry is it?",
        {
            "part": ("บัญชี {account} {name} ช่อง '{heading}' แสดง {found} แต่รายการรวมได้ {expected} ต่างกัน {gap} บาท ช่องนี้มาจากไหน", "Account {account} {name}, '{heading}': {found} shown, {expected} from the entries: {gap} baht apart. Where is it from?"),
            "total": ("งบทดลองเดบิต {found} เครดิต {expected} ต่างกัน {gap} บาท มีรายการไหนลงข้างเดียว", "Debits {found}, credits {expected}: {gap} baht apart. Which entry has one side only?"),
            "opening": ("ยอดยกมาเดบิต {found} เครดิต {expected} ต่างกัน {gap} บาท เปิดงบปีก่อนดูด้วยกันว่าขาดบัญชีใด", "Opening debits {found}, credits {expected}: {gap} baht apart. Which account of last year's statement is missing?"),
        },
    ),
    "LEDG-03": Words(
        "งบแสดงฐานะการเงินสองข้างไม่เท่ากัน", "สินทรัพย์ เท่ากับหนี้สินและทุน", "เป็นข้อพิสูจน์พื้นฐานว่าเงินทุกบาทมีที่มา",
        "สินทรัพย์ {found} หนี้สินและทุน {expected} ต่างกัน {gap} บาท บรรทัดไหนที่ไม่ตรงกับงบทดลอง",
        ("เทียบทีละบรรทัดกับงบทดลอง", "ดูบรรทัดที่พิมพ์เอง", "คัดลอกสูตรของบรรทัดข้างบนลงมา"),
        "The two sides of the statement differ", "It is the basic proof that every baht has a source.",
        "Assets {found}, liabilities and capital {expected}: {gap} baht apart. Which line differs from the trial balance?",
        {
            "part": ("ช่อง '{heading}' แสดง {found} แต่คำนวณจากช่องอื่นได้ {expected} ช่องนี้พิมพ์เองหรือเปล่า", "'{heading}' shows {found}, the other cells give {expected}; was it typed by hand?"),
            "total": ("ยอดรวม '{heading}' แสดง {found} แต่บวกทุกบรรทัดได้ {expected} ต่างกัน {gap} บาท บวกใหม่ด้วยกันได้ไหม", "The total of '{heading}' shows {found}, its lines add to {expected}: {gap} baht apart. Could it be added again?"),
        },
    ),
    "LEDG-04": Words(
        "งบการเงินไม่ตรงงบทดลอง", "ทุกบัญชีในงบทดลอง อยู่ในงบการเงินหนึ่งบรรทัด ด้วยยอดเดียวกัน", "บัญชีที่ตกหล่นจากงบ จะหายไปเงียบ ๆ",
        "บัญชี {account} {name} ในแผ่น {sheet} แสดง {found} แต่งบทดลอง {expected} ต่างกัน {gap} บาท ยอดในงบมาจากไหน",
        ("เทียบบรรทัดนี้กับงบทดลอง", "ดูว่าพิมพ์เองหรือเป็นสูตร", "แก้ให้ดึงจากงบทดลอง"),
        "The statements differ from the trial balance", "An account left out vanishes quietly.",
        "Account {account} {name}: the statement shows {found}, the trial balance {expected}: {gap} baht apart. Where is it from?",
        {
            "missing": ("บัญชี {account} {name} ยอด {gap} ยังไม่อยู่ในแผ่น {sheet} บรรทัดนี้หลุดไปหรือเปล่า", "Account {account} {name} of {gap} is in no line of the statement; did the line drop out?"),
            "twice": ("บัญชี {account} {name} มีสองบรรทัดในแผ่น {sheet} รวม {found} แต่งบทดลอง {expected} บรรทัดไหนเกินมา", "Account {account} {name} has two lines, {found} together, against {expected}; which one is too many?"),
            "total": ("ยอดรวม '{heading}' แสดง {found} แต่บวกทุกบรรทัดได้ {expected} ต่างกัน {gap} บาท บวกใหม่ด้วยกันได้ไหม", "The total of '{heading}' shows {found}, its lines add to {expected}: {gap} baht apart. Could it be added again?"),
            "unmapped": ("บัญชี {account} {name} ยอด {gap} ยังไม่มีหมวด จึงไม่อยู่ในงบใดเลย ควรเป็นหมวดไหน", "Account {account} {name} of {gap} has no class and so is in no statement; which class is it?"),
        },
    ),
    "LEDG-05": Words(
        "กำไรสุทธิไม่ตรงกันทุกแห่ง", "กำไรสุทธิเท่ากันในงบกำไรขาดทุน งบฐานะ การจัดสรร และการปิดบัญชี", "ปันผลเริ่มจากตัวเลขนี้",
        "ช่อง {place} แสดงกำไร {found} แต่ที่อื่นเป็น {expected} ต่างกัน {gap} บาท ตัวเลขไหนที่จะนำเข้าที่ประชุม",
        ("ดูกำไรในงบกำไรขาดทุน", "เทียบกับแผ่น จัดสรรกำไร และงบแสดงฐานะการเงิน", "ให้ทุกแห่งดึงจากงบกำไรขาดทุน"),
        "The surplus differs between places", "Dividends begin here.",
        "{place} has a surplus of {found}, elsewhere it is {expected}: {gap} baht apart. Which figure goes to the meeting?",
        {"closing": ("รายการปิดบัญชีของ {account} {name} รวม {found} แต่ยอดที่ต้องปิดคือ {expected} ต่างกัน {gap} บาท บวกใหม่ด้วยกันได้ไหม", "The closing entries of {account} {name} come to {found}, {expected} is to be closed: {gap} baht apart. Could they be added again?")},
    ),
    "LEDG-06": Words(
        "ยอดยกมาไม่เท่ายอดสิ้นปีก่อน", "ยอดยกมา เท่ากับยอดที่ที่ประชุมใหญ่รับรอง ทั้งบัญชีและรายคน", "ยอดที่เปลี่ยนระหว่างสองปี เป็นสิ่งที่สังเกตยากที่สุด",
        "{what} ยกมา {found} แต่สิ้นปีก่อน {expected}{gap} มีมติแก้ยอดยกมาหรือไม่",
        ("เปิดงบปีก่อนที่ที่ประชุมรับรอง", "เทียบทีละบัญชี ทีละคน", "ถ้ามีมติแก้ยอด จดเลขที่มติไว้ในแผ่น ยอดยกมา"),
        "Opening balances differ from last year's closing", "History rewritten between two years is the hardest thing to notice.",
        "{what}: {found} brought forward, {expected} at the end of last year. Is there a minute for the change?",
        {
            "register": ("{what} ยกมารายคนหรือรายสัญญารวม {found} แต่บัญชียกมา {expected} ต่างกัน {gap} บาท รายไหนที่ยังขาดหรือเกิน", "{what}: the register brings forward {found}, the account {expected}: {gap} baht apart. Which one is missing?"),
            "last year": ("{what} ยกมา {found} แต่สมุดปีก่อนปิดที่ {expected} มีมติแก้ยอดยกมาหรือไม่", "{what}: {found} brought forward, last year's book closed with {expected}. Is there a minute for the change?"),
        },
    ),
}  # fmt: skip
