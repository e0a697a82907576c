"""Spelling: a word as names are compared."""

from __future__ import annotations

import re
import unicodedata

JOINED_ARTICLES = ("al-", "el-", "ul-")
"""Arabic articles as they are joined to a surname."""
FOLDED_FROM = 5
"""Letters above which a name's y, i and j, and single and double letters, are taken for spellings of one name."""
_DOUBLED = re.compile(r"([a-z])\1+")


def plain(low: str) -> str:
    """A word as names are compared.

    Args:
        low: In lower case.

    Returns:
        It without diacritics, joined article and, where it is long, without the differences of transliteration:
        Zelensky, Zelenskyy and Zelenskiy are one.
    """
    if not low.isascii():
        low = "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
    low = low.replace(".", "")
    if low.startswith(JOINED_ARTICLES):
        low = low[3:]
    return _DOUBLED.sub(r"\1", low.replace("y", "i").replace("j", "i")) if len(low) > FOLDED_FROM else low
