"""A village fund's year: the million lent by the year, money kept apart as บัญชี 1 to 3, shares, late days by the day."""
