"""The scorer of antecedents: its file, the numbers that candidates get, and how one is chosen."""

from __future__ import annotations

import json
from importlib.resources import files
from math import exp, log

import pytest

from onrecord.resolve.antecedents import FEATURES, GROUPS, MOST, AntecedentScorer, load_scorer, measure
from onrecord.resolve.casing import Casing
from onrecord.resolve.figures import Figures
from onrecord.resolve.names import find_names
from onrecord.resolve.phrases import Phrase, read_pronoun
from onrecord.resolve.scene import Candidate, Scene
from onrecord.resolve.words import Words
from onrecord.segment import segment

TEXT = "Mr Lev Marsh met Ms Ada Stroud in the town hall. He said no."


def stage(text: str = TEXT, pronoun: str = "He") -> tuple[Scene, Phrase, list[Candidate]]:
    """The stage before a pronoun, the pronoun, and all figures there."""
    article = segment(text)
    words = Words(article)
    casing = Casing(words)
    figures = Figures(words, casing, find_names(words, casing))
    scene = Scene(article, words, figures)
    phrase = read_pronoun(words, figures, [words.at(text.rindex(f"{pronoun} "))])
    assert phrase is not None
    return scene, phrase, scene.candidates(phrase.first, lambda figure: True)


def number(row: list[float], feature: str) -> float:
    return row[FEATURES.index(feature)]


def scorer(threshold: float = 0.5, **weights: float) -> AntecedentScorer:
    row = [weights.get(feature.replace(" ", "_"), 0.0) for feature in FEATURES]
    return AntecedentScorer({"person": row}, {"person": threshold})


def test_the_file_is_whole() -> None:
    held = json.loads(files("onrecord.resolve").joinpath("antecedents.json").read_text("utf-8"))
    assert tuple(held["features"]) == FEATURES
    assert set(held["groups"]) == set(GROUPS.values())
    assert all(len(part["weights"]) == len(FEATURES) for part in held["groups"].values())


def test_candidates_are_measured() -> None:
    scene, phrase, candidates = stage()
    marsh, stroud = measure(scene, phrase, candidates)
    assert [one.figure.names[0].keys for one in candidates] == [("lev", "marsh"), ("ada", "stroud")]
    assert (number(marsh, "gender for"), number(marsh, "gender against")) == (3, 0)
    assert (number(stroud, "gender for"), number(stroud, "gender against")) == (0, 3)
    assert (number(marsh, "first"), number(stroud, "first")) == (1, 0)
    assert number(marsh, "subject before") == 1
    assert number(marsh, "subject here") == number(stroud, "subject before") == 0
    assert number(marsh, "distance") == 1
    assert (number(marsh, "between"), number(stroud, "between")) == (1, 0)
    assert number(marsh, "salience") == pytest.approx(log(candidates[0].salience))
    assert number(marsh, "share") + number(stroud, "share") == pytest.approx(1)
    assert number(marsh, "margin") == pytest.approx(-number(stroud, "margin"))


def test_she_asks_for_the_other_gender() -> None:
    scene, phrase, candidates = stage(TEXT.replace("He said", "She said"), "She")
    marsh, stroud = measure(scene, phrase, candidates)
    assert (number(stroud, "gender for"), number(marsh, "gender against")) == (3, 3)


def test_quotation_marks_and_paragraphs_count() -> None:
    scene, phrase, candidates = stage(TEXT.replace(" He said no.", "\n\n“He said no.”"))
    marsh, stroud = measure(scene, phrase, candidates)
    assert (number(marsh, "quoted first"), number(stroud, "quoted first")) == (1, 0)
    assert number(marsh, "quoted salience") == number(marsh, "salience")
    assert number(marsh, "paragraphs") == 1


def test_who_was_heard_last_is_known() -> None:
    scene, phrase, candidates = stage()
    heard = [candidates[0]._replace(heard=4), candidates[1]._replace(heard=2)]
    assert [number(row, "heard last") for row in measure(scene, phrase, heard)] == [1, 0]
    assert [number(row, "heard last") for row in measure(scene, phrase, candidates)] == [0, 0]


def test_only_the_most_salient_are_weighed() -> None:
    scene, phrase, candidates = stage()
    assert len(measure(scene, phrase, candidates * MOST)) == MOST
    assert len(scorer().rank("person", scene, phrase, candidates * MOST)) == MOST


def test_the_likeliest_is_first_and_nobody_has_a_part() -> None:
    scene, phrase, candidates = stage()
    likely = scorer(gender_for=1.0, gender_against=-1.0).rank("person", scene, phrase, candidates[::-1])
    assert [one.candidate for one in likely] == candidates
    whole = exp(3) + exp(-3) + 1
    assert [one.probability for one in likely] == pytest.approx([exp(3) / whole, exp(-3) / whole])


def test_great_weights_make_no_overflow() -> None:
    scene, phrase, candidates = stage()
    assert scorer(one=9e3).rank("person", scene, phrase, candidates)[0].probability == pytest.approx(0.5)
    assert scorer(one=-9e3).rank("person", scene, phrase, candidates)[0].probability == pytest.approx(0)


def test_who_is_not_likely_enough_is_not_chosen() -> None:
    scene, phrase, candidates = stage()
    sure = exp(3) / (exp(3) + 2)
    for threshold, chosen in ((sure - 0.01, candidates[0]), (sure + 0.01, None)):
        answer = scorer(threshold, gender_for=1.0).choose("person", scene, phrase, candidates)
        assert (answer.candidate if answer else None) == chosen
    assert scorer(0.0).choose("person", scene, phrase, []) is None


def test_the_packages_scorer_takes_the_man_for_he() -> None:
    scene, phrase, candidates = stage()
    answer = load_scorer().choose("person", scene, phrase, candidates)
    assert answer is not None
    assert answer.candidate.figure.names[0].keys == ("lev", "marsh")
