"""Any reading that does not contradict itself, for hypothesis."""

from __future__ import annotations

from typing import get_args

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from onrecord.spans import Span
from onrecord.types import (
    Act,
    Block,
    BlockKind,
    Bound,
    Certainty,
    Claim,
    Confidence,
    Document,
    Entity,
    EntityKind,
    Form,
    Mention,
    MentionKind,
    Polarity,
    Quantity,
    Reading,
    Reference,
    Role,
    Spans,
    Statement,
    Step,
    Time,
    TimeType,
)

texts = st.text(max_size=12)
names = st.text(min_size=1, max_size=12)
shares = st.none() | st.floats(0, 1)
maybe = st.none() | texts


def spans(length: int) -> SearchStrategy[Span]:
    """Spans of a text of a length."""
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(*sorted(pair)))


def words(length: int) -> SearchStrategy[Span]:
    """Spans that are not empty."""
    return st.tuples(st.integers(0, length - 1), st.integers(1, length)).map(
        lambda pair: Span(pair[0], max(pair[0] + 1, pair[1]))
    )


def some(item: SearchStrategy[Span]) -> SearchStrategy[Spans]:
    return st.lists(item, max_size=3).map(tuple)


def one_of(literal: object) -> SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


def tuples(item: SearchStrategy[object], most: int = 2) -> SearchStrategy[tuple[object, ...]]:
    return st.lists(item, max_size=most).map(tuple)


documents = st.builds(
    Document,
    id=names,
    origin=texts,
    title=maybe,
    publisher=maybe,
    authors=tuples(texts),
    published=maybe,
    fetched=maybe,
    url=maybe,
    language=st.just("en"),
    sha256=texts,
    text=st.text(min_size=1, max_size=80),
)


def times(span: SearchStrategy[Span]) -> SearchStrategy[Time]:
    return st.builds(Time, span=span, type=one_of(TimeType), value=maybe, from_=maybe, to=maybe, granularity=maybe)


def claims(span: SearchStrategy[Span]) -> SearchStrategy[Claim]:
    quantities = st.builds(
        Quantity,
        span=span,
        low=maybe,
        high=maybe,
        bound=one_of(Bound),
        unit=maybe,
        of=st.none() | span,
        change=maybe,
        per=maybe,
    )
    return st.builds(
        Claim,
        span=span,
        polarity=one_of(Polarity),
        condition=st.none() | span,
        certainty=st.none() | st.builds(Certainty, span=span, phrase=texts),
        quantities=st.none() | tuples(quantities),
        times=st.none() | tuples(times(span)),
    )


@st.composite
def any_reading(draw: DrawFn) -> Reading:
    """A reading whose ids are there once, and which points at nothing that it has not."""
    document = draw(documents)
    span = spans(len(document.text))
    roles = st.builds(Role, title=maybe, organisation=maybe, former=st.booleans(), span=span)
    people = st.builds(
        Entity,
        id=names,
        kind=one_of(EntityKind),
        named=st.booleans(),
        name=texts,
        aliases=tuples(texts),
        affiliation=maybe,
        roles=tuples(roles),
    )
    entities = draw(st.lists(people, min_size=1, max_size=3, unique_by=lambda entity: entity.id))
    who = st.sampled_from([entity.id for entity in entities])
    mentions = st.builds(Mention, id=names, span=span, head=span, kind=one_of(MentionKind), entity_id=st.none() | who)
    references = st.none() | st.builds(Reference, span=span, entity_id=st.none() | who)
    said = st.builds(
        Statement,
        id=names,
        block=one_of(BlockKind),
        form=one_of(Form),
        act=one_of(Act),
        negated=st.booleans(),
        colour=maybe,
        content=st.lists(words(len(document.text)), min_size=1, max_size=3).map(tuple),
        cue=some(span),
        source=some(span),
        inferred=st.booleans(),
        speaker_ids=tuples(who),
        via=references,
        basis=references,
        addressee=references,
        target=references,
        topic=st.none() | span,
        said_at=st.none() | times(span),
        claims=tuples(claims(span)),
        confidence=st.builds(Confidence, statement=shares, source=shares, speaker=shares),
        steps=tuples(st.builds(Step, rule=texts, spans=some(span), score=shares, note=maybe)),
    )
    statements = draw(st.lists(said, max_size=3, unique_by=lambda statement: statement.id))
    if len(statements) > 1:
        statements[-1] = msgspec.structs.replace(statements[-1], parent=statements[0].id)
    return Reading(
        id=draw(names),
        document=document,
        blocks=draw(tuples(st.builds(Block, span=span, kind=one_of(BlockKind)))),
        mentions=draw(tuples(mentions, 4)),
        entities=tuple(entities),
        statements=tuple(statements),
        models=draw(st.dictionaries(texts, texts, max_size=2)),
        rules=draw(texts),
    )
