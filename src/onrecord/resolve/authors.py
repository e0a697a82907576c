"""Authors: whose words a document gives that somebody writes or says: "a letter from *Ann Lee*", "*Lee's* article".

A report, a study or a survey is a source of its own, whoever made it; a letter, a post or a speech speaks for whoever
wrote it, and is what his words come through.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.figures import Figures
from onrecord.resolve.lexicon import CALENDAR, FUNCTION_WORDS
from onrecord.resolve.media import AGENCIES, PLATFORMS, PRESS_NAMES
from onrecord.resolve.names import OFFICE_WORDS, Name
from onrecord.resolve.nouns import singular
from onrecord.resolve.phrases import POSSESSIVES, Phrase, read_phrase
from onrecord.resolve.vocabulary import PAPER_WORDS
from onrecord.resolve.words import POSSESSIVE, Words

AUTHORED = frozenset(
    {"account", "address", "announcement", "answer", "article", "bio", "blog", "column", "comment", "e-mail"}
    | {"editorial", "email", "essay", "filing", "interview", "language", "letter", "memo", "message", "note", "op-ed"}
    | {"petition", "piece", "post", "posting", "proposal", "release", "remark", "ruling", "speech", "statement"}
    | {"testimony", "tweet", "update", "video", "website"}
)
"""Documents that speak for their author."""
PUBLISHED_IN = frozenset({"article", "column", "editorial", "essay", "op-ed", "piece"})
"""Documents that speak for the paper they stand in, where no author is told."""

MADE_BY = frozenset({"e-mail", "editorial", "email", "piece", "release", "statement", "tweet"})
"""Documents whose author may stand right before them: an *Olen Trust* statement."""
SORTS_OF_PIECES = frozenset({"news", "opinion", "press"})
"""Words between an author and such a document: an Olen Trust *press* release."""
MAKING = frozenset({"delivered", "given", "issued", "penned", "posted", "released", "sent", "written"})
"""Participles between a document and its author."""
WHEN = frozenset({"earlier", "early", "last", "late", "month", "on", "this", "today", "week", "year", "yesterday"})
"""Words that tell when it was made."""
LONGEST_MAKING = 6
"""Words between a document and "by" that tell how and when it was made."""
LONGEST_OFFICE = 4
"""Words of an author's office before the name: from *the regional governor* Jo Park."""
REPORTED_IN = frozenset({"by", "from", "in"})


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
        return _medium_of(words, figures, phrase)
    if words.lows[phrase.first] in POSSESSIVES:
        return read_phrase(words, figures, [phrase.first])
    owner = next((index for index in range(phrase.first, phrase.head) if words.flags[index] & POSSESSIVE), None)
    if owner is not None:
        return read_phrase(words, figures, range(phrase.first, owner + 1))
    sort = phrase.head - 1
    maker = figures.at.get(sort - (words.lows[sort] in SORTS_OF_PIECES))
    told = words.lows[phrase.head + 1 : phrase.last + 1][:1] in (["by"], ["from"])  # a Times piece by Ann Lee
    made = singular(words.lows[phrase.head]) in MADE_BY and not told
    if maker is not None and made and _speaks(words, figures, maker):
        return read_phrase(words, figures, range(maker.first, maker.last + 1))
    after = _past_making(words, phrase)
    if after >= phrase.last or words.lows[after] not in ("by", "from", "in", "on"):
        return None
    if words.lows[after] in ("in", "on") and singular(words.lows[phrase.head]) not in PUBLISHED_IN:
        return None
    start = after + 2 if words.lows[after + 1] == "the" else after + 1
    stop = min(phrase.last, start + LONGEST_OFFICE)
    name = next((figures.at[index] for index in range(start, stop + 1) if index in figures.at), None)
    if name is not None and name.first > start and not _is_office(words, figures, range(start, name.first)):
        return None
    if name is None or (words.flags[name.last] & POSSESSIVE) or _is_seat(words, name):
        return None
    return read_phrase(words, figures, range(after + 1, _officer(words, figures, name, stop).last + 1))


def _past_making(words: Words, phrase: Phrase) -> int:
    """Past how and when a document was made: a statement *released late on Monday* by, a letter *last week* from."""
    after = phrase.head + 1
    stop = min(phrase.last, after + LONGEST_MAKING)
    while after < stop and (words.lows[after] in MAKING or words.lows[after] in WHEN or words.lows[after] in CALENDAR):
        after += 1
    made = after <= phrase.last and words.lows[after] in ("by", "from")
    return after if made else phrase.head + 1


def _is_seat(words: Words, name: Name) -> bool:
    """Whether a name is where somebody without a name has its seat: by the *Harlow*, Norland-based group."""
    behind = words.lows[name.last + 1 : name.last + 3]
    return words.gap(name.last) == ", " and any(low.rpartition("-")[2] == "based" for low in behind)


def _officer(words: Words, figures: Figures, name: Name, stop: int) -> Name:
    """The name of a body's officer, where that runs on from the body's: from the *Olen Trust spokeswoman Jo Park*."""
    after = name.last + 1
    while after <= stop and words.adjacent(after - 1) and after not in figures.at and words.lows[after] in OFFICE_WORDS:
        after += 1
    officer = figures.at.get(after)
    runs_on = officer is not None and after - 1 > name.last and words.adjacent(after - 1)
    return officer if officer is not None and runs_on and not words.flags[officer.last] & POSSESSIVE else name


def _is_office(words: Words, figures: Figures, before: Sequence[int]) -> bool:
    """Whether the words before a name are its bearer's office and nothing else: no *widow of officer* Jo Park."""
    last = before[-1]
    plain = all(words.lows[index] not in FUNCTION_WORDS and words.adjacent(index) for index in before)
    return plain and (last in figures.titles or words.lows[last] in OFFICE_WORDS)


def _speaks(words: Words, figures: Figures, maker: Name) -> bool:
    """Whether a name before a document may be its author's: a person's, body's or state's; no place for posts."""
    figure = figures.of.get(maker.first)
    low = " ".join(words.lows[maker.first : maker.last + 1])
    return figure is not None and figure.kind in ("person", "organisation") and low not in PLATFORMS


def _medium_of(words: Words, figures: Figures, phrase: Phrase) -> Phrase | None:
    """The medium whose report a report is: "a report in *the Harlow Times*"."""
    if singular(words.lows[phrase.head]) != "report":
        return None
    start = next((index for index in range(phrase.head + 1, phrase.last) if words.lows[index] in REPORTED_IN), None)
    if start is None:
        return None
    start += 1
    start += words.lows[start] == "the"
    while start < phrase.last and words.flags[start] & POSSESSIVE:  # Norland's Olen news agency
        start += 1
    name = figures.at.get(start)
    if name is None or words.flags[name.last] & POSSESSIVE:
        return None
    return read_phrase(words, figures, range(name.first, name.last + 1)) if _is_medium(words, name) else None


def _is_medium(words: Words, name: Name) -> bool:
    """Whether a name is that of a paper, an agency or a station."""
    lows = words.lows[name.first : name.last + 1]
    behind = tuple(words.lows[name.last + 1 : name.last + 3]) in (("news", "agency"), ("state", "news"))
    press = lows[-1] in PRESS_NAMES or lows[-1] in PAPER_WORDS or lows[-2:] == ["associated", "press"]
    return behind or press or lows[0] in AGENCIES
