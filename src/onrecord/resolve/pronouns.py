"""Pronouns: whom he, she, they, it, I, we and who mean, by what was on stage before; one answer or none."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.figures import Figure
from onrecord.resolve.scene import Candidate, Scene
from onrecord.resolve.sources import Phrase
from onrecord.spans import Span

MARGIN = 1.15
"""How many times as salient as the next the best antecedent must be."""
FOCUS_MARGIN = 3
"""The same for somebody not known by the office that he is called by."""


def may_be_he(figure: Figure) -> bool:
    """Whether a figure may be "he"."""
    return figure.kind == "person" and not figure.plural and figure.gender != "f"


def may_be_she(figure: Figure) -> bool:
    """Whether a figure may be "she"."""
    return figure.kind == "person" and not figure.plural and figure.gender != "m"


def may_be_it(figure: Figure) -> bool:
    """Whether a figure may be "it"."""
    return figure.kind in ("organisation", "state", "document", "poll") and not figure.plural


def may_be_they(figure: Figure) -> bool:
    """Whether a figure may be "they": many, or a body that was heard."""
    return figure.plural or figure.kind == "group" or (figure.kind == "organisation" and figure.spoke)


FITS = {"he": may_be_he, "she": may_be_she, "it": may_be_it, "they": may_be_they}


def antecedents(scene: Scene, phrase: Phrase, skipped: Sequence[Span], barred: Figure | None) -> list[Candidate]:
    """Whom a pronoun of the third person may mean, the most salient first.

    Args:
        scene: The stage.
        phrase: The pronoun.
        skipped: The statement's own content.
        barred: A figure that cannot be meant: who speaks the quotation that the pronoun stands in.
    """
    fits = FITS[phrase.pronoun or ""]
    return scene.candidates(phrase.first, lambda figure: figure is not barred and fits(figure), skipped)


def is_clear(candidates: Sequence[Candidate], margin: float = MARGIN) -> bool:
    """Whether the first candidate is far enough before the second to be the answer."""
    return bool(candidates) and (len(candidates) == 1 or candidates[0].salience >= margin * candidates[1].salience)
