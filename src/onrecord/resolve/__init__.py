"""resolve: mentions to entities, and the speaker of each statement, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attribution import Attribution
from onrecord.resolve.captions import name_aside
from onrecord.resolve.casing import Casing
from onrecord.resolve.cast import Cast, Speaker
from onrecord.resolve.entities import make_cast
from onrecord.resolve.everywhere import settle_kinds
from onrecord.resolve.figures import Figures
from onrecord.resolve.handles import bind_handles, with_handles
from onrecord.resolve.holders import part_holders
from onrecord.resolve.names import find_names
from onrecord.resolve.naming import Naming
from onrecord.resolve.referring import refer
from onrecord.resolve.roles import find_roles
from onrecord.resolve.speakers import SpeakerFinder
from onrecord.resolve.topic import find_topic
from onrecord.resolve.words import Words
from onrecord.segment.article import Article
from onrecord.spans import Span

__all__ = ["Cast", "Naming", "Speaker", "resolve"]


def resolve(
    article: Article,
    attributions: Sequence[Attribution],
    targets: Sequence[Span | None] = (),
    naming: Naming | None = None,
) -> Cast:
    """Find who is named and meant in an article, and who says each statement, through whom, to whom and against whom.

    Args:
        article: The article.
        attributions: Its attributions.
        targets: Of each attribution the words for whom or what it is aimed at, as ``judge`` found them; or none at all.
        naming: What the network says that words name; without it, rules and a classifier alone tell the kinds of what
            is only named.

    Returns:
        Mentions, entities and one speaker for each attribution. Spans are of ``article.text``.
    """
    words = Words(article)
    casing = Casing(words, [span for one in attributions for span in one.source])
    figures = Figures(words, casing, with_handles(words, part_holders(words, find_names(words, casing))))
    bind_handles(words, figures)
    find_roles(words, figures)
    finder = SpeakerFinder(article, words, figures, attributions)
    found = finder.run()
    referred = refer(finder, found, targets)
    settle_kinds(words, casing, figures, found, referred, naming)
    cast = make_cast(words, figures, found, referred, name_aside(article, casing, figures))
    speakers = (
        replace(speaker, topic=find_topic(words, attribution))
        for speaker, attribution in zip(cast.speakers, attributions, strict=True)
    )
    return replace(cast, speakers=tuple(speakers))
