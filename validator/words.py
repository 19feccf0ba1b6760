"""The one catalogue of sentences: what each check says, in Thai first and in English.

``say`` is filled from the finding: {found} {expected} {heading} {sheet} {cell} {gap} and what the check tells besides. A
variant of a finding has its own sentence where the usual one would not be true.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from validator.outcome import Finding


@dataclass(frozen=True)
class Words:
    """The sentences of a check: a finding's title, what holds when there is none, why it matters, the question, three things to try."""

    title: str
    holds: str
    why: str
    say: str
    steps: tuple[str, str, str]
    title_en: str
    why_en: str
    say_en: str
    variants: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """For a variant: its Thai and its English sentence."""


def say(finding: Finding, language: str = "th") -> str:
    """Give the sentence of a finding."""
    words = WORDS[finding.check]
    usual = (words.say, words.say_en)
    sentence = words.variants.get(finding.variant, usual)[language == "en"]
    told = {"found": finding.found, "expected": finding.expected, "gap": "", "near": "", "omitted": "", "others": 0, **dict(finding.told)}
    return sentence.format(**told)


def steps(check: str, told: Mapping[str, object] | None = None) -> list[str]:
    """Give the three things to try, filled from what a finding tells, or in general."""
    return [step.format(**{"typed": "วันที่ใหม่", "name": "ที่บอกไว้", **(told or {})}) for step in WORDS[check].steps]


def title(check: str, language: str = "th") -> str:
    """Give the title of a check."""
    return WORDS[check].title_en if language == "en" else WORDS[check].title


_FILE_STEPS = ("เปิดไฟล์นี้ในเครื่องที่ใช้ทำบัญชี", "เลือก บันทึกเป็น แล้วเลือกชนิด Excel Workbook (.xlsx)", "ส่งสำเนาใหม่มาให้ดูอีกครั้ง")

WORDS: dict[str, Words] = {
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
        "ชื่อที่สูตรใช้ ชี้ไปผิดช่อง", "ชื่อที่สูตรใช้ ชี้ตรงช่องของระเบียบ", "สูตรดอกเบี้ยอ่านอัตราจากชื่อ ถ้าชื่อชี้ผิดช่อง ทุกคนถูกคิดผิดอัตราพร้อมกัน",
        "ชื่อ {name} ({heading}) ตอนนี้ชี้ที่ {found} ควรชี้ที่ {expected} มีใครย้ายช่องหรือเปล่า",
        ("เมนู สูตร เลือก ตัวจัดการชื่อ", "หาชื่อ {name} แล้วแก้ช่องอ้างอิง", "บันทึก แล้วดูว่าดอกเบี้ยตามระเบียบเปลี่ยนหรือไม่"),
        "A name the formulas use points at the wrong cell", "The formulas read the rates by name.",
        "The name {name} ({heading}) points at {found}; it should be {expected}. Was a cell moved?",
        {"unused": ("ชื่อ {name} ชี้ไปช่องที่ถูกลบแล้ว แต่ไม่มีสูตรใดใช้ ลบชื่อนี้ออกได้ไหม", "The name {name} points at a deleted cell, but nothing uses it; could it be removed?")},
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
    "MEMB-01": Words(
        "น่าจะเป็นคนเดียวกันสองรหัส", "ไม่มีใครอยู่ในทะเบียนสองรหัส", "สองรหัสคือสองเสียงและสองวงเงิน",
        "รหัส {one} กับ {two} มีชื่อและบ้านเดียวกัน เป็นคนเดียวกันหรือชื่อพ้องกัน",
        ("เทียบสมุดคู่ฝากสองเล่ม", "ถามเจ้าตัวหรือคนในบ้าน", "ถ้าคนเดียวกัน ให้กรรมการมีมติรวมบัญชี"),
        "Two codes may be one person", "Two codes are two votes and two ceilings.",
        "Codes {one} and {two} share a name and a house; one person, or namesakes?",
        {"citizen_id": ("รหัส {one} กับ {two} ใช้เลขประจำตัวเดียวกัน รหัสใดเป็นตัวจริง", "Codes {one} and {two} have the same citizen id; which is the real one?")},
    ),
    "MEMB-05": Words(
        "จำนวนสมาชิกกระทบยอดแล้วไม่ตรง", "สมาชิกต้นปี บวกเข้าใหม่ หักออก เท่ากับทะเบียน", "ยอดที่ใครก็นับตามได้ ควรตรงก่อนเรื่องอื่น",
        "ต้นปี {opening} คน เข้าใหม่ {joined} ออก {left} ควรเหลือ {expected} แต่ทะเบียนมี {active} คน ใครที่ยังไม่ได้ลงวันพ้นสภาพหรือวันสมัคร",
        ("นับจำนวนสมาชิกจากรายงานปีก่อน", "ไล่ดูวันสมัครและวันพ้นสภาพในปีนี้", "แก้ช่องที่คลาด แล้วนับใหม่"),
        "The number of members does not tie", "Anyone can count this one; it should tie first.",
        "{opening} at the start, {joined} joined, {left} left: {expected}; the register has {active}. Whose date is missing?",
    ),
    "SAV-01": Words(
        "เงินสัจจะรายคนกระทบยอดแล้วไม่ตรง", "เงินสัจจะรายคน เท่ากับยกมา บวกฝาก หักถอน", "นี่คือยอดในสมุดคู่ฝากของสมาชิก",
        "สมาชิก {member} ยกมา {opening} ฝาก {put_in} ถอน {taken} ควรเป็น {expected} แต่ทะเบียน {found} ขอเทียบกับสมุดคู่ฝากได้ไหม",
        ("กรองใบเสร็จของสมาชิกคนนี้ในแผ่น รับเงินวันทำการ", "บวกยอดยกมากับฝาก หักถอน", "เทียบกับสมุดคู่ฝากของเจ้าตัว"),
        "A member's savings do not add up", "This is the balance in the member's passbook.",
        "Member {member}: {opening} brought forward, {put_in} in, {taken} out should be {expected}; the register shows {found}. May we see the passbook?",
    ),
    "SAV-02": Words(
        "เงินสัจจะรวมกับบัญชีคุมยอดกระทบแล้วไม่ตรง", "เงินสัจจะรวมรายคน เท่ากับบัญชีคุมยอดและงบ", "ทะเบียนคือสิ่งที่สมาชิกถือ บัญชีคุมยอดคือสิ่งที่ที่ประชุมเห็น",
        "รวมรายคน {here} บัญชีคุมยอด {there} ต่างกัน {gap} บาท มีรายการไหนลงข้างเดียวหรือเปล่า",
        ("ดูสมุดรายวันทั่วไปว่ามีรายการเงินสัจจะหรือไม่", "หารายการที่เท่ากับยอดต่าง หรือครึ่งหนึ่งของยอดต่าง", "ลงอีกข้างให้ครบ"),
        "The members' savings and the control account do not tie", "The register is what members hold, the account is what the meeting sees.",
        "The members add to {here}, the control account says {there}: {gap} baht apart. Was something posted on one side only?",
        {"statement": ("งบทดลองมีเงินสัจจะ {here} แต่งบแสดงฐานะการเงินแสดง {there} ต่างกัน {gap} บาท บรรทัดนี้มาจากไหน", "The trial balance has {here}, the statement of financial position shows {there}: {gap} baht apart. Where does the line come from?")},
    ),
    "SAV-03": Words(
        "เงินสัจจะติดลบในบางวัน", "เงินสัจจะของทุกคนไม่ต่ำกว่าศูนย์ในทุกวัน", "ไม่มีใครถอนเงินที่ยังไม่มีได้ มักเป็นเพราะมีฝากที่ยังไม่ได้ลง",
        "สมาชิก {member} วันที่ {day} ยอดติดลบ {short} บาท มีฝากก่อนหน้านั้นที่ยังไม่ได้ลง หรือลงผิดคนหรือเปล่า",
        ("ดูสมุดคู่ฝากก่อนวันนั้น", "หาใบเสร็จที่ยังไม่ได้ลงหรือลงรหัสอื่น", "แก้วันที่หรือรหัสตามใบเสร็จ"),
        "A member's savings go below zero on some day", "Nobody can take out what is not there; usually a deposit is missing.",
        "Member {member} is {short} baht below zero on {day}; is a deposit missing, or under another code?",
    ),
}  # fmt: skip
