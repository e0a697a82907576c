"""Who speaks in transcripts and interviews. Cases are pages; expected are the names and what each says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import lines_of

from onrecord.segment.turns import find_turns

HEARING = """CHAIRWOMAN LEE: The committee will come to order. Mr. Doe, you may begin.
MR. DOE: Thank you. I have a short statement.
I was at the mill on the night of the fire.
I saw two men.
CHAIRWOMAN LEE (reading): "Two men in coats." Is that so?
MR. DOE: Yes."""

INTERVIEW = """The Herald: When did you first hear of the fire?
Ann Lee: On the radio.
The Herald: And what did you do?
Ann Lee: I went to the mill, of course."""

QUESTIONS = """Q. When did you first hear of the fire?
A. On the radio.
Q. And then?
A. I went there."""

LONG_QUESTIONS = """Question: When did you first hear of the fire?
Answer: On the radio.
It was the six o'clock news.
Question: And then?
Answer: I went there.
It had burnt down."""

BRIEFING = """Q Madam President, will the mill be built again?
THE PRESIDENT: We will see.
Q    When?
THE PRESIDENT: We will see about that too."""

EXCERPT = """The mayor had been at the mill before the fire, as the tape of the inquiry shows, and she had known it.
The inquiry sat for eleven days in the town hall of Millton.
LEE: I was there at six.
DOE: Were you alone?
LEE: I was.
The mayor has said since then that she was not sure of the hour.
Her deputy has said nothing at all.
The inquiry will go on in May, and it is to end before the summer.
Nobody in Millton expects that it will find out who lit the fire, and few believe that it has tried.
The mill is to be sold."""

TWO_LINES = """The tape has only two lines.
Lee: Did you light it?
Roe: I did not.
The rest is noise, the police said."""

LABELS_ON_THEIR_OWN = """ANN LEE:
I was there at six.
BO ROE:
So was I.
ANN LEE:
You were not."""

NAMES_ALONE = """The mill burnt for two days. A transcript of our talk follows.
Ann Lee
When did you first hear of it?
Bo Roe
On the radio.
It was six o'clock.
Ann Lee
And then?
Bo Roe
I went there."""

SPOKEN = {
    "names on lines of their own": (
        NAMES_ALONE,
        [
            ("Ann Lee", "When did you first hear of it?"),
            ("Bo Roe", "On the radio.\nIt was six o'clock."),
            ("Ann Lee", "And then?"),
            ("Bo Roe", "I went there."),
        ],
    ),
    "a hearing": (
        HEARING,
        [
            ("CHAIRWOMAN LEE", "The committee will come to order. Mr. Doe, you may begin."),
            (
                "MR. DOE",
                "Thank you. I have a short statement.\nI was at the mill on the night of the fire.\nI saw two men.",
            ),
            ("CHAIRWOMAN LEE", '"Two men in coats." Is that so?'),
            ("MR. DOE", "Yes."),
        ],
    ),
    "an interview": (
        INTERVIEW,
        [
            ("The Herald", "When did you first hear of the fire?"),
            ("Ann Lee", "On the radio."),
            ("The Herald", "And what did you do?"),
            ("Ann Lee", "I went to the mill, of course."),
        ],
    ),
    "Q. and A.": (
        QUESTIONS,
        [
            ("Q", "When did you first hear of the fire?"),
            ("A", "On the radio."),
            ("Q", "And then?"),
            ("A", "I went there."),
        ],
    ),
    "Question and Answer, over paragraphs": (
        LONG_QUESTIONS,
        [
            ("Question", "When did you first hear of the fire?"),
            ("Answer", "On the radio.\nIt was the six o'clock news."),
            ("Question", "And then?"),
            ("Answer", "I went there.\nIt had burnt down."),
        ],
    ),
    "a briefing with a bare Q": (
        BRIEFING,
        [
            ("Q", "Madam President, will the mill be built again?"),
            ("THE PRESIDENT", "We will see."),
            ("Q", "When?"),
            ("THE PRESIDENT", "We will see about that too."),
        ],
    ),
    "an excerpt in a report: the report goes on after it": (
        EXCERPT,
        [("LEE", "I was there at six."), ("DOE", "Were you alone?"), ("LEE", "I was.")],
    ),
    "two lines of talk": (TWO_LINES, [("Lee", "Did you light it?"), ("Roe", "I did not.")]),
    "labels on their own line": (
        LABELS_ON_THEIR_OWN,
        [("ANN LEE", "I was there at six."), ("BO ROE", "So was I."), ("ANN LEE", "You were not.")],
    ),
}

SILENT = {
    "notes and updates": "Note: The mill was sold.\nUpdate: It was not.\nNote: The mayor has not answered.",
    "headings with a colon": "The fire: What we know so far.\nThe sale: What comes next.\nThe mill: A short history.",
    "titles of other pages": "Ann Lee: the mill must go\nBo Roe: the mill must stay\nAnn Lee: the mill is gone",
    "times": "10:15 The mill burns.\n10:30 The brigade comes.\n10:15 It rains.",
    "a poll": "Lee: 45 percent\nRoe: 41 percent\nLee: 47\nRoe: 40.",
    "a list of names, twice": "Ann Lee\nBo Roe\nCy Poe\nAnn Lee\nBo Roe",
    "headings that come back": "North Harlow\nThe seat was won by the Greens.\nSouth Harlow\nIt was held.\n" * 2,
    "one name again and again": "Ann Lee\nThe mill burnt.\nAnn Lee\nThe mayor spoke.\nAnn Lee",
    "one label": "The mayor spoke.\nANN LEE: I am going.\nShe left.",
    "a list of places, each once": "Karva: The mill was sold.\nMillton: The mill was shut.\nPoe: There was no mill.",
    "answers without questions": "A. Lee wrote the book.\nA. Roe read it.\nA. Doe did not.",
    "dates": "March 3: The mill burns.\nMarch 4: The mayor speaks.\nMarch 3: So does Roe.",
    "a link twice": "Read More: The mill is sold.\nRead More: The mill is shut.\nRead More: The mayor speaks.",
}


@pytest.mark.parametrize(("text", "expected"), SPOKEN.values(), ids=SPOKEN.keys())
def test_speakers_are_marked(text: str, expected: list[tuple[str, str]]) -> None:
    turns = find_turns(text, lines_of(text))
    assert [(turn.name and turn.name.of(text), turn.span.of(text)) for turn in turns] == expected


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_is_no_speaker_is_not(text: str) -> None:
    assert find_turns(text, lines_of(text)) == ()


def test_who_asks_is_marked() -> None:
    assert [turn.asks for turn in find_turns(QUESTIONS, lines_of(QUESTIONS))] == [True, False, True, False]
    assert not any(turn.asks for turn in find_turns(HEARING, lines_of(HEARING)))


LINE = st.sampled_from(
    ["LEE: Why?", "Roe: I am.", "Q. Why?", "A. So.", "Q And", "He left.", "Note: So.", "LEE:", ": a", ""]
)


@given(st.one_of(st.lists(LINE, max_size=20).map("\n".join), st.text(alphabet="QAa.: \n(LE)", max_size=100)))
def test_turns_come_one_after_the_other(text: str) -> None:
    reached = 0
    for turn in find_turns(text, lines_of(text)):
        assert turn.name is not None
        assert reached <= turn.name.start < turn.name.end <= turn.span.start
        assert turn.span.start <= turn.span.end <= len(text)
        reached = turn.span.end
