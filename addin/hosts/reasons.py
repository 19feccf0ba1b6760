"""Why a calculation refuses, to a person at the sheet."""

from typing import Dict

from ..udfs import CalculationError
from ..udfs.interest import METHODS
from ..udfs.members import CAUSES
from ..udfs.rounding import DIRECTIONS

REASON, REASON_TH, REASON_EN = "REASON", "บอกเหตุที่ฟังก์ชันอื่นแสดงค่าผิดพลาด", "Tell why another function shows an error"
"""The one function that is no calculation, where a host cannot show the reason itself."""
TOO_BIG = "ตัวเลขใหญ่เกินกว่าจะคำนวณ"


def in_thai(wrong: CalculationError) -> str:
    """Say in Thai why a calculation refuses."""
    return REASONS.get(type(wrong).__name__, "ค่าที่ใส่ใช้คำนวณไม่ได้")


REASONS: Dict[str, str] = {
    "NotExact": "ค่าที่ใส่ไม่ใช่จำนวนที่แน่นอน", "NegativeAmount": "จำนวนเงินติดลบ", "NegativeRate": "อัตราติดลบ",
    "NegativePeriod": "จำนวนเดือน วัน หรืองวดติดลบ", "UnknownMethod": f"ไม่รู้จักวิธีคิดดอกเบี้ยนี้ ใช้ได้: {', '.join(METHODS)}",
    "UnknownRounding": f"ไม่รู้จักทิศการปัดเศษนี้ ใช้ได้: {', '.join(DIRECTIONS)}",
    "UnknownCause": f"ไม่รู้จักสาเหตุการเสียชีวิตนี้ ใช้ได้: {', '.join(CAUSES)}", "UnknownClass": "ไม่มีกลุ่มอายุหนี้นี้",
    "UnknownForm": "ไม่รู้จักแบบการเขียนวันที่นี้", "UnknownEra": "ศักราชต้องเป็น พ.ศ. หรือ ค.ศ.", "BadUnit": "หน่วยที่ปัดต้องมากกว่า 0",
    "BadSchedule": "งวดที่ใส่ส่งคืนเงินต้นไม่หมดพอดี", "BadShare": "ส่วนแบ่งไม่ลงตัว หรือไม่มีอะไรให้แบ่งตาม",
    "BadBase": "ไม่มีเงินต้นหรือไม่มีเวลาให้คิดอัตรา", "BadOrder": "ลำดับการหักยังไม่ครบทุกส่วน", "BadEdges": "ขอบกลุ่มอายุหนี้ต้องเรียงจากน้อยไปมาก",
    "BadRates": "อัตราต้องมีครบทุกกลุ่มอายุหนี้", "BadCount": "ส่วนหนึ่งมากกว่าทั้งหมด",
    "TooMany": "จำนวนมากเกินกว่าที่กองทุนจะมี ลองดูว่าใส่วันที่แทนจำนวนหรือไม่", "BadProbability": "ความน่าจะเป็นต้องไม่เกิน 1",
    "BadDate": "ค่าที่ใส่ หรือวันที่ได้ ไม่อยู่ในปฏิทิน", "BadYear": "ปีเกิดต้องเป็น พ.ศ.", "BadIdentity": "เลขประจำตัวประชาชนต้องมี 13 หลัก",
    "BadReceipts": "เลขที่ใบเสร็จแรกและสุดท้ายของเล่มไม่เข้ากัน", "OverCollected": "เก็บได้มากกว่าที่เรียกเก็บ", "CrossedDates": "วันสิ้นสุดมาก่อนวันเริ่ม",
    "UnevenColumns": "คอลัมน์ที่เลือกยาวไม่เท่ากัน", "UnreadableDate": "อ่านวันที่ในข้อความนี้ไม่ได้", "ImpossibleDate": "เดือนนั้นไม่มีวันที่นี้",
    "UnclearYear": "ปีนี้อ่านได้สองอย่าง ลองบอก พ.ศ. หรือ ค.ศ.",
}  # fmt: skip
"""Why a calculation refuses, to a person at the sheet; one for each of its named errors."""
