"""People's judgements: what they decide, checked, kept, and applied to the readings that they are about."""
