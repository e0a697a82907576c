"""Narrators: whose words a text is that says "I" outside of quotations: a letter's, a comment's, a speech's.

Whoever signs it, is told of at its end or in a note of the editor's, is announced before it, or stands in the byline;
in a paragraph, whoever says there who he is, "*I'm* Jo Park", or has the floor in a hearing. Nobody where two are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.resolve.announced import find_announcements
from onrecord.resolve.author_notes import find_author_notes, tells_what
from onrecord.resolve.figure import Figure, speaking_kind
from onrecord.resolve.figures import Figures
from onrecord.resolve.hearings import find_floor
from onrecord.resolve.letters import LINE, NAME, find_letter
from onrecord.resolve.lexicon import FUNCTION_WORDS
from onrecord.resolve.names import OFFICE_WORDS, Name
from onrecord.resolve.nouns import singular
from onrecord.resolve.scene import Scene
from onrecord.resolve.spelling import plain
from onrecord.resolve.words import POSSESSIVE, WORD, Words
from onrecord.segment.article import Article
from onrecord.segment.interviews import FIRST_PERSON
from onrecord.spans import Span

BYLINE = re.compile(
    rf"(?i:(?:story |written |text )?by):?\s+(?P<name>{NAME}{{1,3}}?)(?:\s*[,|–—-][^\n]*|\sin\s[^\n]*)?"
)
"""One author's name behind "By", with an office, a paper or a place behind it."""
INTRODUCING = re.compile(r"(?<![\w’'])(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s)\s")
INTRODUCED = 5
"""Words between that and the name, an office: "I'm *news editor* Jo Park"; and between an announcement and the name."""
BEHIND_NAME = frozenset({"and", "at", "for", "from", "here", "in", "of", "with"})
"""Words that may go on behind a name by which somebody says who he is."""
BEHIND_ANNOUNCED = frozenset({"at", "before", "during", "for", "in", "of", "on", "regarding", "to"})
"""Words behind a name that is announced, which say where or on what he speaks."""
HEADED = re.compile(
    rf"(?P<office>(?:[A-Z][\w.’'-]*\s){{0,3}}?)(?P<name>{NAME})"
    rf"(?=\s(?:{'|'.join(sorted(BEHIND_ANNOUNCED))})\s|\s*[,:–—]|\s*\Z)"
)
"""An office and a full name at the end of a headline, or before one of those."""
BEGINNING = 3
"""Paragraphs from the beginning in which whoever speaks on says who he is."""
REPLY = re.compile(r"[^\n]{0,40}[.?!]|[^\n]{0,800}\byou\b[^\n]{0,800}\?")
"""A paragraph of somebody who replies or asks."""
REPLIES = 0.1
"""Share of such paragraphs from which a text has more voices than one."""


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
        self._letter = find_letter(article.text, article.paragraphs)
        self._introduced = dict(self._introductions())
        names = {number: narrator.span for number, narrator in self._introduced.items()}
        self._floor = find_floor(article.text, article.paragraphs, names, scene.is_quoted)
        self._start = self._letter.first if self._letter is not None else 0
        self._whole = self._narrator()

    def at(self, word: int) -> Narrator | None:
        """Whose words a word is of that stands in no quotation.

        Args:
            word: Its number.

        Returns:
            None where the text does not tell.
        """
        paragraph = self._words.paragraphs[word]
        if paragraph in self._introduced:
            return self._introduced[paragraph]
        if paragraph in self._floor:
            name, asked = self._floor[paragraph]
            return None if asked else self._called(name)
        if paragraph < self._start or (paragraph > self._start + 1 and self._is_set_off(paragraph)):
            return None
        return self._whole

    def asked(self, word: int) -> Narrator | None:
        """To whom a word is said that stands in no quotation: whom a letter addresses, or a hearing's question.

        Args:
            word: Its number.

        Returns:
            None where the text does not tell.
        """
        paragraph, letter = self._words.paragraphs[word], self._letter
        if paragraph in self._floor:
            name, asked = self._floor[paragraph]
            return self._called(name) if asked else None
        if letter is None or letter.addressed is None or paragraph <= letter.first:
            return None
        return self._called(letter.addressed)

    def _is_set_off(self, paragraph: int) -> bool:
        """Whether a paragraph follows a colon, and so may be another's words, set off without quotation marks."""
        before = self._article.paragraphs[paragraph - 1].of(self._words.text)
        return before.endswith(":") and not before.isupper()

    def _narrator(self) -> Narrator | None:
        """Who narrates the whole text, or what stands behind an announcement."""
        if self._letter is not None:
            return self._named(self._letter.signed, alone=True)
        notes = find_author_notes(self._words, self._figures, self._article.paragraphs)
        told = [narrator for name in notes if (narrator := self._person(name)) is not None]
        if told:
            return told[0] if all(one.figure is told[0].figure for one in told) else None
        announced = self._announced() if not self._article.turns else None
        return announced or self._only_introduced() or self._byline()

    # Announcements

    def _announced(self) -> Narrator | None:
        """Whose words follow the first paragraph that announces somebody's; from there on they are his."""
        text, paragraphs = self._words.text, self._article.paragraphs
        own = [self._is_own(one) for one in paragraphs]
        for number, span, comes_next in find_announcements(text, paragraphs, own):
            people = [name for name in self._names_in(span) if self._is_person(name)]
            headed = self._headed(span) if comes_next and not people else None
            if headed is not None:
                self._start = number
                return headed
            joined = len(people) > 1 and "and" in self._words.lows[people[0].last + 1 : people[1].first]
            far = comes_next and people and people[0].first - self._words.at(span.start) > INTRODUCED
            if people and not joined and not far and not (comes_next and self._goes_on(people[0])):
                self._start = number
                return self._person(people[0])
        return None

    def _headed(self, span: Span) -> Narrator | None:
        """Who is announced in a headline where all words have capitals, and whom nothing else names."""
        match = HEADED.match(self._words.text, span.start, span.end)
        if match is None or any(low in OFFICE_WORDS for low in match["name"].lower().split()):
            return None
        office = match["office"].lower().replace(".", "").split()
        holds = all(low in OFFICE_WORDS for low in office)
        return self._named(Span(*match.span("name")), alone=True) if holds else None

    def _goes_on(self, name: Name) -> bool:
        """Whether a headline says more of whom it names than where: "Remarks by Jo Park *drew fire*", *Jo Park's*."""
        words, after = self._words, name.last + 1
        if words.flags[name.last] & POSSESSIVE:
            return True
        ends = after >= len(words) or words.paragraphs[after] != words.paragraphs[name.last]
        return not ends and words.adjacent(name.last) and words.lows[after] not in BEHIND_ANNOUNCED

    def _is_own(self, paragraph: Span) -> bool:
        """Whether a paragraph says "I" or "we" outside of quotation marks."""
        found = FIRST_PERSON.finditer(self._words.text, *paragraph)
        return any(not self._scene.is_quoted(match.start()) for match in found)

    # Introductions

    def _introductions(self) -> Iterator[tuple[int, Narrator]]:
        """Who says in which paragraph who he is."""
        words = self._words
        for match in INTRODUCING.finditer(words.text):
            first = words.at(match.end())
            if first >= len(words) or self._scene.is_quoted(match.start()):
                continue
            name = self._introduced_at(first, "name" in match[0])
            narrator = self._person(name) if name is not None else None
            if narrator is not None:
                yield words.paragraphs[first], narrator

    def _introduced_at(self, first: int, bare: bool) -> Name | None:
        """The full name that follows "I'm", at once or behind an office; behind "my name is" one word may be it."""
        words, place = self._words, first
        while place < min(first + INTRODUCED, len(words) - 1) and place not in self._figures.at:
            if not words.adjacent(place):
                return None
            place += 1
        name = self._figures.at.get(place)
        if name is None or name.first != place or (len(name.keys) < 2 and not bare):
            return None
        goes_on = words.adjacent(name.last) and words.lows[name.last + 1] not in BEHIND_NAME
        if goes_on or words.flags[name.last] & POSSESSIVE:
            return None
        office = words.lows[first:place]
        is_office = FUNCTION_WORDS.isdisjoint(office) and (not office or office[-1].rpartition("-")[2] in OFFICE_WORDS)
        return name if is_office else None

    def _only_introduced(self) -> Narrator | None:
        """Who alone says at the beginning who he is, where one voice goes on and nobody replies."""
        paragraphs, said = self._article.paragraphs, sorted(self._introduced)
        if not said or said[0] >= BEGINNING:
            return None
        first = self._introduced[said[0]]
        replies = sum(REPLY.fullmatch(self._words.text, *one) is not None for one in paragraphs)
        alone = all(self._introduced[number].figure is first.figure for number in said)
        return first if alone and replies <= REPLIES * len(paragraphs) else None

    # Bylines

    def _byline(self) -> Narrator | None:
        """The only one who stands in the byline."""
        text, found = self._words.text, []
        first = [one for one in self._article.paragraphs[:1] if one.end - one.start <= LINE]
        for line in (*(block.span for block in self._article.blocks if block.kind == "byline"), *first):
            start = line.end - len(line.of(text).lstrip())
            match = BYLINE.fullmatch(text, start, start + len(line.of(text).strip()))
            if match is None and text[start : start + 3].lower() == "by ":
                return None
            if match is not None:
                found.append(self._named(Span(*match.span("name"))))
        return found[0] if len(found) == 1 else None

    # People

    def _names_in(self, span: Span) -> list[Name]:
        at = self._figures.at
        names = {at[index].first: at[index] for index in self._words.inside(span) if index in at}
        return [names[first] for first in sorted(names)]

    def _is_person(self, name: Name) -> bool:
        figure = self._figures.of.get(name.first)
        return figure is not None and (figure.kind or speaking_kind(figure, len(name.keys))) == "person"

    def _person(self, name: Name) -> Narrator | None:
        """Whom a name means, if it is a person's."""
        figure = self._figures.of.get(name.first)
        return Narrator(figure, name.span) if figure is not None and self._is_person(name) else None

    def _called(self, span: Span) -> Narrator | None:
        """Who is called by a name in the text; "Dear Friends" calls nobody by name."""
        names = self._names_in(span)
        figure = self._figures.of.get(names[0].first) if len(names) == 1 else None
        if figure is None or figure.kind not in ("person", None) or tells_what(singular(names[0].keys[-1])):
            return None
        return Narrator(figure, names[0].span)

    def _named(self, span: Span, alone: bool = False) -> Narrator | None:
        """Who bears a name that stands alone: somebody of the text, or somebody new.

        Args:
            span: The name.
            alone: Whether one word may be somebody's whole name, as under a letter.
        """
        names = self._names_in(span)
        known = self._person(names[0]) if len(names) == 1 and len(names[0].keys) > 1 else None
        if known is not None:
            return known
        printed = " ".join(span.of(self._words.text).split())
        keys = tuple(plain(match[0].lower()) for match in WORD.finditer(printed))
        if not keys or (len(keys) == 1 and not alone):
            return None
        for figure in self._figures.all:
            same = keys in figure.forms if len(keys) > 1 else figure.forms == {keys}
            if same and figure.kind in ("person", None):
                return Narrator(figure, span)
        return Narrator(Figure(kind="person" if alone else "reporter", printed=printed), span)
