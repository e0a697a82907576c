"""What holds for every text, hostile ones too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judge.marked import judge_marked

from onrecord.extract.attribution import Attribution
from onrecord.judge import judge
from onrecord.judge.words import Words
from onrecord.segment import segment
from onrecord.spans import Span
from onrecord.types import ACTS

VOCABULARY = """the ferry captain did not n't never no only said say may could likely very if unless who that , . ? " “
    ” ' ’ — and but İstanbul U.S. won't can’t 2.5 % – … they we I will must because was is"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@given(TEXTS, st.data())
def test_every_span_stands_in_the_text_and_every_claim_in_the_content(text, data):
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    content, cue = data.draw(bounds), data.draw(bounds)
    if content[0] == content[1]:
        content[0], content[1] = 0, len(text)
    article = segment(text)
    attribution = Attribution(content=(Span(*content),), cue=(Span(*cue),) if cue[0] < cue[1] else ())
    check(article, attribution)


def check(article, attribution):
    (judged,) = judge(article, [attribution])
    assert judged.act in ACTS
    assert judged.claims
    starts = [claim.span.start for claim in judged.claims]
    assert starts == sorted(starts)
    for claim in judged.claims:
        assert attribution.content[0].start <= claim.span.start < claim.span.end
        for inner in (claim.condition, claim.certainty and claim.certainty.span):
            assert inner is None or claim.span.covers(inner)
    for step in judged.steps:
        assert all(0 <= span.start < span.end <= len(article.text) for span in step.spans)


@given(TEXTS)
def test_words_are_the_text_in_order(text):
    words = Words(segment(text))
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
    assert all(text[start:end].strip() for start, end in zip(words.starts, words.ends, strict=True))


def test_one_judgement_an_attribution_in_order():
    text = 'Ann said "yes". Bob denied it all. Carl left.'
    article = segment(text)
    attributions = [
        Attribution(content=(Span(9, 14),), cue=(Span(4, 8),), source=(Span(0, 3),)),
        Attribution(content=(Span(27, 33),), cue=(Span(20, 26),), source=(Span(16, 19),)),
    ]
    assert [judged.form for judged in judge(article, attributions)] == ["direct", "indirect"]
    assert judge(article, attributions)[1].act == "deny"
    assert judge(article, []) == ()


def test_content_outside_every_sentence_is_one_claim():
    text = "Photo: the mill. It burned, the owner said."
    article = segment(text)
    bare = type(article)(text, article.blocks, (), (), (), ())
    (judged,) = judge(bare, [Attribution(content=(Span(17, 26),), cue=(Span(38, 42),))])
    assert [claim.span.of(text) for claim in judged.claims] == ["It burned"]


def test_the_same_twice():
    case = "<“If it rains, the well may not be dry,”> {she} [claimed]."
    assert judge_marked(case) == judge_marked(case)


@pytest.mark.parametrize(
    "content",
    [
        "not un-" * 1_500 + "known",
        "it is not " + "not " * 2_500 + "so",
        "he may, but " * 800,
        "not only, " * 1_000,
        ", which " * 1_200,
        "I think that " * 800,
        "if it rains, but if he goes, " * 300,
        "a." * 5_000,
        "x" * 10_000,
        "“" * 10_000,
    ],
)
def test_hostile_content_is_judged_like_any_other(content):
    text = f"He said {content} today."
    check(segment(text), Attribution(content=(Span(8, len(text)),), cue=(Span(3, 7),), source=(Span(0, 2),)))
