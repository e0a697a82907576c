"""Fit the antecedent scorer of ``onrecord.resolve``: whom a pronoun, an office or "the company" means.

    python -m training.antecedents            # writes antecedents.json, prints the cross-validation

Drawn from are the readings' train split and the articles of ``training/labels``, both read by one guide; the statements
are given, so that nothing depends on a network. A source that the scorer is asked about is a sample: its candidates in
numbers, and which of them is the gold's speaker, or none. As earlier speakers weigh in later choices, samples are drawn
twice: with the weights that are there, then with those fitted first. GUM, dev and the report only measure.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.gold import read_readings
from eval.names import same_name
from eval.placed import place_again
from eval.speakers import as_attributions
from eval.task import GoldDoc
from onrecord.resolve.antecedent_features import FEATURES, MOST
from onrecord.resolve.antecedents import FORMAT, AntecedentScorer, Asked, Likely, load_scorer
from onrecord.resolve.antecedents import GROUPS as PRONOUNS
from onrecord.resolve.called import RULES
from onrecord.resolve.casing import Casing
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.introduced import INTRODUCED
from onrecord.resolve.names import find_names
from onrecord.resolve.roles import find_roles
from onrecord.resolve.speakers import SpeakerFinder
from onrecord.resolve.words import Words
from onrecord.segment import segment
from training.data import data_folder, read_more

OUT = Path(__file__).parent.parent / "src" / "onrecord" / "resolve" / "antecedents.json"
FOLDS = 5
RIDGE = 3.0
"""Weight of the penalty on squared weights, in samples."""
THRESHOLDS = {"person": 0.5, "thing": 0.5, "many": 0.5, "office": 0.65, "body": 0.7, INTRODUCED: 0.65}
"""Group → the probability from which there is an answer: by the cross-validation, where
answers cost no more than they give."""
GROUPS = (*dict.fromkeys(PRONOUNS.values()), *RULES, INTRODUCED)


@dataclass(frozen=True, slots=True)
class Sample:
    """One source that was looked up: candidates in numbers, the gold one's place or None, and its document."""

    doc: str
    group: str
    rows: list[list[float]]
    gold: int | None


class Recorder(AntecedentScorer):
    """A scorer that remembers what it was asked."""

    def __init__(self, scorer: AntecedentScorer) -> None:
        super().__init__(scorer._weights, scorer._thresholds)
        self.asked: dict[tuple[int, str], tuple[list[list[float]], list[Figure]]] = {}

    def weigh(self, asked: Asked) -> list[Likely]:
        """Remember candidates by the place of the words, and weigh them."""
        rows = [list(row) for row in asked.rows]
        self.asked[asked.start, asked.group] = (rows, [one.figure for one in asked.candidates[: len(rows)]])
        return super().weigh(asked)


def read_articles() -> Iterator[GoldDoc]:
    """The readings' train split and the labelled articles, with the speakers' names."""
    yield from map(place_again, read_readings(data_folder() / "readings" / "train.jsonl").docs)
    for source in read_more("train"):
        statements = tuple(
            {**one, "speaker": " and ".join(source.text[start:end] for start, end in one["speaker"] or ())}
            for one in source.versions[0]
        )
        yield place_again(GoldDoc(source.name, source.text, statements, {}))


def draw(doc: GoldDoc, scorer: AntecedentScorer) -> Iterator[Sample]:
    """The samples of a document.

    Args:
        doc: It, with its gold statements.
        scorer: Which says who speaks while they are drawn.
    """
    article, recorder = segment(doc.text), Recorder(scorer)
    attributions, places = as_attributions(doc.statements)
    words = Words(article)
    figures = Figures(words, casing := Casing(words), find_names(words, casing))
    find_roles(words, figures)
    SpeakerFinder(article, words, figures, attributions, recorder).run()
    wanted = {attributions[at].source[0].start: place for at, place in enumerate(places) if attributions[at].source}
    for (start, group), (rows, candidates) in recorder.asked.items():
        place = wanted.get(start)
        if rows and place is not None and doc.statements[place]["speaker"]:
            yield Sample(doc.doc, group, rows, _gold(doc.statements[place], candidates, doc.text))


def _gold(statement: Mapping[str, Any], candidates: Sequence[Figure], text: str) -> int | None:
    """Which candidate bears the gold speaker's name."""
    for place, figure in enumerate(candidates):
        names = [name.span.of(text) for name in figure.names] or [figure.printed or ""]
        if any(same_name(statement["speaker"], name, statement.get("kind")) for name in names):
            return place
    return None


def fit(samples: Sequence[Sample]) -> NDArray[np.float64]:
    """Fit weights: the likelihood of the gold candidate, or of nobody, less the penalty."""
    width = len(samples[0].rows[0])
    rows = np.zeros((len(samples), MOST + 1, width))
    there = np.zeros((len(samples), MOST + 1), bool)
    there[:, MOST] = True
    gold = np.full(len(samples), MOST)
    for number, sample in enumerate(samples):
        rows[number, : len(sample.rows)] = sample.rows
        there[number, : len(sample.rows)] = True
        if sample.gold is not None:
            gold[number] = sample.gold
    at = np.arange(len(samples))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = np.where(there, rows @ weights, -np.inf)
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(1, keepdims=True)
        value = -np.log(chances[at, gold]).sum() + RIDGE / 2 * weights @ weights
        chances[at, gold] -= 1
        return float(value), np.einsum("nc,ncf->f", chances, rows) + RIDGE * weights

    return np.asarray(minimize(loss, np.zeros(width), jac=True, method="L-BFGS-B").x)


def answer(sample: Sample, weights: NDArray[np.float64]) -> tuple[int, float]:
    """The likeliest candidate of a sample, and its probability."""
    scores = np.append(np.array(sample.rows) @ weights, 0.0)
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    best = int(chances[:-1].argmax())
    return best, float(chances[best])


def cross_validate(samples: Sequence[Sample]) -> list[tuple[Sample, int, float]]:
    """Each sample's answer by weights that were fitted on the other documents."""
    docs = sorted({sample.doc for sample in samples})
    fold = {doc: number % FOLDS for number, doc in enumerate(docs)}
    out = []
    for number in range(FOLDS):
        weights = fit([sample for sample in samples if fold[sample.doc] != number])
        out += [(sample, *answer(sample, weights)) for sample in samples if fold[sample.doc] == number]
    return out


def report(group: str, answers: Sequence[tuple[Sample, int, float]], threshold: float) -> None:
    """Print a group's cross-validation: right, wrong and none, and how well the probabilities hold."""
    given = [(sample.gold == best, chance) for sample, best, chance in answers if chance >= threshold]
    right = sum(ok for ok, _ in given)
    known = sum(sample.gold is not None for sample, *_ in answers)
    first = sum(
        sample.gold is not None and int(np.argmax([row[1] for row in sample.rows])) == sample.gold
        for sample, *_ in answers
    )
    bands = [[ok for ok, chance in given if low <= chance < low + 0.1] for low in (0.6, 0.7, 0.8, 0.9)]
    held = " ".join(f"{np.mean(band):.2f}({len(band)})" if band else "-" for band in bands)
    print(f"{group:7} {len(answers)} samples, {known} known: right {right}, wrong {len(given) - right}; "
          f"most salient right {first}; right by probability from .6: {held}")  # fmt: skip


def main() -> None:
    """Draw, fit, draw again, fit, validate and write."""
    scorer, docs = load_scorer(), list(read_articles())
    for turn in range(2):
        of: defaultdict[str, list[Sample]] = defaultdict(list)
        for doc in docs:
            for sample in draw(doc, scorer):
                of[sample.group].append(sample)
        weights = {group: [round(float(w), 3) for w in fit(of[group])] for group in GROUPS}
        scorer = AntecedentScorer(weights, THRESHOLDS)
        for group in GROUPS if turn else ():
            report(group, cross_validate(of[group]), THRESHOLDS[group])
    held = {group: {"threshold": THRESHOLDS[group], "weights": weights[group]} for group in GROUPS}
    whole = {"format": FORMAT, "features": FEATURES, "groups": held}
    OUT.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
