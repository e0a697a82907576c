"""Forecasts: what was foretold, what is due, and what people found to have come of it."""
