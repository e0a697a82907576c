"""Colour: cues that are not neutral, and the tables of cues."""

import pytest
from judge.marked import judge_marked

from onrecord.judge.cues import COLOURS, LEANING, NEUTRAL, SURE
from onrecord.judge.inflect import IRREGULAR, forms
from onrecord.judge.lexicon import cue_table, listed

CASES = [
    ("claimed", "claim"),
    ("boasted", "boast"),
    ("has admitted", "admit"),
    ("conceded", "concede"),
    ("insisted", "insist"),
    ("alleges", "allege"),
    ("fumed", "fume"),
    ("pointed out", "point out"),
    ("is hinting", "hint"),
    ("said", None),
    ("told reporters", None),
    ("warned", None),
    ("denied", None),
    ("added", None),
]


@pytest.mark.parametrize(("cue", "colour"), CASES)
def test_colour(cue, colour):
    assert judge_marked(f"{{The baker}} [{cue}] <that the oven was old>.")[1].colour == colour


def test_the_step_says_why():
    judged = judge_marked("{The baker} [boasted] <that the oven was old>.")[1]
    assert [step.note for step in judged.steps if step.rule == "colour.cue"] == ["it shows pride"]


def test_no_phrase_decides_two_acts():
    phrases = [phrase for text in SURE.values() for phrase in listed(text)]
    assert len(phrases) == len(set(phrases))


def test_no_phrase_both_decides_and_suggests():
    sure = {phrase for text in SURE.values() for phrase in listed(text)}
    assert not sure & {phrase for text in LEANING.values() for phrase in listed(text)}
    assert not sure & set(listed(NEUTRAL))


@pytest.mark.parametrize("text", [*SURE.values(), *LEANING.values(), *COLOURS.values(), NEUTRAL])
def test_no_list_repeats_itself_or_is_empty(text):
    phrases = listed(text)
    assert all(phrases)
    assert len(phrases) == len(set(phrases))


def test_every_irregular_verb_is_used():
    heads = {phrase.split()[0] for lists in (SURE, LEANING, COLOURS) for t in lists.values() for phrase in listed(t)}
    heads |= {phrase.split()[0] for phrase in listed(NEUTRAL)}
    assert set(IRREGULAR) <= heads


@pytest.mark.parametrize(
    ("lemma", "some"),
    [
        ("deny", {"denies", "denied", "denying"}),
        ("say", {"said", "saying"}),
        ("criticise", {"criticised", "criticized", "criticizing"}),
        ("promise", {"promised", "promising"}),
        ("admit", {"admitted", "admitting"}),
        ("slam", {"slammed"}),
        ("push", {"pushes", "pushed"}),
    ],
)
def test_forms(lemma, some):
    assert some <= set(forms(lemma))
    assert "promized" not in forms(lemma)


def test_the_longest_phrase_is_found_first():
    assert [len(rest) for rest, _ in cue_table()["called"]] == sorted(
        (len(rest) for rest, _ in cue_table()["called"]), reverse=True
    )
