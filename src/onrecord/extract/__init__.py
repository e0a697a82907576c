"""extract: attributions from the model's outputs: source, cue, content."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.encode.model import Encoded
from onrecord.extract.attribution import Attribution
from onrecord.extract.confidence import source_confidence, statement_confidence
from onrecord.extract.decode import Piece, best_tags, pieces_of
from onrecord.extract.inference import nearest_source
from onrecord.extract.links import link_pieces
from onrecord.extract.settings import Settings
from onrecord.extract.statements import draft_statements, role_spans
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
        Attributions by where their content begins. A statement with a cue and no source has the nearest one, marked
        as inferred; a quotation without a cue stands alone, and so does what is spoken in a transcript.
    """
    paragraphs = encoded.words.paragraphs
    pieces = pieces_of(best_tags(encoded.tags, settings.transitions), paragraphs)
    linked = link_pieces(encoded, pieces, settings.biases)
    drafts = draft_statements(pieces, linked, paragraphs)
    outer = [quotation for quotation in article.quotations if quotation.depth == 0]
    sources = [role_spans(encoded.words, _of(pieces, draft.source), outer) for draft in drafts]
    found = sorted(source for source in sources if source)
    attributions = []
    for draft, own in zip(drafts, sources, strict=True):
        cue = role_spans(encoded.words, _of(pieces, draft.cue), outer)
        source = own or (nearest_source(article.text, cue[0], found) if cue else ())
        attributions.append(
            Attribution(
                content=role_spans(encoded.words, _of(pieces, draft.content), outer),
                cue=cue,
                source=source,
                inferred=bool(source) and not own,
                confidence=statement_confidence(encoded, pieces, linked, draft, settings),
                source_confidence=source_confidence(encoded, pieces, linked, draft, settings) if source else None,
            )
        )
    attributions += spoken_turns(article, attributions)
    return tuple(sorted(attributions, key=lambda attribution: attribution.content))


def _of(pieces: Sequence[Piece], numbers: Sequence[int]) -> list[Piece]:
    return [pieces[number] for number in numbers]
