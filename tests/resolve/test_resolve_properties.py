"""What holds of every cast, whatever the text: ids, spans, order."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.extract.attribution import Attribution
from onrecord.resolve import Cast, resolve
from onrecord.segment import segment
from onrecord.segment.article import Article
from onrecord.spans import Span

WORDS = """
Ada Stroud Lev Marsh Norvania Norvanian Calder Foods Inc US U.S. Oslo Norway he she it they I we who which his
the The a mayor Mayor President minister’s officials polls report said says told reporters a statement through his
lawyer
citing Telegram adding according to and of for in
Mr. Dr. Sen. van der al-Haddar O’Neil bin Jr. & <CALD.L> (CF) R-Ohio former latter pair company Q: A: 42 May ’s é
, . : ; — “ ” " ‘ ’ ( )
"""
PIECES = [*WORDS.split(), "\n\n", "\n", "\u00ad"]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, tuple[Attribution, ...]]:
    """A text with statements put at random: what a model might hand on at its worst."""
    text = draw(texts)

    def spans(least: int) -> tuple[Span, ...]:
        if not text:
            return ()
        edges = draw(st.lists(st.integers(0, len(text)), min_size=2 * least, max_size=4, unique=True).map(sorted))
        return tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False))

    count = draw(st.integers(0, 4)) if len(text) > 2 else 0
    parents = [draw(st.none() | st.integers(0, number - 1)) if number else None for number in range(count)]
    found = [Attribution(content=spans(1), cue=spans(0), source=spans(0), parent=parent) for parent in parents]
    return segment(text), tuple(found)


@settings(max_examples=300, deadline=None)
@given(articles())
def test_a_cast_is_whole(given_: tuple[Article, tuple[Attribution, ...]]) -> None:
    article, attributions = given_
    aims = [attribution.content[0] for attribution in attributions]
    cast = resolve(article, attributions, aims)
    entities = {entity.id: entity for entity in cast.entities}
    assert len(cast.speakers) == len(attributions)
    assert [entity.id for entity in cast.entities] == [f"e{number}" for number in range(len(entities))]
    assert [mention.id for mention in cast.mentions] == [f"m{number}" for number in range(len(cast.mentions))]
    assert [mention.span for mention in cast.mentions] == sorted({mention.span for mention in cast.mentions})
    for mention in cast.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(article.text)
        assert mention.span.covers(mention.head)
        assert mention.entity_id is None or mention.entity_id in entities
    for speaker in cast.speakers:
        assert set(speaker.entity_ids) <= set(entities)
        assert len(set(speaker.entity_ids)) == len(speaker.entity_ids)
        assert (speaker.confidence is None) == (not speaker.entity_ids)
        assert speaker.steps
        assert speaker.target is not None
        for reference in (speaker.via, speaker.basis, speaker.addressee, speaker.target):
            if reference is not None:
                assert 0 <= reference.span.start < reference.span.end <= len(article.text)
                assert reference.entity_id is None or reference.entity_id in entities


@settings(max_examples=100, deadline=None)
@given(articles())
def test_names_are_words_of_the_text(given_: tuple[Article, tuple[Attribution, ...]]) -> None:
    article, attributions = given_
    text = " ".join(article.text.split())
    for entity in resolve(article, attributions).entities:
        assert entity.name
        assert entity.name in text
        assert all(alias in text and alias != entity.name for alias in entity.aliases)
        for role in entity.roles:
            assert role.title or role.organisation
            assert 0 <= role.span.start < role.span.end <= len(article.text)


@settings(max_examples=50, deadline=None)
@given(articles())
def test_the_same_again_is_the_same(given_: tuple[Article, tuple[Attribution, ...]]) -> None:
    assert resolve(*given_) == resolve(*given_)


@settings(max_examples=100, deadline=None)
@given(articles())
@example((segment("told Telegram"), (Attribution(content=(Span(0, 1),), cue=(Span(0, 1),)),)))
def test_who_is_named_does_not_hang_on_the_statements(given_: tuple[Article, tuple[Attribution, ...]]) -> None:
    article, attributions = given_
    alone = {mention.span for mention in resolve(article, ()).mentions}
    assert alone <= {mention.span for mention in resolve(article, attributions).mentions}


def test_an_empty_article_has_nobody() -> None:
    assert resolve(segment(""), ()) == Cast((), (), ())


def test_a_statement_outside_of_every_sentence_has_no_speaker() -> None:
    article = Article("Ann said so.", (), (), (), (), ())
    (speaker,) = resolve(article, (Attribution(content=(Span(9, 11),), source=(Span(0, 3),)),)).speakers
    assert speaker.entity_ids == ()
    assert speaker.confidence is None
