"""What holds of every cast, whatever the text: ids, spans, order, time."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
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
WORD = re.compile(r"\S+")
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


def said(text: str) -> tuple[Article, tuple[Attribution, ...]]:
    """Every sentence as a statement of its first word's, its second word the cue where there are three."""
    article = segment(text)
    out = []
    for sentence in article.sentences:
        words = [
            Span(sentence.start + at.start(), sentence.start + at.end()) for at in WORD.finditer(sentence.of(text))
        ]
        if len(words) > 1:
            cue = words[1:2] if len(words) > 2 else []
            content = Span(words[len(cue) + 1].start, sentence.end)
            out.append(Attribution(content=(content,), cue=tuple(cue), source=(words[0],)))
    return article, tuple(out)


def pieces(count: int) -> tuple[Article, tuple[Attribution, ...]]:
    """One statement of many pieces, and a way of saying between each two."""
    text = "Ann said " + "so in a statement " * count
    content = tuple(Span(match.start(), match.end()) for match in re.finditer("so", text))
    return segment(text), (Attribution(content=content, cue=(Span(4, 8),), source=(Span(0, 3),)),)


def crowded(count: int) -> tuple[Article, tuple[Attribution, ...]]:
    """Many statements in one sentence, all with the same content."""
    text = "Ann said in a statement " + "told reporters " * count + "no"
    content = (Span(len(text) - 2, len(text)),)
    cues = [Span(match.start(), match.end()) for match in re.finditer("told", text)]
    return segment(text), tuple(Attribution(content=content, cue=(cue,), source=(Span(0, 3),)) for cue in cues)


def many(count: int) -> list[str]:
    """Made-up surnames, all different."""
    letters = "abcdefghij"
    return [
        f"K{letters[n % 10]}{letters[n // 10 % 10]}{letters[n // 100 % 10]}{letters[n // 1000]}n" for n in range(count)
    ]


HOSTILE: dict[str, Callable[[int], str]] = {
    "one run of capitals": lambda n: "Aa " * (n * 10),
    "one surname, many people": lambda n: "".join(f"{name} Smith said he would go.\n\n" for name in many(n)),
    "an ambiguous surname": lambda n: "Ann Smith left. Bob Smith left. " + "Smith said no. " * n,
    "many holders of one office": lambda n: "".join(
        f"Minister {name} Lo spoke. The minister said no. " for name in many(n)
    ),
    "he said, he said": lambda n: "Ann Lee left. " + "He said it was so. " * n,
    "pairs": lambda n: "Ann Lee and Bob Ray left. " + "The pair said it was so. " * n,
    "bodies with one last word": lambda n: "".join(f"The {name} Bank fell. The Bank said no. " for name in many(n)),
    "commas": lambda n: "Ann Lee, " * (n * 5),
    "of, of, of": lambda n: "Bank of " * (n * 5),
    "open quotation marks": lambda n: "“Ann " * (n * 5),
    "apostrophes": lambda n: "a'" * (n * 20),
    "full stops": lambda n: "a." * (n * 20),
    "surnames that differ by a letter": lambda n: "".join(
        f"Ann {name}son left. {name}sen said no. " for name in many(n)
    ),
    "the administration": lambda n: "The Lo administration left. The administration said no. " * n,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text(make: Callable[[int], str]) -> None:
    small, large = said(make(500)), said(make(4000))
    took = min(_cpu_s(*small) for _ in range(2))
    assert _cpu_s(*large) < 8 * 3 * took + 0.3


@pytest.mark.parametrize("make", [pieces, crowded])
def test_time_grows_with_the_statements(make: Callable[[int], tuple[Article, tuple[Attribution, ...]]]) -> None:
    small, large = make(500), make(4000)
    took = min(_cpu_s(*small) for _ in range(2))
    assert _cpu_s(*large) < 8 * 3 * took + 0.3


def _cpu_s(article: Article, attributions: tuple[Attribution, ...]) -> float:
    start = time.process_time()
    resolve(article, attributions)
    return time.process_time() - start
