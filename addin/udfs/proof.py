"""Where is the money: what a revolving fund must have against what is found, bank interest counted."""

from typing import NamedTuple

from .guards import no_negative
from .registry import udf

_SIDES = {
    "capital": ("money", "เงินทุนที่ได้รับ"),
    "additions": ("money", "เงินที่เพิ่มเข้าทุน"),
    "bank_interest": ("money", "ดอกผลธนาคารทั้งหมดตั้งแต่ต้น"),
    "bank": ("money", "เงินฝากธนาคาร"),
    "cash": ("money", "เงินสดในมือ"),
    "outstanding": ("money", "ลูกหนี้คงเหลือ"),
    "losses": ("money", "สูญเสียที่พิสูจน์แล้ว"),
}


class MoneyProof(NamedTuple):
    """Both sides of the proof in satang: must_have = found + losses + not_found; missing is losses and not_found together."""

    must_have: int
    found: int
    losses: int
    not_found: int
    missing: int


@udf("เงินทุนที่ยังหาไม่พบ", gives="money", **_SIDES)
def money_proof(capital: int, additions: int, bank_interest: int, bank: int, cash: int, outstanding: int, losses: int = 0) -> int:
    """Tell what is not found of a fund: capital + additions + all bank interest − bank − cash − outstanding − identified losses.

    Satang; below 0 more was found than must be there. ``bank_interest`` is all of it since the fund began: leave it out and it
    hides losses. Golden example 4: 1,500.00, beside 15,000.00 of identified losses. Raises NotExact, NegativeAmount.

    >>> money_proof(28000000, 0, 368135, 12018135, 800000, 13900000, 1500000)
    150000
    """
    return prove_money(capital, additions, bank_interest, bank, cash, outstanding, losses).not_found


def prove_money(capital: int, additions: int, bank_interest: int, bank: int, cash: int, outstanding: int, losses: int = 0) -> MoneyProof:
    """Lay out the proof of a revolving fund, line by line. Satang; raises as ``money_proof``.

    Golden example 4: 283,681.35 must be there, 267,181.35 is found, 16,500.00 is missing. The formula of a published
    program, capital less what is found, gives 12,818.65: bank interest of 3,681.35 covers up the rest.

    >>> prove_money(28000000, 0, 368135, 12018135, 800000, 13900000, 1500000)
    MoneyProof(must_have=28368135, found=26718135, losses=1500000, not_found=150000, missing=1650000)
    """
    no_negative(money=(capital, additions, bank_interest, bank, cash, outstanding, losses))
    must_have, found = capital + additions + bank_interest, bank + cash + outstanding
    return MoneyProof(must_have, found, losses, must_have - found - losses, must_have - found)
