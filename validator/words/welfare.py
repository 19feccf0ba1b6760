"""Sentences on a funeral welfare club. A family may read them: ต่อราย, gently."""

from validator.words.entry import Words

WORDS = {
    "WELF-01": Words(
        "เงินสงเคราะห์ต่อรายไม่เท่าผู้ร่วมจ่ายคูณอัตรา",
        "ยอดเรียกเก็บทุกราย เท่ากับผู้ร่วมจ่ายวันนั้นคูณอัตรา และเก็บได้รวมค้างเท่ากับที่เรียกเก็บ",
        "ชมรมทั้งชมรมตั้งอยู่บนสมการนี้ ทุกคนจ่ายเท่ากัน ทุกครอบครัวได้เท่ากัน",
        "ราย {death} วันนั้นสมาชิก {people} คน ร่วมจ่าย {payers} คน คนละ {rate} ควรเรียกเก็บ {expected} แต่แผ่นแสดง {found} ต่างกัน {gap} บาท มีใครตกไปหรือเปล่า",
        ("นับสมาชิกวันนั้นจากวันที่รับและวันพ้นสภาพ", "ดูว่าผู้เสียชีวิตร่วมจ่ายหรือไม่ตามระเบียบ", "แก้ช่องที่คลาด หรือจดมติที่ยกเว้นไว้"),
        "A death's levy is not its payers times the rate",
        "The whole club rests on this equation.",
        "Death {death}: {people} members that day, {payers} pay {rate} each: {expected}; the sheet shows {found}, {gap} baht apart. Was somebody left out?",
        {
            "none": (
                "ราย {death} ยังไม่ครบระยะรอและไม่มีมติ จึงควรเรียกเก็บ {expected} แต่แผ่นแสดง {found} มีมติพิเศษที่ยังไม่ได้ใส่หรือเปล่า",
                "Death {death} is within the waiting days and has no minute, so {expected} is called; the sheet shows {found}. Is a minute missing?",
            ),
            "carried": (
                "ราย {death} ยกมาจากปีก่อน ยอดเรียกเก็บยกมา {expected} แต่แผ่นแสดง {found} ต่างกัน {gap} บาท ยอดใดตรงกับสมุดปีก่อน",
                "Death {death} is carried from last year with {expected} called; the sheet shows {found}, {gap} baht apart. Which is last year's?",
            ),
            "round": (
                "รอบ {round} หมู่ {village} ต้องเก็บ {people} คน แจ้งชื่อค้าง {named} คน ควรเก็บได้ {expected} แต่ลงไว้ {found} ต่างกัน {gap} บาท มีชื่อใครที่ยังไม่ได้จดหรือเปล่า",
                "Round {round}, village {village}: {people} to pay, {named} named unpaid, so {expected}; {found} was entered, {gap} baht apart. Is a name missing?",
            ),
            "handed": (
                "แถวที่ {row} วันที่ {day} ผู้เก็บเงินนำส่ง {gap} บาท ยังไม่ได้อ้างรอบเก็บ เงินนี้เป็นของรอบใด",
                "Row {row} of {day}: {gap} baht handed over without naming a round; which one is it of?",
            ),
            "more": (
                "รอบ {round} หมู่ {village} ต้องเก็บ {people} คน ตามรายชื่อควรเก็บได้ {expected} แต่ลงไว้ {found} เกินมา {gap} บาท มีผู้พ้นสภาพแล้วที่ยังจ่าย หรือชื่อที่จ่ายแล้วยังแจ้งค้างอยู่หรือเปล่า",
                "Round {round}, village {village}: {people} to pay, {expected} by the names; {found} was entered, {gap} more. Did somebody who left still pay, or is one named who has paid?",
            ),
            "part": (
                "ช่อง '{heading}' ของ {contract} แสดง {found} แต่คำนวณจากช่องอื่นได้ {expected} ช่องนี้พิมพ์เองหรือเปล่า",
                "'{heading}' of {contract} shows {found}, the other cells give {expected}; was it typed by hand?",
            ),
        },
    ),
    "WELF-02": Words(
        "เงินถึงครอบครัวกระทบยอดแล้วไม่ตรง",
        "เงินถึงครอบครัวทุกราย เท่ากับที่เก็บได้ หักค่าดำเนินการ สำรองจ่าย และหนี้กองทุน",
        "ครอบครัวควรได้ใบแสดงยอดที่ลงตัว ในวันที่ยากที่สุด",
        "ราย {death} เก็บได้ {collected} หักค่าดำเนินการ {fee} สำรองจ่าย {advance} หนี้กองทุน {debts} ช่อง '{heading}' ควรเป็น {expected} แต่แสดง {found} ต่างกัน {gap} บาท ยอดใดตรงกับเอกสาร",
        ("รวมเงินที่ทุกหมู่เก็บได้ของรายนี้", "เทียบสำรองจ่ายและใบเสร็จของกองทุน", "เขียนสี่บรรทัดนี้ให้ครอบครัวดูด้วยกัน"),
        "The family's money does not add up",
        "A grieving family is owed an exact slip.",
        "Death {death}: collected {collected}, fee {fee}, advance {advance}, debts {debts}: '{heading}' should be {expected}, shows {found}, {gap} baht apart. Which agrees with the papers?",
        {
            "paid": (
                "ราย {death} ควรถึงครอบครัว {expected} แต่จ่ายไปแล้ว {found} เกินมา {gap} บาท มีเงินที่เก็บเพิ่มยังไม่ได้ลงหรือเปล่า",
                "Death {death}: {expected} is due to the family, {found} was paid, {gap} more; is a later collection not entered?",
            ),
            "fee_moved": (
                "ราย {death} ค่าดำเนินการตามระเบียบ {expected} แต่โอนไปเล่ม ข แล้ว {found} เกินมา {gap} บาท ยอดโอนครั้งไหนควรเป็นเท่าไร",
                "Death {death}: the fee by the by-laws is {expected}, {found} was moved to the club's book, {gap} more. Which transfer should be how much?",
            ),
            "settled": (
                "ราย {death} มีหนี้กองทุนรวม {expected} แต่ชำระแทนไปแล้ว {found} เกินมา {gap} บาท ใบเสร็จของกองทุนเขียนว่าเท่าไร",
                "Death {death}: debts of {expected}, {found} was settled, {gap} more; what do the funds' receipts say?",
            ),
            "part": (
                "ช่อง '{heading}' ของ {contract} แสดง {found} แต่คำนวณจากช่องอื่นได้ {expected} ช่องนี้พิมพ์เองหรือเปล่า",
                "'{heading}' of {contract} shows {found}, the other cells give {expected}; was it typed by hand?",
            ),
        },
    ),
    "WELF-03": Words(
        "ยังไม่ครบระยะรอ และยังไม่พบมติ",
        "ผู้ได้รับการสงเคราะห์ทุกราย เป็นสมาชิกครบระยะรอ หรือมีมติ",
        "ทุกครอบครัวควรได้รับการดูแลตามกติกาเดียวกัน",
        "ราย {death} เป็นสมาชิกมา {days} วัน ระเบียบกำหนด {waiting} วัน มีมติพิเศษของที่ประชุมหรือไม่",
        ("ดูวันที่กรรมการรับเป็นสมาชิกในใบสมัคร", "ถามว่าเป็นอุบัติเหตุหรือไม่", "ถ้าที่ประชุมมีมติช่วย ใส่เลขที่มติในช่อง มติพิเศษ"),
        "Within the waiting days, and no minute",
        "Every family is treated by the same rule.",
        "Death {death}: a member for {days} days, the by-law says {waiting}; is there a special minute?",
        {"cause": ("ราย {death} ยังไม่ได้ใส่สาเหตุ เป็นอุบัติเหตุหรือเจ็บป่วย", "Death {death} has no cause; was it an accident or an illness?")},
    ),
    "WELF-09": Words(
        "หักมากกว่าที่เรียกเก็บ และยังไม่บอกว่าใครรับภาระ",
        "สำรองจ่าย หนี้ และค่าดำเนินการ ไม่เกินที่เรียกเก็บ หรือบอกไว้ว่าใครรับภาระส่วนที่ขาด",
        "ถ้าไม่บอกไว้ ส่วนที่ขาดจะออกจากเงินของครอบครัวอื่นโดยไม่มีใครตั้งใจ",
        "ราย {death} เรียกเก็บ {called} แต่สำรองจ่าย {advance} รวมหนี้กองทุน {debts} และค่าดำเนินการแล้ว เกินไป {gap} บาท ส่วนนี้ใครรับภาระ",
        ("ทวนหนี้กองทุนและสำรองจ่ายของรายนี้", "คุยกับกองทุนเจ้าหนี้ว่าจะรับส่วนที่ขาดอย่างไร", "ใส่ผู้รับภาระในช่อง 'ส่วนที่ขาด ใครรับภาระ'"),
        "More deducted than called, and nobody named to bear it",
        "Else the rest comes out of other families' money.",
        "Death {death}: {called} called; advance {advance}, debts {debts} and the fee are {gap} baht more. Who bears it?",
    ),
    "WELF-10": Words(
        "ส่วนแบ่งผู้รับผลประโยชน์ไม่ครบร้อย",
        "ส่วนแบ่งผู้รับผลประโยชน์ของทุกคน รวมได้ 100% พอดี",
        "ให้ครอบครัวไม่ต้องตกลงกันเองในวันที่เศร้าที่สุด",
        "สมาชิก {member} มีผู้รับผลประโยชน์ {n} คน ส่วนแบ่งรวม {total} ส่วนที่ต่างจาก 100% เป็นของใคร",
        ("ขอดูใบสมัครหรือหนังสือระบุผู้รับ", "ถามเจ้าตัวตอนพบกันครั้งหน้า", "แก้ส่วนแบ่งให้รวมได้ 100% พอดี"),
        "Beneficiaries' shares are not 100 %",
        "No family should have to settle it on the saddest day.",
        "Member {member} has {n} beneficiaries with {total} in all; whose is the difference to 100 %?",
        {
            "none": (
                "ราย {death} สมาชิก {member} ยังไม่มีชื่อผู้รับผลประโยชน์ ในใบสมัครระบุใครไว้",
                "Death {death}, member {member}: no beneficiary is named; whom does the application name?",
            )
        },
    ),
}
