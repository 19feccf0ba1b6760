"""The days of a year: what is brought, what is taken to the bank, what is lent, and what happens once in a while."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from workshop.revolving.box import BAHT
from workshop.revolving.facts import (
    ADDED,
    ALLOWED,
    BANK_FEE,
    DONATED,
    FOUND_AGAIN,
    GIVEN_BACK,
    RECOVERED,
    SHORT,
    TAKEN_BACK,
    Contract,
    Item,
    Lent,
    Lost,
)
from workshop.revolving.fund import Fund, bring, take_on
from workshop.revolving.returning import STEP
from workshop.revolving.village import plan

CAUSES = ("ผู้ยืมถึงแก่กรรม ไม่มีทรัพย์มรดก", "ผู้ยืมย้ายออกไม่ทราบที่อยู่ ศาลสั่งแล้วบังคับไม่ได้")


def live(fund: Fund, day: dt.date) -> None:
    """Live through one day: what comes, what is taken to the bank, what is paid, what the bank writes."""
    before = len(fund.box.events)
    for number, amount in fund.coming.pop(day, []):
        bring(fund, day, number, amount)
    for what in fund.once.pop(day, []):
        ONCE[what](fund, day)
    if len(fund.box.events) > before and fund.rng.random() < 0.3:  # noqa: PLR2004 (three in ten)
        fund.box.by_day.add(day)
    if day in fund.meetings:
        _meet(fund, day)
    for due, household, amount in [each for each in fund.over if each[0] <= day and fund.box.money[0] >= each[2]]:
        fund.over.remove((due, household, amount))
        fund.box.pay(day, GIVEN_BACK, amount, payee=household)
    if fund.box.money[0] and fund.box.deposit_on is None:
        fund.box.deposit_on = day + dt.timedelta(days=fund.rng.choice((0, 0, 0, 1, 2, 3, 7)))
    if day < fund.last_day:
        fund.box.deposit(day)


def _meet(fund: Fund, day: dt.date) -> None:
    """Lend what is in the bank to households that have nothing out, in the order of the register; some of it stays."""
    rng, number = fund.rng, f"{len(fund.minutes) + 1}/{fund.box.be_year}"
    free = [each for each in fund.people if each.id not in fund.borrowers() and each.joined < day]
    chosen, spare = sorted(rng.sample(free, min(len(free), rng.randint(1, 4))), key=lambda each: each.order), fund.box.money[1] - 500 * BAHT
    for each in chosen:
        principal = rng.randint(4, 20) * 1_000 * BAHT
        if principal > spare:
            continue
        fund.made += 1
        spare -= principal
        due, agreed = plan(rng, day, principal)
        contract = Contract(
            f"{fund.made}/{fund.box.be_year}", each.id, fund.rounds.get(each.id, 0) + 1, day, principal, each.occupation, number, due, agreed,
        )  # fmt: skip
        _hand_over(fund, contract, day)
    fund.minutes.append((number, day, "อนุมัติให้ยืมเงินทุนและเรื่องติดตามการส่งคืน"))


def _hand_over(fund: Fund, contract: Contract, day: dt.date) -> None:
    """Hand the money over: drawn and counted out at the meeting, or moved to the household's own account."""
    bank = 1 if fund.rng.random() < 0.3 else 0  # noqa: PLR2004 (three in ten)
    if not bank:
        fund.box.move(day, 1, 0, contract.principal)
    fund.box.lend(Lent(day, contract, f"สัญญา {contract.number}", bank))
    take_on(fund, contract, day)


def _founded(fund: Fund, day: dt.date) -> None:
    fund.box.come(day, "หนังสือจัดสรร", ADDED, fund.capital, 1)


def _added(fund: Fund, day: dt.date) -> None:
    fund.box.come(day, fund.box.number("รับ"), ADDED, fund.rng.randint(1, 5) * 1_000_000, 1)


def _taken_back(fund: Fund, day: dt.date) -> None:
    amount = fund.rng.randint(5, 20) * 100_000
    if fund.box.money[1] > 2 * amount:
        fund.box.pay(day, TAKEN_BACK, amount, 1, "อำเภอ")


def _fee(fund: Fund, day: dt.date) -> None:
    if fund.box.money[1] > 5_000:  # noqa: PLR2004 (fifty baht)
        fund.box.pay(day, BANK_FEE, fund.rng.choice((1_000, 2_000, 5_000)), 1, "ธนาคาร")


def _allowed(fund: Fund, day: dt.date) -> None:
    if fund.box.money[1] > 100_000:  # noqa: PLR2004 (a thousand baht)
        fund.box.pay(day, ALLOWED, fund.rng.randint(1, 6) * 50 * BAHT, 1, "ร้านถ่ายเอกสาร")


def _donated(fund: Fund, day: dt.date) -> None:
    who = fund.rng.choice(fund.people)
    fund.box.receive(day, who.id, who.id, (Item(DONATED, fund.rng.randint(1, 10) * STEP),))


def _found(fund: Fund, day: dt.date) -> None:
    amount = min(fund.missing, fund.rng.randint(1, 10) * STEP)
    fund.missing -= amount
    fund.box.receive(day, "", "ครอบครัวเหรัญญิกคนก่อน", (Item(FOUND_AGAIN, amount),))


def _short(fund: Fund, day: dt.date) -> None:
    """Find less in the box than there should be: a resolution writes down what nobody can find."""
    if fund.box.money[0] > STEP:
        number = f"{len(fund.minutes) + 1}/{fund.box.be_year}"
        fund.minutes.append((number, day, "เงินสดที่หาไม่พบ"))
        fund.box.pay(day, SHORT, fund.rng.randint(1, 20) * 5 * BAHT, minute=number)


def _recovered(fund: Fund, day: dt.date) -> None:
    loss = next(each for each in fund.lost_before if each.household)
    fund.box.receive(day, loss.household, fund.payer(loss.household), (Item(RECOVERED, min(loss.amount, fund.rng.randint(1, 8) * STEP)),))


def _moved(fund: Fund, day: dt.date) -> None:
    """Let a household without a debt leave the village."""
    staying = [place for place, each in enumerate(fund.people) if each.id not in fund.borrowers() and not each.left and each.joined < fund.first_day]
    if staying:
        place = fund.rng.choice(staying)
        fund.people[place] = replace(fund.people[place], left=day)


def _lost(fund: Fund, day: dt.date) -> None:
    """Prove what one household cannot return: the heirs bring a part, a resolution and a paper stand for the rest."""
    if not fund.loans:
        return
    number = fund.rng.choice(sorted(fund.loans))
    loan = fund.loans[number]
    part = loan.balance // 3 // STEP * STEP
    if part:
        bring(fund, day, number, part)
    minute = f"{len(fund.minutes) + 1}/{fund.box.be_year}"
    fund.minutes.append((minute, day, "พิสูจน์เงินทุนสูญเสีย"))
    fund.box.events.append(Lost(day, number, loan.balance, fund.rng.choice(CAUSES), minute, f"บันทึกอำเภอ {day.year + 543}"))
    del fund.loans[number]


def _transfer(fund: Fund, day: dt.date) -> None:
    if fund.box.money.get(2, 0) > STEP:
        fund.box.move(day, 2, 1, fund.box.money[2] // 2 // STEP * STEP or STEP)


def _interest(fund: Fund, day: dt.date) -> None:
    fund.box.bank_interest(day)


ONCE: dict[str, Callable[[Fund, dt.date], None]] = {
    "founded": _founded, "added": _added, "taken back": _taken_back, "fee": _fee, "allowed": _allowed, "donated": _donated, "found": _found,
    "recovered": _recovered, "moved": _moved, "lost": _lost, "transfer": _transfer, "interest": _interest, "short": _short,
}  # fmt: skip
