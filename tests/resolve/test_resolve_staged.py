"""Who is brought on stage without a name: by an office, by a pronoun."""

from __future__ import annotations

import pytest

from onrecord.resolve.casing import Casing
from onrecord.resolve.descriptions import Directory
from onrecord.resolve.figures import Figures
from onrecord.resolve.names import find_names
from onrecord.resolve.roles import find_roles
from onrecord.resolve.scene import OTHER, POSSESSOR, QUOTED, SUBJECT, Scene
from onrecord.resolve.staged import stage_unnamed
from onrecord.resolve.votes import Votes
from onrecord.resolve.words import Words
from onrecord.segment import segment

MET = "Mayor Ada Stroud came at nine. It rained. "


def staged(text: str) -> Scene:
    """The stage of a text with whom its offices and pronouns mean."""
    article = segment(text)
    words = Words(article)
    casing = Casing(words)
    figures = Figures(words, casing, find_names(words, casing))
    find_roles(words, figures)
    scene = Scene(article, words, figures)
    stage_unnamed(scene, Votes(scene), Directory(scene, figures.all))
    return scene


def weight(scene: Scene, text: str, words: str) -> float | None:
    """The weight of the mention whose words stand last in a text, where somebody is mentioned by them."""
    word = scene.words.at(text.rindex(words))
    found = [one for one in scene.candidates(word + 1, lambda figure: True) if one.word == word]
    return found[0].weight if found else None


@pytest.mark.parametrize(
    ("rest", "words", "expected"),
    [
        ("The mayor laughed.", "The mayor", SUBJECT),
        ("They went to the mayor.", "the mayor", OTHER),
        ("They saw the mayor’s hat.", "the mayor", POSSESSOR),
        ("“The mayor is here.” Nobody spoke.", "The mayor", QUOTED),
        ("The porter laughed.", "The porter", None),
        ("The mayors laughed.", "The mayors", None),
        ("The mayor Bo Roe laughed.", "The mayor", None),
        ("A mayor laughed.", "A mayor", None),
        ("Stroud sang, and she laughed.", "she", OTHER),
        ("Stroud sang, and her hat fell.", "her", POSSESSOR),
        ("Stroud met Kit Roe, and she laughed.", "she", None),
    ],
)
def test_who_is_meant_beyond_doubt_is_on_stage(rest: str, words: str, expected: float | None) -> None:
    assert weight(staged(MET + rest), MET + rest, words) == expected


def test_words_that_are_read_as_a_source_mean_whom_they_were_read_to_mean() -> None:
    text = MET + "Kit Roe came late. The mayor laughed. He said no."
    scene = staged(text)
    word, before = scene.words.at(text.index("The mayor")), scene.words.at(text.index("He said"))
    roe = next(figure for figure in scene.figures.all if figure.names[0].keys == ("kit", "roe"))
    scene.speaks(word, [roe])
    at = {one.figure.names[0].keys: one.word for one in scene.candidates(before, lambda figure: True)}
    assert at[("kit", "roe")] == word
    assert at[("ada", "stroud")] < word


def test_nobody_is_named_by_an_office() -> None:
    text = MET + "The mayor laughed. Roe laughed."
    scene = staged(text)
    start, stop = scene.words.at(text.index("The mayor")), scene.words.at(text.index("Roe"))
    assert not scene.is_peopled(start, stop)
    assert scene.is_peopled(start, stop + 1)


def test_the_evidence_is_a_name() -> None:
    text = MET + "The mayor laughed. She said no."
    scene = staged(text)
    before = scene.words.at(text.index("She said"))
    (stroud,) = scene.candidates(before, lambda figure: True)
    assert scene.evidence(stroud, before).of(text) == "Ada Stroud"
