"""Numbers: the figures that sources gave, grouped by what they count."""
