"""extract: attributions from the model's outputs: source, cue, content."""

from __future__ import annotations

from dataclasses import replace

from onrecord.encode.model import Encoded
from onrecord.extract.acts import act_chances, quoted_act_chances
from onrecord.extract.anchors import find_anchors
from onrecord.extract.attribution import Attribution
from onrecord.extract.confidence import source_confidence, statement_confidence
from onrecord.extract.continued import continued_quotations
from onrecord.extract.hedges import hedge_chances
from onrecord.extract.inference import find_sources
from onrecord.extract.nesting import nest
from onrecord.extract.quoted import quoted_paragraphs, whole_quotations
from onrecord.extract.roles import read_roles
from onrecord.extract.settings import Settings
from onrecord.extract.statements import content_spans, draft_statements, role_spans
from onrecord.extract.turns import spoken_turns
from onrecord.segment.article import Article

__all__ = ["Attribution", "Settings", "extract"]


def extract(article: Article, encoded: Encoded, settings: Settings) -> tuple[Attribution, ...]:
    """Find who is said to have said what in an article.

    Args:
        article: The article.
        encoded: Its words with the network's outputs.
        settings: Decoding settings of the same model.

    Returns:
        Attributions by where their content begins, an outer one before those nested in it. A statement whose verb
        spares its source has the nearest one, marked as inferred; a quotation without a cue stands alone, and so do a
        paragraph that is one quotation and what is spoken in a transcript.
    """
    words = encoded.words
    parts = read_roles(encoded, find_anchors(encoded.anchors, settings.threshold), settings.scorer)
    drafts = draft_statements(parts, words)
    outer = [quotation for quotation in article.quotations if quotation.depth == 0]
    attributions = []
    for draft, source in zip(drafts, find_sources(words, drafts), strict=True):
        content = content_spans(words, draft.content, outer)
        if not content:
            continue
        attributions.append(
            Attribution(
                content=content,
                cue=role_spans(words, draft.cue),
                source=source,
                inferred=bool(source) and not draft.source,
                confidence=statement_confidence(draft, settings),
                source_confidence=source_confidence(draft, settings) if source else None,
                acts=act_chances(encoded, draft),
                hedges=hedge_chances(words, draft),
            )
        )
    attributions = continued_quotations(article, whole_quotations(article, attributions))
    attributions += spoken_turns(article, attributions)
    attributions = quoted_paragraphs(article, attributions)
    return nest(
        [one if one.acts or one.cue else replace(one, acts=quoted_act_chances(encoded, one)) for one in attributions]
    )
