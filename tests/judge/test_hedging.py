"""A statement's hedge by rules and network together. The network is a table of words here: what it gives each."""

from __future__ import annotations

import pytest

from onrecord.extract.attribution import Attribution
from onrecord.judge import judge
from onrecord.judge.judging import Judged
from onrecord.segment import segment
from onrecord.spans import Span


def judged(text: str, content: str, hedges: dict[str, float] | None) -> Judged:
    start = text.index(content)
    told = None
    if hedges is not None:
        places = {word: start + content.index(word) for word in hedges}
        told = tuple((Span(at, at + len(word)), hedges[word]) for word, at in places.items())
    attribution = Attribution(content=(Span(start, start + len(content)),), hedges=told)
    (found,) = judge(segment(text), [attribution])
    return found


def hedge_of(text: str, content: str, hedges: dict[str, float] | None) -> tuple[str, str] | None:
    """The first claim's hedge: its words, and the rule that read it."""
    found = judged(text, content, hedges)
    certainty = found.claims[0].certainty
    rules = [step.rule for step in found.steps if step.rule.startswith("certainty.")]
    return None if certainty is None else (certainty.span.of(text), rules[0])


MAY = ("Ilse Brandt said the wall may lean.", "the wall may lean")
ODDS = ("Ilse Brandt said there was a 20 per cent chance of frost.", "there was a 20 per cent chance of frost")
WONDER = ("Ilse Brandt said the wall has a shaky look.", "the wall has a shaky look")

UNABLE = ("Ilse Brandt said she could not see a way out.", "she could not see a way out")
NOT_ONLY = ("Ilse Brandt said the wall could not only lean but fall.", "the wall could not only lean but fall")
OPENING = ("Ilse Brandt said farmers had a slim chance to sell.", "farmers had a slim chance to sell")


@pytest.mark.parametrize(
    ("case", "hedges", "expected"),
    [
        (MAY, None, ("may", "certainty.modal")),
        (MAY, {"may": 0.12}, ("may", "certainty.modal")),
        (MAY, {"may": 0.06}, None),
        (MAY, {}, None),
        (MAY, {"may": 0.06, "lean": 0.9}, ("lean", "certainty.network")),
        (WONDER, {"shaky": 0.8}, ("shaky", "certainty.network")),
        (WONDER, {"shaky": 0.8, "look": 0.75}, ("shaky look", "certainty.network")),
        (WONDER, {"shaky": 0.4}, None),
        (WONDER, None, None),
        (UNABLE, {"could": 0.8}, None),
        (OPENING, {"chance": 0.8}, None),
        (OPENING, {"slim": 0.8, "chance": 0.8}, None),
        (NOT_ONLY, {"could": 0.8}, ("could", "certainty.network")),
    ],
)
def test_rules_and_network_decide_together(
    case: tuple[str, str], hedges: dict[str, float] | None, expected: tuple[str, str] | None
) -> None:
    assert hedge_of(*case, hedges) == expected


def test_a_chance_in_numbers_stays_whatever_the_network_holds() -> None:
    found = judged(*ODDS, {})
    assert found.claims[0].certainty is not None
    assert found.claims[0].certainty.stated is not None


def test_the_network_speaks_of_the_main_claim_alone() -> None:
    text = "“The wall leans. It may fall,” said Ilse Brandt."
    found = judged(text, "“The wall leans. It may fall,”", {})
    assert [claim.certainty and claim.certainty.phrase for claim in found.claims] == [None, "may"]
