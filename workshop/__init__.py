"""Simulated years of a fund, told as facts: who saved, borrowed, repaid, joined and left."""
