"""Words: what is looked for and what is looked in are made the same here, so that they can meet.

Names are folded: case and accents go. What was said is folded and lemmatised, so that "deny" finds "denied".
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer

_ACCENT = re.compile("[\u0300-\u036f]+")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_STATES = re.compile(r"\bUSA?\b")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = ("'s", "’s")
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart into a plain one and an accent, as keyboards without them write them."""
_APOSTROPHES = str.maketrans("", "", "'’")


def fold(text: str) -> str:
    """Drop case and accents, the full stops in "U.N." and the commas in "6,000".

    "US", "U.S." and "USA" become "usa": else the commonest name in the news would be a form of "we".

    Args:
        text: Any text.
    """
    text = _STATES.sub("usa", _INITIALS.sub(_run_together, text))
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text)).casefold().translate(_PLAIN)
    return _THOUSANDS.sub("", text.casefold())


def tokens(text: str) -> list[str]:
    """Cut a text into folded words of letters and digits alone.

    A possessive ending is dropped, and the apostrophe inside a name: "O'Brien's" gives "obrien". Words joined by a
    hyphen are several.

    Args:
        text: Any text.
    """
    words = _WORD.findall(fold(text))
    if "'" not in text and "’" not in text:
        return words
    return [_bare(word) for word in words]


def lemmas(text: str) -> list[str]:
    """Cut a text into the dictionary forms of its folded words.

    They are folded first, because a question is seldom typed with its capitals.

    Args:
        text: English text.
    """
    lemmatize = _lemmatizer().lemmatize
    return [_whole(lemmatize(word, lang="en"), word) for word in tokens(text)]


def _run_together(initials: re.Match[str]) -> str:
    return initials[0].replace(".", "").upper()


def _bare(word: str) -> str:
    for ending in _POSSESSIVE:
        word = word.removesuffix(ending)
    return word.translate(_APOSTROPHES)


def _whole(lemma: str, word: str) -> str:
    """The lemma, if it is one word; else the word: "cannot" must not become two, or phrases would not meet."""
    return lemma.casefold() if lemma.isalnum() else word


@cache
def _lemmatizer() -> Lemmatizer:
    """Loaded when first wanted: its dictionary takes 0.2 s. It remembers a bounded number of words."""
    from simplemma import Lemmatizer

    return Lemmatizer(cache_max_size=65536)
