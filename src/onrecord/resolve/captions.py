"""Captions: who is named beside a picture, in the blocks that are not read for statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.resolve.casing import Casing
from onrecord.resolve.figure import Figure, Keys, may_be_same, surname
from onrecord.resolve.figures import NAMESAKES, Figures
from onrecord.resolve.kinds import kind_of
from onrecord.resolve.names import find_names
from onrecord.resolve.words import Words
from onrecord.segment.article import Article
from onrecord.segment.sentences import find_sentences
from onrecord.spans import Span
from onrecord.types import BlockKind

NAMING: frozenset[BlockKind] = frozenset({"caption"})
"""Kinds of block that name somebody of whom the report tells, and give no statements. A credit names the photographer,
a byline the reporter, boilerplate anybody."""


class Aside(NamedTuple):
    """A name that stands in no sentence that is read: its span and head, and whom it means."""

    span: Span
    head: Span
    figure: Figure


def name_aside(article: Article, casing: Casing, figures: Figures) -> list[Aside]:
    """Find the names in captions; those of nobody in the article become figures of their own.

    Args:
        article: The article.
        casing: How the sentences that are read write their words.
        figures: The figures of those sentences, their kinds settled; who is called by a surname there and by the full
            name here becomes a person.

    Returns:
        The names of persons, bodies and states.
    """
    paragraphs = _paragraphs(article)
    if not paragraphs:
        return []
    sentences = find_sentences(article.text, paragraphs)
    words = Words(Article(article.text, article.blocks, paragraphs, sentences, (), ()))
    own = Casing(words)
    own.capital.update(casing.capital)
    own.lower.update(casing.lower)
    twins = _Twins(figures)
    found: list[Aside] = []
    for figure in Figures(words, own, find_names(words, own)).all:
        figure.kind = kind_of(words, own, figure)
        twin = twins.of(figure)
        if twin is not None and twin.kind is None and figure.kind == "person":
            twin.kind = "person"
        meant = twin if twin is not None else figure
        if meant.kind is not None:
            found.extend(Aside(name.span, words.span(name.last, name.last), meant) for name in figure.names)
    return found


def _paragraphs(article: Article) -> tuple[Span, ...]:
    out = []
    for block in article.blocks:
        text = block.span.of(article.text)
        if block.kind in NAMING and text.strip():
            start = block.span.start + len(text) - len(text.lstrip())
            out.append(Span(start, block.span.start + len(text.rstrip())))
    return tuple(out)


class _Twins:
    """Finds the figure of the article that a caption's is."""

    def __init__(self, figures: Figures) -> None:
        self._states = figures.by_state
        self._by_form: dict[Keys, Figure] = {}
        self._people: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures.all:
            for form in sorted(figure.forms):
                self._by_form.setdefault(form, figure)
            if figure.kind in ("person", None) and figure.forms:
                for last in sorted({surname(form) for form in figure.forms}):
                    self._people[last].append(figure)

    def of(self, figure: Figure) -> Figure | None:
        """The only figure that has the same name, or may be the same person; None where there is none."""
        for form in sorted(figure.forms, key=lambda form: (-len(form), form)):
            if form in self._by_form:
                return self._by_form[form]
        if figure.kind != "person":
            return None
        longest = max(sorted(figure.forms), key=len)
        namesakes = self._people.get(surname(longest), [])[:NAMESAKES]
        fitting = [one for one in namesakes if _may_be(longest, one)]
        return fitting[0] if len(fitting) == 1 else None


def _may_be(keys: Keys, figure: Figure) -> bool:
    """Whether a person's name may be a figure's: it or the figure is called by the surname alone, or both names fit."""
    alone: Sequence[Keys] = [form for form in figure.forms if len(form) == 1]
    if len(keys) == 1 or len(alone) == len(figure.forms):
        return True
    return may_be_same(keys, figure)
