"""สมาชิกชมรม, ผู้รับผลประโยชน์, เงินสงเคราะห์รายคน: who belongs, for whom, and how each stands, without a row a person and a death."""

from dataclasses import replace
from typing import Annotated as A
from typing import NamedTuple

from templates.arithmetic import Floor
from templates.books import club_words, words
from templates.books.bylaws import rule
from templates.books.members import Member, name_of, room_for_members
from templates.choices import every, when
from templates.dates import year_of
from templates.declare import Table, col, declare, placed_after
from templates.expressions import Const, f
from templates.kinds import Date, Money, Rate, Text, Whole
from templates.lookups import Beside, Same, count_of, sum_of
from templates.running import SoFar

SATANG = Const("0.01", 1)
BUDDHIST_YEARS = 543


class ClubMember(NamedTuple):
    """What a club keeps of a member besides."""

    village: A[Whole, col("หมู่ที่", "village", required=True, least=1, width=8)]
    fund_member: A[Text | None, col("เลขสมาชิกกองทุน", "fund member no.", width=15)]
    applied: A[Date | None, col("วันที่ยื่นใบสมัคร", "applied")]
    birth_year: A[
        Whole | None,
        col(
            "ปีเกิด พ.ศ.",
            "birth year",
            width=10,
            help="มาเองจากวันเกิด ถ้ารู้แต่ปี พิมพ์ปี พ.ศ. ได้เลย",
            default=when(f.birth.is_(""), "", year_of(f.birth) + BUDDHIST_YEARS),
        ),
    ]
    entry_age: A[
        Whole | None,
        col("อายุแรกเข้า (ปี)", "age at entry", least=None, width=11, formula=when(f.birth_year.is_(""), "", year_of(f.joined) + BUDDHIST_YEARS - f.birth_year)),
    ]
    percent: A[Rate, col("ระบุผู้รับแล้ว", "beneficiaries' shares", width=12, formula=sum_of("beneficiaries", "percent", member=f.id))]


class Beneficiary(NamedTuple):
    """Somebody who receives the benefit after a member, and what part of it."""

    member: A[Text, col("รหัสสมาชิก", "member", required=True, ref=("members", "id"), width=12)]
    of: A[Text, col("ชื่อ-สกุลสมาชิก", "member's name", formula=name_of(f.member), width=24)]
    name: A[Text, col("ผู้รับผลประโยชน์", "beneficiary", required=True, width=24)]
    relation: A[Text | None, col("เกี่ยวข้องเป็น", "relation", width=14)]
    percent: A[Rate, col("ส่วนแบ่ง", "share", required=True, width=10, help="รวมทุกคนของสมาชิกหนึ่งคนให้ได้ 100% พอดี")]
    net: A[Money, col("เงินถึงครอบครัว", "net to family", width=14, formula=sum_of("deaths", "net", member=f.member))]
    share: A[
        Money,
        col(
            "ส่วนที่ได้รับ", "share of it", total=True, width=13,
            formula=Floor(f.net * SoFar("percent", by="member"), SATANG) - Floor(f.net * SoFar("percent", by="member", inclusive=False), SATANG),
        ),
    ]  # fmt: skip


class Due(NamedTuple):
    """How a member stands: called, paid, owing, prepaid; those who have not paid are named in a list, all others have."""

    member: A[Text, col("รหัสสมาชิก", "member", formula=Same("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุล", "name", formula=Same("members", "name"), width=24)]
    village: A[Whole, col("หมู่ที่", "village", formula=Same("members", "village"), width=8)]
    status: A[Text, col("สถานะ", "status", formula=Same("members", "status"), width=10)]
    until: A[
        Date,
        col(
            "ร่วมจ่ายถึงวันที่", "pays until", hidden=True,
            formula=when(
                Beside("members", "left").is_(""), rule.last_day,
                Beside("members", "left") - when(every(Beside("members", "status").is_(words.DEAD), rule.dead_pays.is_not(words.YES)), 1, 0),
            ),
        ),
    ]  # fmt: skip
    brought: A[Money, col("ค้างยกมา", "owing brought forward", total=True, width=12, formula=sum_of("opening_members", "owing", member=f.member))]
    deaths: A[
        Whole,
        col(
            "ร่วมสงเคราะห์ (ราย)", "deaths", width=13,
            formula=count_of("deaths", date=(">=", Beside("members", "joined")), date_=("<=", f.until), called_now=(">", 0)),
        ),
    ]  # fmt: skip
    called: A[
        Money,
        col(
            "เรียกเก็บในปี", "called", total=True, width=13,
            formula=sum_of("deaths", "levy_now", date=(">=", Beside("members", "joined")), date_=("<=", f.until)),
        ),
    ]  # fmt: skip
    paid: A[
        Money,
        col(
            "ชำระในปี", "paid", total=True, width=13, least=None,
            formula=sum_of("collection", "levy", village=f.village, died_on=(">=", Beside("members", "joined")), died_on_=("<=", f.until))
            + sum_of("unpaid", "paid", member=f.member) - sum_of("unpaid", "missed", member=f.member),
        ),
    ]  # fmt: skip
    waived: A[Money, col("งดเก็บตามมติ", "waived", total=True, width=12, formula=sum_of("unpaid", "waived", member=f.member))]
    owing: A[Money, col("ค้างชำระ", "owing", total=True, width=12, least=None, formula=f.brought + f.called - f.paid - f.waived)]
    unpaid: A[Whole, col("ค้าง (ราย)", "deaths unpaid", width=9, formula=count_of("unpaid", member=f.member, owing=(">", 0)))]
    prepaid_before: A[Money, col("ล่วงหน้ายกมา", "prepaid brought forward", total=True, width=13, formula=sum_of("opening_members", "prepaid", member=f.member))]
    prepaid_in: A[
        Money, col("จ่ายล่วงหน้า", "prepaid in", total=True, width=12, formula=sum_of("receipts", "amount", register=club_words.PREPAID, member=f.member))
    ]
    prepaid_out: A[
        Money, col("คืนเงินล่วงหน้า", "prepaid back", total=True, width=13, formula=sum_of("cash", "paid", register=club_words.PREPAID_BACK, reference=f.member))
    ]
    prepaid: A[Money, col("ล่วงหน้าคงเหลือ", "prepaid left", total=True, least=None, width=14, formula=f.prepaid_before + f.prepaid_in - f.prepaid_out)]


class ClubOpeningMember(NamedTuple):
    """What a member owed the club, and had prepaid, on the first day."""

    member: A[Text, col("สมาชิกยกมา", "member", required=True, ref=("members", "id"), width=12)]
    name: A[Text, col("ชื่อ-สกุลสมาชิก", "name", formula=name_of(f.member), width=24)]
    owing: A[Money | None, col("ค้างเงินสงเคราะห์ยกมา", "owing", total=True, width=16)]
    prepaid: A[Money | None, col("เงินล่วงหน้ายกมา", "prepaid", total=True, width=14)]


def club_members_table() -> Table:
    """Build the register of members of a club."""
    table = declare(Member, ClubMember, name="members", th="สมาชิก", guard="id", key=("id",), capacity=room_for_members, drop=("pledge", "beneficiary"))
    joined = replace(table.columns["joined"], th="วันที่รับเป็นสมาชิก", also=("วันสมัคร", "วันรับสมาชิก"), help="วันที่กรรมการรับ ไม่ใช่วันที่ยื่นใบสมัคร")
    table = replace(table, columns={**table.columns, "joined": joined})
    table = placed_after(table, "house", "village", "fund_member")
    table = placed_after(table, "birth", "birth_year", "applied")
    return placed_after(table, "joined", "entry_age")


def beneficiaries_table() -> Table:
    return declare(
        Beneficiary, name="beneficiaries", th="ผู้รับผลประโยชน์", guard="member", key=("member", "name"), capacity=lambda size: 40 + 5 * size.members // 2
    )


def dues_table() -> Table:
    return declare(Due, name="dues", th="เงินสงเคราะห์รายคน", guard="member", key=("member",), capacity=room_for_members, follows="members")
