"""Who is named a little later for whom a description stands: an invented article, its sources, and whom they mean."""

from __future__ import annotations

import pytest

from onrecord.extract.attribution import Attribution
from onrecord.resolve import resolve
from onrecord.resolve.antecedents import AntecedentScorer, Asked, Likely, load_scorer
from onrecord.resolve.casing import Casing
from onrecord.resolve.figures import Figures
from onrecord.resolve.introduced import FEATURES, INTRODUCED, MOST, Introductions
from onrecord.resolve.names import find_names
from onrecord.resolve.phrases import read_phrase
from onrecord.resolve.roles import find_roles
from onrecord.resolve.scene import Scene
from onrecord.resolve.words import Words
from onrecord.segment import segment
from onrecord.spans import Span

LATE = (
    "Harbour toll is unlawful, judge rules\n\n"
    "The toll at Velmora harbour must be paid back, a judge has ruled.\n\n"
    "Judge Ada Stroud said on Friday the toll had never been voted.\n\n"
    "Her ruling ends two years of quarrels over the harbour."
)


class Listener(AntecedentScorer):
    """A scorer that keeps what it was asked, and answers nobody."""

    def __init__(self) -> None:
        super().__init__({INTRODUCED: [0.0] * len(FEATURES)}, {INTRODUCED: 2.0})
        self.asked: list[Asked] = []

    def weigh(self, asked: Asked) -> list[Likely]:
        self.asked.append(asked)
        return []


def statement(text: str, content: str, cue: str, source: str) -> Attribution:
    """The statement with these words, each at its first place behind the sentence's beginning."""
    start = text.index(content)
    line = text.rindex("\n", 0, start) + 1 if "\n" in text[:start] else 0

    def place(words: str) -> tuple[Span, ...]:
        at = text.index(words, line)
        return (Span(at, at + len(words)),)

    return Attribution(content=place(content), cue=place(cue), source=place(source))


def speakers(text: str, *statements: tuple[str, str, str]) -> list[tuple[list[str], str]]:
    """The names that each statement's speaker has, and the rule."""
    cast = resolve(segment(text), [statement(text, *one) for one in statements])
    names = {entity.id: entity.name for entity in cast.entities if entity.named}
    return [
        ([names[one] for one in speaker.entity_ids if one in names], speaker.steps[0].rule) for speaker in cast.speakers
    ]


def asked(text: str, words: str, content: str) -> Asked:
    """What the scorer is asked about a description."""
    article = segment(text)
    found = Words(article)
    casing = Casing(found)
    figures = Figures(found, casing, find_names(found, casing))
    find_roles(found, figures)
    start, at = text.index(words), text.index(content)
    phrase = read_phrase(found, figures, list(found.inside(Span(start, start + len(words)))))
    name = text.index("Judge Ada Stroud") if "Judge Ada Stroud" in text else 0
    listener = Listener()
    introductions = Introductions(Scene(article, found, figures), figures.all, [Span(name, name + 16)])
    assert introductions.find(listener, phrase, [Span(at, at + len(content))]) is None
    return listener.asked[0]


def test_a_judge_in_the_lead_is_the_judge_named_next() -> None:
    found = speakers(
        LATE,
        ("The toll at Velmora harbour must be paid back", "ruled", "a judge"),
        ("the toll had never been voted", "said", "Judge Ada Stroud"),
    )
    assert found == [(["Ada Stroud"], "speaker: introduced"), (["Ada Stroud"], "speaker: name")]


def test_a_source_who_shall_not_be_named_stays_so() -> None:
    text = LATE.replace("a judge has ruled", "a source close to the talks has said")
    (first,) = speakers(text, ("The toll at Velmora harbour must be paid back", "said", "a source close to the talks"))
    assert first == ([], "speaker: description")


def test_nobody_who_has_another_office_is_taken() -> None:
    text = LATE.replace("Judge Ada Stroud", "Ada Stroud, a baker,")
    (first,) = speakers(text, ("The toll at Velmora harbour must be paid back", "ruled", "a judge"))
    assert first == ([], "speaker: description")


def test_who_is_called_by_the_noun_again_is_the_same() -> None:
    text = LATE.replace("Her ruling ends", "The judge added that this ends")
    found = speakers(
        text,
        ("The toll at Velmora harbour must be paid back", "ruled", "a judge"),
        ("the toll had never been voted", "said", "Judge Ada Stroud"),
        ("this ends two years", "added", "The judge"),
    )
    assert [names for names, _ in found] == [["Ada Stroud"]] * 3


def test_the_file_has_a_weight_for_each_feature() -> None:
    one = asked(LATE, "a judge", "The toll at Velmora harbour")
    assert [len(row) for row in one.rows] == [len(FEATURES)] * len(one.candidates)
    assert load_scorer().first(one.group, load_scorer().weigh(one)) is not None


def test_what_is_counted_of_a_person_named_later() -> None:
    one = asked(LATE, "a judge", "The toll at Velmora harbour")
    assert [candidate.figure.names[0].keys for candidate in one.candidates] == [("ada", "stroud")]
    told = dict(zip(FEATURES, one.rows[0], strict=True))
    assert told["same head"] == told["speaks"] == told["next sentence"] == told["next paragraph"] == 1
    assert told["only same head"] == told["indefinite"] == told["lead"] == told["alone"] == 1
    assert told["other office"] == told["quoted"] == told["possessive"] == told["heard between"] == 0


def test_nobody_is_announced_by_what_names_them() -> None:
    text = "A lawyer for Stroud denied it. The court in Velmora agreed. Ada Stroud left. Lev Marsh said no more."
    one = asked(text, "A lawyer for Stroud", "it")
    assert [candidate.figure.names[0].keys for candidate in one.candidates] == [("lev", "marsh")]


def test_who_stands_only_in_the_content_is_not_announced() -> None:
    text = "A judge has ruled that Lev Marsh must pay. Ada Stroud said so in court."
    one = asked(text, "A judge", "Lev Marsh must pay")
    assert [candidate.figure.names[0].keys for candidate in one.candidates] == [("ada", "stroud")]


@pytest.mark.parametrize("words", ["Two judges", "A report", "One judge", "Another judge", "Someone"])
def test_only_one_person_is_announced(words: str) -> None:
    text = LATE.replace("a judge has", f"{words} has")
    (first,) = speakers(text, ("The toll at Velmora harbour must be paid back", "ruled", words))
    assert first[1] == "speaker: description"


def test_no_more_people_are_weighed_than_the_first_few() -> None:
    people = " ".join(f"{given} Stroud{'abcdefgh'[at]} came." for at, given in enumerate(["Ada", "Lev", "Ines"] * 2))
    one = asked(f"A judge said no. {people}", "A judge", "no")
    assert len(one.candidates) <= MOST


@pytest.mark.parametrize("who", ["An official", "A source", "One expert", "A woman"])
def test_a_source_without_a_name_is_not_given_the_next_one(who: str) -> None:
    text = f"The bridge opened. {who} said the tolls were too high. Lev Marsh said that nobody had asked him."
    found = speakers(text, ("the tolls were too high", "said", who), ("that nobody had asked him", "said", "Lev Marsh"))
    assert [names for names, _ in found] == [[], ["Lev Marsh"]]
