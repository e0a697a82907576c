"""Joint: source words parted into the sources that "and" joins: "*Ann Lee*, a nurse, and *Jo Park* of Harrow"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.resolve.casing import PARTY_LETTERS
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import CAPITALS, DEMONYMS, PLACES
from onrecord.resolve.known_bodies import KNOWN_BODIES
from onrecord.resolve.lexicon import ORG_WORDS, TITLE_NOUNS
from onrecord.resolve.names import Name
from onrecord.resolve.nouns import is_plain_person_noun, noun_kind, singular
from onrecord.resolve.phrases import DETERMINERS, Phrase, read_phrase
from onrecord.resolve.runs import JOINERS, SERVICES
from onrecord.resolve.vocabulary import POSTMODIFIERS
from onrecord.resolve.words import CAPITAL, POSSESSIVE, Words
from onrecord.types import EntityKind

JOINING = frozenset({"and", "or"})
ALONG = frozenset({"along", "together"})
"""Words that join two sources before "with": Norland *together with* Velmora."""
PAIRED = frozenset({"both", "either"})
"""Words before two sources that "and" or "or" joins."""
ADJECTIVES = frozenset(DEMONYMS) | {"western", "eastern", "local", "foreign", "federal", "state", "national", "senior"}
"""Words that are no source before "and" and another of them."""
FIELD_ENDINGS = ("cal", "ial", "mic")
"""Endings of adjectives that open a source, before "and" and a noun: *political* and space expert."""
COMMITTEES = frozenset({"committee", "means", "subcommittee"})
"""Words of an office by which "and" stands in a committee's name: House Ways *and* Means Chairman Jo Park."""
CHAMBERS = frozenset({"house", "senate"})
"""First words of such names."""
LOOKED_AT = 40
"""Words behind "and" that are looked at: a source that a person marks may be a whole text."""
NAMES = 20
"""Names of a figure that are looked at; a hostile text could hold thousands."""
RELATIVES = frozenset({"who", "whom", "whose", "which"})
BRACKETS = {"(": ")", "<": ">"}


def listed(words: Words, figures: Figures, segments: Sequence[list[int]]) -> tuple[Phrase, ...]:
    """Sources in a row, "A, B and C", without what is set beside each; nothing where the words are no such row.

    Args:
        words: The article's words.
        figures: Its figures.
        segments: Numbers of the words, cut at commas, brackets and relative pronouns.
    """
    plain = _without_brackets(words, segments)
    if len(segments) < 2 or not plain:
        return ()
    rows: list[list[int]] = [plain[0]]
    for before, segment in pairwise(plain):
        if not _is_aside(words, figures, before, segment):
            rows.append(segment)
    if all(words.lows[index] not in JOINING for index in rows[-1]):
        return ()
    phrases = [read_phrase(words, figures, part) for part in parts_of(words, figures, rows)]
    several = len(phrases) > 2 and phrases[-1].form == "description" and phrases[-1].plural  # "A, B and other mayors"
    names = phrases[:-1] if several else phrases
    if len(phrases) < 2 or any(phrase.form != "name" for phrase in names):
        return ()
    people = [_is_person(figures, phrase.name) for phrase in names]
    plainly = len(rows) == len(segments) and not several
    whole = all(people) or (plainly and not (people[0] and _is_placed(words, figures, rows[0])))
    return tuple(phrases) if whole or _same_kind(figures, names) else ()


def _same_kind(figures: Figures, names: Sequence[Phrase]) -> bool:
    """Whether names are all bodies' or all states'."""
    kinds = {figure.kind for one in names if one.name and (figure := figures.of.get(one.name.first)) is not None}
    return len(kinds) == 1 and kinds <= {"organisation", "state"}


def _without_brackets(words: Words, segments: Sequence[list[int]]) -> list[list[int]]:
    """The segments without words in brackets: "Jo Park *(R., Harrow)*"; what follows a bracket goes on before it."""
    out: list[list[int]] = []
    closing = ""
    for segment in segments:
        kept: list[int] = []
        for index in segment:
            gap = words.gap(index - 1) if index else ""
            if closing and closing in gap:
                closing = ""
                if not kept and out and "," not in gap:
                    kept = out.pop()
            opened = next((mark for mark in BRACKETS if mark in gap), None) if index > segments[0][0] else None
            closing = BRACKETS[opened] if opened is not None else closing
            if not closing:
                kept.append(index)
        if kept:
            out.append(kept)
    return out


def _is_aside(words: Words, figures: Figures, before: Sequence[int], segment: Sequence[int]) -> bool:
    """Whether a segment is said of whom the one before it names: "a nurse", "D-Harrow", "who left", "Norland"."""
    low = words.lows[segment[0]]
    if low in RELATIVES or low[:2] in PARTY_LETTERS or low.isdigit():
        return True
    if low in JOINING:
        return False
    phrase = read_phrase(words, figures, segment)
    alone = all(words.lows[index] not in JOINING for index in segment)
    if phrase.form == "description":
        return alone or not phrase.plural
    place = phrase.name is not None and not _is_person(figures, phrase.name)
    return alone and place and _is_placed(words, figures, before)


def _is_placed(words: Words, figures: Figures, segment: Sequence[int]) -> bool:
    """Whether a person's name is followed by where he is or what he is of: "Jo Park *of Harrow*"."""
    return any(words.lows[index] in POSTMODIFIERS and index not in figures.at for index in segment)


def _is_person(figures: Figures, name: Name | None) -> bool:
    figure = figures.of.get(name.first) if name is not None else None
    return figure is not None and figure.kind == "person"


def parts_of(words: Words, figures: Figures, segments: Sequence[list[int]]) -> list[list[int]]:
    """The words of segments, each cut at "and", without one that opens it.

    Args:
        words: The article's words.
        figures: Its figures.
        segments: Numbers of the words.
    """
    own = (segment[1:] if words.lows[segment[0]] in JOINING else segment for segment in segments)
    return [part for segment in own if segment for part in conjuncts(words, figures, segment)]


def conjuncts(words: Words, figures: Figures, indices: Sequence[int]) -> list[list[int]]:
    """The words cut at "and" where that joins two sources; not behind a preposition, nor inside a name.

    Args:
        words: The article's words.
        figures: Its figures.
        indices: Numbers of the words.
    """
    rest = _without_both(words, figures, indices)
    parts: list[list[int]] = [[]]
    closed = False
    for place, index in enumerate(rest):
        if _joins_along(words, figures, parts[-1], rest, place):
            parts[-1].pop()
            parts.append([])
            continue
        if _joins(words, figures, parts[-1], rest, place, closed):
            parts.append([])
            closed = False
            continue
        parts[-1].append(index)
        closed = closed or (words.lows[index] in POSTMODIFIERS and index not in figures.at)
    return parts if len(parts) > 1 else [list(indices)]


def _without_both(words: Words, figures: Figures, indices: Sequence[int]) -> Sequence[int]:
    paired = len(indices) > 3 and words.lows[indices[0]] in PAIRED and indices[0] not in figures.at
    return indices[1:] if paired else indices


def _joins(
    words: Words, figures: Figures, part: Sequence[int], indices: Sequence[int], place: int, closed: bool
) -> bool:
    """Whether the word at a place joins the source before it with another; ``closed``: behind a preposition."""
    index, after = indices[place], indices[place + 1 : place + 1 + LOOKED_AT]
    if words.lows[index] not in JOINING or index in figures.at or not part or not after:
        return False
    if closed:
        return _opens_person(figures, after) and _is_named_person(words, figures, part)
    if words.lows[after[0]] in POSTMODIFIERS and after[0] not in figures.at:  # dealers here *and in* Harrow
        return False
    if _are_adjectives(words, figures, part, after) or _shares_noun(words, figures, part, after):
        return False
    if _is_of_two_trades(words, figures, part, after):
        return False
    return not _is_in_committee(words, figures, part, after)


def _joins_along(words: Words, figures: Figures, part: Sequence[int], indices: Sequence[int], place: int) -> bool:
    """Whether "with" joins two names behind "along" or "together"."""
    if len(part) < 2 or place + 1 >= len(indices) or words.lows[indices[place]] != "with":
        return False
    along = words.lows[part[-1]] in ALONG and part[-1] == indices[place] - 1
    return along and part[-2] in figures.at and indices[-1] in figures.at


def _opens_person(figures: Figures, indices: Sequence[int]) -> bool:
    """Whether words begin with a person's name of several words, or one behind an office in capitals."""
    first = next((index for index in indices if index not in figures.titles), indices[0])
    name = figures.at.get(first)
    whole = name is not None and name.first == first and (len(name.keys) > 1 or name.title is not None)
    return whole and _is_person(figures, name)


def _is_named_person(words: Words, figures: Figures, part: Sequence[int]) -> bool:
    """Whether what stands before a preposition is a person's name: "*Jo Park* of Harrow"."""
    stop = next((index for index in part if words.lows[index] in POSTMODIFIERS and index not in figures.at), part[-1])
    name = figures.at.get(stop - 1)
    return name is not None and _is_person(figures, name) and not words.flags[name.last] & POSSESSIVE


def _is_in_committee(words: Words, figures: Figures, part: Sequence[int], after: Sequence[int]) -> bool:
    """Whether "and" stands in the name of a committee, or of another body, whose chairman is named behind it."""
    office = [words.lows[index] for index in after if index in figures.titles]
    before = figures.at.get(part[-1])
    of_chamber = before is not None and words.lows[before.first] in CHAMBERS  # House Ways and Means
    committee = after[0] in figures.titles and not COMMITTEES.isdisjoint(office)
    if committee and (of_chamber or not _is_person(figures, before)):
        return True
    officer = next((index for index in after if words.lows[index] in TITLE_NOUNS and index not in figures.at), None)
    if officer is None or officer == after[0] or before is None:
        return False
    if words.lows[before.first - 1 : before.first] == ["the"]:  # the Kremlin and Foreign Minister Jo Park
        return False
    between = range(after[0], officer)
    capitals = all(words.flags[index] & CAPITAL or words.lows[index] in JOINERS for index in between)
    body = any(words.lows[index] in ORG_WORDS or words.lows[index] in SERVICES for index in between)
    return capitals and body and _is_half(words, figures, before)


def _is_half(words: Words, figures: Figures, name: Name) -> bool:
    """Whether the article has a name nowhere but before "and" and a capital: Ports *and Coast* Protection."""
    figure = figures.of.get(name.first)
    low = " ".join(words.lows[name.first : name.last + 1])
    if figure is None or figure.kind in ("person", "state") or low in KNOWN_BODIES or low in CAPITALS or low in PLACES:
        return False
    if figure.kind is None and len(name.keys) > 1:  # Ines Park and Foreign Ministry spokesman
        return False
    return all(
        one.last + 2 < len(words) and words.lows[one.last + 1] == "and" and words.flags[one.last + 2] & CAPITAL
        for one in figure.names[:NAMES]
    )


def _is_of_two_trades(words: Words, figures: Figures, part: Sequence[int], after: Sequence[int]) -> bool:
    """Whether two nouns tell what one person is: "*billionaire and former candidate* Jo Park"."""
    trade, name = words.lows[part[-1]], figures.at.get(after[-1])
    small = not any(words.flags[index] & CAPITAL or index in figures.at for index in part)
    if not small or not is_plain_person_noun(trade) or singular(trade) != trade or words.lows[part[0]] in DETERMINERS:
        return False
    if name is None or name.title is not None or name.first == after[0] or not _is_person(figures, name):
        return False
    second = words.lows[name.first - 1]
    plain = words.lows[after[0]] not in DETERMINERS and words.adjacent(name.first - 1)
    return plain and is_plain_person_noun(second) and singular(second) == second


def _shares_noun(words: Words, figures: Figures, part: Sequence[int], after: Sequence[int]) -> bool:
    """Whether two names stand before one noun of many: "*US and Norlandic* officials"; not where one is a person's."""
    name = figures.at.get(part[-1])
    if name is None or _is_person(figures, name) or any(words.lows[index] in DETERMINERS for index in part[:1]):
        return False
    if any(words.lows[index] == "the" for index in part) or words.flags[name.last] & POSSESSIVE:
        return False
    phrase = read_phrase(words, figures, after)
    told = after[0] in figures.at or words.lows[after[0]] in DEMONYMS
    return told and phrase.form == "description" and phrase.plural and phrase.head != after[0]


def _are_adjectives(words: Words, figures: Figures, before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether "and" joins two adjectives of one noun: "*Norlandic and Velmoran* negotiators"."""
    left, right = words.lows[before[-1]], words.lows[after[0]]
    noun = len(after) > 1 and after[1] not in figures.at and words.adjacent(after[0])
    pair = left in ADJECTIVES and right in ADJECTIVES
    return noun and (pair or (len(before) == 1 and left.endswith(FIELD_ENDINGS) and noun_kind(left) is None))


def together(phrases: Sequence[Phrase]) -> Phrase:
    """Several descriptions as one: "campaigners and politicians".

    Args:
        phrases: They, in order.
    """
    kinds = {phrase.kind for phrase in phrases}
    kind: EntityKind = "organisation" if kinds == {"organisation"} else "document" if kinds == {"document"} else "group"
    return Phrase(
        first=phrases[0].first,
        last=phrases[-1].last,
        head=phrases[0].head,
        form="description",
        kind=kind,
        plural=True,
        definite=phrases[0].definite,
        affiliation=next((phrase.affiliation for phrase in phrases if phrase.affiliation), None),
    )
