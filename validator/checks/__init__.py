"""The families of checks, listed by hand: importing one registers its checks."""

from validator.checks import allocation, arrs, cash, cell, file, formula, ledg, loan, memb, numbers, repay, report, rule, sav, shares, statements, struct

__all__ = [
    "allocation",
    "arrs",
    "cash",
    "cell",
    "file",
    "formula",
    "ledg",
    "loan",
    "memb",
    "numbers",
    "repay",
    "report",
    "rule",
    "sav",
    "shares",
    "statements",
    "struct",
]
