"""clean: a view of the text with its typing and scraping faults mended, aligned with the original."""
