"""Antecedent features: what is counted of a figure that a pronoun, an office or "the company" may mean."""

from __future__ import annotations

from collections.abc import Sequence, Set
from math import log
from typing import NamedTuple

from onrecord.resolve.described_features import DESCRIBED, describe
from onrecord.resolve.figure import Figure
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import SPEAKER, SUBJECT, Candidate, Scene
from onrecord.resolve.votes import Votes
from onrecord.spans import Span

MOST = 10
"""Candidates that are weighed, the most salient first."""
MANY = 3.0
"""Votes, or points for a gender, beyond which more of them say no more."""
LONG_AGO = 5
"""Sentences beyond which it does not matter how many they are."""
TOLD = 60
"""Words of what is said, and of what follows in the sentence, in which names are looked for."""
TITLED, CERTAIN = 2, 5
"""Points that a title is worth for a person, and points beyond which more of them say no more."""
QUOTES = "”\"’'»"
FEATURES = (
    "one", "salience", "share", "first", "here", "distance", "paragraphs", "weight", "spoke", "heard last", "times",
    "gender for", "gender against", "slight", "between", "has a role", "subject here", "unnamed", "state", "group",
    "document", "quoted first", "quoted salience", "quoted subject here", "margin", "subject before",
    "votes for", "votes against", "outer", "after quotation", "heard ago", "heard near", "organisation",
    "named in quotation", "named behind", "certain", "opens heard",
    *DESCRIBED,
)  # fmt: skip


class Around(NamedTuple):
    """What else is known where somebody is referred to.

    Attributes:
        outer: Who speaks the statement that the words stand in.
        votes: On whom the text's pronouns fall.
        focus: Whom a description may mean by the rules of focus, the first the likeliest.
        clear: Whether the first of them is far before the others.
        met: Whether an unnamed source has been called by the same noun.
        content: What is said.
    """

    outer: tuple[Figure, ...] = ()
    votes: Votes | None = None
    focus: tuple[Figure, ...] = ()
    clear: bool = False
    met: bool = False
    content: tuple[Span, ...] = ()


class _Field(NamedTuple):
    """What is the same for all candidates.

    Attributes:
        total: The sum of their salience.
        heard: Number of the word where one spoke last.
        named: Of the one named most often, how often.
        quoted: Whether the words stand in a quotation.
        after: Whether they follow one.
        told: Whom the quotation names that is said.
        behind: Who is named behind the words in their sentence, or in what is said.
        opens: Whether the statement opens its paragraph.
    """

    total: float
    heard: int
    named: int
    quoted: bool
    after: bool
    told: Set[int]
    behind: Set[int]
    opens: bool


def measure(scene: Scene, phrase: Phrase, candidates: Sequence[Candidate], around: Around) -> list[list[float]]:
    """The features of the candidates that are weighed.

    Args:
        scene: The stage.
        phrase: The pronoun or description.
        candidates: Whom it may mean, the most salient first.
        around: What else is known there.

    Returns:
        For each of the first ``MOST`` a number for each of ``FEATURES``.
    """
    words, chosen = scene.words, candidates[:MOST]
    told, behind = _named_in(scene, phrase, around.content)
    opening = min([phrase.first, *(words.at(span.start) for span in around.content)])
    field = _Field(
        total=sum(one.salience for one in chosen) or 1.0,
        heard=max((one.heard for one in chosen), default=-1),
        named=max((len(one.figure.names) for one in chosen), default=0),
        quoted=scene.is_quoted(words.starts[phrase.first]),
        after=phrase.first > 0 and any(mark in words.gap(phrase.first - 1) for mark in QUOTES),
        told=told,
        behind=behind,
        opens=opening == 0 or words.paragraphs[opening - 1] != words.paragraphs[opening],
    )
    return [_measure(scene, phrase, chosen, place, field, around) for place in range(len(chosen))]


def _measure(
    scene: Scene, phrase: Phrase, chosen: Sequence[Candidate], place: int, field: _Field, around: Around
) -> list[float]:
    words, one = scene.words, chosen[place]
    figure, here = one.figure, words.sentences[phrase.first]
    distance = here - words.sentences[one.word]
    salience = log(max(one.salience, 1e-3))
    best_other = max((other.salience for other in chosen if other is not one), default=1e-3)
    prominent = one.weight in (SPEAKER, SUBJECT)
    last = one.heard == field.heard >= 0
    ago = min(here - words.sentences[min(one.heard, len(words) - 1)], LONG_AGO) if one.heard >= 0 else LONG_AGO
    described = (
        describe(scene, phrase, figure, len(figure.names) == field.named) if phrase.form == "description" else None
    )
    return [
        1.0,
        salience,
        one.salience / field.total,
        float(place == 0),
        float(distance == 0),
        float(min(distance, LONG_AGO)),
        float(min(words.paragraphs[phrase.first] - words.paragraphs[one.word], 4)),
        one.weight,
        float(figure.spoke),
        float(last),
        log(1 + one.times),
        *_gender(phrase, figure),
        float(figure.is_slight),
        float(min(sum(other.word > one.word for other in chosen), 4)),
        float(bool(figure.roles)),
        float(distance == 0 and prominent),
        float(not figure.named),
        float(figure.kind == "state"),
        float(figure.kind == "group" or figure.plural),
        float(figure.kind in ("document", "poll")),
        float(field.quoted and place == 0),
        salience * field.quoted,
        float(field.quoted and distance == 0 and prominent),
        max(-3.0, min(3.0, salience - log(max(best_other, 1e-3)))),
        float(distance == 1 and prominent),
        *_votes(phrase, figure, around.votes),
        float(figure in around.outer and not field.quoted),
        float(field.after and last),
        float(ago),
        float(last and ago <= 1),
        float(figure.kind == "organisation"),
        float(id(figure) in field.told),
        float(id(figure) in field.behind),
        _certainty(phrase, figure),
        float(field.opens and last),
        *([0.0] * len(DESCRIBED) if described is None else [*described, *_rules(figure, around)]),
    ]


def _named_in(scene: Scene, phrase: Phrase, content: Sequence[Span]) -> tuple[set[int], set[int]]:
    """Who is named in a quotation that is said, and who behind the words in what is said or in their sentence.

    Nobody calls himself by his name: "He said that *Park* was late", "“*Park* was late,” he said".
    """
    words, start = scene.words, phrase.first
    quoted, behind = set(), set()
    indices = {index for span in content for index in words.inside(span)[:TOLD]}
    for index in (*indices, *range(start + 1, min(start + TOLD, len(words)))):
        name, figure = scene.figures.at.get(index), scene.figures.of.get(index)
        if figure is None or name is None or name.first != index:
            continue
        if scene.is_quoted(words.starts[index]):
            if index in indices:
                quoted.add(id(figure))
        elif index > start and (index in indices or words.sentences[index] == words.sentences[start]):
            behind.add(id(figure))
    return quoted, behind


def _certainty(phrase: Phrase, figure: Figure) -> float:
    """Points that whom "he" or "she" may mean is a person."""
    if phrase.pronoun not in ("he", "she"):
        return 0.0
    evidence = figure.evidence
    points = evidence.person + TITLED * bool(evidence.titled) + max(0, evidence.pronoun)
    return float(min(points, CERTAIN))


def _gender(phrase: Phrase, figure: Figure) -> tuple[float, float]:
    """Points for the gender of a pronoun and for the other."""
    if phrase.pronoun not in ("he", "she"):
        return 0.0, 0.0
    male, female = min(figure.evidence.male, MANY), min(figure.evidence.female, MANY)
    return (float(male), float(female)) if phrase.pronoun == "he" else (float(female), float(male))


def _votes(phrase: Phrase, figure: Figure, votes: Votes | None) -> tuple[float, float]:
    """How many of the text's other pronouns tell the gender of a pronoun, and how many the other."""
    if phrase.pronoun not in ("he", "she") or votes is None:
        return 0.0, 0.0
    male, female = (min(own, MANY) for own in votes.of(figure, phrase.first))
    return (male, female) if phrase.pronoun == "he" else (female, male)


def _rules(figure: Figure, around: Around) -> tuple[float, float, float]:
    """What the rules of focus say of a figure, and whether the noun was an unnamed source's before."""
    first = bool(around.focus) and around.focus[0] is figure
    return float(first), float(first and around.clear), float(around.met)
