"""What the colours of a book mean, in Thai: the foot of every guide."""

COLOURS: tuple[tuple[str, str, str], ...] = (
    ("input", "เหลืองอ่อน", "ช่องสำหรับพิมพ์"),
    ("missing", "เหลืองเข้ม", "แถวนี้ยังขาดช่องนี้อยู่ กรอกเพิ่มอีกนิด"),
    ("formula", "ขาว", "สูตรคำนวณให้ ไม่ต้องพิมพ์"),
    ("total", "เขียว", "ยอดรวม หรือยอดที่ตรงกันแล้ว"),
    ("wrong", "แดง", "ปิดบัญชีแล้วแต่ยอดยังไม่ตรงกัน ระหว่างปีจะไม่ขึ้นสีแดง"),
)
"""What a colour is for, a sample of it, and what it says."""
