"""What a calculation refuses, one name for each reason.

CalculationError (ValueError)
├── NegativeAmount      money below zero
├── NegativeRate        a rate below zero
├── NegativePeriod      months, days or instalments below zero
├── UnknownMethod       a method of interest nobody declared
├── UnknownRounding     a direction of rounding nobody declared
├── BadUnit             a rounding unit of zero or less
├── BadSchedule         instalments that cannot repay the principal
├── BadShare            shares that do not add up, or nothing to share by
├── BadOrder            an order of payment that misses a part
├── BadEdges            age classes that do not rise
└── BadDate             a date outside the calendar
"""

# ruff: noqa: N818 - the name is the reason, and callers read it as a sentence: "raises NegativeAmount"


class CalculationError(ValueError):
    """A wrong argument: the cell shows an error value, the caller gets this sentence."""


class NegativeAmount(CalculationError):
    """An amount of money must not be below zero."""


class NegativeRate(CalculationError):
    """A rate must not be below zero."""


class NegativePeriod(CalculationError):
    """A number of months, days or instalments must not be below zero."""


class UnknownMethod(CalculationError):
    """This method of interest is not one of the declared methods."""


class UnknownRounding(CalculationError):
    """This direction of rounding is not one of the declared directions."""


class BadUnit(CalculationError):
    """A rounding unit must be above zero."""


class BadSchedule(CalculationError):
    """These instalments cannot repay the principal."""


class BadShare(CalculationError):
    """These shares do not add up, or there is nothing to share by."""


class BadOrder(CalculationError):
    """An order of payment names each of fine, interest and principal once."""


class BadEdges(CalculationError):
    """Age classes must rise: 30, 90, 180, 365."""


class BadDate(CalculationError):
    """A date must lie in the years 1 to 9999 of the common era."""
