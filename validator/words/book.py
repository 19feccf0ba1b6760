"""Sentences on the file and its structure."""

from validator.words.entry import Words

_FILE_STEPS = ("เปิดไฟล์นี้ในเครื่องที่ใช้ทำบัญชี", "เลือก บันทึกเป็น แล้วเลือกชนิด Excel Workbook (.xlsx)", "ส่งสำเนาใหม่มาให้ดูอีกครั้ง")

WORDS = {
    "FILE-01": Words(
        "ยังเปิดอ่านไฟล์นี้ไม่ได้", "ไฟล์เปิดอ่านได้ และเป็นสมุดบัญชีของ satja", "ถ้าเปิดไฟล์ไม่ได้ เรื่องอื่นก็ยังดูให้ไม่ได้",
        "ไฟล์ {file} เปิดอ่านไม่ครบ ลองบันทึกสำเนาใหม่ให้ดูอีกครั้งได้ไหม", _FILE_STEPS,
        "This file could not be read", "Nothing else can be looked at in a file that does not open.",
        "{file} did not open fully; could you save a new copy for us to look at?",
        {
            "MISSING": ("ไม่พบไฟล์ {file} ชื่อหรือโฟลเดอร์พิมพ์ครบหรือไม่", "{file} is not there; is the name or the folder complete?"),
            "DIRECTORY": ("{file} เป็นโฟลเดอร์ ลองระบุชื่อไฟล์ .xlsx ในโฟลเดอร์นี้ได้ไหม", "{file} is a folder; could you name the .xlsx file in it?"),
            "NO_PERMISSION": ("เครื่องนี้ยังไม่ให้สิทธิ์เปิด {file} ลองคัดลอกไฟล์ไปไว้ในโฟลเดอร์ของคุณก่อนได้ไหม", "This computer does not let {file} be opened; could you copy it into a folder of yours?"),
            "EMPTY": ("ไฟล์ {file} ว่างเปล่า อาจคัดลอกมาไม่ครบ ขอไฟล์จากต้นทางอีกครั้งได้ไหม", "{file} is empty; it may not have been copied fully. Could it be sent again?"),
            "TEXT": ("ไฟล์ {file} เป็นไฟล์ข้อความที่เปลี่ยนชื่อมา ไม่ใช่ไฟล์ Excel มีไฟล์ .xlsx ต้นฉบับไหม", "{file} is a renamed text file, not an Excel file; is there an original .xlsx?"),
            "OLD_XLS": ("ไฟล์ {file} เป็น Excel รุ่นเก่า (.xls) ลองเปิดแล้วบันทึกเป็น .xlsx ได้ไหม", "{file} is an older Excel file (.xls); could you open it and save it as .xlsx?"),
            "BINARY_XLSB": ("ไฟล์ {file} เป็นชนิด .xlsb ลองเปิดแล้วบันทึกเป็น .xlsx ได้ไหม", "{file} is an .xlsb file; could you open it and save it as .xlsx?"),
            "OPEN_DOCUMENT": ("ไฟล์ {file} เป็นชนิด .ods ลองเปิดใน LibreOffice แล้วบันทึกเป็น .xlsx ได้ไหม", "{file} is an .ods file; could you open it in LibreOffice and save it as .xlsx?"),
            "TRUNCATED": ("ไฟล์ {file} ขาดตอนท้าย น่าจะคัดลอกมาไม่ครบ ขอไฟล์จากต้นทางอีกครั้งได้ไหม", "{file} is cut off, probably not copied fully; could it be sent again?"),
            "NOT_A_WORKBOOK": ("{file} ไม่ใช่ไฟล์ Excel เลือกไฟล์ถูกไฟล์หรือไม่", "{file} is not an Excel file; is it the right one?"),
            "DAMAGED": ("ภายในไฟล์ {file} มีส่วนที่อ่านไม่ได้ ลองเปิดแล้วบันทึกเป็นชื่อใหม่ได้ไหม", "A part inside {file} cannot be read; could you open it and save it under a new name?"),
            "TOO_BIG": ("ไฟล์ {file} ขยายตัวใหญ่ผิดปกติ ลองลบแถวว่างท้ายแผ่นแล้วบันทึกใหม่ได้ไหม", "{file} expands abnormally; could you clear the empty rows at the end and save it again?"),
            "UNSAFE": ("ไฟล์ {file} มีส่วนที่ไม่รู้จัก จึงยังไม่เปิด ขอไฟล์ต้นฉบับจากเครื่องที่ใช้ทำบัญชีได้ไหม", "{file} has a part nobody knows, so it was not opened; may we have the original?"),
            "ANOTHER_BOOK": ("{file} เป็นไฟล์ Excel แต่ยังไม่ใช่สมุดบัญชีตามแม่แบบของ satja เลือกไฟล์ถูกไฟล์หรือไม่", "{file} is an Excel file, but not a book made from satja's templates; is it the right one?"),
        },
    ),
    "FILE-02": Words(
        "ไฟล์ใส่รหัสผ่านเปิด", "ไฟล์เปิดได้โดยไม่ต้องใช้รหัสผ่าน", "สมุดที่มีคนเดียวเปิดได้ ยังไม่ใช่สมุดของกลุ่ม",
        "ไฟล์ {file} ล็อกรหัสเปิดไว้ ขอสำเนาที่ไม่มีรหัสให้ทีมตรวจทานได้ไหม",
        ("เปิดไฟล์ด้วยรหัสเดิม", "บันทึกเป็นชื่อใหม่โดยไม่ใส่รหัส", "เก็บรหัสของต้นฉบับไว้กับกรรมการสองคน"),
        "The file asks for a password to open", "A book that one person alone can open is not yet the group's book.",
        "{file} is locked with a password; may we have a copy without one?",
    ),
    "STRUCT-01": Words(
        "รุ่นแม่แบบไม่ตรงหรือไม่ทราบ", "รุ่นของแม่แบบเป็นรุ่นที่โปรแกรมนี้รู้จัก", "รุ่นของแม่แบบบอกว่าจะเทียบสูตรกับอะไร",
        "สมุดบอกว่าเป็น {found} โปรแกรมนี้รู้จัก {expected} สมุดนี้มาจากแม่แบบรุ่นไหน",
        ("ดูว่าใครเป็นผู้ส่งแม่แบบให้", "ลองใช้โปรแกรม satja รุ่นล่าสุด", "ปีหน้าเริ่มจากแม่แบบรุ่นปัจจุบัน เราช่วยดูได้"),
        "The template's version is not known here", "The version decides which formulas are compared with which.",
        "The book says {found}; this program knows {expected}. Which template did it come from?",
    ),
    "STRUCT-02": Words(
        "แผ่นงานหลักหาย", "แผ่นงานหลักอยู่ครบ", "สิ่งที่อยู่ในแผ่นที่หายไป ตรวจให้ไม่ได้",
        "ไม่พบแผ่น '{sheet}' ถูกเปลี่ยนชื่อหรือย้ายไปไฟล์อื่นหรือเปล่า",
        ("ดูแถบชื่อแผ่นด้านล่าง คลิกขวาเลือก ยกเลิกการซ่อน", "ถ้าลบไป เปิดสำเนาล่าสุดก่อนลบ", "ย้ายแผ่นกลับเข้ามาทั้งแผ่น"),
        "A sheet the book needs is missing", "What stands on a missing sheet cannot be checked.",
        "The sheet '{sheet}' is not here; was it renamed or moved to another file?",
    ),
    "STRUCT-03": Words(
        "หัวตารางหายหรือสลับ", "หัวคอลัมน์อยู่ตรงกับข้อมูล", "หัวคอลัมน์ที่สลับกันทำให้รับกลายเป็นจ่าย โดยไม่มีอะไรเตือน",
        "หัวคอลัมน์ที่ควรเป็น '{heading}' ตอนนี้เป็น '{seen}' ตั้งใจเปลี่ยนหรือเผลอพิมพ์ทับ",
        ("เปิดแม่แบบเทียบหัวคอลัมน์แถวที่ 5", "พิมพ์หัวคอลัมน์เดิมกลับ", "ดูว่าตัวเลขในคอลัมน์นั้นลงถูกช่องหรือไม่"),
        "A heading is missing or exchanged", "Exchanged headings turn money in into money out, and nothing warns.",
        "The heading '{heading}' now reads '{seen}'; was that intended?",
    ),
    "STRUCT-04": Words(
        "มีรายการพิมพ์เลยแถวที่เตรียมไว้", "รายการทั้งหมดอยู่ในแถวที่เตรียมไว้", "แถวที่อยู่ใต้ตาราง ไม่มีสูตรใดมองเห็น",
        "แผ่น {sheet} มี {rows} แถวอยู่ใต้แถวที่ {last} ซึ่งเป็นแถวสุดท้ายของตาราง ยอดรวมจึงขาด {omitted} บาท ย้ายขึ้นไปในตารางได้ไหม",
        ("ดูแถวว่างที่เหลือในแผ่น จุดตรวจก่อนปิดบัญชี", "ตัดรายการใต้ตารางไปวางในแถวว่างของตาราง", "ถ้าแถวเต็มแล้ว ขอแม่แบบขนาดใหญ่ขึ้น เราช่วยย้ายให้ดู"),
        "Rows are typed below the table", "No formula sees a row below the table.",
        "{rows} rows on {sheet} stand below row {last}, the table's last; totals miss {omitted} baht. Could they be moved up?",
        {"no_money": ("แผ่น {sheet} มี {rows} แถวอยู่ใต้แถวที่ {last} ซึ่งเป็นแถวสุดท้ายของตาราง สูตรจึงมองไม่เห็น ย้ายขึ้นไปในตารางได้ไหม", "{rows} rows on {sheet} stand below row {last}, the table's last, where no formula sees them. Could they be moved up?")},
    ),
    "STRUCT-05": Words(
        "ชื่อที่สูตรใช้ ชี้ไปผิดช่อง", "ชื่อที่สูตรใช้ ชี้ตรงช่องของระเบียบและคอลัมน์", "สูตรอ่านอัตราและคอลัมน์จากชื่อ ถ้าชื่อชี้ผิดช่อง ตัวเลขของทุกคนคลาดเคลื่อนพร้อมกัน",
        "ชื่อ {name} ({heading}) ตอนนี้ชี้ที่ {found} ควรชี้ที่ {expected} มีใครย้ายช่องหรือเปล่า",
        ("เมนู สูตร เลือก ตัวจัดการชื่อ", "หาชื่อ {name} แล้วแก้ช่องอ้างอิง", "บันทึก แล้วดูว่าตัวเลขที่อ่านจากชื่อนี้เปลี่ยนหรือไม่"),
        "A name the formulas use points at the wrong cell", "The formulas read rates and columns by name.",
        "The name {name} ({heading}) points at {found}; it should be {expected}. Was a cell moved?",
        {
            "column": ("ชื่อ {name} (คอลัมน์ '{heading}' แผ่น {sheet}) ตอนนี้ชี้ที่ {found} ควรชี้ที่ {expected} สูตรจึงอ่านคอลัมน์นี้ไม่ครบ หรืออ่านที่อื่น มีใครลบหรือย้ายแถวไหม", "The name {name} (column '{heading}' on {sheet}) points at {found}; it should be {expected}, so formulas miss rows of it or read others. Were rows deleted or moved?"),
            "columns": ("ชื่อคอลัมน์ {others} ชื่อของแผ่น {sheet} ไม่ได้ชี้ที่แถวของตาราง เช่น {name} ('{heading}') ชี้ที่ {found} ควรชี้ที่ {expected} สูตรจึงอ่านไม่ครบ มีใครลบหรือย้ายแถวไหม", "{others} names of columns on {sheet} point elsewhere; {name} ('{heading}') at {found} instead of {expected}, so formulas miss rows or read others. Were rows deleted or moved?"),
            "unused": ("ชื่อ {name} ชี้ไปช่องที่ถูกลบแล้ว แต่ไม่มีสูตรใดใช้ ลบชื่อนี้ออกได้ไหม", "The name {name} points at a deleted cell, but nothing uses it; could it be removed?"),
        },
    ),
    "STRUCT-06": Words(
        "ระเบียบกลุ่มยังกรอกไม่ครบ", "ระเบียบที่สูตรใช้ กรอกครบและเป็นไปได้", "เราเทียบสมุดกับระเบียบของกลุ่มเอง ช่องว่างแปลว่ายังไม่รู้ ไม่ใช่ศูนย์",
        "แผ่น {sheet} ยังไม่มีหรือยังไม่อยู่ในช่วงที่เป็นไปได้: {names} เปิดระเบียบแล้วกรอกด้วยกันได้ไหม",
        ("เปิดสมุดระเบียบของกลุ่ม", "กรอกช่องสีเหลืองในแผ่น ระเบียบ", "เรื่องที่ยังไม่มีข้อตกลง จดไว้เข้าที่ประชุมกรรมการ"),
        "The by-laws are not all filled in", "A book is held against its own fund's rules; blank is not zero.",
        "{sheet} still lacks, or has out of range: {names}. Shall we open the by-laws and fill them in together?",
    ),
    "STRUCT-07": Words(
        "รหัสที่อ้างถึงหาเจ้าของไม่พบ", "รหัสที่อ้างถึง มีเจ้าของในทะเบียนทุกรหัส", "เงินที่ลงในรหัสที่ไม่มีใครถือ จะไม่อยู่ในยอดของใครเลย",
        "ช่อง {cell} แผ่น {sheet} อ้าง {value} ซึ่งไม่มีในทะเบียน '{register}'{near} ใบเสร็จหรือสัญญาเขียนว่าอะไร",
        ("ดูใบเสร็จหรือสัญญาตัวจริงว่าเป็นรหัสใด", "เลือกรหัสจากรายการในช่องนั้น", "ถ้าเป็นคนใหม่ เพิ่มในทะเบียนก่อน"),
        "A code is quoted that no register has", "Money under a code nobody has is in nobody's balance.",
        "{cell} on {sheet} quotes {value}, which is not in the register{near}; which code is on the receipt?",
        {
            "blank": ("ช่อง {cell} แผ่น {sheet} คอลัมน์ '{heading}' ยังว่าง แถวนี้มีรายการอื่นแล้ว ขอดูเอกสารแล้วเติมได้ไหม", "{cell} on {sheet}, '{heading}', is blank in a row that is in use; could it be filled in?"),
            "twice": ("{heading} {found} มีสองแถวในแผ่น {sheet} แถวไหนคือตัวจริง", "{heading} {found} stands twice on {sheet}; which row is the real one?"),
        },
    ),
}  # fmt: skip
