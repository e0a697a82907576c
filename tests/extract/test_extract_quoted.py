"""A paragraph that is one quotation is a statement, whether the network saw it or not."""

import pytest
from extract.marked import attributions, shown

from onrecord.extract import Attribution
from onrecord.extract.quoted import quoted_paragraphs
from onrecord.segment import segment
from onrecord.spans import Span

BEFORE = "Mayor Hall came to the quay at noon and read from a sheet of paper to those who were there.\n\n"
WORDS = "“We have waited nine years for this bridge and we will not wait for another.”"


def quoted(text: str, *found: str) -> list[str]:
    article = segment(text)
    taken = [Attribution(content=(Span(text.index(words), text.index(words) + len(words)),)) for words in found]
    return [span.of(article.text) for more in quoted_paragraphs(article, taken) for span in more.content]


def test_a_paragraph_between_marks_is_a_statement() -> None:
    assert quoted(f"{BEFORE}{WORDS}\n\nThen she left the quay.\n") == [WORDS]


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{WORDS} That was all.",
        f"It said {WORDS}",
        "“We will not wait.”",
        WORDS[:-1],
        f"{WORDS} {WORDS}",
    ],
    ids=["words after it", "words before it", "too short", "left open", "two quotations"],
)
def test_others_are_none_by_themselves(paragraph: str) -> None:
    assert quoted(f"{BEFORE}{paragraph}\n\nThen she left the quay.\n") == []


def test_parts_of_it_without_a_cue_are_it() -> None:
    assert quoted(f"{BEFORE}{WORDS}\n\nThen she left the quay.\n", "for this bridge") == [WORDS]


def test_what_was_found_whole_is_left_alone() -> None:
    inner = WORDS[1:-1]
    assert quoted(f"{BEFORE}{WORDS}\n\nThen she left the quay.\n", inner) == [inner]


def test_what_somebody_else_says_in_it_is_said_within_it() -> None:
    text = "{s Ann Lee} {c spoke}.\n\n“{s2 People} {c2 say} {t2 it is a fine bridge} but nobody has ever seen it here.”"
    assert [(source, content) for source, _, content in shown(text)] == [
        ("", "“People say it is a fine bridge but nobody has ever seen it here.”"),
        ("People", "it is a fine bridge"),
    ]
    assert [attribution.parent for attribution in attributions(text)[1]] == [None, 0]


def test_a_content_has_all_of_the_quotation_that_it_begins() -> None:
    assert shown("{s Ann Lee} {c said}: “{t As long} as we hold the bridge {t it} is ours.”") == [
        ("Ann Lee", "said", "“As long as we hold the bridge it is ours.”")
    ]
    assert shown("“{t It is ours},” {s Ann Lee} {c said}. “{t We} built the bridge and we will keep it.”") == [
        ("Ann Lee", "said", "“It is ours,” … “We built the bridge and we will keep it.”")
    ]


def test_a_quotation_with_its_cue_in_it_is_left_as_it_is() -> None:
    assert shown("“{t We hold the bridge}, {s Ann Lee} {c said}, because nobody else would.”") == [
        ("Ann Lee", "said", "“We hold the bridge")
    ]


def test_a_slogan_is_no_quotation_that_is_given_whole() -> None:
    assert shown("{s Ann Lee} {c praised} {t “Keep} the Bridge” signs.")[0][2] == "“Keep"


def test_what_others_say_in_the_quotation_stays() -> None:
    text = "{s Ann Lee} {c said}: “{t As long} as {s2 engineers} {c2 say} {t2 it will stand} we use the bridge.”"
    assert [(source, content) for source, _, content in shown(text)] == [
        ("Ann Lee", "“As long as engineers say it will stand we use the bridge.”"),
        ("engineers", "it will stand"),
    ]


def test_a_part_of_it_without_a_cue_is_gone() -> None:
    text = "{s Ann Lee} {c said}: “{t As long} as we hold {t2 the bridge nobody} else can have it.”"
    assert shown(text) == [("Ann Lee", "said", "“As long as we hold the bridge nobody else can have it.”")]


def test_parts_of_both_quotations_that_a_content_begins_are_gone() -> None:
    text = (
        "“{t As long} as we hold {t2 the bridge nobody} else can have it,” {s Ann Lee} {c said}. "
        "“{t We built} it with our hands and {t3 will keep} it.”"
    )
    assert [cue for _, cue, _ in shown(text)] == ["said"]
