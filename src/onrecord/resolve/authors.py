"""Authors: whose words a document gives that somebody writes or says: "a letter from *Ann Lee*", "*Lee's* article".

A report, a study or a survey is a source of its own, whoever made it; a letter, a post or a speech speaks for whoever
wrote it, and is what his words come through.
"""

from __future__ import annotations

from onrecord.resolve.figures import Figures
from onrecord.resolve.nouns import singular
from onrecord.resolve.phrases import POSSESSIVES, Phrase, read_phrase
from onrecord.resolve.words import POSSESSIVE, Words

AUTHORED = frozenset(
    {"address", "article", "blog", "column", "comment", "e-mail", "editorial", "email", "essay", "interview", "letter"}
    | {"memo", "message", "note", "op-ed", "post", "posting", "remark", "speech", "statement", "testimony", "tweet"}
    | {"video", "website"}
)
"""Documents that speak for their author."""
PUBLISHED_IN = frozenset({"article", "column", "editorial", "essay", "op-ed"})
"""Documents that speak for the paper they stand in, where no author is told."""


def author_of(words: Words, figures: Figures, phrase: Phrase) -> Phrase | None:
    """The words that name a document's author.

    Args:
        words: The article's words.
        figures: Its figures.
        phrase: The document.

    Returns:
        The author as a phrase: a name, a pronoun ("his speech") or a description; None where none is told.
    """
    if singular(words.lows[phrase.head]) not in AUTHORED:
        return None
    if words.lows[phrase.first] in POSSESSIVES:
        return read_phrase(words, figures, [phrase.first])
    owner = next((index for index in range(phrase.first, phrase.head) if words.flags[index] & POSSESSIVE), None)
    if owner is not None:
        return read_phrase(words, figures, range(phrase.first, owner + 1))
    after = phrase.head + 1
    if after >= phrase.last or words.lows[after] not in ("by", "from", "in", "on"):
        return None
    if words.lows[after] in ("in", "on") and singular(words.lows[phrase.head]) not in PUBLISHED_IN:
        return None
    start = after + 2 if words.lows[after + 1] == "the" else after + 1
    name = figures.at.get(start)
    while name is None and start in figures.titles and start < phrase.last:
        start += 1
        name = figures.at.get(start)
    if name is None or (words.flags[name.last] & POSSESSIVE):
        return None
    return read_phrase(words, figures, range(after + 1, name.last + 1))
