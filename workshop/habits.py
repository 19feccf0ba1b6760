"""How the people of a simulated fund behave, as shares between 0 and 1 unless it says otherwise.

``USUAL`` is the plain village. Every habit below "Oddities" is a legal thing that real funds do and that a plain year leaves out;
each stands alone, and ``EVERY_ODDITY`` has all that can happen in one year. What cannot is in ``KINDS_OF_YEAR``.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Habits:
    """The usual village. ``Habits(late=0)`` is one where nobody is late by choice."""

    carried: float = 0.22
    """Loans carried from earlier years, to members."""
    lent: float = 0.23
    """Loans of this year, to members (where the money allows)."""
    arrears: float = 0.15
    """Carried loans already late on the first day."""
    late: float = 0.25
    """Loans whose borrower misses instalments and pays them later."""
    never: float = 0.06
    """Loans whose borrower stops paying."""
    ahead: float = 0.08
    """Loans whose borrower pays more principal than is due."""
    early: float = 0.06
    """Loans paid off before time."""
    seasonal: float = 0.05
    """New loans with an instalment every three months."""
    offsets: int = 2
    """Loans cleared out of savings, at most, in number."""
    skipped: float = 0.03
    """Months in which one brings no savings."""
    made_up: float = 0.75
    """Missed months paid the month after."""
    together: float = 0.15
    """Members whose money another of the house brings."""
    joiners: float = 0.03
    leavers: float = 0.02
    deaths: int = 2
    """Deaths in the year, at most, in number."""
    part: float = 0.01
    """Members who take out a part of their savings."""
    transfers: float = 0.02
    """Receipts paid by transfer."""
    cancelled: float = 0.004
    """Receipts spoiled."""
    unclaimed: float = 0.06
    """Members who do not come for their dividend."""
    moved: float = 0.08
    """Operating days moved to the next day (and those on a Sunday)."""

    # Oddities: how the book is kept.
    one_by_one: float = 0
    """Operating days whose receipts are written in the cash book a row each."""
    collectors: int = 1
    """Receipt books in use at once, one a collector, in number."""
    spoiled_twice: float = 0
    """Spoiled receipts after which the next is spoiled too."""
    spoiled_edges: float = 0
    """Receipt books whose first, or last, receipt is spoiled."""
    wrong_today: float = 0
    """Receipts entered otherwise than they should be, and reversed the same day."""
    wrong_till_later: float = 0
    """The same, but reversed on the next operating day."""
    late_banking: float = 0
    """Operating days after which the cash is taken to the bank only weeks later."""
    bylaws: float = 0
    """Funds whose by-laws round otherwise, fine otherwise, pay out in other units, or count share-months otherwise."""
    amended: float = 0
    """Funds whose general meeting lowers the rate and raises the ceiling of new loans."""
    handed_over: float = 0
    """Funds whose general meeting elects another secretary."""
    confirmed: float = 0
    """Members whose passbook is compared with the register at the year's end."""
    signed: float = 0
    """Funds whose months are closed and whose book is signed before the meeting."""
    month_end: float = 0
    """Funds whose operating day is the 29th, 30th or 31st."""
    minutes: float = 0
    """Funds that enter every minute they quote in the register of minutes."""

    # Oddities: who belongs.
    citizen_ids: float = 0
    """Members whose citizen id is in the register."""
    fathers: int = 0
    """Fathers who live in one house with a son of the same name, in number."""
    brief: int = 0
    """Members who join and leave in the year, in number."""
    last_day_joiners: int = 0
    """Members who join on the last operating day, in number."""
    applied: float = 0
    """Joiners who pay the entry fee and are accepted the month after."""
    readmitted: int = 0
    """Members who resigned and come back in the year, under a new number, in number."""
    dead_debtors: int = 0
    """Borrowers who die, at most, in number: the debt is cleared out of their savings, a guarantor pays what these lack."""
    heirs_repay: float = 0
    """Of them: those whose heir goes on repaying instead."""
    recourse: float = 0
    """Payments of a guarantor that are entered in the register of recourse."""

    # Oddities: money of another amount, and money ahead of its time.
    harvest: float = 0
    """Months in which one saves several times the pledge."""
    new_pledges: float = 0
    """Months from which one saves another amount."""
    savings_ahead: float = 0
    """Savings brought together with those of the coming months."""
    interest_ahead: float = 0
    """Repayments that bring the instalments and the interest of the coming months too."""
    next_year: float = 0
    """Members who bring savings for next year on the last operating day."""
    overpaid: float = 0
    """Last repayments with more than is owed; it is given back the month after."""

    # Oddities: loans.
    renewals: float = 0
    """Operating days on which a good borrower repays in full and borrows anew, to loans."""
    methods: float = 0
    """Loans with another way to reckon interest than the fund's usual one."""
    terms: float = 0
    """Loans repaid every three months, every year or all at once."""
    land: float = 0
    """Loans that redeem land mortgaged outside the village."""
    visited: float = 0
    """Overdue borrowers who were visited; those long overdue acknowledged the debt in writing."""
    emergencies: int = 0
    """Small loans without interest, paid out on any day, in number."""
    any_day: float = 0
    """Loans paid out on a day that is no operating day, to members."""
    from_bank: float = 0
    """Loans paid out of the bank."""
    bad_debts: int = 0
    """Old debts that the general meeting writes off, in number."""

    # Oddities: money of the fund.
    second_bank: float = 0
    """Funds with an account at a second bank."""
    grants: int = 0
    """In number, as the four below."""
    fees: int = 0
    helped: int = 0
    """Welfare payments."""
    advances: int = 0
    """Advances to the committee, cleared some days later."""
    equipment: float = 0
    """Funds that own something and write it down."""
    doubtful: float = 0
    """Funds that set an allowance aside for doubtful debts."""
    claims: float = 0
    """Members with a dividend waiting who come for it on an operating day."""
    dividend_offsets: int = 0
    """Members who ask for their dividend to be kept for their interest or savings, in number."""

    # Oddities: the year as a whole.
    first_year: bool = False
    loss: bool = False
    """The roof is repaired: the year ends with a loss."""
    after_loss: bool = False
    """Last year ended with a loss: nothing is allocated."""
    counted_later: float = 0
    """Funds whose cash is counted two days after the year's end."""
    in_transit: float = 0
    """Funds with a deposit of the last day that the bank has not written yet."""
    outstanding: float = 0
    """Funds with a payment of the last day that the bank has not written yet."""


USUAL = Habits()
EVERY_ODDITY = Habits(
    one_by_one=0.5, collectors=3, spoiled_twice=0.4, spoiled_edges=0.2, wrong_today=0.006, wrong_till_later=0.012, late_banking=0.4, month_end=0.4,
    minutes=0.7, citizen_ids=0.6, fathers=1, brief=1, last_day_joiners=1, dead_debtors=1, recourse=0.4, savings_ahead=0.01, interest_ahead=0.03,
    next_year=0.05, overpaid=0.3,
    renewals=0.02, methods=0.3, terms=0.2, emergencies=2, any_day=0.02, from_bank=0.3, bad_debts=1, second_bank=0.7, grants=1, fees=3, helped=3, advances=2,
    applied=0.3, readmitted=1, heirs_repay=0.4, harvest=0.01, new_pledges=0.01, land=0.05, visited=0.6, bylaws=0.4, amended=0.3, handed_over=0.3, confirmed=0.1,
    signed=0.5, equipment=0.7, doubtful=0.5, claims=0.1, dividend_offsets=3, counted_later=0.5, in_transit=0.5, outstanding=0.5,
)  # fmt: skip
KINDS_OF_YEAR = {
    "usual": USUAL,
    "every oddity": EVERY_ODDITY,
    "a row a receipt": replace(EVERY_ODDITY, one_by_one=1),
    "first year": replace(EVERY_ODDITY, first_year=True),
    "loss": replace(EVERY_ODDITY, loss=True),
    "after a loss": replace(EVERY_ODDITY, after_loss=True),
    "no loans": replace(EVERY_ODDITY, carried=0, lent=0, any_day=0, emergencies=0, bad_debts=0, dead_debtors=0),
}
"""The sets of habits that sound years are measured with."""
