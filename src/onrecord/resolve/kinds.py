"""Kinds: what a figure is for the record: person, organisation, state, or nothing that is an actor.

The rules' evidence decides whom a name may mean among those who speak. What is only named has less evidence about it,
and more of it are places, products and events: a linear classifier over the name's words and spelling, the words around
it and that same evidence decides there; where the network has read the names, a second one over what the first says and
what the network does. Trained by ``training/kinds.py``; weights and card are in ``kinds.json``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from onrecord.packaged import read_learned
from onrecord.resolve.casing import Casing
from onrecord.resolve.figure import Figure
from onrecord.resolve.gazetteer import STATES
from onrecord.resolve.kind_features import NAMES, Features, features
from onrecord.resolve.known_bodies import KNOWN_BODIES
from onrecord.resolve.media import AGENCIES
from onrecord.resolve.name_words import NameWords
from onrecord.resolve.naming import Naming
from onrecord.resolve.runs import is_numbered
from onrecord.resolve.words import Words
from onrecord.types import EntityKind

FORMAT = 3
CLASSES = ("person", "organisation", "state", "place", "thing")
"""What a name names. Places that are no states, and things, have no kind in the record."""
KINDS: dict[str, EntityKind] = {"person": "person", "organisation": "organisation", "state": "state"}
AGENCY_NAMES = {(low,) for low in AGENCIES}
AGREED = frozenset(f"all: person {count} person {common}" for count in (2, 3, 4) for common in ("not common", "common"))
"""Features of a name of several words that the rules take for a person's, and whose words lean to persons: of 13 such
that the classifier takes for something else 11 are persons', in genres kept out of training."""


class Classifier(NamedTuple):
    """The classifier's numbers.

    Attributes:
        weights: Feature → its weight for each of ``CLASSES``.
        known: What is known of the words of names.
        together: The second one's weights for each of ``CLASSES``: a row for each class of the first, its sum about
            the mean of all; a row for each input of ``Naming``; and one for nothing.
    """

    weights: dict[str, list[float]]
    known: NameWords
    together: Sequence[Sequence[float]] = ()


@cache
def load_classifier() -> Classifier:
    """Read the classifier from the package, once.

    Raises:
        ModelError: Its file is missing or of another format.
    """
    return read_learned("onrecord.resolve", "kinds.json", FORMAT, _build)


def _build(held: Mapping[str, Any]) -> Classifier:
    leaning = {
        place: {
            word: odds
            for row, words in table.items()
            for odds in [_numbers(row, held["odds"])]
            for word in words.split()
        }
        for place, table in held["leaning"].items()
    }
    small = {word: int(tenths) / 10 for tenths, words in held["small"].items() for word in words.split()}
    weights = {name: _numbers(row, held["scale"]) for name, row in held["weights"].items()}
    together = [_numbers(row, held["scale"]) for row in held["together"]]
    return Classifier(weights, NameWords(leaning, small), together)


def _numbers(row: str, scale: float) -> list[float]:
    return [int(number) / scale for number in row.split()]


def classify(found: Features, classifier: Classifier, seen: Sequence[float] | None = None) -> str:
    """The likeliest class of a figure.

    Args:
        found: Its features.
        classifier: The classifier.
        seen: What the network says of its names, as ``Naming.inputs`` gives it.

    Returns:
        One of ``CLASSES``.
    """
    sums = [0.0] * len(CLASSES)
    weights = classifier.weights
    for name, value in found.items():
        row = weights.get(name)
        if row is not None:
            for place, weight in enumerate(row):
                sums[place] += value * weight
    if seen is not None:
        sums = _with_network(sums, seen, classifier.together)
    return CLASSES[max(range(len(sums)), key=sums.__getitem__)]


def _with_network(sums: Sequence[float], seen: Sequence[float], rows: Sequence[Sequence[float]]) -> list[float]:
    """The second classifier's sums."""
    mean = sum(sums) / len(sums)
    given = [*(one - mean for one in sums), *seen, 1.0]
    return [sum(value * row[place] for value, row in zip(given, rows, strict=True)) for place in range(len(sums))]


def kind_of(words: Words, casing: Casing, figure: Figure, naming: Naming | None = None) -> EntityKind | None:
    """The kind of a figure that is named and did not speak.

    Args:
        words: The article's words.
        casing: How the article writes them.
        figure: The figure.
        naming: What the network says of the article's words, where it has read them.

    Returns:
        Its kind; None for a place that is no state, and for a thing.
    """
    if not figure.names or figure.kind in ("document", "poll", "group", "reporter"):
        return figure.kind
    if figure.kind != "person" and figure.forms <= AGENCY_NAMES:
        return "organisation"
    if is_numbered(words, figure.names[0].first) or (figure.kind != "person" and _is_known_body(words, figure)):
        return "organisation"
    classifier = load_classifier()
    known = features(words, casing, figure, classifier.known)
    if not AGREED.isdisjoint(known):
        return "person"
    seen = naming.inputs([name.span for name in figure.names[:NAMES]]) if naming is not None else None
    found = classify(known, classifier, seen)
    if found in ("place", "thing") and figure.kind == "state":
        return "state"
    if found == "state" and figure.kind != "state" and not _is_state(words, figure):
        return None
    return KINDS.get(found)


def _is_known_body(words: Words, figure: Figure) -> bool:
    return all(" ".join(words.lows[name.first : name.last + 1]) in KNOWN_BODIES for name in figure.names)


def _is_state(words: Words, figure: Figure) -> bool:
    return any(" ".join(words.lows[name.first : name.last + 1]) in STATES for name in figure.names)
