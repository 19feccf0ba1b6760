"""What laws draw from: money to ten million baht, rates, periods, days, units."""

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st

from addin.udfs.rounding import DIRECTIONS

# no deadline: a shared machine is slow at times, and a slow example is no broken law
law = settings(max_examples=150, deadline=None)

TEN_MILLION = 1_000_000_000

money = st.integers(0, TEN_MILLION)
some_money = st.integers(1, TEN_MILLION)
rates = st.decimals(0, 4, places=6)
months = st.integers(0, 240)
days = st.integers(0, 4000)
units = st.sampled_from([1, 5, 10, 25, 50, 100, 500])
directions = st.sampled_from(DIRECTIONS)
dates = st.dates(dt.date(1990, 1, 1), dt.date(2080, 12, 31))
