"""Runs: stretches of words that hold a name with the offices before it, cut by capitals and small words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.resolve.casing import Casing, is_numbered_body
from onrecord.resolve.gazetteer import CAPITALS, DEMONYMS, PLACES, STATES
from onrecord.resolve.known_bodies import JOINED_BODIES
from onrecord.resolve.lexicon import (
    FUNCTION_WORDS,
    GENERATION_SUFFIXES,
    NAME_PARTICLES,
    OF_HEADS,
    ORG_WORDS,
    TITLE_NOUNS,
)
from onrecord.resolve.spelling import JOINED_ARTICLES
from onrecord.resolve.words import CAPITAL, HEADING, POSSESSIVE, SHOUTED, Words

LONGEST = 14
"""Words of the longest run that is read as one name; what is longer is a heading or noise."""
SMALL_WORDS = 3
"""Small words that may stand between two words of a name: Ministry *of the* Interior."""
JOINERS = frozenset({"of", "for", "on", "and", "the", "to", "in"})
PEERS = frozenset({"lord", "lady", "baroness", "baron", "viscount", "earl", "duke", "duchess", "dame"})
"""Titles that a place may follow: Lord Park of Harrow."""
PARTIES = frozenset({"communist", "conservative", "democratic", "green", "labor", "labour", "liberal", "republican"})
"""Words that a party's name is made of where "party" behind them is written small."""
NUMBER = re.compile(r"\d+(?:st|nd|rd|th)")
TROOPS = frozenset({"army", "battalion", "brigade", "division", "fleet", "legion", "regiment", "squadron"})
"""Nouns of bodies that are told from others by a number."""
LONGEST_TROOP = 5
"""Words of the longest such name."""
BODY_HEADS = frozenset(
    {"academy", "agency", "association", "bank", "college", "commission", "committee", "council", "department"}
    | {"federation", "foundation", "hospital", "institute", "institution", "league", "ministry", "museum"}
    | {"organisation", "organization", "party", "society", "university"}
)
"""Nouns that end a body's name after the words that tell it from others: Halm University."""
SERVICES = frozenset({"enforcement", "protection"})
"""Nouns that end the name of a state's service, behind two tasks that "and" joins."""
CREDITS = frozenset({"photo", "photos"})
"""Words that end whose a picture is, which stands before a caption or headline: AP *Photos* Park says no."""
LINKED = 5
"""Words from a surname to its end in a link that was run into a name."""
DIGITS = 2
"""Digits of the longest number in a station's name."""
SPELT, SPELT_BEHIND = 3, 3
"""Fewest initials of a name that "and" joins; most of them that stand behind it."""
LONGEST_PARTICLE = 3
"""Letters of the longest particle that a surname may begin with again: Van Lee VanDyke."""
AUXILIARIES = frozenset({"could", "did", "does", "had", "has", "is", "may", "should", "was", "will", "would"})
"""Verbs that stand behind a surname, and behind no month that a name runs into."""
OPEN = FUNCTION_WORDS - {"be", "have", "never", "not", "or"}
"""Words behind an office's "May" by which it is a surname: Mayor Ann *May* in Halm; not "Mayor Ann *May or* may"."""
OFFICE_WITHIN = 6
"""Words before "May" among which its office is looked for."""
NICKNAME = re.compile(r"\s[“\"‘'(]{1,2}([^\W\d_][\w’'-]{0,20}(?: [^\W\d_][\w’'-]{0,20})?)[”\"’')]{1,2}\s")


def find_runs(words: Words, casing: Casing) -> Iterator[list[int]]:
    """Find the runs of an article.

    Args:
        words: Its words.
        casing: How it writes them.

    Yields:
        Numbers of the words of a run, in order; a nickname's brackets may leave a gap.
    """
    index, size, flags, lows = 0, len(words), words.flags, words.lows
    while index < size:
        small = not flags[index] & CAPITAL and not lows[index].startswith(JOINED_ARTICLES)
        if small and lows[index] not in NAME_PARTICLES and not lows[index][0].isdigit():
            index += 1
            continue
        run = _run_from(words, casing, index)
        if run:
            own, last = _without_link(words, run)
            yield own
            index = max(index, last)
        index += 1


def _without_link(words: Words, run: list[int]) -> tuple[list[int], int]:
    """A run without the text of a page's link that was run into it: President Park *Jo Ann ParkMinister* says.

    Of 1,400 labelled articles 12 have such links, 25 in all: behind a surname the full name, and a headline without a
    space.

    Returns:
        The run, and the number of the last word that it or the link has.
    """
    forms = words.forms
    for place, index in enumerate(run):
        for before in range(max(0, place - LINKED), place - 1):
            own, glued = forms[run[before]], forms[index]
            if len(own) > LONGEST_PARTICLE and glued.startswith(own) and glued[len(own) : len(own) + 1].isupper():
                return run[: before + 1], index
    return run, run[-1]


def is_numbered(words: Words, index: int) -> bool:
    """Whether a number begins a troop's name: the *4th* Rifle Brigade.

    Args:
        words: The article's words.
        index: Number of the word.
    """
    if not NUMBER.fullmatch(words.lows[index]):
        return False
    for after in range(index + 1, min(index + LONGEST_TROOP, len(words))):
        if not words.adjacent(after - 1) or not words.flags[after] & CAPITAL:
            return False
        if words.lows[after] in TROOPS:
            return True
    return False


def _run_from(words: Words, casing: Casing, index: int) -> list[int]:
    """The run that begins at a word with a capital or a particle; empty where none does."""
    starts = casing.belongs(index) or (
        (casing.is_particle(index) or is_numbered(words, index)) and words.adjacent(index) and casing.belongs(index + 1)
    )
    run = [index] if starts else []
    while run and len(run) < LONGEST:
        step = _next_of_run(words, casing, run)
        if not step:
            break
        run.extend(step)
    return run


def _next_of_run(words: Words, casing: Casing, run: Sequence[int]) -> list[int]:
    """The words by which a run goes on: the next one, or small words and the one after them."""
    last, following = run[-1], run[-1] + 1
    if following >= len(words) or words.sentences[last] != words.sentences[following]:
        return []
    low = words.lows[following]
    if words.flags[last] & POSSESSIVE:
        joins = words.adjacent(last) and words.flags[following] & CAPITAL and low in ORG_WORDS
        return [following] if joins and words.lows[last] not in STATES else []
    if not words.adjacent(last):
        return _over_a_mark(words, last, following)
    if words.lows[last] in CREDITS:
        return []
    if words.flags[following] & CAPITAL or low.startswith(JOINED_ARTICLES):
        month = low == "may" and not _ends_name(words, casing, run, following)
        return [following] if not month and casing.belongs(following) else []
    if low.isdigit() and len(run) == 1:
        return _over_a_number(words, casing, following)
    if casing.is_particle(following):
        return _over_small_words(words, casing, following, NAME_PARTICLES)
    if low == "party" and words.lows[last] in PARTIES:
        return [following]
    if low in JOINERS and (_may_join(words, run, following) or _is_spelt(words, casing, run, following)):
        return _over_small_words(words, casing, following, JOINERS)
    return []


def _ends_name(words: Words, casing: Casing, run: Sequence[int], index: int) -> bool:
    """Whether "May" ends a name: before a mark or verb, or behind an office: Ines *May* left; not "in Halm May 5"."""
    after = words.lows[index + 1] if index + 1 < len(words) else ""
    if after[:1].isdigit() or words.flags[index] & HEADING:
        return False
    office = any(words.lows[one] in TITLE_NOUNS for one in run[-OFFICE_WITHIN:])
    ends = bool(words.gap(index).strip()) or (office and after in OPEN)
    return ends or casing.is_subject(index) or after in AUXILIARIES or after.endswith("ed")


def _over_small_words(words: Words, casing: Casing, index: int, small: frozenset[str]) -> list[int]:
    """Small words from ``index`` on, with the name's word after them; none where no such word follows."""
    step: list[int] = []
    while (
        len(step) < SMALL_WORDS
        and index < len(words)
        and words.lows[index] in small
        and not words.flags[index] & CAPITAL
    ):
        if not words.adjacent(index):
            return []
        step.append(index)
        index += 1
    return [*step, index] if step and words.flags[index] & CAPITAL and casing.belongs(index) else []


def _over_a_number(words: Words, casing: Casing, index: int) -> list[int]:
    """A short number with the word behind it, in the name of a station or shop: Channel *5 News*; of no place.

    The number alone, where the article has such a name: Channel *5*.
    """
    place = words.lows[index - 1] in STATES or words.lows[index - 1] in PLACES
    if place or len(words.lows[index]) > DIGITS:
        return []
    if words.adjacent(index) and casing.belongs(index + 1) and is_numbered_body(words, index):
        return [index, index + 1]
    return [index] if (words.lows[index - 1], words.lows[index]) in casing.numbered else []


def _over_a_mark(words: Words, last: int, following: int) -> list[int]:
    """Over an ampersand, over the comma before "Jr", over a nickname in quotation marks or brackets."""
    gap = words.gap(last)
    if gap.strip() == "&":  # Halm & Sons, Rye & crumb
        return [following]
    if not words.flags[following] & CAPITAL:
        return []
    if gap == ", " and words.lows[following] in GENERATION_SUFFIXES:
        return [following]
    nickname = NICKNAME.match(words.text, words.stops[last]) if gap[:1] == " " and gap[1:2] in "“\"‘'(" else None
    if nickname is None:
        return []
    after = words.at(nickname.end())
    whole = after < len(words) and words.starts[after] == nickname.end() and words.flags[after] & CAPITAL
    return [*range(following, after + 1)] if whole and words.lows[after] not in FUNCTION_WORDS else []


def _may_join(words: Words, run: Sequence[int], joiner: int) -> bool:
    """Whether "of", "for", "on" or "and" may carry a name on: after a word such as Bank, Centre or Secretary."""
    low, last = words.lows[joiner], words.lows[run[-1]]
    if low == "to":
        return last in ("committee", "campaign") and words.sentences[joiner] == words.sentences[joiner - 1]
    if low in ("in", "the"):
        return False
    if low == "and":
        joined = any(words.lows[index] in ("of", "for", "on") for index in run)
        if _is_known(words, run, joiner):
            return True
        field = joined and _is_field(words, joiner + 1) and not _begins_another(words, joiner + 1)
        return field or _body_follows(words, run, joiner)
    if low == "of" and (words.lows[run[0]] in PEERS or any(words.lows[index] in ("for", "on") for index in run)):
        return True  # Centre for the Study of Tides
    return last in OF_HEADS and not (low == "for" and last in TITLE_NOUNS)


def _is_known(words: Words, run: Sequence[int], joiner: int) -> bool:
    """Whether "and" stands within a name that is known: Health *and* Human Services."""
    before = " ".join(words.lows[index] for index in run[-2:])
    behind = (" ".join(words.lows[joiner : joiner + count]) for count in (2, 3))
    return any(f"{before} {name}" in JOINED_BODIES for name in behind)


def _is_field(words: Words, index: int) -> bool:
    """Whether a word after "and" is one more field of a body: Trade *and Industry*."""
    if index >= len(words) or not words.flags[index] & CAPITAL or words.flags[index] & SHOUTED:
        return False
    return words.lows[index] not in STATES and words.lows[index] not in TITLE_NOUNS


def _begins_another(words: Words, index: int) -> bool:
    """Whether a word after "and" begins another body's name: the University of Rye and *Halm University*.

    Or a place's: the University of Rye and *Oslo*'s Halm School.
    """
    if words.flags[index] & POSSESSIVE and (words.lows[index] in CAPITALS or words.lows[index] in PLACES):
        return True
    last = index
    while words.adjacent(last) and words.flags[last + 1] & CAPITAL:
        last += 1
    return last > index and words.lows[last] in BODY_HEADS


def _body_follows(words: Words, run: Sequence[int], joiner: int) -> bool:
    """Whether a body's noun follows within three words of "and": the Food *and Drug Administration*."""
    first = words.lows[run[0]]
    if _is_service(words, run, joiner):
        return True
    if len(run) > 2 or first in STATES or first in DEMONYMS or run[0] == 0 or words.lows[run[0] - 1] != "the":
        return False
    for after in range(joiner + 1, min(joiner + 4, len(words))):
        if not words.flags[after] & CAPITAL or not words.adjacent(after - 1):
            return False
        if after > joiner + 1 and words.lows[after] in ORG_WORDS:
            return True
    return False


def _is_service(words: Words, run: Sequence[int], joiner: int) -> bool:
    """Whether a state's service follows, of which "and" joins two tasks: U.S. Ports *and Coast Protection*."""
    following = range(joiner + 1, joiner + 3)
    if len(run) > 2 or following[-1] >= len(words) or (len(run) == 2 and words.lows[run[0]] not in STATES):
        return False
    capitals = all(words.flags[after] & CAPITAL and words.adjacent(after - 1) for after in following)
    return capitals and words.lows[following[-1]] in SERVICES


def _is_spelt(words: Words, casing: Casing, run: Sequence[int], joiner: int) -> bool:
    """Whether the article has the initials of what "and" joins: Olen Telephone *and Telegraph*, where OTT stands."""
    if words.lows[joiner] != "and":
        return False
    letters = [words.lows[index][0] for index in run if words.lows[index] not in JOINERS]
    for after in range(joiner + 1, min(joiner + 1 + SPELT_BEHIND, len(words))):
        if not words.flags[after] & CAPITAL or not words.adjacent(after - 1):
            return False
        letters.append(words.lows[after][0])
        if len(letters) >= SPELT and words.lows[after] in ORG_WORDS and "".join(letters) in casing.shouted:
            return True
    return False
