"""Narrators: whose words a text is that says "I" outside of quotations: a letter's, a comment's, a speech's.

Whoever signs it, is told of at its end or in a note of the editor's, is announced before it, or stands in the byline;
and, in a paragraph, whoever says there who he is: "*I'm* Jo Park". Nobody where two are named so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.resolve.figure import Figure, speaking_kind
from onrecord.resolve.figures import Figures
from onrecord.resolve.hearings import find_floor
from onrecord.resolve.letters import LINE, NAME, Letter, find_letter
from onrecord.resolve.lexicon import FUNCTION_WORDS
from onrecord.resolve.names import OFFICE_WORDS, Name
from onrecord.resolve.nouns import noun_kind, singular
from onrecord.resolve.scene import Scene
from onrecord.resolve.spelling import plain
from onrecord.resolve.words import POSSESSIVE, WORD, Words
from onrecord.segment.article import Article
from onrecord.segment.interviews import FIRST_PERSON
from onrecord.spans import Span

BYLINE = re.compile(rf"(?i:(?:story |written |text )?by):?\s+(?P<name>{NAME}{{1,3}}?)(?:\s*[,|–—-][^\n]*|\sin\s[^\n]*)?")
"""One author's name behind "By", with an office, a paper or a place behind it."""
HEAD = 3
"""Paragraphs from the beginning in which the author is told of."""
NOTES = 5
"""Paragraphs from the end in which he is."""
NOTE = re.compile(r"(?i:(?:editor|author)['’]s note)\s?[:.–—-]\s*")
DOES = frozenset({"is", "was", "teaches", "writes"})
"""Verbs by which a note tells what the author is."""
BEFORE_VERB = 30
"""Words between the author's name and the verb, within commas."""
OPENERS = frozenset({"a", "an", "the", "former", "currently", "also"})
BEHIND_VERB, MODIFIERS = 12, 3
"""Words behind it among which the noun is looked for that tells what he is; without an article: *opinion* editor."""
INTRODUCING = re.compile(r"(?<![\w’'])(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s)\s(?:your host,?\s)?")
BEHIND_NAME = frozenset({"and", "at", "for", "from", "here", "in", "of", "with"})
"""Words that may go on behind a name by which somebody introduces himself."""
INTRODUCED = 5
"""Words between "I'm" and the name: an office."""
REPLY = re.compile(r"[^\n]{0,40}[.?!]|[^\n]{0,800}\byou\b[^\n]{0,800}\?")
"""A paragraph of somebody who replies or asks."""
REPLIES = 0.1
"""Share of such paragraphs from which a text has more voices than one."""
WORDS_OF = r"(?:remarks|speech|address|statement|testimony|eulogy)"
SPOKEN_BY = re.compile(rf"(?:[^:\n]{{1,40}}:\s)?(?:[\w-]+\s){{0,4}}?{WORDS_OF}\s(?:as (?:prepared|delivered)(?: for delivery)?\s)?(?:by|of|from)\s", re.IGNORECASE)
TITLED = re.compile(rf"\b(?:text|transcript|full|read)\b[^\n]*\b{WORDS_OF}\b|\b{WORDS_OF}\b[^\n]*\b(?:in full|full text|transcript)\b", re.IGNORECASE)
"""A headline over somebody's words: "Full text of President Park's speech"."""
_ON = r"(?:[^\n.?!]|\.(?! [A-Z]))"
FOLLOWING = re.compile(
    rf"\b(?:following|below|full)\b{_ON}{{0,80}}\b(?:{WORDS_OF}|text|transcript)\b(?:[^\n,.?!]|\.(?! [A-Z])){{0,160}}:\Z", re.IGNORECASE
)
"""A paragraph that announces somebody's words: "… issued the following statement:"."""
OWN = 0.33
"""Share of the paragraphs behind an announcement with "I" or "we" without which they are a report of the words."""
LONGEST_HEAD = 600
"""Characters of the longest paragraph that announces them."""


class Narrator(NamedTuple):
    """Whose words a stretch of text is, and the name by which the text tells."""

    figure: Figure
    span: Span


class Narrators:
    """Who says "I" where in an article, outside of quotations.

    Args:
        article: The article.
        words: Its words.
        figures: Its figures.
        scene: Its stage.
    """

    def __init__(self, article: Article, words: Words, figures: Figures, scene: Scene) -> None:
        self._article = article
        self._words = words
        self._figures = figures
        self._scene = scene
        self._letter: Letter | None = find_letter(article.text, article.paragraphs)
        self._introduced = dict(self._introductions())
        said = {number: one.span for number, one in self._introduced.items()}
        self._floor = find_floor(article.text, article.paragraphs, said)
        self._whole: Narrator | None = None
        self._start = 0
        self._settle()

    def at(self, word: int) -> Narrator | None:
        """Whose words a word is of that stands in no quotation.

        Args:
            word: Its number.

        Returns:
            None where the text does not tell.
        """
        paragraph = self._words.paragraphs[word]
        own = self._introduced.get(paragraph)
        if own is not None:
            return own
        if paragraph in self._floor:
            name, asked = self._floor[paragraph]
            return None if asked else self._called(name)
        if paragraph < self._start or (paragraph > self._start + 1 and self._is_announced(paragraph)):
            return None
        return self._whole

    def asked(self, word: int) -> Narrator | None:
        """To whom a word is said that stands in no quotation: whom a letter addresses, or a hearing's question.

        Args:
            word: Its number.

        Returns:
            None where the text does not tell.
        """
        paragraph = self._words.paragraphs[word]
        if paragraph in self._floor:
            name, asked = self._floor[paragraph]
            return self._called(name) if asked else None
        letter = self._letter
        addressed = letter is not None and letter.addressed is not None and paragraph > letter.first
        return self._called(letter.addressed) if letter is not None and letter.addressed and addressed else None

    def _called(self, span: Span) -> Narrator | None:
        """Who is called by a name in the text."""
        names = self._names_in(span)
        figure = self._figures.of.get(names[0].first) if len(names) == 1 else None
        if figure is None or figure.kind not in ("person", None) or _is_what(singular(names[0].keys[-1])):
            return None
        return Narrator(figure, names[0].span)

    def _is_announced(self, paragraph: int) -> bool:
        """Whether a paragraph follows a colon, and so may be another's words, set off without quotation marks."""
        before = self._article.paragraphs[paragraph - 1].of(self._article.text)
        return before.endswith(":") and not before.isupper()

    def _settle(self) -> None:
        """Find who narrates the whole text, or what stands behind an announcement."""
        letter = self._letter
        if letter is not None:
            self._whole, self._start = self._named(letter.signed, alone=True), letter.first
            return
        found = list(self._notes())
        if found:
            one = {id(narrator.figure) for narrator in found}
            self._whole = found[0] if len(one) == 1 else None
            return
        announced = next(self._announced(), None) if not self._article.turns else None
        if announced is not None:
            self._start, self._whole = announced
            return
        self._whole = self._only_introduced() or self._byline()

    def _only_introduced(self) -> Narrator | None:
        """Who alone says at the beginning who he is, where one voice goes on and nobody replies."""
        text = self._article.text
        said = sorted(self._introduced.items())
        if not said or said[0][0] >= HEAD or any(one.figure is not said[0][1].figure for _, one in said):
            return None
        replies = sum(REPLY.fullmatch(text, *one) is not None for one in self._article.paragraphs)
        return None if replies > REPLIES * len(self._article.paragraphs) else said[0][1]

    # Bylines

    def _byline(self) -> Narrator | None:
        """The only one whose name stands in the byline."""
        lines = [block.span for block in self._article.blocks if block.kind == "byline"]
        lines += [one for one in self._article.paragraphs[:1] if one.end - one.start <= LINE]
        text = self._article.text
        found = []
        for line in lines:
            words = line.of(text).strip()
            start = line.start + line.of(text).index(words[:1])
            match = BYLINE.fullmatch(words)
            if match is None and words[:3].lower() == "by ":
                return None
            if match is not None:
                found.append(self._named(Span(start + match.start("name"), start + match.end("name"))))
        return found[0] if len(found) == 1 else None

    # Notes

    def _notes(self) -> Iterator[Narrator]:
        """Those of whom a note before or behind the text tells what they are, who are named nowhere else in it."""
        words, paragraphs = self._words, self._article.paragraphs
        text = self._article.text
        for number, paragraph in enumerate(paragraphs):
            behind = number >= max(HEAD, len(paragraphs) - NOTES)
            note = NOTE.match(text, *paragraph) if number < HEAD else None
            if not (behind or note):
                continue
            first = words.at(note.end() if note else paragraph.start)
            while first < len(words) and words.starts[first] < paragraph.end:
                name = self._name_from(first)
                if name is not None and self._tells(name) and not self._is_told_elsewhere(name, number):
                    narrator = self._person(name)
                    if narrator is not None:
                        yield narrator
                sentence = words.sentences[first]
                while first < len(words) and words.sentences[first] == sentence:
                    first += 1

    def _name_from(self, first: int) -> Name | None:
        """The full name that a sentence begins with, behind a title."""
        while first in self._figures.titles:
            first += 1
        name = self._figures.at.get(first)
        return name if name is not None and name.first == first and len(name.keys) > 1 else None

    def _tells(self, name: Name) -> bool:
        """Whether a sentence tells what somebody is: "Jo Park, of Halm, *is a nurse*"."""
        words, after = self._words, name.last + 1
        if after >= len(words) or words.sentences[after] != words.sentences[name.last]:
            return False
        if words.gap(name.last).strip() == ",":
            stop = min(after + BEFORE_VERB, len(words))
            within = (at for at in range(after, stop) if words.sentences[at] == words.sentences[name.last])
            ends = (at for at in within if words.lows[at] in DOES and words.gap(at - 1).strip() == ",")
            after = next(ends, after)
        elif not words.adjacent(name.last):
            return False
        if words.lows[after] not in DOES or not words.adjacent(after):
            return False
        if words.lows[after] not in ("is", "was"):
            return True
        behind = after + 1
        reach = BEHIND_VERB if words.lows[behind] in OPENERS else MODIFIERS
        for at in range(behind, min(behind + reach, len(words))):
            low = words.lows[at]
            if _is_what(low):
                return True
            if low.endswith(("ed", "ing")) or not words.adjacent(at) or (reach == MODIFIERS and low in FUNCTION_WORDS):
                return False
        return False

    def _is_told_elsewhere(self, name: Name, note: int) -> bool:
        """Whether somebody is named between the head and the note."""
        figure, last = self._figures.of.get(name.first), len(self._article.paragraphs) - NOTES
        paragraphs = self._words.paragraphs
        names = figure.names if figure is not None else []
        return any(HEAD <= paragraphs[one.first] < last and paragraphs[one.first] != note for one in names)

    # Announcements

    def _announced(self) -> Iterator[tuple[int, Narrator]]:
        """Whose words follow a paragraph that announces them, with the number of the first of theirs."""
        text, paragraphs = self._article.text, self._article.paragraphs
        for number, paragraph in enumerate(paragraphs):
            if paragraph.end - paragraph.start > LONGEST_HEAD:
                continue
            announces = FOLLOWING.search(text, *paragraph) or (number == 0 and TITLED.search(text, *paragraph))
            titled = SPOKEN_BY.match(text, *paragraph) if number < HEAD else None
            if not (announces or titled) or not self._is_own(number + 1):
                continue
            behind = Span(titled.end() if titled else paragraph.start, paragraph.end)
            people = [name for name in self._names_in(behind) if self._is_person(name)]
            if titled and people and self._words.at(titled.end()) + INTRODUCED < people[0].first:
                continue
            joined = len(people) > 1 and "and" in self._words.lows[people[0].last + 1 : people[1].first]
            narrator = self._person(people[0]) if people and not joined else None
            if narrator is not None:
                yield number + 1, narrator

    def _is_own(self, first: int) -> bool:
        """Whether enough of the paragraphs from one on say "I" or "we" outside of quotation marks."""
        text, paragraphs = self._article.text, self._article.paragraphs[first:]
        said = sum(
            any(not self._scene.is_quoted(match.start()) for match in FIRST_PERSON.finditer(text, one.start, one.end))
            for one in paragraphs
        )
        return bool(paragraphs) and said >= OWN * len(paragraphs)

    def _names_in(self, span: Span) -> list[Name]:
        at = self._figures.at
        names = {at[index].first: at[index] for index in self._words.inside(span) if index in at}
        return [names[first] for first in sorted(names)]

    # Introductions

    def _introductions(self) -> Iterator[tuple[int, Narrator]]:
        """Who says in which paragraph who he is."""
        text, words = self._article.text, self._words
        for match in INTRODUCING.finditer(text):
            if self._scene.is_quoted(match.start()):
                continue
            first = words.at(match.end())
            name = self._introduced_at(first, bare="name" in match[0])
            if name is not None and name.first < len(words):
                narrator = self._person(name)
                if narrator is not None:
                    yield words.paragraphs[first], narrator

    def _introduced_at(self, first: int, bare: bool) -> Name | None:
        """The name that follows "I'm", at once or behind an office."""
        words, place = self._words, first
        while place < min(first + INTRODUCED, len(words) - 1) and place not in self._figures.at:
            if not words.adjacent(place):
                return None
            place += 1
        name = self._figures.at.get(place)
        if name is None or name.first != place or (len(name.keys) < 2 and not bare):
            return None
        behind = words.lows[name.last + 1] if name.last + 1 < len(words) else ""
        if words.flags[name.last] & POSSESSIVE or (words.adjacent(name.last) and behind not in BEHIND_NAME):
            return None
        office = [words.lows[at] for at in range(first, place)]
        plain = FUNCTION_WORDS.isdisjoint(office)
        return name if not office or (plain and office[-1].rpartition("-")[2] in OFFICE_WORDS) else None

    # People

    def _is_person(self, name: Name) -> bool:
        figure = self._figures.of.get(name.first)
        return figure is not None and (figure.kind or speaking_kind(figure, len(name.keys))) == "person"

    def _person(self, name: Name) -> Narrator | None:
        """The narrator that a name means, if it is a person's."""
        figure = self._figures.of.get(name.first)
        if figure is None or not self._is_person(name):
            return None
        return Narrator(figure, name.span)

    def _named(self, span: Span, alone: bool = False) -> Narrator | None:
        """Who bears a name that stands alone: somebody of the text, or somebody new.

        Args:
            span: The name.
            alone: Whether one word may be somebody's whole name, as under a letter.
        """
        printed = " ".join(span.of(self._words.text).split())
        keys = tuple(plain(match[0].lower()) for match in WORD.finditer(printed))
        if not keys or (len(keys) == 1 and not alone):
            return None
        for figure in self._figures.all:
            same = keys in figure.forms if len(keys) > 1 else figure.forms == {keys}
            if same and figure.kind in ("person", None):
                return Narrator(figure, span)
        figure = Figure(kind="person" if alone else "reporter", printed=printed)
        self._figures.all.append(figure)
        return Narrator(figure, span)


def _is_what(low: str) -> bool:
    """Whether a word tells what a person is."""
    return noun_kind(low) == "person" or low in OFFICE_WORDS
