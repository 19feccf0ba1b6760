"""What the treasurer types, sheet by sheet."""
