"""The calculations of a fund's books: standard library only, exact, the same wherever this folder is copied.

Money is whole satang (int), rates are Decimal, dates are datetime.date. Every wrong argument raises a CalculationError.
"""

from .arrears import Split, ageing, allowance, penalty, split_payment
from .errors import CalculationError
from .instalments import Arrears, Instalment, arrears, days_overdue, instalments_overdue, overdue_months, principal_due, schedule
from .interest import interest, interest_daily, interest_due, interest_flat, interest_tiered, interest_yearly
from .months import add_months, months_between
from .registry import UDFS, Udf
from .rounding import round_money
from .sharing import Allocation, allocate, allocation_line, average_return, average_return_rate, dividend, largest_remainder, share_months

__all__ = [
    "UDFS",
    "Allocation",
    "Arrears",
    "CalculationError",
    "Instalment",
    "Split",
    "Udf",
    "add_months",
    "ageing",
    "allocate",
    "allocation_line",
    "allowance",
    "arrears",
    "average_return",
    "average_return_rate",
    "days_overdue",
    "dividend",
    "instalments_overdue",
    "interest",
    "interest_daily",
    "interest_due",
    "interest_flat",
    "interest_tiered",
    "interest_yearly",
    "largest_remainder",
    "months_between",
    "overdue_months",
    "penalty",
    "principal_due",
    "round_money",
    "schedule",
    "share_months",
    "split_payment",
]
