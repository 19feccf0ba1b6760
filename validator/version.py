"""The version of the program, which every note gives."""

VERSION = "0.4.0"
