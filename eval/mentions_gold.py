"""The names that GUM's entities hold: of each marked noun phrase the name in it, as the docstring of mentions tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from onrecord.resolve.gazetteer import DEMONYMS, STATES
from onrecord.resolve.lexicon import HONORIFICS, NOUN_STARTERS, SURNAME_OFFICES, TITLE_MODIFIERS, TITLE_NOUNS
from onrecord.resolve.nouns import singular

NAMED = ("person", "organisation", "state")
OF_GUM = {"person": "person", "organization": "organisation"}
SCORED = frozenset(["person", "organization", "place"])
ENDING = re.compile(r"(?:['’]s|['’])$")
ANOTHERS = re.compile(r"^.*['’]s? ")
CUT_PERSON = re.compile(
    r"[,;:(\[–—]| (?:of|from|in|at|for|with|within|who|whose|which|that|by|to|on|and|or|like|including|as|aka|vs)\b"
)
PARTED = re.compile(r"[,;(\[]| (?:who|which|that|by)\b")
"""Where another phrase begins."""
PLACED = re.compile(r" (?:at|in|from)\b")
WITH_PLACE = re.compile(r" of (?:the )?")
LEADING = re.compile(r"^(?:[^\w\"“]+|(?:the|a|an)\b|[\d,.]+\s|[a-z][\w-]*(?=\s))\s*", re.I)
ARTICLE = re.compile(r"^[\s\"“‘']*(?:the|a|an) ", re.I)
SMALL = frozenset(
    {"of", "for", "and", "the", "to", "in", "on", "at", "de", "la", "van", "von", "bin", "al", "del", "der"}
)
GOVERNMENT = re.compile(r"overnment_of|^Politics_of|_government$")
SMALL_AT_END = re.compile(r"(?: [a-z]+)+$")
APART = re.compile(r" (?:of|in|at|from|for|with|like|such|by|to|on|than)\b")
CREDIT = re.compile(r"\b(?:Image|Photo|Video|Audio)s?(?: by)?: $")
PARTICLES = ("al-", "bin ", "van ", "de ", "von ", "la ")
WORD = re.compile(r"\S+")


class GoldName(NamedTuple):
    """A name of the gold: the spans that are right, the longest first, and its kinds, any of which is right.

    An optional one stands inside the phrase for the same entity ("the *Blue Corps* group"), where GUM marks no name,
    or is a photographer's in a credit.
    """

    spans: tuple[tuple[int, int], ...]
    kinds: tuple[str, ...]
    optional: bool = False


class _Phrase(NamedTuple):
    start: int
    end: int
    type: str
    entity: Mapping[str, Any]
    nominal: bool


def gold_names(text: str, entities: Sequence[Mapping[str, Any]]) -> tuple[list[GoldName], dict[tuple[int, int], str]]:
    """Find the names that are scored, and those of what has no kind of ours.

    Args:
        text: The document's text.
        entities: GUM's entities of it.

    Returns:
        Names in order of the text; and of the others' spans ``of a place`` or ``of a thing``.
    """
    phrases = list(_phrases(entities))
    marked = {(phrase.start, phrase.end): phrase.type for phrase in phrases if not phrase.nominal}
    named: dict[tuple[int, int], GoldName] = {}
    others: dict[tuple[int, int], str] = {}
    inside: dict[tuple[int, int], GoldName] = {}
    for phrase in phrases:
        spans = _spans(text, phrase, marked)
        if spans and CREDIT.search(text, max(0, phrase.start - 12), phrase.start):
            inside.setdefault(spans[0], GoldName(spans, NAMED, optional=True))
            continue
        if not spans:
            if phrase.nominal and (span := _inside(text, phrase)):
                inside.setdefault(span, GoldName((span,), (OF_GUM[phrase.type],), optional=True))
            continue
        kinds = _kinds(text, phrase, spans[0])
        if kinds:
            named.setdefault(spans[0], GoldName(spans, kinds))
        elif phrase.type != "person":
            what = "of a place" if phrase.type == "place" else "of a thing"
            others.update((span, what) for span in spans if phrase.type != "time")
    return list(_outermost({**inside, **named}, others)), others


def _phrases(entities: Sequence[Mapping[str, Any]]) -> Iterator[_Phrase]:
    for entity in entities:
        for mention in entity["mentions"]:
            if mention["kind"] == "name" or (mention["kind"] == "nominal" and entity["type"] in OF_GUM):
                yield _Phrase(mention["b"], mention["e"], entity["type"], entity, mention["kind"] == "nominal")


def _spans(text: str, phrase: _Phrase, marked: Mapping[tuple[int, int], str]) -> tuple[tuple[int, int], ...]:
    """The spans of the name in a phrase, any of which is right; none where it holds none."""
    words = text[phrase.start : phrase.end]
    if phrase.nominal or phrase.type == "person":
        return _person(words, phrase)
    start = phrase.start
    whole = _without_ending(words)
    for place, type_ in ((m.end(), marked.get((start, start + m.end() - 1))) for m in re.finditer(r"['’]s? ", whole)):
        if type_ is not None:
            start, whole = start + place, whole[place:]
            break
    article = ARTICLE.match(whole)
    if article:
        start, whole = start + article.end(), whole[article.end() :]
    start, whole = _after_common_noun(start, whole)
    whole = _without_ending(PARTED.split(whole)[0])
    ends = [len(whole), *(match.start() for match in PLACED.finditer(whole))]
    for match in WITH_PLACE.finditer(whole):
        after = {(start + match.start() + 4, start + len(whole)), (start + match.end(), start + len(whole))}
        if any(marked.get(span) == "place" for span in after) and len(whole[: match.start()].split()) > 1:
            ends.append(match.start())
    spans = [(start, start + len(_without_ending(whole[:end]))) for end in ends]
    return tuple(span for span in dict.fromkeys(spans) if any(c.isupper() for c in text[slice(*span)]))


def _inside(text: str, phrase: _Phrase) -> tuple[int, int] | None:
    """Where the longest of an entity's own names stands inside a phrase that means it by a common noun."""
    for name in sorted(phrase.entity["names"], key=len, reverse=True):
        place = re.search(rf"\b{re.escape(name)}\b", text[phrase.start : phrase.end])
        if place:
            return phrase.start + place.start(), phrase.start + place.end()
    return None


def _after_common_noun(start: int, words: str) -> tuple[int, str]:
    """What stands after a common noun written small within a phrase: "volunteer organisation *Blue Corps*"."""
    last = None
    for match in WORD.finditer(words):
        word = match.group()
        if "," in word or (match.start() and word in SMALL):
            break
        if word.islower() and word.isalpha() and word not in SMALL:
            last = match
    if last is None or last.end() >= len(words):
        return start, words
    return start + last.end() + 1, words[last.end() + 1 :]


def _person(words: str, phrase: _Phrase) -> tuple[tuple[int, int], ...]:
    """A person's name in a phrase, or the name at the end of one with a common noun for its head."""
    start = phrase.start
    words = _without_ending(words)
    if phrase.nominal:
        start, words = _apposed(start, words, phrase.type == "person")
    else:
        if before := ANOTHERS.match(words.split(",")[0].split(" of ")[0]):
            start, words = start + before.end(), words[before.end() :]
        words = _without_ending(words[: cut.start()] if (cut := CUT_PERSON.search(words)) else words)
        start, words = _after_small_words(start, words)
    start, words = _untitled(start, SMALL_AT_END.sub("", words))
    return ((start, start + len(words)),) if words and words[0].isalnum() and any(c.isupper() for c in words) else ()


def _apposed(start: int, words: str, person: bool) -> tuple[int, str]:
    """The capitals behind a phrase's common noun: "spokesman *Jo Park*", "the firm *Blue Ltd*"; else nothing."""
    words = _without_ending(re.split(r"[,;:(\[–—]| (?:who|whose|which|that)\b", words)[0])
    pairs = [
        left
        for left, right in pairwise(WORD.finditer(words))
        if left.group().islower() and right.group()[0].isupper() and left.group() not in SMALL
    ]
    if not pairs:
        return start, ""
    noun = pairs[-1]
    placed = APART.search(" " + words[: noun.end()])
    plain = noun.group().replace("-", "").isalpha() and noun.group() not in NOUN_STARTERS and not placed
    of_person = singular(noun.group()) in TITLE_NOUNS
    if of_person is not person and (of_person or not plain):
        return start, ""
    rest = CUT_PERSON.split(words[noun.end() + 1 :])[0]
    ends_small = any(match.group().islower() and match.group() not in SMALL for match in WORD.finditer(rest))
    return start + noun.end() + 1, "" if ends_small else rest


def _after_small_words(start: int, words: str) -> tuple[int, str]:
    """What stands after articles, numbers and common nouns."""
    while (match := LEADING.match(words)) and (
        not words.startswith(PARTICLES)
        and (match.group()[:1].islower() or not match.group()[:1].isalpha() or _is_article(match.group()))
    ):
        start, words = start + match.end(), words[match.end() :]
    small = [m for m in WORD.finditer(words) if m.group().islower() and m.group().isalpha() and m.group() not in SMALL]
    if small and small[-1].end() < len(words):
        start, words = start + small[-1].end() + 1, words[small[-1].end() + 1 :]
    return start, words


def _is_article(words: str) -> bool:
    return words.strip().lower() in ("the", "a", "an")


def _untitled(start: int, words: str) -> tuple[int, str]:
    """Without titles before it; nothing of what is an office alone."""
    parts = list(WORD.finditer(words))
    lows = [part.group().lower().rstrip(".") for part in parts]
    if not lows or lows[-1] in (TITLE_NOUNS | TITLE_MODIFIERS) - SURNAME_OFFICES:
        return start, ""
    for place in range(len(lows) - 2, -1, -1):
        if lows[place] in HONORIFICS or lows[place] in TITLE_NOUNS:
            shift = parts[place + 1].start()
            return start + shift, words[shift:]
    return start, words


def _without_ending(words: str) -> str:
    return ENDING.sub("", words.rstrip()).rstrip(' ,;"”’|')


def _kinds(text: str, phrase: _Phrase, span: tuple[int, int]) -> tuple[str, ...]:
    """The kinds that are right of a name; none where it has no kind of ours."""
    wiki = str(phrase.entity.get("wiki") or "")
    low = text[slice(*span)].lower()
    if phrase.type in ("place", "organization") and _is_state(wiki, low):
        return ("state",)
    if phrase.type == "organization" and GOVERNMENT.search(wiki):
        return ("state", "organisation")
    if phrase.type == "person" and _is_people(wiki, low, phrase.entity):
        return ()
    return (OF_GUM[phrase.type],) if phrase.type in OF_GUM else ()


def _is_state(wiki: str, low: str) -> bool:
    return wiki.replace("_", " ").lower() in STATES if wiki else low in STATES


def _is_people(wiki: str, low: str, entity: Mapping[str, Any]) -> bool:
    """Whether a person of GUM's is a people or many people: one word, a plural, and never a fuller name."""
    if low in DEMONYMS or wiki.endswith("_people"):
        return True
    plural = low.endswith("s") and " " not in low and all(" " not in name for name in entity["names"])
    return plural and (len(low) > 5 if not wiki else "_" not in wiki and wiki.endswith("s"))


def _outermost(named: Mapping[tuple[int, int], GoldName], others: Mapping[tuple[int, int], str]) -> Iterator[GoldName]:
    """The names that stand in no other name."""
    reach = -1
    spans = sorted({*named, *others}, key=lambda span: (span[0], -span[1]))
    for span in spans:
        if span[1] > reach:
            if span in named:
                yield named[span]
            reach = span[1]
        elif span in named and span in others:
            yield named[span]
