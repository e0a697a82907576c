"""Whom: the figure that words mean which are no source: whoever is told, accused, asked."""

from __future__ import annotations

from onrecord.extract.attribution import Attribution
from onrecord.resolve.descriptions import Directory
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.findings import Found
from onrecord.resolve.pronouns import THIRD_PERSON, antecedents, is_clear
from onrecord.resolve.scene import Scene
from onrecord.resolve.sources import read_source
from onrecord.spans import Span


class Whom:
    """Reads words for the figure that they mean, once the speakers of an article are known.

    Args:
        figures: The article's figures.
        scene: Its stage.
        directory: Who can be called by which noun.
    """

    def __init__(self, figures: Figures, scene: Scene, directory: Directory) -> None:
        self.figures = figures
        self.scene = scene
        self.directory = directory

    def of(self, span: Span, attribution: Attribution, found: Found) -> Figure | None:
        """Whom words mean: by a name, a pronoun or an office; nobody where several are meant or none is clear.

        Args:
            span: The words.
            attribution: The statement that they belong to.
            found: Who speaks it, and so is not meant.
        """
        phrases = read_source(self.scene.words, self.figures, (span,), ())
        if len(phrases) != 1:
            return None
        (phrase,) = phrases
        if phrase.name is not None:
            figure = self.figures.of.get(phrase.name.first)
            return figure if figure is not None and figure.kind is not None else None
        if phrase.pronoun in THIRD_PERSON:
            barred = found.figures[0] if found.figures else None
            quoted = self.scene.is_quoted(span.start)
            candidates = antecedents(self.scene, phrase, attribution.content, barred, quoted)
            return candidates[0].figure if is_clear(candidates) else None
        fitting = self.directory.matches(phrase) if phrase.definite and phrase.pronoun is None else []
        return fitting[0] if len(fitting) == 1 and fitting[0] not in found.figures else None
