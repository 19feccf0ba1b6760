"""Laws of simulated years."""
