"""quantities: how many, how much: numbers with bound, unit, what is counted, change and rate.

No parse stands behind it: a grammar reads numbers from left to right, and looks at a bounded number of words around
each.
"""

from onrecord.judge.quantities.found import Found
from onrecord.judge.quantities.reading import read_quantities

__all__ = ["Found", "read_quantities"]
