"""How the people of a simulated village fund behave, as shares between 0 and 1 unless it says otherwise."""

from dataclasses import dataclass, replace

from workshop.habits import Habits


@dataclass(frozen=True, slots=True)
class VillageHabits(Habits):
    """The usual village fund: most borrow by the year, repay on the day it falls due and borrow again the same week."""

    carried: float = 0.45
    arrears: float = 0.08
    never: float = 0.03
    lent: float = 0
    heirs_repay: float = 1
    renewals: float = 0.85
    """Borrowers who repaid on the day and borrow anew the same week."""
    late_banking: float = 0.1
    """Days after which principal stays in the box for a while before it is taken to its own bank."""
    new_borrowers: float = 0.08
    """Members who borrow for the first time, at each round, to members."""
    rounds: int = 2
    """Times a year the fund lends, at most, in number."""
    by_month: float = 0.1
    """Loans repaid month by month; the others are repaid at once after a year."""
    emergencies: int = 3
    recourse: float = 0.7
    part_payments: float = 0.5
    """Late borrowers who repay in parts."""
    interest_alone: float = 0.2
    """Late borrowers who bring the interest when it falls due, and the principal later."""
    guarantor_pays: float = 0.3
    """Borrowers who never come, for whom a guarantor brings a part."""
    share_buyers: float = 0.1
    """Members who buy shares in the year."""
    one_voucher: float = 0.5
    """Rounds that are paid out by one voucher, a row a contract."""
    by_year: float = 0.3
    """Funds whose members bring their savings once a year."""
    waiting: float = 0.5
    """Interest of the bank of another บัญชี that is not moved within weeks."""
    topped_up: float = 0
    """Funds that get more money of the state in the year."""
    bank_loan: float = 0
    """Funds that lend on what a bank lends to them: บัญชี 3."""


USUAL = VillageHabits()
EVERY_ODDITY = VillageHabits(
    one_by_one=0.4, collectors=2, spoiled_twice=0.4, spoiled_edges=0.2, wrong_today=0.03, late_banking=0.4, transfers=0.06, month_end=0.4, minutes=0.7,
    citizen_ids=0.6, fathers=1, brief=1, last_day_joiners=1, readmitted=1, applied=0.3, dead_debtors=1, recourse=0.7, savings_ahead=0.01, next_year=0.05,
    by_month=0.25, emergencies=6, from_bank=0.3, bad_debts=1, grants=1, fees=2, helped=2, advances=2, visited=0.6, bylaws=0.5, amended=0.4, handed_over=0.3,
    confirmed=0.1, signed=0.5, equipment=0.6, claims=0.1, counted_later=0.5, in_transit=0.4, outstanding=0.4, topped_up=0.5, bank_loan=0.6, arrears=0.12,
    late=0.35, never=0.04,
)  # fmt: skip
KINDS_OF_YEAR = {
    "usual": USUAL,
    "every oddity": EVERY_ODDITY,
    "other by-laws": replace(USUAL, bylaws=1, by_month=0.3, late=0.4, wrong_today=0.03),
    "a row a receipt": replace(EVERY_ODDITY, one_by_one=1),
    "savings by the year": replace(EVERY_ODDITY, by_year=1),
    "loss": replace(EVERY_ODDITY, loss=True),
    "after a loss": replace(EVERY_ODDITY, after_loss=True),
    "a bank's money": replace(EVERY_ODDITY, bank_loan=2, topped_up=1),
}
"""The sets of habits that sound years are measured with."""
