"""From roles to attributions: what belongs together, where its edges are, and what is said of it."""

import pytest
from extract.marked import attributions, shown


def test_an_indirect_statement_leaves_the_full_stop_to_the_reporter() -> None:
    assert shown("{s Ann Lee} {c said} {t that the bridge was safe.}") == [
        ("Ann Lee", "said", "that the bridge was safe")
    ]


def test_a_conjunction_at_the_head_is_the_reporters_unless_it_is_quoted() -> None:
    assert shown("{t But the bridge was safe}, {s Ann Lee} {c said}.") == [("Ann Lee", "said", "the bridge was safe")]
    assert shown("{t “But it is safe,”} {s she} {c said}.") == [("she", "said", "“But it is safe,”")]


def test_a_quotation_has_its_marks_and_its_comma() -> None:
    assert shown("“{t The bridge is safe,}” {s she} {c said}.") == [("she", "said", "“The bridge is safe,”")]


def test_marks_that_the_tagger_missed_or_took_are_set_alike() -> None:
    want = [("she", "said", "“It is safe.”")]
    assert shown("{s she} {c said}: “{t It is safe.}”") == want
    assert shown("{s she} {c said}: {t “It is safe.”}") == want
    assert shown("{s she} {c said}: {t “It is safe}.”") == want


def test_no_edge_lies_within_a_word_with_an_apostrophe() -> None:
    assert shown("{s Ann Lee} {c said} {t there was no sign of Tarsk'}s envoy.") == [
        ("Ann Lee", "said", "there was no sign of Tarsk's")
    ]
    assert shown("{s Ann Lee} {c said} they don'{t t want war}.") == [("Ann Lee", "said", "don't want war")]
    assert shown("At the coroner'{s s court, Ann Lee} {c said} {t it rained}.") == [
        ("court, Ann Lee", "said", "it rained")
    ]


def test_a_name_behind_a_quotation_is_not_cut_between_content_and_source() -> None:
    assert shown("{t “It is safe,” Ines} {s Dorrell, a pilot,} {c said}.") == [
        ("Ines Dorrell, a pilot", "said", "“It is safe,”")
    ]
    assert shown("{t ‘It is safe’, Dr Ines} {s Dorrell} {c said}.") == [("Dr Ines Dorrell", "said", "‘It is safe’")]
    assert shown("{t “It is safe!” Ines} {s Dorrell} {c said}.") == [("Ines Dorrell", "said", "“It is safe!”")]


def test_capitals_that_the_reporter_says_before_a_source_are_content() -> None:
    assert shown("“It is safe!”\nEven {s Norland} {c said} {t so}.")[-1] == ("Norland", "said", "so")
    said = "{t It was “blue” for Norland} {s Ann Lee} {c said}."
    assert shown(said) == [("Ann Lee", "said", "It was “blue” for Norland")]
    assert shown("{t He drove a “Blue” Harland} {s Ann Lee} {c said}.") == [
        ("Ann Lee", "said", "He drove a “Blue” Harland")
    ]
    assert shown("{t “It is safe,” she told Ines} {s Dorrell} {c said}.") == [
        ("Dorrell", "said", "“It is safe,” she told Ines")
    ]


def test_one_attribution_between_two_parts_is_one_statement() -> None:
    assert shown("{t “No,”} {s she} {c said}. {t “Not this year.”}") == [("she", "said", "“No,” … “Not this year.”")]


def test_parts_with_only_marks_between_them_are_one_span() -> None:
    assert shown("{s She} {c said} {t it was late}, {t and dark}.") == [("She", "said", "it was late, and dark")]


def test_words_that_the_network_wavers_on_part_no_content_unless_marks_set_them_off() -> None:
    asked = "{s She} {c asked} {t not to be named because she} {w was} {t not allowed to speak}."
    assert shown(asked) == [("She", "asked", "not to be named because she was not allowed to speak")]
    aside = "{s She} {c said} {t it was late}, {w it seems}, {t and dark}."
    assert shown(aside) == [("She", "said", "it was late … and dark")]
    assert shown("{s She} {c said} {t it was late} so {t dark}.") == [("She", "said", "it was late … dark")]


def test_a_new_paragraph_is_a_new_statement() -> None:
    found = shown("{s She} {c said}: {t “It was late.}\n\n{t “And dark.”}")
    assert found == [("She", "said", "“It was late."), ("", "", "“And dark.”")]


def test_one_word_of_another_paragraph_is_no_statement() -> None:
    assert shown("{s She} {c said}: {t “It was late.}\n\n{t The} town sleeps.") == [("She", "said", "“It was late.")]


def test_a_cue_that_ends_a_paragraph_introduces_the_next() -> None:
    found = shown("{s She} {c said}:\n\n{t “It was late.”}\n\n{t “And dark.”}")
    assert found == [("She", "said", "“It was late.”"), ("", "", "“And dark.”")]


def test_two_cues_in_a_sentence_are_two_statements() -> None:
    assert shown("{s1 Roe} {c1 denied} {t1 taking money} and {s2 his lawyer} {c2 called} {t2 the charge absurd}.") == [
        ("Roe", "denied", "taking money"),
        ("his lawyer", "called", "the charge absurd"),
    ]


def test_what_is_nested_in_a_quotation_leaves_it_its_closing_marks() -> None:
    text = "{t1 “{s2 Nobody} {c2 told me} {t2 that it leaks,”}} {s1 she} {c1 said}."
    assert shown(text) == [
        ("she", "said", "“Nobody told me that it leaks,”"),
        ("Nobody", "told me", "that it leaks"),
    ]


def test_a_source_can_belong_to_two_cues() -> None:
    found = shown("{s12 Mr Roe} {c1 denied} {t1 taking money} and {c2 argued} {t2 that the books prove it}.")
    assert found == [
        ("Mr Roe", "denied", "taking money"),
        ("Mr Roe", "argued", "that the books prove it"),
    ]


def test_a_source_that_the_network_did_not_give_is_inferred() -> None:
    found = shown("{s1 Mr Roe} {c1 denied} {t1 taking money} and {c2 argued} {t2 that the books prove it}.")
    assert found == [
        ("Mr Roe", "denied", "taking money"),
        ("(Mr Roe)", "argued", "that the books prove it"),
    ]


def test_a_full_name_before_the_verb_is_the_source_and_not_whoever_spoke_before() -> None:
    text = "{s1 Mr Roe} {c1 denied} {t1 it}. In court, former envoy Marie Pell {c2 alleged} {t2 that it was so}."
    assert shown(text)[1] == ("(Marie Pell)", "alleged", "that it was so")


@pytest.mark.parametrize(
    "text",
    [
        "{s1 Mr Roe} {c1 denied} {t1 it}. The firm {c2 was accused of} {t2 fraud}.",
        "{s1 Mr Roe} {c1 denied} {t1 it} amid {c2 calls for} {t2 his resignation}.",
        "{s1 Mr Roe} {c1 denied} {t1 it}. The {c2 allegations} {t2 of fraud} are old.",
        "{s1 Mr Roe} {c1 denied} {t1 it}. {c2 Asked} {t2 whether he would go}, he left.",
        "{s1 Mr Roe} {c1 denied} {t1 it}. As {c2 announced} {t2 in May}, the ferry stops.",
        "{s1 Mr Roe} {c1 denied} {t1 it}. Rain, {c2 attributed} to {t2 the warm sea}, fell.",
    ],
)
def test_no_source_is_inferred_where_the_cue_has_no_subject_that_speaks(text: str) -> None:
    assert [source for source, _, _ in shown(text)] == ["Mr Roe", ""]


@pytest.mark.parametrize(
    "text",
    [
        "{c2 Noting} {t2 the cost}, {s1 Mr Roe} {c1 asked} {t1 for time}.",
        "{s1 Mr Roe} {c1 denied} {t1 it} but {c2 wants} {t2 a hearing}.",
        "{s1 Mr Roe} {c1 denied} {t1 it}, {c2 calling} {t2 the letter a fake}.",
        "{s1 Mr Roe} {c1 denied} {t1 it}. He left after {c2 accusing} {t2 the board of lies}.",
    ],
)
def test_a_verb_spares_its_source(text: str) -> None:
    assert "(Mr Roe)" in [source for source, _, _ in shown(text)]


def test_a_verb_in_a_quotation_has_no_source_outside_of_it() -> None:
    found = shown("“{t They sent it and {c2 told} us {t2 the time}},” {s Mr Roe} {c said}.")
    assert ("", "told", "the time") in found
    assert ("Mr Roe", "said", "“They sent it and told us the time,”") in found


def test_a_bracket_that_the_source_opened_is_its_own() -> None:
    assert shown("{s Ann Lee (Olen}.) {c said} {t no}")[0][0] == "Ann Lee (Olen.)"
    assert shown("({s Ann Lee}) {c said} {t no}")[0][0] == "Ann Lee"


def test_one_statement_stands_within_another() -> None:
    text = "{s1 Ann Lee} {c1 said} {t1 that {s2 Bo Ek} {c2 had denied} {t2 the charge}}."
    assert shown(text) == [
        ("Ann Lee", "said", "that Bo Ek had denied the charge"),
        ("Bo Ek", "had denied", "the charge"),
    ]
    assert [attribution.parent for attribution in attributions(text)[1]] == [None, 0]


def test_the_parent_is_the_nearest_of_several() -> None:
    text = "{s1 A} {c1 said} {t1 {s2 B} {c2 thought} {t2 that {s3 C} {c3 knew} {t3 it}}}."
    assert [attribution.parent for attribution in attributions(text)[1]] == [None, 0, 1]


def test_a_statement_beside_another_has_no_parent() -> None:
    text = "{s1 A} {c1 said} {t1 it was late}. {s2 B} {c2 said} {t2 it was not}."
    assert [attribution.parent for attribution in attributions(text)[1]] == [None, None]


def test_a_statement_found_by_two_words_is_one() -> None:
    assert shown("{s12 She} {c1 has {c2 said} again} {t12 it was late}.") == [("She", "said", "it was late")]
    apart = shown("{s12 She} {c1 said}, and {c2 said} again, {t12 it was late}.")
    assert [cue for _, cue, _ in apart] == ["said", "said"]


def test_a_quotation_without_cue_keeps_the_statement_within_it() -> None:
    text = "{t1 “We waited, and {s2 the guard} {c2 said} {t2 nobody would come}, and nobody came.”}"
    assert [row[2] for row in shown(text)] == [
        "“We waited, and the guard said nobody would come, and nobody came.”",
        "nobody would come",
    ]


def test_what_covers_a_quotation_without_cue_is_the_same_statement() -> None:
    assert shown("{t12 “We waited.”} {s1 She} {c1 said}.") == [("She", "said", "“We waited.”")]


def test_of_two_with_the_same_edges_the_fuller_is_the_outer_one() -> None:
    text = "{t1 {t2 Never}, {s2 Bo Ek} {c2 argued}, {t2 would it be late}}, {s1 Ann Lee} {c1 said}."
    assert [attribution.parent for attribution in attributions(text)[1]] == [None, 0]


def test_joint_sources_are_one_source() -> None:
    assert shown("{s Ann Lee and Bo Ek} {c said} {t it was late}.") == [("Ann Lee and Bo Ek", "said", "it was late")]


def test_of_several_sources_the_nearest_to_the_cue_is_taken() -> None:
    text = "{s The account} added that {s the bank} {c announced} {t a loss}."
    assert shown(text) == [("the bank", "announced", "a loss")]


def test_an_article_alone_is_no_source() -> None:
    assert shown("He fought {s the} {c claim} {t that the bridge was safe}.") == [
        ("", "claim", "that the bridge was safe")
    ]
    assert shown("{s The A} {c said} {t it was late}.") == [("The A", "said", "it was late")]


def test_an_article_has_the_noun_before_the_cue() -> None:
    assert shown("{s The} latter {c said} {t it was late}.") == [("The latter", "said", "it was late")]
    assert shown("{s The} {t1 bridge} {c said} {t it was late}.")[0][0] == ""


def test_a_quotation_without_attribution_stands_alone() -> None:
    assert shown("“{t We waited an hour. Nobody came.}”") == [("", "", "“We waited an hour. Nobody came.”")]


def test_what_has_no_cue_is_in_one_piece() -> None:
    assert shown("“{t We} waited {t an hour}.”") == [("", "", "“We waited an hour.”")]


def test_a_source_far_away_is_not_inferred() -> None:
    assert shown("{s1 Lee} {c1 said} {t1 no}." + "\n\nFiller." * 60 + "\n\n{c2 Adding} {t2 that it rained}.")[1] == (
        "",
        "Adding",
        "that it rained",
    )


def test_a_cue_without_content_is_no_statement() -> None:
    assert shown("{s Ann Lee} {c spoke} for an hour.") == []


def test_a_colon_can_be_a_cue() -> None:
    assert shown("{s Lee}{c :} {t taxes must fall}") == [("Lee", ":", "taxes must fall")]


def test_no_text_no_statements() -> None:
    assert shown("") == []
    assert shown("It rained.") == []


def test_contents_are_never_empty_and_stay_inside_the_text() -> None:
    text, found = attributions("{s He} {c said} {t , so,} “{t .}” {t —}")
    assert found
    assert all(0 <= span.start < span.end <= len(text) for a in found for span in a.content)


def test_confidence_is_a_probability_and_a_missing_source_has_none() -> None:
    _, (own,) = attributions("{s Ann Lee} {c said} {t it was late}.")
    _, (alone,) = attributions("“{t We waited an hour.}”")
    assert 0 < alone.confidence < own.confidence < 1
    assert own.source_confidence is not None
    assert 0 < own.source_confidence < 1
    assert alone.source_confidence is None
