"""References: through whom or what a statement comes, what it rests on, and to whom it was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.extract.attribution import Attribution
from onrecord.resolve.carrying import is_passive
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.media import (
    ACCOUNTS,
    ADDRESSING,
    AGENCIES,
    CITING,
    EVIDENCE,
    MEDIA_PREPOSITIONS,
    PLATFORMS,
    POSTING,
    PRESS,
    PRESS_NAMES,
    QUOTED,
    RESTING,
    SPEAKING,
    SPEAKING_PREPOSITIONS,
    TELLING,
    TO_AUDIENCE,
    WRITINGS,
)
from onrecord.resolve.nouns import noun_kind, singular
from onrecord.resolve.phrases import DETERMINERS
from onrecord.resolve.surroundings import CLAUSES, LONGEST, Surroundings
from onrecord.resolve.vocabulary import PAPER_WORDS, PARTICIPLES, POSTMODIFIERS
from onrecord.resolve.words import CAPITAL, POSSESSIVE, SHOUTED, Words
from onrecord.spans import Span

NOUN = 9
"""Words behind a preposition among which the noun is looked for that makes it a medium's."""
OPENING = 30
"""Words of a source or content among which it says what it rests on."""
NAMED_MEDIA = frozenset({"on", "per", "via"})
"""Prepositions before which a name alone may be a medium's."""
CALLING = frozenset({"appeal", "appealed", "appealing", "appeals", "call", "called", "calling", "calls", "prevailed"})
"""Verbs after which "on" and "to" open whom the words are for."""
OBJECT_ENDS = frozenset({"in", "on", "during", "through", "via", "by", "about", "how", "why", "what", "not", "to"})
"""Words that end whom a verb of telling has for its object."""
OPENERS = (
    frozenset(MEDIA_PREPOSITIONS) | SPEAKING | QUOTED | CITING | {"according"} | {opening[0] for opening in RESTING}
)
"""Words that may begin a reference."""


class Referred(NamedTuple):
    """Words that a statement goes through, rests on or is addressed to.

    Attributes:
        rule: ``via``, ``basis`` or ``addressee``, a colon, and what tells it.
        figure: The paper, station or source that they name.
    """

    rule: str
    span: Span
    figure: Figure | None = None

    @property
    def field(self) -> str:
        """The field of the statement that it fills."""
        return self.rule.partition(":")[0]


class ReferenceFinder:
    """Finds what the attributions of an article go through, rest on and are addressed to.

    Args:
        words: The article's words.
        figures: Its figures.
        attributions: Its attributions.
    """

    def __init__(self, words: Words, figures: Figures, attributions: Sequence[Attribution]) -> None:
        self.words = words
        self.figures = figures
        self.surroundings = Surroundings(words, attributions)

    def find(self, attribution: Attribution) -> tuple[Referred, ...]:
        """Find an attribution's references.

        Args:
            attribution: The attribution; without a cue of its own it has none.

        Returns:
            At most one of each field: the first that stands behind its parts, else before them.
        """
        if not attribution.cue:
            return ()
        found: dict[str, Referred] = {}
        taken = -1
        for one in (*self._told(attribution), *self._cue(attribution)):
            found.setdefault(one.field, one)
        for index in self.surroundings.around(attribution, OPENERS):
            inside = index <= taken and taken - index < LONGEST
            begun = None if inside else self._at(attribution, index)
            if begun is not None:
                found.setdefault(begun.field, begun)
                taken = self.words.at(begun.span.end) - 1
        basis = found.get("basis") or self._inside(attribution)
        return tuple(one for one in (found.get("via"), basis, found.get("addressee")) if one is not None)

    # Whom it is told

    def _told(self, attribution: Attribution) -> tuple[Referred, ...]:
        """The object of a verb of telling: the press is a relay, others are whom the words are for."""
        words = self.words
        verb = words.at(attribution.cue[-1].end) - 1
        if verb < 0 or is_passive(words, attribution.cue):
            return ()
        start = self._object(attribution, verb)
        if start is None or words.lows[start] in OBJECT_ENDS or self.surroundings.is_time(start):
            return ()
        last = self.surroundings.end(attribution, start, OBJECT_ENDS)
        low = words.lows[verb]
        if low in TELLING | TO_AUDIENCE and self._hears_for_others(start, last):
            begin = verb if low in TELLING else start - 1
            return (Referred("via: told", words.span(begin, last), self._figure(start, last)),)
        return (Referred("addressee: object", words.span(start, last)),)

    def _object(self, attribution: Attribution, verb: int) -> int | None:
        """Where the object of a cue's last word begins; None where it has none that is somebody spoken to."""
        words, start = self.words, verb + 1
        if not self.surroundings.is_free(attribution, start) or words.gap(verb).strip(" \n“\"‘'"):
            return None
        low = words.lows[verb]
        if low in ("on", "upon", "to"):
            return start if verb and words.lows[verb - 1] in CALLING else None
        if words.lows[start] == "to":
            return start + 1 if low in TO_AUDIENCE and self.surroundings.is_free(attribution, start + 1) else None
        return start if low in ADDRESSING and words.lows[start] != "that" else None

    def _hears_for_others(self, start: int, last: int) -> bool:
        """Whether whoever is told is the press: the reporter, a programme in quotation marks, a paper, its people."""
        words = self.words
        titled = words.text[words.starts[start] - 1] in '“"' and words.flags[start] & CAPITAL
        return words.lows[start] == "me" or bool(titled) or self._is_press(start, last)

    def _is_press(self, start: int, last: int) -> bool:
        """Whether a phrase names the press: by its noun, or by a paper's or station's name."""
        words = self.words
        lows = words.lows[start : last + 1]
        if any(low in AGENCIES or singular(low) in PRESS for low in lows):
            return True
        return any(self._is_medium(index) for index in range(start, last + 1) if index in self.figures.at)

    def _is_medium(self, index: int) -> bool:
        """Whether the name at a word is a paper's, a station's or a platform's; "the FBI" is none."""
        words, name = self.words, self.figures.at[index]
        lows = words.lows[name.first : name.last + 1]
        figure = self.figures.of.get(name.first)
        kind = figure.kind if figure is not None else None
        if any(low in AGENCIES for low in lows) or (
            len(lows) > 1 and lows[-1].rpartition("-")[2] in PRESS_NAMES | PAPER_WORDS
        ):
            return True
        if kind in ("person", "state"):
            return False
        if any(low in PRESS_NAMES or low in PAPER_WORDS or low in PLATFORMS for low in lows):
            return True
        if words.flags[name.last] & POSSESSIVE and words.adjacent(name.last) and name.last + 1 in self.figures.at:
            return True  # told Norland Today's Jo Park
        after_the = name.first > 0 and words.lows[name.first - 1] == "the"
        return len(lows) == 1 and bool(words.flags[name.first] & SHOUTED) and not after_the

    def _cue(self, attribution: Attribution) -> tuple[Referred, ...]:
        """A cue that is a medium by itself, "tweeted", or has one for its subject: "*Tass quoted* Park as saying"."""
        words = self.words
        for index in (index for span in attribution.cue for index in words.inside(span)):
            low = words.lows[index]
            if low in POSTING:
                return (Referred("via: posted", words.span(index, index)),)
            before = self.figures.at.get(index - 1)
            behind = attribution.source and attribution.source[0].start > words.starts[index]
            if low in QUOTED and behind and before is not None and self.surroundings.is_free(attribution, index - 1):
                return (Referred("via: quoting", before.span, self.figures.of.get(before.first)),)
        return ()

    # Phrases about it

    def _at(self, attribution: Attribution, index: int) -> Referred | None:
        """The reference that begins at a free word."""
        words = self.words
        low, following = words.lows[index], words.lows[index + 1] if index + 1 < len(words) else ""
        if low in SPEAKING and (following in SPEAKING_PREPOSITIONS or low == "addressing"):
            return self._phrase("via: speaking", attribution, index)
        if low in QUOTED and following in ("by", "in"):
            return self._phrase("via: quoted", attribution, index)
        if low in MEDIA_PREPOSITIONS and self._is_way(attribution, index):
            return self._phrase(f"via: {low}", attribution, index)
        if low == "according" and following == "to":
            last = self.surroundings.end(attribution, index)
            told = any(singular(one) in ACCOUNTS | WRITINGS for one in words.lows[index + 2 : last + 1])
            press = told or self._is_press(index + 2, last)
            return self._phrase("via: according to", attribution, index) if press else None
        if low in CITING and following and self.surroundings.is_free(attribution, index + 1):
            return self._phrase("basis: citing", attribution, index)
        return self._resting(attribution, index)

    def _resting(self, attribution: Attribution, index: int) -> Referred | None:
        """What a source rests on by "based on" and the like: a document, or evidence."""
        opening = self._opening(index)
        if opening is None:
            return None
        one = self._phrase(f"basis: {opening}", attribution, index)
        return one if self._is_evidence(one.span) else None

    def _opening(self, index: int) -> str | None:
        lows = self.words.lows
        return next((" ".join(one) for one in RESTING if tuple(lows[index : index + len(one)]) == one), None)

    def _is_evidence(self, span: Span) -> bool:
        lows = [self.words.lows[index] for index in self.words.inside(span)]
        return any(noun_kind(low) in ("document", "poll") or low in EVIDENCE for low in lows)

    def _is_way(self, attribution: Attribution, index: int) -> bool:
        """Whether the noun behind a preposition is a medium: "in *a written statement*", "on CNN"."""
        words, nouns = self.words, MEDIA_PREPOSITIONS[self.words.lows[index]]
        stop = min(self.surroundings.end(attribution, index), index + NOUN)
        for place in range(index + 1, stop + 1):
            low, name = words.lows[place], self.figures.at.get(place)
            if name is None and low in POSTMODIFIERS and low not in DETERMINERS:
                return False
            if not self._is_head(place, stop):
                continue
            if low in nouns or singular(low) in nouns:
                return True
            if name is not None and words.lows[index] in NAMED_MEDIA and self._is_medium(place):
                return True
        return False

    def _is_head(self, place: int, stop: int) -> bool:
        """Whether a word ends a noun phrase: what follows is a preposition, a participle, or no word of the phrase."""
        words, following = self.words, place + 1
        if place >= stop or not words.adjacent(place):
            return True
        name = self.figures.at.get(place)
        if name is not None and name.last > place:
            return False
        low = words.lows[following]
        return low in POSTMODIFIERS or low in PARTICIPLES or low.endswith(("ed", "ing")) or low == "and"

    def _phrase(self, rule: str, attribution: Attribution, index: int) -> Referred:
        last = self.surroundings.end(attribution, index)
        return Referred(rule, self.words.span(index, last), self._figure(index + 1, last))

    def _figure(self, first: int, last: int) -> Figure | None:
        """The figure of the first name in a phrase: the paper's, the station's."""
        for index in range(first, last + 1):
            name = self.figures.at.get(index)
            if name is not None:
                return self.figures.of.get(name.first)
        return None

    # What the source itself cites

    def _inside(self, attribution: Attribution) -> Referred | None:
        """What source and content themselves say that they rest on: "according to his family, …", "based on …"."""
        for span in (*attribution.source, *attribution.content):
            for index in self.words.inside(span)[:OPENING]:
                if self.words.lows[index] not in OPENERS:
                    continue
                if self.words.lows[index : index + 2] == ["according", "to"]:
                    return self._piece("basis: according to", span, index)
                opening = self._opening(index)
                one = self._piece(f"basis: {opening}", span, index)
                if opening and self._is_evidence(one.span):
                    return one
        return None

    def _piece(self, rule: str, around: Span, index: int) -> Referred:
        """A phrase inside a source or content: up to a mark or another clause."""
        words, last = self.words, index
        while last + 1 < len(words) and words.ends[last + 1] <= around.end and last - index < NOUN:
            if words.gap(last).strip(" \n") or words.lows[last + 1] in CLAUSES:
                break
            last += 1
        return Referred(rule, words.span(index, last), self._figure(index, last))
