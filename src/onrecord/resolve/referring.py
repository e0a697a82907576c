"""Referring: the references of every attribution, each with the figure that it means."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.findings import Found
from onrecord.resolve.references import ReferenceFinder, Referred
from onrecord.resolve.speakers import SpeakerFinder
from onrecord.resolve.whom import Whom
from onrecord.spans import Span


def refer(
    finder: SpeakerFinder, found: Sequence[Found], targets: Sequence[Span | None]
) -> tuple[tuple[Referred, ...], ...]:
    """Find through what, on what, to whom and against whom each attribution is said.

    Args:
        finder: The finder of speakers, after its run.
        found: Who says each attribution.
        targets: Of each attribution the words for whom or what it is aimed at; or none at all.

    Returns:
        The references of each attribution, in their order.
    """
    references = ReferenceFinder(finder.words, finder.figures, finder.attributions)
    whom = Whom(finder.figures, finder.scene, finder.described.directory)
    aims = targets or [None] * len(found)
    referred = []
    for attribution, speaking, aim in zip(finder.attributions, found, aims, strict=True):
        own = list(references.find(attribution))
        if speaking.rule == "author" and all(one.field != "via" for one in own):
            own.append(Referred("via: document", speaking.evidence[0]))
        if aim is not None:
            own.append(Referred("target: meant", aim))
        referred.append(
            tuple(
                one._replace(figure=whom.of(one.span, attribution, speaking))
                if one.field in ("addressee", "target")
                else one
                for one in own
            )
        )
    return tuple(referred)
