"""Entities: figures and findings become the records of the cast, numbered as they appear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.resolve.captions import Aside
from onrecord.resolve.cast import Cast, Speaker
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.findings import Found
from onrecord.resolve.gazetteer import CAPITALS
from onrecord.resolve.names import Name
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.references import Referred
from onrecord.resolve.words import Words
from onrecord.spans import Span
from onrecord.types import Entity, Mention, MentionKind, Reference, Step


class _Place(NamedTuple):
    """A mention before it is numbered."""

    span: Span
    head: Span
    kind: MentionKind
    figure: Figure | None


def make_cast(
    words: Words,
    figures: Figures,
    found: Sequence[Found],
    referred: Sequence[Sequence[Referred]],
    aside: Sequence[Aside],
) -> Cast:
    """Number mentions and entities, and point the speakers at them.

    Args:
        words: The article's words.
        figures: Its figures.
        found: The finding of each attribution.
        referred: Its references.
        aside: The names in captions.
    """
    places = _places(words, figures, found, aside)
    spans = _spans_of(aside)
    ids: dict[int, str] = {}
    order: list[Figure] = []
    mentioned = [place.figure for place in places if place.figure is not None]
    for figure in (*mentioned, *(figure for finding in found for figure in finding.figures)):
        if id(figure) not in ids:
            ids[id(figure)] = f"e{len(order)}"
            order.append(figure)
    mentions = tuple(
        Mention(
            id=f"m{number}", span=place.span, head=place.head, kind=place.kind,
            entity_id=ids[id(place.figure)] if place.figure is not None else None,
        )
        for number, place in enumerate(places)
    )  # fmt: skip
    entities = tuple(_entity(words, ids[id(figure)], figure, spans.get(id(figure), ())) for figure in order)
    speakers = tuple(_speaker(finding, references, ids) for finding, references in zip(found, referred, strict=True))
    return Cast(mentions, entities, speakers)


def _speaker(finding: Found, referred: Sequence[Referred], ids: dict[int, str]) -> Speaker:
    """Who speaks a statement, with its references; a name of a place or of unknown kind is no entity."""
    fields = {one.field: Reference(span=one.span, entity_id=ids.get(id(one.figure))) for one in referred}
    return Speaker(
        entity_ids=tuple(dict.fromkeys(ids[id(figure)] for figure in finding.figures)),
        confidence=finding.confidence,
        steps=(*finding.steps(), *(Step(rule=one.rule, spans=(one.span,)) for one in referred)),
        via=fields.get("via"),
        basis=fields.get("basis"),
        addressee=fields.get("addressee"),
        target=fields.get("target"),
    )


def _places(words: Words, figures: Figures, found: Sequence[Found], aside: Sequence[Aside]) -> list[_Place]:
    """Every name of a figure whose kind is known, and every source phrase, in order of the text; each place once."""
    spoken = {id(figure) for finding in found for figure in finding.figures}
    places = {
        name.span: _Place(name.span, _name_head(words, name), "name", figure)
        for figure in figures.all
        if figure.kind is not None or id(figure) in spoken
        for name in figure.names
    }
    places.update((name.span, _Place(name.span, name.head, "name", name.figure)) for name in aside)
    unsure = [figures.at[first] for first, figure in figures.of.items() if figure is None]  # two fit equally well
    places.update((name.span, _Place(name.span, _name_head(words, name), "name", None)) for name in unsure)
    for finding in found:
        for phrase, means in finding.mentions:
            place = _place_of(words, phrase, means)
            if means is not None or place.span not in places:
                places[place.span] = place
    return [places[span] for span in sorted(places)]


def _place_of(words: Words, phrase: Phrase, means: Figure | None) -> _Place:
    if phrase.name is not None:
        return _Place(phrase.name.span, _name_head(words, phrase.name), "name", means)
    kind: MentionKind = "pronoun" if phrase.form == "pronoun" else "description"
    return _Place(words.span(phrase.first, phrase.last), words.span(phrase.head, phrase.head), kind, means)


def _name_head(words: Words, name: Name) -> Span:
    return words.span(name.last, name.last)


def _fullest(words: Words, figure: Figure, forms: Sequence[str]) -> str:
    """The longest printed form, before any handle; of a state the commonest that is no letters and no capital."""
    if figure.kind != "state":
        return max(forms, key=lambda form: (form[0] != "@", len(form)))
    printed = [name.span.of(words.text) for name in figure.names]
    return max(
        forms, key=lambda form: (not _is_capital(form), not _is_short(form), printed.count(form), -forms.index(form))
    )


def _is_capital(form: str) -> bool:
    return form.lower() in CAPITALS


def _is_short(form: str) -> bool:
    """Whether a state's name is letters, "UK", or one that is more often a land's than the state's."""
    return form.replace(".", "").isupper() or form == "America"


def _spans_of(aside: Sequence[Aside]) -> dict[int, list[Span]]:
    """The names in captions by the figure that they mean."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for name in aside:
        spans[id(name.figure)].append(name.span)
    return spans


def _entity(words: Words, entity_id: str, figure: Figure, aside: Sequence[Span]) -> Entity:
    spans = [*(name.span for name in figure.names), *aside]
    forms = list(dict.fromkeys(" ".join(span.of(words.text).split()) for span in spans))
    name = " ".join((figure.printed or _fullest(words, figure, forms)).split())
    return Entity(
        id=entity_id,
        kind=figure.kind or "organisation",
        named=figure.named,
        name=name,
        aliases=tuple(form for form in forms if form != name),
        affiliation=figure.affiliation,
        roles=tuple(figure.roles),
    )
