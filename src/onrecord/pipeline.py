"""Pipeline: the stages one after the other, from a document to its reading. No input or output of its own.

The way is clean → segment → encode → extract → judge → resolve → assemble: whom a statement is aimed at is told by its
act, and resolved with everybody else.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.assemble import assemble, map_back
from onrecord.clean import clean
from onrecord.encode.model import Model
from onrecord.extract import Settings, extract
from onrecord.extract.attribution import Attribution
from onrecord.judge import judge
from onrecord.resolve import Naming, resolve
from onrecord.segment import segment
from onrecord.spans import normalise
from onrecord.types import Claim, Document, Form, Reading, Spans, Time

RULES = "2026.28"
"""Version of the rules: changes whenever a rule changes what is read, so that old readings stay beside new ones."""

DEFAULT_MODEL = "accurate"


class Reader:
    """A model opened, ready to read documents. Not to be shared between processes; cheap to keep.

    Args:
        model: Name of a model in the package.
        folder: Another model's folder, to measure one that is not shipped.

    Raises:
        ModelError: The model's files are missing or damaged.
    """

    def __init__(self, model: str = DEFAULT_MODEL, folder: Path | None = None) -> None:
        self.model = Model(model, folder)
        self.settings = Settings.of(self.model.settings, self.model.score_roles)

    def read(self, document: Document) -> Reading:
        """Read a document into a record of who said what.

        The same document, model and rules give the same reading, byte for byte, on the same instruction set.

        Args:
            document: The document.

        Returns:
            Its reading; without statements where it has none.
        """
        view = clean(document.text)
        article = segment(view.text, document.title, document.publisher, document.authors)
        encoded = self.model.encode(article)
        attributions = extract(article, encoded, self.settings)
        judged = judge(article, attributions, document.published)
        cast = resolve(article, attributions, [what.target for what in judged], Naming.of(encoded))
        models = {self.model.name: self.model.digest}
        return assemble(document, view.alignment, article, attributions, cast, judged, models, RULES)


@cache
def load_reader(model: str = DEFAULT_MODEL) -> Reader:
    """Open a model once in this process.

    Args:
        model: Name of a model in the package.

    Raises:
        ModelError: The model's files are missing or damaged.
    """
    return Reader(model)


def read_record(document: Document, model: str = DEFAULT_MODEL) -> Reading:
    """Read a document with a model of the package. See ``Reader.read``."""
    return load_reader(model).read(document)


def judge_marked(
    document: Document, content: Spans, cue: Spans, source: Spans
) -> tuple[Form, tuple[Claim, ...], Time | None]:
    """Judge one statement that a person marked in a document, by the rules that judge what is extracted.

    Args:
        document: The document.
        content: What was said: spans of the document's text, as are all others here.
        cue: The words that say that it was said.
        source: The words that say who said it.

    Returns:
        Its form, its claims, and when it was said. Without claims where cleaning leaves nothing of the content.
    """
    view = clean(document.text)
    article = segment(view.text, document.title, document.publisher, document.authors)
    in_view = [normalise(map(view.alignment.to_view, spans)) for spans in (content, cue, source)]
    if not in_view[0]:
        return "indirect", (), None
    attribution = Attribution(content=in_view[0], cue=in_view[1], source=in_view[2])
    judged = judge(article, [attribution], document.published)[0]
    return map_back((judged.form, judged.claims, judged.said_at), view.alignment)
