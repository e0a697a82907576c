"""The scorer of antecedents: its file, the numbers that candidates get, and how one is chosen."""

from __future__ import annotations

import json
from importlib.resources import files
from math import exp, log

import pytest

from onrecord.resolve.antecedent_features import FEATURES, MOST, Around, measure
from onrecord.resolve.antecedents import GROUPS, NOTHING, AntecedentScorer, load_scorer
from onrecord.resolve.called import RULES, called, group_of
from onrecord.resolve.casing import Casing
from onrecord.resolve.figures import Figures
from onrecord.resolve.introduced import FEATURES as NAMED_LATER
from onrecord.resolve.introduced import INTRODUCED
from onrecord.resolve.names import find_names
from onrecord.resolve.phrases import Phrase, read_phrase, read_pronoun
from onrecord.resolve.roles import find_roles
from onrecord.resolve.scene import Candidate, Scene
from onrecord.resolve.votes import Votes
from onrecord.resolve.words import Words
from onrecord.segment import segment
from onrecord.spans import Span

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
    assert set(held["groups"]) == {*GROUPS.values(), *RULES, INTRODUCED}
    for group, part in held["groups"].items():
        assert len(part["weights"]) == len(NAMED_LATER if group == INTRODUCED else FEATURES)


def test_candidates_are_measured() -> None:
    scene, phrase, candidates = stage()
    marsh, stroud = measure(scene, phrase, candidates, NOTHING)
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
    marsh, stroud = measure(scene, phrase, candidates, NOTHING)
    assert (number(stroud, "gender for"), number(marsh, "gender against")) == (3, 3)


def test_quotation_marks_and_paragraphs_count() -> None:
    scene, phrase, candidates = stage(TEXT.replace(" He said no.", "\n\n“He said no.”"))
    marsh, stroud = measure(scene, phrase, candidates, NOTHING)
    assert (number(marsh, "quoted first"), number(stroud, "quoted first")) == (1, 0)
    assert number(marsh, "quoted salience") == number(marsh, "salience")
    assert number(marsh, "paragraphs") == 1


def test_who_was_heard_last_is_known() -> None:
    scene, phrase, candidates = stage()
    heard = [candidates[0]._replace(heard=4), candidates[1]._replace(heard=2)]
    assert [number(row, "heard last") for row in measure(scene, phrase, heard, NOTHING)] == [1, 0]
    assert [number(row, "heard last") for row in measure(scene, phrase, candidates, NOTHING)] == [0, 0]


def test_only_the_most_salient_are_weighed() -> None:
    scene, phrase, candidates = stage()
    assert len(measure(scene, phrase, candidates * MOST, NOTHING)) == MOST
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


VOTES = "Lev Marsh left his coat. Marsh came back. Kit Stroud waited for Marsh. Stroud forgot her keys. He said no."


def test_a_texts_other_pronouns_vote_for_a_gender() -> None:
    scene, phrase, candidates = stage(VOTES)
    marsh, stroud = sorted((one.figure for one in candidates), key=lambda figure: figure.names[0].first)
    votes = Votes(scene)
    assert votes.of(marsh, phrase.first)[0] > votes.of(marsh, phrase.first)[1] == 0
    assert votes.of(stroud, phrase.first)[1] > votes.of(stroud, phrase.first)[0] == 0
    rows = {
        candidate.figure: row
        for candidate, row in zip(
            candidates, measure(scene, phrase, candidates, Around(outer=(stroud,), votes=votes)), strict=True
        )
    }
    assert number(rows[marsh], "votes for") > 0 == number(rows[marsh], "votes against")
    assert number(rows[stroud], "votes against") > 0 == number(rows[stroud], "votes for")
    assert (number(rows[stroud], "outer"), number(rows[marsh], "outer")) == (1, 0)


def test_a_pronoun_does_not_vote_where_it_is_asked_about() -> None:
    scene, phrase, candidates = stage("Lev Marsh came back. He said no.")
    votes = Votes(scene)
    assert votes.of(candidates[0].figure, phrase.first) == (0, 0)
    assert votes.of(candidates[0].figure, phrase.first + 1) == (1, 0)


def test_pronouns_in_quotations_do_not_vote() -> None:
    scene, _, candidates = stage("Lev Marsh came back. “He was late.” Nobody said so.", "He")
    assert Votes(scene).of(candidates[0].figure, 0) == (0, 0)


def description(text: str, words: str) -> tuple[Scene, Phrase]:
    """The stage, and a description that stands last in the text."""
    article = segment(text)
    found = Words(article)
    casing = Casing(found)
    figures = Figures(found, casing, find_names(found, casing))
    find_roles(found, figures)
    start = text.rindex(words)
    indices = [found.at(start + len(words[: words.index(word)])) for word in words.split()]
    return Scene(article, found, figures), read_phrase(found, figures, indices)


def means(text: str, words: str) -> str | None:
    """Whom a description means by the package's scorer."""
    scene, phrase = description(text, words)
    likely = called(load_scorer(), scene, phrase, (), met=False)
    return likely.candidate.figure.names[0].span.of(text) if likely is not None else None


def test_an_office_is_whose_sentence_was_just_before() -> None:
    text = "Ada Stroud opened the new school in Halm. It cost little. Stroud said so. The mayor said it was cheap."
    assert means(text, "The mayor") == "Ada Stroud"


def test_an_office_is_nobodys_who_has_another() -> None:
    text = (
        "Ada Stroud, a baker, opened the school. In Halm the roads were closed. The defence minister said it was cheap."
    )
    assert means(text, "The defence minister") is None


def test_the_company_is_the_firm_that_was_named() -> None:
    text = "Tidewell Corp sold two ships. Tidewell had bought them in May. The company said it was short of cash."
    assert means(text, "The company") == "Tidewell Corp"


@pytest.mark.parametrize(
    ("words", "group"),
    [("The mayor", "office"), ("The company", "body"), ("The mayors", None), ("The administration", None)],
)
def test_which_descriptions_are_scored(words: str, group: str | None) -> None:
    scene, phrase = description(f"Ada Stroud came. {words} said no.", words)
    assert group_of(scene, phrase) == group


def test_whose_a_description_is_cannot_be_meant_by_it() -> None:
    scene, phrase = description("Ada Stroud met Lev Marsh. Stroud left. Stroud’s lawyer said no.", "Stroud’s lawyer")
    everybody = AntecedentScorer({"office": [9.0, *[0.0] * (len(FEATURES) - 1)]}, {"office": 0.5})
    likely = called(everybody, scene, phrase, (), met=False)
    assert likely is not None
    assert likely.candidate.figure.names[0].keys == ("lev", "marsh")


def test_who_is_named_in_what_is_said_is_told_apart() -> None:
    text = "Lev Marsh met Ada Stroud. Kit Roe met Jo Wick. He told Stroud that Marsh was late: “Wick is ill.”"
    scene, phrase, candidates = stage(text, "He")
    said = text.index("that Marsh")
    rows = measure(scene, phrase, candidates, Around(content=(Span(said, len(text)),)))
    named = {
        one.figure.names[0].keys[-1]: (number(row, "named behind"), number(row, "named in quotation"))
        for one, row in zip(candidates, rows, strict=True)
    }
    assert named == {"marsh": (1, 0), "stroud": (1, 0), "roe": (0, 0), "wick": (0, 1)}


def test_titles_make_a_person_certain() -> None:
    scene, phrase, candidates = stage("Mr Lev Marsh met Kit Stroud. He said no.")
    marsh, stroud = measure(scene, phrase, candidates, NOTHING)
    assert number(marsh, "certain") > number(stroud, "certain") > 0
    scene, phrase, candidates = stage("Mr Lev Marsh met Kit Stroud. It said no.", "It")
    assert [number(row, "certain") for row in measure(scene, phrase, candidates, NOTHING)] == [0, 0]


def test_who_spoke_last_goes_on_where_a_statement_opens_its_paragraph() -> None:
    for text, opens in ((TEXT, 0), (TEXT.replace(" He said", "\n\nHe said"), 1)):
        scene, phrase, candidates = stage(text)
        heard = [candidates[0]._replace(heard=4), candidates[1]]
        assert [number(row, "opens heard") for row in measure(scene, phrase, heard, NOTHING)] == [opens, 0]
