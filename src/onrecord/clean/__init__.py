"""clean: a view of the text with its typing and scraping faults mended, aligned with the original."""

from onrecord.clean.edits import CleanText, Edit
from onrecord.clean.rules import RULES, Rule
from onrecord.clean.view import clean

__all__ = ["RULES", "CleanText", "Edit", "Rule", "clean"]
