"""The command: the only place that knows everything."""
