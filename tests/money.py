"""Money as people write it, for the rows of tests."""

from decimal import Decimal


def baht(text: str) -> int:
    """Read "12,345.00" as 1234500 satang; a row that names part of a satang is a slip of the row's author."""
    satang = Decimal(text.replace(",", "")) * 100
    if satang != int(satang):
        raise ValueError(f"{text} is not whole satang")
    return int(satang)


def bahts(text: str) -> list[int]:
    """Read several amounts written in one string, apart by spaces."""
    return [baht(one) for one in text.split()]
