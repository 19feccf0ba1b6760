"""Money in Thai words, as cheques, receipts and contracts have it."""

from .guards import whole
from .registry import udf

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 1_000_000


@udf("จำนวนเงินเป็นตัวหนังสือ", gives="text", amount=("money", "จำนวนเงิน"))
def baht_text(amount: int) -> str:
    """Write an amount in Thai words, as on cheques, receipts and contracts.

    ``amount`` in satang; below zero it begins with ลบ, whole baht end with ถ้วน, less than a baht is satang alone. A last 1
    after anything is เอ็ด, also after ล้าน (1,000,001: หนึ่งล้านเอ็ด), as published libraries and their tests have it;
    LibreOffice's BAHTTEXT says หนึ่งร้อยหนึ่ง for 101 (measured), so who compares words must take both. Raises NotExact.

    >>> baht_text(123450)
    'หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์'
    """
    baht, satang = divmod(abs(whole(amount)), 100)
    sign = "ลบ" if amount < 0 else ""
    if not satang:
        return f"{sign}{_number(baht) or 'ศูนย์'}บาทถ้วน"
    return f"{sign}{_number(baht) + 'บาท' if baht else ''}{_number(satang)}สตางค์"


def _number(number: int) -> str:
    """Spell a whole number; zero is nothing. Above a million, what counts the millions is itself a number: ล้านล้าน."""
    millions, rest = divmod(number, _MILLION)
    head = _number(millions) + "ล้าน" if millions else ""
    return head + _below_million(rest, alone=number == 1)


def _below_million(number: int, alone: bool) -> str:
    words = []
    for place, figure in enumerate(reversed(str(number))):
        digit = int(figure)
        if not digit:
            continue
        word = _DIGITS[digit]
        if place == 0 and digit == 1 and not alone:
            word = "เอ็ด"
        elif place == 1:
            word = {1: "", 2: "ยี่"}.get(digit, word)
        words.append(word + _PLACES[place])
    return "".join(reversed(words))
