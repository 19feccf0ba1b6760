"""The calculations of a fund's books: standard library only, exact, the same wherever this folder is copied.

Money is whole satang (int), rates are Decimal, dates are datetime.date. Every wrong argument raises a CalculationError.
"""

from .arrears import AgeClass, Split, ageing, ageing_balance, ageing_table, allowance, charge_room, penalty, provision, split_payment, yearly_charge
from .club import DeathBenefit, Payout, advance_limit, death_benefit, death_shortfall, death_waterfall, levy
from .comparing import Offset, Refinance, compare_mortgage, effective_rate, offset_savings, refinance_mortgage, settle_by_savings
from .errors import CalculationError
from .instalments import Arrears, Instalment, arrears, days_overdue, instalments_overdue, overdue_months, principal_due, schedule
from .interest import interest, interest_daily, interest_due, interest_flat, interest_tiered, interest_yearly, interests
from .members import age_be, covered, headcount, thai_id_ok, waiting_days
from .months import add_months, months_between
from .proof import MoneyProof, money_proof, prove_money
from .receipts import Numbering, numbering, receipt_gaps
from .registry import UDFS, Udf
from .rounding import round_money
from .sampling import sample_chance, sample_size
from .sharing import Allocation, allocate, allocation_line, average_return, average_return_rate, dividend, dividends, largest_remainder, share_months
from .thai_dates import ThaiDate, be_date, read_thai_date, thai_date
from .words import baht_text

__all__ = [
    "UDFS",
    "AgeClass",
    "Allocation",
    "Arrears",
    "CalculationError",
    "DeathBenefit",
    "Instalment",
    "MoneyProof",
    "Numbering",
    "Offset",
    "Payout",
    "Refinance",
    "Split",
    "ThaiDate",
    "Udf",
    "add_months",
    "advance_limit",
    "age_be",
    "ageing",
    "ageing_balance",
    "ageing_table",
    "allocate",
    "allocation_line",
    "allowance",
    "arrears",
    "average_return",
    "average_return_rate",
    "baht_text",
    "be_date",
    "charge_room",
    "compare_mortgage",
    "covered",
    "days_overdue",
    "death_benefit",
    "death_shortfall",
    "death_waterfall",
    "dividend",
    "dividends",
    "effective_rate",
    "headcount",
    "instalments_overdue",
    "interest",
    "interest_daily",
    "interest_due",
    "interest_flat",
    "interest_tiered",
    "interest_yearly",
    "interests",
    "largest_remainder",
    "levy",
    "money_proof",
    "months_between",
    "numbering",
    "offset_savings",
    "overdue_months",
    "penalty",
    "principal_due",
    "prove_money",
    "provision",
    "read_thai_date",
    "receipt_gaps",
    "refinance_mortgage",
    "round_money",
    "sample_chance",
    "sample_size",
    "schedule",
    "settle_by_savings",
    "share_months",
    "split_payment",
    "thai_date",
    "thai_id_ok",
    "waiting_days",
    "yearly_charge",
]
