"""The question about a likely cause, in Thai and in English: with the rows it points at, and where there are none to point at."""

from collections.abc import Mapping

from validator.causes import DAY_LATE, MISSING, OTHER_CONTRACT, OTHER_MEMBER, ROUNDING, TEN_TIMES, TRANSPOSED, TWICE, WRONG_SIDE

Pair = tuple[str, str]

WITH_ROWS: Mapping[str, Pair] = {
    TRANSPOSED: ("ยอดต่างพอดีกับการสลับตัวเลขสองหลักที่ {rows} พิมพ์สลับหลักหรือเปล่า", "Exchanging two digits at {rows} gives the whole difference: were they exchanged?"),
    TEN_TIMES: (
        "ยอดต่างพอดีกับศูนย์ที่เกินหรือขาดไปหนึ่งตัวที่ {rows} เอกสารเขียนว่าเท่าไร",
        "One nought too many or too few at {rows} gives the whole difference: what does the paper say?",
    ),
    MISSING: ("ยอดต่างเท่ากับรายการที่ {rows} พอดี รายการนี้ยังไม่ได้ลงหรือเปล่า", "The difference is just the entry at {rows}: was it not posted yet?"),
    TWICE: ("ยอดต่างเท่ากับรายการที่ {rows} พอดี รายการนี้ลงสองครั้งหรือเปล่า", "The difference is just the entry at {rows}: was it posted twice?"),
    OTHER_MEMBER: ("ยอดต่างเท่ากับรายการที่ {rows} พอดี ลงให้คนอื่นหรือเปล่า", "The difference is just the entry at {rows}: was it posted to another member?"),
    OTHER_CONTRACT: ("ยอดต่างเท่ากับรายการที่ {rows} พอดี ลงในสัญญาอื่นหรือเปล่า", "The difference is just the entry at {rows}: was it posted to another contract?"),
    WRONG_SIDE: ("ยอดต่างเป็นสองเท่าของรายการที่ {rows} พอดี ลงสลับข้างหรือเปล่า", "The difference is twice the entry at {rows}: does it stand on the other side?"),
    DAY_LATE: (
        "น่าจะเป็นเงินของวันเดียวกันที่ลงวันที่เคลื่อนไปที่ {rows} วันที่ในเอกสารคือวันใด",
        "It looks like one day's money dated a little off at {rows}: which day is on the paper?",
    ),
    ROUNDING: ("ยอดต่างไม่ถึงหนึ่งบาทที่ {rows} มาจากการปัดเศษหรือเปล่า", "The difference at {rows} is less than a baht: does it come from rounding?"),
}
ALONE: Mapping[str, Pair] = {
    TRANSPOSED: ("ตัวเลขสองหลักติดกันสลับที่กัน พิมพ์สลับหลักหรือเปล่า", "Two neighbouring digits are exchanged: was it a slip of the fingers?"),
    TEN_TIMES: ("ยอดหนึ่งเป็นสิบเท่าของอีกยอด พิมพ์ศูนย์เกินหรือขาดไปหนึ่งตัวหรือเปล่า", "One figure is ten times the other: is there a nought too many or too few?"),
    MISSING: ("ยอดต่างเท่ากับหนึ่งรายการพอดี มีรายการที่ยังไม่ได้ลงหรือเปล่า", "The difference is just one entry: was one not posted?"),
    TWICE: ("ยอดต่างเท่ากับหนึ่งรายการพอดี ลงสองครั้งหรือเปล่า", "The difference is just one entry: was one posted twice?"),
    OTHER_MEMBER: ("ยอดที่เกินเท่ากับที่ {other} ขาดไปพอดี ลงสลับคนกันหรือเปล่า", "What is too much here is just what {other} lacks: was it posted to another member?"),
    OTHER_CONTRACT: (
        "ยอดที่เกินเท่ากับที่ {other} ขาดไปพอดี ลงสลับสัญญากันหรือเปล่า",
        "What is too much here is just what {other} lacks: was it posted to another contract?",
    ),
    WRONG_SIDE: ("ยอดนี้อยู่ในช่องตรงข้ามกับประเภทของแถว ลงสลับข้างหรือเปล่า", "The amount stands in the column of the other side: was it put there by a slip?"),
    DAY_LATE: ("ยอดที่ขาดวันหนึ่งเท่ากับที่เกินในวันใกล้กันพอดี ลงวันที่เคลื่อนไปหรือเปล่า", "What one day lacks another nearby has too much: was it dated a little off?"),
    ROUNDING: ("ยอดต่างไม่ถึงหนึ่งบาท มาจากการปัดเศษหรือเปล่า", "The difference is less than a baht: does it come from rounding?"),
}
