"""LOAN, REPAY, ARRS and RULE: contracts, what is repaid on them, and the money of the operating days."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from templates.filled import Filled
from workshop.keep import Typed
from workshop.mistakes.base import in_date_order, rows_without
from workshop.museum.base import Base, Mode, Slip, posted, typed

CARRIED, QUARTERLY, MONTHLY = "กู้ 2/2565", "กู้ 2/2567", "กู้ 3/2567"
PRINCIPAL, INTEREST = "ชำระเงินต้น", "ดอกเบี้ยเงินกู้"
OPERATING_DAY = "วันทำการ"
MARCH, DECEMBER = dt.date(2024, 3, 5), dt.date(2024, 12, 5)


def _row(written: Typed, table: str, **wanted: Any) -> dict[str, Any]:
    """Give the one record with these values."""
    (record,) = (each for each in written[table] if all(each.get(name) == value for name, value in wanted.items()))
    return record


# LOAN


def _less_owed(base: Base) -> Filled:
    """Lower a contract's balance by 1,000 and its control account by as much."""
    trial = base.row_of("trial_balance", code="13010")
    return base.posted({("loans", "balance"): {1: 20_000}, ("trial_balance", "balance"): {trial: 20_000}})


def _not_on_card(base: Base) -> Filled:
    """Leave the last repayment of 600 off a contract's card, and out of the control account that is posted from the cards."""
    card, trial = base.rows("cards", contract=CARRIED)[-1], base.row_of("trial_balance", code="13010")
    less = base.money("trial_balance", "credit", trial) - 60_000
    return base.posted({("cards", "principal"): {card: 0}, ("trial_balance", "credit"): {trial: less}})


def _another_contract(base: Base) -> Filled:
    """Count 600 that was repaid on one contract as repaid on another."""
    return base.posted({("loans", "repaid"): {1: base.money("loans", "repaid", 1) - 60_000, 3: base.money("loans", "repaid", 3) + 60_000}})


def _one_sided(base: Base) -> Filled:
    """Post 700 baht to the control account of loans that no contract knows of."""
    written = base.retype()
    head = {"date": dt.date(2024, 10, 1), "voucher": "JV 2", "description": "ปรับปรุงลูกหนี้เงินกู้"}
    written["journal"] += [head | {"account": "13010", "debit": 70_000}, head | {"account": "46010", "credit": 70_000}]
    return base.kept(written)


def _as_advance(base: Base) -> Filled:
    """Write the payment of a loan as an advance, without the contract."""
    written = base.retype()
    payment = _row(written, "cash", reference=MONTHLY)
    del payment["reference"]
    payment["item"] = "เงินยืมทดรอง"
    return base.kept(written)


def _too_little_paid(base: Base) -> Filled:
    """Pay out 12,050 on a contract of 12,500; what was not paid out is still in the box."""
    written = base.retype()
    _row(written, "cash", reference=MONTHLY)["cash_out"] = 1_205_000
    return base.kept(written, proofs=True)


def _paid_later(base: Base) -> Filled:
    """Pay a loan out twelve days after its contract."""
    written = base.retype()
    payment = _row(written, "cash", reference=MONTHLY)
    written["cash"].remove(payment)
    in_date_order(written["cash"], payment | {"date": dt.date(2024, 3, 17)})
    return base.kept(written)


def _own_guarantor(base: Base) -> Filled:
    """Write the borrower's code in the place of the first guarantor."""
    written = base.retype()
    contract = _row(written, "loans", number=MONTHLY)
    contract["guarantor_1"] = contract["member"]
    return base.fill(written)


def _one_guarantor(base: Base) -> Filled:
    """Write one guarantor where two are asked."""
    written = base.retype()
    del _row(written, "loans", number=MONTHLY)["guarantor_2"]
    return base.fill(written)


MAY = dt.date(2024, 5, 6)


def _lent_in_may(member: str, guarantors: tuple[str, str], mode: Mode = Mode.BOTH) -> Slip:
    """Lend 10,000 out of the bank for a year when two instalments of 700 are overdue on the monthly contract."""

    def change(base: Base) -> Filled:
        written = base.retype()
        contract = {"number": "กู้ 4/2567", "member": member, "date": MAY, "minute": "5/2567", "guarantor_1": guarantors[0], "guarantor_2": guarantors[1]}
        terms = {"kind": "สามัญ", "rate": Decimal("0.12"), "method": "ลดต้นลดดอก", "plan": "งวดเดียว", "instalments": 1, "first_due": dt.date(2025, 5, 6)}
        written["loans"].append(contract | terms | {"principal": 1_000_000, "instalment": 1_000_000, "purpose": "ซื้อปุ๋ยและเมล็ดพันธุ์"})
        paid = {"date": MAY, "kind": "จ่าย", "voucher": "จ่าย 18/2567", "item": "จ่ายเงินกู้", "reference": "กู้ 4/2567", "bank1_out": 1_000_000}
        in_date_order(written["cash"], paid)
        return base.kept(written, proofs=True)

    return typed(change, mode)


# REPAY


def _day_twice(base: Base) -> Filled:
    """Write an operating day a second time, below itself."""
    written = base.retype()
    place = written["cash"].index(_row(written, "cash", date=MARCH, kind=OPERATING_DAY))
    written["cash"].insert(place + 1, {"date": MARCH, "kind": OPERATING_DAY})
    return base.kept(written)


def _day_late(base: Base) -> Filled:
    """Date the last operating day's row a day late."""
    written = base.retype()
    _row(written, "cash", date=DECEMBER, kind=OPERATING_DAY)["date"] = dt.date(2024, 12, 6)
    return base.kept(written)


def _as_other_income(base: Base) -> Filled:
    """Leave one receipt of 500 out of an operating day's sum and write it as other income of the same day."""
    written = base.retype()
    place = written["cash"].index(_row(written, "cash", date=MARCH, kind=OPERATING_DAY))
    written["cash"][place]["cash_in"] = base.money("cash", "cash_in", place) - 50_000
    written["cash"].insert(place + 1, {"date": MARCH, "kind": "รับ", "item": "รายได้อื่น", "cash_in": 50_000})
    return base.kept(written)


def _split_otherwise(base: Base) -> Filled:
    """Take 140 of a repayment's interest for principal; the rest of the debt was cleared out of savings the same day."""
    written = base.retype()
    june = {"contract": MONTHLY, "date": dt.date(2024, 6, 5)}
    _row(written, "receipts", item=INTEREST, **june)["amount"] -= 14_000
    _row(written, "receipts", item=PRINCIPAL, channel="เงินสด", **june)["amount"] += 14_000
    _row(written, "receipts", item=PRINCIPAL, channel="หักเงินสัจจะ", **june)["amount"] -= 14_000
    return base.kept(written, proofs=True)


def _interest(contract: str, day: dt.date, amount: int, mode: Mode = Mode.BOTH) -> Slip:
    """Receipt another amount of interest; the money is there."""

    def change(base: Base) -> Filled:
        written = base.retype()
        _row(written, "receipts", contract=contract, date=day, item=INTEREST)["amount"] = amount
        return base.kept(written, proofs=True)

    return typed(change, mode)


# ARRS


def _another_class(base: Base) -> Filled:
    """Put a contract in arrears of thirty days at most which has none."""
    return base.posted({("ageing", "bucket"): {1: base.value("by_age", "label", 1)}})


def _dropped(base: Base) -> Filled:
    """Leave a contract out of the ageing table."""
    return base.posted(dict(rows_without(base.filled, "ageing", 1)))


# RULE


def _dear(base: Base) -> Filled:
    """Lend at 18 %, and take the interest that gives: 187 a month."""
    written = base.retype()
    _row(written, "loans", number=MONTHLY)["rate"] = Decimal("0.18")
    _row(written, "receipts", contract=MONTHLY, item=INTEREST)["amount"] = 3 * 18_700
    return base.kept(written, proofs=True)


LARGE = {dt.date(2024, 5, 6): (166_500, 1_450_000), dt.date(2024, 8, 5): (111_000, 1_400_000), dt.date(2024, 11, 6): (55_500, 1_350_000)}
"""Of a loan of 55,500 by operating day: three months' interest of what is left, and what more was banked the day after."""


def _large(base: Base) -> Filled:
    """Lend 55,500 where 50,000 is the ceiling: drawn from the bank, repaid in three parts of 18,500, and banked again."""
    written = base.retype()
    _row(written, "loans", number=QUARTERLY).update(principal=5_550_000, instalment=1_850_000)
    _row(written, "cash", reference=QUARTERLY)["cash_out"] = 5_550_000
    _row(written, "cash", voucher="ถอน 2").update(cash_in=5_500_000, bank1_out=5_500_000)
    for day, (interest, more) in LARGE.items():
        _row(written, "receipts", contract=QUARTERLY, date=day, item=PRINCIPAL)["amount"] = 1_850_000
        _row(written, "receipts", contract=QUARTERLY, date=day, item=INTEREST)["amount"] = interest
        banked = _row(written, "cash", date=day + dt.timedelta(days=1), description="นำเงินสดฝากธนาคาร")
        banked.update(cash_out=banked["cash_out"] + more, bank1_in=banked["bank1_in"] + more)
    return base.kept(written, proofs=True)


SLIPS: Mapping[str, Slip] = {
    "LOAN-01-values": posted(_less_owed),
    "LOAN-01-missing-values": posted(_not_on_card),
    "LOAN-01-other-contract-values": posted(_another_contract),
    "LOAN-02": typed(_one_sided),
    "LOAN-05": typed(_as_advance),
    "LOAN-05-amount": typed(_too_little_paid, Mode.LIVE),
    "LOAN-05-date": typed(_paid_later, Mode.LIVE),
    "LOAN-06": typed(_own_guarantor),
    "LOAN-06-one": typed(_one_guarantor, Mode.LIVE),
    "LOAN-09": _lent_in_may("ส-005", ("ส-003", "ส-010")),
    "LOAN-09-guarantor": _lent_in_may("ส-003", ("ส-005", "ส-010"), Mode.LIVE),
    "REPAY-01": typed(_day_twice),
    "REPAY-01-late": typed(_day_late, Mode.LIVE),
    "REPAY-01-income-values": posted(_as_other_income),
    "REPAY-02": typed(_split_otherwise),
    "REPAY-03": _interest(CARRIED, MARCH, 7_950),
    "REPAY-03-transposed": _interest("กู้ 1/2567", dt.date(2024, 4, 5), 22_900, Mode.LIVE),
    "REPAY-03-rounding": _interest(CARRIED, MARCH, 7_250, Mode.LIVE),
    "ARRS-01-values": posted(_another_class),
    "ARRS-02-values": posted(_dropped),
    "RULE-01": typed(_dear),
    "RULE-02": typed(_large),
}
