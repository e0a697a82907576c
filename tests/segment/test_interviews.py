"""Interviews without labels: who asks and who answers. Cases are pages, one paragraph a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_text import lines_of

from onrecord.segment.interviews import find_interview

TOLD = """Interview with a bridge builder
How did you come to the trade?
My aunt built locks.
And bridges?
By chance.
You never looked back.
I did, often."""

IN_THE_TEXT = """The crossing has a new builder.
This interview has been shortened.
Will it stand?
I hope that it will.
For how long?
You can never tell.
I say two hundred years.
Who pays?
Everybody."""

TALK = """The Echo spoke to the builder of the crossing.
Will you build another?
I hope that I can.
Do you have a plan?
I have three.
Who pays you?
I pay for it."""

NO_FORM = """Interview with a bridge builder
I just wanted to ask about the crossing.
I hope that it will stand.
And the river?
I never look at it."""

ANSWER_FIRST = """The Echo interviewed the builder of the crossing.
I always wanted to build it.
Why?
I like rivers.
Will it stand?
I hope so.
And then?
I do not know.
The last one fell.
I did not build that one.
It was old."""

EXPLAINER = """The police interviewed Anton Marr on Tuesday.
What fell?
A bridge.
Who was hurt?
Nine people.
What happens next?
A judge will look at it."""

ASKED_AND_ANSWERED = {
    "the headline tells": (TOLD, "QAQAQA"),
    "the text tells": (IN_THE_TEXT, "QAQAAQA"),
    "a conversation, edited": (
        IN_THE_TEXT.replace("This interview", "Our conversation").replace("shortened", "edited"),
        "QAQAAQA",
    ),
    "a transcript, edited": (
        IN_THE_TEXT.replace("This interview has been shortened", "The transcript has been edited"),
        "QAQAAQA",
    ),
    "somebody spoke with somebody": (TALK, "QAQAQA"),
    "a question that is none by its form": (NO_FORM, "QAQA"),
    "an answer first, and a remark at the end": (ANSWER_FIRST, "AQAQAQAQA"),
    "the headline is a question": ("Will it fall?\n" + IN_THE_TEXT, "QAQAAQA"),
}

NONE = {
    "an explainer": IN_THE_TEXT.replace("This interview has been shortened.", "Here is what we know."),
    "an interview elsewhere": IN_THE_TEXT.replace("This interview", "What she said in an interview"),
    "two questions, told in the text": "\n".join(IN_THE_TEXT.splitlines()[:6]),
    "a row of questions": "An interview.\nWhy?\nWhere?\nWhen?\nHow?\nNobody knows.",
    "questions far between": IN_THE_TEXT + "\nThe crossing is old." * 30,
    "questions in quotation marks": "An interview.\n“Why?”\nSo.\n“Where?”\nHere.\n“When?”\nNow.",
    "a report of a talk, with questions for headings": IN_THE_TEXT.replace(
        "This interview has been shortened", "The Echo spoke to its builder"
    ),
    "a report of a talk, with questions to its readers": TALK.replace("I have three", "There are three")
    .replace("I pay for it", "Nobody pays")
    .replace("I hope that I can", "Nobody can"),
    "an explainer that tells of an interview": EXPLAINER,
    "an explainer that tells of one, and quotes": EXPLAINER.replace("A bridge.", "“I saw a bridge,” he said.").replace(
        "Nine people.", "“We lost nine,” said a nurse."
    ),
    "nothing": "",
}


@pytest.mark.parametrize(("text", "expected"), ASKED_AND_ANSWERED.values(), ids=ASKED_AND_ANSWERED.keys())
def test_turns_alternate(text: str, expected: str) -> None:
    turns = find_interview(text, lines_of(text))
    assert "".join("Q" if turn.asks else "A" for turn in turns) == expected
    assert all(turn.name is None for turn in turns)


def test_notes_behind_the_last_answer_are_none() -> None:
    text = f"{IN_THE_TEXT}\nI do.\nOrla Venn is the author of three books."
    assert [turn.span.of(text) for turn in find_interview(text, lines_of(text))][-1] == "I do."
    text = f"{IN_THE_TEXT}\nWe edited this interview for length."
    assert [turn.span.of(text) for turn in find_interview(text, lines_of(text))][-1] == "Everybody."


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_is_no_interview_is_not(text: str) -> None:
    assert find_interview(text, lines_of(text)) == ()


LINE = st.sampled_from(["An interview.", "Why?", "So.", "Do you?", "You do.", "I do.", "“Why?”", "", "?"])


@given(st.lists(LINE, max_size=20).map("\n".join))
def test_turns_are_the_paragraphs_from_the_first_question_on(text: str) -> None:
    turns = find_interview(text, lines_of(text))
    assert not turns or turns[0].asks or turns[1].asks
    first = lines_of(text).index(turns[0].span) if turns else 0
    assert [turn.span for turn in turns] == lines_of(text)[first : first + len(turns)]
