"""What a calculation refuses, one name for each reason.

CalculationError (ValueError)
├── NotExact            a float, TRUE, text or nothing in place of money, a rate or a whole number
├── NegativeAmount      money below zero
├── NegativeRate        a rate below zero
├── NegativePeriod      months, days or instalments below zero
├── UnknownMethod       a method of interest nobody declared
├── UnknownRounding     a direction of rounding nobody declared
├── UnknownCause        a cause of death the by-law does not name
├── UnknownClass        an age class these edges do not have
├── UnknownForm         a way of writing a date nobody declared
├── UnknownEra          an era that is neither Buddhist nor common
├── BadUnit             a rounding unit of zero or less
├── BadSchedule         instalments that cannot repay the principal
├── BadShare            shares that do not add up, or nothing to share by
├── BadBase             a rate of no principal, or of no time
├── BadOrder            an order of payment that misses a part
├── BadEdges            age classes that do not rise
├── BadRates            rates that are not one for each age class
├── BadCount            more of a part than of the whole
├── TooMany             more months, instalments or things than a fund can have
├── BadProbability      a probability above one
├── BadDate             something that is no date, or a date outside the calendar
├── BadYear             a year of birth that cannot be a Buddhist one
├── BadIdentity         an identity number that is not thirteen digits
├── BadReceipts         a receipt book that ends before it begins, or a number that is none
├── OverCollected       more collected for a death than was called
├── CrossedDates        an end that comes before its beginning
├── UnevenColumns       columns of different lengths
├── UnreadableDate      text in which no date can be seen
├── ImpossibleDate      a day its month does not have
└── UnclearYear         a year that can be read in two ways
"""

# ruff: noqa: N818 - the name is the reason, and callers read it as a sentence: "raises NegativeAmount"


class CalculationError(ValueError):
    """A wrong argument: the cell shows an error value, the caller gets this sentence."""


class NotExact(CalculationError):
    """Money is whole satang, a rate is exact: a float, TRUE, text or nothing is neither."""


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


class UnknownCause(CalculationError):
    """This cause of death is not one of those the by-law names."""


class UnknownClass(CalculationError):
    """These edges have no such age class."""


class UnknownForm(CalculationError):
    """This way of writing a date is not one of the declared ways."""


class UnknownEra(CalculationError):
    """An era is one of พ.ศ. and ค.ศ., or not said."""


class BadUnit(CalculationError):
    """A rounding unit must be above zero."""


class BadSchedule(CalculationError):
    """These instalments cannot repay the principal."""


class BadShare(CalculationError):
    """These shares do not add up, or there is nothing to share by."""


class BadBase(CalculationError):
    """A rate is of a principal, over days."""


class BadOrder(CalculationError):
    """An order of payment names each of its parts once."""


class BadEdges(CalculationError):
    """Age classes must rise: 30, 90, 180, 365."""


class BadRates(CalculationError):
    """Each age class has one rate, the first of them what is not overdue."""


class BadCount(CalculationError):
    """A part cannot be more than the whole."""


class TooMany(CalculationError):
    """A fund has no such number of months, instalments or things: a date was taken for a number, perhaps."""


class BadProbability(CalculationError):
    """A probability is at most 1."""


class BadDate(CalculationError):
    """A date must be a date, in the years 1 to 9999 of the common era."""


class BadYear(CalculationError):
    """A year of birth is a Buddhist year, not after the day that is looked at."""


class BadIdentity(CalculationError):
    """An identity number has thirteen digits."""


class BadReceipts(CalculationError):
    """A receipt book runs from a number to the same or a later one; numbers are whole and above zero."""


class OverCollected(CalculationError):
    """For a death no more can be collected than was called."""


class CrossedDates(CalculationError):
    """An end must not come before its beginning."""


class UnevenColumns(CalculationError):
    """Columns side by side have as many rows as each other."""


class UnreadableDate(CalculationError):
    """No date can be seen in this text."""


class ImpossibleDate(CalculationError):
    """The month has no such day."""


class UnclearYear(CalculationError):
    """The year can be read in two ways; write it in full."""
