"""What a statement is said of, where the reporter sets that apart."""

from __future__ import annotations

import pytest

from onrecord.extract.attribution import Attribution
from onrecord.resolve import resolve
from onrecord.segment import segment
from onrecord.spans import Span

CASES = [
    ("Of the chances of a deal, ", "Oda Brenn", "said", "“They are slim.”", "the chances of a deal"),
    ("On the strike, ", "Oda Brenn", "said", "it would end soon", "the strike"),
    ("About her rival, ", "Oda Brenn", "said", "“He is tired.”", "her rival"),
    ("As for the bridge, ", "Oda Brenn", "said", "it would be closed", "the bridge"),
    ("As to the price, ", "Oda Brenn", "said", "nothing was agreed", "the price"),
    ("Asked about the missing files, ", "Oda Brenn", "said", "she knew nothing", "the missing files"),
    ("When asked about the harbour, ", "Oda Brenn", "said", "“It is safe.”", "the harbour"),
    ("Regarding the talks in Velmora, ", "Oda Brenn", "said", "they had failed", "the talks in Velmora"),
    ("Concerning the new ferry, ", "Oda Brenn", "said", "it was late", "the new ferry"),
    ("Speaking of the flood, ", "Oda Brenn", "said", "it could come again", "the flood"),
    ("Speaking about tolls, ", "Oda Brenn", "said", "they would rise", "tolls"),
    ("On the question of pay, ", "Oda Brenn", "said", "the union was firm", "pay"),
    ("On the subject of schools, ", "Oda Brenn", "said", "more were needed", "schools"),
    ("With regard to the dam, ", "Oda Brenn", "said", "it would hold", "the dam"),
    ("On climate, ", "Oda Brenn", "said", "the plan was weak", "climate"),
    ("On Monday, ", "Oda Brenn", "said", "it would end soon", None),
    ("On Facebook, ", "Oda Brenn", "said", "it would end soon", None),
    ("On behalf of the club, ", "Oda Brenn", "said", "it would end soon", None),
    ("On the other hand, ", "Oda Brenn", "said", "it would end soon", None),
    ("In Velmora, ", "Oda Brenn", "said", "it would end soon", None),
    ("", "Oda Brenn", "said", "it would end soon", None),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] or "nothing" for case in CASES])
def test_topic(case: tuple[str, str, str, str, str | None]) -> None:
    before, source, cue, content, topic = case
    text = f"The mayor met the press. {before}{source} {cue} {content}."

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    attribution = Attribution(content=(span(content),), cue=(span(cue),), source=(span(source),))
    (speaker,) = resolve(segment(text), (attribution,)).speakers
    assert (speaker.topic.of(text) if speaker.topic is not None else None) == topic


def test_what_has_no_cue_has_no_topic() -> None:
    text = "On the strike, “It will end soon.”"
    (speaker,) = resolve(segment(text), (Attribution(content=(Span(15, len(text)),)),)).speakers
    assert speaker.topic is None
