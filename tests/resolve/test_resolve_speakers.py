"""What a page of cases cannot mark: inferred sources, sources in pieces, steps and confidence."""

from __future__ import annotations

import pytest

from onrecord.extract.attribution import Attribution
from onrecord.resolve import Cast, Speaker, resolve
from onrecord.segment import segment
from onrecord.spans import Span


def span(text: str, words: str) -> Span:
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def names(cast: Cast, speaker: Speaker) -> list[str]:
    found = {entity.id: entity.name for entity in cast.entities}
    return [found[entity_id] for entity_id in speaker.entity_ids]


def test_a_source_inferred_for_a_passive_is_none() -> None:
    text = "Piet Roos, the mayor, spoke first. Asked if the dam was safe, nobody replied."
    attribution = Attribution(
        content=(span(text, "if the dam was safe"),),
        cue=(span(text, "Asked"),),
        source=(span(text, "Piet Roos"),),
        inferred=True,
    )
    (speaker,) = resolve(segment(text), (attribution,)).speakers
    assert speaker.entity_ids == ()
    assert speaker.steps[0].rule == "speaker: no source named"


def test_an_inferred_source_is_less_sure() -> None:
    text = "Piet Roos, the mayor, said the dam was safe and insisted it would hold."
    source, cue = (span(text, "Piet Roos"),), (span(text, "insisted"),)
    content = (span(text, "it would hold"),)
    own = Attribution(content=content, cue=cue, source=source)
    inferred = Attribution(content=content, cue=cue, source=source, inferred=True)
    first, second = (resolve(segment(text), (one,)) for one in (own, inferred))
    assert names(first, first.speakers[0]) == names(second, second.speakers[0]) == ["Piet Roos"]
    assert (second.speakers[0].confidence or 0) < (first.speakers[0].confidence or 0)


def test_of_two_far_sources_the_one_beside_the_cue_counts() -> None:
    text = "Andrea Blume runs the shop. It is closed on Mondays, and a survey by the town found that few mind."
    attribution = Attribution(
        content=(span(text, "that few mind"),),
        cue=(span(text, "found"),),
        source=(span(text, "Andrea Blume"), span(text, "a survey by the town")),
    )
    cast = resolve(segment(text), (attribution,))
    assert names(cast, cast.speakers[0]) == ["a survey by the town"]


@pytest.mark.parametrize(("told", "rule"), [("the hall was shut", "heard again"), ("few drivers came", "pronoun")])
def test_they_is_not_a_body_because_it_spoke_last_where_it_told_of_people(told: str, rule: str) -> None:
    text = f"The Harbour Club said that {told}. They called it late."
    said = Attribution(
        content=(span(text, f"that {told}"),), cue=(span(text, "said"),), source=(span(text, "The Harbour Club"),)
    )
    again = Attribution(content=(span(text, "late"),), cue=(span(text, "called"),), source=(span(text, "They"),))
    cast = resolve(segment(text), (said, again))
    assert cast.speakers[1].steps[0].rule == f"speaker: {rule}"


def test_the_steps_show_the_pronoun_and_whom_it_means() -> None:
    text = "Piet Roos, the mayor, opened the dam. He said it was safe."
    attribution = Attribution(
        content=(span(text, "it was safe"),), cue=(span(text, "said"),), source=(span(text, "He"),)
    )
    (speaker,) = resolve(segment(text), (attribution,)).speakers
    assert speaker.steps[0].spans == (span(text, "Piet Roos"), span(text, "He"))
    assert speaker.steps[0].score == speaker.confidence


def test_who_is_not_known_has_a_step_that_says_why() -> None:
    text = "Jon Parry and Lew Haskell came at nine. He said the lease was signed."
    attribution = Attribution(
        content=(span(text, "the lease was signed"),), cue=(span(text, "said"),), source=(span(text, "He"),)
    )
    cast = resolve(segment(text), (attribution,))
    assert cast.speakers[0].entity_ids == ()
    assert cast.speakers[0].confidence is None
    assert [step.rule for step in cast.speakers[0].steps] == ["speaker: two fit the pronoun"]
    pronoun = next(mention for mention in cast.mentions if mention.kind == "pronoun")
    assert pronoun.entity_id is None


def test_two_statements_with_the_same_source_have_one_entity() -> None:
    text = "A clerk denied that the book was lost and said it was in the safe."
    source = (span(text, "A clerk"),)
    first = Attribution(content=(span(text, "that the book was lost"),), cue=(span(text, "denied"),), source=source)
    second = Attribution(content=(span(text, "it was in the safe"),), cue=(span(text, "said"),), source=source)
    cast = resolve(segment(text), (first, second))
    assert cast.speakers[0].entity_ids == cast.speakers[1].entity_ids
    assert [entity.name for entity in cast.entities] == ["A clerk"]
    assert [mention.kind for mention in cast.mentions] == ["description"]


def test_the_order_of_the_statements_is_the_order_of_the_speakers() -> None:
    text = "Ann Lee said no. Bob Ray said yes."
    first = Attribution(content=(span(text, "no"),), cue=(Span(8, 12),), source=(span(text, "Ann Lee"),))
    second = Attribution(content=(span(text, "yes"),), cue=(Span(25, 29),), source=(span(text, "Bob Ray"),))
    cast = resolve(segment(text), (second, first))
    assert [names(cast, speaker) for speaker in cast.speakers] == [["Bob Ray"], ["Ann Lee"]]
