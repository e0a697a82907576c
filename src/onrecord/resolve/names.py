"""Names: what in a run is a proper name, and which office in capitals stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.resolve.casing import NAMES_TOO, Casing
from onrecord.resolve.gazetteer import DEMONYMS, PLACES, STATES
from onrecord.resolve.known_bodies import JOINED_BODIES, MEDIA
from onrecord.resolve.lexicon import (
    ACTING,
    BODIES_WITH_OF,
    COMMON_WORDS,
    DAYS,
    FORMER,
    FUNCTION_WORDS,
    GENERATION_SUFFIXES,
    NAME_PARTICLES,
    NOT_ALONE,
    OPENERS,
    ORG_WORDS,
    PARTY_WORDS,
    PLACE_NOUNS,
    SURNAME_OFFICES,
    TITLE_MODIFIERS,
    TITLE_NOUNS,
)
from onrecord.resolve.nouns import singular
from onrecord.resolve.runs import JOINERS, PEERS, find_runs
from onrecord.resolve.spelling import plain
from onrecord.resolve.vocabulary import PAPER_WORDS
from onrecord.resolve.words import INITIAL, POSSESSIVE, SHOUTED, Words
from onrecord.spans import Span

PLAIN_OFFICES = TITLE_NOUNS - SURNAME_OFFICES
"""Offices that are nobody's surname."""
OFFICE_WORDS = TITLE_NOUNS | TITLE_MODIFIERS
TRAILING = DAYS | JOINERS
GIVEN_NAMES = frozenset({"chad", "georgia", "israel", "jordan"})
"""States that are given names as well."""
NO_SURNAMES = TITLE_NOUNS | TITLE_MODIFIERS | PARTY_WORDS | PLACE_NOUNS | COMMON_WORDS
"""Words behind such a name that leave it a state's."""
FULL_NAME = 3
"""Words of the longest full name that such a name begins."""
OTHER_PEOPLES = frozenset(
    {"african", "american", "arab", "arizonan", "asian", "californian", "european", "floridian", "hawaiian", "iowan"}
    | {"islamist", "jerseyan", "kurd", "londoner", "mormon", "muscovite", "ohioan", "parisian", "texan", "virginian"}
    | {"westerner", "yazidi", "yorker"}
)
"""Words for the people of a continent, a great city, a creed or a part of a state: no state's people."""
PAPERS = frozenset({"examiner", "insider", "reporter"})
"""Offices that papers are called by: the Halm Examiner."""
OFFICE_ENDS = {
    "general": frozenset({"attorney", "auditor", "consul", "director", "governor", "inspector", "secretary"})
    | frozenset({"advocate", "lieutenant", "major", "postmaster", "prosecutor", "solicitor", "surgeon"}),
    "governor": frozenset({"deputy", "lieutenant", "lt", "lt."}),
}
"""Surnames that behind these offices are their end: the Director General, the Lieutenant Governor."""
SURNAMES_TOO = frozenset({"church", "cross", "power", "temple"})
"""Words of bodies' names that end a person's behind a body that he is sent to."""
DOTTED_TITLES = frozenset({"a.g."})
"""Titles in letters that without their full stops are something else."""
SPOKEN_TO = frozenset({"madam", "madame", "mister", "mr", "mrs", "ms"})
PRESIDING = frozenset({"chair", "chairman", "chairwoman", "president", "speaker"})
"""Titles, and the offices of one word that they stand before where their holder is spoken to."""
OFFICES_OR_GIVEN = frozenset({"dean"})
"""Offices that are given names as well: by the news archive's drawn roles before a surname alone they are names."""
LONGEST_HOLDER = 5
"""Words of the longest person's name behind an office."""


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name where it stands.

    Attributes:
        first, last: Numbers of its words.
        span: Without title and possessive ending.
        title: Numbers of the first and last word of an office before it in capitals ("Prime Minister"), or None.
        keys: Its words as names are compared, without small words.
    """

    first: int
    last: int
    span: Span
    title: tuple[int, int] | None
    keys: tuple[str, ...]


def find_names(words: Words, casing: Casing) -> list[Name]:
    """Find the proper names of an article.

    Args:
        words: Its words.
        casing: How it writes them.

    Returns:
        Names in order; none overlaps another. Places and works are among them: their kind is decided later.
    """
    names = [
        name
        for run in find_runs(words, casing)
        for name in _names_of(words, run)
        if name.first != name.last or not casing.is_adjective(name.first)
    ]
    return _shortened(words, _without_lone_offices(words, names))


def named(words: Words, run: Sequence[int], title: tuple[int, int] | None = None) -> Name:
    """The name that some words are.

    Args:
        words: The article's words.
        run: Their numbers.
        title: Numbers of the first and last word of the office before it.
    """
    keys = tuple(plain(low) for index in run if (low := words.lows[index]) not in NAME_PARTICLES and low not in JOINERS)
    return Name(run[0], run[-1], words.span(run[0], run[-1]), title, keys or (plain(words.lows[run[0]]),))


def _names_of(words: Words, run: list[int]) -> list[Name]:
    """The names in a run: what stands before an office in it, and who holds the office."""
    run = _trimmed(words, run)
    if not run:
        return []
    if _begins_with_state(words, run) or _is_served(words, run):
        return [named(words, run[:1]), *_names_of(words, run[1:])]
    office = _office_end(words, run)
    if office is None:
        return _plain_names(words, run)
    title, holder = run[: office + 1], run[office + 1 :]
    if words.lows[title[-1]] in SPOKEN_TO and _presides(words, holder):
        return _plain_names(words, _before_office(words, title))
    return [*_plain_names(words, _before_office(words, title)), named(words, holder, (title[0], title[-1]))]


def _presides(words: Words, holder: Sequence[int]) -> bool:
    """Whether what stands behind "Mr." or "Madam" is the office of whoever presides: *Chief Justice*, *Speaker*."""
    return words.lows[holder[0]] in PRESIDING if len(holder) == 1 else _is_office(words, holder)


def _begins_with_state(words: Words, run: Sequence[int]) -> bool:
    """Whether a run's first word is a state's name of its own: *Norland* President Jo Park; but Jordan Park."""
    if len(run) < 2 or words.lows[run[0]] not in STATES or words.lows[run[-1]] in ORG_WORDS:
        return False
    if words.lows[run[1]] in BODIES_WITH_OF and words.lows[run[2 % len(run)]] in ("of", "for"):
        return False  # the Norland Department of Health
    given = words.lows[run[0]] in GIVEN_NAMES and len(run) <= FULL_NAME
    given = given and all(words.lows[index] not in NO_SURNAMES for index in run[1:])
    return not given and not _is_office(words, run)


def _is_served(words: Words, run: Sequence[int]) -> bool:
    """Whether a run's first word is a body that whose name follows is sent to: the *ambassador to the U.N.* Jo Park."""
    first = run[0]
    before, lows = words.lows[max(0, first - 3) : first], [words.lows[index] for index in run[1:]]
    sent = len(before) == 3 and before[0] in TITLE_NOUNS and before[1:] == ["to", "the"]
    if not sent or not words.flags[first] & SHOUTED or "." not in words.lows[first] or len(lows) < 2:
        return False
    return not any(
        (low in ORG_WORDS and low not in SURNAMES_TOO) or low in JOINERS or low in OFFICE_WORDS for low in lows
    )


def _plain_names(words: Words, run: list[int]) -> list[Name]:
    """The name in a run that has no holder of an office; of an office with "of", the body behind it."""
    run = _trimmed(words, _without_adjectives(words, run))
    if not run:
        return []
    if not _is_office(words, run):
        return [named(words, run)]
    joiner = next((place for place, index in enumerate(run) if words.lows[index] in JOINERS), None)
    if joiner is not None:
        return _plain_names(words, run[joiner:])
    body = run[: _body_end(words, run)]
    return [named(words, body)] if body else []


def _body_end(words: Words, run: Sequence[int]) -> int:
    """Where in an office without a holder the body's name ends whose office it is: *State Department* Spokesperson."""
    lows = [words.lows[index] for index in run]
    stop = next((place for place, low in enumerate(lows) if low in PLAIN_OFFICES), 0)
    while stop > 1 and lows[stop - 1] not in ORG_WORDS and lows[stop - 1] in TITLE_MODIFIERS:
        stop -= 1
    return stop if stop > 1 and lows[stop - 1] in ORG_WORDS and lows[0] not in DEMONYMS else 0


def _trimmed(words: Words, run: list[int]) -> list[int]:
    """Without small words at its ends, "the", "former", and days of the week and months."""
    start, stop = 0, len(run)
    while start < stop and _is_trimmed(words, run[start]):
        start += 1
    while stop > start and words.lows[run[stop - 1]] in TRAILING:
        if stop - start > 1 and words.lows[run[stop - 1]] == "may":  # a run holds no month: Ines May
            break
        stop -= 1
    return run[start:stop]


def _is_trimmed(words: Words, index: int) -> bool:
    low = words.lows[index]
    if low in JOINERS or low in FORMER or low in ACTING:
        return True
    if low == "dear" and words.flags[index] & INITIAL:
        return True
    return low in FUNCTION_WORDS and not words.flags[index] & SHOUTED and low not in NAMES_TOO


def _office_end(words: Words, run: Sequence[int]) -> int | None:
    """Place in the run of the last word of an office that a holder's name follows, or None."""
    lows = [words.lows[index] for index in run]
    if " ".join(lows) in MEDIA:  # Mother Jones
        return None
    for place in range(len(run) - 2, -1, -1):
        if lows[place] not in TITLE_NOUNS and lows[place] not in DOTTED_TITLES:
            continue
        if _goes_on(lows[place], lows[place + 1 :]) or _is_given_name(lows, place):
            continue
        if "&" in words.gap(run[place]):  # the firm of King & Park
            continue
        if words.flags[run[place]] & POSSESSIVE:
            return None
        if lows[place + 1] in ("of", "for", "on"):
            return _long_office_end(lows)
        holder = lows[place + 1 :]
        body = holder[-1] in ORG_WORDS or holder[0] in ORG_WORDS or ("of" in holder and lows[place] not in PEERS)
        return None if body or len(holder) > LONGEST_HOLDER else place
    return None


def _goes_on(low: str, following: Sequence[str]) -> bool:
    """Whether what follows an office's word is its end and nobody's name: the *Chief Justice*, a *Director General*."""
    if low == "general" and following[:1] == ["staff"]:
        return True
    if any(one not in TITLE_NOUNS for one in following):
        return False
    before = following[-2] if len(following) > 1 else low
    return before in OFFICE_ENDS.get(following[-1], ()) or (low == "chief" and len(following) == 1)


def _is_given_name(lows: Sequence[str], place: int) -> bool:
    """Whether an office's word is a part of its bearer's name: Jo *Holder* Jr., *Dean* Park; but Dean Jo Park."""
    following = lows[place + 1 :]
    son = place > 0 and all(low.rstrip(".") in GENERATION_SUFFIXES for low in following)
    return son or (place == 0 and lows[0] in OFFICES_OR_GIVEN and len(following) == 1)


def _long_office_end(lows: Sequence[str]) -> int | None:
    """The same for an office with "of": *Secretary of the Navy* Jo Park; the last two words are the name, if any."""
    tail = max(place for place, low in enumerate(lows) if low in JOINERS)
    return len(lows) - 3 if len(lows) - 1 - tail > 2 and lows[-1] not in ORG_WORDS else None


def _before_office(words: Words, title: Sequence[int]) -> list[int]:
    """What stands in an office before the office's own words: *White House* Press Secretary."""
    lows = [words.lows[index] for index in title]
    known = next((count for count in range(3, len(lows)) if " ".join(lows[:count]) in JOINED_BODIES), None)
    if known is not None:
        return list(title[:known])
    stop = next((place for place, low in enumerate(lows) if low in TITLE_NOUNS or low in JOINERS), len(lows))
    while stop and lows[stop - 1] in TITLE_MODIFIERS and lows[stop - 1] not in ("house", "senate"):
        stop -= 1
    return list(title[:stop])


def _without_adjectives(words: Words, run: list[int]) -> list[int]:
    """Without a people's or party's name before another name: "French", "Labour"; not in a body's own name."""
    lows = [words.lows[index] for index in run]
    if len(run) < 3 or lows[-1] in ORG_WORDS or any(low in JOINERS for low in lows):
        return [] if len(run) == 1 and lows[0] in DEMONYMS else run
    start = 0
    while start < len(run) - 2 and (lows[start] in DEMONYMS or lows[start] in PARTY_WORDS):
        start += 1
    return run[start:]


def _is_office(words: Words, run: Sequence[int]) -> bool:
    """Whether a run is an office or people, and no name: "Prime Minister", "Secretary of State", "House Democrats"."""
    lows = [words.lows[index] for index in run]
    joiner = next((place for place, low in enumerate(lows) if low in JOINERS), None)
    if joiner is not None:
        return joiner > 0 and lows[joiner - 1] in PLAIN_OFFICES
    if _is_many(lows[-1]) and not (len(run) > 2 and lows[-1] in ORG_WORDS):  # but: United Harbour Workers
        return True
    if len(run) == 1:
        paper = lows[0] in PAPER_WORDS and words.lows[run[0] - 1 : run[0]] == ["the"]  # the Independent
        return not paper and _is_no_name_alone(lows[0], bool(words.flags[run[0]] & INITIAL))
    if lows[-1] in PAPERS and words.lows[run[0] - 1 : run[0]] == ["the"]:
        return False
    if lows[-1] not in TITLE_NOUNS:
        placed = " ".join(lows[:-1]) in PLACES or " ".join(lows[:-1]) in STATES
        return lows[-1] in PARTY_WORDS and (placed or lows[0] in PLACES or lows[0] in TITLE_MODIFIERS)
    return lows[-1] not in SURNAME_OFFICES or all(
        low in OFFICE_WORDS or low in DEMONYMS or low in STATES for low in lows[:-1]
    )


def _is_no_name_alone(low: str, initial: bool) -> bool:
    """Whether a single word with a capital names nobody."""
    if len(low) == 1 or (initial and low in OPENERS):
        return True
    if low in SURNAME_OFFICES:
        return False
    offices = low in TITLE_NOUNS or (low in TITLE_MODIFIERS and low not in ORG_WORDS)
    people = low in DEMONYMS or (low in PARTY_WORDS and low != "gop")
    return offices or low in NOT_ALONE or people


def _is_many(low: str) -> bool:
    """Whether a word means people by their party, nation or office: Democrats, Norlanders, CEOs."""
    one = low[:-1] if low.endswith("is") else singular(low)  # Norlandis
    return one != low and (one in PARTY_WORDS or one in PLAIN_OFFICES or one in DEMONYMS or one in OTHER_PEOPLES)


def _without_lone_offices(words: Words, names: Sequence[Name]) -> list[Name]:
    """Without offices that may be surnames where no full name ends with them: "the Judge"; a label "DEAN:" stays."""
    surnames = {name.keys[-1] for name in names if len(name.keys) > 1 or name.title}
    return [
        name
        for name in names
        if len(name.keys) > 1
        or name.keys[0] in surnames
        or words.lows[name.first] not in SURNAME_OFFICES
        or (words.flags[name.first] & SHOUTED and words.gap(name.first)[:1] == ":")
    ]


def _shortened(words: Words, names: Sequence[Name]) -> list[Name]:
    """With what runs into a name cut off: "Navy SEAL Jo Park" where "Jo Park", or "Park", stands alone elsewhere."""
    alone = {name.keys for name in names}
    out: list[Name] = []
    for name in names:
        whole = name.last - name.first + 1 == len(name.keys) and words.lows[name.last] not in ORG_WORDS
        acronym = any(words.flags[index] & SHOUTED for index in range(name.first, name.last - 1))
        known = name.keys[-2:] in alone or (acronym and name.keys[-1:] in alone)
        son = not GENERATION_SUFFIXES.isdisjoint(name.keys[-2:])  # Tom Park Jr., where Park Jr. stands alone too
        given = (name.keys[0], name.keys[-1]) in alone  # Ann Jo Park, who is Ann Park and Jo Park elsewhere
        if len(name.keys) < 3 or son or given or not whole or not known or (name.title and not acronym):
            out.append(name)
            continue
        out.extend(_plain_names(words, list(range(name.first, name.last - 1))))
        out.append(named(words, [name.last - 1, name.last], name.title))
    return out
