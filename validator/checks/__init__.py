"""The families of checks, listed by hand: importing one registers its checks."""

from validator.checks import cell, file, formula, memb, sav, struct

__all__ = ["cell", "file", "formula", "memb", "sav", "struct"]
